--- Rows as one string: what goes in comes out.

local core = require "govreport.core"
local job = require "govreport.dataset.job"
local packed = require "govreport.dataset.packed"

local function round(values, count)
  local row = packed.rows(packed.row(values, count), count)()
  return table.move(row, 1, count, 1, {})
end

describe("a packed row", function()
  it("is as the core packs cells", function()
    assert.equal("\0\1\7\0\0\0\0\0\0\0\2\0\0\0\0\0\0\248\63\3\3\0\0\0abc", packed.row({nil, 7, 1.5, "abc"}, 4))
  end)

  for _, values in ipairs{
    {nil, nil, nil}, {0, -1, math.maxinteger}, {math.mininteger, 0.1, -2.5}, {"", "行政处罚", "a\0b\n"},
    {("x"):rep(100000), 1, "x"},
  } do
    it("gives back " .. tostring(values[1]):sub(1, 20) .. ", …", function() assert.same(values, round(values, 3)) end)
  end

  it("knows integers from floats", function()
    local back = round({2, 2.0}, 2)
    assert.equal("integer", math.type(back[1]))
    assert.equal("float", math.type(back[2]))
  end)

  it("has flags as 1 and 0, and decimals with all of 15 digits", function()
    assert.same({1, 0}, round({true, false}, 2))
    assert.equal("1234567890.12345", packed.number(round({core.decimal "1234567890.12345"}, 1)[1]))
    assert.equal("99999999999999.9", packed.number(round({core.decimal "99999999999999.9"}, 1)[1]))
    assert.equal("-0.5", packed.number(round({core.decimal "-0.5"}, 1)[1]))
  end)

  it("has texts in UTF-8; raw ones are any bytes", function()
    assert.same({"a\u{FFFD}b"}, round({"a\xFFb"}, 1))
    assert.equal("\3\1\0\0\0\xFF", packed.bytes({"\xFF"}, 1))
  end)

  it("is one of many", function()
    local seen = {}
    for row in packed.rows(packed.row({1, "a"}, 2) .. packed.row({2}, 2) .. packed.row({3, "c"}, 2), 2) do
      seen[#seen + 1] = {row[1], row[2]}
    end
    assert.same({{1, "a"}, {2}, {3, "c"}}, seen)
    assert.is_nil(packed.rows("", 3)())
  end)
end)

describe("a job", function()
  it("carries a document of any bytes", function()
    local asked = {id = 3, file = "a\\xFF", path = "a\xFF", content = "\0\xFF", encoding = "GBK", known = "12",
                   body = "3901", region = "390100", url = "http://a.example/", fetched = "2025-01-02"}
    assert.same(asked, job.asked.unpack(job.asked.pack(asked)))
    assert.same({id = 1, file = ""}, job.asked.unpack(job.asked.pack{id = 1, file = ""}))
  end)

  it("is answered with what became of it", function()
    local answer = {status = "ok", lost = 0, note = "a\nb\n", payload = "\0\1"}
    assert.same(answer, job.answered.unpack(job.answered.pack(answer)))
  end)
end)

local dkjson = require "dkjson"   -- busted cannot do without it
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"

describe("reading JSON", function()
  local good = {
    {"{}", {}}, {"[]", {}}, {" [1, 2.5,-3 ]\n", {1, 2.5, -3}},
    {'{"a":{"b":[true,false,null]}}', {a = {b = {true, false}}}},
    {'"\\u4e2d\\n\\"\\\\\\/"', "中\n\"\\/"}, {'"\\ud83d\\ude00"', "\u{1F600}"}, {'"中"', "中"}, {"0", 0}, {"1e2", 100.0},
  }
  for _, case in ipairs(good) do
    it("takes " .. case[1], function() assert.same(case[2], (json_reader.decode(case[1]))) end)
  end

  local bad = {
    {"", 1}, {"{", 2}, {"[1,]", 4}, {"[1 2]", 4}, {'{"a" 1}', 6}, {"{a:1}", 2}, {'"a', 3}, {'"\n"', 2}, {'"\\x"', 2},
    {'"\\ud800"', 3}, {"01", 1}, {"1.", 1}, {"tru", 1}, {"[] x", 4}, {("["):rep(100), 66},
  }
  for _, case in ipairs(bad) do
    it("tells where " .. case[1]:sub(1, 8):gsub("%c", " ") .. " goes wrong", function()
      assert.same({nil, case[2]}, {json_reader.decode(case[1])})
    end)
  end

  it("reads what we write", function()
    local text = "中\0\1\27\"\\\u{2028}\u{202E}\u{85}\127"
    assert.same({text, text}, json_reader.decode(json.encode(json.array{text, text})))
    assert.same({text}, json_reader.decode(json.line(json.array{text})))
  end)

  it("gives others what they can read: every control, quote and mark", function()
    local list = {}
    for code = 0, 0x2100 do list[#list + 1] = utf8.char(code) end
    local text = table.concat(list)
    assert.equal(text, dkjson.decode(json.line(json.array{text}))[1])
    assert.equal("a\u{FFFD}\u{FFFD}b", dkjson.decode(json.line(json.array{"a\xFF\xFEb"}))[1])
  end)
end)

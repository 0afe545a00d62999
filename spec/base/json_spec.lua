--- JSON as it is written: by lines or in one, texts that come back as they were and hold nothing that is unsafe.

local example = require "spec.support.example"
local govreport = require "govreport"
local json = require "govreport.base.json"
local reader = require "govreport.base.json_reader"
local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

describe("JSON", function()
  it("stands on one line or on many", function()
    local value = json.object{{"a", json.array{1, -20, "x"}}, {"b", json.object{}}, {"c", json.array{}}, {"d", nil}}
    assert.equal('{"a": [1, -20, "x"], "b": {}, "c": [], "d": null}', json.line(value))
    assert.equal([[
{
  "a": [
    1,
    -20,
    "x"
  ],
  "b": {},
  "c": [],
  "d": null
}
]], json.encode(value))
    assert.equal('[\n      true,\n      null\n    ]', json.block(json.array{true, json.null}, "    "))
  end)

  it("holds numbers exactly", function()
    local list = {math.mininteger, math.maxinteger, 0, govreport.decimal "-12345.678901", govreport.decimal "0.01"}
    assert.equal("[-9223372036854775808, 9223372036854775807, 0, -12345.678901, 0.01]", json.line(json.array(list)))
  end)

  -- Every character of each kind that is written as an escape, and its neighbours.
  it("holds texts exactly, and nothing unsafe", function()
    for _, code in ipairs{
      0, 8, 9, 10, 12, 13, 0x1F, 0x22, 0x5C, 0x7E, 0x7F, 0x80, 0x9F, 0xA0, 0x61B, 0x61C, 0x180E, 0x200A, 0x200B, 0x200F,
      0x2010, 0x201C, 0x2028, 0x202E, 0x2060, 0x206F, 0x2070, 0x4E00, 0xFDCF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFF0C, 0xFFFD,
      0xFFFE, 0xFFFF, 0x1F600, 0x1FFFE, 0xE0001, 0x10FFFF,
    } do
      local text = "机关" .. utf8.char(code) .. "a" .. utf8.char(code)
      local written = json.line(text)
      assert.equal(text, reader.decode(written), code)
      for _, entry in ipairs(unsafe) do assert.is_nil(written:find(entry[1]), code) end
    end
  end)

  it("is valid UTF-8 of any bytes", function()
    for _, text in ipairs{"\255", "公\xE5\x85", "a\xC0\xAFb\"", "\xED\xA0\x80", "公\xFF\n\xFE开", "\xF4\x90\x80\x80"} do
      assert.equal(valid(text), reader.decode(json.line(text)))
    end
  end)

  it("is refused of what it has no form for", function()
    for name, value in pairs{float = 1.5, table = {}, ["function"] = print, key = json.object{{1, 2}},
                             pair = json.object{"a"}, report = example.report(example.page)} do
      assert.has_error(function() json.line(json.array{value}) end, nil, name)
    end
  end)

  it("is as deep as nobody needs it, and no deeper", function()
    local value = json.array{}
    for _ = 2, 1000 do value = json.array{value} end
    assert.equal(("["):rep(1000) .. ("]"):rep(1000), json.line(value))
    assert.error_matches(function() json.line(json.array{value}) end, "more than 1000 levels")
  end)

  it("is refused of parts of a report that is closed", function()
    local report = example.report(example.page)
    local claims = report.claims
    report:close()
    assert.error_matches(function() json.line(claims) end, "closed")
  end)
end)

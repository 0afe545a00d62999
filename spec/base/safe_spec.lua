--- What is unsafe in text, one character after the other: in lines for people, in JSON, in XML, in what objects of the
-- core say of themselves.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"
local safe = require "govreport.base.safe"
local spreadsheet = require "govreport.base.spreadsheet"
local text = require "govreport.render.text"
local xml = require "govreport.render.xml"

-- Once more, by numbers: what must not be shown, and what stands in its place.
local ranges = {
  {0x00, 0x1F, " "}, {0x7F, 0x9F, " "}, {0x2028, 0x2029, " "}, {0x61C, 0x61C, ""}, {0x180E, 0x180E, ""},
  {0x200B, 0x200F, ""}, {0x202A, 0x202E, ""}, {0x2060, 0x206F, ""}, {0xFEFF, 0xFEFF, ""}, {0xE0000, 0xE007F, ""},
  {0xFDD0, 0xFDEF, "\u{FFFD}"},
}
for plane = 0, 0x10 do ranges[#ranges + 1] = {plane << 16 | 0xFFFE, plane << 16 | 0xFFFF, "\u{FFFD}"} end

local expected = {}
for _, range in ipairs(ranges) do
  for code = range[1], range[2] do expected[code] = range[3] end
end

-- All characters, but for surrogates.
local function each(visit)
  for code = 0, 0x10FFFF do
    if code < 0xD800 or code > 0xDFFF then visit(code, utf8.char(code)) end
  end
end

describe("every character", function()
  it("is shown as it is, or is unsafe and replaced", function()
    each(function(code, character)
      local wanted = "x" .. (expected[code] or character) .. "y"
      local shown = safe("x" .. character .. "y")
      if shown ~= wanted then error(("U+%04X is shown as %q"):format(code, shown)) end
    end)
  end)

  it("stays what it is in JSON, escaped where it is unsafe", function()
    each(function(code, character)
      local line = json.line("x" .. character)
      if expected[code] and not line:find("^[ -~]+$") then error(("U+%04X is not escaped"):format(code)) end
      if not expected[code] and code > 0x7F and not line:find(character, 1, true) then
        error(("U+%04X is escaped"):format(code))
      end
      if json_reader.decode(line) ~= "x" .. character then error(("U+%04X is read as another"):format(code)) end
    end)
  end)

  it("is safe in what was drawn, but for line ends and our colours", function()
    each(function(code, character)
      local wanted = "x" .. (code == 10 and "\n" or expected[code] or character) .. "y"
      local shown = text.guarded("x" .. character .. "y", true)
      if shown ~= wanted then error(("U+%04X is shown as %q"):format(code, shown)) end
    end)
    assert.equal("\27[31ma\27[0m [2J [8mb", text.guarded("\27[31ma\27[0m\27[2J\27[8mb", true))
    assert.equal(" [31ma [0m", text.guarded("\27[31ma\27[0m", false))
  end)

  it("is allowed in XML, or replaced", function()
    each(function(code, character)
      local shown = xml.attribute("x" .. character)
      local is_allowed = code == 9 or code == 10 or code == 13
      if expected[code] and shown:find(character, 1, true) then error(("U+%04X is there"):format(code)) end
      if is_allowed and shown ~= ("x&#%d;"):format(code) then error(("U+%04X is %q"):format(code, shown)) end
    end)
    assert.equal("a\n\tb&#13;\n", xml.text("a\n\tb\r\n"))
  end)

  it("is safe in what an object says of itself", function()
    local page = io.open("examples/report.txt"):read("a")
    local function section(character)
      local heading = "主动公开" .. character .. "政府信息情况"
      local report <close> = govreport.parse((page:gsub("主动公开政府信息情况", heading, 1)))
      for own in report:sections() do
        if own.id == "proactive" then return tostring(own) end
      end
    end
    assert.matches("主动公开政府信息情况", section "")
    for _, range in ipairs(ranges) do
      for _, code in ipairs{range[1], range[2]} do
        -- A line end parts the heading, and is no question of what is shown.
        local shown = code > 0x1F and code ~= 0x85 and code ~= 0x2028 and code ~= 0x2029 and section(utf8.char(code))
        if shown then assert.is_nil(shown:find(utf8.char(code), 1, true), ("U+%04X"):format(code)) end
      end
    end
  end)
end)

describe("bytes that are no character", function()
  for _, bytes in ipairs{"\xFF", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\xAF", "\xE2\x80"} do
    it(("%q are replaced"):format(bytes), function()
      local own = "x" .. bytes .. "y"
      for _, shown in ipairs{safe(own), text.guarded(own), xml.text(own), json_reader.decode(json.line(own))} do
        assert.is_truthy(utf8.len(shown))
        assert.matches("^x%?+y$", (shown:gsub("\u{FFFD}", "?")))
      end
    end)
  end
end)

describe("a column of texts", function()
  it("holds no formula, and gives every text again", function()
    for _, own in ipairs{"=1", "+1", "-1", "@x", "'x", "''", "＝1", "－", "x=1", "", "1", "'=1"} do
      local written = spreadsheet(own)
      assert.is_nil(written:find("^[=+@-]"))
      assert.equal(own, (written:gsub("^'", "")))
    end
  end)
end)

describe("a message", function()
  -- Whatever has no text of its own.
  local values = {table = {}, ["function"] = print, closure = function() end, thread = coroutine.create(print),
                  file = io.stdout, userdata = require "lpeg".P(1)}
  for name, value in pairs(values) do
    it("holds no address of a " .. name, function()
      local shown = tostring(value)
      local told = catalogue.fill("it raised {what}: {other}", {what = shown, other = "(" .. shown .. ")"})
      assert.is_nil(told:find("0x", 1, true), told)
      assert.matches("^it raised [%a-]+: %([%a-]+%)$", told)
    end)
  end

  it("keeps what a report says", function()
    for _, own in ipairs{"编号: 0xABCD1234", "table: 0x1", "颜色0xFF00FF", "MAC: 0x00aabbccdd"} do
      assert.equal(own, catalogue.fill("{x}", {x = own}))
    end
  end)
end)

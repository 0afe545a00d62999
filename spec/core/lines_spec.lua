local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local lpeg = require "lpeg"

describe("core.line_stop", function()
  local tape = "一\v二三\x1F\n4\x1C"

  it("tells where the line or cell of a position ends", function()
    local stops = {}
    for position = 1, #tape + 1 do stops[position] = core.line_stop(tape, position) end
    assert.same({ 4, 4, 4, 4, 11, 11, 11, 11, 11, 11, 11, 12, 14, 14, 15 }, stops)
    assert.equal(1, core.line_stop("", 1))
    assert.equal(1000001, core.line_stop(("a"):rep(1000000), 1))
  end)

  for name, position in pairs{ ["position 0"] = 0, ["one behind the end"] = #tape + 2, ["the least"] = math.mininteger,
                               ["the largest"] = math.maxinteger } do
    it("raises for " .. name, function()
      assert.error_matches(function() core.line_stop(tape, position) end, "#2 .*not in the text")
    end)
  end
end)

describe("core.label_start", function()
  local cases = {
    ["一、总体"] = "总体", ["十二、总体"] = "总体", ["第三部分:总体"] = "总体", ["(一)总体"] = "总体", ["(\v一\n)、 总体"] = "总体",
    ["1.总体"] = "总体", ["12、总体"] = "总体", ["1.2020年"] = "2020年", ["1.2020\v年"] = "2020\v年", ["(3)\v总体"] = "总体",
    ["• (总体"] = "总体", ["*-1-"] = "", ["一 \v、总体"] = "总体",
    ["总体"] = "总体", ["1.5"] = "1.5", ["123、"] = "123、", ["1.2020\n年"] = "1.2020\n年", ["( 一)总体"] = "( 一)总体",
    ["(一总体"] = "(一总体", ["第三章"] = "第三章", ["一"] = "一", ["1 、"] = "1 、", ["("] = "(", [""] = "",
  }
  for text, rest in pairs(cases) do
    it("finds what stands behind an ordinal or bullet: " .. text:gsub("%c", "|"), function()
      assert.equal(rest, text:sub(core.label_start(text, 1)))
      assert.equal(rest, ("7\n" .. text):sub(core.label_start("7\n" .. text, 3)))
    end)
  end

  it("agrees with the grammar of ordinals on any text", function()
    local marker = (grammar.ordinal + grammar.bullet * grammar.gap)^-1 * lpeg.Cp()
    local pieces = {"一", "十", "九", "第", "部分", "、", ".", ",", ":", "(", ")", " ", "\v", "\n", "1", "20", "2020", "年",
                    "•", "*", "-", "—", "a", "“", "文", "\x1F"}
    math.randomseed(20210125)
    for _ = 1, 5000 do
      local text = {}
      for i = 1, math.random(8) do text[i] = pieces[math.random(#pieces)] end
      text = table.concat(text)
      assert.equal(marker:match(text), core.label_start(text, 1), text)
    end
  end)
end)

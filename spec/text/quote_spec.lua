--- A text of the source on one line.

local quote = require "govreport.text.quote"

describe("a text on one line", function()
  -- The text, what it is on one line, what it is where digits and letters become narrow.
  local cases = {
    {"云岭市\n  水务局", "云岭市水务局"}, {"12\n 件", "12件"}, {"Page\n 8", "Page 8"}, {" 第 3 页 ", "第3页"}, {" a ", " a "},
    {"　", " "}, {"a　\u{A0}\tb", "a b"}, {"", ""}, {"云岭", "云岭"}, {"A1 B2", "A1 B2"}, {"é a", "éa"},
    {"２０２０年（Ａ，ｚ）", "２０２０年（Ａ，ｚ）", "2020年（A，z）"}, {"２ ０", "２０", "2 0"}, {"＠［｀｛＿", "＠［｀｛＿"},
    {"\xE3\x80 \xC2 \xEF\xBC", "\xE3\x80\xC2\xEF\xBC"},
  }
  for _, case in ipairs(cases) do
    it(("“%s” is “%s”"):format(case[1], case[3] or case[2]), function()
      assert.equal(case[2], quote.one_line(case[1]))
      assert.equal(case[2], quote.one_line(case[1], false))
      assert.equal(case[3] or case[2], quote.one_line(case[1], true))
    end)
  end

  it("may be long", function()
    assert.equal(("云岭 a"):rep(9999):gsub("岭 a", "岭a"), quote.one_line(("云岭\n a"):rep(9999)))
  end)
end)

--- Sentences: where they end, what counts of them, and which part they belong to.

local core = require "govreport.core"
local example = require "spec.support.example"
local sentences = require "govreport.text.sentences"

describe("what counts of a text", function()
  local cases = {
    {"收到1,362件，3、5件", "收到1362件3,5件"}, {"增长-3.5%；下降3.5%", "增长-3.5%下降3.5%"},
    {"2019—2020年", "2019-2020年"}, {"2019年－2020年", "2019年-2020年"}, {"——3件（其中“甲”）", "3件其中甲"},
    {"1 362", "1,362"}, {"2021/1/3，09:30", "2021/1/3,09:30"}, {"1,2,3", "1,2,3"}, {"1,23,4", "1,23,4"},
    {"12,345,678.50元", "12345678.50元"}, {"第三部分：“总计”", "第三部分总计"}, {"政府信息公開", "政府信息公开"},
    {"０.５", "0.5"}, {"7×24小时", "7×24小时"}, {"5‰", "5‰"}, {"＜3件", "<3件"}, {"。", ""}, {"", ""},
  }
  for _, case in ipairs(cases) do
    it("in " .. case[1] .. " is " .. case[2], function()
      assert.equal(case[2], sentences.key(core.fold(case[1])))
    end)
  end

  it("is not the number of a page between its lines", function()
    assert.equal("收到申请办理答复", sentences.key("收到申请\v—3—\v办理答复"))
    assert.equal("收到申请3办理答复", sentences.key("收到申请\v3\v办理答复"))
  end)
end)

describe("the sentences of a report", function()
  local report = example.report(example.text)

  it("come by part, with the title of each", function()
    local parts, titles = {}, {}
    for _, found in ipairs(sentences.of(report)) do
      if found.section then titles[#titles + 1] = found.part end
      if not found.section and parts[#parts] ~= found.part then parts[#parts + 1] = found.part end
    end
    assert.same({"head", "overview", "problems", "other"}, parts)
    assert.same({"overview", "proactive", "applications", "disputes", "problems", "other"}, titles)
  end)

  it("leave out what is a fact", function()
    for _, found in ipairs(sentences.of(report)) do
      assert.is_nil(found.key:find("索引号", 1, true))
      assert.not_equal("云岭市水务局2020年政府信息公开工作年度报告", found.key)
      assert.not_equal("2021年1月22日", found.key)
    end
  end)

  it("have their source and its place", function()
    for _, found in ipairs(sentences.of(report)) do
      if not found.section then
        local source, place = sentences.source(found)
        assert.equal(found.key, sentences.key(core.fold((source:gsub("\n", "")))))
        assert.equal(source, example.text:sub(place.byte, place.byte_end))
      end
    end
  end)

  it("are a list for programs", function()
    local list, count = report:sentences(), 0
    for _, found in ipairs(sentences.of(report)) do
      if not found.section then
        count = count + 1
        local line, column, byte, byte_end = report.document:place(found.start, found.stop)
        assert.same({found.start, found.stop, line, column, byte, byte_end},
                    {list[count].start, list[count].stop, list[count].line, list[count].column, list[count].byte,
                     list[count].byte_end})
        assert.equal(found.part ~= "head" and found.part or nil, list[count].section)
        assert.is_nil(list[count].text:find("%c"))
      end
    end
    assert.equal(#list, count)
  end)

  it("are those of a part, where one is asked for", function()
    local list = report:sentences{section = "other"}
    assert.same({"other", "other"}, {list[1].section, list[#list].section})
    assert.same({}, report:sentences{section = "disputes"})
    assert.same(report:sentences(), report:sentences{})
    assert.error_matches(function() report:sentences{section = "othr"} end,
                         "bad argument 'section' to 'sentences': .* has no section 'othr', did you mean 'other'%?")
    assert.error_matches(function() report:sentences{sections = "other"} end, "unknown key 'sections', did you mean")
    assert.error_matches(function() report:sentences "other" end, "options of sentences: a table is expected")
  end)

  it("count the report's own year and its neighbours as words", function()
    local keys = {}
    for _, found in ipairs(sentences.of(report, 2020)) do keys[found.key] = true end
    assert.is_true(keys["各项数据的统计期限为{本年度}年1月1日至{本年度}年12月31日"])
    for _, found in ipairs(sentences.of(report, 2021)) do keys[found.key] = true end
    assert.is_true(keys["各项数据的统计期限为{上年度}年1月1日至{上年度}年12月31日"])
  end)

  it("of a part are its text", function()
    local text, list = sentences.part(report, "other")
    assert.equal(2, #list)
    assert.matches("^%(一%)本年度未收取信息处理费。\n%(二%)因管网抢修", text)
    assert.same({"", {}}, {sentences.part(report, "disputes")})
  end)
end)

describe("the passages of a report", function()
  it("are its prose: no table, no title of a part", function()
    local report = example.report(example.text)
    local tape, passages, last = report.document.tape, report:passages(), 1
    assert.is_true(#passages >= 8 and #passages % 2 == 0)
    for i = 1, #passages, 2 do
      assert.is_true(passages[i] >= last and passages[i + 1] > passages[i])
      last = passages[i + 1]
      local text = tape:sub(passages[i], passages[i + 1] - 1)
      for _, word in ipairs{"二、主动公开政府信息情况", "第二十条第", "\n自然人\n", "\n总计\n"} do
        assert.is_nil(text:find(word, 1, true), word)
      end
    end
  end)
end)

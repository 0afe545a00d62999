local core = require "govreport.core"
local grammar = require "govreport.grammar"
local lpeg = require "lpeg"

-- The text that a pattern takes from the start of another, as the tape has it.
local function taken(pattern, text)
  local tape = grammar.fold(text)
  local stop = (lpeg.P(pattern) * lpeg.Cp()):match(tape)
  return stop and tape:sub(1, stop - 1)
end

describe("the tape form of a text", function()
  local cases = {
    { "（一）予以公开", "(一)予以公开" }, { "２０２１年", "2021年" }, { "自 然 人", "自然人" }, { "1 362", "1 362" },
    { "", "" },
  }
  for _, case in ipairs(cases) do
    it("of “" .. case[1] .. "”", function() assert.equal(case[2], grammar.fold(case[1])) end)
  end
end)

describe("the skeleton of a label", function()
  local same = {
    { "三、本年度办理结果", "三 、本 年 度办 理 结　果" },
    { "3.危及“三安全一稳定”", "3. 危及\"三安全 一稳定\"" },
    { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)" },
    { "第二十条第（一）项", "第二十条第(一)项" },
    { "本年增/减", "本 年 增／减" },
    { "商业企业", "商业\n企业" },
  }
  for _, case in ipairs(same) do
    it("of “" .. case[1] .. "” does not depend on its dress", function()
      assert.equal(grammar.skeleton(case[1]), grammar.skeleton(case[2]))
    end)
  end

  it("tells labels apart", function()
    assert.not_equal(grammar.skeleton("本年新制作数量"), grammar.skeleton("本年新公开数量"))
    assert.not_equal(grammar.skeleton("1.属于国家秘密"), grammar.skeleton("属于国家秘密"))
  end)

  it("goes without the ordinal where that is asked", function()
    for _, text in ipairs { "1.重复申请", "1、重复申请", "（一）重复申请", "一、重复申请", "(1)重复申请", "重复申请" } do
      assert.equal("重复申请", grammar.skeleton(text, true))
    end
  end)
end)

describe("an ordinal", function()
  local cases = {
    { "一、本年新收", "一、", 1 }, { "（七）总计", "(七)", 7 }, { "3.危及", "3.", 3 }, { "12、其他", "12、", 12 },
    { "（4）其他", "(4)", 4 }, { "十一、其他", "十一、", 11 }, { "（二十三）其他", "(二十三)", 23 },
  }
  for _, case in ipairs(cases) do
    it("stands in front of “" .. case[1] .. "”", function()
      assert.equal(case[2], grammar.ordinal_of(case[1]))
      assert.equal(case[3], grammar.number_of(case[2]))
    end)
  end

  it("does not stand in front of other text", function()
    for _, text in ipairs { "规章", "3.5亿元", "第一项", "一次性", "2020年" } do
      assert.equal("", grammar.ordinal_of(text))
    end
    assert.is_nil(grammar.number_of("•"))
  end)
end)

describe("a template", function()
  local cases = {
    { "总体情况", { "总体情况" } },
    { "存在的[主要]问题", { "存在的主要问题", "存在的问题" } },
    { "{政府|政务|}信息", { "政府信息", "政务信息", "信息" } },
    { "[甲]{乙|丙}[丁]", { "甲乙丁", "甲乙", "甲丙丁", "甲丙", "乙丁", "乙", "丙丁", "丙" } },
  }
  for _, case in ipairs(cases) do
    it("“" .. case[1] .. "” stands for all its texts", function()
      assert.same(case[2], grammar.expand(case[1]))
    end)
  end

  it("begins with the text that has all options", function()
    assert.equal("存在的主要问题及改进情况", grammar.expand("存在的[主要]问题{及|和}改进情况")[1])
  end)
end)

describe("a phrase", function()
  local phrase = grammar.phrase("{政府|政务|}信息公开[工作]年度{报告|年报}")

  it("takes the longest wording", function()
    assert.equal("政府信息公开工作年度报告", taken(phrase, "政府信息公开工作年度报告书"))
    assert.equal("信息公开年度年报", taken(phrase, "信息公开年度年报"))
  end)

  it("goes on over spaces and line ends", function()
    assert.is_truthy(taken(phrase, "政府 信息公开\n工作年度\n报告"))
  end)

  it("takes nothing else", function()
    assert.is_nil(taken(phrase, "政府信息公布年度报告"))
  end)
end)

describe("dates in text", function()
  local days = {
    "2021年1月25日", "2021年01月25日", "2021-01-25", "2021/1/25", "2021.1.25", "二〇二一年一月二十五日",
    "二○二一年一月二十五日", "二零二一年十二月三十一日",
  }
  for _, text in ipairs(days) do
    it("are found in “" .. text .. "”", function() assert.equal(text, taken(grammar.day, text)) end)
  end

  it("may have a time behind them", function()
    assert.equal("2021-01-25 15:52", taken(grammar.date, "2021-01-25 15:52"))
    assert.equal("2021-01-25 15:52:07", taken(grammar.date, "2021-01-25 15:52:07"))
  end)

  it("may be months", function()
    assert.equal("2021年1月", taken(grammar.date, "2021年1月"))
    assert.equal("二〇二一年一月", taken(grammar.date, "二〇二一年一月"))
  end)

  it("have a year of four digits", function()
    assert.is_nil(taken(grammar.day, "202020年12月31日"))
    assert.is_nil(taken(grammar.day, "20年12月31日"))
  end)

  local values = {
    { "2021年1月25日", "2021-01-25" }, { "2021/1/5", "2021-01-05" }, { "2021年1月", "2021-01" },
    { "二〇二一年一月二十五日", "2021-01-25" }, { "2021-01-25 15:52", "2021-01-25" },
    { "2021年2月29日" }, { "2020年2月29日", "2020-02-29" }, { "2021年13月1日" }, { "昨日" },
  }
  for _, case in ipairs(values) do
    it("have an ISO form or none: " .. case[1], function()
      assert.equal(case[2], grammar.date_value(grammar.fold(case[1])))
    end)
  end
end)

describe("an amount of money", function()
  it("is counted in yuan", function()
    assert.equal(2230, grammar.amount("2230"))
    assert.equal(22300, grammar.amount("2.23", "万"))
    assert.equal("0.5", tostring(grammar.amount("0.5")))
  end)
end)

describe("the value of a cell", function()
  local values = {
    "0", "12", "1,362", "12.5", "+14", "-3", "增30", "减少197", "3264500元", "326.45万元", "￥3,264,500.00", "20 件",
    "23（其中修订 7 件）", "无", "/", "—", "——", "不适用", "N/A", "持平", "20余",
  }
  for _, text in ipairs(values) do
    it("can be “" .. text .. "”", function() assert.equal(grammar.fold(text), taken(grammar.value, text)) end)
  end

  local others = { "规章", "1.属于国家秘密", "2.重复申请", "一、本年新收政府信息公开申请数量", "2020年", "第3页", "" }
  for _, text in ipairs(others) do
    it("cannot be “" .. text .. "”", function() assert.is_nil(taken(grammar.value, text)) end)
  end

  for _, text in ipairs { "1O", "约20", "l2", "〇", "十七", "①", "&nbsp;", "—1" } do
    it("may be meant by “" .. text .. "”", function()
      assert.is_nil(taken(grammar.value, text))
      assert.equal(text, taken(grammar.oddity, text))
    end)
  end
end)

describe("a page number", function()
  for _, text in ipairs { "— 3 —", "- 3 -", "—12—", "－3－", "第3页", "第 3 页 共 5 页", "第3页/共5页" } do
    it("is “" .. text .. "”", function() assert.is_truthy(taken(grammar.page_number, text)) end)
  end
  for _, text in ipairs { "3", "-3", "—", "第3页的数据", "— 3" } do
    it("is not “" .. text .. "”", function() assert.is_nil(taken(grammar.page_number, text)) end)
  end
end)

describe("a year", function()
  for text, year in pairs{["2024年"] = 2024, ["二〇二四年"] = 2024, ["二○二三"] = 2023, ["二O一九年度"] = 2019, ["二零二零"] = 2020} do
    it("is read of " .. text, function() assert.equal(year, grammar.year_value(text)) end)
  end
  for _, text in ipairs{"1998", "二十", "第2024", "二百零四", ""} do
    it("is not read of “" .. text .. "”", function() assert.is_nil(grammar.year_value(text)) end)
  end
end)

describe("a page number in a name", function()
  for text, name in pairs{["青泽县水- 3 -务局"] = "青泽县水务局", ["Page 8 - 青泽县水务局"] = "青泽县水务局", ["水务局第3页"] = "水务局",
                          ["第3中学"] = "第3中学", ["A-3号楼"] = "A-3号楼"} do
    it("is taken out of " .. text, function() assert.equal(name, grammar.without_page_marks(text)) end)
  end
end)

describe("titles", function()
  local pattern = grammar.titles("年度{统计表|报表}")

  for text, wanted in pairs {
    ["云岭市水务局2016年年度统计表\n"] = {"title=云岭市水务局2016年年度统计表", "agency=云岭市水务局", "year=2016"},
    ["2016年云岭市水务局年度统计表\n"] = {"title=2016年云岭市水务局年度统计表", "year=2016", "agency=云岭市水务局"},
    ["云岭市水务局\n\n2016年度\n\n年度报表\n"] = {"title=云岭市水务局2016年度年度报表", "agency=云岭市水务局", "year=2016"},
    ["年度统计表\n\n（2016年度）\n"] = {"title=年度统计表", "year=2016"},
    ["附件\n\n年度统计表\n"] = {"title=年度统计表"},
    ["附件2\n\n2016年年度统计表\n"] = {"title=2016年年度统计表", "year=2016"},
    ["首页 | 云岭\n\n年度统计表\n"] = {"title=年度统计表"},
    ["没有报表。\n"] = {},
  } do
    it("are read in " .. text:gsub("\n+", " "), function()
      local tape, values = assert(core.parse(text)).tape, {}
      for _, entry in ipairs(pattern:match(tape)) do
        values[#values + 1] = entry[1] .. "=" .. grammar.clean(tape:sub(entry[2], entry[3] - 1))
      end
      assert.same(wanted, values)
    end)
  end
end)

describe("metadata", function()
  local labels = { name = { "名称", "标题" }, index_number = { "索引号" }, published_on = { "发布日期" } }
  local pattern = grammar.metadata(labels)

  local function read(text)
    local tape, values = assert(core.parse(text)).tape, {}
    for _, entry in ipairs(pattern:match(tape)) do
      values[#values + 1] = entry[1] .. "=" .. tape:sub(entry[2], entry[3] - 1):gsub(" +$", "")
    end
    return values
  end

  it("stands several on a line", function()
    assert.same({ "name=年度报告", "index_number=a/2021-1", "published_on=2021-01-25" },
      read("名  称：年度报告 索 引 号：a/2021-1\n发布日期：2021-01-25\n"))
  end)

  it("stands behind bullets", function()
    assert.same({ "name=年度报告", "index_number=a1" }, read("• 名  称：年度报告\n• 索引号: a1\n"))
  end)

  it("may be empty", function()
    assert.same({ "name=", "index_number=a1" }, read("名称：\n索引号：a1\n"))
  end)

  it("is not what stands inside of a line", function()
    assert.same({}, read("本报告名称：年度报告\n"))
  end)
end)

describe("the meter", function()
  it("counts what a pattern is run on", function()
    local meter = { steps = 5 }
    grammar.match(lpeg.P "a", "abc", meter)
    assert.equal(8, meter.steps)
  end)
end)

describe("a text without its marks", function()
  it("stands on one line", function()
    assert.equal("云岭市水务局2020年", grammar.clean("云岭市\v水务局\n2020年"))
  end)
end)

-- ---- the samples of the toolkit ---------------------------------------------------------------------------

describe("the toolkit for forms", function()
  -- Name, what it makes, a text on the tape, what is taken of it, what the range that it captures holds.
  local cases = {
    {"digit", grammar.digit, "7件", "7"}, {"number", grammar.number, "2020年", "2020"},
    {"numeral", grammar.numeral, "十二件", "十二"}, {"numeral", grammar.numeral, "九十九", "九十九"},
    {"numeral", grammar.numeral, "12", nil}, {"han", grammar.han, "件数", "件"},
    {"han_year", grammar.han_year, "二〇二〇年", "二〇二〇"}, {"year4", grammar.year4, "2020年", "2020"},
    {"year4", grammar.year4, "20201", nil}, {"mark", grammar.mark, "\n", "\n"}, {"mark", grammar.mark, "件", nil},
    {"rest", grammar.rest, "一行\n下一行", "一行"}, {"soft", grammar.soft, "\v下", "\v"}, {"eol", grammar.eol, "\n", ""},
    {"between", grammar.between, " \x1F12", " \x1F"}, {"between", grammar.between, "12", nil},
    {"bullet", grammar.bullet, "•一", "•"}, {"dash", grammar.dash, "—", "—"}, {"block", grammar.block, "\x1C", "\x1C"},
    {"enumerator.part", grammar.enumerator.part, "一、概述", "一、"},
    {"enumerator.part", grammar.enumerator.part, "第一部分概述", "第一部分"},
    {"enumerator.section", grammar.enumerator.section, "(二)概述", "(二)"},
    {"enumerator.point", grammar.enumerator.point, "3.概述", "3."},
    {"enumerator.point", grammar.enumerator.point, "3.5件", nil},
    {"enumerator.detail", grammar.enumerator.detail, "(4)概述", "(4)"},
    {"enumerator.item", grammar.enumerator.item, "一是加强", "一是"},
    {"ordinal", grammar.ordinal, "(二) 概述", "(二) "},
    {"day", grammar.day, "2021年1月25日", "2021年1月25日"}, {"day", grammar.day, "2021-01-25", "2021-01-25"},
    {"month", grammar.month, "2021年1月", "2021年1月"}, {"time", grammar.time, "15:52", "15:52"},
    {"date", grammar.date, "二〇二一年一月二十五日", "二〇二一年一月二十五日"},
    {"english_day", grammar.english_day, "12 March 2024.", "12 March 2024"},
    {"english_day", grammar.english_day, "Sept. 3rd, 2024", "Sept. 3rd, 2024"},
    {"english_day", grammar.english_day, "may 1 2024", "may 1 2024"},
    {"english_day", grammar.english_day, "12 Mark 2024", nil},
    {"english_day", grammar.english_day, "12 March 20245", nil},
    {"phrase", grammar.phrase "存在的[主要]问题", "存在的 问题及", "存在的 问题"},
    {"words", grammar.words {"收到", "收到申请"}, "收到申请3件", "收到申请"},
    {"one_of", grammar.one_of "一二—", "二、", "二"}, {"one_of", grammar.one_of "一二—", "三、", nil},
    {"others", grammar.others "第二", "共第3页", "共"}, {"others", grammar.others "第二", "一个第3页", "一个"},
    {"others", grammar.others "第二", "二", nil}, {"others", grammar.others("第", grammar.mark), "共\n", "共"},
    {"others", grammar.others "", "一行\n", "一行\n"},
    {"unit", grammar.unit, "人次", "人次"}, {"box", grammar.box, "☑是", "☑"},
    {"value", grammar.value, "107362800元", "107362800元"}, {"plain_value", grammar.plain_value, "12\n", "12"},
    {"oddity", grammar.oddity, "1O", "1O"}, {"page_number", grammar.page_number, "— 4 —", "— 4 —"},
    {"page_number", grammar.page_number, "Page 8 of 20\n", "Page 8 of 20"},
    {"page_number", grammar.page_number, "2 / 9\n", "2 / 9"}, {"page_number", grammar.page_number, "2/9\n", nil},
    {"page_number", grammar.page_number, "P. 8\n", "P. 8"}, {"page_number", grammar.page_number, "Page 8 of the", nil},
    {"page_mark", grammar.page_mark, "- 3 -水务局", "- 3 -"}, {"page_mark", grammar.page_mark, "3-5件", nil},
    {"page_mark", grammar.page_mark, "Page 8 -青泽", "Page 8 -"},
    {"printed_year", grammar.printed_year, "二○二四年", "二○二四"}, {"printed_year", grammar.printed_year, "二O二四年", "二O二四"},
    {"printed_year", grammar.printed_year, "二十四年", nil},
    {"range", grammar.range(grammar.number), "12件", "12", "12"},
    {"up_to", grammar.up_to(grammar.digit), "共收到12件", "共收到"},
    {"first", grammar.first(grammar.date), "于2021年1月25日公布", "于2021年1月25日"},
    {"label", grammar.label "联系电话", "1.联系电话:0318-1234567", "1.联系电话:"},
    {"label", grammar.label "联系[人]电话", "联 系 人 电 话 0318", "联 系 人 电 话 "},
    {"label", grammar.label "联系电话", "的联系电话", nil},
    {"cell", grammar.cell(), "12件\x1F下", "12件", "12件"}, {"cell", grammar.cell(grammar.number), "12件\x1F", nil},
    {"cell", grammar.cell(grammar.number), "12\x1F", "12", "12"},
    {"pair", grammar.pair "联系电话", "联系电话:0318-1234567\n", "联系电话:0318-1234567", "0318-1234567"},
    {"pair", grammar.pair "联系电话", "联系电话\x1F0318-1234567\x1E", "联系电话\x1F0318-1234567", "0318-1234567"},
    {"stated", grammar.stated, "1,204件,", "1,204件"}, {"stated", grammar.stated, "31、16件", "31"},
    {"stated", grammar.stated, "3.5%的", "3.5%"}, {"stated", grammar.stated, "12 人次", "12 人次"},
    {"stated", grammar.stated, "31,16件", "31"},
    {"stated", grammar.stated, "3万件", nil}, {"stated", grammar.stated, "20余件", nil},
    {"fill", grammar.fill("persons", "count"), "31件、法人", "31件", "31件"},
    {"fill", grammar.fill("persons", "count", grammar.number * #lpeg.P"件"), "31件、法人", "31", "31"},
    {"fill", grammar.fill "persons", "约31件", nil},
    {"heading", grammar.heading "[存在的]主要问题", "五、主要问题\n", "五、主要问题"},
    {"heading", grammar.heading "[存在的]主要问题", "五、主要问题是", nil},
    {"count", grammar.count, "十二件", "十二", "十二"}, {"count", grammar.count, "12件", "12", "12"},
  }
  for _, case in ipairs(cases) do
    it(case[1] .. " and “" .. grammar.clean(case[3]) .. "”", function()
      local found = (lpeg.Ct(case[2] / function(...) return {...} end) * lpeg.Cp()):match(case[3])
      local stop = (case[2] / 0 * lpeg.Cp()):match(case[3])
      assert.equal(case[4], stop and case[3]:sub(1, stop - 1))
      if case[5] then
        local range = found[1][1]
        assert.equal(case[5], case[3]:sub(range[1], range[2] - 1))
      end
    end)
  end

  it("tells by names what a value fills", function()
    assert.same({row = "a", column = "b", 1, 4}, grammar.fill("a", "b", lpeg.C(grammar.number)):match "123")
    assert.same({row = "a", 1, 3}, grammar.fill "a":match "12")
  end)

  it("gives a place the name of a field", function()
    local found = lpeg.Ct("共" * grammar.named("count", grammar.number) * "件"):match "共12件"
    assert.same({count = {4, 6}}, found)
  end)

  it("gives dates of three kinds their value", function()
    for value, texts in pairs{["2024-03-12"] = {"2024年3月12日", "2024-03-12", "12 March 2024", "Mar. 12, 2024"},
                              ["2024-09-01"] = {"1st Sept 2024", "SEPTEMBER 1 2024"}} do
      for _, text in ipairs(texts) do assert.equal(value, grammar.date_value(text), text) end
    end
    for _, text in ipairs{"31 February 2024", "12 Mark 2024", "March 2024 12"} do
      assert.is_nil(grammar.date_value(text), text)
    end
  end)

  it("tells what is wrong with a template", function()
    local faults = {["{a|b"] = "its “}”", ["a]b"] = "its “[”", ["[a}"] = "its “{”", ["{a|[b]}"] = "do not nest"}
    for template, fault in pairs(faults) do
      assert.matches(fault, grammar.template_fault(template), 1, true)
      assert.error_matches(function() grammar.expand(template) end, fault, 1, true)
    end
    assert.is_nil(grammar.template_fault "[a]{b|c}d[e]")
  end)

  it("tells with which characters a phrase begins", function()
    local begins = grammar.begins("存在的[主要]问题", "{一|二}、问题")
    for _, character in ipairs{"存", "一", "二", "(", "“"} do
      assert.matches(character, begins, 1, true)
    end
    assert.not_matches("问", begins, 1, true)
  end)

  it("finds a pattern everywhere", function()
    local pattern = grammar.everywhere("人" * grammar.fill "persons")
    local persons = {row = "persons", 4, 9}
    assert.same({}, pattern:match "法人无")
    assert.same({{from = 1, list = {persons}, to = 9}}, pattern:match "人31个,人万")
    assert.same({{from = 4, list = {}, to = 7}}, grammar.everywhere(lpeg.P"人"):match "法人")
    assert.error_matches(function() grammar.everywhere(grammar.digit^0) end, "empty")
  end)

  it("has a sample of every part", function()
    local known, missing = {}, {}
    for _, case in ipairs(cases) do known[case[1]:match "^[%w_]+"] = true end
    -- What is no pattern and makes none is tried above.
    for _, name in ipairs {"match", "skeleton", "fold", "clean", "date_value", "amount", "ordinal_of", "ordinal_class",
                           "number_of", "expand", "labels", "inline_labels", "lexicon", "metadata", "titles",
                           "template_fault", "named", "gap", "year_value", "without_page_marks",
                           "everywhere", "first_of", "begins", "page_mark_begins"} do
      known[name] = true
    end
    for name in pairs(grammar) do
      if not known[name] then missing[#missing + 1] = name end
    end
    assert.same({}, missing)
  end)
end)

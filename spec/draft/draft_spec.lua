--- govreport new form: what a draft reads of its example, in the ways in which examples are laid out; its test passes.

local shell = require "spec.support.shell"

local folder

local function write(path, text) shell.write(folder .. "/" .. path, text) end
local function read(path) return shell.read(folder .. "/" .. path) end
local function run(arguments) return shell.govreport(arguments, {folder = folder}) end

before_each(function() folder = shell.folder() end)
after_each(function() shell.remove(folder) end)

local function page(...) return '<meta charset="utf-8"><p>清沅县图书馆2024年度服务年报</p>' .. table.concat({...}, "\n") end

-- A table, its cells between bars: >2 spans columns, ^2 rows.
local function rows(text) return require("spec.support.small_form").table(text) end

local holdings = rows [[
  类别^2 | 册数>2 | 购置费（万元）^2 | 备注^2
  年初 | 年末
  图书 | 100 | 120 | 3.50 | 含捐赠
  期刊 | | 12 | 0.50 |
  合计 | 110 | 132 | 4.00 |
]]

-- Name, file, text, cells, what must be in the form.
local cases = {
  {"a header of two levels, amounts and remarks", "a.html", page("<p>一、馆藏</p>", holdings), "12/12",
   {'{id = "opening",  label = {"册数", "年初"}},', 'label = "购置费（万元）", unit = "万元", decimal = true},',
    'label = "备注", type = "text"},', 'years = {2024},', 'header = {"类别"},'}},
  {"groups of rows and a column of units", "a.html", page(rows [[
     项目>2 | 单位 | 数量
     到馆^2 | 成人 | 人次 | 3012
     少儿 | 人次 | 200
     外借^2 | 成人 | 册次 | —
     少儿 | 册次 | 7
   ]]), "8/8", {'label = {"到馆", "少儿"}},', 'label = "单位", type = "unit"},'}},
  {"groups of rows in rows of their own", "a.html", page(rows [[
     项目 | 数量
     一、到馆>2
     成人 | 3012
     二、外借>2
     成人 | 500
   ]]), "2/2", {'label = {"一、到馆", "成人"}},', 'label = {"二、外借", "成人"}},'}},
  {"the same labels below ordinals", "a.html", page(rows [[
     项目 | 数量
     一、到馆 | 12
     （一）成人 | 3
     二、外借 | 15
     （一）成人 | 5
   ]]), "4/4", {'label = {"二、外借", "（一）成人"}},', 'label = "一、到馆"},'}},
  {"numbers in front of the labels", "a.html", page(rows [[
     编码 | 科目 | 基本支出 | 项目支出
     201 | 一般公共服务支出 | 3.50 | 0.00
     206 | 科学技术支出 | 1.20 | 7.00
   ]]), "4/4", {'header = {"编码", "科目"},', 'label = "科学技术支出"},'}},
  {"a line of values below groups", "a.html", page(rows [[
     行政复议申请>3 | 行政诉讼案件>3
     维持 | 纠正 | 总计 | 维持 | 纠正 | 总计
     1 | 2 | 3 | 4 | 5 | 9
   ]]), "6/6", {"across = true", '{id = "corrected", label = "纠正"},', 'label = "行政诉讼案件"},'}},
  {"pairs of several types", "a.html", page(rows [[
     填报单位 | 清沅县图书馆 | 填报日期 | 2025年1月6日
     是否设有分馆 | ☑是 □否 | 阅览座位数（个） | 86
   ]]), "4/4", {"pairs = true", 'label = "填报单位", type = "text"}', 'label = "填报日期", type = "date"}',
                'type = "flag"}', 'label = "阅览座位数（个）", unit = "个"}'}},
  {"two tables in one, with captions", "a.html", page(rows [[
     表一图书>3
     类别 | 年初 | 年末
     文学类 | 1 | 2
     工业类 | 3 | 4
     表二期刊>3
     类别 | 年初 | 年末
     月刊 | 5 | 6
   ]]), "6/6", {'caption = "表一图书",', 'caption = "表二期刊",'}},
  {"a Markdown table", "a.md", "清沅县图书馆2024年度服务年报\n\n一、馆藏\n\n| 类别 | 年初 | 年末 |\n|---|---|---|\n"
    .. "| 图书 | 1 | 2 |\n| 外文期刊 | 3 | 4 |\n", "4/4", {'{id = "opening", label = "年初"},'}},
  {"a table with tabs", "a.txt", "清沅县图书馆2024年度服务年报\n\n类别\t年初\t年末\n图书\t1\t2\n外文期刊\t3\t4\n", "4/4",
   {'{id = "closing", label = "年末"},'}},
  {"one cell on a line", "a.txt", "清沅县图书馆2024年度服务年报\n\n一、馆藏与读者\n\n类别\n\n年初\n\n年末\n\n图书\n\n1\n\n2\n\n外文期刊\n\n"
    .. "3\n\n4\n\n二、服务与活动\n\n全年服务读者众多。\n", "4/4", {'header = {"类别"},', '{id = "section_2", title = "服务与活动"},'}},
}

describe("a draft reads its example:", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      write(case[2], case[3])
      local code, out, err = run("new form library --from " .. case[2])
      assert.same({0, ""}, {code, err})
      assert.matches("单元格" .. case[4], out, 1, true)
      local text = read "library.lua"
      for _, piece in ipairs(case[5]) do assert.matches(piece, text, 1, true) end
      code, out = run "forms test library_test.lua"
      assert.same({0, "格式测试：通过1项，未通过0项，无法运行0个文件。\n"}, {code, out})
    end)
  end
end)

describe("a draft accounts for its example:", function()
  local two_sided = rows [[
    收入>3 | 支出>3
    项目 | 行次 | 金额 | 项目 | 行次 | 金额
    一、票款收入 | 1 | 10.50 | 一、船员支出 | 4 | 7.25
    二、拨款收入 | 2 | 20.00 | 二、燃油支出 | 5 |
    收入总计 | 3 | 30.50 | 支出总计 | 6 | 7.25
  ]]
  local coded = rows [[
    科目编码 | 科目名称 | 基本支出 | 项目支出
    2130301 | 行政运行 | 3.50 | 0.00
    2130302 | 防汛经费 | 1.20 | 7.00
    2130303 |  | 1.20 | 7.00
  ]]
  local function routes(values)
    return rows([[
      航线 | 船次 | 人次
      东岸至西岸 | %d | 20
      西岸至东岸 | %d | 40
      东岸至北岸 | %d | 60
    ]]):format(table.unpack(values))
  end
  -- Name, page, what is told in English, in Chinese.
  local accounts = {
    {"all of it", page(holdings),
     {"numbers of the example: 12 of 12 read, 0 set aside %(of lists, pages and the like%), 0 without a place yet.\n$"},
     {"样例共有数字12处：读出12处，序号、页码等不计0处，尚无归属0处。\n$"}},
    {"a table of two sides", page(two_sided, holdings),
     {"\ntable 1 %(line 2%) is left out, with 16 numbers: it is two%-sided, the same header stands left and right;"},
     {"\n表1（第2行）未列入，其中数字16处：左右两栏并列，同一表头出现两次，"}},
    {"a table with the rows of another", page(routes{1, 3, 5}, routes{2, 4, 6}, holdings),
     {"\ntable 1 %(line 2%) is left out, with 6 numbers: it has the same rows as table 2 %(line 9%);"},
     {"\n表1（第2行）未列入，其中数字6处：行标签与表2（第9行）相同，须以表题区分"}},
    {"rows keyed by codes", page(coded, holdings),
     {"\ntable 1 %(line 2%) is left out, with 15 numbers: its rows are keyed by codes"},
     {"\n表1（第2行）未列入，其中数字15处：各行以科目编码列示"}},
    {"a table without values", page(holdings, rows "项目 | 去向\n东岸航线 | 西岸\n西岸航线 | 东岸"),
     {"\ntable 2 %(line 10%) is left out, with 0 numbers: there are no values in it"}, {"\n表2（第10行）未列入，其中数字0处：表中没有数值"}},
    {"rows with one label", page(rows [[
      航线 | 船次 | 人次
      东岸至西岸 | 7 | 40
      临时加开 | 1 | 9
      西岸至东岸 | 9 | 50
      临时加开 | 2 | 8
    ]], holdings),
     {"\ntable 1 %(line 2%) is read in part, %d of 8 numbers: “临时加开” stands more than once; give them groups"},
     {"\n表1（第2行）只读出一部分，数字%d/8处：标签“临时加开”重复，不能区分，请补上分组"}},
  }
  for _, case in ipairs(accounts) do
    it(case[1], function()
      for lang, pieces in pairs{en = case[3], zh = case[4]} do
        write("a.html", case[2])
        local code, out = run("new form " .. lang .. " --lang " .. lang .. " --from a.html")
        assert.equal(0, code)
        for _, piece in ipairs(pieces) do assert.matches(piece, out) end
        -- The script says the same.
        local comments = read(lang .. ".lua")
        for line in out:gmatch "\n([^\n]+)" do assert.matches("-- " .. line .. "\n", comments, 1, true) end
      end
    end)
  end
end)

describe("govreport new form", function()
  it("finds title, facts and signature", function()
    write("a.html", page("<p>索引号：QY-2025-3　发布日期：2025-01-15</p><p>一、馆藏</p>", holdings,
                         "<p>清沅县图书馆</p><p>2025年1月15日</p>"))
    run "new form library --from a.html"
    local test = read "library_test.lua"
    for _, piece in ipairs{'agency = "清沅县图书馆"', "year = 2024", 'index_number = "QY-2025-3"',
                           'published_on = "2025-01-15"', 'signed_on = "2025-01-15"'} do
      assert.matches(piece, test, 1, true)
    end
  end)

  it("writes no long lines, and the same for the same example", function()
    write("a.html", page("<p>一、馆藏</p>", holdings))
    run "new form library --from a.html"
    local first = read "library.lua" .. read "library_test.lua"
    for line in first:gmatch("[^\n]+") do assert.is_true(utf8.len(line) <= 120, line) end
    assert(os.remove(folder .. "/library.lua"))
    assert(os.remove(folder .. "/library_test.lua"))
    run "new form library --from a.html"
    assert.equal(first, read "library.lua" .. read "library_test.lua")
  end)

  it("writes over nothing", function()
    write("a.html", page(holdings))
    write("library_test.lua", "mine")
    local code, _, err = run "new form library --from a.html"
    assert.equal(2, code)
    assert.matches("library_test.lua：文件已存在", err, 1, true)
    assert.is_nil(io.open(folder .. "/library.lua"))
  end)

  it("says of each table why no form was drafted", function()
    write("a.html", page(rows "项目 | 去向\n东岸航线 | 西岸\n西岸航线 | 东岸"))
    local code, out, err = run "new form x --lang en --from a.html"
    assert.equal(3, code)
    assert.matches("[draft.empty]", err, 1, true)
    assert.equal("table 1 (line 2): there are no values in it.\n", out)
  end)

  -- Arguments, exit code, code of the message.
  local refused = {
    {"new form library", 2, "new.from"}, {"new form a-b --from a.html", 2, "new.form_name"},
    {"new form cn_disclosure_2021 --from a.html", 2, "new.form_taken"},
    {"new form x --from none.html", 3, "io.missing"},
    {"new form x --from prose.txt", 3, "draft.empty"}, {"new form x --from report.txt", 3, "draft.known"},
    {"new rule x --from a.html", 2, "new.not_from"},
  }
  for _, case in ipairs(refused) do
    it("refuses: " .. case[1], function()
      write("a.html", page(holdings))
      write("prose.txt", "关于供水管网改造期间停水的公告\n\n停水时间为8时至17时。\n")
      write("report.txt", shell.read "examples/report.txt")
      local code, _, err = run(case[1])
      assert.equal(case[2], code)
      assert.matches("[" .. case[3] .. "]", err, 1, true)
      assert.is_nil(io.open(folder .. "/x.lua"))
    end)
  end
end)

describe("govreport forms test", function()
  before_each(function()
    write("a.html", page("<p>一、馆藏</p>", holdings))
    run "new form library --from a.html"
  end)

  -- Name, what is changed in the test, what is told.
  local wrong = {
    {"a fact", "year = 2024", "year = 2023", "fields.year: expected 2023, found 2024"},
    {"the form", 'form = "library"', 'form = "museum"', 'form: expected "museum", found "library"'},
    {"the file", 'file = "a.html"', 'file = "b.html"', "b.html：文件或文件夹不存在"},
  }
  for _, case in ipairs(wrong) do
    it("tells that " .. case[1] .. " differs", function()
      local text, count = read("library_test.lua"):gsub(case[2], case[3])
      assert.equal(1, count)
      write("library_test.lua", text)
      local code, out = run "forms test ."
      assert.equal(1, code)
      assert.matches(case[4], out, 1, true)
    end)
  end

  it("tells of cells that differ", function()
    write("own_test.lua", [[return {forms = "library.lua", {name = "cells", file = "a.html", cells = {
      ["table_1.books.opening"] = 101, ["table_1.periodicals.opening"] = "", ["table_1.books.note"] = "含捐赠"}}}]])
    local code, out = run "forms test own_test.lua"
    assert.equal(1, code)
    assert.matches("own_test.lua: cells: own_test.lua:2: table_1.books.opening: "
      .. "expected 101, found 100\n", out, 1, true)
  end)

  it("tells of names that the form has not, with the nearest", function()
    write("own_test.lua", [[return {forms = "library.lua", {name = "names", file = "a.html", fields = {agncy = "x"},
      sections = {"section_2"}, cells = {["table_1.book.opening"] = 1, ["table_1.books.openings"] = 1, books = 1,
      ["tables_1.books.opening"] = 1}}}]])
    local code, out = run "forms test own_test.lua --lang en"
    assert.equal(1, code)
    for _, told in ipairs{"fields.agncy: there is no field 'agncy' in the form, did you mean 'agency'?",
                          "sections.section_2: there is no part 'section_2' in the form",
                          "table_1.book.opening: there is no row 'book' in the form, did you mean 'books'?",
                          "there is no column 'openings' in the form, did you mean 'opening'?",
                          "there is no table 'tables_1' in the form, did you mean 'table_1'?",
                          "books: this is no address of a cell, like table.row.column"} do
      assert.matches(told, out, 1, true)
    end
  end)

  it("takes forms that the project has loaded already", function()
    write(".govreport.lua", 'return {forms = {"library.lua"}}')
    assert.equal(0, (run "forms test ."))
    assert.equal(0, (run "forms --forms . test ."))
  end)

  it("tells of tests that are not right", function()
    write("b_test.lua", "return {{name = 'x', file = 'a.html'}}")
    write("c_test.lua", "return {forms = 'library.lua', {nam = 'x'}}")
    write("d_test.lua", "return {forms = 'library.lua', {name = 'x'}}")
    local code, _, err = run "forms test ."
    assert.equal(2, code)
    assert.matches("b_test.lua: the key 'forms' is missing", err, 1, true)
    assert.matches("c_test.lua:1: case 1: unknown key 'nam', did you mean 'name'?", err, 1, true)
    assert.matches("d_test.lua: case 1: a case has a 'file' or a 'text'", err, 1, true)
  end)
end)

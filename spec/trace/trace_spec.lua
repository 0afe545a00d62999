--- A trace: each kind of failure gives the event that explains it, and a trace reads as an ordinary reading does.

local catalogue = require "govreport.base.catalogue"
local doc = require "spec.support.doc"
local forms = require "govreport.form"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local render = require "govreport.render.trace"
local trace_json = require "govreport.render.trace_json"
local tsv = require "govreport.render.tsv"

local text, page = doc.read "examples/report.txt", doc.read "examples/report-2021.html"

-- A copy in which one piece of text is replaced; it must be there.
local function with(source, old, new)
  local start, stop = source:find(old, 1, true)
  assert(start, "not in the example: " .. old)
  return source:sub(1, start - 1) .. new .. source:sub(stop + 1)
end

local function up_to(source, mark) return source:sub(1, assert(source:find(mark, 1, true)) - 1) end

local function from(source, mark) return source:sub((assert(source:find(mark, 1, true)))) end

-- The trace of a source with its cells, made once.
local traces = {}
local function traced(source)
  traces[source] = traces[source] or assert(govreport.trace(source, {cells = true}))
  return traces[source]
end

-- The event of a kind, about a subject where one is given.
local function find(trace, kind, subject)
  for i = 1, #trace do
    local event = trace[i]
    if event.kind == kind and (subject == nil or event.subject == subject) then return event end
  end
end

local function without_header() return up_to(text, "申请人情况") .. from(text, "一、本年新收政府信息公开申请数量") end

local part_three = up_to(from(text, "  三、收到和处理"), "  四、政府信息公开")

local renamed = with(text, "\n规章\n", "\n规彰\n")

-- What is changed; the event that tells of it: kind, subject, and of it near.difference, near.nearest, text, fields.
local cases = {
  {"a misspelt row", with(text, "（一）予以公开", "（一）予以公幵"), "label_misprint", "（一）予以公开",
   text = "（一）予以公幵", outcome = "noted"},
  {"a row under another name", renamed, "row_missing", "instruments.administrative_rules",
   difference = "规[彰→章]", nearest = "规章", outcome = "missed", near_line = 48},
  {"a row of a page under another name", with(page, "行政处罚", "行业罚款"), "row_missing", "enforcement.penalties"},
  {"values beside a word that is no label", renamed, "row_unknown", nil, text = "规彰", outcome = "passed"},
  {"the numbers of that row", renamed, "number_beside_unknown", nil, text = "0、0、0",
   fields = {count = 3, at = "48:1"}},
  {"a row that lost a value", with(text, "（一）予以公开\n\n17\n\n", "（一）予以公开\n\n"), "row_short",
   "applications.granted", fields = {got = "6", wanted = "7", label = "（一）予以公开"}, outcome = "missed"},
  {"the numbers of such a row", with(text, "（一）予以公开\n\n17\n\n", "（一）予以公开\n\n"), "number_in_lost_row",
   "applications.granted", text = "5、1、1、2、0、26"},
  {"a row with a value too many", with(text, "（一）予以公开\n\n17\n\n", "（一）予以公开\n\n17\n\n9\n\n"), "row_long",
   "applications.granted", fields = {got = "8", wanted = "7"}},
  {"a text that ends inside a table", up_to(text, "（三）不予公开"), "table_until", "applications",
   fields = {got = 4, wanted = 23, before = "（二）部分公开", first = "（三）不予公开1.属于国家秘密"}, outcome = "missed"},
  {"rows that are nowhere", up_to(text, "（三）不予公开"), "rows_unseen_many", "applications", fields = {count = 19}},
  {"a table that is nowhere", up_to(text, "（三）不予公开"), "table_absent", "disputes", fields = {first = "结果维持"}},
  {"parts that are nowhere", up_to(text, "（三）不予公开"), "part_missing", "other", fields = {title = "其他需要报告的事项"},
   outcome = "missed"},
  {"a table without its header", without_header(), "header_missing", "applications", outcome = "noted"},
  {"columns in the form's order", without_header(), "columns_inferred", "applications",
   fields = {by_label = 0, inferred = 7}},
  {"a misspelt column", with(page, '"2">自然人', '"2">自燃人'), "column_missing", "自然人", difference = "自[燃→然]人"},
  {"a column of another form", with(page, "本年制发件数", "本年新制作数量"), "label_unknown_foreign", nil,
   text = "本年新制作数量", fields = {form = "cn_disclosure_2019"}},
  {"a table with such a column", with(page, "本年制发件数", "本年新制作数量"), "table_read_narrow", "instruments",
   fields = {wanted = 2, missing = 1}, outcome = "missed"},
  {"numbers below it", with(page, "本年制发件数", "本年新制作数量"), "number_in_no_column",
   "instruments.administrative_rules", text = "0"},
  {"a table that comes twice", with(text, part_three, part_three .. part_three), "rows_repeated", "applications",
   fields = {count = 23}, outcome = "noted"},
  {"a row that comes twice with other values", with(text, part_three, part_three .. with(part_three, "17", "18")),
   "row_conflict", "applications.granted"},
  {"a misprint", with(text, "第二十条第（一）项", "第二十条（一）项"), "label_misprint", "第二十条第（一）项"},
  {"a caption that is missing", with(text, "第二十条第（五）项\n\n", ""), "caption_missing", "第二十条第（五）项"},
  {"a heading with another title", with(text, "三、收到和处理政府信息公开申请情况", "三、申请办理情况"), "part_by_number",
   "applications", text = "三、申请办理情况", outcome = "noted"},
  {"a heading that is misspelt and has no number",
   with(text, "五、存在的主要问题及改进情况", "存在的主要间题及改正情况"), "part_missing", "problems",
   difference = "存在的主要[间→问]题及改[正→进]情况", outcome = "missed"},
  {"a heading that is none of the form's", text .. "\n  七、附件清单\n\n  无。\n", "heading_unknown", nil, text = "七、附件清单"},
  {"a table of contents", with(text, "  一、总体情况\n", "  一、总体情况\n\n  二、主动公开政府信息情况\n\n  一、总体情况\n"),
   "part_again_contents", "overview", outcome = "passed"},
  {"a subheading with the title of a part",
   with(with(text, "（一）主动公开\n", "（一）主动公开政府信息情况\n"), "（二）依申请公开\n", "（二）收到和处理政府信息公开申请情况\n"),
   "part_again_otherwise", "proactive", outcome = "passed", text = "（一）主动公开政府信息情况"},
  {"a subheading among others with a title", with(text, "（三）政府信息管理\n", "（三）收到和处理政府信息公开申请情况\n"),
   "part_again_otherwise", "applications", outcome = "passed"},
  {"a subheading among others with a title, where a part has no number",
   with(with(text, "（三）政府信息管理\n", "（三）收到和处理政府信息公开申请情况\n"), "  五、存在", "  存在"),
   "part_again_listed", "applications", outcome = "passed"},
  {"a title of a part at the wrong place", with(with(text, "五、存在的主要问题及改进情况", "五、展望"), "（一）主动公开\n",
                                              "存在的主要问题及改进情况\n"), "part_again_unnumbered", "problems"},
  {"a field that is read twice", page, "field_overruled", "published_on", fields = {at = "41:52"}},
  {"a field that is missing", page, "field_missing", "dated", outcome = "noted"},
  {"a field that cannot be read", with(text, "2021年01月25日", "2021年13月25日"), "field_unreadable", "published_on",
   text = "2021年13月25日", outcome = "missed"},
  {"a text that is no report", "菜谱\n\n豆腐 2 块。\n\n行政处分\n\n12\n", "form_none", nil, outcome = "missed"},
  {"what is nearest in it", "菜谱\n\n豆腐 2 块。\n\n行政处分\n\n12\n", "line_near", nil, difference = "行政处[分→罚]"},
  {"a text with next to nothing of a form", "纪要\n\n一、总体情况\n\n今年平稳。\n", "form_nearest", "cn_disclosure_2021",
   fields = {parts = 1, own = 0}, outcome = "missed"},
  {"where the article lies", page, "article_division", nil, fields = {first = {zh = "第48行", en = "line 48"}}},
}

describe("a trace tells of", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      local found = traced(case[2])
      local event = find(found, case[3], case[4])
      assert.is_truthy(event, "no event " .. case[3])
      if case.text then assert.equal(case.text, event.text) end
      if case.outcome then assert.equal(case.outcome, event.outcome) end
      if case.difference then assert.equal(case.difference, event.near.difference) end
      if case.nearest then assert.equal(case.nearest, event.near.nearest) end
      if case.near_line then assert.equal(case.near_line, event.near.place.line) end
      for name, value in pairs(case.fields or {}) do assert.same(value, event.fields[name]) end
    end)
  end
end)

-- Everything above once more, and the examples as they are.
local sources = {text, page, doc.read "examples/report-with-errors.txt"}
for _, case in ipairs(cases) do sources[#sources + 1] = case[2] end

describe("any trace", function()
  it("has messages in both languages, as text and as JSON", function()
    for _, source in ipairs(sources) do
      local found = traced(source)
      for _, lang in ipairs(catalogue.languages) do
        assert.is_nil(render.text("x", found, {lang = lang, all = true}):gsub("\n", ""):find("%c"))
        local value = assert(json_reader.decode(trace_json.render("x", found, lang)))
        assert.equal(#found, #value.events)
      end
    end
  end)

  it("reads what an ordinary reading reads", function()
    for _, source in ipairs(sources) do
      local report, found = govreport.parse(source), traced(source)
      if report then
        assert.equal(report.form, found.form)
        assert.equal(tsv.render(report), tsv.render(found.report))
        assert.equal(#report.ledger, #found.report.ledger)
      else
        assert.equal("nearest", found.why)
      end
    end
  end)

  it("is the same each time", function()
    for _, source in ipairs(sources) do
      local first, second = traced(source), assert(govreport.trace(source, {cells = true}))
      assert.equal(trace_json.render("x", first, "zh"), trace_json.render("x", second, "zh"))
    end
  end)

  it("accounts for each number that the report does not", function()
    for _, source in ipairs(sources) do
      local found = traced(source)
      local count = 0
      for i = 1, #found do
        if found[i].group == "numbers" and not found[i].headline then count = count + found[i].fields.count end
      end
      local left = found.report and #found.report:unaccounted() or 0
      assert.is_true(count <= left and (left == 0 or count > 0))
    end
  end)
end)

describe("a trace of a report that is read in full", function()
  it("has nothing that was missed", function()
    for _, source in ipairs{text, page} do
      local found = assert(govreport.trace(source))
      for i = 1, #found do assert.not_equal("missed", found[i].outcome) end
    end
  end)

  it("cannot be changed", function()
    local found = assert(govreport.trace(text))
    assert.error(function() found[1] = nil end, "govreport.Trace is read-only")
    assert.error(function() found[1].kind = "x" end, "govreport.TraceEvent is read-only")
  end)
end)

describe("the cells of a trace", function()
  -- The text of a line that an event names.
  local lines = {}
  local function line_of(place)
    local path, number = place:match("^(.*):(%d+)$")
    if not lines[path] then
      lines[path] = {}
      for line in io.lines("lua/" .. path) do table.insert(lines[path], line) end
    end
    return lines[path][tonumber(number)]
  end

  it("name the lines that declare their rows and columns", function()
    for _, source in ipairs{text, page} do
      local found, count = assert(govreport.trace(source, {cells = true})), 0
      for i = 1, #found do
        local event = found[i]
        if event.group == "cells" and not event.headline then
          local row, column = event.subject:match("%.([^.]+)%.([^.]+)$")
          assert.is_truthy(line_of(event.row_script):find('"' .. row .. '"', 1, true), event.subject)
          assert.is_truthy(line_of(event.script):find('"' .. column .. '"', 1, true), event.subject)
          count = count + 1
        end
      end
      local declared, wanted = forms.declared(found.form), 0
      for _, t in ipairs(declared.tables) do wanted = wanted + #t.rows * #t.columns end
      assert.equal(wanted, count)
    end
  end)

  it("say where their labels stand and how they were told", function()
    local granted = assert(govreport.trace(page, {cell = "applications.granted.total"}))
    local event = find(granted, "cell_labels")
    assert.equal(2, #granted)   -- and the one that sums up
    assert.equal("30", event.text)
    assert.equal(79, event.row_place.line)
    assert.equal(75, event.column_place.line)
    local headless = assert(govreport.trace(without_header(), {cell = "applications.granted.total"}))
    assert.is_truthy(find(headless, "cell_inferred"))
    local first = assert(govreport.trace(text, {cell = "disputes.litigation_direct.upheld"}))
    assert.equal(562, find(first, "cell_order").column_place.line)
  end)
end)

describe("a form that was added", function()
  it("is named with the lines of its script", function()
    local folder = doc.folder{["ferry.lua"] = [[
return {
  id = "ferry", name = "渡口年报", fields = {},
  sections = {{id = "traffic", title = "客流情况"}},
  tables = {{
    id = "trips", section = "traffic",
    rows = {{id = "north", label = "北岸渡口"}, {id = "south", label = "南岸渡口"}},
    columns = {
      {id = "adults", label = "成人人次"},
      {id = "children", label = "儿童人次"},
    },
  }},
  readers = {}, detect = {labels = {"成人人次", "儿童人次"}, sections = 1},
}
]]}
    local path = folder .. "/ferry.lua"
    govreport.load_forms{path}
    local source = "一、客流情况\n\n成人人次\n\n儿童人次\n\n北岸渡口\n\n5\n\n6\n\n东河码头\n\n7\n\n8\n"
    local found = assert(govreport.trace(source, {form = "ferry", cells = true}))
    doc.remove(folder)
    assert.equal(path .. ":6", find(found, "row_missing", "trips.south").script)
    assert.equal(path .. ":9", find(found, "cell_order", "trips.north.children").script)
  end)
end)

describe("the options of a trace", function()
  it("narrow it to a table, a part or a form", function()
    local other = with(text, "\n2.重复申请\n", "\n2.缓交费用\n")
    local found = assert(govreport.trace(other, {table = "applications"}))
    for i = 1, #found do assert.equal("applications", found[i].table) end
    assert.is_truthy(find(found, "row_missing"))
    assert.is_truthy(find(found, "number_beside_unknown"))
    found = assert(govreport.trace(other, {section = "disputes"}))
    for i = 1, #found do assert.equal("disputes", found[i].section) end
    found = assert(govreport.trace(page, {form = "cn_disclosure_2019"}))
    assert.equal("cn_disclosure_2019", found.form)
    assert.is_truthy(find(found, "form_wanted"))
    assert.is_truthy(find(found, "columns_unknown", "licensing"))
  end)

  it("must name what the form has", function()
    for _, wrong in ipairs{
      {{table = "aplications"}, "trace.unknown_near", "aplications", "applications"},
      {{cell = "x"}, "trace.unknown", "“x”"},
      {{form = "cn_disclosure_2020"}, "trace.unknown_near", "cn_disclosure_2020", "cn_disclosure_20"},
    } do
      local found, message, code = govreport.trace(text, wrong[1])
      assert.is_nil(found)
      assert.equal(wrong[2], code)
      for i = 3, #wrong do assert.matches(wrong[i], message, 1, true) end
    end
    assert.error_matches(function() govreport.trace(text, {tabel = "x"}) end,
                         "unknown key 'tabel', did you mean 'table'?", 1, true)
    assert.equal(0, #assert(govreport.trace(page, {table = "procurement"})))   -- another form has it
  end)

  it("take a Document as well", function()
    local document = assert(govreport.read "examples/report.txt")
    assert.equal("cn_disclosure_2019", assert(govreport.trace(document)).form)
    assert.equal("input.empty", select(3, govreport.trace("")))
  end)
end)

describe("govreport trace", function()
  local folder
  setup(function()
    folder = doc.folder{["report.txt"] = text, ["menu.txt"] = "菜谱\n\n豆腐 2 块。\n"}
  end)
  teardown(function() doc.remove(folder) end)

  local function code_of(arguments) return doc.govreport(folder, arguments .. "; echo $?"):match("(%d+)\n$") end

  it("ends with 0, 2 or 3", function()
    assert.equal("0", code_of "trace report.txt")
    assert.equal("0", code_of "trace --form cn_disclosure_2021 menu.txt")
    assert.equal("2", code_of "trace --table none report.txt")
    assert.equal("3", code_of "trace menu.txt")
    assert.equal("3", code_of "trace nowhere.txt")
  end)
end)

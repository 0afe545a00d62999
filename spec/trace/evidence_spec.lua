--- A trace tells of rows whose labels and values came apart on what evidence they were read or why not, and what the
-- nearest other reading was; and what it counts is what the report has.

local catalogue = require "govreport.base.catalogue"
local doc = require "spec.support.doc"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local perturbed = require "spec.support.perturbed"
local render = require "govreport.render.trace"
local small_form = require "spec.support.small_form"
local surfaces = require "spec.support.surfaces"
local text_surfaces = require "spec.support.text_surfaces"
local trace_json = require "govreport.render.trace_json"

-- ---- a form whose tables are small enough to be seen ---------------------------------------------

local script = [[
return {
  id = "quay", name = "码头年报", fields = {},
  sections = {{id = "berths", title = "泊位情况"}, {id = "claims", title = "理赔情况"}},
  tables = {
    {id = "use", section = "berths", total = "sum",
     columns = {{id = "day", label = "白班艘次"}, {id = "night", label = "夜班艘次"}, {id = "sum", label = "合计艘次"}},
     rows = {{id = "east", label = "东港池泊位"}, {id = "west", label = "西港池泊位"}, {id = "north", label = "北防波堤锚地"},
             {id = "south", label = "南堤外锚地"}, {id = "roads", label = "引航待泊水域"}}},
    {id = "paid", section = "claims", across = true,
     columns = {{id = "agreed", label = "协商结案"}, {id = "open", label = "尚未结案"}},
     rows = {{id = "hull", label = "船体损伤"}, {id = "cargo", label = "货物短少"}}},
  },
  readers = {}, detect = {labels = {"白班艘次", "夜班艘次"}, sections = 1},
}
]]

-- One cell a line.
local function lines(...)
  local list = {}
  for _, text in ipairs{...} do
    for word in text:gmatch("%S+") do list[#list + 1] = word end
  end
  return table.concat(list, "\n\n") .. "\n\n"
end

local head = lines "一、泊位情况 白班艘次 夜班艘次 合计艘次"
local east, west, north = lines "东港池泊位 41 12 53", lines "西港池泊位 8 3 11", lines "北防波堤锚地 6 1 7"
local south, roads = lines "南堤外锚地 9 4 13", lines "引航待泊水域 2 5 7"
local claims = lines "二、理赔情况 船体损伤 货物短少 协商结案 尚未结案 协商结案 尚未结案"

-- Name, text; kind and subject of the event, its outcome, fields of it.
local cases = {
  {"a row whose label is in pieces", head .. east .. west .. "北防波堤\n\n6 1 7\n\n锚地\n\n" .. south .. roads,
   "row_aligned", "use.north", "matched", {letters = 6, matched = 6, before = 4, values = 3}},
  {"a row of whose label a part is there", head .. east .. west .. lines "北防波堤 港务 6 1 7" .. south .. roads,
   "row_aligned", "use.north", "matched", {letters = 6, matched = 4, values = 3}},
  {"a row whose label is lost", head .. east .. west .. lines "6 1 7" .. south .. roads,
   "row_placed", "use.north", "matched", {matched = 0, values = 3}},
  {"rows whose labels stand in front of all their values",
   head .. east .. lines "西港池泊位 北防波堤锚地 8 3 11 6 1 7" .. south .. roads,
   "row_apart", "use.west", "matched", {matched = 5, letters = 5, values = 3}},
  {"a row that lacks a value, beside one without label", head .. east .. west .. lines "6 7" .. south .. roads,
   "row_refused", "use.west", "passed", {reason = "short", values = 2, wanted = 3}},   -- `row_long` says so too
  {"a row without label beside one that lacks a value", head .. east .. west .. lines "6 7" .. south .. roads,
   "row_refused", "use.north", "missed", {reason = "neighbour", values = 3}},
  {"a row without label and a number too many", head .. east .. west .. lines "6 1 7 88" .. south .. roads,
   "row_refused", "use.north", "missed", {reason = "leftover"}},
  {"a row with text in front that nothing explains",
   head .. east .. west .. lines "锅炉检修车间 6 1 7" .. south .. roads,
   "row_refused", "use.north", "missed", {reason = "strange"}},
  {"a row with the label of another among its values",
   head .. east .. west .. lines "北防波堤锚地 6 1 南堤外锚地 9 4 13 5" .. roads,
   "row_refused", "use.north", "missed", {reason = "torn"}},
  {"values that may be those of several rows", lines "一、泊位情况 西港池泊位 41 12 53 8 3 11 6 1 7 9 4 13 2 5 7",
   "row_refused", "use.west", "missed", {reason = "margin", margin = 0}},
  {"rows that may as well be columns",
   head .. lines "东港池泊位 西港池泊位 北防波堤锚地 南堤外锚地 引航待泊水域 41 8 6 9 2 12 3 1 4 5 53 11 7 13 7",
   "row_refused", "use.east", "missed", {reason = "columns"}},
  {"rows whose columns no header tells",
   lines "一、泊位情况 41 12 53 8 3 11 6 1 7 9 4 13 2 5 7 东港池泊位 西港池泊位 北防波堤锚地 南堤外锚地 引航待泊水域",
   "row_refused", "use.west", "missed", {reason = "header", values = 3}},
  {"a row that may have lost its last cell", head .. east .. west .. "北防波\t\t1\t7\n堤锚地\n" .. south .. roads,
   "row_refused", "use.north", "missed", {reason = "blank_end"}},
  {"a row without a value, in a table that is one line", head .. east .. west .. north .. south .. roads .. claims
   .. lines "1 2 3", "row_refused", "paid.hull", "passed", {reason = "short", values = 0}},
  {"a row beside it", head .. east .. west .. north .. south .. roads .. claims .. lines "1 2 3",
   "row_refused", "paid.cargo", "missed", {reason = "neighbour", values = 2}},
}

local function find(trace, kind, subject)
  for i = 1, #trace do
    if trace[i].kind == kind and trace[i].subject == subject then return trace[i] end
  end
end

local function said(trace, kind, subject)
  local list = {}
  for i = 1, #trace do
    if trace[i].subject == subject then list[#list + 1] = trace[i].kind .. " " .. tostring(trace[i].fields.reason) end
  end
  return ("no %s of %s, but %s"):format(kind, subject, table.concat(list, ", "))
end

local folder
setup(function()
  folder = doc.folder{["quay.lua"] = script}
  govreport.load_forms{folder .. "/quay.lua"}
end)
teardown(function() doc.remove(folder) end)

local function traced(text) return assert(govreport.trace(text, {form = "quay", cells = true})) end

describe("a trace tells the evidence of", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      local found = traced(case[2])
      local event = find(found, case[3], case[4])
      assert.is_truthy(event, said(found, case[3], case[4]))
      for name, value in pairs(case[6]) do assert.equal(value, event.fields[name], name) end
      assert.equal(case[5], event.outcome)
    end)
  end
end)

describe("the runner-up", function()
  local text = head .. east .. west .. lines "6 1 7" .. south .. roads

  it("is named with what it costs more", function()
    local event = find(traced(text), "row_placed", "use.north")
    assert.is_true(event.fields.margin > 3)
    assert.is_truthy(event.fields.rival:find("^use%."))
    assert.equal("位于“西港池泊位”行与“南堤外锚地”行之间", event.fields.between.zh)
  end)

  it("is in the text and in the JSON, in both languages", function()
    local found = traced(text)
    local margin = tostring(find(found, "row_placed", "use.north").fields.margin)
    for lang, words in pairs{zh = "另一读法是", en = "the runner-up"} do
      local shown = render.text("x", found, {lang = lang, all = true})
      assert.is_truthy(shown:find(words, 1, true))
      assert.is_truthy(shown:find(margin, 1, true))
      local events = assert(json_reader.decode(trace_json.render("x", found, lang))).events
      local fields
      for _, event in ipairs(events) do fields = event.kind == "row_placed" and event.fields or fields end
      assert.equal(0, fields.matched)
      assert.equal(6, fields.letters)
      assert.equal(margin, tostring(fields.margin))
      assert.is_string(fields.other)
    end
  end)
end)

describe("each reason why a row is not read", function()
  it("has its words", function()
    for _, reason in ipairs{"short", "leftover", "neighbour", "contradicted", "torn", "strange", "margin", "blank_end",
                            "columns", "lines", "header"} do
      assert.is_true(catalogue.has("trace.refused_" .. reason), reason)
    end
  end)
end)

-- ---- what is counted -----------------------------------------------------------------------------

local without_row = {cell_missing = true, cell_lost = true}

-- Cells by table that a report shows with a value, and those of them that are inferred.
local function shown(report)
  local counts = {}
  for id, t in pairs(report.tables) do
    local own = {read = 0, inferred = 0}
    for row in t:rows() do
      for cell in row:cells() do
        local is_read = cell.state ~= "absent" and cell.state ~= "unreadable"
        own.read = own.read + (is_read and 1 or 0)
        own.inferred = own.inferred + (is_read and cell.inferred and 1 or 0)
      end
    end
    counts[id] = own
  end
  return counts
end

-- The same by what a trace says of each cell.
local function told(trace)
  local counts = {}
  for i = 1, #trace do
    local event = trace[i]
    if event.group == "cells" and not event.headline then
      local own = counts[event.table] or {read = 0, inferred = 0}
      counts[event.table] = own
      local is_read = not without_row[event.kind] and event.state ~= "absent" and event.state ~= "unreadable"
      local is_inferred = is_read and (event.kind == "cell_inferred" or event.kind == "cell_placed")
      own.read = own.read + (is_read and 1 or 0)
      own.inferred = own.inferred + (is_inferred and 1 or 0)
    end
  end
  return counts
end

-- Traces a text with everything, in every form of output.
local function check(text, form)
  local report = govreport.parse(text)
  local found = assert(govreport.trace(text, {form = form, cells = true}))
  for _, lang in ipairs(catalogue.languages) do
    render.text("x", found, {lang = lang, all = true})
    assert(json_reader.decode(trace_json.render("x", found, lang)))
  end
  if not report or form and report.form ~= form then return false end
  local counts, head_counts = told(found), {read = 0, inferred = 0}
  assert.same(shown(report), counts)
  for _, own in pairs(counts) do
    head_counts.read, head_counts.inferred = head_counts.read + own.read, head_counts.inferred + own.inferred
  end
  for i = 1, #found do
    local event = found[i]
    if event.group == "cells" and event.headline then
      assert.equal(head_counts.read, event.fields.read)
      assert.equal(head_counts.inferred, event.fields.inferred)
    end
  end
  return true
end

describe("what a trace counts is what the report shows", function()
  for _, path in ipairs{"examples/report.txt", "examples/report-2021.html", "examples/report-with-errors.txt"} do
    it("in " .. path, function() check(doc.read(path)) end)
  end

  it("in a text that is broken", function()
    local text = doc.read "examples/report.txt"
    local broken, count = text:gsub("2%.其他法律行政法规禁止公开\n\n", "", 1)
    assert.equal(1, count)
    check(broken)
    check((broken:gsub("（一）予以公开\n\n17\n\n", "（一）予以公开\n\n1.7.0\n\n")))
    check(broken:sub(1, #broken // 2))
  end)

  for number, surface in ipairs(text_surfaces.list) do
    it("on the surface: " .. surface.name, function()
      local base = perturbed.base(5, number, number)
      check((text_surfaces.text(base.lines)))
      for case = 1, 2 do check(perturbed.case(base, 5, case).text) end
    end)
  end

  for group = 1, 3 do
    it("on pages and copies of them: every sixth from " .. group, function()
      for i = group, #surfaces, 6 do
        local v = surfaces[i]
        local form = v.form or (i % 8 > 3 and "cn_disclosure_2021" or "cn_disclosure_2019")
        local declared = forms.declared(form)
        local model, source = generate.report(i, declared, v.generate)
        check(v.print{declared = declared, model = model, source = source, seed = i})
      end
    end)
  end

  it("of a form of one's own", function()
    for _, case in ipairs(cases) do assert.is_true(check(case[2], "quay")) end
    check(head .. claims .. lines "1 2 3 4", "quay")
    check(head .. claims, "quay")
    check("<table><tr><td>白班艘次</td></tr><tr></tr></table><table></table>", "quay")
    check("一、泊位情况\n", "quay")
  end)
end)

describe("every option of a trace", function()
  local text = doc.read "examples/report.txt"
  local cut = assert(text:find("（三）不予公开", 1, true))
  local sources = {
    text, text:sub(1, cut - 1), text:sub(cut), doc.read "examples/report-2021.html", cases[1][2], cases[10][2],
    head .. claims .. lines "1 2 3", "菜谱\n\n豆腐 2 块。\n", "一、客流情况\n\n成人 客车 客船 合计\n\n一、春季 1 2 3 6\n",
    small_form.table [[
      旅客人次>4
      成人 | 团体>2 | 合计
      一、春季 | 7 | 2 | 1 | 10
      二、夏季 | | |
    ]], "<table></table><table><tr></tr><tr><td></td></tr></table><p>年报</p>",
  }

  local function run(source, options)
    local found, _, code = govreport.trace(source, options)
    assert(found or code, "neither a trace nor a code")
    for _, lang in ipairs(found and catalogue.languages or {}) do
      for _, all in ipairs{false, true} do render.text("x", found, {lang = lang, all = all}) end
      assert(json_reader.decode(trace_json.render("x", found, lang)))
    end
  end

  for _, form in ipairs{"cn_disclosure_2014", "cn_disclosure_2019", "cn_disclosure_2021", "cn_website_annual",
                        "cn_budget_three_public", "quay"} do
    it("can be used of anything, by the form " .. form, function()
      local declared = forms.declared(form)
      for n, source in ipairs(sources) do
        local t = declared.tables[n % #declared.tables + 1]
        run(source, {form = form, cells = true})
        run(source, {form = form, table = t.id})
        run(source, {form = form, cell = t.id .. "." .. t.rows[1].id .. "." .. t.columns[1].id})
        run(source, {form = form, section = (declared.sections[n % math.max(1, #declared.sections) + 1] or {}).id})
      end
    end)
  end
end)

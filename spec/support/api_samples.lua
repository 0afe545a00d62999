--- Objects of all shapes that the functions of govreport give, for the spec that compares them with the reference.

local check = require "govreport.check"
local district = require "spec.support.district"
local example = require "spec.support.example"
local findings = require "spec.support.findings"
local govreport = require "govreport"
local shell = require "spec.support.shell"
local testing = require "govreport.testing"
local two_years = require "spec.support.two_years"
local units = require "govreport.bodies.units"
local waivers = require "govreport.waivers"

local samples = {}

--- Tables that programs write and no function gives.
samples.written = {FindingDraft = true, Text = true, Bytes = true, SampleOptions = true, Lines = true}

local register = "name,type,level,parent,code,deadline,aliases\n云岭市人民政府,政府,市级,,330100,,\n"
                 .. "云岭市水务局,部门,市级,云岭市人民政府,330100,01-20,云岭市水利局\n"

local function add(list, type_, ...)
  for _, value in ipairs{...} do list[#list + 1] = {type_, value} end
end

local function open(path) return assert(govreport.open(path)) end

local function parse(text) return assert(govreport.parse(text)) end

local function add_reviews(list)
  local folder = assert(govreport.review({"examples/report-with-errors.txt", "no/such/file"}, {select = {"disputes"}}))
  for _ in folder:files() do   -- what it counts is complete then
  end
  add(list, "ReviewFolder", folder)
end

local function add_reports(list)
  local report = open "examples/report.txt"
  add(list, "Report", report, open "examples/report-with-errors.txt", open "examples/report-2021.html")
  local spoilt = "<p>\xff</p><table><tr><td>1</td></tr></table>" .. ("云岭市"):rep(50)
  add(list, "Document", report.document, assert(govreport.read "examples/report-2021.html"),
      assert(govreport.read_bytes(spoilt, {format = "html"})))
  add(list, "Member", govreport.member(report))
  add(list, "Decimal", govreport.decimal "0.5")
end

local function add_units(list)
  local known = assert(units.parse(register))
  add(list, "Units", known, assert(units.parse("name,year\n云岭市水务局,2020\n", {roster = true})))
  local _, _, _, problems = units.parse("name,type\n云岭市水务局,无此类型\n")
  add(list, "UnitsProblem[]", problems)
  local seen
  govreport.check(open "examples/report.txt", {units = known, select = {"program"}, rules = {function(report)
    seen = {report:body(), report:place(1, 10)}
  end}})
  add(list, "Body", seen[1])
  add(list, "DraftPlace", seen[2])
end

local function add_results(list)
  local wrong, address = open "examples/report-with-errors.txt", "applications.unavailable_not_held.natural_person"
  local accepted = waivers.new{
    {rule = "applications.row_total", cell = address, value = 5, reason = "r"},
    {rule = "structure.parts_announced", agency = "云岭市水务局", year = 2020, sentence = "x", value = 1, reason = "r"},
    {rule = "disputes.total", cell = "disputes.reconsideration.total", value = 99, reason = "r",
     expires = "2099-12-31"},
  }
  add(list, "Result", govreport.check(wrong), govreport.check(wrong, {waivers = accepted, today = "2026-01-01"}))
  add(list, "Waivers", accepted)
  add(list, "IdleWaiver[]", accepted:idle())
  local unsure = {{"四、结转下年度继续办理", 7, "9"}, {"（七）总计", 7, ""}}
  add(list, "Result", govreport.check(parse(example.set_all(example.text, unsure))))
  local very_many = govreport.check(parse(example.very_many(1002))).list
  add(list, "Finding", very_many[#very_many])   -- the one that stands for others
  -- A blank leaves a choice, with bounds.
  local bounded = {{"总计", 1, "5"}, {"总计", 2, "/"}, {"总计", 3, "0"}}
  add(list, "Result", govreport.check(parse(example.set_all(example.text, bounded))))
  local before = parse(example.set_all(two_years.before, {{"四、结转下年度继续办理", 7, "77"}}))
  add(list, "Result", govreport.check(parse(two_years.now), {previous = before}))
end

local function add_comparisons(list)
  local report, later = open "examples/report.txt", open "examples/report-2021.html"
  local misprint = parse(example.edit(example.text, "（五）不予处理", "（五）不予以处理"))
  local unread = parse(example.set_all(example.text, {{"（一）予以公开", 1, "3l"}}))
  for _, other in ipairs{later, misprint, unread, open "examples/report-with-errors.txt"} do
    add(list, "Difference", govreport.diff(report, other), govreport.diff(other, report))
  end
  add(list, "SimilarGroups", govreport.similar{report, "examples/report-with-errors.txt", "no/such/file"})
  add(list, "Copies", assert(govreport.same{"examples/report.txt", "no/such/file", report}))
  local form = "cn_disclosure_2021"
  local parent, children = district.new(3, form)
  parent["applications.received.total"] = tostring(tonumber(parent["applications.received.total"]) - 5)
  local names = {district.names[1], table.unpack(district.names, 1, 4)}
  local roster = assert(units.parse("name\n" .. table.concat(district.names, "\n") .. "\n", {roster = true}))
  add(list, "Rollup", (govreport.rollup(parse(example.page), {report})),
      (district.rollup(form, parent, children, {roster = roster, names = names})))
end

local function add_traces(list)
  local broken = example.edit(example.text, "\n规章\n", "\n规彰\n")
  for _, text in ipairs{example.text, broken, "菜谱\n"} do
    add(list, "Trace", assert(govreport.trace(text, {cells = true})))
  end
  add(list, "Trace", assert(govreport.trace(example.text, {cell = "applications.granted.total"})))
  add(list, "Trace", assert(govreport.trace(broken, {table = "applications"})))
  add(list, "Trace", assert(govreport.trace(assert(govreport.read "examples/report-2021.html"))))
  add(list, "FormChoice", (govreport.why(assert(govreport.read_bytes(broken)))))
end

-- A batch before its entries and behind them, one with a file that cannot be read, one beside a first round.
local function add_batches(list)
  local wrong = "examples/report-with-errors.txt"
  local function batch(options) return assert(govreport.check_files({wrong, "no/such/file"}, options)) end
  add(list, "Batch", batch())
  local of_folder = assert(govreport.check_files "examples/forms")
  for _ in of_folder:entries() do end   -- its reports are of other forms than what is described
  add(list, "Batch", of_folder)
  add(list, "FolderCounts", of_folder.folder)
  local collection, opened = assert(govreport.open_files{wrong, "examples/forms", "no/such/file"}), {}
  for entry in collection:entries() do
    if entry.report then opened[#opened + 1] = {name = entry.name, report = assert(govreport.open(entry.name))}
    else opened[#opened + 1] = entry end
  end
  add(list, "Collection", collection)
  add(list, "CollectionEntry", table.unpack(opened))
  local done, entries = batch(), {}
  for entry in done:entries() do entries[#entries + 1] = entry.code and entry or nil end
  add(list, "Batch", done)
  add(list, "BatchEntry", table.unpack(entries))
  local first = assert(govreport.rounds(govreport.render(batch(), "json")))
  add(list, "Rounds", first)
  local second = batch{since = first}
  add(list, "Batch", second)
  add(list, "AbsentReport[]", second:absent())
  add(list, "Printer", govreport.printer(done))
  local edited = parse(findings.edited{{"五部分组成", "六部分组成"}})
  add(list, "Letter", assert(govreport.letter(govreport.check(edited), {
    since = first, from = "云岭市人民政府办公室", date = "2021-02-05", deadline = "2021-02-28", contact = "张敏"})))
end

-- What is known of rules and forms, and drafts of them.
local function add_lists(list)
  local own = {id = "my.rule", at_most = {"applications.granted.*", "applications.concluded.*"}}
  add(list, "Rules", govreport.rules{rules = {own}})
  for _, id in ipairs{"disputes.total", "wording.template", "applications.carry_over"} do
    add(list, "Explanation", assert(govreport.explain(id)))
  end
  add(list, "Forms", govreport.forms())
  add(list, "View", govreport.forms()[1].declared.sections)
  local page = "<h1>云岭市水务局2024年节水工作年报</h1><table><tr><th>项目</th><th>数量</th></tr>"
               .. "<tr><td>巡查次数</td><td>12</td></tr><tr><td>改造管网</td><td>7</td></tr></table>"
               .. "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
  add(list, "Draft", assert(govreport.draft(assert(govreport.read_bytes(page, {name = "water.html"})), "water")))
  local added = govreport.load_forms "examples/forms/library.lua"
  add(list, "RuleDraft", assert(govreport.draft_rule "my.granted"),
      assert(govreport.draft_rule("my.held", {form = added[1].id})))
end

local function add_tests(list)
  local folder = shell.folder()
  local case = '{name = "%s", form = "cn_disclosure_2021", finds = {"my.rule"}}'
  shell.write(folder .. "/rule.lua", 'return {id = "my.rule", present = "fields.agency"}')
  shell.write(folder .. "/rule_test.lua", "return {rules = 'rule.lua', " .. case:format "one" .. "}")
  add(list, "TestCase[]", testing.run_rules(folder .. "/rule_test.lua"))
  shell.remove(folder)
end

local function add_filled(list)
  local cells = {["disputes.reconsideration.upheld"] = 1, ["disputes.reconsideration.total"] = 1}
  add(list, "FilledForm", assert(govreport.fill("cn_disclosure_2021", {agency = "云岭市水务局", year = 2024, cells = cells})))
  add(list, "DataProblem[]", (select(4, govreport.fill("cn_disclosure_2021", {tsv = "table\n"}))))
end

local function add_datasets(list)
  local path = os.tmpname()
  add(list, "DatasetSummary", assert(govreport.dataset({"examples/report.txt", {name = "a.txt", bytes = "菜谱"}},
                                                       {output = path, to = "jsonl", jobs = 0})))
  os.remove(path)
end

--- List of `{type, object}`.
function samples.all()
  local list = {}
  add_reports(list)
  add_units(list)
  add_results(list)
  add_comparisons(list)
  add_traces(list)
  add_batches(list)
  add_reviews(list)
  add_lists(list)
  add_tests(list)
  add_filled(list)
  add_datasets(list)
  add(list, "Shingles", require("govreport.similarity").shingles "全年新增主动公开12条。")
  add(list, "Result", check.run(open "examples/report.txt", {lang = "en"}))
  return list
end

return samples

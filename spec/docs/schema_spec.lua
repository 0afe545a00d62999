--- The schemas in docs/schema say what the JSON is: every output satisfies its schema, and every key of a schema is
-- written somewhere. Where python3 has jsonschema, that judges as well.

local district = require "spec.support.district"
local example = require "spec.support.example"
local explanation = require "govreport.check.explanation"
local findings = require "spec.support.findings"
local govreport = require "govreport"
local rule = require "govreport.check.rule"
local schema = require "spec.support.schema"
local shell = require "spec.support.shell"
local waivers = require "govreport.waivers"

-- ---- outputs --------------------------------------------------------------------------------------

local outputs = {}   -- by schema: list of texts
for _, name in ipairs(schema.names) do outputs[name] = {} end

local function add(name, object, options)
  table.insert(outputs[name], type(object) == "string" and object or govreport.render(object, "json", options))
end

local examples = {"report.txt", "report-with-errors.txt", "report-2021.html", "statistics-2016.html",
                  "three-public-2023.txt", "website-2023.html"}

local function add_examples()
  local reports = {}
  for i, name in ipairs(examples) do
    reports[i] = assert(govreport.open("examples/" .. name))
    add("report", reports[i])
    add("trace", assert(govreport.trace(reports[i].document, {cells = i == 1})))
  end
  add("diff", govreport.diff(reports[1], reports[2]))
  add("diff", govreport.diff(reports[2], reports[3]))
  local words = {"年度报告", "公开", "申请"}
  for i, word in ipairs(words) do
    local edited = findings.edited{{word, word .. "甲"}, {"\n\n17\n", "\n\n1?7\n"}}
    add("diff", govreport.diff(reports[i], assert(govreport.parse(edited, {name = "x"}))))
  end
  add("similar", (govreport.similar({reports[1], reports[2]})))
  add("trace", (govreport.trace((govreport.read_bytes "通知\n\n一、总体情况\n\n正文\n"))))
end

-- The reports of all examples of rules, and what is found in them.
local function add_explanations()
  local entries, first = {}, nil
  for _, own in ipairs(rule.all()) do
    for _, half in ipairs{"fails", "passes"} do
      local function parse(bytes) return assert(govreport.parse(bytes, {name = "x"})) end
      local run = explanation.example(own) and explanation.run(own, half, parse)
      if run then
        add("report", run.report)
        if half == "fails" then
          first = run.report
          add("trace", assert(govreport.trace(first.document)))
        else
          add("diff", govreport.diff(first, run.report))
        end
        entries[#entries + 1] = {name = own.id, subject = "x", report = run.report, result = run.result}
      end
    end
  end
  add("findings", findings.render("json", entries, nil, {{name = "x", message = "m", code = "io.missing"}}))
end

-- A folder, with what was looked at and what was not.
local function add_folder()
  local _, out = shell.run "bin/govreport check --format json examples"
  add("findings", out)
  local path = os.tmpname()
  local first = findings.entry()
  first.name, first.subject = "absent.txt", "another"
  shell.write(path, findings.render("json", {first}))
  _, out = shell.run("bin/govreport check --format json --since " .. path .. " examples")
  os.remove(path)
  add("findings", out)
end

-- A second round, and findings that are accepted.
local function add_rounds()
  local first = govreport.rounds(findings.render("json", {findings.entry()}))
  local entry = findings.entry(findings.edited{{"五部分组成", "六部分组成"}})
  entry.rounds = first:compare(entry.name, entry.subject, entry.result)
  local path = os.tmpname()
  shell.write(path, 'return {{rule = "disputes.total", reason = "已说明"}}')
  local waived = findings.entry(nil, {waivers = path})
  os.remove(path)
  add("findings", findings.render("json", {entry, waived, findings.hostile_entry()}))
end

-- More findings of a rule than are told one by one.
local function add_very_many()
  local own = {waivers = waivers.new{{rule = "wording.sentence_doubled", reason = "已说明"}}}
  local text = example.very_many(1002)
  add("findings", findings.render("json", {findings.entry(text), findings.entry(text, own)}))
end

local function add_rollup()
  local form = "cn_disclosure_2021"
  local parent, children = district.new(7, form)
  local first
  for address, value in pairs(parent) do
    if value ~= "0" and (not first or address < first) then first = address end
  end
  parent[first] = "9999"
  local rollup = district.rollup(form, parent, children)
  add("rollup", rollup)
  table.remove(children)
  rollup = district.rollup(form, (district.new(7, form)), children)
  add("rollup", rollup)
end

setup(function()
  add_examples()
  add_explanations()
  add_rounds()
  add_folder()
  add_very_many()
  add_rollup()
  add("rules", govreport.rules())
  add("forms", govreport.forms())
end)

-- ---- the schemas ----------------------------------------------------------------------------------

-- What no example has; may only shrink.
local unmet = {
  findings = {"$.$defs.change.at_least", "$.$defs.change.at_most", "$.$defs.waived.status"},
  rollup = {"$.$defs.change.address", "$.$defs.change.at_least", "$.$defs.change.at_most", "$.$defs.change.value",
            "$.$defs.finding.further", "$.$defs.finding.status", "$.$defs.finding_place.place",
            "$.$defs.finding_place.raw"},
}

for _, name in ipairs(schema.names) do
  it("every output satisfies the schema of " .. name, function()
    local own = schema.open(name)
    assert.is_true(#outputs[name] > 0)
    for _, text in ipairs(outputs[name]) do assert.is_nil(own:judge(text)) end
    local missing = {}
    for _, path in ipairs(own:unmet()) do
      local is_spot = path:find("%.spot%f[%W]")   -- spec/docs/spot_spec.lua has them
      if not is_spot then missing[#missing + 1] = path end
    end
    assert.same(unmet[name] or {}, missing)
  end)

  it("the schema of " .. name .. " refuses what is not so", function()
    local text = outputs[name][1]
    local own = schema.open(name)
    assert.is_string(own:judge((text:gsub("govreport%." .. name .. "/1", "govreport.other/1", 1))))
    assert.is_string(own:judge((text:gsub('"schema"', '"schema_of"', 1))))
    assert.is_string(own:judge((text:gsub("^{", '{"more": 1,', 1))))
  end)
end

it("what has the same name is the same in all of them, and explained in both languages", function()
  local seen = {}
  for _, name in ipairs(schema.names) do
    local root = schema.open(name).root
    assert.equal("https://json-schema.org/draft/2020-12/schema", root["$schema"])
    for key, own in pairs(root["$defs"]) do
      seen[key] = seen[key] or own
      assert.same(seen[key], own)
      assert.matches("[\128-\255].* | %a", own.description, nil, key)
    end
  end
end)

-- The names of values that the reference lists.
local function values_of(name)
  for _, file in ipairs{"check", "compare", "report", "sequences", "trace"} do
    for _, chapter in ipairs(dofile("docs/api/" .. file .. ".lua")) do
      for _, alias in ipairs(chapter.aliases or {}) do
        if alias[1] == name then
          local list = {}
          for i, value in ipairs(alias.values) do list[i] = value[1] end
          return list
        end
      end
    end
  end
end

it("enumerations have the values of the reference", function()
  local count = 0
  for _, name in ipairs(schema.names) do
    for key, own in pairs(schema.open(name).root["$defs"]) do
      if key:find "^%u" then
        local values = assert(values_of(key), key)
        assert.same(values, own.enum, key)
        count = count + 1
      end
    end
  end
  assert.is_true(count >= 15)
end)

it("jsonschema agrees", function()
  if not os.execute("python3 -W ignore -c 'from jsonschema import Draft202012Validator' 2>/dev/null") then
    return pending("skipped: python3 has no jsonschema")
  end
  local folder = shell.folder()
  for _, name in ipairs(schema.names) do
    for i, text in ipairs(outputs[name]) do shell.write(("%s/%s.%d.json"):format(folder, name, i), text) end
  end
  shell.write(folder .. "/judge.py", [[
import glob, json, os, sys
from jsonschema import Draft202012Validator as Validator
for path in sorted(glob.glob("docs/schema/*.schema.json")):
    schema = json.load(open(path, encoding="utf-8"))
    Validator.check_schema(schema)
    name = os.path.basename(path).split(".")[0]
    outputs = glob.glob(sys.argv[1] + "/" + name + ".*.json")
    assert outputs, name
    for output in outputs:
        for error in Validator(schema).iter_errors(json.load(open(output, encoding="utf-8"))):
            sys.exit(output + ": " + error.message + " at " + str(list(error.absolute_path)))
]])
  local ok = os.execute("python3 -W ignore " .. folder .. "/judge.py " .. folder)
  shell.remove(folder)
  assert.is_true(ok)
end)

--- SARIF 2.1.0: what the format requires, places that agree in lines and bytes, fingerprints that outlive edits. Where
-- python3 has jsonschema and SARIF_SCHEMA names the published schema, that schema judges as well.

local findings = require "spec.support.findings"
local json_reader = require "govreport.base.json_reader"
local rounds = require "govreport.check.rounds"
local rule = require "govreport.check.rule"

local failure = {name = "/tmp/a b.txt", message = "m", code = "io.missing"}

local function log_of(entries, options, failures)
  return assert(json_reader.decode(findings.render("sarif", entries, options, failures)))
end

-- The keys that the format requires of some objects, and those that it knows.
local known = {
  log = {{"version", "runs"}, {"$schema"}},
  run = {{"tool", "results"}, {"language", "columnKind", "artifacts", "invocations"}},
  driver = {{"name"}, {"version", "semanticVersion", "language", "rules"}},
  rule = {{"id"}, {"shortDescription", "help", "defaultConfiguration", "properties"}},
  result = {{"message"}, {"ruleId", "ruleIndex", "kind", "level", "locations", "relatedLocations",
                          "partialFingerprints", "fixes", "baselineState", "properties"}},
  fix = {{"artifactChanges"}, {"description"}},
  change = {{"artifactLocation", "replacements"}, {}},
  replacement = {{"deletedRegion"}, {"insertedContent"}},
  location = {{}, {"id", "physicalLocation", "logicalLocations"}},
  physical = {{}, {"artifactLocation", "region"}},
  region = {{"startLine", "startColumn"}, {"endLine", "endColumn", "byteOffset", "byteLength", "snippet"}},
  invocation = {{"executionSuccessful"}, {"exitCode", "toolExecutionNotifications"}},
}

local function check(kind, object)
  local required, optional = known[kind][1], known[kind][2]
  local all = {}
  for _, list in ipairs{required, optional} do
    for _, key in ipairs(list) do all[key] = true end
  end
  for _, key in ipairs(required) do assert.not_nil(object[key], kind .. " without " .. key) end
  for key in pairs(object) do assert.is_true(all[key] or false, kind .. " has " .. key) end
end

local function check_fix(fix)
  check("fix", fix)
  for _, change in ipairs(fix.artifactChanges) do
    check("change", change)
    for _, one in ipairs(change.replacements) do
      check("replacement", one)
      check("region", one.deletedRegion)
    end
  end
end

local levels = {error = true, warning = true, note = true, none = true}

local function check_location(location)
  check("location", location)
  local physical = location.physicalLocation
  if not physical then return end
  check("physical", physical)
  if physical.region then check("region", physical.region) end
end

local function check_result(result, rules)
  check("result", result)
  assert.is_true(levels[result.level])
  assert.equal(result.kind == "fail", result.level ~= "none")
  if result.ruleIndex then assert.equal(result.ruleId, rules[result.ruleIndex + 1].id) end
  assert.truthy(result.message.text)
  for _, location in ipairs(result.locations) do check_location(location) end
  for _, location in ipairs(result.relatedLocations or {}) do check_location(location) end
  for _, fix in ipairs(result.fixes or {}) do check_fix(fix) end
end

local function check_log(log)
  check("log", log)
  assert.equal("2.1.0", log.version)
  local run = log.runs[1]
  check("run", run)
  check("driver", run.tool.driver)
  for _, described in ipairs(run.tool.driver.rules) do check("rule", described) end
  for _, result in ipairs(run.results) do check_result(result, run.tool.driver.rules) end
  for _, invocation in ipairs(run.invocations) do check("invocation", invocation) end
  return run
end

describe("SARIF", function()
  local run = check_log(log_of({findings.entry(), findings.hostile_entry("a b\xFF.txt")}, nil, {failure}))

  it("has a run with all rules, all files and how it ended", function()
    assert.equal(#rule.all(), #run.tool.driver.rules)
    assert.equal("unicodeCodePoints", run.columnKind)
    assert.equal("examples/report-with-errors.txt", run.artifacts[1].location.uri)
    assert.equal("a%20b%FF.txt", run.artifacts[2].location.uri)
    local ended = run.invocations[1]
    assert.is_false(ended.executionSuccessful)
    assert.equal(1, ended.exitCode)
    assert.equal("io.missing", ended.toolExecutionNotifications[1].descriptor.id)
    assert.equal("file:///tmp/a%20b.txt",
                 ended.toolExecutionNotifications[1].locations[1].physicalLocation.artifactLocation.uri)
  end)

  it("is whole without findings", function() check_log(log_of({})) end)

  it("has places whose lines and bytes are the same text", function()
    local file = assert(io.open(findings.name, "rb"))
    local bytes = file:read("a")
    file:close()
    local lines = {}
    for line in bytes:gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
    local checked = 0
    for _, result in ipairs(run.results) do
      local place = result.locations[1].physicalLocation
      local at = place.region
      if place.artifactLocation.index == 0 and at.byteOffset then
        assert.equal(at.startLine, at.endLine)
        local line = lines[at.startLine]
        assert.equal(bytes:sub(at.byteOffset + 1, at.byteOffset + at.byteLength),
                     line:sub(utf8.offset(line, at.startColumn), utf8.offset(line, at.endColumn) - 1))
        checked = checked + 1
      end
    end
    assert.equal(5, checked)
  end)

  it("tells only lines where the bytes are of another encoding", function()
    local pipe = assert(io.popen("iconv -f UTF-8 -t GB18030 " .. findings.name, "r"))
    local entry = findings.entry(pipe:read("a"))
    pipe:close()
    for _, result in ipairs(check_log(log_of({entry})).results) do
      local at = result.locations[1].physicalLocation.region
      assert.is_nil(at.byteOffset)
      assert.truthy(at.startLine and at.startColumn)
    end
  end)

  it("sets the notices of the tool apart", function()
    local text = findings.edited{{"配备专职人员1名", "编号为77"}}
    local seen
    for _, result in ipairs(check_log(log_of({findings.entry(text)})).results) do
      if result.ruleId == "ledger.unaccounted" then seen = result.kind .. " " .. result.level end
    end
    assert.equal("informational none", seen)
  end)

  it("has fingerprints that outlive edits elsewhere", function()
    local function prints(text)
      local list = {}
      for _, result in ipairs(log_of({findings.entry(text)}).runs[1].results) do
        list[#list + 1] = result.partialFingerprints["govreport/finding/v1"]
      end
      table.sort(list)
      return list
    end
    local before = prints()
    assert.equal(5, #before)
    local seen = {}
    for _, print in ipairs(before) do
      assert.matches("^%x+:%d+$", print)
      assert.is_nil(seen[print])
      seen[print] = true
    end
    assert.same(before, prints(findings.edited{{"\n  一、总体情况", "\n\n\n  一、总体情况"}, {"612条", "613条"}}))
    assert.not_same(before, prints(findings.edited{findings.other_cell}))
  end)

  it("tells new, open and resolved results from a first round", function()
    local first = assert(rounds.read(findings.render("json", {findings.entry()})))
    local entry = findings.entry(findings.edited{{"五部分组成", "六部分组成"}, {"  六、其他", "  五、其他"}})
    entry.rounds = first:compare(entry.name, entry.subject, entry.result)
    local states = {}
    for _, result in ipairs(check_log(log_of({entry})).results) do
      states[result.ruleId .. " " .. result.baselineState] = true
    end
    assert.is_true(states["structure.parts_announced absent"])
    assert.is_true(states["structure.section_ordinal new"])
    assert.is_true(states["structure.section_ordinal unchanged"])
    assert.is_true(states["disputes.total unchanged"])
  end)

  it("satisfies the published schema", function()
    local schema = os.getenv "SARIF_SCHEMA"
    if not schema or not os.execute("python3 -W ignore -c 'import jsonschema' 2>/dev/null") then
      return pending("skipped: SARIF_SCHEMA names no schema, or python3 has no jsonschema")
    end
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    local reports = {findings.entry(), findings.hostile_entry("a b\xFF")}
    file:write(findings.render("sarif", reports, nil, {failure}))
    file:close()
    local code = "import json,sys,jsonschema as j;j.validate(json.load(open(sys.argv[1])),json.load(open(sys.argv[2])))"
    assert.is_true(os.execute(("python3 -W ignore -c '%s' %s '%s'"):format(code, path, schema)))
    os.remove(path)
  end)
end)

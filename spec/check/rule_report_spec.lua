--- What the functions of rules in scripts see: everything, and nothing that they could change.

local govreport = require "govreport"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local function write(name, text)
  local path = folder .. "/" .. name
  shell.write(path, text)
  return path
end

-- A rule whose function runs some code and tells what `told` has then.
local function rule_of(id, code)
  return ([[
return {id = "%s", severity = "info", message = "{told}", check = function(report)
  local told = "done"
  %s
  report:finding{fields = {told = told}}
end}
]]):format(id, code)
end

local wrong = sample.text{form = "cn_disclosure_2021", cells = {["applications.granted.total"] = 5}}

local function check(paths)
  local report <close> = assert(govreport.parse(wrong, {name = "wrong.html"}))
  local result = govreport.check(report, {lang = "en", rules = paths})
  local by_rule = {}
  for found in result:findings() do by_rule[found.rule] = by_rule[found.rule] or found.message end
  return by_rule, result
end

-- What rules of the project find, in a check with this script and without it.
local function errors_of(result) return result.counts.error .. " " .. result.counts.warning end

local _, untouched = check{}

local looker = write("looker.lua", rule_of("look.all", [[
  local cell = report.tables.applications:cell("received", "total")
  local parts = {}
  parts[1] = cell.address
  parts[2] = report.year
  parts[3] = report.form.id
  parts[4] = #report.form.declared.sections
  parts[5] = report:part_name("applications").en
  parts[6] = #report:odd_cells()
  parts[7] = type(report:statements())
  parts[8] = report:cell("applications.granted.total").value
  parts[9] = tostring(report:once("key", function() return 7 end))
  told = table.concat(parts, " ")
]]))

-- What the rule in it sees, as long as nobody changed anything.
local seen = "applications.received.total 2021 cn_disclosure_2021 6 part 3 1 table 5 7"

describe("a script's rule", function()
  it("sees the report, its form, and what a check knows of it", function()
    assert.equal(seen, check{looker}["look.all"])
  end)

  -- Each tries to change something; beside it another rule sees what it always saw, and the errors are the same.
  local attempts = {
    {"findings", "report.findings = {}"}, {"a finding", "report.findings[1] = nil"},
    {"the language", "report.lang = 'xx'"}, {"the declaration", "report.form.declared.sections = {}"},
    {"its tables", "report.form.declared.tables[1].rows[1] = nil"},
    {"what is cached", "report:odd_cells()[1] = 'x'"}, {"statements", "report:statements()[1] = nil"},
    {"a name", "report:part_name('applications').en = 'x'"}, {"the report", "report:close()"},
    {"the report by its name", "report.report:close()"}, {"its document", "report.document:close()"},
    {"the document at the end of a block", "do local d <close> = report.document end"},
    {"the rule", "report.rule.severity = 'notice'"}, {"sums", "report.compiled.list = {}"},
    {"by next", "local key, value = next(report.form.declared) next(report.form.declared).x = 1"},
    {"by table.remove", "table.remove(report.form.declared.sections)", true},
    {"by table.sort", "table.sort(report.form.declared.sections, function(a, b) return a.id > b.id end)", true},
  }
  for i, attempt in ipairs(attempts) do
    it("cannot change " .. attempt[1], function()
      local path = write(("attempt%d.lua"):format(i), rule_of("evil.x", attempt[2]))
      local found, result = check{path, looker}
      -- What a function of Lua's own comes across has no line.
      local where = attempt[3] and "" or ".*attempt" .. i .. "%.lua:3: "
      assert.matches("rule evil.x failed: " .. where, found["evil.x"])
      assert.equal(seen, found["look.all"])
      assert.equal(errors_of(untouched), errors_of(result))
    end)
  end

  local harmless = {
    {"its copy of LPeg", 'local lpeg = require "lpeg" for k in pairs(lpeg) do lpeg[k] = nil end'},
    {"its copy of the grammar",
     'local g = require "govreport.grammar" for k in pairs(g.enumerator) do g.enumerator[k] = nil end'},
    {"its copy of string", "for k in pairs(string) do string[k] = nil end"},
    {"what it keeps by once",
     'for _, name in ipairs{"odd_cells", "statements"} do report:once(name, function() return 5 end) end'},
    {"the table of a finding that it told",
     'local d = {fields = {told = "x"}} report:finding(d) d.fields.told = nil d.rule = 5'},
  }
  for i, case in ipairs(harmless) do
    it("may change " .. case[1] .. ", which nobody else sees", function()
      local path = write(("harmless%d.lua"):format(i), rule_of("evil.x", case[2]))
      local found, result = check{path, looker}
      assert.is_truthy(found["evil.x"] == "done" or found["evil.x"] == "x", found["evil.x"])
      assert.equal(seen, found["look.all"])
      assert.equal(errors_of(untouched), errors_of(result))
    end)
  end

  -- The only finding of a rule whose function does nothing else.
  local function only(name, code)
    local path = write(name, ("return {id = 'evil.x', message = {}, check = function(report) %s end}"):format(code))
    local _, result = check{path}
    for found in result:findings() do
      if found.rule == "evil.x" then return found end
    end
  end

  it("tells what it told, whatever it changes later", function()
    local found = only("told.lua", [[
      local draft = {message = {zh = "一{told}", en = "one {told}"}, fields = {told = "x"}, also = {"my.other"},
                     places = {{raw = "x", place = {line = 1, column = 1, byte = 1, byte_end = 2}}}}
      report:finding(draft)
      draft.message.zh, draft.fields.told, draft.also[1], draft.places[1].place.line = nil, nil, {}, 99
    ]])
    assert.same({"一x", "one x"}, {found.messages.zh, found.messages.en})
    assert.same({"my.other", 1}, {found.also[1], found.places[1].line})
  end)

  it("points at a place that it was given", function()
    local found = only("place.lua", 'report:finding{message = "x", places = {report:place(1, 5)}}')
    assert.equal(1, #found.places)
  end)

  -- What could not be shown is refused at the line where it is told.
  local unfit = {
    {"a value that is none", 'cells = {{state = "x", address = "applications.granted.total", value = {}}}', "'cells'"},
    {"a text that is none", 'cells = {{state = "x", address = "applications.granted.total", raw = {}}}', "'cells'"},
    {"a place without its end", "places = {{raw = 'x', place = {line = 1, column = 1, byte = 1}}}", "'places'"},
    {"a place before the first line", "places = {{place = {line = 0, column = 1, byte = 1, byte_end = 1}}}",
     "'places'"},
    {"an object that stands nowhere", "places = {report.report}", "'places'"},
    {"a pattern as a place", "places = {require('lpeg').P(1)}", "'places'"},
    {"a pattern that is expected", "expected = require('lpeg').P(1)", "'expected'"},
    {"rules that are no ids", "also = {{}}", "'also'"},
    {"related cells of nothing", "related = {{report = 'x', cell = {address = 'a', value = {}}}}", "'related'"},
    {"repairs that are none", "alternatives = {{{address = {}}}}", "'alternatives'"},
    {"a function for a field", "fields = {told = function() end}", "the field 'told' must be a text or a number"},
    {"a function for a language", "fields = {told = {zh = 'x', en = function() end}}", "the field 'told'"},
  }
  for i, case in ipairs(unfit) do
    it("cannot tell of " .. case[1], function()
      local path = write(("unfit%d.lua"):format(i), rule_of("evil.x", ([[
        local draft = {fields = {told = "x"}, %s}
        report:finding(draft)
      ]]):format(case[2])))
      assert.matches("^rule evil.x failed: .*unfit%d+%.lua:4: .*" .. case[3], check{path}["evil.x"])
    end)
  end

  -- What a script raises is told with its name, at its line where one is known, and without addresses.
  local raised = {
    {"a function", "error(function() end)", "raised%d+%.lua: function$"},
    {"a pattern", "error(require('lpeg').P(1))", "raised%d+%.lua: userdata$"},
    {"an error of its caller", "error('mine', 2)", "raised%d+%.lua: mine$"},
    {"nothing to make", "report:once('key')", "raised%d+%.lua:3: once: a function is expected"},
    {"a table as a name", "told = report[{}]", "raised%d+%.lua:3: a report has no 'table'"},
    {"a table as the name of a cell's fact", "told = report:cell('applications.granted.total')[{}]",
     "raised%d+%.lua:3: govreport%.Cell has no field 'a table value'"},
    {"a table as a new name", "report[{}] = 1", "raised%d+%.lua:3: .*'table' cannot be set"},
    {"a table as a module", "require({})", "raised%d+%.lua:3: .*not 'table'"},
  }
  for i, case in ipairs(raised) do
    it("is told what it did where it raised " .. case[1], function()
      local path = write(("raised%d.lua"):format(i), rule_of("evil.x", case[2]))
      assert.matches("^rule evil.x failed: .*" .. case[3], check{path}["evil.x"])
    end)
  end

  it("changes nothing of what it returned, later", function()
    local path = write("later.lua", [[
local message = {zh = "一{told}", en = "one {told}"}
return {id = "evil.x", severity = "info", message = message, check = function(report)
  message.en = nil
  report:finding{fields = {told = 1}}
end}
]])
    assert.equal("one 1", check{path}["evil.x"])
    assert.equal("one 1", check{path}["evil.x"])
  end)

  it("keeps by once what its own file keeps", function()
    local first = write("first.lua", rule_of("a.x", 'told = report:once("k", function() return "first" end)'))
    local second = write("second.lua", rule_of("b.x", 'told = report:once("k", function() return "second" end)'))
    local found = check{first, second}
    assert.same({"first", "second"}, {found["a.x"], found["b.x"]})
  end)

  it("may say in a finding what the check told it", function()
    local path = write("text.lua", [[
return {id = "own.text", severity = "info", message = "{place}: {count}", check = function(report)
  report:finding{fields = {place = report:table_name "applications", count = report:part_name "disputes"}}
end}
]])
    assert.equal("part 3, table: part 4", check{path}["own.text"])
  end)

  it("keeps no name from one report to the next", function()
    local path = write("global.lua", rule_of("evil.x", "counter = 1"))
    assert.matches("global%.lua:3: 'counter' would be kept .*: write 'local counter'", check{path}["evil.x"])
    path = write("unknown.lua", rule_of("evil.x", "if report.year > limit then told = 1 end"))
    assert.matches("unknown%.lua:3: there is no 'limit' here", check{path}["evil.x"])
    path = write("files.lua", rule_of("evil.x", "io.open('x')"))
    assert.matches("files%.lua:3: a script has no 'io': it sees no files", check{path}["evil.x"])
  end)

  it("is told where a loop never ended", function()
    local path = write("loop.lua", rule_of("evil.x", "\n\nwhile true do end"))
    assert.matches("loop%.lua:5: needs more than", check{path}["evil.x"])
  end)

  it("is told of a name that a report does not have, with the nearest", function()
    local path = write("name.lua", rule_of("evil.x", "told = report.yaer"))
    assert.matches("name%.lua:3: a report has no 'yaer', did you mean 'year'%?", check{path}["evil.x"])
  end)

  it("tells what it saw of a report that is closed when its messages are read", function()
    local report = assert(govreport.parse(wrong, {name = "wrong.html"}))
    local path = write("cell.lua", rule_of("evil.x", "told = report:cell('applications.granted.total')"))
    local result = govreport.check(report, {rules = {path}, lang = "en"})
    report:close()
    for found in result:findings() do
      if found.rule == "evil.x" then assert.equal(found.messages.en, found.messages.zh) end
    end
  end)

  it("changes nothing of what was checked before, with what it kept of that", function()
    local path = write("kept.lua", [[
local kept, raw, document
return {id = "evil.x", severity = "info", message = "{told}", check = function(report)
  if not kept then
    kept, raw, document = report, report.report, report.document
  else
    kept:finding{fields = {told = "late"}}
    raw:close()
  end
end}
]])
    local checker = govreport.checker{rules = {path}}
    local first = assert(govreport.parse(wrong, {name = "wrong.html"}))
    local before = checker(first)
    local count = #before.list
    local report <close> = assert(govreport.parse(wrong, {name = "wrong.html"}))
    local after = checker(report)
    assert.equal(count, #before.list)
    assert.equal(2021, first.year)
    assert.matches("evil.x.*kept%.lua:7: .*in use", after.list[1].message .. after.list[2].message)
    first:close()
  end)

  it("leaves the report open to the program", function()
    local path = write("close.lua", rule_of("evil.x", "report.report:close()"))
    local report = assert(govreport.parse(wrong, {name = "wrong.html"}))
    govreport.check(report, {rules = {path}})
    assert.equal(2021, report.year)
    local document = report.document
    report:close()
    document:close()
    assert.matches("closed", tostring(document))
  end)
end)

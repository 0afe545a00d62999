--- Wrong arguments of the functions of `require "govreport"`: what is raised names the argument, what was expected and
-- what to do instead, and points at the line of the call.

local govreport = require "govreport"

local report, document, result, batch, closed, unreadable, half_closed
setup(function()
  report = assert(govreport.open "examples/report.txt")
  document = assert(govreport.read "examples/report.txt")
  result, batch = govreport.check(report), assert(govreport.check_files {})
  closed = assert(govreport.open "examples/report.txt")
  unreadable = govreport.check(closed)
  half_closed = govreport.diff(report, closed)
  closed:close()
end)

-- Each is the call, and what is raised; a call that is written here stands on the line that the message must name.
local cases = {
  {function() local x = govreport.rules{select = {5}} return x end,
   "select: ids of rules or families are expected, not a number"},
  {function() local x = govreport.rules{severity = {[5] = "error", wording = "error"}} return x end,
   "severity: ids of rules or families are expected, not a number"},
  -- types
  {function() local x = govreport.open(1) return x end,
   "bad argument 'path' to 'open': a string is expected, not a number"},
  {function() local x = govreport.parse() return x end,
   "bad argument 'bytes' to 'parse': a string is expected, not nothing"},
  {function() local x = govreport.read({}) return x end,
   "bad argument 'path' to 'read': a string is expected, not a table"},
  {function() local x = govreport.read_bytes(report) return x end,
   "bad argument 'bytes' to 'read_bytes': a string is expected, not a Report"},
  {function() local x = govreport.recognise("text") return x end,
   "bad argument 'document' to 'recognise': a Document is expected, not a string; govreport.read gives one"},
  {function() local x = govreport.check("report.txt") return x end,
   "bad argument 'report' to 'check': a Report is expected, not a string; govreport.open gives one"},
  {function() local x = govreport.check(document) return x end,
   "bad argument 'report' to 'check': a Report is expected, not a Document; govreport.open gives one"},
  {function() local x = govreport.letter(report) return x end,
   "bad argument 'result' to 'letter': a Result is expected, not a Report; govreport.check gives one"},
  {function() local x = govreport.why(report) return x end,
   "bad argument 'document' to 'why': a Document is expected, not a Report; govreport.read gives one"},
  {function() local x = govreport.trace(report) return x end,
   "bad argument 'source' to 'trace': a Document is expected, not a Report; or the content of a file"},
  {function() local x = govreport.diff(report, "b.txt") return x end,
   "bad argument 'b' to 'diff': a Report is expected, not a string; two are compared"},
  {function() local x = govreport.member("report.txt") return x end,
   "bad argument 'report' to 'member': a Report is expected, not a string; govreport.open gives one"},
  {function() local x = govreport.member(report, 1) return x end,
   "bad argument 'name' to 'member': a string is expected, not a number"},
  {function() local x = govreport.units() return x end,
   "bad argument 'path' to 'units': a string is expected, not nothing"},
  {function() local x = govreport.rounds(result) return x end,
   "bad argument 'text' to 'rounds': a string is expected, not a Result"},
  {function() local x = govreport.settings({}) return x end,
   "bad argument 'path' to 'settings': a string is expected, not a table"},
  {function() local x = govreport.explain(report) return x end,
   "bad argument 'id' to 'explain': a string is expected, not a Report"},
  {function() local x = govreport.draft(report, "x") return x end,
   "bad argument 'document' to 'draft': a Document is expected, not a Report; govreport.read gives one"},
  {function() local x = govreport.draft(document, "a b") return x end,
   "bad argument 'id' to 'draft': letters, digits and _ are expected"},
  {function() local x = govreport.draft_rule("granted") return x end,
   "bad argument 'id' to 'draft_rule': family.name is expected"},
  {function() local x = govreport.decimal(1.5) return x end,
   "bad argument 'value' to 'decimal': a text, an integer or a Decimal is expected: a float is not exact"},
  {function() local x = govreport.printer(result) return x end,
   "bad argument 'batch' to 'printer': a Batch is expected, not a Result; govreport.check_files gives one"},
  {function() local x = govreport.render(document) return x end,
   "bad argument 'object' to 'render': there is no way to show a Document"},
  -- lists
  {function() local x = govreport.files(1) return x end,
   "bad argument 'paths' to 'files': a list is expected, not a number"},
  {function() local x = govreport.open_files({report}) return x end,
   "bad argument 'paths[1]' to 'open_files': a path or {name, bytes} is expected, not a Report"},
  {function() local x = govreport.open_files({}, {max_input = -1}) return x end,
   "options of open_files: 'max_input' must be 0 or more, not -1"},
  {function() local x = govreport.check_files({"a", report}) return x end,
   "bad argument 'paths[2]' to 'check_files': a path or {name, bytes} is expected, not a Report"},
  {function() local x = govreport.load_forms({{}}) return x end,
   "bad argument 'paths[1]' to 'load_forms': a path is expected, not a table"},
  {function() local x = govreport.same({report}) return x end,
   "bad argument 'list' to 'same': two reports at least are expected"},
  {function() local x = govreport.same({report, 1}) return x end,
   "bad argument 'list[2]' to 'same': a Report, a path or {name, bytes} is expected, not a number"},
  {function() local x = govreport.similar(report) return x end,
   "bad argument 'list' to 'similar': a list is expected, not a Report"},
  {function() local x = govreport.rollup(report, {document}) return x end,
   "bad argument 'children[1]' to 'rollup': a Report, a Member, a path or {name, bytes} is expected, not a Document"},
  -- what was closed
  {function() local x = govreport.check(closed) return x end,
   "bad argument 'report' to 'check': the Report is closed"},
  {function() local x = govreport.letter(unreadable) return x end,
   "bad argument 'result' to 'letter': its Report is closed"},
  {function() local x = govreport.render(unreadable) return x end,
   "bad argument 'object' to 'render': its Report is closed"},
  {function() local x = govreport.render(half_closed) return x end,
   "bad argument 'object' to 'render': its Report is closed"},
  {function() local x = govreport.check(report, {today = "yesterday"}) return x end,
   "options of check: 'today' must be a date like 2025-02-28, not \"yesterday\""},
  {function() local x = govreport.check(report, {previous = closed}) return x end,
   "options of check: 'previous': the Report is closed"},
  -- options
  {function() local x = govreport.open("x", "zh") return x end,
   "bad argument 'options' to 'open': a table of options is expected, not a string"},
  {function() local x = govreport.check(report, result) return x end,
   "bad argument 'options' to 'check': a table of options is expected, not a Result"},
  {function() local x = govreport.parse("", {encodign = "GBK"}) return x end,
   "options of parse: unknown key 'encodign', did you mean 'encoding'?"},
  {function() local x = govreport.parse("", {format = "pdf"}) return x end,
   'options of parse: \'format\' must be "auto", "text" or "html", not "pdf"'},
  {function() local x = govreport.open("x", {max_input = -1}) return x end,
   "options of open: 'max_input' must be 0 or more, not -1"},
  {function() local x = govreport.check(report, {units = {}}) return x end,
   "options of check: 'units' must be Units, not a table"},
  {function() local x = govreport.check(report, {previous = 2023}) return x end,
   "options of check: 'previous' must be string or an object, not number"},
  {function() local x = govreport.checker({previous = report}) return x end,
   "options of checker: unknown key 'previous'; known are ignore, lang, rules, search_steps, select, severity, today, "
     .. "units, waivers"},
  {function() local x = govreport.check_files({}, {since = {}}) return x end,
   "options of check_files: 'since' must be Rounds, not a table"},
  {function() local x = govreport.diff(report, report, {years = "none"}) return x end,
   'options of diff: \'years\' must be "relative" or "literal", not "none"'},
  {function() local x = govreport.similar({}, {at_least = 0.1}) return x end,
   "options of similar: 'at_least' must be 0.3 to 1"},
  {function() local x = govreport.units("x", {langg = "en"}) return x end,
   "options of units: unknown key 'langg', did you mean 'lang'?"},
  {function() local x = govreport.render(report, "text", {colour = true}) return x end,
   "options of render: unknown key 'colour', did you mean 'color'?"},
  {function() local x = govreport.printer(batch, "text", {detail = "short"}) return x end,
   'options of printer: \'detail\' must be "brief" or "full", not "short"'},
  {function() local x = govreport.decimal("1", {digits = 2}) return x end,
   "options of decimal: unknown key 'digits'; known are lang"},
  -- names that choose
  {function() local x = govreport.rules({select = {"cells.blnk"}, lang = "en"}) return x end,
   "select: there is no rule 'cells.blnk'; did you mean 'cells.blank'?"},
  {function() local x = govreport.check(report, {ignore = {"nothing"}, lang = "en"}) return x end,
   "ignore: there is no rule 'nothing'."},
  {function() local x = govreport.review({}, {ignore = {"nothing"}, lang = "en"}) return x end,
   "ignore: there is no rule 'nothing'."},
  {function() local x = govreport.review({}, {rooster = "x"}) return x end,
   "options of review: unknown key 'rooster', did you mean 'roster'?"},
  {function() local x = govreport.review({}, {deadline = "soon"}) return x end,
   "options of review: 'deadline' must be a date like 2025-02-28, not \"soon\""},
  {function() local x = govreport.checker({rules = {1}}) return x end,
   "rules: a file, a function or a table is expected, not a number"},
  {function() local x = govreport.draft_rule("my.rule", {form = "cn_disclosure_2020"}) return x end,
   "there is no form 'cn_disclosure_2020', did you mean 'cn_disclosure_2021'?"},
  {function() local x = govreport.load_forms("no/such/file") return x end,
   "cannot obtain information from file 'no/such/file': No such file or directory"},
  {function() local x = govreport.settings("no/such/file") return x end,
   "no/such/file: No such file or directory"},
}

-- Every function that takes `lang`.
local function in_no_language()
  local options = {lang = "fr"}
  return {
    open = function() local x = govreport.open("x", options) return x end,
    parse = function() local x = govreport.parse("x", options) return x end,
    read = function() local x = govreport.read("x", options) return x end,
    read_bytes = function() local x = govreport.read_bytes("x", options) return x end,
    recognise = function() local x = govreport.recognise(document, options) return x end,
    files = function() local x = govreport.files({}, options) return x end,
    open_files = function() local x = govreport.open_files({}, options) return x end,
    trace = function() local x = govreport.trace(document, options) return x end,
    rules = function() local x = govreport.rules(options) return x end,
    explain = function() local x = govreport.explain("x", options) return x end,
    units = function() local x = govreport.units("x", options) return x end,
    rounds = function() local x = govreport.rounds("x", options) return x end,
    check = function() local x = govreport.check(report, options) return x end,
    checker = function() local x = govreport.checker(options) return x end,
    check_files = function() local x = govreport.check_files({}, options) return x end,
    review = function() local x = govreport.review({}, options) return x end,
    dataset = function() local x = govreport.dataset({}, options) return x end,
    worker = function() local x = govreport.worker({}, print, options) return x end,
    plan = function() local x = govreport.plan({}, options) return x end,
    merge = function() local x = govreport.merge("x", {}, options) return x end,
    letter = function() local x = govreport.letter(result, options) return x end,
    annotate = function() local x = govreport.annotate(result, "x", options) return x end,
    same = function() local x = govreport.same({report, report}, options) return x end,
    similar = function() local x = govreport.similar({}, options) return x end,
    rollup = function() local x = govreport.rollup(report, {}, options) return x end,
    draft = function() local x = govreport.draft(document, "x", options) return x end,
    draft_rule = function() local x = govreport.draft_rule("x.y", options) return x end,
    fill = function() local x = govreport.fill("cn_disclosure_2021", options) return x end,
    render = function() local x = govreport.render(report, nil, options) return x end,
    printer = function() local x = govreport.printer(batch, nil, options) return x end,
    inspect = function() local x = govreport.inspect(report, options) return x end,
    decimal = function() local x = govreport.decimal("1", options) return x end,
  }
end

-- The place of a call that is written on the first line of a function.
local function place_of(call)
  local own = debug.getinfo(call, "S")
  return own.short_src .. ":" .. own.linedefined .. ": "
end

-- Not by `pcall(call)` alone: what raises must not be called in its last step.
local function raised(call)
  local ok, problem = pcall(call)
  assert.is_false(ok)
  return problem
end

describe("a wrong argument", function()
  for _, case in ipairs(cases) do
    it("is named where the call stands: " .. case[2], function()
      assert.equal(place_of(case[1]) .. case[2], raised(case[1]))
    end)
  end

  it("of every function that takes a language may be a language that there is not", function()
    local api, taking = require "docs.api", {}
    local signature, walk = require "test.reference.signature", require "spec.support.walk"
    for _, chapter in ipairs(api.chapters) do
      for _, entry in ipairs(not chapter.module and chapter.functions or {}) do
        local own = signature.method(entry[1])
        local last = own.params[#own.params]
        local class = last and walk.classes[last.type]
        if class and class.kind == "options" and walk.fields(class).lang then taking[own.name] = true end
      end
    end
    local calls = in_no_language()
    for name in pairs(taking) do assert.is_function(calls[name], name) end
    for name, call in pairs(calls) do
      assert.is_true(taking[name], name)
      assert.equal(place_of(call) .. "options of " .. name .. ": no messages in the language 'fr'; there are: zh, en",
                   raised(call))
    end
  end)

  it("is told without a place where C calls, as the command line does", function()
    local ok, problem = pcall(govreport.rules, {select = {"nothing"}, lang = "en"})
    assert.is_false(ok)
    assert.equal("select: there is no rule 'nothing'.", problem)
  end)
end)

describe("a script that is not right", function()
  it("is named with its own line, not with that of the call", function()
    local shell = require "spec.support.shell"
    local folder = shell.folder()
    shell.write(folder .. "/rule.lua", "return {\n  id = 'my.rule', presnt = 'fields.agency',\n}\n")
    local problem = raised(function() local x = govreport.checker{rules = {folder .. "/rule.lua"}} return x end)
    shell.remove(folder)
    assert.equal(folder .. "/rule.lua:2", problem:match("^%S+:%d+"))
  end)
end)

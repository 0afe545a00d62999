--- govreport: reads the annual reports that government bodies must publish, and checks them.
--
--   local govreport = require "govreport"
--   local report, message, code = govreport.open("report.txt")
--   local result = govreport.check(report)
--   for finding in result:findings() do print(finding) end
--
-- Misuse raises. Bad input gives nil, a message for people and a permanent code.

local argument = require "govreport.base.argument"
local bodies = require "govreport.bodies"
local call_site = require "govreport.form.call_site"
local catalogue = require "govreport.base.catalogue"
local compare = require "govreport.compare"
local core = require "govreport.core"
local extension = require "govreport.form.extension"
local file = require "govreport.base.file"
local forms = require "govreport.form"
local known_options = require "govreport.base.options"
local page = require "govreport.read.page"
local readonly = require "govreport.base.readonly"
local recognise = require "govreport.read"

local govreport = {}

govreport.version = "0.1.0"

local default_max_input = 256 << 20

-- The one place where codes of bad input become messages.
local function failure(options, code, fields)
  fields = fields or {}
  fields.path = fields.path or options.name or "?"
  return nil, catalogue.text(options.lang or "zh", code, fields), code
end

-- Two tables in one; the second goes before.
local overlay = extension.overlay

-- The options that are among some keys, and the others.
local function split(options, ...)
  local own, rest = {}, {}
  for key, value in pairs(options) do
    local is_own = false
    for _, known in ipairs{...} do is_own = is_own or known[key] ~= nil end
    if is_own then own[key] = value else rest[key] = value end
  end
  return own, rest
end

-- What a function returns; nil, message, code where it returns nil, a code and fields. What a script of a form does
-- wrong is no fault of the program that reads with it.
local function guarded(options, make, ...)
  local ok, made, code, fields = pcall(make, ...)
  if ok and made then return made end
  if ok then return failure(options, code, fields) end
  if type(made) == "table" and made.code then return failure(options, made.code, {detail = made.detail}) end
  error(made, 0)
end

-- ---- reading ------------------------------------------------------------------------------------

-- Whether an item of a list of reports is one that has to be read: a path, or `{name, bytes}`.
local function is_source(item)
  return type(item) == "string" or type(item) == "table" and type(item.bytes) == "string"
end

local function source_name(item)
  if type(item) ~= "table" then return item end
  return item.name or "?"
end

local function is_report(item) return argument.class_of(item) == "govreport.Report" end

local function is_source_or_report(item) return is_source(item) or is_report(item) end

local kinds = {source = "a path or {name, bytes}", report = "a Report, a path or {name, bytes}"}

local function document_of(bytes, options)
  local document, code, fields = core.parse(bytes, options)
  if not document then return failure(options, code, fields) end
  return document
end

local function report_of(document, options)
  local meter = {steps = 0}
  local tape, facts = page.facts(document, document.tape)
  local form, found = forms.detect(document, tape, meter)
  if not form then
    local count = page.pictures(document)
    if count then return failure(options, "input.pictures", {count = count}) end
    return failure(options, "form.unknown", {detail = table.concat(forms.list(), ", ")})
  end
  return guarded(options, recognise.report, document, {tape = tape, facts = facts}, form, found, meter)
end

local function parsed(bytes, options)
  local document, message, code = document_of(bytes, options)
  if not document then return nil, message, code end
  return report_of(document, options)
end

-- What a function makes of the content of a file.
local function of_file(make, path, options)
  local bytes, code, fields = file.read(path, options.max_input or default_max_input)
  if not bytes then return failure(options, code, fields) end
  return make(bytes, options)
end

-- A report by its path, or of `{name, bytes}`.
local function open_source(source, options)
  if type(source) == "table" then return parsed(source.bytes, overlay(options, {name = source.name})) end
  return of_file(parsed, source, overlay(options, {name = source}))
end

--- Reads text into a Document, of any form or none.
-- @param bytes the content of a file
-- @param options `name` for messages, `lang` ("zh", "en"), `encoding`, `format` ("auto", "text", "html"), `max_input`,
-- `max_memory` (bytes)
-- @return Document; or nil, message, code (`input.*`, `limit.*`)
function govreport.read_bytes(bytes, options)
  argument.type("read_bytes", "bytes", "string", bytes)
  options = argument.options("read_bytes", options, known_options.read)
  return document_of(bytes, options)
end

--- Makes a Report of a Document.
-- @return Report; or nil, message, code (`form.unknown`, `input.pictures`, `limit.memory`)
function govreport.recognise(document, options)
  argument.object("recognise", "document", "govreport.Document", document, "govreport.read gives one")
  options = argument.options("recognise", options, known_options.read)
  return report_of(document, options)
end

--- Reads and recognises the content of a file.
-- @return Report; or nil, message, code
function govreport.parse(bytes, options)
  argument.type("parse", "bytes", "string", bytes)
  options = argument.options("parse", options, known_options.read)
  return parsed(bytes, options)
end

--- Reads a file into a Document.
-- @return Document; or nil, message, code (`io.*` as well)
function govreport.read(path, options)
  argument.type("read", "path", "string", path)
  options = argument.options("read", options, known_options.read)
  return of_file(document_of, path, overlay({name = path}, options))
end

--- Reads and recognises a file.
-- @return Report; or nil, message, code
function govreport.open(path, options)
  argument.type("open", "path", "string", path)
  options = argument.options("open", options, known_options.read)
  return of_file(parsed, path, overlay({name = path}, options))
end

--- The files that some paths stand for: of a folder all that its name says are reports, those of the folders in it as
-- well, in the order of their names.
-- @param paths list of paths, or one
-- @return list of paths; list of `{path, message, code}` for folders without reports (`io.no_reports`)
function govreport.files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("files", "paths", paths, is_source, kinds.source)
  options = argument.options("files", options, known_options.files)
  return require("govreport.batch.sources").files(paths, options.lang or "zh")
end

-- ---- forms --------------------------------------------------------------------------------------

--- Adds a form, which then is tried like those of the project; see docs/forms.md. Raises where the declaration is not
-- right, with the place and a proposal; so for an id that another form has.
-- @return the declaration, with what it takes from others
function govreport.form(declared)
  local where, call = call_site(2)
  return forms.add(type(declared) == "table" and extension.overlay(declared, {}) or declared, where, call)
end

--- Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as
-- `govreport.form` does.
-- @param paths list of scripts, each of which returns a form or a list of forms, and of folders of them
-- @return list of the declarations that were added
function govreport.load_forms(paths)
  if type(paths) == "string" then paths = {paths} end
  argument.list("load_forms", "paths", paths, function(path) return type(path) == "string" end, "a path")
  local added = argument.checked(require("govreport.form.form_files").load, paths)
  return added
end

--- The forms that are known, in the order in which a document is tried on them; see `govreport.form.form_list`.
function govreport.forms() return require("govreport.form.form_list").all() end

local choice_view = readonly.class "govreport.FormChoice"

--- Which form a Document is in, and why not the others; see `govreport.form.why`.
-- @return list of reasons, with `chosen` and `year`; the id of the form or nil; the year or nil
function govreport.why(document)
  argument.object("why", "document", "govreport.Document", document, "govreport.read gives one")
  local list, chosen, year = forms.why(document, (page.facts(document, document.tape)), {steps = 0})
  list.chosen, list.year = chosen, year
  return choice_view(list), chosen, year
end

--- Tells what happened when a document was read; see `govreport.trace.run`.
-- @param source a Document, or the content of a file
-- @param options those of `trace.run`, and those of `govreport.parse`
-- @return Trace; or nil, message, code (also `trace.unknown` for an id that no form has)
function govreport.trace(source, options)
  local trace = require "govreport.trace"
  options = argument.options("trace", options, overlay(known_options.read, trace.option_keys))
  local reading, own = split(options, known_options.read)
  local document = source
  if type(source) == "string" then
    local message, code
    document, message, code = document_of(source, reading)
    if not document then return nil, message, code end
  end
  argument.object("trace", "source", "govreport.Document", document, "or the content of a file")
  local problem = trace.problem(own)
  if problem then
    local lang = reading.lang or "zh"
    local code = problem.nearest and "trace.unknown_near" or "trace.unknown"
    return nil, catalogue.text(lang, code, {kind = catalogue.text(lang, "trace.kind." .. problem.kind), id = problem.id,
                                            nearest = problem.nearest}), code
  end
  return guarded(reading, trace.run, document, own)
end

-- ---- rules --------------------------------------------------------------------------------------

--- The rules that a check with these options would run.
-- @param options `rules`, `select`, `ignore`, `severity`, `lang`, as those of a check
-- @return list; see `govreport.check.rule_list`
function govreport.rules(options)
  options = argument.options("rules", options, known_options.rules)
  local set = argument.checked(require("govreport.check.ruleset").new, options)
  return require("govreport.check.rule_list").of(set)
end

--- What a rule means: its formula, what it stands on, an example that fails and one that passes.
-- @param id of the rule
-- @param options `rules`, those to add to the project's; `lang`
-- @return Explanation, see `govreport.check.explanation.of`; or nil, message, code (`rule.unknown`)
function govreport.explain(id, options)
  argument.type("explain", "id", "string", id)
  options = argument.options("explain", options, known_options.explain)
  local rule = require "govreport.check.rule"
  local set = argument.checked(require("govreport.check.ruleset").new, {rules = options.rules})
  local found, nearest = rule.find(set.list, id)
  if not found then
    local fields = {rule = id, nearest = nearest}
    local _, message = failure(options, nearest and "rule.unknown_near" or "rule.unknown", fields)
    return nil, message, "rule.unknown"
  end
  local function parse(bytes) return assert(parsed(bytes, {name = "example"})) end
  return require("govreport.check.explanation").of(found, parse, {rules = options.rules, lang = options.lang or "zh"})
end

-- ---- checking -----------------------------------------------------------------------------------

--- Reads a register of units from a file; see `govreport.bodies.units.parse`.
-- @return Units; or nil, message, code, list of all problems
function govreport.units(path, options)
  argument.type("units", "path", "string", path)
  options = argument.options("units", options, bodies.units.option_keys)
  return bodies.units.open(path, options)
end

--- Reads the JSON of a first round of checks, as `render(batch, "json")` gives it, for the option `since`.
-- @param text the JSON
-- @param options `name` for messages, `lang`
-- @return Rounds; or nil, message, code (`since.*`)
function govreport.rounds(text, options)
  argument.type("rounds", "text", "string", text)
  options = argument.options("rounds", options, known_options.rounds)
  local found, code, fields = require("govreport.check.rounds").read(text)
  if not found then return failure(options, code, fields) end
  return found
end

-- How what an option names by a path is read: function(path, lang) -> object; or nil, message, code.
local openers = {
  units = function(path, lang) return bodies.units.open(path, {lang = lang}) end,
  roster = function(path, lang) return bodies.units.open(path, {lang = lang, roster = true}) end,
  previous = function(path, lang) return govreport.open(path, {lang = lang}) end,
  since = function(path, lang) return of_file(govreport.rounds, path, {name = path, lang = lang}) end,
}

-- The options with what some of them name by a path read; or nil, message, code.
local function with_opened(options, ...)
  local copy = overlay(options, {})
  for _, name in ipairs{...} do
    if type(copy[name]) == "string" then
      local object, message, code = openers[name](copy[name], copy.lang)
      if not object then return nil, message, code end
      copy[name] = object
    end
  end
  return copy
end

--- Checks a Report; see `govreport.check.run`. The options `units` and `previous` may be paths.
-- @return Result; or nil, message, code where such a file cannot be read
function govreport.check(report, options)
  argument.object("check", "report", "govreport.Report", report, "govreport.open gives one")
  local check = require "govreport.check"
  local known = overlay(overlay(check.option_keys, check.beside_keys), known_options.check)
  options = argument.options("check", options, known)
  local opened, message, code = with_opened(options, "units", "previous")
  if not opened then return nil, message, code end
  local beside, own = split(opened, check.beside_keys)
  local checker = argument.checked(check.checker, own)
  return checker(report, beside)
end

--- A checker for many reports; see `govreport.check.checker`.
function govreport.checker(options)
  local check = require "govreport.check"
  options = argument.options("checker", options, check.option_keys)
  local checker, rules = argument.checked(check.checker, options)
  return checker, rules
end

--- Reads a file of settings, `.govreport.lua`; see `govreport.batch.settings`. Raises where it cannot be read or is not
-- right, with file and line.
-- @return table, its paths resolved
function govreport.settings(path)
  argument.type("settings", "path", "string", path)
  local settings = argument.checked(require("govreport.batch.settings").load, path)
  return settings
end

--- Checks many files one after the other, all with the same rules; only one report is open at a time.
-- @param paths list of files and folders (see `govreport.files`), or of `{name, bytes}`
-- @param options those of `govreport.checker`, where `units` may be a path, and `encoding`; `previous`, the report of
-- the year before of a single file; `series`, whether each is compared with its body's report of the year before, body
-- by body; `since`, a first round (Rounds, or the path of its JSON). Raises as `checker` does
-- @return Batch, see `govreport.batch.checked`; or nil, message, code where what an option names cannot be read
function govreport.check_files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("check_files", "paths", paths, is_source, kinds.source)
  local checker, checker_keys = require("govreport.check").checker, require("govreport.check").option_keys
  options = argument.options("check_files", options, overlay(checker_keys, known_options.check_files))
  local opened, message, code = with_opened(options, "units", "since")
  if not opened then return nil, message, code end
  local lang, check, rules = opened.lang or "zh", argument.checked(checker, (split(opened, checker_keys)))
  local function open(source) return open_source(source, {lang = lang, encoding = opened.encoding}) end
  return require("govreport.batch.checked").new(check, {rules = rules, lang = lang, first = opened.since},
    require("govreport.batch.sources").of(paths, open, {
      lang = lang, previous = opened.previous, series = opened.series, units = opened.units}))
end

--- The letter about a report that was checked; see `govreport.check.letter`. The report must be open.
-- @param options `lang`, that of the result where it is left out; `since`, a first round (Rounds, or the path of its
-- JSON), and `name` of the report's file there; or `rounds`, what an entry of a Batch has of it
-- @return Letter; or nil, message, code where the first round cannot be read
function govreport.letter(result, options)
  argument.object("letter", "result", "govreport.Result", result, "govreport.check gives one")
  argument.open("letter", "result", result.report)
  options = argument.options("letter", options, known_options.letter)
  local opened, message, code = with_opened(options, "since")
  if not opened then return nil, message, code end
  local report = result.report
  local compared = opened.rounds or opened.since and opened.since:compare(
    options.name or report.document.name, require("govreport.check.fingerprint").subject(report), result)
  return require("govreport.check.letter").compose(result, compared, options.lang or result.lang)
end

-- ---- comparing ----------------------------------------------------------------------------------

--- What differs between two Reports; see `govreport.compare.diff.run`.
function govreport.diff(a, b, options)
  argument.object("diff", "a", "govreport.Report", a, "govreport.open gives one")
  argument.object("diff", "b", "govreport.Report", b, "two are compared")
  options = argument.options("diff", options, compare.diff.option_keys)
  return compare.diff.run(a, b, options)
end

--- Whether several files carry the same report; see `govreport.compare.copies`.
-- @param list of Reports, paths or `{name, bytes}`, two at least
-- @param options `encoding`, `lang`
-- @return Copies, with `unread`, a list of `{name, message, code}`; or nil, message, code where the first cannot be
-- read
function govreport.same(list, options)
  argument.list("same", "list", list, is_source_or_report, kinds.report)
  if #list < 2 then argument.wrong("same", "list", "two reports at least are expected") end
  options = argument.options("same", options, known_options.same)
  local opened, unread = {}, {}
  for i, item in ipairs(list) do
    local report, message, code = item, nil, nil
    if is_source(item) then report, message, code = open_source(item, options) end
    if not report and i == 1 then return nil, message, code end
    if report then opened[#opened + 1] = {name = is_source(item) and source_name(item) or report.document.name or i,
                                          report = report}
    else unread[#unread + 1] = {name = source_name(item), message = message, code = code} end
  end
  local copies = compare.copies.run(opened)
  copies.unread = unread
  return copies
end

--- Near-identical parts among many reports; see `govreport.compare.similar.new`.
-- @param list of Reports, paths or `{name, bytes}`
-- @param options those of `similar.new`; `encoding`, `lang`
-- @return list of groups; see `Collection:groups` there; `unread`, a list of `{name, message, code}`
function govreport.similar(list, options)
  argument.list("similar", "list", list, is_source_or_report, kinds.report)
  options = argument.options("similar", options, overlay(compare.similar.option_keys, known_options.similar))
  local own, collecting = split(options, known_options.similar)
  local collection, items, unread = argument.checked(compare.similar.new, collecting), {}, {}
  for i, item in ipairs(list) do
    local report, message, code = item, nil, nil
    if is_source(item) then report, message, code = open_source(item, own) end
    if report then
      items[#items + 1] = item
      collection:add(report, is_source(item) and source_name(item) or i)
      if is_source(item) then report:close() end
    else
      unread[#unread + 1] = {name = source_name(item), message = message, code = code}
    end
  end
  local groups = collection:groups(function(number)
    if not is_source(items[number]) then return items[number] end
    local report = open_source(items[number], own)
    return report, report and function() report:close() end
  end)
  groups.unread = unread
  return groups
end

--- What a roll-up needs of a report, so that it can be closed: `member(report, name)`.
function govreport.member(report, name)
  argument.object("member", "report", "govreport.Report", report, "govreport.open gives one")
  if name ~= nil then argument.type("member", "name", "string", name) end
  return compare.member.of(report, name)
end

-- What a roll-up needs of the reports of a list, and those that could not be read.
local function members_of(list, options)
  local members, unread = {}, {}
  for _, child in ipairs(list) do
    if is_source(child) then
      local report, message, code = open_source(child, options)
      if report then
        members[#members + 1] = compare.member.of(report, source_name(child))
        report:close()
      else
        unread[#unread + 1] = {name = source_name(child), message = message, code = code}
      end
    else
      members[#members + 1] = type(child) == "userdata" and compare.member.of(child) or child
    end
  end
  return members, unread
end

--- Compares a report with those of the units below, of which it should be the sum, cell by cell.
-- @param parent a Report
-- @param children list of Reports, of what `govreport.member` gave for them, of paths, of `{name, bytes}`
-- @param options `roster` (a CSV file or Units: who is expected), `lost` (how many more reports could not be read),
-- `name` of the parent, `lang`, `units`, `encoding`
-- @return Rollup, see `compare.rollup.compare`, with `unread`, a list of `{name, message, code}`; Result of the rules
-- about it. Or nil, message, code (`rollup.parent`, where the parent's title tells no body or no year; those of
-- `govreport.units`)
function govreport.rollup(parent, children, options)
  argument.object("rollup", "parent", "govreport.Report", parent, "govreport.open gives one")
  argument.list("rollup", "children", children, function(child)
    return is_source_or_report(child) or type(child) == "table" and type(child.values) == "table"
  end, "a Report, a Member, a path or {name, bytes}")
  options = argument.options("rollup", options, known_options.rollup)
  if not parent.agency or not parent.year then return failure(options, "rollup.parent") end
  local opened, message, code = with_opened(options, "roster", "units")
  if not opened then return nil, message, code end
  local members, unread = members_of(children, {lang = options.lang, encoding = options.encoding})
  local compared = compare.rollup.compare(parent, members, {
    roster = opened.roster, lost = (options.lost or 0) + #unread, name = options.name})
  local result = require("govreport.check").run(parent, {
    rollup = compared, select = {"rollup"}, lang = options.lang, units = opened.units})
  return compare.rollup.conclude(compared, result, unread), result
end

-- ---- drafting -----------------------------------------------------------------------------------

--- Drafts a form from a document that is in it; see `govreport.draft.make`. `render` writes it, "form" and "test".
-- @param id of the form
-- @param options `lang`, `name` of the document, for messages
-- @return Draft; or nil, message, code (`draft.empty`, `draft.known`), why no table that was seen was taken: a list
-- of texts
function govreport.draft(document, id, options)
  argument.object("draft", "document", "govreport.Document", document, "govreport.read gives one")
  argument.type("draft", "id", "string", id)
  options = argument.options("draft", options, known_options.draft)
  if not id:find("^[%a_][%w_]*$") then argument.wrong("draft", "id", "letters, digits and _ are expected") end
  local named = overlay({name = document.name}, options)
  local made, code, fields = require("govreport.draft").make(document, id, named.name)
  if not made then
    local _, message = failure(named, code, {form = fields.form})
    return nil, message, code, require("govreport.render.draft").faults(fields.tables or {}, named.lang or "zh")
  end
  return made
end

--- Drafts a rule for a form; see `govreport.draft.rule_draft`. `render` writes it, "rule" and "test".
-- @param id `family.name`
-- @param options `form`, its id; the newest of the disclosure reports where it is left out
-- @return RuleDraft; or nil, message, code (`draft.no_rule`). Raises for a form that is unknown
function govreport.draft_rule(id, options)
  argument.type("draft_rule", "id", "string", id)
  options = argument.options("draft_rule", options, known_options.draft_rule)
  local form = options.form or "cn_disclosure_2021"
  if not id:find("^[%w_]+%.[%w_.]*[%w_]$") then argument.wrong("draft_rule", "id", "family.name is expected") end
  local made = argument.checked(require("govreport.draft.rule_draft").make, id, form)
  if not made then return failure(options, "draft.no_rule", {form = form}) end
  return made
end

-- ---- showing ------------------------------------------------------------------------------------

--- Shows an object: a Report, a Result or a Batch of them, a Trace, a Difference, … in one of its formats; see
-- `govreport.render.formats`. Raises for a format that it does not have, with the list of those that it has.
-- @param format the usual one where it is nil
-- @param options `lang`, `color`, `name` or `names` of the files, `write` (function(text), which takes the pieces),
-- `detail`, `fail_on`, `all`, `since` (Rounds)
-- @return text; nothing where `write` is given
function govreport.render(object, format, options)
  local formats = require "govreport.render.formats"
  local allowed = formats.of(object)
  if not allowed then argument.wrong("render", "object", "there is no way to show " .. argument.name_of(object)) end
  format = argument.choice("render", "format", allowed, format)
  options = argument.options("render", options, formats.option_keys)
  argument.open("render", "object", formats.report_of(object))
  return formats.render(object, format, overlay(options, {version = govreport.version}))
end

--- A printer of the findings of a Batch, for programs that go through its entries themselves; see
-- `govreport.render.printer`.
function govreport.printer(batch, format, options)
  argument.object("printer", "batch", "govreport.Batch", batch, "govreport.check_files gives one")
  local printer = require "govreport.render.printer"
  format = argument.choice("printer", "format", printer.formats, format)
  options = argument.options("printer", options, printer.option_keys)
  return printer.new(batch, format, overlay(options, {version = govreport.version}))
end

--- Any value as the prompt of `govreport lua` shows it: a table of a report as a grid, a list line by line, everything
-- else in one line; see `govreport.render.value`.
-- @param options `lang`
-- @return text
function govreport.inspect(value, options)
  options = argument.options("inspect", options, known_options.inspect)
  return table.concat(require("govreport.render.value").lines(value, options.lang or "zh"), "\n") .. "\n"
end

-- ---- numbers ------------------------------------------------------------------------------------

--- An exact quotient: `ratio(a, b, places)`, rounded half away from zero.
govreport.ratio = core.ratio

--- An exact number of a text like "190.457379"; integers and Decimals are given back.
-- @param options `lang`
-- @return integer or Decimal; or nil, message, code (`number.*`)
function govreport.decimal(value, options)
  options = argument.options("decimal", options, known_options.decimal)
  if type(value) ~= "string" and math.type(value) ~= "integer" and argument.class_of(value) ~= "govreport.Decimal" then
    argument.wrong("decimal", "value", "a text, an integer or a Decimal is expected: a float is not exact")
  end
  local number, code = core.decimal(value)
  if number then return number end
  return failure(options, code, {text = value})
end

return govreport

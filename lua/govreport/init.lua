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
local keys = require "govreport.base.keys"
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

local function check_options(options, known, where)
  keys.check(options, known, {}, "options of " .. where)
  if options.lang then catalogue.check_language(options.lang) end
  return options
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

local function read_options(options, where) return check_options(options, known_options.read, where) end

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
  return document_of(bytes, read_options(argument.options("read_bytes", options), "read_bytes"))
end

--- Makes a Report of a Document.
-- @return Report; or nil, message, code (`form.unknown`, `input.pictures`, `limit.memory`)
function govreport.recognise(document, options)
  argument.object("recognise", "document", "govreport.Document", document, "govreport.read gives one")
  return report_of(document, read_options(argument.options("recognise", options), "recognise"))
end

--- Reads and recognises the content of a file.
-- @return Report; or nil, message, code
function govreport.parse(bytes, options)
  argument.type("parse", "bytes", "string", bytes)
  return parsed(bytes, read_options(argument.options("parse", options), "parse"))
end

--- Reads a file into a Document.
-- @return Document; or nil, message, code (`io.*` as well)
function govreport.read(path, options)
  argument.type("read", "path", "string", path)
  options = read_options(argument.options("read", options), "read")
  return of_file(document_of, path, overlay({name = path}, options))
end

--- Reads and recognises a file.
-- @return Report; or nil, message, code
function govreport.open(path, options)
  argument.type("open", "path", "string", path)
  options = read_options(argument.options("open", options), "open")
  return of_file(parsed, path, overlay({name = path}, options))
end

--- The files that some paths stand for: of a folder all that its name says are reports, those of the folders in it as
-- well, in the order of their names.
-- @param paths list of paths, or one
-- @return list of paths; list of `{path, message, code}` for folders without reports (`io.no_reports`)
function govreport.files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.type("files", "paths", "table", paths)
  options = check_options(argument.options("files", options), known_options.files, "files")
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
  argument.type("load_forms", "paths", "table", paths)
  return require("govreport.form.form_files").load(paths)
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
  local reading, own = split(argument.options("trace", options), known_options.read)
  read_options(reading, "trace")
  keys.check(own, trace.option_keys, {}, "options of trace")
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
  options = check_options(argument.options("rules", options), known_options.rules, "rules")
  return require("govreport.check.rule_list").of(require("govreport.check.ruleset").new(options))
end

--- What a rule means: its formula, what it stands on, an example that fails and one that passes.
-- @param id of the rule
-- @param options `rules`, those to add to the project's; `lang`
-- @return Explanation, see `govreport.check.explanation.of`; or nil, message, code (`rule.unknown`)
function govreport.explain(id, options)
  argument.type("explain", "id", "string", id)
  options = check_options(argument.options("explain", options), known_options.explain, "explain")
  local rule = require "govreport.check.rule"
  local set = require("govreport.check.ruleset").new{rules = options.rules}
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
  return bodies.units.open(path, options)
end

--- Reads the JSON of a first round of checks, as `render(batch, "json")` gives it, for the option `since`.
-- @param text the JSON
-- @param options `name` for messages, `lang`
-- @return Rounds; or nil, message, code (`since.*`)
function govreport.rounds(text, options)
  argument.type("rounds", "text", "string", text)
  options = read_options(argument.options("rounds", options), "rounds")
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
  local opened, message, code = with_opened(argument.options("check", options), "units", "previous")
  if not opened then return nil, message, code end
  return require("govreport.check").run(report, opened)
end

--- A checker for many reports; see `govreport.check.checker`.
function govreport.checker(options)
  return require("govreport.check").checker(argument.options("checker", options))
end

--- Reads a file of settings, `.govreport.lua`; see `govreport.batch.settings`. Raises where it cannot be read or is not
-- right, with file and line.
-- @return table, its paths resolved
function govreport.settings(path)
  argument.type("settings", "path", "string", path)
  return require("govreport.batch.settings").load(path)
end

--- Checks many files one after the other, all with the same rules; only one report is open at a time.
-- @param paths list of files and folders (see `govreport.files`), or of `{name, bytes}`
-- @param options those of `govreport.checker`, where `units` may be a path, and `encoding`; `previous`, the report of
-- the year before of a single file; `series`, whether each is compared with its body's report of the year before, body
-- by body; `since`, a first round (Rounds, or the path of its JSON). Raises as `checker` does
-- @return Batch, see `govreport.batch.checked`; or nil, message, code where what an option names cannot be read
function govreport.check_files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.type("check_files", "paths", "table", paths)
  local own, checking = split(argument.options("check_files", options), known_options.check_files)
  check_options(own, known_options.check_files, "check_files")
  local opened, message, code = with_opened(overlay(checking, {since = own.since}), "units", "since")
  if not opened then return nil, message, code end
  local first, lang = opened.since, opened.lang or "zh"
  opened.since = nil
  local check, rules = govreport.checker(opened)
  local function open(source) return open_source(source, {lang = lang, encoding = own.encoding}) end
  return require("govreport.batch.checked").new(check, {rules = rules, lang = lang, first = first},
    require("govreport.batch.sources").of(paths, open, {
      lang = lang, previous = own.previous, series = own.series, units = opened.units}))
end

--- The letter about a report that was checked; see `govreport.check.letter`. The report must be open.
-- @param options `lang`, that of the result where it is left out; `since`, a first round (Rounds, or the path of its
-- JSON), and `name` of the report's file there; or `rounds`, what an entry of a Batch has of it
-- @return Letter; or nil, message, code where the first round cannot be read
function govreport.letter(result, options)
  argument.object("letter", "result", "govreport.Result", result, "govreport.check gives one")
  options = check_options(argument.options("letter", options), known_options.letter, "letter")
  local opened, message, code = with_opened(options, "since")
  if not opened then return nil, message, code end
  local report = result.report
  local compared = opened.rounds or opened.since and opened.since:compare(
    options.name or report.document.name, require("govreport.check.fingerprint").subject(report), result)
  return require("govreport.check.letter").compose(result, compared, options.lang or result.lang)
end

-- ---- comparing ----------------------------------------------------------------------------------

-- Whether an item of a list of reports is one that has to be read.
local function is_source(item) return type(item) == "string" or type(item) == "table" and item.bytes ~= nil end

local function source_name(item) return type(item) == "table" and item.name or item end

--- What differs between two Reports; see `govreport.compare.diff.run`.
function govreport.diff(a, b, options)
  argument.object("diff", "a", "govreport.Report", a, "govreport.open gives one")
  argument.object("diff", "b", "govreport.Report", b, "two are compared")
  return compare.diff.run(a, b, argument.options("diff", options))
end

--- Whether several files carry the same report; see `govreport.compare.copies`.
-- @param list of Reports, paths or `{name, bytes}`, two at least
-- @param options `encoding`, `lang`
-- @return Copies, with `unread`, a list of `{name, message, code}`; or nil, message, code where the first cannot be
-- read
function govreport.same(list, options)
  argument.type("same", "list", "table", list)
  options = check_options(argument.options("same", options), known_options.same, "same")
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
  argument.type("similar", "list", "table", list)
  local own, collecting = split(argument.options("similar", options), known_options.similar)
  local collection, items, unread = compare.similar.new(collecting), {}, {}
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
  argument.type("rollup", "children", "table", children)
  options = check_options(argument.options("rollup", options), known_options.rollup, "rollup")
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

local Draft = {__name = "govreport.Draft", __metatable = "govreport.Draft"}

--- Drafts a form from a document that is in it; see `govreport.draft.make`. `render` writes it, "form" and "test".
-- @param id of the form
-- @param options `lang`, `name` of the document, for messages
-- @return Draft; or nil, message, code (`draft.empty`, `draft.known`), why the tables that were seen are none: a list of
-- texts
function govreport.draft(document, id, options)
  argument.object("draft", "document", "govreport.Document", document, "govreport.read gives one")
  argument.type("draft", "id", "string", id)
  options = check_options(argument.options("draft", options), known_options.draft, "draft")
  local made, code, fields = require("govreport.draft").make(document, id)
  if not made then
    local _, message = failure(overlay({name = document.name}, options), code, {form = fields.form})
    return nil, message, code, require("govreport.render.draft").faults(fields.tables or {}, options.lang or "zh")
  end
  return setmetatable(made, Draft)
end

--- Drafts a rule for a form; see `govreport.draft.rule_draft`. `render` writes it, "rule" and "test".
-- @param id `family.name`
-- @param options `form`, its id; the newest of the disclosure reports where it is left out
-- @return RuleDraft; or nil, message, code (`draft.no_rule`). Raises for a form that is unknown
function govreport.draft_rule(id, options)
  argument.type("draft_rule", "id", "string", id)
  options = check_options(argument.options("draft_rule", options), known_options.draft_rule, "draft_rule")
  local form = options.form or "cn_disclosure_2021"
  local made = require("govreport.draft.rule_draft").make(id, form)
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
  options = overlay(argument.options("render", options), {version = govreport.version})
  return require("govreport.render.formats").render(object, format, options)
end

--- A printer of the findings of a Batch, for programs that go through its entries themselves; see
-- `govreport.render.printer`.
function govreport.printer(batch, format, options)
  argument.object("printer", "batch", "govreport.Batch", batch, "govreport.check_files gives one")
  options = overlay(argument.options("printer", options), {version = govreport.version})
  return require("govreport.render.printer").new(batch, format, options)
end

--- Any value as the prompt of `govreport lua` shows it: a table of a report as a grid, a list line by line, everything
-- else in one line; see `govreport.render.value`.
-- @param options `lang`
-- @return text
function govreport.inspect(value, options)
  options = check_options(argument.options("inspect", options), known_options.inspect, "inspect")
  return table.concat(require("govreport.render.value").lines(value, options.lang or "zh"), "\n") .. "\n"
end

-- ---- numbers ------------------------------------------------------------------------------------

--- An exact quotient: `ratio(a, b, places)`, rounded half away from zero.
govreport.ratio = core.ratio

--- An exact number of a text like "190.457379"; integers and Decimals are given back.
-- @param options `lang`
-- @return integer or Decimal; or nil, message, code (`number.*`)
function govreport.decimal(value, options)
  local number, code = core.decimal(value)
  if number then return number end
  options = check_options(argument.options("decimal", options), known_options.decimal, "decimal")
  return failure(options, code, {text = value})
end

return govreport

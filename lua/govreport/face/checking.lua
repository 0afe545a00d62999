--- Checking: one report or many, the letter about one.

local argument = require "govreport.base.argument"
local batches = require "govreport.face.batches"
local bodies = require "govreport.bodies"
local close = require "govreport.base.close"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local checking = {}

--- Reads a register of units from a file; see `govreport.bodies.units.parse`.
-- @return Units; or nil, message, code, list of all problems
function checking.units(path, options)
  argument.type("units", "path", "string", path)
  options = argument.options("units", options, bodies.units.option_keys)
  return bodies.units.open(path, options)
end

--- Reads the JSON of a first round of checks, as `render(batch, "json")` gives it, for the option `since`.
-- @param text the JSON
-- @param options `name` for messages, `lang`
-- @return Rounds; or nil, message, code (`since.*`)
function checking.rounds(text, options)
  argument.type("rounds", "text", "string", text)
  options = argument.options("rounds", options, known_options.rounds)
  return sources.rounds(text, options)
end

--- Checks a Report; see `govreport.check.run`. The options `units` and `previous` may be paths.
-- @return Result; or nil, message, code where such a file cannot be read
function checking.check(report, options)
  argument.object("check", "report", "govreport.Report", report, "govreport.open gives one")
  local check = require "govreport.check"
  local known = overlay(overlay(check.option_keys, check.beside_keys), known_options.check)
  options = argument.options("check", options, known)
  local opened, message, code = sources.with_opened(options, "units")
  if not opened then return nil, message, code end
  local beside, own = sources.split(opened, check.beside_keys)
  local checker = argument.checked(check.checker, own)
  beside, message, code = sources.with_opened(overlay(beside, {lang = options.lang}), "previous")
  if not beside then return nil, message, code end
  beside.lang = nil
  local result = checker(report, beside)
  if type(options.previous) == "string" then close(beside.previous) end
  return result
end

--- A checker for many reports; see `govreport.check.checker`.
function checking.checker(options)
  local check = require "govreport.check"
  options = argument.options("checker", options, check.option_keys)
  local checker, rules = argument.checked(check.checker, options)
  return checker, rules
end

--- Reads a file of settings, `.govreport.lua`; see `govreport.batch.settings`. Raises where it cannot be read or is not
-- right, with file and line.
-- @return table, its paths resolved
function checking.settings(path)
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
function checking.check_files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("check_files", "paths", paths, sources.is_one, sources.kind)
  local checker, checker_keys = require("govreport.check").checker, require("govreport.check").option_keys
  options = argument.options("check_files", options, overlay(checker_keys, known_options.check_files))
  local opened, message, code = sources.with_opened(options, "units", "since")
  if not opened then return nil, message, code end
  return batches.new(paths, opened, argument.checked(checker, (sources.split(opened, checker_keys))))
end

--- The letter about a report that was checked; see `govreport.check.letter`. The report must be open.
-- @param options `lang`, that of the result where it is left out; `since`, a first round (Rounds, or the path of its
-- JSON), and `name` of the report's file there; or `rounds`, what an entry of a Batch has of it; `from`, who sends it,
-- `contact`, `deadline` for the answer and `date` of the letter (ISO dates)
-- @return Letter; or nil, message, code where the first round cannot be read
function checking.letter(result, options)
  argument.object("letter", "result", "govreport.Result", result, "govreport.check gives one")
  argument.open("letter", "result", result.report)
  options = argument.options("letter", options, known_options.letter)
  local opened, message, code = sources.with_opened(options, "since")
  if not opened then return nil, message, code end
  local report = result.report
  local compared = opened.rounds or opened.since and opened.since:compare(
    options.name or report.document.name, require("govreport.check.fingerprint").subject(report), result)
  return require("govreport.check.letter").compose(result, {
    rounds = compared, lang = options.lang or result.lang, from = options.from, contact = options.contact,
    deadline = options.deadline, date = options.date})
end

return checking

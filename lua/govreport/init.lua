--- govreport: reads the annual reports that government bodies must publish, and checks them.
--
--   local govreport = require "govreport"
--   local report, message, code = govreport.open("report.txt")
--   local result = govreport.check(report)
--   for finding in result:findings() do print(finding) end
--
-- Misuse raises. Bad input gives nil, a message for people and a permanent code.

local bodies = require "govreport.bodies"
local catalogue = require "govreport.base.catalogue"
local compare = require "govreport.compare"
local core = require "govreport.core"
local extension = require "govreport.form.extension"
local file = require "govreport.base.file"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local known_options = require "govreport.base.options"
local page = require "govreport.read.page"
local recognise = require "govreport.read"
local script = require "govreport.form.script"

local govreport = {}

govreport.version = "0.1.0"

local default_max_input = 256 << 20

-- The one place where codes of bad input become messages.
local function failure(options, code, fields)
  fields = fields or {}
  fields.path = options.name or "?"
  return nil, catalogue.text(options.lang or "zh", code, fields), code
end

local function check_options(options)
  options = keys.check(options or {}, known_options.read, {}, "options")
  catalogue.check_language(options.lang or "zh")
  return options
end

--- Reads text into a Document, of any form or none.
-- @param bytes the content of a file
-- @param options `name` for messages, `lang` ("zh", "en"), `encoding`, `format` ("auto", "text",
-- "html"), `max_input`, `max_memory` (bytes)
-- @return Document; or nil, message, code (`input.*`, `limit.*`)
function govreport.read_bytes(bytes, options)
  options = check_options(options)
  local document, code, fields = core.parse(bytes, options)
  if not document then return failure(options, code, fields) end
  return document
end

-- Where entries of a table stand that a program passes: in its source, where that can be read, else at the call.
local function locator_of_call(level)
  local caller = debug.getinfo(level + 1, "Sl")
  while caller.currentline < 0 and debug.getinfo(level + 2, "Sl") do   -- called in a tail, through C
    level = level + 1
    caller = debug.getinfo(level + 1, "Sl")
  end
  local path = caller.source:match("^@(.*)$")
  local text = path and file.read(path, default_max_input)
  local locate = text and script.locator(path, text)
  local call = caller.short_src .. ":" .. caller.currentline
  return function(id, ...)
    local place = locate and id and locate(id, ...)
    return place and place:find(":%d+$") and not place:find(":1$") and place or call
  end, call
end

--- Adds a form, which then is tried like those of the project; see docs/forms.md. Raises where the declaration is not
-- right, with the place and a proposal; so for an id that another form has.
-- @return the declaration, with what it takes from others
function govreport.form(declared)
  local where, call = locator_of_call(2)
  return forms.add(type(declared) == "table" and extension.overlay(declared, {}) or declared, where, call)
end

--- Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as
-- `govreport.form` does.
-- @param paths list of scripts, each of which returns a form or a list of forms
-- @return list of the declarations
govreport.load_forms = forms.load

-- What a function returns; nil, message, code where it returns nil, a code and fields. What a script of a form does
-- wrong is no fault of the program that reads with it.
local function guarded(options, make, ...)
  local ok, made, code, fields = pcall(make, ...)
  if ok and made then return made end
  if ok then return failure(options, code, fields) end
  if type(made) == "table" and made.code then return failure(options, made.code, {detail = made.detail}) end
  error(made, 0)
end

--- Makes a Report of a Document.
-- @return Report; or nil, message, code (`form.unknown`, `input.pictures`, `limit.memory`)
function govreport.recognise(document, options)
  options = check_options(options)
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

--- Which form a Document is in, and why not the others; see `govreport.form.why`.
-- @return list, the id of the form or nil, the year or nil
function govreport.why(document)
  return forms.why(document, (page.facts(document, document.tape)), {steps = 0})
end

--- Reads and recognises the content of a file.
-- @return Report; or nil, message, code
function govreport.parse(bytes, options)
  local document, message, code = govreport.read_bytes(bytes, options)
  if not document then return nil, message, code end
  return govreport.recognise(document, options)
end

local function read_file(path, options)
  local bytes, code, fields = file.read(path, options.max_input or default_max_input)
  if not bytes then return failure(options, code, fields) end
  return bytes
end

local function with_name(path, options)
  local copy = {name = path}
  for key, value in pairs(options or {}) do copy[key] = value end
  return check_options(copy)
end

--- Reads a file into a Document.
-- @return Document; or nil, message, code (`io.*` as well)
function govreport.read(path, options)
  options = with_name(path, options)
  local bytes, message, code = read_file(path, options)
  if not bytes then return nil, message, code end
  return govreport.read_bytes(bytes, options)
end

--- Reads and recognises a file.
-- @return Report; or nil, message, code
function govreport.open(path, options)
  options = with_name(path, options)
  local bytes, message, code = read_file(path, options)
  if not bytes then return nil, message, code end
  return govreport.parse(bytes, options)
end

-- The options of a check with what is named by a path opened; or nil, message, code.
local function with_opened(options)
  local copy = {}
  local message, code
  for key, value in pairs(options) do copy[key] = value end
  if type(copy.units) == "string" then
    copy.units, message, code = bodies.units.open(copy.units, {lang = copy.lang})
    if not copy.units then return nil, message, code end
  end
  if type(copy.previous) == "string" then
    copy.previous, message, code = govreport.open(copy.previous, {lang = copy.lang})
    if not copy.previous then return nil, message, code end
  end
  return copy
end

--- Checks a Report; see `govreport.check.run`. The options `units` and `previous` may be paths.
-- @return Result; or nil, message, code where such a file cannot be read
function govreport.check(report, options)
  local opened, message, code = with_opened(options or {})
  if not opened then return nil, message, code end
  return require("govreport.check").run(report, opened)
end

--- Reads a register of units from a file; see `govreport.bodies.units.parse`.
-- @return Units; or nil, message, code, list of all problems
function govreport.units(path, options) return bodies.units.open(path, options) end

--- What a roll-up needs of a report, so that it can be closed: `member(report, name)`.
function govreport.member(report, name) return compare.member.of(report, name) end

-- A Report, or what `govreport.member` kept of one.
local function as_member(child) return type(child) == "userdata" and govreport.member(child) or child end

-- The options of a trace, and those of reading.
local function split_options(options)
  local own, rest = {}, {}
  for key, value in pairs(options or {}) do
    if known_options.read[key] then rest[key] = value else own[key] = value end
  end
  return own, check_options(rest)
end

--- Tells what happened when a document was read; see `govreport.trace.run`.
-- @param source a Document, or the content of a file
-- @param options those of `trace.run`, and those of `govreport.parse`
-- @return Trace; or nil, message, code (also `trace.unknown` for an id that the form does not have)
function govreport.trace(source, options)
  local own, reading = split_options(options)
  local document = source
  if type(source) == "string" then
    local read, message, code = govreport.read_bytes(source, reading)
    if not read then return nil, message, code end
    document = read
  end
  return guarded(reading, require("govreport.trace").run, document, own)
end

--- Compares a report with those of the units below, of which it should be the sum, cell by cell.
-- @param parent a Report
-- @param children list of Reports, or of what `govreport.member` gave for them
-- @param options `roster` (a CSV file or Units: who is expected), `lost` (how many reports could not be read), `name`
-- of the parent, `lang`, `units`
-- @return Rollup, see `compare.rollup.compare`; Result of the rules about it. Or nil, message, code (`rollup.parent`,
-- where the parent's title tells no body or no year; those of `govreport.units`)
function govreport.rollup(parent, children, options)
  options = keys.check(options or {}, known_options.rollup, {}, "options of rollup")
  local lang = options.lang or "zh"
  if not parent.agency or not parent.year then
    return nil, catalogue.text(lang, "rollup.parent", {path = options.name or "?"}), "rollup.parent"
  end
  local expected, result, message, code = options.roster
  if type(expected) == "string" then
    expected, message, code = bodies.units.open(expected, {lang = lang, roster = true})
    if not expected then return nil, message, code end
  end
  local members = {}
  for i, child in ipairs(children) do members[i] = as_member(child) end
  local compared = compare.rollup.compare(parent, members,
                                          {roster = expected, lost = options.lost, name = options.name})
  result, message, code = govreport.check(parent, {rollup = compared, select = {"rollup"}, lang = lang,
                                                   units = options.units})
  if not result then return nil, message, code end
  return compared, result
end

--- A checker for many reports; see `govreport.check.checker`.
function govreport.checker(options) return require("govreport.check").checker(options) end

--- What differs between two Reports; see `govreport.compare.diff.run`.
function govreport.diff(a, b, options) return compare.diff.run(a, b, options) end

--- Near-identical parts among many Reports; see `govreport.compare.similar.run`.
function govreport.similar(reports, options) return compare.similar.run(reports, options) end

--- An exact quotient: `ratio(a, b, places)`, rounded half away from zero.
govreport.ratio = core.ratio

--- An exact number of a text like "190.457379"; integers and Decimals are given back.
-- @param options `lang`
-- @return integer or Decimal; or nil, message, code (`number.*`)
function govreport.decimal(value, options)
  local number, code = core.decimal(value)
  if number then return number end
  options = keys.check(options or {}, known_options.decimal, {}, "options of decimal")
  return nil, catalogue.text(options.lang or "zh", code, {text = value}), code
end

return govreport

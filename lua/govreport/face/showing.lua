--- Showing: every object in every one of its formats.

local argument = require "govreport.base.argument"
local known_options = require "govreport.base.options"
local later = require "govreport.base.later"
local overlay = require("govreport.form.extension").overlay
local of_data = later "govreport.render.report_printer"
local of_findings = later "govreport.render.printer"
local sources = require "govreport.face.sources"
local version = require "govreport.base.version"

local showing = {}

--- Shows an object: a Report, a Result or a Batch of them, a Trace, a Difference, … in one of its formats; see
-- `govreport.render.formats`. Raises for a format that it does not have, with the list of those that it has.
-- @param format the usual one where it is nil
-- @param options `lang`, `color`, `name` or `names` of the files, `write` (function(text), which takes the pieces),
-- `detail`, `addresses`, `fail_on`, `all`, `since` (Rounds), `errors_only`, `sort`, `bom`
-- @return text; nothing where `write` is given. Or nil, message, code: `docx.missing`
function showing.render(object, format, options)
  local formats = require "govreport.render.formats"
  local allowed = formats.of(object)
  if not allowed then argument.wrong("render", "object", "there is no way to show " .. argument.name_of(object)) end
  format = argument.choice("render", "format", allowed, format)
  options = argument.options("render", options, formats.option_keys)
  argument.open("render", "object", formats.report_of(object))
  if argument.class_of(object) == "govreport.Difference" then   -- what differs is read from both when it is shown
    argument.open("render", "object", object.a)
    argument.open("render", "object", object.b)
  end
  local text, code = formats.render(object, format, overlay(options, {version = version}))
  if not code then return text end
  local is_missing = code == "docx.missing"
  return sources.failure({lang = options.lang, name = options.name or format}, code, {part = "", byte = 1},
                         is_missing and "show.no_writer" or nil)
end

--- A printer of the findings of a Batch, or of a Collection as data, for programs that go through the entries
-- themselves; see `govreport.render.printer` and `govreport.render.report_printer`.
function showing.printer(batch, format, options)
  local is_data = argument.class_of(batch) == "govreport.Collection"
  if not is_data then
    argument.object("printer", "batch", "govreport.Batch", batch, "govreport.check_files gives one")
  end
  format = argument.choice("printer", "format", is_data and of_data.formats or of_findings.formats, format)
  options = argument.options("printer", options, of_findings.option_keys)
  if is_data then return of_data.new(format, options) end
  return of_findings.new(batch, format, overlay(options, {version = version}))
end

--- Any value as the prompt of `govreport lua` shows it: a table of a report as a grid, a list line by line, everything
-- else in one line; see `govreport.render.value`.
-- @param options `lang`
-- @return text
function showing.inspect(value, options)
  options = argument.options("inspect", options, known_options.inspect)
  return table.concat(require("govreport.render.value").lines(value, options.lang or "zh"), "\n") .. "\n"
end

return showing

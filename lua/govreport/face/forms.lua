--- Forms: adding them, telling why one was chosen, tracing a reading.

local argument = require "govreport.base.argument"
local call_site = require "govreport.form.call_site"
local catalogue = require "govreport.base.catalogue"
local forms = require "govreport.form"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local page = require "govreport.read.page"
local readonly = require "govreport.base.readonly"
local sources = require "govreport.face.sources"

local chapter = {}

--- Adds a form, which then is tried like those of the project; see docs/forms.md. Raises where the declaration is not
-- right, with the place and a proposal; so for an id that another form has.
-- @return the declaration, with what it takes from others
function chapter.form(declared)
  local where, call = call_site(2)
  return forms.add(type(declared) == "table" and overlay(declared, {}) or declared, where, call)
end

--- Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as
-- `govreport.form` does.
-- @param paths list of scripts, each of which returns a form or a list of forms, and of folders of them
-- @return list of the declarations that were added
function chapter.load_forms(paths)
  if type(paths) == "string" then paths = {paths} end
  argument.list("load_forms", "paths", paths, function(path) return type(path) == "string" end, "a path")
  local added = argument.checked(forms.load, paths)
  return added
end

--- The forms that are known, in the order in which a document is tried on them; see `govreport.form.form_list`.
function chapter.forms() return require("govreport.form.form_list").all() end

local choice_view = readonly.class "govreport.FormChoice"

--- Which form a Document is in, and why not the others; see `govreport.form.why`.
-- @return list of reasons, with `chosen` and `year`; the id of the form or nil; the year or nil
function chapter.why(document)
  argument.object("why", "document", "govreport.Document", document, "govreport.read gives one")
  local tape = page.facts(document, document.tape)
  local list, chosen, year = forms.why(document, tape, {steps = 0})
  forms.add_missing(list, tape)
  list.chosen, list.year = chosen, year
  return choice_view(list), chosen, year
end

--- Tells what happened when a document was read; see `govreport.trace.run`.
-- @param source a Document, or the content of a file
-- @param options those of `trace.run`, and those of `govreport.parse`
-- @return Trace; or nil, message, code (also `trace.unknown` for an id that no form has)
function chapter.trace(source, options)
  local trace = require "govreport.trace"
  options = argument.options("trace", options, overlay(known_options.read, trace.option_keys))
  local reading, own = sources.split(options, known_options.read)
  local document = source
  if type(source) == "string" then
    local message, code
    document, message, code = sources.document(source, reading)
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
  return sources.guarded(reading, trace.run, document, own)
end

return chapter

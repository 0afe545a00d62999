--- Drafting: a form from a document, a rule for a form, a report in a form.

local argument = require "govreport.base.argument"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local drafting = {}

--- Drafts a form from a document that is in it; see `govreport.draft.make`. `render` writes it, "form" and "test".
-- @param id of the form
-- @param options `lang`, `name` of the document, for messages
-- @return Draft; or nil, message, code (`draft.empty`, `draft.known`), why no table that was seen was taken: a list
-- of texts
function drafting.draft(document, id, options)
  argument.object("draft", "document", "govreport.Document", document, "govreport.read gives one")
  argument.type("draft", "id", "string", id)
  options = argument.options("draft", options, known_options.draft)
  if not id:find("^[%a_][%w_]*$") then argument.wrong("draft", "id", "letters, digits and _ are expected") end
  local named = overlay({name = document.name}, options)
  local made, code, fields = require("govreport.draft").make(document, id, named.name)
  if not made then
    local _, message = sources.failure(named, code, {form = fields.form})
    return nil, message, code, require("govreport.render.draft").faults(fields.tables or {}, named.lang or "zh")
  end
  return made
end

--- Drafts a rule for a form; see `govreport.draft.rule_draft`. `render` writes it, "rule" and "test".
-- @param id `family.name`
-- @param options `form`, its id; the newest of the disclosure reports where it is left out
-- @return RuleDraft; or nil, message, code (`draft.no_rule`). Raises for a form that is unknown
function drafting.draft_rule(id, options)
  argument.type("draft_rule", "id", "string", id)
  options = argument.options("draft_rule", options, known_options.draft_rule)
  local form = options.form or "cn_disclosure_2021"
  if not id:find("^[%w_]+%.[%w_.]*[%w_]$") then argument.wrong("draft_rule", "id", "family.name is expected") end
  local made = argument.checked(require("govreport.draft.rule_draft").make, id, form)
  if not made then return sources.failure(options, "draft.no_rule", {form = form}) end
  return made
end

-- What cells are to hold, as a program says it: numbers, texts, or what an extracted cell has. Raises for a cell that
-- the form has not.
local function given(cells, declared)
  local address, entry = require "govreport.form.address", require "govreport.fill.entry"
  local entries = {}
  for at, own in pairs(cells) do
    local parsed = address.parse(at)
    address.verify(parsed, {declared})
    entries[at] = entry.given(own, at)
  end
  return entries
end

--- Fills a form in; see `govreport.fill.filled`. `render` writes it, "docx", "html" and "text".
-- @param form its id
-- @param options `tsv`, a list of cells, as `render(report, "tsv")` gives it, and its `name` for messages; `cells`, a
-- map from addresses; `agency`, `year`; `sections`, `head`, `tail`: what stands around the tables; `lang`
-- @return FilledForm; or nil, message, code (`data.*`), list of all problems. Raises for a form or a cell that is
-- unknown
function drafting.fill(form, options)
  argument.type("fill", "form", "string", form)
  options = argument.options("fill", options, known_options.fill)
  local forms, fill = require "govreport.form", require "govreport.fill"
  argument.choice("fill", "form", forms.list(), form)
  local declared = forms.declared(form)
  local entries, listed = argument.checked(given, options.cells or {}, declared), {}
  if options.tsv then
    local list, message, code, problems = fill.cell_list.read(options.tsv, declared, options)
    if not list then return nil, message, code, problems end
    listed = list
  end
  return fill.filled.make(form, overlay(listed, entries), options)
end

return drafting

--- What a program can use of govreport: the one source of docs/reference.md and types/govreport. `make docs` writes
-- both; spec/docs/reference_spec.lua compares it with what is there at run time, both ways.
--
-- A chapter has `title`, `text`, and any of `functions`, `aliases`, `classes`.
--
--   function  {"name(parameter: type, optional?: type): result, result", text, …}
--             `params` texts by parameter; `fails` codes: then it gives nil, message, code instead of its results;
--             `example` code that the spec runs: what it prints stands behind `-->`
--   alias     {name, text, values = {{value, text}, …}} or {name, text, type = type}
--   class     {name, kind, text, fields, methods, operators, extends, hidden}
--             fields    {"name: type", text}, {"name?: type", text} where it may be nil
--             methods   as functions
--             operators {"__metamethod", text, operand = type, result = type}
--             facts     fields that depend on the form
--             called    what its objects are called in the signatures of methods, where that is not the class
--             hidden    what is there at run time and meant for the program itself
--             runtime   the name of its objects at run time, where it is another one
--     kind is  "core"     a class of the C core
--              "view"     a read-only table
--              "object"   a table with methods, of a class of its own
--              "table"    a plain table that a function gives
--              "options"  a table that a program writes; `keys` names module and key of those that are known
--              "context"  what a rule function gets
--
-- In types a word with a capital is a class or an alias of this file.

local parts = {
  "module", "document", "report", "sequences", "check", "batch", "dataset", "show", "rules", "compare", "forms", "fill",
  "trace", "modules", "codes",
}

local api = {chapters = {}}

-- Classes of the core that no program meets.
api.internal = {
  "Align", "Boxes", "Builder", "Evidence", "Frequency", "Identities", "Labels", "Repairs", "Schema", "Words",
}

-- What everything with a place has: `parts = true` among the fields of a class stands for these.
local part_fields = {
  {"raw: string", "The source of its place."}, {"line: integer", "Where it stands, from 1."},
  {"column: integer", "In characters, from 1."}, {"byte: integer", "Its first byte in the file, from 1."},
  {"byte_end: integer", "Its last byte."},
  {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
  {"place: Position", "These five as a table."},
  {"start: integer", "Its range on the tape."}, {"stop: integer", "One past its end on the tape."},
}

local function complete(class)
  local fields = class.fields
  if not fields or not fields.parts then return end
  fields.parts = nil
  table.move(part_fields, 1, #part_fields, #fields + 1, fields)
end

for _, part in ipairs(parts) do
  for _, chapter in ipairs(require("docs.api." .. part)) do
    for _, class in ipairs(chapter.classes or {}) do complete(class) end
    api.chapters[#api.chapters + 1] = chapter
  end
end

return api

--- Forms: declared as data, checked when they are loaded, compiled when a document needs them.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.grammar"
local labels = require "govreport.labels"
local layout = require "govreport.layout"
local keys = require "govreport.keys"

local form = {}

local form_keys = {
  id = "string", name = "string", notice = "string", years = "table", sections = "table", tables = "table",
  fields = "table", readers = "table", detect = "table", extends = "string", claims = "string|table",
}
local section_keys = {id = "string", title = "string", variants = "table", misprints = "table"}
local table_keys = {
  id = "string", section = "string", caption = "string", header = "table", rows = "table", columns = "table",
  across = "boolean", spellings = "table", total = "string", equations = "table", split = "table",
}
local axis_keys = {id = "string", label = "string|table", signed = "boolean", decimal = "boolean", split = "table",
                   part_of = "string"}
local scopes = {{id = "head"}, {id = "tail"}, {id = "meta"}}
local reader_keys = {scope = "string", match = "userdata", find = "userdata", once = "boolean", read = "function"}

local function check_unique(list, where)
  local seen = {}
  for _, entry in ipairs(list) do
    local id = type(entry) == "table" and entry.id or entry
    if seen[id] then error(("%s: the id '%s' stands twice"):format(where, id), 0) end
    seen[id] = true
  end
end

-- Raises where an id is none of a list.
local function check_known(list, id, where, what)
  local known = {}
  for _, entry in ipairs(list) do known[entry.id] = true end
  if known[id] then return end
  local nearest = keys.nearest(id, known)
  local proposal = nearest and ", did you mean '" .. nearest .. "'?" or ""
  error(("%s: there is no %s '%s'%s"):format(where, what, id, proposal), 0)
end

-- ---- a form that extends another ----------------------------------------------------------------

local function overlay(base, own)
  local copy = {}
  for key, value in pairs(base) do copy[key] = value end
  for key, value in pairs(own) do copy[key] = value end
  return copy
end

local function find(list, id)
  for _, entry in ipairs(list) do
    if entry.id == id then return entry end
  end
end

-- The rows of a table where some are printed as several; where a report prints them whole, that is read as well.
local function split_rows(rows, split)
  local list = {}
  for _, row in ipairs(rows) do
    local parts = split[row.id]
    local ids = {}
    for i, part in ipairs(parts or {}) do ids[i] = part.id end
    list[#list + 1] = parts and overlay(row, {split = ids}) or row
    for _, part in ipairs(parts or {}) do list[#list + 1] = overlay(part, {part_of = row.id}) end
  end
  return list
end

local function extend_table(base, own, source)
  if type(own) == "string" then
    return find(base.tables, own) or error(("%s: '%s' has no table '%s'"):format(source, base.id, own), 0)
  end
  local inherited = find(base.tables, own.id)
  local t = inherited and overlay(inherited, own) or own
  if inherited and own.spellings then t.spellings = overlay(inherited.spellings or {}, own.spellings) end
  for id in pairs(own.split or {}) do check_known(t.rows, id, source .. ": " .. t.id .. ": split", "row") end
  if own.split then t.rows = split_rows(t.rows, own.split) end
  return t
end

--- A declaration with what it takes from the form that it extends: everything that it does not say itself; of a table
-- named in `tables` all that its own entry does not say, spelling by spelling; `split = {row = {rows}}` in such an
-- entry gives the rows that stand in place of one.
-- @param base the complete declaration of the form that is extended
function form.extend(base, declared, source)
  local complete = overlay(base, declared)
  if declared.tables then
    complete.tables = {}
    for i, own in ipairs(declared.tables) do complete.tables[i] = extend_table(base, own, source) end
  end
  return complete
end

--- Checks a declaration; raises with the place and the nearest known key.
function form.validate(declared, source)
  source = source or "form"
  keys.check(declared, form_keys, {"id", "name", "sections", "tables", "fields", "readers", "detect"}, source)
  for _, section in ipairs(declared.sections) do keys.check(section, section_keys, {"id", "title"}, source) end
  for _, t in ipairs(declared.tables) do
    keys.check(t, table_keys, {"id", "rows", "columns"}, source)
    for _, entry in ipairs(t.rows) do keys.check(entry, axis_keys, {"id", "label"}, source .. ": " .. t.id) end
    for _, entry in ipairs(t.columns) do keys.check(entry, axis_keys, {"id", "label"}, source .. ": " .. t.id) end
    if t.section then check_known(declared.sections, t.section, source .. ": " .. t.id, "part") end
    check_unique(t.rows, source .. ": " .. t.id)
    check_unique(t.columns, source .. ": " .. t.id)
  end
  for _, reader in ipairs(declared.readers) do
    keys.check(reader, reader_keys, {"scope", "read"}, source)
    check_known(scopes, reader.scope, source, "scope of readers")
  end
  check_unique(declared.sections, source)
  check_unique(declared.tables, source)
  check_unique(declared.fields, source)
  return declared
end

local function axis(entries)
  local list = {}
  for i, entry in ipairs(entries) do
    local path = layout.path_of(entry)
    list[i] = {id = entry.id, label = path[#path], parts = entry.split and #entry.split}
  end
  return list
end

local function make_schema(declared)
  local sections, tables = {}, {}
  for i, section in ipairs(declared.sections) do sections[i] = section.id end
  for i, t in ipairs(declared.tables) do
    tables[i] = {id = t.id, rows = axis(t.rows), columns = axis(t.columns)}
  end
  return core.schema{form = declared.id, sections = sections, fields = declared.fields, tables = tables}
end

-- Readers by scope: those that match a whole scope, and those whose pattern is looked for in it, all in one pass.
local function compile_readers(compiled)
  compiled.readers, compiled.finders = {}, {}
  for _, scope in ipairs{"head", "tail"} do
    local whole, finders, any = {}, {}, lpeg.P(false)
    for _, reader in ipairs(compiled.declared.readers) do
      if reader.scope == scope and reader.match then whole[#whole + 1] = reader end
      if reader.scope == scope and reader.find then
        finders[#finders + 1] = reader
        any = any + lpeg.Ct(lpeg.Cc(#finders) * reader.find)
      end
    end
    finders.pattern = lpeg.Ct((any + grammar.han + 1)^0)
    compiled.readers[scope], compiled.finders[scope] = whole, finders
  end
  compiled.readers.meta = {}
  for _, reader in ipairs(compiled.declared.readers) do
    if reader.scope == "meta" then table.insert(compiled.readers.meta, reader) end
  end
end

--- Compiles a declaration: its schema, its labels.
-- @param shared the register of labels that all forms share
function form.compile(declared, shared)
  local compiled = {id = declared.id, declared = declared, schema = make_schema(declared)}
  compile_readers(compiled)
  local register = labels.new(shared)
  compiled.labels = register
  compiled.layouts = layout.tables(declared.tables, register)
  for i, section in ipairs(declared.sections) do
    register:add(section.title, {section = i - 1}, section)
  end
  register:settle()
  compiled.field_index = {}
  for i, id in ipairs(declared.fields) do compiled.field_index[id] = i - 1 end
  compiled.detect_labels = {}
  for _, label in ipairs(declared.detect.labels) do
    if not register:find(label) then
      error(("%s: detect: '%s' is no label of the form"):format(declared.id, label), 0)
    end
    compiled.detect_labels[register:tell(label)] = true
  end
  return compiled
end

--- How well a text fits the form: how many of its parts and of the labels that only it has were found.
-- @param numbers set of the labels in the text, by their number
function form.evidence(compiled, numbers)
  local parts, own, seen = 0, 0, {}
  for number in pairs(numbers) do
    if compiled.detect_labels[number] then own = own + 1 end
    local label = compiled.labels.list[number]
    if label and label.section and not seen[label.section] then
      seen[label.section] = true
      parts = parts + 1
    end
  end
  return {sections = parts, labels = own}
end

--- Whether the evidence is enough to read a text by this form.
function form.fits(compiled, evidence)
  return evidence.labels > 0 or evidence.sections >= compiled.declared.detect.sections
end

return form

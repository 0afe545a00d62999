--- Forms: declared as data, checked when they are loaded, compiled when a document needs them.

local lpeg = require "lpeg"
local cache = require "govreport.base.cache"
local core = require "govreport.core"
local extension = require "govreport.form.extension"
local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"
local later = require "govreport.base.later"
local layout = require "govreport.form.layout"
local once = require "govreport.base.once"
local wordings = later "govreport.form.wordings"

local form = {}

-- Tables repeat from report to report: what to do with those that have so many cells together is kept, see
-- `govreport.read.grid`. A plan has some 80 bytes for each.
local max_planned = 25000
-- The same of parts that are labels and values alone, see `govreport.read.plain_parts`: bytes of their keys.
local max_plain_parts = 1 << 18

form.extend = extension.extend
--- A declaration with everything that may be left out.
function form.complete(declared)
  local complete = extension.overlay({sections = {}, fields = {}, readers = {}}, declared)
  if type(declared.detect) == "table" then
    complete.detect = extension.overlay({labels = {}, words = {}, least = 1}, declared.detect)
  end
  if type(declared.tables) ~= "table" then return complete end
  complete.tables = {}
  for i, t in ipairs(declared.tables) do
    local bare = type(t) == "table" and t.pairs and not t.columns
    complete.tables[i] = bare and extension.overlay(t, {columns = {{id = "value", label = "填报内容"}}}) or t
  end
  return complete
end

-- The type of a row or column as the core has it; nil for numbers.
local function core_type(entry)
  if entry.type == "choice" and entry.many then return "choices" end
  return entry.type ~= "number" and entry.type or nil
end

local function axis(entries)
  local list = {}
  for i, entry in ipairs(entries) do
    local path = layout.path_of(entry)
    list[i] = {id = entry.id, label = path[#path], parts = entry.split and #entry.split,
               type = core_type(entry), unit = entry.unit, heading = entry.heading}
  end
  return list
end

local function make_schema(declared)
  local sections, tables = {}, {}
  for i, section in ipairs(declared.sections) do sections[i] = section.id end
  for i, t in ipairs(declared.tables) do
    tables[i] = {id = t.id, caption = t.caption or t.title, rows = axis(t.rows), columns = axis(t.columns)}
  end
  return core.schema{form = declared.id, sections = sections, fields = declared.fields, tables = tables}
end

--- Checks a declaration; see `form.declaration`. Forms of the project are checked by a spec, and not at every start.
-- @param where function(id, key) -> where that stands
function form.validate(declared, where)
  local checked = require("govreport.form.declaration").check(declared, where)
  if pcall(make_schema, checked) then return checked end
  error(where(declared.id, "tables") .. ": the form has more than a form can hold: 64 tables, 512 rows or columns of "
        .. "one, 256 parts, 256 facts", 0)
end

local function scope_of(reader) return reader.scope or "head" end

-- What a finder finds, with its number.
local function found_by(finders, number) return lpeg.Ct(lpeg.Cc(number) * finders[number].find) end

-- Each finder is a rule of a grammar, which is compiled once however many characters lead to it; of those a grammar has
-- fewer than 250.
local most_rules = 200

-- The first of some finders, by number, that finds something, as a pattern.
local function first_found(finders, numbers)
  local any = lpeg.P(false)
  for _, number in ipairs(numbers) do
    any = any + (#finders <= most_rules and lpeg.V("finder" .. number) or found_by(finders, number))
  end
  return any
end

-- The numbers of those finders that may find something at a character; of those that do not say with which characters
-- that begins, where none is given.
local function finders_at(finders, character)
  local numbers = {}
  for number, reader in ipairs(finders) do
    local may_begin = not reader.begins or character and reader.begins:find(character, 1, true)
    if may_begin then numbers[#numbers + 1] = number end
  end
  return numbers
end

-- The characters with which begins what some finders look for, by which of them they are.
-- @return list of `{numbers, characters}`; all of the characters, each as often as it is named
local function beginnings(finders)
  local groups, all, seen = {}, {}, {}
  for i, reader in ipairs(finders) do all[i] = reader.begins or "" end
  all = table.concat(all)
  for _, code in utf8.codes(all) do
    local character = utf8.char(code)
    local numbers = finders_at(finders, character)
    local key = table.concat(numbers, " ")
    if not groups[key] then
      groups[key] = {numbers = numbers, characters = ""}
      groups[#groups + 1] = groups[key]
    end
    if not seen[character] then groups[key].characters = groups[key].characters .. character end
    seen[character] = true
  end
  return groups, all
end

-- What some finders find, in one pass over a text: at each character those are tried that may find something there.
-- What begins nothing is most of a text, and is passed over.
local function pass(finders)
  local groups, characters = beginnings(finders)
  local everywhere = finders_at(finders)
  local any = lpeg.P(false)
  for _, group in ipairs(groups) do
    any = any + #grammar.one_of(group.characters) * first_found(finders, group.numbers)
  end
  local skip = #everywhere == 0 and grammar.others(characters) or lpeg.P(false)
  local rules = {lpeg.Ct((skip + any + first_found(finders, everywhere) + grammar.han + 1)^0)}
  for number = 1, #finders <= most_rules and #finders or 0 do rules["finder" .. number] = found_by(finders, number) end
  return lpeg.P(rules)
end

-- Readers by scope: those that match a whole scope, and those whose pattern is looked for in it, all in one pass, which
-- is made for the first text in the form.
local function compile_readers(compiled)
  compiled.readers, compiled.finders = {}, {}
  for _, scope in ipairs{"head", "tail"} do
    local whole, finders = {}, {}
    for _, reader in ipairs(compiled.declared.readers) do
      if scope_of(reader) == scope and reader.match then whole[#whole + 1] = reader end
      if scope_of(reader) == scope and reader.find then finders[#finders + 1] = reader end
    end
    finders.pattern = once(function() return pass(finders) end)
    compiled.readers[scope], compiled.finders[scope] = whole, finders
  end
  for _, scope in ipairs{"meta", "end"} do
    compiled.readers[scope] = {}
    for _, reader in ipairs(compiled.declared.readers) do
      if scope_of(reader) == scope then table.insert(compiled.readers[scope], reader) end
    end
  end
end

--- Compiles a declaration: its schema, its labels.
-- @param shared the register of labels that all forms share
function form.compile(declared, shared)
  local compiled = {id = declared.id, declared = declared, schema = make_schema(declared),
                    plans = cache.new(max_planned), plain_parts = cache.new(max_plain_parts)}
  compile_readers(compiled)
  local register = labels.new(shared)
  compiled.labels = register
  compiled.layouts = layout.tables(declared.tables, register)
  compiled.has_patterns = layout.have_patterns(compiled.layouts)
  for i, section in ipairs(declared.sections) do
    register:add(section.title, {section = i - 1}, section)
  end
  register:settle()
  compiled.field_index = {}
  for i, id in ipairs(declared.fields) do compiled.field_index[id] = i - 1 end
  compiled.detect_labels = {}
  for _, label in ipairs(declared.detect.labels or {}) do
    if not register:find(label) then
      error(("%s: detect: '%s' is no label of the form"):format(declared.id, label), 0)
    end
    compiled.detect_labels[register:tell(label)] = label
  end
  return compiled
end

--- All wordings of a label in the tables of a form, and the label itself.
function form.wordings(declared, label)
  local list = {label}
  for _, t in ipairs(declared.tables) do
    for _, entries in ipairs{t.rows, t.columns} do
      for _, entry in ipairs(entries) do
        local path = layout.path_of(entry)
        if path[#path] == label then
          for _, wording in ipairs(wordings.of(t, entry)) do list[#list + 1] = wording.text end
        end
      end
    end
  end
  return list
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
  local detect = compiled.declared.detect
  local enough = evidence.labels > 0 and evidence.labels + (evidence.words or 0) >= (detect.least or 1)
  return enough or detect.sections ~= nil and evidence.sections >= detect.sections
end

return form

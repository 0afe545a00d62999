--- Lists of cells, as `extract --to tsv` writes them: a line for each cell, its columns parted by tabs.
--
--   table  row  column  state  value  unit  note  line  raw  inferred
--
-- Columns may be in any order; table, row, column, and value or state are needed. The file is in UTF-8, or in GB18030,
-- in which spreadsheets save it; what they put in quotes is read without them.

local catalogue = require "govreport.base.catalogue"
local entry = require "govreport.fill.entry"
local keys = require "govreport.base.keys"
local names = require "govreport.form.names"
local utf8_text = require "govreport.base.utf8_text"

local cell_list = {}

local known = {}
for _, id in ipairs{"table", "row", "column", "state", "value", "unit", "note", "line", "raw", "inferred"} do
  known[id] = id
end

-- What somebody wrote into a field: without the quotes of a spreadsheet, without white space around it, without the
-- apostrophe in front of what would be a formula.
local function field_of(text)
  local quoted = text:match('^"(.*)"$')
  text = quoted and quoted:gsub('""', '"') or text
  text = text:match("^%s*(.*)$"):gsub("%s+$", "")
  return (text:gsub("^'", "", 1))
end

local function fields_of(line)
  local list = {}
  for text in (line .. "\t"):gmatch "([^\t]*)\t" do list[#list + 1] = field_of(text) end
  return list
end

-- The lines of a text that hold anything, with their numbers.
local function lines_of(text)
  local list, number = {}, 0
  for line in (text:gsub("^\239\187\191", "") .. "\n"):gmatch "([^\n]*)\n" do
    number = number + 1
    if line:find "[^\t\r ]" then list[#list + 1] = {number = number, fields = fields_of((line:gsub("\r$", "")))} end
  end
  return list
end

-- The ids of the columns, in order.
local function read_header(line, problem)
  local ids, seen = {}, {}
  for i, title in ipairs(line and line.fields or {}) do
    local id = known[title:lower()]
    if not id and title ~= "" then problem("data.title", {value = title}, keys.nearest(title:lower(), known))
    elseif id and seen[id] then problem("data.title_twice", {value = title})
    elseif id then ids[i], seen[id] = id, true end
  end
  for _, id in ipairs{"table", "row", "column"} do
    if not seen[id] then problem("data.no_title", {value = id}) end
  end
  if not seen.value and not seen.state then problem("data.no_title", {value = "value"}) end
  return ids
end

local function ids_of(list)
  local set = {}
  for _, own in ipairs(list) do set[own.id] = own.id end
  return set
end

-- The row and the column of a line; nil where the form has none, which was told.
local function find_cell(declared, own, problem)
  local t = names.declared_table(declared, own.table)
  if not t then return problem("data.table", {value = own.table}, keys.nearest(own.table, ids_of(declared.tables))) end
  local found = {}
  for _, axis in ipairs{"row", "column"} do
    local list = t[axis .. "s"]
    found[axis] = names.entry(list, own[axis])
    if not found[axis] then
      problem("data." .. axis, {value = own[axis], table = own.table}, keys.nearest(own[axis], ids_of(list)))
    end
  end
  if found.row and found.column then return found.row, found.column end
end

-- The fields of a line by their columns; `value` is there.
local function own_fields(line, ids)
  local own = {}
  for i, text in ipairs(line.fields) do
    if ids[i] then own[ids[i]] = text ~= "" and text or nil end
  end
  for _, id in ipairs{"table", "row", "column", "value"} do own[id] = own[id] or "" end
  return own
end

local function read_line(entries, line, ids, declared, problem)
  local own = own_fields(line, ids)
  local row, column = find_cell(declared, own, problem)
  if own.state and entry.states[own.state] == nil then
    return problem("data.state", {value = own.state}, keys.nearest(own.state, entry.states))
  end
  if not row then return end
  local address = ("%s.%s.%s"):format(own.table, own.row, own.column)
  if entries[address] then return problem("data.twice", {value = address, other = entries[address].line}) end
  local read, code = entry.read(own, entry.kind(row, column))
  if not read then
    problem(code, {value = own.value})
    read = {state = "unreadable"}
  end
  read.line = line.number
  entries[address] = read
end

-- A list of problems, and a function that makes one that adds those of a line.
local function problem_list(options)
  local list = {}
  return list, function(line)
    return function(code, fields, nearest)
      if nearest then code, fields.nearest = code .. "_near", nearest end
      fields.path, fields.line = options.name or "?", line
      list[#list + 1] = {code = code, line = line, message = catalogue.text(options.lang or "zh", code, fields)}
    end
  end
end

--- Reads a list of cells.
-- @param declared the form's declaration
-- @param options `name` of the file and `lang`, for messages
-- @return map from addresses to entries; see `govreport.fill.entry`. Or nil, message, code of the first problem, and
-- the list of all: `{code, line, message}`
function cell_list.read(text, declared, options)
  local problems, problem_at = problem_list(options)
  local entries = {}
  text = utf8_text(text)
  if utf8.len(text) then
    local lines = lines_of(text)
    local ids = read_header(lines[1], problem_at(lines[1] and lines[1].number or 1))
    for i = 2, #problems == 0 and #lines or 0 do
      read_line(entries, lines[i], ids, declared, problem_at(lines[i].number))
    end
  else
    problem_at(1)("data.encoding", {})
  end
  if problems[1] then return nil, problems[1].message, problems[1].code, problems end
  return entries
end

return cell_list

--- The places that cells have in forms, each with a number: the cells of a dataset name them by it. Numbers run on from
-- form to form in the order of the registry, so that they are the same wherever the same forms are known.

local core = require "govreport.core"
local forms = require "govreport.form"
local layout = require "govreport.form.layout"

local places = {}

--- The columns of the table of places.
places.columns = {"place", "form", "table_id", "row_id", "column_id", "table_zh", "row_zh", "column_zh"}

local function label(entry) return table.concat(layout.path_of(entry), "／") end

-- What people call a table: its title, its caption, or the title of its part.
local function table_name(declared, t)
  if t.title or t.caption then return t.title or t.caption end
  for _, section in ipairs(declared.sections) do
    if section.id == t.section then return section.title end
  end
  return t.id
end

local function add_table(list, form, declared, t)
  for _, row in ipairs(t.rows) do
    for _, column in ipairs(t.columns) do
      list[#list + 1] = {#list + 1, form, t.id, row.id, column.id, table_name(declared, t), label(row), label(column)}
    end
  end
end

--- All places.
-- @return `{list, first, by_address}`: rows of the columns above; the number of the first place of each form; numbers
-- by form and address
function places.all()
  local found = {list = {}, first = {}, by_address = {}}
  for _, id in ipairs(forms.list()) do
    local declared = forms.declared(id)
    found.first[id] = #found.list + 1
    for _, t in ipairs(declared.tables) do add_table(found.list, id, declared, t) end
  end
  for _, row in ipairs(found.list) do
    found.by_address[table.concat({row[2], row[3], row[4], row[5]}, ".")] = row[1]
  end
  return found
end

--- The names of the states of cells; the number of the first is 0.
function places.states() return core.states() end

return places

--- The rows of a form's table as an alignment asks for them (`core.align`), with what it takes to judge the answer.

local layout = require "govreport.form.layout"
local letters = require "govreport.read.letters"
local wordings = require "govreport.form.wordings"

local wanted = {}

local function letters_of_all(texts)
  local list = {}
  for i, text in ipairs(texts) do list[i] = letters(text) end
  return list
end

-- Whether another row of the table has the label of a row.
local function has_namesake(t, index)
  local path = layout.path_of(t.rows[index])
  for other, row in ipairs(t.rows) do
    local own = layout.path_of(row)
    if other ~= index and own[#own] == path[#path] then return true end
  end
  return false
end

local function row_of(t, declared, index)
  local row, labels = t.rows[index], {}
  local path = layout.path_of(row)
  for i, wording in ipairs(wordings.of(declared, row)) do labels[i] = wording.text end
  local groups, own = table.move(path, 1, #path - 1, 1, {}), letters_of_all(labels)
  return {table = t, index = index, row = row, values = #t.columns, labels = labels, groups = groups, own = own,
          own_groups = letters_of_all(groups), all_own = table.concat(own, "\n"), has_namesake = has_namesake(t, index)}
end

--- The rows of a table but for its headings. Kept in its layout.
-- @param t a layout
-- @param declared the table as the form declares it
-- @return list of `{table, index, row, values = how many it has, labels = the wordings of its label, groups = what it
-- stands under, own = the labels as letters, own_groups = the groups so, all_own = the labels so in one text, by lines,
-- has_namesake = another row of the table has the same label}`
function wanted.of(t, declared)
  if t.wanted_rows then return t.wanted_rows end
  local list = {}
  for index, row in ipairs(t.rows) do
    if not row.heading then list[#list + 1] = row_of(t, declared, index) end
  end
  t.wanted_rows = list
  return list
end

return wanted

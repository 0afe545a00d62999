--- What copying leaves of tables between the lines: words of their headers and rows that stand apart from their cells.

local forms = require "govreport.form"
local grammar = require "govreport.text.grammar"
local layout = require "govreport.form.layout"

local leftovers = {}

local function add_characters(set, label)
  for character in grammar.skeleton(label):gmatch("[%z\1-\127\194-\244][\128-\191]*") do set[character] = true end
end

local function add_table(set, declared)
  add_characters(set, declared.caption or "")
  for _, label in ipairs(declared.header or {}) do add_characters(set, label) end
  for _, axis in ipairs{declared.rows, declared.columns} do
    for _, entry in ipairs(axis) do
      for _, label in ipairs(layout.path_of(entry)) do add_characters(set, label) end
    end
  end
end

-- The characters of the labels of a form's tables, by the part in which these stand.
local function characters_of(form_id)
  local by_part = {}
  for _, declared in ipairs(forms.declared(form_id).tables) do
    local part = declared.section or ""
    by_part[part] = by_part[part] or {}
    add_table(by_part[part], declared)
  end
  return by_part
end

local known = {}

--- Whether a line of a part consists of characters of the labels of its tables.
-- @param form_id id of the form
-- @param part id of the part
-- @param key what counts of the line
-- @param with_numbers numbers count as left over as well: for tables with cells that could not be read
function leftovers.is_one(form_id, part, key, with_numbers)
  known[form_id] = known[form_id] or characters_of(form_id)
  local characters = known[form_id][part]
  if not characters then return false end
  for character in key:gmatch("[%z\1-\127\194-\244][\128-\191]*") do
    local number = with_numbers and character:find("^[%d.,%-]")
    if not number and (not characters[character] or character:find("^%d")) then return false end
  end
  return true
end

return leftovers

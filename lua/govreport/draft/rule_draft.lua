--- Drafts of rules: for a form, two sides that can be compared and a sample in which they are not as they should be. It
-- is a rule to begin with; whoever writes one says what must hold.

local forms = require "govreport.form"
local names = require "govreport.form.names"
local readonly = require "govreport.base.readonly"

local rule_draft = {}

local view = readonly.class("govreport.RuleDraft", nil, function(data) return data.id end)

-- What is compared where the form has it: the draft is then a rule that makes sense as it stands.
local sensible = {table = "applications", left = "partially_granted", right = "concluded", column = "total"}

local function holds_number(row, column)
  return not row.heading and not row.split and (row.type or column.type or "number") == "number"
end

-- The entries of an axis that hold numbers beside the first entry of the other one that lets them.
local function numeric(t, across)
  local mine, others = across and t.columns or t.rows, across and t.rows or t.columns
  for _, other in ipairs(others) do
    local list = {}
    for _, own in ipairs(mine) do
      if holds_number(across and other or own, across and own or other) then list[#list + 1] = own end
    end
    if #list > 1 then return list, other end
  end
end

local function has_sensible(declared)
  local t = names.declared_table(declared, sensible.table)
  return t and names.entry(t.rows, sensible.left) and names.entry(t.rows, sensible.right)
         and names.entry(t.columns, sensible.column) ~= nil
end

-- Two sides over a whole row or column each, and one cell of each: `{left, right, left_cell, right_cell}`.
local function sides_of(declared)
  if has_sensible(declared) then
    local t = sensible.table
    return {left = ("%s.%s.*"):format(t, sensible.left), right = ("%s.%s.*"):format(t, sensible.right),
            left_cell = ("%s.%s.%s"):format(t, sensible.left, sensible.column),
            right_cell = ("%s.%s.%s"):format(t, sensible.right, sensible.column)}
  end
  for _, across in ipairs{false, true} do
    for _, t in ipairs(declared.tables) do
      local list, other = numeric(t, across)
      local function at(other_id, own_id)
        return across and t.id .. "." .. other_id .. "." .. own_id or t.id .. "." .. own_id .. "." .. other_id
      end
      if list then
        return {left = at("*", list[1].id), right = at("*", list[2].id),
                left_cell = at(other.id, list[1].id), right_cell = at(other.id, list[2].id)}
      end
    end
  end
end

--- Drafts a rule.
-- @param id `family.name`
-- @param form the id of a form
-- @return read-only `{id, form, source, left, right, left_cell, right_cell}`: two sides and a cell of each, as
-- addresses; `source` is the script of the form, nil for one of the project. Or nil where the form has no two numbers
-- that could be compared
function rule_draft.make(id, form)
  local sides = sides_of(forms.declared(form))
  if not sides then return nil end
  local source = forms.source(form)
  sides.id, sides.form, sides.source = id, form, source ~= forms.rock and source or nil
  sides.sensible = has_sensible(forms.declared(form)) and true or nil
  return view(sides)
end

return rule_draft

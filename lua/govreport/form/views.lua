--- The views that a form wants in a dataset, beside those that all have. One is of two kinds:
--
--   {id = "loans_wide", table = "loans", by = "reader"}   a table with a column for each of its rows; `by` is what the
--                                                         column that tells the columns of the form is called
--   {id = "common", items = {…}}                          what several forms have in common: those that declare
--                                                         a view of this id, or take it from one that they extend
--
-- An item is `{id, table, rows, columns}`: the sum of the rows, of one row of its own id where they are left out; each
-- column by itself, or those that are listed added up.

local extension = require "govreport.form.extension"

local views = {}

--- The ids of the rows that an item is the sum of.
function views.rows_of(item) return item.rows or {item.id} end

-- ---- forms that extend others -------------------------------------------------------------------

-- Whether the tables of a form have all that an item is made of.
local function fits(item, tables)
  local t = extension.by_id(tables)[item.table]
  if not t or not t.rows or not t.columns then return false end
  local rows, columns = extension.by_id(t.rows), extension.by_id(t.columns)
  for _, id in ipairs(views.rows_of(item)) do
    if not rows[id] then return false end
  end
  for _, id in ipairs(item.columns or {}) do
    if not columns[id] then return false end
  end
  return true
end

-- The items of a view without those that were taken over and that the tables do not have.
local function fitting(items, inherited, tables)
  local is_inherited, list = {}, {}
  for _, item in ipairs(inherited) do is_inherited[item] = true end
  for _, item in ipairs(items) do
    if not is_inherited[item] or fits(item, tables) then list[#list + 1] = item end
  end
  return list
end

--- The views that a form takes over, with what it says of them, without what its tables have no more.
-- @param base list of the views of the form that is extended; nil for none
-- @param own what the form says: nil, a list in place of the other's, or a map from id to changes, where `items` may be
-- such a map as well
-- @param tables of the form
-- @param merge as `extension.merge`: function(base, own, what, change) -> list
function views.extended(base, own, tables, merge)
  base = base or {}
  local known, list = extension.by_id(base), own or base
  if own and extension.is_map(own) then
    list = merge(base, own, "view", function(inherited, changes)
      local view = extension.overlay(inherited, changes)
      if type(changes.items) == "table" and inherited.items and extension.is_map(changes.items) then
        view.items = merge(inherited.items, changes.items, "item", extension.overlay)
      end
      return view
    end)
  end
  local fit = {}
  for _, view in ipairs(list) do
    local inherited = known[type(view) == "table" and view.id]
    if not inherited then fit[#fit + 1] = view
    elseif view.items then
      local items = fitting(view.items, inherited.items or {}, tables)
      if #items > 0 then fit[#fit + 1] = extension.overlay(view, {items = items}) end
    elseif view ~= inherited or extension.by_id(tables)[view.table] then fit[#fit + 1] = view end
  end
  return fit
end

return views

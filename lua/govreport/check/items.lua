--- The items of the parts in prose: what the sections below a part are numbered with, read once for all rules.

local items = {}

-- The parts in prose that have items, in the order of the form.
local parts = {"overview", "problems", "other"}

--- The items of a report.
-- @param context that of a check
-- @return list of `{part, items}`: the id of a part, and the items below it, as `core.outline` has them
function items.of(context)
  local list = {}
  for _, id in ipairs(parts) do
    local found = context:outline_of(id)
    if found then list[#list + 1] = {part = id, items = found.items} end
  end
  return list
end

return items

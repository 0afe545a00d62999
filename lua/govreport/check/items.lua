--- The items of the parts in prose: what the sections below a part are numbered with, read once for all rules.

local items = {}

-- The items below a section, each with its own.
local function below(parent)
  local list = {}
  for section in parent:sections() do
    list[#list + 1] = {section = section, number = section.number, marker = section.marker or "",
                       items = below(section)}
  end
  return list
end

-- The parts in prose that have items, in the order of the form.
local parts = {"overview", "problems", "other"}

--- The items of a report.
-- @param context that of a check
-- @return list of `{part, items}`: the id of a part, and a list of `{section, number, marker, items}`, where `items`
-- are those below; the marker is as it is printed, "" for none
function items.of(context)
  local list = {}
  for _, id in ipairs(parts) do
    local found = context.report:section(id)
    if found then list[#list + 1] = {part = id, items = below(found)} end
  end
  return list
end

return items

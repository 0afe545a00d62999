--- The tables of the page: what was planned for each, and which rows came of it.

local grid = require "govreport.read.grid"

local grids = {}

--- Gives the plan that was carried out to each table of the page that has labels: `plan` of the entries of
-- `sightings.grids`; nil for those that are none of the form's.
function grids.plan(form, sightings, signatures)
  local before = grid.start(form)
  for _, entry in ipairs(sightings.grids) do
    local plan = grid.plan(form, signatures[entry.block], before)
    if plan.known then entry.plan, before = plan, plan.after end
  end
end

local of_rows = {row = true, lost = true, bare = true, open = true}

-- What happened in each row of a table of the page: the last of the plan's entries there.
local function steps_of(entry)
  local steps = {}
  for _, step in ipairs(entry.plan.entries) do
    local own = of_rows[step.kind] and step.slot and entry.cells[step.slot]
    for row = own and own.row or 1, own and own.row_stop - 1 or 0 do steps[row] = step end
  end
  return steps
end

--- What happened in the row of a cell of a table of the page; nil for nothing.
function grids.entry_at(entry, cell)
  entry.steps = entry.steps or steps_of(entry)
  return entry.steps[cell.row]
end

-- The ids of the tables that got rows from a table of the page, in order.
local function tables_of(plan)
  local list, seen = {}, {}
  for _, step in ipairs(plan.entries) do
    local is_row = step.kind == "row" or step.kind == "lost"
    if is_row and not seen[step.table] then
      seen[step.table] = true
      list[#list + 1] = step.table.id
    end
  end
  return list
end

--- Tells of each table of the page what it was taken for.
function grids.tell(recorder, work)
  local r = work.reading
  for _, entry in ipairs(work.sightings.grids) do
    local list = entry.plan and tables_of(entry.plan) or {}
    local inside = entry.start >= r.article_start and entry.stop <= r.article_stop
    recorder:add("tables", #list > 0 and "matched" or inside and "noted" or "passed", {
      kind = #list > 0 and "grid_read" or "grid_unread", subject = table.concat(list, ","), table = list[1], text = "",
      start = entry.start, stop = entry.stop,
      fields = {tables = table.concat(list, ", "), labels = entry.labels, cells = #entry.cells},
    })
  end
end

return grids

--- Sources that lost the order of their tables: a PDF as text in the order in which it draws, where a column follows
-- a column and values stand far from their labels. What such tables hold nobody can tell, so nothing in them is the
-- report's fault.

local order = {}

-- ---- values far from labels ---------------------------------------------------------------------

-- The most values that stand beside one label in a table of a part: a row's, or in a table of one line all.
local function widest_row(context, section_id)
  local widest = 0
  for _, t in ipairs(context.form.declared.tables) do
    local width = t.section == section_id and #t.columns * (t.across and #t.rows or 1) or 0
    widest = math.max(widest, width)
  end
  return widest
end

-- How many values stand in runs that are longer than any row, a value a line and no label between.
local function count_displaced(tape, start, stop, widest)
  local run, count = 0, 0
  local function close()
    if run > widest then count = count + run end
    run = 0
  end
  for line in tape:sub(start, stop - 1):gmatch("[^\v\n\x1C-\x1F]+") do
    if line:gsub("—", "-"):find("^[%d,./-]+$") then run = run + 1 else close() end
  end
  close()
  return count
end

-- How many cells of the tables of a part hold what was read, and how many do not; which tables have such.
local function count_read(context, section_id)
  local read, unread, tables, states = 0, 0, {}, context:plane().state
  for _, t in ipairs(context.form.layouts) do
    local lost = 0
    for i = 0, t.section == section_id and #t.rows * #t.columns - 1 or -1 do
      local state = states[t.first_cell + i]
      if state == "absent" or state == "unreadable" then lost = lost + 1
      elseif state then read = read + 1 end
    end
    unread = unread + lost
    if lost > 0 then tables[#tables + 1] = t.id end
  end
  return read, unread, tables
end

-- The parts with tables that were not read whole: `{found, widest, tables, is_unread}`, the last where most cells could
-- not be read.
local function find_lacking(context)
  local list = {}
  for _, declared in ipairs(context.form.declared.sections) do
    local found, widest = context.report:section(declared.id), widest_row(context, declared.id)
    if found and widest > 0 then
      local read, unread, tables = count_read(context, declared.id)
      local part = {id = declared.id, found = found, widest = widest, tables = tables, is_unread = unread > read}
      list[#list + 1] = unread > 0 and part or nil
    end
  end
  return list
end

-- The source tells that it is in such an order where a part has runs of values longer than two rows, and most of its
-- cells could not be read. Then all tables that were not read whole have lost theirs.
local function find_flow(context)
  local document, odd = context.report.document, context:plane().odd
  if document.format ~= "text" or #odd.absent + #odd.unreadable == 0 then return nil end
  local flow, lacking = nil, find_lacking(context)
  for _, part in ipairs(lacking) do
    local found, widest = part.found, part.widest
    local count = part.is_unread and count_displaced(document.tape, found.body_start, found.body_stop, widest) or 0
    if count > 2 * widest then
      flow = flow or {place = context:place(found.start, found.stop), count = 0, part = part.id, tables = {},
                      ranges = {}}
      flow.count = flow.count + count
    end
  end
  for _, part in ipairs(flow and lacking or {}) do
    for _, id in ipairs(part.tables) do flow.tables[id] = true end
    flow.ranges[#flow.ranges + 1] = context:place(part.found.body_start, part.found.body_stop)
  end
  return flow
end

--- Finds what was lost.
-- @return `flow`: nil, or `place` (the heading of the first part that tells), `part`, `count` (values far from labels),
-- `tables` (set of ids), `ranges` (places of their parts)
function order.of(context) return {flow = find_flow(context)} end

local function stands_in(ranges, place)
  for _, range in ipairs(ranges) do
    if place.byte and place.byte >= range.byte and place.byte <= range.place.byte_end then return true end
  end
  return false
end

--- Whether all that a finding shows belongs to tables that lost their order.
-- @param draft see `govreport.check.finding.new`
function order.covers(flow, draft)
  local cells = draft.cells or {}
  for _, cell in pairs(cells) do
    if not flow.tables[cell.table] then return false end
  end
  if next(cells) then return true end
  local count = 0
  for _, place in pairs(draft.places or {}) do
    if not stands_in(flow.ranges, place) then return false end
    count = count + 1
  end
  return count > 0
end

return order

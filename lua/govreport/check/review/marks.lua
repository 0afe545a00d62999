--- Where the findings of a review stand in its report: by cell, and as ranges of bytes of the source.
--
-- A mark is `{number, severity, guilty}`: the item, and whether the cell is one that has to change by its finding, or
-- only one of those that can.

local bisect = require "govreport.base.bisect"

local marks = {}

local Marks = {}
Marks.__index = Marks

-- The cells that a finding names as those to change: all of the only repair, or its only cell.
local function guilty_cells(found)
  local guilty, repair = {}, #found.alternatives == 1 and found.alternatives[1] or found.repair
  for i = 1, #repair do guilty[repair[i].address] = true end
  if #repair == 0 and #found.cells == 1 then guilty[found.cells[1].address] = true end
  return guilty
end

local function add_cells(self, item, found)
  local guilty, seen = guilty_cells(found), {}
  local function add(address)
    if seen[address] then return end
    seen[address] = true
    self.by_cell[address] = self.by_cell[address] or {}
    table.insert(self.by_cell[address], {number = item.number, severity = found.severity,
                                         guilty = guilty[address] == true})
  end
  for i = 1, #found.cells do add(found.cells[i].address) end
  for i = 1, #found.repair do add(found.repair[i].address) end
end

local function add_places(self, item, found)
  for i = 1, #found.places do
    local place = found.places[i]
    if place.byte then
      table.insert(self.ranges, {number = item.number, severity = found.severity, byte = place.byte,
                                 byte_end = math.max(place.byte_end, place.byte), place = place})
    end
  end
end

--- The marks in a cell, in the order of their items; nil where there are none. They are shown then.
function Marks:of_cell(address)
  for _, mark in ipairs(self.by_cell[address] or {}) do self.shown[mark.number] = true end
  return self.by_cell[address]
end

--- The ranges that share bytes with a stretch, those that begin first in front. They are shown then.
function Marks:between(byte, byte_end)
  local list, ranges = {}, self.ranges
  local i = bisect.up_to(ranges, byte_end, "byte")
  while i > 0 and ranges[i].reach >= byte do
    local range = ranges[i]
    if range.byte_end >= byte then
      table.insert(list, 1, range)
      range.is_shown, self.shown[range.number] = true, true
    end
    i = i - 1
  end
  return list
end

--- The ranges that nothing has shown so far.
function Marks:rest()
  local list = {}
  for _, range in ipairs(self.ranges) do
    if not range.is_shown then
      list[#list + 1] = range
      self.shown[range.number] = true
    end
  end
  return list
end

--- The marks of the items that stand nowhere in what was shown: those about the report as a whole.
function Marks:of_whole()
  local list = {}
  for _, item in ipairs(self.items) do
    if not self.shown[item.number] then
      list[#list + 1] = {number = item.number, severity = item.finding.severity, guilty = false}
    end
  end
  return list
end

local function by_byte(a, b)
  if a.byte ~= b.byte then return a.byte < b.byte end
  return a.number < b.number
end

--- @param items list of `{number, finding}`
function marks.new(items)
  local self = setmetatable({items = items, by_cell = {}, ranges = {}, shown = {}}, Marks)
  for _, item in ipairs(items) do
    add_cells(self, item, item.finding)
    add_places(self, item, item.finding)
  end
  table.sort(self.ranges, by_byte)
  local reach = 0   -- the last byte of this range and of all before it
  for _, range in ipairs(self.ranges) do
    reach = math.max(reach, range.byte_end)
    range.reach = reach
  end
  return self
end

return marks

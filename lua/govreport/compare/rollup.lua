--- Whether the numbers of one report are the sums of those of others, cell by cell.
--
-- A cell that holds no number, and the report of a body that is missing, is an unknown number >= 0: then the sum of
-- what is known is a lower bound. Money is compared in yuan, to the precision that is printed.

local blame = require "govreport.compare.blame"
local core = require "govreport.core"
local forms = require "govreport.form"
local member = require "govreport.compare.member"
local readonly = require "govreport.base.readonly"
local roster = require "govreport.compare.roster"
local unit_of = require("govreport.bodies.kind").of_name

local rollup = {}

-- ---- lines --------------------------------------------------------------------------------------

-- Whether the parts of a row are compared, or the row as a whole: in parts where all print them.
local function in_parts(key, parent, counted)
  if not parent.split[key] then return false end
  for _, child in ipairs(counted) do
    if not child.split[key] then return false end
  end
  return true
end

local function is_compared(t, row, parent, counted)
  local whole = row.split and row.id or row.part_of
  if not whole then return true end
  return in_parts(t.id .. "." .. whole, parent, counted) == (row.part_of ~= nil)
end

local factors = {
  ["元"] = 1, ["¥"] = 1, ["￥"] = 1, ["千元"] = 1000, ["万元"] = 10000, ["亿元"] = 100000000,
}

-- The unit in which a line is compared: the printed one where all have the same, yuan where they have several; nil and
-- false where they cannot be compared.
local function common_unit(own, counted, address)
  local first, mixed, money, found = own.units[address], false, true, own.values[address] ~= nil
  for _, child in ipairs(counted) do
    if child.values[address] ~= nil then
      local other = child.units[address]
      if not found then first, found = other, true end
      mixed = mixed or other ~= first
      money = money and factors[other] ~= nil
    end
  end
  if not mixed then return first, true end
  money = money and factors[first] ~= nil
  return money and "元" or nil, money
end

-- A number in a line's unit, and half of what its last printed digit stands for, where it is money.
local function converted(line, own)
  local value, printed = own.values[line.address], own.units[line.address]
  if not line.money then return value, 0 end
  local factor = line.unit == printed and 1 or factors[printed]
  return value * factor, core.decimal("0." .. ("0"):rep(own.places[line.address] or 0) .. "5") * factor
end

local function judge(line, unknown_children)
  local unknown = line.unknown + unknown_children
  if line.value == nil then
    line.verdict = "blank"
    return
  end
  line.difference = line.value - line.sum
  local size = line.difference < 0 and -line.difference or line.difference
  if not line.comparable then
    line.verdict = "open"
  elseif size < line.tolerance or size == line.tolerance then
    line.verdict = (unknown_children > 0 or line.signed and unknown > 0) and "open" or "equal"
  elseif unknown == 0 or line.difference < 0 and not line.signed then
    line.verdict = "differs"
  else
    line.verdict = "open"
  end
end

-- One cell of the parent beside those of the children; nil where it is not printed.
local function make_line(t, row, column, parent, counted, unknown_children)
  local address = t.id .. "." .. row.id .. "." .. column.id
  local value, state = parent.values[address], parent.states[address]
  if value == nil and (state == nil or state == "absent" or state == "unreadable") then return nil end
  local printed, comparable = common_unit(parent, counted, address)
  local line = {
    address = address, table = t.id, row = row.id, column = column.id, value = value, unit = printed,
    money = column.decimal or false, signed = column.signed or false, sum = 0, unknown = 0, comparable = comparable,
    tolerance = 0, parts = {},
  }
  if value then line.value, line.tolerance = converted(line, parent) end
  for i, child in ipairs(counted) do
    if child.values[address] ~= nil then
      local part, half = converted(line, child)
      line.sum, line.tolerance, line.parts[i] = line.sum + part, line.tolerance + half, part
    else
      line.unknown, line.parts[i] = line.unknown + 1, false
    end
  end
  judge(line, unknown_children)
  return line
end

local function make_lines(declared, parent, counted, unknown_children)
  local lines, open = {}, 0
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(is_compared(t, row, parent, counted) and t.columns or {}) do
        local line = make_line(t, row, column, parent, counted, unknown_children)
        if line then
          lines[#lines + 1] = line
          if line.verdict == "open" then open = open + 1 end
        end
      end
    end
  end
  return lines, open
end

-- ---- the comparison -----------------------------------------------------------------------------

-- What stands behind the views, as long as they are in use.
local sealed = setmetatable({}, {__mode = "k"})

local view = {
  rollup = readonly.class "govreport.Rollup", list = readonly.class "govreport.List",
  line = readonly.class("govreport.RollupLine", nil, function(data)
    return ("%s: %s, sum %s"):format(data.address, tostring(data.value), tostring(data.sum))
  end),
  cause = readonly.class "govreport.RollupCause",
  member = readonly.class("govreport.RollupMember", nil, function(data) return data.name .. ": " .. data.status end),
}

local function seal(list, make)
  local out = {}
  for i, item in ipairs(list) do out[i] = make(item) end
  return view.list(out)
end

local function line_view(line)
  local copy = {}
  for key, value in pairs(line) do copy[key] = value end
  copy.parts = view.list(line.parts)
  return view.line(copy)
end

-- @param views of the children before it, by child
local function member_view(child, views)
  return view.member{name = child.name, agency = child.agency, year = child.year, form = child.form,
                     status = child.status, twin = views[child.twin]}
end

local function cause_view(cause)
  return view.cause{kind = cause.kind, children = view.list(cause.children), addresses = view.list(cause.addresses),
                    table = cause.table}
end

-- Whether the parent's own office is among the children, or the parent has none.
local function has_office(parent, counted)
  local own = unit_of(parent.agency)
  if not own or own.type ~= "government" then return true end
  for _, child in ipairs(counted) do
    local kind = unit_of(child.agency)
    if kind and kind.type == "office" then return true end
  end
  return false
end

--- Compares a report with those that it should be the sum of.
-- @param parent a Report whose body and year are known
-- @param children list of members (`govreport.compare.member.of`)
-- @param options `roster` (Units that name who is expected), `lost` (how many reports could not be read),
-- `name` of the parent
-- @return a read-only table:
--   `parent`   {name, agency, year}
--   `members`  all children: {name, agency, year, form, status, twin}; the twin is the other one of its body
--   `counted`  those that are summed
--   `missing`  names of those that are expected and not there
--   `lines`    every cell that was compared: {address, table, row, column, value, sum, difference, unknown (how many
--              of the children hold no number), parts (by the order of `counted`; false where unknown), unit (the
--              printed one; 元 where they differ), verdict = "equal"|"differs"|"open"|"blank" (no number above)}
--   `open`     how many lines cannot be decided
--   `causes`   what may explain lines that differ; see `govreport.compare.blame`
function rollup.compare(parent, children, options)
  options = options or {}
  local own = member.of(parent, options.name)
  local missing = roster.sort(own, children, options.roster)
  local counted, unclear = {}, 0
  for _, child in ipairs(children) do
    if child.status == "counted" then counted[#counted + 1] = child end
    if child.status == "unclear" or child.status == "unknown" then unclear = unclear + 1 end
  end
  local declared = forms.declared(parent.form)
  local lost = options.lost or 0
  local unknown_children = options.roster and #missing + unclear or lost + unclear
  unknown_children = math.max(unknown_children, lost, #counted == 0 and 1 or 0)
  local lines, open = make_lines(declared, own, counted, unknown_children)
  local member_list, member_views = {}, {}
  for i, child in ipairs(children) do
    member_list[i] = member_view(child, member_views)
    member_views[child] = member_list[i]
  end
  local causes = blame.find(lines, {count = #counted, has_office = has_office(own, counted),
                                    known = unknown_children == 0, complete = options.roster ~= nil and #missing == 0})
  local data = {
    parent = view.member{name = own.name, agency = own.agency, year = own.year, form = own.form, status = "parent"},
    members = view.list(member_list), counted = seal(counted, function(child) return member_views[child] end),
    missing = view.list(missing), lines = seal(lines, line_view), open = open, lost = lost,
    causes = seal(causes, cause_view),
  }
  local compared = view.rollup(data)
  sealed[compared] = data
  return compared
end

--- Adds to a roll-up what the rules say of it, and which reports could not be read.
-- @return the same Rollup, with `result` and `unread`
function rollup.conclude(compared, result, unread)
  sealed[compared].result, sealed[compared].unread = result, view.list(unread)
  return compared
end

return rollup

--- Which reports of a roll-up count: those of the year, of the bodies below, each once; and which are missing.

local member = require "govreport.compare.member"
local names = require "govreport.bodies.names"

local roster = {}

-- ---- who is expected ----------------------------------------------------------------------------

-- Gives a body's key: by the roster, which may know it by another name; and the same with and without its city or
-- county in front.
-- @param members list of all that have an `agency`, or none
local function keys_of(register, members)
  local function registered(agency)
    local unit = register and register:find(agency)
    return unit and unit.name or agency
  end
  local all = {}
  for _, member_of in ipairs(members) do all[#all + 1] = member_of.agency and registered(member_of.agency) end
  for _, unit in ipairs(register and register.list or {}) do all[#all + 1] = unit.name end
  local key_of = names.keys(all)
  return function(agency) return key_of(registered(agency)) end
end

-- The units whose reports make up that of the parent: those that have it above them; where nobody has, all but itself.
-- A roster of several years is that of the parent's.
local function expected(register, parent, key_of)
  local own = key_of(parent.agency)
  local below, others = {}, {}
  for _, unit in ipairs(register.list) do
    if unit.year == nil or unit.year == parent.year then
      if unit.parent and key_of(unit.parent) == own then below[#below + 1] = unit end
      if key_of(unit.name) ~= own then others[#others + 1] = unit end
    end
  end
  return #below > 0 and below or others
end

-- ---- who is there -------------------------------------------------------------------------------

-- Why a report does not count: "unknown", "itself", "year", "body"; nil where it does.
local function problem_of(child, parent, key_of, wanted)
  if not child.agency or not child.year then return "unknown" end
  local key = key_of(child.agency)
  if key == key_of(parent.agency) then return "itself" end
  if child.year ~= parent.year then return "year" end
  return wanted and not wanted[key] and "body" or nil
end

-- Two reports of one body: the second does not count, and the first only where they hold the same numbers.
local function add_twice(first, child)
  local same = member.same_numbers(first, child)
  child.status, child.twin = "twice", first
  if not same then first.status = "unclear" end
end

--- Tells which reports count.
-- @param parent a member; its agency and year are known
-- @param children list of members; each gets a `status`: "counted", "unclear" (there are two of its body that differ),
-- "twice", "year", "body", "itself", "unknown"
-- @param register Units that name who is expected; nil for none
-- @return list of those that are expected and not there: names
function roster.sort(parent, children, register)
  local wanted, by_key, missing = register and {}, {}, {}
  local key_of = keys_of(register, {parent, table.unpack(children)})
  local list = register and expected(register, parent, key_of) or {}
  for _, unit in ipairs(list) do wanted[key_of(unit.name)] = unit end
  for _, child in ipairs(children) do
    child.status = problem_of(child, parent, key_of, wanted) or "counted"
    if child.status == "counted" then
      local key = key_of(child.agency)
      if by_key[key] then add_twice(by_key[key], child) else by_key[key] = child end
    end
  end
  for _, unit in ipairs(list) do
    if not by_key[key_of(unit.name)] then missing[#missing + 1] = unit.name end
  end
  return missing
end

-- ---- who has handed in --------------------------------------------------------------------------

-- The year of most reports, of several the latest; nil where none is known.
local function usual_year(reports)
  local counts, usual = {}, nil
  for _, own in ipairs(reports) do
    local year = own.year
    if year then
      counts[year] = (counts[year] or 0) + 1
      if not usual or counts[year] > counts[usual] or counts[year] == counts[usual] and year > usual then
        usual = year
      end
    end
  end
  return usual
end

--- The units of a roster of which there is no report for the year that most are for.
-- @param reports list of `{agency, year}`, each nil where it is not known
-- @param register Units
-- @return list of names
function roster.missing(reports, register)
  local key_of, year, there, missing = keys_of(register, reports), usual_year(reports), {}, {}
  for _, own in ipairs(reports) do
    if own.agency and (own.year == year or not own.year) then there[key_of(own.agency)] = true end
  end
  for _, unit in ipairs(register.list) do
    local is_wanted = not unit.year or not year or unit.year == year
    if is_wanted and not there[key_of(unit.name)] then missing[#missing + 1] = unit.name end
  end
  return missing
end

return roster

--- The reports of some folders body by body and year by year, each with that of its body for the year before.

local close = require "govreport.base.close"
local names = require "govreport.bodies.names"

local series = {}

-- Reports are opened twice, here and where they are used, so that only two are open at a time.
local function facts_of(path, open)
  local report = open(path)
  if not report then return {path = path} end
  local facts = {path = path, agency = report.agency, year = report.year}
  close(report)
  return facts
end

-- Gives a body's key: by its name in the register, where it has one, so that a body that was renamed stays one; and the
-- same with and without its city or county in front.
local function keys_of(list, register)
  local function registered(agency)
    local unit = register and register:find(agency)
    return unit and unit.name or agency
  end
  local all = {}
  for _, facts in ipairs(list) do all[#all + 1] = facts.agency and registered(facts.agency) end
  local key_of = names.keys(all)
  return function(agency) return key_of(registered(agency)) end
end

-- The reports of a body and a year: `{year, paths…}`.
local function entry_of(body, year)
  if not body.by_year[year] then
    body.by_year[year] = {year = year}
    table.insert(body.years, body.by_year[year])
  end
  return body.by_year[year]
end

-- The bodies in the order of their names, each with `years`, its reports in the order of years; and the files that tell
-- no body or no year.
local function group(files, open, register)
  local bodies, by_key, others, list = {}, {}, {}, {}
  for i, path in ipairs(files) do list[i] = facts_of(path, open) end
  local key_of = keys_of(list, register)
  for _, facts in ipairs(list) do
    if facts.agency and facts.year then
      local key = key_of(facts.agency)
      if not by_key[key] then
        by_key[key] = {key = key, years = {}, by_year = {}}
        bodies[#bodies + 1] = by_key[key]
      end
      table.insert(entry_of(by_key[key], facts.year), facts.path)
    else
      others[#others + 1] = facts.path
    end
  end
  table.sort(bodies, function(a, b) return a.key < b.key end)
  for _, body in ipairs(bodies) do table.sort(body.years, function(a, b) return a.year < b.year end) end
  return bodies, others
end

-- What is amiss with the years around an entry; see the rule `metadata.series`.
local function remarks(entry, before)
  local list, missing = {}, {}
  for year = before and before.year + 1 or entry.year, entry.year - 1 do missing[#missing + 1] = year end
  if #missing > 0 then list[#list + 1] = {kind = "gap", year = entry.year, years = missing} end
  if #missing == 0 and before and #before > 1 then
    list[#list + 1] = {kind = "unclear", year = before.year, paths = before}
  end
  if #entry > 1 then list[#list + 1] = {kind = "twice", year = entry.year, paths = entry} end
  return list
end

--- Puts files in order.
-- @param files list of paths
-- @param open function(path) -> Report or nil
-- @param register Units; nil for none
-- @return list of `{path, previous, series}`: the path of the report of the year before, nil where there is none or
-- more than one, and what is amiss with the years
function series.of(files, open, register)
  local bodies, others = group(files, open, register)
  local list = {}
  for _, body in ipairs(bodies) do
    for i, entry in ipairs(body.years) do
      local before = body.years[i - 1]
      local alone = before and before.year == entry.year - 1 and #before == 1
      for _, path in ipairs(entry) do
        list[#list + 1] = {path = path, previous = alone and before[1] or nil, series = remarks(entry, before)}
      end
    end
  end
  for _, path in ipairs(others) do   -- what cannot be read says so there
    list[#list + 1] = {path = path, series = {{kind = "unknown"}}}
  end
  return list
end

return series

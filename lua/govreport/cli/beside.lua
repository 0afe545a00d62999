--- What a check puts beside each report: with --previous one other report, with --series that of the same body for the
-- year before, of all those in a folder.

local input = require "govreport.cli.input"
local units = require "govreport.units"

local beside = {}

function beside.define(parser)
  parser:option("--previous", "the same body's report for the year before, to compare one report with")
  parser:option("--series", "a folder: its reports are compared with those of the year before, body by body")
end

--- What the arguments ask for that cannot be together, the key of a message; nil where they are right.
function beside.misuse(arguments, files)
  if #arguments.path == 0 and not arguments.series then return "usage.paths" end
  if arguments.series and (#arguments.path > 0 or arguments.previous) then return "usage.series" end
  if arguments.previous and #files ~= 1 then return "usage.previous" end
end

-- ---- series -------------------------------------------------------------------------------------

-- Reports are opened twice, here and where they are checked, so that only two are open at a time.
local function facts_of(path, open)
  local report = open(path)
  if not report then return {path = path} end
  local facts = {path = path, agency = report.agency, year = report.year}
  report:close()
  return facts
end

-- A body by its name in the register, where it has one: a body that was renamed stays one.
local function key_of(agency, register)
  local unit = register and register:find(agency)
  return units.fold_name(unit and unit.name or agency)
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
  local bodies, by_key, others = {}, {}, {}
  for _, path in ipairs(files) do
    local facts = facts_of(path, open)
    if facts.agency and facts.year then
      local key = key_of(facts.agency, register)
      if not by_key[key] then
        by_key[key] = {key = key, years = {}, by_year = {}}
        bodies[#bodies + 1] = by_key[key]
      end
      table.insert(entry_of(by_key[key], facts.year), path)
    else
      others[#others + 1] = path
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

-- Checks files body by body, year by year.
local function each_of_series(files, open, register, check)
  local bodies, others = group(files, open, register)
  for _, body in ipairs(bodies) do
    for i, entry in ipairs(body.years) do
      local before = body.years[i - 1]
      local alone = before and before.year == entry.year - 1 and #before == 1
      local previous = alone and open(before[1]) or nil
      for _, path in ipairs(entry) do check(path, {previous = previous, series = remarks(entry, before)}) end
      if previous then previous:close() end
    end
  end
  for _, path in ipairs(others) do
    check(path, {series = {{kind = "unknown"}}})   -- what cannot be read says so there
  end
end

-- ---- files --------------------------------------------------------------------------------------

--- Checks each file beside what it is to be compared with.
-- @param files list of paths
-- @param register Units; nil for none
-- @param run `check` function(path, beside), `fail` function(path, message, code)
function beside.each(files, arguments, terminal, register, run)
  if arguments.series then
    local function open(path)
      return (input.open(path, {lang = terminal.lang, encoding = arguments.encoding}))
    end
    return each_of_series(files, open, register, run.check)
  end
  local previous, message, code
  if arguments.previous then
    previous, message, code = input.open_or_complain(arguments.previous, arguments, terminal)
    if not previous then run.fail(arguments.previous, message, code) end
  end
  for _, path in ipairs(files) do run.check(path, {previous = previous}) end
end

return beside

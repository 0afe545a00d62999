--- A roll-up as JSON, schema `govreport.rollup/1` (docs/json.md).

local finding_json = require "govreport.render.finding_json"
local json = require "govreport.base.json"

local rollup_json = {}

rollup_json.schema = "govreport.rollup/1"

local function map(list, convert)
  local out = {}
  for i, item in ipairs(list) do out[i] = convert(item) end
  return json.array(out)
end

local function same(value) return value end

local function member(item)
  return json.object{{"name", item.name}, {"agency", item.agency}, {"year", item.year}, {"form", item.form},
                     {"status", item.status}}
end

-- The numbers of the units, in the order of `counted`; null where there is none.
local function part(value)
  if value == false then return json.null end
  return value
end

local function line(item)
  return json.object{
    {"address", item.address}, {"verdict", item.verdict}, {"value", item.value}, {"sum", item.sum},
    {"difference", item.difference}, {"unit", item.unit}, {"unknown", item.unknown}, {"parts", map(item.parts, part)},
  }
end

-- Units by their places among those that are counted.
local function units(places, counted)
  return map(places, function(place) return counted[place].name end)
end

local function cause(item, counted)
  return json.object{
    {"kind", item.kind}, {"table", item.table}, {"addresses", map(item.addresses, same)},
    {"units", map(item.children, function(places) return units(places, counted) end)},
  }
end

--- @param rollup what `govreport.compare.rollup` gave
-- @param result what the rules about it found
function rollup_json.render(rollup, result)
  local findings = {}
  for found in result:findings() do findings[#findings + 1] = finding_json.object(found) end
  return json.encode(json.object{
    {"schema", rollup_json.schema}, {"parent", member(rollup.parent)}, {"members", map(rollup.members, member)},
    {"counted", map(rollup.counted, function(item) return item.name end)}, {"missing", map(rollup.missing, same)},
    {"lost", rollup.lost}, {"open", rollup.open}, {"lines", map(rollup.lines, line)},
    {"causes", map(rollup.causes, function(item) return cause(item, rollup.counted) end)},
    {"verdict", result.verdict}, {"findings", json.array(findings)},
  })
end

return rollup_json

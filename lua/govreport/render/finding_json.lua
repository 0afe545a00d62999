--- A finding as data, for the formats that machines read (docs/json.md).

local json = require "govreport.base.json"
local place = require "govreport.render.place_json"

local finding_json = {}

-- What may stand on a side: numbers, exact decimals, texts.
local function plain(value)
  local kind = math.type(value) or type(value)
  if value == nil then return json.null end
  if kind == "integer" or kind == "string" or kind == "boolean" or getmetatable(value) == "govreport.Decimal" then
    return value
  end
  return tostring(value)
end

local function map(list, convert)
  local out = {}
  for i = 1, list and #list or 0 do out[i] = convert(list[i]) end
  return json.array(out)
end

local function cell(item)
  return json.object{{"address", item.address}, {"state", item.state}, {"value", plain(item.value)},
                     {"raw", item.raw}, {"place", place(item)}}
end

local function sentence(item) return json.object{{"raw", item.raw}, {"place", place(item)}} end

local function related(item)
  return json.object{{"report", item.report}, {"address", item.address}, {"state", item.state},
                     {"value", plain(item.value)}, {"raw", item.raw}, {"place", place(item)}}
end

-- A value that is not certain has bounds in its place.
local function change(item)
  local list = {{"address", item.address}, {"value", plain(item.value)}}
  if item.value == nil then
    list[3], list[4] = {"at_least", plain(item.at_least)}, {"at_most", plain(item.at_most)}
  end
  return json.object(list)
end

-- One of several repairs: a change, or a list of them.
local function alternative(item) return item.address and json.array{change(item)} or map(item, change) end

--- The keys of a finding, in order.
-- @param found a finding
-- @param status what `--since` says of it, or nil
function finding_json.pairs(found, status)
  local list = {
    {"rule", found.rule}, {"severity", found.severity},
    {"messages", json.object{{"zh", found.messages.zh}, {"en", found.messages.en}}}, {"place", place(found)},
    {"cells", map(found.cells, cell)}, {"places", map(found.places, sentence)},
    {"expected", plain(found.expected)}, {"actual", plain(found.actual)}, {"repair", map(found.repair, change)},
    {"alternatives", map(found.alternatives, alternative)},
    {"alternatives_count", found.alternatives_count or found.alternatives and #found.alternatives or 0},
    {"cause", found.cause}, {"also", map(found.also, tostring)}, {"related", map(found.related, related)},
     {"fingerprint", found.fingerprint},
  }
  if found.further then list[#list + 1] = {"further", found.further} end
  if status then list[#list + 1] = {"status", status} end
  return list
end

--- The finding as an object for `json.encode`.
function finding_json.object(found, status) return json.object(finding_json.pairs(found, status)) end

--- The reports of the first round that were not seen again, for `json.encode`.
-- @param absent as a Batch has them
function finding_json.absent(absent)
  local list = {}
  for i, old in ipairs(absent) do
    list[i] = json.object{{"name", old.name}, {"title", old.title}, {"agency", old.agency}, {"year", old.year}}
  end
  return json.array(list)
end

--- What became of the files of folders, as an object for `json.encode`.
-- @param counts the `folder` of a Batch
function finding_json.folder(counts)
  local list = {}
  for i, key in ipairs{"files", "checked", "unread", "unsupported", "repeated", "unopened"} do
    list[i] = {key, counts[key]}
  end
  return json.object(list)
end

return finding_json

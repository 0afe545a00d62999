--- A plan: the documents of a dataset in shards, each a file of records that `govreport worker` answers, and a list of
-- the shards. `govreport.dataset.merge` puts the answers together again.

local file = require "govreport.base.file"
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"
local protocol = require "govreport.dataset.protocol"

local plan = {}

plan.schema, plan.name = "govreport.plan/1", "plan.json"

local function shard_name(i) return ("%04d.jsonl"):format(i) end

--- Plans documents: they are dealt out in turn, so that all shards have as many, the large ones of a folder among all.
-- @param documents list, see `govreport.dataset.collect`
-- @param count of the shards
-- @return list of `{name, text}`: the files of the plan
function plan.files(documents, count)
  local lines, shards, files = {}, {}, {}
  count = math.max(1, math.min(count, #documents))
  for i = 1, count do lines[i] = {} end
  for i, own in ipairs(documents) do
    own.id = i
    table.insert(lines[(i - 1) % count + 1], protocol.record(own))
  end
  for i = 1, count do
    shards[i] = json.object{{"file", shard_name(i)}, {"records", #lines[i]}}
    files[i] = {shard_name(i), table.concat(lines[i])}
  end
  table.insert(files, {plan.name, json.encode(json.object{
    {"schema", plan.schema}, {"records", #documents}, {"shards", json.array(shards)}})})
  return files
end

-- The list of the shards; nil, code, fields where the folder holds no plan.
local function list_of(folder)
  local text, code, fields = file.read(folder .. "/" .. plan.name, file.usual_limit)
  if not text then return nil, code, fields end
  local found = json_reader.decode(text)
  if type(found) == "table" and found.schema == plan.schema and type(found.shards) == "table" then return found end
  return nil, "plan.invalid", {}
end

--- The records of a plan.
-- @param folder of the plan
-- @return list of the paths by number of the record; or nil, code, fields
function plan.records(folder)
  local found, code, fields = list_of(folder)
  if not found then return nil, code, fields end
  local paths, count = {}, 0
  for _, shard in ipairs(found.shards) do
    local text, problem, more = file.read(folder .. "/" .. tostring(shard.file), file.usual_limit)
    if not text then return nil, problem, more end
    for own in text:gmatch "[^\n]+" do
      local record = json_reader.decode(own)
      if type(record) ~= "table" or math.type(record.id) ~= "integer" then return nil, "plan.invalid", {} end
      paths[record.id], count = record.path or "?", count + 1
    end
  end
  if count ~= found.records or #paths ~= count then return nil, "plan.invalid", {} end
  return paths
end

return plan

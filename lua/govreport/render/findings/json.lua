--- Findings as one JSON object, schema `govreport.findings/1` (docs/json.md): one entry for each file.

local finding_json = require "govreport.render.finding_json"
local json = require "govreport.base.json"

local Json = {}
Json.__index = Json

local schema = "govreport.findings/1"

local function open(self)
  local between = self.count > 0 and ",\n    " or "\n    "
  self.count = self.count + 1
  return between
end

function Json:head()
  return ('{\n  "schema": %s,\n  "version": %s,\n  "files": ['):format(json.line(schema), json.line(self.version))
end

local function findings(entry)
  local list = {}
  for found in entry.result:findings() do
    list[#list + 1] = finding_json.object(found, entry.rounds and entry.rounds.status[found])
  end
  return json.array(list)
end

-- What was found and is accepted.
local function waived(result)
  local list = {}
  for i = 1, #result.waived do
    local keys = finding_json.pairs(result.waived[i].finding)
    keys[#keys + 1] = {"reason", result.waived[i].reason}
    list[i] = json.object(keys)
  end
  return json.array(list)
end

local function counts(result)
  local list = {}
  for i, severity in ipairs{"error", "warning", "info", "notice"} do list[i] = {severity, result.counts[severity]} end
  return json.object(list)
end

-- What could not be decided: titles, rows and columns, and the cells that are not known.
local function undecided(result)
  local list = {}
  for i, item in ipairs(result.open) do
    local title = item.title and json.object{{"zh", item.title.zh}, {"en", item.title.en}}
    list[i] = json.object{
      {"kind", item.kind}, {"rule", item.rule}, {"title", title}, {"table", item.table}, {"row", item.row},
      {"column", item.column}, {"cells", json.array(table.move(item.cells, 1, #item.cells, 1, {}))},
    }
  end
  return json.array(list)
end

-- What was found in the first round and is no more, as it stood there.
local function resolved(rounds)
  local list = {}
  for i, old in ipairs(rounds.resolved) do
    list[i] = json.object{{"rule", old.rule}, {"severity", old.severity},
                          {"messages", json.object{{"zh", old.messages.zh}, {"en", old.messages.en}}},
                          {"fingerprint", old.fingerprint}}
  end
  return json.array(list)
end

function Json:file(entry)
  local report, result = entry.report, entry.result
  local object = json.object{
    {"name", entry.name}, {"form", report.form}, {"title", report.title}, {"agency", report.agency},
    {"year", report.year}, {"subject", entry.subject}, {"verdict", result.verdict}, {"counts", counts(result)},
    {"undecided", undecided(result)}, {"findings", findings(entry)},
    {"waived", waived(result)},
  }
  if entry.rounds then table.insert(object, {"resolved", resolved(entry.rounds)}) end
  return open(self) .. json.block(object, "    ")
end

function Json:failure(failure)
  return open(self) .. json.block(json.object{
    {"name", failure.name},
    {"failure", json.object{{"code", failure.code}, {"message", failure.message}}}}, "    ")
end

function Json:foot(outcome)
  local folder = outcome.folder and finding_json.folder(outcome.folder) or json.null
  local absent = outcome.absent and ',\n  "absent": ' .. json.line(finding_json.absent(outcome.absent)) or ""
  return (self.count > 0 and "\n  ]" or "]")
         .. (',\n  "folder": %s%s,\n  "exit": %d\n}\n'):format(json.line(folder), absent, outcome.exit)
end

return {
  schema = schema,
  --- @param options `version` of the program
  new = function(options) return setmetatable({version = options.version, count = 0}, Json) end,
}

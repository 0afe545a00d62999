--- Findings as SARIF 2.1.0, one run for all files. Cells are logical locations, named by their addresses; notices of
-- the tool are of kind "informational"; with a first round at hand results have a baseline state. Of what one repair
-- mends that is the fix.

local short_addresses = require "govreport.form.short_addresses"
local catalogue = require "govreport.base.catalogue"
local fingerprint = require "govreport.check.fingerprint"
local finding_json = require "govreport.render.finding_json"
local fixes = require "govreport.render.fixes"
local json = require "govreport.base.json"
local region = require "govreport.render.region"
local safe = require "govreport.base.safe"

local Sarif = {}
Sarif.__index = Sarif

local levels = {error = "error", warning = "warning", info = "note", notice = "none"}
local languages = {zh = "zh-CN", en = "en-US"}
local states = {new = "new", open = "unchanged", changed = "updated"}

local function message(text) return json.object{{"text", text}} end

-- A path as a reference: absolute ones with their scheme, the rest as it is, with what a URI may not hold escaped.
local function uri(path)
  local escaped = path:gsub("[^%w%-._~/]", function(c) return ("%%%02X"):format(c:byte()) end)
  if path:sub(1, 1) == "/" then return "file://" .. escaped end
  return escaped
end

-- ---- rules ----------------------------------------------------------------------------------

local function help_of(rule, lang)
  return rule.title[lang] .. "\n" .. catalogue.text(lang, "explain.basis", {basis = rule.basis})
end

local function describe(rule, lang)
  return json.object{
    {"id", rule.id}, {"shortDescription", message(rule.title[lang])}, {"help", message(help_of(rule, lang))},
    {"defaultConfiguration", json.object{{"level", levels[rule.severity]}}},
    {"properties", json.object{{"tags", json.array{rule.id:match("^[^.]+")}}, {"severity", rule.severity},
                               {"basis", rule.basis}}},
  }
end

function Sarif:head()
  local described = {}
  for i, rule in ipairs(self.rules) do described[i] = describe(rule, self.lang) end
  local driver = json.object{{"name", "govreport"}, {"version", self.version}, {"semanticVersion", self.version},
                             {"language", languages[self.lang]}, {"rules", json.array(described)}}
  return '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n'
         .. '  "runs": [\n    {\n      "tool": ' .. json.block(json.object{{"driver", driver}}, "      ")
         .. (',\n      "language": "%s",\n      "columnKind": "unicodeCodePoints",\n'):format(languages[self.lang])
         .. '      "results": ['
end

-- ---- results --------------------------------------------------------------------------------

local function region_of(report, place)
  local list = {{"startLine", place.line}, {"startColumn", place.column}}
  local line, column = region.finish(report.document, place)
  if line then   -- else lines and bytes would mean different ranges
    table.move({{"endLine", line}, {"endColumn", column}, {"byteOffset", place.byte - 1},
                {"byteLength", math.max(0, place.byte_end - place.byte + 1)}}, 1, 4, 3, list)
  end
  if place.raw then list[#list + 1] = {"snippet", message(safe(place.raw))} end
  return json.object(list)
end

local function physical(self, entry, place)
  local list = {{"artifactLocation", json.object{{"uri", uri(entry.name)}, {"index", #self.artifacts - 1}}}}
  if place and place.line and not place.spot then list[2] = {"region", region_of(entry.report, place)} end
  return json.object(list)
end

local function logical(names)
  local list = {}
  for i, name in ipairs(names) do list[i] = json.object{{"fullyQualifiedName", name}, {"kind", "element"}} end
  return json.array(list)
end

-- Where the finding stands: its first place, and all its cells by name.
local function location(self, entry, found)
  local list = {{"physicalLocation", physical(self, entry, found)}}
  local names = short_addresses.short(entry.report, found.cells)
  if #names > 0 then list[2] = {"logicalLocations", logical(names)} end
  return json.object(list)
end

-- Every place and every cell of the finding, those that are not in the source by name alone.
local function related(self, entry, found)
  local list = {}
  for _, part in ipairs{found.places, found.cells} do
    for i = 1, #part do
      local keys = {{"id", #list + 1}}
      if part[i].line then keys[#keys + 1] = {"physicalLocation", physical(self, entry, part[i])} end
      if part[i].address then keys[#keys + 1] = {"logicalLocations", logical{part[i].address}} end
      list[#list + 1] = json.object(keys)
    end
  end
  return json.array(list)
end

local function fingerprints(whole, place)
  return json.object{{"govreport/finding/v1", whole}, {"govreport/place/v1", place}}
end

local function replacement(entry, change)
  return json.object{{"deletedRegion", region_of(entry.report, change.place)},
                     {"insertedContent", message(change.new)}}
end

-- What makes the finding go, as one fix with all of its changes; nil where that is not certain.
local function fixes_of(self, entry, found)
  local changes, replacements, words = fixes.of(entry.report, found), {}, {}
  for i, change in ipairs(changes or {}) do
    replacements[i] = replacement(entry, change)
    words[i] = catalogue.text(self.lang, "check.fix_change", {old = change.old, new = change.new})
  end
  local changed = json.object{{"artifactLocation", physical(self, entry)[1][2]},
                              {"replacements", json.array(replacements)}}
  local list = table.concat(words, self.lang == "zh" and "，" or ", ")
  local description = message(safe(catalogue.text(self.lang, "check.fix", {changes = list})))
  return changes and json.array{json.object{{"description", description}, {"artifactChanges", json.array{changed}}}}
end

-- @param reason why the finding is waived; nil where it stands
local function result_of(self, entry, found, whole, place, reason)
  local status = entry.rounds and entry.rounds.status[found]
  local list = {{"ruleId", found.rule}}
  if self.index[found.rule] then list[2] = {"ruleIndex", self.index[found.rule]} end
  local more = {
    {"kind", found.severity == "notice" and "informational" or "fail"}, {"level", levels[found.severity]},
    {"message", message(found.messages[self.lang])}, {"locations", json.array{location(self, entry, found)}},
    {"relatedLocations", related(self, entry, found)}, {"partialFingerprints", fingerprints(whole, place)},
  }
  local fixed = fixes_of(self, entry, found)
  if fixed then more[#more + 1] = {"fixes", fixed} end
  if reason then
    local suppression = json.object{{"kind", "external"}, {"justification", reason}}
    more[#more + 1] = {"suppressions", json.array{suppression}}
  end
  if status then more[#more + 1] = {"baselineState", states[status]} end
  more[#more + 1] = {"properties", finding_json.object(found, status)}
  table.move(more, 1, #more, #list + 1, list)
  return json.object(list)
end

-- What the first round had and this one has no more.
local function absent(self, entry, old)
  return json.object{
    {"ruleId", old.rule}, {"kind", "fail"}, {"level", levels[old.severity]},
    {"message", message(old.messages[self.lang])},
    {"locations", json.array{json.object{{"physicalLocation", physical(self, entry)}}}},
    {"baselineState", "absent"}, {"properties", json.object{{"fingerprint", old.fingerprint}}},
  }
end

local function add(self, out, result)
  out[#out + 1] = (self.count > 0 and ",\n        " or "\n        ") .. json.block(result, "        ")
  self.count = self.count + 1
end

function Sarif:file(entry)
  local document, out = entry.report.document, {}
  self.artifacts[#self.artifacts + 1] = json.object{
    {"location", json.object{{"uri", uri(entry.name)}}}, {"length", document.size}, {"encoding", document.encoding},
    {"roles", json.array{"analysisTarget"}}}
  local found, whole, places, reasons = {}, {}, {}, {}
  local function collect(finding)
    found[#found + 1] = finding
    whole[#found] = fingerprint.hash(entry.subject .. "." .. finding.fingerprint)
    places[#found] = fingerprint.hash(entry.subject .. "." .. fingerprint.key_of(finding.fingerprint))
  end
  for finding in entry.result:findings() do collect(finding) end
  for i = 1, #entry.result.waived do
    collect(entry.result.waived[i].finding)
    reasons[#found] = entry.result.waived[i].reason
  end
  whole, places = fingerprint.number(whole), fingerprint.number(places)
  for i, finding in ipairs(found) do
    add(self, out, result_of(self, entry, finding, whole[i], places[i], reasons[i]))
  end
  for _, old in ipairs(entry.rounds and entry.rounds.resolved or {}) do add(self, out, absent(self, entry, old)) end
  return table.concat(out)
end

-- ---- the run --------------------------------------------------------------------------------

function Sarif:failure(failure)
  self.notifications[#self.notifications + 1] = json.object{
    {"level", "error"}, {"message", message(safe(failure.message))},
    {"descriptor", json.object{{"id", failure.code}}},
    {"locations", json.array{json.object{
      {"physicalLocation", json.object{{"artifactLocation", json.object{{"uri", uri(failure.name)}}}}}}}}}
end

function Sarif:foot(outcome)
  local invocation = json.object{
    {"executionSuccessful", #self.notifications == 0}, {"exitCode", outcome.exit},
    {"toolExecutionNotifications", json.array(self.notifications)}}
  return (self.count > 0 and "\n      ]" or "]")
         .. ',\n      "artifacts": ' .. json.block(json.array(self.artifacts), "      ")
         .. ',\n      "invocations": ' .. json.block(json.array{invocation}, "      ")
         .. "\n    }\n  ]\n}\n"
end

return {
  --- @param options `lang`; `version` of the program; `rules` that run
  new = function(options)
    local index = {}
    for i, rule in ipairs(options.rules) do index[rule.id] = i - 1 end
    return setmetatable({lang = options.lang, version = options.version, rules = options.rules, index = index,
                         artifacts = {}, notifications = {}, count = 0}, Sarif)
  end,
}

--- How many findings each rule has in how many reports, after the findings of all files.

local catalogue = require "govreport.base.catalogue"
local finding = require "govreport.check.finding"
local show = require "govreport.render.show"

local Statistics = {}
Statistics.__index = Statistics

function Statistics.head() return nil end

-- Counts a finding under its rule and its severity: a rule may have several.
local function count(self, found, seen)
  local key = found.rule .. " " .. found.severity
  local entry = self.entries[key]
  if not entry then
    entry = {rule = found.rule, severity = found.severity, findings = 0, files = 0}
    self.entries[key] = entry
    self.list[#self.list + 1] = entry
  end
  entry.findings = entry.findings + 1
  if not seen[key] then entry.files = entry.files + 1 end
  seen[key] = true
end

function Statistics:file(entry)
  local seen = {}
  self.files = self.files + 1
  self.verdicts[entry.result.verdict] = (self.verdicts[entry.result.verdict] or 0) + 1
  for found in entry.result:findings() do count(self, found, seen) end
end

function Statistics:failure() self.failures = self.failures + 1 end

local function before(a, b)
  if a.severity ~= b.severity then return finding.rank[a.severity] < finding.rank[b.severity] end
  if a.findings ~= b.findings then return a.findings > b.findings end
  return a.rule < b.rule
end

local function totals(self)
  local sums = {}
  for _, entry in ipairs(self.list) do sums[entry.severity] = (sums[entry.severity] or 0) + entry.findings end
  local words = {}
  for _, severity in ipairs(finding.severities) do
    if sums[severity] then
      words[#words + 1] = catalogue.text(self.lang, "statistics.severity", {
        severity = catalogue.text(self.lang, "severity." .. severity), count = sums[severity]})
    end
  end
  return words
end

local function verdicts(self)
  local words = {}
  for _, verdict in ipairs{"fail", "undecided", "review", "pass"} do
    if self.verdicts[verdict] then
      words[#words + 1] = catalogue.text(self.lang, "statistics." .. verdict, {count = self.verdicts[verdict]})
    end
  end
  if self.failures > 0 then
    words[#words + 1] = catalogue.text(self.lang, "statistics.unread", {count = self.failures})
  end
  return words
end

function Statistics:foot()
  table.sort(self.list, before)
  local function word(key) return catalogue.text(self.lang, "statistics." .. key) end
  local rows = {{word "rule", word "level", word "findings", word "files"}}
  for _, entry in ipairs(self.list) do
    rows[#rows + 1] = {entry.rule, catalogue.text(self.lang, "severity." .. entry.severity), tostring(entry.findings),
                       tostring(entry.files)}
  end
  local lines = {"", catalogue.text(self.lang, "statistics.title", {count = self.files})}
  if #self.list > 0 then
    for _, line in ipairs(show.grid(rows)) do lines[#lines + 1] = "  " .. line end
  end
  local separator = catalogue.text(self.lang, "statistics.separator")
  for _, words in ipairs{totals(self), verdicts(self)} do
    if #words > 0 then lines[#lines + 1] = "  " .. table.concat(words, separator) end
  end
  return table.concat(lines, "\n") .. "\n"
end

return {
  --- @param options `lang`
  new = function(options)
    return setmetatable({lang = options.lang, list = {}, entries = {}, verdicts = {}, files = 0, failures = 0},
                        Statistics)
  end,
}

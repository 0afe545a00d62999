--- How many findings each rule has in how many reports, after the findings of all files.

local catalogue = require "govreport.base.catalogue"
local finding = require "govreport.check.finding"
local show = require "govreport.render.show"

local Statistics = {}
Statistics.__index = Statistics

function Statistics.head() return nil end

function Statistics.file() return nil end

function Statistics.failure() return nil end

local function before(a, b)
  if a.severity ~= b.severity then return finding.rank[a.severity] < finding.rank[b.severity] end
  if a.findings ~= b.findings then return a.findings > b.findings end
  return a.rule < b.rule
end

local function totals(self, counts)
  local words = {}
  for _, severity in ipairs(finding.severities) do
    if counts[severity] > 0 then
      words[#words + 1] = catalogue.text(self.lang, "statistics.severity", {
        severity = catalogue.text(self.lang, "severity." .. severity), count = counts[severity]})
    end
  end
  return words
end

local function verdicts(self, batch)
  local words = {}
  for _, verdict in ipairs{"fail", "undecided", "review", "pass"} do
    if batch.verdicts[verdict] then
      words[#words + 1] = catalogue.text(self.lang, "statistics." .. verdict, {count = batch.verdicts[verdict]})
    end
  end
  if batch.unread > 0 then
    words[#words + 1] = catalogue.text(self.lang, "statistics.unread", {count = batch.unread})
  end
  return words
end

--- The counts of the whole batch.
function Statistics:foot(outcome)
  local batch = outcome.batch
  local list = table.move(batch.tally, 1, #batch.tally, 1, {})
  table.sort(list, before)
  local function word(key) return catalogue.text(self.lang, "statistics." .. key) end
  local rows = {{word "rule", word "level", word "findings", word "files"}}
  for _, entry in ipairs(list) do
    rows[#rows + 1] = {entry.rule, catalogue.text(self.lang, "severity." .. entry.severity), tostring(entry.findings),
                       tostring(entry.files)}
  end
  local lines = {"", catalogue.text(self.lang, "statistics.title", {count = batch.files})}
  if #list > 0 then
    for _, line in ipairs(show.grid(rows)) do lines[#lines + 1] = "  " .. line end
  end
  local separator = catalogue.text(self.lang, "statistics.separator")
  for _, words in ipairs{totals(self, batch.counts), verdicts(self, batch)} do
    if #words > 0 then lines[#lines + 1] = "  " .. table.concat(words, separator) end
  end
  return table.concat(lines, "\n") .. "\n"
end

return {
  --- @param options `lang`
  new = function(options) return setmetatable({lang = options.lang}, Statistics) end,
}

--- Results: the findings of a check, their counts, the verdict. Read-only.

local catalogue = require "govreport.base.catalogue"
local later = require "govreport.base.later"
local finding = later "govreport.check.finding"
local readonly = require "govreport.base.readonly"

local result = {}

local methods = {}

--- Iterates over the findings in document order.
function methods:findings()
  local i = 0
  return function()
    i = i + 1
    return self.list[i]
  end
end

--- The verdict as people read it.
function methods:verdict_text(lang)
  return catalogue.text(lang or self.lang, "verdict." .. self.verdict, {count = self.counts.warning})
end

--- The exit code of a command that is about this one report: 1 where there are errors, 3 where something needed could
-- not be decided, else 0.
-- @param fail_on "warning" for 1 where there are warnings
function methods:exit_code(fail_on)
  if self.counts.error > 0 or fail_on == "warning" and self.counts.warning > 0 then return 1 end
  return self.verdict == "undecided" and 3 or 0
end

local view = {
  result = readonly.class("govreport.Result", methods), counts = readonly.class "govreport.Counts",
  findings = readonly.class "govreport.Findings",
}

local function add(counts, found)
  counts[found.severity] = counts[found.severity] + (found.further or 1)
end

local function verdict_of(counts, undecided)
  if counts.error > 0 then return "fail" end
  if undecided > 0 then return "undecided" end
  return counts.warning > 0 and "review" or "pass"
end

--- Makes a Result.
-- @param findings list of findings in any order
-- @param open list of what could not be decided: see `govreport.check.undecided`
-- @param lang language of the messages
-- @param more `waived`, list of `{finding, reason}`: what was found and is accepted; `sums`, those that were evaluated:
-- see `govreport.check.identity.compile`; `unread`, whether most cells that the form asks for could not be read;
-- `report`; `rules`, the list of those that ran
function result.new(findings, open, lang, more)
  if #findings > 1 then table.sort(findings, finding.before) end
  local counts = {error = 0, warning = 0, info = 0, notice = 0}
  for _, found in ipairs(findings) do add(counts, found) end
  return view.result{
    verdict = verdict_of(counts, #open), counts = view.counts(counts), undecided = #open, open = open, lang = lang,
    list = view.findings(findings), waived = view.findings(more.waived), sums = more.sums,
    unread = more.unread or false, report = more.report, rules = more.rules,
  }
end

return result

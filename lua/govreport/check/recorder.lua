--- What becomes of what rules find: a draft is looked at, counted, and kept as a finding of the check. A rule that
-- raises is a finding as well.

local catalogue = require "govreport.base.catalogue"
local later = require "govreport.base.later"
local drafts = later "govreport.check.draft"
local extent = later "govreport.check.extent"
local finding = later "govreport.check.finding"
local further = require "govreport.check.further"
local hint = later "govreport.check.hint"
local memory = require "govreport.base.memory"
local needs = require "govreport.check.needs"
local order = require "govreport.check.order"
local readonly = require "govreport.base.readonly"
local ruleset = require "govreport.check.ruleset"
local safe_string = later "govreport.form.safe_string"
local script = later "govreport.form.script"
local undecided = later "govreport.check.undecided"

local recorder = {}

local methods = {}

-- A finding of the Result. `opened_by` is the rule that leaves the verdict open by it, or nil.
local function tell(self, draft, opened_by)
  local found = finding.new(draft, self.lang)
  self.findings[#self.findings + 1] = found
  self.open[found] = opened_by
end

--- Records a finding, with the severity that the check's options give to its rule. What only tables show that lost
-- their order is told by one notice; of very many of one rule the last are counted, but not a fault of the rule itself.
-- @param draft see `govreport.check.finding.new`
function methods:record(draft)
  local flow = draft.rule ~= "reading.order" and self:order().flow
  if flow and order.covers(flow, draft) or not ruleset.keeps(self.set, draft) then return end
  draft.severity = ruleset.grade(self.set, draft) or draft.severity
  local opened_by = draft.open and self.rule or nil
  if draft.is_fault or self.further:tells(draft, opened_by) then tell(self, draft, opened_by) end
end

--- Tells how many findings were counted and not told one by one; no rule runs afterwards.
function methods:tell_further()
  for _, draft in ipairs(self.further:drafts()) do tell(self, draft, draft.opened_by) end
end

-- Whether all that a finding shows stands where the source was cut off: it was not read whole. Notices are the tool's.
local function is_cut_off(self, draft)
  local own = draft.severity ~= "notice" and self:cut()
  if not own then return false end
  local places, count = draft.places and next(draft.places) and draft.places or draft.cells or {}, 0
  for _, place in pairs(places) do
    if place.byte and place.byte < own.byte then return false end
    count = count + (place.byte and 1 or 0)
  end
  return count > 0
end

-- Counts the findings of the rule that runs, and gives what is wrong where they are too many.
local function too_many(self)
  local counts = self:once("findings_of_rules", function() return {} end)
  local id = self.rule.id
  counts[id] = (counts[id] or 0) + 1
  return counts[id] > drafts.most_findings and ("more than %d findings"):format(drafts.most_findings) or nil
end

-- What is wrong with a draft of the rule that runs.
local function fault(self, draft)
  return drafts.fault(draft, self.report, finding.rank, function()
    return self:once("extent_of_document", function() return extent(self.report.document) end)
  end)
end

-- What was made of a draft of the rule that runs, which may be changed: what the rule changes later, nobody sees.
-- Raises for one that is wrong.
local function checked(self, draft)
  local problem = too_many(self) or fault(self, draft)
  if problem then error(problem, 3) end
  local own = readonly.unsealed(draft)
  own.messages, problem = drafts.message(own, self.rule.message)
  problem = problem or drafts.text_fault(own, own.messages)
  if problem then error(problem, 3) end
  return own
end

-- The same of a rule of the project, which changes nothing but the fields.
local function trusted(self, draft)
  local own, fields = {}, {}
  for key, value in next, draft do own[key] = value end
  for name, value in next, draft.fields or {} do fields[name] = value end
  own.fields, own.places = fields, draft.places and further.first(draft.places)
  local texts, problem = drafts.message(own, self.rule.message)
  if problem then error(problem, 3) end
  own.messages = texts
  return own
end

-- Records a draft of the rule that runs, unless what it shows was cut off.
local function record_own(self, own)
  own.rule, own.severity = self.rule.id, own.severity or self.rule.severity
  if not is_cut_off(self, own) then self:record(own) end
end

--- Records a finding of the rule that runs. Its `message` names one of the rule's messages where it has several; a
-- rule without messages gives its text, or a table of texts by language. `open` says that the finding leaves the
-- verdict open, as long as it is not waived. Other keys: see `govreport.check.finding.new`.
function methods:finding(draft)
  local of_project = self.rule.of_project
  if of_project and self.further:is_full(self.rule.id) then return record_own(self, draft) end   -- to be counted
  local own = (of_project and trusted or checked)(self, draft)
  for name, value in pairs(own.fields or {}) do   -- its report may be closed when the message is read
    if type(value) == "userdata" then own.fields[name] = tostring(value) end
  end
  record_own(self, own)
end

-- What a rule raised, as text: of a table what it says of itself, never its address; with what may be meant.
local function text_of(self, problem)
  if type(problem) == "table" then
    local said = rawget(problem, "message")
    return type(said) == "string" and said or "the rule raised a table without a text"
  elseif problem == nil then
    return "the rule raised an error without a text"
  end
  local said, source = safe_string.text(problem), self.rule.source
  if source and self.rule.scripted and not said:find(source, 1, true) then said = source .. ": " .. said end
  return hint.add(said, self.form.declared, getmetatable(self))
end

-- Notes what a rule raised. Memory that ran out is no fault of a rule of ours and is raised again: LPeg may have left a
-- pattern half compiled, on which the next rule would never end.
local function note_broken(self, declared, problem)
  if not declared.scripted and memory.is_refused(problem) then error(problem, 0) end
  self.broken[declared] = true
  self.undecided[#self.undecided + 1] = undecided.rule(declared)
  self:record{rule = declared.id, severity = "notice", messages = catalogue.message "rule.failed", is_fault = true,
              fields = {rule = declared.id, detail = text_of(self, problem)}}
end

--- Runs a part of a rule. A rule that raises is one finding; the others still run.
function methods:protect(declared, run, ...)
  if self.broken[declared] then return end
  self.rule = declared
  local ok, problem
  if declared.scripted then ok, problem = script.call(run, self, ...)
  else ok, problem = pcall(run, self, ...) end
  if not ok then note_broken(self, declared, problem) end
end

--- Runs those of some rules whose needs are met, one behind the other: those of scripts each by itself, the others
-- together up to one that raises.
function methods:run(rules)
  local i, declared = 0, nil
  local function run_rest()
    while i < #rules do
      i = i + 1
      declared = rules[i]
      if not declared.needs or needs.are_met(declared.needs, self) then
        if declared.scripted then self:protect(declared, declared.check)
        elseif not self.broken[declared] then
          self.rule = declared
          declared.check(self)
        end
      end
    end
  end
  while i < #rules do
    local ok, problem = pcall(run_rest)
    if not ok then note_broken(self, declared, problem) end
  end
end

--- Gives the class of contexts the methods `finding`, `record`, `tell_further`, `protect` and `run`.
function recorder.extend(class)
  for name, method in pairs(methods) do class[name] = method end
end

return recorder

--- Findings of a rule that are counted and not told one by one: where thousands of one kind pile up, nobody
-- reads them, and the first show what to do. A last finding says how many the others are.

local catalogue = require "govreport.base.catalogue"

local further = {}

--- So many findings of one report are told of each rule: more than the cells of a form of ours, so that a table in
-- which every cell is wrong is told whole, and hundreds of times what anybody reads. A finding about many places names
-- as many; its words say how many there are.
further.most_told = 1000

--- The first entries of a list, as many as are told.
function further.first(list)
  return #list > further.most_told and table.move(list, 1, further.most_told, 1, {}) or list
end

local Further = {}
Further.__index = Further

--- Whether a rule told as many as it may.
function Further:is_full(rule) return (self.told[rule] or 0) >= further.most_told end

-- The first that is not told gives its place; those of one severity are one.
local function count(self, draft, opened_by)
  local key = draft.rule .. "\0" .. draft.severity
  local entry = self.entries[key]
  if not entry then
    local places = not (draft.places and draft.places[1]) and draft.cells or draft.places or {}
    entry = {rule = draft.rule, severity = draft.severity, messages = catalogue.message "check.further",
             places = {places[1]}, further = 0, opened_by = nil}
    self.entries[key], self.list[#self.list + 1] = entry, entry
  end
  entry.further = entry.further + 1
  entry.opened_by = entry.opened_by or opened_by
end

--- Counts a finding that is to be recorded.
-- @param draft see `govreport.check.finding.new`
-- @param opened_by the rule that leaves the verdict open by it, or nil
-- @return whether it is to be told itself
function Further:tells(draft, opened_by)
  if self:is_full(draft.rule) then
    count(self, draft, opened_by)
    return false
  end
  self.told[draft.rule] = (self.told[draft.rule] or 0) + 1
  return true
end

--- Of those that were not told, for each rule and severity a draft, in the order in which they came: `further` says how
-- many it stands for, `opened_by` is the rule that leaves the verdict open.
function Further:drafts()
  for _, entry in ipairs(self.list) do entry.fields, entry.actual = {count = entry.further}, entry.further end
  return self.list
end

--- What was told of one report: nothing yet.
function further.new() return setmetatable({told = {}, entries = {}, list = {}}, Further) end

return further

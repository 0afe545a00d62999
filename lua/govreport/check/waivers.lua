--- Waivers: findings that were looked at and accepted. A file of them is a script that returns a list:
--
--   {rule = "applications.row_total", agency = "云岭市水务局", year = 2020,
--    cell = "applications.granted.total", value = 24, reason = "复核无误", expires = "2027-01-31"},
--   {rule = "narrative.count", sentence = "予以公开及部分公开25件", value = 25, reason = "…"},
--   {fingerprint = "9f3c….07aa…", rule = "cells.blank", agency = …, year = …, reason = "…"},   -- from a baseline
--
-- `value` is the value of the cell (or its state, like "blank"), or of a sentence the number that is wrong: a waiver
-- holds only as long as it stands there. `agency` and `year` may be left out: then it is for all reports.

local core = require "govreport.core"
local keys = require "govreport.base.keys"
local readonly = require "govreport.base.readonly"
local script = require "govreport.form.script"

local waivers = {}

--- What a waiver may hold: types by key.
waivers.entry_keys = {
  rule = "string", agency = "string", year = "integer", cell = "string", sentence = "string", fingerprint = "string",
  value = "any", reason = "string", expires = "string",
}

local function plain(text) return (core.fold(text):gsub("%s+", "")) end

-- A value as it is compared: a number, a Decimal and the text of either are the same.
local function printed(value) return value ~= nil and tostring(value) or nil end

local function check_entry(entry, where)
  local function at(key) return where(type(entry) == "table" and entry.rule or nil, key) end
  keys.check(entry, waivers.entry_keys, {"rule", "reason"}, at)
  if not entry.fingerprint and (entry.cell or entry.sentence) and entry.value == nil then
    error(at "rule" .. ": the key 'value' is missing: a waiver holds only as long as the value stands", 0)
  end
  if entry.cell and entry.sentence then error(at "sentence" .. ": 'sentence' beside 'cell'", 0) end
  if entry.expires and not (entry.expires:match("^%d%d%d%d%-%d%d%-%d%d$") and core.date(entry.expires)) then
    error(at "expires" .. ": '" .. entry.expires .. "' is no date like 2027-01-31", 0)
  end
end

-- ---- matching -----------------------------------------------------------------------------------

local function is_about(entry, report)
  return (not entry.agency or (report.agency and plain(entry.agency) == plain(report.agency)) or false)
         and (not entry.year or entry.year == report.year)
end

-- Whether a waiver names what a finding is about, and whether the value still stands.
local function names_cell(entry, found)
  for i = 1, #found.cells do
    local cell = found.cells[i]
    if cell.address == entry.cell then return true, printed(cell.value) or cell.state end
  end
  return false
end

local function names_sentence(entry, found)
  local wanted = plain(entry.sentence)
  for i = 1, #found.places do
    local raw = found.places[i].raw
    if raw and plain(raw):find(wanted, 1, true) then return true, printed(found.actual) end
  end
  return plain(found.messages.zh):find(wanted, 1, true) ~= nil, printed(found.actual)
end

-- "waived", "changed" (named, with another value), nil.
local function compare(entry, found)
  if entry.rule ~= found.rule then return nil end
  if entry.fingerprint then
    if entry.fingerprint == found.fingerprint then return "waived" end
    return entry.fingerprint:match("^%x+") == found.fingerprint:match("^%x+") and "changed" or nil
  end
  local named, value = true, printed(found.actual)
  if entry.cell then named, value = names_cell(entry, found)
  elseif entry.sentence then named, value = names_sentence(entry, found) end
  if not named then return nil end
  return (entry.value == nil or printed(entry.value) == value) and "waived" or "changed"
end

-- ---- waivers ------------------------------------------------------------------------------------

local methods = {}

-- The waiver of a finding, expired ones apart.
local function waiver_of(own, found)
  for _, entry in ipairs(own) do
    local outcome = compare(entry.declared, found)
    entry.changed = entry.changed or outcome == "changed"
    if outcome == "waived" then
      entry.matched = true
      if not entry.expired then return entry.declared end
    end
  end
end

-- A finding is waived by its own id, or where all that it was told as before is waived.
local function waive(own, found)
  local by = waiver_of(own, found)
  if by then return by end
  local open = #found.formerly == 0
  for i = 1, #found.formerly do
    local former = waiver_of(own, found.formerly[i])
    by, open = by or former, open or not former
  end
  return not open and by or nil
end

--- Parts the findings of a report into those that stand and those that are waived.
-- @param findings list of findings
-- @param report the Report that they are about
-- @param today ISO date; needed where a waiver expires
-- @param ran function(rule id) -> whether that rule ran
-- @return list of findings that stand; list of `{finding, reason}` of the others
function methods:apply(findings, report, today, ran)
  local own, kept, waived = {}, {}, {}
  for _, entry in ipairs(self.entries) do
    if is_about(entry.declared, report) and ran(entry.declared.rule) then
      local expires = entry.declared.expires
      if expires and not today then error("waivers expire: the option 'today' is needed, an ISO date", 0) end
      entry.seen, entry.expired = true, expires ~= nil and expires < today
      own[#own + 1] = entry
    end
  end
  for _, found in ipairs(findings) do
    local by = waive(own, found)
    if by then waived[#waived + 1] = {finding = found, reason = by.reason} else kept[#kept + 1] = found end
  end
  return kept, waived
end

--- The waivers that hold on a day: a list of what they are declared with.
-- @param today ISO date; nil for all
function methods:valid(today)
  local list = {}
  for _, entry in ipairs(self.entries) do
    local expires = entry.declared.expires
    if not (today and expires and expires < today) then list[#list + 1] = entry.declared end
  end
  return list
end

--- The waivers about reports that were checked and that waive nothing: list of `{rule, agency, year, reason, expires,
-- state}`, of which `agency` and `year` may be nil. The state is "expired", "changed" (another value stands there now),
-- or "unused".
function methods:idle()
  local list = {}
  for _, entry in ipairs(self.entries) do
    local state = entry.expired and "expired" or not entry.matched and (entry.changed and "changed" or "unused")
    if entry.seen and state then
      local own = entry.declared
      list[#list + 1] = {rule = own.rule, agency = own.agency, year = own.year, reason = own.reason,
                         expires = own.expires, state = state}
    end
  end
  return list
end

local class = readonly.class("govreport.Waivers", methods)

--- Makes waivers of a list of them; raises where one is not right.
-- @param where function(id, key) -> where that stands, for messages
-- @return Waivers
function waivers.new(list, where)
  where = where or function() return "waivers" end
  if type(list) ~= "table" then error(where() .. ": a list of waivers is expected, not a " .. type(list), 0) end
  for key in pairs(list) do
    if math.type(key) ~= "integer" then
      error(("%s: a list of waivers is expected, and '%s' is no place in one"):format(where(nil, key), key), 0)
    end
  end
  local entries = {}
  for i, entry in ipairs(list) do
    check_entry(entry, where)
    entries[i] = {declared = entry, matched = false, changed = false, seen = false, expired = false}
  end
  return class{entries = entries}
end

--- Reads a file of waivers; raises where it cannot be read or is not right, with its place.
function waivers.load(path)
  local list, where = script.load(path)
  if list == nil then error(where or path .. ": the script returns no list", 0) end
  return waivers.new(list, where)
end

return waivers

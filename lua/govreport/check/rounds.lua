--- Two rounds of checking: which findings of the first are resolved, which are open, which are new.

local catalogue = require "govreport.base.catalogue"
local fingerprint = require "govreport.check.fingerprint"
local json_reader = require "govreport.base.json_reader"
local shape = require "govreport.base.shape"

local rounds = {}

local Rounds = {__name = "govreport.Rounds", __metatable = "govreport.Rounds"}
function Rounds.__tostring() return Rounds.__name end
Rounds.__index = Rounds

rounds.schema = "govreport.findings/1"

-- What of the JSON is used here and where findings of a first round are shown.
local texts = shape.object{zh = shape.string, en = shape.string}
local old_cell = shape.object{address = shape.string}
local old_finding = shape.object{
  rule = shape.string, severity = shape.one_of("error", "warning", "info", "notice"), messages = texts,
  fingerprint = shape.text(fingerprint.key_of, "fingerprint"), cells = shape.maybe(shape.list(old_cell)),
}
local old_entry = shape.object{   -- one that could not be read has no findings
  name = shape.string, subject = shape.maybe(shape.string), findings = shape.maybe(shape.list(old_finding)),
}
local whole = shape.object{schema = shape.one_of(rounds.schema), files = shape.list(old_entry)}

local function named_kind(kind)
  return type(kind) == "table" and kind.values or catalogue.message("shape." .. kind)
end

-- The fields of the message about what has the wrong shape.
local function described(wrong)
  return {detail = rounds.schema, place = wrong.place ~= "" and wrong.place or catalogue.message "shape.whole",
          expected = named_kind(wrong.expected), actual = named_kind(wrong.actual)}
end

--- Reads the JSON of a first round.
-- @param text what `check --format json` printed
-- @return Rounds; or nil, the code of a message and its fields
function rounds.read(text)
  local _, broken = utf8.len(text)
  if broken then return nil, "since.syntax", {byte = broken} end
  local value, offset = json_reader.decode(text)
  if value == nil then return nil, "since.syntax", {byte = offset or 1} end
  local wrong = whole(value)
  if wrong then return nil, "since.schema", described(wrong) end
  return setmetatable({files = value.files}, Rounds)
end

-- The first round of a report: the entry of its agency and year, of several the one of that name; of a report that was
-- not read this time, whose subject is not known, the one of its name.
local function entry_for(self, name, subject)
  local found
  for _, file in ipairs(self.files) do
    if file.findings and subject and file.subject == subject and (not found or file.name == name) then found = file end
  end
  if found then return found end
  for _, file in ipairs(self.files) do
    if file.findings and file.name == name then return file end
  end
end

local function shares_cells(old, found)
  local addresses = {}
  for _, cell in ipairs(old.cells or {}) do addresses[tostring(cell.address)] = true end
  for i = 1, #found.cells do
    if addresses[found.cells[i].address] then return true end
  end
  return false
end

-- Takes the first of the findings left of the first round that fits.
local function take(left, fits)
  for i, old in ipairs(left) do
    if fits(old) then return table.remove(left, i) end
  end
end

--- Compares a result with the first round. A finding is open where its key was there, changed where its value is
-- another or only some of its cells are left.
-- @param name the file's name
-- @param subject see `govreport.check.fingerprint.subject`
-- @return `{status = {[finding] = "open"|"changed"|"new"}, resolved = findings of the first round}`; nil where the
-- first round did not have the report
function Rounds:compare(name, subject, result)
  local entry = entry_for(self, name, subject)
  if not entry then return nil end
  local left, status = table.move(entry.findings, 1, #entry.findings, 1, {}), {}
  local function match(state, fits)
    for found in result:findings() do
      if not status[found] and take(left, function(old) return fits(old, found) end) then status[found] = state end
    end
  end
  -- What a finding was told as before; all of it is taken, so that none of it seems resolved.
  local function match_former(state, fits)
    for found in result:findings() do
      for i = 1, #found.formerly do
        local former = found.formerly[i]
        if take(left, function(old) return fits(old, former) end) then status[found] = status[found] or state end
      end
    end
  end
  match("open", function(old, found) return old.fingerprint == found.fingerprint end)
  match_former("open", function(old, former) return old.fingerprint == former.fingerprint end)
  match("changed", function(old, found)
    return fingerprint.key_of(old.fingerprint) == fingerprint.key_of(found.fingerprint)
  end)
  match_former("changed", function(old, former)
    return fingerprint.key_of(old.fingerprint) == fingerprint.key_of(former.fingerprint)
  end)
  match("changed", function(old, found) return old.rule == found.rule and shares_cells(old, found) end)
  for found in result:findings() do status[found] = status[found] or "new" end
  return {status = status, resolved = left}
end

local function text_of(value) return type(value) == "string" and value ~= "" and value or nil end

-- What a report of the first round is called; of what a file holds only what is of the right type.
local function named(file)
  return {name = file.name, title = text_of(file.title), agency = text_of(file.agency),
          year = math.tointeger(file.year)}
end

--- The reports of the first round that are not among those of the second. A body that handed in its report twice then
-- and once now is not absent.
-- @param seen list of `{name, subject}` of the second round; `subject` nil where the file could not be read
-- @return list of `{name, title, agency, year}` in the order of the first round, each but `name` nil where not known
function Rounds:absent(seen)
  local met, subjects, list = {}, {}, {}
  for _, own in ipairs(seen) do
    local entry = entry_for(self, own.name, own.subject)
    if entry then met[entry] = true end
    if own.subject then subjects[own.subject] = true end
  end
  for _, file in ipairs(self.files) do
    if file.findings and not met[file] and not subjects[file.subject] then list[#list + 1] = named(file) end
  end
  return list
end

return rounds

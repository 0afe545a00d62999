--- What a rule's function gives to `report:finding`: what is wrong with it, told before anything is made of it.

local core = require "govreport.core"
local keys = require "govreport.base.keys"
local message = require "govreport.check.message"

local draft = {}

--- What a draft may hold: types by key; see `govreport.check.finding.new`. `open` leaves the verdict open, `are_read`
-- says of a notice that its cells were read.
draft.keys = {
  message = "string|table", severity = "string", fields = "table", cells = "table", places = "table",
  expected = "any", actual = "any", repair = "table", alternatives = "table", alternatives_count = "integer",
  cause = "string", also = "table", related = "table", formerly = "table", open = "boolean", are_read = "boolean",
}

--- A rule that is none of the project's makes at most so many findings of a report, each with lists of at most so many
-- entries and texts of at most so many bytes.
draft.most_findings, draft.most_entries, draft.longest_text = 10000, 10000, 20000

local function index(thing, key) return thing[key] end

-- The value of a key of anything; nil where it cannot be asked.
local function ask(thing, key)
  local kind = type(thing)
  if kind == "table" and getmetatable(thing) == nil then return thing[key] or nil end
  if kind ~= "table" and kind ~= "userdata" then return nil end
  local ok, value = pcall(index, thing, key)
  return ok and value or nil
end

-- A place between two characters ends one byte in front of itself.
local function is_place(place)
  for _, key in ipairs{"line", "column", "byte", "byte_end"} do
    if math.type(ask(place, key)) ~= "integer" then return false end
  end
  return place.line > 0 and place.column > 0 and place.byte > 0 and place.byte_end >= place.byte - 1
end

-- Whether a place is one in the document. An empty one may stand behind its end.
local function is_inside(place, extent)
  return is_place(place) and place.byte_end <= extent.byte and place.byte <= extent.byte + 1
         and place.line <= extent.line and place.column <= extent.byte + 1
end

local function has_cell(report, address)
  return type(address) == "string" and pcall(function() return report:cell(address) end)
end

-- The class of an object of ours; nil for everything else.
local function class_of(value)
  local class = type(value) == "userdata" and getmetatable(value)
  return type(class) == "string" and class:find("^govreport%.") and class or nil
end

-- What a value may be; a float has no exact text, and is none.
local function is_value(value)
  local kind = type(value)
  return math.type(value) == "integer" or kind == "string" or kind == "boolean"
         or class_of(value) == "govreport.Decimal"
end

-- What to write in place of a value that is none.
local function remedy(value)
  if math.type(value) ~= "float" then return "a " .. type(value) end
  if value ~= value or value == math.huge or value == -math.huge then return "a division by 0" end
  return "a float, which is not exact: '//' divides to a whole number, (\"%.1f\"):format(…) makes a text, and in "
         .. "programs govreport.ratio divides exactly"
end

-- Whether what a finding shows of a thing can be shown.
local function is_shown(thing)
  local place, raw, value = ask(thing, "place"), ask(thing, "raw"), ask(thing, "value")
  return (place == nil or is_place(place)) and (raw == nil or type(raw) == "string")
         and (value == nil or is_value(value))
end

-- Whether a thing stands in the document, or nowhere; views of a report know their places.
local function stands(thing, extent)
  local place = not class_of(thing) and ask(thing, "place")
  return not place or is_inside(place, extent())
end

local function is_cell(thing, report, extent)
  if core.is_cell_of(report, thing) then return true end
  return type(ask(thing, "state")) == "string" and is_shown(thing) and stands(thing, extent)
         and has_cell(report, ask(thing, "address"))
end

-- What can be pointed at: a view of the report, or a place that stands somewhere.
local function is_placed(thing, extent)
  if class_of(thing) then return (pcall(function() return thing.place end)) end
  return ask(thing, "place") ~= nil and is_shown(thing) and stands(thing, extent)
end

-- Whether something is an entry, and no list of entries.
local function is_entry(list)
  return ask(list, "place") ~= nil or ask(list, "state") ~= nil or ask(list, "raw") ~= nil
end

-- How many entries a list has; of a table with other keys the first is looked at, and is none.
local function count_of(list) return next(list) == nil and 0 or math.max(#list, 1) end

local function lists_fault(own)
  if is_entry(own.cells) then return "'cells' is a list: write cells = {cell}" end
  if is_entry(own.places) then return "'places' is a list: write places = {place}" end
end

local function cells_fault(list, report, extent)
  for i = 1, count_of(list) do
    if not is_cell(list[i], report, extent) then
      return ("'cells': the entry %d is no cell of the report, which report:cell(\"table.row.column\") gives"):format(i)
    end
  end
end

local function places_fault(list, _, extent)
  for i = 1, count_of(list) do
    if not is_placed(list[i], extent) then
      return ("'places': the entry %d is no place in the report, like a field, a section, or what "
              .. "report:place(start, stop) gives"):format(i)
    end
  end
end

local function related_fault(list)
  for i = 1, count_of(list) do
    local entry = list[i]
    local cell, state = ask(entry, "cell"), ask(ask(entry, "cell"), "state")
    if type(ask(entry, "report")) ~= "string" or type(ask(cell, "address")) ~= "string" or not is_shown(cell)
       or state ~= nil and type(state) ~= "string" then
      return ("'related': the entry %d is none, like {report = \"…\", cell = cell}"):format(i)
    end
  end
end

-- Whether a bound of a value can be shown, where there is one.
local function is_bound(value) return value == nil or is_value(value) and type(value) ~= "boolean" end

local function alternatives_fault(list, report)
  for i = 1, count_of(list) do
    local changes = list[i]
    local kind = ask(changes, "kind")
    for j = 1, type(changes) == "table" and (kind == nil or type(kind) == "string") and #changes or 1 do
      local change = ask(changes, j)
      if not has_cell(report, ask(change, "address")) or not is_bound(ask(change, "value"))
         or not is_bound(ask(change, "at_least")) or not is_bound(ask(change, "at_most")) then
        return ("'alternatives': the entry %d is no repair, a list like {{address = \"…\", value = 5}}"):format(i)
      end
    end
  end
end

local function also_fault(list)
  for i = 1, count_of(list) do
    if type(list[i]) ~= "string" then return ("'also': the entry %d is no id of a rule"):format(i) end
  end
end

local sample_repair = 'repair = {{address = "applications.granted.total", value = 5}}'

local function repair_fault(list, report)
  for i = 1, count_of(list) do
    local change = list[i]
    local address, value = ask(change, "address"), ask(change, "value")
    if type(address) ~= "string" or not is_value(value) or type(value) == "boolean" then
      return ("'repair': the entry %d is no change of a cell, like %s"):format(i, sample_repair)
    end
    local ok, problem = pcall(function() return report:cell(address) end)
    if not ok then return "'repair': " .. tostring(problem):gsub("^%S-:%d+: ", "") end
  end
end

-- What a finding was told as before; its message is that of the finding, where it has none.
local function formerly_fault(list, report, extent)
  for i = 1, count_of(list) do
    local old = list[i]
    local actual = ask(old, "actual")
    if type(old) ~= "table" or type(ask(old, "rule")) ~= "string" or actual ~= nil and not is_value(actual) then
      return ("'formerly': the entry %d is none, like {rule = \"my.old_rule\", cells = {…}}"):format(i)
    end
    local problem = old.messages ~= nil and "it has the message of the finding"
                    or old.fields ~= nil and "it has its fields"
                    or type(old.cells) == "table" and cells_fault(old.cells, report, extent)
                    or type(old.places) == "table" and places_fault(old.places, report, extent)
    if problem then return ("'formerly': the entry %d: %s"):format(i, problem) end
  end
end

-- The lists of a draft, in the order in which they are looked at.
local lists = {
  {"cells", cells_fault}, {"places", places_fault}, {"repair", repair_fault}, {"related", related_fault},
  {"alternatives", alternatives_fault}, {"also", also_fault},
}

-- What is wrong in the lists of a draft.
local function entries_fault(own, report, extent)
  for _, list in ipairs(lists) do
    local fault = own[list[1]] and list[2](own[list[1]], report, extent)
    if fault then return fault end
  end
end

local function is_long(text) return type(text) == "string" and #text > draft.longest_text end

-- What goes beyond the bounds of a finding.
local function size_fault(own)
  for _, key in ipairs{"cells", "places", "repair", "related", "alternatives", "also", "formerly"} do
    local list = own[key] or {}
    if #list > draft.most_entries then return ("'%s' has more than %d entries"):format(key, draft.most_entries) end
    for i, entry in ipairs(list) do
      if type(entry) == "table" and is_long(ask(entry, "raw")) then
        return ("'%s': the text of the entry %d has more than %d bytes"):format(key, i, draft.longest_text)
      end
    end
  end
  for _, key in ipairs{"expected", "actual"} do
    if is_long(own[key]) then
      return ("'%s' has more than %d bytes"):format(key, draft.longest_text)
    end
  end
  if (own.alternatives_count or 0) < 0 then return "'alternatives_count' is below 0" end
end

-- Whether a field is what stands in a message: a text, a number.
local function is_told(value)
  local kind = type(value)
  return kind == "string" or kind == "number" or kind == "boolean" or class_of(value) ~= nil
end

-- The fields that a message needs and that are not given, a message never goes out with a hole; those that are nothing
-- to read.
local function odd_fields(fields, text, lang)
  local missing, untold = {}, {}
  for name in pairs(message.fields(text)) do
    local value = fields[name]
    if type(value) == "table" and getmetatable(value) == nil then value = value[lang] end
    if value == nil then missing[#missing + 1] = name elseif not is_told(value) then untold[#untold + 1] = name end
  end
  table.sort(missing)
  table.sort(untold)
  return missing, untold
end

-- The fields whose value has no exact text.
local function floats_fault(fields)
  local names = {}
  for name, value in pairs(fields) do
    if math.type(value) == "float" then names[#names + 1] = tostring(name) end
  end
  table.sort(names)
  return names[1] and ("'fields': '%s' must be a number or a text, not %s"):format(names[1], remedy(fields[names[1]]))
end

local function fields_fault(fields, messages)
  for _, lang in ipairs{"zh", "en"} do
    local missing, untold = odd_fields(fields, messages[lang], lang)
    local name, unused = missing[1], {}
    if name then
      local wanted = message.fields(messages[lang])
      for given in pairs(fields) do unused[tostring(given)] = not wanted[given] or nil end
      local near = keys.nearest(name, unused)
      return ("message '%s' lacks the field '%s': give fields = {%s = …}%s"):format(
        messages[lang], name, name, near and ", not '" .. near .. "'" or "")
    end
    if untold[1] then
      return ("the field '%s' must be a text or a number, not a %s"):format(untold[1], type(fields[untold[1]]))
    end
  end
end

local function keys_fault(own)
  local ok, problem = pcall(keys.check, own, draft.keys, {}, "a finding")
  return not ok and problem or nil
end

--- What is wrong with a draft, its message apart; nil for nothing. Not asked of the project's rules, which specs hold.
-- @param ranks the severities, a map by name
-- @param extent function() -> how far places can be, see `govreport.check.extent`
function draft.fault(own, report, ranks, extent)
  if type(own) ~= "table" then return "write report:finding{…}, with a colon and a table" end
  local fault = lists_fault(own) or keys_fault(own)
  if fault then return fault end
  if own.severity and not ranks[own.severity] then
    local nearest = keys.nearest(own.severity, ranks)
    return ("no such severity: '%s'%s"):format(own.severity, nearest and ", did you mean '" .. nearest .. "'?" or "")
  end
  for _, key in ipairs{"expected", "actual"} do
    if own[key] ~= nil and not is_value(own[key]) then
      return ("'%s' must be a number or a text, not %s"):format(key, remedy(own[key]))
    end
  end
  return entries_fault(own, report, extent) or size_fault(own)
         or own.formerly and formerly_fault(own.formerly, report, extent) or nil
end

--- The message of a draft, as texts by language.
-- @param messages those of the rule
-- @return the texts; or nil and what is wrong
function draft.message(own, messages)
  local wanted = own.message
  if type(wanted) == "table" then return wanted end
  if messages.zh and wanted == nil then return messages end
  if messages.zh then return nil, ("the rule has one message, '%s' is none"):format(wanted) end
  if wanted ~= nil and messages[wanted] then return messages[wanted] end
  if next(messages) == nil and type(wanted) == "string" then return {zh = wanted, en = wanted} end
  local nearest = wanted ~= nil and keys.nearest(wanted, messages)
  return nil, ("no such message: %s%s"):format(wanted == nil and "nil" or "'" .. wanted .. "'",
                                               nearest and ", did you mean '" .. nearest .. "'?" or "")
end

--- What is wrong with the texts of a draft and the fields that they are filled with; nil for nothing.
function draft.text_fault(own, texts)
  if type(texts.zh) ~= "string" or type(texts.en) ~= "string" then
    return "'message' must be {zh = \"…\", en = \"…\"}"
  end
  if is_long(texts.zh) or is_long(texts.en) then
    return ("the message has more than %d bytes"):format(draft.longest_text)
  end
  return floats_fault(own.fields or {}) or fields_fault(own.fields or {}, texts)
end

return draft

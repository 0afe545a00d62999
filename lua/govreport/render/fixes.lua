--- The changes of the source that repair a finding: of its cells, where only one repair does, and of a text that
-- should be another. Only what is certain is changed: the one number of a cell, a text that stands in the source as it
-- is told.

local core = require "govreport.core"
local region = require "govreport.render.region"

local fixes = {}

-- The source of a place; nil where its lines and bytes cannot be told.
local function source_of(document, place)
  if not place.line or place.byte_end < place.byte or not region.finish(document, place) then return nil end
  local bytes = place.byte_end - place.byte + 1
  return document:line(place.line, place.column, place.column + bytes - 1):sub(1, bytes)
end

-- A piece of the source of a place: `before` stands in front of it there.
local function piece(place, before, text)
  local byte = place.byte + #before
  return {line = place.line, column = place.column + utf8.len(before), byte = byte, byte_end = byte + #text - 1}
end

-- A number as the old one is printed: with commas between thousands where that has them.
local function printed(value, old)
  local digits = tostring(value)
  if not old:find(",", 1, true) then return digits end
  local whole, rest = digits:match "^(%d+)(.*)$"
  return whole:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "") .. rest
end

-- The number of a cell, and what is to stand in its place; nil where the source has anything but that number there.
local function of_cell(document, cell, value)
  local source = cell.state == "number" and value ~= nil and source_of(document, cell)
  local before, old = (source or ""):match "^([^%d]*)(%d[%d,.]*)[^%d]*$"
  if not old or value < 0 or core.decimal((old:gsub(",", ""))) ~= cell.value then return nil end
  return {place = piece(cell, before, old), old = old, new = printed(value, old)}
end

local function of_repair(report, repair)
  local list = {}
  for i = 1, #repair do
    list[i] = of_cell(report.document, report:cell(repair[i].address), repair[i].value)
    if not list[i] then return nil end
  end
  return list
end

local function of_texts(document, found)
  local list = {}
  for i = 1, #found.places do
    local place = found.places[i]
    if source_of(document, place) == found.actual then
      list[#list + 1] = {place = place, old = found.actual, new = found.expected}
    end
  end
  return list
end

local function is_text(value) return type(value) == "string" and value ~= "" and not value:find "[<>&%c]" end

-- The places of other documents are those of a text that was made of the file, or of a page that it holds in another
-- encoding: nothing of the file stands there.
local changeable = {text = true, html = true}

local function is_changeable(document) return changeable[document.format] and not document.container end

--- The changes of the cells of a finding that only one repair mends, in whatever the document was read from.
-- @return list as that of `fixes.of`; nil where a cell has anything but its number
function fixes.of_cells(report, found)
  if found.severity == "notice" or #found.repair == 0 then return nil end
  return of_repair(report, found.repair)
end

--- @param found a finding
-- @return list of `{place, old, new}`: `place` is `{line, column, byte, byte_end}`; nil where there is none
function fixes.of(report, found)
  if found.severity == "notice" or not is_changeable(report.document) then return nil end
  local list
  if #found.repair > 0 then list = of_repair(report, found.repair)
  elseif is_text(found.expected) and is_text(found.actual) then list = of_texts(report.document, found) end
  return list and #list > 0 and list or nil
end

return fixes

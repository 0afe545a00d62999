--- A check as comments on the text of its report, one for each finding, and as changes of that text: what is put into a
-- Word file. What only the tool could not do is told where it is about a place that the writer can mend.

local catalogue = require "govreport.base.catalogue"
local fixes = require "govreport.render.fixes"
local remedy = require "govreport.check.remedy"

local annotations = {}

local most_ways = 3       -- of the possible repairs; more are counted
local most_changes = 12   -- of one repair, a line for each

-- The notices that are about something in the document: figures that are pictures, labels, rows, headers and headings
-- that are not those of the form.
local mendable = {
  ["reading.picture"] = true, ["reading.labels"] = true, ["reading.rows"] = true, ["reading.header"] = true,
  ["reading.table"] = true, ["reading.section"] = true,
}

local function word(lang, key, fields) return catalogue.text(lang, key, fields) end

local function is_told(found)
  return found.severity ~= "notice" or found.byte ~= nil and mendable[found.rule] ~= nil
end

-- ---- where ----------------------------------------------------------------------------------------------

-- Where the report begins: its title, else the first character that is seen.
local function head_of(report)
  for id, field in pairs(report.fields) do   -- not every form has one
    if id == "title" then return field end
  end
  local text = report.document.text
  local first = text:find "[^%s]" or 1
  return {byte = first, byte_end = (utf8.offset(text, 2, first) or first + 1) - 1}
end

-- From the first cell to the last, where all are cells of one row; nil where they are not.
local function row_of(cells)
  local row = #cells > 1 and cells[1].address:match "^(.*%.)[^.]+$"
  if not row then return nil end
  local first, last = math.huge, 0
  for i = 1, #cells do
    local cell = cells[i]
    if not cell.byte or cell.address:sub(1, #row) ~= row then return nil end
    first, last = math.min(first, cell.byte), math.max(last, cell.byte_end)
  end
  return {byte = first, byte_end = last}
end

-- The cell that alone is to be changed; else the row, or the first place.
local function place_of(report, found)
  if #found.places == 0 then
    local cell = #found.repair == 1 and report:cell(found.repair[1].address)
    if cell and cell.byte then return cell, found.repair[1].address end
    local row = row_of(found.cells)
    if row then return row end
  end
  return found.byte and found or head_of(report)
end

-- ---- what -----------------------------------------------------------------------------------------------

local function heading(found, lang)
  local kind = word(lang, found.severity == "notice" and "severity.notice" or "letter.group_" .. found.severity)
  return word(lang, "annotate.heading", {severity = kind, message = found.messages[lang]})
end

-- A line for each change of a repair; of the cell at which the comment stands only what it is to be.
local function add_repair(lines, report, repair, address, lang)
  for i = 1, math.min(#repair, most_changes) do
    local change = remedy.change(report, repair[i], lang)
    lines[#lines + 1] = word(lang, repair[i].address == address and "annotate.change" or "annotate.change_of", change)
  end
end

local function add_ways(lines, report, found, lang)
  local count, separator = found.alternatives_count, word(lang, "letter.semicolon")
  lines[#lines + 1] = word(lang, count > most_ways and "repair.ways_more" or "repair.ways",
                           {count = count, shown = most_ways})
  for number = 1, math.min(#found.alternatives, most_ways) do
    local way, changes = found.alternatives[number], {}
    for i = 1, math.min(#way, most_changes) do
      changes[i] = word(lang, "annotate.change_of", remedy.change(report, way[i], lang))
    end
    lines[#lines + 1] = word(lang, "annotate.way", {number = number, changes = table.concat(changes, separator)})
  end
end

-- The lines of the comment: the message, and what mends it where the message does not say it all.
local function lines_of(report, found, address, lang)
  local lines = {heading(found, lang)}
  local one = #found.alternatives == 1 and found.alternatives[1] or #found.alternatives == 0 and found.repair
  if not one then add_ways(lines, report, found, lang)
  elseif #one > 0 then add_repair(lines, report, one, address, lang)
  elseif #found.places > 0 and found.places[1].raw == found.actual and type(found.expected) == "string" then
    lines[2] = word(lang, "letter.should_be", {value = found.expected})
  end
  for i, line in ipairs(lines) do lines[i] = line:gsub("[\r\n]", " ") end
  return lines
end

--- The comments on a report that was checked, and the changes that mend it where only one repair does.
-- @param result the Result of its check; the report must be open
-- @param lang language of the comments
-- @return two lists, in order of the document, of `{first byte, last byte, text}`; of the first the text has a line for
-- each paragraph
function annotations.of(result, lang)
  local report, comments, changes = result.report, {}, {}
  for found in result:findings() do
    if is_told(found) then
      local place, address = place_of(report, found)
      comments[#comments + 1] = {place.byte, math.max(place.byte_end, place.byte - 1),
                                 table.concat(lines_of(report, found, address, lang), "\n")}
      for _, fix in ipairs(fixes.of_cells(report, found) or {}) do
        changes[#changes + 1] = {fix.place.byte, fix.place.byte_end, fix.new}
      end
    end
  end
  for i, comment in ipairs(comments) do comment.number = i end
  table.sort(comments, function(a, b)
    if a[1] ~= b[1] then return a[1] < b[1] end
    return a.number < b.number
  end)
  return comments, changes
end

return annotations

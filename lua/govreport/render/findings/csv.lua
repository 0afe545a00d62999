--- Findings as a table for spreadsheets, one a row: file, body, year, severity, rule, part, row and column, what is
-- wrong, where it stands, what became of it since the first round.

local catalogue = require "govreport.base.catalogue"
local csv = require "govreport.base.csv"
local csv_row = require "govreport.render.csv_row"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"

local Csv = {}
Csv.__index = Csv

local columns = {"file", "agency", "year", "severity", "rule", "part", "row", "column", "message", "line", "character",
                 "status"}
local most_labels = 6   -- in a field; more are counted

local function words(self, key, fields) return catalogue.text(self.lang, "findings." .. key, fields) end

local function line(values) return csv_row(columns, values) end

function Csv:head()
  local titles = {}
  for _, name in ipairs(columns) do titles[name] = words(self, name) end
  return (self.bom and csv.mark or "") .. line(titles)
end

-- Labels, each once; of many how many there are.
local function labels(self, list, kind)
  local own, seen = {}, {}
  for _, label in ipairs(list) do
    if not seen[label] then own[#own + 1] = label end
    seen[label] = true
  end
  if #own > most_labels then return words(self, "count_" .. kind, {count = #own}) end
  return table.concat(own, words(self, "separator"))
end

-- The part in which a byte of the source lies.
local function part_at(self, report, declared, byte)
  local found
  for section in report:sections() do
    if section.id and section.byte <= byte then found = section.id end
  end
  return found and names.part(declared, found)[self.lang] or words(self, "head")
end

-- Part, rows and columns of a finding.
local function place_of(self, report, declared, found)
  if #found.cells == 0 then
    return {part = found.byte and part_at(self, report, declared, found.byte) or words(self, "whole")}
  end
  local parts, rows, in_columns, seen = {}, {}, {}, {}
  local function is_new(kind, table_id, id)   -- names are asked for once
    local key = kind .. table_id .. "." .. id
    local known = seen[key]
    seen[key] = true
    return not known
  end
  for i = 1, #found.cells do
    local table_id, row, column = found.cells[i].address:match("^([^.]+)%.([^.]+)%.([^.]+)$")
    if is_new("table ", table_id, "") then parts[#parts + 1] = names.table(declared, table_id)[self.lang] end
    if is_new("row ", table_id, row) then rows[#rows + 1] = names.row(declared, table_id, row) end
    if is_new("column ", table_id, column) then
      in_columns[#in_columns + 1] = names.column(declared, table_id, column)
    end
  end
  return {part = labels(self, parts, "parts"), row = labels(self, rows, "rows"),
          column = labels(self, in_columns, "columns")}
end

function Csv:file(entry)
  local report, lines = entry.report, {}
  local declared = forms.declared(report.form)
  for found in entry.result:findings() do
    local values, status = place_of(self, report, declared, found), entry.rounds and entry.rounds.status[found]
    values.file, values.agency, values.year = entry.name, report.agency, report.year
    values.severity, values.rule = catalogue.text(self.lang, "severity." .. found.severity), found.rule
    values.message, values.line, values.character = found.messages[self.lang], found.line, found.line and found.column
    if found.spot then values.line, values.character = place_words.short(found, self.lang), nil end
    values.status = status and catalogue.text(self.lang, "rounds." .. status)
    lines[#lines + 1] = line(values)
  end
  return table.concat(lines)
end

--- A file that could not be read has a row as well: nothing may seem to be without findings that was not read.
function Csv:failure(failure)
  return line{file = failure.name, severity = words(self, "unread"), rule = failure.code, message = failure.message}
end

function Csv.foot() return nil end

return {
  --- @param options `lang`; `bom`, whether a byte order mark stands in front
  new = function(options) return setmetatable({lang = options.lang, bom = options.bom}, Csv) end,
}

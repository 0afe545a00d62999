--- Collects the reports of a folder into a table for spreadsheets and statistics, and ranks the agencies of each year.
--
--   bin/govreport lua examples/collect.lua FOLDER FILE.csv
--
-- Each file has its row. Of one that cannot be read message and code stand there, and on standard error; the exit code
-- is 3 then. Each figure has a column for its state, because one that is blank is unknown and not 0.

local govreport = require "govreport"
local lfs = require "lfs"

-- Counts. For an amount of money `cell.unit` belongs into the table as well: it may differ from report to report.
local figures = {
  "applications.received.total", "applications.granted.total", "applications.concluded.total",
  "disputes.reconsideration.total",
}
local ranked = figures[1]
local forms = {cn_disclosure_2019 = true, cn_disclosure_2021 = true}   -- those with these cells

local columns = {"file", "form", "agency", "year"}
for _, address in ipairs(figures) do table.move({address, address .. " state"}, 1, 2, #columns + 1, columns) end
table.move({"message", "code"}, 1, 2, #columns + 1, columns)

-- ---- reading ------------------------------------------------------------------------------------

-- Links to folders are not followed, because they may lead in a circle; they are files that cannot be read.
local function list_files(folder, files)
  for name in lfs.dir(folder) do
    local path = folder .. "/" .. name
    if lfs.symlinkattributes(path, "mode") ~= "directory" then files[#files + 1] = path
    elseif name ~= "." and name ~= ".." then list_files(path, files) end
  end
  return files
end

-- The row of a file, by column.
local function read(path)
  local report <close>, message, code = govreport.open(path, {lang = "en"})
  if not report then return {file = path, message = message, code = code} end
  local row = {file = path, form = report.form}
  if not forms[report.form] then
    row.message, row.code = path .. ": a form without these figures", "form.other"
    return row
  end
  row.agency, row.year = report.agency, report.year
  for _, address in ipairs(figures) do
    local cell = report:cell(address)
    row[address], row[address .. " state"] = cell.value, cell.state
  end
  return row
end

-- ---- the table ----------------------------------------------------------------------------------

-- UTF-8; the bytes of names in another encoding, as old archives have them, are written as %XX.
local function as_utf8(text)
  return utf8.len(text) and text or text:gsub("[\128-\255]", function(byte) return ("%%%02X"):format(byte:byte()) end)
end

-- A text that a spreadsheet would take for a formula, by = + - @ in front, also the wide ones, gets an apostrophe.
local function field(value)
  if type(value) ~= "string" then return value and tostring(value) or "" end
  local text = as_utf8(value)
  if text:find "^[=+%-@%c]" or text:find "^\239\188[\157\139\141\160]" then text = "'" .. text end
  return text:find '[",\r\n]' and '"' .. text:gsub('"', '""') .. '"' or text
end

local function line(row)
  local fields = {}
  for i, name in ipairs(columns) do fields[i] = field(row[name]) end
  return table.concat(fields, ",") .. "\r\n"
end

-- With the mark in front by which spreadsheets know UTF-8.
local function write_table(path, rows)
  local header = {}
  for _, name in ipairs(columns) do header[name] = name end
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write("\239\187\191", line(header)))
  for _, row in ipairs(rows) do assert(file:write(line(row))) end
  assert(file:flush())
end

-- ---- the ranks ----------------------------------------------------------------------------------

-- Larger figures first, those that are unknown last.
local function comes_before(a, b)
  local one, other = a[ranked], b[ranked]
  if one == other then return a.file < b.file end
  return one ~= nil and (other == nil or one > other)
end

-- Equal figures have the same rank; an unknown one has none.
local function print_ranks(year, rows)
  table.sort(rows, comes_before)
  print(("%s  %s"):format(year, ranked))
  local rank
  for i, row in ipairs(rows) do
    local value = row[ranked]
    if i == 1 or value ~= rows[i - 1][ranked] then rank = value and i or "-" end
    print(("%4s  %12s  %s"):format(rank, value or row[ranked .. " state"], row.agency or row.file))
  end
end

-- The rows with figures, by year; and the years.
local function by_year(rows)
  local groups, years = {}, {}
  for _, row in ipairs(rows) do
    local year = tostring(row.year or "no year")
    if not row.code then
      if not groups[year] then groups[year], years[#years + 1] = {}, year end
      table.insert(groups[year], row)
    end
  end
  table.sort(years)
  return groups, years
end

-- ---- all of it ----------------------------------------------------------------------------------

local folder, target = ...
if not target then
  io.stderr:write "usage: collect.lua FOLDER FILE.csv\n"
  os.exit(2)
end

local rows, code = {}, 0
local files = list_files(folder, {})
table.sort(files)
for i, path in ipairs(files) do
  rows[i] = read(path)
  if rows[i].code then
    io.stderr:write(rows[i].message, "  [", rows[i].code, "]\n")
    code = 3
  end
end
write_table(target, rows)
local groups, years = by_year(rows)
for _, year in ipairs(years) do print_ranks(year, groups[year]) end
os.exit(code, true)

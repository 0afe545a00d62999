--- Tables of comma-separated values as RFC 4180 has them: quotes, doubled quotes, line ends in quotes, CRLF, LF, and a
-- byte order mark in front. UTF-8 only.

local lpeg = require "lpeg"
local spreadsheet = require "govreport.base.spreadsheet"

local csv = {}

local function lines_before(text, position)
  local _, count = text:sub(1, position - 1):gsub("\n", "")
  return count + 1
end

-- A field in quotes from the one at `start` on: its text, and where it stops behind the closing one; or nil and a code.
local function read_quoted(text, start)
  local pieces, from = {}, start + 1
  while true do
    local quote = text:find('"', from, true)
    if not quote then return nil, "csv.quote_open", start end
    pieces[#pieces + 1] = text:sub(from, quote - 1)
    if text:byte(quote + 1) ~= 34 then
      if not text:find("^[,\r\n]", quote + 1) and quote < #text then return nil, "csv.quote_text", quote end
      return table.concat(pieces, '"'), quote + 1
    end
    from = quote + 2
  end
end

-- A field without quotes; one that stands in its midst is a mistake.
local function read_plain(text, start)
  local stop = text:find("[,\n]", start) or #text + 1
  local value = text:sub(start, stop - 1)
  if text:byte(stop) == 10 or stop > #text then value = value:gsub("\r$", "") end
  if value:find('"', 1, true) then return nil, "csv.quote_text", start end
  return value, stop
end

local function check_encoding(text)
  if text:find("^\255\254") or text:find("^\254\255") then return "csv.encoding", 1 end
  local valid, position = utf8.len(text)
  if not valid then return "csv.encoding", lines_before(text, position) end
  local zero = text:find("\0", 1, true)
  if zero then return "csv.encoding", lines_before(text, zero) end
end

-- White space at the end is looked for backwards: a run of it inside is no end, and is looked at once.
local function trimmed(value)
  local start, stop = value:find("%S") or #value + 1, #value
  while stop >= start and value:find("^%s", stop) do stop = stop - 1 end
  return value:sub(start, stop)
end

local function is_empty(row)
  for _, value in ipairs(row) do
    if value ~= "" then return false end
  end
  return true
end

-- The row at a position, and where the next one begins; or nil, code, where that is.
local function read_row(text, position)
  local row = {}
  repeat
    local read = text:byte(position) == 34 and read_quoted or read_plain
    local value, stop, place = read(text, position)
    if not value then return nil, stop, place end
    row[#row + 1] = trimmed(value)
    local more = text:byte(stop) == 44
    position = stop + 1
    if text:sub(stop, stop + 1) == "\r\n" then position = stop + 2 end
    if more and position > #text then row[#row + 1] = "" end
  until not more or position > #text
  return row, position
end

--- Reads row by row.
-- @param text the content of a file
-- @return function() -> row; nil at the end; or nil, code (`csv.quote_open`, `csv.quote_text`), line. A row is a list
-- of texts without white space around them, with the number of its first `line`; rows without any text are left out. Or
-- nil, code (`csv.encoding`), line.
function csv.rows(text)
  text = text:gsub("^\239\187\191", "")
  local code, bad_line = check_encoding(text)
  if code then return nil, code, bad_line end
  local position, line = 1, 1
  return function()
    while position <= #text do
      local row, stop, place = read_row(text, position)
      if not row then return nil, stop, lines_before(text, place) end
      row.line = line
      line = line + select(2, text:sub(position, stop - 1):gsub("\n", ""))
      position = stop
      if not is_empty(row) then return row end
    end
  end
end

--- Reads all rows.
-- @return list of rows; or nil, code, line: see `csv.rows`
function csv.parse(text)
  local next_row, code, line = csv.rows(text)
  if not next_row then return nil, code, line end
  local rows = {}
  while true do
    local row, problem, place = next_row()
    if problem then return nil, problem, place end
    if not row then return rows end
    rows[#rows + 1] = row
  end
end

-- ---- writing ------------------------------------------------------------------------------------

--- What tells a spreadsheet that a file is in UTF-8.
csv.mark = "\239\187\191"

-- What needs no quotes.
local is_plain = (1 - lpeg.S '",\r\n')^0 * -1

local function quoted(text) return is_plain:match(text) and text or '"' .. text:gsub('"', '""') .. '"' end

-- A value as a text, without quotes.
local function text_of(value, is_guarded)
  if type(value) == "string" then return is_guarded and value or spreadsheet(value) end
  return math.type(value) == "float" and ("%.15g"):format(value) or tostring(value)
end

--- A value as a field. A number that is not whole is written with all of the 15 digits that a decimal can have.
-- @param is_guarded whether a text was made harmless before, so that it stands as it is
function csv.field(value, is_guarded) return quoted(text_of(value, is_guarded)) end

--- A row as a line. Numbers and truth values stand as they are, texts as `govreport.base.spreadsheet` has them.
-- @param row list of integers, Decimals, truth values and texts
-- @param is_guarded whether the texts were made harmless before, so that they stand as they are as well
function csv.line(row, is_guarded)
  local fields = {}
  for i = 1, #row do fields[i] = text_of(row[i], is_guarded) end
  if not is_plain:match(table.concat(fields)) then
    for i, text in ipairs(fields) do fields[i] = quoted(text) end
  end
  return table.concat(fields, ",") .. "\r\n"
end

return csv

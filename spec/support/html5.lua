--- What an HTML5 parser with a tree, and what the library make of the tables of a page, in one shape: a table is a list
-- of cells `{row, col, row_span, col_span, text}`, each a text; white space is left out.

local html5 = {}

local program = (os.getenv "GOVREPORT_BUILD" or "build") .. "/test/html5/cells"
html5.program = program

-- As the library: what has more of these lays out the page.
local max_columns, max_text = 256, 2048

--- Whether the parser is at hand.
function html5.exists()
  local file = io.open(program)
  if file then file:close() end
  return file ~= nil
end

-- Text as it stands on the tape, without breaks and white space.
local function normal(text)
  text = text:gsub("%s+", ""):gsub("[\0-\31\127]", "\u{FFFD}")
  if not text:find("[\xC2\xE1\xE2\xE3\xEF]") then return text end
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]+", function(bytes)
    local c = utf8.codepoint(bytes)
    if c == 0xA0 or c == 0x85 or c == 0xAD or c == 0x1680 or c == 0x180E or c == 0x3000 or c == 0xFEFF or c == 0x205F
       or c >= 0x2000 and c <= 0x200F or c >= 0x2028 and c <= 0x202F or c >= 0x2060 and c <= 0x206F
       or c >= 0xFE00 and c <= 0xFE0F then return "" end
    if c < 0xA0 then return "\u{FFFD}" end
    if c >= 0xFF01 and c <= 0xFF5E then return string.char(c - 0xFEE0) end
  end))
end

-- A picture stands for itself only where there is no text.
local function shown(text)
  local words = text:gsub("\u{FFFC}", "")
  return words == "" and text ~= "" and "\u{FFFC}" or words
end

-- ---- the standard's table model -----------------------------------------------------------------

-- Gives the cells of a table, as printed, their places.
-- @param printed list of "group", "row", and cells `{row_span, col_span, text}`
-- @return list of cells; nil where the table only lays out the page
local function place(printed)
  local cells, taken, row, column, columns = {}, {}, -1, 0, 0
  local first_of_group = 1
  local function settle()
    for i = first_of_group, #cells do
      local cell = cells[i]
      cell.row_span = math.min(cell.row_span, row + 1 - cell.row)
    end
    first_of_group = #cells + 1
    taken = {}
  end
  for _, entry in ipairs(printed) do
    if entry == "group" then
      settle()
    elseif entry == "row" then
      row, column = row + 1, 0
    else
      while (taken[column] or 0) > row do column = column + 1 end
      local height = entry[1] == 0 and math.maxinteger or math.min(entry[1], 65534)
      local width = entry[2] == 0 and 1 or math.min(entry[2], 1000)
      local stop = entry[1] == 0 and height or row + height
      for c = column, column + width - 1 do taken[c] = math.max(taken[c] or 0, stop) end
      cells[#cells + 1] = {row = row, col = column, row_span = height, col_span = width, text = shown(normal(entry[3]))}
      if #cells[#cells].text > max_text then return nil end
      column = column + width
      columns = math.max(columns, column)
    end
  end
  settle()
  if #cells < 2 or columns > max_columns then return nil end
  return cells
end

local function write(cells)
  local list = {}
  for i, cell in ipairs(cells) do
    list[i] = ("%d,%d %dx%d %s"):format(cell.row, cell.col, cell.row_span, cell.col_span, cell.text)
  end
  return list
end

-- ---- both sides ---------------------------------------------------------------------------------

local function complete_characters(text)
  local _, stop = utf8.len(text)
  return stop and text:sub(1, stop - 1) or text
end

--- Has the parser read pages.
-- @return for each page its tables, as `html5.tables` takes them
function html5.parse(pages)
  local name = os.tmpname()
  local file = assert(io.open(name, "wb"))
  for _, page in ipairs(pages) do
    page = complete_characters(page)
    file:write(#page, "\n", page)
  end
  file:close()
  local results, printed = {}, nil
  local pipe = assert(io.popen(program .. " " .. name))
  for line in pipe:lines() do
    local row_span, col_span, text = line:match("^cell\t(%d+)\t(%d+)\t(.*)$")
    if text then
      printed[#printed + 1] = {tonumber(row_span), tonumber(col_span), text}
    elseif line == "table" then
      printed = {}
      table.insert(results[#results], printed)
    elseif line == "page" then
      results[#results + 1] = {}
    else
      printed[#printed + 1] = line
    end
  end
  assert(pipe:close())
  os.remove(name)
  assert(#results == #pages)
  return results
end

--- The tables of data among those of a page.
-- @param parsed from `html5.parse`
function html5.tables(parsed)
  local tables = {}
  for _, printed in ipairs(parsed) do
    local cells = place(printed)
    if cells then tables[#tables + 1] = write(cells) end
  end
  return tables
end

--- The tables of a Document.
function html5.document_tables(document)
  local tables, tape = {}, document.tape
  for block in document:blocks() do
    if block.kind == "table" then
      local cells = {}
      for i, cell in ipairs(block.cells) do
        cells[i] = {row = cell.row - 1, col = cell.col - 1, row_span = cell.row_span, col_span = cell.col_span,
                    text = (tape:sub(cell.start, cell.stop - 1):gsub("%s+", ""))}
      end
      tables[#tables + 1] = write(cells)
    end
  end
  return tables
end

return html5

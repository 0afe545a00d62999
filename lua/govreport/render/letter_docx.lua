--- A letter as a Word file, set as official letters are; see `govreport.render.letter_html`.

local catalogue = require "govreport.base.catalogue"
local letter_columns = require "govreport.render.letter_columns"
local names = require "govreport.form.names"
local word_body = require "govreport.render.word_body"
local word_package = require "govreport.render.word_package"

local letter_docx = {}

local function word(letter, key, fields) return catalogue.text(letter.lang, "letter." .. key, fields) end

local paragraph = word_body.paragraph

local function cell(x, style, text) return {x = x, style = style, text = text, down = 1, across = 1} end

-- ---- tables -------------------------------------------------------------------------------------

local inner_share = 0.9   -- of the width of the table around them, for the small tables of repairs

-- The small table of a repair; its labels need twice the room of values.
local function small_table(own)
  local whole = math.floor(word_package.text_width * inner_share)
  local unit = whole // (2 * own.labels + #own.head - own.labels)
  local rows, widths = {{}}, {}
  for x, label in ipairs(own.head) do
    rows[1][x], widths[x] = cell(x, "TableValue", label), x <= own.labels and 2 * unit or unit
  end
  for y, row in ipairs(own.rows) do
    rows[y + 1] = {}
    for x, value in ipairs(row) do
      rows[y + 1][x] = cell(x, x <= own.labels and "TableText" or "TableValue", value.text)
      rows[y + 1][x].is_bold = x > own.labels and value.marked
    end
  end
  return word_body.table(rows, widths, 1) .. paragraph("TableEnd", "")
end

-- The row below an item that holds the tables of its repair.
local function repair_row(item, columns)
  local pieces = {paragraph("TableEnd", "")}
  for i, own in ipairs(item.tables) do pieces[i + 1] = small_table(own) end
  return {{x = 1, style = "TableBody", text = "", down = 1, across = #columns, content = table.concat(pieces)}}
end

local centred = {number = true, status = true}

local function group_table(letter, group)
  local columns = letter_columns(group)
  local rows, widths = {{}}, {}
  for x, column in ipairs(columns) do
    rows[1][x] = cell(x, "TableHead", word(letter, column[1]))
    widths[x] = math.floor(word_package.text_width * column[2] / 100)
  end
  for _, item in ipairs(group.items) do
    local cells = {}
    for x, column in ipairs(columns) do
      cells[x] = cell(x, centred[column[1]] and "TableMiddle" or "TableBody", tostring(item[column[1]] or ""))
    end
    rows[#rows + 1] = cells
    if #item.tables > 0 then rows[#rows + 1] = repair_row(item, columns) end
  end
  return word_body.table(rows, widths, 1)
end

-- ---- the letter ---------------------------------------------------------------------------------

local function heading(letter, number, title)
  return paragraph("Heading1", letter.lang == "zh" and names.numeral(number) .. "、" .. title or title)
end

local function add_signature(pieces, letter)
  if letter.from or letter.date then pieces[#pieces + 1] = paragraph("BodyText", "") end
  if letter.from then pieces[#pieces + 1] = paragraph("Signature", letter.from) end
  if letter.date then pieces[#pieces + 1] = paragraph("Signature", letter.date) end
  if letter.contact then
    pieces[#pieces + 1] = paragraph("BodyText", word(letter, "contact", {contact = letter.contact}))
  end
end

--- @param letter see `govreport.check.letter.compose`
-- @return bytes; or nil and a code, see `govreport.render.word_package.write`
function letter_docx.render(letter)
  local pieces = {word_body.title(letter.title)}
  if letter.agency then pieces[2] = paragraph("Normal", word(letter, "to", {agency = letter.agency})) end
  pieces[#pieces + 1] = paragraph("BodyText", letter.opening)
  for i, group in ipairs(letter.groups) do
    pieces[#pieces + 1] = heading(letter, i, group.title)
    pieces[#pieces + 1] = group_table(letter, group) .. paragraph("TableEnd", "")
  end
  if #letter.resolved > 0 then
    pieces[#pieces + 1] = heading(letter, #letter.groups + 1, word(letter, "resolved", {count = #letter.resolved}))
    for _, message in ipairs(letter.resolved) do pieces[#pieces + 1] = paragraph("BodyText", message) end
  end
  if letter.closing then pieces[#pieces + 1] = paragraph("BodyText", letter.closing) end
  add_signature(pieces, letter)
  return word_package.write(table.concat(pieces), letter.title, letter.lang)
end

return letter_docx

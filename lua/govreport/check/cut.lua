--- Where a source was cut off: a download that ended early, a text that was copied in part. What would stand behind the
-- cut was not read, and nobody can tell that the report lacks it.
--
-- The document tells of some cuts by itself (`document.cut`): a tag, a row, a page that does not end. The form tells of
-- others, where all parts behind the last one that is there are missing and the text does not end as one that is whole:
-- in a sentence, in a heading, at a heading without text, in a table whose last rows are missing. So does half a
-- sentence behind a whole one where the file has no line end.

local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local cut = {}

local function set_of(list)
  local set = {}
  for _, character in ipairs(list) do set[character] = true end
  return set
end

-- Ends of sentences, and of what need not be one.
local sentence_ends = set_of{"。", "！", "!", "？", "?", "；", ";", "…", "”", ")", "》", ":", ".", "’", "」", "』", "】"}
local full_stops = core.words{"。", "！", "!", "？", "?", "；", ";"}
-- No text ends in these.
local open_ends = set_of{",", "，", "、", "(", "“", "《", "「", "【"}
local days = set_of{"日"}
local brackets = {{"《", "》"}, {"“", "”"}, {"〔", "〕"}, {"%(", ")"}}
-- What a page has below its article.
local footers = {"版权", "主办单位", "主办:", "承办单位", "承办:", "ICP", "电话:", "邮编", "地址:", "上一篇", "下一篇", "http",
                 "www."}
-- Characters of prose: a shorter line is a signature or a title.
local least_prose = 12
-- Bytes of the last line that are looked at.
local longest_line = 600
-- Characters that are shown of what was read last.
local shown = 20

-- Whether a text ends in one of some characters.
local function ends_in(text, set) return set[text:sub(utf8.offset(text, -1) or 1)] == true end

local function holds(text, list)
  for _, word in ipairs(list) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- ---- what is there ------------------------------------------------------------------------------

-- The last part that the report has, nil where another part stands behind it; and whether parts of the form are missing
-- behind it. What is read last and only begins as a title does may be one, or the label of a row.
local function last_part(context, line)
  local list, last = context.form.declared.sections, nil
  for i, declared in ipairs(list) do
    local found = context:outline_of(declared.id)
    local whole = found and (found.start < line.start or found.section.title == declared.title)
    found = whole and found or nil
    if found and last and found.start < last.start then return nil, false end
    if found then last = {number = i, start = found.start, found = found.section} end
  end
  return last, last ~= nil and last.number < #list
end

-- The last table, in the form's order, of which a cell was read, and its last row; with that row's last cell.
local function last_row(context)
  local tables = context.form.declared.tables
  for i = #tables, 1, -1 do
    local row_number, number, cell = 0, nil, nil
    for row in context.report.tables[tables[i].id]:rows() do
      row_number = row_number + 1
      for own in row:cells() do
        if own.byte and own.state ~= "absent" and own.state ~= "unreadable" then number, cell = row_number, own end
      end
    end
    if cell then return {table = i, row = number, rows = #tables[i].rows, cell = cell, section = tables[i].section} end
  end
end

-- The last line of the tape, as far as it matters: its text and range.
local function last_line(tape)
  local stop = #tape + 1
  while stop > 1 and tape:find("^[%s\x1C-\x1F]", stop - 1) do stop = stop - 1 end
  local least = math.max(1, stop - longest_line)
  local text = tape:sub(least, stop - 1)
  local start = text:match("^.*[\n\x1C-\x1F]()") or text:find("[^\128-\191]") or #text + 1
  return {text = text:sub(start), start = least + start - 1, stop = stop}
end

-- ---- evidence -----------------------------------------------------------------------------------

-- The end of a page tells by itself whether it is one; only what stands behind its last tag may be half a sentence. A
-- Word file or a PDF that is cut is not read.
local function may_be_cut(document)
  if document.format == "docx" or document.format == "pdf" then return false end
  return document.format == "text" or document.text:find("[^>%s]%s*$") ~= nil
end

-- Whether the last bracket or book title that opens does not close.
local function is_open(text)
  for _, pair in ipairs(brackets) do
    local opened = text:match("^.*()" .. pair[1])
    if opened and not text:find(pair[2], opened, true) then return true end
  end
  return false
end

-- What stands behind the last end of a sentence, and where.
local function last_piece(text)
  local stands = full_stops:list(text)   -- start, number and stop of each
  local from = stands[#stands] or 1
  return text:sub(from), from
end

-- Whether a paragraph ends in a sentence; and whether that goes on behind another one, as no signature does.
local function in_sentence(line)
  if ends_in(line.text, open_ends) then return true, true end
  local piece, from = last_piece(line.text)
  local text = piece:gsub("[\v ]", "")
  if text == "" or ends_in(text, sentence_ends) or ends_in(text, days) or holds(text, footers) then return false end
  if from > 1 and not piece:find("^\v") then return true, true end
  return is_open(text) or (utf8.len(text) >= least_prose and holds(text, {",", "、"})), false
end

-- Whether a line is the beginning of the title of a part, with its ordinal: 四、政府信息公
local function begins_title(context, line, from)
  local text = line.text:gsub("[\v ]", "")
  local number, title = text:match("^(.-)、(.*)$")
  local declared = context.form.declared.sections[from]
  return title ~= nil and declared ~= nil and number ~= "" and #title > 0 and #title < #declared.title
         and context:folded(declared.title):sub(1, #title) == title
         and grammar.number_of(number .. "、") == from
end

-- Whether nothing but labels and values stands behind a byte of the source.
local function is_bare(context, byte)
  local document, passages = context.report.document, context.report:passages()
  for i = #passages - 1, 1, -2 do
    local _, _, start = document:place(passages[i], passages[i] + 1)
    if start < byte then return true end
    local text = document.tape:sub(passages[i], passages[i + 1] - 1)
    if text:find("。", 1, true) or holds(text, footers) then return false end
  end
  return true
end

-- Whether the text ends in the tables of a part: the last rows of one or all of those behind it are missing, and
-- nothing but labels and values stands behind what was read.
local function in_table(context, line, row, part)
  local section = context.form.declared.sections[part.number].id
  local begun = row and row.section == section
  local lacks = begun and row.row < row.rows
  for i, t in ipairs(context.form.declared.tables) do
    lacks = lacks or t.section == section and (not begun or i > row.table)
  end
  local from = begun and row.cell.byte_end or part.found.byte_end
  return lacks and is_bare(context, from) and line.start > part.found.start
end

-- ---- the cut ------------------------------------------------------------------------------------

local function found_by_form(context, line, part, row)
  local document = context.report.document
  if not may_be_cut(document) then return false end
  if in_table(context, line, row, part) or begins_title(context, line, part.number + 1) then return true end
  if part.found.state ~= "text" and line.stop <= part.found.stop + 1 then return true end
  return (in_sentence(line))
end

local function place_of_line(context, line)
  local start = line.start + utf8.offset(line.text, -math.min(shown, utf8.len(line.text)), #line.text + 1) - 1
  return context:place(start, line.stop)
end

-- Where what was not read whole begins: the last sentence, at the latest; the row behind the last that was read, or the
-- header below the last heading, where nothing else follows.
local function first_byte(context, line, part, row, told)
  local _, sentence = last_piece(line.text)
  local from = context:place(line.start + sentence - 1, line.stop).byte
  if told then from = math.min(from, told.byte) end
  if not part and not row then return from end
  local read = math.max(row and row.cell.byte_end + 1 or 1, part and part.found.byte_end + 1 or 1)
  return is_bare(context, read) and math.min(from, read) or from
end

--- Finds the cut of a report.
-- @return nil where nothing tells of one, else `place` (what was read last), `byte` (what stands behind it was not read
-- whole), `part` (number of the last part that is there; nil where that is not known), `row` (the last row that was
-- read: `table` and `row`, numbers in the form)
function cut.of(context)
  local document = context.report.document
  local line = last_line(document.tape)
  if line.text == "" then return nil end
  local part, behind = last_part(context, line)
  local told, row = document.cut, nil
  if told or part and behind then row = last_row(context) end
  if not told and not (part and behind and found_by_form(context, line, part, row)) then
    local half, goes_on = in_sentence(line)
    if not (half and goes_on and may_be_cut(document) and not document.terminated) then return nil end
  end
  row = row or last_row(context)
  local byte = first_byte(context, line, part, row, told)
  return {place = place_of_line(context, line), byte = byte, part = part and part.number, row = row}
end

--- Whether a part is the one in which the source was cut off.
function cut.is_in(own, context, section_id)
  local declared = context.form.declared.sections[own.part]
  return declared ~= nil and declared.id == section_id
end

--- Whether a part of the form stands behind the cut, if anywhere.
function cut.hides_part(own, context, section_id)
  if not own.part then return false end
  for i, declared in ipairs(context.form.declared.sections) do
    if declared.id == section_id then return i > own.part end
  end
  return false
end

--- Whether a table, or one of its rows, stands behind the cut, if anywhere.
-- @param row_id nil: the table as a whole
function cut.hides_row(own, context, table_id, row_id)
  local declared = context.form.declared
  for i, t in ipairs(declared.tables) do
    if t.id == table_id then
      local part = declared.sections[own.part]
      local hidden = #declared.sections == 0 or cut.hides_part(own, context, t.section)
                     or (part ~= nil and t.section == part.id)
      if not hidden then return false end
      if not own.row or i ~= own.row.table then return not own.row or i > own.row.table end
      for number, row in ipairs(t.rows) do
        if (row.id or row) == row_id then return number > own.row.row end
      end
      return false
    end
  end
  return false
end

return cut

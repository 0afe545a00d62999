--- What a report's headers lack, and whether that is the report's or the reading's.
--
-- A word of a header is missing where nothing unexplained stands in the header. One unknown text in the place of one
-- word is that word, written otherwise.

local grammar = require "govreport.text.grammar"
local names = require "govreport.form.names"

local headers = {}

-- Where the header of a table may begin on the tape: with its caption; behind what stands before its first row, be it
-- a heading or a row, or rows alone.
local function header_start(survey, t, rows_only)
  local from, tape = survey:bounds(t, rows_only), survey.document.tape
  local caption = t.layout.caption and grammar.fold(t.layout.caption)
  local found, last = caption and tape:find(caption, 1, true), nil
  while found do
    local _, _, byte = survey.document:place(found, found + #caption)
    if byte >= t.first then break end
    last = found
    found = tape:find(caption, found + #caption, true)
  end
  return last or from > 0 and survey:tape_at(from) or 1
end

-- Whether a place of the tape lies inside of a longer word of the header, or of a text that is none.
local function is_inside(survey, t, label, start, stop)
  local tape = survey.document.tape
  for _, leaf in ipairs(t.layout.leaves) do
    for _, longer in ipairs(leaf.path) do
      longer = grammar.fold(longer)
      local from = #longer > #label and longer:find(label, 1, true)
      if from and tape:sub(start - from + 1, start - from + #longer) == longer then return true end
    end
  end
  for _, stranger in ipairs(survey.strangers) do
    if stranger.table == t.id and stranger.deviation.start <= start and stranger.deviation.stop > stop then
      return true
    end
  end
  return false
end

-- Whether a label stands in front of a table's first row all the same: copies without spans have all words of the
-- header, and no word above its column.
local function stands_in_header(survey, t, label)
  local document = survey.document
  t.header_start = t.header_start or header_start(survey, t)
  local start, stop = document.tape:find(label, t.header_start, true)
  while start do
    local _, _, byte = document:place(start, stop + 1)
    if not byte or byte >= t.first then return false end
    if not is_inside(survey, t, label, start, stop) then return true end
    start, stop = document.tape:find(label, stop + 1, true)
  end
  return false
end

-- The words of a table's columns that stand nowhere between `from`, or where its header may begin, and its first row,
-- nor up to `stop`, however they are wrapped.
local function words_not_there(survey, t, stop, from)
  from = from or t.header_start or header_start(survey, t)
  stop = math.max(stop or 0, survey:tape_at(t.first))
  local text = survey.document.tape:sub(from, stop):gsub("[\v\n\x1C-\x1F |]", "")
  local list, seen = {}, {}
  for _, leaf in ipairs(t.layout.leaves) do
    local label = leaf.path[#leaf.path]
    if not seen[label] and not text:find(grammar.clean(grammar.fold(label)), 1, true) then list[#list + 1] = label end
    seen[label] = true
  end
  return list
end

-- So much of a word is no part of another one: bytes.
local least_word = 12

-- A value that stands among the words of a header has this much of it behind it: bytes.
local longest_rest = 400

-- Whether a label stands in the header of a table on several lines, values among them or not.
local function stands_in_pieces(survey, t, label)
  label = grammar.clean(grammar.fold(label))
  if #label < least_word then return false end
  local from, tape = t.header_start or header_start(survey, t), survey.document.tape
  local text = tape:sub(from, survey:tape_at(t.first) + longest_rest):gsub("[%d\v\n\x1C-\x1F |]", "")
  return text:find(label, 1, true) ~= nil
end

-- The absent cells of a table whose rows were read, by column; of a table that is one line by cell.
local function absent_columns(context, t)
  local list, by_key = {}, {}
  local across = names.declared_table(context.form.declared, t.id).across
  for _, row in ipairs(t.rows) do
    for _, cell in ipairs(row.state == "read" and row.absent > 0 and row.cells or {}) do
      local key = across and cell.address or cell.column_id
      if cell.state == "absent" and not by_key[key] then
        by_key[key] = {label = context:column_label(t.id, cell.column_id), row = across and cell.row, cells = {}}
        list[#list + 1] = by_key[key]
      end
      if cell.state == "absent" then table.insert(by_key[key].cells, cell) end
    end
  end
  return list
end

-- Whether a caption stands in front of a table's first row on several lines, or among other text.
local function is_in_pieces(survey, t, caption)
  if not t.first then return false end
  local from, lines = survey:bounds(t), {}
  local text = survey.document.tape:sub(from > 0 and survey:tape_at(from) or 1, survey:tape_at(t.first))
  for line in text:gmatch("[^\v\n\x1C-\x1F]+") do
    if line:find("[^%d /%-—–]") then lines[#lines + 1] = line end   -- what is left out marks a page
  end
  return table.concat(lines):find(caption, 1, true) ~= nil
end

-- Whether a caption ran into a cell or another text, or is in pieces.
local function is_merged(self, context, t, caption)
  caption = context:folded(caption)
  if is_in_pieces(self.survey, t, caption) then return true end
  for _, cell in ipairs(self.merged) do
    if context:folded(cell.raw):find(caption, 1, true) then return true end
  end
  for _, stranger in ipairs(self.survey.strangers) do
    if context:folded(stranger.text):find(caption, 1, true) then return true end
  end
  return false
end

-- The words that a header lacks by what was noted while it was read, and where.
local function add_deviations(self, context, by_table)
  local survey = self.survey
  local function header_of(id)
    by_table[id] = by_table[id] or {missing = {}, strangers = {}, places = {}, absent = {}}
    return by_table[id]
  end
  for _, kind in ipairs{"header_missing", "columns_unknown", "columns_permuted"} do
    for _, deviation in ipairs(context:deviations(kind)) do
      local header = header_of(deviation.subject)
      header.is_permuted = header.is_permuted or kind == "columns_permuted"
      header[kind == "header_missing" and kind or "columns_unknown"] = deviation
    end
  end
  for _, kind in ipairs{"column_missing", "caption_missing"} do
    for _, deviation in ipairs(context:deviations(kind)) do
      local header, t = header_of(deviation.detail), survey.table[deviation.detail]
      header.deviation = header.deviation or deviation
      local stands = kind == "column_missing" and t.first
                     and (stands_in_header(survey, t, context:folded(deviation.subject))
                          or stands_in_pieces(survey, t, deviation.subject))
      if stands then header.crooked = deviation
      elseif kind == "caption_missing" then
        header.caption = not is_merged(self, context, t, deviation.subject) and deviation or nil
      else table.insert(header.missing, deviation.subject) end
    end
  end
  for id, header in pairs(by_table) do
    local t = survey.table[id]
    if header.header_missing and t.first then
      -- The heading of the part may stand below the header.
      header.has_words = #words_not_there(survey, t) < #t.layout.leaves
                         or #words_not_there(survey, t, nil, header_start(survey, t, true)) == 0
    end
    if header.columns_unknown and #header.missing == 0 and survey.table[id].first then
      header.missing = words_not_there(survey, survey.table[id], header.columns_unknown.stop)
    end
  end
  for _, t in ipairs(survey.tables) do
    local absent = t.present and absent_columns(context, t) or {}
    if #absent > 0 then header_of(t.id).absent = absent end
  end
end

-- The columns that lack their word, with and without their cells: how many they are.
local function count_lacking(header)
  local seen, count = {}, 0
  for _, label in ipairs(header.missing) do seen[label], count = true, count + (seen[label] and 0 or 1) end
  for _, column in ipairs(header.absent) do
    if not seen[column.label] then seen[column.label], count = true, count + 1 end
  end
  return count
end

local function has_read_rows(t)
  for _, row in ipairs(t.rows) do
    if row.state == "read" then return true end
  end
  return false
end

-- Whether numbers that nothing explains stand in a header.
local function has_numbers(survey, header, t)
  if not t.first then return false end
  local from, stop = survey:bounds(t)
  local unknown = header.columns_unknown
  if unknown then stop = math.max(t.first, unknown.byte_end)
  elseif has_read_rows(t) then stop = t.first end
  return #survey:gap(from, stop).numbers > 0
end

local function judge(survey, header, t)
  local lacking, strangers = count_lacking(header), header.strangers
  -- Other rows were read by it: it is not the header that is to blame.
  if header.columns_unknown and lacking == 0 and has_read_rows(t) then
    header.columns_unknown, header.is_of_rows = nil, true
  end
  if #strangers == 1 and lacking == 1 and not strangers[1].piece then
    header.misnamed = strangers[1]
  elseif lacking > 0 or header.header_missing or header.caption then
    header.is_unread = #strangers > 0 or header.has_words or has_numbers(survey, header, t)
  elseif header.columns_unknown then
    header.is_unread = not header.is_permuted or #strangers > 0 or has_numbers(survey, header, t)
  end
  -- A word in vain beside a header that is whole is told with the other texts.
  for _, stranger in ipairs(header.is_unread and strangers or {header.misnamed}) do stranger.told = true end
end

--- Judges the headers of a report.
-- @param self `{survey, merged}`; gets `headers`: by table `{missing = words, absent = columns with cells, strangers,
-- misnamed = the text in the place of the only word that lacks, header_missing, columns_unknown, caption, crooked =
-- deviations, is_unread = whether what stands there could not be read}`
function headers.judge(self, context)
  local survey, by_table = self.survey, {}
  add_deviations(self, context, by_table)
  for _, stranger in ipairs(survey.strangers) do
    local header = stranger.role == "header" and not stranger.told and by_table[stranger.table]
    if header then table.insert(header.strangers, stranger) end
  end
  for id, header in pairs(by_table) do
    judge(survey, header, survey.table[id])
    if self.mostly_unread or survey.table[id].is_torn then header.is_unread = true end
  end
  self.headers = by_table
end

return headers

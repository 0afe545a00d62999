--- Which rows and tables a report lacks, and which of them were only not read.
--
-- A row is missing where the rows around it in the form, or the ends of its table, were read and nothing unexplained
-- stands between them. It stands under another name where one text stands there, with the values of one row.

local merged = require "govreport.check.reading.merged"
local picture = require "govreport.text.picture"

local rows = {}

-- ---- texts in the place of a row -----------------------------------------------------------------

-- Whether a text stands where a row would: alone, a whole cell or line, with as many values as a row has cells. A table
-- shows which of them are empty.
local function reads_as_row(survey, stranger)
  local t = stranger.table and survey.table[stranger.table]
  if not t or not stranger.is_row or stranger.piece or merged.holds_numbers(stranger.text) then return false end
  local wanted, found = #t.layout.leaves, #stranger.values
  return found == wanted or found > 0 and found < wanted and survey:in_grid(stranger.deviation.start)
end

rows.reads_as_row = reads_as_row

-- Whether all numbers of a gap are those of one text.
local function explains(gap, stranger)
  for _, number in ipairs(gap.numbers) do
    if number.behind ~= stranger then return false end
  end
  return true
end

local function near(t, number, step)
  local i = number + step
  while t.rows[i] do
    if t.rows[i].state then return t.rows[i] end
    i = i + step
  end
end

-- Texts without those that stand beside the words of a header that lacks nothing: they are other columns.
local function without_columns(strangers)
  local list = {}
  for _, stranger in ipairs(strangers) do
    local is_column = stranger.role == "header" and not stranger.is_row and not stranger.piece
    if not is_column then list[#list + 1] = stranger end
  end
  return list
end

-- The gap in which a row of a table that was found is missing.
local function gap_of(survey, t, first, last_row)
  local above, below = first, last_row
  while above and above.state == "absent" do above = near(t, above.number, -1) end
  while below and below.state == "absent" do below = near(t, below.number, 1) end
  local from, to = survey:bounds(t)
  if above then from = above.byte_end end
  if below then to = below.byte end
  if from > to then from, to = t.first - 1, t.last + 1 end   -- the rows are in another order than the form's
  local gap = survey:gap(from, to)
  if not above and survey.whole_headers[t.id] then gap.strangers = without_columns(gap.strangers) end
  gap.from, gap.to, gap.is_inside = from, to, above ~= nil and below ~= nil
  gap.torn = above and above.state == "lost" or below and below.state == "lost" or false
  return gap
end

local function named_by(survey, t, run, gap)
  if #run == 1 and #gap.strangers == 1 and gap.is_inside then return gap.strangers[1], run[1] end
  for _, stranger in ipairs(survey.strangers) do
    if stranger.table == t.id then
      for _, row in ipairs(run) do
        if stranger.nearest ~= "" and row.cells[1].row_label == stranger.nearest then return stranger, row end
      end
    end
  end
end

-- Whether nothing unexplained stands in a gap: beside an unknown row nobody can tell whether it is the missing one.
local function is_empty(gap) return #gap.strangers == 0 and #gap.numbers == 0 and #gap.lost == 0 end

-- Judges rows that the form has one after the other.
local function judge_run(self, t, run)
  local survey = self.survey
  local gap = gap_of(survey, t, run[1], run[#run])
  local stranger, row = named_by(survey, t, run, gap)
  local is_whole = not gap.torn and #gap.lost == 0 and not self.mostly_unread
  if stranger and is_whole and reads_as_row(survey, stranger) and explains(gap, stranger)
     and #gap.strangers <= 1 then
    stranger.told = true
    table.insert(t.misnamed, {row = row, stranger = stranger})
    for _, other in ipairs(run) do
      if other ~= row then table.insert(t.missing, {other}) end
    end
    return
  end
  local labelled = false
  for _, each in ipairs(run) do
    labelled = labelled or survey:has_label(survey:label_of(each), gap.from, gap.to)
               or survey:has_beginning(survey:label_of(each), gap.from, gap.to)
               or survey:has_number_behind(survey:label_of(each))
  end
  if is_whole and is_empty(gap) and not labelled then
    t.missing[#t.missing + 1] = run
    return
  end
  for _, each in ipairs(run) do t.unread[#t.unread + 1] = each end
  for _, each in ipairs(gap.strangers) do
    each.told = true
    t.seen[#t.seen + 1] = each
  end
end

-- The absent rows of a table in the lists that the form has them in, one after the other.
local function runs_of(t)
  local runs, run = {}, {}
  for _, row in ipairs(t.rows) do
    if row.state == "absent" then
      if #run == 0 then runs[#runs + 1] = run end
      run[#run + 1] = row
    elseif row.state then
      run = {}
    end
  end
  return runs
end

-- ---- where the source was cut off ----------------------------------------------------------------

-- What stands behind the place where the source was cut off, or may stand on a page without text: `{rows, tables,
-- strangers}`; nil where there is none. The row in which it was cut is_last.
local function cut_of(self, context)
  local own, survey = context:cut(), self.survey
  if not own and #context:unread_pages() == 0 then return nil end
  local cut, last = {rows = {}, tables = {}, strangers = {}}, survey.anchors[#survey.anchors]
  for _, t in ipairs(survey.tables) do
    t.is_cut = not t.present and context:is_table_cut(t.id)
    if t.is_cut then cut.tables[#cut.tables + 1] = t end
    for _, row in ipairs(t.present and t.rows or {}) do
      row.is_last = own ~= nil and row == last and row.state == "lost"
      if row.is_last or row.state == "absent" and context:is_table_cut(t.id, row.id) then
        row.state, cut.rows[#cut.rows + 1] = "cut", row
      end
    end
  end
  for _, stranger in ipairs(survey.strangers) do
    if context:is_byte_cut(stranger.byte) then
      stranger.told = true
      table.insert(cut.strangers, stranger)
    end
  end
  return cut
end

-- ---- tables -------------------------------------------------------------------------------------

-- Whether a part prints most columns of a table, with its caption where it has one, though its rows could not be read.
local function has_columns(context, t)
  local declared = t.layout
  local found = declared.section and context.report:section(declared.section)
  local text = found and context.report.document.tape:sub(found.body_start, found.body_stop - 1):gsub("[\v ]", "")
  local captioned = text and (not declared.caption or text:find(context:folded(declared.caption), 1, true))
  local count = 0
  for _, column in ipairs(captioned and declared.columns or {}) do
    local label = context:folded(context:column_label(declared.id, column.id))
    if text:find(label, 1, true) then count = count + 1 end
  end
  return count > 1 and count > #declared.columns // 2 and found or nil
end

-- A part with a picture in place of its table is told by `reading.picture`.
local function is_picture(context, t)
  return picture.count(context.report.document, t.layout.section and context.report:section(t.layout.section)) > 0
end

local function judge_table(self, context, t)
  if is_picture(context, t) then return end
  local gap = self.survey:gap(self.survey:place_for(context, t))
  local part = has_columns(context, t)
  if gap.is_empty and not self.mostly_unread then
    t.is_missing, t.part = true, part
    return
  end
  t.is_unread, t.part, t.seen = true, part, gap.strangers
  for _, each in ipairs(gap.strangers) do each.told = true end
end

-- ---- rows with more or fewer values than columns -------------------------------------------------

-- Whether a row stands in a table that shows which of its cells are empty, and no other line ran into it.
local function stands_in_grid(survey, context, start)
  return survey:in_grid(start) and not merged.in_row(survey, context, start)
end

-- The rows of which the values were not told apart, as it was noted.
local function add_noted(self, context)
  local survey, noted = self.survey, {}
  for _, kind in ipairs{"row_short", "row_long"} do
    for _, deviation in ipairs(context:deviations(kind)) do
      local table_id, row_id = deviation.subject:match("^([^.]+)%.?(.*)$")
      local found, wanted = deviation.detail:match("^(%d+)/(%d+)$")
      local cells = context:cells_of(table_id, row_id)
      noted[table_id .. "." .. row_id], noted[table_id] = true, row_id == "" or noted[table_id]
      local is_cut = context:is_byte_cut(deviation.byte)
      table.insert(is_cut and {} or self.uneven, {
        kind = kind, table = table_id, row = row_id ~= "" and row_id or nil, cells = cells, place = deviation,
        found = math.tointeger(found), wanted = math.tointeger(wanted),
        in_grid = stands_in_grid(survey, context, deviation.start)})
    end
  end
  return noted
end

-- A table of one line that stands in several tables of the page is one that could not be read.
local function join_pieces(self)
  local list, first = {}, {}
  for _, entry in ipairs(self.uneven) do
    local other = not entry.row and first[entry.table]
    if other then
      other.found, other.in_grid, other.kind = other.found + entry.found, false, "row_crooked"
    else
      list[#list + 1] = entry
      first[entry.table] = first[entry.table] or not entry.row and entry or nil
    end
  end
  self.uneven = list
end

-- Those of tables of which other rows were read by the same header.
local function add_lost(self, context, t, noted)
  local survey, read = self.survey, false
  for _, row in ipairs(t.rows) do read = read or row.state == "read" end
  for _, row in ipairs(read and not t.layout.across and t.rows or {}) do
    if row.state == "lost" and not noted[t.id] and not noted[t.id .. "." .. row.id] then
      local found, wanted = #survey:numbers_behind(row), #t.layout.leaves
      local kind = found < wanted and "row_short" or found > wanted and "row_long" or "row_crooked"
      table.insert(self.uneven, {
        kind = kind, table = t.id, row = row.id, cells = row.cells, place = row.cells[1], found = found,
        wanted = wanted,
        in_grid = kind ~= "row_crooked" and stands_in_grid(survey, context, survey:tape_at(row.byte))})
    end
  end
end

-- ---- all of them --------------------------------------------------------------------------------

local function judge_all(self, context)
  for _, t in ipairs(self.survey.tables) do
    t.missing, t.misnamed, t.unread, t.seen, t.part = {}, {}, {}, {}, nil
    t.is_missing, t.is_unread = false, false
    if t.present then
      for _, run in ipairs(runs_of(t)) do judge_run(self, t, run) end
    elseif not t.is_cut then
      judge_table(self, context, t)
    end
  end
end

-- Whether half of the rows of a table were not read: then that has one cause, and all texts there are part of it.
local function is_torn(t, header_unknown)
  local all, unread = 0, #t.unread
  if header_unknown then return false end                      -- its header has lost them
  if t.layout.across and unread == 0 then return false end     -- its rows are one line
  for _, row in ipairs(t.rows) do
    if row.state then all = all + 1 end
    if row.state == "lost" then unread = unread + 1 end
  end
  return unread > 1 and unread * 2 >= all
end

local function mark_torn(self, context)
  local section_of, unknown = {}, {}
  for _, kind in ipairs{"columns_unknown", "columns_permuted"} do
    for _, deviation in ipairs(context:deviations(kind)) do unknown[deviation.subject] = true end
  end
  for _, t in ipairs(self.survey.tables) do
    t.is_torn = t.present and is_torn(t, unknown[t.id])
    if t.is_torn then section_of[t.layout.section or t.id] = t end
  end
  for _, stranger in ipairs(self.survey.strangers) do
    local own = stranger.table and self.survey.table[stranger.table]
    local t = own and own.is_torn and own or section_of[self.survey:section_at(stranger.byte)]
    if t and not stranger.told then
      stranger.told = true
      table.insert(t.seen, stranger)
    end
  end
end

-- How many cells the form asks for, and how many of them the source may hold without that they were read.
local function count_unread(self)
  local all, unread = 0, 0
  for _, t in ipairs(self.survey.tables) do
    for _, row in ipairs(t.rows) do
      if row.state then all = all + row.width end
      local is_unread = row.state == "lost" or row.state == "cut" or row.state == "absent" and (t.is_unread or t.is_cut)
      if is_unread then unread = unread + row.width end
    end
    for _, row in ipairs(t.unread) do unread = unread + row.width end
  end
  return unread, all
end

--- Judges the rows and tables of a report. Where most cells were not read, nothing is said to be missing.
-- @param self `{survey}`; gets `cut` and `mostly_unread`, and its tables `missing` (lists of rows), `misnamed` and
-- `misprinted` (`{row, stranger}`), `unread` (rows), `seen` (the texts in their place), `is_missing`, `is_unread`,
-- `is_torn` (half of its rows were not read);
-- `uneven`: rows with more or fewer values than columns, `{kind, table, row, cells, place, found, wanted, in_grid}`
function rows.judge(self, context)
  self.cut = cut_of(self, context)
  judge_all(self, context)
  self.uneven = {}
  local noted = add_noted(self, context)
  join_pieces(self)
  for _, t in ipairs(self.survey.tables) do add_lost(self, context, t, noted) end
  local unread, all = count_unread(self)
  self.mostly_unread = unread * 2 > all
  if self.mostly_unread then
    for _, stranger in ipairs(self.survey.strangers) do stranger.told = false end
    for _, stranger in ipairs(self.cut and self.cut.strangers or {}) do stranger.told = true end
    judge_all(self, context)
  end
  mark_torn(self, context)
end

return rows

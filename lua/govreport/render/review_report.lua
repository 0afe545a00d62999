--- The report as it was read, on the page of a review: parts, sentences and tables, with a link at every mark to its
-- finding.

local grid_shares = require "govreport.render.grid_shares"
local place_words = require "govreport.text.place_words"
local words = require "govreport.render.review_words"

local review_report = {}

local escape = words.escape

-- From so many columns on a table may be wider than its pane.
local wide = 6

-- ---- marks ----------------------------------------------------------------------------------------

-- The anchor of an item: the first of its marks has it.
local function anchor(self, number)
  if self.seen[number] then return "" end
  self.seen[number] = true
  return (' id="m%d"'):format(number)
end

local function sign(mark) return words.glyphs[mark.severity] .. mark.number end

-- The classes of something with marks: the kind of the first, the number of each, and more where they are not "".
local function classes(marks, ...)
  local list = {"mark", marks[1].severity}
  for _, mark in ipairs(marks) do list[#list + 1] = "f" .. mark.number end
  for _, more in ipairs{...} do list[#list + 1] = more ~= "" and more or nil end
  return table.concat(list, " ")
end

-- A link of a mark alone.
local function sign_link(self, mark)
  return ('<a class="%s"%s href="#f%d"><b>%s</b></a>'):format(
    classes{mark}, anchor(self, mark.number), mark.number, sign(mark))
end

-- ---- sentences --------------------------------------------------------------------------------------

local function run_html(self, run)
  local text = words.escape_lines(run.text)
  local first = run.marks[1]
  if not first then return text end
  local pieces = {('<a class="%s"%s href="#f%d">%s%s</a>'):format(
    classes(run.marks, "guilty"), anchor(self, first.number), first.number, text,
    first.ends and "<b>" .. sign(first) .. "</b>" or "")}
  for i = 2, #run.marks do
    if run.marks[i].ends then pieces[#pieces + 1] = sign_link(self, run.marks[i]) end
  end
  return table.concat(pieces)
end

local function runs_html(self, runs)
  local pieces = {}
  for i, run in ipairs(runs) do pieces[i] = run_html(self, run) end
  return table.concat(pieces)
end

local elements = {title = {"p", ' class="title"'}, heading = {"h3", ""}, subheading = {"h4", ""}, paragraph = {"p", ""}}

local function add_prose(self, lines, block)
  local element = elements[block.kind]
  lines[#lines + 1] = ("<%s%s>%s</%s>"):format(element[1], element[2], runs_html(self, block.runs), element[1])
end

-- What is marked and stands in no sentence and in no cell.
local function add_place(self, lines, block)
  local place = words.escaped(self.lang, "place", {place = place_words.long(block.place, self.lang)})
  lines[#lines + 1] = '<p class="place">' .. runs_html(self, block.runs) .. " " .. place .. "</p>"
end

-- ---- tables -----------------------------------------------------------------------------------------

local function span(name, count) return count > 1 and (' %s="%d"'):format(name, count) or "" end

-- The words for a state that shows nothing itself.
local function state_html(self, own)
  if own.state == "blank" then return '<span class="hidden">' .. words.escaped(self.lang, "blank") .. "</span>" end
  if own.state == "absent" then return words.escaped(self.lang, "absent") end
  if own.state == "unreadable" then
    return escape(own.text) .. (own.text ~= "" and " " or "") .. words.escaped(self.lang, "unreadable")
  end
  return escape(own.text)
end

local worded = {absent = "word", unreadable = "word", blank = "blank"}

local function value_html(self, own)
  local text, state = state_html(self, own), worded[own.state] or ""
  local first = own.marks[1]
  if not first then
    return ("<td%s>%s</td>"):format(state ~= "" and (' class="%s"'):format(state) or "", text)
  end
  local guilty = ""
  for _, mark in ipairs(own.marks) do guilty = mark.guilty and "guilty" or guilty end
  local id = anchor(self, first.number)
  local pieces = {('<a href="#f%d">%s<span class="glyph">%s</span></a>'):format(first.number, text, sign(first))}
  for i = 2, #own.marks do pieces[i] = sign_link(self, own.marks[i]) end
  return ('<td class="%s"%s>%s</td>'):format(classes(own.marks, state, guilty), id, table.concat(pieces))
end

local scopes = {head = "col", label = "row"}

local function label_html(own)
  local spans = span("rowspan", own.down) .. span("colspan", own.across)
  local scope = scopes[own.kind]
  if not scope or own.text == "" then return ("<td%s>%s</td>"):format(spans, escape(own.text)) end
  return ('<th scope="%s"%s>%s</th>'):format(scope, spans, escape(own.text))
end

local function sum_text(sum)
  if sum.state == "open" then return "—" end
  if sum.state == "fails" then
    return sum.left and tostring(sum.left) .. "≠" .. tostring(sum.right) or "≠"
  end
  return tostring(sum.right) .. " √"
end

local function sum_html(sum)
  if not sum then return '<td class="sum"></td>' end
  return ('<td class="sum %s">%s</td>'):format(sum.state, escape(sum_text(sum)))
end

-- A row of the grid, with its sum at the right.
local function row_html(self, block, y)
  local grid, cells = block.grid, {}
  for i, own in ipairs(grid.rows[y]) do
    cells[i] = own.cell and value_html(self, own) or label_html(own)
  end
  if block.has_row_sums then
    if y == 1 and grid.head > 0 then
      cells[#cells + 1] = ('<th scope="col" class="sum"%s>%s</th>'):format(
        span("rowspan", grid.head), words.escaped(self.lang, "check"))
    elseif y > grid.head then cells[#cells + 1] = sum_html(grid.rows[y].sum) end
  end
  return "<tr>" .. table.concat(cells) .. "</tr>"
end

-- The sums below the columns, one row for each rule.
local function add_foot(lines, block)
  for _, own in ipairs(block.sums) do
    local cells = {('<th scope="row"%s>%s</th>'):format(span("colspan", block.grid.labels), escape(own.title))}
    for _, sum in ipairs(own.list) do cells[#cells + 1] = sum_html(sum) end
    if block.has_row_sums then cells[#cells + 1] = "<td></td>" end
    lines[#lines + 1] = '<tr class="sums">' .. table.concat(cells) .. "</tr>"
  end
end

-- The widths of columns: of a wide table those of its form, and of the sums beside them.
local function columns_html(block)
  local list, sums = {}, block.has_row_sums and 70 or 0
  for x, share in ipairs(grid_shares(block.grid, 1000 - sums)) do
    list[x] = ('<col style="width: %.1f%%">'):format(share / 10)
  end
  if sums > 0 then list[#list + 1] = ('<col style="width: %.1f%%">'):format(sums / 10) end
  return "<colgroup>" .. table.concat(list) .. "</colgroup>"
end

-- The sums of a table of one line, below it.
local function add_line_sums(self, lines, block)
  if not block.line_sums or #block.line_sums == 0 then return end
  local list = {}
  for i, own in ipairs(block.line_sums) do
    local text = words.escaped(self.lang, "line_sum", {label = own.label, sum = sum_text(own.sum)})
    list[i] = own.sum.state == "fails" and '<b class="fails">' .. text .. "</b>" or text
  end
  lines[#lines + 1] = '<p class="sum">' .. words.escaped(self.lang, "line_sum", {
    label = words.text(self.lang, "check"), sum = ""}) .. table.concat(list, words.escaped(self.lang, "separator"))
    .. "</p>"
end

local function add_grid(self, lines, block)
  local grid, is_wide = block.grid, block.grid.columns >= wide
  if is_wide then
    lines[#lines + 1] = ('<div class="wide" tabindex="0" role="group" aria-label="%s">'):format(escape(block.caption))
  end
  lines[#lines + 1] = "<table><caption>" .. escape(block.caption) .. "</caption>" .. columns_html(block)
  for y = 1, #grid.rows do
    if y == 1 and grid.head > 0 then lines[#lines + 1] = "<thead>" end
    if y == grid.head + 1 then lines[#lines + 1] = "<tbody>" end
    lines[#lines + 1] = row_html(self, block, y)
    if y == grid.head then lines[#lines + 1] = "</thead>" end
  end
  add_foot(lines, block)
  lines[#lines + 1] = "</tbody></table>" .. (is_wide and "</div>" or "")
  add_line_sums(self, lines, block)
end

local function add_table(self, lines, block)
  if block.grid then return add_grid(self, lines, block) end
  local links = {}
  for i, mark in ipairs(block.marks) do links[i] = sign_link(self, mark) end
  lines[#lines + 1] = '<p class="place">' .. escape(block.caption) .. words.escaped(self.lang, "line_sum", {
    label = "", sum = words.text(self.lang, "table_absent")}) .. table.concat(links, " ") .. "</p>"
end

-- ---- the whole --------------------------------------------------------------------------------------

local function add_legend(self, lines)
  lines[#lines + 1] = ('<ul class="legend" aria-label="%s">'):format(words.escaped(self.lang, "legend"))
  for _, severity in ipairs{"error", "warning", "info", "notice"} do
    lines[#lines + 1] = ('<li class="%s"><span class="glyph">%s</span> %s</li>'):format(
      severity, words.glyphs[severity], words.escaped(self.lang, "legend_" .. severity))
  end
  for _, key in ipairs{"guilty", "other", "blank"} do
    lines[#lines + 1] = "<li>" .. words.escaped(self.lang, "legend_" .. key) .. "</li>"
  end
  lines[#lines + 1] = "</ul>"
end

local function add_whole(self, lines, marks)
  if #marks == 0 then return end
  local links = {}
  for i, mark in ipairs(marks) do links[i] = sign_link(self, mark) end
  lines[#lines + 1] = "<p>" .. words.escaped(self.lang, "whole") .. table.concat(links, " ") .. "</p>"
end

local adders = {title = add_prose, heading = add_prose, subheading = add_prose, paragraph = add_prose,
                place = add_place, table = add_table}

--- Adds the report to the lines of a page.
-- @param review see `govreport.check.review`
function review_report.add(lines, review)
  local self = {lang = review.lang, seen = {}}
  lines[#lines + 1] = ('<article class="report" id="report" tabindex="0" aria-labelledby="report-title">'
                       .. '<h2 id="report-title">%s</h2>'):format(words.escaped(self.lang, "report"))
  add_legend(self, lines)
  add_whole(self, lines, review.whole)
  for _, block in ipairs(review.blocks) do adders[block.kind](self, lines, block) end
  lines[#lines + 1] = "</article>"
end

return review_report

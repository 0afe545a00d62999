--- The findings on the page of a review, numbered, by severity, each with a link to where it stands.

local words = require "govreport.render.review_words"

local review_findings = {}

local escape = words.escape

-- From so many columns on a small table may be wider than its pane.
local wide = 5

-- The small table of a repair: see `govreport.check.remedy`.
local function small_table(own, name)
  local is_wide = #own.head >= wide
  local lines = {is_wide and ('<div class="wide" tabindex="0" role="group" aria-label="%s">'):format(name) or "",
                 "<table><thead><tr>"}
  for _, label in ipairs(own.head) do
    lines[#lines + 1] = label == "" and "<td></td>" or '<th scope="col">' .. escape(label) .. "</th>"
  end
  lines[#lines + 1] = "</tr></thead><tbody>"
  for _, row in ipairs(own.rows) do
    local cells = {}
    for i, cell in ipairs(row) do
      local class = i <= own.labels and ' class="label"' or cell.marked and ' class="marked"' or ""
      cells[i] = "<td" .. class .. ">" .. escape(cell.text) .. "</td>"
    end
    lines[#lines + 1] = "<tr>" .. table.concat(cells) .. "</tr>"
  end
  lines[#lines + 1] = "</tbody></table>" .. (is_wide and "</div>" or "")
  return table.concat(lines)
end

local function key(lang, name) return '<span class="key">' .. words.escaped(lang, name) .. "</span>" end

-- 填报值 5 → 应填值 4.
local function values(lang, item)
  local wanted = item.is_computed and "computed" or "expected"
  return ('<p class="values">%s<b>%s</b> → %s<b>%s</b></p>'):format(
    key(lang, "actual"), escape(item.actual), key(lang, wanted), escape(item.expected))
end

local function add_item(lines, lang, item)
  local status = item.status and ('<span class="status">〔%s〕</span>'):format(escape(item.status)) or ""
  lines[#lines + 1] = ('<section class="finding %s" id="f%d">'):format(item.severity, item.number)
  lines[#lines + 1] = ('<h3><a href="#m%d"><span class="glyph">%s%d</span> %s%s</a></h3>'):format(
    item.number, words.glyphs[item.severity], item.number, escape(item.where), status)
  lines[#lines + 1] = "<p>" .. escape(item.problem) .. "</p>"
  if item.actual then lines[#lines + 1] = values(lang, item) end
  lines[#lines + 1] = "<p>" .. key(lang, "do") .. escape(item.change) .. "</p>"
  for _, own in ipairs(item.tables) do lines[#lines + 1] = small_table(own, escape(item.where)) end
  if item.basis then lines[#lines + 1] = "<p>" .. key(lang, "basis") .. escape(item.basis) .. "</p>" end
  lines[#lines + 1] = "</section>"
end

local function add_resolved(lines, review)
  if #review.resolved == 0 then return end
  lines[#lines + 1] = "<h2>" .. words.escaped(review.lang, "resolved", {count = #review.resolved}) .. "</h2>\n<ul>"
  for _, message in ipairs(review.resolved) do lines[#lines + 1] = "<li>" .. escape(message) .. "</li>" end
  lines[#lines + 1] = "</ul>"
end

--- The numbers of all items.
function review_findings.numbers(review)
  local numbers = {}
  for _, group in ipairs(review.groups) do
    for _, item in ipairs(group.items) do numbers[#numbers + 1] = item.number end
  end
  return numbers
end

--- Adds the findings to the lines of a page.
-- @param review see `govreport.check.review`
function review_findings.add(lines, review)
  local lang, told = review.lang, false
  for _, group in ipairs(review.groups) do
    told = told or group.severity ~= "notice"
    lines[#lines + 1] = ('<h2 id="%s">%s</h2>'):format(
      group.severity, words.escaped(lang, "group_" .. group.severity, {count = #group.items}))
    if group.severity == "notice" then lines[#lines + 1] = "<p>" .. words.escaped(lang, "notices") .. "</p>" end
    for _, item in ipairs(group.items) do add_item(lines, lang, item) end
  end
  if not told and not review.unread then
    lines[#lines + 1] = "<p>" .. words.escaped(lang, "nothing") .. "</p>"
  end
  add_resolved(lines, review)
end

return review_findings

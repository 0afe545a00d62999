--- The list of many reviews as a page: a row for each report, the worst first; then what was not read, and who has not
-- handed in.

local review_css = require "govreport.render.review_css"
local words = require "govreport.render.review_words"

local review_index = {}

local escape, escaped = words.escape, words.escaped

local style = [[
body { max-width: 1180px; margin: 0 auto; padding: 12px 16px; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 720px; }
td.verdict { font-size: 14px; }
@media print { .scroll { overflow: visible; } .scroll table { min-width: 0; } tr { break-inside: avoid; } }
]]

-- A path as the address of a link: every byte that could mean something is escaped.
local function address(path)
  return (path:gsub("[^%w/._~-]", function(byte) return ("%%%02X"):format(byte:byte()) end))
end

local function link(path, text) return ('<a href="%s">%s</a>'):format(address(path), escape(text)) end

local function base_name(name) return name:match("([^/\\]+)[/\\]*$") or name end

local function since_text(lang, since)
  return since and words.text(lang, "since_counts", since) or words.text(lang, "since_none")
end

local function cell(class, html)
  return ("<td%s>%s</td>"):format(class and (' class="%s"'):format(class) or "", html)
end

local function name_of(row) return row.agency or row.title or base_name(row.name) end

-- How many rows have each name.
local function names_of(rows)
  local counts = {}
  for _, row in ipairs(rows) do counts[name_of(row)] = (counts[name_of(row)] or 0) + 1 end
  return counts
end

-- The body with a link to its page; of several reports of one body the file as well.
local function body_cell(index, row)
  local file = index.names[name_of(row)] > 1 and "<br><small>" .. escape(base_name(row.name)) .. "</small>" or ""
  return '<th scope="row">' .. link(row.page, name_of(row)) .. file .. "</th>"
end

local function report_row(index, row)
  local lang = index.lang
  local cells = {
    body_cell(index, row),
    cell("number", escape(row.year and tostring(row.year) or "")),
    cell("verdict " .. row.verdict, escape(row.verdict_text)),
    cell("number", row.counts.error), cell("number", row.counts.warning),
    cell("number", escaped(lang, "of_cells", row.cells)),
  }
  if index.has_since then cells[#cells + 1] = cell(nil, escape(since_text(lang, row.since))) end
  cells[#cells + 1] = cell(nil, row.letter and link(row.letter, words.text(lang, "letter_open")) or "")
  return "<tr>" .. table.concat(cells) .. "</tr>"
end

local function add_heads(lines, lang, keys)
  lines[#lines + 1] = "<thead><tr>"
  for _, key in ipairs(keys) do lines[#lines + 1] = '<th scope="col">' .. escaped(lang, key) .. "</th>" end
  lines[#lines + 1] = "</tr></thead>\n<tbody>"
end

local function add_reports(lines, index)
  if #index.rows == 0 then return end
  local heads = {"body", "year", "verdict", "errors", "warnings", "read"}
  if index.has_since then heads[#heads + 1] = "since" end
  heads[#heads + 1] = "letter"
  lines[#lines + 1] = ('<div class="scroll" tabindex="0" role="group" aria-label="%s">\n<table>'):format(
    escaped(index.lang, "reports"))
  add_heads(lines, index.lang, heads)
  for _, row in ipairs(index.rows) do lines[#lines + 1] = report_row(index, row) end
  lines[#lines + 1] = "</tbody></table>\n</div>"
end

local function add_heading(lines, index, key, count)
  lines[#lines + 1] = "<h2>" .. escaped(index.lang, key, {count = count}) .. "</h2>"
end

local function add_unread(lines, index)
  if #index.unread == 0 then return end
  add_heading(lines, index, "unread", #index.unread)
  lines[#lines + 1] = "<table>"
  add_heads(lines, index.lang, {"name", "reason"})
  for _, failure in ipairs(index.unread) do
    lines[#lines + 1] = "<tr>" .. cell(nil, escape(failure.name)) .. cell(nil, escape(failure.message)) .. "</tr>"
  end
  lines[#lines + 1] = "</tbody></table>"
end

local function add_list(lines, list)
  lines[#lines + 1] = "<ul>"
  for _, text in ipairs(list) do lines[#lines + 1] = "<li>" .. escape(text) .. "</li>" end
  lines[#lines + 1] = "</ul>"
end

-- Whether the body of some report is not known: then it may be one of those that are missing.
local function is_uncertain(index)
  if #index.unread > 0 then return true end
  for _, row in ipairs(index.rows) do
    if not row.agency then return true end
  end
  return false
end

local function add_missing(lines, index)
  local missing = index.missing
  if not missing then return end
  add_heading(lines, index, "missing", #missing)
  if #missing == 0 then lines[#lines + 1] = "<p>" .. escaped(index.lang, "missing_none") .. "</p>"
  else
    if is_uncertain(index) then lines[#lines + 1] = "<p>" .. escaped(index.lang, "missing_uncertain") .. "</p>" end
    add_list(lines, missing)
  end
end

-- The reports of the first round that were not seen again.
local function add_absent(lines, index)
  local list = {}
  for i, old in ipairs(index.absent or {}) do list[i] = old.title or old.agency or old.name end
  if #list == 0 then return end
  add_heading(lines, index, "absent_since", #list)
  add_list(lines, list)
end

--- @param index `{lang, rows, unread, missing, absent, has_since, version}`: rows see `govreport.render.review_row`, in
-- their order; `unread`, list of `{name, message}`; `missing`, list of names, nil without a roster; `absent`, see
-- `Batch:absent`
function review_index.render(index)
  local lang = index.lang
  index.names = names_of(index.rows)
  local title = words.text(lang, "index", {count = #index.rows})
  local lines = words.head(lang, title, {review_css.base, style})
  lines[#lines + 1] = "<main>\n<h1>" .. escape(title) .. "</h1>\n<p>" .. escaped(lang, "summary") .. "</p>"
  add_reports(lines, index)
  add_unread(lines, index)
  add_missing(lines, index)
  add_absent(lines, index)
  lines[#lines + 1] = "</main>\n<footer><p>" .. escaped(lang, "version", {version = index.version}) .. "</p></footer>"
  lines[#lines + 1] = "</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return review_index

--- A report drawn for people: its facts, its outline, its tables with columns that line up also in Chinese.

local catalogue = require "govreport.base.catalogue"
local layout = require "govreport.form.layout"
local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"
local text = require "govreport.render.text"

local show = {}

local label_width = 44

local function last(path) return path[#path] end

--- What a cell shows: as printed; words for what is not there.
function show.cell_text(cell, lang)
  local shown = cell.raw
  if cell.state == "blank" or cell.state == "absent" then shown = catalogue.text(lang, "show." .. cell.state) end
  if cell.state == "unreadable" then shown = catalogue.text(lang, "show.unreadable") end
  return text.safe(shown) .. (cell.inferred and "*" or "")
end

--- Lines of a grid: the first column to the left, the others to the right.
function show.grid(rows)
  local widths = {}
  for _, row in ipairs(rows) do
    for i, value in ipairs(row) do widths[i] = math.max(widths[i] or 0, text.width(value)) end
  end
  local lines = {}
  for n, row in ipairs(rows) do
    local cells = {}
    for i, value in ipairs(row) do cells[i] = text.pad(value, widths[i], i > 1 and "right" or nil) end
    lines[#lines + 1] = (table.concat(cells, "  "):gsub(" +$", ""))
    if n == 1 then
      local total = 2 * (#widths - 1)
      for _, width in ipairs(widths) do total = total + width end
      lines[#lines + 1] = ("-"):rep(total)
    end
  end
  return lines
end

local function indented(label, depth)
  local indent = (" "):rep(2 * (depth - 1))
  return indent .. text.cut(label, label_width - #indent)
end

local function draw_table(report, form, declared, lang, lines, paint)
  local t = report.tables[declared.id]
  lines[#lines + 1] = ""
  lines[#lines + 1] = paint("bold", names.table(form, declared.id)[lang]) .. "  " .. paint("dim", declared.id)
  if not t.present then
    lines[#lines + 1] = "  " .. catalogue.text(lang, "show.table_absent")
    return
  end
  local head = {""}
  for _, column in ipairs(declared.columns) do head[#head + 1] = last(layout.path_of(column)) end
  local rows, open, cells = {head}, {}, {}
  for entry in t:rows() do cells[entry.id] = entry end
  for _, own in ipairs(declared.rows) do
    local path, entry = layout.path_of(own), cells[own.id]
    for depth = 1, entry and #path - 1 or 0 do   -- a line for each group that begins
      if open[depth] ~= path[depth] then
        open = table.move(path, 1, depth, 1, {})
        rows[#rows + 1] = {indented(path[depth], depth)}
      end
    end
    if entry or own.heading then open = table.move(path, 1, #path, 1, {}) end
    local row = {indented(last(path), #path)}
    for cell in (entry and entry:cells() or function() end) do row[#row + 1] = show.cell_text(cell, lang) end
    if entry or own.heading then rows[#rows + 1] = row end
  end
  for _, line in ipairs(show.grid(rows)) do lines[#lines + 1] = "  " .. line end
end

local function draw_outline(parent, depth, lines, lang)
  for section in parent:sections() do
    local place = section.spot and place_words.short(section, lang) or tostring(section.line)
    lines[#lines + 1] = ("  "):rep(depth) .. text.pad(place .. " ", 6)
                        .. text.safe((section.marker or "") .. text.cut(section.title, 60))
    draw_outline(section, depth + 1, lines, lang)
  end
end

--- @return text
function show.render(name, report, declared, options)
  local lang, paint = options.lang, text.painter(options.color)
  local lines = {paint("bold", text.safe(name)) .. "  " .. declared.name}
  for id, field in pairs(report.fields) do
    local value = field.value
    if value == nil then value = catalogue.text(lang, "show." .. field.state) end
    local label = text.safe(names.field(declared, id)[lang])
    local place = place_words.short(field, lang)
    lines[#lines + 1] = "  " .. text.pad(label, 24) .. text.pad(place .. " ", 9) .. text.safe(value)
  end
  if report:sections()() then lines[#lines + 1] = "" end
  draw_outline(report, 1, lines, lang)
  for _, t in ipairs(declared.tables) do draw_table(report, declared, t, lang, lines, paint) end
  return table.concat(lines, "\n") .. "\n"
end

--- The quantities and dates of the text, one a line: place, as printed, value, measure word or date.
function show.quantities(report, lang)
  local lines = {}
  for _, claim in ipairs(report.claims) do
    local value = claim.value ~= nil and tostring(claim.value) or ""
    lines[#lines + 1] = table.concat({
      text.pad(place_words.short(claim, lang), 10), text.pad(text.safe(claim.raw), 24),
      text.pad(catalogue.text(lang, "claim." .. claim.kind), 8), text.pad(value, 14, "right"), claim.text,
      claim.bound ~= "exact" and catalogue.text(lang, "bound." .. claim.bound) or "",
    }, " "):gsub(" +$", "")
  end
  return #lines > 0 and table.concat(lines, "\n") .. "\n" or ""
end

--- What became of every number: how many by reason, and the list of those without one.
function show.ledger(report, lang)
  local counts, order, lines = {}, {}, {}
  for _, entry in ipairs(report.ledger) do
    local key = entry.status .. (entry.reason and "." .. entry.reason or "")
    if not counts[key] then
      counts[key] = 0
      order[#order + 1] = key
    end
    counts[key] = counts[key] + 1
  end
  table.sort(order)
  for _, key in ipairs(order) do
    local name = catalogue.has("ledger." .. key) and catalogue.text(lang, "ledger." .. key) or key
    lines[#lines + 1] = text.pad(tostring(counts[key]), 6, "right") .. "  " .. name
  end
  for _, entry in ipairs(report:unaccounted()) do
    lines[#lines + 1] = catalogue.text(lang, "show.unaccounted", {place = place_words.short(entry, lang),
                                                                  raw = text.safe(entry.raw)})
  end
  return table.concat(lines, "\n") .. "\n"
end

return show

--- The differences of two reports as text: places in both, what A says, what B says.

local catalogue = require "govreport.base.catalogue"
local marking = require "govreport.text.marking"
local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"
local sentences = require "govreport.text.sentences"
local text = require "govreport.render.text"

local diff = {}

local function place_of(self, part)
  return part and part.line and place_words.short(part, self.lang) or "-"
end

--- The name of a part, or of what stands in front of the first and behind the last.
function diff.part_name(declared, id, lang)
  if id == "head" or id == "tail" then return catalogue.text(lang, "compare." .. id) end
  return names.part(declared, id)[lang]
end

-- ---- columns ------------------------------------------------------------------------------------

-- Lines of columns that line up; all but the last are filled up.
local function aligned(rows)
  local widths, lines = {}, {}
  for _, row in ipairs(rows) do
    for i = 1, #row - 1 do widths[i] = math.max(widths[i] or 0, text.width(row[i])) end
  end
  for _, row in ipairs(rows) do
    local cells = {}
    for i, value in ipairs(row) do cells[i] = i < #row and text.pad(value, widths[i]) or value end
    lines[#lines + 1] = "  " .. table.concat(cells, "  ")
  end
  return lines
end

local function add_block(self, key, rows)
  if #rows == 0 then return end
  self.lines[#self.lines + 1] = self.paint("bold", catalogue.text(self.lang, key))
  table.move(aligned(rows), 1, #rows, #self.lines + 1, self.lines)
end

local function from_to(self, old, new) return self.paint("error", old) .. " → " .. self.paint("good", new) end

local function missing(self) return catalogue.text(self.lang, "compare.missing") end

-- ---- facts --------------------------------------------------------------------------------------

local function fact_text(self, field)
  if not field then return missing(self) end
  local value = field.value
  if value == nil then return catalogue.text(self.lang, "show." .. field.state) end
  return text.safe(value)
end

local function fact_name(self, id)
  local declared = names.entry(self.declared.b.fields, id) and self.declared.b or self.declared.a
  return text.safe(names.field(declared, id)[self.lang])
end

local function add_facts(self, found)
  local rows = {}
  if found.forms then
    rows[1] = {"-", "-", catalogue.text(self.lang, "compare.form"), from_to(self, found.a.form, found.b.form)}
  end
  for _, fact in ipairs(found.facts) do
    rows[#rows + 1] = {place_of(self, fact.a), place_of(self, fact.b), fact_name(self, fact.id),
                       from_to(self, fact_text(self, fact.a), fact_text(self, fact.b))}
  end
  add_block(self, "compare.facts", rows)
end

-- ---- cells --------------------------------------------------------------------------------------

-- What a cell says: as printed; words for what is not there.
local function cell_text(self, cell)
  local key = "show." .. cell.state
  if cell.state == "blank" or cell.state == "absent" or cell.state == "unreadable" then
    return catalogue.text(self.lang, key)
  end
  return text.safe(cell.raw or cell.state)
end

local function declared_of(self, table_id, side)
  local first, second = self.declared.a, self.declared.b
  if side == "b" then first, second = second, first end
  return names.declared_table(first, table_id) and first or second
end

-- Neighbouring cells of a row that changed alike are told in one line.
local function joins(last, found, old, new)
  return last ~= nil and last.table == found.table and last.row == found.row and last.old == old and last.new == new
end

local function cell_groups(self, list)
  local groups = {}
  for _, found in ipairs(list) do
    local declared, last = declared_of(self, found.table), groups[#groups]
    local old, new = cell_text(self, found.a), cell_text(self, found.b)
    local column = names.column(declared, found.table, found.column)
    if joins(last, found, old, new) then
      last.columns[#last.columns + 1] = column
    else
      groups[#groups + 1] = {table = found.table, row = found.row, old = old, new = new, declared = declared,
                             columns = {column}, a = found.a, b = found.b}
    end
  end
  return groups
end

local function cell_rows(self, list)
  local rows = {}
  for _, group in ipairs(cell_groups(self, list)) do
    local label = catalogue.text(self.lang, "compare.row_and_column", {
      place = names.table(group.declared, group.table),
      row = names.row(group.declared, group.table, group.row), column = table.concat(group.columns, "、")})
    rows[#rows + 1] = {place_of(self, group.a), place_of(self, group.b), label, from_to(self, group.old, group.new)}
  end
  return rows
end

local function label_text(self, side, label)
  return side and text.safe(side.raw) or catalogue.text(self.lang, "compare.as_printed", {label = label})
end

local function add_labels(self, rows, list)
  for _, found in ipairs(list) do
    rows[#rows + 1] = {place_of(self, found.a), place_of(self, found.b), catalogue.text(self.lang, "compare.label"),
                       from_to(self, label_text(self, found.a, found.label), label_text(self, found.b, found.label))}
  end
end

local function add_cells(self, found)
  local rows = cell_rows(self, found.cells)
  add_labels(self, rows, found.labels)
  for _, entry in ipairs(found.rows) do
    local declared, own = declared_of(self, entry.table, entry.only), place_of(self, entry.place)
    local key = entry.row and "row" or entry.column and "column" or "table"
    rows[#rows + 1] = {entry.only == "a" and own or "-", entry.only == "b" and own or "-",
      catalogue.text(self.lang, "compare.only." .. key, {
        place = names.table(declared, entry.table), side = entry.only:upper(),
        row = entry.row and names.row(declared, entry.table, entry.row) or "",
        column = entry.column and names.column(declared, entry.table, entry.column) or ""})}
  end
  add_block(self, "compare.cells", rows)
  add_block(self, "compare.undecided", cell_rows(self, found.undecided))
end

-- ---- text ---------------------------------------------------------------------------------------

local function title_text(self, section)
  if not section then return missing(self) end
  return text.safe((section.marker or "") .. (section.title or ""))
end

local function add_titles(self, found)
  local rows = {}
  for _, title in ipairs(found.titles) do
    rows[#rows + 1] = {place_of(self, title.a), place_of(self, title.b),
                       diff.part_name(self.declared[title.a and "a" or "b"], title.part, self.lang),
                       from_to(self, title_text(self, title.a), title_text(self, title.b))}
  end
  add_block(self, "compare.titles", rows)
end

local function sentence_text(sentence)
  local source, place = sentences.source(sentence)
  return text.safe(marking.one_line(source)), place
end

-- A piece that was taken out or put in: in colours, or between signs.
local function painted(self, style, value, open, close)
  if value == "" then return "" end
  return self.color and self.paint(style, value) or open .. value .. close
end

-- The sentence with what was taken out, [-…-], and put in, {+…+}.
local function marked(self, old, new)
  local out = {}
  for i, piece in ipairs(marking.pieces(old, new, self.years)) do
    out[i] = piece[1] or painted(self, "error", piece.old, "[-", "-]") .. painted(self, "good", piece.new, "{+", "+}")
  end
  return table.concat(out)
end

local function numbers_text(list)
  local out = {}
  for i, pair in ipairs(list) do out[i] = pair.old .. "→" .. pair.new end
  return table.concat(out, "、")
end

local styles = {changed = "bold", numbers = "warning", removed = "error", added = "good"}

local function add_sentence(self, change)
  local old, old_place, new, new_place
  if change.a then old, old_place = sentence_text(change.a) end
  if change.b then new, new_place = sentence_text(change.b) end
  local side = self.declared[change.b and "b" or "a"]
  local kind = catalogue.text(self.lang, "compare." .. change.kind,
                              {numbers = change.numbers and numbers_text(change.numbers) or ""})
  self.lines[#self.lines + 1] = ("  %s  %s  %s  %s"):format(
    text.pad(place_of(self, old_place), 8), text.pad(place_of(self, new_place), 8),
    diff.part_name(side, change.part, self.lang), self.paint(styles[change.kind], kind))
  self.lines[#self.lines + 1] = "    " .. (old and new and marked(self, old, new) or old or new)
end

local function add_text(self, found)
  if #found.sentences == 0 then return end
  self.lines[#self.lines + 1] = self.paint("bold", catalogue.text(self.lang, "compare.sentences"))
  for _, change in ipairs(found.sentences) do add_sentence(self, change) end
end

local function add_only(self, found)
  local rows = {}
  for _, entry in ipairs(found.only) do
    local side = entry.a and "a" or "b"
    local name, value, place
    if entry.id then
      name, value, place = fact_name(self, entry.id), fact_text(self, entry[side]), entry[side]
    else
      name = diff.part_name(self.declared[side], entry.part, self.lang)
      value, place = sentence_text(entry[side])
    end
    rows[#rows + 1] = {side:upper(), place_of(self, place), name, value}
  end
  add_block(self, "compare.only", rows)
end

-- ---- the whole ----------------------------------------------------------------------------------

local verdict_style = {same = "good", different = "error", undecided = "warning"}

local function add_verdict(self, found)
  local verdict = found:verdict()
  local fields = {count = found:count(), facts = #found.facts + (found.forms and 1 or 0),
                  cells = #found.cells + #found.rows + #found.labels, titles = #found.titles,
                  sentences = #found.sentences, undecided = #found.undecided}
  local line = catalogue.text(self.lang, "compare.verdict." .. verdict, fields)
  if verdict == "different" and #found.undecided > 0 then
    line = line .. catalogue.text(self.lang, "compare.verdict.and_undecided", fields)
  end
  self.lines[#self.lines + 1] = self.paint(verdict_style[verdict], line)
end

--- @param found what `govreport.compare.diff` gave
-- @param options `lang`, `color`; `names` and `declared`: of A and B, `{a, b}`
-- @return text
function diff.render(found, options)
  local self = {lang = options.lang, color = options.color, paint = text.painter(options.color),
                declared = options.declared, years = found:years(), lines = {}}
  for _, side in ipairs{"a", "b"} do
    local title = found[side].title
    self.lines[#self.lines + 1] = side:upper() .. "  " .. self.paint("bold", text.safe(options.names[side]))
                                  .. (title and "  " .. text.safe(title) or "")
  end
  if self.years then self.lines[#self.lines + 1] = catalogue.text(self.lang, "compare.years", self.years) end
  add_facts(self, found)
  add_cells(self, found)
  add_titles(self, found)
  add_text(self, found)
  add_only(self, found)
  add_verdict(self, found)
  return table.concat(self.lines, "\n") .. "\n"
end

return diff

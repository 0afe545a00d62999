--- Writes the draft of a form as a script, and the test beside it.

local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local draft = {}

-- No line is longer: bytes.
local longest_line = 120

local function quote(value)
  return '"' .. value:gsub('[\\"]', "\\%0"):gsub("%c", " ") .. '"'
end

local function list_of(values)
  local quoted = {}
  for i, value in ipairs(values) do quoted[i] = quote(value) end
  return quoted
end

-- `{a, b, c}`, on further lines where it is too long.
-- @param used how many bytes stand in front of it
local function braces(parts, used)
  local lines, line, indent = {}, "{", (" "):rep(used + 1)
  for i, part in ipairs(parts) do
    local piece = part .. (i < #parts and ", " or "}")
    if #line > 1 and used + #line + #piece > longest_line then
      lines[#lines + 1] = line:gsub(" $", "")
      line, used = indent, 0
    end
    line = line .. piece
  end
  lines[#lines + 1] = #parts == 0 and "{}" or line
  return table.concat(lines, "\n")
end

local Writer = {}
Writer.__index = Writer

function Writer:add(line) self.lines[#self.lines + 1] = line end

function Writer:say(indent, key, fields)
  self:add(indent .. "-- " .. catalogue.text(self.lang, "draft." .. key, fields))
end

function Writer:list(indent, key, values, comment)
  local before = indent .. key .. " = "
  self:add(before .. braces(list_of(values), #before) .. "," .. (comment or ""))
end

-- ---- rows and columns ---------------------------------------------------------------------------

local function longest_id(entries)
  local width = 0
  for _, entry in ipairs(entries) do width = math.max(width, #entry.id) end
  return width
end

local function label_of(entry, used)
  if type(entry.label) == "string" then return quote(entry.label) end
  return braces(list_of(entry.label), used)
end

local function extras(entry)
  local parts = {}
  if entry.type then parts[#parts + 1] = "type = " .. quote(entry.type) end
  if entry.unit then parts[#parts + 1] = "unit = " .. quote(entry.unit) end
  if entry.decimal then parts[#parts + 1] = "decimal = true" end
  if entry.signed then parts[#parts + 1] = "signed = true" end
  return #parts > 0 and ", " .. table.concat(parts, ", ") or ""
end

-- `{id = "total",  label = "合计"},`, the labels below each other.
function Writer:entries(indent, key, entries)
  local width = longest_id(entries)
  self:add(indent .. key .. " = {")
  for _, entry in ipairs(entries) do
    local start = ("%s  {id = %s,%s label = "):format(indent, quote(entry.id), (" "):rep(width - #entry.id))
    local more = extras(entry)
    local label = label_of(entry, #start)
    local last = label:match("[^\n]*$")
    if more ~= "" and #start + #last + #more + 2 > longest_line then more = ",\n" .. indent .. "  " .. more:sub(2) end
    self:add(start .. label .. more .. "},")
  end
  self:add(indent .. "},")
end

local function needs_names(entries)
  for _, entry in ipairs(entries or {}) do
    if entry.id:find("^row_%d") or entry.id:find("^column_%d") then return true end
  end
  return false
end

-- ---- tables -------------------------------------------------------------------------------------

local function count_line(t)
  return {right = #t.right, count = #t.values, line = t.line}
end

function Writer:table(t, declared)
  local head = "id = " .. quote(declared.id)
  if declared.section then head = head .. ", section = " .. quote(declared.section) end
  if declared.across then head = head .. ", across = true" end
  if declared.pairs then head = head .. ", pairs = true" end
  self:say("    ", "table", count_line(t))
  for i, value in ipairs(t.wrong) do
    if i > 3 then break end
    self:say("    ", "wrong", {address = value.address, text = text.safe(value.text)})
  end
  for _, label in ipairs(t.dropped or {}) do self:say("    ", "dropped", {label = text.safe(label)}) end
  if t.flattened then self:say("    ", "flattened") end
  if needs_names(declared.rows) or needs_names(declared.columns) then self:say("    ", "ids") end
  self:add("    {")
  self:add("      " .. head .. ",")
  if declared.caption then self:add("      caption = " .. quote(declared.caption) .. ",") end
  if declared.header then self:list("      ", "header", declared.header) end
  if declared.columns then self:entries("      ", "columns", declared.columns) end
  self:entries("      ", "rows", declared.rows)
  self:add("    },")
end

function Writer:tables(own)
  self:add("  tables = {")
  for i, t in ipairs(own.tables) do self:table(t, own.declared.tables[i]) end
  self:add("  },")
end

-- ---- the rest -----------------------------------------------------------------------------------

function Writer:sections(list)
  if #list == 0 then return end
  self:say("  ", "sections")
  self:add("  sections = {")
  local width = longest_id(list)
  for _, section in ipairs(list) do
    local gap = (" "):rep(width - #section.id)
    self:add(("    {id = %s,%s title = %s},"):format(quote(section.id), gap, quote(section.title)))
  end
  self:add("  },")
end

function Writer:detect(detect)
  self:say("  ", "detect")
  self:add("  detect = {")
  if #detect.labels > 0 then self:list("    ", "labels", detect.labels) end
  if detect.words then self:list("    ", "words", detect.words) end
  if #detect.labels > 0 then self:add(("    least = %d,"):format(detect.least)) end
  if detect.sections then self:add(("    sections = %d,"):format(detect.sections)) end
  self:add("  },")
end

function Writer:metadata(lines)
  self:add("    head.metadata{")
  for _, line in ipairs(lines) do
    local parts = list_of(line.labels)
    if line.labels.kind then parts[#parts + 1] = "kind = " .. quote(line.labels.kind) end
    local start = "      " .. line.id .. " = "
    self:add(start .. braces(parts, #start) .. ",")
  end
  self:add("    },")
end

function Writer:readers(own)
  if #own.fields == 0 and #own.left == 0 then return end
  self:say("  ", "fields")
  self:list("  ", "fields", own.fields)
  self:add("  readers = {")
  if own.title then self:add("    head.title, head.page,") end
  if #own.lines > 0 then self:metadata(own.lines) end
  for _, entry in ipairs(own.tail) do
    self:add(("    readers.field(%s, %s, grammar.pair %s, \"tail\"),"):format(quote(entry.id), quote(entry.kind),
                                                                          quote(entry.label)))
  end
  for i, entry in ipairs(own.left) do
    if i == 1 then self:say("    ", "left") end
    self:add(("    -- readers.field(%s, \"text\", grammar.pair %s%s),"):format(
      quote("fact_" .. i), quote(text.safe(entry.label)), entry.in_tail and ', "tail"' or ""))
  end
  if own.period then self:add("    readers.period_clause, readers.period,") end
  if own.sign_off then self:add("    readers.sign_off,") end
  self:add("  },")
end

local function writer(lang) return setmetatable({lines = {}, lang = lang}, Writer) end

-- What is said of a table that is not read in full.
local function told_of(t, lang)
  local fields = {}
  for name, value in pairs(t.fields) do fields[name] = text.safe(tostring(value)) end
  local key = not t.numbers and "draft.not_read" or t.kept and "draft.in_part" or "draft.left_out"
  return catalogue.text(lang, key, {
    number = t.number, line = t.line, right = t.numbers and t.numbers.bound, count = t.numbers and t.numbers.all,
    reason = catalogue.text(lang, "draft.reason." .. t.reason, fields)})
end

--- Why no draft was made of some tables, of `account.faults`: a list of lines.
function draft.faults(tables, lang)
  local lines = {}
  for i, t in ipairs(tables) do lines[i] = told_of(t, lang) end
  return lines
end

--- What of the example is read: its numbers, then a line for each table that is not read in full.
-- @param own a draft of `govreport.draft`
-- @return list of lines
function draft.account(own, lang)
  local numbers, lines = own.account.numbers, {}
  lines[1] = catalogue.text(lang, "draft.numbers", {right = numbers.bound, count = numbers.all, aside = numbers.ignored,
                                                    left = numbers.unaccounted})
  for _, t in ipairs(own.account.tables) do lines[#lines + 1] = told_of(t, lang) end
  local left = {}
  for i, entry in ipairs(own.facts.left) do left[i] = text.safe(entry.label) end
  if #left > 0 then
    lines[#lines + 1] = catalogue.text(lang, "draft.facts_left", {
      count = #left, labels = {zh = table.concat(left, "、"), en = table.concat(left, ", ")}})
  end
  if own.facts.unsigned then
    lines[#lines + 1] = catalogue.text(lang, "draft.unsigned", {text = text.safe(own.facts.unsigned),
                                                                line = own.facts.unsigned_line})
  end
  return lines
end

--- The script of a form.
-- @param own a draft of `govreport.draft`
-- @param names `form` and `test` (the files), `from` (the example)
function draft.form(own, names, lang)
  local w, declared = writer(lang), own.declared
  w:say("", "head", {from = text.safe(names.from)})
  w:say("", "head_test", {test = names.test})
  for _, line in ipairs(draft.account(own, lang)) do w:add("-- " .. line) end
  w:add ""
  if #own.facts.fields > 0 then
    if #own.facts.tail + #own.facts.left > 0 then w:add 'local grammar = require "govreport.grammar"' end
    w:add 'local readers = require "govreport.readers"'
    w:add ""
    if own.facts.title or #own.facts.lines > 0 then
      w:say("", "title")
      w:add("local head = readers.titled(" .. quote(own.facts.title or "年度报告") .. ")")
      w:add ""
    end
  end
  w:add "return {"
  w:add("  id = " .. quote(declared.id) .. ",")
  w:add("  name = " .. quote(declared.name) .. ",")
  if declared.years then
    w:say("  ", "years")
    w:add(("  years = {%d},"):format(declared.years[1]))
  end
  if declared.before then
    w:say("  ", "before", {form = declared.before})
    w:add("  before = " .. quote(declared.before) .. ",")
  end
  w:sections(declared.sections)
  w:tables(own)
  w:detect(declared.detect)
  w:readers(own.facts)
  w:add "}"
  return table.concat(w.lines, "\n") .. "\n"
end

-- ---- the test -----------------------------------------------------------------------------------

-- So many cells of each table stand in the test, taken evenly.
local most_cells = 8

local function value_of(value)
  local cell = value.cell
  if cell.state == "number" and math.type(cell.value) == "integer" then return tostring(cell.value) end
  if cell.state == "number" then return quote(tostring(cell.value)) end
  return quote(cell.raw or "")
end

local function chosen(values)
  local list, step = {}, math.max(1, (#values - 1) / (most_cells - 1))
  for i = 0, math.min(#values, most_cells) - 1 do list[i + 1] = values[1 + math.floor(i * step + 0.5)] end
  return list
end

local function field_value(value)
  return math.type(value) and tostring(value) or quote(tostring(value))
end

--- The test of a form: the example, with some of its cells and its facts.
function draft.test(own, names, lang)
  local w = writer(lang)
  w:say("", "test", {test = names.test})
  w:add "return {"
  w:add("  forms = " .. quote(names.form) .. ",")
  w:add "  {"
  w:add("    name = " .. quote(catalogue.text(lang, "draft.case")) .. ", file = " .. quote(names.from)
        .. ", form = " .. quote(own.id) .. ",")
  local fields = {}
  for _, id in ipairs(own.facts.fields) do
    local value = own.facts.values[id]
    if value ~= nil then fields[#fields + 1] = id .. " = " .. field_value(value) end
  end
  if #fields > 0 then w:add("    fields = " .. braces(fields, 13) .. ",") end
  w:add "    cells = {"
  for _, t in ipairs(own.tables) do
    for _, value in ipairs(chosen(t.right)) do
      w:add(('      ["%s"] = %s,'):format(value.address, value_of(value)))
    end
  end
  w:add "    },"
  w:add "  },"
  w:add "}"
  return table.concat(w.lines, "\n") .. "\n"
end

--- What was drafted, and how much of the example it reads.
function draft.summary(own, names, lang)
  local right, count = 0, 0
  for _, t in ipairs(own.tables) do right, count = right + #t.right, count + #t.values end
  return catalogue.text(lang, "new.form", {
    form = names.form, test = names.test, tables = #own.tables, sections = #own.declared.sections, right = right,
    count = count}) .. "\n" .. table.concat(draft.account(own, lang), "\n") .. "\n"
end

return draft

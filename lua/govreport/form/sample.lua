--- Sample reports: a form filled in with the values given and 0 everywhere else, as a page. For the tests of rules.

local address = require "govreport.form.address"
local form_page = require "govreport.form.form_page"
local form_text = require "govreport.form.form_text"
local forms = require "govreport.form"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local names = require "govreport.form.names"
local sample_prose = require "govreport.form.sample_prose"

local sample = {}

local keys_of = {form = "string", agency = "string", year = "integer", cells = "table", sections = "table",
                 head = "table", tail = "table", plain = "boolean",
                 prose = "boolean"}

local function check_addresses(cells, declared)
  for text in pairs(cells) do address.verify(address.parse(text), {declared}) end
end

local function check_sections(sections, declared)
  local known = {}
  for _, section in ipairs(declared.sections) do known[section.id] = true end
  for id in pairs(sections) do
    if not known[id] then
      local nearest = keys.nearest(id, known)
      local hint = nearest and ", did you mean '" .. nearest .. "'?" or ""
      error(("the form %s has no part '%s'%s"):format(declared.id, tostring(id), hint), 0)
    end
  end
end

-- What stands in a cell that is not named: 0, or nothing where no number is due. Rows that stand for others are left
-- out: the form prints those in their place.
local function usual_text(row, column)
  if row.split then return nil end
  if column.type == "unit" then return row.heading and "——" or row.unit or "件" end
  return row.heading and "" or (row.type or column.type or "number") == "number" and "0" or ""
end

local function reader_of(declared, cells)
  local usual = {}
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(t.columns) do
        usual[t.id .. "." .. row.id .. "." .. column.id] = usual_text(row, column)
      end
    end
  end
  return function(t, row, column)
    local key = t .. "." .. row .. "." .. column
    local value = cells[key]
    if value ~= nil then return tostring(value) end
    return usual[key]
  end
end

-- A form without years of its own has samples of this one.
local usual_year = 2024

local function year_of(declared) return declared.years and declared.years[1] or usual_year end

-- What the titles of a form say, as its own reader of titles has it: the longest of its wordings that the form's name
-- begins with, else the first; nil where no reader tells.
local function title_words(declared)
  for _, reader in ipairs(declared.readers) do
    local wordings = reader.titles and grammar.expand(reader.titles[1]) or {}
    local best
    for _, text in ipairs(wordings) do
      if declared.name:sub(1, #text) == text and #text > #(best or "") then best = text end
    end
    if wordings[1] then return best or wordings[1] end
  end
end

-- Of a report the title that its form reads; of a form that is a table alone the table's; else the form's name. A year
-- that the words begin with, 年度工作报表, is that of the title.
local function title_of(declared, agency, year)
  local words = #declared.sections == 0 and declared.tables[1].title or title_words(declared) or declared.name
  local dated = year and year .. (words:find "^年" and "" or "年") or ""
  return agency .. dated .. words
end

--- Writes a sample report.
-- @param options `form` (an id), `agency`, `year`, `cells` (map from address to a number, or a text such as "" or "—"),
-- `sections` (map from id to prose; false leaves the part out), `head` and `tail` (lists of paragraphs). Raises where
-- the form has no such cell or part. `plain` asks for plain text, one cell on a line, where blank cells are lost;
-- `prose` for usual sentences in the parts that are not named, with a preface and a sign-off where `head` and `tail`
-- are not, so that the project's rules find nothing.
-- @return a page, or plain text
function sample.text(options)
  keys.check(options, keys_of, {"form"}, "sample")
  local declared = forms.declared(options.form)
  local cells, sections = options.cells or {}, options.sections or {}
  check_addresses(cells, declared)
  check_sections(sections, declared)
  local agency, year = options.agency or "云岭市水务局", options.year or year_of(declared)
  local usual = options.prose and sample_prose or nil
  local preface = options.head or usual and usual.head(declared, year) or {}
  local head = {title_of(declared, agency, year)}
  table.move(preface, 1, #preface, 2, head)
  return (options.plain and form_text or form_page).render(declared, {
    head = head, tail = options.tail or usual and usual.tail(agency, year) or {}, cell = reader_of(declared, cells),
    text = function(id)
      if sections[id] == false then return nil end
      return sections[id] or usual and usual.part(declared, names.entry(declared.sections, id)) or ""
    end,
  })
end

return sample

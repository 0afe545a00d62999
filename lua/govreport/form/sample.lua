--- Sample reports: a form filled in with the values given and 0 everywhere else, as a page. For the tests of rules.

local address = require "govreport.form.address"
local form_page = require "govreport.form.form_page"
local form_text = require "govreport.form.form_text"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local names = require "govreport.form.names"
local report_title = require "govreport.form.report_title"
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
  local head = {report_title(declared, agency, year)}
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

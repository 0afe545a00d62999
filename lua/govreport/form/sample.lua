--- Sample reports: a form filled in with the values given and 0 everywhere else, as a page. For the tests of rules.

local address = require "govreport.form.address"
local form_page = require "govreport.form.form_page"
local form_text = require "govreport.form.form_text"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"

local sample = {}

local keys_of = {form = "string", agency = "string", year = "integer", cells = "table", sections = "table",
                 head = "table", tail = "table", plain = "boolean"}

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

-- Of a form with parts the title of the report; of one that is a table alone its own.
local function title_of(declared, agency, year)
  local own = #declared.sections == 0 and declared.tables[1].title
  return agency .. (year and year .. "年" or "") .. (own or "政府信息公开工作年度报告")
end

--- Writes a sample report.
-- @param options `form` (an id), `agency`, `year`, `cells` (map from address to a number, or a text such as "" or "—"),
-- `sections` (map from id to prose; false leaves the part out), `head` and `tail` (lists of paragraphs). Raises where
-- the form has no such cell or part. `plain` asks for plain text, one cell on a line, where blank cells are lost.
-- @return a page, or plain text
function sample.text(options)
  keys.check(options, keys_of, {"form"}, "sample")
  local declared = forms.declared(options.form)
  local cells, sections = options.cells or {}, options.sections or {}
  check_addresses(cells, declared)
  check_sections(sections, declared)
  local agency, year = options.agency or "云岭市水务局", options.year or declared.years and declared.years[1]
  local head = {title_of(declared, agency, year)}
  table.move(options.head or {}, 1, #(options.head or {}), 2, head)
  return (options.plain and form_text or form_page).render(declared, {
    head = head, tail = options.tail or {}, cell = reader_of(declared, cells),
    text = function(id)
      if sections[id] == false then return nil end
      return sections[id] or ""
    end,
  })
end

return sample

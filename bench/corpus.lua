--- Documents to measure with: annual reports of invented bodies in many layouts, each with numbers of its own, the same
-- bytes for the same number and seed. One in five has blank cells or sums that fail; nothing is wrong with the others.
--
--   lua5.4 bench/corpus.lua FOLDER [COUNT [SEED]]     10,000 from seed 1 where they are left out
--
-- They stand in folders of a thousand.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local clean_reports = require "spec.support.clean_reports"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local layouts = require "bench.layouts"
local template = require "bench.template"

local corpus = {}

-- ---- what is wrong ------------------------------------------------------------------------------

local faulty = 5   -- one in so many

local function sorted_addresses(cells)
  local list = {}
  for address in pairs(cells) do list[#list + 1] = address end
  table.sort(list)
  return list
end

-- Blanks cells: one, some, or many.
local function blank_cells(random, cells)
  local addresses = sorted_addresses(cells)
  local count = ({1, 3, 12, 100})[random(4)]
  for _ = 1, count do cells[addresses[random(#addresses)]] = "" end
end

local columns = {"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                 "other_organization", "total"}
local rows = {"received", "concluded", "granted", "carried_forward"}

-- Makes one sum fail, some of them, or those of all columns.
local function break_sums(random, cells)
  local row = rows[random(#rows)]
  local count = ({1, 2, #columns})[random(3)]
  for i = 0, count - 1 do
    local address = ("applications.%s.%s"):format(row, columns[#columns - i])
    cells[address] = tostring(tonumber(cells[address]) + 7 + i * i)
  end
end

-- ---- what a document says -----------------------------------------------------------------------

-- Its content, cells by address as they are printed, and what is wrong with it: "blanks", "sums", or nil.
local function content_of(number, seed)
  local report = clean_reports.content(seed, number)
  local _, filling = clean_reports.filling(report)
  local random, fault = generate.random(seed * 7919 + number), nil
  if number % faulty == 0 then
    fault = number // (2 * faulty) % 2 == 0 and "blanks" or "sums";   -- both in either form
    (fault == "blanks" and blank_cells or break_sums)(random, filling.cells)
  end
  report.cells = filling.cells
  return report, fault
end

local function lines_of(texts)
  local lines = {}
  for _, text in ipairs(texts) do
    for line in text:gmatch "[^\n]+" do lines[#lines + 1] = line end
  end
  return lines
end

-- Paragraphs as a layout writes them.
local function paragraphs(layout, texts, format)
  local lines = lines_of(texts)
  for i, line in ipairs(lines) do
    if layout.escapes then line = line:gsub("[&<>]", layout.escapes) end
    lines[i] = format:format(line)
  end
  return table.concat(lines, layout.separator)
end

local function head_of(layout, report)
  local parts = {}
  for _, part in ipairs{{report.above, "prose"}, {{report.title}, "title"}, {report.head, "prose"}} do
    local text = paragraphs(layout, part[1], layout.paragraphs[part[2]])
    if text ~= "" then parts[#parts + 1] = text end
  end
  return table.concat(parts, layout.separator)
end

local function values_of(layout, report)
  local prose = layout.paragraphs.prose
  local values = {
    head = head_of(layout, report), tail = paragraphs(layout, report.tail, prose),
    name = ("%s%d年政府信息公开工作年度报告"):format(report.body.name, report.year), agency = report.body.name,
    date = ("%d-01-%02d"):format(report.year + 1, 10 + report.year % 18),
  }
  for id, text in pairs(report.sections) do values["section " .. id] = paragraphs(layout, {text}, prose) end
  return values
end

-- ---- documents ----------------------------------------------------------------------------------

local compiled = {}   -- by layout and form

local function template_of(layout, form)
  local by_form = compiled[layout] or {}
  compiled[layout] = by_form
  if by_form[form] then return by_form[form] end
  local declared, slots, cells = forms.declared(form), template.slots(), {}
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(row.split and {} or t.columns) do
        local address = ("%s.%s.%s"):format(t.id, row.id, column.id)
        cells[address] = {text = slots["cell " .. address]}
      end
    end
  end
  by_form[form] = template.cut(layout.template(layout, declared, {cells = cells}, slots), slots, layout.encode)
  return by_form[form]
end

--- Writes a document.
-- @return `{name, bytes, layout, form, agency, year, cells, fault}`: its path in the folder; the layout, an entry of
-- bench/layouts.lua; the cells as they are printed, by address; what is wrong, "blanks" or "sums", nil for nothing
function corpus.document(number, seed)
  local layout = layouts[(number - 1) // 2 % #layouts + 1]   -- odd numbers are in the form of 2019, even ones of 2021
  local report, fault = content_of(number, seed)
  local values, cells, encode = values_of(layout, report), report.cells, layout.encode
  local text = template.fill(template_of(layout, report.form), function(name)
    local value = values[name]
    if not value then
      value = cells[name:match "^cell (.*)$"]
      if value == "" then value = layout.blank end
    end
    value = value or ""   -- a part that the report leaves empty
    return encode and encode(value) or value
  end)
  return {name = ("%03d/%06d.%s"):format(number // 1000, number, layout.ending),
          bytes = layout.wrap and layout.wrap(text, values.name) or text, layout = layout, form = report.form,
          agency = report.body.name, year = report.year, cells = cells, fault = fault}
end

--- How many layouts there are; so many numbers two by two are in all of them, in both forms.
corpus.layouts = #layouts

--- Writes documents into a folder, from number 1 on.
-- @return how many bytes they have
function corpus.write(folder, count, seed)
  local bytes, made = 0, nil
  for number = 1, count do
    local document = corpus.document(number, seed)
    local own = folder .. "/" .. document.name:match "^%d+"
    if own ~= made then
      assert(os.execute(("mkdir -p '%s'"):format((own:gsub("'", "'\\''")))))
      made = own
    end
    local file <close> = assert(io.open(folder .. "/" .. document.name, "wb"))
    assert(file:write(document.bytes))
    bytes = bytes + #document.bytes
  end
  return bytes
end

local function main(folder, count, seed)
  if not folder then
    io.stderr:write "lua5.4 bench/corpus.lua FOLDER [COUNT [SEED]]\n"
    return false
  end
  count, seed = math.tointeger(tonumber(count or 10000)), math.tointeger(tonumber(seed or 1))
  assert(count and seed, "the count and the seed are whole numbers")
  local start = os.clock()
  local bytes = corpus.write(folder, count, seed)
  print(("%d documents in %d layouts, %.1f MB, %.1f s of CPU time"):format(count, corpus.layouts, bytes / 1e6,
                                                                          os.clock() - start))
  return true
end

if arg and arg[0] and arg[0]:find("corpus.lua", 1, true) then os.exit(main(arg[1], arg[2], arg[3]), true) end

return corpus

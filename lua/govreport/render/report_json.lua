--- A report as JSON, schema `govreport.report/1` (docs/json.md): everything the model holds, every value with its
-- place.

local json = require "govreport.base.json"
local place = require "govreport.render.place_json"

local report_json = {}

report_json.schema = "govreport.report/1"

local function map(sequence, convert)
  local list = {}
  for i, item in ipairs(sequence) do list[i] = convert(item) end
  return json.array(list)
end

local function field(found)
  return json.object{{"state", found.state}, {"value", found.value}, {"raw", found.raw}, {"place", place(found)}}
end

-- Every field that the form declares, in its order: null, a field, or a list where several were found.
local function fields(report, declared)
  local found = {}
  for id, item in pairs(report.fields) do
    found[id] = found[id] or {}
    table.insert(found[id], field(item))
  end
  local list = {}
  for i, id in ipairs(declared.fields) do
    local values = found[id]
    list[i] = {id, values and (#values > 1 and json.array(values) or values[1]) or json.null}
  end
  return json.object(list)
end

local function section(item)
  local children = {}
  for child in item:sections() do children[#children + 1] = section(child) end
  return json.object{
    {"id", item.id}, {"number", item.number}, {"marker", item.marker}, {"title", item.title}, {"level", item.level},
    {"state", item.state}, {"place", place(item)}, {"text", item.text}, {"sections", json.array(children)},
  }
end

local function cell(item)
  return json.object{
    {"row", item.row}, {"column", item.column_id}, {"state", item.state}, {"value", item.value}, {"unit", item.unit},
    {"sign", item.sign}, {"note", item.note}, {"raw", item.raw}, {"inferred", item.inferred}, {"place", place(item)},
  }
end

local function tables(report)
  local list = {}
  for id, t in pairs(report.tables) do
    local cells = {}
    for row in t:rows() do
      for item in row:cells() do cells[#cells + 1] = cell(item) end
    end
    list[#list + 1] = json.object{{"id", id}, {"present", t.present}, {"cells", json.array(cells)}}
  end
  return json.array(list)
end

local function claim(item)
  return json.object{
    {"kind", item.kind}, {"value", item.value}, {"bound", item.bound}, {"text", item.text}, {"raw", item.raw},
    {"place", place(item)},
  }
end

local function deviation(item)
  return json.object{
    {"kind", item.kind}, {"subject", item.subject}, {"detail", item.detail}, {"raw", item.raw}, {"place", place(item)},
  }
end

local function ledger(report)
  local counts, unaccounted = {bound = 0, ignored = 0, unaccounted = 0}, {}
  for _, entry in ipairs(report.ledger) do
    counts[entry.status] = counts[entry.status] + 1
    if entry.status == "unaccounted" then
      unaccounted[#unaccounted + 1] = json.object{{"raw", entry.raw}, {"place", place(entry)}}
    end
  end
  return json.object{
    {"bound", counts.bound}, {"ignored", counts.ignored}, {"unaccounted", json.array(unaccounted)},
  }
end

-- A report as pairs of keys and values.
local function pairs_of(name, report, declared)
  local document = report.document
  local sections = {}
  for item in report:sections() do sections[#sections + 1] = section(item) end
  return {
    {"schema", report_json.schema},
    {"source", json.object{{"name", name}, {"encoding", document.encoding}, {"bytes", document.size}}},
    {"form", report.form},
    {"fields", fields(report, declared)},
    {"sections", json.array(sections)},
    {"tables", tables(report)},
    {"claims", map(report.claims, claim)},
    {"deviations", map(report.deviations, deviation)},
    {"ledger", ledger(report)},
  }
end

--- A report as a value for `govreport.base.json`.
-- @param name the file's name
-- @param report the Report
-- @param declared the declaration of its form
function report_json.value(name, report, declared) return json.object(pairs_of(name, report, declared)) end

--- A report alone, as a text.
function report_json.render(name, report, declared) return json.encode(report_json.value(name, report, declared)) end

--- A report on a line, with the name of its file in front.
function report_json.line(name, report, declared)
  local list = pairs_of(name, report, declared)
  table.insert(list, 1, {"file", name})
  return json.line(json.object(list)) .. "\n"
end

return report_json

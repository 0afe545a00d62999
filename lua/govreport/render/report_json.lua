--- A report as JSON, schema `govreport.report/1` (docs/json.md): everything the model holds, every value with its
-- place.

local json = require "govreport.base.json"

local report_json = {}

report_json.schema = "govreport.report/1"

-- Every field that the form declares, in its order: null, a field, or a list where several were found.
local function fields(report, declared)
  local found = {}
  for id, item in pairs(report.fields) do
    found[id] = found[id] or {}
    table.insert(found[id], item)
  end
  local list = {}
  for i, id in ipairs(declared.fields) do
    local values = found[id]
    list[i] = {id, values and (#values > 1 and json.array(values) or values[1]) or json.null}
  end
  return json.object(list)
end

-- A report as pairs of keys and values.
local function pairs_of(name, report, declared)
  local document = report.document
  local sections = {}
  for item in report:sections() do sections[#sections + 1] = item end
  return {
    {"schema", report_json.schema},
    {"source", json.object{{"name", name}, {"encoding", document.encoding}, {"bytes", document.size}}},
    {"form", report.form},
    {"fields", fields(report, declared)},
    {"sections", json.array(sections)},
    {"tables", report.tables},
    {"claims", report.claims},
    {"deviations", report.deviations},
    {"ledger", report.ledger},
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

--- The forms as JSON, schema `govreport.forms/1` (docs/json.md): for each its parts, tables and facts by id and label.

local json = require "govreport.base.json"

local forms_json = {}

forms_json.schema = "govreport.forms/1"

local function map(list, convert)
  local values = {}
  for i, item in ipairs(list) do values[i] = convert(item) end
  return json.array(values)
end

local function same(value) return value end

-- The label of a row or a column with those of its groups, outermost first.
local function entry(own)
  local path = type(own.label) == "table" and own.label or {own.label}
  return json.object{{"id", own.id}, {"label", map(path, same)}, {"type", own.type or "number"}}
end

local function table_of(own)
  return json.object{{"id", own.id}, {"section", own.section}, {"rows", map(own.rows, entry)},
                     {"columns", map(own.columns, entry)}}
end

local function section(own) return json.object{{"id", own.id}, {"title", own.title}} end

--- @param forms see `govreport.form.form_list`
function forms_json.render(forms)
  return json.encode(json.object{{"schema", forms_json.schema}, {"forms", map(forms, function(form)
    local declared = form.declared
    return json.object{
      {"id", form.id}, {"name", form.name}, {"notice", form.notice}, {"years", map(declared.years or {}, same)},
      {"source", form.source}, {"extends", declared.extends},
      {"sections", map(declared.sections, section)}, {"tables", map(declared.tables, table_of)},
      {"fields", map(declared.fields, same)},
    }
  end)}})
end

return forms_json

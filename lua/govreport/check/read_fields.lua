--- The fields that were read of a report, whatever its form: `report.fields` raises where a form has no such field.

local read_fields = {}

--- The first field of each id.
-- @return map from id to Field
function read_fields.of(report)
  local fields = {}
  for id, field in pairs(report.fields) do fields[id] = fields[id] or field end
  return fields
end

return read_fields

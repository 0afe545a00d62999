--- Reports of a form whose sums hold, and the same with some numbers changed.

local form_text = require "govreport.form.form_text"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"

local wrong = {}

local Source = {}
Source.__index = Source

--- A generated report of a form whose sums hold.
-- @return object: `declared`; `model`; methods below
function wrong.source(form_id, seed)
  local declared = forms.declared(form_id)
  local model, source = generate.report(seed, declared, {sums = true})
  return setmetatable({declared = declared, model = model, source = source}, Source)
end

--- The values of a table's cells by address, and the addresses in the form's order.
function Source:cells(table_id)
  local values, order = {}, {}
  for _, t in ipairs(self.declared.tables) do
    for _, row in ipairs(t.id == table_id and t.rows or {}) do
      for _, column in ipairs(t.columns) do
        local address = ("%s.%s.%s"):format(t.id, row.id, column.id)
        local cell = self.model.cells[address]
        if cell then values[address], order[#order + 1] = cell.value, address end
      end
    end
  end
  return values, order
end

--- The Report with other texts in some cells.
-- @param changes by address
function Source:report(changes)
  local source = setmetatable({
    cell = function(t, row, column)
      return changes[("%s.%s.%s"):format(t, row, column)] or self.source.cell(t, row, column)
    end,
  }, {__index = self.source})
  return assert(govreport.parse(form_text.render(self.declared, source)))
end

--- The findings about sums of the Report with changes.
function Source:findings(changes, options)
  local list = {}
  local report = self:report(changes)
  for found in govreport.check(report, options or {select = {"applications", "disputes"}}):findings() do
    list[#list + 1] = found
  end
  return list
end

--- Whether one of the answers of a finding is a map of values by address.
function wrong.proposes(finding, wanted)
  local function is_it(repair)
    local count = 0
    for _ in pairs(wanted) do count = count + 1 end
    if #repair ~= count then return false end
    for _, change in ipairs(repair) do
      if wanted[change.address] ~= change.value then return false end
    end
    return true
  end
  if is_it(finding.repair) then return true end
  for _, alternative in ipairs(finding.alternatives) do
    if is_it(alternative) then return true end
  end
  return false
end

return wrong

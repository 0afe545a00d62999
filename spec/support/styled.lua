--- A report on a page of its own, with edits: for what pages do to what they show.

local forms = require "govreport.form"
local govreport = require "govreport"
local model = require "govreport.explanations.model"
local sample = require "govreport.form.sample"

local styled = {}

local form, agency = "cn_disclosure_2021", "青石县林业局"
styled.cell = 'rowspan="1" colspan="1">'

--- The page, with texts replaced that stand on it once: pairs of what stands there and what stands there instead.
function styled.page(...)
  local page = sample.text(model.of(form, nil, agency))
  for _, edit in ipairs{...} do
    local start, stop = page:find(edit[1], 1, true)
    assert(start and not page:find(edit[1], start + 1, true), edit[1])
    page = page:sub(1, start - 1) .. edit[2] .. page:sub(stop + 1)
  end
  return page
end

function styled.report(...) return assert(govreport.parse(styled.page(...), {format = "html"})) end

--- All cells of a report as one text.
function styled.cells(report)
  local list = {}
  for _, t in ipairs(forms.declared(form).tables) do
    for row in report.tables[t.id]:rows() do
      for cell in row:cells() do list[#list + 1] = ("%s %s %s"):format(cell.address, cell.state, cell.value) end
    end
  end
  return table.concat(list, "\n")
end

--- The rules of a check's findings, in order, without repetitions.
function styled.rules(report)
  local list, seen = {}, {}
  for found in govreport.check(report):findings() do
    if not seen[found.rule] then list[#list + 1] = found.rule end
    seen[found.rule] = true
  end
  table.sort(list)
  return list
end

return styled

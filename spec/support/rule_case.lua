--- One case of a rule: an edit of the example report and the finding that it must give.
--
--   text      the edited report
--   options   of the check
--   rule      id of the rule; `severity` of the finding
--   zh, en    the message; may be left out
--   cells     addresses of the finding's cells, in order; `none` when left out
--   places    what stands at the finding's places, as printed
--   expected, actual, repair   as in the finding; `repair` by address
--   line      where the finding stands
--   options   of the check
--   beside    ids of the rules that speak as well
--   count     of the findings of this rule; 1 when left out
--   which     of them the case is about; 1 when left out

local assert = require "luassert"
local example = require "spec.support.example"

local function raws(list)
  local texts = {}
  for i, place in ipairs(list) do texts[i] = place.raw end
  return texts
end

local function verify(case)
  local own, others = {}, {}
  for finding in example.check(case.text, case.options):findings() do
    if finding.rule == case.rule then own[#own + 1] = finding
    else others[#others + 1] = finding.rule end
  end
  assert.equal(case.count or 1, #own, "findings of " .. case.rule)
  assert.same(case.beside or {}, others)
  local finding = own[case.which or 1]
  assert.equal(case.severity, finding.severity)
  if case.zh then assert.equal(case.zh, finding.message) end
  if case.en then assert.equal(case.en, finding.messages.en) end
  assert.same(case.cells or {}, example.addresses(finding))
  assert.same(case.places or {}, raws(finding.places))
  assert.equal(case.expected, finding.expected)
  assert.equal(case.actual, finding.actual)
  assert.same(case.repair or {}, example.repairs(finding))
  assert.equal(case.line, finding.line)
end

return verify

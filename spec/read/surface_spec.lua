--- The same report on many surfaces: whatever tags, spans, encodings, chrome or copying do to it, its model is the
-- same, or a finding says what was lost. No cell ever holds another number than the report.

local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local sweep = require "spec.support.sweep"
local variations = require "spec.support.surfaces"

local form_ids = {"cn_disclosure_2019", "cn_disclosure_2021"}
local reports = sweep(8)

-- ---- judgement ----------------------------------------------------------------------------------

local compared = {"agency", "year", "period_start", "period_end", "published_on", "signed_on", "signatory"}
local section_ids = {"overview", "proactive", "applications", "disputes", "problems", "other"}
-- What is so in the generated report itself.
local own_findings = {["structure.row_missing"] = true, ["structure.table_missing"] = true}

local function normal(value) return value ~= nil and tostring(value) or nil end

-- The cells that differ: those with another number, those with another state.
local function compare_cells(v, case, report)
  local wrong, lost = {}, {}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        local wanted = case.model.cells[cell.address] or {state = "absent"}
        local value = normal(cell.value)
        local what = ("%s: %s %s, not %s %s"):format(cell.address, cell.state, value, wanted.state, wanted.value)
        if value and value ~= normal(wanted.value) then wrong[#wrong + 1] = what
        elseif cell.state ~= wanted.state then lost[#lost + 1] = what
        elseif v.units ~= false and value and cell.unit ~= wanted.unit then
          lost[#lost + 1] = what .. (": unit %s, not %s"):format(cell.unit, wanted.unit)
        elseif v.inferred and cell.table == v.inferred and cell.state ~= "absent" and not cell.inferred then
          lost[#lost + 1] = what .. ": not inferred"
        end
      end
    end
  end
  return wrong, lost
end

local function compare_fields(v, case, report)
  local differ = {}
  for _, id in ipairs(compared) do
    local wanted = case.model.fields[id]
    if v.field and type(wanted) == "string" then wanted = v.field(wanted) end
    if not (v.without and v.without[id]) and report[id] ~= wanted then
      differ[#differ + 1] = ("%s: %s, not %s"):format(id, report[id], wanted)
    end
  end
  return differ
end

local function compare_sections(report)
  local ids, numbers = {}, {}
  for section in report:sections() do
    ids[#ids + 1] = tostring(section.id)
    numbers[#numbers + 1] = tostring(section.number)
  end
  local got = table.concat(ids, " ") .. " " .. table.concat(numbers, " ")
  local wanted = table.concat(section_ids, " ") .. " 1 2 3 4 5 6"
  return got == wanted and {} or {"sections: " .. got}
end

-- The findings about what was read, by rule.
local function findings_of(report)
  local found = {}
  for finding in govreport.check(report):findings() do found[finding.rule] = tostring(finding) end
  return found
end

local function is_told(v, found)
  for _, rule in ipairs(v.told or {}) do
    if found[rule] then return true end
  end
  return false
end

local function unexpected(v, found)
  local list = {}
  if is_told(v, found) then return list end
  for rule, message in pairs(found) do
    local about_reading = rule:find("^structure%.") or rule:find("^reading%.")
                          or rule == "cells.row_incomplete" or rule == "cells.unreadable"
                          or v.units ~= false and rule == "cells.unit"
    local awaited = v.finds and v.finds[rule] or rule == v.must_find or rule == v.or_find
    if about_reading and not own_findings[rule] and not awaited then
      list[#list + 1] = message
    end
  end
  table.sort(list)
  return list
end

-- What is wrong with the reading of one report: a list of texts.
local function judge(v, case)
  local bytes = v.print(case)
  local report, message = govreport.parse(bytes, {name = v.name, encoding = v.options and v.options.encoding})
  if not report then return {message} end
  local wrong, lost = compare_cells(v, case, report)
  local found, problems = findings_of(report), {}
  local function add(list) table.move(list, 1, #list, #problems + 1, problems) end
  if report.form ~= case.declared.id then add{"form: " .. report.form} end
  local told = is_told(v, found)
  if not (told and v.mixed) then add(wrong) end
  if not told then add(lost) end
  add(unexpected(v, found))
  if not v.cells_only then
    add(compare_fields(v, case, report))
    add(compare_sections(report))
  end
  local is_found = found[v.must_find] or found[v.or_find or v.must_find]
  if v.must_find and not is_found then add{"no finding " .. v.must_find} end
  local strays = report:unaccounted()
  if #strays > 0 and not v.strays then
    add{#strays .. " unaccounted, first " .. strays[1].raw .. " on line " .. strays[1].line}
  end
  return problems
end

describe("the same report", function()
  for _, v in ipairs(variations) do
    local run = v.pending and pending or it
    for _, id in ipairs(v.form and {v.form} or form_ids) do
      run(v.name .. ", " .. id .. (v.pending and ": " .. v.pending or ""), function()
        for seed = 1, reports do
          local declared = forms.declared(id)
          local model, source = generate.report(seed, declared, v.generate)
          local problems = judge(v, {declared = declared, model = model, source = source, seed = seed})
          assert(#problems == 0, "seed " .. seed .. "\n" .. table.concat(problems, "\n", 1, math.min(#problems, 8)))
        end
      end)
    end
  end
end)

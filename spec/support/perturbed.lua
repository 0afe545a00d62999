--- Perturbed reports read and judged: what a reading made of a text that went wrong, beside what that text says.
--
-- The truth of a cell is what its text says where that still stands; a cell whose value or label was destroyed has
-- none. To read a cell as it was printed, or not at all, is never wrong; any other number is. A wrong number is told
-- where a finding (error, warning or notice) names its cell or its row, by a cell or by the row's label in its message.

local consistent = require "spec.support.consistent"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local layout = require "govreport.form.layout"
local perturb = require "spec.support.perturb"
local text_surfaces = require "spec.support.text_surfaces"

local perturbed = {}

local form_ids = {"cn_disclosure_2019", "cn_disclosure_2021"}

--- So many texts are made of one report, on one surface.
perturbed.of_each = 8

-- ---- readings -----------------------------------------------------------------------------------

local function normal(value)
  if value == nil then return nil end
  return (tostring(value):gsub("(%.%d-)0+$", "%1"):gsub("%.$", ""))
end

-- Every address of a form with the label of its row.
local function rows_of(declared)
  local labels = {}
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      local path = layout.path_of(row)
      labels[t.id .. "." .. row.id] = path[#path]
    end
  end
  return labels
end

local function read_cells(report)
  local values = {}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        if cell.value ~= nil then values[cell.address] = normal(cell.value) end
      end
    end
  end
  return values
end

local function key_of(found)
  local addresses = {}
  for i, cell in ipairs(found.cells) do addresses[i] = cell.address end
  return found.rule .. " " .. table.concat(addresses, " ")
end

--- Reads and checks a text.
-- @return `{values, findings}`: numbers by address, list of `{rule, severity, message, key, cells}`; or
-- `{failed = "crash" or a code, message}`
function perturbed.read(text)
  local reading = {values = {}, findings = {}}
  local ok, problem = xpcall(function()
    local report, message, code = govreport.parse(text)
    if not report then
      reading.failed, reading.message = code, message
      return
    end
    reading.form, reading.values = report.form, read_cells(report)
    for found in govreport.check(report):findings() do
      local cells = {}
      for i, cell in ipairs(found.cells) do cells[i] = cell.address end
      reading.findings[#reading.findings + 1] = {rule = found.rule, severity = found.severity, cells = cells,
                                                 message = found.message, key = key_of(found), line = found.line}
    end
    report:close()
  end, debug.traceback)
  if not ok then reading.failed, reading.message = "crash", problem end
  return reading
end

-- ---- cases --------------------------------------------------------------------------------------

-- A generator whose first numbers do not follow those of the seed beside it.
local function random_of(seed, number)
  local random = generate.random(((seed * 0x9E3779B97F4A7C15 + number) * 0xC2B2AE3D27D4EB4F) >> 2)
  for _ = 1, 4 do random(2) end
  return random
end

--- The printed report that a case is made of.
-- @param group which report: the surfaces take turns
-- @return `{surface, form, declared, model, source, planted, lines, random}`
function perturbed.base(seed, group, surface_number, plain)
  local own, random = seed * 1000003 + group, random_of(seed, group)
  local base = {form = form_ids[random(2)], random = random}
  base.surface = text_surfaces.list[surface_number or group % #text_surfaces.list + 1]
  base.declared = forms.declared(base.form)
  base.model, base.source = consistent.report(own, base.form)
  if random(2) == 1 and not plain then base.planted = consistent.plant(random, base.model) end
  base.lines = text_surfaces.lines(base.surface, base.declared, base.model, base.source)
  base.reading = perturbed.read(text_surfaces.text(base.lines))
  return base
end

--- A case: one perturbation of a base.
-- @param number of the case; those of one base follow each other
function perturbed.case(base, seed, number)
  local case = perturb.apply(random_of(seed + 7919, number), base.lines, base.surface)
  case.text = text_surfaces.text(case.lines)
  case.base, case.reading = base, perturbed.read(case.text)
  return case
end

-- ---- judgement ----------------------------------------------------------------------------------

-- What the text of a value that was changed says now.
local function said_by(text)
  local number = text:gsub("^增加", ""):gsub("^增", ""):gsub("^减", "-"):gsub("^%+", ""):match("^%-?%d+%.?%d*")
  return number and normal(number:gsub("^(%-?)0+(%d)", "%1%2"))
end

-- The numbers that each cell may be read as: list by address.
local function accepted(case)
  local all = {}
  for address, cell in pairs(case.base.model.cells) do all[address] = {[normal(cell.value)] = true} end
  for _, line in ipairs(case.lines) do
    for _, run in ipairs(line) do
      local c = run.c
      local said = c and c.address and run.text ~= c.text and said_by(run.text)
      if said then all[c.address][said] = true end
    end
  end
  return all
end

local function row_of(address) return address:match("^[^.]+%.[^.]+") end
local function column_of(address) return address:match("[^.]+$") end
local function table_of(address) return address:match("^[^.]+") end

-- Whether a finding names a cell or its row.
local function names(found, address, labels)
  for _, other in ipairs(found.cells) do
    if row_of(other) == row_of(address) then return true end
  end
  local label = labels[row_of(address)]
  return label ~= nil and found.message:find("“" .. label .. "”", 1, true) ~= nil
end

local function is_told(case, address, labels)
  for _, found in ipairs(case.reading.findings) do
    if found.severity ~= "info" and names(found, address, labels) then return true end
  end
  return false
end

local function wrong_numbers(case)
  local wrong, may_be = {}, accepted(case)
  for address, value in pairs(case.reading.values) do
    if not (may_be[address] and may_be[address][value]) then wrong[address] = value end
  end
  return wrong
end

-- Whether a value was touched in the row or the column of a cell.
local function is_near_value(touched, address)
  for other in pairs(touched.cells) do
    if table_of(other) == table_of(address)
       and (row_of(other) == row_of(address) or column_of(other) == column_of(address)) then return true end
  end
  return false
end

-- Whether a label or the header of a cell's table was touched.
local function is_near_label(touched, address)
  for row in pairs(touched.rows) do
    if table_of(row .. ".") == table_of(address) then return true end
  end
  return touched.tables[table_of(address)] == true
end

local about_text = {structure = true, cells = true, form = true, metadata = true}

-- Whether all cells of a table were touched: of one with a single line of values nothing is left.
local function is_table_touched(case)
  local untouched, tables = {}, {}
  for address in pairs(case.base.model.cells) do
    local id = table_of(address)
    tables[id] = true
    untouched[id] = untouched[id] or not case.touched.cells[address]
  end
  for id in pairs(tables) do
    if not untouched[id] then return true end
  end
  return false
end

-- What a reader of the text sees as well. The finding names cells, none of them misread; a value was touched in the
-- row or column of one of them, or, where it speaks of structure and not of amounts, a label or header of their table.
-- Or it names no cell, and what is no value was touched; or a table is missing, and all values of one were touched.
-- Page marks, and lines merged with a space between them, touch nothing.
local function is_true_damage(case, found, wrong)
  local touched, of_text = case.touched, about_text[found.rule:match("^[^.]+")]
  for _, address in ipairs(found.cells) do
    if wrong[address] then return false end
  end
  for _, address in ipairs(found.cells) do
    if is_near_value(touched, address) or of_text and is_near_label(touched, address) then return true end
  end
  local any = touched.other or next(touched.rows) ~= nil or next(touched.tables) ~= nil
  if found.rule == "structure.table_missing" and is_table_touched(case) then return true end
  return #found.cells == 0 and any
end

-- Findings that accuse the report and do not speak of the unperturbed text.
local function accusations(case)
  local before, list = {}, {}
  for _, found in ipairs(case.base.reading.findings) do before[found.key] = true end
  for _, found in ipairs(case.reading.findings) do
    local accuses = found.severity == "error" or found.severity == "warning"
    if accuses and not before[found.key] and not found.rule:find "^reading%." then list[#list + 1] = found end
  end
  return list
end

--- Whether an error finding about sums tells of an error that was planted.
function perturbed.tells(reading, planted)
  for _, found in ipairs(reading.findings) do
    local of_sums = found.rule:find "^applications%." or found.rule:find "^disputes%."
    for _, address in ipairs(found.severity == "error" and of_sums and found.cells or {}) do
      for _, own in ipairs(planted.cells) do
        local same = table_of(own) == table_of(address)
        if same and (row_of(own) == row_of(address) or column_of(own) == column_of(address)) then return true end
      end
    end
  end
  return false
end

local function is_touched(touched, address)
  return touched.cells[address] or touched.rows[row_of(address)] or touched.tables[table_of(address)] or false
end

local function is_any_touched(touched, addresses)
  for _, address in ipairs(addresses) do
    if is_touched(touched, address) then return true end
  end
  return false
end

local function count_unread(case)
  local cells, unread = 0, 0
  for address in pairs(case.base.model.cells) do
    if not is_touched(case.touched, address) then
      cells = cells + 1
      if not case.reading.values[address] then unread = unread + 1 end
    end
  end
  return cells, unread
end

--- Judges a case.
-- @return `{crash, refused, ambiguous, silent, told, blame, damage, cells, unread, planted_told}`: `silent` and `told`
-- are lists of `{address, value, printed}` of wrong numbers; `blame` and `damage` of findings, on reports without a
-- planted error; `cells` and `unread` counts of cells that the change did not touch; `planted_told` nil where there is
-- no planted error or the change touched its cells
function perturbed.judge(case)
  local outcome = {silent = {}, told = {}, blame = {}, damage = {}, cells = 0, unread = 0}
  outcome.crash = case.reading.failed == "crash"
  outcome.refused = case.reading.failed ~= nil and not outcome.crash
  outcome.ambiguous = case.ambiguous
  if outcome.crash or case.ambiguous then return outcome end
  local labels, wrong = rows_of(case.base.declared), wrong_numbers(case)
  for address, value in pairs(wrong) do
    local list = is_told(case, address, labels) and outcome.told or outcome.silent
    local cell = case.base.model.cells[address]
    list[#list + 1] = {address = address, value = value, printed = cell and cell.text}
  end
  for _, list in ipairs{outcome.silent, outcome.told} do
    table.sort(list, function(a, b) return a.address < b.address end)
  end
  for _, found in ipairs(case.base.planted and {} or accusations(case)) do
    table.insert(is_true_damage(case, found, wrong) and outcome.damage or outcome.blame, found)
  end
  outcome.cells, outcome.unread = count_unread(case)
  local planted = case.base.planted
  if planted and not is_any_touched(case.touched, planted.cells) then
    outcome.planted_told = perturbed.tells(case.reading, planted)
  end
  return outcome
end

return perturbed

--- Which single cells explain the sums that fail: a cell is guilty when all sums that it stands in fail, and one and
-- the same change of it repairs them all.

local cause = {}

-- The cells of the failing sums, each with the sums that it stands in.
local function sums_by_cell(failing)
  local cells, order = {}, {}
  for _, fail in ipairs(failing) do
    local terms = fail.identity.terms
    for i = 1, #terms, 2 do
      local cell = terms[i]
      if not cells[cell] then
        cells[cell] = {}
        order[#order + 1] = cell
      end
      cells[cell][#cells[cell] + 1] = {fail = fail, sign = terms[i + 1]}
    end
  end
  table.sort(order)
  return cells, order
end

-- The change that makes all of a cell's failing sums 0; nil where they ask for different ones.
local function common_change(sums)
  local change
  for _, sum in ipairs(sums) do
    local wanted = sum.sign > 0 and -sum.fail.residual or sum.fail.residual
    if change ~= nil and change ~= wanted then return nil end
    change = wanted
  end
  return change
end

--- Finds the guilty cells.
-- @param failing list of `{identity, residual}` of sums without unknowns
-- @param counts how many sums of all kinds each cell stands in, by cell
-- @param report the Report
-- @return list of `{cell, change, fails}` and the list of sums that are left. A sum is explained once: where several
-- cells could be guilty of the same sums, none is named.
function cause.find(failing, counts, report)
  local cells, order = sums_by_cell(failing)
  local candidates, claimed = {}, {}
  for _, cell in ipairs(order) do
    local sums = cells[cell]
    local change = #sums == counts[cell] and #sums > 1 and common_change(sums)
    local value = change and report:cell(cell).value
    if value ~= nil and change and value + change >= 0 then
      local candidate = {cell = cell, change = change, fails = {}}
      for i, sum in ipairs(sums) do
        candidate.fails[i] = sum.fail
        claimed[sum.fail] = (claimed[sum.fail] or 0) + 1
      end
      candidates[#candidates + 1] = candidate
    end
  end
  local causes, explained = {}, {}
  for _, candidate in ipairs(candidates) do
    local alone = true
    for _, fail in ipairs(candidate.fails) do alone = alone and claimed[fail] == 1 end
    if alone then
      causes[#causes + 1] = candidate
      for _, fail in ipairs(candidate.fails) do explained[fail] = true end
    end
  end
  local left = {}
  for _, fail in ipairs(failing) do
    if not explained[fail] then left[#left + 1] = fail end
  end
  return causes, left
end

return cause

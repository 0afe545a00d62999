--- Why sums fail: the smallest changes of cells with which all of them hold.
--
-- The failing sums and all that share cells with them form a linear system. Cells that are not filled in stand for
-- unknown numbers >= 0, unreadable ones for any number; the others may be changed. First, neighbouring rows or
-- columns that were exchanged, and rows that stand one column too far, are sought where no change of one or two cells
-- explains as much. Then the core finds all sets of as few cells as possible (see govreport.h, gr_repairs); what is
-- independent in them becomes a cause of its own.
--
-- Exact within its budget. The worst case is exponential in the number of cells that must change, not in the size of
-- the table; `steps` bounds it: where they are not enough, each failing sum of that part is a cause by itself, not
-- searched.

local core = require "govreport.core"
local factor = require "govreport.check.cause.factor"
local kind = require "govreport.check.cause.kind"
local lines = require "govreport.check.cause.lines"
local shift = require "govreport.check.cause.shift"
local system = require "govreport.check.cause.system"

local cause = {}

-- Steps of the core's search for each part of a report that shares cells: some 3 ms. Of searches that take long, those
-- over many failing sums come to no end: beyond so many they get fewer.
cause.steps, cause.many = 750000, 12

-- What an exchange or a move of lines explains is left to single cells where so few do it.
local few_cells = 2

local function fails_of(self, sums)
  local fails = {}
  for _, sum in ipairs(sums) do fails[#fails + 1] = self.fails[sum] or nil end
  return fails
end

-- Whether a few cells explain the sums that a finding about lines explains.
local function is_small(self, found, steps)
  local repairs = core.repairs(self.cells, self.sums, steps, few_cells, found.sums)
  return not repairs or #repairs > 0
end

-- The exchanges and moves of lines that explain more than a few cells could, each of sums of its own; applied to the
-- system.
local function misplaced(self, steps)
  local list, times = {}, {}
  local bases = system.bases(self)
  local found = lines.exchanges(self, bases)
  for _, move in ipairs(shift.moves(self, bases)) do found[#found + 1] = move end
  for _, entry in ipairs(found) do
    for _, sum in ipairs(entry.sums) do times[sum] = (times[sum] or 0) + 1 end
  end
  for _, entry in ipairs(found) do
    local alone = true
    for _, sum in ipairs(entry.sums) do alone = alone and times[sum] == 1 end
    if alone and not is_small(self, entry, steps) then
      local fails = fails_of(self, entry.sums)
      local repair = (entry.kind == "shift" and shift or lines).apply(self, entry)
      repair.kind = entry.kind
      list[#list + 1] = {kind = entry.kind, misplaced = entry, fails = fails, system = self, repairs = {repair}}
      for _, sum in ipairs(entry.sums) do self.fails[sum], self.suspects[sum] = false, false end
    end
  end
  return list
end

-- Of several repairs that are no small ones, the only one that adds up the totals of a line: parts are data, totals
-- follow from them.
local function preferred(repairs)
  local best, second = repairs[1], repairs[2]
  local is_clear = best.kind == "totals" and #best > few_cells and second and second.kind ~= "totals"
  return is_clear and {best} or repairs
end

-- Adds the causes of the failing sums among those of a part.
local function search(self, sums, steps, causes)
  local fails = fails_of(self, sums)
  steps = steps * cause.many // math.max(cause.many, #fails)
  local all = not self.too_large and core.repairs(self.cells, self.sums, steps, nil, sums)
  for _, fail in ipairs(all and {} or fails) do
    causes[#causes + 1] = {kind = "unsearched", fails = {fail}, system = self, repairs = {}}
  end
  for _, found in ipairs(all and factor.causes(self.members, self.fails, all) or {}) do
    kind.sort(self, found.repairs)
    local repairs = preferred(found.repairs)
    causes[#causes + 1] = {kind = #repairs == 1 and repairs[1].kind or "choice", fails = fails_of(self, found.sums),
                           system = self, repairs = repairs}
  end
end

--- Finds the causes of failing sums.
-- @param context the context of the check
-- @param failing list of `{identity, residual, unknown}`
-- @param spoilt identities that could not be formed, as keys
-- @param suspects identities that leave different values for an unknown cell, as keys
-- @param steps the budget of the search for each part; nil for the usual one
-- @return list of causes `{kind, fails, repairs, system}`: `fails` are those of the failing sums that it explains, in
-- order; `repairs` all smallest changes that mend them, the plausible first, each a list of `{cell, low, high}` with a
-- `kind`, cells by their place in the system; `kind` is that of the only repair ("digit", "swap", "totals", "cells",
-- "rows", "columns", "shift"), "choice" where there are several, "unsearched" where the budget was not enough
function cause.find(context, failing, spoilt, suspects, steps)
  steps = steps or cause.steps
  local self = system.new(context, context.compiled, failing, spoilt, suspects, core.decimal)
  local causes = not self.too_large and #failing >= lines.fewest_sums and misplaced(self, steps) or {}
  for _, sums in ipairs(system.parts(self)) do search(self, sums, steps, causes) end
  return causes
end

return cause

--- How wide the columns of a grid are: those of numbers as wide as numbers are, groups of labels narrow, the labels
-- themselves what is left.

local core = require "govreport.core"

local many = 5           -- columns of values from which on they are narrow
local short_label = 20   -- columns of a terminal: labels that need no more room than values

-- The width of the longest of the labels that stand beside the values.
local function longest_label(grid)
  local longest = 0
  for _, cells in ipairs(grid.rows) do
    for _, own in ipairs(cells) do
      if own.kind == "label" then longest = math.max(longest, core.width(own.text)) end
    end
  end
  return longest
end

-- The share of a column of values, and of one of groups of labels.
local function shares_of(grid)
  local values = grid.columns - grid.labels
  if grid.labels == 0 then return 100 / values, 0 end
  if values >= many then return 7, 8.5 end
  if grid.labels == 1 and longest_label(grid) <= short_label then return 100 / grid.columns, 0 end
  return values == 1 and 36 or 16, 13
end

--- @param grid see `govreport.form.form_grid`
-- @param whole what they add up to; a share is a whole number of its units
-- @return list of shares
return function(grid, whole)
  local value, group = shares_of(grid)
  local list, left = {}, whole
  for x = grid.columns, 1, -1 do
    local share = x > grid.labels and value or x < grid.labels and group or nil
    local own = share and math.floor(share * whole / 100 + 0.5)
    if x == grid.labels then list[x] = 0
    else list[x], left = own, left - own end
  end
  local rest = grid.labels > 0 and grid.labels or 1
  list[rest] = list[rest] + left
  return list
end

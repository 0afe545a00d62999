--- What the readings of a stretch of text cost (`core.align`), where tables of the form say so in their key `costs`.
--
-- The rows of one stretch are aligned together. Where they belong to several tables, the largest of what these say
-- counts, and a table that says nothing says what is usual: what one table makes cheap is not cheap for the rows of
-- another, and what one makes dear is dear wherever its rows may stand.

local core = require "govreport.core"

local costs = {}

local usual = core.align_costs()

--- The costs for some rows.
-- @param rows list of `{table}`, layouts
-- @return map from name to cost; nil where no table says anything
function costs.of(rows)
  local tables, known, own = {}, {}, nil
  for _, row in ipairs(rows) do
    local t = row.table
    if not known[t] then
      known[t] = true
      tables[#tables + 1] = t
    end
  end
  for _, t in ipairs(tables) do
    for name in pairs(t.costs or {}) do
      own = own or {}
      for _, other in ipairs(tables) do
        own[name] = math.max(own[name] or 0, other.costs and other.costs[name] or usual[name])
      end
    end
  end
  return own
end

return costs

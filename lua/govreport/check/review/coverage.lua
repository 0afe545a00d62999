--- How much of a report was read: its cells, and what became of every number of the source.

local coverage = {}

--- How many cells the form asks for, and how many of them were read.
-- @return `{wanted, read}`
function coverage.cells(report)
  local wanted, read = 0, 0
  for _, _, state in report:values() do
    wanted = wanted + 1
    if state ~= "absent" and state ~= "unreadable" then read = read + 1 end
  end
  return {wanted = wanted, read = read}
end

--- The numbers of the source: `{bound, ignored, unaccounted}`, lists of `{reason, count}` in the order of the reasons,
-- of those without a reason of `{reason, count, entries}`.
function coverage.numbers(report)
  local lists, by_key = {bound = {}, ignored = {}, unaccounted = {}}, {}
  for _, entry in ipairs(report.ledger) do
    local key = entry.status .. (entry.reason and "." .. entry.reason or "")
    if not by_key[key] then
      by_key[key] = {reason = key, count = 0}
      table.insert(lists[entry.status], by_key[key])
    end
    by_key[key].count = by_key[key].count + 1
  end
  for _, list in pairs(lists) do table.sort(list, function(a, b) return a.reason < b.reason end) end
  return lists
end

return coverage

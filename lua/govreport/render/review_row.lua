--- What the list of many reviews says of one report: `{number, page, letter, name, agency, title, year, verdict,
-- verdict_text, counts, cells, since}`; `number` is its place among the files, `page` and `letter` are paths in the
-- folder of the list, `since` what became of the first round: `{resolved, open, new}`, nil where that did not have it.

local review_row = {}

-- What became of the findings of the first round; notices of the tool are no findings.
local function since_of(rounds, result)
  if not rounds then return nil end
  local counts = {resolved = 0, open = 0, new = 0}
  for _, old in ipairs(rounds.resolved) do
    counts.resolved = counts.resolved + (old.severity ~= "notice" and 1 or 0)
  end
  for found in result:findings() do
    local key = rounds.status[found] == "new" and "new" or "open"
    counts[key] = counts[key] + (found.severity ~= "notice" and 1 or 0)
  end
  return counts
end

--- @param entry of a Batch
-- @param review of its report
function review_row.of(entry, review, number)
  return {
    number = number, name = entry.name, agency = review.agency, title = review.title, year = review.year,
    verdict = review.verdict, verdict_text = review.verdict_text, counts = review.counts, cells = review.cells,
    since = since_of(entry.rounds, entry.result),
  }
end

-- What cannot be decided is worse than what is to be verified.
local function rank(row) return row.verdict == "undecided" and 1 or 0 end

--- Whether a row stands in front of another: the worst first, else in the order of the files.
function review_row.before(a, b)
  if a.counts.error ~= b.counts.error then return a.counts.error > b.counts.error end
  if rank(a) ~= rank(b) then return rank(a) > rank(b) end
  if a.counts.warning ~= b.counts.warning then return a.counts.warning > b.counts.warning end
  if a.counts.info ~= b.counts.info then return a.counts.info > b.counts.info end
  return a.number < b.number
end

return review_row

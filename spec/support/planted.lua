--- The reports of spec/cases/planted.lua as pages, and what a check of one is worth.

local testing = require "govreport.testing"

local planted = {}

-- ---- pages --------------------------------------------------------------------------------------

-- The ranges of bytes where a text stands, `{first, last}` each.
local function places_of(page, text)
  local places, from = {}, 1
  while true do
    local first, last = page:find(text, from, true)
    if not first then return places end
    places[#places + 1] = {first, last}
    from = last + 1
  end
end

local function edited(page, edit, name)
  local places = places_of(page, edit[1])
  assert(#places == 1, ("%s: '%s' stands %d times"):format(name, edit[1], #places))
  return page:sub(1, places[1][1] - 1) .. edit[2] .. page:sub(places[1][2] + 1)
end

local function sample_of(case)
  return {form = case.form, agency = case.agency, year = case.year, cells = case.cells, sections = case.sections,
          head = case.head, tail = case.tail}
end

--- The page of a case, and that of the year before, or nil. Raises where an edit or the words of the truth do not fit.
function planted.pages(case)
  local page = testing.sample(sample_of(case))
  for _, edit in ipairs(case.edits) do page = edited(page, edit, case.name) end
  local words = case.truth.words
  assert(not words or #places_of(page, words) > 0, case.name .. ": no such words: " .. tostring(words))
  return page, case.previous and testing.sample(sample_of(case.previous))
end

-- ---- judgement ----------------------------------------------------------------------------------

local function names_cell(finding, addresses)
  local wanted = {}
  for _, address in ipairs(addresses or {}) do wanted[address] = true end
  for _, cell in ipairs(finding.cells) do
    if wanted[cell.address] then return true end
  end
  return false
end

local function touches(place, ranges)
  for _, range in ipairs(ranges) do
    if place.byte and place.byte <= range[2] and place.byte_end >= range[1] then return true end
  end
  return false
end

local function holds_words(finding, page, words)
  local ranges = words and places_of(page, words) or {}
  for _, place in ipairs(finding.places) do
    if touches(place, ranges) then return true end
  end
  return false
end

local function says_one(message, wanted)
  for _, pattern in ipairs(type(wanted) == "table" and wanted or {wanted}) do
    if message:find(pattern) then return true end
  end
  return false
end

local function says_all(message, truth)
  for _, wanted in ipairs(truth.says or {}) do
    if not says_one(message, wanted) then return false end
  end
  return true
end

local function is_grave(finding) return finding.severity == "error" or finding.severity == "warning" end

-- The finding that tells the error: at the right place with the right repair, else at the right place.
local function teller(case, page, result)
  local placed
  local truth = case.truth
  for finding in result:findings() do
    local is_here = names_cell(finding, truth.cells) or holds_words(finding, page, truth.words)
    if is_here and finding.severity ~= "notice" then
      if says_all(finding.message, truth) then return finding, true end
      placed = placed or finding
    end
  end
  return placed, false
end

--- Judges a check of a case.
-- @return `{found, repaired, others, hints, graded}`: the finding at the right place, or nil; whether it says the right
-- repair; the other errors and warnings; the other hints; whether the severity is the reviewer's
function planted.judge(case, page, result)
  local found, repaired
  if next(case.truth) then found, repaired = teller(case, page, result) end
  local judged = {found = found, repaired = repaired or false, others = {}, hints = {},
                  graded = found and found.severity == case.truth.severity}
  for finding in result:findings() do
    if finding ~= found and finding.severity ~= "notice" then
      local list = is_grave(finding) and judged.others or judged.hints
      list[#list + 1] = finding
    end
  end
  return judged
end

return planted

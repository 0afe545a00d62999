--- Which year a report is for, by all that was read of it. The title, the preface, the period, the dates and the
-- sentences have a vote each; a year that the tables are not made for loses where votes are even. A majority against
-- the title shows that the title is wrong; where there is none, the title is believed and nothing is computed anew.

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"
local preface = require "govreport.text.preface"
local stretch = require "govreport.text.stretch"
local year_words = require "govreport.text.year_words"

local year_vote = {}

-- ---- voters -------------------------------------------------------------------------------------

local function year_of_date(field)
  return field and field.value and math.tointeger(tonumber(field.value:sub(1, 4)))
end

local function is_inside(field, outer)
  return field ~= nil and outer ~= nil and field.byte >= outer.byte and field.byte_end <= outer.byte_end
end

local voters = {}

function voters.title(_, fields)
  local year, title = fields.year, fields.title
  return is_inside(year, title) and year.value or nil
end

function voters.preface(context)
  local own = context:preface()
  local found = own and preface.year(own.text)
  return found and found.value
end

function voters.period(_, fields)
  local first, last = year_of_date(fields.period_start), year_of_date(fields.period_end)
  return (first == last or not last) and first or nil
end

-- A report is signed, dated and published in the year behind its own. They are one vote: who is late with one of them
-- is late with all.
function voters.dates(_, fields)
  for _, id in ipairs(year_vote.date_fields) do
    local year = year_of_date(fields[id])
    if year then return year - 1, id end
  end
end

-- 2024年,我局… · 2024年度,云岭市水务局… at the beginning of a sentence.
local e = grammar.enumerator
local lead = (e.section + e.part + e.point + e.detail + e.item + lpeg.S" \v\t")^0 * lpeg.Cp()
local named_year = lpeg.C(lpeg.P"20" * grammar.digit * grammar.digit) * "年" * lpeg.P"度"^-1
                   * #(lpeg.S",:" + lpeg.R"\xE4\xE9")
local stop = lpeg.S"\n\v\x1C\x1D\x1E\x1F;!?"
local behind_last_stop = (stretch.without(stop, {"。"})^-1 * (stop + "。")^1)^0 * lpeg.Cp()
-- No more stands between the beginning of a sentence and its first word. Bytes.
local longest_lead = 120

-- Whether nothing but enumerators stands between a position and the beginning of its sentence.
local function opens_sentence(text, at)
  local from = math.max(1, at - longest_lead)
  local before = text:sub(from, at - 1)
  local start = behind_last_stop:match(before)
  return (start > 1 or from == 1) and lead:match(before, start) == #before + 1
end

-- Calls `each(year)` for the years with which sentences of a text begin.
local function each_opening_year(own, each)
  local text = own.text
  for _, at in ipairs(own:places(year_words.anchor)) do
    local start = at - 4
    local digits = text:byte(start) == 0x32 and named_year:match(text, start)
    if digits and opens_sentence(text, start) then each(math.tointeger(tonumber(digits))) end
  end
end

-- The year that most sentences begin with; plans are for other years.
function voters.text(context)
  local counts, best, is_even = {}, nil, false
  for _, text in ipairs(context:texts()) do
    if text.section ~= "problems" then
      each_opening_year(text, function(year) counts[year] = (counts[year] or 0) + 1 end)
    end
  end
  for year, count in pairs(counts) do
    if not best or count > counts[best] then best, is_even = year, false
    elseif year ~= best and count == counts[best] then is_even = true end
  end
  return not is_even and best or nil
end

-- ---- the vote -----------------------------------------------------------------------------------

--- The dates of a report: the first that there is speaks for all.
year_vote.date_fields = {"signed_on", "dated", "published_on"}

local order = {"title", "preface", "period", "dates", "text"}

-- Whether the form has tables for a year.
local function is_served(years, year) return not years or year >= years[1] and year <= (years[2] or year) end

local function stronger(a, b, years)
  if #a.by ~= #b.by then return #a.by > #b.by end
  return is_served(years, a.year) and not is_served(years, b.year)
end

-- The year that has more votes than any other; nil where there is none.
local function winner(entries, years)
  for _, entry in ipairs(entries) do
    local wins = true
    for _, other in ipairs(entries) do wins = wins and (other == entry or stronger(entry, other, years)) end
    if wins then return entry end
  end
end

--- Counts the votes.
-- @param context that of a check
-- @return `{year, title, by, date, even}`: the year that the report is for, nil where nothing tells; the title's, where
-- that is another and therefore wrong; who voted for the year, as a list of "title", "preface", "period", "dates",
-- "text"; the field that stands for the dates; and the years that have as many votes, as a set
function year_vote.of(context)
  local report, years = context.report, context.form.declared.years
  local entries, by_year, date = {}, {}, nil
  local printed, fields = report.year, context:read_fields()
  for _, id in ipairs(order) do
    local year, field = voters[id](context, fields)
    date = date or field
    if year and not by_year[year] then
      by_year[year] = {year = year, by = {}}
      entries[#entries + 1] = by_year[year]
    end
    if year then table.insert(by_year[year].by, id) end
  end
  local title = by_year[printed]
  if not title or title.by[1] ~= "title" then
    return {year = printed, by = title and title.by or {}, date = date, even = {}}
  end
  local best = winner(entries, years) or title
  local even = {}
  for _, entry in ipairs(entries) do even[entry.year] = entry ~= best and not stronger(best, entry, years) or nil end
  return {year = best.year, title = best ~= title and printed or nil, by = best.by, date = date, even = even}
end

return year_vote

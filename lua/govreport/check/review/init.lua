--- What a reviewer sees of one report that was checked: the report as it was read, with the findings where they stand,
-- and beside it each finding with what was filled in, what it should be, what that stands on and what to do.
--
-- A review is
--   lang, title, agency, year, verdict, verdict_text, counts
--   groups     the findings by severity, those of the tool ("notice") last: `{severity, items}`; an item is that of the
--              letter (see `govreport.check.letter`) with `number`, `severity`, `actual` and `expected`, texts or nil,
--              `is_computed` (whether `expected` is what others add up to, and not what the cell should hold), `basis`,
--              `in_table` (whether its tables say what to change)
--   resolved   messages of what the first round had and this one has no more
--   blocks     the report: see `prose` and `tables` of this folder; of kind "place" what stands elsewhere in the source
--   whole      marks of the items that are about the report as a whole
--   cells, numbers   see `coverage` of this folder; flow, see `flow`, or nil
--   undecided  whether something could not be decided: `result.open`

local catalogue = require "govreport.base.catalogue"
local coverage = require "govreport.check.review.coverage"
local flow = require "govreport.check.review.flow"
local forms = require "govreport.form"
local letter = require "govreport.check.letter"
local mask = require "govreport.text.mask"
local mark_index = require "govreport.check.review.marks"
local prose = require "govreport.check.review.prose"
local remedy = require "govreport.check.remedy"
local rule = require "govreport.check.rule"
local sums = require "govreport.check.review.sums"
local tables = require "govreport.check.review.tables"

local review = {}

-- ---- the findings -------------------------------------------------------------------------------

local function is_number(value) return math.type(value) == "integer" or type(value) == "userdata" end

-- Whether a finding is about a text as a whole: what stands there is what it says of it.
local function is_of_text(found)
  local first = found.places[1]
  return first and type(found.expected) == "string" and type(found.actual) == "string"
         and catalogue.without_addresses(first.raw or "") == found.actual
end

-- What was filled in and what it should be, where a finding says both.
local function add_values(item, report, found, lang)
  local repair = #found.alternatives == 1 and found.alternatives[1] or found.repair
  if #repair == 1 then
    local change = remedy.change(report, repair[1], lang)
    item.actual, item.expected = change.from, change.to
  elseif is_of_text(found) then
    item.actual, item.expected = found.actual, found.expected
  elseif is_number(found.actual) and is_number(found.expected) then
    item.actual, item.expected, item.is_computed = tostring(found.actual), tostring(found.expected), true
  end
end

-- The official texts that rules stand on, by rule.
local function bases_of(rules)
  local bases = {}
  for _, declared in ipairs(rules) do bases[declared.id] = declared.basis ~= rule.hint and declared.basis or nil end
  return bases
end

local function group_of(result, severity, bases, options)
  local items, lang = {}, options.lang
  for found in result:findings() do
    if found.severity == severity then
      local item = letter.item(result.report, found, options)
      item.severity, item.finding = severity, found
      item.basis, item.in_table = bases[found.rule], remedy.of(result.report, found, lang) ~= nil
      add_values(item, result.report, found, lang)
      items[#items + 1] = item
    end
  end
  return {severity = severity, items = items}
end

-- The groups that have items, numbered through: the numbers are those of the letter.
local function groups_of(result, options)
  local groups, all, bases = {}, {}, bases_of(result.rules)
  for _, severity in ipairs{"error", "warning", "info", "notice"} do
    local group = group_of(result, severity, bases, options)
    for _, item in ipairs(group.items) do
      all[#all + 1] = item
      item.number = #all
    end
    if #group.items > 0 then groups[#groups + 1] = group end
  end
  return groups, all
end

local function resolved_of(rounds, lang)
  local list = {}
  for _, old in ipairs(rounds and rounds.resolved or {}) do
    if old.severity ~= "notice" then list[#list + 1] = old.messages[lang] end
  end
  return list
end

-- A fact of the report, without numbers of persons.
local function fact(value) return value and mask.text(value) end

-- ---- the report -----------------------------------------------------------------------------------

-- What is marked and stands in none of the blocks: facts about the page, labels of tables.
local function other_places(marks)
  local blocks = {}
  for _, range in ipairs(marks:rest()) do
    local mark = {number = range.number, severity = range.severity, ends = true}
    blocks[#blocks + 1] = {kind = "place", byte = range.byte, place = range.place,
                           runs = {{text = range.place.raw or "", marks = {mark}}}}
  end
  return blocks
end

-- All blocks in document order; those of the same byte in the order in which they come.
local function blocks_of(report, marks, entries, lang)
  local declared = forms.declared(report.form)
  local lists = {
    prose.blocks(report, marks),
    tables.blocks(report, declared, sums.by_table(report, entries), marks, lang),
  }
  lists[3] = other_places(marks)
  local blocks = {}
  for _, list in ipairs(lists) do
    for _, block in ipairs(list) do
      blocks[#blocks + 1] = block
      block.order = #blocks
    end
  end
  table.sort(blocks, function(a, b)
    if a.byte ~= b.byte then return a.byte < b.byte end
    return a.order < b.order
  end)
  return blocks
end

--- Composes the review of a report.
-- @param result the Result of its check; the report must be open
-- @param options `lang`; `rounds`, what `govreport.check.rounds` says of the report, or nil
function review.compose(result, options)
  local report, lang = result.report, options.lang
  local groups, items = groups_of(result, options)
  local marks = mark_index.new(items)
  local composed = {
    lang = lang, title = fact(report.title), agency = fact(report.agency), year = report.year, verdict = result.verdict,
    verdict_text = result:verdict_text(lang), counts = result.counts, open = result.open, unread = result.unread,
    report = report, groups = groups, resolved = resolved_of(options.rounds, lang),
    blocks = blocks_of(report, marks, result.sums, lang), cells = coverage.cells(report),
    numbers = coverage.numbers(report), flow = flow.of(report, result.sums),
  }
  composed.whole = marks:of_whole()
  return composed
end

return review

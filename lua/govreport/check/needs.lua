--- What a rule needs to have anything to say, as its key `needs` tells: a check does not call a rule whose needs its
-- report does not meet. What they ask for is looked up once for all rules. Of several needs each must be met:
--
--   deviations  list of kinds: one of these was noted while the report was read
--   cells       list of "number", "unreadable", "absent", "unfilled": there are such cells; the first is a number
--               that is below 0, not whole, or has a unit
--   words       list: one of them stands in the text of the report; in the parts in prose, which are read without line
--               ends, also where a line end cuts it
--   gaps        true: something of a table was not read, is not there, or is written as the form does not have it
--   previous    true: there is a report of the year before to compare with

local article = require "govreport.text.article"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"

local needs = {}

--- What `needs` may hold: types by key.
needs.keys = {deviations = "table", cells = "table", words = "table", gaps = "boolean", previous = "boolean"}

local function set_of(list)
  local set = {}
  for _, name in ipairs(list) do set[name] = true end
  return set
end

--- How a report may differ from its form.
needs.deviations = set_of{
  "section_unread", "title_unknown", "label_misprint", "label_unknown", "row_unknown", "row_repeated", "row_conflict",
  "row_short", "row_long", "row_inferred", "column_missing", "columns_unknown", "columns_permuted", "header_missing",
  "caption_missing", "table_misplaced", "grammar_left", "hidden_read",
}

-- The names that a list may have, by the key of the list.
local known_names = {deviations = needs.deviations, cells = set_of{"number", "unreadable", "absent", "unfilled"}}

-- ---- what is written -----------------------------------------------------------------------------

local function wrong(words, format, ...) error({words = words, text = format:format(...)}, 0) end

local function check_list(key, list)
  if #list == 0 then wrong(key, "'%s' names nothing", key) end
  for _, name in ipairs(list) do
    if type(name) ~= "string" then wrong(key, "'%s': texts are expected, not a %s", key, type(name)) end
    local known = known_names[key]
    if known and not known[name] then
      local nearest = keys.nearest(name, known)
      wrong(name, "'%s': no such kind '%s'%s", key, name, nearest and ", did you mean '" .. nearest .. "'?" or "")
    end
    if not known and grammar.fold(name) == "" then wrong(key, "'%s': a word is empty", key) end
  end
end

--- Raises `{words, text}` for what is not right: the words of the script where it is, and what.
function needs.check(own)
  keys.check(own, needs.keys, {}, "needs")
  for _, key in ipairs{"deviations", "cells", "words"} do
    if own[key] then check_list(key, own[key]) end
  end
  for _, key in ipairs{"gaps", "previous"} do
    if own[key] == false then wrong(key, "'%s' is true, or left out", key) end
  end
end

--- The needs of a rule that are right, made ready: words as the tape has them.
function needs.ready(own)
  local copy = {}
  for key, wanted in pairs(own) do copy[key] = wanted end
  if own.words then
    copy.words = {}
    for i, word in ipairs(own.words) do copy.words[i] = grammar.fold(word) end
  end
  return copy
end

-- ---- words in a text -----------------------------------------------------------------------------

--- All words that some rules need, to be looked for by one walk over a text.
-- @return `{words, numbers, needs}`: the number of each word, and by it the needs that it meets; nil for no words
function needs.vocabulary(rules)
  local own, count = {words = core.words(), numbers = {}, needs = {}}, 0
  for _, rule in ipairs(rules) do
    for _, word in ipairs(rule.needs and rule.needs.words or {}) do
      if not own.numbers[word] then
        count = count + 1
        own.numbers[word], own.needs[count] = count, {}
        own.words:add(word, count)
      end
      table.insert(own.needs[own.numbers[word]], rule.needs.words)
    end
  end
  return count > 0 and own or nil
end

--- Looks for the words of a vocabulary in the text of a report (see `govreport.text.article`).
-- @return where each begins, lists of positions by its number, nil for one that is not there; and which lists of words
-- are met by that
function needs.spot(vocabulary, context)
  local starts, met = vocabulary.words:starts(article.of(context).text), {}
  for number in pairs(starts) do
    for _, words in ipairs(vocabulary.needs[number]) do met[words] = true end
  end
  return starts, met
end

-- ---- what a report meets -------------------------------------------------------------------------

local met = {}

function met.deviations(context, kinds)
  for _, kind in ipairs(kinds) do
    if #context:deviations(kind) > 0 then return true end
  end
  return false
end

function met.cells(context, kinds)
  local odd = context:plane().odd
  for _, kind in ipairs(kinds) do
    if #odd[kind] > 0 then return true end
  end
  return false
end

function met.words(context, words) return context:has_one_of(words) end

function met.gaps(context) return context:has_gaps() end

function met.previous(context) return context.previous ~= nil end

--- Whether a report meets the needs of a rule.
-- @param own those of a rule that was made ready, nil for none
function needs.are_met(own, context)
  if not own then return true end
  for key, wanted in next, own do
    if not met[key](context, wanted) then return false end
  end
  return true
end

return needs

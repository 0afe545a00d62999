--- The kinds of rules that are declared and not programmed, beside sums over a table: what their declaration must hold,
-- and what is said where they fail.
--
--   equal             {left, right}: both sides are the same; a side is an address or a list of them
--   at_most           {left, right}: the left side is not above the right one
--   same_as_previous  {now, before}: a cell of this report is a cell of the report of the year before
--   present           list of addresses, each of which must be there
--   contains          {address, phrase, …}: a part or a field holds one of some phrases
--   change            {address, limit}: a cell is not further from its value of the year before than "50%" or
--                     "100"; with a sign, "+50%", not further above, or below
--   matches           {address, pattern}: a field, a cell or a part matches a pattern of Lua
--   lacks             {address, pattern}: none does
--
-- What their values must be stands in `govreport.check.declaration`.

local address = require "govreport.form.address"
local catalogue = require "govreport.base.catalogue"
local later = require "govreport.base.later"
local last_year = later "govreport.check.last_year"
local looks = later "govreport.check.looks"
local sum_words = later "govreport.check.sum_words"

local declared = {}

--- The fields of the message about a sum that fails; see `govreport.check.sum_words`.
function declared.sum_fields(...) return sum_words.fields(...) end

local function sides(rule, value)
  local left, right = address.parse_all(value[1]), address.parse_all(value[2])
  rule.sides = {left, right, bound = left[1]}
  rule.fields = rule.fields or declared.sum_fields
end

local function same_as_previous(rule, value) last_year.same(rule, value) end
local function change(rule, value) last_year.change(rule, value) end
local function present(rule, value) looks.present(rule, value) end
local function contains(rule, value) looks.contains(rule, value) end
local function matches(rule, value) looks.matches(rule, value) end
local function lacks(rule, value) looks.lacks(rule, value) end

--- The kinds, each a function(rule, value) that makes a rule ready whose value is right.
declared.kinds = {
  equal = sides, at_most = sides, same_as_previous = same_as_previous, change = change, present = present,
  contains = contains, matches = matches, lacks = lacks,
}

local of_sums = {"place", "where", "left", "right", "left_name", "right_name"}

--- The fields that the messages of a kind may have.
declared.fields = {
  sum = of_sums, balance = of_sums, equal = of_sums, at_most = of_sums,
  same_as_previous = {"place", "now", "before", "now_name", "before_name"},
  change = {"place", "name", "now", "before", "change", "limit"}, present = {"what", "count"},
  contains = {"what", "raw"}, matches = {"what", "raw"}, lacks = {"what", "raw", "count", "times"},
}

--- The message of a rule of some kind that has none of its own.
function declared.message(kind) return catalogue.message("declared." .. kind) end

return declared

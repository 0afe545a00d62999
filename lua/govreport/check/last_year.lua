--- The declared kinds of rules that look at the report of the year before.

local address = require "govreport.form.address"
local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local forms = require "govreport.form"
local sum_units = require "govreport.check.sum_units"
local sum_words = require "govreport.check.sum_words"

local last_year = {}

-- For each row or column that `*` stands for: the cell of this report, and that of the one before.
local function each_pair(context, now, before)
  local ids, i = address.bound(now, context.form.layouts) or {false}, 0
  local former = context.previous and forms.compiled(context.previous.form).layouts
  return function()
    while former and i < #ids do
      i = i + 1
      local own = address.cells(now, context.form.layouts, ids[i])
      local other = address.cells(before, former, ids[i])
      if #own == 1 and #other == 1 then return context.report:cell(own[1]), context.previous:cell(other[1]) end
    end
  end
end

local function name_of(previous) return previous.title or previous.agency .. previous.year end

local function are_known(own, other) return own.value ~= nil and other.value ~= nil end

-- The values of both cells in one unit, where both are known: that of this year's, counts as plain ones. A cell without
-- unit has that of the other; units that count different things are told.
local function values_of(context, rule, own, other)
  if not are_known(own, other) then return nil end
  local unit = own.unit and core.unit_added(own.unit)
  local now, before = sum_units.value(own, unit), sum_units.value(other, unit)
  if now ~= nil and before ~= nil then return now, before end
  context:record{
    rule = rule.id, severity = "notice", messages = catalogue.message("sum.unit.mixed"), cells = {own},
    fields = {place = context:table_name(own.table), title = rule.title}}
end

--- `same_as_previous = {now, before}`
function last_year.same(rule, value)
  local now, before = address.parse(value[1]), address.parse(value[2])
  rule.check = function(context)
    for own, other in each_pair(context, now, before) do
      local now_value, former = values_of(context, rule, own, other)
      if former and now_value ~= former then
        context:finding{cells = {own}, actual = now_value, expected = former,
                        fields = {place = context:table_name(own.table), now = now_value, before = former,
                                  now_name = sum_words.cell_name(context, own),
                                  before_name = sum_words.cell_name(context, other)}}
      end
    end
  end
end

-- ---- changes ------------------------------------------------------------------------------------

--- How much a value may change: `"50%"`, `"100"`, with a `+` or a `-` in front only more, or only less.
-- @return `{amount, share, sign}`: `share` says that it is one in a hundred, `sign` is 1, -1 or nil; nil for another
-- text
function last_year.limit(text)
  local sign, number, percent = text:match("^([+-]?)(%d[%d.]*)(%%?)$")
  local amount = number and core.decimal(number)
  if not amount or amount <= 0 then return nil end
  return {amount = amount, share = percent ~= "", sign = sign == "+" and 1 or sign == "-" and -1 or nil, text = text}
end

local function size(value) return value < 0 and -value or value end

-- Whether a value changed by more than a limit: nothing is a share of 0.
local function is_beyond(limit, now, before)
  local change = now - before
  if limit.sign and (change > 0) ~= (limit.sign > 0) then return false end
  if not limit.share then return size(change) > limit.amount end
  return before ~= 0 and core.product(100, size(change)) > core.product(limit.amount, size(before))
end

local most_places = 6

-- How many in a hundred a change is, with as many places as show that it is more than the limit.
local function share_of(limit, now, before)
  local places = 1
  local function share() return core.ratio(core.product(100, size(now - before)), size(before), places) end
  while share() <= limit.amount and places < most_places do places = places + 1 end
  return tostring(share()) .. "%"
end

local function change_text(limit, now, before)
  local amount = limit.share and share_of(limit, now, before) or tostring(size(now - before))
  local more = now > before
  return {zh = (more and "增加" or "减少") .. amount, en = (more and "up by " or "down by ") .. amount}
end


--- `change = {address, limit}`
function last_year.change(rule, value)
  local now, limit = address.parse(value[1]), last_year.limit(value[2])
  rule.check = function(context)
    for own, other in each_pair(context, now, now) do
      local current, before = values_of(context, rule, own, other)
      if before and is_beyond(limit, current, before) then
        context:finding{
          cells = {own}, related = {{report = name_of(context.previous), cell = other}}, actual = current,
          fields = {place = context:table_name(own.table), name = sum_words.cell_name(context, own), now = current,
                    before = before, change = change_text(limit, current, before),
                    limit = (limit.text:gsub("^[+-]", ""))}}
      end
    end
  end
end

return last_year

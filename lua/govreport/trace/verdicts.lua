--- What an alignment made of a row, told: on what evidence its values were bound or why they were not, which other
-- reading came nearest, and by how much.

local catalogue = require "govreport.base.catalogue"
local names = require "govreport.form.names"

local verdicts = {}

local function in_all_languages(key, fields)
  local texts = {}
  for _, lang in ipairs(catalogue.languages) do texts[lang] = catalogue.text(lang, key, fields) end
  return texts
end

local function name_of(work, t, index) return names.row(work.form.declared, t.id, t.rows[index].id) end

-- What the nearest other reading is.
local function tell_rival(work, t, index, verdict, fields)
  local rival = verdict.rival
  if not rival then
    fields.other = verdict.by and in_all_languages "trace.other_none" or ""
    return
  end
  local is_own = rival.table == t and rival.index == index
  fields.margin = verdict.margin
  fields.rival = rival.table.id .. "." .. rival.table.rows[rival.index].id
  fields.other = in_all_languages(is_own and "trace.other_value" or "trace.other_row", {
    label = name_of(work, rival.table, rival.index), margin = fields.margin,
  })
end

-- The rows around one that have their labels, for a row that has none.
local function tell_neighbours(before, after, fields)
  local key = before and after and "between" or before and "behind" or after and "before" or "alone"
  fields.between = in_all_languages("trace.place_" .. key, {before = before or "", after = after or ""})
end

--- The event of a row that an alignment bound, or refused.
-- @param entry `{index, verdict}`, see `govreport.trace.rows`
-- @param before the name of the nearest row in front that was read by its label; `after`: behind
-- @return event; nil where nothing of the row was there
function verdicts.event(work, t, entry, before, after)
  local index, verdict = entry.index, entry.verdict
  if not verdict.by and verdict.values == 0 and verdict.matched == 0 then return nil end
  local fields = {
    label = name_of(work, t, index), letters = verdict.letters, matched = verdict.matched, before = verdict.before,
    values = verdict.values, wanted = verdict.wanted, reason = verdict.refused,
  }
  tell_rival(work, t, index, verdict, fields)
  local event = {subject = t.id .. "." .. t.rows[index].id, start = verdict.start, text = verdict.start and "",
                 script = work.origin:entry(t, t.rows[index].id), fields = fields}
  if verdict.by == "label" then event.kind = "row_aligned"
  elseif verdict.by then
    event.kind = verdict.matched > 0 and "row_apart" or "row_placed"
    tell_neighbours(before, after, fields)
  else
    event.kind = "row_refused"
    fields.why = in_all_languages("trace.refused_" .. verdict.refused, fields)
  end
  return event
end

return verdicts

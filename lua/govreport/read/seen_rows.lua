--- The rows that were met in a report, and where the values of each stand: a list of starts on the tape, or
-- `{block, slots}` of a table of the page. Rows are known by their number; a table of one line by the number of its
-- first cell.

local seen_rows = {}

local SeenRows = {}
SeenRows.__index = SeenRows

--- No row yet.
function seen_rows.new() return setmetatable({rows = {}, runs = {}}, SeenRows) end

--- Where the values of a row stand; nil for one that was not met.
function SeenRows:get(t, key)
  local rows = self.rows[t]
  local values = rows and rows[key]
  if values then return values end
  local run = self.runs[t]
  local slots = run and run.slots[key]
  return slots and run.values_at(slots)
end

function SeenRows:put(t, key, values)
  local rows = self.rows[t]
  if not rows then
    rows = {}
    self.rows[t] = rows
  end
  rows[key] = values
end

--- Takes back a row that was put.
function SeenRows:forget(t, key) self.rows[t][key] = nil end

--- Whether no row of a table was met.
function SeenRows:is_empty(t) return self.runs[t] == nil and next(self.rows[t] or {}) == nil end

--- Notes rows of a table that is empty, all at once.
-- @param slots by the key of each row
-- @param values_at function(slots of a row) -> where its values stand
function SeenRows:put_run(t, slots, values_at) self.runs[t] = {slots = slots, values_at = values_at} end

--- Where the values of any row of a table stand; nil for none.
function SeenRows:any(t)
  local key = next(self.rows[t] or {}) or next(self.runs[t] and self.runs[t].slots or {})
  return key and self:get(t, key)
end

return seen_rows

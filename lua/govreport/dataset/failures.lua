--- The documents of a run that were not read: a list of `{name, status, message, code}` that can only be read, by `#`,
-- `[i]` and `ipairs`. It is kept in a file, since of very many files very many may be no reports.

local packed = require "govreport.dataset.packed"
local spool = require "govreport.base.spool"

local failures = {}

-- What is kept of each, in this order.
local kept = {"name", "status", "message", "code"}

-- The files of the lists; of one that is empty there is none.
local files = setmetatable({}, {__mode = "k"})

local meta = {__name = "govreport.DatasetFailures", __metatable = "govreport.DatasetFailures"}

function meta.__len(list) return files[list] and files[list].count or 0 end

function meta.__index(list, number)
  local text = math.type(number) == "integer" and number > 0 and files[list] and files[list]:get(number)
  if not text then return nil end
  local failure, values = {}, packed.rows(text, #kept)()
  for i, name in ipairs(kept) do failure[name] = values[i] end
  return failure
end

function meta.__newindex() error("govreport.DatasetFailures is read-only", 2) end

function meta.__pairs(list) return ipairs(list) end

--- Makes an empty list.
function failures.new() return setmetatable({}, meta) end

--- Adds a failure.
function failures.add(list, failure)
  files[list] = files[list] or spool.new()
  local values = {}
  for i, name in ipairs(kept) do values[i] = failure[name] end
  files[list]:add(packed.bytes(values, #kept))
end

return failures

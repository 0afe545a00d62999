--- Who does the work: processes of `govreport.process`, or where none can be had this one, without limits.

local workers = {}

-- The same as a Pool of one worker, in this process.
local Alone = {peak = 0, started = 0}
Alone.__index = Alone

function Alone:room() return self.text and 0 or 1 end

function Alone:give(number, text)
  self.number, self.text = number, text
  return true
end

function Alone:take()
  if not self.text then return nil end
  local number, text = self.number, self.text
  self.text = nil
  local ok, given = pcall(self.work, text)
  if ok then return number, "done", given end
  return number, require("govreport.base.memory").is_spent(given) and "memory" or "error", given
end

function Alone:close() self.text = nil end

Alone.__close = Alone.close

local function alone(work) return setmetatable({work = work}, Alone) end

--- Workers that call a function.
-- @param count how many; 0 for none beside this process
-- @param limits of each document: `seconds`, `cpu_seconds`, `memory` (bytes)
-- @return a Pool, see docs/security.md; whether they are processes
function workers.new(count, limits, work)
  local is_there, process = pcall(require, "govreport.process")
  if count == 0 or not is_there then return alone(work), false end
  local pool, _, code = process.pool(count, limits, work)
  if pool then return pool, true end
  assert(code == "process.unavailable", code)
  return alone(work), false
end

return workers

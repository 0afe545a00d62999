--- `--isolate`: scripts run in a process of their own, within limits that hold whatever they do. It is a copy of this
-- one; where the scripts come back the copy goes on in its place, else this one goes on without them: see
-- `govreport.process`.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"

local isolate = {}

--- What a call may take: seconds of a processor, so many again for each of these bytes of a document, so many times
-- that by the clock on the wall, and bytes of memory beside what the process has. Of so many calls for a document that
-- end their process no more are tried.
isolate.cpu_seconds, isolate.bytes, isolate.wall, isolate.memory, isolate.most_ended = 2, 1 << 20, 10, 1 << 30, 4

local function limits_for(bytes)
  local seconds = isolate.cpu_seconds * (1 + bytes / isolate.bytes)
  return {cpu_seconds = seconds, seconds = seconds * isolate.wall, memory = isolate.memory}
end

-- Why a call was stopped, for the message of what called it.
local function reason(how, number, limits, lang)
  local fields = {seconds = ("%.0f"):format(limits.cpu_seconds), number = number or ""}
  return catalogue.text(lang, "isolate." .. how, fields)
end

-- Calls that are made in a call are made in the same process. They are numbered, and the process that waits is told
-- which is on its way: the one that ended the copy is not made again.
local function new_caller(process, lang)
  -- Of the calls in the one that is on its way: how many there were; what is refused, by number, and behind the last.
  local is_inside, calls, refused = false, 0, nil

  local function done(...)
    process.tell "0"
    return true, ...
  end

  local function call_inside(f, ...)
    calls = calls + 1
    local problem = refused[calls] or calls > refused.last and refused.others
    if problem then return false, problem end
    process.tell(tostring(calls))
    return done(f(...))
  end

  -- What a venture gave; an error of the call goes on. Nil, a reason and a number where it ended the copy.
  local function ended(limits, is_fine, is_made, ...)
    is_inside = false
    if not is_fine then error(is_made, 0) end
    if is_made then return true, ... end
    local how, number, last = ...
    if is_made == nil then return nil, catalogue.text(lang, "process.failed") end
    return nil, reason(how, number, limits, lang), math.tointeger(tonumber(last)) or 0
  end

  local function venture(limits, f, ...)
    is_inside, calls = true, 0
    return ended(limits, pcall(process.venture, limits, f, ...))
  end

  return function(bytes, f, ...)
    if is_inside then return call_inside(f, ...) end
    local limits, count = limits_for(bytes), 0
    refused = {last = math.huge}
    while true do
      local results = table.pack(venture(limits, f, ...))
      local problem, last = results[2], results[3]
      if results[1] then return table.unpack(results, 1, results.n) end
      if not last or last == 0 then return false, problem end
      refused[last], count = problem, count + 1
      if count == isolate.most_ended then
        refused.last, refused.others = last, catalogue.text(lang, "isolate.often", {count = count})
      end
    end
  end
end

--- Runs scripts so from now on.
-- @return true; or nil, message, code where nothing can
function isolate.begin(lang)
  local process = require "govreport.process"
  local ok, _, code = process.lead()
  if not ok then return nil, catalogue.text(lang, code, {}), code end
  govreport.call_scripts_with(new_caller(process, lang))
  return true
end

return isolate

--- `--isolate`: scripts run in a process of their own, within limits that hold whatever they do. It is a copy of this
-- one; where the script comes back the copy goes on in its place, else this one goes on without it: see
-- `govreport.process`.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"

local isolate = {}

--- What a call may take: seconds of a processor, so many again for each of these bytes of a document, so many times
-- that by the clock on the wall, and bytes of memory beside what the process has.
isolate.cpu_seconds, isolate.bytes, isolate.wall, isolate.memory = 2, 1 << 20, 10, 1 << 30

-- Whether a call is on its way; those in it are made in the same process.
local is_inside = false

local function limits_for(bytes)
  local seconds = isolate.cpu_seconds * (1 + bytes / isolate.bytes)
  return {cpu_seconds = seconds, seconds = seconds * isolate.wall, memory = isolate.memory}
end

-- Why a call was stopped, for the message of what called it.
local function reason(how, number, limits, lang)
  local fields = {seconds = ("%.0f"):format(limits.cpu_seconds), number = number or ""}
  return catalogue.text(lang, "isolate." .. how, fields)
end

-- What a call gave; an error of it goes on.
local function ended(limits, lang, is_fine, is_made, ...)
  is_inside = false
  if not is_fine then error(is_made, 0) end
  if is_made == nil then return false, (...) end   -- the system makes no process
  if is_made then return true, ... end
  local how, number = ...
  return false, reason(how, number, limits, lang)
end

--- Runs scripts so from now on.
-- @return true; or nil, message, code where nothing can
function isolate.begin(lang)
  local process = require "govreport.process"
  local ok, _, code = process.lead()
  if not ok then return nil, catalogue.text(lang, code, {}), code end
  govreport.call_scripts_with(function(bytes, f, ...)
    if is_inside then return true, f(...) end
    local limits = limits_for(bytes)
    is_inside = true
    return ended(limits, lang, pcall(process.venture, limits, f, ...))
  end)
  return true
end

return isolate

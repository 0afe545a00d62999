--- Where the entries of a table stand that a program passes: in its source, where that can be read, else at the call.

local file = require "govreport.base.file"

-- The source of a program is read up to so many bytes.
local longest_source = 16 << 20

--- The place of a call.
-- @param level of the function that was called; see `debug.getinfo`
-- @return function(id, key, within) -> where that stands, as `govreport.form.script.locator` gives it; the place of the
-- call
return function(level)
  local caller = debug.getinfo(level + 1, "Sl")
  while caller.currentline < 0 and debug.getinfo(level + 2, "Sl") do   -- called in a tail, through C
    level = level + 1
    caller = debug.getinfo(level + 1, "Sl")
  end
  local path = caller.source:match("^@(.*)$")
  local text = path and file.read(path, longest_source)
  local locate = text and require("govreport.form.script").locator(path, text)
  local call = caller.short_src .. ":" .. caller.currentline
  return function(id, ...)
    local place = locate and id and locate(id, ...)
    return place and place:find(":%d+$") and not place:find(":1$") and place or call
  end, call
end

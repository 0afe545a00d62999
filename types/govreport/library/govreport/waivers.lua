---@meta govreport.waivers
-- Written by `make docs` from docs/api.lua.

---`local waivers = require "govreport.waivers"`: findings that were looked at and accepted; see Waiver. Both
---functions raise where something is not right, with its place.
---@class govreport.waivers
local waivers = {}

---Reads a file: a script that returns a list of Waiver.
---@param path string
---@return govreport.Waivers
function waivers.load(path) end

---Makes Waivers of a list.
---@param list govreport.Waiver[]
---@param where? fun(id: string?, key: string?): string where an entry stands, for messages
---@return govreport.Waivers
function waivers.new(list, where) end

return waivers

--- A module that is loaded when it is first used: for what only some documents and some programs need.
--
--   local pdf = later "govreport.read.pdf"                       -- loads nothing
--   pdf.document(bytes, options)                                 -- loads it
--
-- What a module gives must be a table. spec/project/loading_spec.lua tells which modules are loaded for what.

--- @param name of the module, as `require` takes it
-- @return what stands for it
return function(name)
  return setmetatable({}, {__index = function(own, key)
    local module = require(name)
    setmetatable(own, {__index = module, __newindex = module})
    return module[key]
  end, __newindex = function(_, key, value) require(name)[key] = value end})
end

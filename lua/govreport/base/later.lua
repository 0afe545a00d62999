--- A module that is loaded when it is first used: for what only some documents and some programs need.
--
--   local pdf = later "govreport.read.pdf"                       -- loads nothing
--   pdf.document(bytes, options)                                 -- loads it
--
-- spec/project/loading_spec.lua holds which modules are loaded for what.

--- @param name of the module, as `require` takes it; what it gives is a table or a function
-- @return what stands for it
return function(name)
  local stand_in = {}
  local function load(_, key)
    local module = require(name)
    setmetatable(stand_in, {__index = module})
    return module[key]
  end
  return setmetatable(stand_in, {__index = load, __call = function(_, ...) return require(name)(...) end})
end

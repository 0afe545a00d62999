--- Patterns of paths on the command line: no shell puts paths in their place where they are in quotes, and that of
-- Windows never does.

local catalogue = require "govreport.base.catalogue"
local later = require "govreport.base.later"
local glob = later "govreport.base.glob"

local patterns = {}

-- Whether a path is one. Most have no sign of it.
local function is_one(path) return path:find "[*?%[]" ~= nil and glob.is_one(path) end

-- The arguments that are lists of paths.
local lists = {"path", "child"}

--- Puts what patterns stand for in their place. What nothing fits stays.
function patterns.expand(arguments)
  for _, key in ipairs(lists) do
    local given, paths = arguments[key], {}
    for _, path in ipairs(type(given) == "table" and given or {}) do
      local fitting = is_one(path) and glob.paths(path) or {}
      if #fitting == 0 then fitting[1] = path end
      table.move(fitting, 1, #fitting, #paths + 1, paths)
    end
    if type(given) == "table" then arguments[key] = paths end
  end
end

--- `{name, message, code}` of a pattern that nothing fits; nil for a path that is none.
function patterns.unfitting(path, lang)
  if not is_one(path) then return nil end
  return {name = path, message = catalogue.text(lang, "io.pattern", {path = path}), code = "io.pattern"}
end

return patterns

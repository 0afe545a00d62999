--- How the scripts of forms and rules are run.

local argument = require "govreport.base.argument"

local chapter = {}

--- Sets how scripts are called from now on, and documents read by forms that scripts declare: in a process of its own,
-- for one. The library itself calls them here, on a budget.
-- @param caller function(bytes, f, …) -> true and what f(…) gives; or false and why it was stopped, as a text. `bytes`
-- is the size of the document, 0 for a call of a single function. Nil sets the usual way
function chapter.call_scripts_with(caller)
  if caller ~= nil then argument.type("call_scripts_with", "caller", "function", caller) end
  require("govreport.form.script").caller = caller
end

return chapter

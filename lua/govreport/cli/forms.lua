--- govreport forms: the forms that are known, in the order in which they are tried.

local forms = require "govreport.forms"
local text = require "govreport.render.text"

local command = {}

function command.define() end

--- @return exit code
function command.run(_, terminal)
  for _, id in ipairs(forms.list()) do
    local declared = forms.declared(id)
    terminal:print(text.pad(id, 24) .. declared.name .. "  " .. (declared.notice or "") .. "\n")
  end
  return 0
end

return command

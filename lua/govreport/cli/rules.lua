--- govreport rules: all rules, one a line.

local catalogue = require "govreport.catalogue"
local rule = require "govreport.rule"
local text = require "govreport.render.text"

local command = {}

function command.define() end

--- @return exit code
function command.run(_, terminal)
  for _, declared in ipairs(rule.all()) do
    local severity = catalogue.text(terminal.lang, "severity." .. declared.severity)
    terminal:print(text.pad(declared.id, 34) .. text.pad(severity, 10) .. declared.title[terminal.lang] .. "\n")
  end
  return 0
end

return command

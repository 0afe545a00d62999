--- govreport explain: what a rule means, what it stands on, an example that fails and one that passes.

local checker = require "govreport.cli.checker"
local govreport = require "govreport"

local command = {}

function command.define(parser)
  parser:argument("rule", "the id of a rule, or of a family")
  parser:option("--rules", "a file of rules to add; may be given several times"):count("*")
end

--- @return exit code
function command.run(arguments, terminal)
  local rules, name = checker.rules(arguments), arguments.rule
  if not name:find(".", 1, true) then
    local ok, family = pcall(govreport.rules, {rules = rules, select = {name}, lang = terminal.lang})
    if ok then
      terminal:show(family)
      return 0
    end
  end
  local ok, found, message, code = terminal:attempt("options.invalid", govreport.explain, name,
                                                    {rules = rules, lang = terminal.lang})
  if ok and not found then terminal:complain(message, code) end
  if not ok or not found then return 2 end
  terminal:show(found)
  return 0
end

return command

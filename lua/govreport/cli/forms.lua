--- govreport forms: the forms that are known, in the order in which they are tried; which of them a report is in.

local forms = require "govreport.forms"
local forms_text = require "govreport.render.forms_text"
local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:option("--why", "a report: which form was chosen, and why not the others")
  parser:option("--encoding", "the encoding of the file, instead of finding out")
end

local function why(arguments, terminal)
  local document, name, code = input.read_document(arguments.why, arguments, terminal)
  if not document then
    terminal:complain(name, code)
    return 3
  end
  local list, chosen, year = govreport.why(document)
  terminal:print(forms_text.why(name, {list = list, chosen = chosen, year = year}, terminal.lang))
  return 0
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.why then return why(arguments, terminal) end
  local list = {}
  for i, id in ipairs(forms.list()) do
    local declared, source = forms.declared(id), forms.source(id)
    list[i] = {id = id, name = declared.name, notice = declared.notice, source = source ~= forms.rock and source or nil}
  end
  terminal:print(forms_text.list(list, terminal.lang))
  return 0
end

return command

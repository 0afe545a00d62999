--- govreport forms: the forms that are known, in the order in which they are tried; which of them a report is in; with
-- `test`, the tests of forms that people write.

local lfs = require "lfs"
local form_test = require "govreport.form.form_test"
local forms = require "govreport.form"
local forms_text = require "govreport.render.forms_text"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local tests = require "govreport.cli.tests"

local command = {}

function command.define(parser)
  parser:argument("action", "test: run the tests (*_test.lua) of a file or folder"):args("?"):choices{"test"}
  parser:argument("path", "of the tests"):args("*")
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

local function absolute(path)
  path = path:sub(1, 1) == "/" and path or lfs.currentdir():gsub("/$", "") .. "/" .. path
  return (path:gsub("/%./", "/"))
end

-- Adds the forms in some scripts, but for those that the project has loaded already under another path.
local function load_forms(paths)
  local known, new = {}, {}
  for _, id in ipairs(forms.list()) do known[absolute(forms.source(id))] = true end
  for _, path in ipairs(paths) do
    if not known[absolute(path)] then new[#new + 1] = path end
  end
  return forms.load(new)
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.why then return why(arguments, terminal) end
  if arguments.action == "test" then
    return tests.run(arguments.path, terminal, "forms", function(path)
      return form_test.run(govreport, path, load_forms)
    end)
  end
  local list = {}
  for i, id in ipairs(forms.list()) do
    local declared, source = forms.declared(id), forms.source(id)
    list[i] = {id = id, name = declared.name, notice = declared.notice, source = source ~= forms.rock and source or nil}
  end
  terminal:print(forms_text.list(list, terminal.lang))
  return 0
end

return command

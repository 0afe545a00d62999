--- govreport new rule NAME, govreport new form NAME --from FILE: a rule or a form and its test, to begin with;
-- govreport new report --form ID -o FILE: a report, to be filled in.

local govreport = require "govreport"
local input = require "govreport.cli.input"
local new_files = require "govreport.cli.new_files"
local new_report = require "govreport.cli.new_report"
local output = require "govreport.cli.output"

local command = {}

local complain, write_new, find_form = new_files.complain, new_files.write, new_files.find_form

function command.define(parser)
  parser:argument("kind", "what to write"):choices{"rule", "form", "report"}
  parser:argument("name", "rule, form: its id; of a rule family.name, of a name alone the family is my"):args "?"
  parser:option("--from", "form: an example, a document in this form")
  parser:option("--for", "rule: the form that it is for (default: cn_disclosure_2021)"):target("of_form")
  new_report.define(parser)
  input.define(parser, "file")
end

local function new_rule(arguments, terminal)
  local id = arguments.name:find(".", 1, true) and arguments.name or "my." .. arguments.name
  if not id:match("^[%w_]+%.[%w_.]*[%w_]$") then return complain(terminal, "new.name", {name = arguments.name}) end
  if arguments.from then return complain(terminal, "new.not_from") end
  local of_form = arguments.of_form
  local form, nearest = find_form(of_form or "cn_disclosure_2021")
  if not form then
    return complain(terminal, nearest and "new.no_form_near" or "new.no_form", {form = of_form, nearest = nearest})
  end
  local own, message, code = govreport.draft_rule(id, {form = form.id, lang = terminal.lang})
  if not own then
    terminal:complain(message, code)
    return 2
  end
  local name = id:match("[^.]+$")
  local names = {rule = name .. ".lua", test = name .. "_test.lua", form = own.source}
  local failed = write_new({{names.rule, govreport.render(own, "rule", {names = names})},
                            {names.test, govreport.render(own, "test", {names = names})}}, terminal)
  if failed then return failed end
  terminal:say("new.rule", {rule = names.rule, test = names.test})
  return 0
end

local function new_form(arguments, terminal)
  local id = arguments.name
  if not id:match("^[%a_][%w_]*$") then return complain(terminal, "new.form_name", {name = id}) end
  if not arguments.from then return complain(terminal, "new.from", {name = id}) end
  local known = find_form(id)
  if known then return complain(terminal, "new.form_taken", {name = id, source = known.source}) end
  local names = {form = id .. ".lua", test = id .. "_test.lua", from = arguments.from}
  for _, path in ipairs{names.form, names.test} do   -- before the example is read
    if output.is_there(path) then return complain(terminal, "new.exists", {path = path}) end
  end
  local document = input.document(arguments.from, arguments, terminal)
  if not document then return 3 end
  local own, message, code, faults = govreport.draft(document, id, {lang = terminal.lang})
  if not own then
    terminal:complain(message, code)
    for _, line in ipairs(faults) do terminal:print(line .. "\n") end
    return 3
  end
  local failed = write_new({{names.form, govreport.render(own, "form", {names = names, lang = terminal.lang})},
                            {names.test, govreport.render(own, "test", {names = names, lang = terminal.lang})}},
                           terminal)
  if failed then return failed end
  terminal:print(govreport.render(own, "summary", {names = names, lang = terminal.lang}))
  return 0
end

--- @return exit code
function command.run(arguments, terminal)
  if arguments.kind == "report" then return new_report.run(arguments, terminal) end
  local option = new_report.given(arguments)
  if option then return complain(terminal, "new.not_for", {option = option, kind = arguments.kind}) end
  if not arguments.name then return complain(terminal, "new.no_name", {kind = arguments.kind}) end
  return (arguments.kind == "form" and new_form or new_rule)(arguments, terminal)
end

return command

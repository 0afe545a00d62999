--- govreport new rule NAME, govreport new form NAME --from FILE: a rule or a form and its test, to begin with.

local lfs = require "lfs"
local catalogue = require "govreport.base.catalogue"
local draft = require "govreport.draft"
local forms = require "govreport.form"
local input = require "govreport.cli.input"
local output = require "govreport.cli.output"
local render = require "govreport.render.draft"

local command = {}

function command.define(parser)
  parser:argument("kind", "what to write"):choices{"rule", "form"}
  parser:argument("name", "its id; of a rule family.name, of a name alone the family is my")
  parser:option("--from", "form: an example, a document in this form")
  parser:option("--encoding", "the encoding of the file, instead of finding out")
end

local rule_text = [[
-- What must hold, and what is said where it does not. `govreport check --rules %s FILE` runs it.
return {
  {
    id = "%s", severity = "warning",
    title = {zh = "部分公开不多于办理总计", en = "no more is granted in part than concluded"},
    at_most = {"applications.partially_granted.*", "applications.concluded.*"},
    message = {zh = "{place}{where}：部分公开{left}件，多于办理总计{right}件，请核实。",
               en = "{place}{where}: {left} granted in part, more than {right} concluded."},
  },
}
]]

local test_text = [[
-- Samples of reports, with 0 in every cell that is not named. `govreport rules test %s` runs it.
return {
  rules = "%s",
  {name = "more than concluded", form = "cn_disclosure_2021",
   cells = {["applications.partially_granted.total"] = 5, ["applications.concluded.total"] = 3},
   finds = {{"%s", "applications.partially_granted.total", "applications.concluded.total"}}},
  {name = "as many as concluded", form = "cn_disclosure_2021",
   cells = {["applications.partially_granted.total"] = 5, ["applications.concluded.total"] = 5}, finds = {}},
}
]]

local function complain(terminal, code, fields)
  terminal:complain(catalogue.text(terminal.lang, code, fields), code)
  return 2
end

-- Writes files, none of which may be there.
-- @param texts list of `{path, text}`
-- @return nil, or the exit code
local function write_new(texts, terminal)
  for _, entry in ipairs(texts) do
    if lfs.symlinkattributes(entry[1]) then return complain(terminal, "new.exists", {path = entry[1]}) end
  end
  for _, entry in ipairs(texts) do
    local ok, problem = output.write(entry[1], entry[2])
    if not ok then return complain(terminal, "io.unwritable", {detail = problem}) end
  end
end

local function new_rule(arguments, terminal)
  local id = arguments.name:find(".", 1, true) and arguments.name or "my." .. arguments.name
  if not id:match("^[%w_]+%.[%w_.]*[%w_]$") then return complain(terminal, "new.name", {name = arguments.name}) end
  if arguments.from then return complain(terminal, "new.not_from") end
  local name = id:match("[^.]+$")
  local rule_path, test_path = name .. ".lua", name .. "_test.lua"
  local failed = write_new({{rule_path, rule_text:format(rule_path, id)},
                            {test_path, test_text:format(test_path, rule_path, id)}}, terminal)
  if failed then return failed end
  terminal:print(catalogue.text(terminal.lang, "new.rule", {rule = rule_path, test = test_path}) .. "\n")
  return 0
end

-- The draft from an example, and the name of the example; or nil and the exit code.
local function draft_from(arguments, terminal)
  local document, name, code = input.read_document(arguments.from, arguments, terminal)
  if not document then
    terminal:complain(name, code)
    return nil, 3
  end
  local own, problem, fields = draft.make(document, arguments.name)
  if own then return own end
  complain(terminal, problem, {path = name, form = fields.form})
  for _, line in ipairs(render.faults(fields.tables or {}, terminal.lang)) do terminal:print(line .. "\n") end
  return nil, 3
end

local function cell_counts(own)
  local right, count = 0, 0
  for _, t in ipairs(own.tables) do right, count = right + #t.right, count + #t.values end
  return right, count
end

local function new_form(arguments, terminal)
  local id = arguments.name
  if not id:match("^[%a_][%w_]*$") then return complain(terminal, "new.form_name", {name = id}) end
  if not arguments.from then return complain(terminal, "new.from", {name = id}) end
  for _, known in ipairs(forms.list()) do
    if known == id then return complain(terminal, "new.form_taken", {name = id, source = forms.source(id)}) end
  end
  local names = {form = id .. ".lua", test = id .. "_test.lua", from = arguments.from}
  for _, path in ipairs{names.form, names.test} do
    if lfs.symlinkattributes(path) then return complain(terminal, "new.exists", {path = path}) end
  end
  local own, failed = draft_from(arguments, terminal)
  if not own then return failed end
  failed = write_new({{names.form, render.form(own, names, terminal.lang)},
                      {names.test, render.test(own, names, terminal.lang)}}, terminal)
  if failed then return failed end
  local right, count = cell_counts(own)
  terminal:print(catalogue.text(terminal.lang, "new.form", {
    form = names.form, test = names.test, tables = #own.tables, sections = #own.declared.sections, right = right,
    count = count}) .. "\n")
  for _, line in ipairs(render.account(own, terminal.lang)) do terminal:print(line .. "\n") end
  return 0
end

--- @return exit code
function command.run(arguments, terminal)
  return (arguments.kind == "form" and new_form or new_rule)(arguments, terminal)
end

return command

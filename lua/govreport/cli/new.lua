--- govreport new rule NAME: a rule and its test, to begin with.

local lfs = require "lfs"
local catalogue = require "govreport.catalogue"
local output = require "govreport.cli.output"

local command = {}

function command.define(parser)
  parser:argument("kind", "what to write"):choices{"rule"}
  parser:argument("name", "its id, family.name; of a name alone the family is my")
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

--- @return exit code
function command.run(arguments, terminal)
  local id = arguments.name:find(".", 1, true) and arguments.name or "my." .. arguments.name
  if not id:match("^[%w_]+%.[%w_.]*[%w_]$") then return complain(terminal, "new.name", {name = arguments.name}) end
  local name = id:match("[^.]+$")
  local rule_path, test_path = name .. ".lua", name .. "_test.lua"
  for _, path in ipairs{rule_path, test_path} do
    if lfs.attributes(path) then return complain(terminal, "new.exists", {path = path}) end
  end
  for path, text in pairs{[rule_path] = rule_text:format(rule_path, id),
                          [test_path] = test_text:format(test_path, rule_path, id)} do
    local ok, problem = output.write(path, text)
    if not ok then return complain(terminal, "io.unwritable", {detail = problem}) end
  end
  terminal:print(catalogue.text(terminal.lang, "new.rule", {rule = rule_path, test = test_path}) .. "\n")
  return 0
end

return command

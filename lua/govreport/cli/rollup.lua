--- govreport rollup: a report beside those of which it should be the sum.

local fingerprint = require "govreport.check.fingerprint"
local forms = require "govreport.form"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local rollup_json = require "govreport.render.rollup_json"
local rollup_text = require "govreport.render.rollup_text"
local text_format = require "govreport.render.findings.text"

local command = {}

function command.define(parser)
  parser:argument("parent", "the report of the government")
  parser:argument("child", "those of its departments and of the governments below: files or folders"):args("+")
  parser:option("--roster", "a CSV file that names whose reports there should be (名称; also 上级, 年度); a register of "
                            .. "units will do")
  parser:option("--units", "a register of units (CSV)")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--to", "text, or json: every cell with what each unit has"):choices{"text", "json"}:default("text")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
end

-- What is needed of each child; and how many could not be read.
local function read_children(arguments, terminal)
  local files, failures = input.expand(arguments.child, terminal.lang)
  local members, lost = {}, #failures
  for _, failure in ipairs(failures) do terminal:complain(failure.message, failure.code) end
  for _, path in ipairs(files) do
    -- In a folder of all reports the parent stands beside its children.
    local report = path ~= arguments.parent and input.open_or_complain(path, arguments, terminal)
    if report then
      members[#members + 1] = govreport.member(report, path)
      report:close()
    elseif path ~= arguments.parent then
      lost = lost + 1
    end
  end
  return members, lost
end

local function print_all(compared, result, parent, arguments, terminal)
  if arguments.to == "json" then return terminal:print(rollup_json.render(compared, result)) end
  local format = text_format.new{lang = terminal.lang, color = terminal.color}
  terminal:print(format:file{name = arguments.parent, subject = fingerprint.subject(parent), report = parent,
                             result = result})
  terminal:print(rollup_text.render(compared, forms.declared(parent.form), terminal.lang))
end

--- @return exit code
function command.run(arguments, terminal)
  local roster, no_roster = input.open_units(arguments.roster, terminal, {roster = true})
  local register, no_register = input.open_units(arguments.units, terminal)
  if no_roster or no_register then return 2 end
  local parent = input.open_or_complain(arguments.parent, arguments, terminal)
  if not parent then return 3 end
  local members, lost = read_children(arguments, terminal)
  local compared, result, code = govreport.rollup(parent, members, {
    roster = roster, units = register, lost = lost, name = arguments.parent, lang = terminal.lang})
  if not compared then
    terminal:complain(result, code)
    return 3
  end
  print_all(compared, result, parent, arguments, terminal)
  if lost > 0 then return 3 end
  if result.counts.error > 0 or arguments.fail_on == "warning" and result.counts.warning > 0 then return 1 end
  return result.verdict == "undecided" and 3 or 0
end

return command

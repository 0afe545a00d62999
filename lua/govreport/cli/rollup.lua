--- govreport rollup: a report beside those of which it should be the sum.

local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:argument("parent", "the report of the government")
  parser:argument("child", "those of its departments and of the governments below: files, folders or .zip archives")
    :args("+")
  parser:option("--roster", "a CSV file that names whose reports there should be (名称; also 上级, 年度); a register of "
                            .. "units will do")
  parser:option("--units", "a register of units (CSV)")
  input.define(parser, "files")
  parser:option("--to", "text, or json: every cell with what each unit has"):choices{"text", "json"}:default("text")
  parser:option("--fail-on", "the least severity that makes exit code 1"):choices{"error", "warning"}:default("error")
end

-- In a folder of all reports the parent stands beside its children, maybe by another name.
local function children_of(arguments, terminal)
  local files, failures = govreport.files({arguments.parent, table.unpack(arguments.child)}, {lang = terminal.lang})
  table.remove(files, 1)
  return files, failures
end

--- @return exit code
function command.run(arguments, terminal)
  local roster, no_roster = input.units(arguments.roster, terminal, {roster = true})
  local register, no_register = input.units(arguments.units, terminal)
  if no_roster or no_register then return 2 end
  local parent = input.report(arguments.parent, arguments, terminal)
  if not parent then return 3 end
  local files, failures = children_of(arguments, terminal)
  local compared, result, code = govreport.rollup(parent, input.sources(files, arguments, terminal), {
    roster = roster, units = register, lost = #failures, name = arguments.parent, lang = terminal.lang,
    encoding = arguments.encoding})
  local unread = input.tell_unread(failures, terminal)
  if not compared then
    terminal:complain(result, code)
    return 3
  end
  unread = input.tell_unread(compared.unread, terminal) or unread
  if arguments.to == "text" then terminal:show(result, nil, {name = arguments.parent}) end
  terminal:show(compared, arguments.to)
  return unread and 3 or result:exit_code(arguments.fail_on)
end

return command

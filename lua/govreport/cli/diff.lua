--- govreport diff: what differs between two reports.

local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

command.exit_codes = {same = 0, different = 1, undecided = 3}

function command.define(parser)
  parser:epilog("Width, white space, line ends, brackets, punctuation and traditional characters do not count. "
    .. "Exit codes: 0 no difference; 1 differences; 2 wrong usage; 3 a file could not be read, or nothing differs but "
    .. "some cells could not be read.")
  parser:argument("a", "a file; - for standard input")
  parser:argument("b", "another one")
  input.define(parser, "files")
  parser:option("--years", "relative: each report's own year counts as “this year” (default where the years differ); "
    .. "literal: years as printed"):choices{"relative", "literal"}
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

--- @return exit code
function command.run(arguments, terminal)
  local a = input.report(arguments.a, arguments, terminal)
  local b = input.report(arguments.b, arguments, terminal)
  if not a or not b then return 3 end
  local found = govreport.diff(a, b, {years = arguments.years})
  terminal:show(found, arguments.to)
  return command.exit_codes[found:verdict()]
end

return command

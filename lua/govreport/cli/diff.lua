--- govreport diff: what differs between two reports.

local diff = require "govreport.compare.diff"
local diff_json = require "govreport.render.diff_json"
local diff_text = require "govreport.render.diff"
local forms = require "govreport.form"
local input = require "govreport.cli.input"

local command = {}

command.exit_codes = {same = 0, different = 1, undecided = 3}

function command.define(parser)
  parser:epilog("Width, white space, line ends, brackets, punctuation and traditional characters do not count. "
    .. "Exit codes: 0 no difference; 1 differences; 2 wrong usage; 3 a file could not be read, or nothing differs but "
    .. "some cells could not be read.")
  parser:argument("a", "a file; - for standard input")
  parser:argument("b", "another one")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--years", "relative: each report's own year counts as “this year” (default where the years differ); "
    .. "literal: years as printed"):choices{"relative", "literal"}
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

--- Prints what differs between two reports.
function command.print(terminal, found, paths, to)
  if to == "json" then return terminal:print(diff_json.render(found, paths)) end
  terminal:print(diff_text.render(found, {
    lang = terminal.lang, color = terminal.color, names = paths,
    declared = {a = forms.declared(found.a.form), b = forms.declared(found.b.form)},
  }))
end

--- @return exit code
function command.run(arguments, terminal)
  local a, a_name = input.open_or_complain(arguments.a, arguments, terminal)
  local b, b_name = input.open_or_complain(arguments.b, arguments, terminal)
  if not a or not b then return 3 end
  local found = diff.run(a, b, {years = arguments.years})
  command.print(terminal, found, {a = a_name, b = b_name}, arguments.to)
  return command.exit_codes[found:verdict()]
end

return command

--- govreport same: whether several files carry the same report, or what differs from the first one.

local diff = require "govreport.cli.diff"
local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:epilog("For a draft, the page and the file to download. Width, white space, line ends, brackets, punctuation "
    .. "and traditional characters do not count; numbers, blanks and words do. What a page has around the report is "
    .. "listed and no difference. Exit codes: 0 all say the same; 1 something differs; 2 wrong usage; 3 a file could "
    .. "not be read, or nothing differs but some cells could not be read.")
  parser:argument("path", "files; each is compared with the first"):args("2+")
  input.define(parser, "files")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

--- @return exit code
function command.run(arguments, terminal)
  local found, message, code = govreport.same(input.sources(arguments.path, arguments, terminal),
                                              {lang = terminal.lang, encoding = arguments.encoding})
  if not found then
    terminal:complain(message, code)
    return 3
  end
  local unread = input.tell_unread(found.unread, terminal)
  terminal:show(found, arguments.to)
  return unread and 3 or diff.exit_codes[found:verdict()]
end

return command

--- govreport trace: what happened when a file was read.

local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:epilog("Exit codes: 0 a form was found, or given by --form; 2 wrong usage; 3 the file could not be read, or "
    .. "no form fits.")
  parser:argument("path", "a file; - for standard input")
  input.define(parser, "file")
  parser:option("--form", "read it by this form, whatever it looks like")
  parser:option("--table", "only what is about this table")
  parser:option("--section", "only what is about this part")
  parser:flag("--cells", "tell of every cell as well: how it got its value, and which lines declare it")
  parser:option("--cell", "tell of this cell alone, as in applications.granted.total")
  parser:flag("--all", "what was found as well, not only what was missed")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

local is_unknown = {["trace.unknown"] = true, ["trace.unknown_near"] = true}

--- @return exit code
function command.run(arguments, terminal)
  local document = input.document(arguments.path, arguments, terminal)
  if not document then return 3 end
  local found, message, code = govreport.trace(document, {
    lang = terminal.lang, name = document.name, form = arguments.form, table = arguments.table,
    section = arguments.section, cells = arguments.cells, cell = arguments.cell})
  if not found then
    terminal:complain(message, code)
    return is_unknown[code] and 2 or 3
  end
  terminal:show(found, arguments.to, {name = document.name, all = arguments.all})
  return found.why == "nearest" and 3 or 0
end

return command

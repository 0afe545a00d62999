--- govreport trace: what happened when a file was read.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local render = require "govreport.render.trace"
local trace = require "govreport.trace"
local trace_json = require "govreport.render.trace_json"

local command = {}

function command.define(parser)
  parser:epilog("Exit codes: 0 a form was found, or given by --form; 2 wrong usage; 3 the file could not be read, or "
    .. "no form fits.")
  parser:argument("path", "a file; - for standard input")
  parser:option("--encoding", "the encoding of the file, instead of finding out")
  parser:option("--form", "read it by this form, whatever it looks like")
  parser:option("--table", "only what is about this table")
  parser:option("--section", "only what is about this part")
  parser:flag("--cells", "tell of every cell as well: how it got its value, and which lines declare it")
  parser:option("--cell", "tell of this cell alone, as in applications.granted.total")
  parser:flag("--all", "what was found as well, not only what was missed")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

-- Tells of an id that no form has; whether there is one.
local function is_wrong(options, terminal)
  local problem = trace.problem(options)
  if not problem then return false end
  terminal:complain(catalogue.text(terminal.lang, problem.nearest and "trace.unknown_near" or "trace.unknown", {
    kind = catalogue.text(terminal.lang, "trace.kind." .. problem.kind), id = problem.id, nearest = problem.nearest,
  }), "options.unknown")
  return true
end

--- @return exit code
function command.run(arguments, terminal)
  local options = {lang = terminal.lang, form = arguments.form, table = arguments.table, section = arguments.section,
                   cells = arguments.cells, cell = arguments.cell}
  if is_wrong(options, terminal) then return 2 end
  local document, name, code = input.read_document(arguments.path, arguments, terminal)
  local found, message
  if document then
    options.name = name
    found, message, code = govreport.trace(document, options)
  end
  if not found then
    terminal:complain(message or name, code)
    return 3
  end
  if arguments.to == "json" then terminal:print(trace_json.render(name, found, terminal.lang))
  else
    terminal:print(render.text(name, found, {lang = terminal.lang, color = terminal.color, all = arguments.all}))
  end
  return found.why == "nearest" and 3 or 0
end

return command

--- govreport extract: reports as data.

local govreport = require "govreport"
local input = require "govreport.cli.input"

local command = {}

function command.define(parser)
  parser:epilog("Of one file tsv has the columns of its cells alone, and json is an object; of several files, folders "
    .. "and archives tsv names the file in each line, as csv always does, and json is a list. Exit codes: 0 all were "
    .. "read; 2 wrong usage; 3 a file could not be read, the others are printed.")
  parser:argument("path", "files, folders or .zip archives; - for standard input"):args("+")
  input.define(parser, "files")
  parser:option("--to", "tsv, csv: one line per cell; json, jsonl: everything, with places")
    :choices{"tsv", "csv", "json", "jsonl"}:default("tsv")
end

-- Prints entries as one table or list, each as soon as it is read.
local function print_all(collection, arguments, terminal, options)
  local printer = govreport.printer(collection, arguments.to, options)
  terminal:print(printer:head())
  for entry in collection:entries() do
    if entry.message then terminal:complain(entry.message, entry.code) end
    terminal:print(printer:entry(entry))
    terminal:release()
    if terminal.write_problem then return end   -- nobody gets the rest
  end
  terminal:print(printer:foot())
end

-- Prints a report that was asked for alone.
local function print_one(collection, arguments, terminal, options)
  for entry in collection:entries() do
    if entry.report then terminal:show(entry.report, arguments.to, options)
    else terminal:complain(entry.message, entry.code) end
  end
end

--- @return exit code
function command.run(arguments, terminal)
  local collection = assert(govreport.open_files(input.sources(arguments.path, arguments, terminal), {
    lang = terminal.lang, encoding = arguments.encoding}))
  local is_one = #arguments.path == 1 and not collection.folder
  local show = is_one and print_one or print_all
  show(collection, arguments, terminal, {bom = arguments.to == "csv" and terminal:is_file() or nil})
  return collection.unread > 0 and 3 or 0
end

return command

--- Files that a list names: `--files-from FILE`, a path a line, or with `-0` with a zero byte behind each.

local file = require "govreport.base.file"
local input = require "govreport.cli.input"
local catalogue = require "govreport.base.catalogue"

local listed_files = {}

function listed_files.define(parser)
  parser:option("--files-from", "a file that lists the files, a path a line; - for standard input")
  parser:flag("-0", "the paths of --files-from end with a zero byte, as `find -print0` writes them"):target("zero")
end

local function list_text(path, terminal)
  local text, code, fields
  if path == "-" then text, code, fields = file.read_open(io.stdin, file.usual_limit)
  else text, code, fields = file.read(path, file.usual_limit) end
  if text then return text end
  fields.path = path
  terminal:complain(catalogue.text(terminal.lang, code, fields), code)
end

--- The paths of the arguments and of the list, as the library takes them; nil where the list cannot be read, which was
-- told then.
function listed_files.paths(arguments, terminal)
  local paths = input.sources(arguments.path, arguments, terminal)
  if not arguments.files_from then return paths end
  local text = list_text(arguments.files_from, terminal)
  if not text then return nil end
  for path in text:gmatch(arguments.zero and "[^\0]+" or "[^\r\n]+") do paths[#paths + 1] = path end
  return paths
end

return listed_files

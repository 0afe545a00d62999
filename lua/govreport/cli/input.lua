--- What the paths of the command line stand for: files, and `-` for standard input.

local govreport = require "govreport"

local input = {}

--- What the library takes for a path: the path itself, or of standard input `{name, bytes}`.
function input.source(path)
  return path == "-" and {name = "<stdin>", bytes = io.stdin:read("a")} or path
end

--- The same for a list of paths.
function input.sources(paths)
  local list = {}
  for i, path in ipairs(paths) do list[i] = input.source(path) end
  return list
end

local function read(of_file, of_bytes, path, arguments, terminal)
  local source = input.source(path)
  local options = {lang = terminal.lang, encoding = arguments.encoding, name = source.name}
  local found, message, code
  if type(source) == "table" then found, message, code = of_bytes(source.bytes, options)
  else found, message, code = of_file(source, options) end
  if found then return found end
  terminal:complain(message, code)
end

--- The report in a file; nil where it cannot be read, which was told then.
function input.report(path, arguments, terminal)
  return read(govreport.open, govreport.parse, path, arguments, terminal)
end

--- The Document in a file; nil where it cannot be read, which was told then.
function input.document(path, arguments, terminal)
  return read(govreport.read, govreport.read_bytes, path, arguments, terminal)
end

--- The register of units in a file; tells all that is wrong with it.
-- @param path nil for none
-- @return Units; nil, and true where there is a file that cannot be used
function input.units(path, terminal, options)
  if not path then return nil end
  options = options or {}
  options.lang = terminal.lang
  local register, _, _, problems = govreport.units(path, options)
  if register then return register end
  for _, problem in ipairs(problems) do terminal:complain(problem.message, problem.code) end
  return nil, true
end

--- Tells of files that could not be read.
-- @param list list of `{name, message, code}`
-- @return whether there are any
function input.tell_unread(list, terminal)
  for _, failure in ipairs(list) do terminal:complain(failure.message, failure.code) end
  return #list > 0
end

return input

--- What the paths of the command line stand for: files, and `-` for standard input.

local catalogue = require "govreport.base.catalogue"
local file = require "govreport.base.file"
local govreport = require "govreport"
local later = require "govreport.base.later"
local patterns = later "govreport.cli.patterns"

local input = {}

--- The options about what is read.
-- @param what "files" or "file"
function input.define(parser, what)
  parser:option("--encoding", what == "file" and "the encoding of the file, instead of finding out"
                              or "the encoding of the files, instead of finding out")
  parser:option("--stdin-name", "what standard input is called in what is printed (default: <stdin>)")
end

-- Standard input can be read once.
local standard_input

-- `{name, bytes}`; `{name, message, code}` where it cannot be read.
local function read_standard_input(name, lang)
  local bytes, code, fields = file.read_open(io.stdin, file.usual_limit)
  if bytes then return {name = name, bytes = bytes} end
  fields.path = name
  return {name = name, message = catalogue.text(lang, code, fields), code = code}
end

--- What the library takes for a path: the path itself, or a table of standard input or of what is to be told.
function input.source(path, arguments, terminal)
  if path ~= "-" then
    return type(path) == "string" and patterns.unfitting(path, terminal.lang) or path
  end
  standard_input = standard_input or read_standard_input(arguments.stdin_name or "<stdin>", terminal.lang)
  return standard_input
end

--- The same for a list of paths.
function input.sources(paths, arguments, terminal)
  local list = {}
  for i, path in ipairs(paths) do list[i] = input.source(path, arguments, terminal) end
  return list
end

--- Whether `--encoding` names one; tells where it does not.
function input.fits(arguments, terminal)
  if not arguments.encoding then return true end
  local document, message, code = govreport.read_bytes("-", {encoding = arguments.encoding, lang = terminal.lang})
  if document then document:close() end
  if code ~= "encoding.unknown" then return true end
  terminal:refuse("--encoding: " .. message, code)
  return false
end

local function read(of_file, of_bytes, path, arguments, terminal)
  local source = input.source(path, arguments, terminal)
  local options = {lang = terminal.lang, encoding = arguments.encoding, name = source.name}
  local found, message, code
  if type(source) == "string" then found, message, code = of_file(source, options)
  elseif source.bytes then found, message, code = of_bytes(source.bytes, options)
  else message, code = source.message, source.code end
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

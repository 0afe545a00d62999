--- What the paths of the command line stand for: files, patterns of paths, and `-` for standard input.

local catalogue = require "govreport.base.catalogue"
local file = require "govreport.base.file"
local later = require "govreport.base.later"
local glob = later "govreport.base.glob"
local govreport = require "govreport"

local input = {}

--- The options about what is read.
-- @param what "files" or "file"
function input.define(parser, what)
  parser:option("--encoding", what == "file" and "the encoding of the file, instead of finding out"
                              or "the encoding of the files, instead of finding out")
  parser:option("--stdin-name", "what standard input is called in what is printed (default: <stdin>)")
end

-- Whether a path is a pattern of paths. Most have no sign of one.
local function is_pattern(path) return path:find "[*?%[]" ~= nil and glob.is_one(path) end

-- The arguments that are lists of paths.
local lists = {"path", "child"}

--- Puts what patterns of paths stand for in their place: no shell does it where they are in quotes, and that of Windows
-- never does. What nothing fits stays.
function input.expand(arguments)
  for _, key in ipairs(lists) do
    local given, paths = arguments[key], {}
    for _, path in ipairs(type(given) == "table" and given or {}) do
      local fitting = is_pattern(path) and glob.paths(path) or {}
      if #fitting == 0 then fitting[1] = path end
      table.move(fitting, 1, #fitting, #paths + 1, paths)
    end
    if type(given) == "table" then arguments[key] = paths end
  end
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

-- `{name, message, code}` of a pattern that nothing fits.
local function unfitting(pattern, lang)
  return {name = pattern, message = catalogue.text(lang, "io.pattern", {path = pattern}), code = "io.pattern"}
end

--- What the library takes for a path: the path itself, or a table of standard input or of what is to be told.
function input.source(path, arguments, terminal)
  if path ~= "-" then
    return type(path) == "string" and is_pattern(path) and unfitting(path, terminal.lang) or path
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

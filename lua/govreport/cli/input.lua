--- Paths of the command line: files, folders, `-` for standard input.

local lfs = require "lfs"
local bodies = require "govreport.bodies"
local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"

local input = {}

-- The endings of files that a folder is searched for.
input.extensions = {txt = true, text = true, md = true, html = true, htm = true, shtml = true}
local shown_extensions = ".txt .md .html .htm .shtml"

local function extension(name) return (name:match("%.([^./]+)$") or ""):lower() end

local function search(folder, list)
  local names = {}
  for name in lfs.dir(folder) do
    if name ~= "." and name ~= ".." then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local path = folder:gsub("/$", "") .. "/" .. name
    local mode = lfs.symlinkattributes(path, "mode")
    if mode == "directory" then search(path, list)
    elseif mode ~= nil and input.extensions[extension(name)] and lfs.attributes(path, "mode") == "file" then
      list[#list + 1] = path
    end
  end
end

--- The files that some paths stand for.
-- @return list of paths; list of `{path, message, code}` for paths that stand for none
function input.expand(paths, lang)
  local files, failures = {}, {}
  for _, path in ipairs(paths) do
    if path ~= "-" and lfs.attributes(path, "mode") == "directory" then
      local found = {}
      search(path, found)
      if #found == 0 then
        local fields = {path = path, detail = shown_extensions}
        failures[#failures + 1] = {path = path, code = "io.no_reports",
                                   message = catalogue.text(lang, "io.no_reports", fields)}
      end
      table.move(found, 1, #found, #files + 1, files)
    else
      files[#files + 1] = path
    end
  end
  return files, failures
end

--- Opens a report; `-` reads standard input.
-- @return Report, name; or nil, message, code
function input.open(path, options)
  if path ~= "-" then
    local report, message, code = govreport.open(path, options)
    if not report then return nil, message, code end
    return report, path
  end
  local bytes = io.stdin:read("a")
  local copy = {name = "<stdin>"}
  for key, value in pairs(options) do copy[key] = value end
  local report, message, code = govreport.parse(bytes, copy)
  if not report then return nil, message, code end
  return report, "<stdin>"
end

--- Reads a file into a Document; `-` reads standard input.
-- @return Document, name; or nil, message, code
function input.read_document(path, arguments, terminal)
  local options = {lang = terminal.lang, encoding = arguments.encoding, name = path == "-" and "<stdin>" or path}
  local document, message, code
  if path == "-" then document, message, code = govreport.read_bytes(io.stdin:read("a"), options)
  else document, message, code = govreport.read(path, options) end
  if not document then return nil, message, code end
  return document, options.name
end

--- The report that a command is about; says why where there is none.
-- @return Report, name; or nil, message, code where it could not be read
function input.open_or_complain(path, arguments, terminal)
  local report, name, code = input.open(path, {lang = terminal.lang, encoding = arguments.encoding})
  if report then return report, name end
  terminal:complain(name, code)
  return nil, name, code
end

--- The register of units in a file; says what is wrong with it.
-- @param path nil for none
-- @return Units; nil, and true where there is a file that cannot be used
function input.open_units(path, terminal, options)
  if not path then return nil end
  local copy = {lang = terminal.lang}
  for key, value in pairs(options or {}) do copy[key] = value end
  local register, _, _, problems = bodies.units.open(path, copy)
  if register then return register end
  for _, problem in ipairs(problems) do terminal:complain(problem.message, problem.code) end
  return nil, true
end

--- The bytes of a file that is no report.
-- @return text; or nil, message, code (`io.*`)
function input.read(path, lang)
  local file, problem, number = io.open(path, "rb")
  local text
  if file then
    text, problem = file:read("a")
    file:close()
  end
  if text then return text end
  local code = number == 2 and "io.missing" or "io.unreadable"
  return nil, catalogue.text(lang, code, {path = path, detail = problem}), code
end

return input

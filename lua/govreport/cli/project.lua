--- What a project brings to every command: its settings, and forms of its own.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local lfs = require "lfs"

local project = {}

--- The name of a file of settings.
project.settings = ".govreport.lua"

function project.define(parser)
  parser:option("--forms", "a folder of forms, or a file, to add; may be given several times"):count("*")
  parser:option("--config", "the file of settings, instead of .govreport.lua here or above")
  parser:flag("--no-config", "without a file of settings")
  parser:flag("--isolate", "run scripts in a process of their own, which is ended at its limits")
end

-- The file of settings of this folder or of the nearest one above that has one. Beside the reports none is looked for:
-- they may be somebody else's, and so would the program be.
local function find_settings()
  local folder = lfs.currentdir()
  while folder do
    local path = folder:gsub("/$", "") .. "/" .. project.settings
    if lfs.attributes(path, "mode") == "file" then return path end
    folder = folder ~= "/" and (folder:match("^(.+)/[^/]*$") or "/") or nil
  end
end

-- Folders that the environment names: parted by colons, as in PATH. One that is not there is passed over.
local function folders_of_environment()
  local list = {}
  for folder in (os.getenv("GOVREPORT_PATH") or ""):gmatch("[^:]+") do
    if lfs.attributes(folder, "mode") then list[#list + 1] = folder end
  end
  return list
end

local function load_settings(arguments, terminal)
  local path, ok = arguments.config or not arguments.no_config and find_settings(), true
  arguments.settings, arguments.settings_path = {}, path
  if path then ok, arguments.settings = terminal:attempt("settings.invalid", govreport.settings, path) end
  return ok
end

local function load_forms(arguments, terminal)
  local paths = {}
  for _, list in ipairs{folders_of_environment(), arguments.settings.forms or {}, arguments.forms} do
    table.move(list, 1, #list, #paths + 1, paths)
  end
  return #paths == 0 or (terminal:attempt("form.invalid", govreport.load_forms, paths))
end

--- Isolates scripts where that is asked for. Reads the settings, into `arguments.settings`, and adds the forms: those
-- of GOVREPORT_PATH, of the settings, of the command line, in this order.
-- @return whether all of that could be done; if not, why was told
function project.load(arguments, terminal)
  if arguments.isolate then
    local ok, message, code = require("govreport.cli.isolate").begin(terminal.lang)
    if not ok then
      terminal:complain(message, code)
      return false
    end
  end
  return load_settings(arguments, terminal) and load_forms(arguments, terminal)
end

local function words_of_map(map)
  local list = {}
  for name, level in pairs(map) do list[#list + 1] = name .. "=" .. level end
  table.sort(list)
  return list
end

--- Tells which settings keep findings from being told, or grade them anew: nobody has typed them.
function project.tell_in_force(arguments, terminal)
  local own, parts = arguments.settings, {}
  local function add(key, list)
    if not list or #list == 0 then return end
    local text = table.concat(list, catalogue.text(terminal.lang, "usage.separator"))
    parts[#parts + 1] = catalogue.text(terminal.lang, "settings." .. key, {list = text})
  end
  add("select", #arguments.select == 0 and own.select or nil)
  add("ignore", own.ignore)
  add("severity", own.severity and words_of_map(own.severity))
  add("waivers", own.waivers == arguments.waivers and {own.waivers} or nil)
  if #parts == 0 then return end
  terminal:tell("settings.in_force", {
    path = arguments.settings_path, list = table.concat(parts, catalogue.text(terminal.lang, "settings.separator"))})
end

return project

--- What a project brings to every command: its settings, and forms of its own.

local govreport = require "govreport"
local lfs = require "lfs"

local project = {}

--- The name of a file of settings.
project.settings = ".govreport.lua"

function project.define(parser)
  parser:option("--forms", "a folder of forms, or a file, to add; may be given several times"):count("*")
  parser:option("--config", "the file of settings, instead of .govreport.lua here or above")
  parser:flag("--no-config", "without a file of settings")
end

-- The file of settings of this folder or of the nearest one above that has one.
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

local function load_settings(arguments)
  local path = arguments.config or not arguments.no_config and find_settings()
  arguments.settings = path and govreport.settings(path) or {}
end

local function load_forms(arguments)
  local paths = {}
  for _, list in ipairs{folders_of_environment(), arguments.settings.forms or {}, arguments.forms} do
    table.move(list, 1, #list, #paths + 1, paths)
  end
  if #paths > 0 then govreport.load_forms(paths) end
end

--- Reads the settings, into `arguments.settings`, and adds the forms: those of GOVREPORT_PATH, of the settings, of the
-- command line, in this order.
-- @return whether all of them could be used; if not, why was told
function project.load(arguments, terminal)
  return terminal:attempt("settings.invalid", load_settings, arguments)
         and terminal:attempt("form.invalid", load_forms, arguments)
end

return project

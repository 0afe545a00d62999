--- What a project brings to every command: its settings, and forms of its own.

local lfs = require "lfs"
local forms = require "govreport.form"
local settings = require "govreport.cli.settings"

local project = {}

function project.define(parser)
  parser:option("--forms", "a folder of forms, or a file, to add; may be given several times"):count("*")
  parser:option("--config", "the file of settings, instead of .govreport.lua here or above")
  parser:flag("--no-config", "without a file of settings")
end

-- The file of settings of this folder or of the nearest one above that has one.
local function find_settings()
  local folder = lfs.currentdir()
  while folder do
    local path = folder:gsub("/$", "") .. "/" .. settings.name
    if lfs.attributes(path, "mode") == "file" then return path end
    folder = folder ~= "/" and (folder:match("^(.+)/[^/]*$") or "/") or nil
  end
end

-- The scripts of a folder by name, but for hidden ones, specs and tests; a file is itself.
local function scripts_in(path, list)
  local mode, problem = lfs.attributes(path, "mode")
  if not mode then error(problem, 0) end
  if mode ~= "directory" then
    list[#list + 1] = path
    return
  end
  local names = {}
  for name in lfs.dir(path) do
    local is_test = name:find("_spec%.lua$") or name:find("_test%.lua$")
    if name:find("%.lua$") and not name:find("^%.") and not is_test then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do list[#list + 1] = path:gsub("/+$", "") .. "/" .. name end
end

-- Folders that the environment names: parted by colons, as in PATH. One that is not there is passed over.
local function folders_of_environment()
  local list = {}
  for folder in (os.getenv("GOVREPORT_PATH") or ""):gmatch("[^:]+") do
    if lfs.attributes(folder, "mode") then list[#list + 1] = folder end
  end
  return list
end

-- The same file under another name has the same inode.
local function identity_of(path)
  local found = lfs.attributes(path)
  return found and found.dev .. ":" .. found.ino or path
end

local function load_forms(arguments)
  local scripts, chosen, known = {}, {}, {}
  for _, list in ipairs{folders_of_environment(), arguments.settings.forms or {}, arguments.forms} do
    for _, path in ipairs(list) do scripts_in(path, scripts) end
  end
  for _, path in ipairs(scripts) do
    local identity = identity_of(path)
    if not known[identity] then chosen[#chosen + 1] = path end
    known[identity] = true
  end
  forms.load(chosen)
end

local function load_settings(arguments)
  local path = arguments.config or not arguments.no_config and find_settings()
  arguments.settings = path and settings.load(path) or {}
end

--- Reads the settings, into `arguments.settings`, and adds the forms: those of GOVREPORT_PATH, of the settings, of the
-- command line, in this order.
-- @return whether all of them could be used; if not, why was told
function project.load(arguments, terminal)
  for _, step in ipairs{{load_settings, "settings.invalid"}, {load_forms, "form.invalid"}} do
    local ok, problem = pcall(step[1], arguments)
    if not ok then
      terminal:complain(tostring(problem), step[2])
      return false
    end
  end
  return true
end

return project

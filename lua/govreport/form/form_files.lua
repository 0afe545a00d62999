--- Files of forms: scripts, and folders of them. One that was loaded before, under whatever name, is not loaded again.

local folder = require "govreport.base.folder"
local lfs = require "lfs"
local registry = require "govreport.form.registry"

local form_files = {}

-- Of a folder the scripts, but for hidden ones, specs and tests.
local function is_script(name)
  return name:find("%.lua$") and not name:find("^%.") and not name:find("_spec%.lua$")
         and not name:find("_test%.lua$")
end

-- The same file under another name has the same number.
local function identity_of(path)
  local found = lfs.attributes(path)
  return found and found.ino ~= 0 and found.dev .. ":" .. found.ino or path
end

-- The scripts that some paths stand for, in order. Raises for a path that is not there.
local function scripts_of(paths)
  local list = {}
  for _, path in ipairs(paths) do
    local found, problem = lfs.attributes(path, "mode")
    if not found then error(problem, 0) end
    local scripts = found == "directory" and folder.files(path, is_script, true) or {path}
    table.move(scripts, 1, #scripts, #list + 1, list)
  end
  return list
end

-- What was loaded, by identity.
local function loaded()
  local known = {}
  for _, id in ipairs(registry.list()) do known[identity_of(registry.source(id))] = true end
  return known
end

--- Adds the forms in some scripts and folders; see `govreport.form.registry.load`.
-- @return list of the declarations that were added
function form_files.load(paths)
  local chosen, known = {}, loaded()
  for _, path in ipairs(scripts_of(paths)) do
    local identity = identity_of(path)
    if not known[identity] then chosen[#chosen + 1] = path end
    known[identity] = true
  end
  return registry.load(chosen)
end

return form_files

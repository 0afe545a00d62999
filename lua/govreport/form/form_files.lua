--- Files of forms: scripts, and folders of them. One that was loaded before, under whatever name, is not loaded again.
-- What a script returns runs on its budget, and sees of a reading what it may.

local extension = require "govreport.form.extension"
local folder = require "govreport.base.folder"
local lfs = require "lfs"
local places = require "govreport.form.places"
local readers = require "govreport.text.readers"
local reading_view = require "govreport.form.reading_view"
local registry = require "govreport.form.registry"
local script = require "govreport.form.script"

local form_files = {}

-- Of a folder the scripts, but for hidden ones, specs and tests.
local function is_script(name)
  return name:find("%.lua$") and not name:find("^%.") and not name:find("_spec%.lua$")
         and not name:find("_test%.lua$")
end

-- The scripts that some paths stand for, in order. Raises for a path that is not there.
local function scripts_of(paths)
  local list = {}
  for _, path in ipairs(paths) do
    local found, problem = lfs.attributes(path, "mode")
    if not found then error(problem, 0) end
    local scripts, failures = {path}, {}
    if found == "directory" then scripts, failures = folder.files(path, is_script, true) end
    if failures[1] then error(failures[1].path .. ": " .. failures[1].detail, 0) end
    table.move(scripts, 1, #scripts, #list + 1, list)
  end
  return list
end

-- What was loaded, by identity.
local function loaded()
  local known = {}
  for _, id in ipairs(registry.list()) do known[folder.identity(registry.source(id))] = true end
  return known
end

-- ---- what a script returns -----------------------------------------------------------------------

-- Where the readers stand that our modules make.
local ours = debug.getinfo(readers.titled, "S").source

-- A reader as it is called with a reading: a function of the script, or one of Lua's own, sees a view of it; one that
-- our modules made for the script runs as ours.
local function for_reading(read)
  if debug.getinfo(read, "S").source == ours then return script.wrapped(read) end
  return function(reading, ...) return read(reading_view.of(reading), ...) end
end

-- The readers of a script run on its budget; what they raise is told as a fault of the form.
local function on_budget(own, path)
  if type(own) ~= "table" or type(own.readers) ~= "table" then return own end
  local copy = extension.overlay(own, {readers = {}})
  for i, reader in pairs(own.readers) do
    copy.readers[i] = reader
    if type(reader) == "table" and type(reader.read) == "function" then
      local read = for_reading(reader.read)
      copy.readers[i] = extension.overlay(reader, {read = function(...)
        local ok, problem = script.call(read, ...)
        if not ok then error({code = "form.failed", detail = script.naming(path, problem)}, 0) end
      end})
    end
  end
  return copy
end

local function source_of(path)
  local file = io.open(path, "rb")
  local text = file and file:read "a"
  if file then file:close() end
  return text or ""
end

-- The forms that a script returns: one, or a list.
local function forms_in(path)
  local own, problem = script.load(path)
  if own == nil then error(places.settled(path, source_of(path), problem), 0) end
  if type(own) ~= "table" then error(path .. ": a form is a table, not a " .. type(own), 0) end
  local function read() return source_of(path) end
  local list = {}
  for i, one in ipairs(own.id == nil and #own > 0 and own or {own}) do
    local where = places.locator(path, read, type(one) == "table" and one.id or nil)
    list[i] = {own = on_budget(one, path), where = where, path = path}
  end
  return list
end

-- Whether a form must wait for another of those that are still to be added.
local function waits(one, pending)
  for _, other in ipairs(pending) do
    local id = type(one.own) == "table" and other ~= one and type(other.own) == "table" and other.own.id
    if id and (one.own.extends == id or one.own.before == id) then return true end
  end
  return false
end

-- Adds forms, each behind those that it waits for; `added` gets their declarations.
local function add_all(pending, added)
  while #pending > 0 do
    local rest = {}
    for _, one in ipairs(pending) do
      if waits(one, pending) then rest[#rest + 1] = one
      else added[#added + 1] = registry.add(one.own, one.where, one.path) end
    end
    if #rest == #pending then
      local first = rest[1]
      error(first.where(first.own.id, "extends") .. ": the forms here extend each other in a circle", 0)
    end
    pending = rest
  end
end

--- Adds the forms in some scripts and folders; the order does not matter to those that extend one another. Raises as
-- `govreport.form.registry.add` does; then none of them is added, and a file may be mended and loaded again.
-- @param paths list of files and folders
-- @return list of the declarations that were added
function form_files.load(paths)
  local pending, added, known = {}, {}, loaded()
  for _, path in ipairs(scripts_of(paths)) do
    local identity = folder.identity(path)
    local list = known[identity] and {} or forms_in(path)
    known[identity] = true
    table.move(list, 1, #list, #pending + 1, pending)
  end
  local ok, problem = pcall(add_all, pending, added)
  if not ok then
    for _, declared in ipairs(added) do registry.remove(declared.id) end
    error(problem, 0)
  end
  return added
end

return form_files

--- Which forms there are, in the order in which a document is tried on them: those of the rock, then those that are
-- added, each at the end or, where it says `before`, in front of another. Forms that extend one another are a family:
-- they share a register of labels. A form is read when its declaration is asked for, and compiled when a document
-- needs it.

local extension = require "govreport.form.extension"
local form = require "govreport.form.form"
local keys = require "govreport.base.keys"
local labels = require "govreport.form.labels"
local places = require "govreport.form.places"
local reading_view = require "govreport.form.reading_view"
local script = require "govreport.form.script"

local registry = {}

--- The source of a form that comes with the project.
registry.rock = "rock"

local order, entries, families, loaded = {}, {}, {}, {}
local listed                     -- the list of families, as long as no form is added

for i, own in ipairs(require "govreport.forms") do
  order[i] = own[1]
  entries[own[1]] = {id = own[1], root = own[2], source = registry.rock}
end

--- The ids of all forms, in detection order.
function registry.list() return table.move(order, 1, #order, 1, {}) end

local function unknown(id)
  local nearest = keys.nearest(id, entries)
  return ("there is no form '%s'%s"):format(id, nearest and ", did you mean '" .. nearest .. "'?" or "")
end

local function entry_of(id) return entries[id] or error(unknown(id), 0) end

--- Where a form comes from: `registry.rock`, or the place of its script or table.
function registry.source(id) return entry_of(id).source end

-- A declaration with what it takes from others.
local function complete(own, where)
  if own.extends == nil then return form.complete(own) end
  if not entries[own.extends] then error(where(own.id, "extends") .. ": extends: " .. unknown(own.extends), 0) end
  return form.complete(extension.extend(registry.declared(own.extends), own, where))
end

--- The declaration of a form, with what it takes from others. Those of the rock are right: a spec holds it.
function registry.declared(id)
  local entry = entry_of(id)
  if not entry.declared then
    entry.declared = complete(require("govreport.forms." .. id), function() return "forms/" .. id end)
  end
  return entry.declared
end

--- The form that a form extends in the end; its own id where it extends none.
function registry.root(id)
  local entry = entry_of(id)
  return entry.root or entry.declared.extends and registry.root(entry.declared.extends) or id
end

-- The form that the usual ones extend: the reports that the project is made for.
local usual = "cn_disclosure_2019"

--- Whether a form is one of those that the rules of the project are about, where they do not say which.
function registry.is_usual(id) return registry.root(id) == usual end

local function family_of(id)
  local root = registry.root(id)
  families[root] = families[root] or {id = root, register = labels.register()}
  return families[root]
end

--- The compiled form of an id; compiled when first asked for.
function registry.compiled(id)
  local entry = entry_of(id)
  entry.compiled = entry.compiled or form.compile(registry.declared(id), family_of(id).register)
  return entry.compiled
end

--- The families, in the order of their first forms: a list of `{id, register, members}`, the members in detection
-- order.
function registry.families()
  if listed then return listed end
  local list, known = {}, {}
  for _, id in ipairs(order) do
    local family = family_of(id)
    if not known[family] then
      known[family] = true
      family.members = {}
      list[#list + 1] = family
    end
    table.insert(family.members, id)
  end
  listed = list
  return list
end

-- ---- adding forms -------------------------------------------------------------------------------

local function place_in_order(own, where)
  for i, id in ipairs(order) do
    if id == own.before then return i end
  end
  if own.before == nil then return #order + 1 end
  error(where(own.id, "before") .. ": before: " .. unknown(own.before), 0)
end

--- Adds a form; raises where its declaration is not right, with the place and a proposal.
-- @param own the declaration; it is not changed
-- @param where function(id, key, within, more) -> where that stands, for messages: see `places.locator`
-- @param source where the form comes from, for people; what `where` says of its id where it is nil
-- @return the declaration, with what it takes from others
function registry.add(own, where, source)
  if type(own) ~= "table" then error(where() .. ": a form is a table, not a " .. type(own), 0) end
  if type(own.id) ~= "string" then
    error(where(nil, own.id and "id" or "name") .. ": a form needs an 'id' of letters, digits and '_', as in "
          .. "id = \"library\"", 0)
  end
  local other = entries[own.id]
  if other and other.source == registry.rock then
    error(("%s: the form '%s' comes with govreport; give yours an id of its own, and extends = \"%s\" where it is a "
           .. "version of it"):format(where(own.id, "id"), own.id, own.id), 0)
  elseif other then
    error(("%s: the form '%s' stands twice; the other one is of %s"):format(where(own.id, "id"), own.id,
                                                                          other.source), 0)
  end
  local position = place_in_order(own, where)
  local declared = form.validate(complete(own, where), where)
  entries[own.id] = {id = own.id, source = source or where(own.id, "id"), declared = declared}
  table.insert(order, position, own.id)
  listed = nil
  return declared
end

-- A reader as it is called with a reading: a function of the script sees a view of it, one that our modules made for
-- the script runs as ours.
local function for_reading(read, path)
  if debug.getinfo(read, "S").source ~= "@" .. path then return script.wrapped(read) end
  return function(reading, ...) return read(reading_view.of(reading), ...) end
end

-- The readers of a script run on its budget; what they raise is told as a fault of the form.
local function on_budget(own, path)
  if type(own) ~= "table" or type(own.readers) ~= "table" then return own end
  local copy = extension.overlay(own, {readers = {}})
  for i, reader in pairs(own.readers) do
    copy.readers[i] = reader
    if type(reader) == "table" and type(reader.read) == "function" then
      local read = for_reading(reader.read, path)
      copy.readers[i] = extension.overlay(reader, {read = function(...)
        local ok, problem = script.call(read, ...)
        if not ok then error({code = "form.failed", detail = path .. ": " .. tostring(problem)}, 0) end
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

local function forget(id)
  entries[id], listed = nil, nil
  for i = #order, 1, -1 do
    if order[i] == id then table.remove(order, i) end
  end
end

--- Adds the forms in some scripts; the order of the files does not matter to those that extend one another. A file that
-- was loaded before is not loaded again. Raises as `registry.add` does; then none of them is added, and a file may be
-- mended and loaded again.
-- @param paths list of files
-- @return list of the declarations
function registry.load(paths)
  local pending, added = {}, {}
  for _, path in ipairs(paths) do
    local list = loaded[path] and {} or forms_in(path)
    table.move(list, 1, #list, #pending + 1, pending)
  end
  local ok, problem = pcall(add_all, pending, added)
  if not ok then
    for _, declared in ipairs(added) do forget(declared.id) end
    error(problem, 0)
  end
  for _, path in ipairs(paths) do loaded[path] = true end
  return added
end

return registry

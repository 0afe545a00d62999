--- Which forms there are, in the order in which a document is tried on them: those of the rock, then those that are
-- added, each at the end or, where it says `before`, in front of another. Forms that extend one another are a family:
-- they share a register of labels. A form is read when its declaration is asked for, and compiled when a document
-- needs it.

local extension = require "govreport.form.extension"
local form = require "govreport.form.form"
local keys = require "govreport.base.keys"
local labels = require "govreport.form.labels"

local registry = {}

--- The source of a form that comes with the project.
registry.rock = "rock"

local order, entries, families = {}, {}, {}
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

-- Raises where a view does not go together with that of another form.
local function check_views(declared, at)
  local check = require "govreport.form.view_check"
  for _, id in ipairs(order) do check.check_together(declared, registry.declared(id), at) end
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
  if own.views then check_views(declared, where(own.id, "views")) end
  entries[own.id] = {id = own.id, source = source or where(own.id, "id"), declared = declared}
  table.insert(order, position, own.id)
  listed = nil
  return declared
end

--- Takes away forms that were added, as if they had never been.
function registry.remove(id)
  entries[id], listed = nil, nil
  for i = #order, 1, -1 do
    if order[i] == id then table.remove(order, i) end
  end
end

return registry

--- Which line of which script declares a part, a table, a row, a column or a field of a form, as far as the text of the
-- script tells: the line where its id stands between quotes. What a form takes from another one is found there.

local forms = require "govreport.form"

local origin = {}

-- ---- the text of a script -----------------------------------------------------------------------

-- The ids in a line, in order: `{id, line, declared}` each, where `declared` says that `id =` stands before it. What
-- follows another key names a thing that is declared elsewhere.
local function add_ids(ids, code, number)
  for start, quote, id in code:gmatch("()([\"'])([%a_][%w_]*)%2") do
    local key = code:sub(1, start - 1):match("([%w_]+)%s*=%s*$")
    if quote and (key == nil or key == "id") then ids[#ids + 1] = {id = id, line = number, declared = key ~= nil} end
  end
end

-- What is looked for in a script: its lines without comments, the ids in them, the lines that begin a reader.
local function scan(path, shown)
  local script = {path = shown, lines = {}, ids = {}, readers = {}}
  for line in io.lines(path) do
    local number, code = #script.lines + 1, line:gsub("%-%-.*$", "")
    script.lines[number] = code
    add_ids(script.ids, code, number)
    if code:find("%f[%w_]scope%s*=%s*[\"']") then table.insert(script.readers, number) end
  end
  return script
end

-- The script of a form: a module of the project, or the file that was loaded, or, for a table that a program passes,
-- the source of the call; nil where it cannot be found.
local function script_of(id)
  local source = forms.source(id)
  if source ~= forms.rock then
    local path = source:match("^(.-):%d+$") or source
    local file = io.open(path, "rb")
    if file then file:close() end
    return file and scan(path, path)
  end
  local path = package.searchpath("govreport.forms." .. id, package.path)
  return path and scan(path, "govreport/forms/" .. id .. ".lua")
end

local function ids_of(entries)
  local set = {}
  for _, entry in ipairs(entries) do set[entry.id] = true end
  return set
end

-- Of the places where a table's id stands, the one with the most of its rows and columns behind it, up to the next
-- table. Returns the list of ids there, nil where none of its own follows.
local function region_of(script, t, tables)
  local own, best, most = ids_of(t.rows), nil, 0
  for id in pairs(ids_of(t.columns)) do own[id] = true end
  for i, first in ipairs(script.ids) do
    if first.id == t.id then
      local region, count = {first}, 0
      for k = i + 1, #script.ids do
        local entry = script.ids[k]
        if tables[entry.id] and entry.id ~= t.id then break end
        region[#region + 1] = entry
        count = count + (own[entry.id] and 1 or 0)
      end
      if count > most then best, most = region, count end
    end
  end
  return best
end

local function place(script, line) return script.path .. ":" .. line end

-- Where an id is declared, else the first place that has it.
local function find_in(ids, id, script)
  local found
  for _, entry in ipairs(ids) do
    if entry.id == id and entry.declared then return place(script, entry.line) end
    if entry.id == id then found = found or place(script, entry.line) end
  end
  return found
end

-- ---- a form -------------------------------------------------------------------------------------

local Origin = {}
Origin.__index = Origin

-- What is known of where the parts of a form are declared.
-- @param id the form
function origin.of(id)
  local self = setmetatable({scripts = {}, tables = ids_of(forms.declared(id).tables), regions = {}}, Origin)
  while id do
    self.scripts[#self.scripts + 1] = script_of(id)
    id = forms.declared(id).extends
  end
  return self
end

-- The first answer that one of the scripts gives.
function Origin:first(ask)
  for _, script in ipairs(self.scripts) do
    local found = ask(script)
    if found then return found end
  end
end

function Origin:region(script, t)
  local known = self.regions[script] or {}
  self.regions[script] = known
  if known[t.id] == nil then known[t.id] = region_of(script, t, self.tables) or false end
  return known[t.id]
end

--- Where a table is declared.
-- @param t its declaration or layout
-- @return `path:line`; nil where that is not known
function Origin:table(t)
  return self:first(function(script)
    local region = self:region(script, t)
    return region and place(script, region[1].line)
  end)
end

--- Where a row or a column of a table is declared: among what follows the table's id, else wherever its id stands.
function Origin:entry(t, id)
  return self:first(function(script)
    local region = self:region(script, t)
    return region and find_in(region, id, script)
  end) or self:first(function(script) return find_in(script.ids, id, script) end) or self:table(t)
end

--- Where a part is declared: the line that has its title.
function Origin:section(declared)
  return self:first(function(script)
    for number, line in ipairs(script.lines) do
      if line:find('"' .. declared.title .. '"', 1, true) then return place(script, number) end
    end
  end)
end

--- Where a script reads a field: the first line with `field("id"`, or `id = {` with what it is called in print.
function Origin:field(id)
  local patterns = {"field%s*%(%s*[\"']" .. id .. "[\"']", "%f[%w_]" .. id .. "%s*=%s*{"}
  return self:first(function(script)
    for _, pattern in ipairs(patterns) do
      for number, line in ipairs(script.lines) do
        if line:find(pattern) then return place(script, number) end
      end
    end
  end)
end

--- Where a reader is declared.
-- @param number its place in the form's `readers`
function Origin:reader(number)
  return self:first(function(script)
    local line = script.readers[number]
    return line and place(script, line)
  end)
end

return origin

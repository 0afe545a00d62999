--- The settings of a project: a script `.govreport.lua` that returns a table. Its paths are relative to its folder.
--
--   return {
--     forms = {"forms"}, rules = {"rules/city.lua"}, waivers = "waivers.lua", units = "units.csv",
--     ignore = {"wording"}, severity = {["cells.blank"] = "error"}, fail_on = "warning",
--   }

local keys = require "govreport.base.keys"
local options = require "govreport.base.options"
local script = require "govreport.form.script"

local settings = {}

settings.name = ".govreport.lua"

--- What they may hold: types by key.
settings.keys = {
  forms = "table", rules = "table", select = "table", ignore = "table", severity = "table", waivers = "string",
  units = "string", lang = "string", format = "string", fail_on = "string",
}
local choices = {format = options.formats, fail_on = options.fail_on}
local paths = {forms = true, rules = true, waivers = true, units = true}

-- What holds texts, in words.
local texts = {select = "a list of ids of rules", ignore = "a list of ids of rules",
               severity = "a map of severities by ids of rules"}

local function resolve(folder, path)
  return (folder == "" or path:sub(1, 1) == "/") and path or folder .. path
end

local function resolve_all(key, value, folder)
  if type(value) == "string" then return resolve(folder, value) end
  local list = {}
  for i, path in ipairs(value) do
    if type(path) ~= "string" then error(("'%s' is a list of files, not of a %s"):format(key, type(path)), 0) end
    list[i] = resolve(folder, path)
  end
  return list
end

-- Raises where what should be texts, of a list or a map, are none.
local function check_texts(key, value)
  for name, own in pairs(value) do
    local is_named = key ~= "severity" or type(name) == "string"
    if type(own) ~= "string" or not is_named then
      error(("'%s' is %s, not of a %s"):format(key, texts[key], type(is_named and own or name)), 0)
    end
  end
end

local function check_choice(key, value, where)
  local allowed = {}
  for _, choice in ipairs(choices[key] or {value}) do allowed[choice] = true end
  if allowed[value] then return end
  error(("%s: '%s' is none of: %s"):format(where(nil, key), value, table.concat(choices[key], ", ")), 0)
end

-- A value as it holds; raises where it is not right.
local function read_value(key, value, folder)
  if texts[key] then check_texts(key, value) end
  return paths[key] and resolve_all(key, value, folder) or value
end

--- Reads settings; raises where they cannot be read or are not right, with file and line.
-- @param path of the file
-- @return the table, its paths resolved
function settings.load(path)
  local own, where = script.load(path)
  if own == nil then error(where or path .. ": the script returns no table", 0) end
  keys.check(own, settings.keys, {}, function(key) return where(nil, key) end)
  local folder, ready = path:match("^(.*/)[^/]*$") or "", {}
  for key, value in pairs(own) do
    check_choice(key, value, where)
    local ok, own_value = pcall(read_value, key, value, folder)
    if not ok then error(where(nil, key) .. ": " .. own_value, 0) end
    ready[key] = own_value
  end
  return ready
end

return settings

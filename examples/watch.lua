--- Watches a folder: checks the reports in it, and each of them again when its file has changed.
--
--   bin/govreport lua examples/watch.lua FOLDER [SECONDS [ROUNDS]]
--
-- It looks every two SECONDS, where nothing else is said, until Ctrl-C, or for so many ROUNDS.

local govreport = require "govreport"
local lfs = require "lfs"

local folder, interval, rounds = ...
interval, rounds = tonumber(interval or 2), tonumber(rounds or math.huge)
if not (folder and interval and rounds) then
  io.stderr:write "usage: watch.lua FOLDER [SECONDS [ROUNDS]]\n"
  os.exit(2)
end

local extensions = {txt = true, md = true, html = true, htm = true}
local check = govreport.checker{lang = "en"}

-- Adds the files below a folder to a table: by path what changes when they do, and whether that was just now. A folder
-- that cannot be listed raises, because all of its files would seem to be gone.
local function look(path, found)
  for name in lfs.dir(path) do
    local inner = path .. "/" .. name
    local is_folder = lfs.symlinkattributes(inner, "mode") == "directory"   -- links may lead in a circle
    local file = not is_folder and lfs.attributes(inner)
    if is_folder and name ~= "." and name ~= ".." then
      look(inner, found)
    elseif file and file.mode == "file" and extensions[(name:match "%.(%w+)$" or ""):lower()] then
      found[inner] = {stamp = file.modification .. " " .. file.size, fresh = file.modification == os.time()}
    end
  end
  return found
end

local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

local function tell(path)
  local report <close>, message, code = govreport.open(path, {lang = "en"})
  if not report then return print(("%s  [%s]"):format(message, code)) end
  local result = check(report)
  print(path .. ": " .. result:verdict_text())
  for finding in result:findings() do print("  " .. tostring(finding)) end
end

local checked = {}   -- by path the stamp of what was checked

local function round()
  local found = look(folder, {})
  for _, path in ipairs(sorted_keys(checked)) do
    if not found[path] then
      print(path .. ": gone")
      checked[path] = nil
    end
  end
  for _, path in ipairs(sorted_keys(found)) do
    -- What was written in this very second may still be written to, without another stamp: it waits for the next round.
    if checked[path] ~= found[path].stamp and not found[path].fresh then
      checked[path] = found[path].stamp
      tell(path)
    end
  end
  io.stdout:flush()
end

-- Lua cannot wait without being busy, so another program does. Ctrl-C ends that one, and then this one as well.
repeat
  round()
  rounds = rounds - 1
until rounds < 1 or not os.execute("sleep " .. interval)

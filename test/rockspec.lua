-- Prints the table of modules that belongs into the rockspec, as found in the
-- tree, or with --write puts it there. Run it at the root of the checkout.

local lfs = require "lfs"

local ROCKSPEC = "govreport-scm-1.rockspec"

-- The paths of all files below a folder that end like this, in sorted order.
local function files(folder, ending, found)
  found = found or {}
  for name in lfs.dir(folder) do
    local path = folder .. "/" .. name
    local mode = lfs.attributes(path, "mode")
    if mode == "directory" and name:sub(1, 1) ~= "." then
      files(path, ending, found)
    elseif mode == "file" and name:sub(-#ending) == ending then
      found[#found + 1] = path
    end
  end
  table.sort(found)
  return found
end

-- Rocks of their own; and what is for browsers alone.
local beside = { docx = true, sqlite = true, xlsx = true, wasm = true }

local function render()
  local entries = {}
  for _, path in ipairs(files("lua", ".lua")) do
    local name = path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", ".")
    entries[#entries + 1] = { name, ("    [%q] = %q,\n"):format(name, path) }
  end
  local sources = { core = {}, process = {} }
  for _, path in ipairs(files("csrc", ".c")) do
    local room = path:match("^csrc/(%w+)/")
    if not beside[room] then
      local own = sources[room] or sources.core
      own[#own + 1] = ("        %q,\n"):format(path)
    end
  end
  for name, own in pairs(sources) do
    entries[#entries + 1] = { "govreport." .. name, ('    ["govreport.%s"] = {\n      sources = {\n'):format(name)
      .. table.concat(own) .. '      },\n      incdirs = { "csrc" },\n    },\n' }
  end

  table.sort(entries, function(a, b) return a[1] < b[1] end)
  for i, entry in ipairs(entries) do
    entries[i] = entry[2]
  end
  return "  modules = {\n" .. table.concat(entries) .. "  },\n"
end

local modules = render()
if arg[1] ~= "--write" then
  io.write(modules)
  return
end

local file = assert(io.open(ROCKSPEC))
local text = file:read("a")
file:close()
local first, open = text:find("  modules = {\n", 1, true)
assert(first, "no table of modules in " .. ROCKSPEC)
local _, last = assert(text:find("\n  },\n", open, true))
file = assert(io.open(ROCKSPEC, "w"))
assert(file:write(text:sub(1, first - 1), modules, text:sub(last + 1)))
assert(file:close())

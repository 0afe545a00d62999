--- The house: what stands in which room, and which rooms take from which, held by looking at the tree.

local lfs = require "lfs"

local function lines_of(command)
  local pipe = assert(io.popen(command))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local function files(folder, ending) return lines_of(("find %s -name '*%s' | sort"):format(folder, ending)) end

-- The table of rooms below a heading of docs/architecture.md: from which rooms each takes.
local function listed_rooms(heading)
  local document = assert(io.open("docs/architecture.md")):read("a")
  local start = assert(document:find("\n## " .. heading .. "\n", 1, true), heading)
  local part, rooms = document:sub(start + 1):match("^(.-)\n## "), {}
  for room, takes in part:gmatch("\n| `(%w+)/` |[^|]*|([^|]*)|") do rooms[room] = takes:match("^%s*(.-)%s*$") end
  return rooms
end

local lua_rooms, core_rooms = listed_rooms "The rooms of lua/govreport", listed_rooms "The rooms of csrc"
-- The names that programs and scripts require stand beside the rooms.
local public = {grammar = "text", readers = "text", similarity = "text", testing = "face", waivers = "check"}

local function set_of(words)
  local set = {}
  for word in words:gmatch("%S+") do set[word] = true end
  return set
end

-- The room of a module; that of a public name is the one that it stands for, or for the command line, which uses what
-- every program can use, none.
local function room_of(module, from)
  local name = module:match("^govreport%.([%w_]+)")
  local stands_for = public[module:match("^govreport%.([%w_]+)$")]
  if stands_for and from == "cli" then return nil end
  return stands_for or name
end

-- The modules that a file requires, by any of the ways in which one can.
local function required_in(path)
  local found = {}
  for line in io.lines(path) do
    local code = line:gsub("%-%-.*$", "")
    for _, pattern in ipairs{'require *%(?"(govreport[%w_.]*)"', 'require, *"(govreport[%w_.]*)"',
                             'later *"(govreport[%w_.]*)"', 'searchpath%("(govreport[%w_.]*)"',
                             '"(govreport%.[%w_]+%.)" *%.%.'} do
      for module in code:gmatch(pattern) do found[#found + 1] = module end
    end
  end
  return found
end

describe("the rooms of lua/govreport", function()
  it("are those of the plan, beside the public names", function()
    local rooms = {}
    for name in lfs.dir("lua/govreport") do
      local mode = lfs.attributes("lua/govreport/" .. name, "mode")
      if mode == "directory" and name:sub(1, 1) ~= "." then rooms[name] = true
      elseif mode == "file" then
        assert.is_truthy(name == "init.lua" or public[name:match("^(.*)%.lua$")], name .. " stands in no room")
      end
    end
    for room in pairs(lua_rooms) do assert.is_true(rooms[room], room) end
    for room in pairs(rooms) do assert.is_string(lua_rooms[room], room) end
  end)

  for room, takes in pairs(lua_rooms) do
    it(room .. " says first what comes in and what goes out", function()
      local first = io.lines("lua/govreport/" .. room .. "/init.lua")()
      assert.matches("^%-%-%- %u.*%. .+ in; ", first)
    end)

    it(room .. " takes only from: " .. takes, function()
      local allowed = set_of(takes)
      for _, path in ipairs(files("lua/govreport/" .. room, ".lua")) do
        for _, module in ipairs(required_in(path)) do
          local other = room_of(module, room)
          if room ~= "cli" then assert.is_truthy(other, path .. " requires the face") end
          local is_listed = other == nil or other == room or other == "core" or allowed[other]
                            or other == "process" and (room == "cli" or room == "read")
                            or other == "docx" and (room == "read" or room == "base" or room == "render")
                            or room == "dataset" and (other == "process" or other == "sqlite" or other == "xlsx")
          assert.is_truthy(is_listed, ("%s requires %s"):format(path, module))
        end
      end
    end)
  end

  it("take from no room that takes from them", function()
    local function reaches(from, wanted, seen)
      for room in pairs(set_of(lua_rooms[from])) do
        if room == wanted then return true end
        if not seen[room] then
          seen[room] = true
          if reaches(room, wanted, seen) then return true end
        end
      end
      return false
    end
    for room in pairs(lua_rooms) do assert.is_false(reaches(room, room, {}), room) end
  end)

  it("have every arrow that is listed", function()
    for room, takes in pairs(lua_rooms) do
      local used = {}
      for _, path in ipairs(files("lua/govreport/" .. room, ".lua")) do
        for _, module in ipairs(required_in(path)) do used[room_of(module, room) or "face"] = true end
      end
      for other in pairs(set_of(takes)) do assert.is_true(used[other], room .. " takes nothing from " .. other) end
    end
  end)

  for _, room in ipairs{"forms", "rules", "words", "explanations", "messages"} do
    it("list what people add: " .. room, function()
      local beside = {model = room == "explanations", help_zh = room == "messages"}
      local listed, there = {}, {}
      for i, entry in ipairs(require("govreport." .. room)) do
        listed[i] = type(entry) == "table" and entry[1] or entry
      end
      for _, path in ipairs(files("lua/govreport/" .. room, ".lua")) do
        local name = path:match("([%w_]+)%.lua$")
        if name ~= "init" and not beside[name] then there[#there + 1] = name end
      end
      table.sort(listed)
      assert.same(there, listed)
    end)
  end

  it("are mirrored by the specs", function()
    local others = set_of "cases core docs face project regress support"
    for name in lfs.dir("spec") do
      if name:sub(1, 1) ~= "." then assert.is_truthy(lua_rooms[name] or others[name], "spec/" .. name) end
    end
  end)

  it("print, exit and read the environment only in cli", function()
    local pattern = [['print\(|io\.(write|stdout|stderr)|os\.(exit|getenv)']]
    local hits = lines_of("grep -rnE " .. pattern .. " lua --include=*.lua | grep -v '^lua/govreport/cli/'")
    local real = {}
    for _, hit in ipairs(hits) do
      if not hit:match("^[^:]+:%d+:%s*%-%-") and not hit:match("terminal:print") then real[#real + 1] = hit end
    end
    assert.same({}, real)
  end)

  it("set no globals", function()
    local before = {}
    for name in pairs(_G) do before[name] = true end
    for _, path in ipairs(files("lua", ".lua")) do
      require((path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", ".")))
    end
    for name in pairs(_G) do assert.is_true(before[name], name) end
  end)
end)

-- ---- the core -----------------------------------------------------------------------------------

-- The room of each symbol that the objects of a folder define, and the symbols that each object needs.
local function symbols()
  local build = os.getenv("GOVREPORT_BUILD") or "build"
  local defined, needed = {}, {}
  for _, path in ipairs(files(build .. "/obj", ".o")) do
    local room, name = path:match("([%w_]+)/([%w_]+)%.o$")
    needed[#needed + 1] = {room = room, name = name}
    for _, line in ipairs(lines_of("nm " .. path)) do
      local kind, symbol = line:match(" (%a) ([gl]+r_[%w_]+)$")
      if kind == "U" then table.insert(needed[#needed], symbol)
      elseif kind and kind:find("[TDRBG]") then defined[symbol] = {room = room, name = name} end
    end
  end
  return defined, needed
end

describe("the rooms of csrc", function()
  it("hold all that is C, beside govreport.h", function()
    for name in lfs.dir("csrc") do
      if name:sub(1, 1) ~= "." then assert.is_truthy(core_rooms[name] or name == "govreport.h", "csrc/" .. name) end
    end
  end)

  it("never include Lua, but for the bindings", function()
    local bindings = "^csrc/(lua|packed|process|sqlite|xlsx|docx/(module|writer_lua)|wasm/browser)"
    assert.same({}, lines_of("grep -rlE '(lua|lauxlib|lualib)\\.h' csrc | grep -vE '" .. bindings .. "'"))
  end)

  it("include only from rooms below", function()
    for _, line in ipairs(lines_of [[grep -rE '^#include "' csrc]]) do
      local file, header = line:match("^(csrc/[^:]+):#include \"([^\"]+)\"")
      local room, other = file:match("^csrc/(%w+)/"), header:match("^(%w+)/")
      local is_listed = header == "govreport.h" or other == room or set_of(core_rooms[room])[other]
      assert.is_truthy(is_listed, file .. " includes " .. header)
    end
  end)

  it("call only rooms below, but for the binding, which calls what govreport.h declares", function()
    local defined, needed = symbols()
    assert.is_true(#needed > 50)
    local interface = assert(io.open("csrc/govreport.h")):read("a")
    for _, object in ipairs(needed) do
      local allowed = set_of(core_rooms[object.room])
      for _, symbol in ipairs(object) do
        local other = defined[symbol].room
        local is_listed = other == object.room or allowed[other]
        if object.room == "lua" then is_listed = is_listed or interface:find("%f[%w_]" .. symbol .. "%f[^%w_]") end
        assert.is_truthy(is_listed, ("%s calls %s of %s"):format(object.name, symbol, other))
      end
    end
  end)

  it("have no two files that call each other", function()
    local defined, needed = symbols()
    local calls = {}
    for _, object in ipairs(needed) do
      for _, symbol in ipairs(object) do calls[object.name .. ">" .. defined[symbol].name] = true end
    end
    for pair in pairs(calls) do
      local from, to = pair:match("^(.*)>(.*)$")
      assert.is_true(from == to or not calls[to .. ">" .. from], from .. " and " .. to)
    end
  end)

  it("use no locale, no ctype, no strtod, no abort, no printing", function()
    local pattern = [['<(ctype|locale|math)\.h>|strto(d|l|ul)|setlocale|abort\(|printf\(']]
    assert.same({}, lines_of("grep -rnE " .. pattern .. " csrc --include=gr_*.c"))
  end)
end)

describe("the binding", function()
  it("never parses: it includes only the public interface", function()
    local others = [[grep -rn '#include "' csrc/lua | grep -vE '"(govreport|lua/lgr_[a-z]+)\.h"']]
    assert.same({}, lines_of(others))
  end)

  for _, module in ipairs{"core", "process", "sqlite", "xlsx"} do
    it("exports luaopen_govreport_" .. module .. " alone", function()
      local so = (os.getenv("GOVREPORT_BUILD") or "build") .. "/govreport/" .. module .. ".so"
      if module ~= "core" and module ~= "process" and not io.open(so) then return pending(so .. " is not built") end
      local names = lines_of("nm -D --defined-only " .. so
                             .. " | awk '{print $3}' | grep -vE '^(_init|_fini|_edata|_end|__.*)$'")
      assert.same({"luaopen_govreport_" .. module}, names)
    end)
  end
end)

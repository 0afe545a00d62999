--- docs/commands.md: every argument and option of the command line beside the function of the library that does it.

local api = require "docs.api"
local functions = require "test.reference.functions"
local parsers = require "govreport.cli.parsers"
local signature = require "test.reference.signature"
local walk = require "spec.support.walk"

local modules = {govreport = require "govreport", testing = require "govreport.testing",
                 waivers = require "govreport.waivers"}

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read("a")
end

-- ---- what is described --------------------------------------------------------------------------

local document = read "docs/commands.md"

local function code(cell) return cell:match("^ `([^`]+)` $") end

-- The rows below each heading.
local tables = {}
local current
for line in document:gmatch("[^\n]+") do
  local heading = line:match("^## (.+)$")
  if heading then
    current = {}
    tables[heading] = current
  end
  local name, does, own, note = line:match("^|([^|]*)|([^|]*)|([^|]*)|([^|]*)|$")
  if name and code(name) then
    current[#current + 1] = {name = code(name), does = code(does), own = code(own), note = note:match("^%s*(.-)%s*$")}
  end
end

-- ---- what there is ------------------------------------------------------------------------------

local function longest(aliases)
  local name = ""
  for _, alias in ipairs(aliases) do name = #alias > #name and alias or name end
  return name
end

-- The names of all arguments and options of a command.
local function names_of(command)
  local list = {}
  for _, argument in ipairs(command._arguments) do list[#list + 1] = argument._name end
  for _, option in ipairs(command._options) do list[#list + 1] = longest(option._aliases) end
  return list
end

-- What may be given to each function: its parameters, and the keys of its table of options.
local accepted = {}
for _, chapter in ipairs(api.chapters) do
  local module = (chapter.module or "govreport"):match("[^.]+$")
  for _, entry in ipairs((functions.of(chapter))) do
    local own, known = signature.method(entry[1]), {}
    for _, param in ipairs(own.params) do
      known[param.name] = true
      local class = walk.classes[param.type]
      for name in pairs(class and class.kind == "options" and walk.fields(class) or {}) do known[name] = true end
    end
    accepted[module .. "." .. own.name] = known
  end
end

local cli = {}
for path in io.popen("ls lua/govreport/cli/*.lua"):lines() do cli[#cli + 1] = read(path) end
cli = table.concat(cli)

-- ---- the comparison -----------------------------------------------------------------------------

local parser = parsers.make "en"

describe("docs/commands.md", function()
  it("has a table for each command, and for no other", function()
    local commands, described = {["every command"] = true}, {}
    for _, command in ipairs(parser._commands) do commands[command._name] = true end
    for name in pairs(tables) do described[name] = true end
    assert.same(commands, described)
  end)

  for _, command in ipairs(parser._commands) do
    it(command._name .. " has every argument and option, each once", function()
      local there, described = names_of(command), {}
      for _, heading in ipairs{"every command", command._name} do
        for _, row in ipairs(tables[heading]) do described[#described + 1] = row.name end
      end
      table.sort(there)
      table.sort(described)
      assert.same(there, described)
    end)
  end

  for heading, rows in pairs(tables) do
    for _, row in ipairs(rows) do
      it(("%s %s names a function, and what it is given to that"):format(heading, row.name), function()
        if not row.does then
          assert.is_nil(row.own)
          return assert.is_true(row.note ~= "", "say where output goes or how it looks")
        end
        local module, name = row.does:match("^(%w+)%.([%w_]+)$")
        assert.is_function(modules[module] and modules[module][name], row.does)
        assert.is_true(accepted[row.does][row.own], ("%s takes no '%s'"):format(row.does, tostring(row.own)))
        assert.is_truthy(cli:find(row.does .. "%f[^%w_]"), "the command line never calls " .. row.does)
      end)
    end
  end

  it("names functions that there are, beside the tables as well", function()
    for module, name in document:gmatch("`(%a+)%.([%w_]+)`") do
      if modules[module] then assert.is_function(modules[module][name], module .. "." .. name) end
    end
  end)

  it("leaves few arguments to the command line alone", function()
    local alone = {}
    for heading, rows in pairs(tables) do
      for _, row in ipairs(rows) do alone[#alone + 1] = not row.does and heading .. " " .. row.name or nil end
    end
    table.sort(alone)
    assert.same({"every command --help", "every command --no-config", "lua file", "review --fail-on",
                 "rollup --fail-on"}, alone)
  end)
end)

--- docs/rules.md is true: its files are written into a folder, its commands are run there, and what they print is what
-- stands below them.

local shell = require "spec.support.shell"

local root, build = shell.root, shell.build

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function run(folder, command)
  local pipe = assert(io.popen(("cd %s && (%s) 2>&1"):format(folder, command)))
  local text = pipe:read("a")
  pipe:close()
  return text
end

-- The blocks of the document in order: {kind, text, file}.
local function blocks(text)
  local list, rest = {}, text
  while true do
    local before, kind, body, after = rest:match("^(.-)\n```(%a+)\n(.-\n)```\n()")
    if not before then return list end
    list[#list + 1] = {kind = kind, text = body, file = before:match("%*%*([%w_.]+)%*%*%s*$")}
    rest = rest:sub(after)
  end
end

describe("docs/rules.md", function()
  local folder
  setup(function()
    folder = os.tmpname()
    os.remove(folder)
    assert(os.execute("mkdir " .. folder))
    write(folder .. "/report.txt", read "examples/report.txt")
  end)
  teardown(function() os.execute("rm -r " .. folder) end)

  local program
  for number, block in ipairs(blocks(read "docs/rules.md")) do
    local name = ("block %d, %s %s"):format(number, block.kind, block.file or "")
    if block.kind == "lua" then
      it(name .. " is a file", function()
        assert.is_truthy(block.file)
        -- The settings would be those of every command below them.
        if block.file ~= ".govreport.lua" then write(folder .. "/" .. block.file, block.text) end
        assert(load(block.text, block.file, "t"))
        program = block.file
      end)
    elseif block.kind == "sh" then
      it(name .. "prints what it says", function()
        local command, wanted = block.text:match("^%$ govreport ([^\n]*)\n(.*)$")
        local own = ("GOVREPORT_BUILD=%s %s/bin/govreport %s"):format(build, root, command)
        assert.equal(wanted, run(folder, own))
      end)
    else
      it(name .. "is what the program prints", function()
        local paths = ("LUA_PATH='%s/lua/?.lua;%s/lua/?/init.lua;;' LUA_CPATH='%s/?.so;;'")
          :format(root, root, build)
        assert.equal(block.text, run(folder, ("%s lua5.4 %s"):format(paths, program)))
      end)
    end
  end

  it("has settings that can be used", function()
    local text
    for _, block in ipairs(blocks(read "docs/rules.md")) do
      if block.file == ".govreport.lua" then text = block.text end
    end
    write(folder .. "/.govreport.lua", text)
    local settings = require "govreport.settings".load(folder .. "/.govreport.lua")
    assert.same({folder .. "/city.lua"}, settings.rules)
    assert.equal("warning", settings.fail_on)
  end)
end)

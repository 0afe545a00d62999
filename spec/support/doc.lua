--- Documents whose code is true: the files in them are written into a folder, their commands are run there, and what
-- these print must be what stands below them.

local assert = require "luassert"
local shell = require "spec.support.shell"

local doc = {}

local root, build = shell.root, shell.build

doc.read, doc.write, doc.remove = shell.read, shell.write, shell.remove

-- What a command prints in a folder, on both channels.
local function run(folder, command)
  local pipe = assert(io.popen(("cd %s && (%s) 2>&1"):format(folder, command)))
  local text = pipe:read("a")
  pipe:close()
  return text
end

--- What `govreport ARGUMENTS` prints in a folder.
function doc.govreport(folder, arguments)
  return run(folder, ("GOVREPORT_BUILD=%s %s/bin/govreport %s"):format(build, root, arguments))
end

--- What a Lua program in a folder prints.
function doc.lua(folder, program)
  local paths = ("LUA_PATH='%s/lua/?.lua;%s/lua/?/init.lua;;' LUA_CPATH='%s/?.so;;'"):format(root, root, build)
  return run(folder, ("%s lua5.4 %s"):format(paths, program))
end

--- What `busted ARGUMENTS` prints in a folder.
function doc.busted(folder, arguments) return doc.lua(folder, "/usr/bin/busted " .. arguments) end

--- The blocks of a document in order: `{kind, text, file}`, where `file` is the name in bold in front of it.
function doc.blocks(text)
  local list, rest = {}, text
  while true do
    local before, kind, body, after = rest:match("^(.-)\n```(%a+)\n(.-\n)```\n()")
    if not before then return list end
    list[#list + 1] = {kind = kind, text = body, file = before:match("%*%*([%w_.]+)%*%*%s*$")}
    rest = rest:sub(after)
  end
end

--- A folder for the examples of a document.
-- @param files map from name to what it holds
function doc.folder(files)
  local folder = shell.folder()
  for name, text in pairs(files) do doc.write(folder .. "/" .. name, text) end
  return folder
end

local programs = {govreport = doc.govreport, busted = doc.busted}

-- A block of commands: each line that begins with `$ govreport` or `$ busted`, and what stands below it.
local function check_commands(folder, text, plain)
  local commands = {}
  for line in text:gmatch("[^\n]*\n") do
    local name, arguments = line:match("^%$ (%l+) (.*)\n$")
    if name then commands[#commands + 1] = {run = assert(programs[name]), arguments = arguments, wanted = ""}
    else commands[#commands].wanted = commands[#commands].wanted .. line end
  end
  for _, command in ipairs(commands) do
    local wanted = command.wanted:gsub("\n\n+$", "\n")   -- a blank line may stand between commands
    assert.equal(plain(wanted), plain(command.run(folder, command.arguments)))
  end
end

local function as_it_is(text) return text end

-- What is to be true of a block.
local function check(block, folder, program, options)
  local plain = options.plain or as_it_is
  if block.kind == "lua" then
    assert.is_truthy(block.file)
    if not (options.skip and options.skip[block.file]) then doc.write(folder .. "/" .. block.file, block.text) end
    assert(load(block.text, block.file, "t"))
  elseif block.kind == "sh" then
    check_commands(folder, block.text, plain)
  else
    assert.equal(plain(block.text), plain(doc.lua(folder, program)))
  end
end

--- A test for each block of a document: `lua` is a file, `sh` has commands and what they print, `text` is what the file
-- before it prints.
-- @param options `skip`, set of files that are not written; `plain`, function(text) -> what of it is compared
-- @return list of `{name, run = function(folder)}`
function doc.tests(path, options)
  local list, program = {}, nil
  for number, block in ipairs(doc.blocks(doc.read(path))) do
    if block.kind == "lua" then program = block.file end
    local current = program
    list[number] = {name = ("block %d, %s %s"):format(number, block.kind, block.file or ""),
                    run = function(folder) check(block, folder, current, options or {}) end}
  end
  return list
end

return doc

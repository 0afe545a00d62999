--- The command line. Arguments in; what is printed, and an exit code, out.
--
-- Exit codes: 0 no error; 1 findings of severity error; 2 usage; 3 some input could not be read, some output could not be
-- written, or, with no error found, something needed could not be decided; 70 a fault of the program. Where several
-- apply: 70, 2, 3, 1, 0.

local argparse = require "argparse"
local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local faults = require "govreport.cli.faults"
local govreport = require "govreport"
local help = require "govreport.cli.help"
local input = require "govreport.cli.input"
local project = require "govreport.cli.project"
local safe = require "govreport.base.safe"
local terminals = require "govreport.cli.terminal"
local usage = require "govreport.cli.usage"

local main = {}

local commands = {
  {"check", "check reports and print the findings"},
  {"show", "draw a report: facts, outline, tables"},
  {"extract", "print a report as data"},
  {"rollup", "compare a report with those of which it should be the sum"},
  {"diff", "list what differs between two reports"},
  {"same", "tell whether files carry the same report"},
  {"similar", "find parts that many reports have in common"},
  {"forms", "list the forms that are known"},
  {"rules", "list the rules"},
  {"explain", "tell what a rule means"},
  {"trace", "tell what happened when a file was read: what was found, and what was nearest where not"},
  {"new", "write a rule or a form and its test, to begin with"},
  {"lua", "run a program in Lua, or a prompt in which tables are drawn"},
}

-- ---- arguments ----------------------------------------------------------------------------------

-- Prints what was asked for in place of a command, and ends: argparse knows no other way out.
local function answer_in(lang)
  return function(text)
    local terminal = terminals.new(lang, "never")
    terminal:print(text)
    os.exit(terminal:finish(0), true)
  end
end

--- The parser of all commands.
-- @param lang language of its help
-- @param wanted the name of the only command whose arguments matter; all of them where it is nil
function main.make_parser(lang, wanted)
  local answer = answer_in(lang)
  local parser = argparse("govreport", "Reads and checks annual reports of government bodies.",
    "`govreport PATH…` is `govreport check PATH…`. Exit codes: 0 no error found; 1 errors found; 2 wrong usage; "
    .. "3 some input could not be read, or something needed could not be decided.")
  parser:command_target("command")
  parser:require_command(true)
  parser:flag("--version", "print the version"):action(function() answer("govreport " .. govreport.version .. "\n") end)
  for _, entry in ipairs(commands) do
    local command = parser:command(entry[1], entry[2])
    if wanted == nil or wanted == entry[1] then
      command:option("--lang", "language of messages"):choices{"zh", "en"}
      command:option("--color", "colours"):choices{"auto", "always", "never"}:default("auto")
      require("govreport.cli." .. entry[1]).define(command)
      project.define(command)
    end
  end
  help.localise(parser, lang, answer)
  return parser
end

local command_names = {}
for _, entry in ipairs(commands) do command_names[entry[1]] = true end

local goes_first = {["--version"] = true, ["-h"] = true, ["--help"] = true, help = true}

-- `govreport FILE` is `govreport check FILE`.
local function with_default(arguments)
  local first = arguments[1]
  if first == nil or goes_first[first] or command_names[first] then return arguments end
  return table.move(arguments, 1, #arguments, 2, {"check"})
end

-- The language, before the arguments are looked at: help and usage errors need it.
local function wanted_language(arguments)
  for i, argument in ipairs(arguments) do
    local value = argument == "--lang" and arguments[i + 1] or argument:match("^%-%-lang=(.*)$")
    if value == "zh" or value == "en" then return value end
  end
  return terminals.language()
end

local function refuse(message, code, shown)
  io.stderr:write("govreport: ", safe(message), " [", code, "]\n", shown(), "\n")
  return 2
end

local function run(arguments, lang)
  local word = arguments[1]
  local meant, rest = word ~= "help" and usage.meant_command(word, command_names), nil
  arguments = with_default(arguments)
  if arguments[1] == "lua" then arguments, rest = require("govreport.cli.lua").split(arguments) end
  local parser = main.make_parser(lang, arguments[1] or "")
  local own = usage.parser_of(parser, not meant and arguments[1])
  local function shown() return help.text(own:get_usage(), lang) end
  if meant then
    local code = "usage.command_near"
    return refuse(catalogue.text(lang, code, {name = word, nearest = meant}), code, shown)
  end
  local ok, parsed = parser:pparse(arguments)
  if not ok then
    local message, code = usage.error(parsed, lang, own)
    return refuse(message, code, shown)
  end
  parsed.rest = rest
  local terminal = terminals.new(lang, parsed.color, shown)
  local ready = input.fits(parsed, terminal) and project.load(parsed, terminal)
  local code = ready and require("govreport.cli." .. parsed.command).run(parsed, terminal) or 2
  return terminal:finish(code)
end

-- The one place where a fault of the program ends: in a line. What was printed of a document that is not whole is dropped
-- with the terminal.
local function fail(noted, lang)
  local message, code, way = faults.describe(noted, lang)
  io.stderr:write("govreport: ", safe(message), " [", code, "]\n", way and way .. "\n" or "")
  return faults.exit_code
end

--- Runs the command line.
-- @param arguments list of strings
-- @return exit code
function main.run(arguments)
  core.plain_signals()
  local lang = wanted_language(arguments)
  local ok, code = xpcall(run, faults.note, arguments, lang)
  return ok and code or fail(code, lang)
end

return main

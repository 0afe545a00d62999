--- The command line. Arguments in; what is printed, and an exit code, out.
--
-- Exit codes: 0 no error; 1 findings of severity error; 2 usage; 3 some input could not be read, some output could not
-- be written, or, with no error found, something needed could not be decided; 70 a fault of the program. Where several
-- apply: 70, 2, 3, 1, 0.

local catalogue = require "govreport.base.catalogue"
local faults = require "govreport.cli.faults"
local help = require "govreport.cli.help"
local input = require "govreport.cli.input"
local later = require "govreport.base.later"
local parsers = require "govreport.cli.parsers"
local patterns = later "govreport.cli.patterns"
local project = require "govreport.cli.project"
local safe = require "govreport.base.safe"
local signals = require "govreport.base.signals"
local terminals = require "govreport.cli.terminal"
local usage = require "govreport.cli.usage"

local main = {}

local goes_first = {["--version"] = true, ["-h"] = true, ["--help"] = true, help = true}

-- `govreport FILE` is `govreport check FILE`.
local function with_default(arguments)
  local first = arguments[1]
  if first == nil or goes_first[first] or parsers.commands[first] then return arguments end
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

-- Programs ask for the version alone: that needs no parser.
local function tell_version(lang)
  local terminal = terminals.new(lang, "never")
  terminal:print(parsers.version)
  return terminal:finish(0)
end

local function run(arguments, lang)
  if #arguments == 1 and arguments[1] == "--version" then return tell_version(lang) end
  local word = arguments[1]
  local meant, rest = word ~= "help" and usage.meant_command(word, parsers.commands), nil
  arguments = with_default(arguments)
  if arguments[1] == "lua" then arguments, rest = require("govreport.cli.lua").split(arguments) end
  local parser = parsers.make(lang, arguments[1] or "")
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
  patterns.expand(parsed)
  local terminal = terminals.new(lang, parsed.color, shown)
  local ready = input.fits(parsed, terminal) and project.load(parsed, terminal)
  local code = ready and require("govreport.cli." .. parsed.command).run(parsed, terminal) or 2
  return terminal:finish(code)
end

-- The one place where a fault of the program ends: in a line. What was printed of a document that is not whole is
-- dropped with the terminal.
local function fail(noted, lang)
  local message, code, way = faults.describe(noted, lang)
  io.stderr:write("govreport: ", safe(message), " [", code, "]\n", way and way .. "\n" or "")
  return faults.exit_code
end

--- Runs the command line.
-- @param arguments list of strings
-- @return exit code; whether all is closed that was opened, so that the process may end as it is: not after a fault,
-- nor where a program of somebody else ran
function main.run(arguments)
  signals.plain()
  local lang = wanted_language(arguments)
  local ok, code = xpcall(run, faults.note, arguments, lang)
  if ok then return code, arguments[1] ~= "lua" end
  return fail(code, lang), false
end

return main

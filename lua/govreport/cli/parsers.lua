--- The commands, and the parsers of their arguments.

local govreport = require "govreport"
local help = require "govreport.cli.help"
local project = require "govreport.cli.project"
local terminals = require "govreport.cli.terminal"

local parsers = {}

-- In the order of the help.
local commands = {
  {"check", "check reports and print the findings"},
  {"review", "write pages on which the findings stand beside the report"},
  {"show", "draw a report: facts, outline, tables"},
  {"extract", "print reports as data"},
  {"dataset", "read very many reports into one dataset: SQLite, CSV, JSON Lines, Excel"},
  {"worker", "answer records of a pipe, one line each, for programs that run on many machines"},
  {"plan", "deal very many files out in shards, for workers"},
  {"merge", "put the answers of workers together into one dataset"},
  {"rollup", "compare a report with those of which it should be the sum"},
  {"diff", "list what differs between two reports"},
  {"same", "tell whether files carry the same report"},
  {"similar", "find parts that many reports have in common"},
  {"forms", "list the forms that are known"},
  {"rules", "list the rules"},
  {"explain", "tell what a rule means"},
  {"trace", "tell what happened when a file was read: what was found, and what was nearest where not"},
  {"new", "write a rule or a form and its test, to begin with; or a report in its form"},
  {"lua", "run a program in Lua, or a prompt in which tables are drawn"},
}

--- What `--version` prints.
parsers.version = "govreport " .. govreport.version .. "\n"

--- The names of the commands, as a set.
parsers.commands = {}
for _, entry in ipairs(commands) do parsers.commands[entry[1]] = true end

-- Prints what was asked for in place of a command, and ends: argparse knows no other way out.
local function answer_in(lang)
  return function(text)
    local terminal = terminals.new(lang, "never")
    terminal:print(text)
    os.exit(terminal:finish(0))
  end
end

--- The parser of all commands.
-- @param lang language of its help
-- @param wanted the name of the only command whose arguments matter; all of them where it is nil
function parsers.make(lang, wanted)
  local argparse = require "argparse"
  local answer = answer_in(lang)
  local parser = argparse("govreport", "Reads and checks annual reports of government bodies.",
    "`govreport PATH…` is `govreport check PATH…`. Exit codes: 0 no error found; 1 errors found; 2 wrong usage; "
    .. "3 some input could not be read, some output not be written, or something needed could not be decided; 70 a "
    .. "fault of the program.")
  parser:command_target("command")
  parser:require_command(true)
  parser:flag("--version", "print the version"):action(function() answer(parsers.version) end)
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

return parsers

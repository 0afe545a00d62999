--- Who presents what a check finds: a format on the terminal, counts, letters, a comparison with a first round.

local catalogue = require "govreport.base.catalogue"
local fingerprint = require "govreport.check.fingerprint"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local render = require "govreport.render"
local settings = require "govreport.cli.settings"

local presenters = {}

-- A format is made by `new(options)`; its methods give text: `head()`, `file{name, subject, report, result, rounds}`,
-- `failure{name, message, code}`, `foot{exit = code}`; nil for nothing.
function presenters.define(parser)
  parser:option("--format", "how the findings are printed (default: text)"):choices(settings.formats)
  parser:mutex(parser:flag("--brief", "text: messages only, no tables and source lines"),
               parser:flag("--full", "text: nothing left out"))
  parser:flag("--statistics", "text: how many findings of each rule, at the end")
  parser:option("--letter", "write a letter to the body: FILE.md, FILE.html, or FOLDER/ for one each")
  parser:option("--since", "the JSON of a first round: tell what is resolved, open and new")
end

-- Whether the options go together; tells where they do not.
local function fit(arguments, terminal, format)
  for _, name in ipairs{"brief", "full", "statistics"} do
    if arguments[name] and format ~= "text" then
      local fields = {option = "--" .. name, format = format}
      terminal:complain(catalogue.text(terminal.lang, "options.text_only", fields), "options.text_only")
      return false
    end
  end
  return true
end

-- The first round of `--since`; nil where there is none, and true where it cannot be read, which was told then.
local function first_round(path, terminal)
  if not path then return nil end
  local text, message, code = input.read(path, terminal.lang)
  if text then
    local found, problem, fields = require("govreport.check.rounds").read(text)
    if found then return found end
    fields.path = path
    message, code = catalogue.text(terminal.lang, problem, fields), problem
  end
  terminal:complain(message, code)
  return nil, true
end

local Presenters = {}
Presenters.__index = Presenters

local function tell(self, method, value)
  for _, presenter in ipairs(self.list) do
    local text = presenter[method](presenter, value)
    if text then self.terminal:print(text) end
  end
end

function Presenters:head() tell(self, "head") end

--- A report that was checked.
function Presenters:file(name, report, result)
  local subject = fingerprint.subject(report)
  tell(self, "file", {name = name, subject = subject, report = report, result = result,
                      rounds = self.first and self.first:compare(name, subject, result)})
end

--- A file that could not be read.
function Presenters:failure(name, message, code)
  tell(self, "failure", {name = name, message = message, code = code})
end

function Presenters:foot(exit) tell(self, "foot", {exit = exit}) end

--- Makes the presenters of a command.
-- @param rules those that are checked
-- @param inputs how many reports there are
-- @return an object with `head`, `file`, `failure`, `foot`; nil where the arguments are wrong, which was told then
function presenters.make(arguments, terminal, rules, inputs)
  local format = arguments.format or "text"
  if not fit(arguments, terminal, format) then return nil end
  local first, unreadable = first_round(arguments.since, terminal)
  local letter = not unreadable and arguments.letter
  local writer = letter and require("govreport.cli.letters").new(letter, inputs, terminal)
  if unreadable or arguments.letter and not writer then return nil end
  local list = {require("govreport.render.findings." .. format).new{
    lang = terminal.lang, color = terminal.color, version = govreport.version, rules = rules,
    fail_on = arguments.fail_on or "error", detail = arguments.brief and "brief" or arguments.full and "full",
  }}
  if arguments.statistics then list[#list + 1] = render.statistics.new{lang = terminal.lang} end
  if writer then list[#list + 1] = writer end
  return setmetatable({terminal = terminal, first = first, list = list}, Presenters)
end

return presenters

--- Where what a check finds goes: a format on the terminal, counts, letters, a file of waivers.

local govreport = require "govreport"
local known_options = require "govreport.base.options"
local letter_options = require "govreport.cli.letter_options"
local output = require "govreport.cli.output"

local printers = {}

function printers.define(parser)
  parser:option("--format", "how the findings are printed (default: text)"):choices(known_options.formats)
  parser:mutex(parser:flag("--brief", "text: messages only, no tables and source lines"),
               parser:flag("--full", "text: nothing left out"))
  parser:flag("--addresses", "text: the addresses of cells, as programs and rules name them")
  parser:flag("--statistics", "text: how many findings of each rule, at the end")
  parser:option("--letter", "write a letter to the body: FILE.md, FILE.html, or FOLDER/ for one each")
  letter_options.define(parser)
  parser:option("--since", "the JSON of a first round: tell what is resolved, open and new")
end

-- Whether the options go together; tells where they do not.
local function fit(arguments, terminal, format)
  for _, name in ipairs{"brief", "full", "addresses", "statistics"} do
    if arguments[name] and format ~= "text" then
      terminal:tell("options.text_only", {option = "--" .. name, format = format})
      return false
    end
  end
  return letter_options.fit(arguments, terminal)
end

local Printers = {}
Printers.__index = Printers

local function print_all(self, method, ...)
  for _, own in ipairs(self.printing) do self.terminal:print(own[method](own, ...)) end
  if self.baseline then self.pieces[#self.pieces + 1] = self.baseline[method](self.baseline, ...) end
end

function Printers:head() print_all(self, "head") end

--- Prints an entry of the batch, and writes its letter.
function Printers:entry(entry)
  print_all(self, "entry", entry)
  if self.letters and entry.result then self.letters:write(entry) end
end

--- Prints what stands at the end, and writes the waivers.
function Printers:foot()
  print_all(self, "foot")
  if not self.baseline then return end
  local ok, problem = output.write(self.path, table.concat(self.pieces))
  if not ok then self.terminal:fail_output(nil, problem) end
end

--- Makes the printers of a batch.
-- @param inputs how many reports there are
-- @return an object with `head`, `entry`, `foot`; nil where the arguments are wrong, which was told then
function printers.make(batch, arguments, terminal, inputs)
  local format = arguments.format or "text"
  if not fit(arguments, terminal, format) then return nil end
  local letters = arguments.letter and require("govreport.cli.letters").new(arguments, inputs, terminal)
  if arguments.letter and not letters then return nil end
  local function printer(name)
    return govreport.printer(batch, name, {
      lang = terminal.lang, color = terminal.color, fail_on = arguments.fail_on, addresses = arguments.addresses,
      detail = arguments.brief and "brief" or arguments.full and "full" or nil})
  end
  return setmetatable({
    terminal = terminal, letters = letters, path = arguments.write_baseline, pieces = {},
    printing = {printer(format), arguments.statistics and printer "statistics" or nil},
    baseline = arguments.write_baseline and printer "waivers",
  }, Printers)
end

return printers

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
  parser:flag("--errors-only", "text: only errors are shown; all findings are counted")
  parser:option("--sort", "worst: the files with the most severe findings first"):choices(known_options.sort)
  parser:flag("--statistics", "text: how many findings of each rule, at the end")
  parser:option("--letter", "write a letter to the body: FILE.docx, FILE.html, FILE.md, or FOLDER/ for one each")
  letter_options.define(parser)
  parser:option("--since", "the JSON of a first round: tell what is resolved, open and new")
end

-- Formats in which files can be sorted: what is printed of each stands by itself.
local sortable = {text = true, concise = true, jsonl = true, csv = true, github = true}

-- Formats in which each file is a document of its own: nothing is missed where the output ends behind one.
local piecewise = {text = true, concise = true, jsonl = true, github = true}

-- Whether the options go together; tells where they do not.
local function fit(arguments, terminal, format)
  for _, name in ipairs{"brief", "full", "addresses", "errors_only", "statistics"} do
    if arguments[name] and format ~= "text" then
      terminal:tell("options.text_only", {option = "--" .. name:gsub("_", "-"), format = format})
      return false
    end
  end
  if arguments.sort and not sortable[format] then
    terminal:tell("options.not_format", {option = "--sort", format = format})
    return false
  end
  return letter_options.fit(arguments, terminal)
end

local Printers = {}
Printers.__index = Printers

-- What stands at the end is printed in turned order: the counts of rules before those of files.
local function print_all(self, method, ...)
  local count = #self.printing
  for i = 1, count do
    local own = self.printing[method == "foot" and count + 1 - i or i]
    self.terminal:print(own[method](own, ...))
  end
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
  if not ok then self.terminal:fail_output(self.path, problem) end
end

--- Makes the printers of a batch.
-- @param inputs how many reports there are
-- @return an object with `head`, `entry`, `foot`, and `is_piecewise`, whether what was printed of a file is a whole;
-- nil where the arguments are wrong, which was told then
function printers.make(batch, arguments, terminal, inputs)
  local format = arguments.format or "text"
  if not fit(arguments, terminal, format) then return nil end
  local letters = arguments.letter and require("govreport.cli.letters").new(arguments, inputs, terminal)
  if arguments.letter and not letters then return nil end
  local function printer(name, more)
    local options = {lang = terminal.lang, color = terminal.color, fail_on = arguments.fail_on}
    for key, value in pairs(more or {}) do options[key] = value end
    return govreport.printer(batch, name, options)
  end
  local own = {
    detail = arguments.brief and "brief" or arguments.full and "full" or nil, errors_only = arguments.errors_only,
    addresses = arguments.addresses, sort = arguments.sort, bom = format == "csv" and terminal:is_file() or nil}
  return setmetatable({
    terminal = terminal, letters = letters, path = arguments.write_baseline, pieces = {},
    is_piecewise = piecewise[format] or false,
    printing = {printer(format, own), arguments.statistics and printer "statistics" or nil},
    baseline = arguments.write_baseline and printer "waivers",
  }, Printers)
end

return printers

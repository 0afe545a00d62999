--- govreport review: pages for a reviewer, one report in a file, many in a folder.

local catalogue = require "govreport.base.catalogue"
local checker = require "govreport.cli.checker"
local file = require "govreport.base.file"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local known_options = require "govreport.base.options"
local letter_options = require "govreport.cli.letter_options"
local new_folder = require "govreport.cli.new_folder"
local output = require "govreport.cli.output"
local review_files = require "govreport.cli.review_files"

local command = {}

function command.define(parser)
  parser:argument("path", "files, folders or .zip archives; - for standard input"):args("+")
  parser:option("-o --output", "FILE.html for one report, FOLDER/ for many: a list, pages, letters, tables"):count(1)
  parser:option("--since", "the folder of an earlier review, or the JSON of a first round: tell what is resolved, open "
                           .. "and new")
  parser:option("--roster", "a CSV file that names who has to hand in (名称; also 年度); a register of units will do")
  checker.define(parser)
  letter_options.define(parser, true)
  input.define(parser, "files")
  parser:option("--fail-on", "the least severity that makes exit code 1 (default: error)")
    :choices(known_options.fail_on)
end

-- Tells of wrong usage.
local function refuse(terminal, code, fields)
  terminal:tell(code, fields)
  return nil
end

-- Whether the output is one file, or a folder; nil where it does not fit, which was told then.
local function kind_of(arguments, terminal)
  local path = arguments.output
  if output.is_folder(path) then
    if not new_folder.fits(path) then return refuse(terminal, "review.taken", {path = path}) end
    return letter_options.fit(arguments, terminal, true) and "folder" or nil
  end
  if not path:lower():find("%.html?$") then return refuse(terminal, "review.ending", {path = path}) end
  if #arguments.path > 1 or output.is_folder(arguments.path[1]) then
    return refuse(terminal, "review.single", {path = path})
  end
  local option = arguments.roster and "--roster" or letter_options.given(arguments)
  if option then return refuse(terminal, "review.folder_only", {option = option}) end
  return "file"
end

-- The first round that is named, into the options; false where it cannot be read, which was told then.
local function add_first_round(arguments, options, terminal)
  local path = arguments.since
  if not path then return true end
  if output.is_folder(path) then path = path:gsub("(.)/+$", "%1") .. "/round.json" end
  local text, code, fields = file.read(path, file.usual_limit)
  local message
  if text then options.since, message, code = govreport.rounds(text, {name = path, lang = terminal.lang})
  else
    fields.path = path
    message = catalogue.text(terminal.lang, code, fields)
  end
  if not options.since then terminal:complain(message, code) end
  return options.since ~= nil
end

--- @return exit code
function command.run(arguments, terminal)
  local options = checker.options(arguments, terminal)
  local kind = options and kind_of(arguments, terminal)
  if not kind or not add_first_round(arguments, options, terminal) then return 2 end
  return review_files[kind](arguments, options, terminal)
end

return command

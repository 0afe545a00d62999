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
local progress = require "govreport.cli.progress"

local command = {}

function command.define(parser)
  parser:argument("path", "files or folders; - for standard input"):args("+")
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

-- ---- one report -----------------------------------------------------------------------------------

-- @return exit code
local function write_page(arguments, options, terminal)
  local batch = checker.batch(arguments, options, terminal)
  if not batch then return 2 end
  for entry in batch:entries() do
    if entry.result then
      local page = govreport.render(entry.result, "page", {lang = terminal.lang, name = entry.name,
                                                          since = options.since})
      local ok, problem = output.write(arguments.output, page)
      if not ok then terminal:fail_output(arguments.output, problem) end
    else terminal:complain(entry.message, entry.code) end
  end
  checker.tell_idle(options.waivers, terminal)
  return batch:exit_code(arguments.fail_on)
end

-- ---- many ---------------------------------------------------------------------------------------------

local function add_letters(arguments, options)
  options.from, options.deadline, options.contact = arguments.from, arguments.deadline, arguments.contact
  options.date = os.date "%Y-%m-%d"
end

-- Writes all files; false where one cannot be written, which was told then.
local function write_files(review, folder, terminal)
  local shown <close> = progress.new("review.progress", review.total, terminal.lang)
  for path, bytes in review:files() do
    shown:tell(review.done)
    local ok, problem = folder:write(path, bytes)
    if not ok then
      shown:clear()
      terminal:fail_output(folder.path .. "/" .. path, problem)
      return false
    end
  end
  return true
end

-- @return exit code
local function write_folder(arguments, options, terminal)
  local no_roster
  options.roster, no_roster = input.units(arguments.roster, terminal, {roster = true})
  if no_roster then return 2 end
  add_letters(arguments, options)
  options.encoding = arguments.encoding
  local sources = input.sources(arguments.path, arguments, terminal)
  local ok, review, message, code = terminal:attempt("options.invalid", govreport.review, sources, options)
  if not ok or not review then
    if ok then terminal:complain(message, code) end
    return 2
  end
  local folder <close>, problem = new_folder.begin(arguments.output)
  if not folder then
    terminal:fail_output(arguments.output, problem)
    return 3
  end
  if not write_files(review, folder, terminal) then return 3 end
  for _, failure in ipairs(review.unread) do terminal:complain(failure.message, failure.code) end
  local is_there, reason = folder:finish()
  if not is_there then terminal:fail_output(arguments.output, reason) end
  checker.tell_idle(options.waivers, terminal)
  return review:exit_code(arguments.fail_on)
end

--- @return exit code
function command.run(arguments, terminal)
  local options = checker.options(arguments, terminal)
  local kind = options and kind_of(arguments, terminal)
  if not kind or not add_first_round(arguments, options, terminal) then return 2 end
  if kind == "folder" then return write_folder(arguments, options, terminal) end
  arguments.since = options.since
  return write_page(arguments, options, terminal)
end

return command

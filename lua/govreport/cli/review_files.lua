--- What `govreport review` writes: the page of one report, or a folder of many.

local checker = require "govreport.cli.checker"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local new_folder = require "govreport.cli.new_folder"
local output = require "govreport.cli.output"
local progress = require "govreport.cli.progress"

local review_files = {}

--- The page of one report.
-- @param options of the check, and `since`, Rounds
-- @return exit code
function review_files.file(arguments, options, terminal)
  arguments.since = options.since
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

--- The folder of many.
-- @param options the same
-- @return exit code
function review_files.folder(arguments, options, terminal)
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

return review_files

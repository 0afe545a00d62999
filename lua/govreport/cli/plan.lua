--- govreport plan: very many files dealt out in shards.

local dataset_options = require "govreport.cli.dataset_options"
local govreport = require "govreport"
local listed_files = require "govreport.cli.listed_files"
local new_folder = require "govreport.cli.new_folder"

local command = {}

function command.define(parser)
  parser:argument("path", "files, folders or .zip archives"):args("*")
  parser:option("-o --output", "the folder of the plan, which is made"):count(1)
  parser:option("-n --shards", "how many shards: a file of records each"):count(1):convert(dataset_options.count(1))
  listed_files.define(parser)
  parser:option("--manifest", "a CSV file that lists the files (path; also url, fetched, body, region)")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
end

-- Writes the files of the plan; false where that fails, which was told then.
local function write(files, path, terminal)
  local folder <close>, problem = new_folder.begin(path)
  for _, own in ipairs(folder and files or {}) do
    local ok, reason = folder:write(own[1], own[2])
    problem = problem or not ok and reason or nil
  end
  if folder and not problem then
    local ok, reason = folder:finish()
    problem = not ok and reason or nil
  end
  if problem then terminal:fail_output(path, problem) end
  return not problem
end

--- @return exit code
function command.run(arguments, terminal)
  local path, paths = arguments.output, listed_files.paths(arguments, terminal)
  if not paths then return 2 end
  if #paths == 0 and not arguments.manifest then
    terminal:tell "usage.dataset_paths"
    return 2
  end
  if not new_folder.fits(path) then
    terminal:tell("plan.taken", {path = path})
    return 2
  end
  local files, failures, code = govreport.plan(paths, {
    shards = arguments.shards, manifest = arguments.manifest, encoding = arguments.encoding, lang = terminal.lang})
  if not files then
    terminal:complain(failures, code)
    return 3
  end
  for _, failure in ipairs(failures) do terminal:complain(failure.message, failure.code) end
  if not write(files, path, terminal) then return 3 end
  local records = 0
  for i = 1, #files - 1 do records = records + select(2, files[i][2]:gsub("\n", "")) end
  terminal:say("plan.summary", {path = path, records = records, shards = #files - 1})
  return #failures > 0 and 3 or 0
end

return command

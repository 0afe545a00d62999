--- Where the reports of a batch come from: files, folders, bytes; each with what stands beside it.

local catalogue = require "govreport.base.catalogue"
local close = require "govreport.base.close"
local folder = require "govreport.base.folder"
local series = require "govreport.batch.series"

local sources = {}

-- What a folder without reports is told as.
local function no_reports(path, lang)
  local endings = {}
  for i, ending in ipairs(folder.endings) do endings[i] = "." .. ending end
  local fields = {path = path, detail = table.concat(endings, " ")}
  return {path = path, code = "io.no_reports", message = catalogue.text(lang, "io.no_reports", fields)}
end

--- The files that some paths stand for: of a folder all that its name says are reports, a file is itself.
-- @param paths list of paths, or of `{name, bytes}`, which stand for themselves
-- @return list; list of `{path, message, code}` for folders without reports (`io.no_reports`)
function sources.files(paths, lang)
  local files, failures = {}, {}
  for _, path in ipairs(paths) do
    if type(path) == "string" and folder.is_one(path) then
      local found = folder.files(path)
      if #found == 0 then failures[#failures + 1] = no_reports(path, lang) end
      table.move(found, 1, #found, #files + 1, files)
    else
      files[#files + 1] = path
    end
  end
  return files, failures
end

local function failed(failure)
  return {name = failure.path, open = function() return nil, failure.message, failure.code end}
end

local function name_of(path)
  if type(path) ~= "table" then return path end
  return path.name or "?"
end

local function source_of(path, open)
  return {name = name_of(path), open = function() return open(path) end}
end

-- Puts the report of the year before beside a source; it is open only while it is compared.
local function with_previous(source, path, open)
  local previous
  function source.begin()
    previous = path and open(path) or nil
    return {previous = previous, series = source.series}
  end
  function source.done()
    if previous then close(previous) end
  end
  return source
end

-- @param at_end called once, behind the last
local function iterate(list, at_end)
  local i = 0
  return function()
    i = i + 1
    if i == #list + 1 and at_end then at_end() end
    return list[i]
  end
end

-- A report that is given as the one of the year before, and the source of one that could not be read.
local function previous_of(given, open)
  if type(given) ~= "string" and type(given) ~= "table" then return given end
  local report, message, code = open(given)
  return report, not report and failed{path = name_of(given), message = message, code = code} or nil
end

--- The sources of some paths, folders searched, in their order.
-- @param open function(path or `{name, bytes}`) -> Report; or nil, message, code
-- @param options `lang`; `previous`, a Report or the path of one, for a single report; `series`, whether the reports
-- are put in order of years, each with that of its body for the year before; `units`, a register of units
-- @return function() -> source, nil at the end; see `govreport.batch.checked`
function sources.of(paths, open, options)
  local files, failures = sources.files(paths, options.lang)
  local list = {}
  for i, failure in ipairs(failures) do list[i] = failed(failure) end
  if options.series then
    for _, found in ipairs(series.of(files, open, options.units)) do
      local source = source_of(found.path, open)
      source.series = found.series
      list[#list + 1] = with_previous(source, found.previous, open)
    end
    return iterate(list)
  end
  local previous, unread = previous_of(options.previous, open)
  list[#list + 1] = unread
  for _, path in ipairs(files) do
    local source = source_of(path, open)
    function source.begin() return {previous = previous} end
    list[#list + 1] = source
  end
  local is_own = previous and previous ~= options.previous
  return iterate(list, is_own and function() close(previous) end or nil)
end

return sources

--- Where the reports of a batch come from: files, folders, bytes; each with what stands beside it.

local catalogue = require "govreport.base.catalogue"
local close = require "govreport.base.close"
local later = require "govreport.base.later"
local folder = later "govreport.base.folder"
local identities = later "govreport.base.identities"
local series = later "govreport.batch.series"
local unsupported = later "govreport.batch.unsupported"

local sources = {}

-- A folder, or something in it, that cannot be read, as a failure of a batch.
-- @param message its key, where that is not the code
local function refused(code, path, lang, fields, message)
  fields = fields or {}
  fields.path = path
  return {path = path, code = code, message = catalogue.text(lang, message or code, fields)}
end

-- What a folder or an archive without reports is told as.
local function no_reports(path, lang)
  local endings = {}
  for i, ending in ipairs(folder.endings) do endings[i] = "." .. ending end
  return refused("io.no_reports", path, lang, {detail = table.concat(endings, " ")},
                 not folder.is_one(path) and "archive.no_reports" or nil)
end

-- Gives a file to `found.take`, unless that had it already under whatever name.
-- @param counts of the folder that it was found in; nil for a file that was named itself
local function add_file(found, path, counts)
  local known, key = found.known:slot(path)
  if known[key] == nil then known[key] = found.take(path) or false end
  local own = known[key]
  if not counts then return end
  counts.files = counts.files + 1
  if own and own.counts then counts.repeated = counts.repeated + 1 end
  if own then own.counts = counts end
end

local function add_failures(found, list) table.move(list, 1, #list, #found.failures + 1, found.failures) end

-- Adds what a folder holds: each entry is a file to read, refused with a reason, or counted.
local function add_folder(found, path, lang)
  found.folder = found.folder or {files = 0, checked = 0, unread = 0, unsupported = 0, repeated = 0, unopened = 0}
  local counts = found.folder
  local held = folder.search(path, {seen = found.seen, archives = true, take = function(own)
    add_file(found, own, counts)
  end})
  counts.files, counts.unsupported = counts.files + #held.others, counts.unsupported + #held.others
  for _, own in ipairs(held.failures) do
    counts.unopened = counts.unopened + 1
    found.failures[#found.failures + 1] = refused(own.code or "io.unreadable", own.path, lang,
                                                   own.fields or {detail = own.detail})
  end
  add_failures(found, unsupported.failures(path, held.others, lang))
  table.move(held.links, 1, #held.links, #found.links + 1, found.links)
  if held.count == 0 and #held.failures == 0 and not held.again then
    found.failures[#found.failures + 1] = no_reports(path, lang)
  end
end

-- Links to folders that were not searched by another way.
local function add_links(found, lang)
  for _, path in ipairs(found.links) do
    if not found.seen[folder.identity(path)] then
      found.folder.unopened = found.folder.unopened + 1
      found.failures[#found.failures + 1] = refused("io.link", path, lang)
    end
  end
end

-- Looks for the files that some paths stand for.
-- @param take function(path), called with each once: a table, which gets `counts`, those of all folders, where the file
-- was found in one; or nothing
-- @return `{failures, folder}`: `folder` is what all folders hold, nil where there is none
local function search(paths, lang, take)
  local found = {take = take, failures = {}, known = identities.new(), seen = {}, links = {}}
  for _, path in ipairs(paths) do
    if type(path) == "string" and folder.holds_files(path) then add_folder(found, path, lang)
    else add_file(found, path) end
  end
  add_links(found, lang)
  return found
end

-- What some paths stand for, listed: list of `{path, counts}`, and what `search` says of it.
local function collect(paths, lang)
  local list = {}
  return list, search(paths, lang, function(path)
    list[#list + 1] = {path = path}
    return list[#list]
  end)
end

--- Gives the files that some paths stand for to a function, one by one: of a folder or an archive all whose names say
-- that they are reports; a file is itself. A file that they name twice, also by a link, is given once.
-- @param paths list of paths, or of `{name, bytes}`, which stand for themselves
-- @param take function(path)
-- @return list of `{path, message, code}`: folders without reports (`io.no_reports`) or that cannot be listed
-- (`io.unreadable`), archives that cannot be read (`zip.*`), links to folders (`io.link`), files of folders that may be
-- reports and are of a kind that is not read (`io.unsupported`, one for each kind)
function sources.each_file(paths, lang, take) return search(paths, lang, take).failures end

--- The same files as a list.
-- @return list of paths; that of `sources.each_file`
function sources.files(paths, lang)
  local files = {}
  return files, sources.each_file(paths, lang, function(path) files[#files + 1] = path end)
end

local function failed(failure)
  return {name = failure.path, open = function() return nil, failure.message, failure.code end}
end

local function name_of(path)
  if type(path) ~= "table" then return path end
  return path.name or "?"
end

-- @param counts of the folders, where the file is in one of them
local function source_of(path, open, counts)
  return {name = name_of(path), counts = counts, open = function() return open(path) end}
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

-- The sources of a series, in its order.
local function add_series(list, files, open, register)
  local counts, paths = {}, {}
  for i, own in ipairs(files) do counts[own.path], paths[i] = own.counts, own.path end
  for _, own in ipairs(series.of(paths, open, register)) do
    local source = source_of(own.path, open, counts[own.path])
    source.series = own.series
    list[#list + 1] = with_previous(source, own.previous, open)
  end
end

--- The sources of some paths, folders searched, in their order.
-- @param open function(path or `{name, bytes}`) -> Report; or nil, message, code
-- @param options `lang`; `previous`, a Report or the path of one, for a single report; `series`, whether the reports
-- are put in order of years, each with that of its body for the year before; `units`, a register of units
-- @return function() -> source, nil at the end (see `govreport.batch.checked`); how many there are; what the folders
-- among the paths hold, `{files, checked, unread, unsupported, repeated, unopened}`, nil where there is none
function sources.of(paths, open, options)
  local list, files, found = {}, collect(paths, options.lang)
  for i, own in ipairs(found.failures) do list[i] = failed(own) end
  if options.series then
    add_series(list, files, open, options.units)
    return iterate(list), #list, found.folder
  end
  local previous, unread = previous_of(options.previous, open)
  list[#list + 1] = unread
  for _, own in ipairs(files) do
    local source = source_of(own.path, open, own.counts)
    function source.begin() return {previous = previous} end
    list[#list + 1] = source
  end
  local is_own = previous and previous ~= options.previous
  return iterate(list, is_own and function() close(previous) end or nil), #list, found.folder
end

--- Counts what became of a source among what its folder holds, where it is a file of one.
-- @param entry what was made of it, with a `report` where it was read
-- @return the entry
function sources.count(source, entry)
  local name = entry.report and "checked" or "unread"
  if source.counts then source.counts[name] = source.counts[name] + 1 end
  return entry
end

return sources

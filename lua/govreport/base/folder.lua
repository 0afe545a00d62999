--- The files that folders hold, and archives, which stand for folders.

local later = require "govreport.base.later"
local archive = later "govreport.base.archive"
local lfs = require "lfs"

local folder = {}

--- The endings of the names of reports.
folder.endings = {"txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "docx", "docm", "dotx",
                  "mht", "mhtml", "eml", "pdf"}

local is_report = {}
for _, ending in ipairs(folder.endings) do is_report[ending] = true end

--- The ending of a name, in small letters; "" where it has none. Programs that save many pages put the question behind
-- it: `page.html?id=3`, `page.html@id=3`.
function folder.ending(name)
  local plain = name:match("^.*%.(%w+)[?@][^/]*$")
  local ending = (name:match("%.([^./]+)$") or ""):lower()
  return plain and not is_report[ending] and plain:lower() or ending
end

--- Whether a path is that of a folder.
function folder.is_one(path) return lfs.attributes(path, "mode") == "directory" end

--- Whether it is that of a folder, or of an archive.
function folder.holds_files(path)
  local may_be_archive = path:find "%.[zZ][iI][pP]$" ~= nil
  return folder.is_one(path) or may_be_archive and archive.is_one(path)
end

--- What a file or a folder is, under whatever name; the path where the system does not tell, or nothing is there.
function folder.identity(path)
  local found = lfs.attributes(path)
  if found then return found.ino ~= 0 and found.dev .. ":" .. found.ino or path end
  local own, name = archive.split(path)
  return own and folder.identity(own) .. "/" .. name or path
end

local function inside(path, name) return path:gsub("(.)/+$", "%1"):gsub("^/$", "") .. "/" .. name end

-- Hidden entries, and what a word processor puts beside a document that is open.
local function is_hidden(name) return name:find("^%.") ~= nil or name:find("^~%$") ~= nil end

-- Of what the system says the reason alone: the path stands beside it.
local function reason_of(problem) return tostring(problem):match(": ([^:]+)$") or tostring(problem) end

local function fail(found, path, problem)
  table.insert(found.failures, {path = path, detail = reason_of(problem)})
end

-- The names in a folder, in order; nil where it may not be listed.
local function names_in(path, found)
  local names = {}
  local ok, problem = pcall(function()
    for name in lfs.dir(path) do
      if not is_hidden(name) then names[#names + 1] = name end
    end
  end)
  if not ok then return fail(found, path, problem) end
  table.sort(names)
  return names
end

local function add_file(found, path)
  found.count = found.count + 1
  if found.take then found.take(path) else table.insert(found.files, path) end
end

-- Puts a file where it belongs, by its name.
local function add(found, path, name)
  if found.wanted(name) then add_file(found, path) else table.insert(found.others, path) end
end

local search

-- Whether a file in an archive is hidden, or in a folder that is; what macOS puts there of its own counts as well.
local function is_hidden_within(name)
  for piece in name:gmatch "[^/]+" do
    if is_hidden(piece) or piece == "__MACOSX" then return true end
  end
  return false
end

-- What an archive holds, in the order in which folders would. The package of a document is a file.
local function search_archive(path, found)
  local names, code, fields = archive.names(path)
  if not names then
    table.insert(found.failures, {path = path, code = code, fields = fields})
    return
  end
  local keys, name_of = {}, {}
  for _, name in ipairs(names) do
    if name == "word/document.xml" then return add_file(found, path) end
    local key = name:gsub("/", "\0")
    if not is_hidden_within(name) then keys[#keys + 1], name_of[key] = key, name end
  end
  table.sort(keys)
  for _, key in ipairs(keys) do
    local name = name_of[key]
    add(found, path .. "/" .. name, name)
  end
end

-- Puts an entry of a folder where it belongs. What only a link leads to and is no more counts as the file that it was:
-- reading it tells.
local function sort_out(path, name, found)
  local mode, problem = lfs.symlinkattributes(path, "mode")
  local target = mode == "link" and (lfs.attributes(path, "mode") or "file") or mode
  if not mode then
    fail(found, path, problem)
  elseif mode == "directory" then
    if not found.flat then search(path, found) end
  elseif target == "directory" then
    table.insert(found.links, path)
  elseif found.archives and archive.is_one(path) then
    search(path, found)
  elseif target == "file" then
    add(found, path, name)
  else
    table.insert(found.others, path)
  end
end

function search(path, found)
  local identity = folder.identity(path)
  found.again = found.again or found.seen[identity]
  if found.seen[identity] then return end
  found.seen[identity] = true
  if found.archives and archive.is_one(path) then return search_archive(path, found) end
  for _, name in ipairs(names_in(path, found) or {}) do sort_out(inside(path, name), name, found) end
end

--- Everything that a folder and those in it hold, by name, but for what is hidden. Links to folders are not followed:
-- they may lead anywhere.
-- @param options `wanted`, function(name) -> whether a file is (those whose names end as reports do where it is nil);
-- `flat`, whether the folders in it are passed over; `archives`, whether archives are searched as folders, but not
-- those in archives; `seen`, a set of the folders that were searched before, which are not again; `take`,
-- function(path), called with each file, which is not listed then
-- @return `{files, count, others, links, failures, again}`: lists of paths, how many files there are, the links to
-- folders, `{path, detail}` for what the system would not tell and `{path, code, fields}` for archives that cannot be
-- read; whether a folder was passed over as one of `seen`
function folder.search(path, options)
  local found = {files = {}, count = 0, others = {}, links = {}, failures = {}, again = false, flat = options.flat,
                 archives = options.archives, seen = options.seen or {}, take = options.take,
                 wanted = options.wanted or function(name) return is_report[folder.ending(name)] end}
  search(path, found)
  return found
end

--- The files of a folder and of those in it, by name.
-- @param wanted, flat see `folder.search`
-- @return list of paths; list of `{path, detail}` for what could not be looked into
function folder.files(path, wanted, flat)
  local found = folder.search(path, {wanted = wanted, flat = flat})
  return found.files, found.failures
end

return folder

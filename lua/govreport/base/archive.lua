--- ZIP archives with files in them, which stand for folders: `round.zip/县局/a.html` is the path of what one holds.

local core = require "govreport.core"
local file = require "govreport.base.file"
local lfs = require "lfs"

local archive = {}

--- Whether a path is that of a file whose name says that it is an archive.
function archive.is_one(path)
  return path:find "%.[zZ][iI][pP]$" ~= nil and lfs.attributes(path, "mode") == "file"
end

--- The path of an archive and the name in it of a path that leads into one; nil for others.
function archive.split(path)
  for stop in path:gmatch "()/" do
    local own = path:sub(1, stop - 1)
    if archive.is_one(own) then return own, path:sub(stop + 1) end
  end
end

-- ---- names --------------------------------------------------------------------------------------

-- A name as people read it: of programs that write no UTF-8 it is in GB18030, and folders end with `\`.
local function shown(raw)
  if utf8.len(raw) then return (raw:gsub("\\", "/")) end
  local document <close> = core.parse(raw, {encoding = "GB18030", format = "text"})
  return (document and document.text or raw:gsub("[\x80-\xFF]", "\u{FFFD}")):gsub("\\", "/")
end

-- Whether a name leads out of the archive.
local function climbs(name)
  return name:find "^/" ~= nil or name:find "^%a:" ~= nil or ("/" .. name .. "/"):find("/../", 1, true) ~= nil
end

-- The files of an archive: list of their names, and the number of each. Nil, code, fields where a name is not right.
local function names_of(raw_names)
  local names, numbers = {}, {}
  for i, raw in ipairs(raw_names) do
    local name = shown(raw)
    if climbs(name) then return nil, "zip.name", {part = name} end
    if numbers[name] then return nil, "zip.twice", {part = name} end
    if name:sub(-1) ~= "/" and name ~= "" then
      names[#names + 1] = name
      numbers[name] = i
    end
  end
  return names, numbers
end

-- ---- reading ------------------------------------------------------------------------------------

-- The archive that was read last, `{stamp, held, names, numbers}`: its files are asked for one by one. It is let go of
-- when nobody asked for it from one collection of garbage to the next.
local latest, was_asked, is_watched = nil, false, false

local function watch()
  if not was_asked then latest = nil end
  is_watched, was_asked = latest ~= nil, false
  if is_watched then setmetatable({}, {__gc = watch}) end
end

local function failed(code, fields)
  if code == "limit.memory" then error("not enough memory", 0) end
  return nil, (code:gsub("^docx%.", "zip.")), {part = shown(fields.part or "")}
end

-- What tells whether a file is still the one that was read.
local function stamp_of(path)
  local found = lfs.attributes(path)
  return found and table.concat({path, found.dev, found.ino, found.size, found.modification}, "\0")
end

local function open(path)
  local is_there, docx = pcall(require, "govreport.docx")
  if not is_there then return nil, "zip.missing", {} end
  local bytes, code, fields = file.read(path, file.usual_limit)
  if not bytes then return nil, code, fields end
  local held, problem, details = docx.archive(bytes)
  if not held then return failed(problem, details) end
  local names, numbers, part = names_of(held:names())
  if not names then return nil, numbers, part end
  return {held = held, names = names, numbers = numbers}
end

local function opened(path)
  local stamp = stamp_of(path)
  was_asked = true
  if latest and latest.stamp == stamp then return latest end
  latest = nil
  local own, code, fields = open(path)
  if not own then return nil, code, fields end
  own.stamp, latest = stamp, own
  if not is_watched then setmetatable({}, {__gc = watch}) end
  is_watched = true
  return own
end

--- The names of the files in an archive.
-- @return list, in no order; nil, code (`zip.*`, and those of `file.read`), fields of its message
function archive.names(path)
  local own, code, fields = opened(path)
  if not own then return nil, code, fields end
  return own.names
end

--- The content of a file in an archive; only that is unpacked.
-- @param path one that `archive.split` splits
-- @param limit bytes
-- @return text; nil, code (`io.missing`, `limit.input`, `zip.*`), fields of its message
function archive.read(path, limit)
  local own_path, name = archive.split(path)
  local own, code, fields = opened(own_path)
  if not own then return nil, code, fields end
  if not own.numbers[name] then return nil, "io.missing", {} end
  local bytes, problem = own.held:read(own.numbers[name])
  if not bytes then return failed(problem, {part = name}) end
  if #bytes > limit then return nil, "limit.input", {actual = #bytes, limit = limit} end
  return bytes
end

return archive

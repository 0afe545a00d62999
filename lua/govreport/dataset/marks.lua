--- Which documents are the same report at several addresses, and which are other versions of one: marked, never merged.
--
-- A copy has the same bytes, or is of the same body and year and says the same in all cells and nearly the same in its
-- parts. Another version is of the same body and year and still mostly the same; which of them supersedes the others
-- only dates tell. What is of the same name and year and hardly alike is another body's: many counties have a 水务局.
--
-- A note of each document is kept in a file, so that a hundred thousand take no more room in memory than a thousand.

local names = require "govreport.bodies.names"
local short_digest = require "govreport.base.short_digest"
local spool = require "govreport.base.spool"

local marks = {}

-- What a note holds: texts, of which those that are not known are empty. By the first two documents are grouped.
local kept = {"sha256", "subject", "values_digest", "dated", "fetched", "signature"}
local note_format, head_format = "<" .. ("s4"):rep(#kept), "<s4s4"
local signature = 128

local copy_likeness, version_likeness = 0.9, 0.4
-- A name that so many bodies have tells none of them.
local most_bodies = 50

--- The note about a report.
-- @param row values of a row of the table `report`, by the names of its columns
function marks.note(row)
  local body = row.body or row.agency and names.fold(row.agency)
  return note_format:pack(row.sha256 or "", body and row.year and body .. "|" .. row.year or "", row.values_digest or "",
                          tostring(row.published_on or row.signed_on or ""), row.fetched or "", row.signature or "")
end

local function read_note(text)
  local values, note = {note_format:unpack(text)}, {}
  for i, name in ipairs(kept) do note[name] = values[i] end
  return note
end

-- The share of the numbers of two signatures that are the same; a byte of two others is so once in 256.
local function likeness(a, b)
  if #a.signature ~= #b.signature then return 0 end
  if #a.signature == 0 then return 1 end
  local same = 0
  for i = 1, #a.signature, 2 do
    if a.signature:sub(i, i + 1) == b.signature:sub(i, i + 1) then same = same + 1 end
  end
  return same / signature
end

-- ---- collecting ---------------------------------------------------------------------------------

local Collection = {}
Collection.__index = Collection

--- Makes an empty collection.
function marks.new() return setmetatable({notes = spool.new(), digests = spool.new()}, Collection) end

-- What a document has in common with others: digests of its content and of its subject, that of nobody's nothing.
local digest_format, nobody = "<i8i8", -1

-- In front of a note stands the number of its document.
local head = "<i8"

--- Adds the note about a document.
function Collection:add(id, note)
  local sha256, subject = head_format:unpack(note)
  self.notes:add(head:pack(id) .. note)
  self.digests:add(digest_format:pack(short_digest(sha256), subject ~= "" and short_digest(subject) or nobody))
end

--- Lets go of its files.
function Collection:close()
  self.notes:close()
  self.digests:close()
end

Collection.__close = Collection.close

function Collection:read(number)
  local text = self.notes:get(number)
  local id, at = head:unpack(text)
  local note = read_note(text:sub(at))
  note.id = id
  return note
end

-- ---- what may have something in common ----------------------------------------------------------

-- Of so many documents digests are in memory at once, about.
local at_once = 1 << 16

-- Adds a number to the group of the first that had the same digest.
local function add_to_group(several, first, number)
  several[first] = several[first] or {first}
  table.insert(several[first], number)
end

-- Groups of several that have the same digest, each in order: of those whose digests leave a remainder.
-- @param which 1 for the digest of the content, 2 for that of the subject
local function groups(self, which, remainder, divisor)
  local first, several = {}, {}
  for number, text in self.digests:each() do
    local digest = select(which, digest_format:unpack(text))
    if digest ~= nobody and digest % divisor == remainder then
      if first[digest] then add_to_group(several, first[digest], number) else first[digest] = number end
    end
  end
  return several
end

-- Gives all groups to a function: share by share, so that there is no table of them all.
local function each_group(self, which, take)
  local shares = self.digests.count // at_once + 1
  for share = 0, shares - 1 do
    for _, group in pairs(groups(self, which, share, shares)) do take(group) end
    if shares > 1 then collectgarbage() end
  end
end

-- ---- telling ------------------------------------------------------------------------------------

local function is_copy(a, b)
  if a.sha256 == b.sha256 then return true end
  return a.subject == b.subject and a.values_digest == b.values_digest and likeness(a, b) >= copy_likeness
end

-- What puts some in order by the dates that all of them have: that of the report, then when it was fetched. Nil where
-- there is none.
local function dating(list)
  local keys = {}
  for _, key in ipairs{"dated", "fetched"} do
    local has_all = true
    for _, own in ipairs(list) do has_all = has_all and own[key] ~= "" end
    if has_all then keys[#keys + 1] = key end
  end
  if #keys == 0 then return nil end
  return function(own) return own[keys[1]] .. " " .. (keys[2] and own[keys[2]] or "") end
end

local function mark(found, id, key, value)
  found[id] = found[id] or {}
  found[id][key] = found[id][key] or value
end

-- Versions in one group: each is superseded by the latest, where dates tell that it is later.
local function mark_versions(found, list)
  for i = 2, #list do mark(found, list[i].id, "version_of", list[1].id) end
  local date_of, last = dating(list), list[1]
  for _, own in ipairs(date_of and list or {}) do
    if date_of(own) > date_of(last) then last = own end
  end
  for _, own in ipairs(date_of and list or {}) do
    if date_of(own) < date_of(last) then mark(found, own.id, "superseded_by", last.id) end
  end
end

-- Puts a note into the first group of versions that it is like; a new one where it is like none.
local function add_version(versions, note)
  for _, list in ipairs(versions) do
    if likeness(list[1], note) >= version_likeness then
      list[#list + 1] = note
      return
    end
  end
  versions[#versions + 1] = {note}
end

-- The first of some notes that one is a copy of; nil where there is none.
local function original_of(list, note)
  for _, own in ipairs(list) do
    if is_copy(note, own) then return own end
  end
end

-- Marks the copies of a group; what is left. Copies say the same in all cells, so only such are compared, and of them
-- no more than bodies may have the name.
local function mark_copies(self, found, group)
  local originals, by_values = {}, {}
  for _, i in ipairs(group) do
    local note = self:read(i)
    local same = by_values[note.values_digest] or {}
    local first = original_of(same, note)
    if first then mark(found, note.id, "copy_of", first.id)
    else
      originals[#originals + 1] = note
      if #same <= most_bodies then same[#same + 1] = note end
    end
    by_values[note.values_digest] = same
  end
  return originals
end

local function mark_group(self, found, group)
  local versions = {}
  for _, note in ipairs(mark_copies(self, found, group)) do
    if note.subject ~= "" then add_version(versions, note) end
    if #versions > most_bodies then return end
  end
  for _, list in ipairs(versions) do mark_versions(found, list) end
end

--- What is to be marked.
-- @return map from id to `{copy_of, version_of, superseded_by}`, ids
function Collection:marks()
  local found = {}
  for which = 1, 2 do
    each_group(self, which, function(group) mark_group(self, found, group) end)
  end
  return found
end

return marks

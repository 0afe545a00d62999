--- Collects what is told of one reading, in order. Events are plain tables here; `govreport.trace` makes them
-- read-only.

local mask = require "govreport.text.mask"
local place_words = require "govreport.text.place_words"
local quote = require "govreport.text.quote"

local recorder = {}

local Recorder = {}
Recorder.__index = Recorder

--- @param work what the steps share: `document`, `tape`, `form`, `report`, …
function recorder.new(work) return setmetatable({work = work, events = {}}, Recorder) end

--- Where a range of the tape stands: `{line, column, byte, byte_end, spot}`.
function Recorder:place(start, stop)
  return quote.place(self.work.document, start, math.max(start, stop))
end

--- The source of a range on one line, with numbers of persons hidden.
function Recorder:text(start, stop)
  return (mask.text(self.work.document:source(start, stop)):gsub("%s+", " "))
end

--- Where a range stands, for messages: `line:column`, or `{zh, en}` in a file without lines.
function Recorder:at(start, stop)
  local place = self:place(start, stop or start)
  return place.spot and place_words.both(place) or place_words.short(place)
end

-- What an event tells of a text and a label that are near to each other.
function Recorder:near(found, start, stop)
  return {nearest = found.nearest, likeness = math.floor(100 * found.nearness),
          difference = mask.text(found.difference), differences = found.count,
          text = start and self:text(start, stop), place = start and self:place(start, stop)}
end

--- Adds an event.
-- @param group "form", "page", "parts", "tables", "fields", "numbers", "cells"
-- @param outcome "matched", "missed", "noted" (worth knowing), "passed" (looked at, of no consequence)
-- @param event `kind`, `subject`, `table`, `section`, `script`, `fields` (of the message), and for its place `start`
-- and `stop` on the tape; `near`, what `govreport.trace.words` found, where the label is the event's own text
function Recorder:add(group, outcome, event)
  event.group, event.outcome = group, outcome
  event.subject = event.subject and mask.text(event.subject)
  event.fields = event.fields or {}
  if event.start then
    event.place = self:place(event.start, event.stop or event.start)
    event.text = event.text or self:text(event.start, event.stop or event.start)
  end
  local near = event.near
  event.near = near and self:near(near, near.text and near.text.start, near.text and near.text.stop) or nil
  event.start, event.stop = nil, nil
  self.events[#self.events + 1] = event
end

--- Adds the event that sums up a group, in front of the others; its fields may be filled in later.
-- @return the event
function Recorder:headline(group, kind, fields)
  self:add(group, "matched", {kind = kind, headline = true, fields = fields})
  return self.events[#self.events]
end

--- Several texts as a message names them, in all languages.
-- @param list of texts, or of texts by language
function recorder.listed(list)
  local zh, en = {}, {}
  for i, item in ipairs(list) do
    zh[i], en[i] = type(item) == "table" and item.zh or item, type(item) == "table" and item.en or item
  end
  return {zh = table.concat(zh, "、"), en = table.concat(en, ", ")}
end

--- The same, each between quotes.
function recorder.quoted(list)
  return {zh = "“" .. table.concat(list, "”、“") .. "”", en = "“" .. table.concat(list, "”, “") .. "”"}
end

return recorder

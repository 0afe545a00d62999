--- A trace for people: by default what was missed, with a line for what was found; with `all`, everything.

local catalogue = require "govreport.base.catalogue"
local place_words = require "govreport.text.place_words"
local safe = require "govreport.base.safe"
local text = require "govreport.render.text"

local render = {}

local group_width, place_width, address_width, raw_width = 8, 9, 44, 14
-- Texts of the source are cut to so many columns.
local longest_text = 60

local Renderer = {}
Renderer.__index = Renderer

function Renderer:say(key, fields) return catalogue.text(self.lang, "trace." .. key, fields) end

function Renderer:line(indent, value)
  self.lines[#self.lines + 1] = ((" "):rep(indent) .. value):gsub(" +$", "")
end

function Renderer:at(place) return place and place_words.short(place, self.lang) or "" end

local function shown(value) return text.cut(text.safe(value), longest_text) end

-- The message of an event: what stood in the file is made safe and short.
function Renderer:message(event)
  local fields = {text = shown(event.text or "")}
  for name, value in pairs(event.fields) do fields[name] = type(value) == "string" and safe(value) or value end
  return self:say(event.kind, fields)
end

-- What was looked for among all texts.
local looked_for = {part_missing = true, table_absent = true, column_missing = true, row_missing = true}

-- What is nearest, and where the script declares what was looked for.
function Renderer:more(event, indent)
  local near = event.near
  if near then
    local fields = {nearest = near.nearest, differences = near.differences, difference = text.safe(near.difference),
                    text = shown(near.text or ""), at = self:at(near.place)}
    local kind = near.text and "near_text" or "near_label"
    if near.differences == 0 then kind = near.text and "near_same" or "near_label_same" end
    self:line(indent, self.paint("dim", self:say(kind, fields)))
  elseif looked_for[event.kind] then
    self:line(indent, self.paint("dim", self:say "near_none"))
  end
  local failed = event.outcome == "missed" and (event.kind:find("^row_") or event.kind:find("^part_"))
                 and event.kind ~= "row_refused"   -- the row's own line has it
  if event.script and (failed or self.all) then
    self:line(indent, self.paint("dim", self:say("declared_at", {script = event.script})))
  end
end

local styles = {missed = "error", noted = "warning", matched = "good", passed = "dim"}
local marks = {missed = "×", noted = "·", matched = "√", passed = " "}

function Renderer:event(event, indent)
  local mark = text.pad(self.paint(styles[event.outcome], marks[event.outcome]), 2)
  self:line(indent, mark .. text.pad(self:at(event.place) .. " ", place_width) .. self:message(event))
  self:more(event, indent + 2 + place_width)
end

-- A cell: address, value, place and how; where its labels stand and are declared.
function Renderer:cell(event)
  local place, more = self:at(event.place), {}
  self:line(2, text.pad(event.subject, address_width) .. " " .. text.pad(place .. " ", place_width)
               .. text.pad(shown(event.text or event.state), raw_width) .. self:message(event))
  for _, axis in ipairs{"row", "column"} do
    local own = event[axis .. "_place"]
    if own then more[#more + 1] = self:say(axis .. "_at", {at = self:at(own)}) end
  end
  if event.row_script then more[#more + 1] = self:say("row_declared", {script = event.row_script}) end
  if event.script then more[#more + 1] = self:say("column_declared", {script = event.script}) end
  self:line(4, self.paint("dim", table.concat(more, "  ")))
end

function Renderer:is_shown(event)
  if event.group == "cells" then return true end
  return self.all or (event.outcome == "missed" or event.outcome == "noted") and not event.in_headline
end

-- The events of a table stand below the line that sums it up, which is shown with any of them, and always where no line
-- sums up all tables.
function Renderer:tables(events, always)
  local open, waiting
  for _, event in ipairs(events) do
    local sums_up = event.kind:find("^table_") and event.kind ~= "table_misplaced"
    if sums_up then open, waiting = event.table, event end
    if self:is_shown(event) or always and sums_up then
      if waiting then self:event(waiting, 2) end
      waiting = nil
      if not sums_up then self:event(event, event.table and event.table == open and 4 or 2) end
    end
  end
end

function Renderer:group(name, headline, events)
  local title = text.pad(self:say("group." .. name), group_width)
  self:line(0, self.paint("bold", title) .. (headline and self:message(headline) or ""))
  if headline and self.all and headline.script then self:more(headline, group_width) end
  if name == "tables" then return self:tables(events, headline == nil) end
  for _, event in ipairs(events) do
    if event.group == "cells" then self:cell(event)
    elseif self:is_shown(event) then self:event(event, 2) end
  end
end

-- The events of a trace by group, and the one that sums each group up.
local function by_group(trace)
  local order, events, headlines = {}, {}, {}
  for i = 1, #trace do
    local event = trace[i]
    if not events[event.group] then
      events[event.group] = {}
      order[#order + 1] = event.group
    end
    if event.headline then headlines[event.group] = event else table.insert(events[event.group], event) end
  end
  return order, events, headlines
end

--- @param name of the file
-- @param trace a Trace
-- @param options `lang`, `color`, `all`
-- @return text
function render.text(name, trace, options)
  local self = setmetatable({lang = options.lang, paint = text.painter(options.color), all = options.all, lines = {}},
                            Renderer)
  self:line(0, self.paint("bold", text.safe(name)))
  local order, events, headlines = by_group(trace)
  for _, group in ipairs(order) do self:group(group, headlines[group], events[group]) end
  if #order == 0 then self:line(0, self:say("nothing")) end
  return table.concat(self.lines, "\n") .. "\n"
end

return render

--- From a Document and a compiled form to a Report: cuts the tape into tokens, finds the parts, binds tables and
-- fields, reads the sentences, and gives account of every number.

local binder = require "govreport.binder"
local core = require "govreport.core"
local grammar = require "govreport.grammar"
local labels = require "govreport.labels"
local outline = require "govreport.outline"
local prose = require "govreport.prose"

local LABEL, TEXT, PAGE, ODD = labels.LABEL, labels.TEXT, labels.PAGE, labels.ODD
local SIZE = labels.SIZE

local recognise = {}

-- A recogniser: what the steps share while one report is made.
local Recogniser = {}
Recogniser.__index = Recogniser

-- ---- tables and regions of prose ----------------------------------------------------------------

-- Lines of prose that follow each other are one region: sentences run on over line ends.
function Recogniser:add_prose(start, stop)
  local regions = self.regions
  local newest = regions[#regions]
  if newest and newest.open then newest.stop = stop
  else regions[#regions + 1] = {start = start, stop = stop, open = true} end
end

function Recogniser:end_prose()
  local newest = self.regions[#self.regions]
  if newest then newest.open = false end
end

-- Where the last of some values ends.
local function values_stop(tape, start) return tape:find("[\v\n\x1D-\x1F]", start) or #tape + 1 end

-- Follows the tokens: headings and labels to the binder, which is returned, lines of text to the regions of prose.
function Recogniser:walk()
  local tokens, tape, list = self.tokens, self.tape, self.form.labels.list
  local follower = binder.new(self.form, self.builder, tape, tokens)
  local heading, i, count = 1, 1, #tokens
  while i <= count do
    local first, kind = tokens[i], tokens[i + 1]
    if first then
      local next_token, in_row = follower:on_values(i)
      if not in_row then self:add_prose(first, values_stop(tape, tokens[next_token - 1])) end
      i = next_token
    else
      if kind == LABEL then
        self:end_prose()
        local chosen = self.headings[heading]
        if chosen and chosen.token == i then
          heading = heading + 1
          follower:on_section(self.form.declared.sections[chosen.section + 1].id)
        else
          follower:on_label(i, list[tokens[i + 4]])
        end
      elseif kind == TEXT then
        follower:on_text(i)
        self:add_prose(tokens[i + 2], tokens[i + 3])
      elseif kind == ODD then
        if not follower:on_odd(i) then self:add_prose(tokens[i + 2], tokens[i + 3]) end
      elseif kind == PAGE then
        self.builder:ignore(tokens[i + 2], tokens[i + 3], "page_number")
      end
      i = i + SIZE[kind]
    end
  end
  follower:finish()
  return follower
end

-- ---- fields -------------------------------------------------------------------------------------

-- Full-width digits and letters are the same as ASCII; full-width punctuation is what is printed in Chinese.
local function half_width(character)
  local code = utf8.codepoint(character) - 0xFEE0
  return string.char(code):match("%w")
end

-- The source as it was printed, on one line: white space counts only between two ASCII characters.
local function printed(source)
  source = source:gsub("\239[\188\189][\129-\191]", half_width)
  local text = source:gsub("\227\128\128", " "):gsub("\194\160", " "):gsub("%s+", " ")
  return (text:gsub("([\128-\255]) ", "%1"):gsub(" ([\128-\255])", "%1"))
end

-- Turns the text of a field into its value by kind; nil and the state where it is none.
local function field_value(kind, text, source)
  if text == "" then return nil, "blank" end
  if kind == "date" then
    local value = core.date(text)
    return value, value and "date" or "unreadable"
  elseif kind == "integer" then
    local value = core.numeral(text) or math.tointeger(tonumber(text))
    return value, value and "integer" or "unreadable"
  end
  return printed(source), "text"
end

-- Ranges of fields are found again by the blocks of the tape that they touch: bytes.
local block_size = 64

function Recogniser:bind(start, stop)
  for block = start // block_size, (stop - 1) // block_size do
    local list = self.bound[block] or {}
    self.bound[block] = list
    list[#list + 1] = {start = start, stop = stop}
  end
end

--- Adds a field, and remembers where it stands.
-- @param value nil: made from the text of the range by `kind`
function Recogniser:field(id, kind, start, stop, value)
  local index = self.form.field_index[id]
  if not index then error("the form " .. self.form.id .. " declares no field '" .. id .. "'", 2) end
  if value == nil and kind ~= "none" then
    value, kind = field_value(kind, self.tape:sub(start, stop - 1), self.document:source(start, stop))
  end
  self.builder:field(index, kind, value, start, stop)
  self:bind(start, stop)
  self.found[id] = self.found[id] or {value = value, start = start, stop = stop}
end

--- The text of the last part ends here: what follows is the sign-off.
function Recogniser:end_body(position) self.body_stop = position end

function Recogniser:ignore(start, stop, reason)
  self.builder:ignore(start, stop, reason)
  self:bind(start, stop)
end

-- Runs the form's own field patterns on the parts of the tape that each is for.
function Recogniser:read_fields()
  local first, final = self.headings[1], self.headings[#self.headings]
  local starts = {head = 1, tail = final and final.stop or 1}
  local stops = {head = first and first.marker_start or #self.tape + 1, tail = #self.tape + 1}
  for _, scope in ipairs{"head", "tail"} do
    local base = starts[scope] - 1
    local text = self.tape:sub(starts[scope], stops[scope] - 1)
    for _, reader in ipairs(self.form.readers[scope]) do
      reader.read(self, grammar.match(reader.match, text, self.meter), base, text)
    end
    local finders, done = self.form.finders[scope], {}
    for _, found in ipairs(grammar.match(finders.pattern, text, self.meter)) do
      local reader = finders[found[1]]
      if not (reader.once and done[reader]) then
        done[reader] = true
        reader.read(self, found[2], base, text)
      end
    end
  end
end

-- ---- sentences ----------------------------------------------------------------------------------

--- Whether a field has part of a range already.
function Recogniser:taken(start, stop)
  for block = start // block_size, (stop - 1) // block_size do
    for _, range in ipairs(self.bound[block] or {}) do
      if start < range.stop and stop > range.start then return true end
    end
  end
  return false
end

function Recogniser:claim(kind, value, bound, text, start, stop)
  if self:taken(start, stop) then return end
  local claims = self.claims
  claims[#claims + 1] = {kind, value, bound, text, start, stop}
end

function Recogniser:heading(base, text, start, title, rank)
  local node = {rank = rank, marker_start = base + start, start = base + title,
                stop = base + prose.title_end:match(text, title),
                number = grammar.number_of(text:sub(start, title - 1))}
  self.builder:ignore(node.marker_start, node.start, "list_number")
  local nodes = self.nodes
  nodes[#nodes + 1] = node
end

function Recogniser:quantity(base, text, start, digits_stop, measure_start, stop)
  local value, bound, measure, whole_stop = prose.quantity(text, start, digits_stop, measure_start, stop)
  if value then self:claim("quantity", value, bound, measure, base + start, base + whole_stop) end
end

function Recogniser:list(base, text, members, measure_start, stop)
  local measure = grammar.clean(text:sub(measure_start, stop - 1))
  for _, member in ipairs(members) do
    local value = prose.member(text, member[1], member[2], member[3])
    if value then self:claim("quantity", value, "exact", measure, base + member[1], base + member[3]) end
  end
end

-- Follows the events of one region of prose.
function Recogniser:read_region(base, text)
  local events = grammar.match(prose.grammar, text, self.meter)
  local members = {}
  for i = 1, #events, prose.event_size do
    local kind, start, a, b, stop = events[i], events[i + 1], events[i + 2], events[i + 3], events[i + 4]
    if kind == prose.QUANTITY then
      self:quantity(base, text, start, a, b, stop)
    elseif kind == prose.DATE then
      self:claim("date", nil, "exact", prose.date(text:sub(start, stop - 1)), base + start, base + stop)
    elseif kind == prose.IGNORED then
      self.builder:ignore(base + start, base + stop, a)
    elseif kind == prose.HEADING then
      self:heading(base, text, start, a, b)
    elseif kind == prose.MEMBER then
      members[#members + 1] = {start, a, stop}
    elseif kind == prose.LIST then
      self:list(base, text, members, start, stop)
      members = {}
    end
  end
end

function Recogniser:read_prose()
  for _, region in ipairs(self.regions) do
    self:read_region(region.start - 1, self.tape:sub(region.start, region.stop - 1))
  end
end

-- Claims come in document order within a region, as sections do: one walk finds the innermost section of each.
function Recogniser:add_claims()
  local nodes, current = self.nodes, 0
  for _, claim in ipairs(self.claims) do
    while nodes[current + 1] and nodes[current + 1].marker_start <= claim[5] do current = current + 1 end
    local node = nodes[current]
    self.builder:claim(claim[1], claim[2], claim[3], claim[4], claim[5], claim[6], node and node.index)
  end
end

-- ---- the whole ----------------------------------------------------------------------------------

local function by_place(a, b)
  if a.marker_start ~= b.marker_start then return a.marker_start < b.marker_start end
  return a.rank < b.rank
end

--- Makes the Report.
-- @param document a Document
-- @param tape its tape
-- @param form a compiled form
-- @param tokens what the form's token grammar gave for the document's tape
-- @param survey where the labels stand among them
-- @param meter the work done so far
-- @return Report
function recognise.report(document, tape, form, tokens, survey, meter)
  local builder, code, fields = core.builder(document, form.schema)
  if not builder then return nil, code, fields end
  local self = setmetatable({
    document = document, form = form, builder = builder, tape = tape, tokens = tokens, meter = meter,
    regions = {}, nodes = {}, claims = {}, bound = {}, found = {},
  }, Recogniser)
  self.headings = outline.choose(outline.candidates(form, tape, tokens, survey), #tape + 1)
  for _, heading in ipairs(self.headings) do
    heading.rank = 1
    self.nodes[#self.nodes + 1] = heading
  end
  local follower = self:walk()
  self:read_fields()
  self:read_prose()
  table.sort(self.nodes, by_place)
  local adopted = {}
  for _, node in ipairs(outline.adopt(form, self.nodes, tape, #tape + 1)) do
    adopted[node.marker_start] = true
    if node.official then
      builder:deviation("title_unknown", node.official, tape:sub(node.start, node.stop - 1), node.start, node.stop)
    end
  end
  follower:report_strangers(function(start) return adopted[start] end)
  outline.add(builder, self.nodes, self.body_stop or #tape + 1)
  self:add_claims()
  builder:charge(meter.steps)
  return builder:seal()
end

return recognise

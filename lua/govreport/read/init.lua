--- Reading. A Document and a compiled form in; a Report out: cuts the tape into tokens, finds the parts, binds tables
-- and fields, reads the sentences, and gives account of every number.

local binder = require "govreport.read.binder"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local headings = require "govreport.read.headings"
local labels = require "govreport.form.labels"
local later = require "govreport.base.later"
local outline = require "govreport.read.outline"
local page = require "govreport.read.page"
local plain_parts = require "govreport.read.plain_parts"
local prose = require "govreport.text.prose"
local quote = require "govreport.text.quote"
local surfaces = later "govreport.read.surfaces"

local LABEL, TEXT, PAGE, ODD, GRID = labels.LABEL, labels.TEXT, labels.PAGE, labels.ODD, labels.GRID
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

-- A label of another form is a line of text in this one; so is the title of a part that is no heading. In a
-- table of contents it is nothing.
function Recogniser:on_label(follower, i, label)
  local tokens, candidate = self.tokens, self.titled[i]
  local start, stop = tokens[i + 2], tokens[i + 5]
  if candidate and candidate.in_contents then return self.builder:ignore(start, stop, "list_number") end
  if label and not candidate then return follower:on_label(i, label) end
  if not follower:on_text(start, stop, tokens[i + SIZE[LABEL]]) then self:add_prose(start, stop) end
end

-- A table that is not one of the form's is text; so are the notes in those that are.
function Recogniser:on_grid(follower, i)
  local start, stop = self.tokens[i + 3], self.tokens[i + 4]
  self:end_prose()
  if start < self.parts_start or start >= self.parts_stop then   -- the page's, as long as nothing speaks for it
    self.outer[#self.outer + 1] = self.tokens[i + 2]
    return self:add_prose(start, stop)
  end
  local known, notes = follower:on_grid(self.tokens[i + 2])
  if not known then return self:add_prose(start, stop) end
  for _, note in ipairs(notes) do
    self:add_prose(note[1], note[2])
    self:end_prose()
  end
end

-- Finds the headings of the parts, and all lines that have a title of one (`titled`, by token).
function Recogniser:find_headings(found)
  self.headings, self.candidates, self.numbered = headings.find(self.form, self.tape, found)
  self.titled = {}
  for _, candidate in ipairs(self.candidates) do self.titled[candidate.token] = candidate end
  for _, heading in ipairs(self.headings) do
    heading.rank = 1
    self.nodes[#self.nodes + 1] = heading
    if heading.marked then self.builder:ignore(heading.marker_start, heading.start, "list_number") end
  end
end

-- Whether the next of the parts begins with a token.
function Recogniser:is_heading(next_part, i)
  local chosen = self.headings[next_part]
  return chosen ~= nil and chosen.token == i
end

-- Begins a part; gives the number of the token that comes next, which is behind a part that is plain.
function Recogniser:begin_part(follower, heading, i)
  local tokens, kind, after = self.tokens, self.tokens[i + 1], self.headings[heading + 1]
  local id = self.form.declared.sections[self.headings[heading].section + 1].id
  follower:on_section(id, tokens[i + 2], kind == LABEL and tokens[i + 5] or tokens[i + 3])
  self:end_prose()
  return plain_parts.read(follower, i + SIZE[kind], after and after.token or #tokens + 1)
end

-- Follows the tokens: headings and labels to the binder, which is returned, lines of text to the regions of prose.
function Recogniser:walk()
  local tokens, tape, list = self.tokens, self.tape, self.form.labels.list
  local follower = binder.new(self.form, self.builder, self.document, tape, tokens, self.signatures)
  local heading, i, count = 1, 1, #tokens
  while i <= count do
    local first, kind = tokens[i], tokens[i + 1]
    if first then
      local next_token, in_row = follower:on_values(i)
      if not in_row then self:add_prose(first, core.line_stop(tape, tokens[next_token - 1])) end
      i = next_token
    elseif kind ~= GRID and kind ~= PAGE and self:is_heading(heading, i) then   -- no label: behind a stray letter
      i = self:begin_part(follower, heading, i)
      heading = heading + 1
    else
      if kind == LABEL then
        self:end_prose()
        self:on_label(follower, i, list[tokens[i + 4]])
      elseif kind == GRID then
        self:on_grid(follower, i)
      elseif kind == TEXT then
        if not follower:on_text(tokens[i + 2], tokens[i + 3], tokens[i + SIZE[TEXT]]) then
          self:add_prose(tokens[i + 2], tokens[i + 3])
        end
      elseif kind == ODD then
        if not follower:on_odd(i) then self:add_prose(tokens[i + 2], tokens[i + 3]) end
      elseif kind == PAGE then
        self.builder:ignore(tokens[i + 2], tokens[i + 3], "page_number")
      end
      i = i + SIZE[kind]
    end
  end
  follower:on_outer_grids(self.outer)
  follower:finish(function()
    if self.form.has_patterns then surfaces.read(self, follower) end
  end)
  return follower
end

-- ---- fields -------------------------------------------------------------------------------------

-- The source as it was printed, on one line. Full-width digits and letters are the same as ASCII; punctuation of that
-- width is what is printed in Chinese.
local function printed(source) return quote.one_line(source, true) end

-- Turns the text of a field into its value by kind; nil and the state where it is none.
local function field_value(kind, text, source)
  if text == "" then return nil, "blank" end
  if kind == "date" then
    local value = grammar.date_value(text)
    return value, value and "date" or "unreadable"
  elseif kind == "integer" then
    local value = core.numeral(text) or math.tointeger(tonumber(text))
    return value, value and "integer" or "unreadable"
  end
  -- The numbers of pages are no part of a name.
  return kind == "name" and grammar.without_page_marks(printed(source)) or printed(source), "text"
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
    value, kind = field_value(kind, self.whole_tape:sub(start, stop - 1), self.document:source(start, stop))
  end
  self.builder:field(index, kind, value, start, stop)
  self:bind(start, stop)
  self.found[id] = self.found[id] or {value = value, start = start, stop = stop}
end

--- Adds the first of each of the fields that `grammar.titles` or `grammar.metadata` found.
-- @param entries list of `{id, start, stop}`
-- @param kinds what they hold, by id: text where it is not said
function Recogniser:add_facts(entries, base, kinds)
  for _, entry in ipairs(entries) do
    local id, start, stop = entry[1], base + entry[2], base + entry[3]
    while stop > start and self.whole_tape:byte(stop - 1) == 0x20 do stop = stop - 1 end
    if not self.found[id] then self:field(id, kinds[id] or "text", start, stop) end
  end
end

--- Gives the numbers of a table the unit that stands above it, but for those that have one of their own.
function Recogniser:unit(table_id, start, stop)
  for _, t in ipairs(self.form.layouts) do
    for cell = t.first_cell, t.id == table_id and t.first_cell + #t.rows * #t.columns - 1 or -1 do
      self.builder:unit(cell, start, stop)
    end
  end
end

--- The text of the last part ends here: what follows is the sign-off.
function Recogniser:end_body(position)
  if math.type(position) ~= "integer" or position < 1 or position > #self.whole_tape + 1 then
    error("end_body: a position of the tape is expected", 2)
  end
  self.body_stop = position
end

function Recogniser:ignore(start, stop, reason)
  self.builder:ignore(start, stop, reason)
  self:bind(start, stop)
end

-- Runs the form's own field patterns on the parts of the tape that each is for.
function Recogniser:read_fields()
  local first, final = self.headings[1], self.headings[#self.headings]
  local starts = {head = 1, tail = final and final.stop or 1}
  local stops = {head = first and first.marker_start or #self.tape + 1, tail = self.article_stop}
  for _, scope in ipairs{"head", "tail"} do
    local base = starts[scope] - 1
    local text = self.tape:sub(starts[scope], stops[scope] - 1)
    for _, reader in ipairs(self.form.readers[scope]) do
      reader.read(self, grammar.match(reader.match, text, self.meter), base, text)
    end
    local finders, done = self.form.finders[scope], {}
    for _, found in ipairs(grammar.match(finders.pattern(), text, self.meter)) do
      local reader = finders[found[1]]
      if not (reader.once and done[reader]) then
        done[reader] = true
        reader.read(self, found[2], base, text)
      end
    end
  end
  for _, fact in ipairs(self.facts) do
    for _, reader in ipairs(self.form.readers.meta) do
      reader.read(self, fact.name, fact.start - 1, self.whole_tape:sub(fact.start, fact.stop - 1))
    end
  end
  for _, reader in ipairs(self.form.readers["end"]) do reader.read(self, self.tape:sub(1, stops.head - 1)) end
end

-- ---- sentences ----------------------------------------------------------------------------------

local nothing = {}

--- Whether a field has part of a range already.
function Recogniser:taken(start, stop)
  for block = start // block_size, (stop - 1) // block_size do
    for _, range in ipairs(self.bound[block] or nothing) do
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

-- What lies outside of the article is no part of the report.
function Recogniser:read_prose()
  for _, region in ipairs(self.regions) do
    local start, stop = math.max(region.start, self.article_start), math.min(region.stop, self.article_stop)
    if start < stop then
      self.builder:passage(start, stop)
      self:read_region(start - 1, self.tape:sub(start, stop - 1))
    end
  end
end

-- The numbers of the page that are none of the report's.
function Recogniser:ignore_chrome()
  local builder, size = self.builder, #self.tape + 1
  if self.article_start > 1 then builder:ignore(1, self.article_start, "page_chrome") end
  if self.article_stop < size then builder:ignore(self.article_stop, size, "page_chrome") end
  for _, fact in ipairs(self.facts) do builder:ignore(fact.start, fact.stop, "page_chrome") end
end

-- Where the tables of a report end that has some in front of its last part: where that part begins, if it has none.
function Recogniser:tables_stop(final, stop)
  local id = self.form.declared.sections[final.section + 1].id
  for _, t in ipairs(self.form.layouts) do
    if t.section == id or not t.section then return stop end
  end
  for _, i in ipairs(self.survey.grids) do
    local start = self.tokens[i + 3]
    if start >= self.parts_start and start < final.marker_start then return final.marker_start end
  end
  return stop
end

-- Where the report lies on its page, and where its tables do: in the division that holds all of its headings, up to the
-- footer.
function Recogniser:find_article()
  local first, final, size = self.headings[1], self.headings[#self.headings], #self.tape + 1
  self.article_start, self.article_stop, self.parts_start, self.parts_stop = 1, size, 1, size
  if not first then return end
  local start, stop
  if first ~= final then
    start, stop = page.article(self.document, self.tape, first.marker_start, final.stop, self.meter)
    self.parts_start = start
    self.parts_stop = self:tables_stop(final, stop)
  end
  local last = final.stop
  for _, i in ipairs(self.survey.grids) do
    if self.tokens[i + 3] < self.parts_stop then last = math.max(last, self.tokens[i + 4]) end
  end
  if not start or last > final.stop then
    start, stop = page.article(self.document, self.tape, first.marker_start, last, self.meter)
  end
  self.article_start, self.article_stop = start, stop
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

-- Takes headings under unknown titles for parts, and notes the lines that may be the headings of those still missing.
-- @return the set of the places of those that were taken
function Recogniser:find_more_parts()
  local builder, form, tape, adopted = self.builder, self.form, self.tape, {}
  for _, node in ipairs(outline.adopt(form, self.nodes, tape, self.article_stop, self.numbered)) do
    adopted[node.marker_start] = true
    if node.official then
      builder:deviation("title_unknown", node.official, tape:sub(node.start, node.stop - 1), node.start, node.stop)
    end
  end
  for _, line in ipairs(outline.unread(form, self, tape, self.article_stop)) do
    local title = form.declared.sections[line.section + 1].title
    builder:deviation("section_unread", title, tape:sub(line.start, line.stop - 1), line.start, line.stop)
  end
  return adopted
end

-- What the page hides in the report, and is read because it is shown nowhere else: the first line of each piece.
function Recogniser:report_revealed()
  local list, told = self.document:revealed(), self.article_start
  for i = 1, #list, 2 do
    local stop = math.min(list[i + 1], self.body_stop or self.article_stop)
    local start = self.tape:find("[^\v\n\x1C-\x1F]", math.max(list[i], self.article_start))
    if start and start < stop and list[i] >= told then
      self.builder:deviation("hidden_read", "", "", start, self.tape:find("[\v\n\x1C-\x1F]", start) or stop)
      told = stop
    end
  end
end

--- Makes the Report.
-- @param document a Document
-- @param text `tape` (without the facts about the page), `facts`
-- @param form a compiled form
-- @param found what `forms.detect` found: `tokens`, `survey`, `signatures`
-- @param meter the work done so far
-- @return Report, and what it was made with, for the trace: `headings`, `candidates`, `nodes`, `regions`,
-- `article_start`, `article_stop`, `found`, `binder`
function recognise.report(document, text, form, found, meter)
  local builder, code, fields = core.builder(document, form.schema)
  if not builder then return nil, code, fields end
  local tape, whole_tape = text.tape, document.tape
  local self = setmetatable({
    document = document, form = form, builder = builder, tape = tape, whole_tape = whole_tape, facts = text.facts,
    tokens = found.tokens, survey = found.survey, signatures = found.signatures, meter = meter,
    outer = {},                -- the blocks of tables that stand outside of the parts
    regions = {}, nodes = {}, claims = {}, bound = {}, found = {},
  }, Recogniser)
  local hidden, stop = document.hidden_start, #whole_tape + 1
  if hidden < stop then builder:ignore(hidden, stop, "hidden") end
  self:find_headings(found)
  self:find_article()
  local follower = self:walk()
  self.binder = follower
  self:read_fields()
  self:read_prose()
  self:ignore_chrome()
  table.sort(self.nodes, by_place)
  local adopted = self:find_more_parts()
  follower:report_strangers(function(start) return adopted[start] end)
  follower:report_places(outline.ranges(form, self.nodes, self.body_stop or self.article_stop))
  self:report_revealed()
  outline.add(builder, self.nodes, self.body_stop or self.article_stop)
  self:add_claims()
  builder:charge(meter.steps)
  return builder:seal(), self
end

-- What Reports do that needs grammars is written in Lua, and loaded when it is first asked for.
core.extend("govreport.Report", {
  sentences = function(...) return require("govreport.text.sentences").list(...) end,
  find = function(...) return require("govreport.read.search").find(...) end,
})

return recognise

--- The registers of labels: the one that all forms share, in which every wording has a number, and which cuts a tape
-- into tokens by them; and for each form what it knows of its own.

local cache = require "govreport.base.cache"
local core = require "govreport.core"
local cutter = require "govreport.form.cutter"
local grammar = require "govreport.text.grammar"
local later = require "govreport.base.later"
local label_index = later "govreport.form.label_index"

local labels = {}

-- The kinds of tokens, and how many entries of the list each takes: see `govreport.form.cutter`.
local LABEL, GRID, SIZE = cutter.LABEL, cutter.GRID, cutter.SIZE
labels.LABEL, labels.TEXT, labels.PAGE, labels.ODD, labels.GRID = LABEL, cutter.TEXT, cutter.PAGE, cutter.ODD, GRID
labels.SIZE = SIZE

-- A cell of a signature, as string.unpack reads it in what `core.slots` makes of one, and its size: label or 0, row,
-- row span, column, column span, kind, kind and number of the ordinal.
labels.slot = "<I4I4I4I2I2BBB"
labels.slot_size = labels.slot:packsize()
-- Kinds of cells in it.
local LABEL_SLOT, TEXT_SLOT = 2, 3

-- Tables repeat from report to report: what was found in those whose signatures have so many bytes together is kept.
local max_known_tables = 1 << 18

-- ---- the shared register ------------------------------------------------------------------------

local Register = {}
Register.__index = Register

--- An empty register for any number of forms.
function labels.register()
  return setmetatable({
    wordings = {}, by_skeleton = {}, skeletons = {}, printed = {}, count = 0, of_tables = {}, headings = {},
    telling = {}, core = core.labels(), words = core.words(), patterns = {},
  }, Register)
end

-- What follows from all labels together is made anew when it is next asked for.
local function forget(self) self.cutter, self.tables = nil, nil end

--- The number of a wording, which is new or known.
-- @param on_one_line it is looked for only as it is printed
function Register:number(wording, on_one_line)
  local known = self.wordings[wording]   -- forms of a family have most in common
  if known then return known, self.skeletons[known] end
  local tape = grammar.fold(wording)
  local skeleton = core.skeleton(tape, true)
  local number = self.by_skeleton[skeleton]
  if not number then
    self.count = self.count + 1
    number = self.count
    self.by_skeleton[skeleton], self.skeletons[number] = number, skeleton
    self.core:add(tape, number)
    if not on_one_line then self.words:add(skeleton, number) end
  end
  self.printed[tape:sub(#grammar.ordinal_of(wording) + 1)] = number
  self.wordings[wording] = number
  forget(self)
  return number, skeleton
end

--- The number of a pattern, which is new or known.
function Register:pattern(pattern)
  for _, known in ipairs(self.patterns) do
    if known.pattern == pattern then return known.number end
  end
  self.count = self.count + 1
  self.patterns[#self.patterns + 1] = {pattern = pattern, number = self.count}
  forget(self)
  return self.count
end

--- Notes that a label may have its value behind a colon on its line.
function Register:pair(skeleton, number)
  local _, stop = self.words:at(skeleton, 1)
  if stop ~= #skeleton + 1 then return end   -- found only as it is printed
  self.names = self.names or core.words()
  self.names:add(skeleton, number)
  self.cutter = nil
end

-- The printed labels that may be found without looking for gaps: those that are not the beginning of another, which a
-- line end may cut in two.
local function undivided(self)
  local printed = core.words()
  for wording, number in pairs(self.printed) do
    if not self.words:goes_on(self.skeletons[number]) then printed:add(wording, number) end
  end
  return printed
end

local function make_cutter(self)
  return cutter.new{words = self.words, printed = undivided(self), names = self.names, has_units = self.has_units,
                    patterns = self.patterns}
end

-- The signature of a table in which the texts that a pattern matches are labels.
function Register:with_patterns(document, tape, block, signature)
  if #self.patterns == 0 then return signature end
  local pieces, slots, size = {}, core.slots(signature), labels.slot_size
  for slot = 1, #slots // size do
    local piece = slots:sub((slot - 1) * size + 1, slot * size)
    local number, row, rows, col, cols, kind, ordinal, ordinal_number = labels.slot:unpack(piece)
    if kind == TEXT_SLOT then
      local start, stop = document:cell(block, slot)
      local text = tape:sub(start, stop - 1)
      for _, own in ipairs(self.patterns) do
        if (own.pattern / 0 * -1):match(text) then number, kind = own.number, LABEL_SLOT end
      end
      piece = labels.slot:pack(number, row, rows, col, cols, kind, ordinal, ordinal_number)
    end
    pieces[slot] = piece
  end
  return core.pack_slots(table.concat(pieces))
end

local function look_anew(self, signature)
  local known, slots = {telling = {}}, core.slots(signature)
  local has_labels, has_heading = false, false
  for position = 1, #slots, labels.slot_size do
    local number = ("<I4"):unpack(slots, position)
    has_labels = has_labels or self.of_tables[number]
    has_heading = has_heading or self.headings[number]
    if self.telling[number] then known.telling[#known.telling + 1] = number end
  end
  known.is_data = has_labels and not has_heading
  return known
end

-- The labels in a table, by its signature, and whether it is one of data: a table with labels of tables and without a
-- heading; with one it would lay out the page.
local function look_at(self, signature)
  self.tables = self.tables or cache.new(max_known_tables)
  return self.tables:get(signature) or self.tables:put(signature, look_anew(self, signature), #signature)
end

-- Adds the tokens up to the next table or fact about the page, and charges the tape to the meter.
local function cut(self, tape, meter, init, tokens)
  meter.steps = meter.steps + #tape - init + 1
  return self.cutter:cut(tape, init, tokens)
end

--- Cuts a tape into tokens.
-- @param document the Document
-- @param tape its tape, without the facts about the page
-- @return the token list; the signatures of the document's tables of data by block, see `labels:grid` of the core; the
-- list of labels in them that tell a form
function Register:tokens(document, tape, meter)
  self.cutter = self.cutter or make_cutter(self)
  local tokens, signatures, telling = {}, {}, {}
  local position = cut(self, tape, meter, 1, tokens)
  local blocks = position <= #tape and document:outline() or {}
  for i = 1, #blocks, 4 do
    local block, start, stop = blocks[i + 1], blocks[i + 2], blocks[i + 3]
    if blocks[i] == "table" then
      local signature = self:with_patterns(document, tape, block, self.core:grid(document, block))
      local known = look_at(self, signature)
      if known.is_data then
        signatures[block] = signature
        table.move(known.telling, 1, #known.telling, #telling + 1, telling)
        table.move({false, GRID, block, start, stop}, 1, SIZE[GRID], #tokens + 1, tokens)
      end
      cut(self, tape, meter, known.is_data and stop or start, tokens)
    end
  end
  return tokens, signatures, telling
end

--- Where the labels and where the tables stand in a token list, in order.
-- @return `{labels, grids}`, two lists of numbers of tokens
function labels.survey(tokens)
  local found, grids, count, i, size = {}, {}, 0, 1, #tokens
  while i <= size do
    if tokens[i] then
      i = i + 1
    else
      local kind = tokens[i + 1]
      if kind == LABEL then
        count = count + 1
        found[count] = i
      elseif kind == GRID then
        grids[#grids + 1] = i
      end
      i = i + SIZE[kind]
    end
  end
  return {labels = found, grids = grids}
end

-- ---- the labels of a form -----------------------------------------------------------------------

local Labels = {}
Labels.__index = Labels

--- The empty list of a form's labels.
-- @param register the shared register; a new one where there is none
function labels.new(register)
  return setmetatable({register = register or labels.register(), list = {}, known = {}, spellings = {},
                       indexes = {}}, Labels)
end

--- Notes other wordings of a label: `{variants = {…}, misprints = {…}}`.
function Labels:spell(label, spellings)
  self.spellings[label] = spellings
end

local function add_use(self, number, skeleton, wording, use)
  local label = self.list[number]
  if not label then
    label = {number = number, key = ("<I4"):pack(number), official = wording.official, kind = wording.kind,
             skeleton = skeleton, uses = {}, has_digits = skeleton:find("%d") ~= nil}
    self.list[number] = label
    self.known[#self.known + 1] = label
  end
  label.uses[#label.uses + 1] = use
  if use.table and use.table.pairs and use.role == "row" then self.register:pair(skeleton, number) end
  if use.table and use.table.has_units then self.register.has_units = true end
  self.register[use.section and "headings" or "of_tables"][number] = true
  self.register.telling[number] = use.section and true or self.register.telling[number]
end

local function add_wording(self, wording, official, kind, use, on_one_line)
  local number, skeleton = self.register:number(wording, on_one_line)
  add_use(self, number, skeleton, {official = official, kind = kind}, use)
end

-- A pattern is known by its label: whatever it matches is that.
local function add_pattern(self, pattern, official, kind, use)
  add_use(self, self.register:pattern(pattern), "", {official = official, kind = kind}, use)
end

--- Adds a label with all its wordings, each as a template of `grammar.expand`.
-- @param use what the label stands for; kept in document order of declaration
-- @param spellings `variants`, `misprints`: templates, or patterns of LPeg; those noted of the label where it is nil
-- @param more further ones, of the entry itself
function Labels:add(label, use, spellings, more)
  add_wording(self, label, label, "official", use)
  for _, own in ipairs{spellings or self.spellings[label] or {}, more or {}} do
    for _, kind in ipairs{"variants", "misprints"} do
      local as = kind == "variants" and "variant" or "misprint"
      for _, template in ipairs(own[kind] or {}) do
        if type(template) == "userdata" then add_pattern(self, template, label, as, use)
        else
          for _, wording in ipairs(grammar.expand(template)) do add_wording(self, wording, label, as, use) end
        end
      end
    end
  end
end

--- Adds one more wording of an official label, on one line or in one cell.
function Labels:alias(wording, official, use) add_wording(self, wording, official, "variant", use, true) end

--- The label of a text; nil where it is none of the form.
function Labels:find(text)
  return self.list[self.register.by_skeleton[grammar.skeleton(text, true)]]
end

--- Notes that a label of the form tells it from others.
-- @return its number
function Labels:tell(text)
  local number = self:find(text).number
  self.register.telling[number] = true
  return number
end

--- Notes of each label what the binder asks again and again: `row`, where it can only be that one row; `may_be_row`;
-- `names_more`, where a caption or a unit may go with it; `only_table`, where it belongs to no other; `section`.
function Labels:settle()
  for _, label in ipairs(self.known) do
    local use = label.uses[1]
    label.row = #label.uses == 1 and use.role == "row" and use or nil
    label.only_table = use.table
    for _, other in ipairs(label.uses) do
      label.section = label.section or other.section
      label.may_be_row = label.may_be_row or other.role == "row"
      label.names_more = label.names_more or other.role == "caption" or other.amount ~= nil
      if other.table ~= use.table then label.only_table = nil end
    end
  end
end

-- A printed label that is longer than its characters by this may have a page number inside: bytes.
local longest_gap = 4

--- Whether a label as it is printed may have a page number inside.
function labels.is_cut(label, start, stop) return stop - start > #label.skeleton + longest_gap end

--- How well the ordinal of a label fits a printed one, both as `grammar.ordinal_class` has them: 3 for the same, 2
-- where an item is marked otherwise, (1) in place of 1., else 0.
function labels.ordinal_fit(known, printed)
  if known == printed then return 3 end
  local number = known and known:match("^point(%d+)$")
  return number and printed == "detail" .. number and 2 or 0
end

-- ---- nearest labels -----------------------------------------------------------------------------

--- All labels, those of tables: which labels a text may be near to. Of a part it is its number.
labels.ALL, labels.OF_TABLES = "all", "tables"

local function is_among(label, which)
  if which == labels.OF_TABLES then return label.uses[1].table ~= nil end
  return which == labels.ALL or label.section == which
end

-- The index of some labels, made when it is first asked for.
local function index_of(self, which)
  local known = self.indexes[which]
  if known and known.of == #self.known then return known.index end
  local list = {}
  for _, label in ipairs(self.known) do
    if is_among(label, which) then list[#list + 1] = label end
  end
  self.indexes[which] = {index = label_index.new(list), of = #self.known}
  return self.indexes[which].index
end

--- The official label nearest to a text, and how near: 1 for the same, 0 for nothing in common. Nil where no label is
-- nearer than 0.5.
-- @param which `labels.OF_TABLES`, or the number of a part; all labels where it is nil
function Labels:nearest(text, which)
  local wanted = label_index.characters(grammar.skeleton(text, true))
  local best, nearness = nil, 0.5
  if not wanted then return nil end
  local index = index_of(self, which or labels.ALL)
  local list, common = index:candidates(wanted)
  for _, number in ipairs(list) do
    local near = index:nearness(wanted, number, common[number], nearness)
    if near and near > nearness then best, nearness = index.labels[number], near end
  end
  if best then return best.official, nearness end
end

--- The labels that a text may be near to; see `govreport.form.label_index`.
-- @param text characters of `govreport.form.label_index`
-- @return the index, the numbers of labels in `known`, how many characters each has in common
function Labels:candidates(text)
  local index = index_of(self, labels.ALL)
  return index, index:candidates(text)
end

return labels

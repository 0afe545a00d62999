--- The registers of labels: the one that all forms share, in which every wording has a number, with the grammar that
-- finds labels on a tape; and for each form what it knows of its own.

local lpeg = require "lpeg"
local core = require "govreport.core"
local distance = require "govreport.base.distance"
local grammar = require "govreport.text.grammar"

local V, Cc, Cp, Ct = lpeg.V, lpeg.Cc, lpeg.Cp, lpeg.Ct

local labels = {}

-- The token list: a value of a cell is its position alone; everything else is `false`, its kind, and
-- LABEL start, text start, number, stop · TEXT start, stop · PAGE start, stop · ODD start, stop: a cell that went
-- wrong, or a short line of text · GRID block, start, stop: a table of the page in which there are labels.
local LABEL, TEXT, PAGE, ODD, GRID = 1, 2, 3, 4, 5
labels.LABEL, labels.TEXT, labels.PAGE, labels.ODD, labels.GRID = LABEL, TEXT, PAGE, ODD, GRID
-- How many entries of the list each takes.
local SIZE = {6, 4, 4, 4, 5}
labels.SIZE = SIZE

-- A cell in a signature, as string.unpack reads it, and its size: see `labels:grid` of the core.
labels.slot = "<I4I4I4I2I2BBB"
labels.slot_size = labels.slot:packsize()
-- Kinds of cells in it.
local LABEL_SLOT, TEXT_SLOT = 2, 3

-- ---- the shared register ------------------------------------------------------------------------

local Register = {}
Register.__index = Register

--- An empty register for any number of forms.
function labels.register()
  return setmetatable({
    by_skeleton = {}, with_gaps = {}, printed = {}, count = 0, of_tables = {}, headings = {}, telling = {},
    tables = {}, table_count = 0, core = core.labels(), patterns = {}, pairs = {},
  }, Register)
end

--- The number of a wording, which is new or known.
-- @param on_one_line it is looked for only as it is printed
function Register:number(wording, on_one_line)
  local skeleton = grammar.skeleton(wording, true)
  local tape = grammar.fold(wording)
  local number = self.by_skeleton[skeleton]
  if not number then
    self.count = self.count + 1
    number = self.count
    self.by_skeleton[skeleton] = number
    if not on_one_line then self.with_gaps[skeleton] = number end
    self.core:add(tape, number)
  end
  self.printed[tape:sub(#grammar.ordinal_of(wording) + 1)] = number
  self.grammar, self.tables, self.table_count = nil, {}, 0
  return number, skeleton
end

--- The number of a pattern, which is new or known.
function Register:pattern(pattern)
  for _, known in ipairs(self.patterns) do
    if known.pattern == pattern then return known.number end
  end
  self.count = self.count + 1
  self.patterns[#self.patterns + 1] = {pattern = pattern, number = self.count}
  self.grammar, self.tables, self.table_count = nil, {}, 0
  return self.count
end

--- Notes that a label may have its value behind a colon on its line.
function Register:pair(skeleton, number)
  if self.with_gaps[skeleton] then self.pairs[skeleton] = number end
  self.grammar = nil
end

-- The printed labels that may be found without looking for gaps: those that are not the beginning of another, which a
-- line end may cut in two.
local function undivided(self)
  local beginnings = {}
  for skeleton in pairs(self.with_gaps) do
    for stop in utf8.codes(skeleton) do beginnings[skeleton:sub(1, stop - 1)] = true end
  end
  local printed = {}
  for wording, number in pairs(self.printed) do
    if not beginnings[grammar.skeleton(wording)] then printed[wording] = number end
  end
  return printed
end

-- The labels that are patterns, up to the end of their lines.
local function pattern_labels(self)
  local any = lpeg.P(false)
  for _, own in ipairs(self.patterns) do any = any + own.pattern / 0 * grammar.eol * Cc(own.number) end
  return #self.patterns > 0 and V"start" * any * Cp() or lpeg.P(false)
end

-- Pairs of a label and a value on a line, behind the labels of their groups or not:
-- 网站名称:云岭市水务局网站 首页网址:www.example.cn · 办事服务 是否统一平台 ☑是 □否
local function pairs_on_line(self, rules)
  if next(self.pairs) == nil then return lpeg.P(false) end
  local colon = lpeg.S" )"^0 * ":" * lpeg.P" "^0
  local ahead = #((V"name" / 0) * (colon + grammar.box))   -- spaces beside Chinese characters are gone
  rules.name  = grammar.inline_labels(self.pairs, true)
  rules.value = Cc(false) * Cc(TEXT) * Cp() * (1 - grammar.mark - ahead)^1 * Cp()
  rules.pair  = V"start" * V"name" * Cp() * (colon * V"value"^-1 + lpeg.S" )"^0 * #grammar.box * V"value")
  rules.pairs = V"pair" * (lpeg.P" "^0 * V"pair")^0
  return V"pairs" + V"inline" * V"pairs" + V"inline" * V"inline" * V"pairs"
end

-- （一）运送旅客数 人次 3012
local function unit_on_line(self)
  if not self.has_units then return lpeg.P(false) end
  local unit = Cc(false) * Cc(TEXT) * Cp() * grammar.unit * Cp()
  return V"inline" * lpeg.P" "^0 * unit * lpeg.P" "^0 * Cp() * grammar.value
end

-- The grammar that cuts a tape into tokens, up to the next table or fact about the page: a flat list, and where it
-- ends.
local function make_grammar(self)
  local marker = (grammar.ordinal + grammar.bullet * grammar.gap)^-1
  local plain = Cp() * grammar.plain_value
  local label = V"start" * grammar.labels(self.with_gaps, undivided(self)) * Cp()
  -- 信息内容本年处理决定数量 · 行政许可 0 · 行政强制 /
  local joined = V"inline" * (V"inline"^1 * grammar.eol + lpeg.S" :"^0 * Cp() * grammar.value)
  local page = Cc(false) * Cc(PAGE) * Cp() * grammar.page_number * Cp()
  local value = Cp() * grammar.value
  local odd = Cc(false) * Cc(ODD) * Cp() * grammar.oddity * Cp()
  local text = Cc(false) * Cc(TEXT) * Cp() * (1 - grammar.mark)^1 * Cp()
  local mark = (grammar.mark - grammar.block)^1
  local rules = {
    "tokens",
    start  = Cc(false) * Cc(LABEL) * Cp() * marker * Cp(),
    inline = V"start" * grammar.inline_labels(self.with_gaps) * Cp(),
  }
  local lines = pairs_on_line(self, rules) + unit_on_line(self) + joined
  rules.tokens = Ct((mark + plain + label + pattern_labels(self) + page + value + odd + lines + text)^0) * Cp()
  return lpeg.P(rules)
end

-- The signature of a table in which the texts that a pattern matches are labels.
function Register:with_patterns(document, tape, block, signature)
  if #self.patterns == 0 then return signature end
  local pieces, size = {}, labels.slot_size
  for slot = 1, #signature // size do
    local piece = signature:sub((slot - 1) * size + 1, slot * size)
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
  return table.concat(pieces)
end

-- Tables repeat from report to report: what was found in so many of them is kept.
local max_known_tables = 512

-- The labels in a table, by its signature, and whether it is one of data: a table with labels of tables and without a
-- heading; with one it would lay out the page.
local function look_at(self, signature)
  local known = self.tables[signature]
  if known then return known end
  known = {telling = {}}
  local has_labels, has_heading = false, false
  for position = 1, #signature, labels.slot_size do
    local number = ("<I4"):unpack(signature, position)
    has_labels = has_labels or self.of_tables[number]
    has_heading = has_heading or self.headings[number]
    if self.telling[number] then known.telling[#known.telling + 1] = number end
  end
  known.is_data = has_labels and not has_heading
  self.table_count = self.table_count + 1
  if self.table_count <= max_known_tables then self.tables[signature] = known end
  return known
end

local function append(tokens, more)
  table.move(more, 1, #more, #tokens + 1, tokens)
end

--- Cuts a tape into tokens.
-- @param document the Document
-- @param tape its tape, without the facts about the page
-- @return the token list; the signatures of the document's tables of data by block, see `labels:grid` of the core; the
-- list of labels in them that tell a form
function Register:tokens(document, tape, meter)
  self.grammar = self.grammar or make_grammar(self)
  local tokens, position = grammar.match(self.grammar, tape, meter)
  local signatures, telling = {}, {}
  local blocks = position <= #tape and document:outline() or {}
  for i = 1, #blocks, 4 do
    local block, start, stop = blocks[i + 1], blocks[i + 2], blocks[i + 3]
    if blocks[i] == "table" then
      local signature = self:with_patterns(document, tape, block, self.core:grid(document, block))
      local known = look_at(self, signature)
      if known.is_data then
        signatures[block] = signature
        append(telling, known.telling)
        append(tokens, {false, GRID, block, start, stop})
      end
      append(tokens, (grammar.match(self.grammar, tape, meter, known.is_data and stop or start)))
    end
  end
  return tokens, signatures, telling
end

--- Where the labels and tables stand in a token list, in order.
function labels.survey(tokens)
  local list, found, i, count = {}, 0, 1, #tokens
  while i <= count do
    if tokens[i] then
      i = i + 1
    else
      local kind = tokens[i + 1]
      if kind == LABEL or kind == GRID then
        found = found + 1
        list[found] = i
      end
      i = i + SIZE[kind]
    end
  end
  return list
end

-- ---- the labels of a form -----------------------------------------------------------------------

local Labels = {}
Labels.__index = Labels

--- The empty list of a form's labels.
-- @param register the shared register; a new one where there is none
function labels.new(register)
  return setmetatable({register = register or labels.register(), list = {}, known = {}, spellings = {}}, Labels)
end

--- Notes other wordings of a label: `{variants = {…}, misprints = {…}}`.
function Labels:spell(label, spellings)
  self.spellings[label] = spellings
end

local function add_use(self, number, skeleton, wording, use)
  local label = self.list[number]
  if not label then
    label = {number = number, official = wording.official, kind = wording.kind, skeleton = skeleton, uses = {}}
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
-- `only_table`, where it belongs to no other; `section`.
function Labels:settle()
  for _, label in ipairs(self.known) do
    local use = label.uses[1]
    label.row = #label.uses == 1 and use.role == "row" and use or nil
    label.only_table = use.table
    for _, other in ipairs(label.uses) do
      label.section = label.section or other.section
      label.may_be_row = label.may_be_row or other.role == "row"
      if other.table ~= use.table then label.only_table = nil end
    end
  end
end

--- How well the ordinal of a label fits a printed one, both as `grammar.ordinal_class` has them: 3 for the same, 2
-- where an item is marked otherwise, (1) in place of 1., else 0.
function labels.ordinal_fit(known, printed)
  if known == printed then return 3 end
  local number = known and known:match("^point(%d+)$")
  return number and printed == "detail" .. number and 2 or 0
end

-- ---- nearest labels -----------------------------------------------------------------------------

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = code end
  return list
end

--- The official label nearest to a text, and how near: 1 for the same, 0 for nothing in common. Nil where no label is
-- nearer than 0.5.
function Labels:nearest(text, accept)
  local wanted = characters(grammar.skeleton(text, true))
  local best, nearness = nil, 0.5
  if #wanted > 60 then return nil end
  for _, label in ipairs(self.known) do
    if label.skeleton ~= "" and (not accept or accept(label)) then
      local other = characters(label.skeleton)
      local near = 1 - distance(wanted, other) / math.max(#wanted, #other)
      if near > nearness then best, nearness = label, near end
    end
  end
  if best then return best.official, nearness end
end

return labels

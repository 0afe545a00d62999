--- Cuts a tape into tokens: labels, values, numbers of pages, cells that went wrong, other text.
--
-- The core finds the labels, all at once (`core.words`); what stands around them and all else is LPeg's.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local P, S, Cc, Cp, Ct = lpeg.P, lpeg.S, lpeg.Cc, lpeg.Cp, lpeg.Ct

local cutter = {}

-- The token list: a value of a cell is its position alone; everything else is `false`, its kind, and
-- LABEL start, text start, number, stop · TEXT start, stop · PAGE start, stop · ODD start, stop: a cell that went
-- wrong, or a short line of text · GRID block, start, stop: a table of the page in which there are labels.
local LABEL, TEXT, PAGE, ODD, GRID = 1, 2, 3, 4, 5
cutter.LABEL, cutter.TEXT, cutter.PAGE, cutter.ODD, cutter.GRID = LABEL, TEXT, PAGE, ODD, GRID
-- How many entries of the list each takes.
cutter.SIZE = {6, 4, 4, 4, 5}

-- ---- patterns -----------------------------------------------------------------------------------

local function token(kind, pattern) return Cc(false) * Cc(kind) * Cp() * pattern * Cp() end

local marker = (grammar.ordinal + grammar.bullet * grammar.gap)^-1
-- What a marker may begin with: elsewhere the core looks for none.
local marker_beginnings = "(0123456789一二三四五六七八九十第•·●■◆※*○▪"
-- Chinese characters that a value may begin with, and those that end no number of one: the core takes what begins
-- otherwise, or has these, for text.
local value_beginnings = "一二三四五六七八九十增减无無不持第"
local no_units = "年月日第"
local text = token(TEXT, (1 - grammar.mark)^1)
local cell = token(PAGE, grammar.page_number) + Cp() * grammar.value + token(ODD, grammar.oddity)

local line_end = grammar.rest * Cp()

-- What stands between a label and its value on a line: 网站名称:云岭市水务局网站 · 是否统一平台 ☑是 □否. Spaces beside
-- Chinese characters are gone.
local colon = S" )"^0 * ":" * P" "^0
local behind_colon = colon * Cp()
local before_box = S" )"^0 * #grammar.box * Cp()
local has_value = colon + grammar.box
local spaces = P" "^0 * Cp()

-- （一）运送旅客数 人次 3012
local unit_and_value = Ct(P" "^0 * token(TEXT, grammar.unit) * P" "^0 * Cp() * grammar.value) * Cp()
-- 行政许可 0 · 行政强制 /
local value_behind = S" :"^0 * Cp() * grammar.value * Cp()

-- ---- lines that are more than one label ---------------------------------------------------------

local Cutter = {}
Cutter.__index = Cutter

local function add_label(list, start, inside, number, stop)
  local n = #list
  list[n + 1], list[n + 2], list[n + 3] = false, LABEL, start
  list[n + 4], list[n + 5], list[n + 6] = inside, number, stop
end

-- Where the value ends that begins at a position: at the next label with one of its own, or with the line.
-- @param line `{stop}`, where the line ends that values were last looked for on; it is looked for once
local function value_stop(self, tape, start, line)
  if start > line.stop then line.stop = line_end:match(tape, start) end
  local from = start
  while true do
    local at, _, stop = self.names:find(tape, from, line.stop, "bare")
    if not at or has_value:match(tape, stop) then return at or line.stop end
    from = at + 1
  end
end

-- Adds a label and its value. Gives where they end; nil, and nothing is added, where no such pair begins.
local function add_pair(self, list, tape, start, line)
  local inside = core.label_start(tape, start)
  local number, stop = self.names:at(tape, inside, "bare")
  if not number then return nil end
  local from = behind_colon:match(tape, stop)
  local may_be_blank = from ~= nil
  from = from or before_box:match(tape, stop)
  local last = from and value_stop(self, tape, from, line)
  if not from or last == from and not may_be_blank then return nil end
  add_label(list, start, inside, number, stop)
  if last > from then table.move({false, TEXT, from, last}, 1, 4, #list + 1, list) end
  return last
end

-- Pairs one behind the other. Gives where they end; nil for none.
local function add_pairs(self, list, tape, start)
  local line = {stop = 0}
  local stop = add_pair(self, list, tape, start, line)
  local last = stop
  while stop do
    last = stop
    stop = add_pair(self, list, tape, spaces:match(tape, stop), line)
  end
  return last
end

-- The labels that stand one behind the other from the first on: a list of tokens, and where each of them ends.
local function chain(self, tape, start, inside, number, stop)
  local list, stops = {}, {}
  while number do
    add_label(list, start, inside, number, stop)
    stops[#stops + 1] = stop
    start, inside = stop, core.label_start(tape, stop)
    number, stop = self.words:at(tape, inside, "inline")
  end
  return list, stops
end

-- How many labels of groups may stand in front of a pair.
local most_groups = 2

local function pairs_on_line(self, tape, start, labels, stops)
  for groups = 0, math.min(most_groups, #stops) do
    local list = table.move(labels, 1, groups * cutter.SIZE[LABEL], 1, {})
    local stop = add_pairs(self, list, tape, stops[groups] or start)
    if stop then return list, stop end
  end
end

-- 信息内容本年处理决定数量 · 行政许可 0 · 行政强制 /
local function joined(tape, labels, stops)
  if #stops > 1 and grammar.eol:match(tape, stops[#stops]) then return labels, stops[#stops] end
  local value, stop = value_behind:match(tape, stops[1])
  if not value then return nil end
  local list = table.move(labels, 1, cutter.SIZE[LABEL], 1, {})
  list[#list + 1] = value
  return list, stop
end

-- The tokens of a line that begins with a label and goes on, and where they end; nil where it is text.
local function on_line(self, tape, start, ...)
  local labels, stops = chain(self, tape, start, ...)
  if self.names then
    local list, stop = pairs_on_line(self, tape, start, labels, stops)
    if list then return list, stop end
  end
  if self.has_units then
    local more, stop = unit_and_value:match(tape, stops[1])
    if more then return table.move(more, 1, #more, cutter.SIZE[LABEL] + 1,
                                   table.move(labels, 1, cutter.SIZE[LABEL], 1, {})), stop end
  end
  return joined(tape, labels, stops)
end

-- ---- the tape -----------------------------------------------------------------------------------

--- What cuts tapes by some labels.
-- @param own `words`, those with gaps; `printed`, those that are looked for as they are printed; `names`, those that
-- may have a value behind a colon, or nil; `has_units`, whether a unit may stand between a label and its value;
-- `patterns`, a list of `{pattern, number}`
function cutter.new(own)
  local any = P(false)
  for _, label in ipairs(own.patterns) do any = any + label.pattern / 0 * grammar.eol * Cc(label.number) end
  local short = token(LABEL, marker) * any * Cp() + cell
  own.words:breaks(marker_beginnings)
  own.words:values(value_beginnings, no_units)
  return setmetatable({words = own.words, printed = own.printed, names = own.names, has_units = own.has_units,
                       plain = #own.patterns == 0 and TEXT or nil,   -- a pattern may match what the core takes for text
                       short = Ct(short) * Cp(), whole = Ct(short + text) * Cp()}, Cutter)
end

-- The tokens of a line that is no label, and where they end.
local function other_line(self, tape, start, inside, number, stop)
  if not number then return self.whole:match(tape, start) end
  local list, last = self.short:match(tape, start)
  if not list then list, last = on_line(self, tape, start, inside, number, stop) end
  if not list then list, last = self.whole:match(tape, start) end
  return list, last
end

--- Adds the tokens of a tape to a list, up to the next table or fact about the page.
-- @return where they end
function Cutter:cut(tape, position, tokens)
  while true do
    local start, inside, number, stop = self.words:lines(self.printed, tape, position, tokens, LABEL, self.plain)
    if inside == nil then return start end
    local list
    list, position = other_line(self, tape, start, inside, number, stop)
    table.move(list, 1, #list, #tokens + 1, tokens)
  end
end

return cutter

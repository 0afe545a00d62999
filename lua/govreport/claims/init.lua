--- What sentences say about cells. A Report in; its counted statements, bound to cells, out. A statement is a table:
--   kind      "count", "share", "growth", "none" (未发生…), "uniform" (均获维持); "whole": a number that its sentence takes
--             apart, with `parts`: see `claims.splits`; a "share" of such a number has its `piece` and `whole_value`
--   table     the table it speaks of; `section` is the part it stands in
--   readings  what it can mean, any of them: see `claims.meanings`; of "none" and "uniform" all of them must be 0
--   value, bound, measure   of a count; of a growth the change, with `direction` 1, -1 or 0
--   digits    of a share or growth in percent, as printed; a count with its share has `share = {digits, start, stop}`
--   start, stop             of the number, positions on the tape; `quote_start`, `quote_stop` of its clause
--   sentence  number of the sentence
--   parent    the statement that it is a part of
--   scope     the word that says whose number it is, `{scope = "area"|"office", word}`; `behalf` where it acts for it
--   soft      it counts more or less than the table does
--   assumed   it may: that is said where it differs
--   lead      numbers that could not be read and that it may be a part of
--   open_start  it may count from long ago: 截至年底累计
--   paragraph where its paragraph begins in the part
--   beside    all numbers of cases of the sentence: a flat list of start and value, false for one with too many digits

local clauses = require "govreport.claims.clauses"
local counted = require "govreport.claims.counted"
local flags = require "govreport.claims.lexicon".flags
local kinds = require "govreport.claims.kinds"
local later = require "govreport.base.later"
local meanings = require "govreport.claims.meanings"
local reconcile = later "govreport.claims.reconcile"
local running_text = require "govreport.text.running_text"
local splits = require "govreport.claims.splits"
local stray_numbers = require "govreport.claims.stray_numbers"

local claims = {}

local sentence_size = running_text.sentence_size

local Reader = {}
Reader.__index = Reader

--- So many clauses of a report are read: fifty times those of a long one. Each is set against the tables and against
-- what else is said of the same, so that very many would take longer than all the rest.
claims.most_clauses = 2000

-- A topic is looked for in the paragraph in front of a sentence, as far as so many bytes.
local longest_context = 1500

--- The text of a clause.
function Reader:text_of(clause) return self.text.text:sub(clause.start, clause.stop - 1) end

-- Whether a part of a text ends with one of some words.
local function ends_with_any(text, start, stop, endings)
  for _, size in ipairs(endings.sizes) do
    if stop - size >= start and endings.words[text:sub(stop - size, stop - 1)] then return true end
  end
  return false
end

local nothing = {}   -- what a sentence holds of anything from the start; nobody writes to it

-- Flags of what holds for the clauses behind it as well.
local lasting = flags.this_year | flags.foreign | flags.part_year | flags.up_to | flags.unknown

-- What a clause says of time and scope holds for those behind it.
function Reader:set_stage(clause, mask, said)
  local sets, is_foreign = self.lexis.sets, said & flags.foreign ~= 0
  if said & flags.this_year ~= 0 then self.foreign = false end
  if mask & sets.compares ~= 0 then
    if not is_foreign then self.comparing = true end
  elseif (is_foreign or mask & sets.other_year ~= 0) and mask & sets.stays == 0 then
    self.foreign = true
  end
  if said & flags.part_year ~= 0 and not clause.predicate then self.narrowed = true end
  if said & flags.up_to ~= 0 then self.up_to = true end
  -- (同比增长5%，在全市位列第三) is said aside.
  if clause.scope and not clause.bracket then
    self.scope = clause.scope.scope ~= "own" and clause.scope or nil
    self.behalf = said & flags.behalf ~= 0 or nil
  end
  if said & flags.unknown ~= 0 and not clause.number and not clause.percent
     and ends_with_any(self.text.text, clause.start, clause.stop, self.lexis.narrowed) then
    self.narrowed = true
  end
end

-- The verb of a list holds for all its members: 制发规章2件、规范性文件3件.
function Reader:set_verbs(clause)
  local column = clause.columns[1]
  if clause.mask & self.lexis.sets.publishes ~= 0 then
    self.published, self.verbs = true, nothing
  elseif column and column.table == "instruments" then
    self.published, self.verbs = false, {instruments = column.of}
  end
end

local unreadable = flags.unknown | flags.many | flags.foreign
local uncertain = unreadable | flags.behalf | flags.cumulative

-- Whether a clause cannot be read, or is not about this year, by its flags.
local function is_foreign(self, clause, said)
  if said & unreadable ~= 0 then return true end
  if said & flags.behalf ~= 0 and not clause.scope then return true end   -- 委托乡镇作出决定12件
  return said & flags.cumulative ~= 0 and said & flags.this_year == 0 and not self.said_year
end

local own_scope = {scope = "own"}
local own_words = {"全", "我", "本", "各级"}

local function has_any_start(word)
  for _, start in ipairs(own_words) do
    if word:sub(1, #start) == start then return true end
  end
  return false
end

-- Of a government 全市 is what its report is about.
local function is_own_area(self, scope)
  local word = scope.word
  return self.own.governs and scope.scope == "area" and has_any_start(word)
end

-- 向自然人予以公开30件、部分公开9件: a column in front of its row is that of the next row as well.
local function share_column(before, clause)
  if before.attributive and #clause.rows > 0 and #clause.columns == 0 then
    clause.columns, clause.attributive = before.columns, true
  end
end

-- Rows that a sentence names without a number: 不予处理中，信访2件.
local function add_groups(self, rows)
  if self.groups == nothing then self.groups = {} end
  for _, row in ipairs(rows) do self.groups[row.of[1]] = true end
end

-- A clause with a number of cases or documents.
local function read_count(self, clause, mask)
  local several = #clause.rows > 1 and clause.flags & (flags.each | flags.all) ~= 0
  local statement = (several and kinds.count_each or kinds.count)(self, clause, mask)
  if statement then self.counted:add(statement) else self.strays:pass(self.text.text, clause.start, clause.stop) end
  return statement
end

function Reader:clause(clause, attached)
  local sets, mask, said, before = self.lexis.sets, clause.mask, clause.flags, self.before
  if clause.scope and is_own_area(self, clause.scope) then clause.scope = own_scope end
  if before and before.joined then share_column(before, clause) end
  self.before = clause
  if not clause.number and #clause.rows > 0 then add_groups(self, clause.rows) end
  if said & lasting ~= 0 or mask & sets.lasts ~= 0 or clause.scope then self:set_stage(clause, mask, said) end
  self.strays:start_clause(self.text.text, clause.start)
  if self.foreign or said & uncertain ~= 0 and is_foreign(self, clause, said) then
    self.strays:pass(self.text.text, clause.start, clause.stop)
    return nil
  end
  self:set_verbs(clause)
  if mask & sets.grows ~= 0 then
    kinds.growth(self, clause, mask, attached)
    return attached
  end
  if clause.percent then
    if not clause.number then kinds.share(self, clause, mask, attached) end
    return attached
  end
  if self.narrowed then self.strays:pass(self.text.text, clause.start, clause.stop)
  elseif mask & sets.denies ~= 0 then
    if not clause.number then kinds.none(self, clause, mask & ~sets.denies) end
  elseif clause.number then return read_count(self, clause, mask)
  elseif said & flags.all ~= 0 then kinds.uniform(self, clause, mask, attached)
  end
  return nil
end

-- The rows of the statements from a place on, as a set.
local function rows_from(list, first)
  local named = {}
  for i = first, #list do
    for _, row in ipairs(list[i].rows or nothing) do named[row[1]] = true end
  end
  return named
end

-- 予以公开 alone may count those that were opened in part, where the sentence has no number of them.
local function add_loose_readings(self, first)
  local named   -- the rows that the sentence names, once they are asked for
  for i = first, #self.list do
    local statement = self.list[i]
    local loose = statement.loose
    if loose and loose.rest and #statement.rows == 1 then
      named = named or rows_from(self.list, first)
      local found = not named[loose.rest]
                    and meanings.of(self.form, loose.rows, {self.lexis.tables[statement.table].column[1]}) or nothing
      statement.readings = table.move(found, 1, #found, #statement.readings + 1, {table.unpack(statement.readings)})
    end
  end
end

-- Puts the statements from a place on in document order: most stand so already.
local function sort_from(list, first)
  local sorted = true
  for i = first + 1, #list do sorted = sorted and list[i - 1].start <= list[i].start end
  if sorted then return end
  local own, place = table.move(list, first, #list, 1, {}), {}
  for i, statement in ipairs(own) do place[statement] = i end
  table.sort(own, function(a, b)
    if a.start == b.start then return place[a] < place[b] end
    return a.start < b.start
  end)
  table.move(own, 1, #own, first, list)
end

-- The statements from a place on by where they stand.
local function by_place(list, first)
  local bound = {}
  for i = first, #list do bound[list[i].start] = list[i] end
  return bound
end

-- Whether a statement is about a row or a column by its name.
local function names_it(statement) return statement ~= nil and (statement.column ~= nil or statement.named) end

-- Whether tables have the parts: one is a row or column of its own, or all are counts.
local function is_known(self, bound, parts)
  local count = 0
  for _, part in ipairs(parts) do
    local statement = bound[self.text:tape(part.start)]
    if names_it(statement) then return true end
    count = count + (statement and 1 or 0)
  end
  return count == #parts
end

-- What text takes apart by itself, up to a place on the tape. Parts that a table has are compared with the table.
function Reader:read_splits(first, unread)
  local bound
  local function is_told(position)
    bound = bound or by_place(self.list, first)
    return names_it(bound[self.text:tape(position)])
  end
  for _, split in ipairs(splits.of(self.text, is_told)) do
    if unread and self.text:tape(split.parts[1].start) >= unread then break end
    if not is_known(self, bound, split.parts) then kinds.whole(self, split) end
  end
  sort_from(self.list, first)
end

-- The clauses of a sentence; nil where they are more than may still be read. A sentence is read whole or not at all:
-- one that lacks its end may be wrong by that.
local function clauses_of(self, start, items)
  local list = clauses.of(self.lexis, self.unnamed, items, start, self.own, self.left)
  if #list > self.left then return nil end
  self.left = self.left - #list
  return list
end

-- A sentence is `{start, stop, paragraph, heading_start, heading_stop, context, number}`: `paragraph` is where its
-- paragraph begins, `context` how far back a topic is looked for.
local function new_sentence(list, i, number)
  local start, stop, paragraph, heading_start, heading_stop = table.unpack(list, i, i + sentence_size - 1)
  return {start = start, stop = stop, paragraph = paragraph, heading_start = heading_start, heading_stop = heading_stop,
          context = math.max(paragraph, start - longest_context), number = number}
end

-- Reads the sentence of a text that stands at a place in its list; false where that cannot be. One that says nothing
-- says something of others only inside of its paragraph.
local function read(self, list, i, number)
  local start, paragraph = list[i], list[i + 2]
  local items = self.lexis.items(self.unnamed, start, self.items)
  local is_alone = paragraph ~= self.paragraph and paragraph ~= list[i + sentence_size + 2]
  if is_alone and clauses.is_silent(self.lexis, items) then return true end
  local own_clauses = clauses_of(self, start, items)
  if own_clauses then self:read_sentence(new_sentence(list, i, number), own_clauses) end
  return own_clauses ~= nil
end

function Reader:read_sentence(sentence, own_clauses)
  if sentence.paragraph ~= self.paragraph then
    self.paragraph, self.parents, self.scope, self.behalf, self.foreign = sentence.paragraph, {}, nil, nil, false
    self.said_year = false
    self.strays:start_paragraph()
  end
  self.sentence, self.counted = sentence, counted.new()
  self.published, self.verbs, self.narrowed = false, nothing, false
  self.groups, self.comparing, self.up_to, self.before = nothing, false, false, false
  self.about, self.close = {}, {}
  self.numbers = self.strays:start_sentence(self.text, sentence.start, sentence.stop)
  local first, attached = #self.list + 1, nil
  for _, clause in ipairs(own_clauses) do
    attached = self:clause(clause, attached) or clause.bracket and not clause.number and attached or nil
    self.said_year = self.said_year or clause.flags & flags.this_year ~= 0
    if clause.strong then self.counted, self.narrowed = counted.new(), false end
  end
  if first <= #self.list then add_loose_readings(self, first) end
end

-- What is known of the report. A government reports of all that belongs to it.
local function own_facts(report)
  return {year = report.year, governs = report.agency ~= nil and report.agency:find("人民政府$") ~= nil}
end

--- The counted statements of a report.
-- @param form its compiled form
-- @param lexis what `govreport.claims.lexicon.of_form` gave
-- @param texts those of its parts; see `govreport.text.running_text`
-- @return list of statements in document order; where on the tape the sentences begin that were not read, because their
-- clauses are too many: nil where all were read
function claims.of(report, form, lexis, texts)
  local self = setmetatable({form = form, lexis = lexis, list = {}, parents = {}, foreign = false, before = false,
                             items = {}, strays = stray_numbers.new(lexis),
                             own = own_facts(report), left = claims.most_clauses}, Reader)
  local number, names, unread = 0, clauses.names_of(report.agency), nil
  for _, text in ipairs(texts) do
    self.text, self.paragraph = text, nil
    local list = running_text.with(text.text, lexis.topics)
    local first = #self.list + 1
    self.unnamed = #list > 0 and clauses.without_name(text.text, names)
    for i = 1, #list, sentence_size do
      number = number + 1
      if unread or not read(self, list, i, number) then
        unread = unread or text:tape(list[i])
        break
      end
    end
    self:read_splits(first, unread)
  end
  return self.list, unread
end

--- Whether other words and numbers of its sentence explain why a count differs from its table; see
-- `govreport.claims.reconcile`.
function claims.explain(context, statement) return reconcile.explain(context, statement) end

--- The words of findings about statements; see `govreport.claims.told`.
claims.told = later "govreport.claims.told"

return claims

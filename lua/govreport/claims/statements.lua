--- Counted statements in the prose of a report, bound to the cells of its tables. A statement is a table:
--   kind      "count", "share", "growth", "none" (未发生…), "uniform" (均获维持)
--   table     the table it speaks of; `section` is the part it stands in
--   readings  what it can mean, any of them: see `claims.meanings`; of "none" and "uniform" all of them must be 0
--   value, bound, measure   of a count; of a growth the change, with `direction` 1, -1 or 0
--   digits    of a share or growth in percent, as printed; a count with its share has `share = {digits, start, stop}`
--   start, stop             of the number, positions on the tape; `quote_start`, `quote_stop` of its clause
--   sentence  number of the sentence
--   parent    the statement that it is a part of
--   scope     the word that says whose number it is, `{scope = "area"|"office", word}`; `behalf` where it acts for it
--   soft      it counts more or less than the table does
--   lead      numbers that could not be read and that it may be a part of
--   open_start  it may count from long ago: 截至年底累计
--   paragraph where its paragraph begins in the part
--   beside    all numbers of the sentence, `{start, value}`

local clauses = require "govreport.claims.clauses"
local meanings = require "govreport.claims.meanings"
local running_text = require "govreport.text.running_text"
local stray_numbers = require "govreport.claims.stray_numbers"

local statements = {}

local Reader = {}
Reader.__index = Reader

-- ---- what a clause means ------------------------------------------------------------------------

-- Rows that are reasons for a group: 信访、重复申请等不予处理 can be the group, or these rows alone.
local function row_readings(clause)
  local reasons, groups = {}, {}
  for _, entry in ipairs(clause.rows) do
    local list = entry.reason and reasons or groups
    list[#list + 1] = entry
  end
  if #reasons == 0 then
    if clause.etc then return nil end
    local rows = {}
    for i, entry in ipairs(groups) do rows[i] = entry.of end
    return rows
  end
  if #groups > 1 or (clause.etc and #groups == 0) then return nil end
  local alternatives, texts = {}, {}
  for i, entry in ipairs(reasons) do
    if groups[1] and entry.reason ~= groups[1].of[1] then return nil end
    texts[i] = entry.of[1]
  end
  if not clause.etc then alternatives[1] = table.concat(texts, " + ") end
  if groups[1] then alternatives[#alternatives + 1] = groups[1].of[1] end
  return {alternatives}
end

local function is_all_reasons(clause)
  for _, entry in ipairs(clause.rows) do
    if not entry.reason then return false end
  end
  return true
end

-- The table of all entries of a list; nil where they are of several.
local function common_table(list)
  for _, entry in ipairs(list) do
    if entry.table ~= list[1].table then return nil end
  end
  return list[1] and list[1].table
end

local function any_soft(list)
  for _, entry in ipairs(list) do
    if entry.soft then return true end
  end
  return false
end

local function has_any(text, words)
  for _, word in ipairs(words or {}) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- Where the last of some words stands in a part of a text; 0 where none does.
local function last_of(text, words, start, stop)
  local last, part = 0, text:sub(start, stop - 1)
  for _, word in ipairs(words or {}) do
    local at = part:find(word, 1, true)
    while at do
      last = math.max(last, at)
      at = part:find(word, at + #word, true)
    end
  end
  return last
end

-- Whether the sentence and what stands before it in its paragraph are about the topic of a table.
local function is_about(self, declared)
  local sentence, text = self.sentence, self.text.text
  if has_any(text:sub(sentence.start, sentence.stop - 1), declared.never) then return false end
  return not declared.topic or has_any(sentence.heading, declared.topic)
         or has_any(text:sub(sentence.context, sentence.stop - 1), declared.topic)
end

--- Whether what was said names the topic of a table; for a clause that is `bare`, as the last of all topics.
function Reader:is_on_topic(table_id, clause, bare)
  local declared, text, sentence = self.lexis.tables[table_id], self.text.text, self.sentence
  if self.about[table_id] == nil then self.about[table_id] = is_about(self, declared) end
  if not bare or not self.about[table_id] then return self.about[table_id] end
  local own = last_of(text, declared.bare, sentence.context, clause.stop)
  local other = last_of(text, self.lexis.others, sentence.context, clause.start)
  return own > other or own == other and has_any(sentence.heading, declared.bare)
end

function Reader:text_of(clause) return self.text.text:sub(clause.start, clause.stop - 1) end

-- Whether the sentence itself says which cases it counts: an office may count others. One that handles them, and is no
-- party, says it in the clause.
function Reader:is_close(declared, clause, mask)
  if not declared.close then return true end
  local bits, sentence = self.lexis.bits, self.sentence
  local handles = mask & (bits.receive | bits.handle | bits.conclude) ~= 0
  if handles then return has_any(self:text_of(clause), declared.close) end
  return has_any(self.text.text:sub(sentence.start, sentence.stop - 1), declared.close)
end

-- The rows that a clause without one is about: those of the claim that it makes, or those of the number before it.
function Reader:rows_of_claim(clause, mask, table_id)
  local claim = self.lexis.claims[mask]
  if claim and table_id and claim.table ~= table_id then claim = nil end
  local parent = table_id and self.parents[table_id]
  if parent and (not claim or claim.bare or claim.soft) then return parent.rows, parent, table_id end
  if not claim or (claim.after and not self.parents[claim.after]) then return nil end
  -- 诉讼2件，其中1件为上年结转: that of what was just counted.
  local bits, newest = self.lexis.bits, self.counted[#self.counted]
  local names_them = mask & (bits.request | bits.disclosure | bits.apply) ~= 0
  if newest and newest.table ~= claim.table and not names_them then return nil end
  if not self:is_on_topic(claim.table, clause, claim.bare) then return nil end
  return {claim.of}, nil, claim.table, claim.soft
end

-- 重复申请2件, 信访3件: results where results are counted already; of their own they are what came in.
function Reader:goes_on(table_id, mask)
  local newest = self.counted[#self.counted]
  return newest and newest.table == table_id and mask & self.lexis.bits.receive == 0
end

-- 公民和法人或其他组织: columns that are a whole together.
function Reader:is_everybody(columns)
  for _, partition in ipairs(self.lexis.partitions) do
    local found = 0
    for _, of in ipairs(partition) do
      for _, column in ipairs(columns) do
        if column.of[1] == of then found = found + 1 end
      end
    end
    if found == #partition and found == #columns then return true end
  end
  return false
end

--- What a clause speaks of.
-- @param mask its marks without those of its kind
-- @return `{rows, columns, table, soft, parent}`; nil where it is not understood
function Reader:subject(clause, mask)
  local table_id = common_table(clause.rows) or #clause.rows == 0 and common_table(clause.columns)
  if (#clause.rows > 0 or #clause.columns > 0) and not table_id then return nil end
  if #clause.columns > 0 and common_table(clause.columns) ~= table_id then return nil end
  local rows, parent, claim_soft
  if #clause.rows > 0 then
    if mask & ~self.lexis.tables[table_id].with ~= 0 or not self:is_on_topic(table_id, clause) then return nil end
    rows = row_readings(clause)
    if is_all_reasons(clause) and not self:goes_on(table_id, mask) then return nil end
  elseif table_id then
    rows, parent, table_id, claim_soft = self:rows_of_claim(clause, mask, table_id)
  elseif not clause.etc then
    rows, parent, table_id, claim_soft = self:rows_of_claim(clause, mask)
  end
  if not rows then return nil end
  local declared, column = self.lexis.tables[table_id], clause.columns[1]
  if #clause.columns > 1 then
    if not self:is_everybody(clause.columns) then return nil end
    column = nil
  end
  local of = column and column.of or self.verbs[table_id] or declared.column
  local soft = any_soft(clause.rows) or any_soft(clause.columns) or claim_soft
               or not self:is_close(declared, clause, mask)
               or (declared.soft and not column and not self.verbs[table_id])
  return {rows = rows, columns = of, table = table_id, soft = soft, parent = parent,
          has_column = column ~= nil, column = column and column.of[1],
          loose = clause.rows[1] and clause.rows[1].loose}
end

-- ---- statements ---------------------------------------------------------------------------------

function Reader:add(statement, clause, first, last)
  local text = self.text
  statement.section, statement.sentence = text.section, self.sentence.number
  statement.start, statement.stop = text:tape(first), text:tape(last - 1) + 1
  statement.quote_start, statement.quote_stop = text:tape(clause.start), text:tape(clause.stop - 1) + 1
  statement.scope, statement.behalf = self.scope, self.behalf
  statement.lead, statement.beside = self.strays:lead(statement.table), self.numbers
  statement.paragraph = self.sentence.paragraph
  self.list[#self.list + 1] = statement
  return statement
end

function Reader:readings_of(subject)
  return meanings.of(self.form, subject.rows, subject.columns)
end

-- 主动公开280件、不予公开16件 are documents; an application that is named is none.
function Reader:is_published(clause, mask)
  local bits = self.lexis.bits
  if mask & bits.receive ~= 0 and mask & bits.request ~= 0 then self.published = false end
  return self.published and (#clause.rows > 0 or mask & bits.disclosure ~= 0)
end

-- Whether a clause names all that a table counts: 收到申请47件, 行政复议2件; 办结48件 may be of what was named before it.
function Reader:is_whole(clause, mask, subject)
  local bits = self.lexis.bits
  if clause.part or subject.has_column then return false end
  if subject.table ~= self.lexis.claimed then return true end
  return #clause.rows == 0 and mask & (bits.receive | bits.request | bits.disclosure) ~= 0
end

-- 行政复议维持1件，尚未审结1件: the row that is named goes on.
function Reader:set_parent(clause, subject, statement)
  local id, parents = subject.table, self.parents
  if not subject.has_column or id == "instruments" then
    parents[id] = {rows = subject.rows, statement = statement}
  elseif #clause.rows > 0 or not parents[id] then
    local whole
    for _, other in ipairs(self.counted) do
      if other.table == id and not other.column and other.rows[1][1] == subject.rows[1][1] then whole = other end
    end
    parents[id] = {rows = subject.rows, statement = whole}
  end
end

-- A number is bound to what its clause speaks of.
function Reader:count(clause, mask)
  local number = clause.number
  local subject = self:subject(clause, mask)
  local list = subject and self:readings_of(subject) or {}
  if #list == 0 then return nil end
  if self:is_whole(clause, mask, subject) then self.strays:ground(subject.table) end
  local statement = self:add({
    kind = "count", table = subject.table, value = number.value, bound = number.bound, measure = number.measure,
    readings = list, rows = subject.rows, columns = subject.columns, column = subject.column, loose = subject.loose,
    parent = subject.parent and subject.parent.statement,
    soft = subject.soft or self:is_published(clause, mask) or clause.part or false, named = #clause.rows > 0,
    -- What `add` fills in: a table that grows is made anew.
    section = false, sentence = 0, start = 0, stop = 0, quote_start = 0, quote_stop = 0, scope = false, behalf = false,
    share = false, lead = false, beside = false, open_start = self.up_to and clause.cumulative or false,
    paragraph = 0,
  }, clause, number.start, number.stop)
  if clause.part then return nil end
  self:set_parent(clause, subject, statement)
  return statement
end

-- 各1件, 均为2件: the number of each of the rows.
function Reader:count_each(clause, mask)
  local last
  for _, entry in ipairs(clause.rows) do
    local one = setmetatable({rows = {entry}, each = false}, {__index = clause})
    last = self:count(one, mask)
  end
  return last
end

-- 占33.9%, (33.9%): of the number before it, or of what the clause names.
function Reader:share(clause, mask, attached)
  local percent = clause.percent
  local named = #clause.rows > 0 or #clause.columns > 0
  local is_share = mask & self.lexis.bits.share ~= 0
  if not named then
    local is_bare = mask == 0 and clause.bracket
    if clause.part or clause.scope or is_share and clause.first ~= "share" then return end
    if attached and attached.kind == "count" and not attached.share and (is_share or is_bare) then
      attached.share = {digits = percent.digits, start = self.text:tape(percent.start),
                        stop = self.text:tape(percent.stop - 1) + 1}
      attached.share.text = self:text_of(clause)
    end
    return
  end
  if not is_share then return end
  local subject = self:subject(clause, mask & ~self.lexis.bits.share)
  local list = subject and self:readings_of(subject) or {}
  if #list == 0 then return end
  self:add({kind = "share", table = subject.table, digits = percent.digits, readings = list,
            parent = subject.parent and subject.parent.statement, soft = subject.soft}, clause, percent.start,
           percent.stop)
end

-- 同比增长12%, 较上年减少5件, 与上年持平.
function Reader:growth(clause, mask, attached)
  local bits = self.lexis.bits
  if clause.part or clause.scope then return end
  local direction = mask & bits.up ~= 0 and 1 or mask & bits.down ~= 0 and -1 or mask & bits.level ~= 0 and 0
  if not direction then return end
  local changed = clause.percent or clause.number
  local compares = self.comparing or mask & bits.compare ~= 0
  if direction == 0 then compares = compares or mask & bits.last_year ~= 0 end
  if not compares or direction ~= 0 and not changed then return end
  local rest = mask & ~(bits.up | bits.down | bits.level | bits.compare | bits.last_year)
  local subject
  if #clause.rows > 0 or #clause.columns > 0 or rest ~= 0 then
    local found = self:subject(clause, rest)
    subject = found and {table = found.table, readings = self:readings_of(found), soft = found.soft,
                         rows = found.rows, columns = found.columns}
  elseif attached and attached.kind == "count" then
    subject = attached
  end
  if not subject or #subject.readings == 0 then return end
  self:add({kind = "growth", table = subject.table, readings = subject.readings, direction = direction,
            rows = subject.rows, columns = subject.columns, counted = subject.value,
            digits = clause.percent and clause.percent.digits, value = clause.number and clause.number.value,
            bound = clause.number and clause.number.bound or "exact", soft = subject.soft},
           clause, changed and changed.start or clause.start, changed and changed.stop or clause.stop)
end

-- 未发生行政复议、行政诉讼: all that is named is 0.
function Reader:none(clause, mask)
  local claim = self.lexis.claims[mask]
  local named = #clause.rows > 0
  -- 无一例投诉举报 is about complaints, not about applications that are some.
  if clause.part or named and is_all_reasons(clause) then return end
  if not named and (#clause.columns > 0 or not claim or not claim.deny) then return end
  local list, soft, table_id = {}, false, nil
  local columns = #clause.columns > 0 and clause.columns or {false}
  for _, column in ipairs(columns) do
    local one = setmetatable({columns = column and {column} or {}}, {__index = clause})
    local subject = self:subject(one, mask)
    if not subject then return end
    local found = self:readings_of(subject)
    table_id, soft = subject.table, soft or subject.soft
    list[#list + 1] = found[1]
  end
  if #list == 0 then return end
  self:add({kind = "none", table = table_id, readings = list, value = 0, bound = "exact", soft = soft}, clause,
           clause.start, clause.stop)
end

-- 均获维持: of the rows just counted the other outcomes are 0.
function Reader:uniform(clause, attached)
  local column = clause.columns[1]
  local rows = {}
  if #clause.rows > 0 then
    for _, entry in ipairs(clause.rows) do rows[#rows + 1] = {entry.of} end
  else
    for _, statement in ipairs(self.counted) do
      if statement.table == column.table then rows[#rows + 1] = statement.rows end
    end
    if not attached or attached.table ~= column.table then return end
  end
  local list = {}
  for _, row in ipairs(rows) do
    local found = meanings.of(self.form, row, column.rest)
    table.move(found, 1, #found, #list + 1, list)
  end
  if #list == 0 then return end
  self:add({kind = "uniform", table = column.table, readings = list}, clause, clause.start, clause.stop)
end

-- A topic is looked for in the paragraph in front of a sentence, as far as so many bytes.
local longest_context = 1500

-- ---- one clause after the other -----------------------------------------------------------------

local function ends_with_any(text, words)
  for _, word in ipairs(words) do
    if text:sub(-#word) == word then return true end
  end
  return false
end

-- What a clause says of time and scope holds for those behind it.
function Reader:set_stage(clause)
  local bits = self.lexis.bits
  if clause.this_year then self.foreign = false end
  local other_year = clause.foreign or clause.mask & (bits.last_year | bits.next_year) ~= 0
  local is_lead = not clause.number and not clause.percent
  local compares = clause.mask & bits.compare ~= 0
  if other_year and not compares and clause.mask & (bits.carry | bits.level) == 0 then
    self.foreign = true
  end
  if compares and is_lead then self.comparing = true end
  if clause.part_year then self.narrowed = true end
  if clause.up_to then self.up_to = true end
  -- (同比增长5%，在全市位列第三) is said aside.
  if clause.scope and not clause.bracket then
    self.scope = clause.scope.scope ~= "own" and clause.scope or nil
    self.behalf = clause.behalf
  end
  if is_lead and clause.unknown and ends_with_any(self:text_of(clause), self.lexis.narrowed) then
    self.narrowed = true
  end
end

-- The verb of a list holds for all its members: 制发规章2件、规范性文件3件.
function Reader:set_verbs(clause)
  local column = clause.columns[1]
  if clause.mask & self.lexis.bits.publish ~= 0 then
    self.published, self.verbs = true, {}
  elseif column and column.table == "instruments" then
    self.published, self.verbs = false, {instruments = column.of}
  end
end

local function is_uniform(clause)
  return clause.all and #clause.columns == 1 and clause.columns[1].rest and clause.mask == 0
end

-- Whether a clause cannot be read, or is not about this year.
local function is_foreign(self, clause)
  if clause.unknown or clause.many or clause.foreign or self.foreign then return true end
  if clause.behalf and not clause.scope then return true end   -- 委托乡镇作出决定12件
  return clause.cumulative and not clause.this_year and not self.said_year
end

function Reader:clause(clause, attached)
  local bits, mask = self.lexis.bits, clause.mask
  local text = self:text_of(clause)
  self:set_stage(clause)
  self.strays:start_clause(text)
  if is_foreign(self, clause) then
    self.strays:pass(text)
    return nil
  end
  self:set_verbs(clause)
  if mask & (bits.up | bits.down | bits.level | bits.compare) ~= 0 then
    self:growth(clause, mask, attached)
    return attached
  end
  if clause.percent then
    if not clause.number then self:share(clause, mask, attached) end
    return attached
  end
  if self.narrowed then
    self.strays:pass(text)
    return nil
  end
  if clause.number then
    if mask & bits.none ~= 0 then return nil end
    local several = #clause.rows > 1 and (clause.each or clause.all)
    local statement = (several and self.count_each or self.count)(self, clause, mask)
    if statement then self.counted[#self.counted + 1] = statement else self.strays:pass(text) end
    return statement
  end
  if mask & bits.none ~= 0 then self:none(clause, mask & ~bits.none)
  elseif is_uniform(clause) then self:uniform(clause, attached)
  end
  return nil
end

-- 予以公开 alone may count those that were opened in part, where the sentence has no number of them.
local function add_loose_readings(self, first)
  local named = {}
  for i = first, #self.list do
    for _, row in ipairs(self.list[i].rows or {}) do named[row[1]] = true end
  end
  for i = first, #self.list do
    local statement = self.list[i]
    local added = statement.loose and statement.loose:match("%+ ([%w_.]+)$")
    if added and not named[added] and #statement.rows == 1 then
      local found = meanings.of(self.form, {{statement.loose}}, {self.lexis.tables[statement.table].column[1]})
      statement.readings = table.move(found, 1, #found, #statement.readings + 1, {table.unpack(statement.readings)})
    end
  end
end

function Reader:read_sentence(sentence)
  if sentence.paragraph ~= self.paragraph then
    self.paragraph, self.parents, self.scope, self.behalf, self.foreign = sentence.paragraph, {}, nil, nil, false
    self.said_year = false
    self.strays:start_paragraph()
  end
  self.sentence, self.published, self.verbs, self.narrowed, self.counted = sentence, false, {}, false, {}
  self.about, self.comparing, self.up_to = {}, false, false
  sentence.context = math.max(sentence.paragraph, sentence.start - longest_context)
  self.numbers = self.strays:start_sentence(self.text, sentence.start, sentence.stop)
  local first, attached = #self.list + 1, nil
  for _, clause in ipairs(clauses.of(self.lexis, self.unnamed, sentence.start, self.own)) do
    attached = self:clause(clause, attached)
    self.said_year = self.said_year or clause.this_year
    if clause.strong then self.counted, self.narrowed = {}, false end
  end
  add_loose_readings(self, first)
end

--- The counted statements of a report.
-- @param form its compiled form
-- @param lexis what `govreport.claims.lexicon.of_form` gave
-- @return list of statements in document order
function statements.of(report, form, lexis)
  local self = setmetatable({form = form, lexis = lexis, list = {}, parents = {}, foreign = false,
                             strays = stray_numbers.new(lexis), own = {year = report.year}}, Reader)
  local number = 0
  for _, text in ipairs(running_text.texts(report)) do
    self.text, self.paragraph = text, nil
    local list = running_text.with(text.text, lexis.topics)
    self.unnamed = #list > 0 and clauses.without_name(text.text, report.agency)
    for _, sentence in ipairs(list) do
      number = number + 1
      sentence.number = number
      self:read_sentence(sentence)
    end
  end
  return self.list
end

return statements

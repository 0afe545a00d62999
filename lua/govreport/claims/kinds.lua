--- The kinds of statements: what is made of a clause, once its subject is known. Each takes the Reader of the sentence
-- and adds to its list.

local meanings = require "govreport.claims.meanings"
local subjects = require "govreport.claims.subjects"

local kinds = {}

local function add(self, statement, clause, first, last)
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

local function readings_of(self, subject)
  if subject.sum then return meanings.sum(self.form, subject.rows, subject.sum) end
  return meanings.of(self.form, subject.rows, subject.columns)
end

-- 主动公开280件、不予公开16件 are documents; an application that is named is none.
local function is_published(self, clause, mask)
  local bits = self.lexis.bits
  if mask & bits.receive ~= 0 and mask & bits.request ~= 0 then self.published = false end
  return self.published and (#clause.rows > 0 or mask & bits.disclosure ~= 0)
end

-- Whether a clause names all that a table counts: 收到申请47件, 行政复议2件; 办结48件 may be of what was named before it.
local function is_whole(self, clause, mask, subject)
  local bits = self.lexis.bits
  if clause.part or subject.has_column then return false end
  if subject.table ~= self.lexis.claimed then return true end
  return #clause.rows == 0 and mask & (bits.receive | bits.request | bits.disclosure) ~= 0
end

-- 行政复议维持1件，尚未审结1件: the row that is named goes on.
local function set_parent(self, clause, subject, statement)
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

--- A number is bound to what its clause speaks of.
function kinds.count(self, clause, mask)
  local number = clause.number
  local subject = subjects.of(self, clause, mask)
  local list = subject and readings_of(self, subject) or {}
  if #list == 0 then return nil end
  if is_whole(self, clause, mask, subject) then self.strays:ground(subject.table) end
  local statement = add(self, {
    kind = "count", table = subject.table, value = number.value, bound = number.bound, measure = number.measure,
    assumed = subject.assumed, step = number.step or false, more = number.more or false,
    readings = list, rows = subject.rows, columns = subject.columns, column = subject.column, loose = subject.loose,
    parent = subject.parent and subject.parent.statement,
    soft = subject.soft or is_published(self, clause, mask) or clause.part or false, named = #clause.rows > 0,
    -- What `add` fills in: a table that grows is made anew.
    section = false, sentence = 0, start = 0, stop = 0, quote_start = 0, quote_stop = 0, scope = false, behalf = false,
    share = false, lead = false, beside = false, open_start = self.up_to and clause.cumulative or false,
    paragraph = 0,
  }, clause, number.start, number.stop)
  if clause.part then return nil end
  set_parent(self, clause, subject, statement)
  return statement
end

--- 各1件, 均为2件: the number of each of the rows.
function kinds.count_each(self, clause, mask)
  local last
  for _, entry in ipairs(clause.rows) do
    local one = setmetatable({rows = {entry}, each = false}, {__index = clause})
    last = kinds.count(self, one, mask)
  end
  return last
end

--- 占33.9%, (33.9%): of the number before it, or of what the clause names.
function kinds.share(self, clause, mask, attached)
  local percent = clause.percent
  local named = #clause.rows > 0 or #clause.columns > 0
  local is_share = mask & self.lexis.bits.share ~= 0
  if not named then
    local is_bare = mask == 0 and clause.bracket
    if clause.part or clause.scope or is_share and clause.first ~= "share" then return end
    if attached and attached.kind == "count" and not attached.share and (is_share or is_bare) then
      attached.share = {digits = percent.digits, step = percent.step, bound = percent.bound,
                        start = self.text:tape(percent.start), stop = self.text:tape(percent.stop - 1) + 1}
      attached.share.text = self:text_of(clause)
    end
    return
  end
  if not is_share then return end
  local subject = subjects.of(self, clause, mask & ~self.lexis.bits.share)
  local list = subject and readings_of(self, subject) or {}
  if #list == 0 then return end
  add(self, {kind = "share", table = subject.table, digits = percent.digits, readings = list,
            step = percent.step, bound = percent.bound,
            parent = subject.parent and subject.parent.statement, soft = subject.soft}, clause, percent.start,
           percent.stop)
end

--- 同比增长12%, 较上年减少5件, 与上年持平.
function kinds.growth(self, clause, mask, attached)
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
    local found = subjects.of(self, clause, rest)
    subject = found and {table = found.table, readings = readings_of(self, found), soft = found.soft,
                         rows = found.rows, columns = found.columns}
  elseif attached and attached.kind == "count" then
    subject = attached
  end
  if not subject or #subject.readings == 0 then return end
  add(self, {kind = "growth", table = subject.table, readings = subject.readings, direction = direction,
            rows = subject.rows, columns = subject.columns, counted = subject.value,
            digits = clause.percent and clause.percent.digits, value = clause.number and clause.number.value,
            step = changed and changed.step, more = changed and changed.more, bound = changed and changed.bound or "exact",
            soft = subject.soft},
           clause, changed and changed.start or clause.start, changed and changed.stop or clause.stop)
end

--- 未发生行政复议、行政诉讼: all that is named is 0.
function kinds.none(self, clause, mask)
  local claim = self.lexis.claims[mask]
  local named = #clause.rows > 0
  -- 无一例投诉举报 is about complaints, not about applications that are some.
  if clause.part or named and subjects.is_all_reasons(clause) then return end
  if not named and (#clause.columns > 0 or not claim or not claim.deny) then return end
  local list, soft, table_id = {}, false, nil
  local columns = #clause.columns > 0 and clause.columns or {false}
  for _, column in ipairs(columns) do
    local one = setmetatable({columns = column and {column} or {}}, {__index = clause})
    local subject = subjects.of(self, one, mask)
    if not subject then return end
    local found = readings_of(self, subject)
    table_id, soft = subject.table, soft or subject.soft
    list[#list + 1] = found[1]
  end
  if #list == 0 then return end
  add(self, {kind = "none", table = table_id, readings = list, value = 0, bound = "exact", soft = soft}, clause,
           clause.start, clause.stop)
end

--- 均获维持: of the rows just counted the other outcomes are 0.
function kinds.uniform(self, clause, attached)
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
  add(self, {kind = "uniform", table = column.table, readings = list}, clause, clause.start, clause.stop)
end

return kinds

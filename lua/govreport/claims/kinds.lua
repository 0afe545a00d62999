--- The kinds of statements: what is made of a clause, once its subject is known. Each takes the Reader of the sentence
-- and adds to its list.

local entries = require "govreport.claims.entries"
local flags = require "govreport.claims.lexicon".flags
local meanings = require "govreport.claims.meanings"
local subjects = require "govreport.claims.subjects"

local kinds = {}

local function add(self, statement, clause, first, last)
  local text, sentence, list = self.text, self.sentence, self.list
  statement.section, statement.sentence, statement.paragraph = text.section, sentence.number, sentence.paragraph
  statement.start, statement.stop = text:range(first, last)
  statement.quote_start, statement.quote_stop = text:range(clause.start, clause.stop)
  statement.scope, statement.behalf = self.scope, self.behalf
  statement.lead, statement.beside = self.strays:lead(statement.table), self.numbers
  list[#list + 1] = statement
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
  if clause.part or subject.has_column then return false end
  if subject.table ~= self.lexis.claimed then return true end
  return #clause.rows == 0 and mask & self.lexis.sets.requests ~= 0
end

-- 行政复议维持1件，尚未审结1件: the row that is named goes on.
local function set_parent(self, clause, subject, statement)
  local id, parents = subject.table, self.parents
  if not subject.has_column or id == "instruments" then
    subject.statement = statement
    parents[id] = subject
  elseif #clause.rows > 0 or not parents[id] then
    parents[id] = {rows = subject.rows, statement = self.counted:whole(subject.rows[1][1])}
  end
end

-- 市本级收到214件 in the report of a government: its tables have that of all.
local function is_of_a_part(self, subject)
  return self.own.governs and self.scope and subject.table == self.lexis.claimed
end

--- A number is bound to what its clause speaks of.
function kinds.count(self, clause, mask)
  local number = clause.number
  local subject = subjects.of(self, clause, mask)
  local list = subject and readings_of(self, subject) or {}
  if #list == 0 then return nil end
  -- 网络申请30件 beside 收到47件 is a part that has no cell; by itself it may be all.
  if clause.part and self.counted.newest or is_of_a_part(self, subject) then return nil end
  if is_whole(self, clause, mask, subject) then self.strays:ground(subject.table) end
  local statement = add(self, {
    kind = "count", table = subject.table, value = number.value, bound = number.bound, measure = number.measure,
    assumed = subject.assumed, step = number.step, more = number.more,
    readings = list, rows = subject.rows, columns = subject.columns, column = subject.column, loose = subject.loose,
    parent = subject.parent and subject.parent.statement,
    soft = subject.soft or is_published(self, clause, mask) or clause.part or false, named = #clause.rows > 0,
    open_start = self.up_to and clause.flags & flags.cumulative ~= 0 or nil,
    -- What `add` fills in: a table that grows is made anew.
    section = false, sentence = 0, start = 0, stop = 0, quote_start = 0, quote_stop = 0, beside = false, paragraph = 0,
  }, clause, number.start, number.stop)
  if clause.part then return nil end
  set_parent(self, clause, subject, statement)
  return statement
end

--- 各1件, 均为2件: the number of each of the rows.
function kinds.count_each(self, clause, mask)
  local last
  for _, entry in ipairs(clause.rows) do
    local one = setmetatable({rows = entries.alone(entry)}, {__index = clause})
    last = kinds.count(self, one, mask)
  end
  return last
end

-- What 占办结总数的 names: its readings; nil where nothing is named, false where it is not understood.
local function whole_of(self, clause)
  local whole = clause.whole
  if not whole or #whole.rows == 0 and #whole.columns == 0 and whole.mask == 0 then return nil end
  local subject = subjects.of(self, whole, whole.mask, true)
  local list = subject and readings_of(self, subject) or {}
  return #list > 0 and list
end

-- The share of the number before it.
local function attach_share(self, clause, attached, whole)
  local percent = clause.percent
  local start, stop = self.text:range(percent.start, percent.stop)
  attached.share = {digits = percent.digits, step = percent.step, bound = percent.bound, whole = whole,
                    start = start, stop = stop, text = self:text_of(clause)}
end

-- 自然人占全部新收申请的68.25%: of the row that the whole is of. Those behind it are of the same.
local function subject_of_share(self, clause, mask)
  local whole = clause.whole
  local subject = whole and #clause.rows == 0 and #whole.columns == 0 and (#whole.rows > 0 or whole.mask ~= 0)
                  and subjects.of(self, whole, whole.mask, true)
  if subject then self.parents[subject.table] = {rows = subject.rows} end
  return subjects.of(self, clause, mask)
end

--- 占33.9%, (33.9%), 维持率57.1%: of the number before it, or of what the clause names.
function kinds.share(self, clause, mask, attached)
  local percent, is_rate = clause.percent, clause.columns[1] and clause.columns[1].rate
  local is_share = mask & self.lexis.bits.share ~= 0 or is_rate
  local whole = whole_of(self, clause)
  if whole == false or clause.whole and clause.whole.scope then return end
  if #clause.rows == 0 and #clause.columns == 0 then
    local is_bare = mask == 0 and clause.bracket
    if clause.part or clause.scope or is_share and clause.first ~= "share" then return end
    if attached and attached.kind == "count" and not attached.share and (is_share or is_bare) then
      attach_share(self, clause, attached, whole)
    end
    return
  end
  if not is_share then return end
  local subject = subject_of_share(self, clause, mask & ~self.lexis.bits.share)
  local list = subject and readings_of(self, subject) or {}
  if #list == 0 then return end
  if is_rate then whole = meanings.of(self.form, subject.rows, {self.lexis.tables[subject.table].column[1]}) end
  add(self, {kind = "share", table = subject.table, digits = percent.digits, readings = list,
            step = percent.step, bound = percent.bound, whole = whole, rows = subject.rows, column = subject.column,
            parent = subject.parent and subject.parent.statement, soft = subject.soft}, clause, percent.start,
           percent.stop)
end

-- 1 where it grew, -1 where it fell, 0 where it stayed.
local function direction_of(bits, mask)
  if mask & (bits.up | bits.rise) ~= 0 then return 1 end
  if mask & (bits.down | bits.fall) ~= 0 then return -1 end
  return mask & bits.level ~= 0 and 0 or nil
end

-- What grew: what the clause names, or the number before it.
local function grown(self, clause, rest, attached)
  if #clause.rows == 0 and #clause.columns == 0 and rest == 0 then
    return attached and attached.kind == "count" and attached or nil
  end
  local found = subjects.of(self, clause, rest)
  if found and not found.has_column then
    self.parents[found.table] = self.parents[found.table] or {rows = found.rows}
  end
  return found and {table = found.table, readings = readings_of(self, found), soft = found.soft, rows = found.rows,
                    columns = found.columns}
end

--- 同比增长12%, 较上年减少5件, 与上年持平, 增幅6.7%.
function kinds.growth(self, clause, mask, attached)
  local bits = self.lexis.bits
  if clause.part or clause.scope and clause.scope.scope ~= "own" then return end
  local direction = direction_of(bits, mask)
  if not direction then return end
  local changed = clause.percent or clause.number
  local compares = self.comparing or mask & (bits.compare | bits.rise | bits.fall) ~= 0
  if direction == 0 then compares = compares or mask & bits.last_year ~= 0 end
  if not compares or direction ~= 0 and not changed then return end
  local words = bits.up | bits.down | bits.level | bits.compare | bits.last_year | bits.rise | bits.fall
  local subject = grown(self, clause, mask & ~words, attached)
  if not subject or #subject.readings == 0 then return end
  add(self, {kind = "growth", table = subject.table, readings = subject.readings, direction = direction,
            rows = subject.rows, columns = subject.columns, counted = subject.value,
            digits = clause.percent and clause.percent.digits, value = clause.number and clause.number.value,
            step = changed and changed.step, more = changed and changed.more,
            bound = changed and changed.bound or "exact", measure = subject.measure, soft = subject.soft},
           clause, changed and changed.start or clause.start, changed and changed.stop or clause.stop)
  local statement = self.list[#self.list]
  statement.clause_start = statement.quote_start
  if subject == attached then statement.quote_start = attached.quote_start end
end

-- The columns of a denial one by one; false where it names none.
local function each_column(clause) return #clause.columns > 0 and clause.columns or {false} end

-- The rows of a denial by table: 未制发规范性文件、未实施行政处罚 in one clause.
local function rows_by_table(clause)
  local groups, order = {}, {}
  for _, row in ipairs(clause.rows) do
    if not groups[row.table] then
      groups[row.table] = {}
      order[#order + 1] = groups[row.table]
    end
    table.insert(groups[row.table], row)
  end
  for _, group in ipairs(order) do entries.of(group) end
  return #order > 0 and order or {clause.rows}
end

-- Whether the form prints tables in the part: words that are left of one, 未审结 among them, are no denial.
local function stands_among_tables(self)
  for _, t in ipairs(self.form.declared.tables) do
    if t.section == self.text.section then return true end
  end
  return false
end

-- What a clause denies, of the rows of one table.
local function deny(self, clause, mask)
  local list, soft, assumed, table_id = {}, false, false, nil
  for _, column in ipairs(each_column(clause)) do
    local one = setmetatable({columns = column and entries.alone(column) or entries.none}, {__index = clause})
    local subject = subjects.of(self, one, mask, true)
    if not subject then return end
    local found = readings_of(self, subject)
    table_id, soft, assumed = subject.table, soft or subject.soft, assumed or subject.assumed
    list[#list + 1] = found[1]
  end
  if #list == 0 or assumed and stands_among_tables(self) then return end
  add(self, {kind = "none", table = table_id, readings = list, value = 0, bound = "exact", soft = soft,
            assumed = assumed}, clause, clause.start, clause.stop)
end

--- 未发生行政复议、行政诉讼: all that is named is 0.
function kinds.none(self, clause, mask)
  local claim = self.lexis.claims[mask]
  -- 无一例投诉举报 is about complaints, not about applications that are some.
  if clause.part or #clause.rows == 1 and clause.rows.reasons then return end
  if #clause.rows == 0 and not (claim and claim.deny) then return end
  for _, rows in ipairs(rows_by_table(clause)) do
    deny(self, setmetatable({rows = rows}, {__index = clause}), mask)
  end
end

-- ---- all of them --------------------------------------------------------------------------------

-- The numbers of the sentence that 均 is said of: of applications the last, of disputes all.
local function said_of(self, clause, table_id, attached)
  if #clause.rows > 0 and not clause.predicate then
    local list = {}
    for i, entry in ipairs(clause.rows) do list[i] = {rows = {entry.of}} end
    return list
  end
  if not attached or attached.table ~= table_id or attached.soft then return {} end
  if table_id == self.lexis.claimed then return {attached} end
  if attached.column then return {} end
  return self.counted:of_table(table_id)
end

local function add_uniform(self, clause, table_id, list, soft)
  if #list == 0 then return end
  add(self, {kind = "uniform", table = table_id, readings = list, soft = soft or false}, clause, clause.start,
      clause.stop)
end

-- 已审结2件且均为维持: the number is that of the narrower column.
local function narrow(self, attached, column)
  local found = meanings.of(self.form, attached.rows, column.of)
  if #found == 0 then return end
  attached.readings, attached.columns, attached.column, attached.soft = found, column.of, column.of[1], false
end

-- 均获维持, 均为自然人申请: of the rows just counted the other columns are 0.
local function in_one_column(self, clause, mask, attached)
  local column, list = clause.columns[1], {}
  if attached and attached.column and attached.soft and attached.table == column.table and clause.predicate then
    return narrow(self, attached, column)
  end
  local whole = said_of(self, clause, column.table, attached)
  -- 申请人均为个人: of all that came in.
  if #whole == 0 and not attached and column.table == self.lexis.claimed and not clause.predicate then
    local claim = self.lexis.claims[self.lexis.bits.receive | self.lexis.bits.request]
    whole = {{rows = {{claim.of[1]}}}}
  end
  if mask & ~(self.lexis.bits.apply | self.lexis.bits.request) ~= 0 then return end
  for _, statement in ipairs(whole) do
    -- Of the readings that a number may have, the first is meant.
    local found = meanings.of(self.form, {{statement.rows[1][1]}}, column.rest)
    if #statement.rows > 1 then found = meanings.of(self.form, statement.rows, column.rest) end
    table.move(found, 1, #found, #list + 1, list)
  end
  add_uniform(self, clause, column.table, list)
end

-- 全部予以公开: what came in, or a column of it, is that result.
local function in_one_row(self, clause, attached)
  local row = clause.rows[1]
  local is_about_it = attached and attached.kind == "count" and attached.table == row.table and not attached.soft
                      and not attached.named
  if not is_about_it or row.table ~= self.lexis.claimed then return end
  local list = meanings.of(self.form, {{attached.rows[1][1] .. " - " .. row.of[1]}}, {attached.columns[1]})
  add_uniform(self, clause, row.table, list)
end

-- Whether all applications are meant: 所有申请, or those that came in.
local function means_all_applications(self, clause, mask, attached)
  local bits, claim = self.lexis.bits, self.lexis.claims[self.lexis.bits.receive | self.lexis.bits.request]
  if mask & (bits.apply | bits.request) ~= 0 and not clause.predicate then return true end
  return attached ~= nil and self.counted:has_claim(claim.of[1])
end

-- Whether all are meant by word, and what follows says what became of them.
local function is_taken_apart(self, clause)
  return self:text_of(clause):find("全部", 1, true) ~= nil and self.text.text:find("^[,:]?其中", clause.stop) ~= nil
end

-- 全部办结: nothing is carried forward. 均按期办结 says only that none was late, 均已答复 that none was left unanswered:
-- both are soft. 全部按期办结，其中… takes all of them apart by their results: all were concluded.
local function concluded(self, clause, mask, attached)
  local bits, table_id = self.lexis.bits, self.lexis.claimed
  if mask & bits.conclude == 0 or mask & ~(bits.conclude | bits.handle | bits.apply | bits.request | bits.receive) ~= 0
     or not means_all_applications(self, clause, mask, attached) then
    return
  end
  local claim = self.lexis.claims[bits.carry | bits.next_year]
  local list = meanings.of(self.form, {{claim.of[1]}}, {self.lexis.tables[table_id].column[1]})
  local text, lexis = self.text.text, self.lexis
  local only_timely = lexis.timely:has(text, clause.start, clause.stop) and not is_taken_apart(self, clause)
  add_uniform(self, clause, table_id, list, not lexis.finished:has(text, clause.start, clause.stop) or only_timely)
end

--- 均获维持, 均为自然人申请, 全部予以公开, 全部办结.
function kinds.uniform(self, clause, mask, attached)
  if clause.part or clause.scope and clause.scope.scope ~= "own" then return end
  if #clause.columns == 1 and clause.columns[1].rest then in_one_column(self, clause, mask, attached)
  elseif #clause.rows == 1 and #clause.columns == 0 and mask == 0 then in_one_row(self, clause, attached)
  elseif #clause.rows == 0 and #clause.columns == 0 then concluded(self, clause, mask, attached)
  end
end

-- ---- numbers of no table ------------------------------------------------------------------------

-- A statement about numbers that only the sentence has; the clause of the number is quoted, as far as a stop.
local function add_plain(self, statement, number, stop)
  local text = self.text
  statement.section, statement.sentence, statement.readings, statement.soft = text.section, 0, {{}}, false
  statement.start, statement.stop = text:range(number.start, number.stop)
  statement.quote_start, statement.quote_stop = text:range(number.clause or number.start, stop)
  statement.measure = number.measure
  self.list[#self.list + 1] = statement
end

--- 发布信息1286条，其中网站812条，占63.1%，微信公众号474条: a number that its sentence takes apart, and shares of it.
function kinds.whole(self, split)
  local whole, parts = split.whole, split.parts
  for _, part in ipairs(parts) do
    part.tape_start, part.tape_stop = self.text:range(part.start, part.stop)
  end
  add_plain(self, {kind = "whole", value = whole.value, bound = "exact", whole = whole, parts = parts}, whole,
            parts[#parts].stop)
  for _, part in ipairs(parts) do
    if part.share then
      local share = part.share
      add_plain(self, {kind = "share", digits = share.digits, piece = part.value, whole_value = whole.value},
                {start = share.start, stop = share.stop, measure = part.measure, clause = part.clause}, share.stop)
    end
  end
end

return kinds

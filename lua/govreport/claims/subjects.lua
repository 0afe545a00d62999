--- What a clause speaks of: the rows and columns that its words name, or those that were named before it.

local subjects = {}

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

--- Whether all rows that a clause names are reasons of a group.
function subjects.is_all_reasons(clause)
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

-- Whether what was said names the topic of a table; for a clause that is `bare`, as the last of all topics.
local function is_on_topic(self, table_id, clause, bare)
  local declared, text, sentence = self.lexis.tables[table_id], self.text.text, self.sentence
  if self.about[table_id] == nil then self.about[table_id] = is_about(self, declared) end
  if not bare or not self.about[table_id] then return self.about[table_id] end
  local own = last_of(text, declared.bare, sentence.context, clause.stop)
  local other = last_of(text, self.lexis.others, sentence.context, clause.start)
  return own > other or own == other and has_any(sentence.heading, declared.bare)
end

-- Whether the sentence itself says which cases it counts: an office may count others. One that handles them, and is no
-- party, says it in the clause.
local function is_close(self, declared, clause, mask)
  if not declared.close then return true end
  local bits, sentence = self.lexis.bits, self.sentence
  local handles = mask & (bits.receive | bits.handle | bits.conclude) ~= 0
  if handles then return has_any(self:text_of(clause), declared.close) end
  return has_any(self.text.text:sub(sentence.start, sentence.stop - 1), declared.close)
end

-- The rows that a clause without one is about: those of the claim that it makes, or those of the number before it.
local function rows_of_claim(self, clause, mask, table_id)
  local claim = self.lexis.claims[mask]
  if claim and table_id and claim.table ~= table_id then claim = nil end
  local parent = table_id and self.parents[table_id]
  if parent and (not claim or claim.bare or claim.soft) then return parent.rows, parent, table_id end
  if not claim or (claim.after and not self.parents[claim.after]) then return nil end
  -- 诉讼2件，其中1件为上年结转: that of what was just counted.
  local bits, newest = self.lexis.bits, self.counted[#self.counted]
  local names_them = mask & (bits.request | bits.disclosure | bits.apply) ~= 0
  if newest and newest.table ~= claim.table and not names_them then return nil end
  if not is_on_topic(self, claim.table, clause, claim.bare) then return nil end
  return {claim.of}, nil, claim.table, claim.soft
end

-- 重复申请2件, 信访3件: results where results are counted already; of their own they are what came in.
local function goes_on(self, table_id, mask)
  local newest = self.counted[#self.counted]
  return newest and newest.table == table_id and mask & self.lexis.bits.receive == 0
end

-- 公民和法人或其他组织: columns that are a whole together.
local function is_everybody(self, columns)
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
-- @param self the Reader of the sentence
-- @param mask its marks without those of its kind
-- @return `{rows, columns, table, soft, parent}`; nil where it is not understood
function subjects.of(self, clause, mask)
  local table_id = common_table(clause.rows) or #clause.rows == 0 and common_table(clause.columns)
  if (#clause.rows > 0 or #clause.columns > 0) and not table_id then return nil end
  if #clause.columns > 0 and common_table(clause.columns) ~= table_id then return nil end
  local rows, parent, claim_soft
  if #clause.rows > 0 then
    if mask & ~self.lexis.tables[table_id].with ~= 0 or not is_on_topic(self, table_id, clause) then return nil end
    rows = row_readings(clause)
    if subjects.is_all_reasons(clause) and not goes_on(self, table_id, mask) then return nil end
  elseif table_id then
    rows, parent, table_id, claim_soft = rows_of_claim(self, clause, mask, table_id)
  elseif not clause.etc then
    rows, parent, table_id, claim_soft = rows_of_claim(self, clause, mask)
  end
  if not rows then return nil end
  local declared, column = self.lexis.tables[table_id], clause.columns[1]
  if #clause.columns > 1 then
    if not is_everybody(self, clause.columns) then return nil end
    column = nil
  end
  local of = column and column.of or self.verbs[table_id] or declared.column
  local soft = any_soft(clause.rows) or any_soft(clause.columns) or claim_soft
               or not is_close(self, declared, clause, mask)
               or (declared.soft and not column and not self.verbs[table_id])
  return {rows = rows, columns = of, table = table_id, soft = soft, parent = parent,
          has_column = column ~= nil, column = column and column.of[1],
          loose = clause.rows[1] and clause.rows[1].loose}
end

return subjects

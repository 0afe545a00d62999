--- What a clause speaks of: the rows and columns that its words name, or those that were named before it.

local bisect = require "govreport.base.bisect"
local flags = require "govreport.claims.lexicon".flags
local meanings = require "govreport.claims.meanings"

local subjects = {}

-- Rows that are reasons for a group: 信访、重复申请等不予处理 can be the group, or these rows alone.
local function row_readings(clause)
  local etc = clause.flags & flags.etc ~= 0
  local only = #clause.rows == 1 and clause.rows[1]
  if only and not only.reason and not etc then return only.rows end
  local reasons, groups = {}, {}
  for _, entry in ipairs(clause.rows) do
    local list = entry.reason and reasons or groups
    list[#list + 1] = entry
  end
  if #reasons == 0 then
    if etc then return nil end
    local rows = {}
    for i, entry in ipairs(groups) do rows[i] = entry.of end
    return rows
  end
  if #groups > 1 or (etc and #groups == 0) then return nil end
  local alternatives, texts = {}, {}
  for i, entry in ipairs(reasons) do
    if groups[1] and entry.reason ~= groups[1].of[1] then return nil end
    texts[i] = entry.of[1]
  end
  if not etc then alternatives[1] = table.concat(texts, " + ") end
  if groups[1] then alternatives[#alternatives + 1] = groups[1].of[1] end
  return {alternatives}
end

-- Whether a form lacks the column that a word means before others.
local function lacks_column(self, rows, column) return #meanings.of(self.form, rows, {column.of[1]}) == 0 end

-- Where the last of some words stands in a part of the text that is read; 0 where none does. The words are looked for
-- once in a text.
local function last_of(self, words, start, stop)
  local text = self.text
  text.word_places = text.word_places or {}
  local places = text.word_places[words]
  if not places then
    places = {}
    places.starts, places.stops = words:places(text.text)
    text.word_places[words] = places
  end
  local i = bisect.up_to(places.starts, stop - 1)
  while i > 0 and places.stops[i] > stop do i = i - 1 end
  local last = places.starts[i] or 0
  return last >= start and last or 0
end

-- Whether one of some words stands in the heading of the sentence.
local function is_headed(self, words)
  return words:has(self.text.text, self.sentence.heading_start, self.sentence.heading_stop)
end

-- Whether the sentence and what stands before it in its paragraph are about the topic of a table: "named" where they
-- say so, "assumed" where nothing says otherwise; false.
local function is_about(self, declared)
  local sentence, text = self.sentence, self.text.text
  local never, topic, aside = declared.never, declared.topic, declared.aside
  if never and never:has(text, sentence.start, sentence.stop) then return false end
  local named = not topic or topic:has(text, sentence.context, sentence.stop) or is_headed(self, topic)
  return named and "named" or not (aside and is_headed(self, aside)) and "assumed"
end

-- Whether a clause says by itself that it counts what a table does, where nothing around it does: by what only that
-- table has. A body that handles disputes, and is no party, counts others.
local function speaks_for_itself(self, table_id, clause, mask)
  local bits, sentence = self.lexis.bits, self.sentence
  local declared = self.lexis.tables[table_id]
  if declared.close then return mask & (bits.receive | bits.handle | bits.conclude) == 0 end
  if #clause.rows == 0 and last_of(self, self.lexis.others, sentence.context, clause.stop) > 0 then return false end
  return #clause.rows > 0 or #clause.columns > 0 or self.parents[table_id] ~= nil
         or mask & (bits.apply | bits.request | bits.carry | bits.due) ~= 0
            and (mask & bits.handle == 0 or mask & bits.carry ~= 0)
end

-- Whether what was said names the topic of a table; for a clause that is `bare`, as the last of all topics.
local function is_on_topic(self, table_id, clause, mask, bare)
  local declared, sentence = self.lexis.tables[table_id], self.sentence
  local about = self.about[declared]   -- found once in a sentence
  if about == nil then
    about = is_about(self, declared)
    self.about[declared] = about
  end
  if not about then return false end
  if about == "assumed" then return speaks_for_itself(self, table_id, clause, mask) end
  if not bare then return true end
  local words = declared.bare
  local own = words and last_of(self, words, sentence.context, clause.stop) or 0
  local other = last_of(self, self.lexis.others, sentence.context, clause.start)
  return own > other or own == other and words and is_headed(self, words)
end

local function is_said_close(self, declared)
  local sentence, close = self.sentence, declared.close
  return close:has(self.text.text, sentence.start, sentence.stop) or is_headed(self, close)
end

-- Whether the sentence itself says which cases it counts: an office may count others. One that handles them, and is no
-- party, says it in the clause; otherwise they are taken for the table's, and nil tells so.
local function is_close(self, declared, clause, mask)
  if not declared.close then return true end
  local bits = self.lexis.bits
  local handles = mask & (bits.receive | bits.handle | bits.conclude) ~= 0
  if handles then return declared.close:has(self.text.text, clause.start, clause.stop) end
  if self.close[declared] == nil then self.close[declared] = is_said_close(self, declared) end
  return self.close[declared] or nil
end

-- The rows that a clause without one is about: those of the claim that it makes, or those of the number before it.
local function rows_of_claim(self, clause, mask, table_id, alone)
  local claim, column = self.lexis.claims[mask], clause.columns[1]
  if column and column.row then return {{column.row}}, nil, table_id end
  -- 自然人申请86件: by itself what came in.
  local is_bare_column = column and mask == 0 and not self.parents[table_id] and table_id == self.lexis.claimed
  if is_bare_column then claim = self.lexis.claims[self.lexis.bits.apply] end
  if claim and table_id and claim.table ~= table_id then claim = nil end
  local parent = not alone and table_id and self.parents[table_id]
  if parent and (not claim or claim.bare or claim.soft) then return parent.rows, parent, table_id end
  if not claim or (claim.after and not self.parents[claim.after]) then return nil end
  -- 诉讼2件，其中1件为上年结转: that of what was just counted.
  local bits, newest = self.lexis.bits, self.counted.newest
  local names_them = mask & (bits.request | bits.disclosure | bits.apply) ~= 0
  if newest and newest.table ~= claim.table and not names_them then return nil end
  if not is_on_topic(self, claim.table, clause, mask, claim.bare) then return nil end
  local of = claim.later and (newest or clause.mask & bits.none ~= 0) and claim.later or claim.of
  return {of}, nil, claim.table, claim.soft
end

-- 重复申请2件, 信访3件: results where results are counted already, or their group is named; of their own they are what came
-- in. What an office does not hold can be nothing but a result.
local function goes_on(self, clause, table_id, mask)
  local newest, reason = self.counted.newest, clause.rows[1].reason
  if self.groups[reason] or clause.rows[1].clear then return mask & self.lexis.bits.receive == 0 end
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

-- 科研机构、社会公益组织和其他组织: the columns that are added up.
local function all_of(columns)
  local list = {}
  for i, column in ipairs(columns) do list[i] = column.of[1] end
  return list
end

--- What a clause speaks of.
-- @param self the Reader of the sentence
-- @param mask its marks without those of its kind
-- @param alone whether it says of itself what it is: nothing is taken from the number before it
-- @return `{rows, columns, sum, table, soft, assumed, parent}`: of `sum` all columns are added up; `assumed` where the
-- office may count otherwise; nil where it is not understood
function subjects.of(self, clause, mask, alone)
  local own_rows, own_columns = clause.rows, clause.columns
  local row, column = own_rows[1], own_columns[1]
  local table_id = (row and own_rows or own_columns).table
  if table_id == false or column and own_columns.table ~= table_id then return nil end
  local rows, parent, claim_soft
  if row then
    if mask & ~self.lexis.tables[table_id].with ~= 0 or not is_on_topic(self, table_id, clause, mask) then
      return nil
    end
    rows = row_readings(clause)
    if own_rows.reasons and not alone and not goes_on(self, clause, table_id, mask) then return nil end
  elseif table_id or clause.flags & flags.etc == 0 then
    rows, parent, table_id, claim_soft = rows_of_claim(self, clause, mask, table_id, alone)
  end
  if not rows then return nil end
  local declared, sum = self.lexis.tables[table_id], nil
  if #own_columns > 1 then
    if is_everybody(self, own_columns) then column = nil
    else sum = all_of(own_columns) end
  end
  local verb = self.verbs[table_id]
  local close = is_close(self, declared, clause, mask)
  local soft = own_rows.soft or own_columns.soft or claim_soft or close == false
               or column and column.exact and lacks_column(self, rows, column)
               or declared.soft and not column and not verb
  return {rows = rows, columns = column and column.of or verb or declared.column, table = table_id,
          soft = soft or false, parent = parent, assumed = close == nil or own_rows.assumed, sum = sum,
          has_column = column ~= nil, column = column and column.of[1], loose = row and row.loose}
end

return subjects

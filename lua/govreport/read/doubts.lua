--- What speaks against a row that an alignment proposes.

local doubts = {}

-- Whether a record that has the whole label of one row alone has more numbers behind it than those of the row.
local function has_more(r, record)
  if record.count ~= 1 or not record.named[r] then return false end
  for _, value in ipairs(record.values) do
    if value.is_number and value.row ~= r and value.start > record.start then return true end
  end
  return false
end

-- Whether numbers stand in the text of a row's label: they may be its values, printed closely.
local function has_numbers_in_label(self, r)
  for _, text in ipairs(self.texts_of_row[r]) do
    if text.printed:find("%d +%d") then return true end
  end
  return false
end

-- Whether a row without its label in front shares a run of values with one that has it, while its own label stands
-- somewhere else as a whole: the run has more values than its label.
local function is_beside_own_label(self, r)
  if self:is_labelled(r) or not self:stands_whole(r) then return false end
  for other, list in pairs(self.of_row) do
    local shares = self.runs[list[#list]] == self.runs[self.of_row[r][1]]
    if other ~= r and shares and self:is_labelled(other) then return true end
  end
  return false
end

-- Whether a piece of another row's label ends right in front of the values of a row without its own.
local function follows_other(self, r)
  local texts = self:texts_before(r)
  local other = #texts > 0 and texts[#texts].row
  return other and other ~= r and self.of_row[other] ~= nil
end

-- So much of a label is no other word: bytes.
local least_piece = 9

-- Whether a text is a piece of the label of another row of the gap, and of none of its own or its groups.
local function is_piece_of_other(self, text, r)
  local own, row = text.own, self.rows[r]
  if #own < least_piece then return false end
  for _, list in ipairs{row.own, row.own_groups} do
    for _, label in ipairs(list) do
      if label:find(own, 1, true) then return false end
    end
  end
  for _, other in ipairs(self.rows) do
    for _, label in ipairs(other.own) do
      if label:find(own, 1, true) then return true end
    end
  end
  return false
end

-- Whether a caption of a table is a text.
local function has_caption(self, text)
  for _, caption in ipairs(self.captions) do
    if text.own:find(caption, 1, true) then return true end
  end
  return false
end

-- So many characters of a label begin no other one.
local least_prefix = 4

-- With what the labels of all rows of the gap begin: each beginning once.
local function prefixes_of(self)
  if self.prefixes then return self.prefixes end
  local list, seen = {}, {}
  for _, row in ipairs(self.rows) do
    for _, label in ipairs(row.own) do
      local stop = utf8.offset(label, least_prefix + 1)
      local prefix = stop and label:sub(1, stop - 1)
      if prefix and not seen[prefix] then seen[prefix], list[#list + 1] = true, prefix end
    end
  end
  self.prefixes = list
  return list
end

-- Whether on a record with values of a row the label of another row of the gap begins. In what is part of its own label
-- none does.
local function begins_other(self, r)
  local own = self.rows[r].all_own
  for _, record in ipairs(self.records_of_row[r]) do
    local printed = record.letters
    for _, prefix in ipairs(not own:find(printed, 1, true) and prefixes_of(self) or {}) do
      if printed:find(prefix, 1, true) and not own:find(prefix, 1, true) then return true end
    end
  end
  return false
end

-- Whether less than half of a text is made of the characters of a row's label and its groups.
local function is_mostly_other(self, text, r)
  if self.rows[r].all_own:find(text.own, 1, true) then return false end
  local known, count, all = {}, 0, 0
  for _, list in ipairs{self.rows[r].own, self.rows[r].own_groups} do
    for _, label in ipairs(list) do
      for _, code in utf8.codes(label) do known[code] = true end
    end
  end
  for _, code in utf8.codes(text.own) do
    all, count = all + 1, count + (known[code] and 1 or 0)
  end
  return 2 * count < all
end

-- Whether the text in front of a row with its label speaks against it: a piece of another label that is left over, a
-- text of which the label explains the smaller part, a caption between the label and its values.
local function is_doubted(self, r)
  local begun = false
  for _, text in ipairs(self:texts_before(r)) do
    if text.row == r and is_mostly_other(self, text, r) then return true end
    if not text.row and is_piece_of_other(self, text, r) or begun and has_caption(self, text) then return true end
    begun = begun or text.row == r
  end
  return false
end

-- Whether what stands on its records speaks against a row, or another record that names it alone and has numbers.
local function is_contradicted(self, r)
  local is_own = {}
  for _, record in ipairs(self.records_of_row[r]) do
    if record.count > 0 and not record.named[r] or has_more(r, record) then return true end
    is_own[record] = true
  end
  for _, record in ipairs(self.naming[r]) do
    if record.numbers > 0 and not is_own[record] then return true end
  end
  return false
end

--- What speaks against a row: "contradicted" by a label, "torn" by text among its values, "strange" text in front of
-- them; nil for nothing.
-- @param self the Stretch
function doubts.of(self, r)
  if has_numbers_in_label(self, r) or begins_other(self, r) then return "contradicted" end
  if is_contradicted(self, r) then return "contradicted" end
  local list = self.of_row[r]
  if self.runs[list[1]] ~= self.runs[list[#list]] then return "torn" end
  if self:is_labelled(r) then return is_doubted(self, r) and "contradicted" or nil end
  if is_beside_own_label(self, r) or follows_other(self, r) then return "contradicted" end
  local front = self:names_in_front(r)
  return front.strange and "strange" or front.others and not front.own and "contradicted" or nil
end

return doubts

--- Whether lines that were moved say something else, as well as they said the first: a row whose values have changed
-- places, values that now stand behind the label of another row, a header whose words have changed places.

local well_formed = {}

-- What stands one after the other: `{c, whole}`, the pieces of a cell that follow each other being one.
local function tokens_of(lines)
  local list = {}
  for _, line in ipairs(lines) do
    for _, run in ipairs(line) do
      local last = list[#list]
      if run.c and last and last.c == run.c then last.text = last.text .. run.text
      elseif run.c then list[#list + 1] = {c = run.c, text = run.text} end
    end
  end
  for _, token in ipairs(list) do token.whole = token.text == token.c.text end
  return list
end

-- The values of each row as they stand, and the rows that have labels.
local function shape_of(tokens)
  local rows, labelled = {}, {}
  for _, token in ipairs(tokens) do
    local c = token.c
    if c.address then
      local row = c.row
      rows[row] = rows[row] or {}
      table.insert(rows[row], c.address)
    elseif c.kind == "label" then labelled[c.rows[1]] = true end
  end
  return rows, labelled
end

-- The labels of rows by what is printed of them.
local function labels_by_text(tokens)
  local by_text = {}
  for _, token in ipairs(tokens) do
    if token.c.kind == "label" then by_text[token.c.text] = token.c end
  end
  return by_text
end

-- The label that pieces of others make up, the last of them in front of values: 一、本年新收政府 · 信息公开申请数量.
local function pieced(pieces, by_text)
  local text
  for i = #pieces, 1, -1 do
    text = pieces[i].text .. (text or "")
    if by_text[text] then return by_text[text] end
  end
end

-- Runs of values between labels: list of `{label, row, values, pure}`; `label` is that in front where it is whole.
-- @param by_text the labels that pieces may make up
local function segments_of(tokens, by_text)
  local list, open, label, pieces = {}, nil, nil, {}
  for _, token in ipairs(tokens) do
    local c = token.c
    if c.address then
      if not open then
        open = {label = label or pieced(pieces, by_text), row = c.row, values = {}, pure = true}
        list[#list + 1] = open
      end
      open.pure = open.pure and open.row == c.row
      table.insert(open.values, c.address)
    else
      if open then pieces = {} end
      pieces[#pieces + 1] = token
      open, label = nil, c.rows and token.whole and c or nil
    end
  end
  return list
end

local function same(a, b) return table.concat(a, " ") == table.concat(b, " ") end

-- Whether all values of a row stand behind another label, or in another order.
local function has_other_rows(before, after)
  local rows, labelled = shape_of(before)
  for _, segment in ipairs(segments_of(after, labels_by_text(before))) do
    local own, label = rows[segment.row], segment.label
    local other = label and label.kind == "label" and label.rows[1] ~= segment.row and rows[label.rows[1]]
    if segment.pure and other and #segment.values == #other then return true end
    if segment.pure and #segment.values == #own then
      local is_other = label and labelled[segment.row] and (label.kind == "group" or label.rows[1] ~= segment.row)
      if is_other or not same(segment.values, own) then return true end
    end
  end
  return false
end

-- The words of each table's header in front of its values, as numbers in their first order; `false` where one is
-- in pieces.
local function headers_of(tokens, numbers)
  local headers, begun = {}, {}
  for _, token in ipairs(tokens) do
    local c = token.c
    if c.address then begun[c.table] = true
    elseif c.kind == "header" and not begun[c.table] then
      if not numbers[c] then
        numbers.count = (numbers.count or 0) + 1
        numbers[c] = numbers.count
      end
      local own = headers[c.table]
      if own == nil then own = {} end
      if not token.whole then own = false end
      if own then own[#own + 1] = numbers[c] end
      headers[c.table] = own
    end
  end
  return headers
end

local function has_other_header(before, after)
  local numbers = {}
  local first, now = headers_of(before, numbers), headers_of(after, numbers)
  for id, words in pairs(first) do
    local own = now[id]
    if words and own and #own == #words and not same(own, words) then return true end
  end
  return false
end

--- Whether lines are another well-made text than those that they were made from.
function well_formed.differs(before, after)
  local first, now = tokens_of(before), tokens_of(after)
  return has_other_rows(first, now) or has_other_header(first, now)
end

return well_formed

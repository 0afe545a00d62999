--- Texts gone wrong: what copying, converting and editing do to the lines of a printed report, one change at a time.
-- Lines and runs as in text_surfaces.lua; lines that are given stay as they are.

local well_formed = require "spec.support.well_formed"

local perturb = {}

-- ---- what a change touches ----------------------------------------------------------------------

--- `cells`: set of addresses of values; `rows`: set of "table.row" whose label; `tables`: set of ids whose header or
-- caption; `other`: whether a heading, a title or prose was touched.
local function nothing_touched() return {cells = {}, rows = {}, tables = {}, other = false} end

local function touch(touched, c)
  if not c then return end
  if c.address then touched.cells[c.address] = true
  elseif c.rows then
    for _, row in ipairs(c.rows) do touched.rows[row] = true end
  elseif c.table then touched.tables[c.table] = true
  else touched.other = true end
end

local function touch_line(touched, line, from)
  for i = from or 1, #line do touch(touched, line[i].c) end
end

-- ---- lines --------------------------------------------------------------------------------------

local function pick(random, list) return list[random(#list)] end

-- The number of one of the lines that are accepted; most often one of a table.
local function some_line(random, lines, accept)
  local in_tables, others = {}, {}
  for number, line in ipairs(lines) do
    if #line > 0 and (not accept or accept(line)) then
      table.insert(line.table and in_tables or others, number)
    end
  end
  local list = (random(6) > 1 or #others == 0) and #in_tables > 0 and in_tables or others
  return #list > 0 and pick(random, list) or nil
end

-- The number of the line that is `step` lines that are not empty below (above where negative).
local function beside(lines, number, step)
  local direction = step > 0 and 1 or -1
  while step ~= 0 do
    number = number + direction
    while lines[number] and #lines[number] == 0 do number = number + direction end
    if not lines[number] then return nil end
    step = step - direction
  end
  return number
end

local function copy(lines) return table.move(lines, 1, #lines, 1, {}) end

-- A copy of a line in which a run is replaced by others.
local function with_run(line, at, ...)
  local own = {table = line.table}
  for i, run in ipairs(line) do
    if i ~= at then own[#own + 1] = run
    else
      for _, other in ipairs{...} do own[#own + 1] = other end
    end
  end
  return own
end

local function length(line)
  local sum = 0
  for _, run in ipairs(line) do sum = sum + utf8.len(run.text) end
  return sum
end

-- The first `count` characters of a line; what is lost or cut is touched.
local function beginning(line, count, touched)
  local own = {table = line.table}
  for _, run in ipairs(line) do
    local size = utf8.len(run.text)
    local left = math.min(size, count)
    if left < size then touch(touched, run.c) end
    if left > 0 then own[#own + 1] = {text = run.text:sub(1, utf8.offset(run.text, left + 1) - 1), c = run.c} end
    count = count - left
  end
  return own
end

-- What a line is of, where it is made of whole cells of one sort alone.
local function sort_of(line)
  local sort
  for _, run in ipairs(line) do
    local c = run.c
    if c then
      local own = c.kind == "value" and "value" or c.rows and "label" or c.table and "word"
      if not own or run.text ~= c.text or sort and sort ~= own then return nil end
      sort = own
    end
  end
  return sort
end

-- ---- the changes --------------------------------------------------------------------------------

-- Each gives the changed lines, what was touched, whether the text may now say something else; nil where it cannot be.

local function delete_line(random, lines)
  local number, touched = some_line(random, lines), nothing_touched()
  local changed = copy(lines)
  touch_line(touched, table.remove(changed, number))
  return changed, touched
end

local function double_line(random, lines)
  local number, touched = some_line(random, lines), nothing_touched()
  local changed = copy(lines)
  table.insert(changed, number + 1, lines[number])
  touch_line(touched, lines[number])
  return changed, touched
end

local function swap_lines(random, lines)
  local a = some_line(random, lines)
  local b = beside(lines, a, random(2) == 1 and 1 or random(8))
  if not b then return nil end
  local changed, touched = copy(lines), nothing_touched()
  changed[a], changed[b] = lines[b], lines[a]
  touch_line(touched, lines[a])
  touch_line(touched, lines[b])
  local sort = sort_of(lines[a])
  return changed, touched, sort ~= nil and sort == sort_of(lines[b]) or well_formed.differs(lines, changed)
end

local function move_line(random, lines)
  local from = some_line(random, lines)
  local step = (random(2) == 1 and 1 or -1) * (random(3) == 1 and random(30) or random(8))
  local to = beside(lines, from, step)
  if not to then return nil end
  local changed, touched, same = copy(lines), nothing_touched(), true
  table.insert(changed, to, table.remove(changed, from))
  touch_line(touched, lines[from])
  local sort = sort_of(lines[from])
  for number = math.min(from, to), math.max(from, to) do
    if #lines[number] > 0 and sort_of(lines[number]) ~= sort then same = false end
  end
  return changed, touched, sort ~= nil and same or well_formed.differs(lines, changed)
end

local function cut_line(random, lines)
  local number = some_line(random, lines, function(line) return length(line) > 1 end)
  local changed, touched = copy(lines), nothing_touched()
  changed[number] = beginning(lines[number], random(length(lines[number]) - 1), touched)
  return changed, touched
end

local function merge_lines(random, lines)
  local number = some_line(random, lines)
  local below = beside(lines, number, 1)
  if not below then return nil end
  local glue, touched, changed = random(2) == 1 and "" or " ", nothing_touched(), copy(lines)
  local line = with_run(lines[number], 0)
  line.table = line.table or lines[below].table
  if glue == "" then
    touch(touched, lines[number][#lines[number]].c)
    touch(touched, lines[below][1].c)
  else
    line[#line + 1] = {text = glue}
  end
  table.move(lines[below], 1, #lines[below], #line + 1, line)
  changed[number] = line
  for _ = number + 1, below do table.remove(changed, number + 1) end
  return changed, touched
end

local han = "[\xE4-\xE9][\x80-\xBF][\x80-\xBF]"
local letters = {"的", "时", "地", "工", "民", "水", "村", "花", "木", "广", "用", "间"}
local ordinals = {["一"] = true, ["二"] = true, ["三"] = true, ["四"] = true, ["五"] = true, ["六"] = true, ["七"] = true,
                  ["八"] = true, ["九"] = true, ["十"] = true}

-- The letters of a run, but none of an ordinal: another ordinal would be another label.
local function letters_of(run)
  local list = {}
  if run.c and run.c.kind ~= "value" and run.c.kind ~= "prose" and run.c.kind ~= "title" then
    for at, letter in run.text:gmatch("()(" .. han .. ")") do
      if not ordinals[letter] then list[#list + 1] = at end
    end
  end
  return list
end

local function change_letter(change)
  return function(random, lines)
    local number = some_line(random, lines, function(line)
      for _, run in ipairs(line) do
        if #letters_of(run) > 0 then return true end
      end
      return false
    end)
    local line, touched, candidates = lines[number], nothing_touched(), {}
    for i, run in ipairs(line) do
      if #letters_of(run) > 0 then candidates[#candidates + 1] = i end
    end
    local i = pick(random, candidates)
    local run, changed = line[i], copy(lines)
    local at = pick(random, letters_of(run))
    touch(touched, run.c)
    local letter = change(run.text:sub(at, at + 2), pick(random, letters))
    local text = run.text:sub(1, at - 1) .. letter .. run.text:sub(at + 3)
    changed[number] = text == "" and with_run(line, i) or with_run(line, i, {text = text, c = run.c})
    return changed, touched
  end
end

-- A line with a value, and the number of that run.
local function some_value(random, lines)
  local function values_of(line)
    local list = {}
    for i, run in ipairs(line) do
      if run.c and run.c.address then list[#list + 1] = i end
    end
    return list
  end
  local number = some_line(random, lines, function(line) return #values_of(line) > 0 end)
  return number, pick(random, values_of(lines[number]))
end

-- A value and what separates it from its neighbour.
local function lose_value(random, lines)
  local number, at = some_value(random, lines)
  local line, touched, changed = lines[number], nothing_touched(), copy(lines)
  touch(touched, line[at].c)
  local own = with_run(line, at)
  local separator = own[at - 1] and not own[at - 1].c and at - 1 > 1 and at - 1 or own[at] and not own[at].c and at
  if separator then own = with_run(own, separator) end
  if #own > 0 then changed[number] = own else table.remove(changed, number) end
  return changed, touched
end

-- A value whose place still shows.
local function empty_value(random, lines, surface)
  if not surface.blank then return nil end
  local number, at = some_value(random, lines)
  local run, touched, changed = lines[number][at], nothing_touched(), copy(lines)
  touch(touched, run.c)
  if surface.blank == "space" then
    changed[number] = with_run(lines[number], at, {text = (" "):rep(utf8.len(run.text))})
  else
    changed[number] = with_run(lines[number], at)
  end
  return changed, touched
end

local marks = {"— %d —", "- %d -", "%d", "第 %d 页", "第%d页 共9页", "%d / 9", "\f%d"}

local function put_page_mark(random, lines)
  local number = some_line(random, lines)
  local changed = copy(lines)
  local mark = pick(random, marks):format(random(9))
  table.insert(changed, number + 1, {{text = mark}, table = lines[number].table})
  return changed, nothing_touched()
end

local function cut_text(random, lines)
  local number = some_line(random, lines)
  local touched, changed = nothing_touched(), table.move(lines, 1, number - 1, 1, {})
  changed[number] = beginning(lines[number], random(length(lines[number])), touched)
  for below = number + 1, #lines do touch_line(touched, lines[below]) end
  touched.other = true
  return changed, touched
end

--- The kinds of changes: `{name, function(random, lines, surface)}`.
perturb.kinds = {
  {"line deleted", delete_line},
  {"line doubled", double_line},
  {"lines swapped", swap_lines},
  {"line cut", cut_line},
  {"lines merged", merge_lines},
  {"line moved", move_line},
  {"letter wrong", change_letter(function(_, other) return other end)},
  {"letter lost", change_letter(function() return "" end)},
  {"letter added", change_letter(function(letter, other) return letter .. other end)},
  {"value lost", lose_value},
  {"value emptied", empty_value},
  {"page mark", put_page_mark},
  {"text cut", cut_text},
}

local function same_text(a, b)
  local function text(lines)
    local texts = {}
    for i, line in ipairs(lines) do
      local own = {}
      for k, run in ipairs(line) do own[k] = run.text end
      texts[i] = table.concat(own)
    end
    return table.concat(texts, "\n")
  end
  return text(a) == text(b)
end

--- Changes lines in one way.
-- @return `{kind, lines, touched, ambiguous}`; `ambiguous` where the text is another one that is well made, as where
-- two values have changed places
function perturb.apply(random, lines, surface)
  while true do
    local kind = pick(random, perturb.kinds)
    local changed, touched, ambiguous = kind[2](random, lines, surface)
    if changed and not same_text(changed, lines) then
      return {kind = kind[1], lines = changed, touched = touched, ambiguous = ambiguous or false}
    end
  end
end

return perturb

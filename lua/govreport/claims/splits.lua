--- Numbers that a sentence takes apart: 发布信息1286条，其中网站812条，微信公众号474条. No table need hold them: what is
-- compared is the sentence with itself.
--
-- The parts of a number follow 其中, one in each clause, in the unit of the number. What follows a semicolon may be a
-- part, or something else: both are tried. Parts need not be all that there is, so that less than the whole is no
-- difference, unless the list is closed and the whole is a slip of the pen away from their sum; more than the whole is
-- one, also where there is one part alone.

local lpeg = require "lpeg"
local anchors = require "govreport.text.anchors"
local core = require "govreport.core"
local meanings = require "govreport.claims.meanings"
local prose = require "govreport.text.prose"
local stretch = require "govreport.text.stretch"

local P, S, R, V = lpeg.P, lpeg.S, lpeg.R, lpeg.V
local Cc, Cp, Ct = lpeg.Cc, lpeg.Cp, lpeg.Ct

local splits = {}

-- ---- clauses ------------------------------------------------------------------------------------

local d = R"09"
local digits = prose.digits
local scale = P"万" + "亿"
local measure = prose.measure - (P"年" + "月" + "日" + "%")
local quantity = Ct(Cc"quantity" * Cp() * digits * Cp() * scale^-1 * Cp() * measure * Cp())
local percent = Ct(Cc"percent" * Cp() * digits * Cp() * "%" * Cp())
local narrow_stop, wide_stops = S",;:()\n\v\x1C\x1D\x1E\x1F", {"。", "、"}
local stop = narrow_stop + wide_stops[1] + wide_stops[2]
-- A clause is its start, its numbers, its stop and the mark that ends it.
-- 县(市、区)7.8万条
local plain_bracket = P"(" * (1 - S"()\n" - d)^0 * ")"
local other = plain_bracket + stretch.without(narrow_stop + d, wide_stops)
local clause = P{
  Ct(Cp() * Ct((percent + V"quantity" + Ct(Cc"number" * digits) + other)^0) * Cp() * lpeg.C(stop + -1)),
  quantity = quantity,
}
local bracket = P"(" * (1 - S"()\n")^0 * ")"

-- Words of a clause whose number is no part: what it grew by, what it is on the average, what it is more than.
local asides = core.words{"增", "减", "较", "比上", "同比", "平均", "每", "其中", "超", "余", "近", "约", "名列", "提高", "含",
                        "包括"}
-- Those of a part that is all that is left, and those by which a list of parts is not all that there is.
local rest_words, open_words = core.words{"其他", "其它", "其余"}, core.words{"等", "主要", "重点", "有关"}
local among = core.words{"其中"}
local opening = anchors.set{"其中"}

local scales = {["万"] = 10000, ["亿"] = 100000000}

-- How many digits of a number stand behind its point.
local function places_of(number) return #(number:match("%.(%d+)$") or "") end

-- A number of a clause: value, what one more in its last place is where it is scaled, measure word, place.
local function number_of(text, found)
  local start, digits_stop, measure_start, last = found[2], found[3], found[4], found[5]
  local factor = scales[text:sub(digits_stop, measure_start - 1)]
  local value = prose.quantity(text, start, digits_stop, measure_start, last)
  if not value then return nil end
  local step = factor and meanings.tens(-places_of(text:sub(start, digits_stop - 1)), factor) or 0
  return {value = value, step = step, factor = factor or 1, start = start, stop = last,
          measure = text:sub(measure_start, last - 1)}
end

-- What stands in front of the share of a part: 占36.9%, 占总数的60%.
local of_whole = {["占"] = true, ["占比"] = true, ["占比为"] = true, ["比例为"] = true, ["占总数"] = true, ["占总数的"] = true,
                  ["占总量的"] = true, ["占总数量的"] = true, ["占全部的"] = true, ["约占"] = false}

local function share_of(text, item, found)
  if of_whole[text:sub(item[1], found[2] - 1)] then
    return {digits = text:sub(found[2], found[3] - 1), start = found[2], stop = found[4]}
  end
end

-- The only quantity of a clause, as a part of a number with a measure word.
local function part_of(text, item, whole)
  local numbers = item[2]
  if #numbers ~= 1 or numbers[1][1] ~= "quantity" then return nil end
  if asides:has(text, item[1], item[3]) then return nil end
  local part = number_of(text, numbers[1])
  if not part or part.measure ~= whole.measure then return nil end
  part.clause = item[1]
  part.rest = rest_words:has(text, item[1], part.start)
  return part
end

-- Marks behind the last part of a sentence.
local ends = {["。"] = true, [";"] = true, ["\n"] = true, [""] = true}

-- The parts that follow a position. `cut` is how many of them stand before the first semicolon; `closed` holds the
-- number of those behind which the list ends and that are said to be all.
local function parts_from(text, at, whole)
  local parts, is_open = {closed = {}}, false
  while true do
    local item = clause:match(text, at)
    local start, last, mark = item[1], item[3], item[4]
    local part = part_of(text, item, whole)
    local first = not part and parts[1] and item[2][1]
    local share = first and first[1] == "percent" and share_of(text, item, first)
    if part then parts[#parts + 1] = part
    elseif share then parts[#parts].share = share
    elseif #item[2] > 0 or last > start and mark ~= "、" or among:has(text, start, last) then break
    end
    is_open = is_open or open_words:has(text, start, last)
    if part and ends[mark] and not is_open then parts.closed[#parts] = true end
    at = last + #mark
    if mark == "(" and part then at = bracket:match(text, last) or at
    elseif mark == ";" then parts.cut = parts.cut or #parts
    elseif not (mark == "," or mark == "、" or mark == ":" and #parts == 0 or mark == "(" or mark == ")") then break
    end
    if mark == "(" and not part then break end
  end
  parts.cut = parts.cut or #parts
  return parts
end

-- The parts up to where they make up the whole, or up to the semicolon.
local function cut_off(whole, parts)
  local count = splits.judge(whole, parts).count
  for i = #parts, count + 1, -1 do parts[i] = nil end
  return parts
end

-- ---- splits -------------------------------------------------------------------------------------

-- A number that ends a clause, in front of 其中.
local number_before = digits * scale^-1 * measure * (S",:;(" + P"。") * -1
-- The last bytes of what may stand between them.
local ends_number = {}
for _, mark in ipairs{",", ":", ";", "(", "。"} do ends_number[mark:byte(-1)] = true end

-- No number in front of 其中 is longer. Bytes.
local longest_number = 48
-- So much of a clause is quoted. Bytes.
local longest_clause = 120

-- Where the clause of a number begins.
local function clause_start(text, at)
  local before = text:sub(math.max(1, at - longest_clause), at - 1)
  local mark, full = before:match("^.*()[,;:\n\v\x1C-\x1F]"), before:match("^.*()。")
  return at - #before + math.max(mark or 0, full and full + 2 or 0)
end

-- The number that stands in front of a position, with a mark behind it.
local function whole_before(text, at)
  local from = math.max(1, at - longest_number)
  local before = text:sub(from, at - 1)
  local offset = before:match("()%d[%d.,]*[^%d]*$")
  local start = offset and from + offset - 1
  if not start or text:find("^[%d.,]", start - 1) or not number_before:match(before, offset) then return nil end
  local found = quantity:match(text, start)
  return found and number_of(text, found)
end

-- What is taken apart into what stands behind a position: `{whole, parts}`; nil where nothing is.
-- @param whole where it stands is known, but not yet where its clause begins
local function split_from(text, at, whole)
  local parts = parts_from(text, text:find("^[,:]", at) and at + 1 or at, whole)
  if #parts >= 2 then cut_off(whole, parts) end
  local alone = #parts == 1 and splits.judge(whole, parts).verdict == "differs"
  if #parts < 2 and not alone then return nil end
  whole.clause = clause_start(text, whole.start)
  return {whole = whole, parts = parts}
end

--- The numbers of a text that are taken apart.
-- @param text see `govreport.text.running_text`
-- @param is_told a function that tells whether the number at a position is one of a table: nothing is looked for where
-- the first part is. That can only be the first number behind 其中.
-- @return list of `{whole, parts}`: a number is `{value, step, start, stop, measure, clause}`, `step` what one more in
-- its last place is where it is rounded, else 0, `clause` where its clause begins; a part may have its `share` of
-- the whole, and `rest` where it is all the rest;
-- `parts.cut` is how many there are before the first semicolon, `parts.closed` holds the counts behind which the list
-- ends
function splits.of(text, is_told)
  local content, list, number = text.text, {}, 0
  for _, at in ipairs(text:places(opening)) do
    if ends_number[content:byte(at - 1)] then
      local start = at + #"其中"
      if number < start then number = content:find("%d", start) end
      if not number then break end
      local whole = not is_told(number) and whole_before(content, at)
      list[#list + 1] = whole and split_from(content, start, whole) or nil
    end
  end
  return list
end

-- ---- judging ------------------------------------------------------------------------------------

-- Twice the least and the most that a number, or a sum of them, can be.
local function bounds_of(numbers, count)
  local low, high = 0, 0
  for i = 1, count do
    local number = numbers[i]
    low, high = low + 2 * number.value - number.step, high + 2 * number.value + 2 * number.step
  end
  return low, high
end

local function sum_of(parts, count)
  local sum = 0
  for i = 1, count do sum = sum + parts[i].value end
  return sum
end

-- 173769万条 against 75656条 and 98113条: the whole has another unit than its parts.
local function is_other_unit(whole, sum, parts)
  for i = 1, #parts do
    if parts[i].factor ~= 1 then return false end
  end
  return whole.factor > 1 and whole.value == whole.factor * sum
end

-- Whether a number is another with two neighbouring digits exchanged.
local function is_exchanged(one, another)
  for i = 1, #one - 1 do
    if one:sub(1, i - 1) .. one:sub(i, i + 1):reverse() .. one:sub(i + 2) == another then return true end
  end
  return false
end

-- Whether one digit in front of the last is one more: other numbers are as near to each other by chance.
local function is_one_more(one, another)
  return #one == #another and tostring(math.tointeger(one) - math.tointeger(another)):find("^10+$") ~= nil
         and one:sub(-1) == another:sub(-1)
end

-- A digit that is one more says something of several parts, or of a round whole whose parts make up a round number.
local function is_slip(one, another, is_sure)
  return is_exchanged(one, another) or is_sure and is_one_more(one, another)
end

local several = 3
local least_slip = 100   -- of smaller numbers one digit says little

-- 公开信息36840条，其中网站12874条、部门15236条、其他8370条 of a list that is closed: what is left is less than any part,
-- and the number is that of the sum with two digits exchanged, or one of them one more, in the places that it has.
local function is_miswritten(whole, parts, count, sum)
  if not parts.closed[count] or math.type(whole.value) ~= "integer" or math.type(sum) ~= "integer" then return false end
  local step, least = math.max(whole.step, 1), math.huge
  for i = 1, count do
    if parts[i].step ~= 0 then return false end
    least = math.min(least, parts[i].value)
  end
  local left = whole.value - sum
  if math.type(step) ~= "integer" or left <= 0 or left >= least or sum % step ~= 0 then return false end
  return sum // step >= least_slip
         and is_slip(tostring(whole.value // step), tostring(sum // step), count >= several or step > 1)
end

--- Judges a split.
-- @return as `claims.agreement`: `verdict`, `sum` of the parts, `count` of them, `unit` where the whole has a wrong one
function splits.judge(whole, parts)
  local low, high = bounds_of({whole}, 1)
  for _, count in ipairs{math.min(parts.cut, #parts), #parts} do
    local least, most = bounds_of(parts, count)
    if count >= 2 and least <= high and low <= most then
      return {verdict = "agrees", sum = sum_of(parts, count), count = count}
    end
  end
  local count = math.min(math.max(parts.cut, 1), #parts)
  local sum = sum_of(parts, count)
  if count >= 2 and is_other_unit(whole, sum, parts) then
    return {verdict = "differs", sum = sum, count = count, unit = true}
  end
  local least, most = bounds_of(parts, count)
  local is_more = least > high
  local is_less = count >= 2 and most < low and parts[count].rest
  local differs = is_more or is_less or count >= 2 and is_miswritten(whole, parts, count, sum)
  return {verdict = differs and "differs" or "open", sum = sum, count = count}
end

return splits

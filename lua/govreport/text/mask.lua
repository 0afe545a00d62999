--- Numbers that belong to a person: resident identity numbers, mobile numbers, bank cards. Finds them in any text, and
-- hides them.

local lpeg = require "lpeg"
local core = require "govreport.core"

local P, S, R, B, C, Cp, Ct = lpeg.P, lpeg.S, lpeg.R, lpeg.B, lpeg.C, lpeg.Cp, lpeg.Ct

local mask = {}

--- No such number, with what stands between its digits, has more characters.
mask.longest = 24

-- ---- what looks like one ------------------------------------------------------------------------

local wide = P"\xEF\xBC" * R"\x90\x99"                       -- ０-９
local digit = R"09" + wide
local sep = S" -" + P"\xEF\xBC\x8D"
local check_letter = S"Xx" + P"\xEF\xBC\xB8" + P"\xEF\xBD\x98"
local letter = R("az", "AZ")
local d3, d4 = digit * digit * digit, digit * digit * digit * digit

-- Part of a longer name, path or number: index numbers, addresses, codes with letters.
local open_before = -B(letter + R"09" + S"_=&/-.")
local open_after = -(letter + digit + S"_=&/-." * (letter + digit))
-- A quantity, however long.
local counted = sep^-1 * (P"元" + "万" + "亿" + "件" + "条" + "次" + "人" + "个" + "项" + "份" + "页" + "户" + "吨" + "平方" + "%")

local number = d4 * d4 * d3 * digit^0 * check_letter^-1        -- 13812345678
             + d3 * sep * d4 * sep * d4                        -- 138-1234-5678
             + d4 * sep * d4 * sep * d4 * sep * d4 * (sep * digit * digit^-2)^-1   -- 6222 0212 3456 7890
local candidate = open_before * Cp() * number * open_after * -counted * Cp()
local all = Ct((candidate + R"09"^1 + wide^1 + 1)^0)

-- Such a number has as many digits and more; what is in front of them and behind them is looked at so far, in bytes.
local least_digits, before, behind = 11, 1, 12

-- What looks like one in a text: a flat list of start and stop.
local function candidates(text)
  local list, stretches = {}, core.long_numbers(text, least_digits)
  for i = 1, #stretches, 2 do
    local start, stop = stretches[i], stretches[i + 1]
    local base = math.max(1, start - before) - 1
    local found = all:match(text:sub(base + 1, stop + behind - 1), start - base)
    for k = 1, #found, 2 do
      if base + found[k] < stop then list[#list + 1], list[#list + 2] = base + found[k], base + found[k + 1] end
    end
  end
  return list
end

-- ---- what is one --------------------------------------------------------------------------------

local provinces = {}
for code in ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83")
            :gmatch("%d+") do
  provinces[code] = true
end

local days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

-- Who is named in a report was born in these years; the long numbers of files hold dates of later ones.
local first_birth, last_birth = 1920, 2007

local function is_birthday(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  return year >= first_birth and year <= last_birth and days[month] ~= nil and day >= 1 and day <= days[month]
end

local weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
local check_characters = "10X98765432"

local function has_identity_check(digits)
  local sum = 0
  for i, weight in ipairs(weights) do sum = sum + weight * (digits:byte(i) - 48) end
  local remainder = sum % 11
  return check_characters:sub(remainder + 1, remainder + 1) == digits:sub(18)
end

local function is_identity(digits)
  if not provinces[digits:sub(1, 2)] then return false end
  if #digits == 18 then
    return is_birthday(digits:sub(7, 10), digits:sub(11, 12), digits:sub(13, 14)) and has_identity_check(digits)
  end
  return #digits == 15 and digits:find("^%d+$") ~= nil
         and is_birthday("19" .. digits:sub(7, 8), digits:sub(9, 10), digits:sub(11, 12))
end

local function has_luhn(digits)
  local sum = 0
  for i = #digits, 1, -1 do
    local value = digits:byte(i) - 48
    if (#digits - i) % 2 == 1 then value = value * 2 end
    sum = sum + (value > 9 and value - 9 or value)
  end
  return sum % 10 == 0
end

-- 62: cards of this country, 16 to 19 digits; 4 and 51-55: others, 16.
local function is_card(digits)
  if digits:find("X", 1, true) or #digits < 16 or #digits > 19 then return false end
  local known = digits:find("^62") or #digits == 16 and digits:find("^4") or #digits == 16 and digits:find("^5[1-5]")
  return known ~= nil and not digits:find("^(%d)%1+$") and has_luhn(digits)
end

local function kind_of(digits, separated)
  if #digits == 11 and digits:find("^1[3-9]%d+$") then return "mobile" end
  if not separated and is_identity(digits) then return #digits == 18 and "identity" or "old_identity" end
  return is_card(digits) and "card" or nil
end

local function narrow(text)
  if not text:find("\xEF", 1, true) then return text:upper() end
  text = text:gsub("\xEF\xBC([\x90-\x99])", function(byte) return string.char(byte:byte() - 0x60) end)
  return (text:gsub("\xEF\xBC\xB8", "X"):gsub("\xEF\xBD\x98", "X"):gsub("\xEF\xBC\x8D", "-"):upper())
end

-- ---- hiding -------------------------------------------------------------------------------------

local kept = {mobile = {3, 4}, identity = {3, 4}, old_identity = {3, 3}, card = {4, 4}}
local character = C(wide + check_letter + R"09")
local characters = Ct((character + C(1))^0)

-- As wide as it was: a caret below it still fits.
local function hide(text, kind)
  local first, last = kept[kind][1], kept[kind][2]
  if text:find("^[%dXx]+$") then return text:sub(1, first) .. ("*"):rep(#text - first - last) .. text:sub(-last) end
  local list = characters:match(text)
  local count, seen = 0, 0
  for _, c in ipairs(list) do count = count + (character:match(c) and 1 or 0) end
  for i, c in ipairs(list) do
    if character:match(c) then
      seen = seen + 1
      if seen > first and seen <= count - last then list[i] = #c == 1 and "*" or "＊" end
    end
  end
  return table.concat(list)
end

-- ---- the interface ------------------------------------------------------------------------------

--- The numbers of persons in a text.
-- @return list of `{kind, start, stop, separated, masked}`: kind is "mobile", "identity" (18 digits), "old_identity"
-- (15) or "card"; `stop` is behind the last byte; `separated` where spaces or hyphens stand between the digits
function mask.find(text)
  local list, positions = {}, candidates(text)
  for i = 1, #positions, 2 do
    local start, stop = positions[i], positions[i + 1]
    local printed = narrow(text:sub(start, stop - 1))
    local digits, separators = printed:gsub("[ -]", "")
    local kind = kind_of(digits, separators > 0)
    if kind then
      list[#list + 1] = {kind = kind, start = start, stop = stop, separated = separators > 0,
                         masked = hide(text:sub(start, stop - 1), kind)}
    end
  end
  return list
end

--- The text with all such numbers hidden; as wide as before.
function mask.text(text)
  local found = mask.find(text)
  if #found == 0 then return text end
  local pieces, from = {}, 1
  for _, number_found in ipairs(found) do
    pieces[#pieces + 1] = text:sub(from, number_found.start - 1)
    pieces[#pieces + 1] = number_found.masked
    from = number_found.stop
  end
  pieces[#pieces + 1] = text:sub(from)
  return table.concat(pieces)
end

return mask

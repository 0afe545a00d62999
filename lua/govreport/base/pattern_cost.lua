--- How many steps a pattern of Lua may take at most on a text: string.find tries every length of every repetition, so
-- that four `.-` on a page take years. Nobody can stop it when it runs; so it is known before.
--
--   pattern_cost(".-.-.-.-b", ("a"):rep(600))   -- 600 starts, each with 600^4 ways: 7.8e13
--   pattern_cost("^%s*(.-)%s*$", text)          -- one start; a run of blanks is short
--   pattern_cost("收到.-件", text)              -- as many starts as the words stand in the text

-- Scripts have other methods of strings, which ask here first.
local find, gmatch, gsub, match, sub = string.find, string.gmatch, string.gsub, string.match, string.sub

-- Where a class, [...], ends that begins at a place of a pattern.
local function class_end(pattern, at)
  local i = at + (sub(pattern, at + 1, at + 1) == "^" and 2 or 1)
  repeat
    local c = sub(pattern, i, i)
    i = i + (c == "%" and 2 or 1)
  until c == "" or sub(pattern, i, i) == "]"
  return i
end

-- The last byte of the item that begins at a place: a character, a class, `%x`.
local function item_end(pattern, at)
  local c = sub(pattern, at, at)
  if c == "[" then return class_end(pattern, at) end
  return c == "%" and at + 1 or at
end

-- The longest run of bytes that an item takes in a text.
local function longest_run(item, text)
  if item == "." then return #text end
  local longest = 0
  for start, stop in gmatch(text, "()" .. item .. "+()") do longest = math.max(longest, stop - start) end
  return longest
end

local repeats = {["*"] = true, ["+"] = true, ["-"] = true}

-- In how many ways the repetitions of a pattern may match at one place of a text.
local function ways(pattern, text, limit)
  local product, i, runs = 1, 1, {}
  while i <= #pattern and product <= limit do
    local special = sub(pattern, i, i + 1)
    local stop = item_end(pattern, i)
    local quantifier = sub(pattern, stop + 1, stop + 1)
    if special == "%b" or special == "%f" or find(special, "^%%%d") then
      product = product * (special == "%f" and 1 or #text + 1)
      i = i + (special == "%b" and 4 or 2)
    elseif find(special, "^[()]") then
      i = i + 1
    elseif repeats[quantifier] then
      local item = sub(pattern, i, stop)
      runs[item] = runs[item] or longest_run(item, text)
      product = product * (runs[item] + 1.0)
      i = stop + 2
    else
      product = product * (quantifier == "?" and 2 or 1)
      i = stop + (quantifier == "?" and 2 or 1)
    end
  end
  return product
end

-- So many bytes of a pattern, the words of it or a class, are compared in about one step.
local bytes_a_step = 64

-- In how many places of a text a pattern may begin to match: where its first words stand, or its first item.
local function starts(pattern, text)
  local words = match(pattern, "^[^%^%$%(%)%%%.%[%]%*%+%-%?]+") or ""
  if find(pattern, "^[%*%+%-%?]", #words + 1) then words = sub(words, 1, -2) end   -- repeated: it may be missing
  if words ~= "" then return select(2, gsub(text, words, "")) end
  local stop = item_end(pattern, 1)
  local item, quantifier = sub(pattern, 1, stop), sub(pattern, stop + 1, stop + 1)
  local is_needed = find(item, "^%%%a") and not find(item, "^%%[bf]") or find(item, "^%[.")
  if not is_needed or quantifier ~= "" and quantifier ~= "+" and find(quantifier, "^[%*%-%?]") then return #text + 1 end
  return select(2, gsub(text, item, ""))
end

--- The most steps that string.find, match or gsub may take; gmatch for a pattern without "^".
-- @param limit beyond which nobody cares for the exact number
-- @return float
return function(pattern, text, limit)
  limit = limit or math.huge
  local anchored, each = sub(pattern, 1, 1) == "^", math.max(1.0, #pattern / bytes_a_step)
  local looking = (#text + 1.0) * each   -- finding out takes as long
  if looking > limit then return looking end
  local product = ways(anchored and sub(pattern, 2) or pattern, text, limit)
  if anchored then return each * product end
  return looking + (product > 1 and starts(pattern, text) * each * product or 0)
end

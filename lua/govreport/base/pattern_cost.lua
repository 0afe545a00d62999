--- How many steps a pattern of Lua may take at most on a text: string.find tries every length of every repetition, so
-- that four `.-` on a page take years. Nobody can stop it when it runs; so it is known before.
--
--   pattern_cost(".-.-.-.-b", ("a"):rep(600))   -- 600 starts, each with 600^4 ways: about 1e14
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

-- So many bytes of a pattern, of its words or of a class, are compared in one step.
local bytes_a_step = 4

-- The steps that a match of a pattern takes at most at one place of a text: how often its parts are tried, each time
-- with what it takes to look at them; and to find out how long the runs are that its repetitions take.
local function steps_at_a_place(pattern, text, limit)
  local ways, steps, looking, i, runs = 1, 0, 0, 1, {}
  local length = #text + 1.0
  while i <= #pattern and steps + looking <= limit do
    local special = sub(pattern, i, i + 1)
    local stop = item_end(pattern, i)
    local quantifier = sub(pattern, stop + 1, stop + 1)
    if special == "%b" or find(special, "^%%%d") then   -- matches in one way
      steps = steps + ways * length
      i = i + (special == "%b" and 4 or 2)
    elseif special == "%f" then   -- its class is no item: what is behind repeats nothing
      local last = item_end(pattern, i + 2)
      steps = steps + ways * (last - i + 1) / bytes_a_step
      i = last + 1
    elseif find(special, "^[()]") then
      i = i + 1
    elseif repeats[quantifier] then
      local item = sub(pattern, i, stop)
      local each = math.max(1, #item / bytes_a_step)
      if not runs[item] then
        looking = looking + (item == "." and 0 or length * each)
        if looking > limit then break end
        runs[item] = longest_run(item, text)
      end
      ways = ways * (runs[item] + 1.0)
      steps = steps + ways * each
      i = stop + 2
    else
      ways = ways * (quantifier == "?" and 2 or 1)
      steps = steps + ways * (stop - i + 1) / bytes_a_step
      i = stop + (quantifier == "?" and 2 or 1)
    end
  end
  return math.max(steps, 1.0), looking
end

-- Words in front of a pattern are looked for up to so many bytes.
local most_words = 16

-- In how many places some words stand in a text, those that begin in others as well: "aa" in "aaa" twice.
local function places_of(words, text)
  local shift = 1   -- by which they stand in themselves
  while sub(words, shift + 1) ~= sub(words, 1, -shift - 1) do shift = shift + 1 end
  return select(2, gsub(text, words, "")) * math.ceil(#words / shift)
end

-- In how many places of a text a pattern may begin to match: where its first words stand, or its first item. And the
-- steps that it takes to find out.
local function starts(pattern, text, limit)
  local words = match(pattern, "^[^%^%$%(%)%%%.%[%]%*%+%-%?]+") or ""
  if find(pattern, "^[%*%+%-%?]", #words + 1) then words = sub(words, 1, -2) end   -- repeated: it may be missing
  words = sub(words, 1, most_words)
  local stop = item_end(pattern, 1)
  local item, quantifier = sub(pattern, 1, stop), sub(pattern, stop + 1, stop + 1)
  local is_needed = find(item, "^%%%a") and not find(item, "^%%[bf]") or find(item, "^%[.")
  if words == "" and (not is_needed or quantifier ~= "" and find(quantifier, "^[%*%-%?]")) then
    return #text + 1, #text + 1.0
  end
  local looking = (#text + 1.0) * math.max(1, #(words ~= "" and words or item) / bytes_a_step)
  if looking > limit then return 0, looking end
  return words ~= "" and places_of(words, text) or select(2, gsub(text, item, "")), looking
end

--- The most steps that string.find, match or gsub may take; gmatch for a pattern without "^".
-- @param limit beyond which nobody cares for the exact number
-- @return float
return function(pattern, text, limit)
  limit = limit or math.huge
  if sub(pattern, 1, 1) == "^" then
    local steps, looking = steps_at_a_place(sub(pattern, 2), text, limit)
    return looking + steps
  end
  local places, finding = starts(pattern, text, limit)
  if finding > limit then return finding end
  local steps, looking = steps_at_a_place(pattern, text, limit)
  return finding + looking + places * steps
end

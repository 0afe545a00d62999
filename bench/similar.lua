--- Measures how near-identical parts are found among many reports, apart from reading these.
--
--   make bench-parts
--   lua5.4 bench/similar.lua [NUMBER]     of texts; 10000 if left out
--
-- The texts are made up: a third of each is a pattern that all have, the rest is taken from a pool of sentences; one in
-- five is a copy of another one with a sentence or two changed.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or "build") .. package.cpath

local near_duplicates = require "govreport.text.near_duplicates"
local core = require "govreport.core"
local generate = require "spec.support.generate"

local number = math.tointeger(tonumber(arg[1])) or 10000
local sentences_in_text = 30

local function sentence(random)
  local list = {}
  for i = 1, 10 + random(20) do list[i] = utf8.char(0x4E00 + random(random(2) == 1 and 300 or 4000)) end
  return table.concat(list) .. "。"
end

local function list_of(random, count)
  local list = {}
  for i = 1, count do list[i] = sentence(random) end
  return list
end

local function copy_of(random, text)
  local other = table.move(text, 1, #text, 1, {})
  for _ = 1, random(2) do other[random(#other)] = sentence(random) end
  return other
end

local function original(random, pattern, pool)
  local text = table.move(pattern, 1, #pattern, 1, {})
  for i = #pattern + 1, sentences_in_text do text[i] = pool[random(#pool)] end
  return text
end

local function make_texts()
  local random = generate.random(2024)
  local pattern, pool, lists, texts = list_of(random, sentences_in_text // 3), list_of(random, 5 * number), {}, {}
  for i = 1, number do
    lists[i] = i > 1 and random(5) == 1 and copy_of(random, lists[random(i - 1)]) or original(random, pattern, pool)
    texts[i] = table.concat(lists[i])
  end
  return texts
end

local function line(name, start, extra)
  print(("  %-34s %8.3f s%s"):format(name, os.clock() - start, extra or ""))
end

local texts = make_texts()
local characters, kept, sets = 0, 0, {}
for _, text in ipairs(texts) do characters = characters + utf8.len(text) end
print(("%d texts of %d characters on average"):format(number, characters // number))

local start = os.clock()
for i, text in ipairs(texts) do sets[i] = core.shingles(text) end
for _, set in ipairs(sets) do kept = kept + set.memory end
line("shingles", start, ("  %.1f KB a text"):format(kept / number / 1024))

collectgarbage()
local before = collectgarbage("count")
start = os.clock()
local groups, compared = near_duplicates.groups(sets, {at_least = 0.8, common = 0.2, least_common = 10})
line("groups", start, ("  %d groups, %d comparisons of %d, %.1f KB a text beside"):format(
  #groups, compared, number * (number - 1) // 2, (collectgarbage("count") - before) / number))

--- Groups of near-identical texts among many, against each compared with each.

local near_duplicates = require "govreport.text.near_duplicates"
local core = require "govreport.core"
local generate = require "spec.support.generate"

local options = {at_least = 0.8, common = 0.2, least_common = 10}

local function sentence(random)
  local list = {}
  for i = 1, 8 + random(12) do list[i] = utf8.char(0x4E00 + 7 * random(2500)) end
  return table.concat(list)
end

local function sentences(random, count)
  local list = {}
  for i = 1, count do list[i] = sentence(random) end
  return list
end

-- A copy with some of its sentences in other words.
local function copy(random, list, changes)
  local other = table.move(list, 1, #list, 1, {})
  for _ = 1, changes do other[random(#other)] = sentence(random) end
  return other
end

local function set_of(list) return core.shingles(table.concat(list, "。")) end

-- Texts of which one in three is a copy of an earlier one, with up to ten of its twenty sentences changed.
local function sets_with_copies(random, count)
  local texts, sets = {}, {}
  for i = 1, count do
    texts[i] = i > 1 and random(3) == 1 and copy(random, texts[random(i - 1)], random(11) - 1) or sentences(random, 20)
    sets[i] = set_of(texts[i])
  end
  return sets
end

-- The number of the group of each set; 0 for none.
local function group_numbers(groups, count)
  local numbers = {}
  for i = 1, count do numbers[i] = 0 end
  for number, group in ipairs(groups) do
    for _, i in ipairs(group) do numbers[i] = number end
  end
  return numbers
end

describe("groups of near-identical texts", function()
  it("hold every pair that is as alike as asked for", function()
    for _, at_least in ipairs{0.5, 0.8, 0.9} do
      local sets = sets_with_copies(generate.random(11), 500)
      local groups, compared = near_duplicates.groups(sets, {at_least = at_least, common = 0.2, least_common = 10})
      local number, found = group_numbers(groups, #sets), 0
      for i = 1, #sets do
        for k = i + 1, #sets do
          if near_duplicates.ratio(sets[i], sets[k]) >= at_least then
            found = found + 1
            assert.is_true(number[i] > 0 and number[i] == number[k], i .. " and " .. k)
          end
        end
      end
      assert.is_true(found >= 20, at_least .. ": " .. found)
      assert.is_true(compared < 500 * 499 / 2 / 10, compared .. " comparisons")
    end
  end)

  it("hold no text that is less alike to all others", function()
    local sets = sets_with_copies(generate.random(12), 500)
    for _, group in ipairs((near_duplicates.groups(sets, options))) do
      for _, i in ipairs(group) do
        local best = 0
        for _, k in ipairs(group) do
          if k ~= i then best = math.max(best, near_duplicates.ratio(sets[i], sets[k])) end
        end
        assert.is_true(best >= options.at_least)
      end
    end
  end)

  it("come the largest first, each in order", function()
    local sets = sets_with_copies(generate.random(13), 300)
    local groups = near_duplicates.groups(sets, options)
    for i, group in ipairs(groups) do
      if groups[i - 1] then assert.is_true(#groups[i - 1] >= #group) end
      for k = 2, #group do assert.is_true(group[k - 1] < group[k]) end
    end
  end)

  it("are the same on every run", function()
    local first = near_duplicates.groups(sets_with_copies(generate.random(14), 300), options)
    assert.same(first, (near_duplicates.groups(sets_with_copies(generate.random(14), 300), options)))
  end)

  it("are not made by wording that all have", function()
    local random, sets = generate.random(15), {}
    local pattern = sentences(random, 85)
    for i = 1, 60 do
      sets[i] = set_of(table.move(sentences(random, 15), 1, 15, 86, table.move(pattern, 1, 85, 1, {})))
    end
    assert.same({}, (near_duplicates.groups(sets, options)))
    local all = near_duplicates.groups(sets, {at_least = 0.65, common = 1, least_common = 10})
    assert.equal(60, #all[1])
  end)

  it("are made by one text that most have taken whole", function()
    local random, sets = generate.random(16), {}
    local pattern = sentences(random, 60)
    for i = 1, 60 do sets[i] = set_of(i % 3 > 0 and copy(random, pattern, 1) or sentences(random, 60)) end
    local groups = near_duplicates.groups(sets, options)
    assert.equal(1, #groups)
    assert.equal(40, #groups[1])
  end)

  it("put equal texts together without comparing them", function()
    local random, sets = generate.random(17), {}
    local text = sentences(random, 20)
    for i = 1, 200 do sets[i] = set_of(text) end
    local groups, compared = near_duplicates.groups(sets, options)
    assert.equal(200, #groups[1])
    assert.equal(0, compared)
  end)

  it("grow with their members, not with their pairs", function()
    local random, sets = generate.random(18), {}
    local pattern = sentences(random, 40)
    for i = 1, 2000 do sets[i] = set_of(copy(random, pattern, 1)) end
    local groups, compared = near_duplicates.groups(sets, options)
    assert.equal(2000, #groups[1])
    assert.is_true(compared < 4000, compared .. " comparisons")
  end)

  it("of nothing are none", function() assert.same({}, (near_duplicates.groups({}, options))) end)
end)

describe("rows of a signature", function()
  it("are as many as leave next to no pair unseen", function()
    local before = 0
    for _, at_least in ipairs{0.3, 0.5, 0.7, 0.8, 0.9, 1.0} do
      local rows = near_duplicates.rows(at_least)
      assert.is_true(rows >= before)
      before = rows
      if rows > 1 then assert.is_true((1 - at_least ^ rows) ^ (128 // rows) <= 1e-6) end
    end
    assert.equal(4, near_duplicates.rows(0.8))
  end)
end)

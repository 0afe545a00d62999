--- The shortest script against one that is looked for by brute force.

local generate = require "spec.support.generate"
local lcs = require "govreport.base.lcs"
local sweep = require "spec.support.sweep"

-- The number of items that two lists have in common at most: the table of all beginnings.
local function longest(a, b)
  local before = {}
  for k = 0, #b do before[k] = 0 end
  for i = 1, #a do
    local now = {[0] = 0}
    for k = 1, #b do now[k] = a[i] == b[k] and before[k - 1] + 1 or math.max(before[k], now[k - 1]) end
    before = now
  end
  return before[#b]
end

-- The lengths that the hunks leave as common, after checking that what lies between them is the same.
local function common(a, b, hunks)
  local i, k, count = 1, 1, 0
  local function same(until_a)
    while i < until_a do
      assert.equal(a[i], b[k])
      i, k, count = i + 1, k + 1, count + 1
    end
  end
  for _, hunk in ipairs(hunks) do
    assert.is_true(hunk.n > 0 or hunk.m > 0)
    same(hunk.a)
    assert.equal(hunk.b, k)
    i, k = i + hunk.n, k + hunk.m
  end
  same(#a + 1)
  assert.equal(#b + 1, k)
  return count
end

local function random_list(random, length, letters)
  local list = {}
  for i = 1, length do list[i] = random(letters) end
  return list
end

describe("the shortest script", function()
  it("is as short as the one found by brute force", function()
    local random = generate.random(7)
    for case = 1, sweep(3000) do
      local letters = 1 + random(4)
      local a, b = random_list(random, random(13) - 1, letters), random_list(random, random(13) - 1, letters)
      local hunks = lcs.hunks(a, b)
      assert.equal(longest(a, b), common(a, b, hunks), "case " .. case)
    end
  end)

  it("is so for longer lists", function()
    local random = generate.random(8)
    for _ = 1, 20 do
      local a = random_list(random, 200 + random(100), 5 + random(100))
      local b = table.move(a, 1, #a, 1, {})
      for _ = 1, random(80) do
        if random(2) == 1 then table.remove(b, random(#b)) else table.insert(b, random(#b), random(50)) end
      end
      assert.equal(longest(a, b), common(a, b, lcs.hunks(a, b)))
    end
  end)

  local cases = {
    {name = "of equal lists is empty", a = {1, 2, 3}, b = {1, 2, 3}, hunks = {}},
    {name = "of empty lists is empty", a = {}, b = {}, hunks = {}},
    {name = "adds all to an empty list", a = {}, b = {1, 2}, hunks = {{a = 1, n = 0, b = 1, m = 2}}},
    {name = "takes all from a list", a = {1, 2}, b = {}, hunks = {{a = 1, n = 2, b = 1, m = 0}}},
    {name = "replaces one item", a = {1, 2, 3}, b = {1, 9, 3}, hunks = {{a = 2, n = 1, b = 2, m = 1}}},
    {name = "joins neighbouring stretches", a = {1, 2, 3, 4}, b = {1, 8, 9, 4}, hunks = {{a = 2, n = 2, b = 2, m = 2}}},
  }
  for _, case in ipairs(cases) do
    it(case.name, function() assert.same(case.hunks, lcs.hunks(case.a, case.b)) end)
  end

  it("is bounded: lists with nothing in common count as different as a whole", function()
    local a, b = {}, {}
    for i = 1, 5000 do a[i], b[i] = i, -i end
    assert.same({{a = 1, n = 5000, b = 1, m = 5000}}, lcs.hunks(a, b))
  end)
end)

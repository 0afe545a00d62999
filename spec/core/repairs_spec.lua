--- The search for the smallest changes with which sums hold, beside one that tries everything.

local core = require "govreport.core"
local generate = require "spec.support.generate"

local budget = 1000000
local most = 26   -- the largest value that is tried

-- ---- trying everything --------------------------------------------------------------------------

local function holds(sums, values)
  for _, terms in ipairs(sums) do
    local sum = 0
    for i = 1, #terms, 2 do sum = sum + terms[i + 1] * values[terms[i]] end
    if sum ~= 0 then return false end
  end
  return true
end

-- The only value of a cell with which a sum of it holds; nil where no sum has it.
local function value_for(sums, values, cell)
  for _, terms in ipairs(sums) do
    local rest, own = 0, nil
    for i = 1, #terms, 2 do
      if terms[i] == cell then own = terms[i + 1] else rest = rest + terms[i + 1] * values[terms[i]] end
    end
    if own then return -own * rest end
  end
end

-- Whether the sums hold with some values of the cells of `open` from the k-th on; `each` sees the values.
local function try(cells, sums, values, open, k, each)
  if k > #open then
    if not holds(sums, values) then return false end
    each(values)
    return true
  end
  local cell, found = cells[open[k]], false
  local old, only = values[open[k]], k == #open and value_for(sums, values, open[k])
  for value = only or cell.low or -most, only or most do
    if value >= (cell.low or value) and value % (cell.step or 1) == 0 then
      values[open[k]] = value
      found = try(cells, sums, values, open, k + 1, each) or found
    end
  end
  values[open[k]] = old
  return found
end

-- All sets of `size` cells with a value, each as a list.
local function subsets(cells, size, from, set, list)
  if #set == size then
    list[#list + 1] = table.move(set, 1, size, 1, {})
    return list
  end
  for i = from, #cells do
    if cells[i].value then
      set[#set + 1] = i
      subsets(cells, size, i + 1, set, list)
      set[#set] = nil
    end
  end
  return list
end

-- The sets of a size that are repairs: the values that their cells can have, by the set's cells.
local function repairs_of(cells, sums, size)
  local found, count = {}, 0
  for _, set in ipairs(subsets(cells, size, 1, {}, {})) do
    local open, values, range = {}, {}, {}
    for i, cell in ipairs(cells) do
      values[i] = cell.value or false
      if not cell.value then open[#open + 1] = i end
    end
    table.move(set, 1, #set, #open + 1, open)
    local possible = try(cells, sums, values, open, 1, function(solution)
      for _, i in ipairs(set) do
        range[i] = range[i] or {low = solution[i], high = solution[i]}
        range[i].low, range[i].high = math.min(range[i].low, solution[i]), math.max(range[i].high, solution[i])
      end
    end)
    if possible then found[table.concat(set, " ")], count = range, count + 1 end
  end
  return found, count
end

-- ---- random systems -----------------------------------------------------------------------------

-- Some cells, with sums of them that held before some of the cells were changed.
local function random_system(random, options)
  local cells, truth, sums = {}, {}, {}
  local count = 3 + random(4)
  for i = 1, count do truth[i] = random(4) - 1 end
  for _ = 1, random(4) do
    local terms, sum = {}, 0
    for i = 1, count do
      if random(2) == 1 then
        local sign = random(3) == 1 and -1 or 1
        terms[#terms + 1], terms[#terms + 2] = i, sign
        sum = sum + sign * truth[i]
      end
    end
    if sum ~= 0 then   -- one more cell makes it hold
      count = count + 1
      truth[count] = sum > 0 and sum or -sum
      terms[#terms + 1], terms[#terms + 2] = count, sum > 0 and -1 or 1
    end
    if #terms > 0 then sums[#sums + 1] = terms end
  end
  local step = options.step or 1
  for i = 1, count do cells[i] = {value = step * truth[i], low = 0, step = step} end
  for _ = 1, random(3) do
    local cell = cells[random(count)]
    cell.value = random(6) - 1
  end
  for _ = 1, options.unknown do
    local cell = cells[random(count)]
    cell.value = nil
    if options.missing and random(2) == 1 then cell.low = nil end
  end
  if options.signed then cells[random(count)].low = nil end
  return cells, sums
end

local function keys(list)
  local by_key, count = {}, 0
  for _, repair in ipairs(list) do
    local set = {}
    for i, change in ipairs(repair) do set[i] = change.cell end
    assert.is_nil(by_key[table.concat(set, " ")], "a set comes twice")
    by_key[table.concat(set, " ")], count = repair, count + 1
  end
  return by_key, count
end

-- Compares the answer with that of trying everything, for repairs of up to `largest` cells.
local function compare(cells, sums, largest, where)
  local found = assert(core.repairs(cells, sums, budget))
  for size = 0, largest do
    local wanted, count = repairs_of(cells, sums, size)
    if count > 0 then
      local own, own_count = keys(found)
      assert.equal(count, own_count, where)
      for set, range in pairs(wanted) do
        assert.is_truthy(own[set], where .. ": lacks " .. set)
        for _, change in ipairs(own[set]) do
          local true_range = range[change.cell]
          assert.is_true(not change.low or change.low <= true_range.low, where .. ": low of " .. set)
          assert.is_true(not change.high or change.high >= true_range.high, where .. ": high of " .. set)
        end
      end
      return size
    end
  end
  assert.is_true(#found == 0 or #found[1] > largest, where .. ": too small")
end

describe("the smallest repairs", function()
  local cases = {
    {name = "of cells with values", count = 500, options = {unknown = 0}, largest = 2},
    {name = "of cells that may be negative", count = 150, options = {unknown = 0, signed = true}, largest = 2},
    {name = "of cells that must be even", count = 150, options = {unknown = 0, step = 2}, largest = 2},
    {name = "beside an unknown cell", count = 150, options = {unknown = 1}, largest = 2},
    {name = "beside two unknown cells", count = 150, options = {unknown = 2}, largest = 1},
    {name = "beside cells of which nothing is known", count = 100, largest = 1,
     options = {unknown = 2, missing = true}},
  }
  for number, case in ipairs(cases) do
    it("are those that trying everything finds: " .. case.name, function()
      local sizes = {}
      for seed = 1, case.count do
        local cells, sums = random_system(generate.random(seed + 1000 * number), case.options)
        local size = compare(cells, sums, case.largest, case.name .. " " .. seed) or "more"
        sizes[size] = (sizes[size] or 0) + 1
      end
      for size = 0, case.largest do assert.is_true((sizes[size] or 0) > 0, "no case of size " .. size) end
    end)
  end

  it("are the same whatever the order of cells and sums", function()
    for seed = 1, 100 do
      local cells, sums = random_system(generate.random(seed), {unknown = seed % 2})
      local count, turned_cells, turned_sums = #cells, {}, {}
      for i = 1, count do turned_cells[count + 1 - i] = cells[i] end
      for i, terms in ipairs(sums) do
        local turned = {}
        for k = 1, #terms, 2 do turned[k], turned[k + 1] = count + 1 - terms[k], terms[k + 1] end
        turned_sums[#sums + 1 - i] = turned
      end
      local one, size = keys(assert(core.repairs(cells, sums, budget)))
      local other = assert(core.repairs(turned_cells, turned_sums, budget))
      assert.equal(size, #other, seed)
      for _, repair in ipairs(other) do
        local set = {}
        for i, change in ipairs(repair) do set[#repair + 1 - i] = count + 1 - change.cell end
        assert.is_truthy(one[table.concat(set, " ")], seed)
      end
    end
  end)

  it("are none where all sums hold, but for the empty one", function()
    assert.same({{}}, (core.repairs({{value = 1, low = 0}, {value = 1, low = 0}}, {{1, 1, 2, -1}}, budget)))
  end)

  it("are as small as is asked for, or not sought", function()
    local cells, sums = {}, {}
    for i = 1, 6 do cells[i] = {value = i % 2, low = 0} end
    for i = 1, 5, 2 do sums[#sums + 1] = {i, 1, i + 1, -1} end
    assert.equal(8, #core.repairs(cells, sums, budget))
    assert.equal(8, #core.repairs(cells, sums, budget, 3))
    assert.same({}, (core.repairs(cells, sums, budget, 2)))
  end)

  it("change a cell below its least value in any case", function()
    local cells = {{value = -2, low = 0}, {value = 5, low = 0}, {value = 1, low = 0}}
    local function change(cell, value) return {cell = cell, low = value, high = value} end
    assert.same({{change(1, 0), change(2, 1)}, {change(1, 0), change(3, 5)}},
                (core.repairs(cells, {{1, 1, 2, 1, 3, -1}, {1, 1}}, budget)))
  end)

  it("give bounds where a value is not certain", function()
    local cells = {{value = 3, low = 0}, {low = 0}, {value = 2, low = 0}}
    assert.same({{{cell = 1, low = 0, high = 2}}, {{cell = 3, low = 3}}},
                (core.repairs(cells, {{1, 1, 2, 1, 3, -1}}, budget)))
  end)

  it("are given up after so many steps, and not one earlier", function()
    local cells, sums = random_system(generate.random(77), {unknown = 0})
    local found, steps = core.repairs(cells, sums, budget)
    assert.is_true(#found > 0 and steps > 10)
    assert.same({found, steps}, {core.repairs(cells, sums, steps)})
    assert.same({nil, steps}, {core.repairs(cells, sums, steps - 1)})
  end)

  it("need cells and sums that there can be", function()
    local cells = {{value = 1, low = 0}}
    assert.error_matches(function() core.repairs(cells, {{2, 1}}, budget) end, "no such term")
    assert.error_matches(function() core.repairs(cells, {{1, 2}}, budget) end, "no such term")
    assert.error_matches(function() core.repairs({{value = 1.5}}, {}, budget) end, "no integer")
    assert.error_matches(function() core.repairs({{value = 1, step = 0}}, {}, budget) end, "not above 0")
    assert.error_matches(function() core.repairs({{value = 10 ^ 15 | 0}}, {}, budget) end, "15 significant digits")
    assert.error_matches(function() core.repairs(cells, {}, -1) end, "below 0")
  end)
end)

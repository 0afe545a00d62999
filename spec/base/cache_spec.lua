--- What is kept for the next time, within a bound.

local cache = require "govreport.base.cache"
local forms = require "govreport.form"
local govreport = require "govreport"
local html_tables = require "spec.support.html_tables"

describe("a cache", function()
  it("gives what was put, and nothing else", function()
    local own = cache.new(10)
    assert.is_nil(own:get "a")
    assert.are.equal("x", own:put("a", "x"))
    assert.are.equal("x", own:get "a")
    assert.is_nil(own:get "b")
    own:put("no", false)
    assert.is_false(own:get "no")
  end)

  it("never holds more than its bound, however much comes", function()
    local own = cache.new(100)
    for i = 1, 10000 do
      own:put(i, i)
      assert.is_true(own:count() <= 100)
    end
    local weighed = cache.new(100)
    for i = 1, 1000 do
      weighed:put(i, i, i % 60)
      local sum = 0
      for k = 1, i do sum = sum + (weighed:get(k) and k % 60 or 0) end
      assert.is_true(sum <= 100, ("%d after %d"):format(sum, i))
    end
  end)

  it("keeps what is asked for again and again, and forgets the rest", function()
    local own = cache.new(20)
    own:put("often", 1)
    for i = 1, 1000 do
      own:put(i, i)
      assert.are.equal(1, own:get "often")
    end
    assert.are.equal(1000, own:get(1000))
    assert.is_nil(own:get(1))
  end)

  it("does not keep what outweighs half of it, and loses nothing by it", function()
    local own = cache.new(10)
    own:put("small", 1, 2)
    assert.are.equal(7, own:put("large", 7, 6))
    assert.is_nil(own:get "large")
    assert.are.equal(1, own:get "small")
  end)
end)

-- The cells of a report, as text.
local function cells_of(page)
  local report = assert(govreport.parse(page, {format = "html"}))
  local text = govreport.render(report, "tsv")
  report:close()
  return text
end

describe("what is kept of the tables of reports", function()
  local id = "cn_disclosure_2021"
  local form = forms.compiled(id)

  it("stays within its bound, and reads the same whether it is kept or not", function()
    local most, fresh = 0, {}
    for seed = 1, 150 do
      local page = html_tables.report(seed, forms.declared(id), 2022)
      local text = cells_of(page)
      if seed <= 20 then fresh[seed] = text end
      most = math.max(most, form.plans.weight)
    end
    assert.is_true(most > 0 and most <= form.plans.most // 2)
    for seed = 1, 20 do
      assert.are.equal(fresh[seed], cells_of(html_tables.report(seed, forms.declared(id), 2022)))
    end
    form.plans = cache.new(form.plans.most)
    for seed = 1, 20 do
      assert.are.equal(fresh[seed], cells_of(html_tables.report(seed, forms.declared(id), 2022)))
    end
  end)
end)

local seen_rows = require "govreport.read.seen_rows"

describe("the rows that were met in a report", function()
  local t, other = { id = "t" }, { id = "u" }
  local seen
  local function in_block(slots) return { block = 3, slots = slots } end

  before_each(function() seen = seen_rows.new() end)

  it("are none at first", function()
    assert.is_nil(seen:get(t, 1))
    assert.is_nil(seen:any(t))
    assert.is_true(seen:is_empty(t))
  end)

  it("are those of each table by itself", function()
    seen:put(t, 1, { 10, 20 })
    assert.same({ 10, 20 }, seen:get(t, 1))
    assert.is_nil(seen:get(other, 1))
    assert.is_false(seen:is_empty(t))
    assert.is_true(seen:is_empty(other))
    assert.same({ 10, 20 }, seen:any(t))
  end)

  it("may be noted all at once", function()
    seen:put_run(t, { { 4, 5 }, { 7, 8 } }, in_block)
    assert.same({ block = 3, slots = { 7, 8 } }, seen:get(t, 2))
    assert.is_nil(seen:get(t, 3))
    assert.is_false(seen:is_empty(t))
    assert.equal(3, seen:any(t).block)
  end)

  it("may come one by one behind those noted at once", function()
    seen:put_run(t, { { 4, 5 } }, in_block)
    seen:put(t, 2, { 30 })
    assert.same({ block = 3, slots = { 4, 5 } }, seen:get(t, 1))
    assert.same({ 30 }, seen:get(t, 2))
    seen:forget(t, 2)
    assert.is_nil(seen:get(t, 2))
    assert.is_false(seen:is_empty(t))
  end)
end)

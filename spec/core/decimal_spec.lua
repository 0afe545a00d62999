local govreport = require "govreport"

local decimal, ratio = govreport.decimal, govreport.ratio

describe("a decimal", function()
  local readable = {
    { "0", "0" }, { "-0", "0" }, { "12", "12" }, { "00012", "12" }, { "-7", "-7" },
    { "0.1", "0.1" }, { "-0.10", "-0.1" }, { "3264500.00", "3264500" }, { "184.206153", "184.206153" },
    { "999999999999999", "999999999999999" }, { "0.000000000000001", "0.000000000000001" },
  }
  for _, case in ipairs(readable) do
    it("is read from " .. case[1], function()
      assert.equal(case[2], tostring(decimal(case[1])))
    end)
  end

  local refused = {
    { "", "number.syntax" }, { "1 2", "number.syntax" }, { "1e5", "number.syntax" }, { "0x10", "number.syntax" },
    { "1.", "number.syntax" }, { ".5", "number.syntax" }, { "+1", "number.syntax" }, { "１", "number.syntax" },
    { "9999999999999999", "number.range" }, { "0.0000000000000001", "number.range" },
  }
  for _, integer in ipairs{1000000000000000, -1000000000000000, math.maxinteger, math.mininteger} do
    it("is not made of " .. integer, function()
      local value, message, code = decimal(integer, {lang = "en"})
      assert.same({nil, "number.range"}, {value, code})
      assert.matches("'" .. integer .. "' ", message, 1, true)
    end)
  end

  for _, case in ipairs(refused) do
    it("is not read from '" .. case[1] .. "'", function()
      local value, message, code = decimal(case[1], {lang = "en"})
      assert.is_nil(value)
      assert.equal(case[2], code)
      assert.equal("'" .. case[1] .. "' ", message:sub(1, #case[1] + 3))
    end)
  end

  it("is an integer of Lua where it is whole", function()
    assert.equal("integer", math.type(decimal("3.0")))
    assert.equal("integer", math.type(decimal("0.5") + decimal("0.5")))
    assert.equal("integer", math.type(decimal("0.5") * 4))
    assert.equal("userdata", type(decimal("3.5")))
  end)

  it("calculates exactly", function()
    assert.equal("0.3", tostring(decimal("0.1") + decimal("0.2")))
    assert.equal("-0.1", tostring(decimal("0.1") - decimal("0.2")))
    assert.equal("1.1", tostring(1 + decimal("0.1")))
    assert.equal("0.9", tostring(1 - decimal("0.1")))
    assert.equal("0.02", tostring(decimal("0.1") * decimal("0.2")))
    assert.equal("-0.1", tostring(-decimal("0.1")))
  end)

  it("is equal to what has the same value", function()
    assert.is_true(decimal("0.10") == decimal("0.1"))
    assert.is_false(decimal("0.1") == decimal("0.2"))
    assert.is_false(decimal("0.5") == 1)
  end)

  it("has an order, among integers too", function()
    assert.is_true(decimal("0.1") < decimal("0.12"))
    assert.is_true(decimal("-0.5") < 0)
    assert.is_true(2 > decimal("1.5"))
    assert.is_true(decimal("1.5") <= decimal("1.50"))
    assert.is_false(decimal("1.5") >= 2)
  end)

  local tenth = decimal("0.1")
  local floats = {
    ["a sum"] = function() return tenth + 0.5 end,
    ["a sum from the left"] = function() return 0.5 + tenth end,
    ["a difference"] = function() return tenth - 0.5 end,
    ["a product"] = function() return tenth * 2.0 end,
    ["a comparison"] = function() return tenth < 0.5 end,
    ["a comparison from the right"] = function() return 0.5 <= tenth end,
    ["a ratio"] = function() return ratio(0.5, 1, 2) end,
    ["the conversion"] = function() return decimal(0.5) end,
  }
  for name, calculate in pairs(floats) do
    it("refuses a float in " .. name, function()
      assert.error_matches(calculate, "float is not exact")
    end)
  end

  it("refuses text in a calculation", function()
    assert.error_matches(function() return tenth + "1" end, 'got a string: write govreport%.decimal%("1"%)')
    assert.error_matches(function() return nil + tenth end, "an integer or a govreport%.Decimal is expected, got nil")
    assert.error_matches(function() return tenth < {} end, "is expected, got table")
  end)

  it("says of a float what to write", function()
    assert.error_matches(function() return tenth + 0.25 end, 'govreport%.decimal%("…"%) in place of 0%.25$')
    assert.error_matches(function() return 2.0 * tenth end, "write an integer .* in place of 2%.0$")
  end)

  it("joins with text and numbers", function()
    assert.equal("0.1元", tenth .. "元")
    assert.equal("共0.1", "共" .. tenth)
    assert.equal("0.10.25", tenth .. decimal("0.25"))
    assert.equal("30.1", 3 .. tenth)
    assert.equal("0.10.5", tenth .. 0.5)
    assert.error_matches(function() return tenth .. nil end, "attempt to concatenate a nil value")
    assert.error_matches(function() return {} .. tenth end, "attempt to concatenate a table value")
  end)

  it("is never equal to a float, for Lua does not ask it", function()
    assert.is_false(decimal("0.5") == 0.5)
  end)

  it("refuses a division and names the exact way", function()
    assert.error_matches(function() return tenth / 2 end, "govreport%.ratio")
    assert.error(function() return tenth // 2 end)
    assert.error(function() return tenth % 2 end)
    assert.error(function() return tenth ^ 2 end)
  end)

  it("refuses a result of more than 15 digits", function()
    local largest = decimal("999999999999999")
    assert.error_matches(function() return tenth + largest end, "number%.range")
    assert.error_matches(function() return decimal("1.5") * largest end, "number%.range")
    assert.error_matches(function() return tenth + (10 ^ 15 // 1 | 0) end, "more than 15 digits")
  end)

  it("has no fields and cannot be written to", function()
    assert.error_matches(function() return tenth.value end, "govreport%.Decimal has no field 'value'")
    assert.error_matches(function() tenth.value = 1 end, "read%-only")
    assert.equal("govreport.Decimal", getmetatable(tenth))
  end)
end)

describe("a ratio", function()
  local cases = {
    { 1, 3, 4, "0.3333" }, { 2, 3, 2, "0.67" }, { 7, 161, 4, "0.0435" }, { 1, 8, 2, "0.13" },
    { -1, 8, 2, "-0.13" }, { 1, 2, 0, "1" }, { -1, 2, 0, "-1" }, { 6, 3, 15, "2" }, { 0, 7, 3, "0" },
  }
  for _, case in ipairs(cases) do
    it(("of %d and %d to %d places is rounded half away from zero"):format(case[1], case[2], case[3]), function()
      assert.equal(case[4], tostring(ratio(case[1], case[2], case[3])))
    end)
  end

  it("takes decimals", function()
    assert.equal("0.25", tostring(ratio(decimal("0.5"), 2, 2)))
  end)

  it("has no value for a denominator of 0", function()
    assert.error_matches(function() return ratio(1, 0, 2) end, "number%.inexact")
  end)

  it("has 0 to 15 places", function()
    assert.error_matches(function() return ratio(1, 2, 16) end, "0 to 15 places")
    assert.error_matches(function() return ratio(1, 2, -1) end, "0 to 15 places")
  end)
end)

describe("a product", function()
  local product = require "govreport.core".product

  it("is exact, of integers too", function()
    assert.equal(6, product(2, 3))
    assert.equal("0.5", tostring(product(decimal("0.1"), 5)))
    assert.equal(1, product(decimal("0.5"), 2))
    assert.equal(999999999999999, product(-1, -999999999999999))
  end)

  it("raises where it has more than 15 digits, and wraps around nowhere", function()
    assert.error_matches(function() product(999999999999999, 10000) end, "15 significant digits")
    assert.error_matches(function() product(100000000, 10000000) end, "15 significant digits")
    assert.error_matches(function() product(0.5, 2) end, "a float is not exact")
  end)
end)

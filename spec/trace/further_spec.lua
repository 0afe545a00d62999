--- Of very many numbers, texts and rows that were not understood a trace tells of the first, and how many more there
-- are.

local example = require "spec.support.example"
local govreport = require "govreport"

local most = 1000

-- How many events of some kinds a trace has, by a pattern, and the last of them.
local function count(trace, kinds)
  local found, last = 0, nil
  for i = 1, #trace do
    if trace[i].kind:find(kinds) then found, last = found + 1, trace[i] end
  end
  return found, last
end

-- The example with a run of numbers, of which so many belong to nothing.
local function with_numbers(wanted)
  local function text(number)
    return example.edit(example.text, "（二）依申请公开\n\n", "（二）依申请公开\n\n" .. ("9、"):rep(number) .. "\n\n")
  end
  local function left(number)
    local report <close> = assert(govreport.parse(text(number), {name = "a.txt"}))
    return #report:unaccounted()
  end
  return text(wanted + 10 - left(10) + left(0))
end

local function with_rows(number)
  local front, back = example.page:match("^(.*)(</table>.*)$")
  local rows = {}
  for i = 1, number do rows[i] = "<tr><td>桥梁" .. i .. "号养护</td><td>0</td></tr>" end
  return front .. table.concat(rows) .. back
end

describe("a trace of very many", function()
  for _, case in ipairs{{0, nil}, {5, 5}} do
    local more, left = case[1], case[2]
    it(("numbers, %d more than it tells of"):format(more), function()
      local trace = assert(govreport.trace(with_numbers(most + more), {name = "a.txt"}))
      local told = count(trace, "^number_")
      local found, rest = count(trace, "^numbers_further$")
      assert.equal(most, told)
      assert.equal(left and 1 or 0, found)
      if left then assert.equal(left, rest.fields.count) end
    end)

    it(("rows, %d more than it tells of"):format(more), function()
      local base = count(assert(govreport.trace(with_rows(0), {name = "a.html"})), "^row_unknown$")
      local trace = assert(govreport.trace(with_rows(most - base + more), {name = "a.html"}))
      local found, rest = count(trace, "^deviations_further$")
      assert.equal(most, (count(trace, "^row_unknown$")))
      assert.equal(left and 1 or 0, found)
      if left then assert.equal(left, rest.fields.count) end
    end)
  end
end)

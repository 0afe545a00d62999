--- Where something stands in a list in rising order.

local bisect = require "govreport.base.bisect"

describe("of a list in rising order", function()
  -- Both against a look at each entry.
  local function looked_up_to(list, bound)
    local count = 0
    for _, value in ipairs(list) do count = count + (value <= bound and 1 or 0) end
    return count
  end

  for _, list in ipairs{{}, {3}, {1, 4}, {2, 2, 2}, {1, 3, 3, 5, 8, 8, 9}} do
    it(("the entries are counted that are not above a bound: {%s}"):format(table.concat(list, ", ")), function()
      local entries = {}
      for i, value in ipairs(list) do entries[i] = {start = value} end
      for bound = 0, 10 do
        assert.equal(looked_up_to(list, bound), bisect.up_to(list, bound))
        assert.equal(looked_up_to(list, bound), bisect.up_to(entries, bound, "start"))
      end
    end)
  end

  for _, text in ipairs{"abc", "-abc", "a-b--c", "abc-", "--a"} do
    it("the bytes are counted that were cut out in front of a position: " .. text, function()
      local cuts = {}
      for at in text:gmatch "()%-" do cuts[#cuts + 1] = at end
      local left = text:gsub("%-", "")
      for position = 1, #left do
        local whole = position + bisect.cuts_before(cuts, position)
        assert.equal(left:sub(position, position), text:sub(whole, whole))
      end
    end)
  end
end)

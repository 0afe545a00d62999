--- Files that were cut: nothing is read that was not there.

local example = require "spec.support.example"
local govreport = require "govreport"

local whole = assert(govreport.parse(example.text))

local function rules_of(report)
  local ids = {}
  for found in govreport.check(report):findings() do ids[found.rule] = found end
  return ids
end

describe("a report cut short", function()
  it("keeps the values of what is left, at every tenth byte or so", function()
    for stop = 1000, #example.text, 11 do
      local cut = govreport.parse(example.text:sub(1, stop))
      for id, t in pairs(cut and cut.tables or {}) do
        for row in t:rows() do
          for cell in row:cells() do
            local wanted = whole.tables[id]:cell(row.id, cell.column_id)
            if cell.state ~= "absent" and cell.state ~= "unreadable" then
              assert.equal(wanted.state, cell.state, stop .. " " .. cell.address)
              assert.equal(wanted.value, cell.value, stop .. " " .. cell.address)
            end
          end
        end
      end
    end
  end)

  it("says so when half a character stands at the end", function()
    local received = example.text:find("本年新收", 1, true)
    local cut = assert(govreport.parse(example.text:sub(1, received + 3)))
    local bytes = cut.document.dropped_tail
    assert.equal(1, bytes)
    local found = rules_of(cut)["reading.cut"]
    assert.matches("^文件似在此处中断，最后读到的是“一、本”，其后的“四、", found.message)
  end)

  it("does not trust a cell that the end of the file ends", function()
    local cell = whole.tables.procurement:cell("centralized", "amount")
    local cut = assert(govreport.parse(example.text:sub(1, cell.byte + 3)))
    assert.equal("unreadable", cut.tables.procurement:cell("centralized", "amount").state)
    local ended = assert(govreport.parse(example.text:sub(1, cell.byte_end) .. "\n"))
    assert.equal(3264500, ended.tables.procurement:cell("centralized", "amount").value)
  end)
end)

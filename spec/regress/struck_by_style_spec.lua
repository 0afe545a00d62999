--- A number that a page strikes out by its style, and not by <del>, grew together with the new one beside it: 3 and 25
-- were read as 325.

local styled = require "spec.support.styled"

local granted = "（一）予以公开</td><td " .. styled.cell

local function first_cell(text, rules)
  local report = styled.report({"<meta charset", "<style>" .. (rules or "") .. "</style><meta charset"},
                               {granted .. "17<", granted .. text .. "<"})
  return report.tables.applications:cell("granted", "natural_person")
end

describe("a number beside one that is struck out", function()
  local as_deleted = first_cell "<del>3</del>17"
  for name, page in pairs{
    style = {'<span style="text-decoration: line-through;">3</span>17'},
    ["style among others"] = {"<b style='color:red;text-decoration:line-through red 2px'>3</b>17"},
    ["its line alone"] = {"<i style=text-decoration-line:line-through>3</i>17"},
    class = {'<span class="old">3</span>17', ".old{text-decoration:line-through}"},
    nested = {'<span style="text-decoration:line-through"><span>3</span></span>17'},
  } do
    it("is as beside <del>: " .. name, function()
      local cell = first_cell(table.unpack(page))
      assert.equal(as_deleted.state, cell.state)
      assert.equal(as_deleted.value, cell.value)
      assert.not_equal(317, cell.value)
    end)
  end

  it("is read with what is only underlined or no longer struck out", function()
    assert.equal(317, first_cell('<u style="text-decoration:underline">3</u>17').value)
    assert.equal(317, first_cell('<b class=x style="text-decoration:none">3</b>17',
                                 ".x{text-decoration:line-through}").value)
  end)
end)

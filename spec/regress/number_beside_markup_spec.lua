--- A number grew together with what is struck out or set above the line beside it: 348<sup>1</sup> was read as 3481.

local example = require "spec.support.example"

local file = assert(io.open("examples/report-2021.html", "rb"))
local page = file:read("a")
file:close()

describe("a number beside", function()
  for name, html in pairs{
    ["a note above the line"] = "348<sup>1</sup>", ["a number that is struck out"] = "<s>23</s>348",
    ["a number that was deleted"] = "<del>23</del>348",
  } do
    it(name .. " is not one with it", function()
      local text = example.edit(page, "<td colspan=\"3\">348</td>", "<td colspan=\"3\">" .. html .. "</td>")
      local report = example.report(text)
      assert.equal("unreadable", report.tables.licensing:cell("licenses", "decisions").state)
      assert.equal(1, #example.findings(text, "cells.unreadable"))
    end)
  end
end)

--- A trace says what a table's own pattern read, and why it left what it captured.

local doc = require "spec.support.doc"
local shell = require "spec.support.shell"

local form = [[
local grammar, lpeg = require "govreport.grammar", require "lpeg"
local fill, P = grammar.fill, lpeg.P
return {
  id = "docks", name = "码头简报", sections = {{id = "docks", title = "码头情况"}, {id = "other", title = "其他情况"}},
  tables = {
    {id = "piers", section = "docks", columns = {{id = "count", label = "座数"}},
     rows = {{id = "listed", label = "在册"}, {id = "closed", label = "停用"}},
     grammar = P"码头" * fill "listed" * (P",停用" * fill "closed")^-1 + P"趸船" * fill "lised"
               + P"泊位" * fill("listed", "cuont") + P"航标" * fill("closed", "count", "若干") + P"浮筒" * lpeg.C "若干"},
  },
  detect = {labels = {"码头情况"}},
}
]]

describe("a trace", function()
  local folder
  setup(function() folder = doc.folder{["docks.lua"] = form} end)
  teardown(function() doc.remove(folder) end)

  local function trace(text, more)
    shell.write(folder .. "/docks.txt", text)
    return doc.govreport(folder, "trace --lang en --all --form docks --forms docks.lua docks.txt " .. (more or ""))
  end

  -- What stands in the text; what the trace says.
  for text, wanted in pairs{
    ["码头12个，停用3个"] = {"table: read in full (rows: 2)", "row “停用”, by the table's grammar",
                       "the table's grammar read cells: 2; it was found 1 time(s)", "numbers all 2 are accounted for"},
    ["无"] = {"the table's grammar was not found"},
    ["趸船12个"] = {"the grammar names a row “lised”, which the table lacks, did you mean “listed”?",
                "the table's grammar was found 1 time(s) and filled no cell"},
    ["泊位12个"] = {"the grammar names a column “cuont”, which the table lacks, did you mean “count”?"},
    ["航标若干个"] = {"“若干”, which the grammar captured, is no value of its cell, or part of a number"},
    ["浮筒若干个"] = {"what the grammar captured is no row, column, start and stop; grammar.fill makes one"},
    ["码头12个；码头13个"] = {"the grammar gives one cell several values, none is taken: “12个”"},
  } do
    it("tells of " .. text, function()
      local out = trace("一、码头情况\n\n" .. text .. "。\n")
      for _, line in ipairs(wanted) do assert.matches(line, out, 1, true) end
    end)
  end

  it("tells that the part was not found", function()
    assert.matches("the table's part was not found, its grammar not looked for", trace "二、其他情况\n\n码头12个。\n", 1, true)
  end)

  it("tells that labels have another value", function()
    local out = trace "一、码头情况\n\n| | 座数 |\n|---|---|\n| 在册 | 12 |\n| 停用 | 3 |\n\n码头13个，停用3个。\n"
    assert.matches("“13个”, which the grammar captured, is not what was read by the labels; that counts", out, 1, true)
    assert.matches("numbers all 4 are accounted for", out, 1, true)
  end)

  it("tells of cells", function()
    local out = trace("一、码头情况\n\n码头12个。\n", "--cells")
    assert.matches("piers.listed.count[^\n]*by the table's grammar", out)
    assert.matches("piers.closed.count[^\n]*there is no such row", out)
  end)
end)

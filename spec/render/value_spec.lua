--- Values as a prompt shows them.

local govreport = require "govreport"
local value = require "govreport.render.value"

local function shown(v, lang) return table.concat(value.lines(v, lang or "zh"), "\n") end

describe("a value", function()
  for text, v in pairs{
    ["nil"] = false, ["1"] = 1, ["{}"] = {}, ["[1] 1\n[2] \"a\""] = {1, "a"}, ["a = 1\nb = \"一\""] = {b = "一", a = 1},
    ["[1] 1\n3 = 2\nx = true\nfalse = 0"] = {1, [3] = 2, x = true, [false] = 0}, ["a\nb"] = "a\nb",
  } do
    it("is " .. text:gsub("\n", " "), function()
      assert.equal(text, shown(v or nil))
    end)
  end

  it("moves no cursor", function() assert.equal("a b\nc", shown "a\27b\nc") end)

  it("is cut where it is long", function()
    local list = {}
    for i = 1, 100 do list[i] = i end
    assert.equal(41, #value.lines(list, "zh"))
    assert.equal("… 60", value.lines(list, "zh")[41])
  end)
end)

describe("of a report", function()
  local report = assert(govreport.open "examples/report-with-errors.txt")

  it("the whole is one line", function() assert.equal(tostring(report), shown(report)) end)

  it("a row is a grid of one line", function()
    local lines = value.lines(report.tables.disputes:row "litigation_direct", "zh")
    assert.equal(4, #lines)
    assert.matches("^  未经复议直接起诉", lines[4])
  end)

  it("the tables are grids one below the other, those that are missing named", function()
    local text = shown(report.tables)
    assert.matches("\ndisputes\n", text)
    assert.matches("^instruments\n", text)
  end)

  it("facts, claims and findings are lists", function()
    assert.matches('agency = "云岭市水务局"', shown(report.fields))
    assert.matches("^govreport.Claim: ", shown(report.claims))
    local result = govreport.check(report)
    assert.equal(#result.list, #value.lines(result.list, "zh"))
    assert.equal(tostring(report.tables.disputes:cell("reconsideration", "total")),
                 shown(report.tables.disputes:cell("reconsideration", "total")))
  end)
end)

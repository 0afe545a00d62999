--- Cells as plain values, cell by cell and as tables; sequences.

local core = require "govreport.core"
local example = require "spec.support.example"
local govreport = require "govreport"

-- The page with a blank, a dash and something unreadable.
local spoilt = example.edit(example.page, "<td>19</td><td>6</td><td>1</td><td>2</td><td>2</td><td>0</td><td>30</td>",
                            "<td></td><td>/</td><td>1O</td><td>2</td><td>2</td><td>0</td><td>30</td>")

-- A form with a heading, a split row and cells of other types.
local schema = core.schema{
  form = "form", sections = {}, fields = {},
  tables = {{id = "t", caption = "表一", columns = {{id = "c", label = "列"}},
             rows = {{id = "head", label = "头", heading = true}, {id = "whole", label = "合", parts = 2},
                     {id = "first", label = "甲"}, {id = "second", label = "乙"},
                     {id = "text", label = "文", type = "text"}, {id = "day", label = "日", type = "date"},
                     {id = "yes", label = "是否", type = "flag"}}}},
}

-- A report of it: `values` by the number of the row.
local function report_of(values)
  local text = ""
  for row = 0, 6 do text = text .. (values[row] or "") .. "\n\n" end
  local document = assert(core.parse(text .. "。\n", {format = "text"}))
  local builder = core.builder(document, schema)
  for row, value in pairs(values) do
    local text_of_tape = core.fold(value)
    local start = assert(document.tape:find(text_of_tape, 1, true))
    builder:range(row, start, start + #text_of_tape, false)
  end
  return builder:seal()
end

describe("the values of a report", function()
  it("are those of its cells that count, in their order", function()
    local report = example.report(spoilt)
    local next_value, count = report:values(), 0
    for _, t in pairs(report.tables) do
      for cell in t:cells() do
        local address, value, state = next_value()
        assert.same({cell.address, cell.value, cell.state}, {address, value, state})
        count = count + 1
      end
    end
    assert.is_nil(next_value())
    assert.is_nil(next_value())
    assert.is_true(count > 190)
  end)

  it("are nil for the states without one", function()
    local seen = {}
    for address, value, state in example.report(spoilt):values() do
      if state ~= "number" then
        assert.is_nil(value, address)
        seen[state] = (seen[state] or 0) + 1
      end
    end
    assert.same({blank = 1, dash = 1, unreadable = 1}, seen)
  end)

  it("leave out headings, and the rows in whose place others are printed", function()
    local function rows(values)
      local list = {}
      for address, value in report_of(values):values() do
        list[#list + 1] = address:match("^t%.(%a+)%.c$") .. "=" .. tostring(value)
      end
      return table.concat(list, " ")
    end
    assert.equal("whole=5 text=nil day=nil yes=nil", rows{[1] = "5"})
    assert.equal("first=5 second=nil text=甲乙 day=2021-01-02 yes=true",
                 rows{[2] = "5", [4] = "甲 乙", [5] = "2021年1月2日", [6] = "是"})
  end)

  it("outlive everything else of the report", function()
    local next_value = example.report(example.text):values()
    collectgarbage()
    collectgarbage()
    assert.same({"instruments.administrative_rules.made", 0, "number"}, {next_value()})
  end)
end)

describe("a plain table", function()
  local report = example.report(spoilt)
  local t = report.tables.applications:to_table()

  it("has the value of each cell, or its state where it has none", function()
    assert.equal(30, t.granted.total)
    assert.equal("blank", t.granted.natural_person)
    assert.equal("dash", t.granted.business)
    assert.equal("unreadable", t.granted.research_institution)
    local lacking = example.report(example.without(example.text, "行政事业性收费"))
    assert.equal("absent", lacking.tables.fees:to_table().administrative_fees.change)
  end)

  it("does not let a blank become 0", function()
    assert.equal("blank", t.granted.natural_person or 0)
    assert.error(function() return t.granted.natural_person + 1 end)
  end)

  it("has every cell of the form, and nothing else", function()
    local count = 0
    for row_id, row in pairs(t) do
      for column_id, value in pairs(row) do
        local cell = report:cell("applications", row_id, column_id)
        assert.equal(cell.value == nil and cell.state or cell.value, value)
        count = count + 1
      end
    end
    local rows = 0
    for _ in pairs(t) do rows = rows + 1 end
    assert.equal(7 * rows, count)
    assert.is_nil(getmetatable(t))
  end)

  it("has rows that are not printed, but no headings", function()
    local own = report_of{[1] = "5", [6] = "否"}.tables.t:to_table()
    assert.same({whole = {c = 5}, first = {c = "absent"}, second = {c = "absent"}, text = {c = "absent"},
                 day = {c = "absent"}, yes = {c = false}}, own)
  end)

  it("is there for all tables at once", function()
    local all, count = report:to_table(), 0
    for id, plain in pairs(all) do
      assert.same(report.tables[id]:to_table(), plain)
      count = count + 1
    end
    assert.equal(#report.tables, count)
  end)
end)

describe("a table", function()
  it("iterates over the cells of the rows that count", function()
    local report = report_of{[1] = "5"}
    local rows = {}
    for cell in report.tables.t:cells() do rows[#rows + 1] = cell.row end
    assert.same({"whole", "text", "day", "yes"}, rows)
    -- A row that was asked for gives its cells, whether it counts or not.
    assert.equal("head.c", report.tables.t:row("head"):cells()().address:sub(3))
  end)

  it("is found by its caption", function()
    local report = example.report(example.text)
    assert.is_true(report.tables["第二十条第（五）项"] == report.tables.licensing)
    assert.equal("第二十条第（五）项", report.tables.licensing.caption)
    assert.is_nil(report.tables.applications.caption)
    assert.equal("t", report_of{[1] = "5"}.tables["表一"].id)
    assert.error_matches(function() return report.tables["第二十条第（五）"] end, "did you mean '第二十条第（五）项'%?")
  end)
end)

describe("a sequence of a report", function()
  local report = example.report(example.edit(example.text, "第二十条第（一）项", "第二十条（一）项"))

  for _, name in ipairs{"claims", "deviations", "ledger", "fields", "tables"} do
    it("has #, [i], ipairs: " .. name, function()
      local list, count = report[name], 0
      assert.is_true(#list > 0)
      for i, item in ipairs(list) do
        count = count + 1
        assert.equal(count, i)
        assert.is_true(item == list[i])
      end
      assert.equal(#list, count)
      for _, outside in ipairs{0, -1, #list + 1, math.maxinteger, math.mininteger} do assert.is_nil(list[outside]) end
      assert.equal(("govreport.%s: %d"):format(name:gsub("^%l", string.upper), #list), tostring(list))
    end)

    it("has pairs in the same order: " .. name, function()
      local list, count = report[name], 0
      for key, item in pairs(list) do
        count = count + 1
        assert.is_true(item == list[count])
        local by_id = name == "fields" or name == "tables"
        assert.equal(by_id and item.id or count, key)
      end
      assert.equal(#list, count)
    end)
  end
end)

describe("the parts that a rule sees", function()
  it("have these methods as well", function()
    local seen
    govreport.check(example.report(example.text), {select = {"program"}, rules = {function(report)
      seen = {report:values()(), report:to_table().applications.granted.total, #report:sentences{section = "other"},
              #report:find("行政复议")}
    end}})
    assert.same({"instruments.administrative_rules.made", 26, 2, 3}, seen)
  end)
end)

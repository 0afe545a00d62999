--- A table that was copied a cell a line, each with its bar, keeps blank cells as lines of a sole bar. Those were
-- dropped, the row had too few values, and it was said that they could not be told apart.

local example = require "spec.support.example"
local govreport = require "govreport"

local labels = { "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理" }
local columns = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                  "other_organization", "total" }
local ids = { "received", "brought_forward", "granted", "carried_forward" }

-- The example with the values of some rows as `print` has them, list of texts each; "" for a blank cell.
local function with_rows(print, rows)
  local text = example.text
  for i, values in ipairs(rows) do
    text = example.edit(text, example.row(text, labels[i]), print(labels[i], values))
  end
  return text
end

-- `a |`, `|`; behind the last cell of a row there may be more bars.
local function bar_behind(bar, more)
  return function(label, values)
    local lines = { label .. " " .. bar }
    for _, value in ipairs(values) do lines[#lines + 1] = value == "" and bar or value .. " " .. bar end
    return table.concat(lines, "\n\n") .. "\n\n" .. more .. "\n\n"
  end
end

-- `a`, `|`, `|`, `b`: a bar between two cells.
local function bar_between(label, values)
  local lines = { label }
  for i, value in ipairs(values) do
    if i > 1 then lines[#lines + 1] = "|" end
    if value ~= "" then lines[#lines + 1] = value end
  end
  return table.concat(lines, "\n\n") .. "\n\n"
end

local function read(text)
  local report = assert(govreport.parse(text))
  local rows = {}
  for i, id in ipairs(ids) do
    local states, row = {}, report.tables.applications:row(id)
    for k, column in ipairs(columns) do
      local cell = row:cell(column)
      states[k] = cell.value and tostring(cell.value) or cell.state == "blank" and "" or cell.state
    end
    rows[i] = states
  end
  report:close()
  return rows
end

local whole = {
  { "31", "9", "1", "1", "4", "1", "47" }, { "2", "0", "", "", "", "1", "3" },
  { "17", "", "", "", "", "", "26" }, { "1", "0", "", "0", "", "", "2" },
}

describe("a blank cell that is a line of a sole bar", function()
  local surfaces = {
    { "below a cell with its bar", bar_behind("|", "") },
    { "with wide bars", bar_behind("｜", "") },
    { "with drawn bars", bar_behind("│", "") },
    { "where the row ends in more bars", bar_behind("|", "||") },
    { "where the row ends in more bars on lines of their own", bar_behind("|", "|\n\n|") },
    { "between bars that stand between cells", bar_between },
  }
  for _, surface in ipairs(surfaces) do
    it("is blank " .. surface[1], function() assert.same(whole, read(with_rows(surface[2], whole))) end)
  end

  it("is read at the end of a row", function()
    local rows = { whole[1], whole[2], { "17", "5", "1", "1", "2", "", "" }, whole[4] }
    assert.same(rows, read(with_rows(bar_behind("|", ""), rows)))
  end)

  it("is read in front of a row", function()
    local rows = { { "", "", "1", "1", "4", "1", "47" }, whole[2], whole[3], whole[4] }
    assert.same(rows, read(with_rows(bar_behind("|", ""), rows)))
  end)

  it("is not told from the border where a row begins with one", function()
    local rows = { { "", "", "1", "1", "4", "1", "47", "" }, whole[2], whole[3], whole[4] }
    assert.equal("unreadable", read(with_rows(bar_behind("|", ""), rows))[1][1])
  end)
end)

describe("a sole bar", function()
  it("is nothing where no cell ends above it", function()
    local text = example.edit(example.text, "  二、主动公开政府信息情况", "  |\n\n  二、主动公开政府信息情况")
    assert.same(example.rules(example.check(example.text)), example.rules(example.check(text)))
  end)
end)

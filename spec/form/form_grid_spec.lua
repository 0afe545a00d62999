--- Tables as grids: where their labels and values stand, and over how many rows and columns.

local form_grid = require "govreport.form.form_grid"

-- A grid as lines: of each cell where it begins, its spans where it has some, its text.
local function drawn(grid)
  local lines = {}
  for y, cells in ipairs(grid.rows) do
    local texts = {}
    for i, own in ipairs(cells) do
      local spans = (own.down > 1 or own.across > 1) and ("(%dx%d)"):format(own.down, own.across) or ""
      texts[i] = own.x .. spans .. own.text
    end
    lines[y] = table.concat(texts, " ")
  end
  return lines
end

local function value(t, row, column) return t .. row .. column end

local columns = {{id = "1", label = {"申请人", "自然人"}}, {id = "2", label = {"申请人", "法人"}}, {id = "3", label = "总计"}}

describe("a grid", function()
  it("has groups over their labels, and labels down to the values", function()
    local grid = form_grid.of({id = "t", header = {"角"}, columns = columns, rows = {
      {id = "a", label = "甲"}, {id = "b", label = {"乙", "子"}}, {id = "c", label = {"乙", "丑"}}}}, value)
    assert.same({"1(2x2)角 3(1x2)申请人 5(2x1)总计", "3自然人 4法人", "1(1x2)甲 3ta1 4ta2 5ta3",
                 "1(2x1)乙 2子 3tb1 4tb2 5tb3", "2丑 3tc1 4tc2 5tc3"}, drawn(grid))
    assert.same({5, 2, 2}, {grid.columns, grid.labels, grid.head})
  end)

  it("of a table that is one line has the labels of its rows above those of its columns", function()
    local grid = form_grid.of({id = "t", across = true, columns = {{id = "1", label = "维持"}, {id = "2", label = "总计"}},
                               rows = {{id = "a", label = "复议"}, {id = "b", label = {"诉讼", "直接"}}}}, value)
    assert.same({"1(1x2)复议 3(1x2)诉讼", "1(2x1)维持 2(2x1)总计 3(1x2)直接", "3维持 4总计", "1ta1 2ta2 3tb1 4tb2"},
                drawn(grid))
    assert.same({4, 0, 3}, {grid.columns, grid.labels, grid.head})
  end)

  it("lacks rows of which nothing is there; of a table that is one line they are blank", function()
    local function first(t, row, column) return row == "a" and value(t, row, column) or nil end
    local rows = {{id = "a", label = "甲"}, {id = "b", label = "乙"}}
    local one = {{id = "1", label = "数"}}
    assert.same({"1项 2数", "1甲 2ta1"},
                drawn(form_grid.of({id = "t", header = {"项"}, columns = one, rows = rows}, first)))
    assert.same({"1甲 2乙", "1数 2数", "1ta1 2"},
                drawn(form_grid.of({id = "t", across = true, columns = one, rows = rows}, first)))
  end)

  it("of labels beside values alone has no header", function()
    local grid = form_grid.of({id = "t", pairs = true, columns = {{id = "1", label = "值"}},
                               rows = {{id = "a", label = "甲"}}}, value)
    assert.same({"1甲 2ta1"}, drawn(grid))
    assert.equal(0, grid.head)
  end)

  it("may stand below others, as wide as they, under its caption", function()
    local function small(count)
      local own = {}
      for i = 1, count do own[i] = {id = tostring(i), label = "列" .. i} end
      return form_grid.of({id = "t", header = {"项"}, columns = own, rows = {{id = "a", label = "甲"}}}, value)
    end
    local grid = form_grid.stack{{caption = "一", grid = small(3)}, {caption = "二", grid = small(1)}}
    assert.same({"1(1x4)一", "1项 2列1 3列2 4列3", "1甲 2ta1 3ta2 4ta3", "1(1x4)二", "1项 2(1x3)列1", "1甲 2(1x3)ta1"},
                drawn(grid))
  end)
end)

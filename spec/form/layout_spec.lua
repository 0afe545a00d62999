local example = require "spec.support.example"
local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"

local edit, row = example.edit, example.row

-- A table of our own, laid out as a form's table is.
local function laid_out(declared)
  local register = labels.new()
  return layout.tables({ declared }, register)[1], register
end

local plain = laid_out {
  id = "plain",
  rows = { { id = "north", label = "北站" } },
  columns = { { id = "in", label = "到站" }, { id = "out", label = "离站" }, { id = "sum", label = "合计" } },
}

local nested = laid_out {
  id = "nested",
  rows = { { id = "north", label = "北站" } },
  columns = {
    { id = "adult", label = { "旅客", "成人" } },
    { id = "bus", label = { "旅客", "团体", "客车" } },
    { id = "boat", label = { "旅客", "团体", "客船" } },
    { id = "sum", label = { "旅客", "合计" } },
  },
}

local across = laid_out {
  id = "across", across = true,
  rows = { { id = "north", label = "北站" }, { id = "south", label = "南站" } },
  columns = { { id = "in", label = "到站" }, { id = "out", label = "离站" } },
}

-- The printed order of the columns: their ids joined, with the row where rows are printed across; with a mark where
-- only the official order tells. Nil where the order cannot be told.
local function order(t, header)
  local list = {}
  for i, label in ipairs(header) do list[i] = { official = label, number = i } end
  local found = layout.order(t, list)
  if not found.order then return nil, found.missing end
  local names = {}
  for i, number in ipairs(found.order) do
    local leaf = t.leaves[number]
    local name = t.columns[leaf.column].id
    if leaf.row then name = t.rows[leaf.row].id .. " " .. name end
    names[i] = name .. (found.inferred and found.inferred[i] and "?" or "")
  end
  return table.concat(names, ", "), found.missing
end

describe("the order of the columns", function()
  local cases = {
    { "of a plain header", plain, { "到站", "离站", "合计" }, "in, out, sum" },
    { "of a permuted header", plain, { "合计", "到站", "离站" }, "sum, in, out" },
    { "of a reversed header", plain, { "合计", "离站", "到站" }, "sum, out, in" },
    { "of a header with another word in it", plain, { "站名", "到站", "离站", "合计" }, "in, out, sum" },
    { "of a header that stands twice", plain, { "到站", "离站", "合计", "到站", "离站", "合计" }, "in, out, sum" },
    { "of a nested header row by row", nested, { "旅客", "成人", "团体", "合计", "客车", "客船" },
      "adult, bus, boat, sum" },
    { "of a nested header depth first", nested, { "旅客", "成人", "团体", "客车", "客船", "合计" },
      "adult, bus, boat, sum" },
    { "of a nested header permuted above", nested, { "旅客", "合计", "团体", "成人", "客车", "客船" },
      "sum, bus, boat, adult" },
    { "of a nested header permuted below", nested, { "旅客", "成人", "团体", "合计", "客船", "客车" },
      "adult, boat, bus, sum" },
    { "of rows printed across, row by row", across, { "北站", "南站", "到站", "离站", "到站", "离站" },
      "north in, north out, south in, south out" },
    { "of rows printed across, depth first", across, { "北站", "到站", "离站", "南站", "到站", "离站" },
      "north in, north out, south in, south out" },
    { "of rows printed across, twice", across,
      { "北站", "到站", "离站", "南站", "到站", "离站", "北站", "到站", "离站", "南站", "到站", "离站" },
      "north in, north out, south in, south out" },
    { "of rows in turn below each column", across, { "到站", "离站", "北站", "南站", "北站", "南站" },
      "north in, south in, north out, south out" },
    { "of rows in turn, depth first", across, { "到站", "北站", "南站", "离站", "北站", "南站" },
      "north in, south in, north out, south out" },
    { "of rows in turn below permuted columns", across, { "离站", "到站", "北站", "南站", "北站", "南站" },
      "north out, south out, north in, south in" },
    { "of rows in turn below columns written out", across,
      { "到站", "到站", "离站", "离站", "北站", "南站", "北站", "南站" }, "north in, south in, north out, south out" },
    { "of rows written out above their columns", across,
      { "北站", "北站", "南站", "南站", "到站", "离站", "到站", "离站" }, "north in, north out, south in, south out" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local names, missing = order(case[2], case[3])
      assert.equal(case[4], names)
      assert.same({}, missing)
    end)
  end

  local incomplete = {
    { "with a label missing", plain, { "到站", "合计" }, "in, out?, sum", { "离站" } },
    { "with all labels missing", plain, {}, "in?, out?, sum?", { "到站", "离站", "合计" } },
    { "with a nested label missing", nested, { "旅客", "成人", "团体", "合计", "客船" }, "adult, bus?, boat, sum",
      { "客车" } },
  }
  for _, case in ipairs(incomplete) do
    it(case[1] .. " is the official one", function()
      local names, missing = order(case[2], case[3])
      assert.equal(case[4], names)
      assert.same(case[5], missing)
    end)
  end

  local unknown = {
    { "a label is missing and the others are permuted", plain, { "合计", "到站" } },
    { "labels that stand for several columns are permuted", across, { "北站", "南站", "离站", "到站", "离站", "到站" } },
    { "rows in turn stand below some columns alone", across, { "到站", "离站", "北站", "南站", "北站" } },
    { "rows below the columns are in an order of their own", across,
      { "到站", "离站", "北站", "南站", "南站", "北站" } },
  }
  for _, case in ipairs(unknown) do
    it("cannot be told where " .. case[1], function() assert.is_nil(order(case[2], case[3])) end)
  end

  it("of a nested header is not another one where the label of a group is missing", function()
    for _, header in ipairs {
      { "旅客", "成人", "合计", "客车", "客船" }, { "成人", "团体", "合计", "客车", "客船" }, { "成人", "合计", "客车", "客船" },
    } do
      local names = order(nested, header)
      if names then
        local sure = names:gsub("%?", "")
        assert.equal("adult, bus, boat, sum", sure)
      end
    end
  end)
end)

describe("the nearest label", function()
  local _, register = laid_out {
    id = "plain",
    rows = { { id = "repeated", label = "2.重复申请" }, { id = "petition", label = "1.信访举报投诉类申请" } },
    columns = { { id = "sum", label = "总计" } },
  }

  it("is the one with the fewest other characters", function()
    assert.equal("2.重复申请", (register:nearest("2.重复伸请")))
    assert.equal("1.信访举报投诉类申请", (register:nearest("信访、举报投诉申请")))
  end)

  it("says how near it is", function()
    assert.equal(0.75, select(2, register:nearest("重复伸请")))
    assert.equal(1, select(2, register:nearest("重复申请")))
  end)

  it("is none where nothing is near", function()
    assert.is_nil(register:nearest("河湖治理"))
    assert.is_nil(register:nearest(("重复申请"):rep(30)))
  end)
end)

describe("the header of a report", function()
  -- The values of a row in the order of the form.
  local function values(text, id, row_id)
    local list = {}
    for cell in example.report(text).tables[id]:row(row_id):cells() do
      list[#list + 1] = cell.value or cell.state
    end
    return list
  end

  it("gives the values of the rows below it their columns", function()
    local text = edit(example.text, "本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n",
      "对外公开总数量\n\n本年新制作数量\n\n本年新公开数量\n")
    assert.same({ 3, 21, 3 }, values(text, "instruments", "normative_documents"))
  end)

  it("holds for the rows behind it alone when it is printed again", function()
    local header = "信息内容\n\n处理决定数量\n\n上一年项目数量\n\n本年增/减\n\n"
    local text = edit(example.text, row(example.text, "其他对外管理服务事项"), header ..
      row(example.text, "其他对外管理服务事项"))
    assert.same({ 18, 2, 326 }, values(text, "licensing", "licenses"))
    assert.same({ -1, 154, 12 }, values(text, "licensing", "other_services"))
  end)

  it("is kept over a page that prints part of it again", function()
    local text = edit(example.text, row(example.text, "2.重复申请"),
      "— 3 —\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n" .. row(example.text, "2.重复申请"))
    assert.same({ 1, 0, 0, 0, 0, 0, 1 }, values(text, "applications", "not_processed_repeated"))
  end)
end)

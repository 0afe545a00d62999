--- Numbers stood in cells that nothing on the page gave them to: under a header of other words, by its order; beside a
-- label that two rows have, in the first of them; under a group that the form does not have, in that of another group.
-- A column that counts the rows was taken for the amounts. Nothing of that was told.

local doc = require "spec.support.doc"
local govreport = require "govreport"

local folder

local function load_form(id, body)
  folder = folder or doc.folder{}
  local path = folder .. "/" .. id .. ".lua"
  local file = assert(io.open(path, "w"))
  file:write(body)
  file:close()
  govreport.load_forms{path}
end

-- The values of a table of a source, row by row: "." where nothing was read.
local function values_of(source, table_id)
  local list = {}
  for row in assert(govreport.parse(source)).tables[table_id]:rows() do
    local values = {}
    for cell in row:cells() do values[#values + 1] = cell.raw and cell.value and tostring(cell.value) or "." end
    list[#list + 1] = table.concat(values, " ")
  end
  return list
end

-- A table as a page, in bars, in tabs, a cell a line.
local writers = {
  page = function(rows)
    local lines = {}
    for i, row in ipairs(rows) do lines[i] = "<tr><td>" .. table.concat(row, "</td><td>") .. "</td></tr>" end
    return "<html><body><p>船厂月报</p><table>" .. table.concat(lines, "\n") .. "</table></body></html>"
  end,
  bars = function(rows)
    local lines = {}
    for i, row in ipairs(rows) do lines[i] = "| " .. table.concat(row, " | ") .. " |" end
    table.insert(lines, 2, "|" .. ("---|"):rep(#rows[1]))
    return "船厂月报\n\n" .. table.concat(lines, "\n") .. "\n"
  end,
  lines = function(rows)
    local lines = {}
    for _, row in ipairs(rows) do table.move(row, 1, #row, #lines + 1, lines) end
    return "船厂月报\n\n" .. table.concat(lines, "\n\n") .. "\n"
  end,
}

setup(function()
  load_form("yard", [[
return {id = "yard", name = "船厂月报", tables = {{id = "hulls", header = {"船型"},
  columns = {{id = "begun", label = "开工艘数"}, {id = "built", label = "完工艘数"}, {id = "sold", label = "交付艘数"}},
  rows = {{id = "ferry", label = "渡船"}, {id = "barge", label = "驳船"}, {id = "tug", label = "拖船"}}}},
  detect = {labels = {"渡船", "驳船", "拖船"}}}
]])
  load_form("outlay", [[
return {id = "outlay", name = "厂部支出", tables = {{id = "outlay", header = {"科目"},
  columns = {{id = "all", label = "支出合计", decimal = true}},
  rows = {{id = "yard", label = "船坞支出"}, {id = "yard_staff", label = {"船坞支出", "人员经费"}},
          {id = "dock", label = "码头支出"}, {id = "dock_staff", label = {"码头支出", "人员经费"}}}}},
  detect = {labels = {"支出合计"}}}
]])
  load_form("balance", [[
return {id = "balance", name = "收支简表", tables = {{id = "balance", pairs = true, header = {"项目", "行次", "本年数"},
  rows = {{id = "fares", label = "票款收入", decimal = true}, {id = "rents", label = "场地收入", decimal = true},
          {id = "fuel", label = "燃料费用", decimal = true}, {id = "wages", label = "船员工资", decimal = true}}}},
  detect = {labels = {"票款收入", "船员工资"}}}
]])
end)

teardown(function() doc.remove(folder) end)

describe("a header", function()
  for name, write in pairs(writers) do
    it("of other words binds nothing, " .. name, function()
      local rows = {{"船型", "修理艘数", "改装艘数", "拆解艘数"}, {"渡船", "3", "5", "7"}, {"驳船", "2", "4", "6"},
                    {"拖船", "1", "8", "9"}}
      assert.same({". . .", ". . .", ". . ."}, values_of(write(rows), "hulls"))
      rows[1] = {"船型", "开工艘数", "完工艘数", "交付艘数"}
      assert.same({"3 5 7", "2 4 6", "1 8 9"}, values_of(write(rows), "hulls"))
    end)
  end
end)

describe("a label that two rows have", function()
  for name, write in pairs(writers) do
    it("binds under its own group, and nothing without one, " .. name, function()
      local head = {"科目", "支出合计"}
      assert.same({"5.5", "2.5", "7.5", "3.5"}, values_of(write{head, {"船坞支出", "5.5"}, {"人员经费", "2.5"},
                                                                {"码头支出", "7.5"}, {"人员经费", "3.5"}}, "outlay"))
      assert.same({".", ".", ".", "."}, values_of(write{head, {"航道支出", "7.5"}, {"人员经费", "3.5"}}, "outlay"))
      assert.same({"5.5", "2.5", ".", "."}, values_of(write{head, {"船坞支出", "5.5"}, {"人员经费", "2.5"},
                                                            {"航道支出", "7.5"}, {"人员经费", "3.5"}}, "outlay"))
    end)
  end
end)

describe("a column that counts the rows", function()
  it("is no amount, whether that is filled or blank", function()
    assert.same({"12.5", ".", "3.5", "8.5"}, values_of(writers.page{
      {"项目", "行次", "本年数", "项目", "行次", "本年数"}, {"票款收入", "1", "12.5", "燃料费用", "3", "3.5"},
      {"场地收入", "2", "", "船员工资", "4", "8.5"}}, "balance"))
  end)
end)

describe("a row with fewer cells than columns", function()
  it("is blank where none of them is filled, and not read where one is", function()
    local head = {"船型", "开工艘数", "完工艘数", "交付艘数"}
    local rows = {head, {"渡船", "", ""}, {"驳船", "2", "4", "6"}, {"拖船", "1", "8", "9"}}
    local report = assert(govreport.parse(writers.page(rows)))
    assert.equal("blank", report.tables.hulls:cell("ferry", "built").state)
    rows[2] = {"渡船", "", "3"}
    report = assert(govreport.parse(writers.page(rows)))
    assert.equal("unreadable", report.tables.hulls:cell("ferry", "built").state)
  end)
end)

-- The states of the rows of a source's first table.
local function states_of(source)
  local list = {}
  for row in assert(govreport.parse(source)).tables.hulls:rows() do list[#list + 1] = row:cell("built").state end
  return table.concat(list, " ")
end

describe("a label by itself", function()
  local head = {"船型", "开工艘数", "完工艘数", "交付艘数"}

  for _, name in ipairs{"page", "bars"} do
    local write = writers[name]
    it("is a blank row where the next one has its values beside its label, " .. name, function()
      assert.equal("blank number number", states_of(write{head, {"渡船"}, {"驳船", "2", "4", "6"}, {"拖船", "1", "8", "9"}}))
      assert.equal("blank blank number", states_of(write{head, {"渡船"}, {"驳船"}, {"拖船", "1", "8", "9"}}))
    end)

    it("is none where the row below it is short as well, " .. name, function()
      local states = states_of(write{head, {"渡船"}, {"驳船", "2", "4"}, {"拖船", "1", "8", "9"}})
      assert.not_matches("blank", states)
    end)

    it("takes the values below it, but not those of another label, " .. name, function()
      assert.equal("number number number",
                   states_of(write{head, {"渡船"}, {"", "3", "5", "7"}, {"驳船", "2", "4", "6"}, {"拖船", "1", "8", "9"}}))
      local states = states_of(write{head, {"渡船"}, {"货船", "3", "5", "7"}, {"驳船", "2", "4", "6"}})
      assert.not_matches("^number", states)
    end)

    it("is none where the row comes with its values, " .. name, function()
      local report = assert(govreport.parse(write{head, {"渡船"}, {"驳船", "2", "4", "6"}, {"渡船", "3", "5", "7"}}))
      assert.equal(5, report.tables.hulls:cell("ferry", "built").value)
      for i = 1, #report.deviations do assert.not_equal("row_conflict", report.deviations[i].kind) end
    end)

    it("takes no values where two stand above them, " .. name, function()
      local states = states_of(write{head, {"渡船"}, {"驳船"}, {"", "3", "5", "7"}, {"拖船", "1", "8", "9"}})
      assert.matches("^%a+ %a+ number$", states)
      assert.not_matches("number.*number", states)
    end)
  end

  it("between tables of bars is a blank row of theirs", function()
    local function bars(row) return table.concat(row, " | ") .. " |" end
    local lines = {bars(head), "渡船 |", bars{"驳船", "2", "4", "6"}, "拖船 |"}
    assert.matches("^blank number", states_of("船厂月报\n\n" .. table.concat(lines, "\n") .. "\n"))
    lines = {bars(head), bars{"渡船", "3", "5", "7"}, "驳船 |", bars{"拖船", "1", "8", "9"}}
    assert.equal("number blank number", states_of("船厂月报\n\n" .. table.concat(lines, "\n") .. "\n"))
  end)
end)

describe("a run of bars behind the last cell of a header", function()
  it("stands above no values: equal ones below it are not one", function()
    local source = "| 项目 | 数 |\n|---|---|\n| 印发 | 1 |\n\n四、政府信息公开行政复议、行政诉讼情况\n"
      .. "行政复议 | 行政诉讼 | |||||||||||||\n"
      .. "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||\n"
      .. "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||\n"
      .. "0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n五、存在的主要问题及改进情况\n\n解读不多。\n"
    assert.same({"0 0 0 0 0", "0 0 0 0 0", "0 0 0 0 0"}, values_of(source, "disputes"))
  end)
end)

describe("a row of words", function()
  it("is none of a table, though labels of its rows are among them", function()
    local head = {"船型", "开工艘数", "完工艘数", "交付艘数"}
    local rows = {head, {"渡船", "3", "5", "7"}, {"船类", "渡船", "驳船", "其他船只"}, {"驳船", "2", "4", "6"}}
    for name, write in pairs(writers) do
      if name ~= "lines" then
        local report = assert(govreport.parse(write(rows)))
        assert.equal(3, report.tables.hulls:cell("ferry", "begun").value, name)
        for i = 1, #report.deviations do assert.not_equal("row_conflict", report.deviations[i].kind) end
      end
    end
  end)
end)

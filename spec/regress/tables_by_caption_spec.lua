--- Tables with the same rows were taken for one: the second went on with the first one's name, whatever stood in its
-- header or above it, and was not there. A word of the header that is a column of another table hid the labels behind
-- codes; of two rows of pairs with one label, side by side under their groups, the last group before took both.

local doc = require "spec.support.doc"
local govreport = require "govreport"

local folder

setup(function()
  local rows = [[{{id = "all", label = "合计"}, {id = "ferry", label = "轮渡"}, {id = "quay", label = "码头"}}]]
  folder = doc.folder{["accounts.lua"] = [[
local rows = ]] .. rows .. [[

return {id = "accounts", name = "港务收支", tables = {
  {id = "income", caption = "收入表", header = {"项目"}, rows = rows,
   columns = {{id = "year", label = "本年收入"}, {id = "rest", label = "结余"}}},
  {id = "spending", caption = "支出表", header = {"项目"}, rows = rows,
   columns = {{id = "year", label = "本年支出"}, {id = "rest", label = "结余"}}},
  {id = "plan", caption = "计划表", header = {"项目"}, rows = rows,
   columns = {{id = "year", label = "本年支出"}, {id = "rest", label = "结余"}}},
  {id = "staff", caption = "人员表", header = {"项目"}, rows = rows,
   columns = {{id = "hired", label = "进入"}, {id = "left", label = "离开"}}},
  {id = "boats", caption = "船只表", rows = {{id = "tug", label = "拖轮"}},
   columns = {{id = "count", label = "艘数"}, {id = "item", label = "项目", type = "text"}}}},
  detect = {labels = {"轮渡", "码头"}}}
]], ["sides.lua"] = [[
return {id = "sides", name = "港务总表", tables = {{id = "sides", pairs = true, header = {"项目", "金额"}, rows = {
  {id = "fares", label = {"收入", "票款"}}, {id = "in_all", label = {"收入", "合计"}},
  {id = "fuel", label = {"支出", "燃料"}}, {id = "out_all", label = {"支出", "合计"}}}}},
  detect = {labels = {"票款", "燃料"}}}
]]}
  govreport.load_forms{folder .. "/accounts.lua", folder .. "/sides.lua"}
end)

teardown(function() doc.remove(folder) end)

local function html(rows)
  local lines = {}
  for i, row in ipairs(rows) do lines[i] = "<tr><td>" .. table.concat(row, "</td><td>") .. "</td></tr>" end
  return "<table>" .. table.concat(lines) .. "</table>"
end

local function accounts(words, numbers)
  return {words, {"合计", numbers[1], numbers[2]}, {"轮渡", numbers[3], numbers[4]}, {"码头", numbers[5], numbers[6]}}
end

local income = accounts({"项目", "本年收入", "结余"}, {"9", "1", "5", "0", "4", "1"})
local spending = accounts({"项目", "本年支出", "结余"}, {"8", "2", "6", "1", "2", "1"})
local hired = accounts({"项目", "进入", "离开"}, {"2", "1", "1", "1", "1", "0"})
local plan = accounts({"项目", "本年支出", "结余"}, {"7", "3", "3", "1", "4", "2"})

local function values_of(report, id)
  local list = {}
  for row in report.tables[id]:rows() do
    for cell in row:cells() do list[#list + 1] = cell.value and tostring(cell.value) or "." end
  end
  return table.concat(list, " ")
end

local function parse(body) return assert(govreport.parse("<html><body>" .. body .. "</body></html>")) end

describe("tables with the same rows", function()
  it("are told apart by their headers", function()
    local report = parse("<p>港务收支</p>" .. html(hired) .. html(income))
    assert.equal("9 1 5 0 4 1", values_of(report, "income"))
    assert.equal("2 1 1 1 1 0", values_of(report, "staff"))
  end)

  it("are not told apart by headers that two of them have", function()
    local report = parse("<p>港务收支</p>" .. html(income) .. html(spending))
    assert.equal("9 1 5 0 4 1", values_of(report, "income"))
    for _, id in ipairs{"spending", "plan"} do assert.equal(". . . . . .", values_of(report, id)) end
    for found in govreport.check(report):findings() do assert.not_equal("structure.row_conflict", found.rule) end
  end)

  it("are told apart by the captions above them, where their headers are the same", function()
    local report = parse("<p>收入表</p>" .. html(income) .. "<p>计划表</p>" .. html(plan) .. "<p>支出表</p>" .. html(spending))
    assert.equal("9 1 5 0 4 1", values_of(report, "income"))
    assert.equal("7 3 3 1 4 2", values_of(report, "plan"))
    assert.equal("8 2 6 1 2 1", values_of(report, "spending"))
  end)

  it("have labels behind codes, whatever their header's words name elsewhere", function()
    local rows = {{"项目", "", "本年收入", "结余"}, {"01", "合计", "9", "1"}, {"0101", "轮渡", "5", "0"}, {"0102", "码头", "4", "1"}}
    assert.equal("9 1 5 0 4 1", values_of(parse("<p>收入表</p>" .. html(rows)), "income"))
  end)
end)

describe("pairs with one label side by side", function()
  it("belong to the group above them", function()
    local report = parse("<p>港务总表</p><table><tr><td colspan=2>收入</td><td colspan=2>支出</td></tr>"
                         .. "<tr><td>项目</td><td>金额</td><td>项目</td><td>金额</td></tr>"
                         .. "<tr><td>票款</td><td>6</td><td>燃料</td><td>4</td></tr>"
                         .. "<tr><td>合计</td><td>6</td><td>合计</td><td>4</td></tr></table>")
    assert.equal("6 6 4 4", values_of(report, "sides"))
  end)
end)

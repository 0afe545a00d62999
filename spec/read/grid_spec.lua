--- Tables of a page: which value belongs to which cell of the form.

local example = require "spec.support.example"
local govreport = require "govreport"
local grid = require "govreport.read.grid"
local small_form = require "spec.support.small_form"

local read, tabled = small_form.read, small_form.table

-- What a page gives: the rows of a table, the deviations, the numbers that are unaccounted for.
local function verify(source, id, rows, deviations, unaccounted)
  local report = read(source)
  local found = small_form.cells(report, id)
  assert.same(rows, table.move(found, 1, #rows, 1, {}))
  for i = #rows + 1, #found do assert.is_nil(found[i]:find("%d"), found[i]) end
  assert.same(deviations or {}, small_form.deviations(report))
  assert.same(unaccounted or {}, example.unaccounted(report))
end

-- ---- a header of three levels and groups of rows ---------------------------------------------------

local header = [[
  （单位：人次）>2^3 | 旅客人次>4
  成人^2 | 团体>2 | 合计^2
  客车 | 客船
]]
local spring = "一、春季>2 | 7 | 2 | 1 | 10\n"
local body = spring .. [[
  二、夏季^2 | （一）北岸渡口 | 3 | 1 | 0 | 4
  （二）南岸渡口 | 5 | 0 | 2 | 7
  三、冬季 | （一）北岸渡口 | 1 | 0 | 0 | 1
  四、全年>2 | 16 | 3 | 3 | 22
]]
local traffic = { "7 2 1 10", "3 1 0 4", "5 0 2 7", "1 0 0 1", "16 3 3 22" }

-- Name, table; what comes out is `traffic`, and nothing is said.
local dresses = {
  { "with spans", header .. body },
  { "with fillers in place of spans", [[
    （单位：人次） | | 旅客人次 | | |
     | | 成人 | 团体 | | 合计
     | | | 客车 | 客船 |
    一、春季 | | 7 | 2 | 1 | 10
    二、夏季 | （一）北岸渡口 | 3 | 1 | 0 | 4
     | （二）南岸渡口 | 5 | 0 | 2 | 7
    三、冬季 | （一）北岸渡口 | 1 | 0 | 0 | 1
    四、全年 | | 16 | 3 | 3 | 22
  ]] },
  { "with its rows in another order", header .. [[
    四、全年>2 | 16 | 3 | 3 | 22
    三、冬季 | （一）北岸渡口 | 1 | 0 | 0 | 1
    二、夏季^2 | （二）南岸渡口 | 5 | 0 | 2 | 7
    （一）北岸渡口 | 3 | 1 | 0 | 4
    一、春季>2 | 7 | 2 | 1 | 10
  ]] },
  { "with its columns in another order", [[
    （单位：人次）>2^3 | 旅客人次>4
    合计^2 | 团体>2 | 成人^2
    客船 | 客车
    一、春季>2 | 10 | 1 | 2 | 7
    二、夏季^2 | （一）北岸渡口 | 4 | 0 | 1 | 3
    （二）南岸渡口 | 7 | 2 | 0 | 5
    三、冬季 | （一）北岸渡口 | 1 | 0 | 0 | 1
    四、全年>2 | 22 | 3 | 3 | 16
  ]] },
  { "with a header that is printed again", header .. spring .. header .. body:sub(#spring + 1) },
  { "with blank rows", header .. "| | | | |\n" .. spring .. ">6\n" .. body:sub(#spring + 1) .. "| | | | |\n" },
  { "with the values of a row below its label", header .. [[
    一、春季>6
    >2 | 7 | 2 | 1 | 10
    二、夏季^2 | （一）北岸渡口 | 3 | 1 | 0 | 4
    （二）南岸渡口 | 5 | 0 | 2 | 7
    三、冬季 | （一）北岸渡口 | 1 | 0 | 0 | 1
    四、全年
     | | 16 | 3 | 3 | 22
  ]] },
  { "with other wordings", (header .. body):gsub("四、全年", "四、 年度 总数"):gsub("客车", "客<br>车") },
  { "with a note in its last row", header .. body .. "注：春季数据含3月。>6\n" },
}

describe("a table of three header levels", function()
  for _, dress in ipairs(dresses) do
    it(dress[1] .. " gives each value its cell", function() verify(tabled(dress[2]), "traffic", traffic) end)
  end

  it("may come in pieces", function()
    local first, second = body:match("^(.-)\n(  三、.*)$")
    verify(tabled(header .. first) .. "<p>续表</p>\n" .. tabled(second), "traffic", traffic)
  end)

  it("may come in pieces, with a row's label alone at the end of one", function()
    verify(tabled(header .. "一、春季>6") .. tabled "7|2|1|10", "traffic", { "7* 2* 1* 10*" })
  end)

  it("may be cut inside a group, with a filler in place of the group's label", function()
    local first, second = body:match("^(.-\n.-)\n  (（二）.*)$")
    verify(tabled(header .. first) .. tabled("|" .. second), "traffic", traffic)
  end)

  it("reads a piece of another width in the form's order, and says so", function()
    verify(tabled(header .. "一、春季>2|7|2|1|10") .. tabled "（二）南岸渡口|5|0|2|7\n四、全年|16|3|3|22", "traffic",
      { "7 2 1 10", ". . . .", "5* 0* 2* 7*", ". . . .", "16* 3* 3* 22*" }, { "header_missing traffic" })
  end)

  it("reads its values in the form's order where it has no header at all", function()
    verify(tabled(body), "traffic", { "7* 2* 1* 10*", "3* 1* 0* 4*", "5* 0* 2* 7*", "1* 0* 0* 1*", "16* 3* 3* 22*" },
      { "header_missing traffic" })
  end)

  it("does without the labels of its groups of columns", function()
    verify(tabled(header:gsub("旅客人次", ""):gsub("团体", "") .. body), "traffic", traffic)
  end)

  it("may have its header on one line, whose words tell the order", function()
    local words = "（单位：人次）|旅客人次|成人|团体|合计|客车|客船\n"
    verify(tabled(words .. "一、春季|7|2|1|10"), "traffic", { "7* 2* 1* 10*" })
    verify(tabled(words:gsub("客车|客船", "客船|客车") .. "一、春季|7|1|2|10"), "traffic", { "7* 2* 1* 10*" })
  end)

  it("says that a label of its header is misprinted", function()
    verify(tabled(header:gsub("成人", "成员") .. body), "traffic", traffic, { "label_misprint 成人 成员" })
  end)

  it("lets a row be missing", function()
    verify(tabled(header .. body:gsub("  三、[^\n]+\n", "")), "traffic",
      { traffic[1], traffic[2], traffic[3], ". . . .", traffic[5] })
  end)

  it("sets a row aside that stands twice", function()
    verify(tabled(header .. spring .. body), "traffic", traffic, { "row_repeated traffic.spring" })
  end)

  it("keeps the first of two rows that contradict each other", function()
    verify(tabled(header .. body .. "一、春季>2 | 8 | 2 | 1 | 11\n"), "traffic", traffic,
      { "row_conflict traffic.spring" }, { "8", "2", "1", "11" })
  end)

  it("leaves a row alone that the form does not have", function()
    verify(tabled(header .. body .. "五、节假日>2 | 1 | 0 | 0 | 2\n"), "traffic", traffic,
      { "row_unknown 五、节假日" }, { "1", "0", "0", "2" })
  end)

  it("takes rows by the group whose label stands in a row of its own", function()
    local winter = "三、冬季>2 | | | |\n（一）北岸渡口>2 | 1 | 0 | 0 | 1\n"
    local summer = "二、夏季>6\n（一）北岸渡口>2 | 3 | 1 | 0 | 4\n（二）南岸渡口>2 | 5 | 0 | 2 | 7\n"
    local rest = "四、全年>2 | 16 | 3 | 3 | 22\n"
    verify(tabled(header .. spring .. summer .. winter .. rest), "traffic", traffic)
    verify(tabled(header .. winter .. summer .. spring .. rest), "traffic", traffic)
    verify(tabled(header .. winter .. rest .. spring), "traffic",
      { traffic[1], ". . . .", ". . . .", traffic[4], traffic[5] })
  end)
end)

-- ---- columns out of line -----------------------------------------------------------------------------

local docks = "表一>4\n项目 | 在册数 | 停用数 | 新增数\n"
local lost = "? ? ?"

-- Name, table; rows, deviations, unaccounted numbers.
local cases = {
  { "a plain table is read", docks .. "码头|5|1|2\n趸船|3|0|0", { "5 1 2", "3 0 0" } },
  { "blank cells are blank, and keep their columns", docks .. "码头||1|\n趸船|3||", { "_ 1 _", "3 _ _" } },
  { "a row of blanks is a row", docks .. "码头|||\n趸船|3|0|0", { "_ _ _", "3 0 0" } },
  { "words for nothing are values", docks .. "码头|—|1|2", { "- 1 2" } },
  { "what is no number is said of its cell alone", docks .. "码头|5|约1|2", { "5 ? 2" }, nil, { "1" } },

  { "a value that spans columns puts no other out of line", docks .. "码头|5>2|1|2", { "5* 1* 2*" } },
  { "the label spans more columns than in the header", docks .. "码头>2|5|1|2", { "5* 1* 2*" } },
  { "the label spans fewer columns than in the header", "表一>5\n项目>2|在册数|停用数|新增数\n码头|5>2|1|2",
    { "5* 1* 2*" } },
  { "columns in another order are out of line", "表一>5\n项目>2|新增数|在册数|停用数\n码头|5>2|1|2", { lost },
    { "columns_unknown docks" }, { "5", "1", "2" } },
  { "all columns span two", "表一>7\n项目|在册数>2|停用数>2|新增数>2\n码头|5>2|1>2|2>2", { "5 1 2" } },
  { "a filler stands in front of the values", docks .. "码头||5|1|2", { "5* 1* 2*" } },
  { "a filler stands behind the values", docks .. "码头|5|1|2|", { "5 1 2" } },
  { "a group of one column spans two", "表一>5\n项目|在册数>2|停用数|新增数\n码头|5|1|2|", { "5* 1* 2*" } },

  { "a cell was dropped", docks .. "码头|5|2\n趸船|3|0|0", { lost, "3 0 0" }, { "row_short docks.piers 2/3" },
    { "5", "2" } },
  { "all cells but one were dropped", docks .. "码头|5", { lost }, { "row_short docks.piers 1/3" }, { "5" } },
  { "a cell was dropped, and columns span two", "表一>7\n项目|在册数>2|停用数>2|新增数>2\n码头|5>2|2>2", { lost },
    { "row_short docks.piers 2/3" }, { "5", "2" } },
  { "there is a cell too many", docks .. "码头|5|1|2|4\n趸船|3|0|0", { lost, "3 0 0" }, { "row_long docks.piers 4/3" },
    { "5", "1", "2", "4" } },
  { "there is a cell too many, and a blank among them", docks .. "码头|5||1|2", { lost }, { "row_long docks.piers 4/3" },
    { "5", "1", "2" } },
  { "blanks stand at both ends, and there is no header", "表一>6\n码头||5|1||", { lost }, { "row_long docks.piers 5/3" },
    { "5", "1" } },

  { "a column is missing", "表一>3\n项目|在册数|新增数\n码头|5|2", { "5 . 2" }, { "column_missing 停用数 docks" } },
  { "a column is missing, the others in another order", "表一>3\n项目|新增数|在册数\n码头|2|5", { "5 . 2" },
    { "column_missing 停用数 docks" } },
  { "a column is unknown", "表一>5\n项目|在册数|借出数|停用数|新增数\n码头|5|9|1|2", { "5 1 2" }, { "label_unknown 借出数" },
    { "9" } },
  { "a column is unknown and blank", "表一>5\n项目|在册数|停用数|新增数|备注栏\n码头|5|1|2|", { "5 1 2" },
    { "label_unknown 备注栏" } },
  { "a column stands twice", "表一>5\n项目|在册数|停用数|新增数|停用数\n码头|5|1|2|1", { lost }, { "row_long docks.piers 4/3" },
    { "5", "1", "2", "1" } },

  { "a label of the header is blank", "表一>4\n项目|在册数||新增数\n码头|5|1|2", { "5 1* 2" },
    { "column_missing 停用数 docks" } },
  { "a label of the header is misspelt", "表一>4\n项目|在册数|停甩数|新增数\n码头|5|1|2", { "5 1* 2" },
    { "column_missing 停用数 docks", "label_unknown 停甩数 停用数" } },
  { "a label of the header is misspelt, the others are permuted", "表一>4\n项目|新增数|停甩数|在册数\n码头|5|1|2", { lost },
    { "columns_unknown docks", "label_unknown 停甩数 停用数" }, { "5", "1", "2" } },
  { "a misspelt label stands in another place", "表一>4\n项目|停甩数|在册数|新增数\n码头|5|1|2", { lost },
    { "columns_unknown docks", "label_unknown 停甩数 停用数" }, { "5", "1", "2" } },
  { "the only label that is known stands in another place", "表一>4\n项目|甲类数|乙类数|在册数\n码头|5|1|2", { lost },
    { "columns_unknown docks", "label_unknown 甲类数", "label_unknown 乙类数" }, { "5", "1", "2" } },
  { "there is no header", "表一>4\n码头|5|1|2\n趸船|3|0|0", { "5* 1* 2*", "3* 0* 0*" }, { "header_missing docks" } },
  { "there is no header, and a cell was dropped", "表一>4\n码头|5|1\n趸船|3|0|0", { lost, "3* 0* 0*" },
    { "row_short docks.piers 2/3", "header_missing docks" }, { "5", "1" } },
  { "the header stands below the rows", "表一>4\n码头|5|1|2\n项目|新增数|在册数|停用数", { "5* 1* 2*" },
    { "header_missing docks" } },
  { "a header is printed again in another order", docks .. "码头|5|1|2\n项目|新增数|在册数|停用数\n趸船|3|0|1",
    { "5 1 2", "0 1 3" } },
  { "the caption is missing", "项目|在册数|停用数|新增数\n码头|5|1|2", { "5 1 2" }, { "caption_missing 表一 docks" } },

  { "numbers stand in front of the labels", docks .. "1|码头|5|1|2", { ". . ." }, nil, { "1", "5", "1", "2" } },
  { "rows and columns change places", "表一>3\n项目|码头|趸船\n在册数|5|3\n停用数|1|0\n新增数|2|0", { ". . .", lost },
    { "row_short docks.pontoons 2/3" }, { "5", "3", "1", "0", "2", "0" } },
  { "two tables stand side by side", "表一>8\n项目|在册数|停用数|新增数|项目|在册数|停用数|新增数\n码头|5|1|2|趸船|3|0|0",
    { lost }, { "row_long docks.piers 6/3" }, { "5", "1", "2", "3", "0", "0" } },
}

describe("in a table of a page", function()
  for _, case in ipairs(cases) do
    it(case[1], function() verify(tabled(case[2]), "docks", case[3], case[4], case[5]) end)
  end

  it("several of the form's follow each other, each behind its caption", function()
    local source = tabled [[
      表一>4
      项目 | 在册数 | 停用数 | 新增数
      码头 | 5 | 1 | 2
      表二>4
      项目 | 在册数>2 | 停用数
      航标灯 | 30>2 | 4
      表三>4
      项目 | 船票收入（单位：万元）>3
      船票 | 12.5>3
    ]]
    verify(source, "docks", { "5 1 2" })
    verify(source, "lights", { "30 4" })
    verify(source, "fares", { "12.5" })
    assert.equal("万元", read(source).tables.fares:cell("tickets", "amount").unit)
  end)

  it("the header of the table before does not hold behind a caption", function()
    verify(tabled(docks .. "码头|5|1|2\n表二>4\n航标灯|30|4>2"), "lights", { "30* 4*" }, { "header_missing lights" })
  end)

  it("the captions may stand above it", function()
    verify("<p>表一</p>\n" .. tabled "项目|在册数|停用数|新增数\n码头|5|1|2", "docks", { "5 1 2" })
  end)

  it("the values of a row may stand in the next table", function()
    verify(tabled(docks .. "码头>4") .. tabled "5|1|2", "docks", { "5* 1* 2*" })
  end)

  it("which is none of the form's, there is text", function()
    local report = read(tabled "船名|载客数\n云渡一号|60\n云渡二号|45" .. tabled(docks .. "码头|5|1|2"))
    assert.same({ "5 1 2", ". . ." }, small_form.cells(report, "docks"))
    assert.same({}, small_form.deviations(report))
  end)
end)

-- ---- a table that is one line ------------------------------------------------------------------------

local mishaps = { "1 0 1", "2 1 3", "0 1 1" }
local across = [[
  搁浅>3 | 碰撞>6
  已结案^2 | 未结案^2 | 小计^2 | 白天碰撞>3 | 夜间碰撞>3
  已结案 | 未结案 | 小计 | 已结案 | 未结案 | 小计
]]
local line = "1|0|1|2|1|3|0|1|1\n"

describe("a table that is one line", function()
  it("is read", function() verify(tabled(across .. line), "mishaps", mishaps) end)

  it("may be blank", function()
    verify(tabled(across .. "||||||||"), "mishaps", { "_ _ _", "_ _ _", "_ _ _" })
  end)

  it("may have its groups and columns in another order", function()
    verify(tabled [[
      碰撞>6 | 搁浅>3
      夜间碰撞>3 | 白天碰撞>3 | 小计^2 | 未结案^2 | 已结案^2
      已结案 | 未结案 | 小计 | 未结案 | 已结案 | 小计
      0 | 1 | 1 | 1 | 2 | 3 | 1 | 0 | 1
    ]], "mishaps", mishaps)
  end)

  it("may be cut into three, in any order", function()
    verify(tabled "搁浅>3\n已结案|未结案|小计\n1|0|1"
      .. tabled "碰撞>3\n夜间碰撞>3\n小计|未结案|已结案\n1|1|0"
      .. tabled "碰撞>3\n白天碰撞>3\n已结案|未结案|小计\n2|1|3", "mishaps", mishaps)
  end)

  it("may have its header on one line, if that is in the form's order", function()
    local words = "搁浅|碰撞|已结案|未结案|小计|白天碰撞|夜间碰撞|已结案|未结案|小计|已结案|未结案|小计\n"
    verify(tabled(words .. line), "mishaps", { "1* 0* 1*", "2* 1* 3*", "0* 1* 1*" })
    verify(tabled(words:gsub("已结案|未结案", "未结案|已结案") .. line), "mishaps", { lost, lost, lost },
      { "columns_unknown mishaps" }, { "1", "0", "1", "2", "1", "3", "0", "1", "1" })
  end)

  it("may lack one of the three", function()
    verify(tabled "搁浅>3\n已结案|未结案|小计\n1|0|1"
      .. tabled "碰撞>3\n夜间碰撞>3\n已结案|未结案|小计\n0|1|1", "mishaps", { "1 0 1", ". . .", "0 1 1" })
  end)

  it("is not read where a value is missing", function()
    verify(tabled(across .. "1|0|1|2|1|3|0|1\n"), "mishaps", { lost, lost, lost }, { "row_short mishaps 8/9" },
      { "1", "0", "1", "2", "1", "3", "0", "1" })
  end)

  it("reads the value below a misspelt label by its place", function()
    verify(tabled(across:gsub("未结案(.-)未结案", "未结案%1未接案", 1) .. line), "mishaps", { "1 0 1", "2 1* 3", "0 1 1" },
      { "label_unknown 未接案 未结案" })
  end)

  it("needs its header", function()
    verify(tabled(docks .. "码头|5|1|2") .. tabled(line), "mishaps", { ". . .", ". . .", ". . ." }, nil,
      { "1", "0", "1", "2", "1", "3", "0", "1", "1" })
  end)
end)

-- ---- plans ---------------------------------------------------------------------------------------------

describe("the plan of a table", function()
  local compiled, register = small_form.new()

  local function signature_of(source)
    local document = assert(govreport.read_bytes(source))
    local _, signatures = register:tokens(document, document.tape, { steps = 0 })
    return select(2, next(signatures))
  end

  it("is the same object for tables that look alike", function()
    local first = signature_of(tabled(header .. body))
    local second = signature_of(tabled(header .. body:gsub("| %d+", "| 8")))
    assert.equal(first, second)
    assert.equal(grid.plan(compiled, first, grid.start(compiled)), grid.plan(compiled, second, grid.start(compiled)))
  end)

  it("is another where a cell is blank or a label differs", function()
    local plain = signature_of(tabled(docks .. "码头|5|1|2"))
    for _, other in ipairs { "码头|5||2", "趸船|5|1|2", "码头|5|约1|2", "码头|5|1>2" } do
      assert.not_equal(plain, signature_of(tabled(docks .. other)))
    end
  end)

  it("depends on the tables before it", function()
    local piece = signature_of(tabled "码头|5|1|2")
    local behind = grid.plan(compiled, signature_of(tabled(docks)), grid.start(compiled)).after
    assert.not_equal(grid.plan(compiled, piece, grid.start(compiled)), grid.plan(compiled, piece, behind))
    assert.equal(grid.plan(compiled, piece, behind), grid.plan(compiled, piece, behind))
  end)

  it("gives the same report the second time, and between others", function()
    local sources = {}
    for i, case in ipairs(cases) do sources[i] = tabled(case[2]) end
    for _, dress in ipairs(dresses) do sources[#sources + 1] = tabled(dress[2]) end
    local function all(source)
      local report = read(source, compiled, register)
      local list = small_form.deviations(report)
      for id in pairs(report.tables) do list[#list + 1] = table.concat(small_form.cells(report, id), "\n") end
      return list
    end
    local first = {}
    for i, source in ipairs(sources) do first[i] = all(source) end
    for i = #sources, 1, -1 do assert.same(first[i], all(sources[i])) end
    for i, source in ipairs(sources) do
      local report = read(source)   -- with a form that remembers nothing
      for id in pairs(report.tables) do
        table.insert(first[i], table.concat(small_form.cells(report, id), "\n"))
      end
      local count = #report.deviations + 5
      assert.same(table.move(first[i], count - 4, count, 1, {}), table.move(first[i], count + 1, count + 5, 1, {}))
    end
  end)
end)

--- Rows whose labels and values came apart: read by what stands beside them, and by their place between known
-- rows. Sums take no part.

local example = require "spec.support.example"
local small_form = require "spec.support.small_form"

-- One cell on a line, as copies of pages and extracts of print have it.
local function lines(...)
  local list = {}
  for _, text in ipairs { ... } do
    for word in text:gmatch("%S+") do list[#list + 1] = word end
  end
  return table.concat(list, "\n\n") .. "\n\n"
end

local header = lines "一、客流情况 （单位：人次） 旅客人次 成人 团体 合计 客车 客船"
local spring, south, year = lines "一、春季 7 2 1 10", lines "（二）南岸渡口 5 0 2 7", lines "四、全年 16 3 3 22"
local winter = lines "三、冬季 （一）北岸渡口 1 0 0 1"
local read = { "7 2 1 10", "3 1 0 4", "5 0 2 7", "1 0 0 1", "16 3 3 22" }
local filled = { read[1], "3* 1* 0* 4*", "5* 0* 2* 7*", "1* 0* 0* 1*", read[5] }
local absent = { read[1], ". . . .", ". . . .", ". . . .", read[5] }
local three = { "row_inferred traffic.summer_north", "row_inferred traffic.summer_south",
                "row_inferred traffic.winter_north" }

-- Name, text; rows, deviations, unaccounted numbers.
local cases = {
  { "the values of three rows stand without their labels",
    header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7 1 0 0 1" .. year, filled, three },
  { "all values stand in front of all labels",
    header .. lines "7 2 1 10 3 1 0 4 5 0 2 7 1 0 0 1 16 3 3 22"
      .. lines "一、春季 二、夏季 （一）北岸渡口 （二）南岸渡口 三、冬季 （一）北岸渡口 四、全年",
    { "7* 2* 1* 10*", filled[2], filled[3], filled[4], "16* 3* 3* 22*" },
    { "row_inferred traffic.spring", three[1], three[2], three[3], "row_inferred traffic.year" } },
  { "the values of the first row stand without its label",
    header .. lines "7 2 1 10 二、夏季 （一）北岸渡口 3 1 0 4" .. south .. winter .. year,
    { "7* 2* 1* 10*", read[2], read[3], read[4], read[5] }, { "row_inferred traffic.spring" } },
  { "the values of the last row stand without its label",
    header .. spring .. lines "二、夏季 （一）北岸渡口 3 1 0 4" .. south .. winter .. lines "合计 16 3 3 22",
    { read[1], read[2], read[3], read[4], "16* 3* 3* 22*" }, { "row_inferred traffic.year" } },
  { "a page number between dashes stands among the values",
    header .. spring .. "二、夏季\n\n" .. lines "3 1 0 4" .. "— 3 —\n\n" .. lines "5 0 2 7 1 0 0 1" .. year,
    filled, three },

  { "a value is missing", header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7 1 0 1" .. year, absent, {},
    { "3", "1", "0", "4", "5", "0", "2", "7", "1", "0", "1" } },
  { "a whole row is missing", header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7" .. year, absent, {},
    { "3", "1", "0", "4", "5", "0", "2", "7" } },
  { "a bare page number stands among the values",
    header .. spring .. lines "二、夏季 3 1 0 4 3 5 0 2 7 1 0 0 1" .. year, absent, {},
    { "3", "1", "0", "4", "3", "5", "0", "2", "7", "1", "0", "0", "1" } },
  { "the parts of a row are not its total", header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7 1 0 0 2" .. year,
    { read[1], filled[2], filled[3], "1* 0* 0* 2*", read[5] }, three },
  { "the rows are not the sum of a column", header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7 2 0 0 2" .. year,
    { read[1], filled[2], filled[3], "2* 0* 0* 2*", read[5] }, three },
  { "a row that was read is not the sum", header .. spring .. lines "二、夏季 3 1 0 4 5 0 2 7 1 0 0 1 四、全年 17 3 3 23",
    { read[1], filled[2], filled[3], filled[4], "17 3 3 23" }, three },
  { "a value is not a whole number", header .. spring .. lines "二、夏季 3 1 0 4 5.5 0 1.5 7 1 0 0 1" .. year,
    { read[1], filled[2], "5.5* 0* 1.5* 7*", filled[4], read[5] }, three },
  { "a value is a dash", header .. spring .. lines "二、夏季 3 1 — 4 5 0 2 7 1 0 0 1" .. year,
    { read[1], "3* 1* -* 4*", filled[3], filled[4], read[5] }, three },
}

-- Name, what stands in place of the label of the row, what is read of it.
local strangers = {
  { "the end of the row's label", "岸渡口", "5 0 2 7" },
  { "the beginning of the row's label", "（二）南岸", "5 0 2 7" },
  { "a piece from the middle of the row's label", "南岸渡", "5 0 2 7" },
  { "a piece of another row's label", "北岸", ". . . ." },
  { "no piece of any label", "换乘中心", ". . . ." },
}

local function verify(source, rows, deviations, unaccounted)
  local report = small_form.read(source)
  assert.same(rows, small_form.cells(report, "traffic"))
  assert.same(deviations or {}, small_form.deviations(report))
  assert.same(unaccounted or {}, example.unaccounted(report))
end

describe("values apart from their labels, where", function()
  for _, case in ipairs(cases) do
    it(case[1], function() verify(case[2], case[3], case[4], case[5]) end)
  end

  for _, case in ipairs(strangers) do
    it("beside them stands " .. case[1], function()
      local source = header .. spring .. lines "二、夏季 （一）北岸渡口 3 1 0 4" .. lines(case[2], "5 0 2 7") .. winter
                     .. year
      local report = small_form.read(source)
      assert.equal(case[3], small_form.cells(report, "traffic")[3])
      assert.same(case[3]:find("%d") and {} or { "5", "0", "2", "7" }, example.unaccounted(report))
    end)
  end

  it("the lines of a table have bars", function()
    local source = [[
# 一、客流情况

| （单位：人次） | 成人 | 客车 | 客船 | 合计 |
| --- | --- | --- | --- | --- |
| 一、春季 | 7 | 2 | 1 | 10 |

二、夏季

| 3 | 1 | 0 | 4 |
| 5 | 0 | 2 | 7 |
| 1 | 0 | 0 | 1 |

| 四、全年 | 16 | 3 | 3 | 22 |
]]
    verify(source, filled, three)
    local wrong = source:gsub("1 | 0 | 0 | 1", "1 | 0 | 0 | 2")
    verify(wrong, { read[1], filled[2], filled[3], "1* 0* 0* 2*", read[5] }, three)
  end)

  it("they stand in a table of the page", function()
    local function page(rows)
      return "<p>一、客流情况</p>\n" .. small_form.table("（单位：人次）^3|旅客人次>4\n成人^2|团体>2|合计^2\n客车|客船\n"
        .. "一、春季|7|2|1|10\n" .. rows .. "四、全年|16|3|3|22")
    end
    verify(page "3|1|0|4\n5|0|2|7\n1|0|0|1\n", filled, three)
    verify(page "岸渡口|3|1|0|4\n（二）南|5|0|2|7\n1|0|0|1\n", filled, three)
    verify(page "3|1|0|4\n5|0|2|7\n1|0|0|2\n", { read[1], filled[2], filled[3], "1* 0* 0* 2*", read[5] }, three)
  end)

  it("they stand in a table of the page, behind cells that are blank", function()
    verify("<p>一、客流情况</p>\n" .. small_form.table("（单位：人次）^3|旅客人次>4\n成人^2|团体>2|合计^2\n客车|客船\n"
      .. "一、春季|7|2|1|10\n|3|1|0|4\n|5|0|2|7\n|1|0|0|1\n四、全年|16|3|3|22"), filled, three)
  end)

  it("the header of a table of the page is in another order, they are not filled in by the form's", function()
    verify("<p>一、客流情况</p>\n" .. small_form.table [[
      成人 | 客船 | 客车 | 合计
      7 | 1 | 2 | 10
      3 | 0 | 1 | 4
      5 | 2 | 0 | 7
      1 | 0 | 0 | 1
      16 | 3 | 3 | 22
    ]], { ". . . .", ". . . .", ". . . .", ". . . .", ". . . ." }, {},
      { "7", "1", "2", "10", "3", "0", "1", "4", "5", "2", "0", "7", "1", "0", "0", "1", "16", "3", "3", "22" })
  end)

  it("the header is in another order, they are not filled in by the form's", function()
    local words = lines "一、客流情况 （单位：人次） 旅客人次 成人 合计 团体 客船 客车 一、春季 二、夏季 四、全年"
    local report = small_form.read(words .. lines "7 1 2 10 3 0 1 4 5 2 0 7 1 0 0 1 16 3 3 22")
    assert.is_nil(table.concat(small_form.cells(report, "traffic")):find("%d"))
    assert.equal(20, #example.unaccounted(report))
  end)

  it("all labels stand in front of all values, they are read in their order, whatever the sums", function()
    local words = header .. lines "一、春季 二、夏季 （一）北岸渡口 （二）南岸渡口 三、冬季 （一）北岸渡口 四、全年"
    verify(words .. lines "7 2 1 10 3 1 0 4 5 0 2 7 1 0 0 1 16 3 3 22",
      { "7* 2* 1* 10*", filled[2], filled[3], filled[4], "16* 3* 3* 22*" },
      { "row_inferred traffic.spring", three[1], three[2], three[3], "row_inferred traffic.year" })
    local report = small_form.read(words .. lines "7 2 1 10 3 1 0 4 5 0 2 7 1 0 0 1 16 3 4 23")
    assert.equal("16* 3* 4* 23*", small_form.cells(report, "traffic")[5])
    report = small_form.read(words .. lines "7 2 1 10 3 1 0 4 5 0 2 7 1 0 0 1 16 3 23")   -- one is lost
    for _, row in ipairs(small_form.cells(report, "traffic")) do assert.is_nil(row:find("%d")) end
    assert.equal(19, #example.unaccounted(report))
  end)

  it("a row has one too few and the next one too many, neither is read", function()
    local rows = "（一）北岸渡口 3 1 0\n（二）南岸渡口 9 5 0 2 7\n三、冬季\n（一）北岸渡口 1 0 0 1\n"
    local report = small_form.read(header .. "一、春季 7 2 1 10\n二、夏季\n" .. rows .. "四、全年 16 3 3 22\n")
    local cells = small_form.cells(report, "traffic")
    assert.is_nil((cells[2] .. cells[3]):find("%d"), cells[2] .. " / " .. cells[3])
  end)

  it("the caption of a table stands among them, they are no row's", function()
    local report = small_form.read(header .. spring .. lines "二、夏季 （一）北岸渡口 3 1 表一 0 4" .. south .. winter .. year)
    assert.is_nil(small_form.cells(report, "traffic")[2]:find("%d"))
  end)

  it("a table has no total, they are read as well", function()
    for text, rows in pairs {
      ["二、设施情况 表一 项目 在册数 停用数 新增数 5 1 2 3 0 0 码头 趸船"] = { "? ? ?", "? ? ?" },
      ["二、设施情况 表一 项目 在册数 停用数 新增数 码头 5 1 2 换船 3 0 0"] = { "5 1 2", ". . ." },
      ["二、设施情况 表一 项目 在册数 停用数 新增数 码头 5 1 2 泊位 3 0 0"] = { "5 1 2", ". . ." },
      ["二、设施情况 表一 项目 在册数 停用数 新增数 5 1 2 趸船 3 0 0"] = { "5* 1* 2*", "3 0 0" },
    } do
      assert.same(rows, small_form.cells(small_form.read(lines(text)), "docks"), text)
    end
  end)

  it("they stand in another part, no row is filled with them", function()
    local source = header .. spring .. lines "二、设施情况 3 1 0 4 5 0 2 7 1 0 0 1 16 3 3 22"
    local report = small_form.read(source)
    assert.same({ read[1], ". . . .", ". . . .", ". . . .", ". . . ." }, small_form.cells(report, "traffic"))
  end)

  it("a table that is one line lost its header, it is not read from lines of their own", function()
    local words = "搁浅 碰撞 已结案 未结案 小计 白天碰撞 夜间碰撞 已结案 未结案 小计 已结案 未结案 小计"
    local report = small_form.read(lines("三、安全情况 1 0 1 2 1 3 0 1 1", words))
    assert.same({ ". . .", ". . .", ". . ." }, small_form.cells(report, "mishaps"))
    assert.equal(9, #example.unaccounted(report))
  end)

  it("there are several rows with the same label, it is the one of its group", function()
    local report = small_form.read(lines("一、客流情况 旅客人次 成人 团体 客车 客船 合计",
      "一、春季 1 2 3 6 二、夏季 （二）南岸渡口 2 2 2 6 三、冬季 （一）北岸渡口 4 5 6 15"))
    assert.same({ "1 2 3 6", ". . . .", "2 2 2 6", "4 5 6 15", ". . . ." }, small_form.cells(report, "traffic"))
  end)
end)

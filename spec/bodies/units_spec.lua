local example = require "spec.support.example"
local govreport = require "govreport"
local kind = require "govreport.bodies.kind"
local units = require "govreport.bodies.units"

describe("a name alone", function()
  local cases = {
    { "云岭市人民政府", "government" },
    { "清沅县人民政府", "government", "county" },
    { "青川省人民政府", "government", "province" },
    { "上海市人民政府", "government", "province" },
    { "松陵自治州人民政府", "government", "city" },
    { "松陵自治县人民政府", "government", "county" },
    { "青川自治区人民政府", "government", "province" },
    { "云岭市望川区人民政府", "government", "county" },
    { "云岭市青川市人民政府", "government", "county" },
    { "云岭市高新技术产业开发区人民政府", "government" },
    { "清沅县南浦镇人民政府", "government", "township" },
    { "南浦民族乡人民政府", "government", "township" },
    { "望川区北桥街道办事处", "subdistrict", "township" },
    { "云岭市人民政府办公室", "office" },
    { "青川省人民政府办公厅", "office", "province" },
    { "云岭市水务局", "department" },
    { "清沅县水务局", "department", "county" },
    { "青川省教育厅", "department", "province" },
    { "青川省云岭市教育局", "department" },
    { "青川省清沅县教育局", "department", "county" },
    { "云岭市望川区城市管理局", "department", "county" },
    { "云岭市高新区财政局", "department" },
    { "景德镇市水务局", "department" },
    { "雲嶺市清沅縣水務局", "department", "county" },
    { "南浦镇综合行政执法局" },
    { "云岭市公安局望川分局" },
    { "云岭市第一中学" },
    { "云岭市驻外办事处" },
    { "人民政府" },
    { "" },
  }
  for _, case in ipairs(cases) do
    it("“" .. case[1] .. "” tells " .. (case[2] or "nothing"), function()
      local found = kind.of_name(case[1]) or {}
      assert.equal(case[2], found.type)
      assert.equal(case[3], found.level)
    end)
  end
end)

local register = [[
名称,类型,层级,上级,行政区划代码,截止日期,别名
云岭市人民政府,政府,市级,,330100,,
云岭市水务局,部门,市级,云岭市人民政府,330100,1月20日,云岭市水利局；云岭市水利水电局
清沅县,县,,,,,
]]
local good = register:gsub("清沅县,县.-\n", "清沅县人民政府,,,云岭市人民政府,330127,2021-03-20,\n南浦镇人民政府,乡镇,,清沅县人民政府,330127100,,\n")

describe("a register of units", function()
  local known = assert(units.parse(good))

  it("finds units by name and alias, whatever the width, the script and the spaces", function()
    assert.equal(4, #known.list)
    for _, name in ipairs { "云岭市水务局", "雲嶺市水務局", " 云岭市 水务局", "云岭市水利局", "云岭市水利水电局" } do
      assert.equal("云岭市水务局", known:find(name).name)
    end
    assert.is_nil(known:find("云岭市水务"))
    assert.is_nil(known:find(nil))
  end)

  it("tells type, level, parent, code", function()
    local found = known:find("南浦镇人民政府")
    assert.same({ "government", "township", "清沅县人民政府", "330127100", 5 },
                { found.type, found.level, found.parent, found.code, found.line })
  end)

  it("gives the deadline of a year", function()
    local every, one = known:find("云岭市水务局"), known:find("清沅县人民政府")
    assert.equal("2021-01-20", every:deadline_for(2020))
    assert.equal("2025-01-20", every:deadline_for(2024))
    assert.equal("2021-03-20", one:deadline_for(2020))
    assert.is_nil(one:deadline_for(2024))
    assert.is_nil(known:find("云岭市人民政府"):deadline_for(2020))
  end)

  it("has English columns as well, in any order", function()
    local other = assert(units.parse "\239\187\191Level,NAME\r\ncounty,清沅县水务局\r\n")
    assert.equal("county", other:find("清沅县水务局").level)
  end)

  -- What a spreadsheet calls the columns, and how it saves the file.
  for _, header in ipairs { "名称,单位类型,发布时限", "单位名称,类型,截止日期", "机关名称,机构类型,公开时限", "名称,机关类型,期限" } do
    it("has columns by other names: " .. header, function()
      local found = assert(units.parse(header .. "\n清沅县水务局,部门,1月20日\n")):find("清沅县水务局")
      assert.same({ "department", "01-20" }, { found.type, found.deadline })
    end)
  end

  it("is read in GBK and GB18030, as spreadsheets save it", function()
    for _, encoding in ipairs { "GBK", "GB18030", "UTF-8" } do
      local path = os.tmpname()
      local pipe = assert(io.popen(("iconv -f UTF-8 -t %s >%s"):format(encoding, path), "w"))
      pipe:write((good:gsub("\n", "\r\n")))
      pipe:close()
      local read, message = units.open(path)
      os.remove(path)
      assert.is_nil(message)
      assert.equal(4, #read.list)
      assert.equal("2021-01-20", read:find("云岭市水利局"):deadline_for(2020))
    end
  end)

  it("is not guessed from broken UTF-8", function()
    local found, _, code = units.parse(good .. "云岭市\xE6\xB0局,部门,,,,,\n")
    assert.same({ nil, "csv.encoding" }, { found, code })
  end)

  it("is read-only", function()
    assert.has_error(function() known:find("云岭市水务局").level = "county" end)
  end)

  local wrong = {
    { "名称,类形\n清沅县水务局,部门", "units.column_near 1", "第1行：不识别的列名“类形”，是否指“类型”？" },
    { "name,typ\n清沅县水务局,部门", "units.column_near 1", "是否指“type”？" },
    { "名称,职工人数\n清沅县水务局,12", "units.column 1", "不识别的列名“职工人数”。" },
    { "名称,name\n清沅县水务局,", "units.column_twice 1", "列“name”重复" },
    { "类型\n部门", "units.no_name 1", "表头缺少“名称”列" },
    { "", "units.no_name 1", "表头缺少“名称”列" },
    { "名称,年度\n清沅县水务局,2024", "units.column 1", "不识别的列名“年度”" },
    { "名称,类型\n清沅县水务局,水利", "units.type 2", "不识别的类型“水利”。" },
    { "名称,类型\n清沅县水务局,部们", "units.type_near 2", "是否指“部门”？" },
    { "name,type\n清沅县水务局,departmant", "units.type_near 2", "是否指“department”？" },
    { "名称,层级\n清沅县水务局,县市级", "units.level_near 2", "不识别的层级“县市级”" },
    { "名称,类型,层级\n南浦镇人民政府,乡镇,县级", "units.level_of_type 2", "类型与层级不符" },
    { "名称\n清沅县水务局\n清沅县 水务局", "units.twice 3", "与第2行重复" },
    { "名称,别名\n清沅县水务局,\n清沅县水利局,清沅县水务局", "units.twice 3", "与第2行重复" },
    { "名称,上级\n清沅县水务局,清沅县政府", "units.parent 2", "上级“清沅县政府”不在名录中" },
    { "名称,上级\n清沅县水务局,清沅县水务局", "units.cycle 2", "上级关系成环" },
    { "名称,上级\n甲局,乙局\n乙局,丙局\n丙局,乙局", "units.cycle 3", "上级关系成环" },
    { "名称,截止日期\n清沅县水务局,2月30日", "units.date 2", "截止日期“2月30日”不是有效日期" },
    { "名称,截止日期\n清沅县水务局,2025-13-01", "units.date 2", "不是有效日期" },
    { "名称,行政区划代码\n清沅县水务局,3301", "units.code 2", "应为6位、9位或12位数字" },
    { "名称,行政区划代码\n清沅县水务局,990100", "units.code_province 2", "不是任何省份的代码" },
    { "名称,类型\n,部门", "units.nameless 2", "第2行没有填名称" },
    { "名称\n清沅县水务局,部门", "units.fields 2", "有2格，表头只有1列" },
    { "名称\n\xC7\xE5", "csv.encoding 2", "不是UTF-8编码" },
    { "名称\n\"清沅县", "csv.quote_open 2", "引号没有配对" },
  }
  for _, case in ipairs(wrong) do
    it("is refused with " .. case[2] .. ": " .. case[1]:gsub("%s", " "), function()
      local found, message, code, problems = units.parse(case[1], { name = "units.csv" })
      assert.is_nil(found)
      assert.equal(case[2], code .. " " .. problems[1].line)
      assert.equal(1, #problems)
      assert.matches(case[3], message, 1, true)
      assert.matches("^units.csv：第", message)
    end)
  end

  it("tells all problems, by line", function()
    local _, _, _, problems = units.parse "名称,类型,层级\n清沅县水务局,部们,县及\n清沅县水务局,,\n"
    local codes = {}
    for i, problem in ipairs(problems) do codes[i] = problem.line .. problem.code end
    assert.same({ "2units.level_near", "2units.type_near", "3units.twice" }, codes)
  end)

  it("lets a roster name a body once for each year", function()
    local text = "名称,年度\n清沅县水务局,2023\n清沅县水务局,2024年\n"
    local roster = assert(units.parse(text, { roster = true }))
    assert.same({ 2023, 2024 }, { roster.list[1].year, roster.list[2].year })
    local _, _, code = units.parse(text .. "清沅县水务局,2024", { roster = true })
    assert.equal("units.twice", code)
  end)

  it("takes many bodies, one below the other", function()
    local lines = { "name,parent" }
    for i = 1, 20000 do lines[i + 1] = ("机构%d,%s"):format(i, i > 1 and "机构" .. i - 1 or "") end
    local many = assert(units.parse(table.concat(lines, "\n")))
    assert.equal("机构19999", many:find("机构20000").parent)
  end)
end)

describe("what a rule knows of the report's body", function()
  local seen
  local probe = {
    id = "probe.body", severity = "info", basis = "提示", title = { zh = "甲", en = "a" },
    message = { zh = "甲。", en = "a." },
    check = function(report) seen = { unit = report.unit, body = report:body(), previous = report.previous } end,
  }
  local function look(text, register_of_units)
    seen = nil
    example.check(text, { units = register_of_units, rules = { probe }, select = { "probe" } })
    return seen
  end

  it("comes from the name where there is no register", function()
    local found = look(example.text)
    assert.same({ type = "department", known_by = "name" }, found.body)
    assert.is_nil(found.unit)
    assert.is_nil(found.previous)
  end)

  it("comes from the register where it has the body", function()
    local found = look(example.text, assert(units.parse(good)))
    assert.same({ type = "department", level = "city", deadline = "2021-01-20", known_by = "register" }, found.body)
    assert.equal("云岭市水务局", found.unit.name)
  end)

  it("comes from the name where the register has another", function()
    local found = look(example.text, assert(units.parse "名称,类型\n清沅县水务局,部门"))
    assert.same({ type = "department", known_by = "name" }, found.body)
    assert.is_nil(found.unit)
  end)

  it("does not mix a type of the register with a level of the name", function()
    local text = example.edit_all(example.text, "云岭市水务局", "清沅县水务局", 6)
    assert.equal("county", look(text).body.level)
    assert.is_nil(look(text, assert(units.parse "名称,类型\n清沅县水务局,事业单位")).body.level)
    assert.equal("county", look(text, assert(units.parse "名称,类型\n清沅县水务局,部门")).body.level)
  end)

  it("may come from a file", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write(good)
    file:close()
    assert.equal("city", look(example.text, path).body.level)
    os.remove(path)
    local report = example.report(example.text)
    local result, message, code = govreport.check(report, { units = path })
    assert.is_nil(result)
    assert.equal("io.missing", code)
    assert.equal(path .. "：文件或文件夹不存在，请核对路径。", message)
    assert.has_error(function() govreport.check(report, { units = 12 }) end)
  end)
end)

--- govreport check --previous, --series, --units: what it prints, and its exit codes.

local example = require "spec.support.example"
local shell = require "spec.support.shell"
local two_years = require "spec.support.two_years"

local folder

local function write(name, text) shell.write(folder .. "/" .. name, text) end

local function run(arguments) return shell.govreport("check " .. arguments) end

-- The rules that spoke, in the order of the output.
local function rules(out)
  local list = {}
  for id in out:gmatch("%[([%a_.]+)%]") do list[#list + 1] = id end
  return list
end

-- The titles of the reports, in the order of the output.
local function titles(out)
  local list = {}
  for name in out:gmatch("%.%a+  (%S+)年政府信息公开工作年度报告%f[%s]") do list[#list + 1] = name end
  return list
end

before_each(function()
  folder = shell.folder "all"
end)

after_each(function() shell.remove(folder) end)

describe("--previous", function()
  it("compares one report", function()
    write("now.txt", two_years.now)
    write("before.txt", (two_years.before:gsub("\n规范性文件\n\n3\n\n3\n\n18", "\n规范性文件\n\n3\n\n3\n\n17")))
    local code, out = run(("--previous %s/before.txt %s/now.txt"):format(folder, folder))
    assert.equal(0, code)
    assert.same({ "instruments.total_disclosed" }, rules(out))
  end)

  it("is wrong usage for several reports", function()
    write("all/now.txt", two_years.now)
    write("all/before.txt", two_years.before)
    local code, out, err = run(("--previous %s/all/before.txt %s/all"):format(folder, folder))
    assert.equal(2, code)
    assert.equal("", out)
    assert.matches("^govreport: %-%-previous只用于核对一份报告，给出的路径有2份；多份报告请用%-%-series。 %[usage.previous%]\n"
                   .. "用法：govreport check ", err)
  end)

  it("is told where it cannot be read, and the report is checked all the same", function()
    write("now.txt", two_years.now)
    local code, out, err = run(("--previous %s/none.txt %s/now.txt"):format(folder, folder))
    assert.equal(3, code)
    assert.matches("结论：未发现错误", out, 1, true)
    assert.matches("none.txt：文件或文件夹不存在", err, 1, true)
  end)
end)

describe("--series", function()
  local function years(list)
    for _, entry in ipairs(list) do
      local shift, name = entry[1], entry[2]
      local shifted = two_years.now:gsub("20[12]%d", function(year) return tostring(tonumber(year) + shift) end)
      write("all/" .. name, shifted)
    end
  end

  it("compares each report with that of its body for the year before", function()
    write("all/b.txt", two_years.now)
    write("all/a.html", two_years.now_2021)
    write("all/c.txt", two_years.before)
    write("all/d.html", two_years.before_2021)
    local code, out, err = run("--ignore structure --series " .. folder .. "/all")
    assert.equal("", err)
    assert.same({ "metadata.series" }, rules(out))
    assert.same({ "云岭市水务局2019", "云岭市水务局2020", "云岭市水务局2023", "云岭市水务局2024" }, titles(out))
    assert.matches("文件夹中缺云岭市水务局2021、2022年度报告，2023年度报告未作跨年核对，请补齐。", out, 1, true)
    assert.equal(0, code)
  end)

  it("finds what does not follow", function()
    years { { 0, "2020.txt" }, { -1, "2019.txt" } }
    local code, out = run("--series " .. folder .. "/all --select applications")
    assert.equal(1, code)
    assert.same({ "applications.carry_over" }, rules(out))
  end)

  it("names reports that stand twice, and compares nothing with them", function()
    years { { 0, "2020.txt" }, { -1, "2019.txt" }, { -1, "2019-2.txt" } }
    local code, out = run("--series " .. folder .. "/all --select applications --select metadata.series")
    assert.equal(0, code)
    assert.same({ "metadata.series", "metadata.series", "metadata.series" }, rules(out))
    assert.matches(("文件夹中云岭市水务局2019年度报告有2份（%s/all/2019-2.txt、%s/all/2019.txt），请保留一份。")
                   :format(folder, folder), out, 1, true)
    assert.matches("），本年度报告未作跨年核对，请保留一份。", out, 1, true)
  end)

  it("keeps bodies apart, and joins those that the register calls one", function()
    years { { 0, "2020.txt" } }
    write("all/2019.txt", (two_years.before:gsub("云岭市水务局", "云岭市水利局")))
    write("units.csv", "名称,别名\n云岭市水务局,云岭市水利局\n")
    local _, out = run("--ignore structure --series " .. folder .. "/all")
    assert.same({}, rules(out))
    write("all/2019.txt", (two_years.before:gsub("云岭市水务局", "云岭市水利局"):gsub("\n18\n", "\n30\n")))
    _, out = run(("--series %s/all --units %s/units.csv --select proactive.previous_items"):format(folder, folder))
    assert.same({ "云岭市水利局2019", "云岭市水务局2020" }, titles(out))
  end)

  it("tells of reports whose body is not known, and of files that cannot be read", function()
    years { { 0, "2020.txt" } }
    write("all/untitled.txt", example.nameless(two_years.before, "云岭市水务局2019年政府信息公开工作年度报告"))
    write("all/letter.txt", "您好，这是一封信。\n")
    local code, out, err = run("--series " .. folder .. "/all --select metadata.series")
    assert.equal(3, code)
    assert.same({ "metadata.series" }, rules(out))
    assert.matches("未能从报告中同时读出机关名称和年度", out, 1, true)
    assert.matches("letter.txt", err, 1, true)
    assert.is_nil(out:find("letter", 1, true))
  end)

  it("stands alone", function()
    for _, arguments in ipairs { "--series examples examples/report.txt", "--series examples --previous x.txt" } do
      local code, _, err = run(arguments)
      assert.equal(2, code)
      assert.matches("[usage.series]", err, 1, true)
    end
  end)
end)

describe("--units", function()
  it("refuses a register that is not right, with all its problems", function()
    write("units.csv", "名称,类型,层级\n云岭市水务局,部们,\n清沅县水务局,部门,县及\n")
    local code, out, err = run("--units " .. folder .. "/units.csv examples/report.txt")
    assert.equal(2, code)
    assert.equal("", out)
    assert.matches("第2行：不识别的类型“部们”，是否指“部门”？ [units.type_near]", err, 1, true)
    assert.matches("第3行：不识别的层级“县及”", err, 1, true)
  end)

  it("is told where it is not there", function()
    local code, _, err = run("--units " .. folder .. "/none.csv examples/report.txt")
    assert.equal(2, code)
    assert.matches("[io.missing]", err, 1, true)
  end)
end)

--- govreport rollup: what it prints, and its exit codes.

local district = require "spec.support.district"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local form, folder = "cn_disclosure_2021", nil
local parent, children = district.new(3, form)

local function write(name, text) shell.write(folder .. "/" .. name, text) end

local function write_report(name, agency, cells)
  write(name, sample.text { form = form, agency = agency, year = 2021, cells = cells })
end

-- Runs govreport rollup; `@` is the folder.
local function run(arguments)
  local code, out, err = shell.govreport("rollup " .. arguments:gsub("@", folder))
  return code, out, (err:gsub(folder, "@"))
end

setup(function()
  folder = shell.folder "all"
  for i, name in ipairs(district.names) do write_report("all/" .. i .. ".txt", name, children[i]) end
  write_report("all/parent.txt", district.parent, parent)
  local wrong = {}
  for address, value in pairs(parent) do wrong[address] = value end
  wrong["applications.received.total"] = "45"
  write_report("wrong.txt", district.parent, wrong)
  local head = "名称,上级\n" .. district.parent .. ",\n"
  local rows = table.concat(district.names, "," .. district.parent .. "\n") .. "," .. district.parent .. "\n"
  write("roster.csv", head .. rows)
  write("more.csv", head .. rows .. "清沅县财政局," .. district.parent .. "\n")
  write("bad.csv", "名称,上级\n清沅县财政局,清沅县财政局\n")
end)

teardown(function() shell.remove(folder) end)

describe("govreport rollup", function()
  it("passes a report that is the sum of a folder in which it stands itself", function()
    local code, out, err = run "@/all/parent.txt @/all"
    assert.equal(0, code)
    assert.equal("", err)
    assert.matches("结论：未发现错误（需修改0处，待核实0处，提示0处）\n汇总核对：清沅县人民政府2021年度报告与5份单位报告，共200格；不符0格，无法判定0格\n$", out)
    assert.equal(0, (run "--roster @/roster.csv @/all/parent.txt @/all"))
  end)

  it("prints what each unit has where a cell differs", function()
    local code, out = run "@/wrong.txt @/all/1.txt @/all/2.txt @/all/3.txt @/all/4.txt @/all/5.txt"
    assert.equal(1, code)
    assert.matches([[
不符的格：
  第三部分表格
                                             本级  合计  差额  各单位
    一、本年新收政府信息公开申请数量 · 总计    45    50    −5  南浦镇人民政府37、石桥乡人民政府13
]], out, 1, true)
  end)

  it("speaks English", function()
    local code, out = run "--lang en @/wrong.txt @/all"
    assert.equal(1, code)
    assert.matches("roll-up: 清沅县人民政府 2021 and 5 reports of units, 200 cells; 1 differ, 0 undecided", out, 1, true)
  end)

  it("is undecided where a report is missing or cannot be read", function()
    local code, out = run "--roster @/more.csv @/all/parent.txt @/all"
    assert.equal(3, code)
    assert.matches("名录中有1个单位未见2021年度报告：清沅县财政局；请核实并补齐后再核对。", out, 1, true)
    local err
    code, out, err = run "@/all/parent.txt @/all @/none.txt"
    assert.equal(3, code)
    assert.matches("无法判定200格", out, 1, true)
    assert.equal("govreport: @/none.txt：文件或文件夹不存在，请核对路径。 [io.missing]\n", err)
  end)

  it("prints JSON alone, the same each time", function()
    local code, out, err = run "--to json @/wrong.txt @/all"
    assert.equal(1, code)
    assert.equal("", err)
    assert.matches('^{\n  "schema": "govreport.rollup/1"', out)
    assert.matches('"address": "applications.received.total",\n      "verdict": "differs",\n      "value": 45,\n'
                   .. '      "sum": 50,\n      "difference": -5,', out, 1, true)
    assert.equal(out, select(2, run "--to json @/wrong.txt @/all"))
  end)

  it("names every key of the JSON in docs/json.md", function()
    local docs = shell.read "docs/json.md":match("# The JSON of a roll%-up\n.*$")
    local _, out = run "--to json @/wrong.txt @/all"
    local keys = out:match("^(.-)\n  \"findings\"")
    for key in keys:gmatch('\n *"([%a_]+)": ') do assert.is_truthy(docs:find("`" .. key .. "`", 1, true), key) end
  end)

  it("refuses a roster that is not right, and a parent that cannot be read", function()
    local code, out, err = run "--roster @/bad.csv @/all/parent.txt @/all"
    assert.same({ 2, "" }, { code, out })
    assert.equal("govreport: @/bad.csv：第2行：“清沅县财政局”的上级关系成环，请核对“上级”列。 [units.cycle]\n", err)
    assert.equal(3, (run "@/none.txt @/all"))
    assert.equal(2, (run "@/all/parent.txt"))
  end)

  it("can be told to fail on warnings", function()
    local cells = {}
    for address, value in pairs(parent) do cells[address] = value end
    cells["fees.administrative_fees.amount"] = "99"
    write_report("money.txt", district.parent, cells)
    assert.equal(0, (run "@/money.txt @/all --roster @/roster.csv"))
    assert.equal(1, (run "--fail-on warning @/money.txt @/all --roster @/roster.csv"))
  end)
end)

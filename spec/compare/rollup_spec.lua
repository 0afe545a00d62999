local district = require "spec.support.district"
local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"
local member = require "govreport.compare.member"
local rollup = require "govreport.compare.rollup"
local units = require "govreport.bodies.units"

local form, old_form = "cn_disclosure_2021", "cn_disclosure_2019"

-- A copy of cells with changes.
local function with(cells, changes)
  local copy = {}
  for address, value in pairs(cells) do copy[address] = value end
  for address, value in pairs(changes) do copy[address] = value end
  return copy
end

-- A number moved by another.
local function moved(cells, address, by) return with(cells, { [address] = tostring(tonumber(cells[address]) + by) }) end

local function messages(result)
  local list = {}
  for finding in result:findings() do
    list[#list + 1] = ("%s %s: %s"):format(finding.rule, finding.severity, finding.message)
  end
  return list
end

local function lines_of(compared, verdict)
  local list = {}
  for _, line in ipairs(compared.lines) do
    if line.verdict == verdict then list[#list + 1] = line.address end
  end
  return list
end

local function line(compared, address)
  for _, found in ipairs(compared.lines) do
    if found.address == address then return found end
  end
end

-- What the causes say: kind, the first children, how many cells.
local function causes(compared)
  local list = {}
  for i, cause in ipairs(compared.causes) do
    local names = {}
    for k, child in ipairs(cause.children[1] or {}) do names[k] = compared.counted[child].agency end
    list[i] = ("%s %s %d"):format(cause.kind, table.concat(names, "+"), #cause.addresses)
  end
  return list
end

describe("a report that is the sum of others", function()
  for _, id in ipairs { form, old_form } do
    for seed = 1, 5 do
      it("has no findings, " .. id .. ", seed " .. seed, function()
        local parent, children = district.new(seed, id)
        local compared, result = district.rollup(id, parent, children)
        assert.same({}, messages(result))
        assert.equal("pass", result.verdict)
        assert.equal(0, compared.open)
        assert.equal(id == form and 200 or 198, #compared.lines)
        assert.equal(#compared.lines, #lines_of(compared, "equal"))
        assert.equal(5, #compared.counted)
      end)
    end
  end

  it("shows what each child has", function()
    local parent, children = district.new(3, form)
    local compared = district.rollup(form, parent, children)
    local found = line(compared, "applications.received.total")
    local parts = {}
    for i, part in ipairs(found.parts) do parts[i] = tostring(part) end
    local wanted = {}
    for i, cells in ipairs(children) do wanted[i] = tostring(cells["applications.received.total"]) end
    assert.same(wanted, parts)
    assert.equal(tonumber(parent["applications.received.total"]), found.sum)
    assert.has_error(function() compared.open = 1 end)
    assert.has_error(function() found.sum = 1 end)
  end)
end)

describe("a cell that differs", function()
  local parent, children = district.new(3, form)

  it("is an error with both numbers", function()
    local compared, result = district.rollup(form, moved(parent, "applications.received.total", -5), children)
    assert.same({ "applications.received.total" }, lines_of(compared, "differs"))
    assert.equal(-5, line(compared, "applications.received.total").difference)
    assert.same({
      "rollup.cells error: 第三部分表格有1格与所属各单位合计不符：“一、本年新收政府信息公开申请数量”行“总计”列填45、合计50，请核改。",
    }, messages(result))
    local found = result.list[1]
    assert.same({ "applications.received.total" }, example.addresses(found))
    assert.equal(50, found.expected)
    assert.equal(45, found.actual)
    assert.equal("南浦镇人民政府2021", found.related[1].report)
    assert.equal(37, found.related[1].value)
  end)

  it("hints at the child that has the difference", function()
    local _, result = district.rollup(form, moved(parent, "applications.received.total", -13), children)
    assert.matches("合计50（差额与石桥乡人民政府的数值相同），请核改。", messages(result)[1], 1, true)
  end)

  it("is told with the others of its table", function()
    local changed = moved(moved(parent, "applications.received.total", -5), "applications.granted.total", 2)
    changed = moved(changed, "disputes.reconsideration.total", 4)
    local _, result = district.rollup(form, changed, children)
    assert.equal(2, #result.list)
    assert.equal(2, #result.list[1].cells)
  end)

  -- Every number of a child is looked at: a change of any is noticed.
  for _, id in ipairs { form, old_form } do
    it("is noticed wherever it is, " .. id, function()
      local year = forms.declared(id).years[1]
      local total, own = district.new(7, id)
      local report, unnoticed = district.report(id, district.parent, year, total), {}
      local members = {}
      for i, cells in ipairs(own) do members[i] = member.of(district.report(id, district.names[i], year, cells)) end
      local values = members[2].values
      for address, value in pairs(values) do
        if not members[2].split[address:match("^(.*)%.")] then
          values[address] = value + 1
          local differing = lines_of(rollup.compare(report, members), "differs")
          if #differing ~= 1 or differing[1] ~= address then unnoticed[#unnoticed + 1] = address end
          values[address] = value
        end
      end
      assert.same({}, unnoticed)
    end)
  end

  it("is a warning where items or money are counted", function()
    local total, own = district.new(3, old_form)
    local _, result = district.rollup(old_form, with(total, { ["licensing.licenses.previous_items"] = "1" }), own)
    assert.matches("^rollup.cells warning", messages(result)[1])
    _, result = district.rollup(form, with(parent, { ["fees.administrative_fees.amount"] = "99" }), children)
    assert.same({
      "rollup.cells warning: 第二部分“第二十条第（八）项”表格有1格与所属各单位合计不符：“行政事业性收费”行“本年收费金额（单位：万元）”列填99万元、合计117.37万元，请核改。",
    }, messages(result))
  end)
end)

describe("money", function()
  local address = "fees.administrative_fees.amount"
  local parent, children = district.new(3, form)
  local function verdict(own, parts)
    local cells = {}
    for i, part in ipairs(parts) do cells[i] = with(children[i], { [address] = part }) end
    local names = { table.unpack(district.names, 1, #parts) }
    return line((district.rollup(form, with(parent, { [address] = own }), cells, { names = names })), address)
  end

  local cases = {
    { "12.5", { "10", "2.50" }, "equal" },
    { "12.5", { "10.04", "2.42" }, "equal" },                 -- rounded above
    { "12.50", { "10.04", "2.42" }, "differs" },
    { "12.5", { "100000元", "2.5" }, "equal" },
    { "125000元", { "10", "2.5" }, "equal" },
    { "12.5", { "100000元", "3.9" }, "differs" },
    { "0.000001", { "0.000001", "0" }, "equal" },
  }
  for _, case in ipairs(cases) do
    it(("%s of %s is %s"):format(case[1], table.concat(case[2], ", "), case[3]), function()
      assert.equal(case[3], verdict(case[1], case[2]).verdict)
    end)
  end

  it("is shown in yuan where the units differ", function()
    local found = verdict("12.5", { "90000元", "2.5" })
    assert.same({ "元", 125000, 115000 }, { found.unit, found.value, found.sum })
  end)
end)

describe("blanks", function()
  local address = "applications.granted.total"
  local parent, children = district.new(3, form)
  local value = tonumber(parent[address])
  local function of(own, part)
    local cells = with(children[2], { [address] = part })
    local compared, result = district.rollup(form, with(parent, { [address] = own }),
                                             { children[1], cells, children[3], children[4], children[5] })
    return line(compared, address), result
  end
  local rest = value - tonumber(children[2][address])

  it("are no zeros: the sum is a lower bound", function()
    local found, result = of(tostring(rest + 3), "不适用")
    assert.same({ "open", 1, rest }, { found.verdict, found.unknown, found.sum })
    assert.equal("undecided", result.verdict)
    assert.same({
      "rollup.open notice: 参与核对的200格中有1格因单位报告缺失、未填或单位不一致，无法判定是否等于合计。" }, messages(result))
  end)

  it("are enough where the sum is reached without them", function()
    assert.equal("equal", of(tostring(rest), "—").verdict)
  end)

  it("do not hide that the parent has less", function()
    local found, result = of(tostring(rest - 1), "/")
    assert.equal("differs", found.verdict)
    assert.equal("fail", result.verdict)
  end)

  it("of the parent are named where the units have numbers", function()
    local found, result = of("—", "5")
    assert.equal("blank", found.verdict)
    assert.same({ "rollup.blank warning: 第三部分表格有1格未填，而所属各单位合计不为0，请核实后补填。" }, messages(result))
  end)

  it("leave a signed number open in both directions", function()
    local change = "licensing.licenses.change"
    local total, own = district.new(3, old_form)
    own[1] = with(own[1], { [change] = "—" })
    local compared = district.rollup(old_form, with(total, { [change] = "-50" }), own)
    assert.equal("open", line(compared, change).verdict)
  end)
end)

describe("the likely cause", function()
  local parent, children = district.new(11, form)
  local function sum_of(...)
    local list = {}
    for i, n in ipairs { ... } do list[i] = children[n] end
    return district.sum(list, form)
  end

  local cases = {
    { "one left out", { 1, 2, 3, 5 }, "left_out 南浦镇人民政府", "小于所属各单位合计，差额与南浦镇人民政府的数值一致，疑漏计，请核改：" },
    { "one counted twice", { 1, 2, 2, 3, 4, 5 }, "twice 清沅县教育局", "大于所属各单位合计，差额与清沅县教育局的数值一致，疑重复计入，请核改：" },
    { "two left out", { 1, 3, 5 }, "left_out 清沅县教育局+南浦镇人民政府",
      "差额与清沅县教育局、南浦镇人民政府的数值一致，疑漏计，请核改：" },
    { "one taken for the whole", { 4 }, "only 南浦镇人民政府", "第二至第四部分表格的数值与南浦镇人民政府一个单位的相同，疑未汇总其他单位（" },
  }
  for _, case in ipairs(cases) do
    it("is " .. case[1], function()
      local compared, result = district.rollup(form, sum_of(table.unpack(case[2])), children)
      assert.same({ case[3] .. " " .. #lines_of(compared, "differs") }, causes(compared))
      assert.equal(1, #result.list)
      assert.equal("error", result.list[1].severity)
      assert.matches(case[4], result.list[1].message, 1, true)
      assert.equal(#lines_of(compared, "differs"), #result.list[1].cells)
    end)
  end

  it("may hold for one table only", function()
    local changed, without = {}, sum_of(1, 2, 3, 5)
    for address, value in pairs(parent) do
      changed[address] = address:find("^disputes") and without[address] or value
    end
    local compared, result = district.rollup(form, changed, children)
    assert.equal(1, #compared.causes)
    assert.equal("disputes", compared.causes[1].table)
    assert.equal("left_out", compared.causes[1].kind)
    assert.matches("^第四部分表格有%d+格小于所属各单位合计", result.list[1].message)
  end)

  it("is found beside another mistake", function()
    local wrong = moved(sum_of(1, 2, 3, 5), "applications.received.total", 1000)
    local compared, result = district.rollup(form, wrong, children)
    assert.same({ "left_out 南浦镇人民政府 " .. #lines_of(compared, "differs") - 1, "none  1" }, causes(compared))
    assert.equal(2, #result.list)
    assert.equal(1000, result.list[2].actual)
  end)

  it("may be the government's own office, or any that was not given: no error then", function()
    local list = { children[1], children[2], children[4] }
    local compared, result = district.rollup(form, parent, list, { names = { "清沅县水务局", "清沅县教育局", "南浦镇人民政府" } })
    assert.same({ "own  " .. #lines_of(compared, "differs") }, causes(compared))
    assert.same({ 0, 1 }, { result.counts.error, result.counts.warning })
    assert.matches("所附报告中没有本级政府办公厅（室）的", result.list[1].message, 1, true)
    list = { children[1], children[2], children[3] }
    compared, result = district.rollup(form, parent, list)
    assert.same({ "more  " .. #lines_of(compared, "differs") }, causes(compared))
    assert.same({ 0, 1 }, { result.counts.error, result.counts.warning })
    assert.matches("可能有单位未附报告，请核实并补齐后再核对", result.list[1].message, 1, true)
  end)

  it("is not sought where reports are known to be missing", function()
    local compared, result = district.rollup(form, sum_of(1, 2, 3, 5), children, { lost = 1 })
    for _, cause in ipairs(compared.causes) do assert.equal("none", cause.kind) end
    assert.equal("fail", result.verdict)
  end)

  it("is found among many children, and pairs of them", function()
    local names, own = {}, {}
    for i = 1, 300 do
      names[i] = ("清沅县第%d中心学校教育局"):format(i)
      own[i] = { ["applications.received.total"] = i * 7919 % 1009, ["disputes.reconsideration.total"] = i % 3,
                 ["applications.granted.total"] = i * i * i % 997, ["applications.concluded.total"] = i * i % 991 }
    end
    local total = {}
    for i, cells in ipairs(own) do
      for address, value in pairs(cells) do
        if i ~= 123 and i ~= 257 then total[address] = (total[address] or 0) + value end
      end
    end
    local compared = district.rollup(form, total, own, { names = names })
    assert.same({ "left_out " .. names[123] .. "+" .. names[257] .. " 4" }, causes(compared))
  end)
end)

describe("who counts", function()
  local parent, children = district.new(5, form)

  it("is not a report of another year", function()
    local compared, result = district.rollup(form, parent, children, { years = { [2] = 2022 } })
    assert.equal("year", compared.members[2].status)
    assert.equal(4, #compared.counted)
    assert.matches("rollup.year warning: 清沅县教育局的报告为2022年度（清沅县教育局2022），本报告为2021年度，未计入，请核实后换成2021年度的报告。",
                   table.concat(messages(result), "\n"), 1, true)
  end)

  it("is a body once", function()
    local names = { table.unpack(district.names) }
    names[6] = "清沅县水务局"
    local twice = { table.unpack(children) }
    twice[6] = children[1]
    local compared, result = district.rollup(form, parent, twice, { names = names })
    assert.same({ "rollup.twice warning: 清沅县水务局的报告有两份，数值相同（清沅县水务局2021、清沅县水务局2021），只计一次，请核实后去掉重复的一份。" },
                messages(result))
    assert.equal(0, compared.open)
    assert.equal("review", result.verdict)
    twice[6] = moved(children[1], "applications.received.total", 1)
    compared, result = district.rollup(form, parent, twice, { names = names })
    assert.same({ "unclear", "twice" }, { compared.members[1].status, compared.members[6].status })
    assert.equal("undecided", result.verdict)
    assert.matches("数值不同（清沅县水务局2021、清沅县水务局2021），均未计入", table.concat(messages(result)), 1, true)
  end)

  it("is a body once, with and without its city in front", function()
    local names = { table.unpack(district.names) }
    names[6] = "云岭市清沅县水务局"
    local twice = { table.unpack(children) }
    twice[6] = children[1]
    local compared = district.rollup(form, parent, twice, { names = names })
    assert.equal("twice", compared.members[6].status)
    assert.equal(5, #compared.counted)
  end)

  it("is not the parent itself, and not a report without body and year", function()
    local names = { table.unpack(district.names) }
    names[6] = district.parent
    local more = { table.unpack(children) }
    more[6] = parent
    local compared, result = district.rollup(form, parent, more, { names = names })
    assert.equal("itself", compared.members[6].status)
    assert.same({ "rollup.body warning: 清沅县人民政府2021与本报告为同一机关（清沅县人民政府），未计入，请核实后去掉。" }, messages(result))
  end)

  it("is not decided for a general office", function()
    local _, result = district.rollup(form, parent, children, { parent = "清沅县人民政府办公室", names = {
      "清沅县水务局", "清沅县教育局", "清沅县民政局", "南浦镇人民政府", "石桥乡人民政府" } })
    assert.same({ "rollup.office warning: “清沅县人民政府办公室”是办事机构，其自身报告不是本级政府的汇总报告，请核实后改用本级政府的年度报告核对。" },
                messages(result))
  end)

  it("needs a parent that tells its body and its year", function()
    local report = example.report(example.nameless(example.text, "云岭市水务局2020年政府信息公开工作年度报告"))
    local compared, message, code = govreport.rollup(report, {}, { name = "a.txt" })
    assert.is_nil(compared)
    assert.equal("rollup.parent", code)
    assert.equal("a.txt：未能从报告中同时读出机关名称和年度，无法作汇总核对，请核对标题。", message)
  end)

  it("is nobody: nothing is decided then", function()
    local compared, result = district.rollup(form, parent, {})
    assert.equal("undecided", result.verdict)
    assert.equal(#compared.lines, compared.open)
  end)
end)

describe("a roster", function()
  local parent, children = district.new(5, form)
  local function roster(text) return assert(units.parse(text, { roster = true })) end
  local all = "名称,上级\n清沅县人民政府,\n望川区水务局,\n" .. table.concat(district.names, ",清沅县人民政府\n") .. ",清沅县人民政府\n"

  it("that is complete makes a parent that is too large or too small an error", function()
    local names, list = { "清沅县水务局", "清沅县教育局", "南浦镇人民政府" }, { children[1], children[2], children[4] }
    local complete = roster("名称\n" .. table.concat(names, "\n"))   -- without an office of the government
    for _, factor in ipairs { 2, -1 } do
      local wrong = district.sum(list, form)
      for _, row in ipairs { "received", "granted", "concluded" } do
        for _, column in ipairs { "natural_person", "total" } do
          wrong = moved(wrong, ("applications.%s.%s"):format(row, column), factor * (#row + #column))
        end
      end
      local _, result = district.rollup(form, wrong, list, { names = names, roster = complete })
      assert.equal("fail", result.verdict)
      _, result = district.rollup(form, wrong, list, { names = names })
      assert.equal(factor > 0 and "review" or "fail", result.verdict)
    end
  end)

  it("that all are on is quiet", function()
    local _, result = district.rollup(form, parent, children, { roster = roster(all) })
    assert.same({}, messages(result))
  end)

  it("may be names alone", function()
    local text = "名称\n清沅县人民政府\n" .. table.concat(district.names, "\n")
    local compared, result = district.rollup(form, parent, children, { roster = roster(text) })
    assert.same({}, messages(result))
    assert.equal(0, #compared.missing)
  end)

  it("names who is missing, and the sum is a lower bound", function()
    local compared, result = district.rollup(form, parent, children, {
      roster = roster(all .. "清沅县财政局,清沅县人民政府\n清沅县民政局,清沅县人民政府\n") })
    assert.same({ "清沅县财政局", "清沅县民政局" }, { table.unpack(compared.missing) })
    assert.equal("rollup.missing warning: 名录中有2个单位未见2021年度报告：清沅县财政局、清沅县民政局；请核实并补齐后再核对。", messages(result)[1])
    assert.equal("undecided", result.verdict)
    assert.equal(#compared.lines, compared.open)
    local lower = moved(parent, "applications.received.total", -1)
    compared, result = district.rollup(form, lower, children, { roster = roster(all .. "清沅县财政局,清沅县人民政府\n") })
    assert.same({ "applications.received.total" }, lines_of(compared, "differs"))
    assert.equal(1, result.counts.error)
  end)

  it("names who does not belong", function()
    local other = all:gsub("南浦镇人民政府", "青禾镇人民政府")
    local compared, result = district.rollup(form, parent, children, { roster = roster(other) })
    assert.equal("body", compared.members[4].status)
    assert.matches("南浦镇人民政府（南浦镇人民政府2021）不在名录所列单位中，未计入，请核实名录或报告。", table.concat(messages(result)), 1, true)
  end)

  it("need not hold the parent", function()
    local text = "名称,上级\n望川区水务局,望川区人民政府\n" .. table.concat(district.names, ",清沅县人民政府\n")
    local compared, result = district.rollup(form, parent, children, { roster = roster(text .. ",清沅县人民政府\n") })
    assert.same({}, messages(result))
    assert.equal(0, #compared.missing)
  end)

  it("knows older names", function()
    local text = "名称,别名\n清沅县水利局,清沅县水务局\n" .. table.concat(district.names, "\n", 2)
    local _, result = district.rollup(form, parent, children, { roster = roster(text) })
    assert.same({}, messages(result))
  end)

  it("may hold several years", function()
    local lines = { "名称,年度" }
    for _, name in ipairs(district.names) do lines[#lines + 1] = name .. ",2021\n" .. name .. ",2022" end
    local compared, result = district.rollup(form, parent, children, {
      roster = roster(table.concat(lines, "\n") .. "\n清沅县财政局,2022") })
    assert.same({}, messages(result))
    assert.equal(0, #compared.missing)
  end)

  it("may be a file, and is refused where it is not right", function()
    local report = district.report(form, district.parent, 2021, parent)
    local compared, message, code = govreport.rollup(report, {}, { roster = "/none.csv" })
    assert.is_nil(compared)
    assert.equal("io.missing", code)
    assert.equal("/none.csv：文件或文件夹不存在，请核对路径。", message)
  end)
end)

describe("forms that differ", function()
  it("compare （六）其他处理 as a whole where one of them prints one row", function()
    local parent, children = district.new(9, form)
    local whole = {}
    for _, column in ipairs(forms.declared(form).tables[5].columns) do
      local sum = 0
      for _, id in ipairs { "other_not_supplemented", "other_fee_unpaid", "other_remaining" } do
        sum = sum + children[2]["applications." .. id .. "." .. column.id]
      end
      whole["applications.other_handling." .. column.id] = sum
    end
    local function compare(by)
      local reports = {}
      for i, own in ipairs(children) do
        reports[i] = member.of(district.report(form, district.names[i], 2021, own))
      end
      local cells = {}
      for address, value in pairs(children[2]) do
        local shared = not address:find("^instruments") and not address:find("^fees")
        if shared and not address:find("applications%.other_") then cells[address] = value end
      end
      for address, value in pairs(whole) do cells[address] = value + by end
      reports[2] = govreport.member(district.report(old_form, district.names[2], 2021, cells))
      return govreport.rollup(district.report(form, district.parent, 2021, parent), reports)
    end
    local compared, result = compare(0)
    assert.is_nil(line(compared, "applications.other_remaining.total"))
    assert.equal("equal", line(compared, "applications.other_handling.total").verdict)
    assert.same({ 0, "rollup.form" }, { result.counts.error, result.list[1].rule })
    assert.matches("有1个单位的报告与本报告格式（政府信息公开工作年度报告（2021年格式））不同：清沅县教育局", result.list[1].message, 1, true)
    compared = compare(1)
    assert.equal("differs", line(compared, "applications.other_handling.total").verdict)
  end)
end)

--- Why sums fail: the cells that are named, and the repairs that are proposed.

local catalogue = require "govreport.base.catalogue"
local cause = require "govreport.check.cause"
local example = require "spec.support.example"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local letter = require "govreport.check.letter"
local sweep = require "spec.support.sweep"
local wrong = require "spec.support.wrong"

local received, brought = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
local granted, other = "（一）予以公开", "（六）其他处理"
local concluded, carried = "（七）总计", "四、结转下年度继续办理"

-- What is written of the numbers in the text is another matter.
local only = { select = { "applications", "disputes", "cells" } }

local function findings(changes)
  return example.findings(example.set_all(example.text, changes), nil, only)
end

describe("one wrong number in the table of applications", function()
  -- Row, column, what is printed, the cell's address, what it should be.
  local cases = {
    { granted, 1, "18", "applications.granted.natural_person", 17 },
    { granted, 7, "27", "applications.granted.total", 26 },
    { other, 6, "0", "applications.other_handling.other_organization", 1 },
    { received, 2, "90", "applications.received.business", 9 },
    { brought, 7, "30", "applications.brought_forward.total", 3 },
    { concluded, 4, "0", "applications.concluded.public_welfare", 1 },
    { concluded, 7, "49", "applications.concluded.total", 48 },
    { carried, 7, "3", "applications.carried_forward.total", 2 },
  }
  for _, case in ipairs(cases) do
    local label, column, printed, address, expected = table.unpack(case)
    it("is found: " .. address, function()
      local list = findings { { label, column, printed } }
      assert.equal(1, #list)
      local finding = list[1]
      assert.equal("error", finding.severity)
      assert.same({ address }, example.addresses(finding))
      assert.equal(expected, finding.expected)
      assert.equal(tonumber(printed), finding.actual)
      assert.same({ [address] = expected }, example.repairs(finding))
    end)
  end

  it("is told once, with the other rules that fail by it", function()
    local finding = findings { { concluded, 7, "49" } }[1]
    assert.equal("applications.row_total", finding.rule)
    assert.same({ "applications.concluded", "applications.balance" }, { finding.also[1], finding.also[2] })
    assert.equal("第三部分表格“（七）总计”行“总计”列填49件，与所在行、列的合计均不符，改为48件即全部相符，请核改。", finding.message)
  end)

  for _, printed in ipairs { "-17", "17.5" } do
    it("is told once where it is no count: " .. printed, function()
      local list = findings { { granted, 1, printed } }
      assert.equal(1, #list)
      assert.same({ "applications.granted.natural_person" }, example.addresses(list[1]))
      assert.same({ ["applications.granted.natural_person"] = 17 }, example.repairs(list[1]))
    end)
  end

  it("repairs the report when it is put right", function()
    local changed = example.set(example.text, granted, 1, "18")
    assert.equal("fail", example.check(changed).verdict)
    assert.equal("pass", example.check(example.set(changed, granted, 1, "17")).verdict)
  end)
end)

-- The alternatives of a finding, each as "address=value …".
local function alternatives(finding)
  local list = {}
  for i, repair in ipairs(finding.alternatives) do
    local texts = {}
    for k, change in ipairs(repair) do
      texts[k] = change.address:gsub("^%a+%.", "") .. "="
                 .. tostring(change.value or (change.at_least or "") .. ".." .. (change.at_most or ""))
    end
    list[i] = repair.kind .. ": " .. table.concat(texts, " ")
  end
  return list
end

describe("several wrong numbers", function()
  it("are told apart where they share no sum", function()
    local list = findings { { granted, 1, "18" }, { received, 2, "10" } }
    assert.equal(2, #list)
    assert.same({ "applications.received.business" }, example.addresses(list[1]))
    assert.same({ "applications.granted.natural_person" }, example.addresses(list[2]))
  end)

  it("are one finding where they share a sum, with the changes that mend all", function()
    local list = findings { { granted, 1, "18" }, { granted, 2, "6" } }
    assert.equal(1, #list)
    assert.same({ ["applications.granted.natural_person"] = 17, ["applications.granted.business"] = 5 },
      example.repairs(list[1]))
    assert.same({ "applications.row_total", "applications.concluded" }, { list[1].rule, list[1].also[1] })
    assert.equal("第三部分表格以下关系不成立：各类申请人合计等于“总计”（“（一）予以公开”行相差2件）；"
      .. "各项办理结果合计等于“（七）总计”（“自然人”列相差1件、“商业企业”列相差1件）；"
      .. "改动2格即全部成立：“（一）予以公开”行“自然人”列由18件改为17件、“（一）予以公开”行“商业企业”列由6件改为5件，"
      .. "请核改。", list[1].message)
  end)

  it("leave a choice where several changes are equally small", function()
    local list = findings { { brought, 1, "3" }, { brought, 7, "4" } }
    assert.equal(1, #list)
    local finding = list[1]
    assert.equal("applications.balance", finding.rule)
    assert.equal("choice", finding.cause)
    assert.same({}, example.repairs(finding))
    assert.equal(3, finding.alternatives_count)
    assert.same({
      "cells: received.natural_person=30 received.total=46",
      "cells: brought_forward.natural_person=2 brought_forward.total=3",
      "cells: carried_forward.natural_person=2 carried_forward.total=3",
    }, alternatives(finding))
    assert.equal(6, #finding.cells)
    assert.equal("第三部分表格以下关系不成立：新收加上年结转等于办理总计加结转下年度（“自然人”列相差1件、“总计”列相差1件）；至少须改动2格，改法有3种，如“一、"
                 .. "本年新收政府信息公开申请数量”行“自然人”列由31件改为30件、“一、本年新收政府信息公开申请数量”行“总计”列由47件改为46件，请对照原始数据核改。", finding.message)
  end)

  it("show eight of many choices and count all", function()
    -- One less in four rows and four columns: each way to pair them is a repair.
    local finding = findings {
      { granted, 5, "1" }, { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, "2" },
      { "7.属于行政执法案卷", 2, "0" }, { other, 6, "0" },
    }[1]
    assert.equal(24, finding.alternatives_count)
    assert.equal(8, #finding.alternatives)
    for _, repair in ipairs(finding.alternatives) do assert.equal(4, #repair) end
    assert.is_truthy(finding.message:find("至少须改动4格，改法有24种，如", 1, true))
  end)
end)

describe("two numbers that hold each other's value", function()
  local values = { natural = "5", business = "17" }

  it("are told as such where nothing else is as small", function()
    local list = findings { { granted, 1, values.natural }, { granted, 2, values.business } }
    assert.equal(1, #list)
    assert.equal("swap", list[1].cause)
    assert.equal("第三部分表格“（一）予以公开”行“自然人”列填5件，“（一）予以公开”行“商业企业”列填17件，疑相互填反，互换后各项合计均相符，请核改。", list[1].message)
    assert.same({ ["applications.granted.natural_person"] = 17, ["applications.granted.business"] = 5 },
      example.repairs(list[1]))
  end)
end)

describe("a total that was not added up", function()
  it("is told in the words of its sum where it is the only cell that can be wrong", function()
    local finding = findings { { "总计", 5, "0" } }[1]
    assert.equal("totals", finding.cause)
    assert.equal("第四部分表格“行政复议”：分项合计2件（维持1、其他1），“总计”填0件，请核改。", finding.message)
    assert.same({ ["disputes.reconsideration.total"] = 2 }, example.repairs(finding))
  end)

  it("is one cause with the others of its row", function()
    local changes = {}
    for i = 1, 7 do changes[i] = { concluded, i, "0" } end
    local list = findings(changes)
    assert.equal(1, #list)
    assert.equal("totals", list[1].cause)
    assert.equal("第三部分表格“（七）总计”行有7格填“0”，而分项有数据，疑未汇总；按分项合计依次应为32件、10件、1件、1件、3件、1件、48件，请核改。", list[1].message)
  end)

  it("is told as a line where its cells say something else than their parts", function()
    local changes = {}
    for i, value in ipairs { "31", "9", "2", "0", "2", "0", "44" } do changes[i] = { concluded, i, value } end
    local list = findings(changes)
    assert.equal(1, #list)
    assert.equal("totals", list[1].cause)
    assert.equal("第三部分表格“（七）总计”行有7格未按分项合计填写，按分项合计依次应为32件、10件、1件、1件、3件、1件、48件，请核改。", list[1].message)
    assert.matches("7 cells are not what their parts add up to", list[1].messages.en, 1, true)
    assert.equal(7, #list[1].repair)
    assert.equal(32, example.repairs(list[1])["applications.concluded.natural_person"])
  end)

  it("is told cell by cell where it is so in few of its line", function()
    local list = findings { { concluded, 1, "31" }, { concluded, 7, "47" } }
    assert.equal(1, #list)
    assert.equal("totals", list[1].cause)
    assert.equal("第三部分表格有2格总计未按分项合计填写，“（七）总计”行“自然人”列应为32件、“（七）总计”行“总计”列应为48件，请核改。", list[1].message)
    assert.same({ ["applications.concluded.natural_person"] = 32, ["applications.concluded.total"] = 48 },
      example.repairs(list[1]))
  end)

  it("is told in a column of totals as well, though each part could be changed instead", function()
    local changes = {
      { granted, 7, "27" }, { other, 7, "6" }, { concluded, 7, "50" }, { received, 7, "49" },
    }
    local list = findings(changes)
    assert.equal(1, #list)
    assert.equal("totals", list[1].cause)
    assert.matches("第三部分表格“总计”列有%d格未按分项合计填写", list[1].message)
    for _, change in ipairs(list[1].repair) do assert.matches("%.total$", change.address) end
  end)

  it("comes first where other cells can be wrong as well", function()
    local finding = findings { { "总计", 1, "2" }, { "总计", 3, "0" }, { "总计", 5, "0" } }[1]
    assert.equal("totals: reconsideration.total=2", alternatives(finding)[1])
    assert.same({ "totals: reconsideration.total=2", "cells: reconsideration.upheld=0" }, alternatives(finding))
  end)
end)

describe("a wrong number beside blanks", function()
  it("is named where what is filled in tells it", function()
    local list = example.findings(example.set_all(example.text, { { granted, 6, "/" }, { granted, 7, "20" } }),
      "applications.row_total")
    assert.equal(1, #list)
    assert.same({ ["applications.granted.total"] = 26 }, example.repairs(list[1]))
  end)

  it("has bounds where a blank leaves a choice", function()
    local finding = findings { { "总计", 1, "5" }, { "总计", 2, "/" }, { "总计", 3, "0" } }[1]
    assert.equal("disputes.total", finding.rule)
    assert.same({ "cells: reconsideration.total=5..", "cells: reconsideration.upheld=0..2" }, alternatives(finding))
    assert.same({}, example.repairs(finding))
    local text = example.set_all(example.text, { { "总计", 1, "5" }, { "总计", 2, "/" }, { "总计", 3, "0" } })
    local result = example.check(text, { select = { "disputes" } })
    local item = letter.compose(result, {lang = "zh"}).groups[1].items[1]
    assert.equal("改法共2种，见下表，请对照原始数据确定", item.change)
    local texts = {}
    for _, row in ipairs(item.tables[1].rows) do
      for _, cell in ipairs(row) do texts[#texts + 1] = cell.text end
    end
    assert.equal("行政复议 总计 2 不少于5  行政复议 结果维持 5  0至2", table.concat(texts, " "))
  end)

  it("is corrected before blank totals are added up", function()
    local list = findings { { granted, 1, "60" }, { granted, 7, "/" } }
    assert.same({ "applications.concluded", "cells.total_blank" }, { list[1].rule, list[2].rule })
    assert.same({ ["applications.granted.total"] = 26 }, example.repairs(list[2]))
  end)

  it("is found where no sum fails by itself, but two leave different values for a blank", function()
    local list = example.findings(example.set_all(example.text,
      { { granted, 1, "/" }, { granted, 7, "27" }, { other, 7, "/" } }), "applications.row_total")
    assert.equal(1, #list)
    assert.same({ ["applications.granted.total"] = 26 }, example.repairs(list[1]))
    assert.equal("第三部分表格有未填或无法辨认的格，无论填何数，各项合计关系都不能同时成立；"
      .. "改动1格即可成立：“（一）予以公开”行“总计”列由27件改为26件，请核改。", list[1].message)
  end)

  it("is not sought where blanks can make up for everything", function()
    assert.same({}, example.findings(example.set_all(example.text, { { granted, 1, "/" } }), "applications.row_total"))
  end)
end)

describe("a wrong number in the table of disputes", function()
  it("stands in one sum alone: every cell of it can be guilty", function()
    local list = findings { { "总计", 5, "3" } }
    assert.equal(1, #list)
    assert.equal("disputes.total", list[1].rule)
    assert.equal("choice", list[1].cause)
    assert.equal(5, #list[1].cells)
    assert.same({}, example.repairs(list[1]))
    assert.equal(5, list[1].alternatives_count)
    assert.same({
      "cells: reconsideration.total=2", "cells: reconsideration.upheld=2", "cells: reconsideration.corrected=1",
      "cells: reconsideration.other_outcome=2", "cells: reconsideration.pending=1",
    }, alternatives(list[1]))
  end)

  it("is told with the slips of the pen first", function()
    local finding = findings { { "总计", 1, "10" }, { "总计", 5, "2" } }[1]
    assert.same({ "digit: reconsideration.upheld=1", "cells: reconsideration.total=11" }, alternatives(finding))
  end)

  it("is named where it is negative", function()
    local list = findings { { "总计", 1, "-1" } }
    assert.equal(1, #list)
    assert.same({ ["disputes.reconsideration.upheld"] = 1 }, example.repairs(list[1]))
    assert.equal("第四部分表格“行政复议”“结果维持”填-1件，与所在的合计关系不符（1处），改为1件即全部相符，请核改。",
      list[1].message)
  end)
end)

describe("an unreadable number", function()
  it("is told with the value that the sums leave for it", function()
    local list = example.findings(example.set(example.text, granted, 1, "1.7.0"), "cells.unreadable")
    assert.equal(1, #list)
    assert.same({ ["applications.granted.natural_person"] = 17 }, example.repairs(list[1]))
    assert.equal("第三部分表格“（一）予以公开”行“自然人”列填“1.7.0”，不是规范的数字，按合计关系应为17，请核改。",
      list[1].message)
  end)

  it("is told so where a copy split it in a page", function()
    local file = assert(io.open("examples/report-2021.html", "rb"))
    local html = file:read("a")
    file:close()
    local split = 0
    for row in example.report(html).tables.applications:rows() do
      for cell in row:cells() do
        if cell.value > 9 then
          local text = html:sub(1, cell.byte - 1) .. tostring(cell.value):gsub("(.)", "%1 ", 1)
                       .. html:sub(cell.byte_end + 1)
          local list = example.findings(text, nil, only)
          assert.equal(1, #list, cell.address)
          assert.equal("cells.unreadable", list[1].rule)
          assert.same({ [cell.address] = cell.value }, example.repairs(list[1]))
          split = split + 1
        end
      end
    end
    assert.is_true(split > 5)
  end)

  it("is told without one where the sums disagree", function()
    local text = example.set_all(example.text, { { granted, 1, "1.7.0" }, { granted, 7, "27" } })
    local list = example.findings(text, "cells.unreadable")
    assert.same({}, example.repairs(list[1]))
  end)
end)

-- ---- generated reports --------------------------------------------------------------------------

-- The ways in which a number is miswritten; nil where it cannot be.
local mutations = {
  { "one more", function(value) return value + 1 end },
  { "ten more", function(value) return value + 10 end },
  { "ten times as much", function(value) return value > 0 and value * 10 or nil end },
  { "a digit dropped", function(value) return value > 9 and value // 10 or nil end },
  { "digits exchanged", function(value)
    local swapped = value > 9 and math.tointeger(tonumber((tostring(value):gsub("^(.)(.)", "%2%1"))))
    return swapped and swapped ~= value and swapped or nil
  end },
  { "nothing", function(value) return value > 0 and 0 or nil end },
}

-- The last one prints one row in place of three; it gets the first mutation alone.
local sources = { { "cn_disclosure_2019", 5 }, { "cn_disclosure_2021", 1 }, { "cn_disclosure_2021", 5, 1 } }

-- Calls `each(report, address, true value, printed value, what)` for every mutation of every cell.
local function mutate(table_id, each)
  local count = 0
  for _, entry in ipairs(sources) do
    local source = wrong.source(entry[1], entry[2])
    local values, order = source:cells(table_id)
    for _, address in ipairs(order) do
      for i = 1, entry[3] or #mutations do
        local mutation = mutations[i]
        local printed = mutation[2](values[address])
        if printed then
          each(source, address, values[address], printed, ("%s %d: %s, %s"):format(entry[1], entry[2], address,
                                                                               mutation[1]))
          count = count + 1
        end
      end
    end
  end
  return count
end

describe("every change of a number", function()
  it("in applications is one finding, which names the cell and its true value", function()
    local count = mutate("applications", function(source, address, value, printed, where)
      local list = source:findings { [address] = tostring(printed) }
      assert.equal(1, #list, where)
      assert.same({ [address] = value }, example.repairs(list[1]), where)
      assert.same({ address }, { list[1].cells[1].address }, where)
      assert.equal(0, list[1].alternatives_count, where)
    end)
    assert.is_true(count > 900)
  end)

  it("in disputes is one finding, with the true value among its answers", function()
    local count = mutate("disputes", function(source, address, value, printed, where)
      local list = source:findings { [address] = tostring(printed) }
      assert.equal(1, #list, where)
      assert.is_true(wrong.proposes(list[1], { [address] = value }), where)
    end)
    assert.is_true(count > 150)
  end)

  it("that moves a value to the next column is noticed, with the true values among its answers", function()
    local shown, hidden = 0, 0
    for _, entry in ipairs(sources) do
      local source = wrong.source(entry[1], entry[2])
      local values, order = source:cells "applications"
      for i = 1, #order - 1 do
        local from, to = order[i], order[i + 1]
        if from:match("^(.*)%.") == to:match("^(.*)%.") and values[from] > 0 then
          local list = source:findings { [from] = "0", [to] = tostring(values[from] + values[to]) }
          assert.equal(1, #list, from)
          if list[1].alternatives_count > 8 then
            hidden = hidden + 1
          else
            shown = shown + 1
            assert.is_true(wrong.proposes(list[1], { [from] = values[from], [to] = values[to] }), from)
          end
        end
      end
    end
    assert.is_true(shown > 100 and shown > hidden)
  end)
end)

-- Some different cells of a table with a wrong value each, by address; and their true ones.
local function some_errors(random, source, count)
  local values, order = source:cells "applications"
  local changes, truth = {}, {}
  while count > 0 do
    local address = order[random(#order)]
    if not truth[address] then
      local value = values[address]
      local printed = random(3) == 1 and value * 10 + random(9) or random(2) == 1 and value + random(9) or value // 2
      if printed ~= value then
        changes[address], truth[address], count = tostring(printed), value, count - 1
      end
    end
  end
  return changes, truth
end

-- Whether some choice among the answers of the findings is the truth: 1; -1 where not all answers are shown.
local function covers(list, truth)
  local left, hidden = 0, false
  for _ in pairs(truth) do left = left + 1 end
  for _, finding in ipairs(list) do
    local own, size = {}, 0
    for _, cell in ipairs(finding.cells) do
      if truth[cell.address] then own[cell.address], size = truth[cell.address], size + 1 end
    end
    if finding.alternatives_count > 8 then hidden = true
    elseif not wrong.proposes(finding, own) then
      -- A choice has cells of other answers: the truth is the part of its cells that is an answer.
      local any = false
      for _, repair in ipairs(finding.alternatives) do
        local all = true
        for _, change in ipairs(repair) do all = all and truth[change.address] == change.value end
        if all then any, size = true, #repair end
      end
      if not any then return 0 end
    end
    left = left - size
  end
  return hidden and -1 or left == 0 and 1 or 0
end

describe("two to five errors", function()
  it("are among the answers, but for those that fewer changes explain", function()
    local source = wrong.source("cn_disclosure_2021", 1)
    local cases, outcomes = sweep(200), { [-1] = 0, [0] = 0, [1] = 0 }
    for seed = 1, cases do
      local changes, truth = some_errors(generate.random(seed), source, 2 + seed % 4)
      local list = source:findings(changes)
      local outcome = covers(list, truth)
      outcomes[outcome] = outcomes[outcome] + 1
      for _, finding in ipairs(list) do assert.not_equal("unsearched", finding.cause) end
    end
    assert.is_true(outcomes[1] >= 0.95 * cases, outcomes[1] .. " " .. outcomes[0] .. " " .. outcomes[-1])
  end)
end)

-- ---- lines --------------------------------------------------------------------------------------

describe("neighbouring lines", function()
  local source = wrong.source("cn_disclosure_2019", 5)
  local values, order = source:cells "applications"
  local rows, columns = {}, {}
  for _, address in ipairs(order) do
    local row, column = address:match("%.(.-)%.(.*)$")
    if rows[#rows] ~= row then rows[#rows + 1] = row end
    if #rows == 1 then columns[#columns + 1] = column end
  end

  local function address(row, column) return "applications." .. row .. "." .. column end

  local function exchanged(one, another, by_row)
    local changes = {}
    for _, id in ipairs(by_row and columns or rows) do
      local a = by_row and address(one, id) or address(id, one)
      local b = by_row and address(another, id) or address(id, another)
      changes[a], changes[b] = tostring(values[b]), tostring(values[a])
    end
    return source:findings(changes)
  end

  it("that were exchanged are one cause wherever a sum tells them apart", function()
    local noticed = {}
    for i = 2, #rows do
      local list = exchanged(rows[i - 1], rows[i], true)
      if #list > 0 then
        noticed[#noticed + 1] = rows[i - 1] .. " " .. rows[i]
        assert.equal(1, #list)
        assert.equal("rows", list[1].cause)
        for _, change in ipairs(list[1].repair) do assert.equal(values[change.address], change.value) end
      end
    end
    assert.same({ "brought_forward granted", "other_handling concluded", "concluded carried_forward" }, noticed)
  end)

  it("of totals and parts are told by their columns", function()
    local list = exchanged("other_organization", "total", false)
    assert.equal(1, #list)
    assert.equal("columns", list[1].cause)
    assert.equal("第三部分表格“其他”列与“总计”列的数据疑相互填反，互换后各项合计均相符，请核改。", list[1].message)
    assert.same({}, exchanged("natural_person", "business", false))
  end)
end)

-- ---- rows one column too far ----------------------------------------------------------------------

describe("a row of the table of applications that stands one column too far", function()
  local ids = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                "other_organization", "total" }

  -- Label, id and printed values of a row; the true values, and what the message says of it.
  local cases = {
    { "to the right, all of it", granted, "granted", "0 17 5 1 1 2 0", "17 5 1 1 2 0 26",
      "“（一）予以公开”行数据疑整行错位一列，左移一列、“总计”列改为26件后依次为17、5、1、1、2、0、26，各项合计关系均成立，请核改。" },
    { "to the right, a blank in front", granted, "granted", "/ 17 5 1 1 2 0", "17 5 1 1 2 0 26",
      "“（一）予以公开”行数据疑整行错位一列，左移一列、“总计”列改为26件后依次为17、5、1、1、2、0、26，各项合计关系均成立，请核改。" },
    { "to the right but for the total", granted, "granted", "0 17 5 1 1 2 26", "17 5 1 1 2 0 26",
      "“（一）予以公开”行“自然人”列至“其他”列的数据疑错位一列，左移一列后依次为17、5、1、1、2、0，" },
    { "to the left, all of it", granted, "granted", "5 1 1 2 0 26 0", "17 5 1 1 2 0 26",
      "“（一）予以公开”行数据疑整行错位一列，右移一列、“自然人”列改为17件后依次为17、5、1、1、2、0、26，各项合计关系均成立，请核改。" },
    { "to the left, a blank behind", granted, "granted", "5 1 1 2 0 26 /", "17 5 1 1 2 0 26",
      "“（一）予以公开”行数据疑整行错位一列，右移一列、“自然人”列改为17件后依次为17、5、1、1、2、0、26，各项合计关系均成立，请核改。" },
    { "in a row of one sum more", received, "received", "0 31 9 1 1 4 1", "31 9 1 1 4 1 47",
      "“一、本年新收政府信息公开申请数量”行数据疑整行错位一列，左移一列、“总计”列改为47件后" },
    { "to the right over the value in front of the total", received, "received", "0 31 9 1 1 4 47", "31 9 1 1 4 1 47",
      "“一、本年新收政府信息公开申请数量”行“自然人”列至“其他”列的数据疑错位一列，左移一列、“其他”列改为1件后依次为31、9、1、1、4、1，" },
  }

  local function printed_row(label, row, text)
    local i, changes = 0, {}
    for value in row:gmatch "%S+" do
      i = i + 1
      changes[i] = { label, i, value }
    end
    return example.set_all(text or example.text, changes)
  end

  for _, case in ipairs(cases) do
    local name, label, id, printed, truth, says = table.unpack(case)
    it("is one cause: " .. name, function()
      local list = example.findings(printed_row(label, printed), nil, only)
      assert.equal(1, #list)
      assert.equal("shift", list[1].cause)
      assert.equal("error", list[1].severity)
      assert.matches("第三部分表格" .. says, list[1].message, 1, true)
      local wanted, now = {}, printed:gmatch "%S+"
      local i = 0
      for value in truth:gmatch "%S+" do
        i = i + 1
        if now() ~= value then wanted["applications." .. id .. "." .. ids[i]] = tonumber(value) end
      end
      assert.same(wanted, example.repairs(list[1]))
    end)
  end

  it("is told in English as well", function()
    local finding = example.findings(printed_row(granted, "0 17 5 1 1 2 0"), nil, only)[1]
    assert.equal("part 3, table, row “（一）予以公开”: the whole row seems to stand one column too far; with its values moved "
      .. "one column to the left and column “总计” set to 26 they are 17, 5, 1, 1, 2, 0, 26, and all sums hold; "
      .. "please correct.", finding.messages.en)
  end)

  it("is no cause where a sum is left that fails", function()
    local text = printed_row(granted, "0 17 5 1 1 2 0", example.set(example.text, other, 2, "4"))
    for _, found in ipairs(example.findings(text, nil, only)) do assert.not_equal("shift", found.cause) end
  end)

  it("is no cause where a change of two cells does as much", function()
    local list = example.findings(printed_row(granted, "17 5 1 2 1 0 26"), nil, only)
    assert.equal(1, #list)
    assert.equal("swap", list[1].cause)
  end)

  it("is not sought where something stands in the place that was left behind", function()
    local list = example.findings(printed_row(granted, "3 17 5 1 1 2 0"), nil, only)
    for _, found in ipairs(list) do assert.not_equal("shift", found.cause) end
  end)
end)

describe("every row that is moved by one", function()
  -- The values of a row one further, or one back; 0 in the place that is left.
  local function moved(values, step)
    local list = {}
    for i = 1, #values do list[i] = values[i - step] or 0 end
    return list
  end

  local function rows_of(source)
    local values, order = source:cells "applications"
    local rows, by_row = {}, {}
    for _, address in ipairs(order) do
      local row = address:match "^(.*)%."
      if not by_row[row] then by_row[row], rows[#rows + 1] = { addresses = {}, values = {} }, row end
      table.insert(by_row[row].addresses, address)
      table.insert(by_row[row].values, values[address])
    end
    return rows, by_row, values
  end

  it("is put right with its own values, wherever more than two cells of it are wrong", function()
    local found, all = 0, 0
    for _, entry in ipairs { { "cn_disclosure_2019", 5 }, { "cn_disclosure_2021", 1 } } do
      local source = wrong.source(entry[1], entry[2])
      local rows, by_row, values = rows_of(source)
      for _, row in ipairs(rows) do
        for step = -1, 1, 2 do
          local changes, wrong_ones = {}, 0
          for i, value in ipairs(moved(by_row[row].values, step)) do
            local address = by_row[row].addresses[i]
            if value ~= values[address] then changes[address], wrong_ones = tostring(value), wrong_ones + 1 end
          end
          local list = source:findings(changes)
          all = wrong_ones > 2 and all + 1 or all
          if #list == 1 and list[1].cause == "shift" then
            found = found + 1
            for _, change in ipairs(list[1].repair) do assert.equal(values[change.address], change.value) end
          end
        end
      end
    end
    assert.is_true(all > 40 and found >= 0.9 * all, found .. " of " .. all)
  end)
end)

describe("a table printed across the page", function()
  local function printed(text)
    local changes, i = {}, 0
    for value in text:gmatch "%S+" do
      i = i + 1
      changes[i] = { "总计", i, value }
    end
    return example.findings(example.set_all(example.text, changes), nil, only)
  end

  it("stands one column too far in all its sums", function()
    local list = printed "0 1 0 1 0 2 1 0 0 1 2 1 0 0 1"
    assert.equal(1, #list)
    assert.equal("shift", list[1].cause)
    assert.matches("第四部分表格“行政复议”“结果维持”至“复议后起诉”“总计”的数据疑错位一列，左移一列", list[1].message, 1, true)
    assert.equal(2, example.repairs(list[1])["disputes.reconsideration.total"])
  end)

  it("says nothing where its sums hold all the same", function()
    assert.same({}, printed "0 1 0 1 2 0 1 0 0 1 0 0 0 1 1")
  end)
end)

-- ---- the rest -----------------------------------------------------------------------------------

describe("the search", function()
  local text = example.set_all(example.text, { { granted, 1, "18" }, { granted, 2, "6" } })

  it("is given up after so many steps: each failing sum is told by itself", function()
    local list = example.findings(text, nil, { search_steps = 0, select = only.select })
    local rules = {}
    for i, finding in ipairs(list) do
      rules[i] = finding.rule
      assert.equal("unsearched", finding.cause)
      assert.same({}, example.repairs(finding))
      assert.equal(0, finding.alternatives_count)
    end
    assert.same({ "applications.concluded", "applications.row_total", "applications.concluded" }, rules)
    assert.equal("第三部分表格“（一）予以公开”行：各类申请人合计28件，“总计”填26件，请核改。", list[2].message)
  end)

  it("is given up for one table alone", function()
    local both = example.set(text, "总计", 5, "3")
    local causes = {}
    local options = { search_steps = 200, select = only.select }
    for i, finding in ipairs(example.findings(both, nil, options)) do causes[i] = finding.cause end
    assert.same({ "unsearched", "unsearched", "unsearched", "choice" }, causes)
  end)

  it("is not begun where numbers are too large", function()
    local big = example.set_all(example.text, { { granted, 1, "999999999999999" } })
    assert.is_true(#example.findings(big) > 0)
  end)

  it("gives the same whatever the order of the rules", function()
    local report = example.report(text)
    local rules = {}
    for i, declared in ipairs(require "govreport.rules.applications") do
      local own = {}
      for key, value in pairs(declared) do own[key] = value end
      own.id = declared.id:gsub("^%a+", "own")
      rules[4 - i] = own
    end
    local list = {}
    for _, options in ipairs { { select = { "applications" } }, { rules = rules, select = { "own" } } } do
      local finding = govreport.check(report, options).list[1]
      list[#list + 1] = example.repairs(finding)
    end
    assert.same(list[1], list[2])
  end)

  it("has a budget that is enough for usual errors", function() assert.is_true(cause.steps >= 100000) end)
end)

describe("the words for a cause", function()
  it("have 件 only where things are counted", function()
    local declared = {
      id = "own.sum", severity = "error", basis = "内部规定", title = { zh = "甲等于乙", en = "a is b" },
      message = { zh = "差。", en = "off." }, fields = function() return { fields = {} } end,
      sum = { table = "procurement", each = "row", total = "amount" },
    }
    local other_sum = { id = "own.other" }
    for key, value in pairs(declared) do other_sum[key] = other_sum[key] or value end
    local report = example.report(example.text)
    local finding = govreport.check(report, { rules = { declared, other_sum }, select = { "own" } }).list[1]
    assert.is_truthy(finding.message:find("相差", 1, true))
    assert.is_nil(finding.message:find("元件", 1, true))
    assert.is_nil(finding.messages.en:find("件", 1, true))
    assert.equal(2, finding.alternatives_count)
  end)

  it("are there in both languages", function()
    for _, key in ipairs { "cell", "cell_sums", "cells", "choice", "unknown", "unknown_cells", "swap", "rows",
                           "columns", "totals", "totals_wrong", "totals_few", "shift", "shift_span", "shift_across" } do
      assert.is_true(catalogue.has("cause." .. key), key)
    end
  end)
end)

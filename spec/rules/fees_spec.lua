local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit, page = example.edit, example.page

local statement = "2024年度，我局未收取信息处理费。除上述内容外，无其他需要报告的事项。"
local requests = "均未超过法定期限。"

-- What part six says, and what part one adds about applications.
local function with(six, one)
  local text = edit(page, statement, six)
  return one and edit(text, requests, "均未超过法定期限。" .. one) or text
end

local function count(rule, text, options) return #example.findings(text, "fees." .. rule, options) end

describe("fees.processing_fee", function()
  it("asks for the statement", function()
    verify {
      text = with("无其他需要报告的事项。"), rule = "fees.processing_fee", severity = "warning",
      zh = "第六部分未报告信息处理费收取情况，请核实后补充；未收取的写明“本年度未收取信息处理费”。",
      en = "part 6 does not tell whether fees for processing information (信息处理费) were taken; please verify and add "
           .. "it, also where there were none.",
      places = { "其他需要报告的事项" }, line = 113,
    }
  end)

  it("asks for it where the part says 无", function()
    verify {
      text = with("无。"), rule = "fees.processing_fee", severity = "warning", places = { "其他需要报告的事项" }, line = 113,
      zh = "第六部分未报告信息处理费收取情况，请核实后补充；未收取的写明“本年度未收取信息处理费”。",
    }
  end)

  it("knows it from administrative fees", function()
    verify {
      text = with("本年度行政事业性收费为126.5034万元。"), rule = "fees.processing_fee", severity = "warning",
      zh = "第六部分报告的是行政事业性收费，未报告信息处理费收取情况；两者不是同一项收费，请核实后补充信息处理费收取情况，未收取的写明“本年度未收取信息处理费”。",
      places = { "其他需要报告的事项" }, line = 113,
    }
  end)

  it("asks what fees are meant", function()
    verify {
      text = with("本年度未收取任何费用。"), rule = "fees.processing_fee", severity = "info",
      zh = "第六部分提到收费，但未写明是否为信息处理费，宜写明“信息处理费”的收取情况。",
      places = { "其他需要报告的事项" }, line = 113,
    }
  end)

  it("sends a statement of another part to part six", function()
    verify {
      text = with("无。", "未收取信息处理费。"), rule = "fees.processing_fee", severity = "info",
      zh = "信息处理费收取情况未写在第六部分，按规定格式应在该部分报告，宜移至该部分。",
      places = { "其他需要报告的事项" }, line = 113,
    }
  end)

  local statements = {
    "本年度未收取信息处理费。", "2024年度本机关未收取信息公开处理费。", "全年收取信息处理费400元。", "信息处理费收取情况：无。",
    "依据《政府信息公开信息处理费管理办法》，2024年共收取信息处理费2230元。", "本年度发出收费通知0件，信息处理费总金额0元。",
    "本机关按照《政府信息公开信息处理费管理办法》执行，全年未产生费用。", "信息处<br>理费：未收取。",
  }
  for _, said in ipairs(statements) do
    it("is content with “" .. said .. "”", function() assert.equal(0, count("processing_fee", with(said))) end)
  end

  it("says nothing of the form of 2019, nor where the part is missing", function()
    local text = edit(example.text, "（一）本年度未收取信息处理费。", "（一）无。")
    assert.equal(0, count("processing_fee", text))
    text = edit(page, "<p><strong>六、其他需要报告的事项</strong></p>", "")
    assert.equal(0, count("processing_fee", text))
  end)
end)

describe("fees.contradiction", function()
  local taken = "依规收取信息处理费400元。"

  it("notices an amount where part six says 无", function()
    verify {
      text = with("无。", taken), rule = "fees.contradiction", severity = "warning",
      zh = "第六部分填“无”，第一部分称收取信息处理费400元，请核实后在第六部分如实报告。",
      en = "part 6 says nothing, part 1 tells of 400 yuan taken as fees for processing information; please verify, "
           .. "and tell them in part 6.",
      places = { "其他需要报告的事项", "依规收取信息处理费400元" }, actual = 400, line = 51,
    }
  end)

  it("notices it where part six denies it", function()
    verify {
      text = with(statement, taken), rule = "fees.contradiction", severity = "warning",
      zh = "第六部分称未收取信息处理费，第一部分称收取信息处理费400元，请核实并统一。",
      places = { "2024年度，我局未收取信息处理费", "依规收取信息处理费400元" }, actual = 400, line = 51,
    }
  end)

  it("names the part of an amount right below its heading", function()
    local text = page:gsub("(一、总体情况)(</%w+>)", "%1<br>" .. taken .. "%2", 1)
    verify {
      text = text, rule = "fees.contradiction", severity = "warning",
      zh = "第六部分称未收取信息处理费，第一部分称收取信息处理费400元，请核实并统一。",
      places = { "2024年度，我局未收取信息处理费", "依规收取信息处理费400元" }, actual = 400, line = 49,
    }
  end)

  it("notices it where part six speaks of other things", function()
    verify {
      text = with("无其他需要报告的事项。", "全年收取政府信息公开信息处理费0.04万元。"), rule = "fees.contradiction",
      severity = "warning", zh = "第六部分未报告信息处理费，第一部分称收取信息处理费400元，请核实后在第六部分如实报告。",
      places = { "其他需要报告的事项", "全年收取政府信息公开信息处理费0.04万元" }, actual = 400, line = 51,
    }
  end)

  for _, case in ipairs {
    { "全年收取信息处理费400元。", taken }, { statement, "未收取信息处理费。" }, { statement, "信息处理费收费标准为每件100元。" },
    { statement, "减免信息处理费400元。" }, { "信息处理费见第一部分。", taken },
  } do
    it(("says nothing of “%s” beside “%s”"):format(case[1], case[2]), function()
      assert.equal(0, count("contradiction", with(case[1], case[2])))
    end)
  end
end)

describe("fees.rate", function()
  it("notices an amount that no fees add up to", function()
    verify {
      text = with("全年收取信息处理费405元。"), rule = "fees.rate", severity = "info",
      zh = "信息处理费405元不是10元的整数倍；按件、按页计收的标准均为10元的整数倍，如金额有误请更正。",
      en = "405 yuan of fees for processing information; by the rates every fee is a multiple of 10; please correct "
           .. "it if it is wrong.",
      places = { "全年收取信息处理费405元" }, actual = 405, line = 114,
    }
  end)

  for _, said in ipairs {
    "全年收取信息处理费2230元。", "全年收取信息处理费1,280元。", "收取信息处理费0.038万元。", "收取信息处理费880元、1080元和275元。",
    "收取信息处理费及邮寄费405元。", "信息处理费标准为每页5元。", "收到2件申请的信息处理费。",
  } do
    it("says nothing of “" .. said .. "”", function() assert.equal(0, count("rate", with(said))) end)
  end
end)

local function with_amount(printed, unit)
  local row = page:match("行政事业性收费</td><td[^>]*>")
  local text = page:gsub("(行政事业性收费</td><td[^>]*>)[^<]*", function(before) return before .. printed end)
  assert(row)
  return unit and example.edit(text, "本年收费金额（单位：万元）", "本年收费金额（单位：" .. unit .. "）") or text
end

describe("fees.unit", function()
  it("notices yuan in the column of ten thousand yuan", function()
    verify {
      text = with_amount("5000元"), rule = "fees.unit", severity = "warning",
      zh = "第二部分“第二十条第（八）项”表格“行政事业性收费”填“5000元”，该列单位为万元，请核实后换算为万元填写。",
      en = "part 2, table “第二十条第（八）项”, “行政事业性收费”: “5000元” in a column of 万元 (ten thousand yuan); please verify and "
           .. "convert it.",
      cells = { "fees.administrative_fees.amount" }, actual = 5000, line = 70,
    }
  end)

  it("says nothing of other units, nor where the column is one of yuan", function()
    for _, printed in ipairs { "0.5", "0.5万元", "5000", "0", "" } do
      assert.equal(0, count("unit", with_amount(printed)))
    end
    assert.equal(0, count("unit", with_amount("5000元", "元")))
    assert.equal(0, count("unit", with_amount("5000", "元")))
  end)
end)

describe("fees.magnitude", function()
  local function of_years(now, before)
    local previous = example.report((with_amount(before):gsub("2024年", "2023年")))
    return example.findings(with_amount(now), "fees.magnitude", { previous = previous })
  end

  it("compares with the year before", function()
    local list = of_years("52300", "4.87")
    assert.equal(1, #list)
    assert.equal("warning", list[1].severity)
    assert.equal("第二部分“第二十条第（八）项”表格“行政事业性收费”填52300，表头单位为“万元”，上一年度报告为4.87万元，"
      .. "相差约一万倍，所填数值疑以“元”计，应为5.23万元，请核实。", list[1].message)
    assert.equal("5.23", tostring(list[1].expected))
    assert.equal(1, #of_years("5.1", "48700"))
  end)

  it("says nothing of other changes, nor of one report alone", function()
    for _, pair in ipairs {
      { "52.3", "4.87" }, { "5230", "4.87" }, { "0", "48700" }, { "52300", "0" }, { "52300", "" },
    } do
      assert.equal(0, #of_years(pair[1], pair[2]))
    end
    assert.equal(0, count("magnitude", with_amount("52300")))
  end)
end)

local example = require "spec.support.example"

-- Puts a sentence into the overview of the example and reads what was made of it.
local before = "  （四）平台建设\n"
local line = select(2, example.text:match("^(.-)" .. before):gsub("\n", "")) + 1

local function report_with(sentence)
  return example.report(example.edit(example.text, before, "  " .. sentence .. "\n\n" .. before))
end

-- The claims of the sentence, each as "bound value measure" or "date ISO".
local function claims(sentence)
  local list = {}
  for _, claim in ipairs(report_with(sentence).claims) do
    if claim.line == line then
      list[#list + 1] = claim.kind == "date" and "date " .. claim.text
        or ("%s %s %s"):format(claim.bound, claim.value, claim.text)
    end
  end
  return list
end

-- What became of its numbers that are no claims: "digits reason".
local function others(sentence)
  local list = {}
  for _, entry in ipairs(report_with(sentence).ledger) do
    if entry.line == line and entry.status ~= "bound" then
      list[#list + 1] = entry.raw .. " " .. (entry.reason or entry.status)
    end
  end
  return list
end

describe("a quantity in a sentence", function()
  local cases = {
    { "发布信息612条。", "exact 612 条" },
    { "发布信息 612 条。", "exact 612 条" },
    { "发布信息６１２条。", "exact 612 条" },
    { "发布信息1,362条。", "exact 1362 条" },
    { "发布信息1，362条。", "exact 1362 条" },
    { "发布信息0条。", "exact 0 条" },
    { "参训68人次。", "exact 68 人次" },
    { "占3.5%。", "exact 3.5 %" },
    { "占8.6 %。", "exact 8.6 %" },
    { "占99.99％。", "exact 99.99 %" },
    { "同比增长3.5个百分点。", "exact 3.5 个百分点" },
    { "在7个工作日内答复。", "exact 7 个工作日" },
    { "投入12.5万元。", "exact 125000 元" },
    { "投入1.2亿元。", "exact 120000000 元" },
    { "点击量26.5万次。", "exact 265000 次" },
    { "点击量26.5万。", "exact 265000 " },
    { "收到3千件。", "exact 3000 件" },
    { "其中1件。2件已办结。", "exact 1 件", "exact 2 件" },
    { "收到47件，其中自然人31件、法人16件。", "exact 47 件", "exact 31 件", "exact 16 件" },
    { "在3-5个工作日内答复。", "exact 3 个工作日", "exact 5 个工作日" },
    { "分别为3、5、7件。", "exact 3 件", "exact 5 件", "exact 7 件" },
    { "通过3个平台发布。", "exact 3 个" },
    { "预约3次。", "exact 3 次" },
    { "节约30元。", "exact 30 元" },
    { "最近3年。", "exact 3 年" },
  }
  for _, case in ipairs(cases) do
    it("is read in “" .. case[1] .. "”", function()
      assert.same({ table.unpack(case, 2) }, claims(case[1]))
    end)
  end

  local bounds = {
    { "约2000条", "about" }, { "2000条左右", "about" }, { "近2000条", "at_most" }, { "2000条以内", "at_most" },
    { "2000条以下", "at_most" }, { "不超过2000条", "at_most" }, { "不足2000条", "at_most" },
    { "不到2000条", "at_most" }, { "最多2000条", "at_most" }, { "2000余条", "at_least" }, { "2000多条", "at_least" },
    { "2000 余条", "at_least" }, { "超过2000条", "at_least" }, { "逾2000条", "at_least" },
    { "突破2000条", "at_least" }, { "2000条以上", "at_least" }, { "至少2000条", "at_least" },
    { "不少于2000条", "at_least" }, { "2000条", "exact" },
  }
  for _, case in ipairs(bounds) do
    it("is " .. case[2] .. " in “发布信息" .. case[1] .. "”", function()
      assert.same({ case[2] .. " 2000 条" }, claims("发布信息" .. case[1] .. "。"))
    end)
  end

  it("goes on over a line end", function()
    assert.same({ "exact 612 条" }, claims("发布信息612\n条。"))
  end)

  it("is not read where it has too many digits", function()
    assert.same({}, claims("发布信息10000000000000000条。"))
    assert.same({ "10000000000000000 unaccounted" }, others("发布信息10000000000000000条。"))
  end)

  it("is not read where no measure word follows", function()
    assert.same({}, claims("编号12。"))
    assert.same({ "12 unaccounted" }, others("编号12。"))
  end)

  it("is not read in names with numbers in them", function()
    assert.same({}, claims("建立“1+3+N”工作机制。"))
    assert.same({}, claims("实行“5+2”值班。"))
  end)

  it("belongs to the innermost section", function()
    for _, claim in ipairs(report_with("发布信息3321条。").claims) do
      if claim.value == 3321 then assert.equal("政府信息管理", claim.section.title) end
    end
  end)
end)

describe("a date in a sentence", function()
  local cases = {
    { "2020年8月11日召开会议。", "date 2020-08-11" },
    { "2020 年 8 月 11 日召开会议。", "date 2020-08-11" },
    { "2020.8.11召开会议。", "date 2020-08-11" },
    { "2020-08-11召开会议。", "date 2020-08-11" },
    { "2020年8月11日15:30召开会议。", "date 2020-08-11" },
    { "2020年8月召开会议。", "date 2020-08" },
    { "2020年召开会议。", "date 2020" },
    { "2020年度召开会议。", "date 2020" },
    { "8月11日召开会议。", "date --08-11" },
    { "8月召开会议。", "date --08" },
    { "2019-2020年召开会议。", "date 2019/2020" },
    { "2019年至2020年召开会议。", "date 2019", "date 2020" },
    { "2020年收到47件。", "date 2020", "exact 47 件" },
    { "1.2020年收到47件。", "date 2020", "exact 47 件" },
  }
  for _, case in ipairs(cases) do
    it("is read in “" .. case[1] .. "”", function()
      assert.same({ table.unpack(case, 2) }, claims(case[1]))
    end)
  end
end)

describe("a number that is no quantity", function()
  local cases = {
    { "电话：0571-87654321。", "0571 telephone", "87654321 telephone" },
    { "手机13812345678。", "13812345678 telephone" },
    { "拨打400-123-4567。", "400 telephone", "123 telephone", "4567 telephone" },
    { "受理12345热线来电。", "12345 telephone" },
    { "接听12345 政务服务便民热线。", "12345 telephone" },
    { "走进12360服务热线。", "12360 telephone" },
    { "电话：0571—87654321。", "0571 telephone", "87654321 telephone" },
    { "电话：0571-87654321转8012。", "0571 telephone", "87654321 telephone", "8012 telephone" },
    { "电话：057****21。", "057 telephone", "21 telephone" },
    { "落实“1+20”系列措施。", "1 name", "20 name" },
    { "邮编：310000。", "310000 postcode" },
    { "云政办〔2018〕27号。", "2018 document_number", "27 document_number" },
    { "（2020）3号。", "2020 document_number", "3 document_number" },
    { "省政府令第315号。", "315 document_number" },
    { "依据第20条。", "20 ordinal" },
    { "备案1千37号。", "1 unaccounted", "37 ordinal" },
    { "第3期简报。", "3 ordinal" },
    { "《关于2020年工作的通知》。", "2020 title" },
    { "下午15:30开会。", "15 time", "30 time" },
    { "建设5G基站。", "5 name" },
    { "用A4纸。", "4 name" },
    { "提供7×24小时服务。", "7 name", "24 name" },
    { "邮箱abc@163.com。", "163 name" },
    { "升级到V2.0。", "2 name", "0 name" },
  }
  for _, case in ipairs(cases) do
    it("is set aside in “" .. case[1] .. "”", function()
      assert.same({}, claims(case[1]))
      assert.same({ table.unpack(case, 2) }, others(case[1]))
    end)
  end

  it("is never lost", function()
    local sentence = "编号7，1/3，12，3.14，2016，1:1，共9。"
    local count = 0
    for _, entry in ipairs(report_with(sentence).ledger) do
      if entry.line == line then count = count + 1 end
    end
    assert.equal(select(2, sentence:gsub("%d+", "")), count)
  end)
end)

describe("a subheading", function()
  -- The ordinal as printed, its number, the title, the depth below the part.
  local cases = {
    { "（一）加强领导。全年召开会议。", "（一）", 1, "加强领导", 2 },
    { "(二)加强领导", "(二)", 2, "加强领导", 2 },
    { "一、加强领导", "一、", 1, "加强领导", 2 },
    { "1.加强领导", "1.", 1, "加强领导", 3 },
    { "2、加强领导", "2、", 2, "加强领导", 3 },
    { "（3）加强领导", "（3）", 3, "加强领导", 3 },
    { "一是加强领导；", "一是", 1, "加强领导", 3 },
    { "十二是加强领导；", "十二是", 12, "加强领导", 3 },
  }

  local function headings(sentence)
    local list = {}
    local function visit(section)
      if section.line == line then
        list[#list + 1] = { section.marker, section.number, section.title, section.level }
      end
      for child in section:sections() do visit(child) end
    end
    for part in report_with(sentence):sections() do visit(part) end
    return list
  end

  for _, case in ipairs(cases) do
    it("is read in “" .. case[1] .. "”", function()
      assert.same({ { table.unpack(case, 2) } }, headings(case[1]))
    end)
  end

  it("can begin inside of a line when it is an item", function()
    assert.same({ { "一是", 1, "发布信息3条", 3 }, { "二是", 2, "接待群众5人", 3 } },
      headings("一是发布信息3条；二是接待群众5人。"))
  end)

  it("sets its number aside", function()
    assert.same({ "1 list_number" }, others("1.加强领导"))
    assert.same({ "3 list_number" }, others("（3）加强领导"))
  end)

  it("leaves the numbers of its title to be read", function()
    assert.same({ "date 2020", "exact 12 件" }, claims("（一）2020年收到12件"))
  end)

  for _, sentence in ipairs { "第一，加强领导。", "加强领导（一）。", "3.5万元用于培训。", "一次性告知。" } do
    it("is not read in “" .. sentence .. "”", function() assert.same({}, headings(sentence)) end)
  end
end)

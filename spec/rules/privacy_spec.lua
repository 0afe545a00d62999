local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit, page = example.edit, example.page
local place = "由窗口人员引导查询。"

-- Numbers are made up. A sentence is added to part one.
local function with(sentence) return edit(example.text, place, place .. sentence) end

local function rules_of(text)
  local list = {}
  for _, found in ipairs(example.findings(text, nil, { select = { "privacy" } })) do
    list[#list + 1] = found.rule .. " " .. found.severity
  end
  return list
end

describe("privacy.identity_number", function()
  it("names it, masked", function()
    verify {
      text = with("申请人甲（131102198506120080）由专人引导。"), rule = "privacy.identity_number", severity = "error",
      zh = "正文有1处居民身份证号码：131***********0080（第30行），属个人隐私，请核改，删除号码。",
      en = "resident identity numbers: 1 (131***********0080 (line 30)); they are private, please remove them.",
      places = { "131***********0080" }, line = 30,
    }
  end)

  it("is a warning for the old kind, which has no check digit", function()
    verify {
      text = with("申请人甲（131102850612008）由专人引导。"), rule = "privacy.identity_number", severity = "warning",
      zh = "正文有1处居民身份证号码：131*********008（第30行），属个人隐私，请核改，删除号码。", places = { "131*********008" }, line = 30,
    }
  end)

  it("makes one finding of several", function()
    local list = example.findings(with("甲131102198506120080，乙13110219850612003X。"), "privacy.identity_number")
    assert.equal(1, #list)
    assert.equal(2, #list[1].places)
  end)

  it("finds it in a page and in another part", function()
    assert.same({ "privacy.identity_number error" },
                rules_of(edit(page, "我局未收取信息处理费。", "我局未收取信息处理费（甲，１３１１０２１９８５０６１２００８０）。")))
  end)

  for _, sentence in ipairs {
    "统一社会信用代码为131102198506120080。", "索引号131102198506120080。", "编号131102198506120080。", "序列131102198506120081。",
    "见131102198506120080-1。", "代码91131102MA0ABCDE1X。",
  } do
    it("says nothing of “" .. sentence .. "”", function() assert.same({}, rules_of(with(sentence))) end)
  end
end)

describe("privacy.mobile_number", function()
  it("asks whether it is a person's", function()
    verify {
      text = with("甲（13812345678）等代表参加。"), rule = "privacy.mobile_number", severity = "warning",
      zh = "正文有1处手机号码：138****5678（第30行），请核实是否属个人信息，不宜公开的请删除。",
      en = "mobile numbers: 1 (138****5678 (line 30)); please verify, and remove those of persons.",
      places = { "138****5678" }, line = 30,
    }
  end)

  it("asks of one that is given as a contact", function()
    verify {
      text = with("咨询电话：138-1234-5678。"), rule = "privacy.mobile_number", severity = "info",
      zh = "正文公布的联系电话有1处为手机号码：138-****-5678（第30行），如非单位公开电话请更换。",
      places = { "138-****-5678" }, line = 30, beside = { "ledger.unaccounted" },
    }
  end)

  it("says nothing of how to reach the office, in the preface", function()
    local from = "可向云岭市水务局办公室咨询。"
    assert.same({}, rules_of(edit(example.text, from, "可向云岭市水务局办公室咨询（联系电话：13812345678）。")))
  end)

  it("says nothing of the page around the report", function()
    local text = edit(page, "【打印本页】", "【打印本页】网站维护13812345678")
    assert.same({}, rules_of(text))
    text = edit(page, '<p class="weather">今天是', '<p class="weather">13812345678 今天是')
    assert.same({}, rules_of(text))
  end)

  for _, sentence in ipairs {
    "咨询电话：0318-1234567。", "热线12345。", "合同金额13812345678元。", "访问量13812345678次。", "编号13812345678。", "共158 1002 1160件。",
    "见网址/13812345678.html。", "服务电话4001234567。",
  } do
    it("says nothing of “" .. sentence .. "”", function() assert.same({}, rules_of(with(sentence))) end)
  end

  it("says nothing of a number in a cell, nor of the index number", function()
    assert.same({}, rules_of(example.set(example.text, "行政许可", 3, "13812345678")))
    assert.same({}, rules_of(edit(example.text, "shuiwuju/2021-00006", "13812345678")))
  end)
end)

describe("privacy.bank_card", function()
  it("names it, masked", function()
    verify {
      text = with("请汇至6222021234567890128。"), rule = "privacy.bank_card", severity = "warning",
      zh = "正文有1处疑似银行卡号：6222***********0128（第30行），请核实，属个人信息的请删除。",
      places = { "6222***********0128" }, line = 30,
    }
  end)

  it("takes groups of four where it is called a card", function()
    assert.same({ "privacy.bank_card warning" }, rules_of(with("银行卡号：6222 0212 3456 7890 128。")))
    assert.same({}, rules_of(with("共6222 0212 3456 7890 128。")))
  end)

  for _, sentence in ipairs { "收款账号：6222021234567890128。", "序列6222021234567890129。", "编号6222021234567890128。" } do
    it("says nothing of “" .. sentence .. "”", function() assert.same({}, rules_of(with(sentence))) end)
  end
end)

describe("other rules", function()
  it("show no number of a person either", function()
    local text = edit(example.text, "发布机构：云岭市水务局", "发布机构：云岭市水")
    text = edit(text, "（一）本年度未收取信息处理费。", "（一）XX件，131102198506120080。131102198506120080abc")
    for _, found in ipairs(example.findings(text)) do
      for _, message in ipairs { found.messages.zh, found.messages.en, tostring(found) } do
        assert.is_nil(message:find("19850612", 1, true), message)
      end
      for _, printed in ipairs(found.places) do assert.is_nil(printed.raw:find("19850612", 1, true), found.rule) end
    end
  end)
end)

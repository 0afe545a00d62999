local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit = example.edit

describe("form.label_wording", function()
  it("says nothing of the example, nor of wordings that are allowed", function()
    assert.same({}, example.findings(example.text, "form.label_wording"))
    assert.same({}, example.findings(edit(example.text, "\n（七）总计\n", "\n（七）合计\n")))
  end)

  it("lists the labels that differ", function()
    local text = edit(example.text, "第二十条第（五）项", "第二十条（五）项")
    verify {
      text = edit(text, "\n（五）不予处理\n", "\n（五） 不予以处理\n"), rule = "form.label_wording", severity = "info",
      zh = "表格中有2处项目名称与规定格式不一致：“第二十条（五）项”应为“第二十条第（五）项”（第64行）；“（五） 不予以处理”应为“（五）不予处理”（第412行），宜按规定格式更正。",
      en = "labels that differ from the form's wording: 2 (“第二十条（五）项” for “第二十条第（五）项” (line 64); “（五） 不予以处理” for "
           .. "“（五）不予处理” (line 412)); please use the form's.",
      places = { "第二十条（五）项", "（五） 不予以处理" }, line = 64,
    }
  end)
end)

describe("wording.omission", function()
  it("counts the marks and names their kinds", function()
    local text = edit(example.text, "政务微信公众号全年", "（中略）政务微信公众号全年")
    text = edit(edit(text, "分批整理历史文件", "（略）分批整理历史文件"), "图解、视频等", "（略）图解、视频等")
    verify {
      text = text, rule = "wording.omission", severity = "warning",
      zh = "正文有3处省略标记（“（中略）”“（略）”），发布的报告应为全文，请核实后补全。",
      en = "marks of omission in the text: 3 (“（中略）”“（略）”); a report is published as a whole, please verify.",
      places = { "（中略）", "（略）", "（略）" }, line = 30,
    }
  end)

  for _, mark in ipairs { "（下略）", "(上略)", "（以下略）", "（ 略 ）", "（以下省略）", "（省略）" } do
    it("knows “" .. mark .. "”", function()
      local found = example.findings(edit(example.text, "图解、视频等", mark .. "图解、视频等"), "wording.omission")
      assert.equal(1, #found)
      assert.equal(mark, found[1].places[1].raw)
    end)
  end

  it("says nothing of the word in a sentence", function()
    assert.same({}, example.findings(edit(example.text, "图解、视频等", "战略规划、省略号的用法等"), "wording.omission"))
  end)
end)

describe("wording.template", function()
  local place = "由窗口人员引导查询。"

  local function with(sentence) return example.edit(example.text, place, place .. sentence) end

  local function raws(text)
    local found = example.findings(text, "wording.template")[1]
    local list = {}
    for i, part in ipairs(found and found.places or {}) do list[i] = part.raw end
    return list
  end

  it("names what is left", function()
    verify {
      text = with("全年办理留言XX条，培训____人次。"), rule = "wording.template", severity = "warning",
      zh = "正文有2处疑似模板残留或待填内容：“XX条”（第30行）、“____人次”（第30行），请核实后补全或删除。",
      en = "places that seem to be left from a template, or to be filled in: 2 (“XX条” (line 30), “____人次” (line 30)); "
           .. "please verify.",
      places = { "XX条", "____人次" }, line = 30,
    }
  end)

  local cases = {
    { "截至XXXX年X月X日。", "XXXX年", "X月", "X日" }, { "发布信息××件。", "××件" }, { "办结率为XX%。", "XX%" },
    { "发布信息ＸＸ条。", "ＸＸ条" }, { "（文字描述）", "（文字描述" }, { "（机关名称）编制了报告。", "（机关名称" },
    { "此处填写培训情况。", "此处填写" }, { "主要问题：一是……；二是……。", "一是……", "二是……" }, { "发布信息***条。", "***条" },
  }
  for _, case in ipairs(cases) do
    it("finds it in “" .. case[1] .. "”", function()
      assert.same({ table.unpack(case, 2) }, raws(with(case[1])))
    end)
  end

  it("finds the sentence above a table, in both forms", function()
    local sentence = "该部分以表格形式报告"
    local text = example.edit(example.text, "  二、主动公开政府信息情况\n", "  二、主动公开政府信息情况\n\n" .. sentence .. "。表格如下：\n")
    assert.same({ sentence }, raws(text))
    local heading = "<p><strong>三、收到和处理政府信息公开申请情况</strong></p>"
    assert.same({ sentence }, raws(example.edit(example.page, heading, heading .. "<p>" .. sentence .. "。</p>")))
  end)

  -- Names that are masked, products, signs, words that begin like a measure word.
  for _, sentence in ipairs {
    "张××诉××局政府信息公开一案已审结。", "提供7×24小时服务。", "推进5G+XX项目。", "落实《XX条例》。", "XX人民政府转办1件。", "××个体工商户1家。",
    "配置2×3件展板。", "采购MX9件套1批。", "网址为a_b次。", "强调“一是……”的体例要统一到位，二是抓好落实。", "表格如下：", "见模板。", "等等……",
    "3*5年规划。", "A×件。",
  } do
    it("says nothing of “" .. sentence .. "”", function() assert.same({}, raws(with(sentence))) end)
  end

  it("says nothing of the page around the report", function()
    assert.same({}, raws(example.edit(example.page, "【打印本页】", "【打印本页】共XX条")))
  end)
end)

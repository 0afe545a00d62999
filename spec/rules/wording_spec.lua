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
      zh = "表格中有2处项目名称与规定格式不一致：“第二十条（五）项”应为“第二十条第（五）项”（第64行）；"
        .. "“（五） 不予以处理”应为“（五）不予处理”（第412行）。",
      en = "labels that differ from the form's wording, 2: “第二十条（五）项” for “第二十条第（五）项” (line 64); "
        .. "“（五） 不予以处理” for “（五）不予处理” (line 412).",
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
      zh = "正文有3处省略标记（“（中略）”“（略）”），发布的报告应为全文，请补全。",
      en = "marks of omission in the text: 3 (“（中略）”“（略）”); a report is published as a whole.",
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

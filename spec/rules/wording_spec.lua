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
      en = "2 labels differ from the form's wording: “第二十条（五）项” for “第二十条第（五）项” (line 64); "
        .. "“（五） 不予以处理” for “（五）不予处理” (line 412).",
      places = { "第二十条（五）项", "（五） 不予以处理" }, line = 64,
    }
  end)
end)

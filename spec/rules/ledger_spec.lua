local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

describe("ledger.unaccounted", function()
  it("says nothing of the example", function()
    assert.same({}, example.findings(example.text, "ledger.unaccounted"))
  end)

  it("lists numbers that could not be placed", function()
    verify {
      text = example.edit(example.text, "配备专职人员1名", "编号为77、08"), rule = "ledger.unaccounted",
      severity = "notice",
      zh = "有2个数字未能识别其含义，未参与核对：77（第34行）、08（第34行）。",
      en = "numbers that could not be placed and were not checked, 2: 77 (line 34), 08 (line 34).",
      places = { "77", "08" }, line = 34,
    }
  end)

  it("lists ten of them and has the places of all", function()
    local text = example.edit(example.text, "配备专职人员1名", "编号1。2。3。4。5。6。7。8。9。10。11")
    local finding = example.findings(text, "ledger.unaccounted")[1]
    assert.equal("有11个数字未能识别其含义，未参与核对：1（第34行）、2（第34行）、3（第34行）、4（第34行）、5（第34行）、"
      .. "6（第34行）、7（第34行）、8（第34行）、9（第34行）、10（第34行）等。", finding.message)
    assert.equal(11, #finding.places)
  end)

  it("does not make a verdict", function()
    local text = example.edit(example.text, "配备专职人员1名", "编号为77")
    assert.equal("pass", example.check(text).verdict)
  end)
end)

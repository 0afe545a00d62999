--- Repairs of several cells on the terminal: small tables, the changed cells in brackets.

local example = require "spec.support.example"
local govreport = require "govreport"

local granted = "（一）予以公开"

local function shown(cells, lang)
  local result = example.check(example.set_all(example.text, cells), {lang = lang or "zh"})
  return govreport.render(result, "text")
end

describe("a repair on the terminal", function()
  it("of several cells is the part of the table that it touches", function()
    local text = shown{{granted, 1, "18"}, {granted, 2, "6"}}
    assert.matches("\n            共2格，改为\n                               自然人  商业企业\n"
                   .. "              （一）予以公开  [18→17]     [6→5]\n", text, 1, true)
  end)

  it("of many totals says their values in the table, and the first of them in its sentence", function()
    local cells = {}
    for i, label in ipairs{granted, "（七）总计", "1.信访举报投诉类申请", "2.重复申请"} do cells[i] = {label, 7, "/"} end
    local text = shown(cells)
    assert.matches("“总计”列4格未填，其中4行已有分项数据，按分项合计应填26、2、1等，请补填", text, 1, true)
    assert.matches("（七）总计 +%[/→48%]", text)
  end)

  it("that is one of several has a column beside the others, three at most", function()
    local text = shown({{"总计", 5, "3"}}, "en")
    assert.matches("one of 5 changes, 3 of which are shown; the original data decide\n", text, 1, true)
    assert.matches("row       column    now  way 1  way 2  way 3\n", text, 1, true)
    assert.is_nil(text:find("way 4", 1, true))
  end)

  it("of one cell is its sentence alone", function()
    local text = shown{{"1.本机关不掌握相关政府信息", 1, "5"}}
    assert.matches("改为4件即全部相符，请核改。", text, 1, true)
    assert.is_nil(text:find("→", 1, true))
  end)
end)

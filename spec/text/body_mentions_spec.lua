local body_mentions = require "govreport.text.body_mentions"
local running_text = require "govreport.text.running_text"

local function names(find, text, of_any)
  local list = {}
  local own = running_text.preface(text, 1, #text + 1)
  for i, found in ipairs(find(own, of_any)) do list[i] = text:sub(found.start, found.stop - 1) end
  return table.concat(list, " ")
end

describe("who speaks as the author", function()
  for text, expected in pairs{
    ["(一)主动公开。全年12条。白栎县教育局制发行政规范性文件3件"] = "白栎县教育局", ["2024年度,云岭市水务局未收取信息处理费。"] = "云岭市水务局",
    ["云岭市住房和城乡建设局政府信息公开工作仍有薄弱环节:一是"] = "云岭市住房和城乡建设局",
    ["现公布云岭市林业局2024年政府信息公开工作年度报告。"] = "云岭市林业局", ["本报告由云岭市林业局编制。"] = "云岭市林业局",
    ["云岭市财政局、云岭市林业局公开办事指南。"] = "", ["云岭市财政局将对我局公开工作评分。"] = "", ["云岭市水务局发布的公开指南"] = "",
    ["根据云岭市人民政府办公室公开办法"] = "", ["云岭市气象局发布预警。"] = "", ["与云岭市财政局公开办事指南。"] = "",
  } do
    it("of “" .. text .. "”", function() assert.equal(expected, names(body_mentions.actors, text)) end)
  end

  it("of plans, whatever they are about", function()
    assert.equal("清溪镇", names(body_mentions.actors, "一是清溪镇将加强学习。", true))
    assert.equal("", names(body_mentions.actors, "一是清溪镇将加强学习。"))
  end)
end)

describe("who answers questions", function()
  for text, expected in pairs{
    ["可联系望川县交通运输局办公室,电话0000-6613027。"] = "望川县交通运输局", ["请与青河区司法局办公室联系(地址:学府路"] = "青河区司法局",
    ["可向云岭市住房和城乡建设局办公室咨询。"] = "云岭市住房和城乡建设局", ["联系单位:云岭市林业局"] = "云岭市林业局",
    ["请向石门镇党政综合办公室反映"] = "石门镇", ["向云岭市财政局报送材料。"] = "", ["请联系我局办公室。"] = "",
    ["可联系望川县政务服务和数据管理局"] = "",
  } do
    it("of “" .. text .. "”", function() assert.equal(expected, names(body_mentions.contacts, text)) end)
  end
end)

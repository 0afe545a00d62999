local example = require "spec.support.example"
local verify = require "spec.support.rule_case"

local edit, page = example.edit, example.page

local function edited(from, to) return edit(example.text, from, to) end

local function count(rule, text) return #example.findings(text, "structure." .. rule) end

local function part(text, number, following)
  return assert(text:match("\n  " .. number .. "、[^\n]*\n(.-)\n  " .. following .. "、"))
end

local overview, problems = part(example.text, "一", "二"), part(example.text, "五", "六")

describe("the rules about content", function()
  it("say nothing of the examples", function()
    for _, text in ipairs { example.text, page } do
      assert.same({}, example.findings(text, nil, { select = { "structure", "form", "wording", "privacy", "fees" } }))
    end
  end)
end)

describe("structure.section_short", function()
  it("counts the characters of part five", function()
    verify {
      text = edited(problems, "\n  公开不够及时，今后将加以改进。\n"), rule = "structure.section_short", severity = "warning",
      zh = "第五部分“存在的主要问题及改进情况”只有15个字，内容过于简略，请核实后补充存在的主要问题及改进情况。",
      en = "part 5, “存在的主要问题及改进情况”, has only 15 characters; please add the problems and what is done about them.",
      places = { "存在的主要问题及改进情况" }, actual = 15, line = 612,
    }
  end)

  it("counts those of part one", function()
    verify {
      text = edited(overview, "\n  我局依法做好政府信息公开工作。\n"), rule = "structure.section_short", severity = "warning",
      zh = "第一部分“总体情况”只有15个字，内容过于简略，请核实后补充主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面的情况。",
      places = { "总体情况" }, actual = 15, line = 14,
    }
  end)

  it("leaves what is empty to another rule", function()
    assert.equal(0, count("section_short", edited(problems, "\n  无\n")))
    assert.equal(0, count("section_short", edited(problems, "")))
    assert.equal(0, count("section_short", edited(problems, "\n  （请填写存在的主要问题及改进情况）\n")))
    assert.equal(1, count("section_short", edited(problems, "\n  （公开不够及时，今后将加以改进）\n")))
  end)

  it("is content with forty characters", function()
    local sentence = "存在的问题是部分文件公开不够及时、解读形式较为单一，今后将逐月督促并制作图解加以改进。"
    assert.is_true(utf8.len(sentence) >= 40)
    assert.equal(0, count("section_short", edited(problems, "\n  " .. sentence .. "\n")))
  end)
end)

describe("structure.topics", function()
  local function without(...)
    local text = page
    for _, heading in ipairs { ... } do
      local paragraph = assert(text:match("<p>（[^）]+）" .. heading .. "。.-</p>\n"))
      text = edit(text, paragraph, "")
    end
    return text
  end

  it("names the topics that part one leaves out", function()
    verify {
      text = without("平台建设"):gsub("门户网站", ""), rule = "structure.topics", severity = "info",
      zh = "第一部分未见“平台建设”方面的内容，如有遗漏请补充。", en = "part 1 seems to say nothing of 平台建设; please add what was left out.",
      places = { "总体情况" }, line = 49, beside = { "structure.enumeration" },
    }
    local list = example.findings(without("平台建设", "监督保障"):gsub("门户网站", ""), "structure.topics")
    assert.equal("第一部分未见“平台建设”“监督保障”方面的内容，如有遗漏请补充。", list[1].message)
  end)

  it("takes any words for a topic", function()
    local text = without("平台建设", "监督保障"):gsub("门户网站", "")
    text = edit(text, "均未超过法定期限。", "均未超过法定期限。开设微信公众号1个，举办培训2次。")
    assert.equal(0, count("topics", text))
  end)

  it("says nothing of the form of 2019", function()
    local text = edited(overview, "\n  " .. ("我局依法公开文件和数据，"):rep(6) .. "取得成效。\n")
    assert.equal(0, count("topics", text))
  end)
end)

describe("structure.accountability", function()
  local silent = { ["政府信息公开纳入各科室年度工作考核，并邀请服务对象开展社会评议，未发生需要追究责任的情形。"] = "" }

  local function of_body(agency, sentence)
    local text = example.text
    for from in pairs(silent) do text = edit(text, from, sentence or "") end
    return (text:gsub("云岭市水务局", agency))
  end

  for _, agency in ipairs { "清沅县人民政府", "云岭市人民政府", "清沅县南浦镇人民政府" } do
    it("asks " .. agency .. " for all three", function()
      local list = example.findings(of_body(agency), "structure.accountability")
      assert.equal(1, #list)
      assert.equal("warning", list[1].severity)
      assert.equal(agency .. "的年度报告未见工作考核、社会评议和责任追究结果情况，请核实后在第一部分“监督保障”中补充。", list[1].message)
    end)
  end

  for _, sentence in ipairs { "纳入年度考核。", "开展社会评议。", "没有责任追究情形。", "未发生追责情况。", "组织第三方评估1次。" } do
    it("is content with “" .. sentence .. "”", function()
      assert.equal(0, count("accountability", of_body("清沅县人民政府", sentence)))
    end)
  end

  for _, agency in ipairs { "云岭市水务局", "清沅县人民政府办公室", "清沅县北街街道办事处", "云岭市" } do
    it("asks nothing of " .. agency, function() assert.equal(0, count("accountability", of_body(agency))) end)
  end
end)

describe("structure.paragraph_repeated", function()
  local paragraph = assert(overview:match("\n\n  (重新梳理[^\n]+)"))

  it("finds a paragraph twice in one part", function()
    verify {
      text = edited(paragraph, paragraph .. "\n\n  " .. paragraph), rule = "structure.paragraph_repeated",
      severity = "warning",
      zh = "正文有一段文字重复出现2次（第30行、第32行）：“重新梳理局门户网站栏目，新设“水质公告”……”，请核实后删去重复内容。",
      en = "a paragraph stands 2 times (line 30, line 32): “重新梳理局门户网站栏目，新设“水质公告”……”; please verify and remove what is "
           .. "repeated.",
      places = { paragraph, paragraph }, line = 30,
    }
  end)

  it("finds it in two parts", function()
    local text = edited(problems, problems .. "\n  " .. paragraph .. "\n")
    assert.equal(1, count("paragraph_repeated", text))
  end)

  it("lets short ones, and those that differ, come again", function()
    assert.equal(0, count("paragraph_repeated", edited(paragraph, "下一步继续努力。\n\n  下一步继续努力。\n\n  " .. paragraph)))
    local other = paragraph:gsub("185", "186")
    assert.equal(0, count("paragraph_repeated", edited(paragraph, paragraph .. "\n\n  " .. other)))
  end)
end)

describe("structure.second_report", function()
  local start = assert(example.text:find("  云岭市水务局2020年政府信息公开工作年度报告\n", 1, true))
  local body = example.text:sub(start)

  it("tells where another report begins", function()
    local text = example.text .. "\n" .. body:gsub("云岭市水务局", "云岭市水文站")
    local list = example.findings(text, "structure.second_report")
    assert.equal(1, #list)
    assert.equal("warning", list[1].severity)
    assert.equal("第628行起另有一份报告“云岭市水文站2020年政府信息公开工作年度报告”，各报告应分别成文，请核实后拆分。", list[1].message)
    assert.equal(628, list[1].line)
  end)

  it("finds it behind a title with the year in front", function()
    local text = example.text .. "\n" .. body:gsub("云岭市水务局2020年政府", "2020年云岭市水文站政府")
    assert.equal(1, count("second_report", text))
  end)

  it("lets a page print its article twice", function()
    local found = example.findings(example.text .. "\n" .. body, nil, { select = { "structure" } })
    for _, finding in ipairs(found) do
      assert.not_equal("structure.second_report", finding.rule)
      assert.not_equal("structure.paragraph_repeated", finding.rule)
    end
  end)

  for _, line in ipairs {
    "附件：云岭市水务局2019年政府信息公开工作年度报告", "上一篇：云岭市水务局2019年政府信息公开工作年度报告", "并印发云岭市水务局2019年政府信息公开工作年度报告。",
  } do
    it("takes “" .. line .. "” for none", function()
      assert.equal(0, count("second_report", example.text .. "\n  " .. line .. "\n"))
    end)
  end
end)

describe("structure.enumeration", function()
  it("finds the gap in a list of items", function()
    verify {
      text = edited("二是建立疑难申请会商机制，由局办公室会同法规科室和承办科室共同研究，统一答复口径和文书格式；", ""),
      rule = "structure.enumeration", severity = "info",
      zh = "“一是”之后直接为“三是”，中间序号缺失，如有漏段或序号错误请更正。",
      en = "“三是” follows “一是”; please add the item that is missing, or number them anew.",
      places = { "丰富解读形式，凡涉及水价、用水报装的文件，一律同步制作简明图解，并请窗口人员试读后再发布",
                 "分批整理历史文件，优先办理群众查询较多的供水规划和工程验收类文件，完成一批、上网一批" }, line = 616,
    }
  end)

  it("finds it among headings", function()
    local paragraph = assert(overview:match("  （四）平台建设\n\n[^\n]+\n\n"))
    assert.equal(1, count("enumeration", edited(paragraph, "")))
  end)

  for _, to in ipairs { "，二是建立疑难申请会商机制；", "；再二则建立会商机制；", "；（2）建立会商机制；" } do
    it("says nothing where “" .. to .. "” stands between", function()
      local from = "；二是建立疑难申请会商机制，由局办公室会同法规科室和承办科室共同研究，统一答复口径和文书格式；"
      assert.equal(0, count("enumeration", edited(from, to)))
    end)
  end
end)

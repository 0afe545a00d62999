local example = require "spec.support.example"
local govreport = require "govreport"
local verify = require "spec.support.rule_case"

local edit, row = example.edit, example.row

local function edited(from, to) return edit(example.text, from, to) end

local function row_cells(prefix, columns)
  local list = {}
  for i, column in ipairs(columns) do list[i] = prefix .. "." .. column end
  return list
end

local instruments = { "made", "disclosed", "total_disclosed" }
local applicants = { "natural_person", "business", "research_institution", "public_welfare", "legal_service",
                     "other_organization", "total" }
local items = { "previous_items", "change", "decisions" }

describe("the rules about structure", function()
  it("say nothing of the example", function()
    assert.same({}, example.findings(example.text, nil, { select = { "structure" } }))
  end)
end)

describe("structure.section_missing", function()
  it("asks for the last part", function()
    verify {
      text = example.text:match("^(.*\n)\n  六、"), rule = "structure.section_missing", severity = "error",
      zh = "缺少“六、其他需要报告的事项”部分，请按规定格式补充。",
    }
  end)

  it("asks for each part, and for the heading alone where the part's tables are there", function()
    local text = edit(edited("  二、主动公开政府信息情况\n\n", ""), "  五、存在的主要问题及改进情况\n\n", "")
    for which, message in ipairs { "缺少“五、存在的主要问题及改进情况”部分，请按规定格式补充。",
                                   "该部分表格上方缺少标题，请补充标题“二、主动公开政府信息情况”。" } do
      verify {
        text = text, rule = "structure.section_missing", severity = "error", count = 2, which = which, zh = message,
      }
    end
  end)
end)

describe("structure.table_missing", function()
  it("names the table by its part", function()
    local text = edit(example.text, example.text:match("（本列数据.-\n\n  四、"), "  四、")
    verify {
      text = text, rule = "structure.table_missing", severity = "error",
      zh = "缺少第三部分表格，请按规定格式补充。", en = "part 3, table is missing; please add it.",
    }
  end)

  it("tells a table without rows from one that is not there", function()
    local text = edit(example.text, row(example.text, "行政事业性收费"), "")
    local found = example.findings(text, "structure.table_missing")
    assert.equal(1, #found)
    assert.equal("第二部分“第二十条第（八）项”表格只有表头，没有数据行，请按规定格式补充。", found[1].message)
    assert.equal("error", found[1].severity)
  end)

  it("names a block of part two by its caption", function()
    local text = edit(example.text, example.text:match("第二十条第（八）项.-2\n\n0\n\n"), "")
    verify {
      text = text, rule = "structure.table_missing", severity = "error",
      zh = "缺少第二部分“第二十条第（八）项”表格，请按规定格式补充。",
      en = "part 2, table “第二十条第（八）项” is missing; please add it.",
    }
  end)
end)

describe("structure.row_missing", function()
  it("asks for a row", function()
    verify {
      text = example.without(example.text, "规章"), rule = "structure.row_missing", severity = "error",
      zh = "第二部分“第二十条第（一）项”表格缺少“规章”行，请按规定格式补充。",
      en = "part 2, table “第二十条第（一）项”: the row “规章” is missing; please add it.",
      cells = row_cells("instruments.administrative_rules", instruments),
    }
  end)

  it("names a numbered row with its group", function()
    local findings = example.findings(example.without(example.text, "3.补正后申请内容仍不明确"))
    assert.equal("第三部分表格缺少“（四）无法提供3.补正后申请内容仍不明确”行，请按规定格式补充。", findings[1].message)
    assert.equal(1, #findings)
  end)

  it("tells once that a row stands under another name", function()
    local text = edit(example.text, "\n2.重复申请\n", "\n2.缓交费用\n")
    verify {
      text = text, rule = "structure.row_missing", severity = "error",
      zh = "第三部分表格缺少“（五）不予处理2.重复申请”行，疑误写为“2.缓交费用”（该行数据未参与核对），应为“（五）不予处理2.重复申请”，请核改。",
      cells = row_cells("applications.not_processed_repeated", applicants), places = { "2.缓交费用" }, line = 430,
      beside = { "ledger.unaccounted" },
    }
  end)

  it("says nothing of a label that has most of its characters: its row is read", function()
    for _, printed in ipairs { "规范性文种", "规范性公文", "规范性的文件" } do
      local report = assert(govreport.parse(edited("\n规范性文件\n", "\n" .. printed .. "\n")))
      assert.equal("number", report.tables.instruments:cell("normative_documents", instruments[1]).state, printed)
      assert.same({ "form.label_wording" }, example.rules(govreport.check(report)))
    end
  end)

  it("takes a label in the row's place for it, though it is nearer to one that is there", function()
    for _, printed in ipairs { "3.重复要求公开", "3.重复提出申请" } do
      local text = edit(example.text, "\n3.要求提供公开出版物\n", "\n" .. printed .. "\n")
      local found = example.findings(text, nil, { select = { "structure" } })
      assert.equal(1, #found)
      assert.equal("第三部分表格缺少“（五）不予处理3.要求提供公开出版物”行，疑误写为“" .. printed .. "”（该行数据未参与核对），"
                 .. "应为“（五）不予处理3.要求提供公开出版物”，请核改。",
                   found[1].message)
      assert.equal(446, found[1].line)
    end
  end)
end)

describe("structure.row_missing, where there are many", function()
  it("tells rows one after the other together", function()
    local text = example.text
    for _, label in ipairs { "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益" } do
      text = example.without(text, label)
    end
    local found = example.findings(text, "structure.row_missing")
    assert.equal(1, #found)
    assert.equal("第三部分表格缺少4行（自“（三）不予公开1.属于国家秘密”至“（三）不予公开4.保护第三方合法权益”），请按规定格式补充。",
                 found[1].message)
    assert.equal(28, #found[1].cells)
  end)
end)

describe("structure.section_order", function()
  it("names the part that comes too early", function()
    local five, six = example.text:match("\n(  五、.-\n\n)(  六、.-。\n)\n  云岭市水务局\n")
    verify {
      text = edited(five .. six, six .. "\n" .. five:sub(1, -2)), rule = "structure.section_order",
      severity = "warning", zh = "“其他需要报告的事项”部分应排在“存在的主要问题及改进情况”部分之后，请核实后调整顺序。",
      en = "“其他需要报告的事项” should come after “存在的主要问题及改进情况”; please verify the order of the parts.",
      places = { "其他需要报告的事项" }, line = 612,
    }
  end)
end)

describe("structure.section_ordinal", function()
  it("asks for an ordinal", function()
    verify {
      text = edited("  二、主动公开", "  主动公开"), rule = "structure.section_ordinal", severity = "warning",
      zh = "“主动公开政府信息情况”标题缺序号，应为“二、主动公开政府信息情况”，请核实后更正。",
      en = "the heading “主动公开政府信息情况” has no ordinal; it should be “二、主动公开政府信息情况”; please verify.",
      places = { "主动公开政府信息情况" }, expected = "二、", actual = "", line = 36,
    }
  end)

  it("corrects an ordinal", function()
    verify {
      text = edited("  六、其他", "  五、其他"), rule = "structure.section_ordinal", severity = "warning",
      zh = "“其他需要报告的事项”标题序号写为“五、”，应为“六、”，请核实后更正。",
      en = "the heading “其他需要报告的事项” is numbered “五、”; it should be “六、”; please verify.",
      places = { "其他需要报告的事项" }, expected = "六、", actual = "五、", line = 618,
    }
  end)
end)

describe("structure.section_title", function()
  it("corrects the title of a part", function()
    verify {
      text = edited("五、存在的主要问题及改进情况", "五、困难与打算"), rule = "structure.section_title",
      severity = "warning", zh = "标题“困难与打算”与规定格式不一致，应为“存在的主要问题及改进情况”，请核实后更正。",
      en = "the heading “困难与打算” should read “存在的主要问题及改进情况”; please verify.",
      places = { "困难与打算" }, expected = "存在的主要问题及改进情况", actual = "困难与打算", line = 612,
    }
  end)

  for _, title in ipairs { "存在的问题及改进措施", "政府信息公开工作存在的主要问题和改进方向", "存在问题及改进情况",
                           "存在主要问题和整改措施" } do
    it("accepts “" .. title .. "”", function()
      assert.same({}, example.findings(edited("五、存在的主要问题及改进情况", "五、" .. title)))
    end)
  end
end)

describe("structure.section_empty", function()
  local problems = example.text:match("  五、存在的主要问题及改进情况\n(.-)\n  六、")
  for _, body in ipairs { "", "\n  无。\n", "\n  （无）\n", "\n  无\n" } do
    it("asks for text instead of “" .. body:gsub("%s", "") .. "”", function()
      verify {
        text = edited(problems, body), rule = "structure.section_empty", severity = "warning",
        zh = "第五部分“存在的主要问题及改进情况”没有实质内容，请核实后补充。", en = "part 5, “存在的主要问题及改进情况”, says nothing; please verify and add "
                                                      .. "its text.",
        places = { "存在的主要问题及改进情况" }, line = 612,
      }
    end)
  end

  it("looks at part one too", function()
    local overview = example.text:match("  一、总体情况\n(.-)\n  二、")
    verify {
      text = edited(overview, ""), rule = "structure.section_empty", severity = "warning",
      zh = "第一部分“总体情况”没有实质内容，请核实后补充。", places = { "总体情况" }, line = 14,
    }
  end)

  it("is content with a sentence", function()
    local text = edited(problems, "\n  公开的及时性有待提高，我局将逐月督促。\n")
    assert.same({}, example.findings(text, "structure.section_empty"))
  end)
end)

describe("structure.parts_announced", function()
  it("does not take the points of a part that has no heading for parts", function()
    assert.same({}, example.findings(edited("  一、总体情况\n\n", ""), "structure.parts_announced"))
  end)

  it("counts the parts", function()
    verify {
      text = edited("六部分组成", "五部分组成"), rule = "structure.parts_announced", severity = "warning",
      zh = "引言称全文由5个部分组成，正文实有6个部分，请核实后统一。", en = "the preface announces 5 parts, the report has 6; please verify "
                                                 .. "which holds.",
      places = { "五" }, expected = 6, actual = 5, line = 10,
    }
  end)
end)

describe("structure.header", function()
  it("asks for a header", function()
    verify {
      text = edited("信息内容\n\n采购项目数量\n\n采购总金额\n\n", ""), rule = "structure.header", severity = "warning",
      zh = "第二部分“第二十条第（九）项”表格没有表头（核对时各列按规定格式的顺序读取），请核实后补充表头。",
      en = "part 2, table “第二十条第（九）项” has no header; its columns were read in the form's order; please verify and add "
           .. "it.",
      cells = row_cells("procurement.centralized", { "items", "amount" }), places = { "政府集中采购" }, line = 132,
    }
  end)

  it("asks for a label of the header", function()
    verify {
      text = edited("\n\n商业企业\n", "\n"), rule = "structure.header", severity = "warning",
      zh = "第三部分表格表头缺少“商业企业”（核对时该列按规定格式的顺序读取），请核实后补充。",
      en = "part 3, table: the header lacks “商业企业”; the column was read in the form's order; please verify.",
      places = { example.text:match("（本列数据.-\n\n其他\n"):gsub("商业企业\n\n", ""):sub(1, -2) }, line = 146,
    }
  end)

  it("asks for a caption", function()
    verify {
      text = edited("第二十条第（六）项\n\n", ""), rule = "structure.header", severity = "warning",
      zh = "第二部分“第二十条第（六）项”表格缺少“第二十条第（六）项”一行，请核实后补充。", places = { "行政处罚" }, line = 98,
    }
  end)

  it("does not say the same twice", function()
    local text = edited("行政诉讼\n\n结果维持\n", "行政诉讼\n\n结果维持\n\n1\n")
    local seen = {}
    for _, finding in ipairs(example.findings(text, "structure.header")) do
      assert.is_nil(seen[finding.message], finding.message)
      seen[finding.message] = true
    end
  end)

  it("says that the columns cannot be told, and of which cells", function()
    local text = edited("本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n", "对外公开总数量\n\n本年新制作数量\n")
    local finding = example.findings(text, "structure.header")[1]
    assert.equal("第二部分“第二十条第（一）项”表格的表头不完整、有重复或顺序与规定格式不同，无法确定各列含义，请核实后按规定格式更正表头。",
      finding.message)
    assert.equal(6, #finding.cells)
  end)
end)

describe("structure.label_unknown", function()
  it("names a label that the form does not have, as it is printed", function()
    local other = row(example.text, "（六）其他处理")
    verify {
      text = edit(example.text, other, other .. "（六） 转交他处\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n1\n\n"),
      rule = "structure.label_unknown", severity = "warning",
      zh = "表格中的“（六） 转交他处”不在规定格式内，请核实后更正或删除。", en = "“（六） 转交他处” is not a label of the form; please verify.",
      places = { "（六） 转交他处" }, line = 510, beside = { "ledger.unaccounted" },
    }
  end)

  it("proposes the nearest label", function()
    local other = row(example.text, "2.重复申请")
    verify {
      text = edit(example.text, other, other .. "2.重复的申请\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n1\n\n"),
      rule = "structure.label_unknown", severity = "warning",
      zh = "表格中的“2.重复的申请”不在规定格式内，疑应为“2.重复申请”，请核实后更正。",
      places = { "2.重复的申请" }, line = 446, beside = { "ledger.unaccounted" },
    }
  end)
end)

describe("structure.label_unknown, where there are many", function()
  -- The example with some rows behind the last but two, each with numbers.
  local function with_rows(count)
    local numerals = require("govreport.form.names").numerals
    local rows = {}
    for i = 1, count do
      rows[i] = "（" .. numerals[(i - 1) % 10 + 1] .. "）转交" .. numerals[i % 10 + 1] .. "处办理\n\n"
        .. ("0\n\n"):rep(7)
    end
    local other = row(example.text, "（六）其他处理")
    return edit(example.text, other, other .. table.concat(rows))
  end

  it("tells three one by one", function()
    local found = example.findings(with_rows(3), "structure.label_unknown")
    assert.equal(3, #found)
    assert.equal("表格中的“（一）转交二处办理”不在规定格式内，请核实后更正或删除。", found[1].message)
  end)

  it("tells more of them together", function()
    verify {
      text = with_rows(4), rule = "structure.label_unknown", severity = "warning",
      zh = "表格中有4处文字不在规定格式内（“（一）转交二处办理”、“（二）转交三处办理”、“（三）转交四处办理”、“（四）转交五处办理”），请核实后更正或删除。",
      en = "texts in the tables that are no labels of the form: 4 (“（一）转交二处办理”, “（二）转交三处办理”, “（三）转交四处办理”, "
           .. "“（四）转交五处办理”); please verify.",
      places = { "（一）转交二处办理", "（二）转交三处办理", "（三）转交四处办理", "（四）转交五处办理" }, line = 510,
      beside = { "ledger.unaccounted" },
    }
  end)

  it("shows ten of them at most", function()
    local found = example.findings(with_rows(12), "structure.label_unknown")
    assert.equal(1, #found)
    assert.equal(12, #found[1].places)
    assert.matches("^表格中有12处文字.*“（十）转交一处办理”等），请核实后更正或删除。$", found[1].message)
    assert.matches("“（十）转交一处办理”, …%); please verify%.$", found[1].messages.en)
  end)
end)

describe("structure.row_conflict", function()
  it("names the row and its cells", function()
    local licenses = row(example.text, "行政许可")
    verify {
      text = edit(example.text, licenses, licenses .. "行政许可\n\n18\n\n+2\n\n327\n\n"),
      rule = "structure.row_conflict", severity = "error",
      zh = "第二部分“第二十条第（五）项”表格“行政许可”行出现两次且数据不同，请核改，只保留正确的一行。",
      cells = row_cells("licensing.licenses", items), places = { "行政许可\n\n18\n\n+2\n\n327" }, line = 82,
      beside = { "ledger.unaccounted" },
    }
  end)
end)

describe("structure.row_repeated", function()
  it("counts the rows", function()
    local text = edit(example.text, row(example.text, "规章"), row(example.text, "规章") .. row(example.text, "规章"))
    text = edit(text, row(text, "行政强制"), row(text, "行政强制") .. row(text, "行政强制"))
    verify {
      text = text, rule = "structure.row_repeated", severity = "info", zh = "表格中有2行重复出现，数据相同，可删去重复的行。",
      en = "rows that stand twice with the same numbers: 2; one of each will do.", places = { "规章", "行政强制" }, line = 56,
    }
  end)
end)

describe("structure.undecoded", function()
  it("names the places of bytes that are no characters", function()
    verify {
      text = edited("网上答复", "网上\xFF答复"), rule = "structure.undecoded", severity = "warning",
      zh = "有1处内容不是有效的UTF-8字符，已以“\u{FFFD}”代替（第30行第77字），请核实原文后更正。",
      en = "places that are no characters of UTF-8: 1 (30:77), shown as “�”; please verify them in the original.",
      places = { "\u{FFFD}" }, line = 30,
    }
  end)

  it("names five of them at most", function()
    local text = edited("网上答复群众留言", "网\xFF上\xFF答\xFF复\xFF群\xFF众\xFF留言")
    local finding = example.findings(text, "structure.undecoded")[1]
    assert.equal(6, #finding.places)
    assert.equal("有6处内容不是有效的UTF-8字符，已以“\u{FFFD}”代替（第30行第76字、第30行第78字、第30行第80字、"
      .. "第30行第82字、第30行第84字等），请核实原文后更正。", finding.message)
    assert.matches("%(30:76, 30:78, 30:80, 30:82, 30:84, …%), shown as", finding.messages.en)
  end)
end)

local example = require "spec.support.example"
local govreport = require "govreport"

local edit, edit_all, row, set = example.edit, example.edit_all, example.row, example.set

local title = "\n  云岭市水务局2020年政府信息公开工作年度报告\n"
local contents = {
  "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
}
local application_rows = {
  "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开",
  "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1.属于国家秘密", "2.其他法律行政法规禁止公开",
  "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
  "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
  "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
  "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息", "（六）其他处理", "（七）总计",
  "四、结转下年度继续办理",
}

-- ---- edits -------------------------------------------------------------------

local function edits(list)
  return function(text)
    for _, change in ipairs(list) do text = edit(text, change[1], change[2]) end
    return text
  end
end

-- Everywhere, each character by another.
local function mapped(map)
  return function(text)
    for from, to in pairs(map) do text = text:gsub(from, to) end
    return text
  end
end

local function utf16(format)
  return function(text)
    local units = {}
    for _, code in utf8.codes(text) do units[#units + 1] = string.pack(format, code) end
    return table.concat(units)
  end
end

-- Some rows with their values in another order; `order` gives the old place of each.
local function with_columns(text, labels, order)
  for _, label in ipairs(labels) do
    local old, lines, new = row(text, label), {}, {}
    for line in old:gmatch("[^\n]+") do lines[#lines + 1] = line end
    for i, place in ipairs(order) do new[i] = lines[place + 1] end
    text = edit(text, old, lines[1] .. "\n\n" .. table.concat(new, "\n\n") .. "\n\n")
  end
  return text
end

-- A row moved to stand before another.
local function moved(label, before)
  return function(text)
    local part = row(text, label)
    text = edit(text, part, "")
    return edit(text, row(text, before), part .. row(text, before))
  end
end

local function page(label, at, number)
  return function(text)
    local old, i = row(text, label), -1
    local new = old:gsub("[^\n]+\n\n", function(line)
      i = i + 1
      if i == at then return line .. number .. "\n\n" end
    end)
    return edit(text, old, new)
  end
end

local function both(first, second)
  return function(text) return second(first(text)) end
end

-- ---- the same report -----------------------------------------------------------

-- Name, edit, and where it is not the same the facts that differ.
local dresses = {
  { "as it is", function(text) return text end },
  { "with header labels on several lines", edits {
    { "\n商业企业\n", "\n商业\n企业\n" }, { "\n社会公益组织\n", "\n社会\n\n公益\n\n组织\n" },
    { "\n本年新制作数量\n", "\n本年新\n\n制作数量\n" }, { "\n未经复议直接起诉\n", "\n未经复议\n直接起诉\n" },
  } },
  { "with row labels on several lines", edits {
    { "\n三、本年度办理结果\n", "\n三、\n\n本\n\n年\n\n度\n\n办\n\n理\n\n结\n\n果\n" },
    { "\n5.要求行政机关确认或重新出具已获取信息\n", "\n5.要求行政机关确认或重\n新出具已获取信息\n" },
    { "\n4.保护第三方合法权益\n", "\n4.保护第三\n\n方合法权益\n" },
  } },
  { "without blank lines", function(text) return (text:gsub("\n\n+", "\n")) end },
  { "with several blank lines", function(text) return (text:gsub("\n\n", "\n\n\n\n")) end },
  { "with blanks around its lines", function(text) return (text:gsub("\n([^\n]+)", "\n \u{A0}%1\u{3000}\t")) end },
  { "with half-width punctuation", mapped {
    ["（"] = "(", ["）"] = ")", ["："] = ":", ["，"] = ",", ["；"] = ";", ["“"] = '"', ["”"] = '"',
  } },
  { "with full-width digits", function(text)
    return (text:gsub("%d", function(digit) return utf8.char(0xFF10 + digit) end))
  end },
  { "with full-width signs", mapped { ["%+"] = "＋", ["\n%-1\n"] = "\n－1\n", ["本年增/减"] = "本年增／减" } },
  { "with page numbers between cells", both(page("（一）予以公开", 3, "— 3 —"), page("2.重复申请", 0, "- 4 -")) },
  { "with page numbers between rows", both(page("（一）予以公开", 7, "—3—"), page("规范性文件", 3, "第2页 共8页")) },
  { "with page numbers between headers", edits { { "\n科研机构\n", "\n科研机构\n\n— 3 —\n" } } },
  { "with a page number in a sentence",
    edits { { "发布信息612条", "发布信息\n\n— 1 —\n\n612条" } } },
  { "with a header that is printed again", function(text)
    local header = text:match("申请人情况\n\n.-其他\n\n")
    return edit(text, row(text, "2.重复申请"), "— 4 —\n\n" .. header .. row(text, "2.重复申请"))
  end },
  { "with CRLF", function(text) return (text:gsub("\n", "\r\n")) end },
  { "with CR", function(text) return (text:gsub("\n", "\r")) end },
  { "with a byte order mark", function(text) return "\u{FEFF}" .. text end },
  { "in UTF-16LE", utf16("<I2") },
  { "in UTF-16BE", utf16(">I2") },
  { "in UTF-16LE with a mark", function(text) return "\xFF\xFE" .. utf16("<I2")(text) end },
  { "in UTF-16BE with a mark", function(text) return "\xFE\xFF" .. utf16(">I2")(text) end },
  { "with blanks inside of labels", edits {
    { "\n自然人\n", "\n自 然 人\n" }, { "\n三、本年度办理结果\n", "\n三 、本 年 度办 理 结　果\n" },
    { "\n规范性文件\n", "\n规范 性\u{A0}文件\n" }, { "\n3.危及“三安全一稳定”\n", "\n3. 危及 “ 三安全 一稳定 ”\n" },
    { "\n  二、主动公开政府信息情况\n", "\n  二 、 主动公开 政府信息 情况\n" },
  } },
  { "with other marks before its labels", edits {
    { "\n1.属于国家秘密\n", "\n1、属于国家秘密\n" }, { "\n2.重复申请\n", "\n（2）重复申请\n" },
    { "\n（七）总计\n", "\n七、总计\n" },
  } },
  { "with short labels", edits {
    { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开" }, { "\n（七）总计\n", "\n（七）合计\n" },
  } },
  { "with its rows in another order", both(both(moved("四、结转下年度继续办理", "二、上年结转政府信息公开申请数量"),
    moved("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（一）予以公开")), moved("行政强制", "行政处罚")) },
  { "with the columns of 规范性文件 in another order", function(text)
    text = edit(text, "本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n", "对外公开总数量\n\n本年新制作数量\n\n本年新公开数量\n")
    return with_columns(text, { "规章", "规范性文件" }, { 3, 1, 2 })
  end },
  { "with the kinds of organisations in another order", function(text)
    text = edit(text, "商业企业\n\n科研机构\n\n社会公益组织\n", "社会公益组织\n\n科研机构\n\n商业企业\n")
    return with_columns(text, application_rows, { 1, 4, 3, 2, 5, 6, 7 })
  end },
  { "with the total in front", function(text)
    text = edit(text, "自然人\n\n法人或其他组织\n\n总计\n", "总计\n\n自然人\n\n法人或其他组织\n")
    return with_columns(text, application_rows, { 7, 1, 2, 3, 4, 5, 6 })
  end },
  { "with the header of disputes row by row", edits { {
    "行政诉讼\n\n结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n未经复议直接起诉\n\n复议后起诉\n",
    "行政诉讼\n\n未经复议直接起诉\n\n复议后起诉\n\n结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n",
  } } },
  { "with a table of contents", edits { { title, title .. "\n目  录\n\n" .. table.concat(contents, "\n\n") .. "\n" } } },
  { "with a table of contents that names pages", function(text)
    local lines = {}
    for i, line in ipairs(contents) do lines[i] = line .. "……" .. i end
    return edit(text, title, title .. "\n目  录\n\n" .. table.concat(lines, "\n\n") .. "\n")
  end },
  { "with its title on two lines", edits { { title, "\n  云岭市水务局\n  2020年政府信息公开工作年度报告\n" } } },
  { "with its title in two paragraphs", edits { { title, "\n  云岭市水务局\n\n  2020年政府信息公开工作年度报告\n" } } },
  { "with its title twice", edits { { title, title .. title } } },
  { "with the year in front of its title", edits { { title, "\n  2020年云岭市水务局政府信息公开工作年度报告\n" } },
    { title = "2020年云岭市水务局政府信息公开工作年度报告" } },
  { "with a remark behind the name in its title",
    edits { { title, "\n  云岭市水务局（本级）2020年政府信息公开工作年度报告\n" } },
    { title = "云岭市水务局（本级）2020年政府信息公开工作年度报告" } },
  { "with 年度 in its title", edits { { title, "\n  云岭市水务局 2020 年度政府信息公开工作年度报告\n" } },
    { title = "云岭市水务局2020年度政府信息公开工作年度报告" } },
  { "with a note behind its title", edits { { title, "\n  云岭市水务局2020年政府信息公开工作年度报告（图片版）\n" } } },
  { "with metadata line by line", edits {
    { " 索 引 号：", "\n索 引 号：" }, { " 文  号：", "\n\n文  号：" }, { " 发布日期：", "\n发布日期：" },
  } },
  { "with metadata behind bullets", mapped { ["名  称："] = "• 名　　称：", ["\n发布机构："] = "\n• 发布机构：" } },
  { "with metadata under other names", edits {
    { "名  称：", "标题:" }, { "发布机构：", "公开机构: " }, { "发布日期：", "发文日期：" }, { "有效性：", "时效：" },
  } },
  { "with the date of publication in digits", edits { { "发布日期：2021年01月25日", "发布日期：2021/1/25" } } },
  { "with the time of publication", edits { { "发布日期：2021年01月25日", "发布日期：2021-01-25 15:52" } } },
  { "with the date of signature in Chinese numerals", edits { { "2021年1月22日", "二〇二一年一月二十二日" } } },
  { "with the month in Chinese numerals", edits { { "（2021年1月）", "（二○二一年一月）" } } },
  { "with the date of publication in Chinese numerals", edits { { "2021年01月25日", "二零二一年一月二十五日" } } },
  { "with blanks in its dates", edits { { "2021年1月22日", "2021 年 1 月 22 日" } } },
  { "with a short period", edits { { "2020年1月1日至2020年12月31日", "2020年1月1日至12月31日" } } },
  { "with 自 and 止 around its period", edits { { "2020年1月1日至2020年12月31日", "自2020年1月1日起至2020年12月31日止" } } },
  { "with a dash in its period", edits { { "2020年1月1日至2020年12月31日", "2020年1月1日—12月31日" } } },
  { "with other headings", edits {
    { "一、总体情况\n", "一、总体工作情况\n" }, { "五、存在的主要问题及改进情况\n", "五、存在的问题和改进措施\n" },
    { "四、政府信息公开行政复议、行政诉讼情况\n", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n" },
    { "六、其他需要报告的事项\n", "六、其他需要说明的事项\n" },
  } },
  { "with a label cut by a page number", edits { { "重新出具已获取信息", "\n— 5 —\n重新出具已获取信息" } } },
  { "with a note under a table",
    edits { { "\n  四、政府信息公开", "\n注：“总计”列含上年结转的3件。\n\n  四、政府信息公开" } } },
  { "without a line end at its end", function(text) return text:sub(1, -2) end },
}

local facts = { "agency", "year", "title", "published_on", "dated", "period_start", "period_end", "signatory",
                "signed_on", "publisher", "index_number", "document_number", "validity", "parts_announced" }

describe("the example report", function()
  for _, dress in ipairs(dresses) do
    it(dress[1] .. " says the same", function()
      local result, report = example.check(dress[2](example.text))
      local original = example.report(example.text)
      assert.same({}, example.differences(report))
      assert.same({}, example.unaccounted(report))
      for _, fact in ipairs(facts) do
        assert.equal(dress[3] and dress[3][fact] or original[fact], report[fact])
      end
      assert.same({}, example.messages(result))
      assert.equal("pass", result.verdict)
    end)
  end

  it("in GB18030 says the same, told or not", function()
    local name = os.tmpname()
    local file = assert(io.open(name, "wb"))
    file:write(example.text)
    file:close()
    local pipe = io.popen("iconv -f UTF-8 -t GB18030 " .. name)
    local bytes = pipe:read("a")
    pipe:close()
    os.remove(name)
    for _, encoding in ipairs { "GB18030", false } do
      local report = example.report(bytes, { encoding = encoding or nil })
      assert.same({}, example.differences(report))
      assert.equal("云岭市水务局", report.agency)
    end
  end)

  it("keeps its places in another encoding", function()
    local bytes = utf16("<I2")(example.text)
    local cell = example.report(bytes).tables.applications:cell("received", "natural_person")
    assert.same({ 168, 1 }, { cell.line, cell.column })
    assert.equal("3\0001\0", bytes:sub(cell.byte, cell.byte_end))
  end)
end)

-- ---- what is lost ----------------------------------------------------------------

-- Changes of one row's text.
local function in_row(label, from, to)
  return function(text) return edit(text, row(text, label), edit(row(text, label), from, to)) end
end

-- Name, edit; then what the cells say that differ: by state their number, and where they are; the numbers that are
-- unaccounted for; the rules that must speak.
local losses = {
  { "a row is missing", function(text) return example.without(text, "2.重复申请") end,
    { absent = 7 }, "applications.not_processed_repeated", {}, { "structure.row_missing" } },
  { "the first row is missing", function(text) return example.without(text, application_rows[1]) end,
    { absent = 7 }, "applications.received", {}, { "structure.row_missing" } },
  { "the last row is missing", function(text) return example.without(text, "四、结转下年度继续办理") end,
    { absent = 7 }, "applications.carried_forward", {}, { "structure.row_missing" } },
  { "the only row is missing", function(text) return example.without(text, "行政事业性收费") end,
    { absent = 2 }, "fees", {}, { "structure.table_missing" } },
  { "a row has six values", in_row("（一）予以公开", "17\n\n5\n\n", "17\n\n"),
    { unreadable = 7 }, "applications.granted", { "17", "1", "1", "2", "0", "26" },
    { "reading.rows", "ledger.unaccounted" } },
  { "the last row has six values", in_row("四、结转下年度继续办理", "1\n\n0\n\n2\n\n", "1\n\n2\n\n"),
    { unreadable = 7 }, "applications.carried_forward", { "1", "0", "0", "0", "1", "2" },
    { "reading.rows", "ledger.unaccounted" } },
  { "a row has eight values", in_row("（一）予以公开", "17\n\n5\n\n", "17\n\n5\n\n5\n\n"),
    { unreadable = 7 }, "applications.granted", { "17", "5", "5", "1", "1", "2", "0", "26" },
    { "reading.rows", "ledger.unaccounted" } },
  { "a page number looks like a value", page("（一）予以公开", 7, "3"),
    { unreadable = 7 }, "applications.granted", { "17", "5", "1", "1", "2", "0", "26", "3" },
    { "reading.rows", "ledger.unaccounted" } },
  { "a row of disputes has fourteen values", in_row("总计", "1\n\n0\n\n1\n\n", "1\n\n1\n\n"),
    { unreadable = 15 }, "disputes", { "1", "1", "0", "2", "1", "0", "0", "0", "1", "0", "0", "0", "1", "1" },
    { "reading.rows", "ledger.unaccounted" } },
  { "the values of a row stand on one line", function(text)
    return edit(text, row(text, "规章") .. row(text, "规范性文件"), row(text, "规章") .. "规范性文件\n\n3 3 21\n\n")
  end, {}, "", {}, {} },
  { "a row stands on one line", function(text)
    return edit(text, row(text, "（一）予以公开"), "（一）予以公开 17 5 1 1 2 0 26\n\n")
  end, {}, "", {}, {} },
  { "a row stands twice, the first time with fewer values", function(text)
    return edit(text, row(text, "规范性文件"), "规范性文件\n\n3\n\n" .. row(text, "规范性文件"))
  end, {}, "", { "3" }, { "ledger.unaccounted" } },
  { "the header is incomplete and permuted",
    edits { { "本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n", "对外公开总数量\n\n本年新制作数量\n" } },
    { unreadable = 6 }, "instruments", { "0", "0", "0", "3", "3", "21" },
    { "structure.header", "ledger.unaccounted" } },
  { "the outcomes of disputes are permuted", function(text)
    return edit_all(text, "结果维持\n\n结果纠正\n", "结果纠正\n\n结果维持\n", 3)
  end, { unreadable = 15 }, "disputes",
    { "1", "0", "1", "0", "2", "1", "0", "0", "0", "1", "0", "0", "0", "1", "1" },
    { "structure.header", "ledger.unaccounted" } },
  { "part three is missing", function(text)
    return text:match("^(.*)\n  三、收到") .. text:match("\n  四、政府信息公开.*$")
  end, { absent = 161 }, "applications", {}, { "structure.section_missing", "structure.table_missing" } },
  { "part three has no table", function(text)
    return edit(text, text:match("（本列数据.-\n\n  四、"), "  四、")
  end, { absent = 161 }, "applications", {}, { "structure.table_missing" } },
}

-- Two lists with the same members.
local function sorted(list)
  table.sort(list)
  return list
end

local function contains_all(rules, wanted)
  local found = {}
  for _, rule in ipairs(rules) do found[rule] = true end
  for _, rule in ipairs(wanted) do assert.is_true(found[rule], "no finding of " .. rule) end
end

describe("nothing is shifted or guessed where", function()
  for _, loss in ipairs(losses) do
    local name, change, states, where, unaccounted, rules = table.unpack(loss)
    it(name, function()
      local result, report = example.check(change(example.text))
      local differences = example.differences(report)
      assert.same(states, example.tally(differences))
      for address in pairs(differences) do assert.equal(where, address:sub(1, #where)) end
      assert.same(sorted { table.unpack(unaccounted) }, sorted(example.unaccounted(report)))
      contains_all(example.rules(result), rules)
    end)
  end
end)

describe("all values are kept and it is said where", function()
  -- Name, edit, rule, message, unaccounted numbers.
  local cases = {
    { "a row is unknown", function(text)
      local other = row(text, "（六）其他处理")
      return edit(text, other, other .. "（七）转交其他机关\n\n0\n\n0\n\n0\n\n0\n\n0\n\n3\n\n3\n\n")
    end, "structure.label_unknown", "表格中的“（七）转交其他机关”不在规定格式内，请核实后更正或删除。",
      { "0", "0", "0", "0", "0", "3", "3" } },
    { "a row stands twice with the same values", function(text)
      return edit(text, row(text, "2.重复申请"), row(text, "2.重复申请") .. row(text, "2.重复申请"))
    end, "structure.row_repeated", "表格中有1行重复出现，数据相同，可删去重复的行。", {} },
    { "a row stands twice with other values", function(text)
      local again = row(text, "2.重复申请"):gsub("1", "4")
      return edit(text, row(text, "2.重复申请"), row(text, "2.重复申请") .. again)
    end, "structure.row_conflict", "第三部分表格“（五）不予处理2.重复申请”行出现两次且数据不同，请核改，只保留正确的一行。",
      { "4", "0", "0", "0", "0", "0", "4" } },
    { "a group of rows has values of its own", edits { {
      "\n（三）不予公开\n", "\n（三）不予公开\n\n3\n\n2\n\n0\n\n0\n\n1\n\n0\n\n6\n",
    } }, "ledger.unaccounted", "有7个数字未能识别其含义，未参与核对：3（第234行）、2（第236行）、0（第238行）、"
      .. "0（第240行）、1（第242行）、0（第244行）、6（第246行）。", { "3", "2", "0", "0", "1", "0", "6" } },
    { "a caption is missing", edits { { "第二十条第（六）项\n\n", "" } }, "structure.header",
      "第二部分“第二十条第（六）项”表格缺少“第二十条第（六）项”一行，请核实后补充。", {} },
    { "a header is missing", edits { { "信息内容\n\n采购项目数量\n\n采购总金额\n\n", "" } }, "structure.header",
      "第二部分“第二十条第（九）项”表格没有表头（核对时各列按规定格式的顺序读取），请核实后补充表头。", {} },
    { "a label of the header is missing", edits { { "\n\n商业企业\n", "\n" } }, "structure.header",
      "第三部分表格表头缺少“商业企业”（核对时该列按规定格式的顺序读取），请核实后补充。", {} },
    { "a heading has a bullet", edits { { "  二、主动公开", "  • 主动公开" } }, "structure.section_ordinal",
      "“主动公开政府信息情况”标题缺序号，应为“二、主动公开政府信息情况”，请核实后更正。", {} },
    { "a heading is bare", edits { { "  二、主动公开", "  主动公开" } }, "structure.section_ordinal",
      "“主动公开政府信息情况”标题缺序号，应为“二、主动公开政府信息情况”，请核实后更正。", {} },
    { "a heading is missing", edits { { "  五、存在的主要问题及改进情况\n\n", "" } }, "structure.section_missing",
      "缺少“五、存在的主要问题及改进情况”部分，请按规定格式补充。", {} },
    { "the last part is missing", function(text) return text:match("^(.*\n)\n  六、") end,
      "structure.section_missing", "缺少“六、其他需要报告的事项”部分，请按规定格式补充。", {} },
    { "labels are misprinted", edits { { "\n（五）不予处理\n", "\n（五）不予以处理\n" } }, "form.label_wording",
      "表格中有1处项目名称与规定格式不一致：“（五）不予以处理”应为“（五）不予处理”（第412行），宜按规定格式更正。", {} },
    { "the title lacks a word", edits { { title, "\n  云岭市水务局2020年政府信息公开年度报告\n" } }, "metadata.title",
      "标题“云岭市水务局2020年政府信息公开年度报告”不规范，应为“云岭市水务局2020年政府信息公开工作年度报告”，请核实后更正。", {} },
    { "the title is missing", edits { { title, "\n" } }, "metadata.title",
      "未找到“××（机关名称）××××年政府信息公开工作年度报告”形式的标题，请核实后补充。", {} },
  }
  for _, case in ipairs(cases) do
    local name, change, rule, message, unaccounted = table.unpack(case)
    it(name, function()
      local result, report = example.check(change(example.text))
      assert.same({}, example.differences(report))
      assert.same(unaccounted, example.unaccounted(report))
      local messages = {}
      for finding in result:findings() do
        if finding.rule == rule then messages[#messages + 1] = finding.message end
        assert.is_true(finding.rule == rule or finding.rule == "ledger.unaccounted", tostring(finding))
      end
      assert.same({ message }, messages)
    end)
  end
end)

-- Whatever happens to a line of the tables, no cell holds another number afterwards, and where cells lost theirs,
-- there is a finding.
describe("a line of the tables", function()
  local lines = {}
  for line in example.text:gmatch("[^\n]*\n") do lines[#lines + 1] = line end
  local first, last = 38, 610

  local function honest(change)
    for i = first, last do
      if lines[i] ~= "\n" then
        local copy = table.move(lines, 1, #lines, 1, {})
        copy[i] = change(lines[i])
        local result, report = example.check(table.concat(copy))
        local differences = example.differences(report)
        for address, value in pairs(differences) do
          assert.is_nil(value:find("%d"), ("line %d: %s = %s"):format(i, address, value))
        end
        if next(differences) then assert.is_true(#result.list > 0, "no finding for line " .. i) end
      end
    end
  end

  it("may be lost", function() honest(function() return "" end) end)

  it("may stand twice", function() honest(function(line) return line .. "\n" .. line end) end)

  it("may be unreadable", function() honest(function() return "？？\n" end) end)
end)

describe("a text of another kind", function()
  it("is no report of the form", function()
    for _, text in ipairs { "规章\n", "云岭市水务局2020年政府信息公开工作年度报告\n", "一、总体情况\n\n全年收到申请3件。\n" } do
      local report, _, code = govreport.parse(text)
      assert.is_nil(report)
      assert.equal("form.unknown", code)
    end
  end)

  it("can be a report without its tables", function()
    local text = example.text:match("^(.*)\n第二十条第（一）项") .. "\n" .. example.text:match("\n  五、.*$")
    local report = example.report(text)
    for _, t in pairs(report.tables) do assert.is_false(t.present) end
    assert.equal(2020, report.year)
    assert.equal("fail", govreport.check(report).verdict)
  end)

  it("can be tables without a report", function()
    local text = example.text:match("(第二十条第（一）项.*)\n  三、收到")
    local report = example.report(text)
    assert.equal(326, report.tables.licensing:cell("licenses", "decisions").value)
    assert.is_nil(report.year)
  end)

  it("can be written in traditional characters, and nothing is guessed then", function()
    local text = mapped { ["\n规章\n"] = "\n規章\n", ["总计"] = "總計", ["行政许可"] = "行政許可" }(example.text)
    local result, report = example.check(text)
    for _, value in pairs(example.differences(report)) do assert.is_nil(value:find("%d")) end
    if next(example.differences(report)) then assert.is_true(#result.list > 0) end
  end)

  it("can hold rows that look like rows of the tables", function()
    local lead = "\n行政许可\n\n326件\n\n行政处罚\n\n37件\n\n  （二）依申请公开\n"
    local result, report = example.check(edit(example.text, "\n  （二）依申请公开\n", lead))
    for _, value in pairs(example.differences(report)) do assert.equal("unreadable", value) end
    if next(example.differences(report)) then assert.is_true(#result.list > 0) end
  end)

  it("does not lose a value to one that is set again", function()
    local text = set(example.text, "行政许可", 1, "19")
    local result, report = example.check(edit(text, row(text, "行政许可"), row(text, "行政许可")
      .. row(example.text, "行政许可")))
    assert.same({ ["licensing.licenses.previous_items"] = "19" }, example.differences(report))
    assert.same({ "18", "2", "326" }, example.unaccounted(report))
    contains_all(example.rules(result), { "structure.row_conflict" })
  end)
end)

--- The findings of a check as comments in its Word file: what they say and where they stand; govreport.annotate.

local govreport = require "govreport"
local package = require "spec.support.package"
local unzip = require "spec.support.unzip"

if not pcall(require, "govreport.docx") then
  describe("govreport.annotate", function() pending "the module govreport.docx is not built" end)
  return
end

local errors = assert(govreport.read "examples/report-with-errors.txt")
local draft = package.of(errors)

local characters = {["&lt;"] = "<", ["&gt;"] = ">", ["&quot;"] = '"', ["&amp;"] = "&"}

-- The text of some XML, a line for each paragraph.
local function plain(xml)
  return (xml:gsub("</w:p>(.)", "\n%1"):gsub("<[^>]*>", ""):gsub("&%l+;", characters))
end

-- The comments of a file by their order, each `{text, what it stands on}`.
local function comments_of(bytes)
  local part, document = unzip.part(bytes, "word/comments.xml"), unzip.part(bytes, "word/document.xml")
  local list = {}
  for id, xml in part:gmatch '<w:comment w:id="(%d+)"[^>]*>(.-)</w:comment>' do
    local _, start = document:find('<w:commentRangeStart w:id="' .. id .. '"/>', 1, true)
    local stop = assert(document:find('<w:commentRangeEnd w:id="' .. id .. '"/>', start, true))
    list[#list + 1] = {plain(xml), plain(document:sub(start + 1, stop - 1))}
  end
  return list
end

local function checked(bytes, options)
  local report = assert(govreport.parse(bytes, {name = "draft.docx"}))
  return govreport.check(report, options)
end

local function annotated(bytes, options, check)
  return assert(govreport.annotate(checked(bytes, check), {name = "draft.docx", bytes = bytes}, options))
end

describe("the comments on a report", function()
  it("say what was found, and what mends it, where it stands", function()
    assert.same({
      {"【待核实】引言称全文由5个部分组成，正文实有6个部分，请核实后统一。", "五"},
      {"【待核实】引言统计期限写为“2019年1月1日至2019年12月31日”，与报告年度2020年不符，疑未更新，应为“2020年1月1日至2020年12月31日”，请核实后更正。",
       "2019年1月1日"},
      {"【待核实】“主动公开政府信息情况”标题缺序号，应为“二、主动公开政府信息情况”，请核实后更正。", "主动公开政府信息情况"},
      {"【需修改】第三部分表格“（四）无法提供1.本机关不掌握相关政府信息”行“自然人”列填5件，与所在行、列的合计均不符，改为4件即全部相符，请核改。\n"
       .. "填报值：5 → 应填值：4", "5"},
      {"【需修改】第四部分表格“行政复议”：分项合计2件（维持1、其他1），“总计”填3件，请核改。\n改法共5种，列出3种，请对照原始数据确定\n"
       .. "改法1：“行政复议”行“总计”列，填报值：3 → 应填值：2\n改法2：“行政复议”行“结果维持”列，填报值：1 → 应填值：2\n"
       .. "改法3：“行政复议”行“结果纠正”列，填报值：0 → 应填值：1", "1\n0\n1\n0\n3"},
    }, comments_of(annotated(draft)))
  end)

  it("are in the language that is asked for, else in that of the check", function()
    local english = comments_of(annotated(draft, {lang = "en"}))
    assert.equal("[Must be corrected] part 3, table, row “（四）无法提供1.本机关不掌握相关政府信息”, column “自然人” has 5, and the "
      .. "sums of its row and its column fail; with 4 all of them hold, please correct.\nreported: 5 → should be: 4",
      english[4][1])
    assert.same(english, comments_of(annotated(draft, nil, {lang = "en"})))
  end)

  it("are one for each finding, with no id of a rule and no address of a cell", function()
    local result = checked(draft)
    local list = comments_of(annotated(draft))
    assert.equal(result.counts.error + result.counts.warning + result.counts.info, #list)
    for _, comment in ipairs(list) do
      assert.is_nil((comment[1]:find "%l+%.%l+"))
    end
  end)

  it("stand at the title where what they are about is not there", function()
    local body = errors.text:gsub("六、其他需要报告的事项.*$", "")
    local short = package.of(assert(govreport.read_bytes(body)))
    local found = {}
    for _, comment in ipairs(comments_of(annotated(short))) do
      if comment[1]:find("缺少“六、", 1, true) then found[#found + 1] = comment[2] end
    end
    assert.same({"云岭市水务局2020年政府信息公开工作年度报告"}, found)
  end)

  -- A page as a Word file in which a text is another one.
  local function changed(old, new)
    return package.of(assert(govreport.read "examples/report-2021.html"), function(body)
      local made, count = body:gsub(old, new, 1)
      assert.equal(1, count)
      return package.file(made)
    end)
  end

  it("stand in a blank cell", function()
    local bytes = changed("<w:r><w:t>5</w:t></w:r>", "")
    assert.same({{"【待核实】第三部分表格有1格未填数字，请核实后补填；无数据的填“0”。", ""}}, comments_of(annotated(bytes)))
    local document = unzip.part(annotated(bytes), "word/document.xml")
    assert.truthy(document:find('<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r>'
      .. '<w:commentReference w:id="0"/></w:r></w:p></w:tc>', 1, true))
  end)

  it("tell what the tool could not read where that can be mended, and nothing else of it", function()
    local function notices(bytes)
      local list = {}
      for found in checked(bytes):findings() do
        if found.severity == "notice" then list[#list + 1] = found.rule end
      end
      return list
    end
    local page, unread = changed("三、收到", "三、收到"), changed("三、收到", "收")
    assert.same({"ledger.unaccounted"}, notices(page))
    assert.is_true(page == annotated(page))
    assert.same({"ledger.unaccounted", "reading.section"}, notices(unread))
    local list = comments_of(annotated(unread))
    assert.equal(1, #list)
    assert.matches("^【工具说明】未能识别“三、收到和处理政府信息公开申请情况”部分", list[1][1])
    assert.equal("收和处理政府信息公开申请情况", list[1][2])
  end)

  it("are gone when there is nothing to tell, and the file is as it was", function()
    local clean = package.of(assert(govreport.read "examples/report.txt"))
    assert.equal(clean, annotated(clean))
    local once = annotated(draft)
    local none = annotated(once, nil, {select = {"budget"}})
    assert.same({}, comments_of(none))
    assert.equal(unzip.part(once, "[Content_Types].xml"), unzip.part(none, "[Content_Types].xml"))
  end)

  it("are put in anew by a second run, without a change", function()
    for _, options in ipairs{{}, {suggest = true}, {lang = "en", suggest = true}} do
      local once = annotated(draft, options)
      assert.is_true(once == annotated(once, options))
    end
    assert.same(comments_of(annotated(draft)), comments_of(annotated(annotated(draft, {suggest = true, lang = "en"}))))
  end)

  it("leave the report what it is", function()
    local before, after = checked(draft), checked(annotated(draft, {suggest = true}))
    assert.equal(before.report.document.text, after.report.document.text)
    assert.same(before.report:to_table(), after.report:to_table())
    -- But for the bytes of the part at which it stands.
    local function told(of) return (govreport.render(of, "json"):gsub('"byte[_end]*": %d+', "")) end
    assert.equal(told(before), told(after))
  end)
end)

describe("suggestions", function()
  local function changes_of(bytes)
    local list = {}
    local document = unzip.part(bytes, "word/document.xml")
    for old, new in document:gmatch "<w:del [^>]*>(.-)</w:del><w:ins [^>]*>(.-)</w:ins>" do
      list[#list + 1] = plain(old) .. "→" .. plain(new)
    end
    return list
  end

  it("change the number that only one other can replace, and no other", function()
    assert.same({"5→4"}, changes_of(annotated(draft, {suggest = true})))
    assert.same({}, changes_of(annotated(draft)))
  end)

  it("change all cells of a repair", function()
    -- Two numbers of a row stand in each other's place.
    local report = assert(govreport.open "examples/report.txt")
    local first = report:cell "applications.received.natural_person"
    local second, text = report:cell "applications.received.business", report.document.text
    assert.is_true(first.byte < second.byte)
    local swapped = text:sub(1, first.byte - 1) .. second.raw .. text:sub(first.byte_end + 1, second.byte - 1)
                    .. first.raw .. text:sub(second.byte_end + 1)
    local bytes = package.of(assert(govreport.read_bytes(swapped)))
    local result, wanted = checked(bytes), {}
    for found in result:findings() do
      for i = 1, #found.repair do
        local change = found.repair[i]
        wanted[#wanted + 1] = result.report:cell(change.address).raw .. "→" .. tostring(change.value)
      end
    end
    assert.is_true(#wanted > 1)
    local made = changes_of(annotated(bytes, {suggest = true}))
    table.sort(wanted)
    table.sort(made)
    assert.same(wanted, made)
  end)

  it("mend the report when they are accepted", function()
    local accepted = package.of(errors, function(body) return package.file(body) end)
    local bytes = annotated(accepted, {suggest = true})
    local document = unzip.part(bytes, "word/document.xml"):gsub("<w:del .->.-</w:del>", ""):gsub("</?w:ins[^>]*>", "")
    local rules = {}
    local after = package.zip{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}}
    for found in checked(after):findings() do
      if found.severity == "error" then rules[#rules + 1] = found.rule end
    end
    assert.same({"disputes.total"}, rules)
  end)
end)

describe("govreport.annotate", function()
  it("refuses a report that was read from no Word file, and another file than the one that was checked", function()
    local page = govreport.check(assert(govreport.open "examples/report.txt"))
    local made, message, code = govreport.annotate(page, "examples/report.txt", {lang = "en"})
    assert.same({nil, "annotate.format"}, {made, code})
    assert.matches("examples/report.txt: no Word file", message, 1, true)
    for _, other in ipairs{package.file(package.p "x"), package.zip{{"xl/workbook.xml", "<x/>"}}} do
      assert.equal("annotate.other", select(3, govreport.annotate(checked(draft), {name = "x", bytes = other})))
    end
    local cut = {name = "x", bytes = draft:sub(1, -30)}
    assert.equal("docx.broken", select(3, govreport.annotate(checked(draft), cut)))
    assert.equal("io.missing", select(3, govreport.annotate(checked(draft), "examples/none.docx")))
    assert.same({nil, "m", "c"}, {govreport.annotate(checked(draft), {name = "x", message = "m", code = "c"})})
  end)

  it("is misused with other things", function()
    local result, closed = checked(draft), checked(draft)
    closed.report:close()
    local source = {name = "x", bytes = draft}
    for _, case in ipairs{
      {result.report, source, nil, "a Result is expected"}, {closed, source, nil, "its Report is closed"},
      {result, 1, nil, "a path or {name, bytes} is expected, not a number"},
      {result, source, {suggests = true}, "suggest"}, {result, source, {lang = "fr"}, "lang"},
    } do
      local ok, problem = pcall(govreport.annotate, case[1], case[2], case[3])
      assert.is_false(ok)
      assert.matches(case[4], problem, 1, true)
    end
  end)
end)

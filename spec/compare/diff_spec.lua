--- What differs between two reports.

local diff = require "govreport.compare.diff"
local example = require "spec.support.example"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local page = require "spec.support.page"
local variations = require "spec.support.surfaces"

local original = example.report(example.text)

-- What a difference says, in short: one text for each entry.
local function summary(found)
  local list = {}
  local function add(format, ...) list[#list + 1] = format:format(...) end
  local function value(cell) return cell.value ~= nil and tostring(cell.value) or cell.state end
  for _, f in ipairs(found.facts) do add("fact %s: %s, %s", f.id, f.a and f.a.value, f.b and f.b.value) end
  for _, c in ipairs(found.cells) do add("%s: %s, %s", c.address, value(c.a), value(c.b)) end
  for _, c in ipairs(found.undecided) do add("undecided %s", c.address) end
  for _, r in ipairs(found.rows) do add("only %s: %s %s %s", r.only, r.table, r.row or "-", r.column or "-") end
  for _, l in ipairs(found.labels) do
    add("label %s: %s, %s", l.label, l.a and l.a.raw or "right", l.b and l.b.raw or "right")
  end
  for _, t in ipairs(found.titles) do
    add("title %s: %s, %s", t.part, t.a and (t.a.marker or "") .. t.a.title, t.b and (t.b.marker or "") .. t.b.title)
  end
  for _, s in ipairs(found.sentences) do
    local text = {s.kind, s.part}
    for _, n in ipairs(s.numbers or {}) do text[#text + 1] = n.old .. ">" .. n.new end
    list[#list + 1] = table.concat(text, " ")
  end
  for _, o in ipairs(found.only) do add("page %s", o.id or (o.a or o.b).key) end
  return list
end

local function compare(text, options) return diff.run(original, example.report(text), options) end

local function edit(from, to) return example.edit(example.text, from, to) end

describe("the difference of two reports", function()
  local cases = {
    {name = "is nothing for the same bytes", text = example.text, expect = {}},
    {name = "is a number in a sentence", text = edit("发布信息612条", "发布信息621条"),
     expect = {"numbers overview 612>621"}},
    {name = "is a decimal point", text = edit("解读稿件9篇", "解读稿件0.9篇"), expect = {"numbers overview 9>0.9"}},
    {name = "is a word", text = edit("结果均上网公示", "结果部分上网公示"), expect = {"changed overview"}},
    {name = "is a negation", text = edit("未发生需要追究责任", "发生需要追究责任"), expect = {"changed overview"}},
    {name = "is a sentence less", text = edit("；另有上年结转3件", ""), expect = {"removed overview"}},
    {name = "is a sentence more", text = edit("均依法应诉。", "均依法应诉。全部胜诉。"), expect = {"added overview"}},
    {name = "is a cell", text = example.set(example.text, "（一）予以公开", 1, "18"),
     expect = {"applications.granted.natural_person: 17, 18"}},
    {name = "is a blank for a zero", text = example.set(example.text, "政府集中采购", 1, "—"),
     expect = {"procurement.centralized.items: 14, dash"}},
    {name = "is a row", text = example.without(example.text, "3.补正后申请内容仍不明确"),
     expect = {"only a: applications unavailable_unclear -"}},
    {name = "is the title of a part", text = edit("五、存在的主要问题及改进情况", "五、存在的问题及改进措施"),
     expect = {"title problems: 五、存在的主要问题及改进情况, 五、存在的问题及改进措施"}},
    {name = "is the ordinal of a part", text = edit("五、存在的主要问题及改进情况", "存在的主要问题及改进情况"),
     expect = {"title problems: 五、存在的主要问题及改进情况, 存在的主要问题及改进情况"}},
    {name = "is a misprinted label", text = edit("第二十条第（一）项", "第二十条（一）项"),
     expect = {"label 第二十条第（一）项: right, 第二十条（一）项"}},
    {name = "is a date", text = edit("2021年1月22日", "2021年1月23日"),
     expect = {"fact signed_on: 2021-01-22, 2021-01-23"}},
    {name = "is a fact that one lacks", text = edit("（2021年1月）", ""), expect = {"fact dated: 2021-01, nil"}},
    {name = "is not what the page has around the report", text = edit("索 引 号：shuiwuju/2021-00006", ""),
     expect = {"page index_number"}},
    {name = "is not a line above the report", text = "字号：大 中 小\n\n" .. example.text, expect = {"page 字号大中小"}},
  }
  for _, case in ipairs(cases) do
    it(case.name, function()
      local found = compare(case.text)
      assert.same(case.expect, summary(found))
      assert.equal(#found.only == #case.expect and "same" or "different", found:verdict())
    end)
  end

  local surfaces = {
    {"full-width digits", edit("发布信息612条", "发布信息６１２条")},
    {"a thousands separator", edit("发布信息612条", "发布信息612 条")},
    {"other brackets and quotes", edit("“谁制作、谁负责”", "「谁制作、谁负责」")},
    {"traditional characters", edit("围绕供水保障、节约用水、河湖治理等群众关心的事项", "圍繞供水保障、節約用水、河湖治理等群眾關心的事項")},
    {"a line broken in a sentence", edit("重新梳理局门户网站栏目", "重新梳理局\n门户网站栏目")},
    {"other punctuation", edit("全部在规定时限内向社会公开；", "全部在规定时限内向社会公开。")},
    {"a heading run together with its text", edit("（三）政府信息管理\n\n  坚持", "（三）政府信息管理。坚持")},
    {"a page number between lines", edit("  （四）平台建设", "— 2 —\n  （四）平台建设")},
    {"the title run together with the text", edit("工作年度报告\n\n  （2021年1月）\n\n  根据", "工作年度报告\n（2021年1月）\n根据")},
    {"the signature run together", edit("云岭市水务局\n\n  2021年1月22日", "云岭市水务局\n2021年1月22日")},
    {"the measure word in a cell of counts", example.set(example.text, "（一）予以公开", 1, "17件")},
  }
  for _, surface in ipairs(surfaces) do
    it("is not " .. surface[1], function() assert.same({}, summary(compare(surface[2]))) end)
  end

  it("is not what copying left of the words of a table, where only one has it", function()
    local found = compare(edit("三、收到和处理政府信息公开申请情况\n", "三、收到和处理政府信息公开申请情况\n\n社会法律商业科研\n"))
    assert.same({"page 社会法律商业科研"}, summary(found))
    assert.equal("same", found:verdict())
  end)

  it("is a number that stands between the lines, unless a table could not be read", function()
    local text = edit("四、政府信息公开行政复议、行政诉讼情况\n", "四、政府信息公开行政复议、行政诉讼情况\n\n共计，12\n")
    assert.same({"added disputes"}, summary(compare(text)))
  end)

  it("tells a changed sentence below a heading that the other report has on its line", function()
    local found = compare(edit("（三）政府信息管理\n\n  坚持“谁制作", "（三）政府信息管理。\n坚决“谁制作"))
    assert.same({"changed overview"}, summary(found))
  end)

  it("has the places in both", function()
    local found = compare(example.set("\n" .. example.text, "（一）予以公开", 1, "18"))
    local cell = found.cells[1]
    assert.equal(cell.a.line + 1, cell.b.line)
  end)

  it("leaves open what is unreadable in one", function()
    local found = compare(example.set(example.text, "（一）予以公开", 1, "1O"))
    assert.equal("undecided", found:verdict())
    assert.same({"undecided applications.granted.natural_person"}, summary(found))
  end)

  it("differs, where something else differs beside the unreadable", function()
    local text = example.set(example.text, "（一）予以公开", 1, "1O")
    assert.equal("different", compare(example.set(text, "（一）予以公开", 2, "6")):verdict())
  end)

  it("is symmetric", function()
    local other = example.report(edit("发布信息612条", "发布信息621条"))
    assert.same({"numbers overview 621>612"}, summary(diff.run(other, original)))
  end)
end)

describe("reports of different years", function()
  local later = example.text:gsub("2020年", "2021年"):gsub("2021年1月22日", "2022年1月22日")
  later = later:gsub("（2021年1月）", "（2022年1月）")

  later = later:gsub("2021年01月25日", "2022年01月25日"):gsub("/2021%-00006", "/2022-00006"):gsub("〔2021〕", "〔2022〕")

  it("count each its own year as this year", function()
    local found = compare(later)
    assert.is_true(found.relative)
    assert.same({"fact year: 2020, 2021"}, summary(found))
  end)

  it("differ in every year when taken as printed", function()
    local found = compare(later, {years = "literal"})
    assert.is_true(#found.sentences > 0 and #found.facts > 4)
  end)

  it("refuse other options", function()
    assert.has_error(function() diff.run(original, original, {years = "both"}) end)
    assert.has_error(function() diff.run(original, original, {year = "literal"}) end)
  end)
end)

describe("reports of different forms", function()
  it("name once what only one form has", function()
    local file = assert(io.open("examples/report-2021.html", "rb"))
    local found = diff.run(original, assert(govreport.parse(file:read("a"))))
    file:close()
    local names = {}
    for _, entry in ipairs(found.rows) do
      local name = ("%s %s %s %s"):format(entry.only, entry.table, entry.row or "-", entry.column or "-")
      assert.is_nil(names[name], name)
      names[name] = true
    end
    assert.is_true(found.forms)
    assert.is_true(names["a instruments - made"] and names["b instruments - issued"])
    assert.is_true(names["a procurement - -"] and names["a applications other_handling -"])
    assert.is_true(names["a licensing other_services -"] and names["b applications other_remaining -"])
  end)
end)

describe("the same report on another surface", function()
  -- These hold more text, or less of the tables, than the report.
  local others = {
    ["a caption element in every table"] = true, ["the article twice, for desks and for telephones"] = true,
    ["the report of another body below"] = true, ["text, tabs between cells, blank cells"] = true,
  }
  local function reports(v, id)
    local declared = forms.declared(id)
    local model, source = generate.report(5, declared, v.generate)
    local bytes = v.print{declared = declared, model = model, source = source, seed = 5}
    local plain = page.render(declared, model, source, {})
    local encoding = v.options and v.options.encoding
    return assert(govreport.parse(plain)), bytes and govreport.parse(bytes, {encoding = encoding})
  end
  for _, v in ipairs(variations) do
    if not v.pending and not others[v.name] then
      for _, id in ipairs(v.form and {v.form} or {"cn_disclosure_2019", "cn_disclosure_2021"}) do
        it("is the same: " .. v.name .. ", " .. id, function()
          local a, b = reports(v, id)
          if not b then return end   -- no iconv
          local found = diff.run(a, b)
          assert.equal(#found.undecided == 0 and "same" or "undecided", found:verdict(),
                       table.concat(summary(found), "\n"))
          assert.is_true(#found.undecided == 0 or v.told ~= nil)
        end)
      end
    end
  end
end)

describe("each change of a single cell", function()
  for _, id in ipairs{"cn_disclosure_2019", "cn_disclosure_2021"} do
    it("is found, and nothing else, in " .. id, function()
      local declared = forms.declared(id)
      local model, source = generate.report(3, declared, {})
      local report, changed = assert(govreport.parse(page.render(declared, model, source, {}))), 0
      for _, t in pairs(report.tables) do
        for row in t:rows() do
          for cell in row:cells() do
            if cell.state == "number" then
              local own = model.cells[cell.address]
              local text = own.text
              own.text = text:find("^0") and "" or "7" .. text:gsub("^[+-]", "")
              local other = assert(govreport.parse(page.render(declared, model, source, {})))
              own.text = text
              local found = diff.run(report, other)
              assert.equal(1, found:count() + #found.undecided, cell.address)
              assert.equal(cell.address, (found.cells[1] or found.undecided[1]).address)
              changed = changed + 1
            end
          end
        end
      end
      assert.is_true(changed > 150)
    end)
  end
end)

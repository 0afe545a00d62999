--- The page of a review: what stands on it, and that findings and marks lead to each other.

local clean_reports = require "spec.support.clean_reports"
local example = require "spec.support.example"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local review = require "govreport.check.review"
local review_html = require "spec.support.review_html"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local function check(text, options)
  return govreport.check(assert(govreport.parse(text, {name = "报告.html"})), options or {})
end

local function page_of(text, options) return govreport.render(check(text, options), "page") end

local function sample_page(cells, more)
  local own = {form = "cn_disclosure_2021", agency = "云岭市水务局", year = 2021, cells = cells}
  for key, value in pairs(more or {}) do own[key] = value end
  return page_of(sample.text(own), {select = {"applications", "disputes", "cells", "ledger"}})
end

-- ---- reports with all kinds of findings -------------------------------------------------------------

-- Other digits in some places of a text: wrong cells, wrong sentences, wrong dates.
local function spoilt(text, seed)
  local random = generate.random(seed)
  return (text:gsub("%d+", function(digits)
    if #digits > 4 or random(9) > 1 then return nil end
    return random(3) == 1 and "" or tostring(tonumber(digits) + random(5))
  end))
end

local samples = {
  ["an example with errors"] = shell.read "examples/report-with-errors.txt",
  ["an example without"] = shell.read "examples/report.txt",
  ["an example of the form of 2021"] = shell.read "examples/report-2021.html",
  ["totals that are missing"] = example.set_all(example.text, {{"（一）予以公开", 7, "/"}, {"（七）总计", 7, "/"}}),
}
for number = 1, 24 do
  local text = clean_reports.new(7, number).text
  samples["spoilt report " .. number] = spoilt(text, number)
end

describe("the page of a review", function()
  local findings = 0
  for name, text in pairs(samples) do
    it("has links both ways for every finding and mark: " .. name, function()
      local result = check(text)
      local page = govreport.render(result, "page")
      findings = findings + #result.list
      assert.equal(#result.list, review_html.count(page))
      assert.same({}, review_html.broken_links(page))
    end)

    it("marks in sentences what its findings name: " .. name, function()
      local result = check(text)
      local composed, marked = review.compose(result, {lang = "zh"}), {}
      local function add(pieces)
        for _, piece in ipairs(pieces or {}) do
          for _, mark in ipairs(piece.marks or {}) do
            marked[mark.number] = (marked[mark.number] or "") .. piece.text:gsub("%s", "")
          end
        end
      end
      for _, block in ipairs(composed.blocks) do
        add(block.runs)
        for _, row in ipairs(block.grid and block.grid.rows or {}) do add(row) end
      end
      for _, group in ipairs(composed.groups) do
        for _, item in ipairs(group.items) do
          for i = 1, #item.finding.places do
            local raw = item.finding.places[i].raw or ""
            assert.is_truthy((marked[item.number] or ""):find((raw:gsub("%s", "")), 1, true), item.problem)
          end
        end
      end
    end)

    it("says no ids and no addresses of cells: " .. name, function()
      local text_shown = review_html.text(page_of(text))
      for _, declared in ipairs(govreport.rules()) do
        assert.is_nil(text_shown:find(declared.id, 1, true), declared.id)
      end
      for _, id in ipairs(forms.list()) do
        for _, t in ipairs(forms.declared(id).tables) do
          assert.is_nil(text_shown:find(t.id .. ".", 1, true), t.id)
        end
      end
    end)
  end

  it("was tried with many findings", function() assert.is_true(findings > 100, findings) end)

  it("is the same for the same report", function()
    local text = samples["an example with errors"]
    assert.equal(page_of(text), page_of(text))
  end)

  it("needs nothing and runs nothing", function()
    local page = page_of(samples["an example with errors"])
    assert.is_truthy(page:find([[<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ]]
                               .. [[style-src 'unsafe-inline'">]], 1, true))
    for _, pattern in ipairs{"<script", "<link", "<img", "<iframe", "@import", "url%(", " src=", " on%l+=",
                             "https?:"} do
      assert.is_nil(page:find(pattern), pattern)
    end
  end)

  it("is in English where that is asked for", function()
    local result = check(samples["an example with errors"], {lang = "en"})
    local page = govreport.render(result, "page", {lang = "en"})
    assert.is_truthy(page:find('<html lang="en">', 1, true))
    for _, text in ipairs{"Must be corrected (2)", "filled in", "Cells to be read: 198; read: 198."} do
      assert.is_truthy(page:find(text, 1, true), text)
    end
  end)
end)

-- ---- what it shows ----------------------------------------------------------------------------------

-- Cells of a report in which all others are 0; what the page says then.
local shown = {
  {"a row that does not add up", {["applications.received.total"] = 7}, '<td class="sum fails">0≠7</td>'},
  {"a row that adds up", {["applications.received.natural_person"] = 3, ["applications.received.total"] = 3},
   '<td class="sum holds">3 √</td>'},
  {"a column that does not balance",
   {["applications.received.natural_person"] = 3, ["applications.received.total"] = 3},
   '<th scope="row" colspan="3">新收加上年结转等于办理总计加结转下年度</th><td class="sum fails">3≠0</td>'},
  {"a sum with a blank", {["applications.received.total"] = ""}, '<td class="sum open">—</td>'},
  {"sums of a table of one line", {["disputes.reconsideration.total"] = 2}, '<b class="fails">行政复议：0≠2</b>'},
  {"a blank cell", {["applications.received.total"] = ""}, ' blank', '<span class="hidden">未填</span>'},
  {"a dash", {["applications.received.natural_person"] = "—"}, ">—<"},
  {"what is no number", {["applications.received.natural_person"] = "约三四"}, "约三四 未识别"},
  {"a number that was not read, in its cell", {["applications.received.natural_person"] = "约9件"},
   '<td class="mark error f1 f2 word guilty" id="m1"><a href="#f1">约9件 未识别<span class="glyph">■1</span></a>'
   .. '<a class="mark notice f2" id="m2" href="#f2"><b>○2</b></a></td>'},
  {"the cell to change", {["applications.granted.natural_person"] = 4, ["applications.granted.total"] = 4,
                          ["applications.concluded.natural_person"] = 4, ["applications.concluded.total"] = 4,
                          ["applications.received.natural_person"] = 4, ["applications.received.total"] = 5},
   '<td class="mark error f1 guilty" id="m1"><a href="#f1">5<span class="glyph">■1</span></a></td>',
   '<span class="key">填报值</span><b>5</b> → <span class="key">应填值</span><b>4</b>'},
  {"a flow that closes", {}, "来源与去向相符。"},
  {"a flow that does not", {["applications.received.natural_person"] = 5, ["applications.received.total"] = 5},
   "来源5，去向0，相差5。", ">相差5</text>"},
  {"results that do not add up", {["applications.concluded.total"] = 2}, "办理总计2，各项结果合计0，相差2。"},
  {"how much was read", {}, "应读取200格，实际读取200格。"},
  {"how much was read, but for a cell", {["applications.received.natural_person"] = "约三四"},
   "应读取200格，实际读取199格。"},
}

describe("the page of a review shows", function()
  for _, case in ipairs(shown) do
    it(case[1], function()
      local page = sample_page(case[2])
      for i = 3, #case do assert.is_truthy(page:find(case[i], 1, true), case[i]) end
    end)
  end

  it("no flow where a cell of it is blank", function()
    assert.is_nil(sample_page{["applications.received.total"] = ""}:find("<svg", 1, true))
  end)

  it("no numbers of persons, wherever they stand", function()
    local page = sample_page({["applications.received.natural_person"] = "13812345678"}, {
      sections = {overview = "联系人手机13812345678，身份证号110105194912310021X见附件，请于工作日联系13987654321。"}})
    assert.is_nil(page:find("13987654321", 1, true))
    assert.is_truthy(page:find("139****4321", 1, true))
  end)

  it("which findings are new and what is resolved, beside a first round", function()
    local first = govreport.check(assert(govreport.open "examples/report-with-errors.txt"), {select = {"disputes"}})
    local rounds = assert(govreport.rounds(govreport.render(first, "json", {name = "a"})))
    local report <close> = assert(govreport.open "examples/report-with-errors.txt")
    local page = govreport.render(govreport.check(report, {select = {"applications"}}), "page",
                                  {since = rounds, name = "a"})
    assert.is_truthy(page:find("〔新增〕", 1, true))
    assert.is_truthy(page:find("上一轮问题已改正（1）", 1, true))
  end)

  -- Every paragraph of the source that is prose or a title stands there, and no more often than in the source.
  local whole = {["lines in a paragraph"] = (example.text:gsub("（一）主动公开\n+", "（一）主动公开\n"))}
  for _, name in ipairs{"statistics-2016.html", "report-2021.html", "website-2023.html", "report.txt"} do
    whole[name] = shell.read("examples/" .. name)
  end
  for name, source in pairs(whole) do
    it("everything that was read once: " .. name, function()
      local report <close> = assert(govreport.parse(source))
      local shown_text = review_html.text(govreport.render(govreport.check(report), "page")):gsub("%s", "")
      local report_text = shown_text:match("\1报告内容\1.*")
      for section in report:sections() do
        local title = (section.marker or "") .. section.title
        local _, count = report_text:gsub(title:gsub("%p", "%%%0"), "")
        assert.equal(1, count, title)
      end
      for _, sentence in ipairs(report:sentences()) do
        assert.is_truthy(report_text:find((sentence.text:gsub("%s", "")), 1, true), sentence.text)
      end
    end)
  end

  it("the places of a Word file", function()
    local blank = assert(govreport.fill("cn_disclosure_2021", {agency = "云岭市水务局", year = 2021}))
    local bytes = govreport.render(blank, "docx")
    if not bytes then return pending "there is no govreport.docx" end
    local report <close> = assert(govreport.parse(bytes, {name = "草稿.docx"}))
    local page = govreport.render(govreport.check(report), "page")
    assert.same({}, review_html.broken_links(page))
    assert.is_true(review_html.count(page) > 3)
    assert.is_truthy(page:find("<h3>一、", 1, true))
  end)
end)

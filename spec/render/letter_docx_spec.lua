--- Letters as Word files: the words of the page, in tables that Word has.

local findings = require "spec.support.findings"
local govreport = require "govreport"
local letter = require "govreport.check.letter"
local letter_html = require "govreport.render.letter_html"
local payloads = require "spec.support.payloads"
local rounds = require "govreport.check.rounds"
local safe = require "govreport.base.safe"

local has_docx, docx = pcall(require, "govreport.docx")
if not has_docx then
  describe("letters as Word files", function() pending "the module govreport.docx is not built" end)
  return
end

local entry = findings.entry()

local function composed(lang, options)
  options = options or {}
  options.lang = lang
  return letter.compose(entry.result, options)
end

-- The words of a page, without what parts them.
local function words_of_page(page)
  local body = page:match "<body>(.*)</body>":gsub("<.->", ""):gsub("&quot;", '"'):gsub("&#39;", "'")
  return (body:gsub("&lt;", "<"):gsub("&gt;", ">"):gsub("&amp;", "&"):gsub("%s+", ""))
end

-- The words of a file without those that stand beside its text: its properties, headers and footers.
local function words_of_file(bytes)
  return (assert(docx.open(bytes)):text():gsub("\n%l+:%a+\t[^\n]*", ""):gsub("%s+", ""))
end

describe("a letter as a Word file", function()
  for _, lang in ipairs{"zh", "en"} do
    it("has the words of the page, in its order: " .. lang, function()
      local own = composed(lang, {from = "云岭市人民政府办公室", contact = "张敏", deadline = "2021-02-28",
                                  date = "2021-02-05"})
      assert.equal(words_of_page(letter_html.render(own)), words_of_file(govreport.render(own, "docx")))
    end)
  end

  it("tells what is resolved, and where there is nothing to say", function()
    local first = assert(rounds.read(findings.render("json", {entry})))
    local other = findings.entry(findings.edited{{"五部分组成", "六部分组成"}})
    local second = letter.compose(other.result, {
      rounds = first:compare(other.name, other.subject, other.result), lang = "zh"})
    assert.matches("引言称全文由5个部分组成，正文实有6个部分，请核实后统一。", words_of_file(govreport.render(second, "docx")),
                   1, true)
    local clean = govreport.check(assert(govreport.open "examples/report.txt"), {select = {"disputes"}})
    local nothing = assert(govreport.letter(clean))
    assert.equal(words_of_page(letter_html.render(nothing)), words_of_file(govreport.render(nothing, "docx")))
  end)

  it("has a table for each group and each repair, whose headers stand again on each page", function()
    local tables = 0
    local document = assert(govreport.read_bytes(govreport.render(composed "zh", "docx"), {name = "letter.docx"}))
    for block in document:blocks() do tables = tables + (block.kind == "table" and 1 or 0) end
    assert.is_true(tables >= 2)
  end)

  it("has no date that was not asked for, and is the same each time", function()
    local own = composed "zh"
    assert.is_nil(words_of_file(govreport.render(own, "docx")):find(os.date "%Y年%m月"))
    assert.equal(govreport.render(own, "docx"), govreport.render(own, "docx"))
  end)

  for _, payload in ipairs(payloads) do
    it("holds what stands in a report, and nothing of it is structure: " .. payload[1], function()
      local bytes = assert(govreport.render(composed("zh", {from = payload[2], contact = "张敏"}), "docx"))
      local wanted = (safe(payload[2]):gsub("%s+", ""))
      assert.matches(wanted .. "（联系方式：张敏）", words_of_file(bytes), 1, true)
    end)
  end
end)

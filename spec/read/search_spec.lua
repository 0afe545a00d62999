--- Looking for texts and patterns in a report.

local example = require "spec.support.example"
local grammar = require "govreport.grammar"
local lpeg = require "lpeg"

-- The example with a sentence of the last part in other words.
local function with(sentence) return example.report(example.text .. "\n" .. sentence .. "\n") end

local function texts(list)
  local own = {}
  for i, found in ipairs(list) do own[i] = found.text end
  return own
end

describe("a text", function()
  for text, wanted in pairs{
    ["测试用语"] = "测试用语", ["測試用語"] = "测试用语", ["１２件ＡＢ"] = "12件AB", ["12件AB"] = "12件AB",
    ["走到下行"] = "走到下行", ["good news"] = "good news", ["good  news"] = "good news", ["(附注)"] = "（附注）",
  } do
    it("is found by what it means: " .. text, function()
      local report = with("测试用语、12件AB，走到\n下行，good\nnews（附注）。")
      assert.same({wanted}, texts(report:find(text)))
    end)
  end

  it("is found in sentences, headings and tables, in document order", function()
    local list = example.report(example.text):find("行政复议")
    assert.same({{nil, 10}, {"disputes", 542}, {"disputes", 544}},
                {{list[1].section, list[1].line}, {list[2].section, list[2].line}, {list[3].section, list[3].line}})
  end)

  it("is told with its place", function()
    local report = example.report(example.text)
    local found = report:find("云岭市水务局")[1]
    assert.equal("云岭市水务局", example.text:sub(found.byte, found.byte_end))
    assert.same({found.line, found.column, found.byte, found.byte_end},
                {report.document:place(found.start, found.stop)})
  end)

  it("is not found over the ends of cells and paragraphs", function()
    local page = "<table><tr><td>甲乙</td><td>丙丁</td></tr></table><p>戊己</p><p>庚辛</p>"
    local report = example.report((example.page:gsub("</body>", page .. "</body>")))
    assert.equal(1, #report:find("甲乙"))
    assert.same({}, report:find("乙丙"))
    assert.same({}, report:find("己庚"))
  end)

  it("is not found in what the page says of itself, or hides", function()
    local page = example.page:gsub("<head>", '<head><meta name="keywords" content="页面自述">', 1)
                             :gsub("</body>", '<p style="display:none">显而易见。</p><p>显而易见。</p></body>')
    local report = example.report(page)
    assert.equal(1, #report:find("显而易见"))
    assert.same({}, report:find("页面自述"))
  end)

  it("is found again behind itself", function()
    assert.equal(2, #with("嘎嘎嘎嘎。"):find("嘎嘎"))
  end)

  it("must be one", function()
    local report = example.report(example.text)
    for _, what in ipairs{"", "\xFF", "\u{200B}"} do
      assert.error_matches(function() report:find(what) end, "bad argument 'what' to 'find': a text in UTF%-8 that is")
    end
    assert.error_matches(function() report:find() end, "a text or a pattern of LPeg is expected, got nil")
    local _, problem = pcall(function() report:find{} end)
    assert.matches("^spec/read/search_spec.lua:%d+: bad argument 'what' to 'find': .* got table$", problem)
  end)
end)

describe("a pattern", function()
  local report = with("测试：甲12件，乙7件。")

  it("is found where it matches", function()
    local list = report:find("甲" * grammar.digit^1 * "件")
    assert.same({"甲12件"}, texts(list))
    assert.is_nil(list[2])
  end)

  it("gives whole matches, whatever it captures", function()
    assert.same({"甲12件"}, texts(report:find("甲" * lpeg.C(grammar.digit^1) * lpeg.Cc(1, 2) * lpeg.Cp() * "件")))
  end)

  it("begins at whole characters", function()
    assert.same({}, report:find(lpeg.R"\x80\xBF"))
  end)

  it("crosses marks only where it takes them", function()
    local page = example.report(example.page)
    local label, value = lpeg.P"(一)予以公开", grammar.digit^1
    assert.equal(1, #page:find(label * grammar.between * value))
    assert.same({}, page:find(label * (1 - grammar.mark)^0 * value))
  end)

  it("has to take something", function()
    assert.error_matches(function() report:find(grammar.digit^0) end,
                         "bad argument 'what' to 'find': the pattern cannot be looked for: it may accept empty string")
  end)
end)

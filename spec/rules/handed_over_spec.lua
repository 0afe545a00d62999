--- Sources that were handed over badly: what is told, and what is not said of the report.

local example = require "spec.support.example"
local govreport = require "govreport"
local model = require "govreport.explanations.model"
local sample = require "govreport.form.sample"

local function model_text(plain)
  local options = model.of("cn_disclosure_2021")
  options.plain = plain
  return sample.text(options)
end

local page, plain = model_text(false), model_text(true)

-- The text up to the end of a piece of it that stands there once.
local function up_to(text, piece)
  local start, stop = text:find(piece, 1, true)
  assert(start and not text:find(piece, stop, true), piece)
  return text:sub(1, stop)
end

local function rules_of(text)
  local result, ids, first = govreport.check(assert(govreport.parse(text))), {}, {}
  for found in result:findings() do
    ids[#ids + 1] = found.rule
    first[found.rule] = first[found.rule] or found
  end
  return ids, first, result
end

-- Only the notice stands, and once.
local function is_told(text, last, parts)
  local ids, first, result = rules_of(text)
  assert.same({"reading.cut"}, ids)
  local found = first["reading.cut"]
  assert.equal("notice", found.severity)
  assert.equal(last, found.places[1].raw)
  assert.matches(parts and "其后的" .. parts .. "没有读到，不作缺项处理" or "其后的内容没有读到，未参与核对", found.message)
  return result
end

describe("reading.cut", function()
  it("says nothing of whole reports", function()
    local fragment = page:gsub("^.-<body>", ""):gsub("</body></html>%s*$", "")
    local unended, unterminated = page:gsub("</html>%s*$", ""), plain:gsub("%s+$", "")
    for _, text in ipairs{page, plain, example.text, fragment, unended, unterminated} do
      assert.same({}, (rules_of(text)))
    end
  end)

  it("tells of a page that ends in a tag, a table, a sentence or without its end", function()
    local five_and_six = "“五、存在的主要问题及改进情况”“六、其他需要报告的事项”"
    local in_table = up_to(page, "行政诉讼</td>")
    is_told(in_table, "行政诉讼", five_and_six)
    is_told(in_table .. "</tr><tr><td rowspa", "行政诉讼", five_and_six)
    is_told(up_to(page, "查找较为费时。下一年"), "多。二是部分历史文件查找较为费时。下一年", "“六、其他需要报告的事项”")
    is_told(up_to(page, "并分批整理历史文件。</p>"), "的文件同步制作图解，并分批整理历史文件。", "“六、其他需要报告的事项”")
  end)

  it("takes nothing for missing that may stand behind the cut, and leaves the verdict open", function()
    assert.equal("undecided", is_told(up_to(plain, "七）总计\n\n32\n\n10"), "10",
                                      "“四、政府信息公开行政复议、行政诉讼情况”“五、存在的主要问题及改进情况”“六、其他需要报告的事项”").verdict)
    assert.equal("undecided", is_told(up_to(plain, "五、存在的主要问题及改进情况"), "五、存在的主要问题及改进情况",
                                      "“六、其他需要报告的事项”").verdict)
  end)

  it("still says what is missing in front of the cut", function()
    local text = example.edit(plain, "行政强制\n\n2\n\n", "")
    local ids = rules_of(up_to(text, "并分批"))
    table.sort(ids)
    assert.same({"reading.cut", "structure.row_missing"}, ids)
  end)

  it("leaves the verdict where nothing that is asked for lies behind the cut", function()
    local text = page:gsub("<p>云岭市水务局</p>%s*<p>2025年1月18日</p>%s*</body></html>%s*$", "")
    assert.equal("pass", is_told(text, "本年度未收取信息处理费。").verdict)
  end)

  it("says nothing of a text that ends as whole ones do, but says what it lacks", function()
    local ids, first = rules_of(up_to(plain, "并分批整理历史文件。"))
    assert.same({"structure.section_missing"}, ids)
    assert.matches("六、其他需要报告的事项", first["structure.section_missing"].message)
  end)

  it("takes a page's footer for no half of a sentence", function()
    local text = up_to(plain, "并分批整理历史文件。") .. "\n\n主办：云岭市水务局，地址：云岭市湖滨路8号，邮编300000\n"
    assert.same({"structure.section_missing"}, (rules_of(text)))
  end)

  it("tells of half a sentence in the last part, and asks for nothing that it may have said", function()
    local text = example.edit(plain, "本年度未收取信息处理费。", "本年度没有其他事项。本年度未收取信息处理费。")
    assert.equal("pass", is_told(up_to(text, "本年度没有其他事项。本年度未收"), "本年度没有其他事项。本年度未收").verdict)
  end)

  it("takes a signature below a sentence for none, with its date or without", function()
    local five = up_to(plain, "并分批整理历史文件。")
    for _, signature in ipairs{"云岭市水务局", "云岭市水务局\n2025年1月18日", "云岭市水务局\n二〇二五年一月十八日", "特此报告"} do
      assert.same({"structure.section_missing"}, (rules_of(five .. "\n" .. signature)))
      assert.same({"structure.section_missing"}, (rules_of(five .. "\n\n" .. signature)))
    end
  end)

  it("tells of half a character once", function()
    local text = up_to(plain, "2025年1月18日"):sub(1, -2)
    is_told(text, "2025年1月18")
  end)

  it("tells of a row without its last bar in a table of Markdown", function()
    local rows = {"云岭市水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息20条。\n\n二、主动公开政府信息情况\n",
                  "| 第二十条第（一）项 | | | |", "|---|---|---|---|", "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
                  "| 规章 | 0 | 0 | 0 |", "| 行政规范性文件 | 3 | 1 | 2"}
    local _, first = rules_of(table.concat(rows, "\n"))
    assert.equal("2", first["reading.cut"].places[1].raw)
    assert.is_nil(first["structure.row_missing"])
    assert.is_nil(first["structure.table_missing"])
    assert.is_nil(first["structure.section_missing"])
    assert.is_nil(first["cells.unreadable"])
  end)
end)

-- The table of part three as its labels and its values by row.
local function taken_apart()
  local start, stop = plain:find("一、本年新收", 1, true), plain:find("四、政府信息公开行政复议", 1, true)
  local labels, rows = {}, {}
  for line in plain:sub(start, stop - 1):gmatch("[^\n]+") do
    if line:find("^%d+$") then
      if labels.closed ~= #labels then rows[#rows + 1] = {} end
      labels.closed = #labels
      table.insert(rows[#rows], line)
    else
      labels[#labels + 1] = line
    end
  end
  return labels, rows, plain:sub(1, start - 1), plain:sub(stop)
end

-- The values column by column, as a PDF may draw them.
local function in_columns(rows)
  local values = {}
  for column = 1, #rows[1] do
    for _, row in ipairs(rows) do values[#values + 1] = row[column] end
  end
  return values
end

describe("reading.order", function()
  local labels, rows, before, behind = taken_apart()
  local values = in_columns(rows)

  local function loses_its_order(text)
    local ids, first, result = rules_of(text)
    assert.is_not_nil(first["reading.order"])
    for found in result:findings() do
      assert.equal("notice", found.severity, found.rule .. " " .. found.message)
      assert.is_true(found.rule == "reading.order" or found.rule == "ledger.unaccounted", found.rule)
    end
    assert.is_true(#ids <= 2)
    assert.equal("undecided", result.verdict)
    return first["reading.order"]
  end

  it("tells of columns behind all labels, with advice, and blames nothing", function()
    local text = table.concat(labels, "\n") .. "\n" .. table.concat(values, "\n")
    local found = loses_its_order(before .. text .. "\n" .. behind)
    assert.equal("第三部分表格的数与行名、列名不在一处（有175个数前后没有行名），次序在转成文本时已打乱，未参与核对。"
      .. "请直接核对原Word文件或PDF文件。", found.message)
    assert.matches("the PDF itself", found.messages.en)
  end)

  it("tells of columns in front of the labels, and of columns with blank lines or dashes between", function()
    loses_its_order(before .. table.concat(values, "\n") .. "\n" .. table.concat(labels, "\n") .. "\n" .. behind)
    local dashed = table.concat(values, "\n\n"):gsub("\n0\n", "\n—\n")
    loses_its_order(before .. table.concat(labels, "\n\n") .. "\n\n" .. dashed .. "\n\n" .. behind)
  end)

  it("says nothing where totals confirm that the values come row by row", function()
    local by_row = {}
    for _, row in ipairs(rows) do table.move(row, 1, #row, #by_row + 1, by_row) end
    local ids = rules_of(before .. table.concat(labels, "\n") .. "\n" .. table.concat(by_row, "\n") .. "\n" .. behind)
    assert.same({"reading.rows"}, ids)
  end)

  it("is no matter of rows that lost their blanks: these are told by table", function()
    local options = model.of("cn_disclosure_2021")
    options.plain = true
    for _, row in ipairs{"received", "brought_forward", "granted", "partially_granted"} do
      options.cells["applications." .. row .. ".business"] = ""
      local ids, first = rules_of(sample.text(options))
      assert.is_nil(first["reading.order"], row)
      assert.same({"reading.rows"}, {ids[1]}, row)
      assert.is_true(#ids <= 2, row)
    end
  end)

  it("still says what is wrong in tables of pages", function()
    local options = model.of("cn_disclosure_2021")
    for _, row in ipairs{"received", "brought_forward", "granted", "partially_granted"} do
      options.cells["applications." .. row .. ".business"] = ""
    end
    local _, first = rules_of(sample.text(options))
    assert.is_nil(first["reading.order"])
    assert.is_not_nil(first["cells.blank"])
  end)
end)

--- Which lines are the headings of the parts, with other lines beside them that are worded in the same way.

local example = require "spec.support.example"
local govreport = require "govreport"
local model = require "govreport.explanations.model"
local sample = require "govreport.form.sample"

local one, two, three = "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"
local four, five, six = "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"
local all = {one, two, three, four, five, six}
local ids = {"overview", "proactive", "applications", "disputes", "problems", "other"}

local function bare(heading) return heading:match("、(.*)$") end

-- The sample report as text or as a page, each line of it a paragraph.
local function report_of(plain, sections)
  local options = model.of "cn_disclosure_2021"
  options.plain = plain
  local filled = {}
  for id, text in pairs(options.sections) do filled[id] = sections and sections[id] or text end
  options.sections = filled
  return sample.text(options)
end

local function lines(plain, ...) return table.concat({...}, plain and "\n\n" or "\n") end

local own = model.of("cn_disclosure_2021").sections

-- The addresses and values of all cells, and the ids and titles of the parts.
local function read(text)
  local report = assert(govreport.parse(text))
  local cells, parts = {}, {}
  for _, found in pairs(report.tables) do
    for row in found:rows() do
      for cell in row:cells() do cells[#cells + 1] = ("%s %s %s"):format(cell.address, cell.value, cell.state) end
    end
  end
  table.sort(cells)
  for section in report:sections() do
    if section.id then parts[#parts + 1] = section.id end
  end
  return cells, parts, report
end

local function rules_of(text)
  local list = {}
  for found in govreport.check(assert(govreport.parse(text))):findings() do list[#list + 1] = found.rule end
  return list
end

-- `{what, edits or a function, rules}`: the parts and cells are those of the sample, and these rules are broken.
local ordinal = "structure.section_ordinal"

local function listed(...)
  local inside = {...}
  return function(plain) return report_of(plain, {overview = lines(plain, table.unpack(inside))}) end
end

local prose = own.overview
local cases = {
  {"subheadings of part one are worded like parts", listed("现将有关情况报告如下。", "（一）主动公开政府信息情况", prose,
    "（二）收到和处理政府信息公开申请情况", "均按时答复。", "（三）平台建设", "更新专栏。"), {}},
  {"they have the numbers of the parts", listed("现将有关情况报告如下。", "（一）工作部署", "专人负责。", "（二）主动公开情况", prose,
    "（三）收到和处理政府信息公开申请情况", "均按时答复。"), {}},
  {"they have Arabic numbers below another subheading", listed("（一）制度建设", "建立台账。", "（二）信息管理", prose,
    "1.主动公开情况", "更新及时。", "2.收到和处理政府信息公开申请情况", "均按时答复。"), {}},
  {"they are bare", listed(prose, "主动公开情况", "更新及时。", "存在的问题及改进措施", "见第五部分。"), {}},
  {"part six lists the titles of others", function(plain)
    return report_of(plain, {other = lines(plain, own.other, "（一）总体情况", "无补充。", "（二）主动公开政府信息情况", "无补充。",
                                           "（三）存在的主要问题及改进情况", "无补充。")})
  end, {}},
}

-- Parts called 第一部分, with lists numbered 一、 below the first.
local function divisions(plain)
  local text = report_of(plain, {overview = lines(plain, "一、工作部署", prose, "二、主动公开政府信息情况", "更新及时。",
                                                  "三、收到和处理政府信息公开申请情况", "均按时答复。")})
  for i, heading in ipairs(all) do
    local number = ("一二三四五六"):sub(3 * i - 2, 3 * i)
    local at = text:find(heading, i > 3 and 1 or text:find("均按时答复", 1, true) or 1, true)
    at = i == 1 and text:find(heading, 1, true) or at
    text = text:sub(1, at - 1) .. "第" .. number .. "部分 " .. bare(heading) .. text:sub(at + #heading)
  end
  return text
end

cases[#cases + 1] = {"the parts are called 第一部分 and a list has their words", divisions, {}}
cases[#cases + 1] = {"a part has the heading of another in its list", function(plain)
  return report_of(plain, {overview = lines(plain, "总体平稳。", "二、主动公开政府信息情况", prose .. prose .. prose .. prose)})
end, {}}

local function edited(from, to)
  return function(plain) return example.edit(report_of(plain), from, to) end
end

for _, heading in ipairs(all) do
  local title, number = bare(heading), heading:match("^(.-)、")
  table.move({
    {title .. " without an ordinal", edited(heading, title), {ordinal}},
    {title .. " with a bullet", edited(heading, "● " .. title), {ordinal}},
    {title .. " with the mark of an ordinal", edited(heading, "、" .. title), {ordinal}},
    {title .. " with another numeral", edited(heading, (number == "二" and "三、" or "二、") .. title), {ordinal}},
    {title .. " numbered in another way", edited(heading, "（" .. number .. "）" .. title), {}},
    {title .. " behind a letter", edited(heading, "y" .. heading), {}},
    {title .. " behind a sign", edited(heading, "※#" .. heading), {}},
    {title .. " with a numeral without its mark", edited(heading, number .. title), {}},
    {title .. " with an Arabic numeral without its mark", edited(heading, 7 .. title), {ordinal}},
    {title .. " with a wrong character", edited(heading, "工、" .. title), {ordinal}},
    {title .. " called 第…章", edited(heading, "第" .. number .. "章 " .. title), {}},
    {title .. " with a letter behind", edited(heading, "·" .. heading .. "y"), {}},
  }, 1, 12, #cases + 1, cases)
end

local function numbered(...)
  local ordinals = {...}
  return function(plain)
    local text = report_of(plain)
    for i, heading in ipairs(all) do text = example.edit(text, heading, ordinals[i] .. bare(heading)) end
    return text
  end
end

table.move({
  {"the parts have Arabic numbers", numbered("1.", "2.", "3.", "4.", "5.", "6."), {}},
  {"the parts have numbers in brackets", numbered("（一）", "（二）", "（三）", "（四）", "（五）", "（六）"), {}},
  {"two kinds of numbers", numbered("一、", "二、", "（三）", "（四）", "5.", "6."), {}},
  {"no part has a number", numbered("", "", "", "", "", ""), {ordinal, ordinal, ordinal, ordinal, ordinal, ordinal}},
  {"all numbers are one too high", numbered("二、", "三、", "四、", "五、", "六、", "七、"),
   {ordinal, ordinal, ordinal, ordinal, ordinal, ordinal}},
  {"a numeral stands twice", numbered("一、", "二、", "二、", "三、", "四、", "五、"), {ordinal, ordinal, ordinal, ordinal}},
}, 1, 6, #cases + 1, cases)

describe("the parts", function()
  for _, plain in ipairs{true, false} do
    local cells = read(report_of(plain))
    for _, case in ipairs(cases) do
      it(("are found where %s, %s"):format(case[1], plain and "as text" or "on a page"), function()
        local text = case[2](plain)
        local found, parts = read(text)
        assert.same(ids, parts)
        assert.same(cells, found)
        assert.same(case[3], rules_of(text))
      end)
    end
  end

  it("are found where a subheading has the words, and the part no numeral", function()
    for _, plain in ipairs{true, false} do
      local text = report_of(plain, {overview = lines(plain, "现将情况报告如下。", "（一）主动公开政府信息情况", prose, "（二）平台建设",
                                                      "更新专栏。")})
      for _, heading in ipairs{bare(two), "、" .. bare(two), "x" .. two} do
        local changed = example.edit(text, two, heading)
        local _, parts, report = read(changed)
        assert.same(ids, parts)
        assert.equal(bare(two), report:section("proactive").title)
        assert.is_true(report:section("proactive").byte > changed:find("平台建设", 1, true))
      end
    end
  end)
end)

describe("a heading numbered like a subheading", function()
  for _, printed in ipairs{"（一）", "（五）", "（六）", "1.", "(9)"} do
    it("is that of its part where its table stands below it: " .. printed, function()
      for _, plain in ipairs{true, false} do
        local text = report_of(plain, {overview = lines(plain, "（一）主动公开", prose, "（二）依申请公开", "按时答复。", "（三）平台建设",
                                                        "更新专栏。", "（四）信息管理", "无。", "（五）监督保障", "无。")})
        local changed = example.edit(text, two, printed .. bare(two))
        local _, parts = read(changed)
        assert.same(ids, parts)
        assert.same({ordinal}, rules_of(changed))
      end
    end)
  end
end)

describe("a part whose heading is not there", function()
  local function rule_lines(text)
    local list = {}
    for found in govreport.check(assert(govreport.parse(text))):findings() do
      if found.rule == "reading.section" or found.rule == "structure.section_missing" then
        list[#list + 1] = found.rule .. " " .. found.severity
      end
    end
    return list
  end

  it("is missing where a subheading of another part has its words", function()
    for _, plain in ipairs{true, false} do
      local text = report_of(plain, {overview = lines(plain, "现将情况报告如下。", "（一）工作部署", prose, "（二）主动公开政府信息情况",
                                                      "更新及时。", "（三）平台建设", "更新专栏。")})
      local heading = plain and two .. "\n\n" or text:match("<p>[^\n]-" .. two .. "</p>\n?")
      assert.same({"structure.section_missing error"}, rule_lines(example.edit(text, heading, "")))
    end
  end)

  it("is not said to be missing where a line may be its heading", function()
    for _, plain in ipairs{true, false} do
      local text = example.edit(report_of(plain), five, "存在的主要问题与其改进办法")
      assert.same({"reading.section notice"}, rule_lines(text))
    end
  end)

  it("is not said to be missing where no part was found", function()
    local text = report_of(true)
    for _, heading in ipairs(all) do text = example.edit(text, heading .. "\n\n", "") end
    assert.same({"reading.section notice"}, rule_lines(text))
  end)

  it("is missing where the text before it is whole", function()
    local text = report_of(true)
    assert.same({"structure.section_missing error"}, rule_lines((text:match("^(.*)" .. six))))
  end)
end)

describe("the search for the parts", function()
  it("grows with the text", function()
    local function work(times)
      local text = example.edit(report_of(true), five .. "\n\n", ("（一）主动公开政府信息情况\n\n工作情况\n\ny二、某事\n\n"):rep(times))
      local count = 0
      debug.sethook(function() count = count + 1 end, "", 1000)
      local report = govreport.parse(text)
      debug.sethook()
      assert(report)
      return count
    end
    work(1)
    local rest = work(1)
    local once, twice = work(500) - rest, work(1000) - rest
    assert.is_true(twice <= 2.2 * once, ("%d, then %d"):format(once, twice))
  end)
end)

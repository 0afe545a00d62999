--- Whatever stands in a file, time grows with its length, and not with the square of it. A construct of a report is
-- repeated n, 2n and 4n times: what the second step adds may be twice what the first one added, and a tenth more. What
-- is counted are instructions of the Lua machine. What LPeg and patterns do is invisible to such a count: there clocks
-- are compared, by a factor that no noise explains.

local core = require "govreport.core"
local csv = require "govreport.base.csv"
local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"

local today = "2026-01-01"

-- ---- where a construct stands -------------------------------------------------------------------

local places = {}

local function behind(text, from, more) return example.edit(text, from, from .. more) end

function places.part(text) return behind(example.text, "（二）依申请公开\n\n", text .. "\n\n"), "a.txt" end

function places.front(text) return text .. "\n\n" .. example.text, "a.txt" end

function places.preface(text) return behind(example.text, "（2021年1月）", "\n\n" .. text), "a.txt" end

function places.tail(text) return example.text .. "\n\n" .. text .. "\n", "a.txt" end

function places.cells(text) return behind(example.text, "第二十条第（一）项\n\n", text .. "\n\n"), "a.txt" end

function places.page(text) return (example.page:gsub("</body>", function() return text .. "</body>" end)), "a.html" end

-- Rows at the end of the last table of a page.
function places.rows(text)
  local front, back = example.page:match("^(.*)(</table>.*)$")
  return front .. text .. back, "a.html"
end

-- `{place, unit}`; a number, which no table has, stands for `#` and a Chinese character for `@`, another one each time.
local constructs = {
  -- numbers and lists
  {"part", "9、"}, {"part", "12,"}, {"part", "1/2 "}, {"part", "1.2.3."}, {"part", "2019-2020至"}, {"part", "占12.5%，"},
  {"part", "0318-1234567，"}, {"part", "一是@。"}, {"part", "《办法》第二十条第（一）项，"}, {"part", "1\n\n"},
  -- what sentences say of tables
  {"part", "收到政府信息公开申请#件，"}, {"part", "收到政府信息公开申请#件。"}, {"part", "自然人申请#件，占12%，"}, {"part", "同比增长#%，"},
  {"part", "予以公开#件、部分公开4件，"}, {"part", "予以公开5件、部分公开26件。"}, {"part", "收到申请47件，办结#件，转办1件，"},
  {"part", "收到涉及拆迁的申请#件，其中予以公开5件，"}, {"part", "市政府本级收到申请#件，"}, {"part", "行政复议2件，均获维持，"},
  {"part", "未发生行政复议、行政诉讼。"}, {"part", "未收到申请，"}, {"part", "发布信息#条，其中网站5条，微博7条。"}, {"part", "发布信息12条，其中"},
  {"part", "网站#条、"}, {"part", "收取信息处理费#元，"}, {"part", "作出行政许可决定#件，"}, {"part", "上年结转#件，结转下年度2件。"},
  {"part", "自然人申请占#.5%，"}, {"part", "没有发生"}, {"part", "无"}, {"part", "甲、"},
  -- years, names, slips
  {"part", "2019年，我局收到申请3件。"}, {"part", "统计期限为2019年1月1日至2019年12月31日，"}, {"part", "云岭市财政局认真开展政务公开工作，"},
  {"part", "（此处填写）"}, {"part", "××局"}, {"part", "张三，电话13812345678，"},
  {"part", "我局认真做好政府信息公开工作，及时公开各类信息，不断提高服务水平。"},
  -- headings, titles, sign-offs, pages
  {"part", "\n\n（一）主动公开\n\n"}, {"part", "\n\n七、其他情况\n\n"}, {"part", "\n\n二、主动公开政府倍息情况\n\n"},
  {"part", "\n\n附件：1.某表\n\n"}, {"part", "\n— 4 —\n"}, {"front", "\n\n云岭市水务局2020年政府信息公开工作年度报告\n\n"},
  {"front", "索引号：a/2021-1 发布日期：2021-01-02\n"}, {"front", "名称：值 "}, {"front", "2022年"}, {"preface", "《条例》、"},
  {"preface", "统计期限"}, {"tail", "\n\n云岭市水务局\n\n2021年1月22日\n\n"}, {"tail", "\n\n联系电话：0318-1234567\n\n"},
  -- tables
  {"cells", "总计\n\n5\n\n"}, {"cells", "予以公幵\n\n"}, {"part", "某某@事项\n\n1\n\n2\n\n3\n\n"}, {"part", "|某@|1|2|\n"},
  {"part", "1\t"},
  {"rows", "<tr><td>某项@#事务办理</td><td>1</td><td>2</td><td>3</td></tr>"}, {"rows", "<tr><td>（一）予以公幵</td><td>1</td></tr>"},
  {"rows", "<tr><td>（一）予以公开</td><td>1</td><td>2</td></tr>"}, {"rows", "<td>1</td>"},
  {"page", "<table><tr><td>1</td><td>2</td></tr></table>"}, {"page", "<div style='display:none'>12</div>"},
  {"page", "<table><tr><td>某项</td><td>2</td></tr></table>"},
  {"page", "<p><a href='a.doc'>附件#</a></p>"}, {"page", "<h2>一、总体情况</h2><p>一</p>"},
}

local function repeated(unit, times)
  local list = {}
  for i = 1, times do
    local character = utf8.char(0x4E00 + i * 37 % 9000)
    list[i] = unit:gsub("#", tostring(1000 + i)):gsub("@", character)
  end
  return table.concat(list)
end

-- ---- counting -----------------------------------------------------------------------------------

local step = 100

-- Instructions of the Lua machine that a call takes, in hundreds; and what it gives.
local function count(call)
  local steps = 0
  debug.sethook(function() steps = steps + 1 end, "", step)
  local ok, result = pcall(call)
  debug.sethook()
  assert(ok, result)
  return steps, result
end

-- What is done with a file, by name.
local function work(text, name)
  local steps, report = {}
  steps.read, report = count(function() return govreport.parse(text, {name = name}) end)
  assert(report, "no report")
  steps.check = count(function() return govreport.check(report, {today = today}) end)
  steps.show = count(function() return govreport.render(report) .. govreport.render(report, "claims") end)
  local document = assert(govreport.read_bytes(text, {name = name}))
  steps.trace = count(function() return govreport.trace(document, {name = name}) end)
  report:close()
  return steps
end

-- Hundreds of instructions by which tables that are made anew and searches by halves may differ.
local noise = 100

local function grows_linearly(steps, what)
  local first, second = steps[2] - steps[1], steps[3] - steps[2]
  assert.is_true(second <= 2.1 * math.max(first, 0) + noise,
                 ("%s: %d, %d, %d hundred instructions"):format(what, steps[1], steps[2], steps[3]))
end

describe("the work grows with the length of a file that repeats", function()
  local times = 30
  for _, construct in ipairs(constructs) do
    it(("“%s” in the %s"):format(construct[2]:gsub("\n", " "), construct[1]), function()
      local all = {}
      collectgarbage()
      collectgarbage("stop")   -- what weak tables remember is not made again
      work(places[construct[1]](repeated(construct[2], 1)))   -- what is made once is made
      for i = 1, 3 do
        for stage, steps in pairs(work(places[construct[1]](repeated(construct[2], times << (i - 1))))) do
          all[stage] = all[stage] or {}
          all[stage][i] = steps
        end
      end
      collectgarbage("restart")
      for stage, steps in pairs(all) do grows_linearly(steps, stage) end
    end)
  end
end)

-- ---- clocks -------------------------------------------------------------------------------------

-- The least time of a few calls: what else the machine does only adds.
local function seconds(call)
  local least = math.huge
  for _ = 1, 2 do
    local start = os.clock()
    call()
    least = math.min(least, os.clock() - start)
  end
  return least
end

-- Eight times the text may take three times that at most; with the square of it, it would be 64 times.
local function keeps_time(make)
  local short, long = seconds(make(1)), seconds(make(8))
  assert.is_true(long <= 24 * math.max(short, 0.001), ("%.4f s, then %.4f s"):format(short, long))
end

describe("patterns look at each byte a bounded number of times", function()
  local bytes = 2000
  for _, run in ipairs{
    "0999-", "9、", "12和", "2019-2020至", "2019、", "1,000,", "1.2.3.", "1/", "-5", "12-0318-1234567-", "12余、", "9", "《",
    "（", "“", "通过", "甲、", "一", "统计期限", "年", "20", "附件",
  } do
    for _, place in ipairs{"part", "front"} do
      it(("in a run of “%s” in the %s"):format(run, place), function()
        keeps_time(function(times)
          local text, name = places[place](run:rep(times * bytes // #run))
          return function() assert(govreport.parse(text, {name = name})):close() end
        end)
      end)
    end
  end

  it("in fields of CSV", function()
    keeps_time(function(times)
      local text = 'name\n"a' .. (" "):rep(times * bytes) .. 'b"\n'
      return function() assert(csv.parse(text)) end
    end)
  end)

  -- Of a message: what stands in front, and what is repeated behind it.
  local head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
  local page = head .. "--x\nContent-Type: text/html\nContent-Transfer-Encoding: "
  for name, piece in pairs{
    ["folded lines"] = {"MIME-Version: 1.0\nContent-Type: text/html;\n", " \n"}, ["parts"] = {head, "--x\n"},
    ["headers of parts"] = {head, "--x\nA: b\n" .. (" \n"):rep(50)},
    ["parameters"] = {head .. "--x\nContent-Type: a", ";"},
    ["blanks in a header"] = {head .. "--x\nContent-Type: text/html", " "}, ["nearly a boundary"] = {head, "\n--x-"},
    ["blanks behind a boundary"] = {head, "--x" .. (" "):rep(50) .. "y\n"}, ["boundaries that begin"] = {head, "\n--"},
    ["parts in parts"] = {head, "--x\nContent-Type: multipart/mixed; boundary=x\n\n"},
    ["quoted-printable"] = {page .. "quoted-printable\n\n", "=E4=BB=B6=\n"},
    ["lines that nearly go on"] = {page .. "quoted-printable\n\n=", " "},
    ["base64"] = {page .. "base64\n\n", "PHA+\n"}, ["ends of base64"] = {page .. "base64\n\n", "PA=="},
  } do
    it("in a message with " .. name, function()
      keeps_time(function(times)
        local text = piece[1] .. piece[2]:rep(times * 10 * bytes // #piece[2])
        return function() govreport.read_bytes(text) end
      end)
    end)
  end

  it("for the year by which a form is chosen, where there is none", function()
    keeps_time(function(times)
      local document = assert(core.parse(("本局20万元的工作情况，"):rep(times * bytes // 10), {format = "text"}))
      return function() forms.why(document, document.tape, {steps = 0}) end
    end)
  end)
end)

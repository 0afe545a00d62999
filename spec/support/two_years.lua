--- The example reports and, for each, one of the same body for the year before that they follow from.

local example = require "spec.support.example"

local two_years = {}

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

-- Takes a year from all years of a text.
local function a_year_earlier(text)
  return (text:gsub("20[12]%d", function(year) return tostring(tonumber(year) - 1) end))
end

-- Other words for the parts whose words are compared.
local overview = "（一）主动公开\n\n本年完成门户网站改版，栏目由十二个合并为八个，老旧信息逐条迁移核对，访问量较大的办事指南放在首页。"
                 .. "依申请公开、政府信息管理、监督保障各项工作有序开展。\n\n"
local problems = "  当前短板集中在两处：公报栏目更新间隔偏长，基层站点查询设备老化。来年拟与档案馆共建查询窗口，按季更换设备，并把更新责任落实到人。\n\n"

local function other_words(text)
  text = text:gsub("（一）主动公开\n.-\n  二、主动公开", overview .. "  二、主动公开", 1)
  return (text:gsub("(五、存在的主要问题及改进情况\n\n).-  六、", "%1" .. problems .. "  六、", 1))
end

--- The example of 2020, and what it follows from.
two_years.now = example.text
two_years.before = other_words(a_year_earlier(example.set_all(example.text, {
  {"四、结转下年度继续办理", 1, "2"}, {"四、结转下年度继续办理", 2, "1"}, {"四、结转下年度继续办理", 5, "0"},
  {"四、结转下年度继续办理", 7, "3"}, {"一、本年新收政府信息公开申请数量", 1, "32"},
  {"一、本年新收政府信息公开申请数量", 2, "10"}, {"一、本年新收政府信息公开申请数量", 5, "3"},
  {"一、本年新收政府信息公开申请数量", 7, "48"}, {"行政许可", 1, "16"}, {"其他对外管理服务事项", 1, "13"}, {"行政处罚", 1, "55"},
  {"规范性文件", 3, "18"},
})))

--- Replaces the n-th value of a row of a page.
function two_years.set(text, label, n, value)
  local _, stop = text:find(">" .. label .. "</td>", 1, true)
  assert(stop, "not found: " .. label)
  local i = 0
  local rest = text:sub(stop + 1):gsub("(<td[^>]*>)([^<]*)(</td>)", function(open, _, close)
    i = i + 1
    if i == n then return open .. value .. close end
  end, n)
  return text:sub(1, stop) .. rest
end

--- The example of 2024 in the form of 2021, and what it follows from.
two_years.now_2021 = read "examples/report-2021.html"

local carried = "四、结转下年度继续办理"
local before_2021 = a_year_earlier(two_years.now_2021)
for n, value in ipairs{2, 1, 0, 0, 1, 0, 4} do before_2021 = two_years.set(before_2021, carried, n, value) end
before_2021 = two_years.set(before_2021, "一、本年新收政府信息公开申请数量", 5, 6)
before_2021 = two_years.set(before_2021, "一、本年新收政府信息公开申请数量", 7, 60)
before_2021 = two_years.set(before_2021, "行政规范性文件", 3, 23)
before_2021 = before_2021:gsub("<p>（一）主动公开。.-<p><strong>二、", "<p>" .. overview .. "</p><p><strong>二、", 1)
before_2021 = before_2021:gsub("(五、存在的主要问题及改进情况</strong></p>).-<p><strong>六",
                               "%1<p>" .. problems .. "</p><p><strong>六", 1)
two_years.before_2021 = before_2021

return two_years

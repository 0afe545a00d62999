--- A small form of our own, and pages in it: what the reading of tables does shows on few cells.

local form = require "govreport.form.form"
local govreport = require "govreport"
local labels = require "govreport.form.labels"
local page = require "govreport.read.page"
local recognise = require "govreport.read"

local small_form = {}

local function group(label) return { "旅客人次", "团体", label } end

--- The declaration; all tables of the specs are pieces of these five.
small_form.declared = {
  id = "small", name = "渡口运行年报",
  sections = { { id = "traffic", title = "客流情况" }, { id = "assets", title = "设施情况" },
               { id = "safety", title = "安全情况" } },
  tables = {
    {
      id = "traffic", section = "traffic", header = { "（单位：人次）" }, total = "total",
      columns = {
        { id = "adult", label = { "旅客人次", "成人" } }, { id = "bus", label = group "客车" },
        { id = "boat", label = group "客船" }, { id = "total", label = { "旅客人次", "合计" } },
      },
      rows = {
        { id = "spring", label = "一、春季" }, { id = "summer_north", label = { "二、夏季", "（一）北岸渡口" } },
        { id = "summer_south", label = { "二、夏季", "（二）南岸渡口" } },
        { id = "winter_north", label = { "三、冬季", "（一）北岸渡口" } }, { id = "year", label = "四、全年" },
      },
      equations = { { first = "spring", sum = "year" } },
      spellings = { ["四、全年"] = { variants = { "四、年度总数" } }, ["成人"] = { misprints = { "成员" } } },
    },
    {
      id = "docks", section = "assets", caption = "表一", header = { "项目" },
      columns = { { id = "listed", label = "在册数" }, { id = "closed", label = "停用数" }, { id = "new", label = "新增数" } },
      rows = { { id = "piers", label = "码头" }, { id = "pontoons", label = "趸船" } },
    },
    {
      id = "lights", section = "assets", caption = "表二", header = { "项目" },
      columns = { { id = "listed", label = "在册数" }, { id = "closed", label = "停用数" } },
      rows = { { id = "lamps", label = "航标灯" } },
    },
    {
      id = "fares", section = "assets", caption = "表三", header = { "项目" },
      columns = { { id = "amount", label = "船票收入（单位：万元）", decimal = true } },
      rows = { { id = "tickets", label = "船票" } },
    },
    {
      id = "mishaps", section = "safety", across = true, total = "sum",
      columns = { { id = "closed", label = "已结案" }, { id = "open", label = "未结案" }, { id = "sum", label = "小计" } },
      rows = {
        { id = "aground", label = "搁浅" }, { id = "day", label = { "碰撞", "白天碰撞" } },
        { id = "night", label = { "碰撞", "夜间碰撞" } },
      },
    },
  },
  fields = { "title" }, readers = {}, detect = { labels = { "成人" }, sections = 1 },
}

--- A compiled form with a register of its own, so that it remembers nothing.
function small_form.new()
  local register = labels.register()
  return form.compile(form.validate(small_form.declared, "small"), register), register
end

-- 成人>2^3 spans two columns and three rows.
local function cell(text)
  local attributes = ""
  local content, spans = text:match("^(.-)([>^]%d[>^%d]*)$")
  for kind, number in (spans or ""):gmatch("([>^])(%d+)") do
    attributes = attributes .. (kind == ">" and ' colspan="' or ' rowspan="') .. number .. '"'
  end
  return "<td" .. attributes .. ">" .. (content or text) .. "</td>"
end

--- The HTML of a table: a line for each row, cells between bars; `>2` behind a text spans columns, `^2` rows.
function small_form.table(text)
  local rows = {}
  for indented in text:gmatch("[^\n]+") do
    local line = indented:gsub("^%s+", "")
    local cells = {}
    for content in (line .. "|"):gmatch("%s*(.-)%s*|") do cells[#cells + 1] = cell(content) end
    if line ~= "" then rows[#rows + 1] = "<tr>" .. table.concat(cells) .. "</tr>" end
  end
  return "<table>\n" .. table.concat(rows, "\n") .. "\n</table>\n"
end

--- The Report of a source.
-- @param compiled the form; a new one where it is nil
-- @param register the register of its labels
function small_form.read(source, compiled, register)
  if not compiled then compiled, register = small_form.new() end
  local document, meter = assert(govreport.read_bytes(source)), { steps = 0 }
  local tape, facts = page.facts(document, document.tape)
  local tokens, signatures = register:tokens(document, tape, meter)
  return assert(recognise.report(document, { tape = tape, facts = facts }, compiled, {
    tokens = tokens, survey = labels.survey(tokens), signatures = signatures,
  }, meter))
end

-- A value; a letter for a cell that holds none; a star behind what the form's order alone tells.
local marks = { absent = ".", unreadable = "?", blank = "_", dash = "-" }

--- The cells of a table, a string for each row.
function small_form.cells(report, id)
  local rows = {}
  for row in report.tables[id]:rows() do
    local list = {}
    for item in row:cells() do
      local text = item.state == "number" and tostring(item.value) or marks[item.state] or item.state
      list[#list + 1] = text .. (item.inferred and "*" or "")
    end
    rows[#rows + 1] = table.concat(list, " ")
  end
  return rows
end

--- The deviations of a report: kind, subject and detail of each.
function small_form.deviations(report)
  local list = {}
  for i, item in ipairs(report.deviations) do
    list[i] = (item.kind .. " " .. item.subject .. " " .. (item.detail or "")):gsub(" +$", "")
  end
  return list
end

return small_form

--- A form of one's own, as somebody writes it who has only the docs, and a report in it: as a page and one cell a line.

local govreport = require "govreport"
local readers = require "govreport.readers"

local fire_brigade = {}

govreport.form{
  id = "fire_brigade", name = "消防救援年报",
  sections = {{id = "calls", title = "接警出动情况"}, {id = "staff", title = "队伍建设情况"}, {id = "other", title = "其他事项"}},
  tables = {
    {
      id = "calls", section = "calls", header = {"警情类别"},
      columns = {{id = "times", label = "出动次数"}, {id = "vehicles", label = "出动车辆"}, {id = "people", label = "出动人员"}},
      rows = {{id = "fire", label = "火灾扑救"}, {id = "rescue", label = "抢险救援"}, {id = "aid", label = "社会救助"},
              {id = "total", label = "合计"}},
    },
    {
      id = "staff", section = "staff", header = {"项目"},
      columns = {{id = "count", label = "人数"}, {id = "cost", label = "训练经费", unit = "万元", decimal = true},
                 {id = "change", label = "比上年", signed = true}},
      rows = {{id = "full", label = "专职队员"}, {id = "part", label = "志愿队员", misprints = {"自愿队员"}}},
    },
  },
  detect = {labels = {"抢险救援", "火灾扑救", "志愿队员"}, words = {"消防救援"}},
  fields = {"title", "agency", "year"}, readers = {readers.titled("消防救援{年报|年度报告}").title},
}

local title = "青泽县2024年度消防救援年报"

-- A line is a paragraph, or with bars a row of a table.
local report = [[
一、接警出动情况
警情类别|出动次数|出动车辆|出动人员
火灾扑救|101|202|303
抢险救援|203|311|498
社会救助|55|66|77
合计|359|579|878
二、队伍建设情况
项目|人数|训练经费|比上年
专职队员|31|12.5|-3
志愿队员|44|8|5
三、其他事项
无其他需要说明的事项。
]]

local function replace(text, from, to)
  local start, stop = text:find(from, 1, true)
  assert(start, from .. " stands nowhere")
  return text:sub(1, start - 1) .. to .. text:sub(stop + 1)
end

local function page(text)
  local html = "<h1>" .. title .. "</h1>\n"
  for line in text:gmatch("[^\n]+") do
    if line:find("|", 1, true) then
      html = html .. "<tr><td>" .. line:gsub("|", "</td><td>") .. "</td></tr>\n"
    else
      html = html .. "<p>" .. line .. "</p>\n"
    end
  end
  return (html:gsub("</p>\n<tr>", "</p>\n<table><tr>"):gsub("</tr>\n<p>", "</tr></table>\n<p>"))
end

local function lines(text)
  return title .. "\n\n" .. text:gsub("[^\n]+", function(line)
    local cells, count = line:gsub("|", "\n")
    return count > 0 and cells or "\n" .. line .. "\n"
  end)
end

--- The report as a `page` and as `lines`, with some texts in place of others.
-- @param edits list of `{from, to}`
-- @return map from surface to source
function fire_brigade.sources(edits)
  local text = report
  for _, edit in ipairs(edits or {}) do text = replace(text, edit[1], edit[2]) end
  return {page = page(text), lines = lines(text)}
end

--- What a check says of a source: severity, rule and message of each finding.
function fire_brigade.findings(source, lang)
  local list = {}
  for found in govreport.check(assert(govreport.parse(source)), {lang = lang or "en"}):findings() do
    list[#list + 1] = ("%s %s: %s"):format(found.severity, found.rule, found.message)
  end
  return list
end

return fire_brigade

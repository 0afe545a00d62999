--- Clean reports: of invented bodies of all kinds, in both disclosure forms, worded in many manners, whose numbers are
-- the same wherever they stand. Nothing is wrong with any of them. Written from what reports look like, by somebody who
-- does not know how errors are found.

local clean_bodies = require "spec.support.clean_bodies"
local clean_cells = require "spec.support.clean_cells"
local clean_prose = require "spec.support.clean_prose"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local testing = require "govreport.testing"

local clean_reports = {}

local function pick(random, list) return list[random(#list)] end

-- ---- headings -----------------------------------------------------------------------------------

local headings = {
  {"一、总体情况", {"一、总体情况", "一、总体工作情况", "一、政府信息公开工作总体情况", "一、 总体情况"}},
  {"二、主动公开政府信息情况", {"二、主动公开政府信息情况", "二、主动公开工作情况"}},
  {"三、收到和处理政府信息公开申请情况", {"三、收到和处理政府信息公开申请情况"}},
  {"四、政府信息公开行政复议、行政诉讼情况",
   {"四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四、政府信息公开行政复议和行政诉讼情况"}},
  {"五、存在的主要问题及改进情况",
   {"五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进措施", "五、存在的问题和改进措施", "五、存在问题及改进情况"}},
  {"六、其他需要报告的事项", {"六、其他需要报告的事项", "六、其他需要报告的情况", "六、其他需要说明的事项"}},
}

local function replace(text, old, new)
  local first, last = text:find(old, 1, true)
  assert(first, "not printed: " .. old)
  return text:sub(1, first - 1) .. new .. text:sub(last + 1)
end

local function with_headings(random, text)
  for _, heading in ipairs(headings) do text = replace(text, heading[1], pick(random, heading[2])) end
  return text
end

-- ---- surfaces -----------------------------------------------------------------------------------

-- The rows of a table's markup on one grid, each cell where it begins and blanks below and beside it.
local function grid_of(markup)
  local grid, width, y = {}, 0, 0
  for row in markup:gmatch "<tr>(.-)</tr>" do
    y = y + 1
    grid[y] = grid[y] or {}
    local x = 1
    for down, across, text in row:gmatch '<td rowspan="(%d+)" colspan="(%d+)">(.-)</td>' do
      while grid[y][x] do x = x + 1 end
      for i = y, y + down - 1 do
        grid[i] = grid[i] or {}
        for k = x, x + across - 1 do grid[i][k] = "" end
      end
      grid[y][x] = text
      width = math.max(width, x + across - 1)
    end
  end
  return grid, width
end

local function markdown_table(markup)
  local lines = {}
  local grid, width = grid_of(markup)
  for i, row in ipairs(grid) do
    for k = 1, width do row[k] = row[k] or "" end
    lines[#lines + 1] = "| " .. table.concat(row, " | ") .. " |"
    if i == 1 then lines[#lines + 1] = "|" .. (" --- |"):rep(width) end
  end
  local caption = markup:match "<caption>(.-)</caption>"
  return (caption and "\n" .. caption .. "\n" or "") .. "\n" .. table.concat(lines, "\n") .. "\n"
end

local function markdown(page)
  local text = page:gsub("<table>(.-)</table>", markdown_table):gsub("<p>(.-)</p>", function(paragraph)
    return (paragraph:find "^[一二三四五六]、" and "\n## " or "\n") .. paragraph .. "\n"
  end)
  return (text:gsub("<[^<>]->", ""))
end

local surfaces = {
  {name = "page"},
  {name = "heading", edit = function(page) return (page:gsub("<p>(.-)</p>", "<h1>%1</h1>", 1)) end},
  {name = "markdown", edit = markdown},
  {name = "text", plain = true},
  {name = "folded text", plain = true, edit = function(text)
    return (text:gsub("（", "("):gsub("）", ")"):gsub("，", ","):gsub("：", ":"):gsub("；", ";"))
  end},
}

-- ---- reports ------------------------------------------------------------------------------------

local function year_of(random, form)
  return form == "cn_disclosure_2019" and 2018 + random(2) or 2020 + random(5)
end

-- What a report says, and the generator behind it.
local function content_of(seed, number)
  local random = generate.random(seed * 1000003 + number)
  for _ = 1, 8 do random(2) end   -- the first numbers of near seeds are alike
  local report = {form = number % 2 == 1 and "cn_disclosure_2019" or "cn_disclosure_2021"}
  report.body, report.year = clean_bodies.new(random), year_of(random, report.form)
  report.cells = clean_cells.new(random, report.form, report.body)
  report.facts = clean_prose.facts(random, report)
  report.sections = clean_prose.sections(random, report)
  local head, tail, above = clean_prose.frame(random, report)
  report.title, report.head, report.tail, report.above = head[1], table.move(head, 2, #head, 1, {}), tail, above
  return report, random
end

--- What a report says, without a text: the same for the same number.
-- @return `{form, year, body, cells, sections, title, head, tail, above}`
function clean_reports.content(seed, number) return (content_of(seed, number)) end

--- What `govreport.fill` needs to write a report: its form, and options with all of its cells as they are printed;
-- those that nobody counted are 0.
-- @param report what `clean_reports.content` gave
function clean_reports.filling(report)
  local cells = {}
  for _, t in ipairs(forms.declared(report.form).tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(row.split and {} or t.columns) do
        local at = ("%s.%s.%s"):format(t.id, row.id, column.id)
        cells[at] = tostring(report.cells[at] or 0)
      end
    end
  end
  return report.form, {agency = report.body.name, year = report.year, cells = cells, sections = report.sections,
                       head = report.head, tail = report.tail}
end

--- Writes a report: the same for the same number.
-- @param number its number, of which odd ones are in the form of 2019 and even ones in that of 2021
-- @return what it says, with its `text` and its `surface`
function clean_reports.new(seed, number)
  local report, random = content_of(seed, number)
  local surface, above = pick(random, surfaces), report.above
  local text = testing.sample{form = report.form, agency = report.body.name, year = report.year, cells = report.cells,
                              sections = report.sections, head = report.head, tail = report.tail,
                              plain = surface.plain}
  local usual = report.body.name .. report.year .. "年政府信息公开工作年度报告"
  local title = table.concat(above, "\n") .. (above[1] and "\n" or "") .. report.title
  text = replace(text, usual, (title:gsub("\n", surface.plain and "\n\n" or "</p>\n<p>")))
  text = with_headings(random, text)
  report.text, report.surface = surface.edit and surface.edit(text) or text, surface.name
  return report
end

return clean_reports

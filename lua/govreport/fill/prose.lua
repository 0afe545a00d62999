--- What stands around the tables of a form that is filled in, where nobody wrote anything: sentences that hold for
-- every report, and places to be filled in, which the rules know as such: （请填写…）.

local sample_prose = require "govreport.form.sample_prose"

local prose = {}

-- What goes into the parts of the disclosure reports.
local contents = {
  overview = "主动公开、依申请公开、政府信息管理、平台建设、监督保障等方面的情况",
  problems = "存在的主要问题及改进情况",
  other = "收取信息处理费的情况及其他需要报告的事项",
}

--- In the place of who publishes, and of the year.
prose.agency, prose.year = "（单位名称）", "××××"

local function has_tables(declared, id)
  for _, t in ipairs(declared.tables) do
    if t.section == id then return true end
  end
  return false
end

--- The paragraphs between the title and the first part.
function prose.head(declared, year) return sample_prose.head(declared, year) end

--- The text of a part; "" for one that its tables fill.
function prose.part(declared, section)
  if has_tables(declared, section.id) then return "" end
  return ("（请填写%s）"):format(declared.claims and contents[section.id] or section.title)
end

--- Who signs, and when: of forms that are reports with parts.
function prose.tail(declared, agency)
  return #declared.sections > 0 and {agency, "（请填写日期）"} or {}
end

return prose

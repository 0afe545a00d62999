--- The title of a report in a form: 云岭市水务局2024年政府信息公开工作年度报告.

local grammar = require "govreport.text.grammar"

-- What the titles of a form say, as its own reader of titles has it: the longest of its wordings that the form's name
-- begins with, else the first; nil where no reader tells.
local function title_words(declared)
  for _, reader in ipairs(declared.readers) do
    local wordings = reader.titles and grammar.expand(reader.titles[1]) or {}
    local best
    for _, text in ipairs(wordings) do
      if declared.name:sub(1, #text) == text and #text > #(best or "") then best = text end
    end
    if wordings[1] then return best or wordings[1] end
  end
end

--- Of a report the title that its form reads; of a form that is a table alone the table's; else the form's name. A year
-- that the words begin with, 年度工作报表, is that of the title.
-- @param year a number, or what stands in its place; nil for none
return function(declared, agency, year)
  local words = #declared.sections == 0 and declared.tables[1].title or title_words(declared) or declared.name
  local dated = year and year .. (words:find "^年" and "" or "年") or ""
  return agency .. dated .. words
end

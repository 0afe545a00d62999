--- The ways in which the label of a row or column may be worded.

local grammar = require "govreport.text.grammar"
local layout = require "govreport.form.layout"

local wordings = {}

--- All wordings of an entry's label.
-- @param t the table, with the wordings that its labels have wherever they stand
-- @return list of `{text, official}`; patterns are none
function wordings.of(t, entry)
  local path = layout.path_of(entry)
  local label = path[#path]
  local list = {{text = label, official = true}}
  for _, spellings in ipairs{t.spellings and t.spellings[label] or {}, entry} do
    for _, kind in ipairs{"variants", "misprints"} do
      for _, template in ipairs(spellings[kind] or {}) do
        for _, text in ipairs(type(template) == "string" and grammar.expand(template) or {}) do
          list[#list + 1] = {text = text}
        end
      end
    end
  end
  return list
end

return wordings

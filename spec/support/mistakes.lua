--- Planted mistakes in scripts that people write, as text: see spec/cases/rule_mistakes.txt.

local shell = require "spec.support.shell"

local mistakes = {}

-- The guilty line of a script, whose mark is taken away.
local function unmarked(text)
  local line, lines = nil, {}
  for own in text:gmatch("([^\n]*)\n") do
    local plain, count = own:gsub("%s*%-%-!$", "")
    lines[#lines + 1] = plain
    if count > 0 then line = #lines end
  end
  return table.concat(lines, "\n") .. "\n", line
end

local function words_of(text)
  local list = {}
  for word in text:gmatch("[^|]+") do list[#list + 1] = word end
  return list
end

--- The cases of a file: `{name, kind, script, line, words}`; `kind` is "test" or "run" where the name begins so, else
-- "rules".
function mistakes.read(path)
  local list = {}
  for name, script, words in shell.read(path):gmatch("\n= ([^\n]+)\n(.-)\n%-> ([^\n]+)") do
    local kind, rest = name:match("^(%l+) (.*)$")
    if kind ~= "test" and kind ~= "run" then kind, rest = "rules", name end
    local text, line = unmarked(script .. "\n")
    list[#list + 1] = {name = rest, kind = kind, script = text, line = line, words = words_of(words)}
  end
  return list
end

--- What is wrong with how a mistake was told; nil where file, line and all words are there and no address of a table.
function mistakes.untold(said, case, file)
  if said == nil then return "nothing was said" end
  local faults = {}
  if not said:find(("%s:%d"):format(file, case.line) .. "%f[^%d]") then
    faults[1] = ("%s:%d is not named"):format(file, case.line)
  end
  for _, word in ipairs(case.words) do
    if not said:find(word, 1, true) then faults[#faults + 1] = ("'%s' is not said"):format(word) end
  end
  if said:find("0x%x%x%x%x%x") then faults[#faults + 1] = "an address in memory is said" end
  return #faults > 0 and table.concat(faults, ", ") .. ", in: " .. said or nil
end

return mistakes

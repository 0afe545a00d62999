--- A letter as Markdown.

local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local letter_md = {}

-- What Markdown or the HTML in it would take for a mark.
local function escape(value) return (text.safe(value):gsub("[\\`*_{}%[%]<>#|~&!]", "\\%0")) end

local function row(cells) return "| " .. table.concat(cells, " | ") .. " |" end

local function heading(lang, with_status)
  local list, line = {}, {}
  for _, key in ipairs{"number", "part", "row", "column", "problem", "change", with_status and "status" or nil} do
    list[#list + 1] = catalogue.text(lang, "letter." .. key)
    line[#line + 1] = "---"
  end
  return row(list), row(line)
end

local function add_group(lines, group, lang)
  lines[#lines + 1] = "## " .. group.title
  lines[#lines + 1] = ""
  local with_status = group.items[1].status ~= nil
  lines[#lines + 1], lines[#lines + 2] = heading(lang, with_status)
  for _, item in ipairs(group.items) do
    local cells = {tostring(item.number), escape(item.part), escape(item.row), escape(item.column),
                   escape(item.problem), escape(item.change)}
    if with_status then cells[#cells + 1] = item.status end
    lines[#lines + 1] = row(cells)
  end
  lines[#lines + 1] = ""
end

--- @param letter see `govreport.check.letter.compose`
function letter_md.render(letter)
  local lang = letter.lang
  local function word(key, fields) return catalogue.text(lang, "letter." .. key, fields) end
  local lines = {"# " .. letter.title, ""}
  if letter.agency then table.move({word("to", {agency = escape(letter.agency)}), ""}, 1, 2, #lines + 1, lines) end
  lines[#lines + 1] = escape(letter.opening)
  lines[#lines + 1] = ""
  for _, group in ipairs(letter.groups) do add_group(lines, group, lang) end
  if #letter.resolved > 0 then
    lines[#lines + 1] = "## " .. word("resolved", {count = #letter.resolved})
    lines[#lines + 1] = ""
    for _, message in ipairs(letter.resolved) do lines[#lines + 1] = "- " .. escape(message) end
    lines[#lines + 1] = ""
  end
  if letter.count > 0 then lines[#lines + 1] = word "closing" end
  return (table.concat(lines, "\n"):gsub("\n*$", "\n"))
end

return letter_md

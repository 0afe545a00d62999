--- A letter as Markdown. The small tables of repairs stand behind the table of their group: a cell can hold none.

local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local letter_md = {}

-- What Markdown or the HTML in it would take for a mark.
local marks = "[\\`*_{}%[%]<>#|~&!$]"

-- Addresses become links by themselves in the Markdown of many places. A backslash parts those of the web; of mail
-- nothing but a piece of code does, which also names nobody.
local function escape(value)
  local own = text.safe(value):gsub(marks, "\\%0")
  if own:find("[:@.]") then
    own = own:gsub("(%a)://", "%1\\://"):gsub("([Ww][Ww][Ww])%.", "%1\\."):gsub("@", "`@`")
  end
  return own
end

-- The same at the beginning of a line, where lists and code begin.
local function escape_line(value)
  return (escape(value):gsub("^ +", ""):gsub("^[-+=]", "\\%0"):gsub("^(%d+)([.)])", "%1\\%2"))
end

local function row(cells) return "| " .. table.concat(cells, " | ") .. " |" end

-- The first two lines of a table.
local function add_head(lines, cells)
  local line = {}
  for i = 1, #cells do line[i] = "---" end
  lines[#lines + 1], lines[#lines + 2] = row(cells), row(line)
end

local function add_small_table(lines, own)
  local head = {}
  for i, label in ipairs(own.head) do head[i] = escape(label) end
  add_head(lines, head)
  for _, cells in ipairs(own.rows) do
    local line = {}
    for i, cell in ipairs(cells) do line[i] = cell.marked and "**" .. escape(cell.text) .. "**" or escape(cell.text) end
    lines[#lines + 1] = row(line)
  end
  lines[#lines + 1] = ""
end

local function add_group(lines, group, word)
  local keys = {"number", "where", "problem", "change", group.items[1].status and "status" or "answer",
                group.items[1].status and "answer" or nil}
  lines[#lines + 1] = "## " .. group.title
  lines[#lines + 1] = ""
  local head = {}
  for i, key in ipairs(keys) do head[i] = word(key) end
  add_head(lines, head)
  for _, item in ipairs(group.items) do
    local cells = {}
    for i, key in ipairs(keys) do cells[i] = escape(item[key] or "") end
    lines[#lines + 1] = row(cells)
  end
  lines[#lines + 1] = ""
  for _, item in ipairs(group.items) do
    for _, own in ipairs(item.tables) do
      lines[#lines + 1] = word("item", {number = item.number})
      lines[#lines + 1] = ""
      add_small_table(lines, own)
    end
  end
end

-- Who sends the letter, when, and whom to ask.
local function add_signature(lines, letter, word)
  for _, line in ipairs{letter.from or false, letter.date or false,
                        letter.contact and word("contact", {contact = letter.contact})} do
    if line then
      lines[#lines + 1] = ""
      lines[#lines + 1] = escape_line(line)
    end
  end
end

--- @param letter see `govreport.check.letter.compose`
function letter_md.render(letter)
  local function word(key, fields) return catalogue.text(letter.lang, "letter." .. key, fields) end
  local lines = {"# " .. escape_line(letter.title), ""}
  if letter.agency then table.move({escape_line(word("to", {agency = letter.agency})), ""}, 1, 2, #lines + 1, lines) end
  lines[#lines + 1] = escape_line(letter.opening)
  lines[#lines + 1] = ""
  for _, group in ipairs(letter.groups) do add_group(lines, group, word) end
  if #letter.resolved > 0 then
    lines[#lines + 1] = "## " .. word("resolved", {count = #letter.resolved})
    lines[#lines + 1] = ""
    for _, message in ipairs(letter.resolved) do lines[#lines + 1] = "- " .. escape_line(message) end
    lines[#lines + 1] = ""
  end
  lines[#lines + 1] = letter.closing and escape_line(letter.closing)
  add_signature(lines, letter, word)
  return (table.concat(lines, "\n"):gsub("\n*$", "\n"))
end

return letter_md

--- Writes docs/reference.md.

local functions = require "test.reference.functions"
local signature = require "test.reference.signature"

local markdown = {}

local intro = [[
# Reference

Everything that a program can use. How the pieces fit together is in the [README](../README.md), small tasks are in the
[cookbook](cookbook.md), how rules are written in [rules.md](rules.md), what holds everywhere (errors, places, units,
blanks) in [conventions.md](conventions.md), which function does what a command does in [commands.md](commands.md).
Editors with the Lua language server show the same from [types/govreport](../types/govreport), see
[editors.md](editors.md).

These names are public and stay: `govreport`, `govreport.grammar`, `govreport.readers`, `govreport.similarity`,
`govreport.testing` and `govreport.waivers`. All other modules are private: what they are called and what they do may
change with any version.

How to read it: `name?` may be left out, and of a field it may be nil; `a|b` is one or the other; `X[]` is a list of X;
`{key: type}` is a table; words with a capital are classes on this page. Sizes are in bytes, places count from 1, dates
are ISO texts. Objects are read-only. What an example prints stands behind its `-->`.
]]

--- The anchor of a heading, as GitHub makes it.
function markdown.anchor(heading)
  return (heading:lower():gsub("[^%w%-_ ]", ""):gsub(" ", "-"))
end

local function linked(type_)
  local text = type_:gsub("<", "\\<")
  return signature.map_types(text, function(word) return ("[%s](#%s)"):format(word, word:lower()) end)
end

-- In a table a bar ends the cell.
local function in_cell(text) return (text:gsub("|", "\\|")) end

local Writer = {}
Writer.__index = Writer

function Writer:line(text) self[#self + 1] = text end

function Writer:paragraph(text)
  self:line("")
  self:line(text)
end

function Writer:example(code)
  if not code then return end
  self:line("")
  self:line("```lua\n" .. code:gsub("\n$", "") .. "\n```")
end

local function parameters(own)
  local list = {}
  for i, param in ipairs(own.params) do
    list[i] = ("%s%s: %s"):format(param.name, param.optional and "?" or "", linked(param.type))
  end
  return table.concat(list, ", ")
end

local function results(own)
  local list = {}
  for i, result in ipairs(own.results) do list[i] = linked(result) end
  return #list > 0 and " → " .. table.concat(list, ", ") or ""
end

local function failure(entry)
  if not entry.fails then return "" end
  local codes = {}
  for i, code in ipairs(entry.fails) do codes[i] = "`" .. code .. "`" end
  return " Or nil, message, [code](#code): " .. table.concat(codes, ", ") .. "."
end

local function parameter_texts(own, entry)
  local list = {}
  for _, param in ipairs(own.params) do
    local text = entry.params and entry.params[param.name]
    if text then list[#list + 1] = ("`%s`: %s"):format(param.name, text) end
  end
  return #list > 0 and " (" .. table.concat(list, "; ") .. ")" or ""
end

-- A function under a heading of its own.
function Writer:func(entry, owner)
  local own = signature.method(entry[1])
  self:paragraph("### " .. owner .. own.name)
  self:paragraph(("**%s%s**(%s)%s"):format(owner, own.name, parameters(own), results(own)))
  self:paragraph(entry[2] .. failure(entry))
  for _, param in ipairs(own.params) do
    local text = entry.params and entry.params[param.name]
    if text then self:paragraph(("`%s`: %s."):format(param.name, text)) end
  end
  self:example(entry.example)
end

-- Functions as a list.
function Writer:methods(list, owner)
  self:line("")
  for _, entry in ipairs(list) do
    local own = signature.method(entry[1])
    self:line(("- **%s%s**(%s)%s  "):format(owner, own.name, parameters(own), results(own)))
    self:line("  " .. entry[2] .. failure(entry) .. parameter_texts(own, entry))
  end
  for _, entry in ipairs(list) do self:example(entry.example) end
end

function Writer:fields(list, heading)
  self:line("")
  self:line(("| %s | type | |"):format(heading))
  self:line("|---|---|---|")
  for _, entry in ipairs(list) do
    local own = signature.field(entry[1])
    self:line(("| `%s%s` | %s | %s |"):format(own.name, own.optional and "?" or "", in_cell(linked(own.type)),
                                              in_cell(entry[2])))
  end
end

local signs = {
  __add = "a + b", __sub = "a - b", __mul = "a * b", __div = "a / b", __unm = "-a", __eq = "a == b", __lt = "a < b",
  __le = "a <= b", __len = "#a", __concat = "a .. b", __pairs = "pairs(a)", __close = "<close>",
}

local headings = {options = "key", table = "key", core = "field", view = "field", object = "field",
                  context = "field"}

function Writer:class(class)
  self:paragraph("### " .. class[1])
  local base = class.extends and (" Has all that a %s has."):format(linked(class.extends)) or ""
  self:paragraph(class.text .. (class.kind == "context" and "" or base))
  if class.fields and #class.fields > 0 then self:fields(class.fields, headings[class.kind]) end
  if class.facts then
    self:paragraph("Facts of 政府信息公开工作年度报告, each nil where it was not found:")
    self:fields(class.facts, "fact")
  end
  if class.methods then self:methods(class.methods, (class.called or class[1]:lower()) .. ":") end
  if class.operators then
    self:line("")
    for _, entry in ipairs(class.operators) do self:line(("- `%s`: %s"):format(signs[entry[1]], entry[2])) end
  end
  self:example(class.example)
end

function Writer:alias(alias)
  self:paragraph("### " .. alias[1])
  self:paragraph(alias[2] .. (alias.more and " " .. alias.more or ""))
  if not alias.values then
    if not alias.more then self:paragraph(linked(alias.type)) end
    return
  end
  self:line("")
  self:line("| value | |")
  self:line("|---|---|")
  for _, value in ipairs(alias.values) do self:line(("| `%s` | %s |"):format(value[1], in_cell(value[2]))) end
end

function Writer:patterns(list)
  self:line("")
  self:line("| pattern | what it matches |")
  self:line("|---|---|")
  for _, pattern in ipairs(list) do
    local samples = table.concat(pattern.samples, "; ")
    local text = (pattern.text or "") .. (pattern.text and samples ~= "" and " Sample: " or "") .. samples
    self:line(("| `grammar.%s` | %s |"):format(pattern.name, in_cell(text)))
  end
end

function Writer:contents(api)
  self:line("")
  for _, chapter in ipairs(api.chapters) do
    local names = {}
    for _, kind in ipairs{"classes", "aliases"} do
      for _, entry in ipairs(chapter[kind] or {}) do names[#names + 1] = linked(entry[1]) end
    end
    local list = #names > 0 and ": " .. table.concat(names, ", ") or ""
    self:line(("- [%s](#%s)%s"):format(chapter.title, markdown.anchor(chapter.title), list))
  end
end

function Writer:chapter(chapter)
  self:paragraph("## " .. chapter.title)
  self:paragraph(chapter.text)
  if chapter.fields then self:fields(chapter.fields, "field") end
  local list, patterns = functions.of(chapter)
  if #patterns > 0 then self:patterns(patterns) end
  if chapter.module then self:methods(list, chapter.module:match("[%w_]+$") .. ".")
  else
    for _, entry in ipairs(list) do self:func(entry, "govreport.") end
  end
  for _, class in ipairs(chapter.classes or {}) do self:class(class) end
  for _, alias in ipairs(chapter.aliases or {}) do self:alias(alias) end
end

--- The text of the file.
function markdown.render(api)
  local out = setmetatable({intro:sub(1, -2)}, Writer)
  out:contents(api)
  for _, chapter in ipairs(api.chapters) do out:chapter(chapter) end
  out:line("")
  out:line("<!-- Written by `make docs` from docs/api.lua. -->")
  return table.concat(out, "\n") .. "\n"
end

return markdown

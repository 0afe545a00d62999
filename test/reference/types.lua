--- Writes the library of types/govreport, an addon for the Lua language server: what editors show and check.

local functions = require "test.reference.functions"
local signature = require "test.reference.signature"

local types = {library = "types/govreport/library/"}

local width = 118

local function qualify(type_)
  return signature.map_types(type_, function(word) return "govreport." .. word end)
end

local Writer = {}
Writer.__index = Writer

function Writer:line(text) self[#self + 1] = text end

-- A text as comment lines.
function Writer:text(text)
  text = text:gsub("%[([^%]]+)%]%([^)]+%)", "%1")   -- links
  local line = "---"
  for word in text:gmatch("%S+") do
    if #line + #word + 1 > width and line ~= "---" then
      self:line(line)
      line = "---"
    end
    line = line == "---" and line .. word or line .. " " .. word
  end
  self:line(line)
end

-- A tag with a text behind it, or above it where it is long.
function Writer:tag(tag, text)
  if #tag + 1 + #text <= width then return self:line(tag .. " " .. text) end
  self:text(text)
  self:line(tag)
end

-- The tags of the parameters. A text that is too long for one stands above all of them.
function Writer:params(own, texts)
  local tags = {}
  for i, param in ipairs(own.params) do
    local text = texts and texts[param.name] or ""
    tags[i] = ("---@param %s%s %s"):format(param.name, param.optional and "?" or "", qualify(param.type))
    if #tags[i] + 1 + #text > width then self:text("`" .. param.name .. "`: " .. text)
    elseif text ~= "" then tags[i] = tags[i] .. " " .. text
    end
  end
  for _, tag in ipairs(tags) do self:line(tag) end
end

function Writer:method(entry, owner)
  local own = signature.method(entry[1])
  self:line("")
  self:text(entry[2])
  self:params(own, entry.params)
  local names = {}
  for i, param in ipairs(own.params) do names[i] = param.name end
  for _, result in ipairs(signature.results(own, entry)) do self:line("---@return " .. qualify(result)) end
  for _, overload in ipairs(entry.overloads or {}) do self:line("---@overload " .. qualify(overload)) end
  self:line(("function %s%s(%s) end"):format(owner, own.name, table.concat(names, ", ")))
end

function Writer:alias(alias)
  self:line("")
  self:text(alias[2] .. (alias.more and " " .. alias.more or ""))
  local tag = "---@alias govreport." .. alias[1]
  local type_ = alias.type and qualify(alias.type)
  if type_ and #tag + #type_ < width then return self:line(tag .. " " .. type_) end
  self:line(tag)
  for part in (type_ or ""):gmatch("[^|]+") do self:line("---| " .. part) end
  if type_ then return end
  for _, value in ipairs(alias.values) do self:line(('---| "%s" # %s'):format(value[1], value[2])) end
end

function Writer:field(entry)
  local own = signature.field(entry[1])
  self:tag(("---@field %s%s %s"):format(own.name, own.optional and "?" or "", qualify(own.type)), entry[2])
end

-- The metamethods that the language server has a word for.
local operators = {__add = "add", __sub = "sub", __mul = "mul", __unm = "unm", __len = "len", __concat = "concat"}

function Writer:operator(entry)
  local name = operators[entry[1]]
  if not name or not entry.result then return end
  local operand = entry.operand and "(" .. qualify(entry.operand) .. ")" or ""
  self:line(("---@operator %s%s: %s"):format(name, operand, qualify(entry.result)))
end

function Writer:class(class)
  self:line("")
  self:text(class.text)
  local extends = class.extends and ": " .. qualify(class.extends) or ""
  self:line("---@class govreport." .. class[1] .. extends)
  for _, field in ipairs(class.fields or {}) do self:field(field) end
  for _, field in ipairs(class.facts or {}) do self:field(field) end
  for _, operator in ipairs(class.operators or {}) do self:operator(operator) end
  if not class.methods then return end
  self:line("local " .. class[1] .. " = {}")
  for _, method in ipairs(class.methods) do self:method(method, class[1] .. ":") end
end

-- A module, of which the first of some chapters says what it is.
function Writer:module(name, chapters)
  local variable = name:match("[%w_]+$")
  self:line("")
  self:text(chapters[1].text)
  self:line("---@class " .. name)
  local all = {}
  for _, chapter in ipairs(chapters) do
    for _, field in ipairs(chapter.fields or {}) do self:field(field) end
    local list, patterns = functions.of(chapter)
    for _, pattern in ipairs(patterns) do
      if not pattern.inner then
        local samples = table.concat(pattern.samples, "; ")
        local text = (pattern.text or "") .. (pattern.text and samples ~= "" and " " or "") .. samples
        self:tag(("---@field %s userdata"):format(pattern.name), text)
      end
    end
    table.move(list, 1, #list, #all + 1, all)
  end
  self:line("local " .. variable .. " = {}")
  for _, entry in ipairs(all) do self:method(entry, variable .. ".") end
end

-- The modules in order, each with its chapters.
local function modules_of(api)
  local list, by_name = {}, {}
  for _, chapter in ipairs(api.chapters) do
    if chapter.functions or chapter.source then
      local name = chapter.module or "govreport"
      if not by_name[name] then
        by_name[name] = {name = name}
        list[#list + 1] = by_name[name]
      end
      table.insert(by_name[name], chapter)
    end
  end
  return list
end

-- What belongs to no module alone.
function Writer:shared(api)
  for _, chapter in ipairs(api.chapters) do
    for _, alias in ipairs(chapter.aliases or {}) do self:alias(alias) end
    for _, class in ipairs(chapter.classes or {}) do self:class(class) end
  end
end

--- The files of the addon's library, one for each module that programs require: a list of `{path, text}`. The first is
-- that of `govreport` itself, with all types.
function types.files(api)
  local files = {}
  for i, module in ipairs(modules_of(api)) do
    local out = setmetatable({}, Writer)
    out:line("---@meta " .. module.name)
    out:line("-- Written by `make docs` from docs/api.lua.")
    if i == 1 then out:shared(api) end
    out:module(module.name, module)
    out:line("")
    out:line("return " .. module.name:match("[%w_]+$"))
    files[i] = {path = types.library .. module.name:gsub("%.", "/") .. ".lua", text = table.concat(out, "\n") .. "\n"}
  end
  return files
end

return types

--- What govreport.grammar says of itself: the comments in its source.
--
-- A pattern has its sample behind it, on any of its lines, or a text above it; a function has a text above it. Of a
-- table of patterns each entry has a sample.

local grammar = {}

local function lines_of(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
  return lines
end

-- The text of the comment that ends above a line, and its `@param` and `@return` lines.
local function above(lines, i)
  local first = i
  while first > 1 and lines[first - 1]:find("^%-%-") and not lines[first - 1]:find("^%-%- %-%-%-%-") do
    first = first - 1
  end
  local text, last = {}, nil
  for k = first, i - 1 do
    local line = lines[k]:gsub("^%-%-%-? ?", "")
    if line:find("^@") then
      text[#text + 1] = ""
      last = #text
    end
    if last then text[last] = text[last] == "" and line or text[last] .. " " .. line
    elseif text[1] then text[1] = text[1] .. " " .. line
    else text[1] = line
    end
  end
  local own = {text = text[1] and not text[1]:find("^@") and text[1] or nil, params = {}}
  for _, line in ipairs(text) do
    local names, said = line:match("^@param ([%w_, ]-) (.+)$")
    if names then own.params[names] = said end
    own.result = own.result or line:match("^@return (.+)$")
  end
  return own
end

-- The samples behind the lines of a statement; the entries of a table by name.
local function samples(lines, i)
  local found, entries = {}, {}
  local k = i
  repeat
    local key = lines[k]:match("^  ([%w_]+) *= ")
    local sample = lines[k]:match("%s%-%- (.+)$")
    if key then entries[#entries + 1] = {name = key, text = sample}
    elseif sample then found[#found + 1] = sample
    end
    k = k + 1
  until not lines[k] or not lines[k]:find("^%s+%S")
  return found, entries
end

local function pattern_of(lines, i, name)
  local own = above(lines, i)
  local found, entries = samples(lines, i)
  local list = {{name = name, text = own.text, samples = found}}
  for _, entry in ipairs(entries) do
    list[#list + 1] = {name = name .. "." .. entry.name, samples = {entry.text}, inner = true}
  end
  return list
end

--- Reads the source of the module.
-- @return list of `{name, text, samples}` for patterns and of `{name, text, params, result, arguments}` for functions,
-- in the order of the file
function grammar.read(path)
  local file = assert(io.open(path, "rb"))
  local lines, list = lines_of(file:read("a")), {}
  file:close()
  for i, line in ipairs(lines) do
    local name, arguments = line:match("^function grammar%.([%w_]+)%((.-)%)")
    local pattern = line:match("^grammar%.([%w_]+) *=")
    if name then
      local own = above(lines, i)
      own.name, own.arguments = name, arguments
      list[#list + 1] = own
    elseif pattern then
      for _, entry in ipairs(pattern_of(lines, i, pattern)) do list[#list + 1] = entry end
    end
  end
  return list
end

return grammar

--- What Lua 5.5 refuses of Lua 5.4, found with the compiler of 5.4: the first variable of a loop is constant there, and
-- `global` is a reserved word.

local next_lua = {}

-- What is no word: comments and texts in which words are none, numbers, and single characters.
local function end_of_other(text, at)
  local level = text:match("^%[(=*)%[", at) or text:match("^%-%-%[(=*)%[", at)
  if level then
    local _, stop = text:find("]" .. level .. "]", at, true)
    return stop or #text
  end
  local _, stop = text:find("^%-%-[^\n]*", at)
  if stop then return stop end
  local quote = text:match("^[\"']", at)
  if not quote then
    _, stop = text:find("^%.?%d[%w.]*", at)
    return stop or at
  end
  stop = at + 1
  while stop < #text and text:sub(stop, stop) ~= quote do stop = stop + (text:sub(stop, stop) == "\\" and 2 or 1) end
  return stop
end

-- The pieces of a text in order: words, and what stands between them; with `true` for the words in a second list.
local function pieces_of(text)
  local pieces, is_word, at = {}, {}, 1
  while at <= #text do
    local _, stop = text:find("^[%a_][%w_]*", at)
    is_word[#pieces + 1] = stop ~= nil
    stop = stop or end_of_other(text, at)
    pieces[#pieces + 1] = text:sub(at, stop)
    at = stop + 1
  end
  return pieces, is_word
end

local opens = {["function"] = true, ["if"] = true, ["repeat"] = true, ["for"] = true, ["while"] = true, ["do"] = true}
local closes = {["end"] = true, ["until"] = true}

-- The first variable of a loop, behind its `for`.
local function variable(pieces, is_word, at)
  repeat at = at + 1 until is_word[at] or at > #pieces
  return pieces[at]
end

-- The same program, line by line, in which each loop begins by making its first variable a constant.
local function with_constant_loops(pieces, is_word)
  local out, open = {}, {}
  for i, piece in ipairs(pieces) do
    out[i] = piece
    local top, word = open[#open], is_word[i] and piece
    if word == "do" and top and top.waits then
      top.waits = false
      if top.name then out[i] = ("do local %s <const> = %s;"):format(top.name, top.name) end
    elseif opens[word] then
      open[#open + 1] = {waits = word == "for" or word == "while",
                         name = word == "for" and variable(pieces, is_word, i) or nil}
    elseif closes[word] then
      open[#open] = nil
    end
  end
  return table.concat(out)
end

--- What a program would be refused for, with its place; nil where there is nothing.
function next_lua.fault(text, name)
  local pieces, is_word = pieces_of((text:gsub("^#", "--")))
  local line = 1
  for i, piece in ipairs(pieces) do
    if is_word[i] and piece == "global" then return ("%s:%d: 'global' is a reserved word"):format(name, line) end
    line = line + select(2, piece:gsub("\n", ""))
  end
  local _, message = load(with_constant_loops(pieces, is_word), "@" .. name, "t")
  return message
end

return next_lua

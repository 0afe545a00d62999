--- Where things stand in the script of a form: its tables, their keys and what these hold, as far as its text tells.
--
-- A script is cut into tokens, and every `{…}` in it becomes a node with its entries; code around them is passed over.
-- What a script puts together in a loop has no node: then the nearest thing is named that has one.

local lpeg = require "lpeg"
local keys = require "govreport.base.keys"

local P, R, S, C, Cb, Cc, Cg, Cmt, Cp, Ct = lpeg.P, lpeg.R, lpeg.S, lpeg.C, lpeg.Cb, lpeg.Cc, lpeg.Cg, lpeg.Cmt,
                                            lpeg.Cp, lpeg.Ct

local places = {}

-- ---- tokens -------------------------------------------------------------------------------------

local letter = R("az", "AZ") + "_" + R"\x80\xFF"
local open_long = P"[" * Cg(P"="^0, "level") * "["
local shut_long = Cmt("]" * C(P"="^0) * "]" * Cb"level", function(_, _, shut, opened) return shut == opened end) / 0
local long    = open_long * C((P(1) - shut_long)^0) * shut_long                     -- [[text]], [==[text]==]
local comment = P"--" * (long / 0 + (1 - P"\n")^0)
local function quoted(quote) return quote * C((P"\\" * 1 + (1 - S(quote .. "\n")))^0) * quote end
local text    = quoted '"' + quoted "'" + long
local name    = C(letter * (letter + R"09")^0)
local number  = C(R"09" * (R("09", "af", "AF") + S"xX.")^0)
local sign    = C(P"==" + "~=" + "<=" + ">=" + "::" + "..." + ".." + 1)
local skipped = (S" \t\r\n" + comment)^0
-- Each token as kind, text, position.
local tokens_of = Ct((skipped * Ct(Cp() * (Cc"text" * Ct(text) + Cc"name" * name + Cc"number" * number
                                           + Cc"sign" * sign)))^0)

-- List of `{kind, text, line}`.
local function tokenise(source)
  local list, line, seen = {}, 1, 1
  for i, token in ipairs(tokens_of:match(source)) do
    local position, kind, value = token[1], token[2], token[3]
    line = line + select(2, source:sub(seen, position - 1):gsub("\n", ""))
    seen = position
    list[i] = {kind = kind, text = type(value) == "table" and value[1] or value, line = line}
  end
  return list
end

-- ---- tables -------------------------------------------------------------------------------------

local opening = {["("] = true, ["["] = true, ["function"] = true, ["if"] = true, ["do"] = true, ["repeat"] = true}
local closing = {[")"] = true, ["]"] = true, ["end"] = true, ["until"] = true}

local function text_at(tokens, i, kind, value)
  local token = tokens[i]
  return token and token.kind == kind and (value == nil or token.text == value) and token.text
end

-- The entry of a table that begins at a token: `{first, key}`.
local function entry_at(tokens, i)
  local key = text_at(tokens, i, "name") and text_at(tokens, i + 1, "sign", "=") and tokens[i].text
  if text_at(tokens, i, "sign", "[") and text_at(tokens, i + 2, "sign", "]") then
    key = text_at(tokens, i + 3, "sign", "=") and text_at(tokens, i + 1, "text")
  end
  return {first = i, key = key or nil}
end

local function finish(tokens, node, last)
  local entry = node.entries[#node.entries]
  if not entry or entry.last then return end
  entry.last = last
  if entry.key == "id" and entry.last == entry.first + 2 then node.id = text_at(tokens, entry.last, "text") or nil end
end

-- All nodes of a script: `{entries, key, parent, depth, id}`; the entries `{first, last, key, node}`, in tokens.
local function nodes_of(tokens)
  local nodes, stack, expecting = {}, {}, false
  local function top() return stack[#stack] end
  local function nearest()
    for i = #stack, 1, -1 do
      if stack[i].entries then return stack[i] end
    end
  end
  for i, token in ipairs(tokens) do
    local value, node = token.kind ~= "text" and token.text, top() and top().entries and top() or nil
    if node and expecting and value ~= "}" then
      node.entries[#node.entries + 1] = entry_at(tokens, i)
      expecting = false
    end
    if value == "{" then
      local parent = nearest()
      local entry = parent and parent.entries[#parent.entries]
      local made = {entries = {}, parent = parent, key = entry and entry.key, depth = #stack, line = token.line}
      if entry then entry.node = entry.node or made end
      nodes[#nodes + 1], stack[#stack + 1], expecting = made, made, true
    elseif value == "}" then
      if node then finish(tokens, node, i - 1) end
      stack[#stack], expecting = nil, false
    elseif node and (value == "," or value == ";") then
      finish(tokens, node, i - 1)
      expecting = true
    elseif opening[value] then stack[#stack + 1] = {}
    elseif closing[value] then stack[#stack] = nil
    end
  end
  return nodes
end

-- ---- looking up ---------------------------------------------------------------------------------

local function entry_of(node, key)
  local position = 0
  for _, entry in ipairs(node.entries) do
    if not entry.key then position = position + 1 end
    if entry.key == key or not entry.key and position == key then return entry end
  end
end

-- How many of some names stand above a node, as keys or as ids.
local function score_of(node, names)
  local score, above = 0, {}
  if node.key then above[node.key] = true end
  local parent = node.parent
  while parent do
    above[parent.key or ""], above[parent.id or ""] = true, true
    parent = parent.parent
  end
  for _, wanted in pairs(names) do score = score + (above[wanted] and 1 or 0) end
  return score
end

-- The node of an entry with an id: the one that stands within the most of what is named, that has the key, that is
-- outermost; of these the first, or the last.
local function find(nodes, id, key, above, last)
  local best, best_rank
  for _, node in ipairs(nodes) do
    if node.id == id and (id or node.parent == nil) or node.id == nil and node.key == id then
      local rank = {score_of(node, above), key and entry_of(node, key) and 1 or 0, -node.depth}
      local order = 0
      for i = 1, best and 3 or 0 do
        if order == 0 then order = rank[i] - best_rank[i] end
      end
      if not best or order > 0 or order == 0 and last then best, best_rank = node, rank end
    end
  end
  return best
end

-- The line of a text among tokens, the first or the last; nil where there is none.
local function line_of_text(tokens, first, stop, wanted, last)
  local line
  for i = first, stop do
    if tokens[i].kind ~= "sign" and tokens[i].text == tostring(wanted) and (last or not line) then
      line = tokens[i].line
    end
  end
  return line
end

-- The line of what is near an entry: its item of a number, or a text in it; else its own.
local function line_near(tokens, entry, near, last)
  local item = type(near) == "number" and entry.node and entry_of(entry.node, near)
  if item then return tokens[item.first].line end
  return near ~= nil and line_of_text(tokens, entry.first, entry.last, near, last) or tokens[entry.first].line
end

-- The line of a text that a script has only once.
local function line_of_only(tokens, wanted)
  local first = line_of_text(tokens, 1, #tokens, wanted)
  return first and first == line_of_text(tokens, 1, #tokens, wanted, true) and first
end

--- Where a key of the entry with an id stands in a script.
-- @param read function() -> its source
-- @param form the id of the form that is meant, of several in one script
-- @return function(id, key, within, more) -> `path:line`, `path` where the line cannot be told. `within` is the id of
-- what the entry stands in; `more` may say `among`, the key of the list that it stands in; `near`, the number of an
-- item or a text in the value of the key; `last`, of several the last one is meant
function places.locator(path, read, form)
  local tokens, nodes
  local function line_of(id, key, within, more)
    local above = {within = within, among = more.among, form = id ~= form and form or nil}
    local node = find(nodes, id, key, above, more.last)
    local entry = node and key and entry_of(node, key)
    if entry then return line_near(tokens, entry, more.near, more.last) end
    local only = more.near ~= nil and line_of_only(tokens, more.near)
    if only then return only end
    if node then
      local own = entry_of(node, "id")
      return own and tokens[own.first].line or node.line
    end
    local outer = within or id ~= form and form
    return outer and line_of(outer, within and more.among or nil, nil, {})
  end
  return function(id, key, within, more)
    if id == nil and key == nil and within == nil then return path end
    if not tokens then
      tokens = tokenise(read())
      nodes = nodes_of(tokens)
    end
    local line = line_of(id, key, within, more or {})
    return line and path .. ":" .. line or path
  end
end

-- ---- what Lua says ------------------------------------------------------------------------------

-- The names that a script makes, with those that it may use in any case.
local function names_in(tokens)
  local names = {math = true, string = true, table = true, utf8 = true, require = true}
  for i, token in ipairs(tokens) do
    if token.kind == "name" and token.text == "local" and text_at(tokens, i + 1, "name") then
      names[tokens[i + 1].text] = true
    end
  end
  return names
end

-- What a script has to load to use a name.
local modules = {grammar = "govreport.grammar", lpeg = "lpeg", readers = "govreport.readers"}

local function remedy_of(wanted, names)
  if modules[wanted] and not names[wanted] then
    return (": local %s = require \"%s\" is missing above"):format(wanted, modules[wanted])
  end
  local nearest = keys.nearest(wanted, names)
  return nearest and ", did you mean '" .. nearest .. "'?" or ""
end

--- A message of Lua about a script with the line of what it names, where Lua names the line behind it, and with the
-- nearest name in place of one that nothing has.
function places.settled(path, source, message)
  local prefix = path .. ":"
  local line, rest = tonumber(message:sub(#prefix + 1):match "^%d+"), message:match("^%d+(: .*)$", #prefix + 1)
  if message:sub(1, #prefix) ~= prefix or not rest then return message end
  local absent = rest:match "there is no '([^']+)' here"
  local unknown = absent or rest:match "%(global '([^']+)'%)"
  local wanted = unknown or rest:match "%(%a+ '([^']+)'%)" or rest:match "has no '([^']+)'"
  if not wanted then return message end
  local tokens, nearest = tokenise(source), nil
  for _, token in ipairs(tokens) do
    if token.text == wanted and token.line <= line then nearest = token.line end
  end
  local remedy = unknown and remedy_of(wanted, names_in(tokens)) or ""
  if remedy ~= "" and absent then rest = rest:match("^.-' here") end
  return prefix .. (nearest or line) .. rest .. remedy
end

return places

--- The messages of rules, as they are written: both languages, and the fields that they may have.

local cache = require "govreport.base.cache"
local keys = require "govreport.base.keys"
local rule = require "govreport.check.rule"

local message = {}

-- What people write for the languages of messages.
local languages = {cn = "zh", ch = "zh", zh_cn = "zh", chs = "zh", cht = "zh", tw = "zh", hk = "zh", us = "en",
                   uk = "en", gb = "en", eng = "en"}

-- The fields of texts, by the text.
local sets = cache.new(1 << 18)

--- The fields of a text, as a set that stays as it is.
function message.fields(text)
  local set = sets:get(text)
  if set then return set end
  set = {}
  for name in text:gmatch("{([%a_]+)}") do set[name] = true end
  for name in text:gmatch("{([%a_]+)|[^|{}]*|[^|{}]*}") do set[name] = true end   -- one word or another, by a number
  return sets:put(text, set, #text)
end

local function sorted(set)
  local list = {}
  for name in pairs(set) do list[#list + 1] = name end
  table.sort(list)
  return list
end

-- Raises, as a table, with the words that stand where it is wrong.
local function wrong(words, format, ...) error({words = words, text = format:format(...)}, 0) end

local function meant(name, names)
  local nearest = keys.nearest(name, names)
  return nearest and (", did you mean {%s}?"):format(nearest) or ""
end

-- Braces around what is no name stay in the text.
local function check_braces(text)
  for braces, inside in text:gmatch("({%s*([%w_.-]+)%s*})") do
    if not braces:find("^{[%a_]+}$") then
      local letters = inside:gsub("[^%a_]+", "_"):gsub("^_+", ""):gsub("_+$", "")
      wrong(braces, "'%s' is no field, which is letters alone, like {%s}", braces, letters ~= "" and letters or "count")
    end
  end
end

local function check_known(text, known)
  local names = {}
  for _, name in ipairs(known) do names[name] = true end
  for _, name in ipairs(sorted(message.fields(text))) do
    if not names[name] then
      local hint = meant(name, names)
      local all = hint == "" and (", which has {%s}"):format(table.concat(known, "}, {")) or ""
      wrong("{" .. name .. "}", "there is no field {%s} in a message of this kind%s%s", name, hint, all)
    end
  end
end

-- Both languages have the same fields.
local function check_same(own, what)
  for _, pair in ipairs{{"zh", "en"}, {"en", "zh"}} do
    local mine, other = message.fields(own[pair[1]]), message.fields(own[pair[2]])
    for _, name in ipairs(sorted(mine)) do
      if not other[name] then
        local odd = {}
        for field in pairs(other) do odd[field] = not mine[field] or nil end
        local near = keys.nearest(name, odd)
        if pair[1] == "zh" and near then
          wrong("{" .. near .. "}", "%s: 'en' has {%s} and 'zh' does not, did you mean {%s}?", what, near, name)
        end
        wrong(own[pair[2]]:match("^[^\n]*"), "%s: '%s' has {%s} and '%s' does not", what, pair[1], name, pair[2])
      end
    end
  end
end

local function check_one(own, known, what)
  if type(own) ~= "string" then keys.check(own, {zh = "string", en = "string"}, {"zh", "en"}, what) end
  local texts = type(own) == "string" and {own} or {own.zh, own.en}
  for _, text in ipairs(texts) do
    check_braces(text)
    if known then check_known(text, known) end
  end
  if type(own) ~= "string" and not known then check_same(own, what) end
end

--- Checks the messages of a rule; raises a text, or `{words, text}` with the words that stand where it is wrong.
-- @param own a message, or several by name
-- @param known list of the fields that they may have; nil where that is not known: then the languages have the same
-- @param several whether there may be several
function message.check(own, known, several)
  if rule.is_one_message(own) then return check_one(own, known, "message") end
  for _, name in ipairs(sorted(own)) do
    if languages[name] then
      wrong(nil, "there is no language '%s', did you mean '%s'?", name, languages[name])
    end
    if not several then wrong(nil, "a rule of this kind has one message, {zh = \"…\", en = \"…\"}") end
    if type(own[name]) ~= "string" and type(own[name]) ~= "table" then
      wrong(nil, "message %s: a text is expected, not %s", tostring(name), type(own[name]))
    end
    check_one(own[name], known, "message " .. tostring(name))
  end
end

return message

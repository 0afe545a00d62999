--- Reads JSON: objects and arrays as tables, null as nil, whole numbers as integers.

local json_reader = {}

local deepest = 64   -- arrays and objects inside each other; ours have 6

local escapes = {['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t"}

local function fail(at) error({offset = at}, 0) end

local function skip(text, at) return text:match("^[ \t\r\n]*()", at) end

-- A `\u` escape at `at`, with its second half where it is one of two.
local function unicode(text, at)
  local high = text:match("^u(%x%x%x%x)", at) or fail(at)
  local code = tonumber(high, 16)
  if code < 0xD800 or code > 0xDFFF then return utf8.char(code), at + 5 end
  local low = tonumber(text:match("^\\u(%x%x%x%x)", at + 5) or fail(at), 16)
  if code > 0xDBFF or low < 0xDC00 or low > 0xDFFF then fail(at) end
  return utf8.char(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), at + 11
end

local function read_string(text, at)
  local out = {}
  while true do
    local plain, stop = text:match('^([^"\\%c]*)()', at)
    out[#out + 1] = plain
    local c = text:sub(stop, stop)
    if c == '"' then return table.concat(out), stop + 1 end
    if c ~= "\\" then fail(stop) end
    local escaped = text:sub(stop + 1, stop + 1)
    if escaped == "u" then
      out[#out + 1], at = unicode(text, stop + 1)
    else
      out[#out + 1], at = escapes[escaped] or fail(stop), stop + 2
    end
  end
end

local function read_number(text, at)
  local digits, stop = text:match("^(%-?%d+%.?%d*[eE]?[+-]?%d*)()", at)
  local value = digits and tonumber(digits)
  if not value or digits:find("^%-?0%d") or digits:find("%.$") then fail(at) end
  return value, stop
end

local words = {{"true", true}, {"false", false}, {"null", nil}}

local read

-- The items of an array or object, each read by `item(at) -> behind it`; gives what is behind the end.
local function read_items(text, at, close, item)
  at = skip(text, at)
  if text:sub(at, at) == close then return at + 1 end
  while true do
    at = skip(text, item(at))
    local c = text:sub(at, at)
    if c == close then return at + 1 end
    if c ~= "," then fail(at) end
    at = skip(text, at + 1)
  end
end

local function read_array(text, at, depth)
  local list, count = {}, 0
  return list, read_items(text, at, "]", function(from)
    local value, stop = read(text, from, depth)
    count = count + 1
    list[count] = value
    return stop
  end)
end

local function read_object(text, at, depth)
  local map = {}
  return map, read_items(text, at, "}", function(from)
    if text:sub(from, from) ~= '"' then fail(from) end
    local key, stop = read_string(text, from + 1)
    stop = skip(text, stop)
    if text:sub(stop, stop) ~= ":" then fail(stop) end
    map[key], stop = read(text, skip(text, stop + 1), depth)
    return stop
  end)
end

function read(text, at, depth)
  if depth > deepest then fail(at) end
  local c = text:sub(at, at)
  if c == '"' then return read_string(text, at + 1) end
  if c == "{" then return read_object(text, at + 1, depth + 1) end
  if c == "[" then return read_array(text, at + 1, depth + 1) end
  for _, word in ipairs(words) do
    if text:sub(at, at + #word[1] - 1) == word[1] then return word[2], at + #word[1] end
  end
  return read_number(text, at)
end

--- Reads a text.
-- @return the value; or nil and the byte at which the text is no JSON
function json_reader.decode(text)
  local ok, value, stop = pcall(function()
    local found, behind = read(text, skip(text, 1), 0)
    return found, skip(text, behind)
  end)
  if not ok then
    if type(value) == "table" and value.offset then return nil, value.offset end
    error(value, 0)
  end
  if stop <= #text then return nil, stop end
  return value
end

return json_reader

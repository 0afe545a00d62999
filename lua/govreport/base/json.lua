--- Writes JSON with the keys in the order given: the same value always gives the same text.
--
--   json.object{{"a", 1}, {"b", json.null}}      json.array{1, 2}
-- Integers and Decimals are written exactly, as JSON numbers.

local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

local json = {}

json.null = setmetatable({}, {__name = "null"})

local Object = {__name = "govreport.json.Object"}
local Array = {__name = "govreport.json.Array"}

--- A list of `{key, value}`; a pair whose value is nil is written as null.
function json.object(pairs_list) return setmetatable(pairs_list, Object) end

function json.array(list) return setmetatable(list, Array) end

local escapes = {['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r",
                 ["\t"] = "\\t"}

-- Past U+FFFF a character is a pair of surrogates.
local function escape_code(character)
  local code = utf8.codepoint(character)
  if escapes[character] then return escapes[character] end
  if code < 0x10000 then return ("\\u%04x"):format(code) end
  return ("\\u%04x\\u%04x"):format(0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))
end

-- JSON allows much in strings that JavaScript, terminals and people do not like: it stays exact, and is escaped.
local function escape(text)
  if text:find('^[ !#-%[%]-~]*$') then return text end
  text = valid(text):gsub('["\\]', escapes)
  for _, entry in ipairs(unsafe) do
    if text:find(entry[1]) then text = text:gsub(entry[1], escape_code) end
  end
  return text
end

-- What stands in front of the value of a key, made once for a text.
local function head_of(heads, key)
  local head = heads[key]
  if not head then
    head = '"' .. escape(key) .. '": '
    heads[key] = head
  end
  return head
end

local write

-- Writes the entries of a list between brackets, each on a line of its own where there is an indent.
local function write_list(out, list, indent, is_object)
  local open, close = is_object and "{" or "[", is_object and "}" or "]"
  if #list == 0 then
    out[#out + 1] = open .. close
    return
  end
  local inner = indent and indent .. "  "
  local between = indent and ",\n" .. inner or ", "
  out[#out + 1] = indent and open .. "\n" .. inner or open
  for i = 1, #list do
    local entry = list[i]
    if i > 1 then out[#out + 1] = between end
    if is_object then
      out[#out + 1] = head_of(out.heads, entry[1])
      entry = entry[2]
    end
    write(out, entry, inner)
  end
  out[#out + 1] = indent and "\n" .. indent .. close or close
end

function write(out, value, indent)
  local kind = type(value)
  local meta = kind ~= "string" and getmetatable(value)
  if kind == "string" then
    out[#out + 1] = '"' .. escape(value) .. '"'
  elseif value == nil or value == json.null then
    out[#out + 1] = "null"
  elseif meta == Object or meta == Array then
    write_list(out, value, indent, meta == Object)
  elseif kind == "boolean" or math.type(value) == "integer" or meta == "govreport.Decimal" then
    out[#out + 1] = tostring(value)
  else
    error("json: cannot write a " .. kind, 2)
  end
end

-- The text of a value; the heads of its keys are kept beside the pieces.
local function text_of(value, indent)
  local out = {heads = {}}
  write(out, value, indent)
  return table.concat(out)
end

--- The text of a value on one line, without a line end.
function json.line(value) return text_of(value, nil) end

--- The text of a value, its lines indented by two spaces and what `indent` adds, without a line end.
function json.block(value, indent) return text_of(value, indent or "") end

--- The text of a value, indented by two spaces, with a line end.
function json.encode(value) return json.block(value) .. "\n" end

return json

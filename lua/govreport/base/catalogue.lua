--- All messages that the project itself has, in Chinese and English. Rules bring their own, in the same form: a text
-- with named fields in braces. A message is never put together from pieces at the call.

local catalogue = {}

catalogue.languages = {"zh", "en"}

-- The parts that were needed so far, and how many.
local messages, loaded = {}, 0

-- Loads the next part; whether there was one. A spec holds that no key stands in two. Where there was no memory for a
-- part it is still the next: the message that says so may stand in it.
local function load_part()
  local part = require("govreport.messages")[loaded + 1]
  if not part then return false end
  for key, message in pairs(require("govreport.messages." .. part)) do messages[key] = message end
  loaded = loaded + 1
  return true
end

-- The message of a key, from the first part that has it; nil where none does.
local function find(key)
  while not messages[key] and load_part() do end
  return messages[key]
end

-- A field may hold what stood in a file: nobody reads more than this in a message. Bytes.
local longest_field = 2000

--- A text of at most so many bytes, with … where it was cut.
function catalogue.shorten(value, most)
  if #value <= most then return value end
  local stop = most + 1   -- a byte that begins a character, or is none
  while stop > most - 3 and value:find("^[\128-\191]", stop) do stop = stop - 1 end
  return value:sub(1, stop - 1) .. "…"
end

-- The value of a field in a language.
local function value_of(name, text, fields, lang)
  local value = fields[name]
  if type(value) == "table" and getmetatable(value) == nil then value = value[lang] end
  if value == nil then error("message '" .. text .. "' lacks the field '" .. name .. "'", 0) end
  return value
end

-- What Lua calls values that have no text: their addresses differ from run to run, and say nothing to anybody.
local nameless = {table = true, ["function"] = true, userdata = true, thread = true, builtin = true}

--- A text without addresses of values: `table: 0x55d0c8a3` is `table`, `file (0x55d0c8a3)` is `file`.
function catalogue.without_addresses(text)
  if not text:find("0x%x%x%x%x") then return text end
  text = text:gsub("([%a_][%w_.-]*): 0x%x%x%x%x+", function(kind)
    return (nameless[kind] or kind:find("^govreport%.") or kind:find("^lpeg")) and kind or nil
  end)
  return (text:gsub("file %(0x%x%x%x%x+%)", "file"))
end

--- The text with its fields filled in. A field may be a text or a table of texts by language; `{count|report|reports}`
-- is the first word where the field is 1, else the second. Raises for a field that is missing: a message never goes out
-- with a hole.
function catalogue.fill(text, fields, lang)
  local filled = text:gsub("{([%a_]+)(|?[^{}]*)}", function(name, words)
    local one, many = words:match("^|([^|]*)|([^|]*)$")
    if one then return tonumber(tostring(value_of(name, text, fields, lang))) == 1 and one or many end
    return words == "" and catalogue.shorten(tostring(value_of(name, text, fields, lang)), longest_field) or nil
  end)
  return catalogue.without_addresses(filled)
end

--- Whether the catalogue has a message.
function catalogue.has(key) return find(key) ~= nil end

--- Raises for a language that there are no messages in.
function catalogue.check_language(lang)
  for _, known in ipairs(catalogue.languages) do
    if lang == known then return lang end
  end
  error("no messages in the language '" .. tostring(lang) .. "'; there are: "
        .. table.concat(catalogue.languages, ", "), 0)
end

--- The message of a key in a language, filled in.
function catalogue.text(lang, key, fields)
  local message = find(key)
  if not message then error("no message '" .. key .. "'", 2) end
  return catalogue.fill(message[lang], fields or {}, lang)
end

--- All keys in order, for the spec that compares the languages.
function catalogue.keys()
  local list = {}
  while load_part() do end
  for key in pairs(messages) do list[#list + 1] = key end
  table.sort(list)
  return list
end

--- The message of a key in all languages; nil where there is none.
function catalogue.message(key) return find(key) end

return catalogue

--- One line of valid UTF-8 without anything that is unsafe: text from files may hold anything, and goes to terminals,
-- logs and letters. What parts words is a space, several controls are one; what nobody sees is left out; what is no
-- character is U+FFFD.

local lpeg = require "lpeg"
local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

local replacements = {["break"] = " ", hidden = "", none = "\u{FFFD}"}

-- Bytes that neither are nor begin anything unsafe; and of what begins like it the quotes and the punctuation of full
-- width. Most texts hold nothing else.
local plain = (1 - lpeg.R("\0\x1F", "\xF0\xFF") - lpeg.S"\x7F\xC2\xD8\xE1\xE2\xEF")^1
              + "\xE2\x80" * lpeg.R"\x90\xA7" + "\xEF\xBC" * lpeg.R"\x80\xBF"
local is_plain = plain^0 * -1

return function(value)
  local text = valid(tostring(value))
  if is_plain:match(text) then return text end
  text = text:gsub("%c+", " ")
  for _, entry in ipairs(unsafe) do
    if text:find(entry[1]) then text = text:gsub(entry[1], replacements[entry[2]]) end
  end
  return text
end

--- One line of valid UTF-8 without anything that is unsafe: text from files may hold anything, and goes to terminals,
-- logs and letters. What parts words is a space, several controls are one; what nobody sees is left out; what is no
-- character is U+FFFD.

local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

local replacements = {["break"] = " ", hidden = "", none = "\u{FFFD}"}

return function(value)
  local text = tostring(value)
  if text:find("^[ -~]*$") then return text end
  text = valid(text):gsub("%c+", " ")
  for _, entry in ipairs(unsafe) do
    if text:find(entry[1]) then text = text:gsub(entry[1], replacements[entry[2]]) end
  end
  return text
end

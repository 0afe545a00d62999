--- Text for XML and HTML: escaped, without what XML 1.0 forbids and without what is unsafe.

local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

local xml = {}

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;", ["\r"] = "&#13;"}
local allowed = {["\t"] = true, ["\n"] = true, ["\r"] = true}

local function no_control(c) return allowed[c] and c or "\u{FFFD}" end

local replacements = {["break"] = no_control, hidden = "", none = "\u{FFFD}"}

--- Text between tags. Line ends and tabs stay as they are.
function xml.text(value)
  local text = valid(tostring(value))
  for _, entry in ipairs(unsafe) do
    if text:find(entry[1]) then text = text:gsub(entry[1], replacements[entry[2]]) end
  end
  return (text:gsub("[&<>\"'\r]", escapes))
end

local in_attributes = {["\t"] = "&#9;", ["\n"] = "&#10;"}

--- Text in a quoted attribute, in which a reader takes line ends and tabs as they are for spaces.
function xml.attribute(value) return (xml.text(value):gsub("[\t\n]", in_attributes)) end

return xml

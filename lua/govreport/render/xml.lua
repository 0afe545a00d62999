--- Text for XML and HTML, between tags and in quoted attributes: escaped, without what XML 1.0 forbids and without
-- marks that turn the direction.

local valid = require "govreport.base.valid"

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;"}

return function(value)
  local text = valid(tostring(value)):gsub("[&<>\"']", escapes)
  text = text:gsub("[\0-\8\11\12\14-\31\127]", "\u{FFFD}")
  text = text:gsub("\226\128[\142\143\170-\174]", ""):gsub("\226\129[\166-\169]", "")
  text = text:gsub("\194[\128-\159]", "\u{FFFD}")
  return (text:gsub("\239\191[\190\191]", "\u{FFFD}"))   -- U+FFFE, U+FFFF
end

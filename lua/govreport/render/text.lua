--- Makes text safe and straight for a terminal: escapes, widths, colours.

local core = require "govreport.core"
local safe = require "govreport.base.safe"

local text = {}

--- One line without anything that is unsafe; see `govreport.base.safe`.
text.safe = safe

text.width = core.width

--- Text filled up with spaces to a width; on the left for `align == "right"`.
function text.pad(value, width, align)
  local fill = (" "):rep(math.max(0, width - core.width(value)))
  return align == "right" and fill .. value or value .. fill
end

--- Text of at most `width` columns, with … where it was cut.
function text.cut(value, width)
  if core.width(value) <= width then return value end
  local out, used = {}, 0
  for _, code in utf8.codes(value) do
    local character = utf8.char(code)
    used = used + core.width(character)
    if used > width - 1 then break end
    out[#out + 1] = character
  end
  return table.concat(out) .. "…"
end

local codes = {error = "31", warning = "33", info = "36", notice = "2", bold = "1", dim = "2", good = "32"}

--- A function that colours text, or leaves it as it is.
function text.painter(colored)
  return function(style, value)
    if not colored then return value end
    return "\27[" .. codes[style] .. "m" .. value .. "\27[0m"
  end
end

return text

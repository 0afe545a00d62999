--- Makes text safe and straight for a terminal: escapes, widths, colours.

local core = require "govreport.core"
local safe = require "govreport.base.safe"
local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

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

-- The colours that a painter gives, and their end.
local ours = {["[0m"] = true}
for _, code in pairs(codes) do ours["[" .. code .. "m"] = true end

local function control(c) return c ~= "\n" and c ~= "\27" and " " or nil end

local kinds = {["break"] = control, hidden = "", none = "\u{FFFD}"}

--- What was drawn, before it goes out: whatever of a file got into it unseen is made safe. Line ends stay, and the
-- colours of painters where they are wanted.
function text.guarded(drawn, colored)
  if not drawn:find("[^\n -~]") then return drawn end
  drawn = valid(drawn)
  for _, entry in ipairs(unsafe) do
    if drawn:find(entry[1]) then drawn = drawn:gsub(entry[1], kinds[entry[2]]) end
  end
  return (drawn:gsub("\27(%[?%d*m?)", function(code) return not (colored and ours[code]) and " " .. code or nil end))
end

return text

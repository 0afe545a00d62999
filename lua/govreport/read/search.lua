--- Looks for a text or a pattern in a report.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local page = require "govreport.read.page"
local quote = require "govreport.text.quote"

local P, R, S = lpeg.P, lpeg.R, lpeg.S

local search = {}

-- Errors are those of the program that called the method, which stands behind this file and the core.
local function refuse(text) error("bad argument 'what' to 'find': " .. text, 4) end

-- A text in its tape form, whose lines may go on anywhere.
local function pattern_of_text(text)
  local characters = {}
  if not utf8.len(text) then return nil end
  for character in core.fold(text):gmatch(utf8.charpattern) do characters[#characters + 1] = character end
  if #characters == 0 then return nil end
  local pattern = P(characters[#characters])
  for i = #characters - 1, 1, -1 do
    local own, following = characters[i], characters[i + 1]
    local is_apart = own == " " or following == " "
    pattern = (own == " " and S" \v"^1 or P(own)) * (is_apart and P(true) or P"\v"^0) * pattern
  end
  return pattern
end

local character = grammar.han + R"\xC2\xF4" * R"\x80\xBF"^1 + 1

-- All places of a pattern, from left to right and apart.
local function places_of(pattern) return lpeg.Ct((lpeg.Cp() * (pattern / 0) * lpeg.Cp() + character)^0) end

-- A function that gives the id of the part at a position, for positions in their order.
local function parts_of(report)
  local parts, current = {}, 1
  for section in report:sections() do parts[#parts + 1] = section end
  return function(position)
    while parts[current] and parts[current].body_stop <= position do current = current + 1 end
    local part = parts[current]
    return part and part.start <= position and part.id or nil
  end
end

--- Where a text or a pattern stands in the sentences and tables of a report.
-- @param what a text, found in any width and script and over line ends; or an LPeg pattern, which matches on the tape
-- @return list of `govreport.text.quote`, in document order
function search.find(report, what)
  local pattern = lpeg.type(what) == "pattern" and what
  if not pattern and type(what) ~= "string" then
    refuse("a text or a pattern of LPeg is expected, got " .. type(what))
  end
  pattern = pattern or pattern_of_text(what) or refuse "a text in UTF-8 that is not empty is expected"
  local is_usable, places = pcall(places_of, pattern)
  if not is_usable then
    refuse("the pattern cannot be looked for: " .. places:gsub("^.-:%d+: ", ""):gsub("loop body", "it"))
  end
  local document, list, part_at = report.document, {}, parts_of(report)
  local found = grammar.match(places, (page.facts(document, document.tape)), {steps = 0})
  for i = 1, #found, 2 do
    list[#list + 1] = quote.of(document, found[i], found[i + 1], part_at(found[i + 1] - 1))
  end
  return list
end

return search

--- What counts of a text: its letters and digits.

local grammar = require "govreport.text.grammar"

-- A skeleton is that of a label: longer texts are taken in pieces of so many bytes.
local longest_piece = 180

local function letters(text)
  text = grammar.clean(text)
  if #text <= longest_piece then return grammar.skeleton(text, false) end
  local pieces, from = {}, 1
  while from <= #text do
    local stop = from + longest_piece <= #text and utf8.offset(text, 0, from + longest_piece) or #text + 1
    pieces[#pieces + 1] = grammar.skeleton(text:sub(from, stop - 1), false)
    from = stop
  end
  return table.concat(pieces)
end

return letters

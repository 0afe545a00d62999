--- The piece of a text that comes nearest to some words: what a slip of a character left of them.
--
-- The words are moved along the text, and for each place the fewest characters are counted that have to be changed, put
-- in or left out (Sellers): time is the length of the text times that of the words.

local nearest_text = {}

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text, true) do list[#list + 1] = code end
  return list
end

-- One character in so many may differ.
local share = 3

--- The nearest piece of a text.
-- @param text, wanted without gaps
-- @return the piece, how many characters differ; nil where nothing is near
function nearest_text.find(text, wanted)
  if not utf8.len(text) or not utf8.len(wanted) then return nil end
  local codes, own = characters(text), characters(wanted)
  local most = #own // share
  if most == 0 or #codes == 0 then return nil end
  -- By how many characters of `own` are used: the cost, and where the piece begins.
  local costs, starts = {}, {}
  for k = 0, #own do costs[k], starts[k] = k, 1 end
  local best, first, last
  for i, code in ipairs(codes) do
    local diagonal, from = costs[0], starts[0]
    costs[0], starts[0] = 0, i + 1
    for k = 1, #own do
      local cost, start = diagonal + (own[k] == code and 0 or 1), from
      if costs[k] + 1 < cost then cost, start = costs[k] + 1, starts[k] end
      if costs[k - 1] + 1 < cost then cost, start = costs[k - 1] + 1, starts[k - 1] end
      diagonal, from = costs[k], starts[k]
      costs[k], starts[k] = cost, start
    end
    if costs[#own] <= most and (not best or costs[#own] < best) then
      best, first, last = costs[#own], starts[#own], i
    end
  end
  if not best then return nil end
  local piece = {}
  for i = first, last do piece[#piece + 1] = utf8.char(codes[i]) end
  return table.concat(piece), best
end

return nearest_text

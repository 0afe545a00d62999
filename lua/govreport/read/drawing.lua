--- The lines that are drawn on the pages of a PDF: what `pdftocairo -svg` writes. Of all paths those are of use that
-- are flat or upright and thin: strokes, and filled areas that are no wider than a line.
--
--   <path style="fill:none;stroke-width:0.5;stroke:rgb(0%,0%,0%);" d="M 84.4 306.4 L 516.9 306.4"
--         transform="matrix(1,0,0,-1,0,792)"/>
--   <path style=" stroke:none;fill:rgb(0%,0%,0%);" d="M 68.9 112.4 L 69.4 112.4 L 69.4 640.5 L 68.9 640.5 Z"/>

local bbox = require "govreport.read.bbox"

local drawing = {}

-- Points: a filled area that is thicker is no line; a stroke that is more out of line is neither flat nor upright.
local thickest, crooked = 3, 1
-- Percent of red, green and blue: what is lighter is not seen on paper.
local lightest = 95

local function is_seen(style, kind)
  local color = style:match(kind .. ":([^;]+)")
  if not color or color == "none" or style:find(kind .. "-opacity:0;", 1, true) then return false end
  local red, green, blue = color:match("rgb%(([%d.]+)%%,([%d.]+)%%,([%d.]+)%%%)")
  return not red or tonumber(red) < lightest or tonumber(green) < lightest or tonumber(blue) < lightest
end

-- What a style says. Pages repeat a few, which are kept: `known` by their texts.
local function look_of(style, known)
  local own = known[style]
  if not own then
    own = {stroked = is_seen(style, "stroke"), filled = is_seen(style, "fill"),
           width = tonumber(style:match "stroke%-width:([%d.]+)" or "") or 1}
    known[style] = own
  end
  return own
end

-- Numbers of a transformation: the one that changes nothing where there is none. They are kept as well.
local function matrix_of(attributes, known)
  local text = attributes:match 'transform="matrix%(([^)]*)%)"' or ""
  local m, n = known[text], 0
  if m then return m end
  m = {1, 0, 0, 1, 0, 0}
  known[text] = m
  for number in text:gmatch("[^,%s]+") do
    n = n + 1
    m[n] = tonumber(number) or 0
  end
  return m
end

-- The points of each piece of a path, with `closed`; nil where it is curved.
local function pieces_of(d, m)
  if d:find("[CcQqAaSsTt]") then return nil end
  local pieces, piece = {}, nil
  for command, across, down in d:gmatch("([A-Za-z])[%s,]*([^A-Za-z%s,]*)[%s,]*([^A-Za-z%s,]*)") do
    local x, y = tonumber(across), tonumber(down)
    if command == "M" or not piece then
      piece = {closed = false}
      pieces[#pieces + 1] = piece
    end
    if x and y then
      piece[#piece + 1] = m[1] * x + m[3] * y + m[5]
      piece[#piece + 1] = m[2] * x + m[4] * y + m[6]
    end
    piece.closed = piece.closed or command == "Z"
  end
  return pieces
end

local function add(rules, left, top, right, bottom)
  local l, t, r, b = bbox.hundredths(left), bbox.hundredths(top), bbox.hundredths(right), bbox.hundredths(bottom)
  if not (l and t and r and b) then return end
  local n = #rules
  rules[n + 1], rules[n + 2], rules[n + 3], rules[n + 4] = l, t, r, b
end

-- One side of a stroked piece: as wide as the stroke, across it.
local function add_side(rules, half, x, y, to_x, to_y)
  local left, right, top, bottom = math.min(x, to_x), math.max(x, to_x), math.min(y, to_y), math.max(y, to_y)
  if bottom - top <= crooked and right - left > bottom - top then
    add(rules, left, top - half, right, bottom + half)
  elseif right - left <= crooked then
    add(rules, left - half, top, right + half, bottom)
  end
end

local function add_stroke(rules, piece, half)
  for i = 3, #piece - 1, 2 do add_side(rules, half, piece[i - 2], piece[i - 1], piece[i], piece[i + 1]) end
  if piece.closed and #piece >= 6 then add_side(rules, half, piece[#piece - 1], piece[#piece], piece[1], piece[2]) end
end

local function add_area(rules, piece)
  local left, right, top, bottom = math.huge, -math.huge, math.huge, -math.huge
  for i = 1, #piece - 1, 2 do
    left, right = math.min(left, piece[i]), math.max(right, piece[i])
    top, bottom = math.min(top, piece[i + 1]), math.max(bottom, piece[i + 1])
  end
  if math.min(right - left, bottom - top) <= thickest then add(rules, left, top, right, bottom) end
end

local function add_path(rules, attributes, known)
  local style, d = attributes:match 'style="([^"]*)" d="([^"]*)"'
  if not style then return end
  local look = look_of(style, known.looks)
  if not look.stroked and not look.filled then return end
  local m = matrix_of(attributes, known.matrices)
  local half = look.width * math.sqrt(math.abs(m[1] * m[4] - m[2] * m[3])) / 2
  for _, piece in ipairs(pieces_of(d, m) or {}) do
    if look.stroked then add_stroke(rules, piece, half) else add_area(rules, piece) end
  end
end

-- How many letters are drawn, whatever they mean.
local function letters_of(page)
  local count, from = 0, 1
  while true do
    local _, stop = page:find('<use xlink:href="#glyph', from, true)
    if not stop then return count end
    count, from = count + 1, stop + 1
  end
end

local function read(page)
  local rules, known = {}, {looks = {}, matrices = {}}
  for attributes in page:gmatch("<path([^>]*)>") do add_path(rules, attributes, known) end
  local picture = page:find('<image', 1, true) or page:find('<use xlink:href="#image', 1, true)
                  or page:find('<use xlink:href="#source', 1, true)
  return {rules = rules, picture = picture ~= nil, letters = letters_of(page)}
end

--- Reads the pages.
-- @return list of `{rules, picture, letters}`: `rules` as `core.boxes` takes them, whether there is a picture, how many
-- letters are drawn
function drawing.pages(text)
  local pages, from = {}, text:find("<pageSet>", 1, true)
  if not from then   -- a single page
    local start = text:find('<g id="surface', 1, true)
    return {start and read(text:sub(start)) or {rules = {}, picture = false, letters = 0}}
  end
  while true do
    local start = text:find("<page>", from, true)
    if not start then return pages end
    local stop = text:find("</page>", start, true) or #text
    pages[#pages + 1] = read(text:sub(start, stop))
    from = stop
  end
end

return drawing

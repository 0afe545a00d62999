--- Texts with slots: what is the same in all documents of a layout is written once, and each document is put together
-- of it and its own values.

local template = {}

-- A slot is one character of the private area, so that whatever breaks texts into pieces leaves it whole.
local first, slot_pattern = 0xE000, "()(\xEE[\x80-\xBF][\x80-\xBF])()"
local most = 0x1000

--- New slots: a map from names to the characters that stand for them, each made when it is first asked for.
function template.slots()
  local count, names = 0, {}
  return setmetatable({}, {
    __index = function(slots, name)
      assert(count < most, "too many slots")
      local character = utf8.char(first + count)
      count = count + 1
      slots[name], names[character] = character, name
      return character
    end,
    __call = function(_, character) return names[character] end,
  })
end

--- Cuts a text at its slots.
-- @param encode function(text) -> text for what stands between them; left out, it stays
-- @return list in which texts and names of slots take turns, beginning and ending with a text
function template.cut(text, slots, encode)
  local pieces, at = {}, 1
  local function add(piece) pieces[#pieces + 1] = encode and encode(piece) or piece end
  for start, character, stop in text:gmatch(slot_pattern) do
    add(text:sub(at, start - 1))
    pieces[#pieces + 1] = assert(slots(character), "a character of the private area that is no slot")
    at = stop
  end
  add(text:sub(at))
  return pieces
end

--- Puts a document together.
-- @param pieces what `template.cut` gave
-- @param value function(name) -> the text of a slot
function template.fill(pieces, value)
  local out = {}
  for i = 1, #pieces, 2 do
    out[i] = pieces[i]
    if pieces[i + 1] then out[i + 1] = value(pieces[i + 1]) end
  end
  return table.concat(out)
end

return template

--- What stands in a ZIP archive, read by nothing that wrote it: RFC 1951 and APPNOTE.TXT.

local unzip = {}

-- ---- deflate --------------------------------------------------------------------------------------------

local Bits = {}
Bits.__index = Bits

-- A number of so many bits.
function Bits:take(count)
  while self.count < count do
    self.held, self.count = self.held | self.bytes:byte(self.at) << self.count, self.count + 8
    self.at = self.at + 1
  end
  local value = self.held & (1 << count) - 1
  self.held, self.count = self.held >> count, self.count - count
  return value
end

-- A code of Huffman's: symbols by length and number, from the lengths of the symbols 0, 1, …
local function code_of(lengths)
  local count, next_number, code, number = {}, {}, {}, 0
  for _, length in ipairs(lengths) do count[length] = (count[length] or 0) + 1 end
  count[0] = 0
  for length = 1, 15 do
    number = number + (count[length - 1] or 0) << 1
    next_number[length], code[length] = number, {}
  end
  for i, length in ipairs(lengths) do
    if length > 0 then
      code[length][next_number[length]] = i - 1
      next_number[length] = next_number[length] + 1
    end
  end
  return code
end

local function symbol(bits, code)
  local number = 0
  for length = 1, 15 do
    number = number << 1 | bits:take(1)
    if code[length][number] then return code[length][number] end
  end
  error "no code of Huffman's"
end

local function filled(lengths, length, count)
  for _ = 1, count do lengths[#lengths + 1] = length end
  return lengths
end

local function fixed_codes()
  return code_of(filled(filled(filled(filled({}, 8, 144), 9, 112), 7, 24), 8, 8)), code_of(filled({}, 5, 30))
end

local order = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

local function own_codes(bits)
  local literals, distances, count = bits:take(5) + 257, bits:take(5) + 1, bits:take(4) + 4
  local lengths, all = filled({}, 0, 19), {}
  for i = 1, count do lengths[order[i] + 1] = bits:take(3) end
  local code = code_of(lengths)
  while #all < literals + distances do
    local own = symbol(bits, code)
    if own < 16 then all[#all + 1] = own
    elseif own == 16 then filled(all, all[#all], bits:take(2) + 3)
    elseif own == 17 then filled(all, 0, bits:take(3) + 3)
    else filled(all, 0, bits:take(7) + 11) end
  end
  return code_of(table.move(all, 1, literals, 1, {})), code_of(table.move(all, literals + 1, #all, 1, {}))
end

-- The length that a symbol means, and the distance: the numbers below those with so many bits more.
local function length_of(bits, own)
  if own < 265 then return own - 254 end
  if own == 285 then return 258 end
  local more = (own - 261) // 4
  return (4 + (own - 265) % 4 << more) + 3 + bits:take(more)
end

local function distance_of(bits, own)
  if own < 4 then return own + 1 end
  local more = own // 2 - 1
  return (2 + own % 2 << more) + 1 + bits:take(more)
end

local function inflate_block(bits, out, literals, distances)
  while true do
    local own = symbol(bits, literals)
    if own == 256 then return end
    if own < 256 then out[#out + 1] = string.char(own)
    else
      local length = length_of(bits, own)
      local distance = distance_of(bits, symbol(bits, distances))
      for _ = 1, length do out[#out + 1] = out[#out + 1 - distance] end
    end
  end
end

local function inflate(bytes)
  local bits, out = setmetatable({bytes = bytes, at = 1, held = 0, count = 0}, Bits), {}
  repeat
    local is_last, kind = bits:take(1), bits:take(2)
    if kind == 0 then
      bits.held, bits.count = 0, 0
      local size = ("<I2"):unpack(bytes, bits.at)
      for i = bits.at + 4, bits.at + 3 + size do out[#out + 1] = bytes:sub(i, i) end
      bits.at = bits.at + 4 + size
    elseif kind == 1 then inflate_block(bits, out, fixed_codes())
    else inflate_block(bits, out, own_codes(bits)) end
  until is_last == 1
  return table.concat(out)
end

-- ---- archives -------------------------------------------------------------------------------------------

--- The entries of an archive.
-- @return list of `{name, content, packed, time, date}`: `packed` as it stands in the archive; the same by name
function unzip.entries(bytes)
  local list, by_name = {}, {}
  local finish = assert(bytes:find("PK\5\6", 1, true))
  local count, _, at = ("<I2I4I4"):unpack(bytes, finish + 10)
  at = at + 1
  for i = 1, count do
    local method, time, date, _, size = ("<I2I2I2I4I4"):unpack(bytes, at + 10)
    local name_size, extra_size, comment_size = ("<I2I2I2"):unpack(bytes, at + 28)
    local start, name = ("<I4"):unpack(bytes, at + 42) + 1, bytes:sub(at + 46, at + 45 + name_size)
    local own_name, own_extra = ("<I2I2"):unpack(bytes, start + 26)
    local packed = bytes:sub(start + 30 + own_name + own_extra, start + 29 + own_name + own_extra + size)
    list[i] = {name = name, packed = packed, time = time, date = date,
               content = method == 0 and packed or inflate(packed)}
    by_name[name] = list[i]
    at = at + 46 + name_size + extra_size + comment_size
  end
  return list, by_name
end

--- The content of one of its entries; nil where it has none of that name.
function unzip.part(bytes, name)
  local _, by_name = unzip.entries(bytes)
  return by_name[name] and by_name[name].content
end

return unzip

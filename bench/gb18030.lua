--- Encodes texts in GB18030, by a table that the program iconv makes once.

local gb18030 = {}

-- The blocks of characters that generated reports are written with.
local blocks = {{0x80, 0x24F}, {0x2000, 0x206F}, {0x2460, 0x24FF}, {0x2500, 0x25FF}, {0x3000, 0x303F}, {0x4E00, 0x9FFF},
                {0xFF00, 0xFFEF}}

local map

local function load()
  local characters, path = {}, os.tmpname()
  for _, block in ipairs(blocks) do
    for code = block[1], block[2] do characters[#characters + 1] = utf8.char(code) end
  end
  local file = assert(io.open(path, "wb"))
  file:write(table.concat(characters, "\n"), "\n")
  file:close()
  map = {}
  local pipe, i = assert(io.popen("iconv -f UTF-8 -t GB18030 " .. path)), 0
  for line in pipe:lines() do
    i = i + 1
    map[characters[i]] = line
  end
  assert(pipe:close() and i == #characters, "iconv does not encode in GB18030")
  os.remove(path)
end

--- @param text UTF-8 of the blocks above
function gb18030.encode(text)
  if not map then load() end
  return (text:gsub("[\xC2-\xF4][\x80-\xBF]+", function(character)
    return map[character] or error("not in the table: " .. character)
  end))
end

return gb18030

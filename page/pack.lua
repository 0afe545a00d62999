-- Packs modules for csrc/wasm/browser.c: name, file and source of each, each behind its size as four bytes.
--   lua5.4 page/pack.lua OUT FILE…

-- The end of the long bracket that opens at a place; nil where none does.
local function long_end(source, at)
  local level = source:match("^%[(=*)%[", at)
  if not level then return nil end
  local _, stop = source:find("]" .. level .. "]", at, true)
  return stop
end

local function string_end(source, at)
  local quote = source:sub(at, at)
  repeat
    at = source:find("[\\" .. quote .. "]", at + 1)
    local is_end = source:sub(at, at) == quote
    if not is_end then at = at + 1 end
  until is_end
  return at
end

-- The source without comments; what is on which line stays.
local function lean(source)
  local pieces, from = {}, 1
  local at = 1
  while true do
    at = source:find("[-\"'%[]", at)
    if not at then break end
    local is_comment = source:find("^%-%-", at)
    local stop = long_end(source, is_comment and at + 2 or at)
    if is_comment then
      stop = stop or source:find("\n", at, true) - 1
      pieces[#pieces + 1] = source:sub(from, at - 1):gsub("[ \t]+$", "")
      pieces[#pieces + 1] = source:sub(at, stop):gsub("[^\n]+", "")
      from = stop + 1
    elseif not stop and source:find("^[\"']", at) then stop = string_end(source, at) end
    at = (stop or at) + 1
  end
  pieces[#pieces + 1] = source:sub(from)
  return table.concat(pieces)
end

local out <close> = assert(io.open(arg[1], "wb"))
for i = 2, #arg do
  local path = arg[i]
  local file <close> = assert(io.open(path, "rb"))
  local name, source = path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", "."), file:read("a")
  local short, chunk = lean(source), "@" .. path
  assert(string.dump(assert(load(short, chunk))) == string.dump(assert(load(source, chunk))), path)
  out:write(string.pack("<s4s4s4", name, chunk, short))
end

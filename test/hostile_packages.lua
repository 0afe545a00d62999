-- Packages and archives that nobody wrote by accident, one line for each: what it is, what reading it says, how long
-- that took and how much memory it needed at most. Fails where one is told otherwise, where telling takes longer than a
-- second, or reading longer or more memory than its parts allow: `make hostile`. Linux and gzip are needed.

local package = require "spec.support.package"

local build = os.getenv "BUILD" or "build"
_G.package.path = "./lua/?.lua;./lua/?/init.lua;" .. _G.package.path
_G.package.cpath = build .. "/?.so;" .. _G.package.cpath

local most_seconds = 1
-- For each MiB of what is read, parts or names; memory in MiB, beside that of telling anything.
local seconds_of_part, memory_of_part, least_memory = 0.08, 12, 64

-- ---- how they are made --------------------------------------------------------------------------

-- An entry whose content is packed as gzip packs it; `facts` are told in place of what is right.
local function packed(name, content, facts)
  local path = os.tmpname()
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(content)):close()
  local pipe <close> = assert(io.popen("gzip -9 -n -c " .. path))
  local bytes = pipe:read "a"
  os.remove(path)
  local crc, size = ("<I4I4"):unpack(bytes, #bytes - 7)
  local entry = {name, bytes:sub(11, -9), method = 8, crc = crc, size = size}
  for key, value in pairs(facts or {}) do entry[key] = value end
  return entry
end

local function document(body) return packed("word/document.xml", package.document(body)) end
local function word(...) return package.zip{packed("[Content_Types].xml", "<Types/>"), ...} end

-- Digits that nobody could guess, so that what they stand in cannot be packed well.
local function noise(size)
  local state, pieces = 1, {}
  for i = 1, size // 8 do
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    pieces[i] = ("%08d"):format(state % 100000000)
  end
  return table.concat(pieces)
end

-- As many copies of a unit as have a size together, packed not quite as well as is refused.
local function flood(unit, size)
  local block = unit:rep((120000 + #unit - 1) // #unit)
  local pieces = {}
  for i = 1, size // #block do pieces[i] = block .. package.p(noise(1000):sub(1, 900 + i % 90)) end
  assert(#pieces > 0)
  return table.concat(pieces)
end

local function many(format, count)
  local pieces = {}
  for i = 1, count do pieces[i] = format:format(i) end
  return table.concat(pieces)
end

local function entries(count, name, facts)
  local list = {}
  for i = 1, count do
    list[i] = {name:format(i), ""}
    for key, value in pairs(facts or {}) do list[i][key] = value end
  end
  return list
end

local laughs = {'<!DOCTYPE d [<!ENTITY a0 "ha">'}
for i = 1, 30 do laughs[#laughs + 1] = ('<!ENTITY a%d "&a%d;&a%d;">'):format(i, i - 1, i - 1) end
laughs = table.concat(laughs) .. "]><document>&a30;</document>"

local styles, lists = {}, {}
for i = 1, 2000 do   -- each is based on the one in front of it: what is asked for stands as far behind as it can
  styles[i] = ('<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>'):format(i, i - 1)
  lists[i] = ('<w:num w:numId="%d"><w:abstractNumId w:val="7"/></w:num>'):format(i)
end
local numbering = package.part("numbering", '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:lvlText '
  .. 'w:val="%1"/></w:lvl></w:abstractNum>' .. table.concat(lists))
local styled = '<w:p><w:pPr><w:pStyle w:val="s2000"/></w:pPr></w:p>'
local numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2000"/></w:numPr></w:pPr></w:p>'
local wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="256"/></w:tcPr><w:p/></w:tc></w:tr>'

local body = package.document(package.p "x")
local nested = package.p "x"
for _ = 1, 10 do nested = "<w:tbl><w:tr><w:tc>" .. nested .. "</w:tc></w:tr></w:tbl>" end

local MiB = 1 << 20

-- Kind, what reading says, function() -> bytes. Of an archive (`of` is its name) all that it holds is read.
local cases = {
  {"zeros, packed 1000 to 1", "docx.size", function()
    return word(packed("word/document.xml", ("\0"):rep(32 * MiB)))
  end},
  {"a part of 65 MiB", "docx.size", function() return word(document(flood("<w:p/>", 65 * MiB))) end},
  {"48 MiB of empty paragraphs", "ok", function() return word(document(flood("<w:p/>", 48 * MiB))) end, parts = 48},
  {"48 MiB of short runs", "ok", function()
    return word(document(flood("<w:r><w:t>1</w:t></w:r>", 48 * MiB)))
  end, parts = 48},
  {"48 MiB of styles based on styles", "ok", function()
    return word(document(flood(styled, 48 * MiB)), numbering, package.part("styles", table.concat(styles)))
  end, parts = 48},
  {"48 MiB of numbers of lists", "ok", function()
    return word(document(flood(numbered, 48 * MiB)), numbering)
  end, parts = 48},
  {"48 MiB of wide cells", "ok", function()
    return word(document("<w:tbl>" .. flood(wide, 48 * MiB) .. "</w:tbl>"))
  end, parts = 48},
  {"300,000 attributes", "ok", function()
    return word(document("<w:p " .. many('a%d="1" ', 300000) .. "/>" .. package.p "x"))
  end, parts = 4},
  {"ten tables in each other", "ok", function() return word(document(nested)) end},
  {"a hundred tables in each other", "docx.depth", function()
    return word(document(("<w:tbl><w:tr><w:tc>"):rep(100)))
  end},
  {"300,000 elements in each other", "docx.depth", function()
    return word(document(many("<w:a%d>", 300000)))
  end},
  {"a document type", "docx.doctype", function() return word(packed("word/document.xml", "<!DOCTYPE a><a/>")) end},
  {"a billion laughs", "docx.doctype", function() return word(packed("word/document.xml", laughs)) end},
  {"a billion laughs in the styles", "docx.doctype", function()
    return word(document(styled), numbering, packed("word/styles.xml", laughs))
  end},
  {"a directory that is cut", "docx.broken", function() return word(document "<w:p/>"):sub(1, -60) end},
  {"ends of empty directories", "docx.broken", function()
    return "PK\3\4" .. ("PK\5\6" .. ("\0"):rep(18)):rep(MiB // 22)
  end},
  {"ends of directories alone", "docx.broken", function() return "PK\3\4" .. ("PK\5\6"):rep(MiB // 4) end},
  {"10,000 entries", "docx.entries", function() return package.zip(entries(10000, "word/%d.xml")) end},
  {"entries in each other", "docx.overlap", function()
    return package.zip{{"a", ("x"):rep(MiB)}, {"b", "y", offset = 0}}
  end},
  {"4,000 entries of the same bytes", "docx.overlap", function()
    return package.zip(entries(4000, "%d", {offset = 0}))
  end},
  {"a name that climbs", "docx.name", function() return package.zip{{"word/../../x", ""}} end},
  {"a name twice", "docx.twice", function() return package.zip{{"a", "x"}, {"a", "y"}} end},
  {"a size that is too small", "docx.checksum", function() return word{"word/document.xml", body, size = 10} end},
  {"a size that is too large", "docx.checksum", function()
    return word{"word/document.xml", body, size = #body + 9}
  end},
  {"a checksum that is wrong", "docx.checksum", function() return word{"word/document.xml", body, crc = 1} end},
  {"a password", "docx.encrypted", function() return word{"word/document.xml", body, flags = 1} end},
  {"an archive of 65,534 files", "ok", function()
    return package.zip(entries(0xFFFE, "%d.txt"))
  end, of = "zip", parts = 6},
  {"an archive of 100,000 files", "zip.entries", function()
    local bytes = package.zip(entries(100000, "%d"))   -- as ZIP64 has it: 0xFFFF where the number does not fit
    return bytes:sub(1, -15) .. "\xFF\xFF\xFF\xFF" .. bytes:sub(-10)
  end, of = "zip"},
  {"an archive that holds 2 GiB", "zip.total", function()
    return package.zip(entries(40, "%d.txt", {size = 50 * MiB}))
  end, of = "zip"},
  {"an archive in an archive, 10 deep", "io.unsupported", function()
    local bytes = "x"
    for i = 1, 10 do bytes = package.zip{packed(i .. ".zip", bytes)} end
    return bytes
  end, of = "zip"},
  {"an archive of files in each other", "zip.overlap", function()
    return package.zip(entries(60000, "%d.txt", {offset = 0}))
  end, of = "zip"},
  {"an archive with a name that climbs", "zip.name", function()
    return package.zip{{"..\\..\\x.txt", ""}}
  end, of = "zip"},
}

-- ---- one of them, in a process of its own -------------------------------------------------------

-- A line of /proc/self/status in MiB.
local function status(name)
  for line in io.lines "/proc/self/status" do
    local size = line:match("^" .. name .. ":%s*(%d+)")
    if size then return tonumber(size) / 1024 end
  end
end

local function read(case, bytes)
  local govreport = require "govreport"
  if not case.of then
    local found, _, code = govreport.read_bytes(bytes, {name = "x.docx"})
    return found and "ok" or code
  end
  local path = os.tmpname() .. ".zip"
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(bytes)):close()
  local files, failures = govreport.files(path)
  os.remove(path)
  return #files > 0 and "ok" or failures[1].code
end

local function run(case)
  local bytes = case[3]()
  collectgarbage()
  require "govreport"
  local reset = io.open("/proc/self/clear_refs", "w")   -- the highest memory so far is forgotten
  if reset then reset:write("5"):close() end
  local before, start = status "VmRSS", os.clock()
  local code = read(case, bytes)
  print(code, os.clock() - start, status "VmHWM" - before)
end

-- ---- all of them --------------------------------------------------------------------------------

if arg[1] then
  run(cases[math.tointeger(arg[1])])
  os.exit(true)
end

local failed = 0
for i, case in ipairs(cases) do
  local pipe <close> = assert(io.popen(("%s test/hostile_packages.lua %d"):format(arg[-1], i)))
  local code, seconds, memory = (pipe:read "l" or "crashed 0 0"):match "(%S+)%s+(%S+)%s+(%S+)"
  local parts = case.parts or 0
  local is_right = code == case[2] and tonumber(seconds) < most_seconds + parts * seconds_of_part
                   and tonumber(memory) < least_memory + parts * memory_of_part
  if not is_right then failed = failed + 1 end
  print(("%-6s %-40s %-16s %6.0f ms %6.0f MiB"):format(
    is_right and "ok" or "not ok", case[1], code, seconds * 1000, memory))
end
print(("%d passed, %d failed"):format(#cases - failed, failed))
os.exit(failed == 0)

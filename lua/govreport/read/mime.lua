--- Pages in one file, .mht as browsers and Word save them, and mails: the page of a message in MIME (RFC 2045, 2557).
--
--   MIME-Version: 1.0
--   Content-Type: multipart/related; boundary="x"
--
--   --x
--   Content-Type: text/html; charset="gb2312"
--   Content-Transfer-Encoding: quoted-printable
--
--   <html>=BD=F1=C4=EA…
--   --x--

local base64 = require "govreport.base.base64"
local core = require "govreport.core"

local mime = {}

local longest_head = 1 << 16   -- bytes of the headers of a message or a part; those of real ones have some 2 KiB
local deepest = 8              -- parts within each other; a page in a forwarded mail has 3

-- ---- headers ------------------------------------------------------------------------------------

-- The headers in front of a content: list of `{name, line, …}`, the name in small letters, the lines over which it is
-- folded; and where the content begins. A line that is no header begins it, too.
local function lines_of(head)
  local list, here = {}, 1
  while here <= #head do
    local line, behind = head:match("^([^\r\n]*)\r?\n?()", here)
    local name, value = line:match "^([%w-]+)[ \t]*:[ \t]*(.*)$"
    if line == "" then return list, behind end
    if name then list[#list + 1] = {name:lower(), value}
    elseif line:find "^[ \t]" and #list > 0 then table.insert(list[#list], line:match "^[ \t]+(.*)$")
    else break end
    here = behind
  end
  return list, here
end

-- The headers at a place of a text by their names, of each the first; where the content begins.
local function headers_of(text, at)
  local list, content = lines_of(text:sub(at, at + longest_head))
  local found = {}
  for _, lines in ipairs(list) do
    local name, value = lines[1], table.concat(lines, " ", 2)
    found[name] = found[name] or value:match "^.*[^ \t]" or ""
  end
  return found, at + content - 1
end

-- The parameters of a header, by name in small letters: `text/html; charset="gb2312"`.
local function parameters_of(value)
  local found, at = {}, value:find(";", 1, true)
  while at do
    local name, behind = value:match("^;[ \t]*([%w*-]+)[ \t]*=[ \t]*()", at)
    if name then
      local quoted, stop = value:match('^"([^"]*)"?()', behind)
      if not quoted then quoted, stop = value:match("^([^; \t]*)()", behind) end
      found[name:lower()] = found[name:lower()] or quoted
      at = stop
    end
    at = value:find(";", name and at or at + 1, true)
  end
  return found
end

-- What stands in a text from a place on, as a part: its kind, its parameters, its headers, where its content begins.
local function part_at(text, at)
  local headers, content = headers_of(text, at)
  local kind = headers["content-type"]
  return {kind = kind and (kind:match "^[^; \t]*"):lower() or "text/plain", parameters = parameters_of(kind or ""),
          headers = headers, text = text, content = content}
end

-- ---- parts --------------------------------------------------------------------------------------

-- The line that parts the parts of a message; where it is not named, the first one that looks like it.
local function boundary_of(part)
  local boundary = part.parameters.boundary
  if boundary and boundary ~= "" then return boundary end
  return part.text:match("^%-%-([^\r\n]+)", part.content) or part.text:match("\n%-%-([^\r\n]+)", part.content)
end

-- Goes through the parts of a part of several. What stands in front of the first one and behind the last one is for
-- programs that know no MIME. A file that ends before its last part does has what there is of it.
local function each_part(part)
  local boundary = boundary_of(part)
  if not boundary then return function() end end
  local text, mark = "\n" .. part.text:sub(part.content), "\n--" .. boundary
  local function next_mark(at)
    while true do
      local start, stop = text:find(mark, at, true)
      if not start then return nil end
      local dashes, behind = text:match("^(%-?%-?)[ \t]*\r?()", stop + 1)
      local is_whole = dashes ~= "-" and (behind > #text or text:byte(behind) == 10)
      if is_whole then return start, behind + 1, dashes == "--" end
      at = stop
    end
  end
  local _, at, is_over = next_mark(1)
  return function()
    if not at or is_over then return nil end
    local start, behind, is_last = next_mark(at - 1)
    local own = text:sub(at, (start or #text + 1) - 1):gsub("\r$", "")
    at, is_over = behind, is_last
    return part_at(own, 1)
  end
end

local is_page = {["text/html"] = true, ["application/xhtml+xml"] = true}

local page_in

-- Of the parts that belong together the one that is named as their root, else the first page.
local function page_among(part, depth)
  local first, root = nil, part.parameters.start
  for own in each_part(part) do
    local is_root = root and own.headers["content-id"] == root
    if is_root or not first then
      local found = page_in(own, depth + 1)
      if found and (is_root or not root) then return found end
      first = first or found
    end
  end
  return first
end

function page_in(part, depth)
  if is_page[part.kind] then return part end
  if depth < deepest and part.kind:find "^multipart/" then return page_among(part, depth) end
end

-- ---- transfer encodings -------------------------------------------------------------------------

local decoders = {}

local function byte_of(digits) return string.char(tonumber(digits, 16)) end

-- A line that ends with `=` goes on; blanks behind that are not the writer's.
decoders["quoted-printable"] = function(text)
  return (text:gsub("=[ \t]*\r?\n", ""):gsub("=(%x%x)", byte_of))
end

-- Programs that write in pieces end each of them with `=`.
function decoders.base64(text)
  return (text:gsub("[^%w+/=]+", ""):gsub("([%w+/]+)=*", base64.bytes))
end

-- ---- the page -----------------------------------------------------------------------------------

-- Names of encodings that leave open which byte of a character comes first: the page shows it.
local is_open = {["utf-16"] = true, ["ucs-2"] = true, unicode = true}

local function content_of(part)
  local content = part.text:sub(part.content)
  local encoding = (part.headers["content-transfer-encoding"] or ""):match "^[%w-]*"
  local decode = decoders[encoding:lower()]
  return decode and decode(content) or content
end

-- The message that a text is; nil where it is none. A line in front of it that begins with `From ` is a mailbox's.
local function message(text)
  local at = text:match "^\xEF?\xBB?\xBF?[\r\n]*()"
  at = text:match("^From [^\n]*\n()", at) or at
  if not text:find("^[%w-]+[ \t]*:", at) then return nil end
  local part = part_at(text, at)
  local is_many = part.kind:find "^multipart/" ~= nil
  return (is_many or is_page[part.kind] and part.headers["mime-version"]) and part or nil
end

--- Whether the content of a file is a message that may hold a page.
function mime.is_one(bytes) return message(bytes) ~= nil end

--- The page of a message: its bytes, and the encoding that the message says of them, nil where it says none. Nil where
-- there is no page in it.
function mime.page(bytes)
  local part = page_in(message(bytes), 0)
  if not part then return nil end
  local charset = part.parameters.charset or ""
  return content_of(part), charset ~= "" and not is_open[charset:lower()] and charset or nil
end

-- What the core makes of a page in an encoding.
local function parse(page, encoding, options)
  local format = options.format
  return core.parse(page, {
    name = options.name, max_input = options.max_input, max_memory = options.max_memory, encoding = encoding,
    format = (format == nil or format == "auto") and "html" or format, container = "mht"})
end

--- Reads the content of a file that is a message. The encoding that the message names stands above that of the page, as
-- in browsers; where the page is not in it, the page decides.
-- @param options as those of `core.parse`
-- @return Document; or nil, code, fields, the page: what the core says of it, `input.no_page` where there is none
function mime.document(bytes, options)
  local page, charset = mime.page(bytes)
  if not page then return nil, "input.no_page", {} end
  local document, code, fields = parse(page, options.encoding or charset, options)
  if not document and charset and not options.encoding and (code == "input.encoding" or code == "input.mojibake") then
    document, code, fields = parse(page, nil, options)
  end
  if document then return document end
  return nil, code, fields, page
end

return mime

--- Messages in MIME, made here: pages in a single file and mails, as programs write them or as a spec wants them.

local mime = {}

local encoders = {}

-- Lines of at most 76 characters, each of them but the last ending with `=`; what ends a line of the content ends one.
encoders["quoted-printable"] = function(bytes, line_end)
  local lines = {}
  for line, stop in bytes:gmatch "([^\n]*)(\n?)" do
    local plain = line:gsub("[^\32-\60\62-\126]", function(c) return ("=%02X"):format(c:byte()) end)
    while #plain > 75 do
      local size = plain:sub(74, 74) == "=" and 73 or plain:sub(75, 75) == "=" and 74 or 75
      lines[#lines + 1] = plain:sub(1, size) .. "=" .. line_end
      plain = plain:sub(size + 1)
    end
    lines[#lines + 1] = plain .. (stop == "" and "" or line_end)
  end
  return table.concat(lines)
end

local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

function encoders.base64(bytes, line_end)
  local text = bytes:gsub("(.)(.?)(.?)", function(a, b, c)
    local bits = a:byte() << 16 | (b:byte() or 0) << 8 | (c:byte() or 0)
    local quad = {}
    for i = 0, 3 do
      local value = bits >> (18 - 6 * i) & 63
      quad[i + 1] = i > 1 + #b + #c and "=" or letters:sub(value + 1, value + 1)
    end
    return table.concat(quad)
  end)
  return (text:gsub(("."):rep(76), "%0" .. line_end)) .. line_end
end

--- A part: its headers and its content.
-- @param kind the value of Content-Type
-- @param encoding the transfer encoding; nil for the content as it is
-- @param headers more of them, lines without their ends
function mime.part(kind, content, encoding, headers)
  return {kind = kind, content = content, encoding = encoding, headers = headers or {}}
end

-- A part as bytes.
local function written(part, line_end)
  local lines = {"Content-Type: " .. part.kind}
  if part.encoding then lines[#lines + 1] = "Content-Transfer-Encoding: " .. part.encoding end
  for _, line in ipairs(part.headers) do lines[#lines + 1] = line end
  local encode = encoders[part.encoding]
  return table.concat(lines, line_end) .. line_end .. line_end
         .. (encode and encode(part.content, line_end) or part.content)
end

--- A part of parts, which stand between lines with a boundary.
-- @param kind what follows `multipart/`
-- @param boundary the line; in the header it stands in quotes
-- @param parameters more of the header, "; start=…"
-- @param line_end of its lines; "\r\n" where it is nil
function mime.parts(kind, boundary, list, parameters, line_end)
  line_end = line_end or "\r\n"
  local pieces = {"A text for programs that know no MIME." .. line_end}
  for _, part in ipairs(list) do
    pieces[#pieces + 1] = line_end .. "--" .. boundary .. line_end .. written(part, line_end)
  end
  pieces[#pieces + 1] = line_end .. "--" .. boundary .. "--" .. line_end
  return mime.part(('multipart/%s; boundary="%s"%s'):format(kind, boundary, parameters or ""), table.concat(pieces))
end

--- The file whose content a part is.
function mime.file(part, line_end)
  line_end = line_end or "\r\n"
  return "From: <writer@example.invalid>" .. line_end .. "Subject: =?utf-8?Q?=E9=A1=B5?=" .. line_end .. " and so on"
         .. line_end .. "MIME-Version: 1.0" .. line_end .. written(part, line_end)
end

return mime

--- Base64 (RFC 4648, section 4).

local base64 = {}

local values = {}
for i = 0, 63 do
  values[("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"):sub(i + 1, i + 1)] = i
end

local function three_bytes(a, b, c, d)
  local bits = values[a] << 18 | values[b] << 12 | values[c] << 6 | values[d]
  return string.char(bits >> 16, bits >> 8 & 255, bits & 255)
end

--- The bytes of some letters, without `=` behind them.
function base64.bytes(letters)
  local lacking = -#letters % 4
  local bytes = (letters .. ("A"):rep(lacking)):gsub("(.)(.)(.)(.)", three_bytes)
  return bytes:sub(1, #bytes - lacking)
end

--- The bytes of a text that is nothing but base64; nil where it is something else.
function base64.decode(text)
  local letters, filling = text:match "^([%w+/]*)(=*)$"
  local lacking = letters and -#letters % 4
  if not letters or lacking == 3 or filling ~= "" and #filling ~= lacking then return nil end
  return base64.bytes(letters)
end

return base64

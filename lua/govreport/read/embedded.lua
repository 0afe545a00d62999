--- The files that a page shows in a frame or a viewer, or gives as attachments: a report may be in one of them.
--
--   <iframe src="/pdfjs/viewer.html?file=%2Ffiles%2Freport.pdf"></iframe>       report.pdf
--   <a href="P020250121.pdf">2024年政府信息公开工作年度报告</a>                    2024年政府信息公开工作年度报告

local lpeg = require "lpeg"
local grammar = require "govreport.text.grammar"

local C, Cc, Cg, Cp, Ct, P, R, S = lpeg.C, lpeg.Cc, lpeg.Cg, lpeg.Cp, lpeg.Ct, lpeg.P, lpeg.R, lpeg.S

local embedded = {}

local kinds = {pdf = "pdf", doc = "office", docx = "office", wps = "office", rtf = "office", xls = "office",
               xlsx = "office", et = "office", ofd = "pdf", ceb = "pdf"}

-- ---- the page -----------------------------------------------------------------------------------

-- Each pattern goes through what it does not end in only once: a page may be cut off anywhere.
local space = S" \t\r\n\f"
local word = (R("az", "AZ", "09") + S"-_:")^1
local quoted = P'"' * C((1 - P'"')^0) * '"' + P"'" * C((1 - P"'")^0) * "'"
local value = quoted + C((1 - (space + ">"))^0)                                       -- "a.pdf"
local attribute = C(word) / string.lower * space^0 * "=" * space^0 * value            -- src="a.pdf"
local comment = P"<!--" * (1 - P"-->")^0
local tag = Ct(P"<" * Cg(R("az", "AZ")^1 / string.lower, "name") * (attribute + word + (1 - P">"))^0 * P">"^-1
               * Cg(Cp(), "stop"))
local quotes = S"\"'"
local string_of_script = Ct(Cg(Cc "script", "name") * Cc "text" * quotes * C((1 - (quotes + S"\r\n<>"))^0) * #quotes)
local script_end = P"</" * S"sS" * S"cC"
local script = P"<" * S"sS" * S"cC" * S"rR" * S"iI" * S"pP" * S"tT"
               * (string_of_script + (1 - script_end))^0                              -- showPDF("a.pdf")
local tags = Ct((comment + script + tag + 1)^0)

-- What a link says that is shorter says nothing of what it leads to: 点击下载.
local least_label = 7

local longest_label = 400   -- bytes

-- What stands between a link's tag and its end; nil where that is no name.
local function label_of(page, from)
  local text = page:sub(from, from + longest_label):match "^(.-)</[aA]"
  text = text and text:gsub("<[^>]*>", ""):gsub("&nbsp;", " "):gsub("%s+", " "):match "^ ?(.-) ?$"
  local count = text and utf8.len(text)
  return count and count >= least_label and text or nil
end

-- ---- addresses ----------------------------------------------------------------------------------

local function decoded(text)
  local plain = text:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end)
  return utf8.len(plain) and plain or text
end

-- The name of the file that an address ends with, and its kind; nil where it is no document.
local function name_of(address)
  local name = decoded(address):match "[^/\\]*$"
  local kind = kinds[(name:match "%.(%w+)%s*$" or ""):lower()]
  if kind and #name < 300 then return name, kind end
end

-- The file that an attribute leads to: by its path, or as a value behind the `?` for a viewer.
local function file_of(address)
  address = address:gsub("&amp;", "&")
  local path, query = address:match "^([^?#]*)[?#]?(.*)$"
  local name, kind = name_of(path)
  for part in query:gmatch "[^&#]+" do
    if name then break end
    name, kind = name_of((part:gsub("[?].*$", "")):match "=(.*)$" or "")
  end
  return name, kind
end

-- What is no part of what a page shows.
local unseen = {link = true, meta = true, base = true}

-- Where tags have what they lead to, as a rule.
local usual = {href = true, src = true, data = true}

-- The file that a tag leads to, and its kind; nil where it leads to none. A usual attribute comes first.
local function file_of_tag(found)
  local name, kind
  for i = 1, unseen[found.name] and 0 or #found, 2 do
    if usual[found[i]] or not name then
      local own, own_kind = file_of(found[i + 1])
      if own then name, kind = own, own_kind end
    end
  end
  return name, kind
end

--- The files that a page leads to, in its order, each once.
-- @param page the source of the page
-- @return list of `{name, kind}`: how the page calls the file, `"pdf"` for what holds pages, `"office"` for what can be
-- saved as text
function embedded.files(page, meter)
  local list, seen = {}, {}
  for _, found in ipairs(grammar.match(tags, page, meter)) do
    local name, kind = file_of_tag(found)
    if name and not seen[name] then
      seen[name] = true
      list[#list + 1] = {name = found.name == "a" and label_of(page, found.stop) or name, kind = kind}
    end
  end
  return list
end

return embedded

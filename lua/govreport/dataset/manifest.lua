--- A manifest: a CSV file that says which documents there are, and what is known of each beside its content.
--
--   path,url,fetched,body,region            文件,网址,采集时间,机构代码,行政区划代码
--   qingyuan/2024.html,https://…,2025-02-01,390121-07,390121
--
-- Columns may be in any order; only the path is needed. Others are passed over. Paths are as they would be on the
-- command line.

local core = require "govreport.core"
local csv = require "govreport.base.csv"
local file = require "govreport.base.file"
local utf8_text = require "govreport.base.utf8_text"

local manifest = {}

-- Bytes: a million documents.
manifest.max_input = 512 << 20

local titles = {
  path = {"path", "file", "文件", "路径", "文件名"},
  url = {"url", "address", "网址", "链接", "地址"},
  fetched = {"fetched", "采集时间", "抓取时间", "下载时间"},
  body = {"body", "body_code", "机构代码", "单位代码", "机关代码"},
  region = {"region", "code", "行政区划代码", "区划代码"},
}
local columns = {}
for id, words in pairs(titles) do
  for _, word in ipairs(words) do columns[word] = id end
end

-- The columns of the header, by number; nil where no column of it holds paths.
local function header_of(row)
  local ids, has_path = {}, false
  for i, title in ipairs(row) do
    ids[i] = columns[core.fold(title):lower()]
    has_path = has_path or ids[i] == "path"
  end
  return has_path and ids or nil
end

local function entry_of(row, ids)
  local entry = {line = row.line}
  for i, value in ipairs(row) do
    if ids[i] and value ~= "" then entry[ids[i]] = value end
  end
  return entry
end

--- Reads a manifest.
-- @param text its content
-- @return list of `{path, url, fetched, body, region, line}`; or nil, code (`csv.*`, `manifest.path`, `manifest.blank`,
-- `manifest.twice`), fields
function manifest.parse(text)
  local rows, code, line = csv.parse(utf8_text(text))
  if not rows then return nil, code, {line = line} end
  local ids = rows[1] and header_of(rows[1])
  if not ids then return nil, "manifest.path", {line = rows[1] and rows[1].line or 1} end
  local list, seen = {}, {}
  for i = 2, #rows do
    local entry = entry_of(rows[i], ids)
    if not entry.path then return nil, "manifest.blank", {line = entry.line} end
    if seen[entry.path] then
      return nil, "manifest.twice", {line = entry.line, value = entry.path, other = seen[entry.path]}
    end
    seen[entry.path] = entry.line
    list[#list + 1] = entry
  end
  return list
end

--- The same of a file.
function manifest.read(path)
  local text, code, fields = file.read(path, manifest.max_input)
  if not text then return nil, code, fields end
  return manifest.parse(text)
end

return manifest

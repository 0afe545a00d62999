--- A manifest: a CSV file that says which documents there are, and what is known of each beside its content.
--
--   path,url,fetched,body,region            文件,网址,采集时间,机构代码,行政区划代码
--   qingyuan/2024.html,https://…,2025-02-01,390121-07,390121
--
-- Columns may be in any order; only the path is needed. Others are passed over. Paths are as they would be on the
-- command line. What it says of documents is kept in a file: it may name very many.

local core = require "govreport.core"
local csv = require "govreport.base.csv"
local file = require "govreport.base.file"
local packed = require "govreport.dataset.packed"
local short_digest = require "govreport.base.short_digest"
local spool = require "govreport.base.spool"
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

-- What is kept of an entry, in this order.
local kept = {"path", "url", "fetched", "body", "region", "line"}

local function entry_of(row, ids)
  local entry = {line = row.line}
  for i, value in ipairs(row) do
    if ids[i] and value ~= "" then entry[ids[i]] = value end
  end
  return entry
end

local Manifest = {}
Manifest.__index = Manifest

local function add(self, entry)
  local values = {}
  for i, name in ipairs(kept) do values[i] = entry[name] end
  self.numbers[short_digest(entry.path)] = self.entries:add(packed.bytes(values, #kept))
end

local function unpack(text)
  local entry, values = {}, packed.rows(text, #kept)()
  for i, name in ipairs(kept) do entry[name] = values[i] end
  return entry
end

--- The entry of a path, `{path, url, fetched, body, region, line}`; nil where there is none.
function Manifest:find(path)
  local number = self.numbers[short_digest(path)]
  local entry = number and unpack(self.entries:get(number))
  return entry and entry.path == path and entry or nil
end

--- Iterates over the entries, in order.
function Manifest:each()
  local next_text = self.entries:each()
  return function()
    local _, text = next_text()
    return text and unpack(text)
  end
end

-- What is wrong with an entry: code, fields; nil where nothing is.
local function problem_of(self, entry)
  if not entry.path then return "manifest.blank", {line = entry.line} end
  local other = self:find(entry.path)
  if other then return "manifest.twice", {line = entry.line, value = entry.path, other = other.line} end
end

--- A manifest that says nothing.
function manifest.none() return setmetatable({entries = spool.new(), numbers = {}}, Manifest) end

--- Reads a manifest.
-- @param text its content
-- @return Manifest; or nil, code (`csv.*`, `manifest.path`, `manifest.blank`, `manifest.twice`), fields
function manifest.parse(text)
  local next_row, code, line = csv.rows(utf8_text(text))
  if not next_row then return nil, code, {line = line} end
  local row, ids
  row, code, line = next_row()
  ids = row and header_of(row)
  if code then return nil, code, {line = line} end
  if not ids then return nil, "manifest.path", {line = row and row.line or 1} end
  local self = manifest.none()
  while true do
    row, code, line = next_row()
    if code then return nil, code, {line = line} end
    if not row then return self end
    local entry = entry_of(row, ids)
    local problem, fields = problem_of(self, entry)
    if problem then return nil, problem, fields end
    add(self, entry)
  end
end

--- The same of a file.
function manifest.read(path)
  local text, code, fields = file.read(path, manifest.max_input)
  if not text then return nil, code, fields end
  return manifest.parse(text)
end

return manifest

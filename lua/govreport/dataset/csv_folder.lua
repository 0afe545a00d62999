--- A folder of CSV files that is there already: where in each file the lines of a document stand.

local csv = require "govreport.base.csv"
local datapackage = require "govreport.dataset.datapackage"
local export = require "govreport.dataset.export"
local file = require "govreport.base.file"
local json_reader = require "govreport.base.json_reader"
local spool = require "govreport.base.spool"

local csv_folder = {}

local Folder = {}
Folder.__index = Folder

--- What the folder was made with; nil where it is none of ours.
function csv_folder.run(path)
  local text = file.read(path .. "/" .. datapackage.name, file.usual_limit)
  local package = text and json_reader.decode(text)
  return type(package) == "table" and package.name == "govreport" and package.run or nil
end

-- Iterates over the rows of a file: offset, text. A row goes on as long as a quote is open.
local function rows_of(handle)
  local at, next_line = 0, handle:lines "L"
  return function()
    local text = next_line()
    if not text then return nil end
    local quotes = select(2, text:gsub('"', ""))
    while quotes % 2 == 1 do
      local more = next_line()
      if not more then break end
      text, quotes = text .. more, quotes + select(2, more:gsub('"', ""))
    end
    at = at + #text
    return at - #text, text
  end
end

-- Where the lines of a document stand: offset, size.
local stretch = "<i8i8"

-- The stretches of all documents, by their numbers. The lines of one stand together.
local function index_of(handle)
  local stretches, own, first, size = spool.new(), nil, 0, 0
  local function note()
    if own then stretches:set(own, stretch:pack(first, size)) end
  end
  for at, text in rows_of(handle) do
    local id = math.tointeger(tonumber(text:match "^%d+"))
    if id ~= own then
      note()
      own, first, size = id, at, 0
    end
    size = size + #text
  end
  note()
  return stretches
end

--- Opens a folder.
-- @return Folder; nil where it lacks a file
function csv_folder.open(path)
  local own = setmetatable({handles = {}, stretches = {}}, Folder)
  for _, t in ipairs(export.tables) do
    local handle = io.open(path .. "/" .. t.name .. ".csv", "rb")
    if not handle then return nil end
    own.handles[t.name], own.stretches[t.name] = handle, index_of(handle)
  end
  return own
end

-- The text that a spreadsheet was kept from taking for a formula.
local function plain(text) return text ~= "" and (text:gsub("^'", "")) or nil end

--- Iterates over the rows of `report` or `unread`: values by the names of their columns.
function Folder:documents(name)
  local handle, columns = self.handles[name], export.by_name[name].columns
  handle:seek "set"
  local next_row = rows_of(handle)
  next_row()   -- the header
  return function()
    local _, text = next_row()
    local row, values = text and (csv.parse(text) or {})[1], {}
    if not row then return nil end
    for i, column in ipairs(columns) do
      local value = plain(row[i] or "")
      values[column.name] = column.type == "integer" and math.tointeger(tonumber(value)) or value
    end
    return values
  end
end

--- The lines of a document in a table.
function Folder:lines(name, id)
  local found, handle = self.stretches[name]:get(id), self.handles[name]
  if not found then return "" end
  local at, size = stretch:unpack(found)
  handle:seek("set", at)
  return handle:read(size)
end

function Folder:close()
  for _, handle in pairs(self.handles) do handle:close() end
end

return csv_folder

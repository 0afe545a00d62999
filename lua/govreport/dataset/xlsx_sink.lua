--- A dataset as an Excel workbook: a sheet of reports, one of findings, one of what was not read, one of cells where
-- they are certain to fit.

local catalogue = require "govreport.base.catalogue"
local export = require "govreport.dataset.export"
local forms = require "govreport.form"
local marks = require "govreport.dataset.marks"
local packed = require "govreport.dataset.packed"
local part = require "govreport.dataset.part"
local schema = require "govreport.dataset.schema"
local spool = require "govreport.base.spool"

local sink = {}

--- Rows of a sheet; the first is the header.
sink.most_rows = 1048576

local sheets = {
  {table = "report", name = "报告"}, {table = "finding", name = "核查结果"}, {table = "unread", name = "未读成"},
  {table = "cell", name = "格"},
}

local Sink = {}
Sink.__index = Sink

-- Columns that nobody reads in a sheet.
local passed_over = {sha256 = true, values_digest = true, signature = true, byte = true, byte_end = true, part = true}

-- What a column is called at its head: without the remark behind it.
local function title_of(column)
  local stop = #column.zh + 1
  for _, sign in ipairs{"（", "：", "；"} do stop = math.min(stop, column.zh:find(sign, 1, true) or stop) end
  return column.zh:sub(1, stop - 1)
end

-- Widths in characters.
local widths = {file = 40, title = 44, agency = 26, message = 70, cells = 44, raw = 20, form = 22, rule = 28, text = 60,
                row_zh = 44, table_zh = 30, column_zh = 24, url = 40}

-- The numbers and the names of the columns of a table that a sheet has.
local function columns_of(name)
  local list = {titles = {}, widths = {}}
  for i, column in ipairs(export.by_name[name].columns) do
    if not passed_over[column.name] then
      list[#list + 1] = i
      list.titles[#list] = title_of(column)
      list.widths[#list] = widths[column.name] or 12
    end
  end
  return list
end

local columns = {}
for _, sheet in ipairs(sheets) do columns[sheet.table] = columns_of(sheet.table) end

-- What people read in place of what programs do: a function of the value for some columns.
local function words_of(context)
  local function word(prefix)
    return function(value) return catalogue.text(context.lang, prefix .. value) end
  end
  return {
    verdict = word "dataset.verdict.", severity = word "severity.", status = word "dataset.status.",
    state = word "dataset.state.",
    cells = function(value) return (value:gsub('[%[%]"]', ""):gsub(",", "  ")) end,
  }
end

-- A packed row as the sheet has it.
local function sheet_row(name, row, words)
  local list, own, titles = {}, columns[name], export.by_name[name].columns
  for k, i in ipairs(own) do
    local word = words[titles[i].name]
    list[k] = word and row[i] and word(row[i]) or row[i]
  end
  return packed.row(list, #own)
end

--- The payload of a document: the packed rows of each sheet.
function sink.encoder(context)
  local words = words_of(context)
  return function(_, tables)
    local pieces = {}
    for i, sheet in ipairs(sheets) do
      local rows = {}
      local is_wanted = sheet.table ~= "cell" or context.cells ~= false
      for row in export.rows(sheet.table, is_wanted and tables[sheet.table] or "", context) do
        rows[#rows + 1] = sheet_row(sheet.table, row, words)
      end
      pieces[i] = string.pack("<s4", table.concat(rows))
    end
    return table.concat(pieces)
  end
end

-- ---- opening ------------------------------------------------------------------------------------

-- The cells of the largest form.
local function most_cells()
  local most = 0
  for _, id in ipairs(forms.list()) do
    local count = 0
    for _, t in ipairs(forms.declared(id).tables) do count = count + #t.rows * #t.columns end
    most = math.max(most, count)
  end
  return most
end

-- What a failure of the book is told as; all others as what cannot be written.
local told = {["xlsx.rows"] = "dataset.full"}

local function failed(self, message, code)
  return nil, told[code] or "dataset.unwritable", {path = self.path, detail = message}
end

-- Makes the sheets; nil, code, fields where one cannot be made.
local function add_sheets(self)
  for _, sheet in ipairs(sheets) do
    if sheet.table ~= "cell" or self.context.cells ~= false then
      local own = columns[sheet.table]
      local made, message, code = self.book:sheet(sheet.name, {header = own.titles, widths = own.widths})
      if not made then return failed(self, message, code) end
      self.sheets[sheet.table] = made
    end
  end
  return self
end

-- Begins the book; nil, code, fields where that fails.
local function begin(self, xlsx)
  local book, message, code = xlsx.open(self.part.part)
  if not book then return failed(self, message, code) end
  self.book = book
  return add_sheets(self)
end

--- Begins a dataset.
-- @param options `documents`, how many there are; `cells`, false for no sheet of cells; `update`
-- @return Sink; or nil, code, fields
function sink.open(path, context, options)
  local is_there, xlsx = pcall(require, "govreport.xlsx")
  if not is_there then return nil, "dataset.missing", {path = path, detail = "govreport-xlsx"} end
  if options.update then return nil, "dataset.update", {path = path} end
  if options.cells ~= false and options.documents * most_cells() >= sink.most_rows then
    return nil, "dataset.rows", {path = path, total = options.documents}
  end
  local own, code, fields = part.begin(path)
  if not own then return nil, code, fields end
  context.cells = options.cells
  local self = setmetatable({path = path, context = context, part = own, collection = marks.new(),
                             reports = spool.new(), sheets = {}}, Sink)
  local made, problem, about = begin(self, xlsx)
  if not made then self:abandon() end
  return made, problem, about
end

--- There is nothing before.
function Sink:known() return self and 0 end

function Sink:drop() return self ~= nil end

-- ---- writing ------------------------------------------------------------------------------------

-- Rows go into a sheet in their order; those of reports wait beside until their marks are known.
local function add(self, name, id, rows)
  if #rows == 0 then return true end
  if name == "report" then
    self.reports:set(id, rows)
    return true
  end
  local count, message, code = self.sheets[name]:rows(rows, #columns[name])
  return count or failed(self, message, code)
end

function Sink:write(id, payload, _, note)
  if note then self.collection:add(id, note) end
  local at = 1
  for _, sheet in ipairs(sheets) do
    local rows
    rows, at = string.unpack("<s4", payload, at)
    local ok, code, fields = add(self, sheet.table, id, rows)
    if not ok then return nil, code, fields end
  end
  return true
end

-- The row of a report with its marks in the last columns.
local function marked(text, found)
  local row, count = packed.rows(text, #columns.report)(), #columns.report
  for k, name in ipairs(schema.marks) do row[count - #schema.marks + k] = found and found[name] end
  return packed.row(row, count)
end

--- Marks what is there several times, and puts the file in its place.
function Sink:finish()
  local found = self.collection:marks()
  for id, text in self.reports:each() do
    local count, message, code = self.sheets.report:rows(marked(text, found[id]), #columns.report)
    if not count then return failed(self, message, code) end
  end
  local ok, message, code = self.book:close()
  if not ok then return failed(self, message, code) end
  return self.part:finish()
end

function Sink:abandon()
  if self.book then self.book:drop() end
  self.part:abandon()
end

return sink

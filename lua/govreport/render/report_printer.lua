--- Prints many reports as data piece by piece: their cells as one table, or each as JSON. What could not be read has
-- no piece.

local cells_csv = require "govreport.render.cells_csv"
local forms = require "govreport.form"
local json = require "govreport.base.json"
local report_json = require "govreport.render.report_json"
local tsv = require "govreport.render.tsv"

local report_printer = {}

--- The formats.
report_printer.formats = {"tsv", "csv", "json", "jsonl"}

-- For each format what stands in front, what a report is as a piece, and what stands behind. `self` has the options and
-- `count`, how many reports were printed before.
local kinds = {
  tsv = {
    head = function() return tsv.head() end,
    piece = function(_, name, report) return tsv.rows(name, report) end,
    foot = function() return "" end,
  },
  csv = {
    head = function(self) return cells_csv.head(self.bom) end,
    piece = function(_, name, report) return cells_csv.rows(name, report) end,
    foot = function() return "" end,
  },
  json = {
    head = function() return "[" end,
    piece = function(self, name, report)
      local value = report_json.value(name, report, forms.declared(report.form))
      return (self.count > 0 and ",\n  " or "\n  ") .. json.block(value, "  ")
    end,
    foot = function(self) return self.count > 0 and "\n]\n" or "]\n" end,
  },
  jsonl = {
    head = function() return "" end,
    piece = function(_, name, report) return report_json.line(name, report, forms.declared(report.form)) end,
    foot = function() return "" end,
  },
}

local Printer = {}
Printer.__index = Printer
Printer.__name = "govreport.Printer"
function Printer.__tostring() return Printer.__name end
Printer.__metatable = "govreport.Printer"

--- What stands in front of all reports.
function Printer:head() return self.kind.head(self) end

--- The report of an entry; nothing where it could not be read.
function Printer:entry(entry)
  if not entry.report then return "" end
  local piece = self.kind.piece(self, entry.name, entry.report)
  self.count = self.count + 1
  return piece
end

--- What stands behind all reports, when the last entry was printed.
function Printer:foot() return self.kind.foot(self) end

--- Makes a printer.
-- @param format one of `report_printer.formats`
-- @param options `bom`, whether a byte order mark stands in front of CSV
-- @return `head()`, `entry(entry)`, `foot()`, each of which gives text
function report_printer.new(format, options)
  return setmetatable({kind = kinds[format], bom = options.bom, count = 0}, Printer)
end

return report_printer

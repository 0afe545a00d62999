--- A part that ends with a table took a byte more of what a Word or PDF file was read as: the first of three of the
-- title behind it. Nothing else of the report was wrong, but its text was no UTF-8: what compares texts refused it.

local docx_package = require "spec.support.package"
local govreport = require "govreport"
local pdf = require "spec.support.pdf"

local readers = {}
if pcall(require, "govreport.docx") then readers["Word"] = docx_package.of end
if pdf.is_read then readers["PDF"] = pdf.of end

describe("the text of parts that end with a table", function()
  if not next(readers) then pending "is read of Word and PDF files: neither can be read here" end
  for name, write in pairs(readers) do
    for _, source in ipairs{"report-2021.html", "report.txt", "website-2023.html", "statistics-2016.html"} do
      it(("is whole in %s files of examples/%s"):format(name, source), function()
        local report = govreport.parse(write(assert(govreport.read("examples/" .. source))), {name = "draft"})
        if not report then return end   -- of a form that such a file is not read in
        for section in report:sections() do
          assert.is_truthy(utf8.len(section.text), section.title)
          assert.is_truthy(report.document.text:find(section.text, 1, true), section.title)
        end
      end)
    end
  end
end)

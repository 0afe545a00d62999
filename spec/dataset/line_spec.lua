--- The line of a document: valid JSON with all keys; and back to the rows that it was made of.

local collect = require "govreport.dataset.collect"
local docx_package = require "spec.support.package"
local example = require "spec.support.example"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local line = require "govreport.dataset.line"
local packed = require "govreport.dataset.packed"
local pdf = require "spec.support.pdf"
local record = require "govreport.dataset.record"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local context = collect.context{}
local open = line.opener(context)
local hostile = 'a"b\\c\n\t\r\0\1\127\u{2028}\u{202E}\u{FFFE}<script>=1，\u{1F600}'

local function tables_of(report, more)
  local own = {id = 12, file = hostile, sha256 = ("ab"):rep(32), bytes = 5, url = "http://a/", body = "1"}
  for key, value in pairs(more or {}) do own[key] = value end
  return (record.of_report(own, report, govreport.check(report), context.places.first[report.form]))
end

-- All rows of all tables, as values.
local function rows_of(tables)
  local found = {}
  for _, t in ipairs(schema.tables) do
    found[t.name] = {}
    for row in packed.rows(tables[t.name] or "", #t.columns) do
      found[t.name][#found[t.name] + 1] = table.move(row, 1, #t.columns, 1, {})
    end
  end
  return found
end

local function check_round(tables)
  local text = open("12", tables) .. line.close()
  assert.equal("\n", text:sub(-1))
  assert.is_nil(text:sub(1, -2):find "[%c\127]")
  local object = assert(json_reader.decode(text))
  for _, key in ipairs{"id", "run", "status", "report", "cells", "sections", "claims", "findings", "sums", "copy_of"} do
    assert.is_truthy(text:find('"' .. key .. '":', 1, true), key)
  end
  local back = assert(line.tables(object, 12, context))
  assert.same(rows_of(tables), rows_of(back))
  for name, rows in pairs(tables) do assert.is_true(rows == (back[name] or ""), name) end
  return text
end

local sources = {}
for _, name in ipairs{"report.txt", "report-with-errors.txt", "report-2021.html", "statistics-2016.html",
                      "three-public-2023.txt", "website-2023.html"} do
  sources[name] = function() return shell.read("examples/" .. name), name end
end
sources["a page with states of every kind"] = function()
  return example.edit(
    example.page, "<td>19</td><td>6</td><td>1</td><td>2</td><td>2</td><td>0</td><td>30</td>",
    "<td></td><td>/</td><td>1O</td><td>不适用</td><td>无</td><td>22（其中&lt;修订&gt; 16件）</td><td>30</td>"), "a.html"
end
sources["decimals of 15 digits"] = function()
  return shell.read("examples/three-public-2023.txt"):gsub("%d+%.%d%d", "1234567890123.45"), "a.txt"
end
sources["small decimals"] = function()
  return shell.read("examples/three-public-2023.txt"):gsub("%d+%.%d%d", "0.00001"), "a.txt"
end
if pcall(require, "govreport.docx") then
  sources["a Word file"] = function()
    return docx_package.of(assert(govreport.read "examples/report-2021.html")), "a.docx"
  end
end
if pdf.is_read then
  sources["a PDF file"] = function() return pdf.of(assert(govreport.read "examples/report-2021.html")), "a.pdf" end
end

describe("the line of a document", function()
  for name, source in pairs(sources) do
    it("gives back its rows: " .. name, function()
      local bytes, file = source()
      check_round(tables_of(assert(govreport.parse(bytes, {name = file}))))
    end)
  end

  it("gives back that of one that was not read", function()
    local text = check_round(record.of_unread({id = 12, file = hostile, url = hostile, body = hostile},
                                              {status = "crash", code = "process.crash", message = hostile}))
    assert.matches('"report":null,"cells":[],', text, 1, true)
  end)

  it("is told in ASCII alone, and says the same", function()
    local tables = tables_of(example.report(example.page))
    local text = open("12", tables) .. "}"
    local ascii = line.ascii(text)
    assert.is_nil(ascii:find "[^ -~]")
    assert.same(json_reader.decode(text), json_reader.decode(ascii))
    assert.equal("\\ud83d\\ude00", line.ascii "\u{1F600}")
  end)

  it("has marks of one width", function()
    local marked = line.close{copy_of = 3, superseded_by = 123456789012}
    assert.equal(#line.close(), #marked)
    assert.same({id = 1, copy_of = 3, superseded_by = 123456789012}, json_reader.decode('{"id":1' .. marked))
  end)

  it("is of no form that is not known here", function()
    local object = json_reader.decode(open("1", tables_of(example.report(example.page))) .. "}")
    object.report.form = "other"
    assert.is_nil(line.tables(object, 1, context))
  end)
end)

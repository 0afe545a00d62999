--- The command line is thin: it asks the public names, and looks into no report itself.

local api = require "docs.api"
local signature = require "test.reference.signature"
local walk = require "spec.support.walk"

local function lines_of(command)
  local pipe <close> = assert(io.popen(command))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  return list
end

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read("a")
end

-- The code of a file: without comments, without what stands in quotation marks.
local function code_of(text)
  text = text:gsub("%-%-[^\n]*", "")
  return (text:gsub('"[^"\n]*"', '""'))
end

-- ---- what a report is made of -------------------------------------------------------------------

-- The classes whose insides are no business of the command line: the document, the report with all its parts, findings.
local inside = {Document = true, Result = true, Findings = true, Finding = true}
for _, chapter in ipairs(api.chapters) do
  for _, class in ipairs(chapter.classes or {}) do
    local of_report = chapter.title == "Reports" or chapter.title:find "^Claims"
    if of_report and class.kind == "core" and class[1] ~= "Decimal" then inside[class[1]] = true end
  end
end

-- The members by which one gets to them, as `:method(` or `.field`; what the command line tells itself is none: the
-- outcome as a whole, the name of a document.
local outcome = {close = true, verdict_text = true, exit_code = true}
local methods, fields = {}, {}
for name in pairs(inside) do
  local class = walk.classes[name]
  for _, entry in ipairs(class.methods or {}) do
    local own = signature.method(entry[1]).name
    if not outcome[own] and not string[own] then methods[own] = true end   -- text:find(…) is none of a report
  end
  for _, entry in ipairs(class.fields or {}) do
    local own = signature.field(entry[1])
    local type_ = own.type:gsub("%[%]$", "")
    if inside[type_] and own.name ~= "document" and own.name ~= "report" then fields[own.name] = true end
  end
end

-- What some code takes out of reports: a list of `:rows(`, `.tables`.
local function taken(text)
  local list = {}
  for base, mark, name in code_of(text):gmatch("([%w_]*)%s*([.:])%s*([%a_][%w_]*)") do
    if mark == ":" and methods[name] and base ~= "string" or mark == "." and fields[name] and base ~= "arguments" then
      list[#list + 1] = mark .. name
    end
  end
  return list
end

-- ---- the files ----------------------------------------------------------------------------------

local files = lines_of "ls lua/govreport/cli/*.lua bin/govreport"
local allowed = {
  "^govreport$", "^govreport%.testing$", "^govreport%.waivers$", "^govreport%.base%.", "^govreport%.messages%.",
  "^govreport%.cli$", "^govreport%.cli%.", "^govreport%.process$",
}

local function is_allowed(module)
  for _, pattern in ipairs(allowed) do
    if module:find(pattern) then return true end
  end
  return false
end

describe("the command line", function()
  it("knows what it must not look into", function()
    for _, name in ipairs{"rows", "cells", "cell", "sections", "findings", "blocks", "unaccounted", "odd_cells"} do
      assert.is_true(methods[name], name)
    end
    for _, name in ipairs{"tables", "claims", "ledger", "fields", "list"} do assert.is_true(fields[name], name) end
    assert.same({":rows", ".tables"}, taken "for row in x.y:rows() do end local a = report.tables")
    assert.same({".list"}, taken "for i, found in ipairs(result.list) do end   -- result:findings()")
    assert.same({":findings"}, taken 'for found in result:findings() do print("result.list") end')
  end)

  for _, path in ipairs(files) do
    it(path .. " requires only the public names, what any program could use, and its room", function()
      for module in read(path):gmatch('require[ (]*"(govreport[%w_.]*)"') do
        assert.is_true(is_allowed(module), path .. " requires " .. module)
      end
      -- Of names that are put together only the beginning is known.
      for module in read(path):gmatch('require%("(govreport[%w_.]*)" *%.%.') do
        assert.is_true(is_allowed(module .. "x"), path .. " requires " .. module)
      end
    end)

    it(path .. " looks into no report", function() assert.same({}, taken(read(path))) end)

    it(path .. " is short", function()
      local count = select(2, read(path):gsub("\n", ""))
      assert.is_true(count <= 120, count .. " lines")
    end)
  end
end)

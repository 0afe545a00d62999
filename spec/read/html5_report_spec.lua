--- Reports on pages gone wrong: no cell holds another number without a finding that says that something is wrong.

local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local html5 = require "spec.support.html5"
local html_tables = require "spec.support.html_tables"
local mutate = require "spec.support.mutate"
local sweep = require "spec.support.sweep"

local kinds = {{form = "cn_disclosure_2021", year = 2023}, {form = "cn_disclosure_2019", year = 2020}}
local bases_of_kind, changed_pages = 8, sweep(1000)
-- Tells another report: numbers without a sum may change places unnoticed.
local except = {move_cell = true}

local function each_cell(report)
  return coroutine.wrap(function()
    for _, t in pairs(report.tables) do
      for row in t:rows() do
        for cell in row:cells() do coroutine.yield(cell) end
      end
    end
  end)
end

local function is_warned(report)
  for found in govreport.check(report):findings() do
    if found.severity == "error" or found.severity == "warning" then return true end
  end
  return false
end

-- Reports as they should be: `text`, `values` by address, `cells` by the byte at which they begin.
local function make_bases()
  local bases = {}
  for seed = 1, bases_of_kind do
    for _, kind in ipairs(kinds) do
      local text = html_tables.report(seed, forms.declared(kind.form), kind.year)
      local report = assert(govreport.parse(text))
      local base = {text = text, form = kind.form, report = report, values = {}, cells = {}}
      for cell in each_cell(report) do
        base.values[cell.address] = cell.value
        if cell.byte then base.cells[cell.byte] = cell end
      end
      bases[#bases + 1] = base
    end
  end
  return bases
end

local bases = make_bases()

-- The number of a cell as printed, at its old place in the base: was it another cell's there?
local function is_anothers(base, page, cell)
  local origin = cell.byte and mutate.origin(page, cell.byte, cell.byte_end)
  local from = origin and base.cells[origin]
  return from ~= nil and from.byte_end - from.byte == cell.byte_end - cell.byte
end

-- Whether the HTML5 parser sees the same text in the same cell of the page's tables.
local function is_seen(page, cell)
  local document = govreport.read_bytes(page)
  local theirs, number = html5.tables(html5.parse({page})[1]), 0
  local own = html5.document_tables(document)
  for block in document:blocks() do
    if block.kind == "table" then
      number = number + 1
      for i, entry in ipairs(block.cells) do
        if entry.byte <= cell.byte and cell.byte_end <= entry.byte_end then
          return theirs[number] ~= nil and theirs[number][i] == own[number][i]
        end
      end
    end
  end
  return false
end

-- The cells of a changed page that hold other numbers than the page gives them.
local function wrong_cells(base, page, report)
  local wrong = {}
  for cell in each_cell(report) do
    if cell.state == "number" and cell.value ~= base.values[cell.address] then
      -- What the change made of the number itself is read as it is printed.
      if is_anothers(base, page, cell) or (html5.exists() and not is_seen(page.text, cell)) then
        wrong[#wrong + 1] = ("%s = %s, not %s"):format(cell.address, cell.value, base.values[cell.address])
      end
    end
  end
  return wrong
end

describe("reports on pages", function()
  it("are read and without fault while nothing is wrong", function()
    for i, base in ipairs(bases) do
      assert.equal(base.form, base.report.form)
      assert.is_false(is_warned(base.report), i)
      for cell in each_cell(base.report) do assert.equal("number", cell.state, cell.address) end
    end
  end)

  it("never give a cell another number without a finding, gone wrong in " .. changed_pages .. " ways", function()
    local silent, warned, read = {}, 0, 0
    for seed = 1, changed_pages do
      local random = generate.random(seed)
      local base = bases[random(#bases)]
      local page, names = mutate.apply(random, mutate.page(base.text), random(3), except)
      local report = govreport.parse(page.text)
      read = read + (report and 1 or 0)
      if report and not is_warned(report) then
        local wrong = wrong_cells(base, page, report)
        if #wrong > 0 then
          silent[#silent + 1] = ("seed %d, %s: %s"):format(seed, table.concat(names, ", "), table.concat(wrong, "; "))
        end
      elseif report then
        warned = warned + 1
      end
    end
    assert.same({}, silent)
    assert.is_true(warned > changed_pages / 10)   -- the changes do harm
    assert.is_true(read > changed_pages / 2)         -- but not so much that nothing is left to read
  end)
end)

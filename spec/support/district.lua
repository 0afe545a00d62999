--- The reports of a small county and of its units, of which it is the sum.

local generate = require "spec.support.generate"
local govreport = require "govreport"
local sample = require "govreport.form.sample"
local forms = require "govreport.form"

local district = {}

district.names = {"清沅县水务局", "清沅县教育局", "清沅县人民政府办公室", "南浦镇人民政府", "石桥乡人民政府"}
district.parent = "清沅县人民政府"

local function each_cell(declared, visit)
  for _, t in ipairs(declared.tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(row.split and {} or t.columns) do
        visit(t.id .. "." .. row.id .. "." .. column.id, column, t)
      end
    end
  end
end

--- Cells of each unit, with sums within tables that need not hold: what a roll-up compares are cells.
-- @return list of maps from address to number, in the order of `names`
function district.cells(seed, form)
  local random, list = generate.random(seed), {}
  for i = 1, #district.names do
    list[i] = {}
    each_cell(forms.declared(form), function(address, column)
      local value = random(3) == 1 and random(90) or 0
      if column.decimal then list[i][address] = ("%d.%02d"):format(value, random(99) - 1)
      else list[i][address] = column.signed and value > 0 and "+" .. value or value end
    end)
  end
  return list
end

-- The sum of numbers as they are printed.
local function sum_of(cells, address)
  local sum = 0
  for _, own in ipairs(cells) do
    sum = sum + govreport.decimal((tostring(own[address]):gsub("^%+", "")))
  end
  return sum
end

--- The cells of the parent.
function district.sum(cells, form)
  local total = {}
  each_cell(forms.declared(form), function(address) total[address] = tostring(sum_of(cells, address)) end)
  return total
end

--- A Report.
function district.report(form, agency, year, cells)
  return assert(govreport.parse(sample.text{form = form, agency = agency, year = year, cells = cells}))
end

--- A parent and its children whose numbers add up.
-- @return parent cells, children's cells
function district.new(seed, form)
  local cells = district.cells(seed, form)
  return district.sum(cells, form), cells
end

--- The Rollup and the Result of some cells.
-- @param options of `govreport.rollup`; `year` of each child and `names` of them may be given
function district.rollup(form, parent, children, options)
  local year = forms.declared(form).years[1]
  options = options or {}
  local reports, settings = {}, {}
  for key, value in pairs(options) do
    if key ~= "years" and key ~= "names" and key ~= "parent" then settings[key] = value end
  end
  for i, cells in ipairs(children) do
    local agency = (options.names or district.names)[i]
    reports[i] = district.report(form, agency, (options.years or {})[i] or year, cells)
  end
  return govreport.rollup(district.report(form, options.parent or district.parent, year, parent), reports, settings)
end

return district

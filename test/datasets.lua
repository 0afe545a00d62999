--- What others read in a dataset is what the reports hold: invented reports go into all kinds of datasets, programs
-- that people use add up every place of every form, and the sums are those of the reports themselves.
--
--   make test-datasets        KEEP=folder for a folder that stays
--
-- A program that is not there is left out, and said to be. Each prints lines `table.row.column numbers sum`.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv "BUILD" or "build") .. package.cpath

local csv = require "govreport.base.csv"
local forms = require "govreport.form"
local govreport = require "govreport"
local shell = require "spec.support.shell"
local testing = require "govreport.testing"

local reports, seed = 60, 20260101
local python = os.getenv "PYTHON" or "python3"

-- ---- reports ------------------------------------------------------------------------------------

local odd = {"", "—", "/", "无"}

-- What stands in a cell: mostly a number, at times nothing, in columns of money one with a fraction.
local function cell_text(column)
  local draw = math.random(10)
  if draw == 1 then return odd[math.random(#odd)] end
  if column.id == "amount" then return ("%.2f"):format(math.random(0, 99999) / 100) end
  return tostring(draw > 6 and math.random(0, 2000) or 0)
end

local function cells_of(form)
  local cells = {}
  for _, t in ipairs(forms.declared(form).tables) do
    for _, row in ipairs(t.rows) do
      for _, column in ipairs(t.columns) do
        local is_number = (row.type or column.type or "number") == "number" and not row.heading and not row.split
        if is_number then cells[t.id .. "." .. row.id .. "." .. column.id] = cell_text(column) end
      end
    end
  end
  return cells
end

-- Writes reports into a folder, and copies the examples beside them.
local function write_reports(folder)
  math.randomseed(seed)
  for i = 1, reports do
    local form = i % 3 == 0 and "cn_disclosure_2019" or "cn_disclosure_2021"
    shell.write(("%s/%03d.html"):format(folder, i), testing.sample{
      form = form, agency = ("第%d镇人民政府"):format(i), year = i % 3 == 0 and 2020 or 2024, cells = cells_of(form),
      prose = true})
  end
  assert(os.execute("cp examples/*.html examples/*.txt " .. folder))
end

-- ---- sums ---------------------------------------------------------------------------------------

local function add(sums, address, value)
  local own = sums[address] or {0, 0}
  sums[address] = {own[1] + 1, own[2] + value}
end

-- The lines of some sums.
local function lines_of(sums)
  local list = {}
  for address, own in pairs(sums) do
    list[#list + 1] = ("%s %d %.4f"):format(address, own[1], tonumber(tostring(own[2])))
  end
  table.sort(list)
  return table.concat(list, "\n") .. "\n"
end

-- What the reports hold; how many numbers, how many cells without one, how many numbers with a fraction.
local function sums_of_reports(folder)
  local sums, counts = {}, {numbers = 0, others = 0, fractions = 0}
  for _, path in ipairs((govreport.files(folder))) do
    local report <close> = assert(govreport.open(path))
    for address, value, state in report:values() do
      local is_number = state == "number"
      if is_number then add(sums, address, value) end
      local kind = is_number and "numbers" or "others"
      counts[kind] = counts[kind] + 1
      if is_number and math.type(value) ~= "integer" then counts.fractions = counts.fractions + 1 end
    end
  end
  return lines_of(sums), counts
end

-- The lines that a command prints, in order.
local function printed(command)
  local code, out, err = shell.run(command)
  if code ~= 0 then return err ~= "" and err or out end
  local list = {}
  for line in out:gmatch "[^\n]+" do list[#list + 1] = line end
  table.sort(list)
  return table.concat(list, "\n") .. "\n"
end

-- ---- programs -----------------------------------------------------------------------------------

local function has(command) return os.execute(command .. " >/dev/null 2>&1") == true end

local query = [[
SELECT table_id || '.' || row_id || '.' || column_id || ' ' || count(value) || ' ' || printf('%.4f', sum(value))
FROM cells WHERE state = 'number' GROUP BY table_id, row_id, column_id;]]

-- The sheet of cells as LibreOffice makes CSV of it.
local function sums_of_sheet(folder)
  local filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"   -- all sheets
  local command = "soffice -env:UserInstallation=file://%s/profile --headless --convert-to '%s' --outdir %s/sheets %s"
  assert(has(command:format(folder, filter, folder, folder .. "/d.xlsx")), "soffice")
  local rows, sums = csv.parse(shell.read(folder .. "/sheets/d-格.csv")), {}
  local at = {}
  for i, title in ipairs(rows[1]) do at[title] = i end
  for i = 2, #rows do
    local row = rows[i]
    if row[at["状态"]] == "数值" or row[at["状态"]] == "number" then
      local address = ("%s.%s.%s"):format(row[at["表的编号"]], row[at["行的编号"]], row[at["列的编号"]])
      add(sums, address, tonumber(row[at["值"]]))
    end
  end
  return lines_of(sums)
end

local duckdb = "@duckdb/node-api@1.5.6-r.1"

-- Where npm puts what reads datasets as well; nil where it cannot.
local function duckdb_tools()
  local tools = "build/datasets/npm"
  local install = "npm install --silent --no-audit --no-fund --no-save --prefix " .. tools .. " " .. duckdb
  if has("test -d " .. tools .. "/node_modules/@duckdb/node-api") or has(install) then return tools end
end

local programs = {
  {name = "sqlite3, SQLite", is_there = function() return has "sqlite3 --version" end,
   run = function(folder) return printed(("sqlite3 %s/d.sqlite \"%s\""):format(folder, query)) end},
  {name = "pandas, SQLite", is_there = function() return has(python .. " -c 'import pandas'") end,
   run = function(folder) return printed(("%s test/datasets.py sqlite %s/d.sqlite"):format(python, folder)) end},
  {name = "pandas, CSV", is_there = function() return has(python .. " -c 'import pandas'") end,
   run = function(folder) return printed(("%s test/datasets.py csv %s/d"):format(python, folder)) end},
  {name = "R, SQLite", is_there = function() return has "Rscript -e 'library(RSQLite)'" end,
   run = function(folder) return printed(("Rscript test/datasets.R %s/d.sqlite"):format(folder)) end},
  {name = "LibreOffice, xlsx", is_there = function() return has "soffice --version" end, run = sums_of_sheet},
}
for _, kind in ipairs{"csv", "jsonl", "parquet"} do
  programs[#programs + 1] = {
    name = "DuckDB, " .. kind, is_there = function() return duckdb_tools() ~= nil end,
    run = function(folder)
      return printed(("node test/datasets.mjs %s %s %s"):format(duckdb_tools(), kind, folder))
    end}
end

-- ---- all of it ----------------------------------------------------------------------------------

local count = {passed = 0, failed = 0, skipped = 0}

local function told(how, text)
  count[how] = count[how] + 1
  print(("%s: %s"):format(how == "passed" and "ok" or how, text))
end

local function run(folder)
  assert(os.execute("mkdir -p " .. folder .. "/reports"))
  write_reports(folder .. "/reports")
  local wanted, counts = sums_of_reports(folder .. "/reports")
  print(("%d numbers, %d of them with a fraction; %d cells without one"):format(counts.numbers, counts.fractions,
                                                                                counts.others))
  assert(counts.fractions > 20 and counts.others > 500)
  for _, output in ipairs{"d.sqlite", "d/", "d.jsonl", "d.xlsx"} do
    local summary = assert(govreport.dataset(folder .. "/reports", {output = folder .. "/" .. output}))
    assert(#summary.failures == 0)
  end
  for _, program in ipairs(programs) do
    if not program.is_there() then told("skipped", program.name .. " is not there")
    else
      local given = program.run(folder)
      told(given == wanted and "passed" or "failed", program.name)
      if given ~= wanted then print(given:sub(1, 2000)) end
    end
  end
end

local kept = os.getenv "KEEP"
local folder = kept ~= "" and kept or shell.folder()
run(folder)
if folder ~= kept then shell.remove(folder) end
print(("%d passed, %d failed%s"):format(count.passed, count.failed,
                                        count.skipped > 0 and (", %d skipped"):format(count.skipped) or ""))
os.exit(count.failed == 0)

--- Documents for datasets: reports of many bodies, each with numbers of its own, and what datasets made of them hold.

local core_csv = require "govreport.base.csv"
local example = require "spec.support.example"
local export = require "govreport.dataset.export"
local json_reader = require "govreport.base.json_reader"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local documents = {}

-- ---- documents ----------------------------------------------------------------------------------

local digits = {"一", "二", "三", "四", "五", "六", "七", "八", "九"}
digits[0] = "〇"

--- The name of the body of a document.
function documents.body(i)
  local name = tostring(i):gsub("%d", function(digit) return digits[tonumber(digit)] end)
  return "云岭市第" .. name .. "水务局"
end

--- The text of a document: a report of another body, which was visited so often.
function documents.text(i)
  local visits = ("接待来访%d人次。"):format(i)
  return (example.text:gsub("云岭市水务局", documents.body(i)):gsub("（一）主动公开\n\n", "%0" .. visits))
end

--- Writes so many documents into a folder.
-- @return their paths
function documents.write(folder, count)
  local paths = {}
  for i = 1, count do
    paths[i] = ("%s/%04d.txt"):format(folder, i)
    shell.write(paths[i], documents.text(i))
  end
  return paths
end

-- ---- what a dataset holds -----------------------------------------------------------------------

local is_mark = {}
for _, name in ipairs(schema.marks) do is_mark[name] = true end

local readers = {}

-- The rows of all tables, by name: lists of values by the names of their columns.
function readers.csv(path)
  local found = {}
  for _, t in ipairs(export.tables) do
    local rows = assert(core_csv.parse(shell.read(path .. "/" .. t.name .. ".csv")))
    found[t.name] = {}
    for i = 2, #rows do
      local values = {}
      for k, name in ipairs(rows[1]) do values[name] = rows[i][k] ~= "" and rows[i][k] or nil end
      found[t.name][i - 1] = values
    end
  end
  return found
end

function readers.sqlite(path)
  local found = {}
  local db <close> = assert(require("govreport.sqlite").open(path, {readonly = true}))
  for _, t in ipairs(schema.tables) do
    found[t.name] = {}
    for i, row in ipairs(assert(db:query("SELECT * FROM " .. t.name))) do
      local values = {}
      for k, column in ipairs(t.columns) do values[column.name] = row[k] end
      found[t.name][i] = values
    end
  end
  return found
end

-- The names of documents by their numbers.
local function names_of(tables)
  local names = {}
  for _, name in ipairs{"report", "unread"} do
    for _, row in ipairs(tables[name]) do names[tostring(row.id)] = row.file end
  end
  return names
end

-- A row with names of documents in place of their numbers.
local function row_text(values, names)
  local list = {}
  for key, value in pairs(values) do
    if is_mark[key] or key == "id" or key == "report" then value = assert(names[tostring(value)], key) end
    list[#list + 1] = key .. "=" .. tostring(value)
  end
  table.sort(list)
  return table.concat(list, "\t")
end

local function of_tables(tables)
  local names, found = names_of(tables), {}
  for name, rows in pairs(tables) do
    for _, row in ipairs(rows) do
      local file = names[tostring(row.id or row.report)]
      found[file] = found[file] or {}
      table.insert(found[file], name .. ": " .. row_text(row, names))
    end
  end
  for file, list in pairs(found) do
    table.sort(list)
    found[file] = table.concat(list, "\n")
  end
  return found
end

local function of_lines(path)
  local names, found = {}, {}
  local text = shell.read(path)
  for line in text:gmatch "[^\n]+" do
    local object = assert(json_reader.decode(line))
    names[object.id] = object.file
  end
  for line in text:gmatch "[^\n]+" do
    local object, last = json_reader.decode(line), {}
    for i, name in ipairs(schema.marks) do last[i] = name .. "=" .. tostring(object[name] and names[object[name]]) end
    local own = line:gsub('^{"id":%d+', ""):gsub(',"copy_of":[^}]*}$', "")
    found[object.file] = own .. "\t" .. table.concat(last, "\t")
  end
  return found
end

--- What a dataset holds of each document, by the names of the documents: the same for the same content, whatever
-- numbers they have.
function documents.content(path)
  if path:find "%.jsonl$" then return of_lines(path) end
  return of_tables((path:find "%.sqlite$" and readers.sqlite or readers.csv)(path))
end

--- The rows of a table of a dataset in SQLite or CSV.
function documents.rows(path, name) return (path:find "%.sqlite$" and readers.sqlite or readers.csv)(path)[name] end

--- All that a dataset in SQLite holds, as a text: every table and view, in order.
function documents.dump(path)
  local db <close> = assert(require("govreport.sqlite").open(path, {readonly = true}))
  local pieces = {}
  for _, own in ipairs(assert(db:query "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")) do
    pieces[#pieces + 1] = ("%s %s %s"):format(own[1], own[2], own[3])
    if own[1] ~= "index" then
      for _, row in ipairs(assert(db:query("SELECT * FROM " .. own[2]))) do
        local values = {}
        for i = 1, row.n do values[i] = math.type(row[i]) and ("%q"):format(row[i]) or tostring(row[i]) end
        pieces[#pieces + 1] = table.concat(values, "\t")
      end
    end
  end
  return table.concat(pieces, "\n")
end

--- The bytes of a dataset; of a folder those of all its files.
function documents.bytes(path)
  if not path:find "/$" then return shell.read(path) end
  local pieces = {}
  for _, t in ipairs(export.tables) do pieces[#pieces + 1] = shell.read(path .. t.name .. ".csv") end
  return table.concat(pieces, "\0") .. shell.read(path .. "datapackage.json")
end

--- Which kinds of datasets can be written here: names of outputs.
documents.outputs = {"x.jsonl", "csv/"}
if pcall(require, "govreport.sqlite") then table.insert(documents.outputs, "x.sqlite") end

return documents

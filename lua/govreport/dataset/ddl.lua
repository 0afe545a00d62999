--- The tables of a dataset in SQLite.

local schema = require "govreport.dataset.schema"

local ddl = {}

-- Values have no type of their own: an integer stays one, a decimal is the nearest double, which gives back all of its
-- 15 digits, a text stays a text.
local types = {integer = " INTEGER", number = "", text = " TEXT", date = " TEXT", boolean = " INTEGER", list = " TEXT",
               value = ""}

local function table_of(t)
  local lines, is_rowid = {}, #t.key == 1
  for i, column in ipairs(t.columns) do
    lines[i] = "  " .. column.name .. types[column.type] .. (is_rowid and i == 1 and " PRIMARY KEY" or "")
  end
  if not is_rowid then lines[#lines + 1] = "  PRIMARY KEY (" .. table.concat(t.key, ", ") .. ")" end
  local kind = is_rowid and "" or " WITHOUT ROWID"
  return ("CREATE TABLE %s (\n%s\n)%s;\n"):format(t.name, table.concat(lines, ",\n"), kind)
end

--- The statement that inserts packed rows into a table. Where a row is refused the whole transaction is rolled back: so
-- SQLite need not keep what a statement alone has changed.
-- @param count of the columns
function ddl.insert(name, count)
  local columns = {}
  for i = 1, count do columns[i] = "c" .. i end
  return ("INSERT OR ROLLBACK INTO %s SELECT %s FROM packed"):format(name, table.concat(columns, ", "))
end

--- The statements that make all tables.
function ddl.tables()
  local pieces = {}
  for i, t in ipairs(schema.tables) do pieces[i] = table_of(t) end
  return table.concat(pieces) .. [[
CREATE TABLE place (
  place INTEGER PRIMARY KEY, form TEXT, table_id TEXT, row_id TEXT, column_id TEXT,
  table_zh TEXT, row_zh TEXT, column_zh TEXT
);
CREATE TABLE state (id INTEGER PRIMARY KEY, state TEXT, state_zh TEXT);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE UNIQUE INDEX report_file ON report (file);
CREATE UNIQUE INDEX unread_file ON unread (file);
]]
end

return ddl

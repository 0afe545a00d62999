--- The views of a dataset in SQLite: reports without copies and earlier versions; cells with names, in English and
-- Chinese; and those that forms declare: tables with a column for each row, what forms of several years have in common.

local extension = require "govreport.form.extension"
local form_views = require "govreport.form.views"
local forms = require "govreport.form"
local sql_name = require "govreport.dataset.sql_name"

local views = {}

local cells = [[
CREATE VIEW latest AS
  SELECT * FROM report WHERE copy_of IS NULL AND superseded_by IS NULL;
CREATE VIEW cells AS
  SELECT c.report, r.file, r.agency, r.year, r.form, p.table_id, p.row_id, p.column_id, s.state, c.value, c.unit,
         c.sign, c.note, c.inferred, c.raw, c.line, c.byte, c.byte_end, c.page, c.box
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
       JOIN state AS s ON s.id = c.state;
CREATE VIEW long_zh AS
  SELECT c.report AS 编号, r.file AS 文件, r.agency AS 机关, r.year AS 年度, p.table_zh AS 表, p.row_zh AS 行,
         p.column_zh AS 列, s.state_zh AS 状态, c.value AS 值, c.unit AS 单位, c.note AS 附注, c.raw AS 原文,
         c.line AS 行号, c.page AS 页码
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
       JOIN state AS s ON s.id = c.state;
]]

-- The rows of a table in all forms, each once, in their order.
local function rows_of(places, table_id)
  local list, seen = {}, {}
  for _, own in ipairs(places.list) do
    if own[3] == table_id and not seen[own[4]] then
      seen[own[4]] = true
      list[#list + 1] = own[4]
    end
  end
  return list
end

-- A table with a column for each of its rows: a row for each report and column of the form.
local function wide(places, view)
  local sums = {}
  for i, id in ipairs(rows_of(places, view.table)) do
    sums[i] = ("         max(CASE WHEN p.row_id = '%s' THEN c.value END) AS %s"):format(id, sql_name(id))
  end
  return ([[
CREATE VIEW %s AS
  SELECT c.report, r.file, r.agency, r.year, r.form, p.column_id AS %s,
%s
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
  WHERE p.table_id = '%s'
  GROUP BY c.report, p.column_id;
]]):format(sql_name(view.id), sql_name(view.by), table.concat(sums, ",\n"), view.table)
end

-- Texts as SQL lists them.
local function quoted(list) return "'" .. table.concat(list, "', '") .. "'" end

-- What several forms have in common. An item is the sum of its rows, in the form that has them; where one of them has
-- no value the sum has none.
local function common(view)
  local pieces = {}
  for i, item in ipairs(view.items) do
    local columns = item.columns and " AND p.column_id IN (" .. quoted(item.columns) .. ")" or ""
    local name = item.columns and "'value'" or "p.column_id"
    pieces[i] = ([[
  SELECT c.report, r.file, r.agency, r.year, r.form, '%s' AS table_id, '%s' AS item, %s AS column_id,
         CASE WHEN count(*) = count(c.value) THEN sum(c.value) END AS value, count(*) AS cells
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
  WHERE p.table_id = '%s' AND p.row_id IN (%s)%s AND r.form IN (%s)
  GROUP BY c.report, %s]]):format(item.table, item.id, name, item.table, quoted(item.rows), columns,
                                  quoted(view.forms), name)
  end
  return "CREATE VIEW " .. sql_name(view.id) .. " AS\n" .. table.concat(pieces, "\n  UNION ALL\n") .. ";\n"
end

-- ---- what forms declare -------------------------------------------------------------------------

-- Adds to a list what it lacks.
local function add_all(list, more)
  local known = extension.by_id(list)
  for _, entry in ipairs(more) do
    if not known[entry] then list[#list + 1] = entry end
  end
  return list
end

-- Adds an item of a form to what others say of it.
local function add_item(items, item)
  local known, rows = extension.by_id(items)[item.id], form_views.rows_of(item)
  if known then
    add_all(known.rows, rows)
    add_all(known.columns or {}, item.columns or {})
  else
    items[#items + 1] = {id = item.id, table = item.table, rows = add_all({}, rows),
                         columns = item.columns and add_all({}, item.columns)}
  end
end

-- The views that forms declare, each once: with what all forms that have it say of its items.
local function declared()
  local list, ids = {}, forms.list()
  table.sort(ids)
  for _, id in ipairs(ids) do
    for _, view in ipairs(forms.declared(id).views or {}) do
      local own = extension.by_id(list)[view.id]
      if not own then
        own = {id = view.id, table = view.table, by = view.by, items = view.items and {}, forms = {}}
        list[#list + 1] = own
      end
      own.forms[#own.forms + 1] = id
      for _, item in ipairs(view.items or {}) do add_item(own.items, item) end
    end
  end
  return list
end

--- The statements that make all views.
-- @param places see `govreport.dataset.places`
function views.all(places)
  local pieces = {cells}
  for _, view in ipairs(declared()) do
    pieces[#pieces + 1] = view.items and common(view) or wide(places, view)
  end
  return table.concat(pieces)
end

return views

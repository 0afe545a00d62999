--- The views of a dataset in SQLite: reports without copies and earlier versions; cells with names, in English and
-- Chinese; the applications of each kind of applicant side by side; what forms of several years have in common.

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
local function wide(places, table_id, name, column)
  local sums = {}
  for i, id in ipairs(rows_of(places, table_id)) do
    sums[i] = ("         max(CASE WHEN p.row_id = '%s' THEN c.value END) AS %s"):format(id, id)
  end
  return ([[
CREATE VIEW %s AS
  SELECT c.report, r.file, r.agency, r.year, r.form, p.column_id AS %s,
%s
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
  WHERE p.table_id = '%s'
  GROUP BY c.report, p.column_id;
]]):format(name, column, table.concat(sums, ",\n"), table_id)
end

-- What the forms of 2019 and 2021 both ask for. An item is the sum of the rows that are listed, in the form that has
-- them; where one of them has no value the sum has none.
local applications = {
  "received", "brought_forward", "granted", "partially_granted", "denied_state_secret", "denied_prohibited_by_law",
  "denied_security_stability", "denied_third_party", "denied_internal_affairs", "denied_deliberative",
  "denied_enforcement_file", "denied_registry_inquiry", "unavailable_not_held", "unavailable_needs_creation",
  "unavailable_unclear", "not_processed_petition", "not_processed_repeated", "not_processed_publication",
  "not_processed_excessive", "not_processed_reconfirmation", "concluded", "carried_forward",
}
local harmonised = {
  {table = "applications", item = "other_handling",
   rows = "'other_handling', 'other_not_supplemented', 'other_fee_unpaid', 'other_remaining'"},
  {table = "instruments", item = "administrative_rules", rows = "'administrative_rules'", columns = "'made', 'issued'"},
  {table = "instruments", item = "normative_documents", rows = "'normative_documents'", columns = "'made', 'issued'"},
  {table = "licensing", item = "licensing_decisions", rows = "'licenses'", columns = "'decisions'"},
  {table = "enforcement", item = "penalty_decisions", rows = "'penalties'", columns = "'decisions'"},
  {table = "enforcement", item = "coercion_decisions", rows = "'coercion'", columns = "'decisions'"},
}
for _, id in ipairs(applications) do
  table.insert(harmonised, {table = "applications", item = id, rows = "'" .. id .. "'"})
end
for _, id in ipairs{"reconsideration", "litigation_direct", "litigation_after_reconsideration"} do
  table.insert(harmonised, {table = "disputes", item = id, rows = "'" .. id .. "'"})
end

local function harmonised_view()
  local pieces = {}
  for i, own in ipairs(harmonised) do
    local columns = own.columns and " AND p.column_id IN (" .. own.columns .. ")" or ""
    local name = own.columns and "'value'" or "p.column_id"
    pieces[i] = ([[
  SELECT c.report, r.file, r.agency, r.year, r.form, '%s' AS table_id, '%s' AS item, %s AS column_id,
         CASE WHEN count(*) = count(c.value) THEN sum(c.value) END AS value, count(*) AS cells
  FROM cell AS c JOIN report AS r ON r.id = c.report JOIN place AS p ON p.place = c.place
  WHERE p.table_id = '%s' AND p.row_id IN (%s)%s AND r.form IN ('cn_disclosure_2019', 'cn_disclosure_2021')
  GROUP BY c.report, %s]]):format(own.table, own.item, name, own.table, own.rows, columns, name)
  end
  return "CREATE VIEW harmonised AS\n" .. table.concat(pieces, "\n  UNION ALL\n") .. ";\n"
end

--- The statements that make all views.
-- @param places see `govreport.dataset.places`
function views.all(places)
  return cells .. wide(places, "applications", "applications_wide", "applicant")
         .. wide(places, "disputes", "disputes_wide", "outcome") .. harmonised_view()
end

return views

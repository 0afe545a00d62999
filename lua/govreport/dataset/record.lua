--- A record: what a dataset holds of one document, a packed string for each table that has rows of it.

local core = require "govreport.core"
local packed = require "govreport.dataset.packed"
local schema = require "govreport.dataset.schema"
local valid = require "govreport.base.valid"

local record = {}

local function add(tables, name, rows) tables[name] = packed.table(rows, #schema.by_name[name].columns) end

-- A row of a table from values by the names of its columns.
local function row_of(name, values)
  local row = {}
  for i, column in ipairs(schema.by_name[name].columns) do row[i] = values[column.name] end
  return row
end

--- The packed row of a table from values by the names of its columns.
function record.row(name, values) return packed.row(row_of(name, values), #schema.by_name[name].columns) end

-- ---- the rows of a report -----------------------------------------------------------------------

local is_told = {title = true, published_on = true, signed_on = true}

-- What a report says of itself in fields that not every form has, by name.
local function facts_of(report)
  local facts = {}
  for id, field in pairs(report.fields) do
    if is_told[id] and facts[id] == nil then facts[id] = field.value end
  end
  return facts
end

local function report_row(job, report, result, unit, text)
  local counts, document, facts = result.counts, report.document, facts_of(report)
  local digest, signature, wanted, read = core.traits(report, text)
  return {
    id = job.id, file = job.file, sha256 = job.sha256, bytes = job.bytes, format = document.format,
    encoding = document.encoding, form = report.form, title = facts.title, agency = report.agency, year = report.year,
    region = unit and unit.code or job.region, body = job.body, type = unit and unit.type, level = unit and unit.level,
    published_on = facts.published_on, signed_on = facts.signed_on, url = job.url, fetched = job.fetched,
    verdict = result.verdict, errors = counts.error, warnings = counts.warning, hints = counts.info,
    notices = counts.notice, cells_wanted = wanted, cells_read = read, values_digest = digest, signature = signature,
  }
end

--- A list of texts as an array of JSON: ids and addresses need no escapes.
function record.list_text(texts) return #texts > 0 and '["' .. table.concat(texts, '","') .. '"]' or "[]" end

local function side(value) return value ~= nil and tostring(value) or nil end

local function box_text(spot)
  if not spot.box then return nil end
  local sides = {}
  for i, value in ipairs(spot.box) do sides[i] = tostring(value) end
  return table.concat(sides, " ")
end

local function finding_row(id, number, found)
  local addresses = {}
  for i = 1, #found.cells do addresses[i] = found.cells[i].address end
  local place = found.cells[1] or found.places[1] or {}
  local spot = place.spot
  local own = spot and spot.part and spot or place   -- bytes of the part, where there is one
  spot = spot or {}
  return {id, number, found.rule, found.severity, found.message, record.list_text(addresses), side(found.expected),
          side(found.actual), place.line, own.byte, own.byte_end, spot.page, box_text(spot), spot.part, spot.paragraph}
end

local function finding_rows(id, result)
  local list = {}
  for found in result:findings() do list[#list + 1] = finding_row(id, #list + 1, found) end
  return list
end

-- The sums of a result: the ids of their tables, in order, and a set of the ids of their rules.
local function sums_of(result)
  local order, seen, is_sum = {}, {}, {}
  for _, entry in ipairs(result.sums) do
    local id = entry.table.id
    is_sum[entry.rule.id] = true
    if not seen[id] then seen[id], order[#order + 1] = true, id end
  end
  return order, is_sum
end

-- What was found, also where somebody accepts it: a sum that fails does not hold for that.
local function all_findings(result)
  local list = {}
  for found in result:findings() do list[#list + 1] = found end
  for i = 1, #result.waived do list[#list + 1] = result.waived[i].finding end
  return list
end

-- The tables in which a finding of a sum has a cell.
local function failing_tables(result, is_sum)
  local tables = {}
  for _, found in ipairs(all_findings(result)) do
    for i = 1, is_sum[found.rule] and found.severity ~= "notice" and #found.cells or 0 do
      tables[found.cells[i].address:match "^[^.]+"] = true
    end
  end
  return tables
end

-- The tables of which something is undecided.
local function open_tables(result, is_sum)
  local tables = {}
  for i = 1, #result.open do
    local own = result.open[i]
    if own.table and (own.kind == "table" or is_sum[own.rule]) then tables[own.table] = true end
  end
  return tables
end

-- Whether the sums of each table hold: not where a finding of one of them has a cell there; not known where one is
-- undecided, or the table is not in the report.
local function sum_rows(id, report, result)
  local order, is_sum = sums_of(result)
  local fails, open, list = failing_tables(result, is_sum), open_tables(result, is_sum), {}
  for i, table_id in ipairs(order) do
    local is_known = not open[table_id] and report.tables[table_id].present
    list[i] = {id, table_id}
    if fails[table_id] then list[i][3] = false elseif is_known then list[i][3] = true end
  end
  return list
end

--- The record of a report that was checked.
-- @param job `{id, file, sha256, bytes, body, region, url, fetched}`
-- @param first_place the number of the first place of the report's form, see `govreport.dataset.places`
-- @param unit the body's entry in a register of units, or nil
-- @return packed rows by table; the row of the report, by the names of its columns
function record.of_report(job, report, result, first_place, unit)
  local sections, text = core.pack_sections(report, job.id, valid)
  local row = report_row(job, report, result, unit, text)
  local tables = {report = record.row("report", row), section = sections}
  tables.cell = core.pack_cells(report, job.id, first_place)
  tables.claim = core.pack_claims(report, job.id, valid)
  add(tables, "finding", finding_rows(job.id, result))
  add(tables, "sums", sum_rows(job.id, report, result))
  return tables, row
end

--- The record of a document that was not read.
-- @param problem `{status, code, message}`
function record.of_unread(job, problem)
  return {unread = record.row("unread", {
    id = job.id, file = job.file, sha256 = job.sha256, bytes = job.bytes, status = problem.status, code = problem.code,
    message = problem.message, body = job.body, url = job.url, fetched = job.fetched,
  })}
end

return record

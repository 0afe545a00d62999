--- What a check could not decide. Read-only tables:
--   kind    "sum"; "table", which could not be read or has rows that could not; "rule", which could not tell
--   rule    id of the rule, nil for a table
--   title   by language: what would have been checked; nil for a table
--   table   id of the table, nil where it is about none
--   row, column   of a sum over a row or a column: which
--   cells   addresses: of a sum the cells that hold no number, all where each does; else those that were not read

local readonly = require "govreport.base.readonly"

local undecided = {}

local view = {entry = readonly.class "govreport.Undecided", list = readonly.class "govreport.List",
              title = readonly.class "govreport.Messages"}

local function table_of(cells)
  local id = cells[1] and cells[1]:match "^[^.]+"
  for _, address in ipairs(cells) do
    if address:match "^[^.]+" ~= id then return nil end
  end
  return id
end

local function title_of(rule) return view.title{zh = rule.title.zh, en = rule.title.en} end

--- A sum.
-- @param plane what the cells of the report hold; see `core.plane`
-- @param entry see `govreport.check.identity.compile`
function undecided.sum(report, plane, entry)
  local terms, cells, states = entry.terms, {}, plane.state
  for i = 1, #terms, 2 do
    if states[terms[i]] ~= "number" then cells[#cells + 1] = report:cell(terms[i]).address end
  end
  for i = 1, #cells == 0 and #terms or 0, 2 do cells[#cells + 1] = report:cell(terms[i]).address end
  return view.entry{
    kind = "sum", rule = entry.rule.id, title = title_of(entry.rule), table = entry.table.id,
    row = entry.each == "row" and entry.bound or nil, column = entry.each == "column" and entry.bound or nil,
    cells = view.list(cells),
  }
end

--- A table, or some of its cells.
-- @param cells list of addresses
function undecided.table(id, cells) return view.entry{kind = "table", table = id, cells = view.list(cells or {})} end

--- What a rule says, or could not say.
-- @param rule the declaration
-- @param cells list of addresses
function undecided.rule(rule, cells)
  return view.entry{kind = "rule", rule = rule.id, title = title_of(rule), table = table_of(cells or {}),
                    cells = view.list(cells or {})}
end

--- A notice that leaves the verdict open.
-- @param rule the declaration of its rule
-- @param found the finding
function undecided.finding(rule, found)
  local cells = {}
  for i = 1, #found.cells do cells[i] = found.cells[i].address end
  return undecided.rule(rule, cells)
end

undecided.list = view.list

return undecided

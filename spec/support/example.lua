--- The example report, the edits that specs make to it, and what they compare.

local govreport = require "govreport"

local example = {}

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

example.text = read("examples/report.txt")
--- The same office's page of 2024, in the form of 2021.
example.page = read("examples/report-2021.html")

-- ---- edits -------------------------------------------------------------------

--- Replaces `from`, which must stand in the text exactly once.
function example.edit(text, from, to)
  local start, stop = text:find(from, 1, true)
  assert(start, "not found: " .. from)
  assert(not text:find(from, start + 1, true), "found twice: " .. from)
  return text:sub(1, start - 1) .. to .. text:sub(stop + 1)
end

--- Replaces `from` wherever it stands, `count` times in all.
function example.edit_all(text, from, to, count)
  local pattern = from:gsub("%p", "%%%0")
  local edited, found = text:gsub(pattern, (to:gsub("%%", "%%%%")))
  assert(found == count, ("found %d times: %s"):format(found, from))
  return edited
end

--- The report with so many slips of one kind: a sentence that stands twice.
function example.very_many(count)
  local slips = ("本局按时答复了全部来信来访。"):rep(count + 1)
  return example.edit(example.text, "（二）依申请公开\n\n", "（二）依申请公开\n\n" .. slips .. "\n\n")
end

--- The report without its title, and under no name of a body.
function example.nameless(text, title)
  return (example.edit_all(text, title, "年度报告", 2):gsub("云岭市水务局", "我局"))
end

-- The lines below a label are its values as long as they look like values.
local function is_value(line)
  if line:find("^%d+%.[^%d]") then return false end
  return line:find("^[%d+/-]") ~= nil or line:find("^—") ~= nil or line:find("^无") ~= nil
end

--- The text of a row: its label, its values, the blank lines behind them. A
-- label that stands on several lines means the last one.
function example.row(text, label)
  local start, from = nil, 1
  while true do
    local found = text:find("\n" .. label .. "\n\n", from, true)
    if not found then break end
    start, from = found + 1, found + 1
  end
  assert(start, "no line: " .. label)
  local stop = start + #label + 2
  while true do
    local line = text:match("^[^\n]*\n\n?", stop)
    if not line or not is_value(line) then break end
    stop = stop + #line
  end
  return text:sub(start, stop - 1)
end

--- Replaces the n-th value of a row.
function example.set(text, label, n, value)
  local row = example.row(text, label)
  local i = -1
  local edited = row:gsub("[^\n]+", function()
    i = i + 1
    if i == n then return value end
  end)
  assert(i >= n, "too few values: " .. label)
  return example.edit(text, row, edited)
end

--- Several edits, each `{label, n, value}`.
function example.set_all(text, changes)
  for _, change in ipairs(changes) do
    text = example.set(text, change[1], change[2], change[3])
  end
  return text
end

--- Takes a row out.
function example.without(text, label)
  return example.edit(text, example.row(text, label), "")
end

-- ---- results -----------------------------------------------------------------

--- The Report of a text; fails with the message where there is none.
function example.report(text, options)
  return assert(govreport.parse(text, options))
end

--- The Result of a text, and its Report.
function example.check(text, options)
  local report = example.report(text)
  return govreport.check(report, options), report
end

--- The findings of a text, only those of one rule where it is given.
function example.findings(text, rule, options)
  local list = {}
  for finding in example.check(text, options):findings() do
    if not rule or finding.rule == rule then list[#list + 1] = finding end
  end
  return list
end

--- What all cells say, by address: the value of a number, else the state.
function example.cells(report)
  local cells = {}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        cells[cell.address] = cell.state == "number" and tostring(cell.value) or cell.state
      end
    end
  end
  return cells
end

--- The cells of a report that differ from those of the example.
function example.differences(report)
  local expected = example.cells(example.report(example.text))
  local differences = {}
  for address, value in pairs(example.cells(report)) do
    if value ~= expected[address] then differences[address] = value end
  end
  return differences
end

--- How many cells differ, by what they say instead.
function example.tally(differences)
  local counts = {}
  for _, value in pairs(differences) do counts[value] = (counts[value] or 0) + 1 end
  return counts
end

--- The numbers that nothing was made of, as printed.
function example.unaccounted(report)
  local list = {}
  for _, entry in ipairs(report.ledger) do
    if entry.status == "unaccounted" then list[#list + 1] = entry.raw end
  end
  return list
end

--- The ids of the rules that found something, in document order.
function example.rules(result)
  local list = {}
  for finding in result:findings() do list[#list + 1] = finding.rule end
  return list
end

--- The addresses of a finding's cells.
function example.addresses(finding)
  local list = {}
  for i, cell in ipairs(finding.cells) do list[i] = cell.address end
  return list
end

--- The changes that a finding proposes: value by address.
function example.repairs(finding)
  local changes = {}
  for _, change in ipairs(finding.repair) do changes[change.address] = change.value end
  return changes
end

--- The messages of a result's findings.
function example.messages(result)
  local list = {}
  for finding in result:findings() do list[#list + 1] = finding.message end
  return list
end

return example

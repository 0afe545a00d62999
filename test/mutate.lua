--- How much of a report the rules protect: changes each cell, fact and quantity of reports that are right, one at a
-- time, and lists the changes that no rule notices.
--
--   make mutate                    prints the score and what is unprotected
--   lua5.4 test/mutate.lua --write  writes the list, where it is shorter than the one that is kept
--
-- A change is noticed where the check finds an error, a warning or a hint that it did not find before, or where it can
-- no longer decide: text that lost a cell is not passed, but it is no fault of the report.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local govreport = require "govreport"

local mutate = {}

mutate.reports = {"examples/report.txt", "examples/report-2021.html"}
mutate.list = "test/unprotected.txt"

-- ---- changes ------------------------------------------------------------------------------------

-- A change is `{name, edits}`; an edit `{first, last, text}` replaces bytes of the source.

local function replace(bytes, edits)
  table.sort(edits, function(a, b) return a[1] > b[1] end)
  for _, edit in ipairs(edits) do bytes = bytes:sub(1, edit[1] - 1) .. edit[3] .. bytes:sub(edit[2] + 1) end
  return bytes
end

local function is_whole(value) return math.type(value) == "integer" end

-- The values that a number may be mistyped as.
local values = {
  {"one more", function(value) return is_whole(value) and tostring(value + 1) end},
  {"ten times", function(value) return is_whole(value) and value ~= 0 and value .. "0" end},
  {"none", function(value) return value ~= 0 and "0" end},
}

local function cell_changes(list, cell, neighbours)
  local function add(kind, edits) list[#list + 1] = {"cell " .. kind .. " " .. cell.address, edits} end
  for _, entry in ipairs(values) do
    local text = cell.value and entry[2](cell.value)
    if text then add(entry[1], {{cell.byte, cell.byte_end, text}}) end
  end
  add("blank", {{cell.byte, cell.byte_end, ""}})
  add("unit", {{cell.byte, cell.byte_end, cell.raw .. "元"}})
  for kind, other in pairs(neighbours) do
    if other.byte and other.raw ~= cell.raw then
      add("swapped with " .. kind, {{cell.byte, cell.byte_end, other.raw}, {other.byte, other.byte_end, cell.raw}})
    end
  end
end

local function row_changes(list, t, row, below)
  local function add(kind, edits) list[#list + 1] = {("row %s %s.%s"):format(kind, t.id, row.id), edits} end
  local edits, differs, removed = {}, false, {}
  for cell in row:cells() do
    if not cell.byte then return end
    removed[#removed + 1] = {cell.byte, cell.byte_end, ""}
    local other = below and below:cell(cell.column_id)
    if other and other.byte then
      differs = differs or other.raw ~= cell.raw
      edits[#edits + 1] = {cell.byte, cell.byte_end, other.raw}
      edits[#edits + 1] = {other.byte, other.byte_end, cell.raw}
    end
  end
  add("emptied", removed)
  if differs then add("swapped with the one below", edits) end
end

local function table_changes(list, t)
  local rows = {}
  for row in t:rows() do
    if row:cells()().state ~= "absent" then rows[#rows + 1] = row end
  end
  for i, row in ipairs(rows) do
    local cells = {}
    for cell in row:cells() do cells[#cells + 1] = cell end
    for k, cell in ipairs(cells) do
      if cell.byte then
        cell_changes(list, cell, {
          ["the right"] = cells[k + 1], ["the one below"] = rows[i + 1] and rows[i + 1]:cell(cell.column_id)})
      end
    end
    row_changes(list, t, row, rows[i + 1])
  end
end

-- A digit that is another one: of a year, a day, a count.
local function other_number(text)
  local start, stop = text:find("%d+")
  if not start then return nil end
  return text:sub(1, start - 1) .. ("%0" .. stop - start + 1 .. "d"):format(tonumber(text:sub(start, stop)) + 1)
         .. text:sub(stop + 1)
end

local function part_changes(list, kind, parts)
  for i, part in ipairs(parts) do
    local text = part.byte and other_number(part.raw)
    if text then
      local name = part.id or part.raw:gsub("%s+", "")
      list[#list + 1] = {("%s %d another number %s"):format(kind, i, name), {{part.byte, part.byte_end, text}}}
    end
  end
end

local function changes_of(report)
  local list = {}
  for _, t in pairs(report.tables) do table_changes(list, t) end
  local fields, claims = {}, {}
  for id, field in pairs(report.fields) do
    fields[#fields + 1] = {id = id, raw = field.raw, byte = field.byte, byte_end = field.byte_end}
  end
  for _, claim in ipairs(report.claims) do
    claims[#claims + 1] = {raw = claim.raw, byte = claim.byte, byte_end = claim.byte_end}
  end
  part_changes(list, "field", fields)
  part_changes(list, "quantity", claims)
  return list
end

-- ---- the score ----------------------------------------------------------------------------------

local function findings_of(bytes)
  local report, message, code = govreport.parse(bytes)
  if not report then return nil, message, code end
  local seen = {}
  local result = govreport.check(report)
  if result.verdict == "undecided" then seen.undecided = true end
  for found in result:findings() do
    if found.severity ~= "notice" then seen[found.rule .. found.fingerprint] = true end
  end
  report:close()
  return seen
end

local function is_noticed(before, bytes)
  local after = findings_of(bytes)
  if not after then return true end   -- refused
  for found in pairs(after) do
    if not before[found] then return true end
  end
  return false
end

local function family(name) return name:match("^cell .- (%w+)%.[%w_]+%.[%w_]+$") or name:match("^%w+") end

--- Changes a report in every way.
-- @return how many changes were made and noticed, by table and kind of thing: `{made, noticed}`; list of the unnoticed
function mutate.run(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("a")
  file:close()
  local report, before = assert(govreport.parse(bytes)), assert(findings_of(bytes))
  local counts, missed = {}, {}
  for _, change in ipairs(changes_of(report)) do
    local name, edits = change[1], change[2]
    local count = counts[family(name)] or {made = 0, noticed = 0}
    counts[family(name)] = count
    count.made = count.made + 1
    if is_noticed(before, replace(bytes, edits)) then count.noticed = count.noticed + 1
    else missed[#missed + 1] = path .. ": " .. name end
  end
  return counts, missed
end

local function read_list()
  local known, file = {}, io.open(mutate.list)
  if not file then return known end
  for line in file:lines() do known[#known + 1] = line end
  file:close()
  return known
end

--- The changes of all reports that nothing notices, compared with the list that is kept.
-- @return `{missed, fresh, gone, counts}`: lists of names, counts by report
function mutate.compare()
  local missed, counts, fresh, gone = {}, {}, {}, {}
  for _, path in ipairs(mutate.reports) do
    local own, unnoticed = mutate.run(path)
    counts[#counts + 1] = {path = path, counts = own}
    table.move(unnoticed, 1, #unnoticed, #missed + 1, missed)
  end
  table.sort(missed)
  local kept, now = {}, {}
  for _, name in ipairs(read_list()) do kept[name] = true end
  for _, name in ipairs(missed) do
    now[name] = true
    if not kept[name] then fresh[#fresh + 1] = name end
  end
  for _, name in ipairs(read_list()) do
    if not now[name] then gone[#gone + 1] = name end
  end
  return {missed = missed, fresh = fresh, gone = gone, counts = counts}
end

local function print_score(found)
  for _, entry in ipairs(found.counts) do
    local names = {}
    for name in pairs(entry.counts) do names[#names + 1] = name end
    table.sort(names)
    print(entry.path)
    for _, name in ipairs(names) do
      local count = entry.counts[name]
      print(("  %-14s %4d of %4d changes noticed, %5.1f %%"):format(
        name, count.noticed, count.made, 100 * count.noticed / count.made))
    end
  end
end

local function main(write)
  local found = mutate.compare()
  print_score(found)
  for _, name in ipairs(found.fresh) do print("unprotected, and not in " .. mutate.list .. ": " .. name) end
  for _, name in ipairs(found.gone) do print("protected now: " .. name) end
  print(("%d changes are noticed by no rule"):format(#found.missed))
  local may_write = write and (#found.fresh == 0 or #read_list() == 0)
  if may_write then
    local file = assert(io.open(mutate.list, "wb"))
    file:write(table.concat(found.missed, "\n"), "\n")
    file:close()
  end
  return #found.fresh == 0 or may_write
end

if arg and arg[0] and arg[0]:find("mutate.lua", 1, true) then os.exit(main(arg[1] == "--write"), true) end

return mutate

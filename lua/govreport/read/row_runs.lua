--- Rows of a plan that are carried out at once: those one behind the other that are bound so in any report in which no
-- row of their tables was met before. See `govreport.read.grid` for the entries of a plan.

local row_runs = {}

-- A cell of the page, the cell of the form that it fills, whether that is inferred: see `builder:grid` of the core.
local pair = "<I4I4B"

--- What `builder:grid` takes.
-- @param inferred a boolean for all, or a list of booleans
function row_runs.packed(slots, targets, inferred)
  local each, list = type(inferred) == "table", {}
  for i, slot in ipairs(slots) do
    local is_inferred = inferred
    if each then is_inferred = inferred[i] end
    list[i] = pair:pack(slot, targets[i], is_inferred and 1 or 0)
  end
  return table.concat(list)
end

--- The key of a row among those of its table: see `govreport.read.seen_rows`.
function row_runs.key_of(entry) return entry.index or entry.targets[1] end

-- Whether nothing that a report holds besides this row decides how it is bound.
local function is_settled(entry)
  local t, index = entry.table, entry.index
  return entry.kind == "row" and not t.numbered and not entry.headless and not (index and t.rows[index].split)
end

-- What a run holds of a table: `{table, slot, slots}`, the cell where its first row stands, and the slots of the values
-- of each row by its key.
local function part_of(run, t)
  for _, part in ipairs(run.parts) do
    if part.table == t then return part end
  end
end

-- Adds a row to a run; false where the run has it already.
local function add(run, entry)
  local part, key = part_of(run, entry.table), row_runs.key_of(entry)
  if part and part.slots[key] then return false end
  if not part then
    part = {table = entry.table, slot = entry.slot, slots = {}}
    run.parts[#run.parts + 1] = part
  end
  part.slots[key] = entry.slots
  run.rows[#run.rows + 1] = entry
  return true
end

local function finished(run)
  local list = {}
  for i, entry in ipairs(run.rows) do list[i] = entry.cells end
  run.cells = table.concat(list)
  return run
end

-- What is noted of a table whatever its rows are: it may as well be noted in front of them.
local stands_alone = {caption = true, unit = true}

--- The entries of a plan, with runs in place of the rows that can be bound at once:
-- `{kind = "run", rows, parts, cells}`. Gives each row its `cells`, packed.
function row_runs.of(entries)
  local steps, run = {}, nil
  local function close()
    steps[#steps + 1] = run and finished(run)
    run = nil
  end
  for _, entry in ipairs(entries) do
    if entry.kind == "row" then entry.cells = row_runs.packed(entry.slots, entry.targets, entry.inferred) end
    if is_settled(entry) then
      if run and not add(run, entry) then close() end
      if not run then
        run = {kind = "run", rows = {}, parts = {}}
        add(run, entry)
      end
    else
      if not stands_alone[entry.kind] then close() end
      steps[#steps + 1] = entry
    end
  end
  close()
  return steps
end

return row_runs

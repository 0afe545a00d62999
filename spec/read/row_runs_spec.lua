local row_runs = require "govreport.read.row_runs"

local t = { id = "t", rows = { { id = "a" }, { id = "b" }, { id = "c", split = true } } }
local numbered = { id = "n", numbered = true, rows = { {} } }
local line = { id = "l", rows = { {} } }

local function row(of, index, slot, more)
  local entry = { kind = "row", table = of, index = index, slot = slot, slots = { slot + 1 },
                  targets = { 10 * slot }, inferred = false, headless = false }
  for key, value in pairs(more or {}) do entry[key] = value end
  return entry
end

-- The steps as text: "row" or another kind for an entry, the slots of its rows for a run.
local function shape(entries)
  local list = {}
  for i, step in ipairs(row_runs.of(entries)) do
    local slots = {}
    for k, own in ipairs(step.rows or {}) do slots[k] = own.slot end
    list[i] = step.kind == "run" and "run " .. table.concat(slots, " ") or step.kind .. " " .. step.slot
  end
  return table.concat(list, ", ")
end

describe("the rows of a plan", function()
  it("are put together where they stand one behind the other", function()
    assert.equal("run 1 5", shape{ row(t, 1, 1), row(t, 2, 5) })
    assert.equal("run 1 5", shape{ row(t, 1, 1), row(line, nil, 5) })
    assert.equal("run 1", shape{ row(t, 1, 1) })
    assert.equal("", shape{})
  end)

  it("have what is noted of their tables in front of them, and end where anything else stands", function()
    assert.equal("unit 2, caption 9, run 1 5",
      shape{ row(t, 1, 1), { kind = "unit", slot = 2 }, row(t, 2, 5), { kind = "caption", slot = 9 } })
    assert.equal("run 1, lost 2, run 5", shape{ row(t, 1, 1), { kind = "lost", slot = 2 }, row(t, 2, 5) })
  end)

  it("stay by themselves where what else a report holds decides of them", function()
    assert.equal("run 1, row 5", shape{ row(t, 1, 1), row(t, 3, 5) })
    assert.equal("run 1, row 5", shape{ row(t, 1, 1), row(t, 2, 5, { headless = true }) })
    assert.equal("row 1, run 5", shape{ row(numbered, 1, 1), row(t, 2, 5) })
  end)

  it("begin anew where one comes again", function()
    assert.equal("run 1 5, run 9 13", shape{ row(t, 1, 1), row(t, 2, 5), row(t, 1, 9), row(t, 2, 13) })
  end)

  it("have what they fill packed, each and together", function()
    local one = row(t, 1, 1, { slots = { 2, 3 }, targets = { 0, 7 }, inferred = { false, true } })
    local other = row(line, nil, 5, { inferred = true })
    local run = row_runs.of{ one, other }[1]
    assert.equal(("<I4I4BI4I4B"):pack(2, 0, 0, 3, 7, 1), one.cells)
    assert.equal(("<I4I4B"):pack(6, 50, 1), other.cells)
    assert.equal(one.cells .. other.cells, run.cells)
    assert.same({ { table = t, slot = 1, slots = { { 2, 3 } } }, { table = line, slot = 5, slots = { [50] = { 6 } } } },
      run.parts)
  end)
end)

--- The printer: what is printed and read again is the same report.

local form_text = require "govreport.form.form_text"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local govreport = require "govreport"
local sweep = require "spec.support.sweep"

local declared = forms.declared "cn_disclosure_2019"
local reports = sweep(500)

-- All that a report holds, as one list of texts: two reports are the same when these are.
local function content(report)
  local list = {}
  local function add(...)
    local parts = table.pack(...)
    for i = 1, parts.n do parts[i] = tostring(parts[i]) end
    list[#list + 1] = table.concat(parts, " ")
  end
  for id, field in pairs(report.fields) do add("field", id, field.state, field.value) end
  for id, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        add("cell", id, row.id, cell.column_id, cell.state, cell.value, cell.unit, cell.note, cell.sign)
      end
    end
  end
  local function outline(parent, depth)
    for section in parent:sections() do
      add("section", depth, section.id, section.number, section.title, section.state)
      outline(section, depth + 1)
    end
  end
  outline(report, 1)
  for _, claim in ipairs(report.claims) do add("claim", claim.kind, claim.value, claim.bound, claim.text) end
  for _, entry in ipairs(report:unaccounted()) do add("unaccounted", entry.raw) end
  return list
end

describe("a printed report", function()
  it("reads as the model from which it was generated, " .. reports .. " times", function()
    for seed = 1, reports do
      local model, source = generate.report(seed, declared)
      local report = assert(govreport.parse(form_text.render(declared, source)))
      for id, value in pairs(model.fields) do assert.equal(value, report[id], "seed " .. seed .. ": " .. id) end
      for id, t in pairs(report.tables) do
        for row in t:rows() do
          for cell in row:cells() do
            local wanted = model.cells[cell.address] or {state = "absent"}
            local where = "seed " .. seed .. ": " .. id .. "." .. row.id .. "." .. cell.column_id
            assert.equal(wanted.state, cell.state, where)
            assert.equal(wanted.value, cell.value, where)
            assert.equal(wanted.unit, cell.unit, where)
            assert.equal(wanted.note, cell.note, where)
          end
        end
      end
      assert.equal(0, #report:unaccounted(), "seed " .. seed)
    end
  end)

  it("is the same report when it is printed and read again, " .. reports .. " times", function()
    for seed = 1, reports do
      local _, source = generate.report(seed, declared)
      local first = assert(govreport.parse(form_text.render(declared, source)))
      local again = assert(govreport.parse(form_text.render(declared, form_text.source(first, declared))))
      assert.same(content(first), content(again), "seed " .. seed)
    end
  end)

  it("is the example again", function()
    local report = assert(govreport.open "examples/report.txt")
    local again = assert(govreport.parse(form_text.render(declared, form_text.source(report, declared))))
    assert.same(content(report), content(again))
  end)
end)

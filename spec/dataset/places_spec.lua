--- Numbers of places: the same as the numbers of cells, wherever the forms are the same.

local core = require "govreport.core"
local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"
local places = require "govreport.dataset.places"
local sample = require "govreport.form.sample"

describe("the places of cells", function()
  local all = places.all()

  for _, id in ipairs(forms.list()) do
    it("are numbered as its cells are: " .. id, function()
      local report = assert(govreport.parse(sample.text{form = id, agency = "云岭市水务局", year = 2023}, {name = "a.html"}))
      assert.equal(id, report.form)
      local first, count = all.first[id], 0
      for _, t in pairs(report.tables) do
        for cell in t:cells() do
          local place = first + cell.number
          local row = all.list[place]
          assert.equal(place, all.by_address[id .. "." .. cell.address])
          assert.same({place, id, t.id}, {row[1], row[2], row[3]})
          assert.equal(cell.address, ("%s.%s.%s"):format(row[3], row[4], row[5]))
          for i = 6, 8 do assert.is_true(#row[i] > 0, cell.address) end
          count = count + 1
        end
      end
      assert.is_true(count > 0)
    end)
  end

  it("are numbered from 1 without gaps, each address once", function()
    local seen = {}
    for i, row in ipairs(all.list) do
      assert.equal(i, row[1])
      assert.equal(#places.columns, #row)
      local address = table.concat({row[2], row[3], row[4], row[5]}, ".")
      assert.is_nil(seen[address], address)
      seen[address] = true
    end
  end)

  it("name states as cells do", function()
    local names = {}
    for _, name in ipairs(places.states()) do names[name] = true end
    for cell in example.report(example.page).tables.applications:cells() do assert.is_true(names[cell.state]) end
    assert.same(core.states(), places.states())
  end)

  it("are told in Chinese for every state", function()
    local context = require("govreport.dataset.collect").context{}
    for _, name in ipairs(context.states) do assert.is_string(context.state_zh[name], name) end
  end)
end)

--- What a table of a form may say in its keys `costs` and `grammar`, and what is said of mistakes there.

local core = require "govreport.core"
local costs = require "govreport.read.costs"
local form = require "govreport.form.form"
local forms = require "govreport.form"
local lpeg = require "lpeg"
local shell = require "spec.support.shell"

-- A form of one table, which has more keys.
local function declared(keys)
  local t = {id = "ships", rows = {{id = "ferries", label = "客船"}}, columns = {{id = "count", label = "艘数"}}}
  for key, value in pairs(keys) do t[key] = value end
  return {id = "own", name = "船舶表", tables = {t}, detect = {labels = {"艘数"}}}
end

describe("the keys costs and grammar", function()
  -- Name, keys of the table, message.
  for _, case in ipairs{
    {"an unknown cost", {costs = {abesnt = 5}},
     "form: ships: costs: there is no cost 'abesnt', did you mean 'absent'?"},
    {"an unknown cost far from all", {costs = {colour = 5}}, "form: ships: costs: there is no cost 'colour'"},
    {"a cost by number", {costs = {5}}, "form: ships: costs: there is no cost '1'"},
    {"a cost below 0", {costs = {absent = -1}},
     "form: ships: costs: 'absent' must be a whole number from 0 to 100000, not -1"},
    {"a cost that is too high", {costs = {absent = 100001}},
     "form: ships: costs: 'absent' must be a whole number from 0 to 100000, not 100001"},
    {"a cost that is not whole", {costs = {late = 1.5}},
     "form: ships: costs: 'late' must be a whole number from 0 to 100000, not 1.5"},
    {"a cost that is a text", {costs = {late = "5"}},
     "form: ships: costs: 'late' must be a whole number from 0 to 100000, not 5"},
    {"costs that are no table", {costs = 5}, "form 'ships': 'costs' must be a table, {…}, not number"},
    {"a grammar that is a text", {grammar = "艘"}, "form 'ships': 'grammar' must be a pattern of LPeg, not string"},
    {"a grammar that is no pattern", {grammar = io.stdout}, "form: ships: grammar: a pattern of LPeg is expected"},
    {"a grammar that may match nothing", {grammar = lpeg.R"09"^0},
     "form: ships: grammar: the pattern may match an empty text; let it begin with words that must be there"},
  } do
    it("refuse " .. case[1], function()
      local ok, message = pcall(form.validate, form.complete(declared(case[2])))
      assert.is_false(ok)
      assert.equal(case[3], message)
    end)
  end

  it("take what is right", function()
    local own = form.complete(declared{costs = {absent = 0, late = 100000}, grammar = lpeg.P"艘"})
    assert.equal(own, form.validate(own))
  end)

  it("are told with the line where they stand", function()
    local folder = shell.folder()
    local number = 0
    for text, wanted in pairs{
      ["costs = {\n  absent = 5,\n  layte = 5}"] = ":5: ships: costs: there is no cost 'layte', did you mean 'late'?",
      ["\n grammar = require('lpeg').P(true)"] = ":4: ships: grammar: the pattern may match an empty text",
    } do
      number = number + 1
      local path = folder .. "/own" .. number .. ".lua"
      shell.write(path, "return {id = 'own', name = '船舶表', tables = {\n"
                  .. "  {id = 'ships', rows = {{id = 'a', label = '客船'}},\n"
                  .. " columns = {{id = 'c', label = '艘数'}}, " .. text .. "}},\n detect = {labels = {'艘数'}}}\n")
      local ok, message = pcall(forms.load, {path})
      assert.is_false(ok)
      assert.matches(path .. wanted, tostring(type(message) == "table" and message.detail or message), 1, true)
    end
    shell.remove(folder)
  end)

  it("are taken over from another form, costs one by one", function()
    local base = form.complete(declared{costs = {absent = 5, late = 6}, grammar = lpeg.P"艘"})
    local function extended(own)
      return form.extend(base, {id = "new", extends = "own", name = "新表", tables = {ships = own}}, "new.lua").tables[1]
    end
    assert.same({absent = 5, late = 7, torn = 1}, extended{costs = {late = 7, torn = 1}}.costs)
    assert.equal(base.tables[1].grammar, extended{costs = {late = 7}}.grammar)
    assert.is_nil(extended{grammar = false}.grammar)
    assert.same({absent = 5, late = 6}, base.tables[1].costs)
  end)
end)

describe("the costs of a stretch", function()
  local usual = core.align_costs()
  local plain, cheap, dear = {}, {costs = {absent = 10, late = 20}}, {costs = {absent = 900}}
  local function of(...)
    local rows = {}
    for i, t in ipairs{...} do rows[i] = {table = t} end
    return costs.of(rows)
  end

  it("are the usual ones where no table says anything", function()
    assert.is_nil(of())
    assert.is_nil(of(plain, plain))
  end)

  it("are those of its table", function() assert.same({absent = 10, late = 20}, of(cheap, cheap)) end)

  it("are the largest of several tables, of which one that is silent says what is usual", function()
    assert.same({absent = usual.absent, late = usual.late}, of(cheap, plain))
    assert.same({absent = 900}, of(plain, dear))
    assert.same({absent = 900, late = usual.late}, of(cheap, dear))
    assert.same(of(cheap, dear), of(dear, cheap))
  end)

  it("have names that the aligner knows", function()
    for name, cost in pairs(usual) do
      assert.is_true(math.type(cost) == "integer" and cost >= 0)
      core.align({rows = {}, headers = {}, costs = {[name] = cost}}, "", 1, 1, 100)
    end
    assert.equal(100, usual.absent)
  end)
end)

--- Tests of rules: what a case is given where it leaves something out.

local govreport = require "govreport"
local rule_test = require "govreport.check.rule_test"
local shell = require "spec.support.shell"

local folder
setup(function()
  folder = shell.folder()
  shell.write(folder .. "/carried.lua", [[
return {id = "city.carried", same_as_previous = {"applications.brought_forward.*", "applications.carried_forward.*"}}
]])
end)
teardown(function() shell.remove(folder) end)

-- What is wrong with the only case of a test.
local function run(case)
  shell.write(folder .. "/own_test.lua", ("return {rules = 'carried.lua', {name = 'own', %s}}"):format(case))
  return rule_test.run(govreport, folder .. "/own_test.lua", "en")[1].problem
end

-- The report of last year is compared only where it is that of the same body and the year before.
local carried = "previous = {cells = {['applications.carried_forward.total'] = 3}%s}, finds = {'city.carried'}"

describe("the sample of last year", function()
  for _, given in ipairs{
    "form = 'cn_disclosure_2021', ", "form = 'cn_disclosure_2021', year = 2023, ", "form = 'cn_disclosure_2019', ",
    "form = 'cn_disclosure_2019', year = 2020, ", "form = 'cn_disclosure_2021', agency = '云岭市教育局', ",
    "form = 'cn_disclosure_2021', agency = '云岭市教育局', year = 2025, ",
  } do
    it("is that of the year before, of the same body: " .. given, function()
      assert.is_nil(run(given .. carried:format ""))
    end)
  end

  it("may be another", function()
    local own = "form = 'cn_disclosure_2021', year = 2021, "
    assert.is_nil(run(own .. carried:format ", form = 'cn_disclosure_2019'"))
    assert.is_nil(run(own .. carried:format ", year = 2020"))
    assert.matches("found: nothing", run(own .. carried:format ", year = 2019"), 1, true)
    assert.matches("found: nothing", run(own .. carried:format ", agency = '云岭市教育局'"), 1, true)
  end)

  it("stands beside the report of a file", function()
    local page = require "govreport.form.sample".text{form = "cn_disclosure_2021", year = 2024, agency = "云岭市财政局"}
    shell.write(folder .. "/report.html", page)
    assert.is_nil(run("report = 'report.html', " .. carried:format ""))
  end)
end)

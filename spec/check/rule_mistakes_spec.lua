--- Mistakes in rules and in their tests are told with the file, the line and what to write instead: each of those in
-- spec/cases/rule_mistakes.txt, when the script is loaded or, where only running it shows them, in the notice.

local govreport = require "govreport"
local mistakes = require "spec.support.mistakes"
local rule_test = require "govreport.check.rule_test"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local good = [[
return {id = "city.granted", at_most = {"applications.granted.*", "applications.concluded.*"}}
]]

local folder
setup(function()
  folder = shell.folder()
  shell.write(folder .. "/good.lua", good)
end)
teardown(function() shell.remove(folder) end)

local path = function() return folder .. "/own.lua" end

-- What a function raises; nil where it raises nothing.
local function raised(f, ...)
  local ok, problem = pcall(f, ...)
  return not ok and tostring(problem) or nil
end

local say = {}

function say.rules() return raised(govreport.checker, {rules = {path()}, lang = "en"}) end

function say.test()
  local problem
  local own = raised(function()
    for _, result in ipairs(rule_test.run(govreport, path(), "en")) do problem = problem or result.problem end
  end)
  return own or problem
end

function say.run()
  local report = assert(govreport.parse(sample.text{form = "cn_disclosure_2021",
                                                    cells = {["applications.received.business"] = ""}}))
  for _, lang in ipairs{"zh", "en"} do
    local result = govreport.check(report, {rules = {path()}, select = {"city"}, lang = lang})
    for found in result:findings() do
      if found.severity == "notice" then return found.message end
    end
  end
end

for _, case in ipairs(mistakes.read "spec/cases/rule_mistakes.txt") do
  it(("tells of %s (%s)"):format(case.name, case.kind), function()
    assert(case.line, "the case marks no line")
    shell.write(path(), case.script)
    assert.is_nil(mistakes.untold(say[case.kind](), case, "own.lua"))
  end)
end

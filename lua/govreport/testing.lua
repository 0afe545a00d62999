--- Tests of rules and forms that people write: as data, which `govreport rules test` and `govreport forms test` run; as
-- functions and assertions, for programs and specs.
--
--   local testing = require "govreport.testing"
--   local report = testing.sample{form = "cn_disclosure_2021", cells = {["applications.granted.total"] = 5}}
--   print(testing.finds("granted.lua", {report = report, finds = {"my.granted"}}))   -- true; or false and what differs
--
-- With busted or luassert: `testing.install(assert)`, then `assert.finds("granted.lua", {…})`, `assert.reads(…)`.

local argument = require "govreport.base.argument"
local form_test = require "govreport.form.form_test"
local govreport = require "govreport"
local rule_test = require "govreport.check.rule_test"
local sample = require "govreport.form.sample"

local testing = {}

--- Runs a file of tests of rules; see `govreport.check.rule_test`. Raises where it is not right, with its place.
-- @param path of the test
-- @param lang of the findings: "zh" where it is left out
-- @return list of `{name, problem}`, `problem` nil where the case passed
function testing.run_rules(path, lang) return rule_test.run(govreport, path, lang) end

--- Runs a file of tests of forms; see `govreport.form.form_test`. Raises where it is not right, with its place.
-- @param lang of what is said of files that cannot be read: "zh" where it is left out
-- @return list of `{name, problem}`, `problem` nil where the case passed
function testing.run_forms(path, lang) return form_test.run(govreport, path, nil, lang) end

--- Writes a sample report: a form filled in with the values given, and 0 in every other cell.
-- @param options `form` (an id), `agency`, `year`, `cells` (by address), `sections` (prose by id; false leaves the part
-- out), `head` and `tail` (lists of paragraphs), `plain`, `prose` (usual sentences wherever none are named, so that the
-- project's rules find nothing)
-- @return a page, as text; for `govreport.parse`
function testing.sample(options)
  local page = argument.checked(sample.text, options)
  return page
end

-- True alone, or false and what differs.
local function passed(problem)
  if problem then return false, problem end
  return true
end

local tries = {}

function tries.finds(...) return rule_test.try(govreport, ...) end

function tries.reads(...) return form_test.try(govreport, ...) end

--- Whether rules find in a report what they should and nothing else.
-- @param rules a file of rules, a rule, a function, or a list of them
-- @param case as in a test of rules: a sample (`form`, `cells`, …) or a `report` (a Report, or the path of one), and
-- `finds`, a list of ids or of `{id, address, …}`; `previous`; `lang`
-- @return true; or false and what differs, a text
function testing.finds(rules, case)
  local problem = argument.checked(tries.finds, rules, case)
  return passed(problem)
end

--- Whether a form reads in a file what stands there.
-- @param form a file of forms, which is loaded; or the id of a form that is known
-- @param source the path of a file, or `{text = …}`
-- @param wanted what must be read, as in a test of forms: `cells`, `fields`, `sections`, `unaccounted`; or cells by
-- address alone
-- @return true; or false and what differs, a text
function testing.reads(form, source, wanted)
  local problem = argument.checked(tries.reads, form, source, wanted)
  return passed(problem)
end

--- Adds the assertions `finds` and `reads` to luassert.
-- @param assert what `require "luassert"` gives; in busted, `assert`
function testing.install(assert)
  for _, name in ipairs{"finds", "reads"} do
    assert:register("assertion", name, function(state, arguments, level)
      local ok, problem = pcall(tries[name], table.unpack(arguments, 1, arguments.n))
      if not ok then argument.raise(problem, level + 1) end   -- at the line of the assertion
      state.failure_message = problem or "no difference was found, and one was expected"
      return problem == nil
    end)
  end
end

return testing

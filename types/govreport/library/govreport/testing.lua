---@meta govreport.testing
-- Written by `make docs` from docs/api.lua.

---`local testing = require "govreport.testing"`: tests of rules and forms that people write, as data that `govreport
---rules test` and `govreport forms test` run, and as functions and assertions for programs and specs. How such tests
---are written is in rules.md and forms.md.
---@class govreport.testing
local testing = {}

---Runs a file of tests of rules. Raises where it is not right, with its place.
---@param path string of a script that returns a list of cases
---@param lang? govreport.Language of the findings
---@return govreport.TestCase[]
function testing.run_rules(path, lang) end

---Runs a file of tests of forms. Raises where it is not right, with its place.
---@param path string of a script that returns a list of cases
---@param lang? string of what is said of files that cannot be read
---@return govreport.TestCase[]
function testing.run_forms(path, lang) end

---Writes a sample report: a form filled in with the values given, and 0 in every other cell. Gives a page, for
---`govreport.parse`.
---@param options govreport.SampleOptions
---@return string
function testing.sample(options) end

---Whether rules find in a report what they should and nothing else; if not, also what differs.
---`rules`: a file of rules, a rule, a function, or a list of them
---`case`: as in a test of rules: a sample (`form`, `cells`, …) or a `report` (a Report, or the path of one), and
---`finds`, a list of ids or of `{id, address, …}`; `previous`; `lang`
---@param rules string|govreport.Rule|govreport.RuleFunction|(string|govreport.Rule|govreport.RuleFunction)[]
---@param case table
---@return boolean
---@return string?
function testing.finds(rules, case) end

---Whether a form reads in a file what stands there; if not, also what differs.
---@param form string a file of forms, which is loaded, or the id of a form that is known
---@param source string|table the path of a file, or `{text = …}`
---@param wanted table as in a test of forms: `cells`, `fields`, `sections`, `unaccounted`; or cells by address alone
---@return boolean
---@return string?
function testing.reads(form, source, wanted) end

---Adds the assertions `finds` and `reads` to luassert.
---@param assert any what `require "luassert"` gives; in busted, `assert`
function testing.install(assert) end

return testing

--- Findings as JUnit XML: one suite for each file, one test for each rule, so that a test keeps its name from run to
-- run. What is below the bar of `--fail-on` stands in the output of a test that passes.

local catalogue = require "govreport.base.catalogue"
local finding_words = require "govreport.render.finding_words"
local place_words = require "govreport.text.place_words"
local text = require "govreport.render.text"
local xml = require "govreport.render.xml"

local Junit = {}
Junit.__index = Junit

local function line_of(self, entry, found)
  local where = found.line and ":" .. place_words.short(found, self.lang) or ""
  local words = {("%s%s: %s: %s"):format(text.safe(entry.name), where,
                                         catalogue.text(self.lang, "severity." .. found.severity),
                                         text.safe(found.messages[self.lang]))}
  local more = finding_words(entry.report, found, self.lang)
  table.move(more, 1, #more, #words + 1, words)
  return table.concat(words, " ")
end

-- The lines that fail a rule, and those that do not, by rule.
local function sort_out(self, entry)
  local failed, passed = {}, {}
  for found in entry.result:findings() do
    local list = self.failing[found.severity] and failed or passed
    list[found.rule] = list[found.rule] or {}
    table.insert(list[found.rule], line_of(self, entry, found))
  end
  return failed, passed
end

local function test(self, entry, rule, failed, passed)
  local head = ('    <testcase classname="%s" name="%s" time="0"'):format(
    xml.attribute(entry.name), xml.attribute(rule.id))
  if not failed and not passed then return head .. "/>\n" end
  local out = {head .. ">\n"}
  if failed then
    out[#out + 1] = ('      <failure message="%s" type="%s">%s</failure>\n'):format(
      xml.attribute(rule.title[self.lang]), xml.attribute(rule.severity), xml.text(table.concat(failed, "\n")))
  end
  if passed then
    out[#out + 1] = ("      <system-out>%s</system-out>\n"):format(xml.text(table.concat(passed, "\n")))
  end
  out[#out + 1] = "    </testcase>\n"
  return table.concat(out)
end

function Junit.head() return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="govreport">\n' end

function Junit:file(entry)
  local failed, passed = sort_out(self, entry)
  local tests, failures = {}, 0
  for i, rule in ipairs(self.rules) do
    tests[i] = test(self, entry, rule, failed[rule.id], passed[rule.id])
    if failed[rule.id] then failures = failures + 1 end
  end
  return ('  <testsuite name="%s" tests="%d" failures="%d" errors="0" skipped="0" time="0">\n'):format(
    xml.attribute(entry.name), #tests, failures) .. table.concat(tests) .. "  </testsuite>\n"
end

function Junit:failure(failure) -- luacheck: no self
  local name = xml.attribute(failure.name)
  return ('  <testsuite name="%s" tests="1" failures="0" errors="1" skipped="0" time="0">\n'):format(name)
         .. ('    <testcase classname="%s" name="%s" time="0">\n'):format(name, xml.attribute(failure.code))
         .. ('      <error message="%s" type="%s"/>\n'):format(
              xml.attribute(failure.message), xml.attribute(failure.code))
         .. "    </testcase>\n  </testsuite>\n"
end

function Junit.foot() return "</testsuites>\n" end

return {
  --- @param options `lang`; `rules` that run; `fail_on`, the least severity that fails a test
  new = function(options)
    local failing = {error = true, warning = options.fail_on == "warning"}
    return setmetatable({lang = options.lang, rules = options.rules, failing = failing}, Junit)
  end,
}

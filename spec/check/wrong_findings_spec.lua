--- What rules of users give that no finding can be: told as an error of the rule, at its line, in every format, and the
-- other rules still run.

local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local page = sample.text{form = "cn_disclosure_2021", cells = {["applications.granted.total"] = 5}}
local formats = {"text", "concise", "csv", "github", "json", "jsonl", "junit", "sarif", "statistics", "waivers"}

local function write(name, text)
  shell.write(folder .. "/" .. name, text)
  return folder .. "/" .. name
end

local canary = write("canary.lua", [[
return {id = "own.canary", severity = "info", message = "it sings", check = function(r) r:finding{} end}
]])

-- What the function does, and what is told of it.
local cases = {
  {"r:finding{places = {{place = {line = 1, column = 1, byte = 10^12 // 1 | 0, byte_end = 10^12 // 1 | 0}}}}",
   "'places': the entry 1 is no place in the report"},
  {"r:finding{places = {{place = {line = 10^9 // 1 | 0, column = 1, byte = 1, byte_end = 1}}}}", "is no place in"},
  {"r:finding{places = {{place = {line = 1, column = 10^9 // 1 | 0, byte = 1, byte_end = 1}}}}", "is no place in"},
  {"r:finding{places = {{place = {line = 1, column = 1, byte = 5, byte_end = 2}}}}", "is no place in"},
  {"r:finding{places = {{place = {line = 0, column = 1, byte = 1, byte_end = 1}}}}", "is no place in"},
  {"r:finding{places = {{place = {line = 1.0, column = 1, byte = 1, byte_end = 1}}}}", "is no place in"},
  {"r:finding{places = {{raw = 'x'}}}", "is no place in"},
  {"r:finding{cells = {{address = 'applications.no.total', state = 'number'}}}", "'cells': the entry 1 is no cell"},
  {"r:finding{cells = {{address = 5, state = 'number'}}}", "'cells': the entry 1 is no cell"},
  {"r:finding{repair = {{address = 'no.no.no', value = 5}}}", "'repair': "},
  {"r:finding{repair = {{address = 'applications.granted.total', value = 0 / 0}}}", "'repair': the entry 1"},
  {"r:finding{repair = {{address = 'applications.granted.total', value = 1.5}}}", "'repair': the entry 1"},
  {"r:finding{alternatives = {{{address = 'no.no.no', value = 5}}}}", "'alternatives': the entry 1"},
  {"r:finding{alternatives_count = -1}", "'alternatives_count' is below 0"},
  {"r:finding{actual = 0 / 0}", "'actual' must be a number or a text, not a division by 0"},
  {"r:finding{expected = 1 / 0}", "'expected' must be a number or a text, not a division by 0"},
  {"r:finding{expected = {}}", "'expected' must be a number or a text, not a table"},
  {"r:finding{message = {zh = '{x}', en = 'x'}, fields = {}}", "lacks the field 'x'"},
  {"r:finding{message = {zh = 'x', en = '{x}'}, fields = {}}", "lacks the field 'x'"},
  {"r:finding{message = {zh = '{x}', en = '{x}'}, fields = {x = {zh = 'x'}}}", "lacks the field 'x'"},
  {"r:finding{message = {zh = 'x'}}", "'message' must be {zh"},
  {"r:finding{message = {zh = ('x'):rep(20001), en = 'x'}}", "the message has more than 20000 bytes"},
  {"r:finding{actual = ('x'):rep(20001)}", "'actual' has more than 20000 bytes"},
  {"r:finding{severity = 'fatal'}", "no such severity: 'fatal'"},
  {"r:finding{formerly = {{}}}", "'formerly': the entry 1 is none"},
  {"r:finding{formerly = {{rule = 'x.y', messages = {zh = '{x}', en = '{x}'}}}}", "'formerly': the entry 1: it has"},
  {"local list = {} for i = 1, 10001 do list[i] = 'x.y' end r:finding{also = list}", "'also' has more than 10000"},
  {"for i = 1, 10001 do r:finding{} end", "more than 10000 findings", 10000},
  {"for i = 1, 10001 do pcall(r.finding, r, {}) end r:finding{actual = 0 / 0}", "more than 10000 findings", 10000},
}

local function rule_of(code)
  return write("rule.lua", ('return {id = "own.wrong", severity = "warning", message = "wrong", check = function(r)\n'
                            .. '  %s\nend}\n'):format(code))
end

-- How many findings a rule has, and the text of its notice.
local function of_rule(result)
  local count, notice = 0, nil
  for found in result:findings() do
    if found.rule == "own.wrong" and found.severity == "notice" then notice = found.messages.en
    elseif found.rule == "own.wrong" then count = count + (found.further or 1) end
  end
  return count, notice
end

describe("a rule whose finding is wrong", function()
  for _, case in ipairs(cases) do
    it("is told: " .. case[1], function()
      local report <close> = assert(govreport.parse(page, {name = "page.html"}))
      local result = govreport.check(report, {lang = "en", rules = {rule_of(case[1]), canary}})
      local count, notice = of_rule(result)
      assert.are.equal(case[3] or 0, count)
      assert.is_truthy(notice and notice:find("rule.lua:2: ", 1, true), notice)
      assert.is_truthy(notice:find(case[2], 1, true), notice)
      for _, format in ipairs(formats) do
        local text = govreport.render(result, format)
        assert.is_truthy(utf8.len(text), format)
        if format == "json" or format == "sarif" then assert(json_reader.decode(text), format) end
        if format ~= "statistics" then assert.is_truthy(text:find("own.canary", 1, true), format) end
      end
    end)
  end
end)

describe("a finding at the edge of the report", function()
  -- What may be pointed at: the first character, the last one, what stands behind it.
  local places = {"report:place(1, 2)", "report:place(1, 1)",
                  "report:place(#report.document.tape, #report.document.tape + 1)",
                  "report:place(#report.document.tape + 1, #report.document.tape + 1)",
                  "report.tables.applications:cell('received', 'total')"}
  for _, place in ipairs(places) do
    it("stands at " .. place, function()
      local path = write("edge.lua", ('return {id = "own.edge", message = "here", check = function(report)\n'
                                      .. '  report:finding{places = {%s}}\nend}\n'):format(place))
      for _, text in ipairs{page, page .. "\n\n  \n", (page:gsub("\n", "\r\n"))} do
        local report <close> = assert(govreport.parse(text, {name = "page.html"}))
        local found
        for own in govreport.check(report, {rules = {path}}):findings() do
          if own.rule == "own.edge" then found = own end
        end
        assert.are.equal("warning", found and found.severity, found and found.message)
      end
    end)
  end
end)

--- What the scripts of forms can do while a report is read: add to it, and nothing else, wherever they are called from.

local govreport = require "govreport"
local lpeg = require "lpeg"
local shell = require "spec.support.shell"

local folder, count = shell.folder(), 0
teardown(function() shell.remove(folder) end)

-- What is read with a form whose script adds a reader.
local function read(code)
  count = count + 1
  local label, path = "渡船艘数" .. ("乙"):rep(count), ("%s/form%d.lua"):format(folder, count)
  shell.write(path, ([[
local lpeg, grammar, readers = require "lpeg", require "govreport.grammar", require "govreport.readers"
local own
own = %s
return {id = "view_%d", name = "渡口简报", fields = {"berths"}, readers = {own},
        tables = {{id = "t", rows = {{id = "a", label = "%s"}}, columns = {{id = "n", label = "数量"}}}},
        detect = {labels = {"%s"}}}
]]):format(code, count, label, label))
  govreport.load_forms(path)
  return govreport.parse(("泊位18个\n\n| 项目 | 数量 |\n|---|---|\n| %s | 3 |\n"):format(label), {lang = "en"})
end

describe("a reader of a script", function()
  -- What it does, and what is told of it.
  local failing = {
    {"raises a table", "{scope = 'end', read = function() error{} end}", "form%d+%.lua: table"},
    {"raises a function", "{scope = 'end', read = function() error(function() end) end}", "form%d+%.lua: function"},
    {"raises in its pattern", "{find = lpeg.Cmt('泊', function() error('mine') end), read = function() end}",
     "form%d+%.lua:3: mine"},
    {"raises in a capture", "{find = lpeg.P'泊' / function() error('mine') end, read = function() end}",
     "form%d+%.lua:3: mine"},
    {"never ends in its pattern", "{find = lpeg.Cmt('泊', function() while true do end end), read = function() end}",
     "needs more than %d+ instructions"},
    {"asks for the code of a function in its pattern",
     "{find = lpeg.Cmt('泊', function() return (('').dump()) end), read = function() end}",
     "form%d+%.lua:3: .*nil value"},
    {"raises in what makes a value",
     "readers.fields({berths = function() error('mine') end}, grammar.named('berths', lpeg.P'泊'))",
     "form%d+%.lua:3: mine"},
    {"adds to the reading itself", "{scope = 'end', read = table.insert}", "form%d+%.lua: .*read%-only"},
    {"makes the reading a locale", "{scope = 'end', read = lpeg.locale}", "form%d+%.lua: .*read%-only"},
    {"ends the body nowhere", "{scope = 'end', read = function(r) r:end_body({}) end}", "form%d+%.lua:3: end_body: "},
    {"ends the body behind the tape", "{scope = 'end', read = function(r) r:end_body(1 << 40) end}",
     "form%d+%.lua:3: end_body: "},
    {"closes the document", "{scope = 'end', read = function(r) r.document:close() end}", "form%d+%.lua:3: .*in use"},
    {"changes the form", "{scope = 'end', read = function(r) r.form.declared.name = 5 end}",
     "form%d+%.lua:3: .*read%-only"},
  }
  for _, case in ipairs(failing) do
    it("is told where it " .. case[1], function()
      local report, message, code = read(case[2])
      assert.same({nil, "form.failed"}, {report, code})
      assert.matches("a script of the form failed %(.*" .. case[3], message)
      assert.is_function(("").dump)
      assert.equal(lpeg.setmaxstack, lpeg.P(1).setmaxstack)
    end)
  end
end)

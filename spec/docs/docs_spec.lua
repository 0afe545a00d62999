--- The code and the tables in the documents are true.

local findings = require "spec.support.findings"
local forms = require "govreport.form"
local govreport = require "govreport"
local report_json = require "govreport.render.report_json"
local shell = require "spec.support.shell"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function block(text, language)
  return text:match("\n```" .. language .. "\n(.-)\n```")
end

describe("README.md", function()
  local text = read "README.md"

  it("has an example of at most 20 lines", function()
    local lines = select(2, block(text, "lua"):gsub("\n", "\n")) + 1
    assert.is_true(lines <= 20, lines .. " lines")
  end)

  it("has an example that prints what it says: govreport lua", function()
    local folder = shell.folder()
    shell.write(folder .. "/first.lua", block(text, "lua"))
    local code, out, err = shell.govreport("lua " .. folder .. "/first.lua")
    shell.remove(folder)
    assert.same({0, block(text, "text") .. "\n", ""}, {code, out, err})
  end)
end)

describe("docs/json.md", function()
  local text = read "docs/json.md"

  it("names every key of the JSON", function()
    local report = assert(govreport.open "examples/report.txt")
    local json = report_json.render("x", report, forms.declared(report.form))
    local fields = {}
    for _, id in ipairs(forms.declared(report.form).fields) do fields[id] = true end
    local checked = 0
    for key in json:gmatch('\n *"([%a_]+)": ') do
      if not fields[key] then
        assert.is_truthy(text:find("`" .. key .. "`", 1, true) or text:find("[{, ]" .. key .. "[,}]"), key)
        checked = checked + 1
      end
    end
    assert.is_true(checked > 1000)
    assert.is_truthy(text:find(report_json.schema, 1, true))
  end)

  it("names every key of the JSON of findings", function()
    local entry = findings.entry()
    entry.rounds = {status = {}, resolved = {}}
    local checked = 0
    local text_of = findings.render("json", {entry}, nil, {{name = "x", message = "m", code = "c"}})
    for key in text_of:gmatch("\"([%a_]+)\": ") do
      assert.is_truthy(text:find("`" .. key .. "`", 1, true) or text:find("[{, ]" .. key .. "[,}]"), key)
      checked = checked + 1
    end
    assert.is_true(checked > 100)
  end)

  for name, list in pairs{rules = govreport.rules(), forms = govreport.forms()} do
    it("names every key of the JSON of " .. name, function()
      local part, checked = assert(text:match("\n# The JSON of " .. name .. "\n(.-)\n# ")
                                   or text:match("\n# The JSON of " .. name .. "\n(.*)$")), 0
      for key in govreport.render(list, "json"):gmatch('"([%a_]+)": ') do
        assert.is_truthy(part:find("`" .. key .. "`", 1, true), key)
        checked = checked + 1
      end
      assert.is_true(checked > 100)
      assert.is_truthy(part:find(('"govreport.%s/1"'):format(name), 1, true))
    end)
  end
end)

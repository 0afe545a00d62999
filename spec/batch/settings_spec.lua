--- govreport.settings: a file of settings as a program reads it.

local govreport = require "govreport"
local settings = require "govreport.batch.settings"
local shell = require "spec.support.shell"

local folder
setup(function() folder = shell.folder() end)
teardown(function() shell.remove(folder) end)

local function load(text)
  local path = folder .. "/.govreport.lua"
  shell.write(path, text)
  return govreport.settings(path)
end

describe("settings", function()
  it("have paths from their own folder, and all else as it is written", function()
    assert.same({
      forms = {folder .. "/forms", "/absolute"}, rules = {folder .. "/city.lua"}, waivers = folder .. "/w.lua",
      units = folder .. "/u.csv", ignore = {"wording"}, severity = {["cells.blank"] = "error"}, lang = "en",
      fail_on = "warning", format = "concise",
    }, load [[return {
      forms = {"forms", "/absolute"}, rules = {"city.lua"}, waivers = "w.lua", units = "u.csv", ignore = {"wording"},
      severity = {["cells.blank"] = "error"}, lang = "en", fail_on = "warning", format = "concise",
    }]])
  end)

  it("may hold every key that is known", function()
    for key, type_ in pairs(settings.keys) do
      local value = type_ == "table" and "{}" or key == "fail_on" and "'error'" or "'text'"
      assert.is_not_nil(load(("return {%s = %s}"):format(key, value))[key], key)
    end
  end)

  -- What is wrong with each is told with the line.
  for text, wanted in pairs{
    ["return {\n  ignroe = {}\n}"] = ".govreport.lua:2: unknown key 'ignroe', did you mean 'ignore'?",
    ["return {\n\n  rules = 'x.lua'\n}"] = ".govreport.lua:3: 'rules' must be a table, {…}, not string",
    ["return {\n  rules = {1}\n}"] = ".govreport.lua:2: 'rules' is a list of files, not of a number",
    ["return {\n  fail_on = 'info'\n}"] = ".govreport.lua:2: 'info' is none of: error, warning",
    ["return {\n  format = 'xml'\n}"] = ".govreport.lua:2: 'xml' is none of: text, concise, json",
    ["return 1"] = "a table is expected, not number",
    ["return {"] = ".govreport.lua:1: ",
  } do
    it("are refused with their place: " .. wanted, function()
      local ok, problem = pcall(load, text)   -- luassert would take the place away
      assert.is_false(ok)
      assert.matches(wanted, problem, 1, true)
    end)
  end

  it("serve a program as they serve the command", function()
    shell.write(folder .. "/rule.lua", "return {id = 'my.rule', present = 'fields.agency'}\n")
    local own = load "return {rules = {'rule.lua'}, select = {'my'}}"
    local list = govreport.rules{rules = own.rules, select = own.select}
    assert.same({"my.rule", folder .. "/rule.lua"}, {list[1].id, list[1].source})
    assert.equal(1, #list)
  end)
end)

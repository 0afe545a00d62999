--- Settings: whose are run, and what of them is told.

local shell = require "spec.support.shell"

local folder

before_each(function()
  folder = shell.folder("own", "own/inner", "theirs", "theirs/inner")
  shell.write(folder .. "/theirs/inner/wrong.txt", shell.read "examples/report-with-errors.txt")
end)
after_each(function() shell.remove(folder) end)

local function write(path, text) shell.write(folder .. "/" .. path, text) end

local function run(arguments, inside) return shell.govreport(arguments, {folder = folder .. "/" .. inside}) end

describe("settings beside reports", function()
  it("are another person's, and never run", function()
    for _, place in ipairs{"theirs/.govreport.lua", "theirs/inner/.govreport.lua"} do
      write(place, 'return {ignore = {"disputes", "applications"}, fail_on = "error"} or error("run")')
    end
    for _, path in ipairs{"../theirs/inner/wrong.txt", "../theirs", "../theirs/inner"} do
      local code, out, err = run("check " .. path, "own")
      assert.equal(1, code)
      assert.matches("disputes.total", out, 1, true)
      assert.equal("", err)
    end
  end)

  it("do not hide one's own", function()
    write("theirs/.govreport.lua", "error 'run'")
    write("own/.govreport.lua", 'return {ignore = {"disputes"}}')
    local code, out = run("check ../../theirs", "own/inner")
    assert.equal(1, code)
    assert.is_nil(out:find("disputes.total", 1, true))
  end)
end)

describe("settings in force", function()
  -- Settings, arguments, what is told.
  for _, case in ipairs{
    {'ignore = {"wording", "fees"}', "", "不用规则wording、fees"},
    {'select = {"cells"}', "", "只用规则cells"},
    {'severity = {["cells.blank"] = "error", fees = "info"}', "", "级别改为cells.blank=error、fees=info"},
    {'ignore = {"wording"}, severity = {fees = "info"}', "", "不用规则wording；级别改为fees=info"},
    {'select = {"cells"}', "--select disputes", nil},
    {'ignore = {"wording"}', "--no-config", nil},
    {'fail_on = "warning", format = "concise"', "", nil},
    {'ignore = {}', "", nil},
  } do
    it("are told in a line: " .. case[1] .. " " .. case[2], function()
      write("own/.govreport.lua", "return {" .. case[1] .. "}")
      local _, _, err = run("check " .. case[2] .. " ../theirs/inner/wrong.txt", "own")
      local wanted = case[3] and ("govreport: 按设置文件%s/own/.govreport.lua：%s。 [settings.in_force]\n"):format(
        folder, case[3]) or ""
      assert.equal(wanted, err)
    end)
  end

  it("name the waivers", function()
    write("own/.govreport.lua", 'return {waivers = "accepted.lua"}')
    write("own/accepted.lua", 'return {{rule = "disputes.total", reason = "已核实", agency = "云岭市水务局", year = 2020}}')
    local code, out, err = run("check ../theirs/inner/wrong.txt", "own")
    assert.equal(1, code)
    assert.is_nil(out:find("[disputes.total]", 1, true))
    assert.equal(("govreport: 按设置文件%s/own/.govreport.lua：已认可问题见%s/own/accepted.lua。 [settings.in_force]\n")
                 :format(folder, folder), err)
    write("own/other.lua", "return {}")
    assert.equal("", select(3, run("check --waivers other.lua ../theirs/inner/wrong.txt", "own")))
  end)

  it("are told in English", function()
    write("own/.govreport.lua", 'return {ignore = {"wording"}}')
    local _, _, err = run("check --lang en ../theirs/inner/wrong.txt", "own")
    assert.equal(("govreport: by the settings %s/own/.govreport.lua: without the rules wording. "
                  .. "[settings.in_force]\n"):format(folder), err)
  end)
end)

describe("a waiver that waives nothing", function()
  for _, case in ipairs{
    {'agency = "云岭市水务局", year = 2020', "云岭市水务局2020年：", "云岭市水务局 2020: "},
    {'agency = "云岭市水务局"', "云岭市水务局：", "云岭市水务局: "},
    {"year = 2020", "2020年各报告：", "all reports for 2020: "}, {"", "各报告：", "all reports: "},
  } do
    it("names whose it is: " .. case[2], function()
      write("own/w.lua", ('return {{rule = "cells.blank", reason = "已核实", %s}}'):format(case[1]))
      local command = "check --waivers w.lua ../theirs/inner/wrong.txt"
      assert.equal("govreport: " .. case[2] .. "规则cells.blank的豁免（已核实）没有对应的问题，请删除。 [waiver.unused]\n",
                   select(3, run(command, "own")))
      assert.matches("govreport: " .. case[3] .. "the waiver for cells.blank (已核实) waives nothing",
                     select(3, run(command .. " --lang en", "own")), 1, true)
    end)
  end
end)

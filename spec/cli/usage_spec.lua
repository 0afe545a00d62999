--- Wrong usage: what is blamed, what may be meant, which usage is shown.

local shell = require "spec.support.shell"

local run = shell.govreport
local folder

setup(function()
  folder = shell.folder "dir"
  shell.write(folder .. "/report.txt", shell.read "examples/report.txt")
  shell.write(folder .. "/shwo", shell.read "examples/report.txt")
end)
teardown(function() shell.remove(folder) end)

-- Wrong usage: exit code 2, nothing on standard output, what stands in the first line, the command whose usage follows.
local function refused(arguments, message, command, lang)
  local code, out, err = run(arguments .. (lang and " --lang " .. lang or ""), {folder = folder})
  assert.same({2, ""}, {code, out})
  assert.matches("^govreport: [^\n]*", err)
  assert.matches(message, err:match("^[^\n]*"), 1, true)
  local usage = lang == "en" and "Usage: govreport" or "用法：govreport"
  assert.matches("\n" .. usage .. (command and " " .. command .. " " or " [--version]"), err, 1, true)
end

describe("a first word that is no command", function()
  for word, meant in pairs{chekc = "check", extrat = "extract", rolup = "rollup", diffs = "diff", expalin = "explain",
                           ["similiar"] = "similar", rule = "rules", Show = "show"} do
    it(word .. " and no file is a mistyped one", function()
      refused(word .. " report.txt", ("没有命令%s，是否指%s？"):format(word, meant))
      refused(word .. " report.txt", ("unknown command '%s'; did you mean %s?"):format(word, meant), nil, "en")
    end)
  end

  it("is a path where there is a file of that name, or no command is near", function()
    assert.equal(0, (run("shwo", {folder = folder})))
    for _, path in ipairs{"no-such-file", "reports/2024.html", "ls", "年报"} do
      local code, _, err = run(path, {folder = folder})
      assert.equal(3, code, path)
      assert.matches("[io.missing]", err, 1, true)
    end
  end)

  it("is a path behind the command", function()
    assert.equal(3, (run("check chekc", {folder = folder})))
  end)
end)

describe("an unknown option", function()
  for arguments, meant in pairs{
    ["check --fromat text x"] = "--format", ["check --formta text x"] = "--format",
    ["check --ecnoding x y"] = "--encoding", ["check --error-only x"] = "--errors-only",
    ["show --quantites x"] = "--quantities",
    ["rollup --rooster x y z"] = "--roster", ["trace --sections x y"] = "--section",
  } do
    it("proposes the nearest: " .. arguments, function()
      refused(arguments, "是否指" .. meant .. "？", arguments:match("^%a+"))
    end)
  end

  it("proposes nothing where none is near", function()
    refused("check --frobnicate x", "没有选项--frobnicate。", "check")
    refused("rules --foo", "没有选项--foo。", "rules")
  end)
end)

describe("the usage that is shown", function()
  for arguments, command in pairs{
    ["show"] = "show", ["diff report.txt"] = "diff", ["check --format foo x"] = "check", ["explain a b"] = "explain",
    ["check"] = "check", ["similar"] = "similar", ["trace --to xml x"] = "trace",
    ["check --previous a report.txt shwo"] = "check",
  } do
    it("is that of the command: " .. arguments, function()
      refused(arguments, "govreport: ", command)
      refused(arguments, "govreport: ", command, "en")
    end)
  end
end)

describe("an encoding that nobody knows", function()
  for _, command in ipairs{"check", "show", "extract", "trace", "similar", "forms"} do
    it("is blamed once, not the files: " .. command, function()
      local arguments = command .. " --encoding foo " .. (command == "forms" and "--why " or "") .. "report.txt"
      refused(arguments, "--encoding: 没有编码“foo”；可用的有UTF-8、GB18030", command:match("^%a+"))
      local _, _, err = run(arguments, {folder = folder})
      assert.equal(1, select(2, err:gsub("encoding%.unknown", "")))
    end)
  end

  it("is told of many files once", function()
    local _, _, err = run("check --encoding utf-9 report.txt shwo dir", {folder = folder})
    assert.equal(1, select(2, err:gsub("utf%-9", "")))
  end)

  it("is none under its other names", function()
    for _, name in ipairs{"utf8", "UTF-8"} do
      assert.equal(0, (run("check --encoding " .. name .. " report.txt", {folder = folder})), name)
    end
    for _, name in ipairs{"gbk", "GB2312", "Big5", "UTF-16LE", "latin1"} do
      assert.not_equal(2, (run("check --encoding " .. name .. " report.txt", {folder = folder})), name)
    end
  end)
end)

describe("a check by no rule", function()
  for _, arguments in ipairs{
    "--select cells --ignore cells", "--select cells.blank --ignore cells", "--ignore " .. table.concat({
      "structure", "form", "metadata", "cells", "applications", "disputes", "instruments", "proactive", "narrative",
      "years", "rollup", "privacy", "similarity", "ledger", "reading", "fees", "wording", "statistics", "website",
      "budget"}, " --ignore "),
  } do
    it("is wrong usage: " .. arguments:sub(1, 40), function()
      local code, out, err = run("check " .. arguments .. " report.txt", {folder = folder})
      assert.same({2, ""}, {code, out})
      assert.equal("govreport: select与ignore没有留下任何规则，无法核对。 [options.invalid]\n", err)
    end)
  end

  it("is none where one is left", function()
    assert.equal(0, (run("check --select cells --ignore cells.blank report.txt", {folder = folder})))
  end)
end)

describe("--stdin-name", function()
  local function piped(arguments, name)
    return select(2, run(arguments .. " <report.txt", {folder = folder})):find(name, 1, true) ~= nil
  end

  it("is what standard input is called", function()
    for _, command in ipairs{"check", "show", "trace", "extract --to json", "check --format json"} do
      assert.is_true(piped(command .. " --stdin-name 稿.html -", "稿.html"), command)
      assert.is_false(piped(command .. " -", "稿.html"), command)
    end
  end)

  it("is there once, where standard input is named twice", function()
    local _, out = run("check --stdin-name x.html - - <report.txt", {folder = folder})
    assert.equal(1, select(2, out:gsub("x%.html", "")))
    assert.equal(0, (run("diff - - <report.txt", {folder = folder})))
  end)
end)

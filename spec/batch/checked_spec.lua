--- Batches: many files checked one after the other, what is counted, what stands beside each.

local findings = require "spec.support.findings"
local govreport = require "govreport"
local shell = require "spec.support.shell"

local right, wrong = "examples/report.txt", "examples/report-with-errors.txt"

local function batch(paths, options) return assert(govreport.check_files(paths, options)) end

local function entries_of(own)
  local list = {}
  for entry in own:entries() do list[#list + 1] = entry end
  return list
end

describe("a batch", function()
  it("gives its files in order, each with its result, or why it has none", function()
    local list = entries_of(batch({wrong, "no/such/file", right}, {lang = "en"}))
    assert.same({wrong, "no/such/file", right}, {list[1].name, list[2].name, list[3].name})
    assert.equal("fail", list[1].result.verdict)
    assert.equal("pass", list[3].result.verdict)
    assert.is_nil(list[2].result)
    assert.equal("io.missing", list[2].code)
    assert.equal("no/such/file: no such file or folder.", list[2].message)
  end)

  it("says of each what a check of it alone says", function()
    local alone = govreport.render(govreport.check(assert(govreport.open(wrong))), "json")
    assert.equal(alone, govreport.render(batch{wrong}, "json"))
  end)

  it("has one report open at a time, and none at the end", function()
    local reports = {}
    for entry in batch({wrong, right}):entries() do
      for _, earlier in ipairs(reports) do assert.has_error(function() return earlier.year end) end
      assert.equal(2020, entry.report.year)
      reports[#reports + 1] = entry.report
    end
    assert.equal(2, #reports)
    assert.has_error(function() return reports[2].year end)
  end)

  it("checks no file before it is asked for", function()
    local folder = shell.folder()
    local own = batch{folder .. "/later.txt"}
    shell.write(folder .. "/later.txt", shell.read(right))
    local list = entries_of(own)
    shell.remove(folder)
    assert.equal("pass", list[1].result.verdict)
  end)

  it("goes out once", function()
    local own = batch{right}
    assert.equal(1, #entries_of(own))
    assert.equal(0, #entries_of(own))
    assert.equal(1, own.files)
  end)

  it("counts files, verdicts, findings, and how often each rule spoke", function()
    local own = batch{wrong, right, {name = "again", bytes = shell.read(wrong)}, "no/such/file"}
    entries_of(own)
    assert.equal(3, own.files)
    assert.equal(1, own.unread)
    assert.same({fail = 2, pass = 1}, own.verdicts)
    local one = govreport.check(assert(govreport.open(wrong)))
    for severity, count in pairs(own.counts) do assert.equal(2 * one.counts[severity], count, severity) end
    assert.equal(#one.list, #own.tally)
    for i, found in ipairs(one.list) do
      assert.same({rule = found.rule, severity = found.severity, findings = 2, files = 2}, own.tally[i])
    end
  end)

  it("cannot be changed", function()
    assert.has_error(function() batch{right}.files = 2 end, "govreport.Batch is read-only")
  end)

  it("takes contents in place of files", function()
    local list = entries_of(batch{{name = "x.txt", bytes = shell.read(wrong)}, {bytes = ""}})
    assert.same({"x.txt", "fail"}, {list[1].name, list[1].result.verdict})
    assert.same({"?", "input.empty"}, {list[2].name, list[2].code})
  end)
end)

describe("the exit code of a batch", function()
  -- Files, options, without and with warnings counted.
  for _, case in ipairs{
    {{right}, {}, 0, 0}, {{wrong}, {}, 1, 1}, {{wrong}, {select = {"structure", "metadata"}}, 0, 1},
    {{right, "no/such/file"}, {}, 3, 3}, {{wrong, "no/such/file"}, {}, 3, 3}, {{}, {}, 0, 0},
  } do
    it(("is %d or %d for %s"):format(case[3], case[4], table.concat(case[1], ", ")), function()
      local own = batch(case[1], case[2])
      entries_of(own)
      assert.same({case[3], case[4]}, {own:exit_code(), own:exit_code "warning"})
    end)
  end

  it("is that of the command", function()
    for _, paths in ipairs{{right}, {wrong}, {right, "no/such/file"}} do
      local own = batch(paths)
      entries_of(own)
      assert.equal((shell.govreport("check " .. table.concat(paths, " "))), own:exit_code())
    end
  end)
end)

describe("the options of a batch", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  it("compare with a first round, by its JSON or as Rounds", function()
    local path = folder .. "/first.json"
    shell.write(path, govreport.render(batch{wrong}, "json"))
    local bytes = findings.edited{{"五部分组成", "六部分组成"}}
    for _, since in ipairs{path, assert(govreport.rounds(shell.read(path)))} do
      local entry = entries_of(batch({{name = "second.txt", bytes = bytes}}, {since = since}))[1]
      assert.equal("structure.parts_announced", entry.rounds.resolved[1].rule)
      for found in entry.result:findings() do assert.equal("open", entry.rounds.status[found], found.rule) end
    end
  end)

  it("give nil and a code where a file that they name cannot be read", function()
    for _, case in ipairs{
      {{since = "no/such/file"}, "io.missing"}, {{units = "no/such/file"}, "io.missing"},
      {{since = right}, "since.syntax"},
    } do
      local own, message, code = govreport.check_files({right}, case[1])
      assert.is_nil(own)
      assert.is_string(message)
      assert.equal(case[2], code)
    end
  end)

  it("compare a single file with the report of the year before", function()
    local two_years = require "spec.support.two_years"
    local before = (two_years.before:gsub("\n规范性文件\n\n3\n\n3\n\n18", "\n规范性文件\n\n3\n\n3\n\n17"))
    local previous = assert(govreport.parse(before))
    local path = folder .. "/before.txt"
    shell.write(path, before)
    for _, given in ipairs{previous, path, {name = "before", bytes = before}} do
      local entry = entries_of(batch({{name = "now", bytes = two_years.now}}, {previous = given}))[1]
      assert.equal("instruments.total_disclosed", entry.result.list[1].rule)
    end
    assert.equal(2019, previous.year)   -- one that was given stays open
  end)

  it("tell first of a report of the year before that cannot be read", function()
    local list = entries_of(batch({right}, {previous = "no/such/file"}))
    assert.same({"no/such/file", "io.missing", right}, {list[1].name, list[1].code, list[2].name})
  end)
end)

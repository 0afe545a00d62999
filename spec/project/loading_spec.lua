--- What comes with `require "govreport"`: enough to read a document, and nothing that only some programs need.

local shell = require "spec.support.shell"

-- Runs a program in a process that has loaded nothing yet.
local function run(program)
  local paths = ("LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='%s/?.so;;'"):format(shell.build)
  local pipe = assert(io.popen(("%s lua5.4 -e '%s' 2>&1"):format(paths, program)))
  local output = pipe:read("a")
  assert(pipe:close(), output)
  return output
end

-- The rooms that hold the modules which a program has loaded, and the modules of others, as words in order.
local function loaded_by(program)
  return run([[
    local own = {}
    for name in pairs(package.loaded) do own[name] = true end
    ]] .. program .. [[

    local seen, words = {}, {}
    for name in pairs(package.loaded) do
      local word = name:match "^govreport%.([%w_]+)" or name
      if not own[name] and not seen[word] then
        seen[word] = true
        words[#words + 1] = word
      end
    end
    table.sort(words)
    print(table.concat(words, " "))]])
end

-- The modules of ours that a program has loaded, by name, without "govreport.".
local function modules_of(program)
  local output = run(program .. [[

    local words = {}
    for name in pairs(package.loaded) do
      if name:find "^govreport" then words[#words + 1] = name:gsub("^govreport%.", "") end
    end
    table.sort(words)
    print(table.concat(words, " "))]])
  return output:sub(1, -2)
end

describe("require \"govreport\"", function()
  it("loads the names of the functions, and nothing of what they do", function()
    assert.equal("base.version face govreport", modules_of 'require "govreport"')
  end)

  for _, chapter in ipairs(require "govreport.face") do
    it("knows which functions stand in face/" .. chapter[1], function()
      local there = {}
      for name in pairs(require("govreport.face." .. chapter[1])) do there[#there + 1] = name end
      local listed = table.move(chapter, 2, #chapter, 1, {})
      table.sort(there)
      table.sort(listed)
      assert.same(there, listed)
    end)
  end

  it("has each function once, and all of them for who lists them", function()
    local output = run [[
      local govreport = require "govreport"
      local count = -1   -- version
      for name, value in pairs(govreport) do
        assert(name == "version" or type(value) == "function" and govreport[name] == value, name)
        count = count + 1
      end
      for _, chapter in ipairs(require "govreport.face") do count = count - #chapter + 1 end
      print(count, govreport.opne)]]
    assert.equal("0\tnil\n", output)
  end)

  it("loads neither forms nor rules nor messages before there is a document", function()
    local modules = modules_of 'local govreport = require "govreport" local _ = govreport.open, govreport.check'
    for _, room in ipairs{"forms", "rules", "messages"} do
      assert.is_nil((" " .. modules):find(" " .. room .. ".", 1, true), room)
    end
  end)

  it("sets no global variable", function()
    local output = run [[
      require "lfs"   -- which sets one
      local known = {}
      for name in pairs(_G) do known[name] = true end
      require "govreport"
      require "govreport.cli"
      for name in pairs(_G) do if not known[name] then print(name) end end]]
    assert.equal("", output)
  end)

  it("loads what checks when something is checked, and still no command, no trace, no draft", function()
    local rooms = loaded_by [[
      local govreport = require "govreport"
      govreport.check(assert(govreport.open "examples/report.txt"))]]
    for room in rooms:gmatch("%S+") do
      assert.is_nil((" cli draft trace render argparse lfs "):find(" " .. room .. " ", 1, true), room)
    end
    assert.matches(" rules ", rooms)
  end)
end)

-- Nothing of these is needed to check a text in one form with which all is well.
local elsewhere = {
  "base.archive", "base.csv", "base.distance", "base.json", "batch", "bodies.units", "check.cause",
  "check.declaration", "check.draft", "check.finding", "check.hint", "check.last_year", "check.letter", "check.looks",
  "check.message", "check.pattern", "check.reading", "check.review", "check.rule_check", "check.rule_report",
  "check.sum_words", "check.waivers", "claims.neighbours", "claims.reconcile", "cli", "compare", "dataset", "draft",
  "explanations", "face.refusal", "fill", "form.declaration", "form.label_index", "form.safe_lpeg", "form.script",
  "form.why", "form.wordings", "forms.cn_budget_three_public", "forms.cn_disclosure_2014", "forms.cn_website_annual",
  "messages", "read.columns", "read.costs", "read.doubts", "read.evidence", "read.matcher", "read.mime", "read.pdf",
  "read.plans", "read.row_runs", "read.stretch", "read.surfaces", "read.word", "render", "trace",
}

describe("a check of one report", function()
  it("loads no module for other forms, other files, scripts, or findings that there are not", function()
    local modules = modules_of [[
      local govreport = require "govreport"
      govreport.check(assert(govreport.open "examples/report.txt"))]]
    local is_there = {}
    for name in modules:gmatch "%S+" do
      is_there[name], is_there[name:match "^[^.]+"] = true, true   -- a room is there where a module of it is
    end
    for _, name in ipairs(elsewhere) do assert.is_nil(is_there[name], name) end
    assert.is_true(is_there["forms.cn_disclosure_2019"] and is_there["rules.narrative"])
  end)

  it("loads the reader of a page's tables for a page alone", function()
    local modules = modules_of [[
      local govreport = require "govreport"
      assert(govreport.open "examples/report-2021.html")]]
    assert.matches(" read.matcher ", modules)
    assert.is_nil(modules:find " read.pdf ")
  end)
end)

describe("the command line", function()
  -- What it prints and what it has loaded then; it ends the process.
  local function modules_for(argument)
    local output = modules_of(([[
      coroutine.wrap(function()
        os.exit = coroutine.yield
        require("govreport.cli").run{%q}
      end)() ]]):format(argument))
    return output:match "([^\n]*)$"
  end
  local of_command_line = table.concat({
    "base.catalogue base.file base.keys base.later base.memory base.safe base.signals base.unsafe base.valid",
    "base.version cli cli.faults cli.help cli.input cli.parsers cli.project cli.terminal cli.usage core face govreport",
  }, " ")

  it("loads nothing of what reads and checks to print its version", function()
    assert.equal(of_command_line, modules_for "--version")
  end)

  it("loads no more to print its help than the words for it", function()
    local modules = modules_for "--help"
    assert.equal(of_command_line, (modules:gsub(" messages%.help_zh", "")))
  end)

  it("loads of the commands the one that is called, and nothing that findings and patterns of paths need", function()
    local modules = " " .. modules_for "examples/report.txt" .. " "
    assert.matches(" cli.check ", modules, 1, true)
    for _, name in ipairs{"base.archive", "base.glob", "check.draft", "check.finding", "cli.dataset", "cli.letters",
                          "cli.show", "read.surfaces"} do
      assert.is_nil(modules:find(" " .. name .. " ", 1, true), name)
    end
  end)
end)

describe("each public module", function()
  for _, name in ipairs{"grammar", "readers", "similarity", "waivers"} do
    it("can be required by itself: " .. name, function()
      local output = run(("print(type(require %q), package.loaded.govreport)"):format("govreport." .. name))
      assert.equal("table\tnil\n", output)
    end)
  end
end)

--- How commands end: exit codes, codes of complaints, and what stands on standard output by then.

local api = require "docs.api"
local faults = require "govreport.cli.faults"
local shell = require "spec.support.shell"
local terminals = require "govreport.cli.terminal"

local folder, deep

-- A program that Lua runs before the command: what a fault in the middle of a check would raise, in the report whose
-- name has the word in it.
local fault = [[
package.preload["govreport.check.fingerprint"] = function(name)
  local own = dofile(package.searchpath(name, package.path))
  local subject = own.subject
  function own.subject(report)
    if report.document.name:find "second" then %s end
    return subject(report)
  end
  return own
end]]

setup(function()
  folder = shell.folder("reports", "locked", "locked/inner", "deep")
  local report, wrong = shell.read "examples/report.txt", shell.read "examples/report-with-errors.txt"
  for _, name in ipairs{"report.txt", "reports/second.txt", "reports/third.txt", "locked/a.txt"} do
    shell.write(folder .. "/" .. name, report)
  end
  for _, name in ipairs{"wrong.txt", "reports/first.txt"} do shell.write(folder .. "/" .. name, wrong) end
  shell.write(folder .. "/list.json", "[1]")
  shell.write(folder .. "/since.json", '{"schema": "govreport.findings/1", "files": [{"name": "x", "findings": 7}]}')
  shell.write(folder .. "/number.lua", "return 1")
  shell.write(folder .. "/keys.lua", "return {ignore = {{}}}")
  shell.write(folder .. "/broken.lua", "return {")
  shell.write(folder .. "/units.csv", "x\n")
  shell.write(folder .. "/line\nbreak\xFF.txt", "no report\n")
  shell.write(folder .. "/fault.lua", fault:format "error('a fault')")
  shell.write(folder .. "/memory.lua", fault:format "error('not enough memory', 0)")
  shell.write(folder .. "/half.lua", fault:format "error('lpeg.lua:1: not enough memory', 0)")
  deep = ("d"):rep(200)
  assert(os.execute(("cd %s/deep && cp ../report.txt . && for i in $(seq 25); do mkdir %s && cd -P %s; done"):format(
    folder, deep, deep)))
end)

teardown(function() shell.remove(folder) end)

-- The command, in the folder :: its exit code :: the codes of complaints :: what is on standard output: nothing, or how
-- it begins. `govreport` is the program.
local cases = [[
govreport check report.txt                                       :: 0 ::  :: report.txt
govreport check wrong.txt                                        :: 1 ::  :: wrong.txt
govreport check --fail-on warning --ignore applications --ignore disputes wrong.txt :: 1 ::  :: wrong.txt
govreport check none.txt                                         :: 3 :: io.missing ::
govreport check none.txt wrong.txt                               :: 3 :: io.missing :: wrong.txt
govreport check - </dev/null                                     :: 3 :: input.empty ::
govreport check - <&-                                            :: 3 :: io.unreadable ::
govreport check - wrong.txt <&-                                  :: 3 :: io.unreadable :: wrong.txt
govreport show - <&-                                             :: 3 :: io.unreadable ::
govreport same report.txt - <&-                                  :: 3 :: io.unreadable ::
govreport diff - report.txt <&-                                  :: 3 :: io.unreadable ::
govreport show reports                                           :: 3 :: io.folder ::
govreport check --previous reports report.txt                    :: 3 :: io.folder :: report.txt
govreport check $(printf 'n%.0s' $(seq 300))                     :: 3 :: io.unreadable ::
govreport check deep                                             :: 3 :: io.unreadable :: deep/report.txt
govreport check line*                                            :: 3 :: form.unknown ::
govreport check --format json line*                              :: 3 :: form.unknown :: {
govreport chekc                                                  :: 2 :: usage.command_near ::
govreport                                                        :: 2 :: usage.no_command ::
govreport check                                                  :: 2 :: usage.paths ::
govreport check --frobnicate x                                   :: 2 :: usage.option ::
govreport show                                                   :: 2 :: usage.missing ::
govreport show a b                                               :: 2 :: usage.many ::
govreport check --encoding foo none.txt                          :: 2 :: encoding.unknown ::
govreport check --select no.such none.txt                        :: 2 :: options.invalid ::
govreport check --since none.json wrong.txt                      :: 2 :: io.missing ::
govreport check --since reports wrong.txt                        :: 2 :: io.folder ::
govreport check --since wrong.txt wrong.txt                      :: 2 :: since.syntax ::
govreport check --since list.json wrong.txt                      :: 2 :: since.schema ::
govreport check --since since.json wrong.txt                     :: 2 :: since.schema ::
govreport check --config none.lua report.txt                     :: 2 :: settings.invalid ::
govreport check --config number.lua report.txt                   :: 2 :: settings.invalid ::
govreport check --config keys.lua report.txt                     :: 2 :: settings.invalid ::
govreport check --config broken.lua report.txt                   :: 2 :: settings.invalid ::
govreport check --config reports report.txt                      :: 2 :: settings.invalid ::
govreport check --waivers none.lua report.txt                    :: 2 :: waivers.invalid ::
govreport check --waivers number.lua report.txt                  :: 2 :: waivers.invalid ::
govreport check --waivers keys.lua report.txt                    :: 2 :: waivers.invalid ::
govreport check --units none.csv report.txt                      :: 2 :: io.missing ::
govreport check --units reports report.txt                       :: 2 :: io.folder ::
govreport check --units units.csv report.txt                     :: 2 :: units.column_near units.no_name ::
govreport check --rules none.lua report.txt                      :: 2 :: options.invalid ::
govreport check --forms none report.txt                          :: 2 :: form.invalid ::
govreport explain no.such                                        :: 2 :: rule.unknown ::
govreport check --write-baseline none/x.lua report.txt           :: 3 :: io.unwritable :: report.txt
govreport check --letter none/x.md report.txt                    :: 3 :: io.unwritable :: report.txt
govreport check --letter x.doc report.txt                        :: 2 :: letter.ending ::
govreport new rule reports/../../none/x                          :: 2 :: new.name ::
]]

local cases_of_devices = [[
govreport --version >/dev/full                                   :: 3 :: io.unwritable ::
govreport --help >/dev/full                                      :: 3 :: io.unwritable ::
govreport check --help >/dev/full                                :: 3 :: io.unwritable ::
govreport check report.txt >/dev/full                            :: 3 :: io.unwritable ::
govreport check report.txt >&-                                   :: 3 :: io.unwritable ::
govreport extract report.txt >/dev/full                          :: 3 :: io.unwritable ::
govreport check --select no.such report.txt >/dev/full           :: 2 :: options.invalid ::
govreport check --write-baseline /dev/full report.txt            :: 3 :: io.unwritable :: report.txt
govreport check --write-baseline /dev/null wrong.txt             :: 1 ::  :: wrong.txt
govreport check /dev/zero report.txt                             :: 3 :: limit.input :: report.txt
yes | govreport check - report.txt                               :: 3 :: limit.input :: report.txt
]]

local function fields_of(line)
  local command, code, codes, out = line:match "^(.-) +:: (%d+) :: ?([^:]-) ?:: ?([^:]*)$"
  return {command = command, code = tonumber(code), codes = codes, out = out}
end

local function run(command, environment)
  local program = ("env GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 %s %s/bin/govreport"):format(
    shell.build, environment or "", shell.root)
  return shell.run(("cd %s && %s"):format(folder, (command:gsub("govreport", function() return program end, 1))))
end

local function codes_in(err)
  local list = {}
  for line in err:gmatch "[^\n]+" do list[#list + 1] = line:match "^govreport: .* %[([%l_.]+)%]$" end
  return table.concat(list, " ")
end

local function holds(line)
  local own = fields_of(line)
  local code, out, err = run(own.command)
  assert.same({code = own.code, codes = own.codes}, {code = code, codes = codes_in(err)}, err)
  assert.is_nil(err:find("traceback", 1, true))
  if own.out == "" then assert.equal("", out) else assert.equal(own.out, out:sub(1, #own.out)) end
end

describe("a command ends", function()
  for line in cases:gmatch "[^\n]+" do
    it((line:gsub(" +", " ")), function() holds(line) end)
  end
  for line in cases_of_devices:gmatch "[^\n]+" do
    it((line:gsub(" +", " ")), function()
      if not io.open("/dev/full", "wb") then return pending "this system has no /dev/full" end
      holds(line)
    end)
  end

  it("with complaints on one line of valid text, whatever a file is called", function()
    local _, _, err = run "govreport check line*"
    assert.is_truthy(utf8.len(err))
    assert.equal(1, select(2, err:gsub("\n", "")))
    assert.matches("^govreport: line break\u{FFFD}.txt：", err)
  end)

  it("with a folder that may not be listed, and goes on with the others", function()
    assert(os.execute(("chmod 755 %s && chmod 000 %s/locked/inner"):format(folder, folder)))
    local as_nobody = "setpriv --reuid 65534 --clear-groups"
    local is_root = shell.run "test $(id -u) = 0" == 0
    if is_root and shell.run(as_nobody .. " true") ~= 0 then return pending "no setpriv here" end
    local code, out, err = run("govreport check locked", is_root and as_nobody)
    assert(os.execute(("chmod 755 %s/locked/inner"):format(folder)))
    assert.same({3, "io.unreadable"}, {code, codes_in(err)}, err)
    assert.matches("^locked/a.txt", out)
  end)
end)

describe("a reader that stops reading", function()
  it("ends the command without a word", function()
    for _, command in ipairs{"extract --to json report.txt", "show report.txt", "check --format json report.txt"} do
      local _, _, err = run("govreport " .. command .. " | true")
      assert.equal("", err)
      assert.equal("", (select(3, run("govreport " .. command .. " | head -c 1"))))
    end
  end)
end)

describe("a fault of the program", function()
  local with_fault = "LUA_INIT=@fault.lua"

  it("is one line and 70, behind the documents that are whole", function()
    local code, out, err = run("govreport check reports", with_fault)
    assert.equal(70, code)
    assert.matches("^govreport: 程序内部错误，已中止，与报告内容无关，请反馈给维护者：[^\n]*a fault %[internal.error%]\n$", err)
    assert.matches("^reports/first.txt", out)
    assert.is_nil(out:find("second", 1, true))
    local lines = select(2, run("govreport check --format jsonl reports", with_fault))
    assert.equal(5, select(2, lines:gsub("[^\n]*first.txt[^\n]*}\n", "")))
    assert.equal(5, select(2, lines:gsub("\n", "")))
  end)

  for _, format in ipairs{"json", "csv", "sarif", "junit"} do
    it("leaves nothing of a document that is not whole: " .. format, function()
      local code, out = run("govreport check --format " .. format .. " reports", with_fault)
      assert.same({70, ""}, {code, out})
    end)
  end

  it("goes before all other codes", function()
    assert.equal(70, (run("govreport check none.txt reports --write-baseline none/x", with_fault)))
    assert.equal(70, (run("govreport check reports >/dev/null 2>&1", with_fault)))
  end)

  it("shows the way there to those who ask", function()
    local _, _, err = run("govreport check reports", with_fault .. " GOVREPORT_DEBUG=1")
    assert.matches("stack traceback:", err, 1, true)
  end)

  it("speaks English", function()
    local _, _, err = run("govreport check --lang en reports", with_fault)
    assert.matches("^govreport: a fault of the program", err)
  end)

  it("is not taken for wrong usage", function()
    local terminal = terminals.new("en", "never")
    function terminal.complain() error "complains" end
    for _, f in ipairs{faults.describe, function() error("not enough memory", 0) end} do
      assert.is_false((pcall(terminal.attempt, terminal, "options.invalid", f)))
    end
    local told
    function terminal.complain(_, message, code) told = message .. code end
    assert.is_false(terminal:attempt("options.invalid", error, "script.lua:1: wrong", 0))
    assert.equal("script.lua:1: wrongoptions.invalid", told)
  end)

  it("is a module that is not there", function()
    local code, out, err = run("govreport check report.txt",
                               "LUA_INIT='package.preload.argparse = function() error() end'")
    assert.same({70, ""}, {code, out})
    assert.matches("^govreport: [^\n]* %[internal.error%]\n$", err)
  end)
end)

describe("memory that runs out", function()
  it("leaves that file unread, and the others go on", function()
    local code, out, err = run("govreport check reports", "LUA_INIT=@memory.lua")
    assert.same({3, "limit.memory"}, {code, codes_in(err)})
    assert.matches("first.txt.*third.txt.*已核对2个，无法读取1个", out)
  end)

  it("ends the program where a pattern may be half compiled", function()
    local code, _, err = run("govreport check reports", "LUA_INIT=@half.lua")
    assert.same({70, "limit.memory"}, {code, codes_in(err)})
  end)
end)

describe("an interrupt", function()
  -- A rule that would run for days, without its budget; the signal comes from beside.
  local function ended_by(signal)
    shell.write(folder .. "/patient.lua", [[
      table.insert(package.searchers, 2, function(name)
        return name == "govreport.form.script" and function()
          local script = dofile((package.searchpath(name, package.path)))
          script.budget, script.budget_of_document, script.most_seconds = 1 << 50, 1 << 52, 1e5
          return script
        end or nil
      end)
    ]])
    shell.write(folder .. "/slow.lua", [[return {{id = "my.slow", title = {zh = "慢", en = "slow"}, severity = "warning",
      message = {zh = "慢。", en = "slow."}, check = function() while true do end end}}]])
    local command = ("cd %s && (sleep 0.4; kill -%s $$) & cd %s && LUA_INIT=@patient.lua GOVREPORT_BUILD=%s "
      .. "exec %s/bin/govreport check --rules slow.lua report.txt >out 2>err"):format(
      folder, signal, folder, shell.build, shell.root)
    local _, how, number = os.execute(command)
    return how, number, shell.read(folder .. "/out") .. shell.read(folder .. "/err")
  end

  it("ends the process at once, and is no failure of a rule", function()
    assert.same({"signal", 2, ""}, {ended_by "INT"})
    assert.same({"signal", 15, ""}, {ended_by "TERM"})
  end)
end)

describe("the codes of the command line", function()
  it("stand in docs/conventions.md", function()
    local text, families, codes = shell.read "docs/conventions.md", {}, {}
    for row in text:gmatch "\n| (`[^\n|]*`) | [^\n|]+ |" do
      for name in row:gmatch "`([%w_.*]+)`" do
        if name:find "%.%*$" then families[name:match "^%a+"] = true else codes[name] = true end
      end
    end
    for _, chapter in ipairs(api.chapters) do
      for _, alias in ipairs(chapter.aliases or {}) do
        for _, value in ipairs(alias[1] == "Code" and alias.values or {}) do codes[value[1]] = true end
      end
    end
    local count = 0
    for line in io.popen "cat lua/govreport/cli/*.lua":lines() do
      for name in line:gsub("%-%-.*", ""):gmatch '[(, ]"(%l+%.[%l_]+)"' do
        local is_printed = line:find "tell%(" or line:find "complain%(" or line:find "attempt%(" or line:find "refuse%("
        if is_printed and not line:find("say(", 1, true) then
          count = count + 1
          assert.is_truthy(codes[name] or families[name:match "^%a+"], name)
        end
      end
    end
    assert.is_true(count > 20)
    assert.is_true(codes["internal.error"] and families.usage)
  end)
end)

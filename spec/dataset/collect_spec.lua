--- What a dataset promises: the same for the same documents, however many processes read them; whole or not at all; and
-- a run that updates gives what one that begins anew does.

local documents = require "spec.support.documents"
local govreport = require "govreport"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local has_processes = (require "govreport.process").pool ~= nil
local has_xlsx = pcall(require, "govreport.xlsx")

local folder, sources
before_each(function()
  folder = shell.folder "in"
  sources = {folder .. "/in"}
end)
after_each(function() shell.remove(folder) end)

local function dataset(name, options)
  options = options or {}
  options.output, options.jobs = folder .. "/" .. name, options.jobs or 0
  return govreport.dataset(sources, options)
end

-- The names in a folder, in order.
local function names_in(path)
  local names = {}
  for name in lfs.dir(path) do
    if name ~= "." and name ~= ".." then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

local function name_of(i) return ("%s/in/%04d.txt"):format(folder, i) end

-- Documents of which the third is a copy of the first, the fourth none, the fifth another version of the second.
local function write_mixed()
  documents.write(folder .. "/in", 6)
  shell.write(name_of(3), documents.text(1))
  shell.write(name_of(4), "会议纪要\n\n一、议定事项。\n")
  shell.write(name_of(5), (documents.text(2):gsub("326", "327"):gsub("2021年01月25日", "2021年02月25日")))
end

-- ---- the same -----------------------------------------------------------------------------------

describe("a dataset of many processes", function()
  if not has_processes then
    pending "there are no processes"
    return
  end

  local outputs = table.move(documents.outputs, 1, #documents.outputs, 1, {})
  if has_xlsx then outputs[#outputs + 1] = "x.xlsx" end
  for _, output in ipairs(outputs) do
    it("is the same as of one: " .. output, function()
      write_mixed()
      local content = output:find "%.sqlite$" and documents.dump or documents.bytes
      assert(dataset(output, {jobs = 0}))
      local first = content(folder .. "/" .. output)
      for _, jobs in ipairs{1, 2, 4} do
        assert(dataset(output, {jobs = jobs}))
        assert.is_true(first == content(folder .. "/" .. output), jobs .. " processes")
      end
    end)
  end
end)

describe("a dataset", function()
  for _, output in ipairs(documents.outputs) do
    it("tells copies and versions from others: " .. output, function()
      write_mixed()
      local summary = assert(dataset(output))
      assert.same({6, 6, 5, 0, 1}, {summary.files, summary.done, summary.ok, summary.same, summary.unread.not_a_report})
      assert.equal("form.unknown", summary.failures[1].code)
      local found = documents.content(folder .. "/" .. output)
      assert.matches("copy_of=[^\t]*0001", found[name_of(3)])
      assert.matches("version_of=[^\t]*0002", found[name_of(5)])
      assert.matches("superseded_by=[^\t]*0005", found[name_of(2)])
      for _, i in ipairs{1, 4, 6} do assert.is_nil(found[name_of(i)]:find "_[ob][fy]=[^\tn]", i) end
    end)

    it("leaves nothing beside it: " .. output, function()
      write_mixed()
      assert(dataset(output))
      assert.same({(output:gsub("/$", "")), "in"}, (function()
        local names = names_in(folder)
        table.sort(names, function(a) return a ~= "in" end)
        return names
      end)())
    end)
  end

  it("is of what was asked for alone", function()
    assert.has_error(function() govreport.dataset(sources, {output = folder .. "/x.doc"}) end)
    assert.has_error(function() govreport.dataset(sources, {}) end)
    assert.has_error(function() govreport.dataset(sources, {output = folder .. "/x.jsonl", outputs = 1}) end)
    assert.has_error(function() govreport.dataset({1}, {output = folder .. "/x.jsonl"}) end)
  end)
end)

-- ---- again --------------------------------------------------------------------------------------

-- The documents that a run reads, in order.
local function reads(output, options)
  local seen = {}
  options = options or {}
  options.update, options.before = true, function(file) seen[#seen + 1] = file:match "%d+%.txt$" end
  return seen, assert(dataset(output, options))
end

-- Whether the dataset holds what one that is made anew holds.
local function check_as_new(output, options)
  local found = documents.content(folder .. "/" .. output)
  assert(dataset("new-" .. output, options))
  assert.same(documents.content(folder .. "/new-" .. output), found)
end

for _, output in ipairs(documents.outputs) do
  describe("a dataset that is brought up to date: " .. output, function()
    it("reads nothing where nothing changed", function()
      write_mixed()
      assert(dataset(output))
      local before = documents.content(folder .. "/" .. output)
      local seen, summary = reads(output)
      assert.same({}, seen)
      assert.same({5, 0, 1}, {summary.same, summary.ok, #summary.failures})
      assert.equal("form.unknown", summary.failures[1].code)
      assert.same(before, documents.content(folder .. "/" .. output))
    end)

    it("reads what is new or changed, and drops what is gone", function()
      write_mixed()
      assert(dataset(output))
      shell.write(name_of(2), documents.text(20))
      shell.write(name_of(9), documents.text(9))
      os.remove(name_of(1))
      os.remove(name_of(4))
      local seen, summary = reads(output)
      assert.same({"0002.txt", "0009.txt"}, seen)
      assert.same({5, 3, 2, 0}, {summary.files, summary.same, summary.ok, #summary.failures})
      check_as_new(output)
      assert.same({}, (reads(output)))
    end)

    it("stays as it is where no file is found", function()
      write_mixed()
      assert(dataset(output))
      local before = documents.content(folder .. "/" .. output)
      for i = 1, 9 do os.remove(name_of(i)) end
      local summary, _, code = dataset(output, {update = true})
      assert.is_nil(summary)
      assert.equal("dataset.nothing", code)
      assert.same(before, documents.content(folder .. "/" .. output))
      assert.is_nil(lfs.attributes((folder .. "/" .. output):gsub("/$", "") .. ".part"))
    end)

    it("reads what becomes a report, and what is one no more", function()
      write_mixed()
      assert(dataset(output))
      shell.write(name_of(4), documents.text(4))
      shell.write(name_of(1), "会议纪要\n")
      local seen, summary = reads(output)
      assert.same({"0001.txt", "0004.txt"}, seen)
      assert.same({4, 1, 1}, {summary.same, summary.ok, #summary.failures})
      check_as_new(output)
    end)

    it("reads all where rules or options are others", function()
      write_mixed()
      assert(dataset(output))
      assert.equal(6, #reads(output, {ignore = {"applications.balance"}}))
      assert.equal(0, #reads(output, {ignore = {"applications.balance"}}))
      shell.write(folder .. "/rules.lua", "return {}\n")
      assert.equal(6, #reads(output, {rules = {folder .. "/rules.lua"}}))
      shell.write(folder .. "/rules.lua", "return { }\n")
      assert.equal(6, #reads(output, {rules = {folder .. "/rules.lua"}}))
      check_as_new(output, {rules = {folder .. "/rules.lua"}})
    end)

    it("reads all when a waiver expires, not day by day", function()
      write_mixed()
      local accepted = folder .. "/waivers.lua"
      shell.write(accepted, [[return {
        {rule = "narrative.count", reason = "known", expires = "2026-01-31"},
        {rule = "cells.blank", reason = "known"},
      }]])
      local function on(day, more)
        local options = {waivers = accepted, today = day}
        for key, value in pairs(more or {}) do options[key] = value end
        return #reads(output, options)
      end
      assert.equal(6, on "2026-01-30")
      assert.equal(0, on "2026-01-31")
      assert.equal(6, on "2026-02-01")
      assert.equal(0, on "2026-02-02")
      assert.equal(0, #reads(output, {waivers = require("govreport.waivers").load(accepted), today = "2026-02-03"}))
      shell.write(accepted, [[return {{rule = "cells.blank", reason = "known"}}]])
      assert.equal(0, on "2026-02-04")
      -- A rule that somebody brings may look at the day.
      local rules = {rules = {function() end}}
      assert.equal(6, on("2026-02-04", rules))
      assert.equal(0, on("2026-02-04", rules))
      assert.equal(6, on("2026-02-05", rules))
    end)

    it("reads what the manifest says something else of", function()
      write_mixed()
      local manifest = folder .. "/list.csv"
      local function list(last)
        shell.write(manifest, ("path,url,region\n%s,http://a.example/1,390100\n%s,http://a.example/2,%s\n"):format(
          name_of(1), name_of(2), last))
      end
      list "390121"
      assert(dataset(output, {manifest = manifest}))
      assert.equal(0, #reads(output, {manifest = manifest}))
      list "390122"
      assert.same({"0002.txt"}, (reads(output, {manifest = manifest})))
      check_as_new(output, {manifest = manifest})
      assert.same({"0001.txt", "0002.txt"}, (reads(output)))
      check_as_new(output)
    end)

    it("begins anew where there is none, or where another program made it", function()
      write_mixed()
      assert.equal(6, #reads(output))
      assert.equal(0, #reads(output))
    end)

    it("reads again what took too long, and not what is no report", function()
      documents.write(folder .. "/in", 3)
      local is_slow = true
      local function before(file)
        if is_slow and file:find "0002" then error "not enough memory" end
      end
      local summary = assert(dataset(output, {before = before}))
      assert.equal(1, #summary.failures)
      assert.same({"0002.txt"}, (reads(output)))
      check_as_new(output)
    end)

    it("is told by names that no encoding knows", function()
      shell.write(folder .. "/in/\xFF.txt", documents.text(1))
      shell.write(folder .. "/in/\xFE.txt", documents.text(2))
      shell.write(folder .. "/in/'=a\nb\t.txt", documents.text(3))
      local summary = assert(dataset(output))
      assert.equal(3, summary.ok)
      local seen = {}
      for file in pairs(documents.content(folder .. "/" .. output)) do seen[#seen + 1] = file end
      assert.equal(3, #seen)
      local _, again = reads(output)
      assert.equal(3, again.same)
    end)
  end)
end

-- ---- whole or not at all ------------------------------------------------------------------------

describe("a dataset that cannot be written", function()
  for _, output in ipairs(documents.outputs) do
    it("leaves what is there as it is: " .. output, function()
      documents.write(folder .. "/in", 4)
      assert(dataset(output))
      local path = folder .. "/" .. output
      local before = documents.content(path)
      local code, out, err = shell.run(("ulimit -f 40; %s %s dataset %s/in -j 0 -o %s"):format(
        "LC_ALL=zh_CN.UTF-8 GOVREPORT_BUILD=" .. shell.build, "bin/govreport", folder, path))
      assert.equal("", out)
      assert.equal(3, code, err)
      assert.matches("govreport: .*[^\n]+%[[%w_.]+%]\n$", err)
      assert.same(before, documents.content(path))
    end)

    it("tells where it should go and cannot: " .. output, function()
      documents.write(folder .. "/in", 1)
      local summary, message, code = dataset("nowhere/" .. output)
      assert.is_nil(summary)
      assert.is_true(code == "dataset.unwritable" or code:find "^sqlite%." ~= nil, code)
      assert.matches(folder, message, 1, true)
      assert.same({"in"}, names_in(folder))
    end)

    it("leaves nothing where not even its beginning can be: " .. output, function()
      documents.write(folder .. "/in", 1)
      local code, _, err = shell.run(("ulimit -f 1; %s bin/govreport dataset %s/in -j 0 -o %s/%s"):format(
        "LC_ALL=zh_CN.UTF-8 GOVREPORT_BUILD=" .. shell.build, folder, folder, output))
      assert.equal(3, code, err)
      assert.same({"in"}, names_in(folder))
    end)

    it("is left alone where another program writes it: " .. output, function()
      documents.write(folder .. "/in", 4)
      local other
      local summary = dataset(output, {before = function(file)
        if not file:find "0003" then return end
        other = {shell.run(("GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 bin/govreport dataset %s/in -j 0 -o %s/%s"):format(
          shell.build, folder, folder, output))}
      end})
      assert.equal(3, other[1])
      assert.matches("另一程序正在写入.*%[dataset.busy%]", other[3])
      assert.equal(4, summary.ok)
      assert.equal(4, #(function()
        local names = {}
        for name in pairs(documents.content(folder .. "/" .. output)) do names[#names + 1] = name end
        return names
      end)())
    end)
  end

  it("is no folder of somebody else", function()
    documents.write(folder .. "/in", 1)
    for _, name in ipairs{"own", "own.part"} do
      assert(lfs.mkdir(folder .. "/" .. name))
      shell.write(folder .. "/" .. name .. "/report.csv", "mine")
      shell.write(folder .. "/" .. name .. "/other.txt", "mine")
      assert.equal("dataset.taken", select(3, dataset "own/"))
      assert.equal("mine", shell.read(folder .. "/" .. name .. "/report.csv"))
      shell.remove(folder .. "/" .. name)
    end
    shell.write(folder .. "/own", "mine")
    for _, kind in ipairs{"csv", #documents.outputs == 3 and "sqlite" or nil} do
      assert.equal("dataset.taken", select(3, dataset("own", {to = kind})))
      assert.equal("mine", shell.read(folder .. "/own"))
      assert.same({"in", "own"}, names_in(folder))
    end
  end)
end)

-- ---- what documents can do ----------------------------------------------------------------------

describe("among many documents", function()
  if not has_processes then
    pending "there are no processes"
    return
  end

  -- Ends the process that reads it, in its way.
  local ends = {
    ["0003"] = function() os.exit(1, false) end,
    ["0007"] = function() while true do end end,   -- luacheck: no unused
    ["0011"] = function() return ("x"):rep(1 << 30) end,
    ["0012"] = function() error "a fault" end,
    ["0021"] = function() os.execute("kill -SEGV " .. io.open("/proc/self/stat"):read "n") end,
  }
  local statuses = {["0003"] = "crash", ["0007"] = "timeout", ["0011"] = "memory", ["0012"] = "rule_error",
                    ["0021"] = "crash", ["0015"] = "unreadable", ["0016"] = "bad_input", ["0017"] = "not_a_report"}

  -- A sanitizer ends what gets no memory.
  if os.getenv "LD_PRELOAD" then ends["0011"], statuses["0011"] = nil, nil end
  local lost = 0
  for _ in pairs(statuses) do lost = lost + 1 end

  local function before(file)
    local own = ends[file:match "(%d+)%.txt$"]
    if own then own() end
  end

  for _, output in ipairs(documents.outputs) do
    it("each costs itself alone: " .. output, function()
      documents.write(folder .. "/in", 30)
      os.remove(name_of(15))
      assert(lfs.link(folder .. "/nowhere", name_of(15), true))
      shell.write(name_of(16), "")
      shell.write(name_of(17), "会议纪要\n")
      local summary = assert(dataset(output, {jobs = 2, seconds = 4, memory = 200 << 20, before = before}))
      local found = {}
      for _, failure in ipairs(summary.failures) do found[failure.name:match "(%d+)%.txt$"] = failure.status end
      assert.same(statuses, found)
      assert.equal(30 - lost, summary.ok)
      assert.equal(3, govreport.dataset_exit_code(summary))
      local content = documents.content(folder .. "/" .. output)
      for i = 1, 30 do
        local status = statuses[("%04d"):format(i)]
        local own = assert(content[name_of(i)], i)
        if status then assert.matches(status, own, 1, true) end
        assert.equal(status == nil, own:find 'form"?[=:]"?cn_disclosure_2019' ~= nil, i)
      end
    end)
  end
end)

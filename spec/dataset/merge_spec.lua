--- Plans and merges: documents in shards, and the answers of workers together again, the same as if one program had
-- read all.

local documents = require "spec.support.documents"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local folder
before_each(function() folder = shell.folder("in", "plan") end)
after_each(function() shell.remove(folder) end)

-- Writes a plan; its files by name.
local function write_plan(shards, options)
  options = options or {}
  options.shards = shards
  local files, failures = assert(govreport.plan({folder .. "/in"}, options))
  local by_name = {}
  for _, own in ipairs(files) do
    shell.write(folder .. "/plan/" .. own[1], own[2])
    by_name[own[1]] = own[2]
  end
  return by_name, failures
end

local function work(text, options)
  local pieces, next_line = {}, text:gmatch "[^\n]+"
  options = options or {}
  options.jobs = options.jobs or 0
  assert(govreport.worker({next = next_line}, function(line) pieces[#pieces + 1] = line end, options))
  return table.concat(pieces)
end

-- Answers all shards of a plan, each into a file.
-- @return the paths
local function answer(plan, options)
  local paths = {}
  for name, text in pairs(plan) do
    if name ~= "plan.json" then
      paths[#paths + 1] = folder .. "/" .. name .. ".answers"
      shell.write(paths[#paths], work(text, options))
    end
  end
  table.sort(paths, function(a, b) return a > b end)   -- in any order
  return paths
end

local function merge(paths, output, options)
  options = options or {}
  options.output, options.jobs = folder .. "/" .. output, options.jobs or 0
  return govreport.merge(folder .. "/plan", paths, options)
end

local function write_mixed()
  documents.write(folder .. "/in", 7)
  shell.write(folder .. "/in/0003.txt", documents.text(1))
  shell.write(folder .. "/in/0004.txt", "会议纪要\n")
  shell.write(folder .. "/in/0006.txt", "")
end

describe("a plan", function()
  it("deals documents out, each once", function()
    documents.write(folder .. "/in", 7)
    local plan = write_plan(3)
    local seen = {}
    for _, name in ipairs{"0001.jsonl", "0002.jsonl", "0003.jsonl"} do
      for line in plan[name]:gmatch "[^\n]+" do
        assert.is_nil(line:find "[^ -~]")
        local record = json_reader.decode(line)
        assert.is_nil(seen[record.id])
        seen[record.id] = record.path
      end
    end
    assert.equal(7, #seen)
    local listed = json_reader.decode(plan["plan.json"])
    assert.same({"govreport.plan/1", 7}, {listed.schema, listed.records})
    assert.same({3, 2, 2}, {listed.shards[1].records, listed.shards[2].records, listed.shards[3].records})
  end)

  it("has no more shards than documents, and one of none", function()
    documents.write(folder .. "/in", 2)
    local plan = write_plan(100)
    assert.is_string(plan["0002.jsonl"])
    assert.is_nil(plan["0003.jsonl"])
  end)

  it("tells of names that it cannot hold", function()
    documents.write(folder .. "/in", 1)
    shell.write(folder .. "/in/\xB1\xA8.txt", documents.text(2))
    local plan, failures = write_plan(1)
    assert.equal(1, json_reader.decode(plan["plan.json"]).records)
    assert.same({1, "plan.name"}, {#failures, failures[1].code})
    assert.matches("\\xB1\\xA8.txt：文件名不是UTF-8编码", failures[1].message, 1, true)
  end)
end)

describe("merged answers", function()
  local outputs = table.move(documents.outputs, 1, #documents.outputs, 1, {})
  if pcall(require, "govreport.xlsx") then outputs[#outputs + 1] = "x.xlsx" end
  for _, output in ipairs(outputs) do
    it("are the dataset that one program makes: " .. output, function()
      write_mixed()
      local paths = answer(write_plan(3))
      local content = output:find "%.sqlite$" and documents.dump or documents.bytes
      local summary = assert(merge(paths, output))
      assert.same({7, 5, 2}, {summary.files, summary.ok, #summary.failures})
      local merged = content(folder .. "/" .. output)
      assert(govreport.dataset({folder .. "/in"}, {output = folder .. "/" .. output, jobs = 0}))
      assert.is_true(merged == content(folder .. "/" .. output))
      if require("govreport.process").pool then
        assert(merge(paths, output, {jobs = 2}))
        assert.is_true(merged == content(folder .. "/" .. output))
      end
    end)
  end

  -- Merges what a function made of the answers: code and message.
  local function refused(change, plan)
    write_mixed()
    plan = plan or write_plan(2)
    local paths = answer(plan)
    paths = change(paths) or paths
    local summary, message, code = merge(paths, "x.jsonl")
    assert.is_nil(summary)
    assert.is_nil(lfs.attributes(folder .. "/x.jsonl"))
    assert.is_nil(lfs.attributes(folder .. "/x.jsonl.part"))
    return code, message
  end

  local function edit(path, f) shell.write(path, (f(shell.read(path)))) end

  it("lack none", function()
    local code, message = refused(function(paths) return {paths[1]} end)
    assert.equal("merge.missing", code)
    assert.matches("尚缺4份文件的答复，未合并：.*0001.txt、", message)
    assert.equal("merge.missing", (refused(function(paths)
      edit(paths[1], function(text) return text:gsub("^[^\n]*\n", "") end)
    end)))
  end)

  it("are there once", function()
    local code, message = refused(function(paths) return {paths[1], paths[2], paths[1]} end)
    assert.equal("merge.twice", code)
    assert.matches("有3份文件的答复重复", message)
  end)

  it("are whole", function()
    local code, message = refused(function(paths)
      edit(paths[1], function(text) return text:sub(1, -200) end)
    end)
    assert.equal("merge.torn", code)
    assert.matches("0002.jsonl.answers：第3行不完整", message, 1, true)
  end)

  it("were made in the same way", function()
    local code = refused(function(paths)
      shell.write(paths[1], work(shell.read(folder .. "/plan/0002.jsonl"), {ignore = {"applications.balance"}}))
    end)
    assert.equal("merge.run", code)
  end)

  for name, change in pairs{
    ["another text"] = function() return "x\n" end,
    ["an empty line"] = function(text) return "\n" .. text end,
    ["a record that is none of the plan"] = function(text) return text:gsub('^{"id":%d+', '{"id":99') end,
    ["a file that is not there"] = function() return nil end,
  } do
    it("answer its records: " .. name, function()
      local code, message = refused(function(paths)
        local text = change(shell.read(paths[1]))
        if text then shell.write(paths[1], text) else os.remove(paths[1]) end
      end)
      assert.equal(name:find "not there" and "io.missing" or "merge.answer", code)
      assert.matches("0002.jsonl.answers", message, 1, true)
    end)
  end

  for name, change in pairs{
    ["JSON that is broken"] = function(text) return text:gsub('"report":{', '"report":{{', 1) end,
    ["a form that is not known"] = function(text) return text:gsub('"form":"cn_', '"form":"other_') end,
    ["a status that is not known"] = function(text) return text:gsub('"status":"ok"', '"status":"fine"', 1) end,
    ["no report"] = function(text) return text:gsub('"report":{.-},"cells"', '"report":null,"cells"', 1) end,
    ["cells that are none"] = function(text) return text:gsub('"cells":%[', '"cells":[5,', 1) end,
  } do
    it("are as workers write them: " .. name, function()
      local code, message = refused(function(paths) edit(paths[1], change) end)
      assert.equal("merge.broken", code)
      assert.matches("/in/000%d.txt", message)
    end)
  end

  it("may be in more files than a process can have open", function()
    documents.write(folder .. "/in", 40)
    local paths = answer(write_plan(40))
    local program = ("local g = require 'govreport' print(select(2, g.merge('%s/plan', {%s}, "
      .. "{output = '%s/x.jsonl', jobs = 0})))"):format(folder, "'" .. table.concat(paths, "','") .. "'", folder)
    shell.write(folder .. "/merge.lua", program)
    local code, _, err = shell.run(("ulimit -n 24; LUA_PATH='lua/?.lua;lua/?/init.lua;;' LUA_CPATH='%s/?.so;;' "
      .. "lua5.4 %s/merge.lua"):format(shell.build, folder))
    assert.equal(0, code, err)
    assert.is_truthy(lfs.attributes(folder .. "/x.jsonl"))
  end)

  it("are of a plan", function()
    assert.equal("io.missing", select(3, merge({folder .. "/x"}, "x.jsonl")))
    for _, text in ipairs{"", "{}", "[]", '{"schema":"govreport.plan/1"}',
                          '{"schema":"govreport.plan/1","records":1,"shards":[{"file":"../0001.jsonl"}]}'} do
      shell.write(folder .. "/plan/plan.json", text)
      local code = select(3, merge({folder .. "/x"}, "x.jsonl"))
      assert.is_true(code == "plan.invalid" or code == "io.missing", code)
    end
    documents.write(folder .. "/in", 3)
    local plan = write_plan(1)
    shell.write(folder .. "/plan/0001.jsonl", plan["0001.jsonl"]:gsub("^[^\n]*\n", ""))
    assert.equal("plan.invalid", select(3, merge({folder .. "/x"}, "x.jsonl")))
  end)
end)

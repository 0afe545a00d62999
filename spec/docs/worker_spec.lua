--- docs/worker.md is true: its program and its commands print what stands below them, and records and answers are as
-- their schemas say.

local answer_schema = require "test.reference.answer"
local doc = require "spec.support.doc"
local lfs = require "lfs"
local schema = require "spec.support.schema"
local shell = require "spec.support.shell"

local path = "docs/worker.md"
local document = doc.read(path)
local blocks = doc.blocks(document)

local record_file, answer_file = "govreport.record.json", "govreport.answer.json"

-- The blocks of a kind.
local function of_kind(kind)
  local list = {}
  for _, block in ipairs(blocks) do
    if block.kind == kind then list[#list + 1] = block end
  end
  return list
end

-- The answers of a worker in the root of the checkout, by lines.
local function ask(records, options)
  local file = os.tmpname()
  shell.write(file, table.concat(records, "\n") .. "\n")
  local code, out, err = shell.govreport("worker --lang en " .. (options or "") .. " <" .. file)
  os.remove(file)
  assert.same({0, ""}, {code, err})
  local lines = {}
  for line in out:gmatch "([^\n]*)\n" do lines[#lines + 1] = line end
  assert.equal(#records, #lines)
  return lines
end

describe("the schema of answers", function()
  it("is up to date", function()
    assert.is_true(answer_schema.render() == doc.read("docs/schema/" .. answer_file), "run `make docs`")
  end)
end)

describe("docs/worker.md", function()
  local folder
  setup(function()
    folder = doc.folder{}
    assert(lfs.link(shell.root .. "/examples", folder .. "/examples", true))
  end)
  teardown(function() doc.remove(folder) end)

  for i, block in ipairs(blocks) do
    if block.kind == "python" then
      it("has a program that prints what it says: " .. block.file, function()
        if not os.execute "python3 -c '' 2>/dev/null" then return pending "skipped: there is no python3" end
        shell.write(folder .. "/" .. block.file, block.text)
        shell.write(folder .. "/govreport", ("#!/bin/sh\nGOVREPORT_BUILD=%s exec %s/bin/govreport \"$@\"\n"):format(
          shell.build, shell.root))
        local _, out, err = shell.run(("cd %s && chmod +x govreport && PATH=.:$PATH python3 %s"):format(folder,
                                                                                                       block.file))
        assert.same({blocks[i + 1].text, ""}, {out, err})
      end)
    end
  end

  it("has commands that print what it says", function()
    local commands = of_kind "sh"
    assert.equal(1, #commands)
    for arguments, printed in commands[1].text:gmatch "%$ govreport ([^\n]*)\n([^$]*)" do
      assert.equal(printed, doc.govreport(folder, arguments))
    end
  end)

  it("has commands that make what one machine makes", function()
    local paths = of_kind("sh")[1].text:match "plan (.-) %-n"
    doc.govreport(folder, "dataset " .. paths .. " -o one.jsonl")
    assert.is_true(doc.read(folder .. "/one.jsonl") == doc.read(folder .. "/reports.jsonl"))
  end)

  it("shows an answer and a record", function()
    local shown = of_kind "json"
    local lines = ask{'{"id": "c", "path": "examples/none.html", "url": "https://qy.example/1.html"}'}
    assert.equal(shown[1].text, lines[1]:gsub('"run":"%x+"', '"run":"…"') .. "\n")
    assert.equal(shown[2].text, doc.read(folder .. "/plan/0001.jsonl"):match "^[^\n]*\n")
  end)

  -- The keys in the first column of the table below a heading.
  local function keys_below(heading)
    local keys = {}
    for cell in assert(document:match("\n## " .. heading .. "\n(.-)\n## ")):gmatch "\n| (`[^|]*) |" do
      for key in cell:gmatch "`(.-)`" do keys[key] = true end
    end
    return keys
  end

  it("names all keys of records and answers", function()
    for heading, file in pairs{Records = record_file, Answers = answer_file} do
      local keys = {}
      for key in pairs(schema.open(heading, file).root.properties) do keys[key] = true end
      assert.same(keys, keys_below(heading))
    end
  end)
end)

-- ---- schemas ------------------------------------------------------------------------------------

local examples = {"report.txt", "report-with-errors.txt", "report-2021.html", "statistics-2016.html",
                  "three-public-2023.txt", "website-2023.html", "forms/library.html", "none.html"}

local records = {}
for i, name in ipairs(examples) do
  records[i] = ('{"id": %d, "path": "examples/%s", "url": "https://a.example/", "body": "1", "region": "330100", '
                .. '"fetched": "2025-01-01"}'):format(i, name)
end
local own = {
  '{"text": "菜谱"}', '{"id": "a", "name": "b.txt", "encoding": "utf-8", "text": ""}',
  '{"bytes_base64": "6I+c6LCx"}',
}
table.move(own, 1, #own, #records + 1, records)

local wrong = {
  '{"id": "a"}', '{"path": "a", "text": "b"}', '{"path": 3}', '{"path": "a", "url": 1}', '{"id": 1.5, "text": ""}',
}

describe("the schema of records", function()
  it("is satisfied by what a worker takes", function()
    local judge = schema.open("record", record_file)
    for _, record in ipairs(records) do assert.is_nil(judge:judge(record), record) end
    assert.same({}, judge:unmet())
  end)

  it("refuses what a worker refuses, and ids that it does not repeat", function()
    local judge = schema.open("record", record_file)
    for _, record in ipairs(wrong) do assert.is_string(judge:judge(record), record) end
    for i, line in ipairs(ask(wrong)) do
      assert.is_truthy(line:find('"code":"record.key"', 1, true) or line:find('"id":' .. i, 1, true))
    end
  end)
end)

describe("the schema of answers", function()
  -- What none of the examples has: places in Word files and PDFs, facts of some pages, a register of units.
  local elsewhere = {page = true, box = true, part = true, paragraph = true, type = true, level = true,
                     published_on = true, sign = true, note = true, unit = true}

  it("is satisfied by every answer, and has nothing that no answer has", function()
    local judge = schema.open("answer", answer_file)
    for _, line in ipairs(ask(records, "-j 2")) do assert.is_nil(judge:judge(line), line:sub(1, 200)) end
    for _, line in ipairs(ask(wrong)) do assert.is_nil(judge:judge(line), line:sub(1, 200)) end
    local unmet = {}
    for _, name in ipairs(judge:unmet()) do
      if not elsewhere[name:match "[^.]+$"] then unmet[#unmet + 1] = name end
    end
    assert.same({}, unmet)
  end)

  it("refuses what is not so", function()
    local judge = schema.open("answer", answer_file)
    local line = ask{'{"id": 1, "path": "examples/report.txt"}'}[1]
    for _, change in ipairs{{'"status":"ok"', '"status":"fine"'}, {'"sums":', '"totals":'}, {'"value":0', '"value":{}'},
                            {'"line":', '"row":'}, {'^{', '{"more":1,'}} do
      assert.is_string(judge:judge((line:gsub(change[1], change[2], 1))), change[2])
    end
  end)

  it("is one that jsonschema understands, and satisfied there as well", function()
    if not os.execute "python3 -W ignore -c 'from jsonschema import Draft202012Validator' 2>/dev/null" then
      return pending "skipped: python3 has no jsonschema"
    end
    local folder = shell.folder()
    finally(function() shell.remove(folder) end)
    shell.write(folder .. "/record", table.concat(records, "\n"))
    shell.write(folder .. "/answer", table.concat(ask(records), "\n"))
    shell.write(folder .. "/judge.py", [[
import json, sys
from jsonschema import Draft202012Validator as Validator
for name in ["record", "answer"]:
    schema = json.load(open("docs/schema/govreport." + name + ".json", encoding="utf-8"))
    Validator.check_schema(schema)
    for line in open(sys.argv[1] + "/" + name, encoding="utf-8"):
        for error in Validator(schema).iter_errors(json.loads(line)):
            sys.exit(line[:200] + ": " + error.message + " at " + str(list(error.absolute_path)))
]])
    assert.is_true(os.execute("python3 -W ignore " .. folder .. "/judge.py " .. folder))
  end)
end)

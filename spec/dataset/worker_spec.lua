--- Records through a pipe: each is answered, in order, by a line of ASCII, whatever it holds.

local base64 = require "govreport.base.base64"
local documents = require "spec.support.documents"
local example = require "spec.support.example"
local govreport = require "govreport"
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"
local shell = require "spec.support.shell"

local folder
setup(function()
  folder = shell.folder()
  shell.write(folder .. "/a.txt", example.text)
  shell.write(folder .. "/报告.txt", example.text)
  shell.write(folder .. "/empty.txt", "")
  shell.write(folder .. "/minutes.txt", "会议纪要\n")
end)
teardown(function() shell.remove(folder) end)

-- Answers to some lines, as text and read.
local function answers(lines, options)
  options = options or {}
  options.jobs = options.jobs or 0
  local i, written = 0, {}
  local input = {next = function()
    i = i + 1
    return lines[i]
  end}
  local count = assert(govreport.worker(input, function(line) written[#written + 1] = line end, options))
  assert.equal(#lines, count)
  assert.equal(#lines, #written)
  local read = {}
  for k, line in ipairs(written) do
    assert.equal("\n", line:sub(-1))
    assert.is_nil(line:sub(1, -2):find "[^ -~]")
    read[k] = assert(json_reader.decode(line))
    for _, key in ipairs{"id", "run", "status", "file", "report", "cells"} do
      assert.is_truthy(line:find('"' .. key .. '":', 1, true), key)
    end
  end
  return read, written
end

local function record(list) return json.line(json.object(list)) end

-- `status code id file` of the answer to a line.
local function answer(line)
  local own = answers({line})[1]
  return ("%s %s %s %s"):format(own.status, own.code or "-", json.line(own.id), own.file)
end

local function path(name) return folder .. "/" .. name end

local function encoded(bytes)
  local process = io.popen("printf '%s' '" .. bytes:gsub("'", "'\\''") .. "' | base64 -w 0")
  local text = process:read "a"
  process:close()
  return text
end

describe("a worker", function()
  for name, case in pairs{
    ["a path"] = {function() return path "a.txt" end, function() return "ok - 1 " .. path "a.txt" end},
    ["a path with a carriage return"] = {function() return path "a.txt" .. "\r" end,
                                         function() return "ok - 1 " .. path "a.txt" end},
    ["a record with a path"] = {function() return record{{"id", 7}, {"path", path "报告.txt"}} end,
                                function() return "ok - 7 " .. path "报告.txt" end},
    ["an id that is a text"] = {function() return record{{"id", "甲-1"}, {"text", example.text}, {"name", "a.txt"}} end,
                                'ok - "甲-1" a.txt'},
    ["no id"] = {function() return record{{"text", example.text}} end, "ok - 1 ?"},
    ["an id that is no text and no number"] = {'{"id":[1],"text":"x"}', "not_a_report form.unknown 1 ?"},
    ["bytes"] = {function() return record{{"bytes_base64", encoded(example.text)}, {"name", "b.txt"}} end,
                 "ok - 1 b.txt"},
    ["white space around"] = {'  {"id":2,"text":"x"}  \r', "not_a_report form.unknown 2 ?"},
    ["keys that are not known"] = {'{"id":2,"text":"x","more":{"a":[1]}}', "not_a_report form.unknown 2 ?"},
    ["a missing file"] = {function() return path "none.txt" end,
                          function() return "unreadable io.missing 1 " .. path "none.txt" end},
    ["a folder"] = {function() return folder end, function() return "unreadable io.folder 1 " .. folder end},
    ["an empty file"] = {function() return path "empty.txt" end,
                         function() return "bad_input input.empty 1 " .. path "empty.txt" end},
    ["an empty text"] = {'{"id":1,"text":""}', "bad_input input.empty 1 ?"},
    ["what is no report"] = {function() return path "minutes.txt" end,
                             function() return "not_a_report form.unknown 1 " .. path "minutes.txt" end},
    ["an encoding that nobody knows"] = {'{"id":1,"text":"x","encoding":"none-1"}', "bad_input encoding.unknown 1 ?"},
    ["an empty line"] = {"", "bad_input record.empty 1 ?"},
    ["an empty object"] = {"{}", "bad_input record.key 1 ?"},
    ["a path and a text"] = {'{"id":3,"path":"a","text":"b"}', "bad_input record.key 3 a"},
    ["a path that is a number"] = {'{"id":3,"path":5}', "bad_input record.key 3 ?"},
    ["a name that is an object"] = {'{"id":3,"text":"x","name":{}}', "bad_input record.key 3 ?"},
    ["what is no base64"] = {'{"id":3,"bytes_base64":"a-b"}', "bad_input record.key 3 ?"},
    ["half an object"] = {'{"id":3,"path":"a', "bad_input record.invalid 1 ?"},
    ["text behind an object"] = {'{"id":3,"path":"a"} x', "bad_input record.invalid 1 ?"},
    ["objects in very many others"] = {('{"a":'):rep(1000), "bad_input record.invalid 1 ?"},
    ["bytes that are no UTF-8"] = {'{"id":3,"text":"a\xFF\xFE"}', "bad_encoding input.encoding 3 ?"},
    ["zero bytes"] = {'{"id":3,"text":"a\0b"}', "bad_input record.invalid 1 ?"},
    ["a path with a zero byte"] = {function() return path "a.txt\0.html" end,
                                   function() return "unreadable io.missing 1 " .. path "a.txt\0.html" end},
    ["a path of other bytes"] = {"\xFF\xFE", "unreadable io.missing 1 \\xFF\\xFE"},
    ["a path with tabs"] = {"a\tb", "unreadable io.missing 1 a\tb"},
  } do
    it("answers " .. name, function()
      local line, expected = table.unpack(case)
      if type(line) == "function" then line = line() end
      if type(expected) == "function" then expected = expected() end
      assert.equal(expected, answer(line))
    end)
  end

  it("answers a line of very many bytes", function()
    assert.equal("not_a_report form.unknown 1 ?", answer(record{{"id", 1}, {"text", ("甲"):rep(1 << 20)}}))
    assert.equal("unreadable io.unreadable 1", answer(("a"):rep(1 << 20)):sub(1, 26))
  end)

  it("answers in order, each record once, by several processes as by one", function()
    local lines = {}
    for i = 1, 40 do
      lines[i] = i % 7 == 0 and "" or record{{"id", i}, {"text", documents.text(i)}, {"name", i .. ".txt"}}
    end
    local read, written = answers(lines)
    for i, own in ipairs(read) do
      assert.same({i, i % 7 == 0 and "bad_input" or "ok"}, {own.id, own.status})
    end
    for _, jobs in ipairs{1, 3} do
      assert.same(written, (select(2, answers(lines, {jobs = jobs}))))
    end
  end)

  if require("govreport.process").pool then
    it("answers for a document that ends the process that reads it", function()
      local lines = {}
      for i = 1, 6 do lines[i] = record{{"id", i}, {"text", documents.text(i)}, {"name", i .. ".txt"}} end
      local read = answers(lines, {jobs = 2, seconds = 1, before = function(file)
        if file == "3.txt" then os.exit(1, false) end
        while file == "5.txt" do end
      end})
      local statuses = {}
      for i, own in ipairs(read) do statuses[i] = own.status end
      assert.same({"ok", "ok", "crash", "ok", "timeout", "ok"}, statuses)
      assert.matches("3.txt", read[3].message, 1, true)
    end)
  end

  it("says the same of a document as a dataset", function()
    local read = answers{record{{"id", 1}, {"path", path "a.txt"}, {"url", "http://a/"}, {"body", "1"}}}
    shell.write(folder .. "/list.csv", "path,url,body\n" .. path "a.txt" .. ",http://a/,1\n")
    assert(govreport.dataset({}, {manifest = path "list.csv", output = path "x.jsonl", jobs = 0}))
    local own = json_reader.decode(shell.read(path "x.jsonl"))
    assert.same(own, read[1])
  end)

  it("answers nothing to nothing", function() assert.same({}, (answers{})) end)
end)

describe("base64", function()
  for text, bytes in pairs{[""] = "", ["Zg=="] = "f", ["Zm8="] = "fo", ["Zm9v"] = "foo", ["Zm9vYg=="] = "foob",
                           ["Zm9vYmE="] = "fooba", ["Zm9vYmFy"] = "foobar", ["//79/A=="] = "\255\254\253\252",
                           ["Zg"] = "f", ["Zm8"] = "fo"} do
    it("is read: " .. text, function() assert.equal(bytes, base64.decode(text)) end)
  end
  for _, text in ipairs{"Z", "Zg=", "Zm9v=", "Z===", "Zm 9v", "Zm9v\n", "Zm9-", "=", "Zg==Zg=="} do
    it("is none: " .. text, function() assert.is_nil(base64.decode(text)) end)
  end
end)

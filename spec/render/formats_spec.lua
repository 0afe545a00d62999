--- What govreport.render shows: each class of objects in each of its formats.

local argument = require "govreport.base.argument"
local catalogue = require "govreport.base.catalogue"
local district = require "spec.support.district"
local formats = require "govreport.render.formats"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local shell = require "spec.support.shell"
local walk = require "spec.support.walk"

local has_docx = pcall(require, "govreport.docx")
local wrong = "examples/report-with-errors.txt"

local function open(path) return assert(govreport.open(path)) end

local function collection() return assert(govreport.open_files{wrong, "no/such/file", "examples/report-2021.html"}) end

local function batch() return assert(govreport.check_files{wrong, "no/such/file"}) end

-- An object of each class that can be shown, made anew for each showing: a batch goes out once.
local make = {
  Report = function() return open(wrong) end,
  Result = function() return govreport.check(open(wrong)) end,
  Batch = batch,
  Collection = collection,
  Trace = function() return assert(govreport.trace(shell.read(wrong))) end,
  Difference = function() return govreport.diff(open "examples/report.txt", open(wrong)) end,
  Copies = function() return assert(govreport.same{"examples/report.txt", wrong}) end,
  SimilarGroups = function() return govreport.similar{"examples/report.txt", wrong} end,
  Rollup = function()
    local parent, children = district.new(3, "cn_disclosure_2021")
    return (district.rollup("cn_disclosure_2021", parent, children, {}))
  end,
  Letter = function() return assert(govreport.letter(govreport.check(open(wrong)))) end,
  Rules = function() return govreport.rules() end,
  Explanation = function() return assert(govreport.explain "disputes.total") end,
  Forms = function() return govreport.forms() end,
  FormChoice = function() return (govreport.why(assert(govreport.read(wrong)))) end,
  Draft = function()
    local page = "<h1>云岭市水务局2024年节水工作年报</h1><table><tr><th>项目</th><th>数量</th></tr>"
                 .. "<tr><td>巡查次数</td><td>12</td></tr><tr><td>改造管网</td><td>7</td></tr></table>"
    return assert(govreport.draft(assert(govreport.read_bytes(page, {name = "water.html"})), "water"))
  end,
  RuleDraft = function() return assert(govreport.draft_rule "my.granted") end,
  FilledForm = function() return assert(govreport.fill("cn_disclosure_2021", {year = 2024})) end,
}

-- The formats that are in words. Letters have a language of their own, and reports are in Chinese.
local spoken = {text = true, concise = true, statistics = true, claims = true, quantities = true, ledger = true,
                github = true, junit = true}

for class, new in pairs(make) do
  describe("govreport.render of a " .. class, function()
    local list = {}
    for _, format in ipairs(formats.of(new())) do
      if format ~= "docx" or has_docx then list[#list + 1] = format end
    end

    it("is of that class, and has a usual format", function()
      assert.equal("govreport." .. class, argument.class_of(new()))
      assert.equal(govreport.render(new(), list[1]), govreport.render(new()))
    end)

    for _, format in ipairs(list) do
      for _, lang in ipairs(catalogue.languages) do
        it(format .. " is a text in " .. lang, function()
          local text = govreport.render(new(), format, {lang = lang})
          assert.is_true(#text > 10)
          if format == "docx" then return assert.equal("PK\3\4", text:sub(1, 4)) end
          assert.is_truthy(utf8.len(text))
          assert.equal("\n", text:sub(-1))
        end)
      end

      it(format .. " goes out in pieces that are the same bytes", function()
        local pieces = {}
        local function write(text) pieces[#pieces + 1] = text end
        assert.is_nil(govreport.render(new(), format, {write = write}))
        assert.equal(govreport.render(new(), format), table.concat(pieces))
      end)

      it(format .. " changes nothing of what it was given", function()
        local object, options = new(), {lang = "en", names = {}}
        govreport.render(object, format, options)
        assert.same({lang = "en", names = {}}, options)
      end)

      if spoken[format] and class ~= "FilledForm" then
        it(format .. " speaks both languages", function()
          local chinese = govreport.render(new(), format, {lang = "zh"})
          assert.not_equal(chinese, govreport.render(new(), format, {lang = "en"}))
        end)
      end

      if format == "json" then
        it("json is JSON", function() assert.is_truthy(json_reader.decode(govreport.render(new(), format))) end)
      end
    end

    it("names the formats that there are where another one is asked for", function()
      local object = new()
      local function call() local text = govreport.render(object, "spreadsheet") return text end
      assert.error_matches(call, "bad argument 'format' to 'render': there is no 'spreadsheet'; there are: "
                                 .. table.concat(formats.of(object), ", "), 1, true)
    end)
  end)
end

describe("govreport.render", function()
  it("proposes the nearest format", function()
    local report = open(wrong)
    assert.error_matches(function() local text = govreport.render(report, "jsom") return text end,
                         "there is no 'jsom', did you mean 'json'?", 1, true)
  end)

  for _, value in ipairs{1, "text", {}, true, {govreport.decimal "0.5"}} do
    it("names the argument where there is no way to show it: " .. type(value), function()
      assert.error_matches(function() local text = govreport.render(value) return text end,
                           "bad argument 'object' to 'render': there is no way to show a " .. type(value), 1, true)
    end)
  end

  it("shows no Document, and nothing that is nil", function()
    local document = assert(govreport.read(wrong))
    for _, case in ipairs{{document, "a Document"}, {nil, "nothing"}} do
      assert.error_matches(function() local text = govreport.render(case[1]) return text end,
                           "there is no way to show " .. case[2], 1, true)
    end
  end)

  it("shows what the reference says, in the formats that it says", function()
    local described, there = {}, {}
    for _, value in ipairs(walk.aliases.Format.values) do described[value[1]] = true end
    local text = shell.read "docs/reference.md":match("\n## Showing\n(.-)\n##")
    for class, new in pairs(make) do
      assert.is_truthy(text:find("%f[%w]" .. class .. "%f[%W]"), class)
      for _, format in ipairs(formats.of(new())) do there[format] = true end
    end
    assert.same(there, described)
  end)

  it("gives what the command line prints", function()
    local _, out = shell.govreport("check --color never " .. wrong)
    assert.equal(out, govreport.render(govreport.check_files{wrong}))
    _, out = shell.govreport("rules --lang en")
    assert.equal(out, govreport.render(govreport.rules(), nil, {lang = "en"}))
  end)
end)

describe("govreport.printer", function()
  for class, new in pairs{Batch = batch, Collection = collection} do
    for _, format in ipairs(formats.of(new())) do
      it(format .. " prints a " .. class .. " piece by piece as render does", function()
        local own = new()
        local printer = govreport.printer(own, format)
        local pieces = {printer:head()}
        for entry in own:entries() do pieces[#pieces + 1] = printer:entry(entry) end
        pieces[#pieces + 1] = printer:foot()
        assert.equal(govreport.render(new(), format), table.concat(pieces))
      end)
    end
  end
end)

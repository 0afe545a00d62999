--- What could not be decided is told: which sums and tables, by which cells; in one line of the text, and as data.

local catalogue = require "govreport.base.catalogue"
local example = require "spec.support.example"
local findings = require "spec.support.findings"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local names = require "govreport.form.names"
local forms = require "govreport.form"

local edit, text = example.edit, example.text

-- The granted row with a value less: nobody can tell which of its columns is blank.
local row = text:match "\n（一）予以公开\n[\n%d]+"
local torn = edit(text, row, (row:gsub("\n5\n\n", "\n")))
-- A number that is none, in a row whose sum does not give it.
local garbled = edit(text, row, (row:gsub("\n5\n", "\n5.1.1\n")))

local function check(source, options) return govreport.check(example.report(source), options) end

-- The entries of a kind, as `rule table.row.column cells`.
local function entries(result, kind)
  local list = {}
  for _, item in ipairs(result.open) do
    if item.kind == kind then
      list[#list + 1] = ("%s %s.%s.%s %d"):format(item.rule, item.table, item.row, item.column, #item.cells)
    end
  end
  return list
end

-- The line below the verdict; nil where there is none.
local function line_of(source, lang, select)
  local entry = {name = "x", report = example.report(source)}
  entry.result = govreport.check(entry.report, {lang = lang, select = select})
  return findings.render("text", {entry}, {lang = lang, detail = "brief"}):match "\n[^ ][^\n]*\n  ([^\n]*)\n$"
end

describe("what is undecided", function()
  it("is nothing where all is read", function()
    local result = check(text)
    assert.equal(0, result.undecided)
    assert.equal(0, #result.open)
    assert.is_nil(line_of(text, "zh"))
  end)

  it("is as much as the verdict counts", function()
    for _, source in ipairs{torn, garbled} do
      local result = check(source)
      assert.is_true(result.undecided > 0)
      assert.equal(result.undecided, #result.open)
    end
  end)

  it("are sums, each with the cells that hold no number", function()
    local sums = entries(check(torn), "sum")
    assert.same("applications.row_total applications.granted.nil 7", sums[1])
    assert.equal("applications.granted.natural_person", check(torn).open[1].cells[1])
    assert.same({"applications.row_total applications.granted.nil 1"},
                entries(check(garbled, {select = {"applications.row_total"}}), "sum"))
  end)

  it("is a table of which rows could not be read, with their cells, and the notice about them", function()
    local result = check(torn)
    assert.same({"nil applications.nil.nil 7"}, entries(result, "table"))
    assert.same({"reading.rows applications.nil.nil 7"}, entries(result, "rule"))
  end)

  it("is what a rule left open: a table by its id, else the rule", function()
    local rule = {id = "mine.open", title = {zh = "另行核对", en = "told elsewhere"}, severity = "info", message = "x"}
    rule.check = function(report)
      report:leave_open "fees"
      report:leave_open {}
    end
    local result = check(text, {rules = {{rule}}, select = {"mine"}})
    assert.same({"nil fees.nil.nil 0"}, entries(result, "table"))
    assert.same({"mine.open nil.nil.nil 0"}, entries(result, "rule"))
    assert.equal("另行核对", result.open[2].title.zh)
  end)

  it("cannot be changed", function()
    local open = check(torn).open
    assert.has_error(function() open[1].kind = "rule" end)
    assert.has_error(function() open[1].cells[1] = "x" end)
  end)
end)

describe("the line below the verdict", function()
  it("names rows and columns in the words of the form", function()
    assert.equal("无法判断：第三部分表格“（一）予以公开”行", line_of(torn, "zh", {"applications.row_total"}))
    assert.equal("undecided: part 3, table, row “（一）予以公开”", line_of(torn, "en", {"applications.row_total"}))
  end)

  it("names tables, with how many places each has, where there are more than three", function()
    assert.matches("^无法判断：第三部分表格（%d+处）$", line_of(torn, "zh"))
    assert.matches("^undecided: part 3, table %(%d+%)$", line_of(torn, "en"))
  end)

  it("counts where there are more tables than three", function()
    local declared = forms.declared "cn_disclosure_2019"
    local rule = {id = "mine.open", title = {zh = "甲", en = "a"}, severity = "info", message = "x"}
    rule.check = function(report)
      for _, t in ipairs(declared.tables) do report:leave_open(t.id) end
    end
    local entry = {name = "x", report = example.report(text)}
    entry.result = govreport.check(entry.report, {rules = {{rule}}, select = {"mine"}})
    local first = {}
    for i = 1, 3 do first[i] = names.table(declared, declared.tables[i].id).zh end
    local told = catalogue.text("zh", "check.undecided_more",
                                {places = table.concat(first, "、"), count = #declared.tables})
    assert.matches(told, findings.render("text", {entry}), 1, true)
    assert.matches("等" .. #declared.tables .. "处$", told)
  end)

  it("is not said of a report with errors, which is to be corrected first", function()
    local failing = edit(torn, "1\n\n0\n\n1\n\n0\n\n2\n", "1\n\n0\n\n1\n\n0\n\n3\n")
    assert.equal("fail", check(failing).verdict)
    assert.is_nil(line_of(failing, "zh"))
  end)
end)

it("JSON has the list", function()
  local entry = findings.entry(torn)
  local file = assert(json_reader.decode(findings.render("json", {entry}))).files[1]
  assert.equal(entry.result.undecided, #file.undecided)
  local first = file.undecided[1]
  assert.equal("sum", first.kind)
  assert.equal("applications.row_total", first.rule)
  assert.equal("applications", first.table)
  assert.equal("granted", first.row)
  assert.equal("applications.granted.natural_person", first.cells[1])
  assert.truthy(first.title.zh and first.title.en)
end)

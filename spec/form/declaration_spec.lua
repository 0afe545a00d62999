--- The registry of forms, and their declarations: what they take from others, what is said of a wrong one.

local example = require "spec.support.example"
local form = require "govreport.form.form"
local forms = require "govreport.form"
local govreport = require "govreport"
local labels = require "govreport.form.labels"
local small_form = require "spec.support.small_form"

-- ---- the registry ------------------------------------------------------------------------------------

describe("the registry of forms", function()
  it("lists them, the usual ones first, the newest in front", function()
    local list = forms.list()
    assert.same({ "cn_disclosure_2021", "cn_disclosure_2019" }, { list[1], list[2] })
    for i, id in ipairs(list) do assert.equal(i <= 2, forms.is_usual(id)) end
  end)

  it("gives lists that nobody else has", function()
    local list = forms.list()
    table.remove(list)
    assert.equal(#list + 1, #forms.list())
  end)

  it("declares and compiles each form once", function()
    for _, id in ipairs(forms.list()) do
      assert.equal(id, forms.declared(id).id)
      assert.equal(forms.declared(id), forms.declared(id))
      assert.equal(forms.compiled(id), forms.compiled(id))
      assert.equal(forms.declared(id), forms.compiled(id).declared)
    end
  end)

  it("knows which form each one extends in the end", function()
    for _, id in ipairs(forms.list()) do
      local declared = forms.declared(id)
      while declared.extends do declared = forms.declared(declared.extends) end
      assert.equal(declared.id, forms.root(id))
    end
  end)

  it("knows no other form", function()
    assert.has_error(function() forms.declared "cn_disclosure_1999" end)
    assert.has_error(function() forms.compiled "cn_disclosure_1999" end)
  end)

  it("holds forms of one set of parts and of the same fields", function()
    local new, old = forms.declared "cn_disclosure_2021", forms.declared "cn_disclosure_2019"
    assert.equal(new.fields, old.fields)
    assert.equal(new.sections, old.sections)
  end)
end)

-- ---- which form fits -----------------------------------------------------------------------------------

local heads = { [2019] = "云岭市水务局2019年政府信息公开工作年度报告\n\n", [2022] = "云岭市水务局2022年政府信息公开工作年度报告\n\n",
                none = "云岭市水务局政府信息公开工作年度报告\n\n" }
local parts = "一、总体情况\n\n全年发布信息12条。\n\n五、存在的主要问题及改进情况\n\n解读的形式不多。\n"
local old_words = "信息内容\n\n本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n\n规章\n\n0\n\n0\n\n0\n"
local new_words = "信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n规章\n\n0\n\n0\n\n0\n"

describe("the form of a text", function()
  local new, old = "cn_disclosure_2021", "cn_disclosure_2019"
  -- Name, text, form.
  local cases = {
    { "with words of the old headers", old_words, old },
    { "with words of the new headers", new_words, new },
    { "with words of the old headers and a late year", heads[2022] .. parts .. old_words, old },
    { "with words of the new headers and an early year", heads[2019] .. parts .. new_words, new },
    { "with one word of a header", "本年新制作数量\n", old },
    { "with more of the old words than of the new", old_words .. "本年制发件数\n", old },
    { "with more of the new words than of the old", new_words .. "本年新制作数量\n", new },
    { "with as many of each and an early year", heads[2019] .. "本年新制作数量\n\n本年制发件数\n", old },
    { "with as many of each and a late year", heads[2022] .. "本年新制作数量\n\n本年制发件数\n", new },
    { "with as many of each and no year", "本年新制作数量\n\n本年制发件数\n", new },
    { "with parts alone and an early year", heads[2019] .. parts, old },
    { "with parts alone and a late year", heads[2022] .. parts, new },
    { "with parts alone and no year", heads.none .. parts, new },
    { "with words in a table of the page", "<p>云岭市水务局</p>" .. small_form.table "信息内容|本年新制作数量\n规章|0", old },
    { "with the words in sentences", heads[2022] .. "本年新制作数量有所增加。\n", nil },
    { "with one part", heads[2022] .. "一、总体情况\n\n全年发布信息12条。\n", nil },
    { "with labels that all forms have", "规章\n\n0\n\n行政许可\n\n5\n", nil },
    { "of another kind", "关于供水管网改造期间停水的公告\n\n停水时间为8时至17时。\n", nil },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local report, message, code = govreport.parse(case[2])
      assert.equal(case[3], report and report.form or nil)
      if case[3] then return end
      assert.equal("form.unknown", code)
      for _, id in ipairs(forms.list()) do assert.matches(id, message, 1, true) end
    end)
  end

  it("is found again for the same text", function()
    for _, case in ipairs(cases) do
      local report = govreport.parse(case[2])
      assert.equal(case[3], report and report.form or nil)
    end
  end)
end)

-- ---- a form that extends another -------------------------------------------------------------------------

local function readers() return {} end

-- A base of two tables.
local function base()
  return {
    id = "base", name = "基本", years = { 2000, 2009 }, sections = { { id = "one", title = "概况" } },
    tables = {
      {
        id = "ships", section = "one", columns = { { id = "count", label = "艘数" } },
        rows = { { id = "ferries", label = "客船" }, { id = "others", label = "其他船舶" }, { id = "all", label = "合计" } },
        spellings = { ["合计"] = { variants = { "总计" } }, ["客船"] = { misprints = { "客般" } } },
      },
      { id = "crews", columns = { { id = "count", label = "人数" } }, rows = { { id = "crew", label = "船员" } } },
    },
    fields = { "title" }, readers = readers(), detect = { labels = { "艘数" }, sections = 1 },
  }
end

local function extend(own)
  own.id, own.extends, own.name = "own", "base", "扩展"
  return form.extend(base(), own, "own.lua")
end

local function ids(list)
  local names = {}
  for i, entry in ipairs(list) do names[i] = entry.id end
  return table.concat(names, " ")
end

describe("a form that extends another", function()
  it("takes all that it does not say itself", function()
    local complete = extend { years = { 2010 } }
    assert.same({ "own", "扩展", { 2010 } }, { complete.id, complete.name, complete.years })
    assert.equal("ships crews", ids(complete.tables))
    assert.same({ "title" }, complete.fields)
    assert.equal(complete, form.validate(complete))
  end)

  it("takes of the tables only those that it names, in its order", function()
    assert.equal("crews ships", ids(extend { tables = { "crews", { id = "ships" } } }.tables))
    assert.equal("crews", ids(extend { tables = { "crews" } }.tables))
  end)

  it("takes of a table all that its entry does not say", function()
    local t = extend { tables = { { id = "ships", columns = { { id = "number", label = "数量" } } } } }.tables[1]
    assert.equal("number", ids(t.columns))
    assert.equal("ferries others all", ids(t.rows))
    assert.equal("one", t.section)
  end)

  it("takes spellings label by label", function()
    local t = extend { tables = { { id = "ships", spellings = { ["合计"] = { variants = { "共计" } } } } } }.tables[1]
    assert.same({ ["合计"] = { variants = { "共计" } }, ["客船"] = { misprints = { "客般" } } }, t.spellings)
  end)

  it("may have tables of its own", function()
    local own = { id = "docks", columns = { { id = "count", label = "座数" } },
                  rows = { { id = "docks", label = "码头" } } }
    assert.equal("ships docks", ids(extend { tables = { "ships", own } }.tables))
  end)

  it("may print one row as several, and the one stays", function()
    local t = extend { tables = { { id = "ships", split = { others = {
      { id = "cargo", label = "货船" }, { id = "tugs", label = "拖船" } } } } } }.tables[1]
    assert.equal("ferries others cargo tugs all", ids(t.rows))
    assert.same({ "cargo", "tugs" }, t.rows[2].split)
    assert.same({ "others", "others" }, { t.rows[3].part_of, t.rows[4].part_of })
    assert.equal("其他船舶", t.rows[2].label)
  end)

  it("leaves the other as it is", function()
    local other = base()
    form.extend(other, { id = "own", extends = "base", name = "扩展", tables = {
      { id = "ships", spellings = { ["合计"] = { variants = { "共计" } } },
        split = { others = { { id = "cargo", label = "货船" } } } } } }, "own.lua")
    assert.same(base(), other)
  end)

  it("cannot take a table that the other does not have", function()
    assert.error_matches(function() extend { tables = { "ships", "dock" } } end, "own.lua: 'base' has no table 'dock'",
      1, true)
  end)

  it("cannot split a row that the table does not have", function()
    assert.error_matches(function() extend { tables = { { id = "ships", split = { other = {} } } } } end,
      "own.lua: ships: split: there is no row 'other', did you mean 'others'?", 1, true)
  end)
end)

-- ---- declarations that are wrong --------------------------------------------------------------------------

describe("a declaration", function()
  -- Name, change of a right one, message.
  local cases = {
    { "with an unknown key", function(d) d.section = {} end,
      "form 'base': unknown key 'section', did you mean 'sections'?" },
    { "with an unknown key far from all", function(d) d.colour = 1 end,
      "form 'base': unknown key 'colour'; known are before, claims, detect, extends, fields, id, name, names, notice, "
      .. "readers, sections, tables, views, years" },
    { "without its name", function(d) d.name = nil end, "form 'base': the key 'name' is missing" },
    { "without its id", function(d) d.id = nil end, "form: the key 'id' is missing" },
    { "with a value of another type", function(d) d.tables = "ships" end,
      "form 'base': 'tables' must be a table, {…}, not string" },
    { "with an unknown key in a part", function(d) d.sections[1].variant = {} end,
      "form 'one': unknown key 'variant', did you mean 'variants'?" },
    { "with a part without a title", function(d) d.sections[1].title = nil end,
      "form 'one': the key 'title' is missing" },
    { "with an unknown key in a table", function(d) d.tables[1].colums = {} end,
      "form 'ships': unknown key 'colums', did you mean 'columns'?" },
    { "with a table without rows", function(d) d.tables[1].rows = nil end, "form 'ships': the key 'rows' is missing" },
    { "with an unknown key in a row", function(d) d.tables[1].rows[1].lable = "客船" end,
      "form: ships 'ferries': unknown key 'lable', did you mean 'label'?" },
    { "with a column without a label", function(d) d.tables[1].columns[1].label = nil end,
      "form: ships 'count': the key 'label' is missing" },
    { "with a label of another type", function(d) d.tables[1].rows[1].label = 5 end,
      "form: ships 'ferries': 'label' must be string or a table, {…}, not number" },
    { "with an unknown key in a reader", function(d) d.readers[1] = { scope = "head", reed = print } end,
      "form: readers: unknown key 'reed', did you mean 'read'?" },
    { "with two tables of one id", function(d) d.tables[2].id = "ships" end,
      "form: the id 'ships' stands twice: give one of them another id, or take it away" },
    { "with two rows of one id", function(d) d.tables[1].rows[2].id = "ferries" end,
      "form: ships: the id 'ferries' stands twice: the first has the label '客船'; give this one another id, or "
      .. "take it away" },
    { "with two columns of one id", function(d) d.tables[1].columns[2] = d.tables[1].columns[1] end,
      "form: ships: the id 'count' stands twice: the first has the label '艘数'; give this one another id, or "
      .. "take it away" },
    { "with two parts of one id", function(d) d.sections[2] = { id = "one", title = "其他" } end,
      "form: the id 'one' stands twice: the first has the title '概况'; give this one another id, or take it away" },
    { "with a field twice", function(d) d.fields[2] = "title" end,
      "form: the id 'title' stands twice: take one of them away" },
    { "with a table of an unknown part", function(d) d.tables[1].section = "on" end,
      "form: ships: there is no part 'on', did you mean 'one'?" },
    { "with a reader for an unknown part of the page", function(d) d.readers[1] = { scope = "haed", read = print } end,
      "form: readers: there is no scope of readers 'haed', did you mean 'head'?" },
  }
  for _, case in ipairs(cases) do
    it(case[1] .. " is refused, with the place", function()
      local declared = base()
      case[2](declared)
      local ok, message = pcall(form.validate, declared)
      assert.is_false(ok)
      assert.equal(case[3], message)
    end)
  end

  it("is refused under the name of its file", function()
    local declared = base()
    declared.section = {}
    assert.error_matches(function() form.validate(declared, "forms/ports.lua") end, "^forms/ports.lua 'base': ")
  end)

  it("that is right comes back as it is", function()
    local declared = base()
    assert.equal(declared, form.validate(declared))
    for _, id in ipairs(forms.list()) do assert.equal(forms.declared(id), form.validate(forms.declared(id))) end
  end)

  it("cannot tell its form by a label that it does not have", function()
    local declared = base()
    declared.detect.labels[1] = "艘树"
    assert.error_matches(function() form.compile(declared, labels.register()) end,
      "base: detect: '艘树' is no label of the form", 1, true)
  end)

  it("needs no years and no notice", function()
    local declared = base()
    declared.years = nil
    assert.equal(declared, form.validate(declared))
  end)
end)

-- ---- compiled forms --------------------------------------------------------------------------------------

describe("a compiled form", function()
  local compiled = form.compile(form.validate(base()), labels.register())

  it("has its tables laid out one behind the other", function()
    local list = {}
    for i, t in ipairs(compiled.layouts) do list[i] = t.id .. " " .. t.first_cell end
    assert.same({ "ships 0", "crews 3" }, list)
  end)

  it("knows its fields and parts by number, from 0", function()
    assert.same({ title = 0 }, compiled.field_index)
    assert.equal(0, compiled.labels:find "概况".section)
  end)

  it("weighs what was found of it", function()
    local function evidence(...)
      local numbers = {}
      for _, text in ipairs { ... } do numbers[compiled.labels:find(text).number] = true end
      return form.evidence(compiled, numbers)
    end
    assert.same({ sections = 0, labels = 0 }, evidence("客船"))
    assert.same({ sections = 1, labels = 0 }, evidence("客船", "概况"))
    assert.same({ sections = 1, labels = 1 }, evidence("艘数", "概况"))
    assert.is_false(form.fits(compiled, evidence "客船"))
    assert.is_true(form.fits(compiled, evidence "概况"))
    assert.is_true(form.fits(compiled, evidence "艘数"))
  end)

  it("of the registry gives the example all its cells", function()
    local count = 0
    for _ in pairs(example.cells(example.report(example.text))) do count = count + 1 end
    assert.equal(198, count)
  end)
end)

--- The registry of forms: adding forms from scripts and tables, their order, and what is said of a wrong one.

local forms = require "govreport.form"
local govreport = require "govreport"

local folder

local function write(name, text)
  local path = folder .. "/" .. name
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
  return path
end

setup(function()
  folder = os.tmpname()
  os.remove(folder)
  assert(os.execute("mkdir -p " .. folder))
end)

teardown(function() os.execute("rm -r " .. folder) end)

-- A right form; `%s` is where a case puts something wrong.
local right = [[
return {
  id = "%s", name = "渡口统计表",
  sections = {{id = "one", title = "客流概况"}},
  tables = {
    {
      id = "ships", section = "one",
      rows = {
        {id = "ferries", label = "客船艘数"},
        {id = "tugs", label = {"其他船舶", "拖船艘数"}},
        {id = "all", label = "合计艘数"},
      },
      columns = {{id = "first", label = "上半年数"}, {id = "second", label = "下半年数"}},
      equations = {{first = "ferries", sum = "all"}},
    },
  },
  detect = {labels = {"客船艘数"}},
}
]]

local count = 0

local function script(changes)
  count = count + 1
  local text = right:format("form_" .. count)
  for from, to in pairs(changes or {}) do
    local start, stop = text:find(from, 1, true)
    assert(start, from)
    text = text:sub(1, start - 1) .. to .. text:sub(stop + 1)
  end
  return write("form_" .. count .. ".lua", text), "form_" .. count
end

describe("a script of a form", function()
  it("adds it at the end", function()
    local path, id = script()
    assert.equal(id, forms.load { path }[1].id)
    local list = forms.list()
    assert.equal(id, list[#list])
    assert.equal(path, forms.source(id))
    assert.equal(id, forms.declared(id).id)
    assert.equal(forms.compiled(id), forms.compiled(id))
    assert.equal(id, govreport.parse("渡口统计表\n\n上半年数\n\n下半年数\n\n客船艘数\n\n3\n\n4\n").form)
  end)

  it("is loaded once", function()
    local path = script()
    assert.equal(1, #forms.load { path })
    assert.equal(0, #forms.load { path })
  end)

  it("that is wrong adds nothing, and may be mended and loaded again", function()
    local text = 'return {' .. right:format("mended_1"):gsub("^return ", "") .. ', ' .. right:format("mended_2")
                 :gsub("^return ", "") .. "}"
    local path, before = write("mended.lua", (text:gsub('(.*)"合计艘数"', '%1"客船艘数"'))), #forms.list()
    assert.error_matches(function() forms.load { path } end, "can never be reached", 1, true)
    assert.equal(before, #forms.list())
    write("mended.lua", text)
    assert.equal(2, #forms.load { path })
    assert.equal(0, #forms.load { path })
  end)

  it("may put it before another", function()
    local path, id = script { ["name ="] = 'before = "cn_disclosure_2019", name =' }
    forms.load { path }
    local list = forms.list()
    assert.same({ "cn_disclosure_2021", id, "cn_disclosure_2019" }, { list[1], list[2], list[3] })
  end)

  it("may return several, which may extend one another in any order and across files", function()
    local path, id = script()
    local other = write("a.lua", ([[
return {
  {id = "far", extends = "near", name = "远"},
  {id = "near", extends = "%s", name = "近", tables = {ships = {rows = {ferries = {label = "渡船艘数"}, tugs = false,
    {id = "rafts", label = "竹筏艘数", after = "ferries"}}}}, detect = {labels = {"渡船艘数"}}},
}]]):format(id))
    local list = forms.load { other, path }
    assert.same({ id, "near", "far" }, { list[1].id, list[2].id, list[3].id })
    local ids = {}
    for i, row in ipairs(forms.declared("far").tables[1].rows) do ids[i] = row.id .. "=" .. row.label end
    assert.same({ "ferries=渡船艘数", "rafts=竹筏艘数", "all=合计艘数" }, ids)
    assert.equal("远", forms.declared("far").name)
    assert.equal(id, forms.root("far"))
  end)

  it("sees no files", function()
    local path = write("reads.lua", 'return io.open("/etc/passwd")')
    assert.matches("reads.lua:1:", select(2, pcall(forms.load, { path })), 1, true)
  end)

  it("that fails while it reads is no fault of the program", function()
    local path = script { ["detect ="] = [[readers = {{scope = "head", find = require("lpeg").P"渡", read = function()
      error "broken" end}}, fields = {"title"}, detect =]] }
    local id = forms.load { path }[1].id
    local report, message, code = govreport.parse("上半年数\n\n下半年数\n\n客船艘数\n\n3\n\n4\n\n渡口\n")
    if report then assert.not_equal(id, report.form) else
      assert.equal("form.failed", code)
      assert.matches("broken", message, 1, true)
    end
  end)
end)

describe("a wrong script of a form is told with its line", function()
  -- Name, change, line, message.
  local cases = {
    { "unknown key", { ["section = "] = "sektion = " }, 6, "unknown key 'sektion', did you mean 'section'?" },
    { "unknown key in a row", { ["label = \"客船艘数\"}"] = "lable = \"客船艘数\"}" }, 8,
      "unknown key 'lable', did you mean 'label'?" },
    { "unknown part", { ['section = "one"'] = 'section = "won"' }, 6, "there is no part 'won', did you mean 'one'?" },
    { "row twice", { ['id = "all"'] = 'id = "tugs"' }, 10, "the id 'tugs' stands twice" },
    { "row that is never reached", { ["合计艘数"] = "客船艘数" }, 10,
      "the row 'all' can never be reached: 'ferries' has the label '客船艘数' too" },
    { "label of two rows", { ['"合计艘数"'] = '"合计艘数", variants = {"客船[总]艘数"}' }, 10,
      "'客船艘数' is a wording of two rows, 'ferries' and 'all'" },
    { "column that is never reached", { ["下半年数"] = "上半年数" }, 12, "the column 'second' can never be reached" },
    { "unknown row in an equation", { ['first = "ferries"'] = 'first = "ferry"' }, 13, "there is no row 'ferry'" },
    { "an equation the wrong way round", { ['first = "ferries", sum = "all"'] = 'first = "all", sum = "ferries"' }, 13,
      "'first', the row 'all', must stand in front of 'sum', the row 'ferries'" },
    { "half an equation", { [', sum = "all"'] = "" }, 13, "'first' and 'sum'" },
    { "unknown total", { ["equations ="] = 'total = "secand", equations =' }, 13,
      "there is no column 'secand', did you mean 'second'?" },
    { "unknown type", { ['"客船艘数"}'] = '"客船艘数", type = "txt"}' }, 8, "there is no type 'txt', did you mean 'text'?" },
    { "no label of the form", { ['detect = {labels = {"客船艘数"}}'] = 'detect = {labels = {"客船艘树"}}' }, 16,
      "'客船艘树' is no label of the form, did you mean '客船艘数'?" },
    { "nothing to tell it by", { ['{labels = {"客船艘数"}}'] = "{}" }, 16, "nothing tells the form" },
    { "spelling of no label", { ["equations ="] = 'spellings = {["客船数"] = {variants = {"客船"}}}, equations =' }, 13,
      "'客船数' is no label of the table, did you mean '客船艘数'?" },
    { "unknown base", { ["name ="] = 'extends = "cn_disclosure_2020", name =' }, 2,
      "there is no form 'cn_disclosure_2020', did you mean 'cn_disclosure_20" },
    { "unknown successor", { ["name ="] = 'before = "cn_disclosure", name =' }, 2, "there is no form 'cn_disclosure'" },
    { "reader of nothing", { ["detect ="] = 'readers = {{scope = "head", read = function() end}}, detect =' }, 16,
      "a reader of the scope 'head' needs a pattern" },
    { "id of other characters", { ['"ferries", label'] = '"客船", label' }, 8, "is not made of ASCII letters" },
    { "years", { ["name ="] = 'years = {2020, 2021, 2022}, name =' }, 2, "the first year" },
    { "pairs of two columns", { ["equations ="] = "pairs = true, equations =" }, 13, "'pairs' have one column" },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local path = script(case[2])
      local ok, message = pcall(forms.load, { path })
      assert.is_false(ok)
      assert.matches("^" .. path:gsub("%p", "%%%0") .. ":" .. case[3] .. "%D", message)
      assert.matches(case[4], message, 1, true)
    end)
  end

  it("names both places of an id", function()
    local path, id = script()
    forms.load { path }
    local other = write("twice.lua", right:format(id))
    assert.equal(other .. ":2: the form '" .. id .. "' stands twice; the other one is of " .. path,
      select(2, pcall(forms.load, { other })))
  end)

  it("tells of a circle", function()
    local path = write("circle.lua", [[
return {{id = "c1", extends = "c2", name = "1"}, {id = "c2", extends = "c1", name = "2"}}]])
    assert.error_matches(function() forms.load { path } end, "extend each other in a circle", 1, true)
  end)
end)

describe("a table of a form", function()
  local function declare(id)
    return govreport.form {
      id = id, name = "表", detect = { labels = { "船票" } },
      tables = { { id = "t", rows = { { id = "a", label = "船票" } }, columns = { { id = "n", label = "数量" } } } },
    }
  end

  it("is added and comes back complete", function()
    local declared = declare "from_table"
    assert.equal(declared, forms.declared "from_table")
    assert.same({}, declared.sections)
    assert.matches("spec/form/registry_spec.lua:%d+$", forms.source "from_table")
  end)

  it("is told with the line where it stands", function()
    declare "from_table_again"
    local ok, message = pcall(declare, "from_table_again")
    assert.is_false(ok)
    assert.matches("^spec/form/registry_spec.lua:%d+: the form 'from_table_again' stands twice; the other", message)
    assert.error_matches(function() govreport.form { id = "no_name" } end, "the key 'name' is missing", 1, true)
    assert.error_matches(function() govreport.form "x" end, "a form is a table, not a string", 1, true)
  end)
end)

describe("the command line", function()
  local function run(arguments, environment)
    local command = ("cd %s && %s bin=%s/bin/govreport; $bin %s 2>&1"):format(folder, environment or "",
      os.getenv "PWD", arguments)
    local pipe = io.popen(command)
    local output = pipe:read "a"
    local _, _, code = pipe:close()
    return code, output
  end

  local example = "渡口统计表\n\n上半年数\n\n下半年数\n\n客船艘数\n\n3\n\n4\n"

  it("takes forms from --forms, from the settings and from GOVREPORT_PATH", function()
    os.execute("mkdir -p " .. folder .. "/own")
    write("own/ports.lua", (right:format "ports"))
    write("own/ports_spec.lua", "error 'no form'")
    write("report.txt", example)
    assert.equal(3, (run "show --no-config report.txt"))
    for _, command in ipairs { "show", "extract", "check", "forms --why", "diff report.txt" } do
      local code, output = run(command .. " report.txt --forms own --lang en")
      assert.is_true(code == 0, command .. ": " .. output)
    end
    assert.equal(0, (run("show report.txt", "export GOVREPORT_PATH=/nowhere:own;")))
    write(".govreport.lua", 'return {forms = {"own"}}')
    local code, output = run "forms --lang en"
    assert.equal(0, code)
    assert.matches("ports +渡口统计表  %[.*own/ports.lua%]", output)
    assert.equal(0, (run "extract report.txt"))
    assert.equal(0, (run "extract report.txt --forms own"))
  end)

  it("says why a form was chosen, in both languages", function()
    local _, english = run "forms --why report.txt --lang en"
    assert.matches("the form ports was chosen", english, 1, true)
    assert.matches("labels of its own: 1 of 1: “客船艘数”", english, 1, true)
    assert.matches("cn_disclosure_2019 +not chosen: too little of it was found; it needs 1 label", english)
    local _, chinese = run "forms --why report.txt --lang zh"
    assert.matches("选用格式ports", chinese, 1, true)
    assert.matches("未选：特征不足，至少应有1项特有标签，或2个部分标题", chinese, 1, true)
  end)

  it("tells of a wrong form and ends with 2", function()
    write("bad.lua", 'return {id = "bad", name = "坏", tabels = {}}')
    local code, output = run "check report.txt --forms bad.lua"
    assert.equal(2, code)
    assert.matches("bad.lua:1 'bad': unknown key 'tabels', did you mean 'tables'?", output, 1, true)
    assert.equal(2, (run "show report.txt --forms nowhere"))
  end)
end)

--- docs/api.lua against what is there at run time, both ways: what is described exists, what exists is described.

local api = require "docs.api"
local catalogue = require "govreport.base.catalogue"
local check = require "govreport.check"
local context = require "govreport.check.context"
local core = require "govreport.core"
local finding = require "govreport.check.finding"
local forms = require "govreport.form"
local functions = require "test.reference.functions"
local govreport = require "govreport"
local readonly = require "govreport.base.readonly"
local rule = require "govreport.check.rule"
local samples = require "spec.support.api_samples"
local known_options = require "govreport.base.options"
local signature = require "test.reference.signature"
local walk = require "spec.support.walk"
require "govreport.read"   -- which gives Report what the core has not

-- ---- lists --------------------------------------------------------------------------------------

local function sorted(set)
  local list = {}
  for name in pairs(set) do list[#list + 1] = name end
  table.sort(list)
  return list
end

local function set_of(list)
  local set = {}
  for _, name in ipairs(list or {}) do set[name] = true end
  return set
end

local function methods_of(class)
  local set = {}
  for _, entry in ipairs(class.methods or {}) do set[signature.method(entry[1]).name] = true end
  return set
end

-- The named fields of a class itself, without facts and without those of the class it extends.
local function fields_of(class)
  local set = {}
  for _, entry in ipairs(class.fields or {}) do
    local name = signature.field(entry[1]).name
    if not name:find("^%[") then set[name] = true end
  end
  return set
end

local function values_of(alias)
  local set = {}
  for _, value in ipairs(walk.aliases[alias].values) do set[value[1]] = true end
  return set
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function lines_of(command)
  local pipe = assert(io.popen(command))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

-- ---- classes of the core ------------------------------------------------------------------------

describe("a class of the core", function()
  local registered = core.classes()
  -- What all have; what follows from `close`.
  local common = set_of{"__index", "__newindex", "__tostring", "__gc"}

  it("is described, or known to be met by no program", function()
    local described = {}
    for name, class in pairs(walk.classes) do
      if class.kind == "core" then described["govreport." .. name] = true end
    end
    for _, name in ipairs(api.internal) do
      assert.is_nil(described["govreport." .. name], name .. " is described and internal")
      described["govreport." .. name] = true
    end
    assert.same(sorted(described), sorted(registered))
  end)

  for name, class in pairs(walk.classes) do
    if class.kind == "core" then
      it(name .. " has the fields, methods and operators that are described", function()
        local own = registered["govreport." .. name]
        assert.same(sorted(fields_of(class)), sorted(set_of(own.getters)))
        assert.same(sorted(methods_of(class)), sorted(set_of(own.methods)))
        local operators, described = set_of(own.metamethods), {}
        for operator in pairs(common) do operators[operator] = nil end
        for _, entry in ipairs(class.operators or {}) do described[entry[1]] = true end
        assert.same(sorted(described), sorted(operators))
      end)
    end
  end

  it("Report has the facts of 政府信息公开工作年度报告", function()
    local described, declared = {}, {}
    for _, entry in ipairs(walk.classes.Report.facts) do described[signature.field(entry[1]).name] = true end
    for _, form in ipairs{"cn_disclosure_2019", "cn_disclosure_2021"} do
      for _, id in ipairs(forms.declared(form).fields) do declared[id] = true end
    end
    assert.same(sorted(declared), sorted(described))
  end)
end)

-- ---- modules ------------------------------------------------------------------------------------

describe("a module", function()
  -- What is described of each; several chapters may be about one.
  local modules = {}
  for _, chapter in ipairs(api.chapters) do
    local name = chapter.module or "govreport"
    modules[name] = modules[name] or {}
    local described, list, patterns = modules[name], functions.of(chapter)
    for _, entry in ipairs(list) do described[signature.method(entry[1]).name] = true end
    for _, entry in ipairs(patterns) do described[entry.name:match("^[%w_]+")] = true end
    for _, entry in ipairs(chapter.fields or {}) do described[signature.field(entry[1]).name] = true end
    for _, entry in ipairs(chapter.module and chapter.hidden or {}) do described[entry] = true end
  end

  for name, described in pairs(modules) do
    it(name .. " has what is described", function() assert.same(sorted(described), sorted(require(name))) end)
  end

  it("govreport.grammar says of each pattern and function what it is", function()
    for _, chapter in ipairs(api.chapters) do
      local list, patterns = functions.of(chapter)
      for _, entry in ipairs(patterns) do
        assert.is_truthy(entry.text or entry.samples[1], chapter.source .. ": write a sample behind " .. entry.name)
      end
      for _, entry in ipairs(chapter.source and list or {}) do
        assert.is_true(entry[2] ~= "", chapter.source .. ": write what it does above " .. entry[1])
      end
    end
  end)

  it("govreport.grammar has the parameters that are described", function()
    for _, chapter in ipairs(api.chapters) do
      local arguments = {}
      for _, entry in ipairs(chapter.source and require("test.reference.grammar").read(chapter.source) or {}) do
        arguments[entry.name] = entry.arguments
      end
      for _, text in ipairs(chapter.signatures or {}) do
        local own, names = signature.method(text), {}
        for i, param in ipairs(own.params) do names[i] = param.name end
        assert.equal(arguments[own.name] or table.concat(names, ", "), table.concat(names, ", "), own.name)
        assert.is_truthy(require(chapter.module)[own.name], own.name)
      end
    end
  end)
end)

-- ---- options ------------------------------------------------------------------------------------

-- The types of Lua that a described type can be, in the words of `govreport.keys`.
local function kinds(type_)
  local set = {}
  for part in (type_ .. "|"):gmatch("([^|]*)|") do
    local alias = walk.aliases[part]
    if part == "any" then return {any = true} end
    if part:find("%[%]$") or part:find("^table<") or part:find("^{") or part == "table" then set.table = true
    elseif part:find("^fun%(") then set["function"] = true
    elseif part:find('^"') or alias and alias.values then set.string = true
    elseif alias then for kind in pairs(kinds(alias.type)) do set[kind] = true end
    elseif walk.classes[part] then set[walk.classes[part].kind == "core" and "userdata" or "table"] = true
    else set[part] = true end
  end
  return set
end

-- What stands in brackets is a list.
local function outer(type_) return (type_:gsub("%b()%[%]", "list[]"):gsub("^fun%(.*$", "fun()")) end

-- The keys that a module knows, by the name of the table in it.
local function known_keys(source)
  local module, name = source:match("^(%S+) (%S+)$")
  return assert(require(module)[name], source)
end

describe("a table of options", function()
  for name, class in pairs(walk.classes) do
    if class.kind == "options" then
      it(name .. " has the keys that are described, of their types", function()
        local known, described = {}, {}
        for _, source in ipairs(type(class.keys) == "table" and class.keys or {class.keys}) do
          for key, types in pairs(known_keys(source)) do known[key] = types end
        end
        for _, entry in ipairs(class.fields) do
          local own = signature.field(entry[1])
          described[own.name] = kinds(outer(own.type))
        end
        assert.same(sorted(known), sorted(described))
        for key, types in pairs(known) do
          local accepted = {}
          for kind in types:gmatch("[^|]+") do accepted[kind] = true end
          for kind in pairs(described[key]) do
            assert.is_true(accepted[kind] or kind == "integer" and accepted.number, key .. " is no " .. kind)
          end
        end
      end)
    end
  end
end)

-- ---- tables -------------------------------------------------------------------------------------

describe("what functions give", function()
  local walker = walk.new()
  setup(function()
    for _, sample in ipairs(samples.all()) do walker:sample(sample[2], sample[1]) end
  end)

  it("is as it is described, with all that can be reached from it", function()
    assert.same({}, walker.problems)
  end)

  it("has every field that is described", function()
    local missing = {}
    for name, class in pairs(walk.classes) do
      if (class.kind == "view" or class.kind == "object" or class.kind == "table") and not samples.written[name] then
        for field in pairs(walk.fields(class)) do
          local is_spot = name == "Spot" or field == "spot"   -- spec/docs/spot_spec.lua has them
          if not is_spot and not walker.met[name .. "." .. field] then missing[#missing + 1] = name .. "." .. field end
        end
      end
    end
    table.sort(missing)
    assert.same({}, missing)
  end)

  it("has the methods that are described", function()
    local own = {}
    for name in pairs(readonly.classes) do
      if name:find("^govreport%.") then own[name] = true end
    end
    local described = {}
    for name, class in pairs(walk.classes) do
      if class.kind == "view" then
        described["govreport." .. (class.runtime or name)] = true
        if not class.runtime then
          assert.same(sorted(methods_of(class)), sorted(readonly.classes["govreport." .. name]), name)
        end
      end
    end
    assert.same(sorted(described), sorted(own))
  end)
end)

-- ---- rules --------------------------------------------------------------------------------------

describe("what a rule function gets", function()
  local class = walk.classes.RuleReport

  it("has the methods and fields that are described, and nothing else but what is the project's own", function()
    local own = check.context(govreport.open "examples/report.txt")
    local there, described = {}, set_of(class.hidden)
    for name in pairs(getmetatable(own)) do there[name] = true end
    for name in pairs(context.facts) do there[name] = true end
    for name in pairs(own) do there[name] = true end
    there.__index = nil
    for name in pairs(methods_of(class)) do described[name] = true end
    for name in pairs(fields_of(class)) do described[name] = true end
    assert.same(sorted(there), sorted(described))
  end)

  it("has what a Report has", function()
    local seen
    local function look(report)
      seen = {}
      for name in pairs(methods_of(walk.classes.Report)) do
        if name ~= "close" then seen[name] = type(report[name]) == "function" end
      end
      for name in pairs(fields_of(walk.classes.Report)) do
        if name ~= "deviations" then seen[name] = report[name] ~= nil end
      end
      seen["section()"] = report:section("overview").id == "overview"
      seen["cell()"] = report:cell(0).number == 0
    end
    local result = govreport.check(govreport.open "examples/report.txt", {rules = {look}, select = {"program"}})
    assert.equal("pass", result.verdict)
    for name, there in pairs(seen) do assert.is_true(there, name) end
  end)
end)

-- ---- words --------------------------------------------------------------------------------------

describe("the words for", function()
  local header = read "csrc/govreport.h"

  -- The names of a table of X(symbol, "name" …).
  local function names_in(table_name)
    local set = {}
    for line in header:match("#define " .. table_name .. "%(X%).-\n\n"):gmatch("X(%b())") do
      set[line:match('"([%w_.]+)"') or ""] = true
    end
    set[""] = nil
    return set
  end

  it("states of cells are those of the core", function()
    assert.same(sorted(names_in "GR_STATE_TABLE"), sorted(values_of "CellState"))
  end)

  it("what became of a number are those of the core", function()
    assert.same(sorted(names_in "GR_LEDGER_TABLE"), sorted(values_of "LedgerStatus"))
  end)

  it("severities are those of rules and findings", function()
    assert.same(sorted(rule.severities), sorted(values_of "Severity"))
    assert.same(sorted(finding.rank), sorted(values_of "Severity"))
  end)

  it("languages and formats are those of the program", function()
    assert.same(sorted(set_of(catalogue.languages)), sorted(values_of "Language"))
    assert.same(sorted(set_of(known_options.formats)), sorted(values_of "OutputFormat"))
  end)

  it("deviations are those that the readers tell", function()
    local told = {}
    for _, line in ipairs(lines_of [[grep -rhE '(deviation|tell)\(|deviation = "' lua/govreport --include=*.lua]]) do
      for name in line:gmatch('"(%l+_%l+)"') do told[name] = true end
    end
    assert.same(sorted(told), sorted(values_of "DeviationKind"))
  end)

  -- Families of which other messages are no codes.
  local mixed = {rollup = true, trace = true, rule = true, draft = true, annotate = true, dataset = true, plan = true,
                 limit = true, process = true, internal = true}

  it("bad input are all codes that there are, and no others", function()
    local families, there, hidden = {}, {}, {}
    for code in pairs(values_of "Code") do families[code:match("^%a+")] = true end
    for _, key in ipairs(catalogue.keys()) do
      if families[key:match("^%a+")] and not mixed[key:match("^%a+")] then there[key] = true end
    end
    for code in pairs(values_of "Code") do
      local used = mixed[code:match("^%a+")] and lines_of("grep -rlF '\"" .. code .. "\"' lua/govreport")
      if used and #used > 0 then there[code] = true end
    end
    for _, chapter in ipairs(api.chapters) do
      for _, code in ipairs(chapter.title == "Codes" and chapter.hidden or {}) do hidden[code] = true end
    end
    for code in pairs(names_in "GR_STATUS_TABLE") do
      if not hidden[code] then there[code] = true end
    end
    assert.same(sorted(there), sorted(values_of "Code"))
  end)

  it("bad input stand in docs/conventions.md as well", function()
    local text, there = read "docs/conventions.md", {}
    for family, names in text:gmatch("\n| `(%a+)%.%*` | ([^|]+) |") do
      for name in names:gmatch("`([%w_]+)`") do there[family .. "." .. name] = true end
    end
    assert.same(sorted(values_of "Code"), sorted(there))
  end)
end)

--- docs/reference.md and types/govreport are what docs/api.lua says, and what they show works.

local api = require "docs.api"
local functions = require "test.reference.functions"
local json = require "govreport.base.json_reader"
local markdown = require "test.reference.markdown"
local signature = require "test.reference.signature"
local types = require "test.reference.types"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

-- All entries of a kind, of all chapters.
local function each(kind)
  local list = {}
  for _, chapter in ipairs(api.chapters) do
    for _, entry in ipairs(chapter[kind] or {}) do list[#list + 1] = entry end
  end
  return list
end

-- Every function and method, with the name of its owner.
local function each_function()
  local list = {}
  for _, chapter in ipairs(api.chapters) do
    for _, entry in ipairs((functions.of(chapter))) do list[#list + 1] = {entry, chapter.module or "govreport"} end
    for _, class in ipairs(chapter.classes or {}) do
      for _, entry in ipairs(class.methods or {}) do list[#list + 1] = {entry, class[1]} end
    end
  end
  return list
end

describe("what make docs writes", function()
  it("is up to date: docs/reference.md", function()
    assert.is_true(markdown.render(api) == read "docs/reference.md", "run `make docs`")
  end)

  for _, file in ipairs(types.files(api)) do
    it("is up to date: " .. file.path, function()
      assert.is_true(file.text == read(file.path), "run `make docs`")
    end)
  end
end)

describe("types/govreport", function()
  local files = types.files(api)
  local text = ""
  for _, file in ipairs(files) do text = text .. file.text end

  it("has a file for each public module, which loads, and does nothing", function()
    local names = {}
    for i, file in ipairs(files) do
      names[i] = file.text:match("^%-%-%-@meta ([%w.]+)\n")
      assert.equal(types.library .. names[i]:gsub("%.", "/") .. ".lua", file.path)
      local module = assert(load(file.text, file.path, "t", {}))()
      for name, value in pairs(require(names[i])) do
        if type(value) == "function" then assert.equal("function", type(module[name]), names[i] .. "." .. name) end
      end
    end
    assert.equal("govreport govreport.similarity govreport.waivers govreport.testing govreport.grammar "
                 .. "govreport.readers",
                 table.concat(names, " "))
  end)

  it("has no other file in its library", function()
    local pipe, count = assert(io.popen("find types -type f -path '*/library/*'")), 0
    for _ in pipe:lines() do count = count + 1 end
    pipe:close()
    assert.equal(#files, count)
  end)

  it("is an addon that the language server finds where a program requires the library", function()
    local config = assert(json.decode(read "types/govreport/config.json"))
    local pattern = config.words[1]
    for _, program in ipairs{'require "govreport"', "require('govreport.grammar')", 'x = require  "govreport"'} do
      assert.is_truthy(program:find(pattern), program)
    end
    for _, program in ipairs{'require "report"', 'govreport("x")', 'local require = govreport'} do
      assert.is_nil(program:find(pattern), program)
    end
  end)

  it("names every class and alias once", function()
    local seen = {}
    for tag, name in text:gmatch("%-%-%-@(%a+) govreport%.([%w_]+)") do
      if tag == "class" or tag == "alias" then
        assert.is_nil(seen[name], name .. " stands twice")
        seen[name] = tag
      end
    end
    for _, class in ipairs(each "classes") do assert.equal("class", seen[class[1]], class[1]) end
    for _, alias in ipairs(each "aliases") do assert.equal("alias", seen[alias[1]], alias[1]) end
  end)

  it("says of no type what is not declared", function()
    local known = {}
    for _, kind in ipairs{"classes", "aliases"} do
      for _, entry in ipairs(each(kind)) do known[entry[1]] = true end
    end
    for line in text:gmatch("%-%-%-@[^\n]+") do
      local tag, rest = line:match("^%-%-%-@(%a+) (.+)$")
      if tag == "param" or tag == "return" or tag == "overload" or tag == "operator" then
        for name in rest:gmatch("govreport%.(%u%w*)") do assert.is_true(known[name], line) end
      end
    end
  end)
end)

describe("docs/api.lua", function()
  local known = {
    any = true, boolean = true, integer = true, number = true, string = true, table = true, userdata = true, fun = true,
    ["false"] = true, ["nil"] = true,
  }
  for _, kind in ipairs{"classes", "aliases"} do
    for _, entry in ipairs(each(kind)) do known[entry[1]] = true end
  end

  -- The words of a type that are no names in it and no text.
  local function check_type(type_, where)
    local plain = type_:gsub('"[^"]*"', ""):gsub("([%a_]+)%??: ", "")
    for word in plain:gmatch("[%a_]+") do
      assert.is_true(known[word], ("%s: no type '%s' in %s"):format(where, word, type_))
    end
  end

  it("uses only types that there are", function()
    for _, class in ipairs(each "classes") do
      for _, entry in ipairs(class.fields or {}) do check_type(signature.field(entry[1]).type, class[1]) end
      if class.extends then assert.is_true(known[class.extends], class.extends) end
    end
    for _, pair in ipairs(each_function()) do
      local own = signature.method(pair[1][1])
      for _, param in ipairs(own.params) do check_type(param.type, pair[2] .. "." .. own.name) end
      for _, result in ipairs(own.results) do check_type(result, pair[2] .. "." .. own.name) end
    end
    for _, alias in ipairs(each "aliases") do
      if alias.type then check_type(alias.type, alias[1]) end
    end
  end)

  it("says something of everything, and ends it", function()
    for _, class in ipairs(each "classes") do
      assert.is_truthy(class.text:find("%.$"), class[1])
      for _, entry in ipairs(class.fields or {}) do
        assert.is_truthy((entry[2] or ""):find("[%.)]$"), class[1] .. " " .. entry[1])
      end
    end
    for _, pair in ipairs(each_function()) do
      local ending = pair[2] == "govreport.grammar" and "%S$" or "[%.)]$"   -- there a sample may stand last
      assert.is_truthy((pair[1][2] or ""):find(ending), pair[2] .. " " .. pair[1][1])
      local names = {}
      for _, param in ipairs(signature.method(pair[1][1]).params) do names[param.name] = true end
      for name in pairs(pair[1].params or {}) do assert.is_true(names[name], pair[1][1] .. " has no " .. name) end
    end
  end)

  it("tells of codes that there are", function()
    local codes = {}
    for _, alias in ipairs(each "aliases") do
      for _, value in ipairs(alias[1] == "Code" and alias.values or {}) do
        codes[value[1]], codes[value[1]:match("^%a+") .. ".*"] = true, true
      end
    end
    for _, pair in ipairs(each_function()) do
      for _, code in ipairs(pair[1].fails or {}) do assert.is_true(codes[code], pair[1][1] .. ": " .. code) end
    end
  end)
end)

describe("an example of the reference", function()
  -- What the code prints, and what it says that it prints.
  local function run(code, name)
    local printed, wanted = {}, {}
    local environment = setmetatable({
      govreport = require "govreport",
      print = function(...)
        local parts = table.pack(...)
        for i = 1, parts.n do parts[i] = tostring(parts[i]) end
        printed[#printed + 1] = table.concat(parts, "\t")
      end,
    }, {__index = _G})
    for text in code:gmatch("%-%-> ([^\n]*)") do wanted[#wanted + 1] = text end
    assert(load(code, name, "t", environment))()
    return printed, wanted
  end

  local examples = {}
  for _, class in ipairs(each "classes") do
    if class.example then examples[#examples + 1] = {class[1], class.example} end
  end
  for _, pair in ipairs(each_function()) do
    if pair[1].example then examples[#examples + 1] = {pair[1][1], pair[1].example} end
  end

  for _, entry in ipairs(examples) do
    it("prints what it says: " .. entry[1], function()
      local printed, wanted = run(entry[2], entry[1])
      assert.is_true(#wanted > 0)
      assert.same(wanted, printed)
    end)
  end

  it("is there for most of what a beginner needs", function()
    assert.is_true(#examples >= 15, #examples .. " examples")
  end)
end)

describe("the headings of", function()
  for _, name in ipairs{"reference.md", "conventions.md"} do
    it("docs/" .. name .. " are anchors of their own", function()
      local anchors = {}
      for heading in ("\n" .. read("docs/" .. name)):gmatch("\n#+ ([^\n]+)") do
        local anchor = markdown.anchor(heading)
        assert.is_nil(anchors[anchor], "the heading '" .. heading .. "' stands twice")
        anchors[anchor] = true
      end
    end)
  end
end)

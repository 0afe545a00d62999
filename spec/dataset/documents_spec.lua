--- The documents of a dataset: names of their own, found again by them.

local documents = require "govreport.dataset.documents"

local function list_of(...)
  local list = documents.new("GB18030")
  for _, source in ipairs{...} do list:add(source, {}) end
  return list
end

local function names(list)
  local found = {}
  for own in list:each() do found[#found + 1] = own.file end
  return table.concat(found, " ")
end

local function bytes(name, content) return {name = name, bytes = content or ""} end

describe("documents", function()
  for name, case in pairs{
    ["paths"] = {{"b", "a"}, "b a"},
    ["names of bytes that are the same"] = {{bytes "a", bytes "a", bytes "b", bytes "a"}, "a a#2 b a#3"},
    ["a number that is somebody's name"] = {{"a#2", bytes "a", bytes "a"}, "a#2 a a#2#2"},
    ["a number that becomes somebody's name"] = {{bytes "a", bytes "a", "a#2"}, "a a#2 a#2#2"},
    ["bytes named as a path before them"] = {{"a", bytes "a"}, "a a#2"},
    ["a path named as bytes before it"] = {{bytes "a", "a"}, "a a#2"},
    ["a name that is no UTF-8, and one that is written so"] = {{"\xE4", "\\xE4", "x"}, "\\xE4 \\xE4#2 x"},
    ["the other way round"] = {{"\\xE4", "\xE4", "x"}, "\\xE4 \\xE4#2 x"},
    ["no name"] = {{{bytes = ""}, {bytes = ""}}, "? ?#2"},
  } do
    it("have names of their own: " .. name, function()
      local list = list_of(table.unpack(case[1]))
      assert.equal(case[2], names(list))
      assert.equal(#case[1], list.count)
      for number = 1, list.count do assert.equal(number, list:find(list:get(number).file)) end
      assert.is_nil(list:find "none")
    end)
  end

  it("are given with what is known of them", function()
    local list = documents.new("GB18030")
    list:add("a\xE4", {url = "u", fetched = "f", body = "b", region = "r"})
    list:add(bytes("c", "content"), {})
    assert.same({file = "a\\xE4", path = "a\xE4", encoding = "GB18030", url = "u", fetched = "f", body = "b",
                 region = "r"}, list:get(1))
    assert.same({file = "c", content = "content", encoding = "GB18030"}, list:get(2))
    assert.is_nil(list:get(3))
  end)

  it("take as much memory when they are many", function()
    local list = documents.new()
    collectgarbage()
    local before = collectgarbage "count"
    for i = 1, 20000 do list:add(("reports/%08d-a-longer-name-than-that.html"):format(i), {}) end
    for _ in list:each() do collectgarbage "step" end
    collectgarbage()
    assert.is_true(collectgarbage "count" - before < 16)
  end)
end)

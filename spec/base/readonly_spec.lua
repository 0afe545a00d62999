local example = require "spec.support.example"
local readonly = require "govreport.base.readonly"

describe("a read-only view", function()
  local thing = readonly.class("own.Thing", { count = function(self) return #self end },
    function(data) return "thing " .. data.name end)

  it("shows what its table has", function()
    local view = thing { "a", "b", name = "x", inner = { 1 } }
    assert.equal("x", view.name)
    assert.equal("a", view[1])
    assert.equal(2, #view)
    assert.is_nil(view.other)
    assert.equal(2, view:count())
    assert.equal("thing x", tostring(view))
  end)

  it("can be walked through", function()
    local view = thing { "a", "b", name = "x" }
    local list, keys = {}, {}
    for i, value in ipairs(view) do list[i] = value end
    for key, value in pairs(view) do keys[key] = value end
    assert.same({ "a", "b" }, list)
    assert.same({ "a", "b", name = "x" }, keys)
  end)

  it("shows all keys of a table that is filled when it is read", function()
    local function later()
      local data = { name = "x" }
      local function complete()
        setmetatable(data, nil)
        data.more = "y"
      end
      return thing(setmetatable(data, { complete = complete, __index = function(_, key)
        complete()
        return data[key]
      end }))
    end
    local keys, view = {}, later()
    for key, value in pairs(view) do keys[key] = value end
    assert.same({ name = "x", more = "y" }, keys)
    assert.equal("y", later().more)
    keys, view = {}, later()
    for key, value in readonly.next, view do keys[key] = value end
    assert.same({ name = "x", more = "y" }, keys)
  end)

  it("cannot be changed", function()
    local view = thing { "a", name = "x" }
    assert.error_matches(function() view.name = "y" end, "own%.Thing is read%-only")
    assert.error_matches(function() view.other = "y" end, "own%.Thing is read%-only")
    assert.error_matches(function() view[1] = nil end, "own%.Thing is read%-only")
    assert.error_matches(function() setmetatable(view, nil) end, "protected metatable")
    assert.equal("own.Thing", getmetatable(view))
    assert.equal("x", view.name)
  end)

  it("lets the table's own keys win over methods", function()
    assert.equal(7, thing({ name = "x", count = 7 }).count)
  end)
end)

describe("what a check gives", function()
  local result = example.check(example.set(example.text, "总计", 5, "3"))
  local finding = result.list[1]
  local all = {
    result = result, counts = result.counts, list = result.list, finding = finding, cells = finding.cells,
    ["a cell"] = finding.cells[1], places = finding.places, repair = finding.repair, also = finding.also,
    messages = finding.messages, alternatives = finding.alternatives, ["an alternative"] = finding.alternatives[1],
    ["a change"] = finding.alternatives[1][1],
  }
  for name, view in pairs(all) do
    it("cannot be changed: " .. name, function()
      assert.error_matches(function() view.rule = "x" end, "read%-only")
      assert.error_matches(function() view[1] = "x" end, "read%-only")
    end)
  end

  it("has the findings as a list and as an iterator", function()
    local count = 0
    for found in result:findings() do
      count = count + 1
      assert.equal(result.list[count], found)
    end
    assert.equal(#result.list, count)
  end)

  it("tells where a finding stands and what it says", function()
    assert.equal("disputes.total", finding.rule)
    assert.same({ 582, 1 }, { finding.line, finding.column })
    assert.equal("1", example.text:sub(finding.byte, finding.byte_end))
    assert.equal("582:1: error [disputes.total] " .. finding.message, tostring(finding))
    assert.equal(finding.messages.zh, finding.message)
    local cell = finding.cells[5]
    assert.equal("disputes.reconsideration.total", cell.address)
    assert.same({ "number", 3, "3", 590, 1 }, { cell.state, cell.value, cell.raw, cell.line, cell.column })
  end)

  it("speaks the language that was asked for", function()
    local english = example.check(example.set(example.text, "总计", 5, "3"), { lang = "en" }).list[1]
    assert.equal(english.messages.en, english.message)
    assert.equal(finding.messages.en, english.message)
  end)

  it("has its findings in document order", function()
    local text = example.set(example.text, "总计", 5, "3")
    text = example.set(text, "（一）予以公开", 1, "18")
    text = example.edit(text, "  六、其他", "  七、其他")
    text = example.edit(text, "六部分组成", "五部分组成")
    assert.same({
      "structure.parts_announced", "applications.row_total", "disputes.total", "structure.section_ordinal",
    }, example.rules((example.check(text))))
  end)

  it("prints nothing that a terminal obeys", function()
    local text = example.edit(example.text, "\n规章\n", "\n规\27[31m\u{202E}章的制作\n")
    for found in example.check(text):findings() do
      assert.is_nil(tostring(found):find("%c"))
      assert.is_nil(tostring(found):find("\u{202E}", 1, true))
    end
  end)

  it("is the same in every run", function()
    local function printed()
      local lines = {}
      local text = example.text:gsub("\n%d+\n", "\n/\n")
      for found in example.check(text):findings() do
        lines[#lines + 1] = tostring(found)
      end
      return table.concat(lines, "\n")
    end
    assert.equal(printed(), printed())
  end)
end)

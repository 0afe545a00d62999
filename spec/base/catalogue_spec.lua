local catalogue = require "govreport.base.catalogue"
local rule = require "govreport.check.rule"

-- The fields of a message, each once, in order.
local function fields(text)
  local seen, list = {}, {}
  for name in text:gsub("|[^|{}]*|[^|{}]*}", "}"):gmatch("{([%a_]+)}") do
    if not seen[name] then
      seen[name] = true
      list[#list + 1] = name
    end
  end
  table.sort(list)
  return list
end

local function check(message)
  for _, language in ipairs(catalogue.languages) do
    assert.equal("string", type(message[language]))
    assert.not_equal("", message[language])
    assert.is_nil(message[language]:find("%c"))
    local rest = message[language]:gsub("{[%a_]+}", ""):gsub("{[%a_]+|[^|{}]*|[^|{}]*}", "")
    assert.is_nil(rest:find("[{}]"), "a brace without its other half")
  end
  assert.same(fields(message.zh), fields(message.en))
end

-- The messages of a rule by name; one without a name has the name "".
local function messages_of(declared)
  if declared.message.zh then return { [""] = declared.message } end
  return declared.message
end

describe("the messages of the project", function()
  for _, key in ipairs(catalogue.keys()) do
    it(key .. " use the same fields in both languages", function() check(catalogue.message(key)) end)
  end

  it("stand once", function()
    local part_of = {}
    for _, part in ipairs(require "govreport.messages") do
      for key in pairs(require("govreport.messages." .. part)) do
        assert.is_nil(part_of[key], key)
        part_of[key] = part
      end
    end
    for _, key in ipairs(catalogue.keys()) do part_of[key] = nil end
    assert.same({}, part_of)
  end)

  it("are known by their keys", function()
    assert.is_true(catalogue.has("input.empty"))
    assert.is_false(catalogue.has("input.none"))
    assert.error_matches(function() catalogue.text("zh", "input.none") end, "no message 'input%.none'")
  end)

  it("cover every way in which input can be bad", function()
    for _, code in ipairs {
      "limit.memory", "limit.input", "limit.items", "input.empty", "input.zeros", "input.image", "input.format",
      "input.binary", "input.encoding", "input.mojibake", "form.unknown", "io.missing", "io.unreadable",
    } do
      assert.is_true(catalogue.has(code), code)
    end
  end)
end)

describe("the messages of the rule", function()
  for _, declared in ipairs(rule.all()) do
    it(declared.id .. " use the same fields in both languages", function()
      check(declared.title)
      for _, message in pairs(messages_of(declared)) do check(message) end
    end)

    it(declared.id .. " are sentences", function()
      assert.is_nil(declared.title.zh:find("。", 1, true))
      for _, message in pairs(messages_of(declared)) do
        assert.equal("。", message.zh:sub(-3))
        assert.is_truthy(message.en:find("[.?]$"))
      end
    end)
  end
end)

describe("a message", function()
  it("is filled in", function()
    assert.equal("报告：文件中没有文字。", catalogue.text("zh", "input.empty", { path = "报告" }))
    assert.equal("12 of 3", catalogue.fill("{a} of {b}", { a = 12, b = 3 }, "en"))
  end)

  it("takes fields that differ by language", function()
    local place = { zh = "第三部分", en = "part 3" }
    assert.equal("第三部分！", catalogue.fill("{place}！", { place = place }, "zh"))
    assert.equal("part 3!", catalogue.fill("{place}!", { place = place }, "en"))
  end)

  it("has a word for one and a word for many", function()
    local text = "{count} {count|report|reports} {count|is|are}"
    assert.equal("1 report is", catalogue.fill(text, { count = 1 }, "en"))
    assert.equal("0 reports are", catalogue.fill(text, { count = 0 }, "en"))
    assert.equal("21 reports are", catalogue.fill(text, { count = "21" }, "en"))
    assert.equal("{a b} {a|b}", catalogue.fill("{a b} {a|b}", { a = 1 }, "en"))
    assert.error_matches(function() catalogue.fill("{b|x|y}", { a = 1 }, "en") end, "lacks the field 'b'")
  end)

  it("does not read its fields as messages", function()
    assert.equal("{b}", catalogue.fill("{a}", { a = "{b}", b = 1 }, "zh"))
    assert.equal("100%1", catalogue.fill("{a}", { a = "100%1" }, "zh"))
  end)

  it("never goes out with a hole", function()
    assert.error_matches(function() catalogue.fill("{a} of {b}", { a = 1 }, "en") end, "lacks the field 'b'")
  end)

  -- The message that there is no memory stands in a part which there may be no memory to load.
  it("are not lost where there was no memory to load them", function()
    local own = "govreport.base.catalogue"
    local kept = {[own] = package.loaded[own]}
    package.loaded[own] = nil
    for _, part in ipairs(require "govreport.messages") do
      local name = "govreport.messages." .. part
      kept[name], package.loaded[name] = package.loaded[name], nil
      package.preload[name] = function()
        package.preload[name] = nil
        error("not enough memory", 0)
      end
    end
    local fresh, refused = require(own), 0
    while not pcall(fresh.keys) do refused = refused + 1 end
    for name, module in pairs(kept) do package.loaded[name] = module end
    assert.equal(#require "govreport.messages", refused)
    assert.same(catalogue.keys(), fresh.keys())
  end)
end)

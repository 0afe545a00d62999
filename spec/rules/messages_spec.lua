--- What findings say, of every rule, by its example that fails: in both languages, as messages and in letters, without
-- names of programs, and with what to do.

local explanation = require "govreport.check.explanation"
local govreport = require "govreport"
local letter = require "govreport.check.letter"
local rule = require "govreport.check.rule"

local function parse(bytes) return assert(govreport.parse(bytes, {name = "example"})) end

-- Words of programs that an office may read: encodings, options and programs that advice names.
local allowed = {"UTF%-8", "GB18030", "pdftotext %-layout", "pdftotext", "%-layout", "%-raw", "https?://%S+"}

-- What no sentence for an office has: ids, addresses, keys.
local unwanted = {
  "%l+_%l+", "%l+%.%l[%l_]*%.%l", "{[%a_]+}", "%f[%w]nil%f[%W]", "%.%*", "table: 0x", "userdata",
}

-- The first piece of a text that is no word for people; nil where there is none.
local function odd(text)
  for _, words in ipairs(allowed) do text = text:gsub(words, "") end
  for _, pattern in ipairs(unwanted) do
    local found = text:match(pattern)
    if found then return found end
  end
end

-- The text of a page, without what is not seen.
local function visible(page) return (page:gsub("<style>.-</style>", ""):gsub("<[^>]*>", " ")) end

-- The ids of rows and columns that are English words: in a Chinese sentence they are out of place.
local function has_words_of_ids(text)
  for _, words in ipairs(allowed) do text = text:gsub(words, "") end
  return text:match("%l%l%l%l+")
end

-- How a message of each severity ends: with what to do.
local todo = {
  error = {zh = {"请核改", "请按规定格式补充", "请补充", "请补填"}, en = {"please"}},
  warning = {zh = {"请核实"}, en = {"please"}},
  info = {zh = {"请", "可", "宜", "无需"}, en = {"please", "will do"}},
}

local function says_what_to_do(found, lang)
  for _, words in ipairs(todo[found.severity] and todo[found.severity][lang] or {""}) do
    if found.messages[lang]:find(words, 1, true) then return true end
  end
  return false
end

for _, own in ipairs(rule.all()) do
  describe("what " .. own.id .. " says", function()
    local half = explanation.run(own, "fails", parse)

    it("names no ids and no addresses", function()
      for _, found in ipairs(half.findings) do
        for _, lang in ipairs{"zh", "en"} do assert.is_nil(odd(found.messages[lang]), found.messages[lang]) end
        assert.is_nil(has_words_of_ids(found.messages.zh:gsub("Word", "")), found.messages.zh)
      end
    end)

    it("says what to do", function()
      for _, found in ipairs(half.findings) do
        for _, lang in ipairs{"zh", "en"} do assert.is_true(says_what_to_do(found, lang), found.messages[lang]) end
        if found.severity == "warning" then
          assert.is_nil(found.messages.zh:find("请核改", 1, true), found.messages.zh)
        end
      end
    end)

    it("is a sentence that can be read at once", function()
      for _, found in ipairs(half.findings) do
        assert.is_true(utf8.len(found.messages.zh) <= 260, found.messages.zh)
      end
    end)

    it("names none in a letter", function()
      for _, lang in ipairs{"zh", "en"} do
        local composed = letter.compose(half.result, {lang = lang, from = "云岭市人民政府办公室", date = "2025-02-05"})
        local page = visible(govreport.render(composed, "html"))
        assert.is_nil(odd(page), page)
        local text = govreport.render(composed, "md"):gsub("\\", "")
        assert.is_nil(odd(text), text)
      end
    end)
  end)
end

-- Every message that a rule has, also those that its example does not show; without notices, which blame nobody.
describe("every message of a rule", function()
  local function each(use)
    for _, own in ipairs(rule.all()) do
      local list = own.message.zh and {own.message} or own.message
      for id, message in pairs(own.severity ~= "notice" and list or {}) do use(own, message, id) end
    end
  end

  it("says what to do", function()
    each(function(_, message)
      local zh, en = message.zh, message.en
      assert.is_truthy(zh:find("请", 1, true) or zh:find("可", 1, true) or zh:find("宜", 1, true), zh)
      assert.is_truthy(en:find("please", 1, true) or en:find("will do", 1, true), en)
    end)
  end)

  it("asks to verify where its rule is one to verify", function()
    -- Those that are told as errors, whatever their rule is.
    local raised = {["metadata.title"] = {year = true}, ["metadata.body"] = {signed = true, title = true}}
    each(function(own, message, id)
      if own.severity == "warning" and not (raised[own.id] or {})[id] then
        assert.is_nil(message.zh:find("请核改", 1, true), message.zh)
      end
      if own.severity == "error" then assert.is_nil(message.zh:find("请核对", 1, true), message.zh) end
    end)
  end)
end)

describe("severities", function()
  it("have one word each, in findings, counts, verdicts and letters", function()
    local catalogue = require "govreport.base.catalogue"
    for _, lang in ipairs{"zh", "en"} do
      for severity, group in pairs{error = "error", warning = "warning", info = "info"} do
        local word = catalogue.text(lang, "severity." .. severity)
        for _, text in ipairs{
          catalogue.text(lang, "letter.group_" .. group), catalogue.text(lang, "letter.count_" .. group, {count = 2}),
          catalogue.text(lang, "check.verdict", {verdict = "", errors = 1, warnings = 2, infos = 3}),
        } do
          assert.matches(word, text:lower(), 1, true)
        end
      end
    end
  end)
end)

describe("the words that are looked for", function()
  it("are found where they stand", function()
    for _, text in ipairs{"upheld 1, other_outcome 1", "applications.granted.total", "第三部分{place}", "applications.*"} do
      assert.is_string(odd(text), text)
    end
    assert.is_nil(odd "用pdftotext转换的，请加参数-layout或-raw")
    assert.is_string(has_words_of_ids "“granted”行")
  end)
end)

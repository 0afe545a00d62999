local narrative = require "spec.support.narrative"
local clauses = require "govreport.claims.clauses"
local lexicon = require "govreport.claims.lexicon"

-- Pairs of lines: a sentence and what is read from it.
local function cases(path)
  local list, sentence = {}, nil
  for line in io.lines(path) do
    local expected = line:match("^  (.+)$")
    if expected then list[#list + 1] = {sentence = sentence, expected = expected}
    elseif not line:match("^#") then sentence = line
    end
  end
  return list
end

describe("statements", function()
  for _, case in ipairs(cases "spec/cases/narrative.txt") do
    it(case.sentence, function() assert.equal(case.expected, narrative.describe(case.sentence)) end)
  end

  it("keep the place of a number on lines that go on", function()
    local list, report = narrative.statements("全年共收到政府信息公开申\n请47件，其中自然人申请\n— 2 —\n31件。")
    assert.equal(2, #list)
    assert.equal("31件", report.document:source(list[2].start, list[2].stop))
    assert.equal(list[1], list[2].parent)
  end)

  it("are read of long text in one pass", function()
    local sentence = "全年共收到政府信息公开申请47件，其中自然人申请31件，法人或其他组织申请16件。"
    local list = narrative.statements(sentence:rep(300))
    assert.equal(900, #list)
  end)
end)

describe("Chinese numerals", function()
  for text, value in pairs{["一"] = 1, ["两"] = 2, ["十"] = 10, ["十二"] = 12, ["三十五"] = 35, ["一百二十"] = 120,
                           ["一百零八"] = 108, ["二千零三"] = 2003, ["零"] = 0} do
    it(text .. " is " .. value, function() assert.equal(value, clauses.han_value(text)) end)
  end

  it("with two digits side by side are none", function() assert.is_nil(clauses.han_value("一二")) end)
end)

describe("the words of claims", function()
  local function data()
    return {
      neutral = {"共"}, marks = {receive = {"收到"}}, scopes = {}, topics = {"申请"},
      tables = {applications = {column = "total", with = "receive"}},
      rows = {{of = "applications.granted", "予以公开"}}, columns = {},
      claims = {{marks = "receive", of = "applications.received"}},
    }
  end

  local function refused(change, message)
    local own = data()
    change(own)
    local ok, problem = pcall(lexicon.compile, own, "words")
    assert.is_false(ok)
    assert.equal(message, problem)
  end

  -- The kinds of the items of a sentence.
  local function items(own, text)
    local list, found, i = lexicon.compile(own, "words").items(text, 1, {}), {}, 1
    while list[i] do
      found[#found + 1] = list[i]
      i = i + lexicon.sizes[list[i]]
    end
    return found
  end

  it("cut sentences into items, whatever the words begin with", function()
    local WORD, NUMBER, UNKNOWN, COMMA = lexicon.WORD, lexicon.NUMBER, lexicon.UNKNOWN, lexicon.COMMA
    local JOINT, HAN = lexicon.JOINT, lexicon.HAN
    local own = data()
    assert.same({WORD, NUMBER, COMMA, WORD, JOINT, WORD, UNKNOWN}, items(own, "共收到12件,收到和予以公开外网。共收到"))
    own = data()
    own.marks.receive = {"收到", "12345来电", "和解", "一并受理", "。收到"}
    assert.same({WORD, WORD, NUMBER, COMMA, WORD}, items(own, "收到12345来电3件,予以公开"))
    assert.same({WORD, JOINT, WORD, WORD, WORD}, items(own, "收到和收到和解一并受理。收到"))
    assert.same({NUMBER, HAN, WORD}, items(own, "12346件一件收到"))
  end)

  it("are compiled", function() assert.equal("table", type(lexicon.compile(data(), "words").entries)) end)

  it("have one meaning each", function()
    refused(function(own) own.rows[2] = {of = "applications.received", "予以公开"} end,
      "words: the word '予以公开' has two meanings")
  end)

  it("name marks that there are", function()
    refused(function(own) own.claims[1].marks = "recieve" end, "words: no mark 'recieve', did you mean 'receive'?")
  end)

  it("have known keys only", function()
    refused(function(own) own.rows[1].colour = "red" end,
            "words: row: unknown key 'colour'; known are assumed, clear, exact, loose, of, rate, reason, rest, row, "
            .. "soft, within")
  end)

  it("of a form of one's own are its own", function()
    local own = {id = "own", claims = data()}
    assert.equal(lexicon.of_form(own), lexicon.of_form(own))
    assert.is_nil(lexicon.of_form{id = "none"})
  end)
end)

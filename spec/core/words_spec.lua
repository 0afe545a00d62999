--- core.words: many words looked for at once.

local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local lpeg = require "lpeg"

local function words_of(list)
  local words = core.words()
  for number, word in ipairs(list) do words:add(word, number) end
  return words
end

local known = { "港口", "港口数", "在册", "在册船舶", "船舶", "合计" }

describe("words of the core", function()
  local words = words_of(known)

  it("are numbered by their places where they are given as a list", function()
    local own = core.words{"申请", "答复", "申请人"}
    assert.same({3, 10}, {own:at("申请人收到", 1)})
    assert.same({2, 7}, {own:at("答复", 1)})
    assert.is_nil((core.words{}:at("答复", 1)))
    assert.error_matches(function() core.words("申请") end, "table expected")
    assert.has_error(function() core.words{"申请", false} end)
    assert.has_error(function() core.words{""} end)
  end)

  it("are found where they begin, the longest first", function()
    assert.same({ 2, 10 }, { words:at("港口数合计", 1) })
    assert.same({ 6, 16 }, { words:at("港口数合计", 10) })
    assert.same({}, { words:at("港口数合计", 4) })
    assert.same({}, { words:at("港口", 7) })
    assert.same({ 1, 7 }, { words:at("港口", 1, "printed") })
    assert.same({}, { words:at("港口3", 1, "line") })
  end)

  it("are found in a part of a text", function()
    local text = "本年在册船舶合计"
    assert.same({ 7, 4, 19 }, { words:find(text) })
    assert.same({ 13, 5, 19 }, { words:find(text, 8) })
    assert.same({}, { words:find(text, 1, 7) })
    assert.same({ 1, 6, 8 }, { words:find("合(计", 1, nil, "bare") })
  end)

  it("are listed from left to right", function()
    assert.same({ 1, 2, 10, 13, 4, 25, 25, 1, 31 }, words:list "港口数及在册船舶港口")
    assert.same({}, words:list "")
  end)

  it("have their places by their numbers, also those inside of each other", function()
    assert.same({ { 1, 25 }, { 1 }, { 13 }, { 13 }, { 19 } }, words:starts "港口数及在册船舶港口")
    assert.same({ [5] = { 4, 10 } }, words:starts "港船舶船舶")
    assert.same({}, words:starts "")
  end)

  it("stand in a part of a text or do not", function()
    assert.is_true(words:has "全部港口")
    assert.is_false(words:has "")
    assert.is_true(words:has("全部港口", 7, 13))
    assert.is_false(words:has("全部港口", 8, 13))
    assert.is_false(words:has("全部港口", 1, 12))
  end)

  it("begin at places, also inside of each other", function()
    local starts, stops = words:places "本年在册船舶合计"
    assert.same({ 7, 13, 19 }, starts)
    assert.same({ 19, 19, 25 }, stops)
    assert.same({}, (words:places "在"))
  end)

  it("are learnt by templates, as the tape has them", function()
    local own = core.words()
    assert.is_nil(own:learn("{港口|渡口}“数”[（个）]", 3))
    for _, word in ipairs { "港口数(个)", "港口数", "渡口数(个)", "渡口数" } do
      assert.same({ 3, #word + 1 }, { own:at(word, 1) })
    end
    assert.is_nil(own:at("港口", 1))
    assert.is_nil(own:learn("渡口[数]", 3))
    assert.equal(2, own:learn("{灯塔|渡口}", 4))   -- 渡口 has another number; 灯塔 has this one
    assert.same({ 4, 7 }, { own:at("灯塔", 1) })
    assert.is_nil(own:at("渡", 1))
    assert.equal(1, own:learn("{灯塔", 4))
    assert.error_matches(function() own:learn("[灯]", 5) end, "limit")
  end)

  it("are items of sentences, with marks and numbers between them", function()
    local own, measures, examples = words_of({}), words_of { "艘", "次" }, words_of { "港口" }
    local bounds = words_of { "约", "以上" }
    local list = { "x" }
    for number, word in ipairs(known) do own:add(word, 12 + number) end
    own:add(",", 7)     -- a mark of that kind
    own:add("共", 12)   -- is passed over
    own:breaks "船:"
    assert.same({ 20 }, { own:items(measures, examples, bounds, "港口,共1,204艘7.5次。港口", 1, list, 1) })
    assert.same({ "x", 1, 1, 7, 7, 8, 2, 11, 16, 16, 19, 1204, 1, 2, 19, 22, 22, 25 }, { table.unpack(list, 1, 18) })
    assert.same({ false, 2 }, { table.unpack(list, 19) }) -- 7.5 is no whole number
    list = {}
    assert.same({ 7, 12, true }, { own:items(measures, examples, bounds, "33.5%港口:合计", 1, list, 0, true) })
    assert.same({ 4, 1, 5, 6, 1, 1, 12 }, list)
    assert.same({ 0, 1, true }, { own:items(measures, examples, bounds, "船舶", 1, {}, 0, true) })
    assert.same({ 3 }, { own:items(measures, examples, bounds, "船舶", 1, {}, 0, false) })
    assert.same({ 0, 6, false }, { own:items(measures, examples, bounds, "12次3", 6, {}, 0) })
    list = {}
    assert.same({ 3 }, { own:items(measures, examples, bounds, "灯塔等港口", 1, list, 0) })
    assert.same({ 1, 1, 16 }, list)
    list = {}
    assert.same({ 8 }, { own:items(measures, examples, bounds, "1.灯塔3座,合计", 1, list, 0) })
    assert.same({ 6, 3, 13, 7, 14, 1, 6, 20 }, list)
    for text, value in pairs { ["3艘共"] = 3, ["3艘以内"] = 3, ["3艘以上"] = false } do
      own:items(measures, examples, bounds, text, 1, list, 0)
      assert.are.equal(value, list[6], text)
    end
    own:add("大约", 14)
    own:items(measures, examples, bounds, "大约3艘", 1, list, 0)
    assert.same({ 1, 2, 7, 2, 7, 8, 8, 11, false, 1 }, { table.unpack(list, 1, 10) })
  end)

  it("are told behind numbers", function()
    local measures, text = words_of { "艘", "次" }, "3艘、1,20多次、7 艘、12座、99999999999999999999次"
    assert.same({ 1, 3, 8, 120, 21, 7, 37, false }, measures:counted(text, 1, #text + 1))
    assert.is_nil(measures:counted(text, 2, 8))
    assert.is_nil(measures:counted(text, 1, 4))   -- its word goes beyond
  end)

  it("are added to tokens as lines that are labels, with values between them", function()
    local own, printed, tokens = words_of { "港口", "合计" }, words_of { "港口(个)" }, {}
    own:breaks "("
    local tape = "港口(个)\n12\v合\v计:\n0\n(一)港口\n"
    assert.same({ 39 }, { own:lines(printed, tape, 1, tokens, 1) })
    assert.same({ false, 1, 1, 1, 1, 12, 13, false, 1, 16, 16, 2, 24, 25, false, 1, 27, 32, 1, 38 }, tokens)
    assert.same({ 1, 6, 1, 12 }, { own:lines(printed, "(一)港口2\n", 1, {}, 1) })
    assert.same({ 1, 1, 1, 9 }, { own:lines(printed, "港口  3\n", 1, {}, 1) })
    assert.same({ 2, 2 }, { own:lines(printed, "\n长江\n", 1, {}, 1) })   -- who wants no text is told
    assert.same({ 3 }, { own:lines(printed, "7\n\x1C港口", 1, {}, 1) })
    assert.same({ 2, 2 }, { own:lines(printed, "\n7", 1, {}, 1) })   -- the end of the tape is for the grammar
  end)

  it("are added to tokens with text between them that is neither a value nor a cell that went wrong", function()
    local own, printed, tokens = words_of { "港口" }, words_of {}, {}
    own:values("增江", "年")
    local nine = ("江"):rep(9)
    assert.same({ 73 }, { own:lines(printed, ("\n" .. nine .. "3 港口"):rep(2), 1, tokens, 1, 2) })
    assert.same({ false, 2, 2, 37, false, 2, 38, 73 }, tokens)
    assert.same({ 1, 1 }, { own:lines(printed, nine:sub(4) .. "3\n", 1, {}, 1, 2) })    -- may be another thing
    assert.same({ 1, 1, 1, 7 }, { own:lines(printed, "港口" .. nine .. "\n", 1, {}, 1, 2) })
  end)

  it("have text behind them that begins with no value, or with a number that is none", function()
    local own, printed = words_of { "港口" }, words_of { "港口" }
    own:values("增无", "年月")
    own:breaks "一"
    local function tokens_of(line)
      local tokens = {}
      own:lines(printed, line .. "\n\x1C", 1, tokens, 1, 2)
      return tokens
    end
    for _, text in ipairs { "河", "长河流2条", "河、2", "2020年", "5月1日" } do
      assert.same({ false, 2, 1, #text + 1 }, tokens_of(text))
      assert.same({ false, 2, 1, #text + 7 }, tokens_of("一、" .. text))
    end
    for _, text in ipairs { "约2", "河流2", "约计20", "增2", "无", "2020件", "+2", "O", "、", "港口2" } do
      assert.same({}, tokens_of(text))
    end
    assert.same({ 1 }, tokens_of "2020")
    assert.same({ false, 1, 1, 1, 1, 7 }, tokens_of "港口")
    assert.same({ false, 1, 1, 7, 1, 13 }, tokens_of "一、港口")
  end)

  it("count what they hold and how much was looked at", function()
    local own = words_of(known)
    local memory, work = own.memory, own.work
    own:list(("港口"):rep(100))
    assert.is_true(own.work >= work + 200)
    assert.equal(memory, own.memory)
    assert.is_true(memory > 0)
  end)

  it("raise for wrong use", function()
    assert.error_matches(function() words:add("", 1) end, "items")
    assert.error_matches(function() words:add(("x"):rep(1025), 1) end, "items")
    assert.error_matches(function() words:add("x", 0) end, "numbers begin at 1")
    assert.error_matches(function() words:at("x", 3) end, "not in the text")
    assert.error_matches(function() words:at("x", 0) end, "not in the text")
    assert.error_matches(function() words:at("x", 1, "somehow") end, "invalid option")
    assert.error_matches(function() words:items(words, words, words, "x", 3, {}, 0, 1) end, "not in the text")
    assert.error_matches(function() words:items(words, words, words, "x", 1, nil, 0, 1) end, "table expected")
    assert.error_matches(function() words:items(words, words, nil, "x", 1, {}, 0, 1) end, "govreport.Words")
    assert.error_matches(function() words:counted("x", 1, 3) end, "stop")
    assert.error_matches(function() words:has("x", 0, 1) end, "start")
    assert.error_matches(function() return words.length end, "length")
    local closed = core.words()
    do local _ <close> = closed end
    assert.error_matches(function() closed:list "x" end, "closed")
  end)
end)

-- The same words as patterns of LPeg, which have to agree at every position of texts with all sorts of gaps.
describe("words of the core and patterns of grammar", function()
  local pieces = { "港", "口", "数", "在", "册", "船", "舶", "合", "计", " ", "\v", "\n", "(", ")", "-4-",
                   "\v— 12 —\v", " 3 ", "“", "”", "、", "，", ",", ":", "(gǎng)", "(gang", "(件)", "(单位:件)",
                   "。", "；", "\x1F", "\x1C", "7", "─", "~" }
  local map = {}
  for number, word in ipairs(known) do map[word] = number end
  local patterns = {
    written = grammar.lexicon(map, lpeg.Cc), bare = grammar.inline_labels(map, true),
    inline = grammar.inline_labels(map), line = grammar.labels(map, { ["\0"] = 0 }),
  }
  local state = 11
  local function random(most)
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % most + 1
  end
  local function random_text()
    local list = {}
    for i = 1, 60 do list[i] = random(3) == 1 and known[random(#known)] or pieces[random(#pieces)] end
    return table.concat(list)
  end

  for how, pattern in pairs(patterns) do
    it("agree, " .. how, function()
      local words, hits = words_of(known), 0
      local own = pattern * lpeg.Cp()
      for _ = 1, 150 do
        local text = random_text()
        for at in utf8.codes(text) do
          local expected = { own:match(text, at) }
          assert.same(expected, { words:at(text, at, how) }, ("%q"):format(text:sub(at)))
          hits = hits + #expected
        end
      end
      assert.is_true(hits > 200)
    end)
  end
end)

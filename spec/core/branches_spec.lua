--- core.branches: words as the branches of a trie.

local core = require "govreport.core"

-- The words that some branches stand for, with their ends.
local function words_in(branches, number, before, words)
  local branch = branches[number]
  if branch[1] > 0 then words[before] = branch[1] end
  for i = 2, #branch, 2 do
    local text, behind = before .. branch[i], branch[i + 1]
    if behind > 0 then words[text] = behind else words_in(branches, -behind, text, words) end
  end
  return words
end

local function lists_of(words)
  local list, ends = {}, {}
  for word, number in pairs(words) do list[#list + 1], ends[#ends + 1] = word, number end
  return list, ends
end

describe("branches", function()
  it("part words where these differ, in order of their bytes", function()
    assert.same({{0, "b", 2, "c", 1}, {0, "a", -1, "d", 3}}, core.branches({"d", "ac", "ab"}, {3, 1, 2}))
    assert.same({{1, "数", 2}, {0, "港口", -1}}, core.branches({"港口", "港口数"}, {1, 2}))
  end)

  it("stand once, where words end alike", function()
    local branches = core.branches({"xxa", "xxb", "yya", "yyb"}, {1, 2, 1, 2})
    assert.same({{0, "a", 1, "b", 2}, {0, "xx", -1, "yy", -1}}, branches)
  end)

  it("differ where their ends do", function()
    assert.equal(3, #core.branches({"xa", "xb", "ya", "yb"}, {1, 2, 2, 1}))
    assert.equal(2, #core.branches({"xa", "xb", "ya", "yb"}, {1, 2, 1, 2}))
  end)

  it("stand for the words and for no others", function()
    local seed = 1
    local function random(most)
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed // 65536 % most + 1
    end
    local pieces = {"港", "口", "渡", "a", "ab", "\0", "数", "b"}
    for _ = 1, 200 do
      local words = {}
      for _ = 1, random(40) do
        local word = {}
        for i = 1, random(5) do word[i] = pieces[random(#pieces)] end
        words[table.concat(word)] = random(3)
      end
      local branches = core.branches(lists_of(words))
      assert.same(words, words_in(branches, #branches, "", {}))
      for _, branch in ipairs(branches) do
        for i = 4, #branch, 2 do assert.is_true(branch[i - 2]:byte() < branch[i]:byte()) end
      end
    end
  end)

  it("may be none, or the end of an empty word alone", function()
    assert.same({{0}}, core.branches({}, {}))
    assert.same({{7}}, core.branches({""}, {7}))
  end)

  it("are not inside of each other without end", function()
    local list, ends = {}, {}
    for i = 1, 900 do list[i], ends[i] = ("a"):rep(i), i end
    assert.equal(900, #core.branches(list, ends))
    for i = 901, 1100 do list[i], ends[i] = ("a"):rep(i), i end
    assert.error_matches(function() core.branches(list, ends) end, "limit")
  end)

  it("need a number for each text", function()
    assert.error_matches(function() core.branches({"a"}, {}) end, "expected")
    assert.error_matches(function() core.branches({1}, {1}) end, "expected")
    assert.error_matches(function() core.branches("a") end, "table expected")
  end)
end)

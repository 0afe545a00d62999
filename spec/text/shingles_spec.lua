--- Shingles against sets that are made by hand, and what is made of them.

local core = require "govreport.core"
local generate = require "spec.support.generate"
local similarity = require "govreport.similarity"

-- The runs of five characters of a text of Han characters, as a set.
local function runs_of(text)
  local characters, set, count = {}, {}, 0
  for character in text:gmatch(utf8.charpattern) do characters[#characters + 1] = character end
  for i = 1, math.max(#characters - 4, math.min(#characters, 1)) do
    local run = table.concat(characters, "", i, math.min(i + 4, #characters))
    if not set[run] then
      set[run], count = true, count + 1
    end
  end
  return set, count
end

local function random_text(random, length, letters)
  local list = {}
  for i = 1, length do list[i] = utf8.char(0x4E00 + 13 * random(letters)) end
  return table.concat(list)
end

describe("shingles", function()
  it("are the runs of five characters, each once", function()
    local random = generate.random(3)
    for _ = 1, 400 do
      local letters = 2 + random(6)
      local a, b = random_text(random, random(60) - 1, letters), random_text(random, random(60) - 1, letters)
      local a_set, a_count = runs_of(core.fold(a))
      local b_set, b_count = runs_of(core.fold(b))
      local common = 0
      for run in pairs(a_set) do common = common + (b_set[run] and 1 or 0) end
      local x, y = similarity.shingles(a), similarity.shingles(b)
      assert.equal(a_count, #x)
      assert.equal(b_count, #y)
      assert.equal(common, x:common(y))
      assert.same({2 * common, 2 * (a_count + b_count - common)}, {x:overlap(y)})
    end
  end)

  local same = {
    {"white space and line ends", "全年共收到政府信息公开申请", "全年共 收到\v政府\n信息　公开申请"},
    {"punctuation and brackets", "主动公开文件，共计三类。", "“主动公开”文件（共计：三类）"},
    {"width and case", "政务公众号APP推送Ａ类信息", "政务公众号ａｐｐ推送a类信息"},
    {"traditional characters", "政府信息公开申请办理情况", "政府信息公開申請辦理情況"},
    {"the value of numbers", "全年收到申请47件，占3.5%。", "全年收到申请1,362件，占１２％。"},
  }
  for _, case in ipairs(same) do
    it("do not know " .. case[1], function() assert.equal(1.0, similarity.ratio(case[2], case[3])) end)
  end

  it("know whether there is a number", function()
    assert.is_true(similarity.ratio("全年收到申请47件", "全年收到申请若干件") < 1)
  end)

  it("of a short text are one, of none are none", function()
    assert.equal(1, #similarity.shingles("无"))
    assert.equal(0, #similarity.shingles("——。"))
    assert.equal(0, #similarity.shingles(""))
    assert.same({}, similarity.shingles(""):keys(4))
  end)

  it("refuse what is no UTF-8", function()
    assert.has_error(function() similarity.shingles("\xFF") end)
    assert.has_error(function() similarity.shingles{} end)
  end)

  it("have a digest by which equal sets are told", function()
    local a, b = similarity.shingles("全年共收到申请47件"), similarity.shingles("全年，共收到申请3件")
    assert.equal(a.digest, b.digest)
    assert.not_equal(a.digest, similarity.shingles("全年共收到申请若干件").digest)
  end)
end)

describe("the likeness of two texts", function()
  local a = "完善政府信息公开制度，加强队伍建设"
  it("is 1 for equal ones, 0 for those with nothing in common, and for none", function()
    assert.equal(1.0, similarity.ratio(a, a))
    assert.equal(0.0, similarity.ratio(a, "河湖治理成效明显，水质稳步改善"))
    assert.equal(0.0, similarity.ratio("", ""))
    assert.equal(0.0, similarity.containment("", a))
  end)

  it("is what they share of what either has", function()
    -- 16 characters are 12 runs; with six more in front of them 18.
    assert.equal(12 / 18, similarity.ratio(a, "本年度我机关" .. a))
    assert.equal(1.0, similarity.containment(a, "本年度我机关" .. a))
    assert.equal(12 / 18, similarity.containment("本年度我机关" .. a, a))
  end)

  it("takes shingles in place of texts", function()
    local set = similarity.shingles(a)
    assert.equal(1.0, similarity.ratio(set, a))
    assert.equal(1.0, similarity.containment(a, set))
  end)
end)

describe("what many texts have", function()
  local shared, own = "坚持以习近平新时代中国特色社会主义思想为指导", "重新梳理栏目并改进站内检索功能"

  it("weighs half", function()
    local a, b = similarity.shingles(shared .. own), similarity.shingles(shared)
    local both = a:common(b)
    local frequency = core.frequency(1000)
    for _ = 1, 3 do frequency:add(b) end
    a:weigh(frequency, 3)
    assert.equal(2 * #a, a.weight)
    a:weigh(frequency, 2)
    b:weigh(frequency, 2)
    assert.equal(2 * #a - both, a.weight)
    assert.same({both, 2 * #a - both}, {a:overlap(b)})
    assert.equal(both, a:common(b))
  end)
end)

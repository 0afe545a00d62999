--- The registers of labels: the one that all forms share, and what a form knows of its own.

local core = require "govreport.core"
local grammar = require "govreport.grammar"
local govreport = require "govreport"
local labels = require "govreport.form.labels"
local small_form = require "spec.support.small_form"

local port, port_use = "一、港口", { table = {}, role = "row", row = 1, ordinal = "part1" }

-- A token list as words: the kind of each token, with its text or number.
local function tokens_of(register, text)
  local document, meter = assert(govreport.read_bytes(text)), { steps = 0 }
  local tape = document.tape
  local tokens, signatures = register:tokens(document, tape, meter)
  local names = { [labels.LABEL] = "label", [labels.TEXT] = "text", [labels.PAGE] = "page", [labels.ODD] = "odd",
                  [labels.GRID] = "grid" }
  local list, i = {}, 1
  while i <= #tokens do
    if tokens[i] then
      list[#list + 1] = "value " .. tape:match("^[^%c]*", tokens[i])
      i = i + 1
    else
      local kind = tokens[i + 1]
      if kind == labels.LABEL then
        local printed = grammar.clean(tape:sub(tokens[i + 2], tokens[i + 5] - 1))
        list[#list + 1] = ("label %d %s"):format(tokens[i + 4], printed)
      elseif kind == labels.GRID then
        list[#list + 1] = "grid " .. tokens[i + 2]
      else
        list[#list + 1] = names[kind] .. " " .. tape:sub(tokens[i + 2], tokens[i + 3] - 1)
      end
      i = i + labels.SIZE[kind]
    end
  end
  return list, signatures, meter
end

describe("the register that forms share", function()
  it("gives each wording one number", function()
    local register = labels.register()
    local first = register:number "一、港口"
    assert.equal(1, first)
    assert.equal(2, (register:number "二、码头"))
    assert.equal(first, (register:number "一、港口"))
  end)

  it("takes wordings for the same that differ in ordinal, width, blanks, brackets", function()
    local register = labels.register()
    local number = register:number "（一）客货（不含渔船）港口"
    for _, wording in ipairs { "客货(不含渔船)港口", "二、客货不含渔船港口", "3.客 货 “不含渔船” 港口" } do
      assert.equal(number, (register:number(wording)), wording)
    end
    assert.not_equal(number, (register:number "客货港口"))
  end)

  it("gives two forms the same number for the same label", function()
    local register = labels.register()
    local one, other = labels.new(register), labels.new(register)
    one:add("船闸", { table = {}, role = "header" })
    other:add("航道", { table = {}, role = "header" })
    other:add("船 闸", { table = {}, role = "row" })
    assert.equal(one:find "船闸".number, other:find "船闸".number)
    assert.is_nil(one:find "航道")
    assert.equal(2, register.count)
  end)

  it("gives each label of a form without a register one of its own", function()
    assert.not_equal(labels.new().register, labels.new().register)
  end)
end)

describe("a form's labels", function()
  local function with_spellings()
    local own = labels.new()
    own:spell(port, { variants = { "一、[内河]港口", "一、口岸" }, misprints = { "一、巷口" } })
    own:add(port, port_use)
    own:settle()
    return own
  end

  it("are found by all their wordings, under the official one", function()
    local own = with_spellings()
    for wording, kind in pairs { ["一、港口"] = "official", ["内河港口"] = "variant", ["（口岸）"] = "variant",
                                 ["一、巷口"] = "misprint" } do
      local label = own:find(wording)
      assert.equal(port, label.official, wording)
      assert.equal(kind, label.kind, wording)
      assert.equal(port_use, label.uses[1])
    end
    assert.is_nil(own:find "海港")
    assert.is_nil(own:find "")
  end)

  it("keep the uses of one label in order", function()
    local own, first, second = labels.new(), { role = "row", table = {} }, { role = "header", table = {} }
    own:add("合计", first)
    own:add("合 计", second)
    assert.same({ first, second }, own:find "合计".uses)
  end)

  it("may be added with wordings of one use alone", function()
    local own = labels.new()
    own:spell("概况", { variants = { "综述" } })
    own:add("概况", { section = 0 }, { variants = { "总体情况" } })
    assert.is_truthy(own:find "总体情况")
    assert.is_nil(own:find "综述")
  end)

  it("know what they can only be", function()
    local own, one, other = labels.new(), { id = "one" }, { id = "other" }
    own:add("港口", { role = "row", table = one, row = 1 })
    own:add("合计", { role = "row", table = one, row = 2 })
    own:add("合计", { role = "header", table = one })
    own:add("项目", { role = "header", table = one })
    own:add("项目", { role = "header", table = other })
    own:add("概况", { section = 0 })
    own:settle()
    local label = own:find "港口"
    assert.equal(1, label.row.row)
    assert.equal(one, label.only_table)
    label = own:find "合计"
    assert.is_nil(label.row)
    assert.is_true(label.may_be_row)
    assert.equal(one, label.only_table)
    label = own:find "项目"
    assert.is_falsy(label.may_be_row)
    assert.is_nil(label.only_table)
    assert.equal(0, own:find "概况".section)
    assert.is_nil(label.section)
  end)

  it("that tell a form are numbered", function()
    local own = with_spellings()
    assert.equal(own:find(port).number, own:tell "港口")
  end)

  it("have ordinals that fit more or less", function()
    assert.equal(3, labels.ordinal_fit("point2", "point2"))
    assert.equal(2, labels.ordinal_fit("point2", "detail2"))
    assert.equal(0, labels.ordinal_fit("point2", "detail3"))
    assert.equal(0, labels.ordinal_fit("point2", false))
    assert.equal(0, labels.ordinal_fit("section2", "detail2"))
  end)
end)

describe("the tokens of a tape", function()
  local own = labels.new()
  own:add("一、港口", { role = "row", table = { id = "t" } })
  own:add("在册数", { role = "header", table = { id = "t" } })
  own:add("总体情况", { section = 0 })
  local register = own.register

  local cases = {
    { "are labels, values and text", "港口\n\n5\n\n沿江而建。\n", { "label 1 港口", "value 5", "text 沿江而建。" } },
    { "keep the ordinal of a label", "一、港口\n\n（2）在册数\n", { "label 1 一、港口", "label 2 (2)在册数" } },
    { "take a label on several lines as one", "一、港\n口\n\n在\n\n册\n\n数\n", { "label 1 一、港口", "label 2 在册数" } },
    { "take a label with its value on one line as two", "一、港口 5\n", { "label 1 一、港口", "value 5" } },
    { "are text where a label is but the beginning of a sentence", "港口5年来变化很大。\n", { "text 港口5年来变化很大。" } },
    { "are text where a label is but its end", "内河港口\n", { "text 内河港口" } },
    { "know numbers of pages", "— 3 —\n\n第2页 共8页\n", { "page —3—", "page 第2页共8页" } },
    { "know what may be a cell gone wrong", "1O\n\n约20\n", { "odd 1O", "odd 约20" } },
    { "take words for nothing as values", "无\n\n—\n\n/\n\n不适用\n", { "value 无", "value —", "value /", "value 不适用" } },
    { "take amounts with unit and note as values", "12.5万元\n\n22（其中修订16件）\n", { "value 12.5万元", "value 22(其中修订16件)" } },
    { "are those of a heading too", "  一、总体情况\n\n正文。\n", { "label 3 一、总体情况", "text 正文。" } },
    { "take a table with labels of tables as a whole", small_form.table "港口|5\n|在册数",
      { "grid 1" } },
    { "go into a table with a heading, which lays out the page", small_form.table "总体情况|港口\n|5",
      { "label 3 总体情况", "label 1 港口", "value 5" } },
    { "go into a table without labels", small_form.table "船名|5\n|6", { "text 船名", "value 5", "value 6" } },
    { "go on behind a table", "<p>港口</p>" .. small_form.table "港口|5" .. "<p>在册数</p>" .. small_form.table "港口|6",
      { "label 1 港口", "grid 2", "label 2 在册数", "grid 4" } },
    { "are none of the facts about a page", "<html><head><title>港口</title></head><body></body></html>", {} },
  }
  for _, case in ipairs(cases) do
    it(case[1], function() assert.same(case[3], (tokens_of(register, case[2]))) end)
  end

  it("charge the length of the tape once", function()
    local text = ("港口\n\n5\n\n"):rep(100)
    local _, _, meter = tokens_of(register, text)
    assert.equal(#assert(govreport.read_bytes(text)).tape, meter.steps)
  end)

  it("come with a signature for each table of data", function()
    local _, signatures = tokens_of(register, small_form.table "港口|5" .. small_form.table "船名|5")
    local count = 0
    for block, signature in pairs(signatures) do
      count = count + 1
      assert.equal(1, block)
      assert.equal(2 * labels.slot_size, #core.slots(signature))
    end
    assert.equal(1, count)
  end)

  it("know a label that was added later", function()
    local later = labels.new()
    later:add("港口", { role = "row", table = {} })
    assert.same({ "label 1 港口", "text 船闸" }, (tokens_of(later.register, "港口\n\n船闸\n")))
    later:add("船闸", { role = "row", table = {} })
    assert.same({ "label 1 港口", "label 2 船闸" }, (tokens_of(later.register, "港口\n\n船闸\n")))
  end)

  it("are surveyed: where labels and tables stand", function()
    local source = "<p>港口</p><p>5</p><p>文字</p>" .. small_form.table "港口|5" .. "<p>在册数</p>"
    local document = assert(govreport.read_bytes(source))
    local tokens = register:tokens(document, document.tape, { steps = 0 })
    local found, starts = labels.survey(tokens), {}
    for i, place in ipairs(found.labels) do
      assert.equal(labels.LABEL, tokens[place + 1])
      starts[i] = tokens[place + 2]
    end
    assert.same({ (document.tape:find("港口")), (document.tape:find("在册数")) }, starts)
    assert.equal(labels.GRID, tokens[found.grids[1] + 1])
    assert.equal(1, #found.grids)
    assert.same({ labels = {}, grids = {} }, labels.survey {})
  end)
end)

describe("the nearest label", function()
  local own = labels.new()
  own:add("港口", { section = 0 })
  own:add("客运港口", { role = "row", table = {} })
  own:settle()

  it("may be asked for among some labels only", function()
    assert.equal("客运港口", (own:nearest "客运巷口"))
    assert.equal("客运港口", (own:nearest("客运巷口", labels.OF_TABLES)))
    assert.is_nil((own:nearest("客运巷口", 0)))
    assert.equal("港口", (own:nearest("港口", 0)))
    assert.is_nil((own:nearest("港口", labels.OF_TABLES)))
  end)

  it("is the first one declared where several are as near", function()
    local same = labels.new()
    same:add("东港口", { section = 0 })
    same:add("西港口", { section = 1 })
    assert.equal("东港口", (same:nearest "南港口"))
  end)
end)

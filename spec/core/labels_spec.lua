local core = require "govreport.core"
local forms = require "govreport.form"
local grammar = require "govreport.grammar"

-- ---- every wording that a form declares ----------------------------------------------------------

local function add_path(list, label)
  for _, text in ipairs(type(label) == "table" and label or {label}) do list[#list + 1] = text end
end

local function add_spellings(list, spellings)
  for _, kind in ipairs{"variants", "misprints"} do
    for _, template in ipairs(spellings[kind] or {}) do
      local is_text = type(template) == "string"   -- a pattern is no label of the core
      for _, wording in ipairs(is_text and grammar.expand(template) or {}) do list[#list + 1] = wording end
    end
  end
end

local function wordings_of(form)
  local list = {}
  for _, section in ipairs(form.sections) do
    list[#list + 1] = section.title
    add_spellings(list, section)
  end
  for _, t in ipairs(form.tables) do
    for _, label in ipairs(t.header or {}) do list[#list + 1] = label end
    list[#list + 1] = t.caption
    for _, axis in ipairs{t.rows, t.columns} do
      for _, entry in ipairs(axis) do add_path(list, entry.label) end
    end
    for _, spellings in pairs(t.spellings or {}) do add_spellings(list, spellings) end
  end
  return list
end

local kinds = { "part", "section", "point", "detail" }

-- What `labels:grid` says of each cell.
local function decode(signature)
  local list = {}
  for position = 1, #signature, string.packsize("<I4I4I4I2I2BBB") do
    local s = {}
    s.label, s.row, s.row_span, s.col, s.col_span, s.kind, s.ordinal_kind, s.number =
      ("<I4I4I4I2I2BBB"):unpack(signature, position)
    s.ordinal = s.ordinal_kind > 0 and kinds[s.ordinal_kind] .. s.number
    list[#list + 1] = s
  end
  return list
end

-- The signature of a page with one table.
local function grid(labels, rows, ...)
  local document = assert(core.parse("<table>" .. rows .. "</table>", { format = "html" }))
  local signature = labels:grid(document, 1, ...)
  local slots = core.slots(signature)
  assert.equal(signature, core.pack_slots(slots))
  return slots
end

-- The core and the grammars agree about a label: what its ordinal is, and what of it counts.
local function check(wording, labels)
  local tape, ordinal = grammar.fold(wording), grammar.ordinal_of(wording)
  local rest = tape:sub(#ordinal + 1)
  local skeleton = core.skeleton(tape, true)
  assert.equal(ordinal, tape:sub(1, #ordinal), wording)
  assert.equal(core.skeleton(rest, false), skeleton, wording)
  assert.equal(grammar.skeleton(wording, true), skeleton, wording)
  assert.is_true(#skeleton > 0, wording)
  local pattern = grammar.ordinal^-1 * grammar.inline_labels{ [skeleton] = true } * grammar.gap * grammar.eol
  assert.is_true(pattern:match(tape .. "\n"), wording)
  local slot = decode((grid(labels, "<tr><td>" .. wording .. "<td>0")))[1]
  assert.equal(2, slot.kind, wording)
  assert.equal(grammar.ordinal_class(ordinal), slot.ordinal, wording)
  return slot.label
end

for _, id in ipairs(forms.list()) do
  describe("the labels of " .. id, function()
    local wordings = wordings_of(forms.declared(id))
    local labels, numbers, count = core.labels(), {}, 0
    for _, wording in ipairs(wordings) do
      local skeleton = grammar.skeleton(wording, true)
      if not numbers[skeleton] then
        count = count + 1
        numbers[skeleton] = count
        labels:add(grammar.fold(wording), count)
      end
    end

    it("are many", function()
      local rows = #forms.declared(id).tables[1].rows + #forms.declared(id).tables[1].columns
      assert.is_true(count >= rows and #wordings >= count)
    end)

    it("are to the core what they are to the grammars", function()
      for _, wording in ipairs(wordings) do
        assert.equal(numbers[grammar.skeleton(wording, true)], check(wording, labels), wording)
      end
    end)

    it("are found behind any ordinal", function()
      for _, wording in ipairs(wordings) do
        for _, ordinal in ipairs(grammar.ordinal_of(wording) == "" and { "一、", "（十二）", "12.", "(3)" } or {}) do
          check(ordinal .. wording, labels)
        end
      end
    end)
  end)
end

describe("an ordinal", function()
  local digits = { "一", "二", "三", "四", "五", "六", "七", "八", "九" }

  local function numeral(n)
    local tens, ones = n // 10, n % 10
    return (tens > 1 and digits[tens] or "") .. (tens > 0 and "十" or "") .. (digits[ones] or "")
  end

  it("of any number is to the core what it is to the grammars", function()
    local labels = core.labels()
    labels:add("总计", 1)
    for n = 1, 99 do
      local han = numeral(n)
      for text, class in pairs{
        [han .. "、总计"] = "part", [han .. ".总计"] = "part", ["第" .. han .. "部分 总计"] = "part",
        ["第" .. han .. "部分:总计"] = "part", ["(" .. han .. ")总计"] = "section", ["(" .. han .. ")、总计"] = "section",
        [n .. ".总计"] = "point", [n .. "、总计"] = "point", [n .. ")总计"] = "point", [n .. ", 总计"] = "point",
        ["(" .. n .. ")总计"] = "detail",
      } do
        assert.equal(class .. n, grammar.ordinal_class(grammar.ordinal_of(text)), text)
        assert.equal(1, check(text, labels), text)
      end
    end
  end)

  local none = {
    "1.5倍", "2020年", "123.总计", "一总计", "第一总计", "一是总计", "一二、总计", "1总计", "(123)总计", "(一总计", "1.20205",
    "12日",
  }
  for _, text in ipairs(none) do
    it("is not in front of " .. text, function()
      local tape = grammar.fold(text)
      assert.equal("", grammar.ordinal_of(text))
      assert.equal(core.skeleton(tape, false), core.skeleton(tape, true))
    end)
  end

  it("may stand in front of a year", function()
    assert.equal("1.", grammar.ordinal_of("1.2020年总计"))
    assert.equal("2020年总计", core.skeleton("1.2020年总计", true))
    assert.equal("2020年总计", core.skeleton("1.2020 年总计", true))
  end)
end)

describe("a skeleton", function()
  it("leaves out the characters that the grammars take for gaps", function()
    local gap = grammar.gap * -1
    local function same(first, last)
      for code = first, last do
        local character = utf8.char(code)
        local text = "甲" .. character .. "乙"
        local kept = core.skeleton(text, false) ~= "甲乙"
        assert.equal(not gap:match(character), kept, ("U+%04X"):format(code))
        assert.equal(kept and text or "甲乙", core.skeleton(text, false), ("U+%04X"):format(code))
      end
    end
    same(0, 0xFF)
    same(0x2000, 0x206F)
    same(0x3000, 0x303F)
    same(0xFF00, 0xFFEF)
  end)

  it("leaves out readings in brackets as the grammars do", function()
    local gap = grammar.gap * -1
    for _, text in ipairs{ "(shù)", "(shu)", "(ABC)", "(liàng)", "(1)", "(shu4)", "()", "(shu", "(数)", "(a b)" } do
      local skeleton = core.skeleton("甲" .. text .. "乙", false)
      assert.equal(gap:match(text) ~= nil, skeleton == "甲乙", text)
    end
  end)

  it("raises for what is no text", function()
    assert.error_matches(function() core.skeleton() end, "bad argument #1 .*string expected")
    assert.error_matches(function() core.skeleton({}, true) end, "bad argument #1 .*string expected")
    assert.equal("12", core.skeleton(12, true))
    assert.equal("", core.skeleton(("a"):rep(257), false))
    assert.equal("a\0b", core.skeleton("a\0b", true))
    assert.equal("1\0b", core.skeleton("1\0b", true))
  end)
end)

describe("a register of labels", function()
  local labels

  before_each(function()
    labels = core.labels()
    labels:add("甲行", 41)
    labels:add("(二)乙行", 0xFFFFFFFF)
  end)

  it("signs the cells of a table", function()
    local signature = grid(labels, [[
      <tr><td rowspan=2>　<th colspan=3>甲行<td>其他
      <tr><td>(3)乙行</td><td>甲行（件）</td><td>12</td><td>—</td>
      <tr><td>十二、丙<td></td></tr>]])
    assert.equal(9 * 19, #signature)
    local slots = {}
    for i, slot in ipairs(decode(signature)) do
      slots[i] = { slot.kind, slot.label, slot.row, slot.row_span, slot.col, slot.col_span, slot.ordinal or "" }
    end
    assert.same({
      { 0, 0, 0, 2, 0, 1, "" }, { 2, 41, 0, 1, 1, 3, "" }, { 3, 0, 0, 1, 4, 1, "" },
      { 2, 0xFFFFFFFF, 1, 1, 1, 1, "detail3" }, { 2, 41, 1, 1, 2, 1, "" }, { 1, 0, 1, 1, 3, 1, "" },
      { 1, 0, 1, 1, 4, 1, "" },
      { 3, 0, 2, 1, 0, 1, "part12" }, { 0, 0, 2, 1, 1, 1, "" },
    }, slots)
  end)

  it("signs tables that differ in their numbers alone with the same signature", function()
    local first = grid(labels, "<tr><td>甲行<td>1<tr><td>乙行<td>无")
    assert.equal(first, (grid(labels, "<tr><td>甲 行<td>1,234件</td></tr><tr><td>“乙行”</td><td>0</td></tr>")))
    assert.are_not.equal(first, (grid(labels, "<tr><td>甲行<td>1<tr><td>乙行<td> ")))
    assert.are_not.equal(first, (grid(labels, "<tr><td>甲行<td>1<tr><td>1.乙行<td>无")))
    assert.are_not.equal(first, (grid(labels, "<tr><td>甲行<td>1<tr><td>乙行<td colspan=2>无")))
  end)

  it("signs the largest spans", function()
    local slots = decode((grid(labels, "<tr><td rowspan=65534 colspan=256>甲行" .. ("<tr><td>1"):rep(3))))
    assert.same({}, slots)   -- no column is left for the rows below: the table has dissolved
    slots = decode((grid(labels, "<tr><td rowspan=65534 colspan=255>甲行" .. ("<tr><td>1"):rep(3))))
    assert.same({ 4, 4, 255, 255 }, { #slots, slots[1].row_span, slots[1].col_span, slots[4].col })
  end)

  it("has nothing to sign in paragraphs", function()
    local document = assert(core.parse("甲行\n"))
    assert.equal("", labels:grid(document, 1))
  end)

  it("bears many cells", function()
    local slots = grid(labels, ("<tr>" .. ("<td>甲行"):rep(200)):rep(50))
    assert.equal(10000 * 19, #slots)
  end)

  it("takes few bytes for a cell", function()
    local document = assert(core.parse("<table>" .. ("<tr><td>甲行<td>1<td>2"):rep(50) .. "</table>"))
    assert.is_true(#labels:grid(document, 1) <= 50 * 4)
  end)

  it("takes further arguments for nothing", function()
    assert.equal(2 * 19, #grid(labels, "<tr><td>甲行<td>1", "x", 2, nil, true))
  end)

  local document = assert(core.parse("甲行\n"))
  local closed = assert(core.parse("甲行\n"))
  closed:close()
  local misuse = {
    ["a grid without a document"] = { function() labels:grid() end, "#1 .*govreport%.Document expected" },
    ["a grid of a text"] = { function() labels:grid("甲行", 1) end, "#1 .*govreport%.Document expected" },
    ["a grid of a closed document"] = { function() labels:grid(closed, 1) end, "govreport%.Document is closed" },
    ["a grid without a block"] = { function() labels:grid(document) end, "#2 .*number expected" },
    ["a grid of block 0"] = { function() labels:grid(document, 0) end, "#2 .*no such block" },
    ["a grid of block -1"] = { function() labels:grid(document, -1) end, "#2 .*no such block" },
    ["a grid of a block too far"] = { function() labels:grid(document, 2) end, "#2 .*no such block" },
    ["a grid of the largest block"] = { function() labels:grid(document, math.maxinteger) end, "#2 .*no such block" },
    ["a grid of the smallest block"] = { function() labels:grid(document, math.mininteger) end, "#2 .*no such block" },
    ["a grid of half a block"] = { function() labels:grid(document, 1.5) end, "#2 .*integer representation" },
    ["an addition of nothing"] = { function() labels:add() end, "#1 .*string expected" },
    ["an addition of a table"] = { function() labels:add({}, 1) end, "#1 .*string expected" },
    ["an addition without a number"] = { function() labels:add("丙") end, "#2 .*number expected" },
    ["the number 0"] = { function() labels:add("丙", 0) end, "#2 .*numbers begin at 1" },
    ["the number -1"] = { function() labels:add("丙", -1) end, "#2 .*numbers begin at 1" },
    ["a number that is too large"] = { function() labels:add("丙", 1 << 32) end, "#2 .*numbers begin at 1" },
    ["a text without skeleton"] = { function() labels:add("(、)", 1) end, "limit%.items" },
    ["a text that is too long"] = { function() labels:add(("a"):rep(300), 1) end, "limit%.items" },
    ["slots of nothing"] = { function() core.slots() end, "#1 .*string expected" },
    ["slots of a signature that ends in a label"] = { function() core.slots("\4") end, "#1 .*no signature" },
    ["slots of a number without an end"] = { function() core.slots("\4" .. ("\xFF"):rep(20)) end, "#1 .*no signature" },
    ["slots of an unknown ordinal"] = { function() core.slots("\x08\x09\1") end, "#1 .*no signature" },
    ["the signature of half a slot"] = { function() core.pack_slots(("x"):rep(18)) end, "#1 .*no slots" },
    ["the signature of an unknown kind"] = { function() core.pack_slots(("\9"):rep(19)) end, "#1 .*no slots" },
    ["another name"] = { function() return labels.ad end, "govreport%.Labels has no field 'ad'" },
    ["another object"] = { function() labels.add(document, "丙", 1) end, "govreport%.Labels expected" },
    ["a write"] = { function() labels.add = 1 end, "read%-only" },
  }
  for name, case in pairs(misuse) do
    it("raises for " .. name, function()
      assert.error_matches(case[1], case[2])
    end)
  end

  it("is not used after the end of its block", function()
    local kept
    do
      local own <close> = core.labels()
      kept = own
    end
    assert.error_matches(function() kept:add("丙", 1) end, "govreport%.Labels is closed")
    assert.error_matches(function() kept:grid(document, 1) end, "govreport%.Labels is closed")
    assert.equal("govreport.Labels", tostring(kept))
  end)
end)

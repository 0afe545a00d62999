local core = require "govreport.core"
local govreport = require "govreport"

local html = { format = "html" }

-- A page with a table of eight cells, and what it lacks to be a report.
local page = "<title>甲</title><p>第1页</p><div id=x><table>"
          .. "<tr><td>1.项<td>一<td>二<td>三</tr><tr><td>2.项<td>12<td>３件<td>—</tr></table><p>9</p></div><p>88"
local TABLE = 3   -- its block

local function schema()
  local axis = { { id = "a", label = "一" }, { id = "b", label = "二" } }
  local tables = { { id = "t", rows = axis, columns = axis }, { id = "u", rows = axis, columns = { axis[1] } } }
  return core.schema{ form = "form", sections = { "s" }, fields = { "f" }, tables = tables }
end

local document, builder

before_each(function()
  document = assert(core.parse(page, html))
  builder = core.builder(document, schema())
end)

local function find(word)
  local start, stop = document.tape:find(word, 1, true)
  return start, stop + 1
end

local function ledger(report)
  local list = {}
  for i, entry in ipairs(report.ledger) do list[i] = entry.raw .. " " .. (entry.reason or entry.status) end
  return list
end

local function refuses(cases)
  for name, case in pairs(cases) do
    it("raises for " .. name, function()
      assert.error_matches(function() case[1](builder) end, case[2])
    end)
  end
end

-- Cells of a table for builder:grid: for each slot the cell that it fills, and whether that is inferred.
local function filled(slots, targets, inferred)
  local list = {}
  for i, slot in ipairs(slots) do list[i] = ("<I4I4B"):pack(slot, targets[i], inferred and inferred[i] and 1 or 0) end
  return table.concat(list)
end

local function slots_of(list)
  for i, slot in ipairs(list) do list[i] = ("<I4"):pack(slot) end
  return table.concat(list)
end

local huge, least = math.maxinteger, math.mininteger

describe("builder:grid", function()
  it("binds cells of a table", function()
    builder:grid(TABLE, filled({ 6, 7, 8 }, { 2, 0, 1 }))
    local report = builder:seal()
    assert.equal(12, report:cell(2).value)
    assert.equal(3, report:cell(0).value)
    assert.equal("件", report:cell(0).unit)
    assert.equal("３件", report:cell(0).raw)
    assert.equal("dash", report:cell(1).state)
    assert.equal("absent", report:cell(3).state)
    assert.is_false(report:cell(2).inferred)
  end)

  it("says of each that it is inferred", function()
    builder:grid(TABLE, filled({ 6, 7 }, { 0, 1 }, { true, true }))
    builder:grid(TABLE, filled({ 6, 7, 8 }, { 2, 3, 4 }, { true, false, false }))
    local report, inferred = builder:seal(), {}
    for i = 0, 4 do inferred[#inferred + 1] = report:cell(i).inferred end
    assert.same({ true, true, true, false, false }, inferred)
  end)

  it("keeps the first text of a cell", function()
    builder:grid(TABLE, filled({ 6, 7 }, { 0, 0 }))
    assert.equal(12, builder:seal():cell(0).value)
  end)

  it("binds nothing for empty lists", function()
    builder:grid(TABLE, "")
    builder:grid(1, "")   -- a block that is no table
    assert.equal("absent", builder:seal():cell(0).state)
  end)

  it("takes further arguments for nothing", function()
    builder:grid(TABLE, filled({ 6 }, { 0 }, { true }), "x", {}, 3)
    assert.is_true(builder:seal():cell(0).inferred)
  end)

  local one = filled({ 6 }, { 0 })

  refuses{
    ["no block"] = { function(b) b:grid() end, "#1 .*number expected" },
    ["block 0"] = { function(b) b:grid(0, one) end, "#1 .*no such block" },
    ["block -1"] = { function(b) b:grid(-1, one) end, "#1 .*no such block" },
    ["a block too far"] = { function(b) b:grid(6, one) end, "#1 .*no such block" },
    ["the largest block"] = { function(b) b:grid(huge, one) end, "#1 .*no such block" },
    ["the smallest block"] = { function(b) b:grid(least, one) end, "#1 .*no such block" },
    ["no cells"] = { function(b) b:grid(TABLE) end, "#2 .*string expected" },
    ["cells in a list"] = { function(b) b:grid(TABLE, { 6 }) end, "#2 .*string expected" },
    ["half a cell"] = { function(b) b:grid(TABLE, one .. one:sub(1, 8)) end, "#2 .*not packed entries" },
    ["slot 0"] = { function(b) b:grid(TABLE, filled({ 0 }, { 0 })) end, "#2 .*no such cell of the table" },
    ["a slot too far"] = { function(b) b:grid(TABLE, filled({ 9 }, { 0 })) end, "#2 .*no such cell of the table" },
    ["the largest slot"] = { function(b) b:grid(TABLE, filled({ 2^32 - 1 }, { 0 })) end, "#2 .*no such cell of the" },
    ["a slot of a paragraph"] = { function(b) b:grid(2, filled({ 1 }, { 0 })) end, "#2 .*no such cell of the table" },
    ["a target too far"] = { function(b) b:grid(TABLE, filled({ 6 }, { 6 })) end, "#2 .*no such cell" },
    ["the largest target"] = { function(b) b:grid(TABLE, filled({ 6 }, { 2^32 - 1 })) end, "#2 .*no such cell" },
    ["another object"] = { function(b) b.grid(document, TABLE, one) end, "govreport%.Builder expected" },
  }
end)

describe("builder:cells", function()
  it("binds cells that run on, and listed ones", function()
    builder:cells(1, { (find("12")), (find("3件")) }, false)
    builder:cells({ 4, 0 }, { (find("9")), (find("88")) }, { false, true })
    local report = builder:seal()
    assert.equal(12, report:cell(1).value)
    assert.equal(9, report:cell(4).value)
    assert.equal("unreadable", report:cell(0).state)   -- 88 may be cut
  end)

  refuses{
    ["no cell"] = { function(b) b:cells() end, "#1 .*number expected" },
    ["no starts"] = { function(b) b:cells(0) end, "#2 .*table expected" },
    ["cell -1"] = { function(b) b:cells(-1, { 1 }) end, "#1 .*no such cell" },
    ["a cell too far"] = { function(b) b:cells(6, { 1 }) end, "#1 .*no such cell" },
    ["cells that run out of the form"] = { function(b) b:cells(5, { 1, 1 }) end, "#1 .*no such cell" },
    ["the largest cell"] = { function(b) b:cells(huge, { 1, 1 }) end, "#1 .*no such cell" },
    ["the smallest cell"] = { function(b) b:cells(least, { 1, 1 }) end, "#1 .*no such cell" },
    ["a listed cell too far"] = { function(b) b:cells({ 0, huge }, { 1, 1 }) end, "#1 .*no such cell" },
    ["a listed cell that is no number"] = { function(b) b:cells({ "x" }, { 1 }) end, "#1 .*no such cell" },
    ["a start without a cell"] = { function(b) b:cells({}, { 1 }) end, "#1 .*no such cell" },
    ["position 0"] = { function(b) b:cells(0, { 0 }) end, "#2 .*outside of the tape" },
    ["a position behind the tape"] = { function(b) b:cells(0, { #document.tape + 1 }) end, "#2 .*outside of the tape" },
    ["the largest position"] = { function(b) b:cells(0, { huge }) end, "#2 .*outside of the tape" },
    ["a position that is no number"] = { function(b) b:cells(0, { {} }) end, "#2 .*outside of the tape" },
  }
end)

describe("builder:labels", function()
  it("takes the digits in cells for list numbers", function()
    builder:labels(TABLE, slots_of{ 1, 5 })
    builder:labels(TABLE, "")
    assert.same({ "1 unaccounted", "1 list_number", "2 list_number", "12 unaccounted", "３ unaccounted", "9 unaccounted",
                  "88 unaccounted" }, ledger(builder:seal()))
  end)

  refuses{
    ["no block"] = { function(b) b:labels() end, "#1 .*number expected" },
    ["block 0"] = { function(b) b:labels(0, slots_of{ 1 }) end, "#1 .*no such block" },
    ["the largest block"] = { function(b) b:labels(huge, slots_of{ 1 }) end, "#1 .*no such block" },
    ["no slots"] = { function(b) b:labels(TABLE) end, "#2 .*string expected" },
    ["slot 0"] = { function(b) b:labels(TABLE, slots_of{ 1, 0 }) end, "#2 .*no such cell of the table" },
    ["half a slot"] = { function(b) b:labels(TABLE, slots_of{ 1 }:sub(1, 3)) end, "#2 .*not packed entries" },
    ["a slot too far"] = { function(b) b:labels(TABLE, slots_of{ 9 }) end, "#2 .*no such cell of the table" },
    ["a slot of a fact"] = { function(b) b:labels(1, slots_of{ 1 }) end, "#2 .*no such cell of the table" },
  }
end)

-- Tokens as the recogniser has them: a number of a page (3), a label behind its ordinal (1), two values, a label, a
-- text (2).
local function tokens_of_page()
  local page_start, page_stop = find("第1页")
  local start, stop = find("1.项")
  local bare, bare_stop = find("2.项")
  return { false, 3, page_start, page_stop, false, 1, start, start + 2, 7, stop, (find("12")), (find("3件")),
           false, 1, bare, bare, 8, bare_stop, false, 2, bare, bare_stop }
end

describe("builder:plain", function()
  it("tells apart what labels and values do", function()
    local label, values = ("<c1I4I4s4"):pack("L", 7, #"项", "1."), ("<c1I4"):pack("V", 2)
    assert.equal("P" .. label .. values .. ("<c1I4I4s4"):pack("L", 8, #"2.项", ""),
      builder:plain(tokens_of_page(), 1, 19, 1, 3))
    assert.equal(label, builder:plain(tokens_of_page(), 5, 11, 1, 3))
    assert.equal("", builder:plain(tokens_of_page(), 11, 11, 1, 3))
  end)

  it("knows no other tokens", function()
    assert.is_nil(builder:plain(tokens_of_page(), 1, 23, 1, 3))
    assert.is_nil(builder:plain({ false, 0 }, 1, 3, 1, 3))
  end)

  refuses{
    ["no tokens"] = { function(b) b:plain() end, "#1 .*table expected" },
    ["no first token"] = { function(b) b:plain({}) end, "#2 .*number expected" },
    ["no last token"] = { function(b) b:plain({}, 1) end, "#3 .*number expected" },
    ["token 0"] = { function(b) b:plain({}, 0, 1, 1, 3) end, "#2 .*no such token" },
    ["a token too far"] = { function(b) b:plain({ 1 }, 1, 3, 1, 3) end, "#3 .*no such token" },
    ["the largest token"] = { function(b) b:plain({ 1 }, 1, huge, 1, 3) end, "#3 .*no such token" },
    ["half a label"] = { function(b) b:plain({ false, 1, 1, 2 }, 1, 5, 1, 3) end, "#1 .*outside of the tape" },
    ["an ordinal that runs back"] = {
      function(b) b:plain({ false, 1, 3, 2, 7, 4 }, 1, 7, 1, 3) end, "#1 .*before it begins" },
    ["a label behind the tape"] = { function(b) b:plain({ false, 1, 1, 2, 7, huge }, 1, 7, 1, 3) end, "of the tape" },
  }
end)

-- Cells for builder:run: how far behind the first token the value of each stands, the cell, and whether it is inferred.
local function run_of(...) return ("<" .. ("I4I4B"):rep(select("#", ...) // 3)):pack(...) end

describe("builder:run", function()
  it("binds the cells of values in a list of tokens", function()
    builder:run(tokens_of_page(), 5, run_of(6, 4, 0, 7, 1, 1))
    local report = builder:seal()
    assert.same({ 12, 3 }, { report:cell(4).value, report:cell(1).value })
    assert.same({ false, true }, { report:cell(4).inferred, report:cell(1).inferred })
  end)

  refuses{
    ["no tokens"] = { function(b) b:run() end, "#1 .*table expected" },
    ["no first token"] = { function(b) b:run({}) end, "#2 .*number expected" },
    ["no cells"] = { function(b) b:run({}, 1) end, "#3 .*string expected" },
    ["half a cell"] = { function(b) b:run({ 1 }, 1, "12345678") end, "#3 .*not packed entries" },
    ["a token too far"] = { function(b) b:run({ 1 }, 2, run_of(0, 0, 0)) end, "#1 .*outside of the tape" },
    ["the largest token"] = { function(b) b:run({ 1 }, huge, run_of(1, 0, 0)) end, "#1 .*outside of the tape" },
    ["a token that is no position"] = { function(b) b:run({ false }, 1, run_of(0, 0, 0)) end, "outside of the tape" },
    ["a position behind the tape"] = {
      function(b) b:run({ #document.tape + 1 }, 1, run_of(0, 0, 0)) end, "#1 .*outside of the tape" },
    ["a cell too far"] = { function(b) b:run({ 1 }, 1, run_of(0, 6, 0)) end, "#3 .*no such cell" },
    ["the largest cell"] = { function(b) b:run({ 1 }, 1, run_of(0, 2^32 - 1, 0)) end, "#3 .*no such cell" },
  }
end)

describe("builder:pass", function()
  local first_page = ("<I4I4"):pack(2, 3)

  it("takes the numbers in ranges of a list of tokens for none of cells", function()
    builder:pass(tokens_of_page(), 1, first_page, "page_number")
    builder:pass(tokens_of_page(), 5, ("<I4I4I4I4"):pack(2, 3, 3, 5), "list_number")
    assert.same({ "1 page_number", "1 list_number", "2 unaccounted" },
      table.move(ledger(builder:seal()), 1, 3, 1, {}))
  end)

  refuses{
    ["no tokens"] = { function(b) b:pass() end, "#1 .*table expected" },
    ["half a range"] = { function(b) b:pass({ 1 }, 1, first_page:sub(1, 7), "name") end, "#3 .*not packed" },
    ["no reason"] = { function(b) b:pass({ 1, 2 }, 1, first_page) end, "#4 .*string expected" },
    ["a token too far"] = { function(b) b:pass({ 1, 2 }, 1, first_page, "name") end, "#1 .*outside of the tape" },
    ["a range that runs back"] = { function(b) b:pass({ 3, 2 }, -1, first_page, "name") end, "#1 .*before it begins" },
  }
end)

describe("builder:unit", function()
  it("gives a number without a unit one", function()
    builder:grid(TABLE, filled({ 6, 7, 8 }, { 0, 1, 2 }))
    for cell = 0, 3 do builder:unit(cell, find("项")) end
    local report = builder:seal()
    assert.equal("项", report:cell(0).unit)
    assert.equal("件", report:cell(1).unit)
    assert.is_nil(report:cell(2).unit)
    assert.is_nil(report:cell(3).unit)
    assert.equal("12", report:cell(0).raw)
  end)

  refuses{
    ["no cell"] = { function(b) b:unit() end, "#1 .*number expected" },
    ["cell -1"] = { function(b) b:unit(-1, 1, 2) end, "#1 .*no such cell" },
    ["a cell too far"] = { function(b) b:unit(6, 1, 2) end, "#1 .*no such cell" },
    ["the largest cell"] = { function(b) b:unit(huge, 1, 2) end, "#1 .*no such cell" },
    ["half a cell"] = { function(b) b:unit(0.5, 1, 2) end, "#1 .*integer representation" },
    ["no range"] = { function(b) b:unit(0) end, "'start' to 'unit': an integer is expected" },
    ["half a range"] = { function(b) b:unit(0, 1) end, "'stop' to 'unit': an integer is expected" },
    ["position 0"] = { function(b) b:unit(0, 0, 1) end, "'start' .*outside of the tape" },
    ["a range behind the tape"] = { function(b) b:unit(0, 1, #document.tape + 2) end, "'stop' .*outside of the tape" },
    ["a range that runs back"] = { function(b) b:unit(0, 3, 2) end, "'stop' .*outside of the tape" },
    ["the largest range"] = { function(b) b:unit(0, huge, huge) end, "'start' .*outside of the tape" },
    ["the smallest range"] = { function(b) b:unit(0, least, huge) end, "'start' .*outside of the tape" },
  }
end)

describe("builder:bound", function()
  it("tells where the text of a cell stands, and nothing of a free one", function()
    assert.is_nil(builder:bound(0))
    builder:grid(TABLE, filled({ 6, 7 }, { 0, 1 }))
    assert.same({ find("12") }, { builder:bound(0) })
    assert.same({ find("3件") }, { builder:bound(1) })
    assert.is_nil(builder:bound(2))
  end)

  it("tells where a cell stands that could not be read", function()
    builder:unreadable(2, 1, 3)
    assert.same({ 1, 3 }, { builder:bound(2) })
  end)

  refuses{
    ["no cell"] = { function(b) b:bound() end, "#1 .*number expected" },
    ["cell -1"] = { function(b) b:bound(-1) end, "#1 .*no such cell" },
    ["a cell too far"] = { function(b) b:bound(6) end, "#1 .*no such cell" },
    ["the largest cell"] = { function(b) b:bound(huge) end, "#1 .*no such cell" },
  }
end)

describe("a builder", function()
  it("is made of a document and a schema", function()
    assert.error_matches(function() core.builder() end, "#1 .*govreport%.Document expected")
    assert.error_matches(function() core.builder(document) end, "#2 .*govreport%.Schema expected")
    assert.error_matches(function() core.builder(document, document) end, "#2 .*govreport%.Schema expected")
    assert.error_matches(function() core.builder(schema(), schema()) end, "#1 .*govreport%.Document expected")
    local closed = assert(core.parse(page, html))
    closed:close()
    assert.error_matches(function() core.builder(closed, schema()) end, "govreport%.Document is closed")
  end)

  it("is closed once it is a report, or at the end of its block", function()
    builder:seal()
    local kept
    do
      local own <close> = core.builder(document, schema())
      kept = own
    end
    for _, closed in ipairs{ builder, kept } do
      for _, use in ipairs{
        function() closed:grid(TABLE, filled({ 6 }, { 0 })) end, function() closed:labels(TABLE, slots_of{ 1 }) end,
        function() closed:unit(0, 1, 2) end, function() closed:cells(0, { 1 }) end, function() closed:seal() end,
        function() closed:unreadable(0, 1, 2) end, function() closed:bound(0) end, function() closed:charge(1) end,
      } do
        assert.error_matches(use, "govreport%.Builder is closed")
      end
    end
  end)

  it("keeps its document open", function()
    assert.error_matches(function() document:close() end, "in use by a report")
    do
      local own <close> = builder
      assert.equal("govreport.Builder", tostring(own))
    end
    document:close()
  end)
end)

describe("a schema with rows in place of a row", function()
  local function split(...)
    local rows = {}
    for i, parts in ipairs{ ... } do rows[i] = { id = "r" .. i, label = "行", parts = parts ~= 0 and parts or nil } end
    local columns = { { id = "c", label = "列" } }
    local tables = { { id = "t", rows = rows, columns = columns } }
    return core.schema{ form = "form", sections = {}, fields = {}, tables = tables }
  end

  it("bears as many as there are", function()
    split(2, 0, 0)
    split(0, 1, 0)
  end)

  it("raises for more of them, and for what is no number", function()
    assert.error_matches(function() split(3, 0, 0) end, "limit%.items")
    assert.error_matches(function() split(0, 0, 1) end, "limit%.items")
    assert.error_matches(function() split(huge, 0, 0) end, "limit%.items")
    assert.error_matches(function() split(-1, 0, 0) end, "'parts' must be a number of rows")
    assert.error_matches(function() split(least, 0) end, "'parts' must be a number of rows")
    assert.error_matches(function() split(0.5, 0) end, "integer representation")
    assert.error_matches(function() split({}, 0) end, "number expected")
  end)

  it("counts those that are there", function()
    local source = assert(core.parse("1\n2\n3\n"))
    local own = core.builder(source, split(2, 0, 0))
    own:cells(1, { 1, 3 })
    local odd = {}
    for i, cell in ipairs(own:seal():odd_cells()) do odd[i] = cell.number end
    assert.same({}, odd)
  end)
end)

describe("the tables of a document", function()
  it("are in its outline, with the facts about the page", function()
    local start = find("1.项")
    assert.same({ "meta", 1, 2, (find("\n")), "table", TABLE, start, (find("\x1D")) }, document:outline())
    assert.same({}, assert(core.parse("甲\n")):outline())
    assert.same(document:outline(), document:outline(1, {}, "x"))
  end)

  it("have cells", function()
    for slot, text in ipairs{ "1.项", "一", "二", "三", "2.项", "12", "3件", "—" } do
      local start, stop = document:cell(TABLE, slot)
      assert.equal(text, document.tape:sub(start, stop - 1))
    end
  end)

  it("have no other cells", function()
    assert.error_matches(function() document:cell() end, "'block' to 'cell': an integer is expected")
    assert.error_matches(function() document:cell(TABLE) end, "'cell' to 'cell': an integer is expected")
    for _, block in ipairs{ 0, -1, 6, huge, least } do
      assert.error_matches(function() document:cell(block, 1) end, "'block' .*there is no block %-?%d+, of 5")
    end
    for _, slot in ipairs{ 0, -1, 9, huge, least } do
      assert.error_matches(function() document:cell(TABLE, slot) end, "'cell' .*there is no cell %-?%d+, of %d")
    end
    assert.error_matches(function() document:cell(2, 1) end, "'cell' .*there is no cell %-?%d+, of %d")
    assert.error_matches(function() document:cell(TABLE, 1.5) end, "'cell' .*an integer is expected, got 1%.5")
    assert.error_matches(function() document:cell({}, 1) end, "'block' to 'cell': an integer is expected")
  end)

  it("are blocks with rows, columns and spans", function()
    local own = assert(core.parse("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>", html))
    local block = own:blocks()()
    assert.same({ "table", 2, 3 }, { block.kind, block.rows, block.columns })
    local spans = {}
    for i, cell in ipairs(block.cells) do
      spans[i] = { cell.text, cell.row, cell.col, cell.row_span, cell.col_span }
    end
    assert.same({ { "甲", 1, 1, 2, 1 }, { "乙", 1, 2, 1, 2 }, { "1", 2, 2, 1, 1 }, { "2", 2, 3, 1, 1 } }, spans)
  end)
end)

describe("document:division", function()
  it("is the smallest one around a range", function()
    local start, stop = document:division(find("12"))
    assert.same({ (find("\x1C1.")), select(2, find("9\n")) }, { start, stop })
    assert.same({ 1, #document.tape + 1 }, { document:division((find("12")), select(2, find("88"))) })
    assert.same({ 1, #document.tape + 1 }, { document:division(1, 1) })
    assert.same({ 1, #document.tape + 1 }, { document:division(#document.tape + 1, #document.tape + 1) })
  end)

  it("raises for what is no range", function()
    assert.error_matches(function() document:division() end, "'start' .*an integer is expected")
    assert.error_matches(function() document:division(1) end, "'stop' .*an integer is expected")
    assert.error_matches(function() document:division(0, 1) end, "'start' .*outside of the tape")
    assert.error_matches(function() document:division(3, 2) end, "'stop' .*outside of the tape")
    assert.error_matches(function() document:division(1, #document.tape + 2) end, "'stop' .*outside of the tape")
    assert.error_matches(function() document:division(huge, huge) end, "'start' .*outside of the tape")
    assert.error_matches(function() document:division(least, least) end, "'start' .*outside of the tape")
    assert.error_matches(function() document:division("x", "y") end, "'start' .*an integer is expected")
  end)
end)

describe("the format of a document", function()
  it("is found out or told", function()
    assert.equal("html", document.format)
    assert.equal("html", assert(core.parse(page)).format)
    assert.equal("html", assert(core.parse(page, { format = "auto" })).format)
    local text = assert(core.parse(page, { format = "text" }))
    assert.equal("text", text.format)
    assert.equal("甲", text.tape:match("^[^\n]*"))   -- as Markdown, whose tags are none of its text
    assert.equal("text", assert(core.parse("甲\n\n乙\n")).format)
    local told = assert(core.parse("1 \n\n2\n", html))
    assert.equal("html", told.format)
    assert.equal("1 2\n", told.tape)
  end)

  it("is an option of all that read", function()
    assert.equal("text", assert(govreport.read_bytes(page, { format = "text" })).format)
    assert.equal("html", assert(govreport.read_bytes("甲\n", html)).format)
  end)

  it("is one of three", function()
    for _, format in ipairs{ "pdf", "", "HTML" } do
      assert.error_matches(function() core.parse(page, { format = format }) end, "#2 .*'format' must be")
    end
    for _, format in ipairs{ 1, true, {} } do
      assert.error_matches(function() core.parse(page, { format = format }) end, "#2 .*'format' must be a string")
    end
    assert.error_matches(function() govreport.read_bytes(page, { format = 1 }) end, "'format' must be string")
  end)

  it("is none of a page without text", function()
    assert.equal("input.empty", select(2, core.parse("<table></table>", html)))
    assert.equal("input.empty", select(2, core.parse("<p> </p>")))
  end)

  it("is checked like the other options", function()
    for _, value in ipairs{ -1, least, 1.5, {}, "x" } do
      assert.error_matches(function() core.parse(page, { max_input = value }) end, "#2 .*'max_input' must be")
      assert.error_matches(function() core.parse(page, { max_memory = value }) end, "#2 .*'max_memory' must be")
    end
    assert.error_matches(function() core.parse(page, { encoding = 8 }) end, "#2 .*'encoding' must be a string")
    assert.error_matches(function() core.parse(page, "html") end, "#2 .*table expected")
    assert.is_truthy(core.parse(page, { max_input = huge, max_memory = huge }))
  end)

  it("is not told by a closed document", function()
    local closed = assert(core.parse(page))
    closed:close()
    for _, use in ipairs{
      function() return closed.format end, function() closed:outline() end, function() closed:cell(TABLE, 1) end,
      function() closed:division(1, 1) end,
    } do
      assert.error_matches(use, "govreport%.Document is closed")
    end
  end)
end)

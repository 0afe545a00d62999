--- Tables that a pattern of their own reads: what is bound, what is left and told, what a trace says of it.

local form = require "govreport.form.form"
local grammar = require "govreport.grammar"
local labels = require "govreport.form.labels"
local lpeg = require "lpeg"
local small_form = require "spec.support.small_form"

local P, fill = lpeg.P, grammar.fill

-- The small form, in which tables have patterns, by id; `anywhere`: and belong to no part.
local function with(patterns)
  local declared = {}
  for key, value in pairs(small_form.declared) do declared[key] = value end
  declared.tables = {}
  for i, t in ipairs(small_form.declared.tables) do
    local own = {}
    for key, value in pairs(t) do own[key] = value end
    own.grammar = patterns[t.id]
    if patterns.anywhere then own.section = nil end
    declared.tables[i] = own
  end
  local register = labels.register()
  return form.compile(form.validate(declared, "small"), register), register
end

local function read(patterns, text) return small_form.read(text, with(patterns)) end

local function unaccounted(report)
  local list = {}
  for i, entry in ipairs(report:unaccounted()) do list[i] = entry.raw end
  return list
end

-- 渡口有码头12座、停用3座、新增1座。
local docks = P"码头" * fill("piers", "listed", grammar.number) * "座"
              * (P"、停用" * fill("piers", "closed", grammar.number) * "座")^-1
              * (P"、新增" * fill("piers", "new", grammar.number) * "座")^-1
local head = "一、客流情况\n\n平稳。\n\n二、设施情况\n\n"
local own_table = "表一\n\n| 项目 | 在册数 | 停用数 | 新增数 |\n|---|---|---|---|\n| 码头 | 12 | 3 | 1 |\n"

-- 码头 12 3 1 趸船 4 0 2
local function running(label, row)
  local any = grammar.between^-1
  return label * any * fill(row, "listed") * any * fill(row, "closed") * any * fill(row, "new")
end

-- Name, patterns, text; by table the cells, deviations, numbers left.
local cases = {
  {"a sentence", {docks = docks}, head .. "全年有码头12座、停用3座、新增1座。\n",
   {docks = {"12 3 1", ". . ."}}, {}, {}},
  {"a sentence that states only some", {docks = docks}, head .. "全年有码头12座、停用3座。\n",
   {docks = {"12 3 .", ". . ."}}, {}, {}},
  {"a running line", {docks = running("码头", "piers") + running("趸船", "pontoons")},
   head .. "设施：码头 12 3 1 趸船 4 0 2\n", {docks = {"12 3 1", "4 0 2"}}, {}, {}},
  {"a running line with words between", {docks = running("码头", "piers") + running("趸船", "pontoons")},
   head .. "本年设施码头12 3 1，另有趸船4 0 2。\n", {docks = {"12 3 1", "4 0 2"}}, {}, {}},
  {"a table of no part, wherever it stands", {docks = docks, anywhere = true}, "一、客流情况\n\n有码头12座。\n",
   {docks = {"12 . .", ". . ."}}, {}, {}},
  {"a sentence of another part not", {docks = docks}, "一、客流情况\n\n有码头12座。\n\n二、设施情况\n\n无。\n",
   {docks = {". . .", ". . ."}}, {}, {}},
  {"sentences of two parts, each for its table",
   {docks = docks, mishaps = P"搁浅结案" * fill("aground", "closed") + P"夜间未结" * fill("night", "open")},
   head .. "码头12座。\n\n三、安全情况\n\n搁浅结案5件，夜间未结2件；码头9座。\n",
   {docks = {"12 . .", ". . ."}, mishaps = {"5 . .", ". . .", ". 2 ."}}, {}, {}},
  {"nothing where the pattern does not match", {docks = docks}, head .. "全年有趸船4座。\n",
   {docks = {". . .", ". . ."}}, {}, {}},
  {"nothing where the part is not there", {docks = docks}, "一、客流情况\n\n有码头12座。\n",
   {docks = {". . .", ". . ."}}, {}, {}},
  {"a sentence that agrees with the table", {docks = docks}, head .. own_table .. "\n全年有码头12座、停用3座。\n",
   {docks = {"12 3 1", ". . ."}}, {}, {}},
  {"no other value into a cell that labels filled", {docks = docks}, head .. own_table .. "\n全年有码头12座、停用4座。\n",
   {docks = {"12 3 1", ". . ."}}, {"grammar_left docks.piers.closed filled"}, {}},
  {"a value that stands twice once", {docks = docks}, head .. "有码头12座。共有码头12座。\n",
   {docks = {"12 . .", ". . ."}}, {}, {}},
  {"neither of two values of a cell", {docks = docks}, head .. "有码头12座、停用3座。上年有码头11座、停用3座。\n",
   {docks = {". 3 .", ". . ."}},
   {"grammar_left docks.piers.listed values", "grammar_left docks.piers.listed values"}, {}},
  {"no number into two cells", {docks = P"码头" * fill("piers", "listed"), lights = P"码头" * fill("lamps", "listed")},
   head .. "码头12件。\n", {docks = {". . .", ". . ."}, lights = {". ."}},
   {"grammar_left docks.piers.listed shared", "grammar_left lights.lamps.listed shared"}, {}},
  {"no number that is another cell's", {docks = P"码头" * grammar.first(#grammar.digit) * fill("pontoons", "listed")},
   head .. own_table, {docks = {"12 3 1", ". . ."}}, {"grammar_left docks.pontoons.listed shared"}, {}},
  {"no unknown row", {docks = P"码头" * fill("pears", "listed")}, head .. "码头12件。\n",
   {docks = {". . .", ". . ."}},
   {"grammar_left docks.pears.listed row"}, {}},
  {"no unknown column", {docks = P"码头" * fill("piers", "lasted")}, head .. "码头12件。\n",
   {docks = {". . .", ". . ."}},
   {"grammar_left docks.piers.lasted column"}, {}},
  {"no row without the column where there are several", {docks = P"码头" * fill "piers"}, head .. "码头12件。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks capture"}, {}},
  {"the only column where none is named", {fares = P"船票" * fill "tickets"}, head .. "船票3.5万元。\n",
   {fares = {"3.5"}}, {}, {}},
  {"a value that stands twice with other zeros once", {fares = P"船票" * fill "tickets"},
   head .. "船票3.5万元，船票3.50万元。\n", {fares = {"3.5"}}, {}, {}},
  {"neither of two values with other units", {fares = P"船票" * fill "tickets"}, head .. "船票3.5万元，船票3.5元。\n",
   {fares = {"."}}, {"grammar_left fares.tickets.amount values", "grammar_left fares.tickets.amount values"}, {}},
  {"no half of a capture", {docks = P"码头" * lpeg.Ct(lpeg.Cg(lpeg.Cc "piers", "row") * lpeg.Cp()) * grammar.number},
   head .. "码头12座。\n", {docks = {". . .", ". . ."}}, {"grammar_left docks capture"}, {}},
  {"no text for a number", {docks = P"码头" * fill("piers", "listed", "若干")}, head .. "码头若干座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no empty text", {docks = P"码头" * fill("piers", "listed", lpeg.P(true))}, head .. "码头若干座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no beginning of a number", {docks = P"码头" * fill("piers", "listed", grammar.digit)}, head .. "码头12座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no end of a number", {docks = P"码头1" * fill("piers", "listed", grammar.digit)}, head .. "码头12座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no number in front of 万", {docks = P"码头" * fill("piers", "listed", grammar.number)}, head .. "码头12万座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no thousands alone", {docks = P"码头" * fill("piers", "listed", grammar.number)}, head .. "码头12,000座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks.piers.listed value"}, {}},
  {"no capture that is a text", {docks = P"码头" * lpeg.C(grammar.number)}, head .. "码头12座。\n",
   {docks = {". . .", ". . ."}}, {"grammar_left docks capture"}, {}},
  {"no capture outside of what was found",
   {docks = lpeg.Ct(lpeg.Cg(lpeg.Cc "piers", "row") * lpeg.Cg(lpeg.Cc "listed", "column") * lpeg.Cc(1) * lpeg.Cc(900))
            * P"码头"}, head .. "码头12座。\n", {docks = {". . .", ". . ."}}, {"grammar_left docks capture"}, {}},
  {"nothing of a pattern without captures", {docks = P"码头"}, head .. "码头12座。\n",
   {docks = {". . .", ". . ."}}, {}, {}},
}

describe("a table's own pattern reads", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      local report = read(case[2], case[3])
      for id, wanted in pairs(case[4]) do assert.same(wanted, small_form.cells(report, id)) end
      assert.same(case[5], small_form.deviations(report))
      assert.same(case[6], unaccounted(report))
    end)
  end

  it("what is then no sentence about the table besides", function()
    local text = head .. "全年有码头12件。\n"
    assert.equal(1, #read({}, text).claims)
    local report = read({docks = P"码头" * fill("piers", "listed")}, text)
    assert.equal(0, #report.claims)
    assert.equal("件", report.tables.docks:cell("piers", "listed").unit)
    assert.equal("12件", report.tables.docks:cell("piers", "listed").raw)
  end)

  it("what labels could not, and then nothing is told of them", function()
    local text = head .. "表一\n\n项目\n\n在册数\n\n停用数\n\n新增数\n\n码头\n\n12\n\n3\n"
    assert.same({"row_short docks.piers 2/3"}, small_form.deviations(read({}, text)))
    local report = read({docks = P"码头\n" * fill("piers", "listed") * "\n" * fill("piers", "closed") * "\n"}, text)
    assert.same({"12 3 .", ". . ."}, small_form.cells(report, "docks"))
    assert.same({}, small_form.deviations(report))
  end)

  it("nothing when a function in it raises, which is a fault of the form", function()
    local raising = P"码头" * lpeg.Cmt(P(true), function() error "broken" end)
    local ok, problem = pcall(read, {docks = raising}, head .. "码头12座。\n")
    assert.is_false(ok)
    assert.equal("form.failed", problem.code)
    assert.matches("small: docks: grammar: .*broken", problem.detail)
  end)
end)

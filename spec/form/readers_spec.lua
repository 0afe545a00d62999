--- Readers that forms make of the toolkit: what the fields hold that they fill, and what is refused when they are made.

local govreport = require "govreport"
local grammar = require "govreport.grammar"
local lpeg = require "lpeg"
local readers = require "govreport.readers"

local named = grammar.named
local count = 0

-- The fields that readers fill from a line above a small table: state and value of each, "-" for none.
local function read(line, fields, list)
  count = count + 1
  govreport.form{
    id = "reader_" .. count, name = "渡口简报", fields = fields, readers = list,
    tables = {{id = "t", rows = {{id = "a", label = "客船艘数" .. ("甲"):rep(count)}},
               columns = {{id = "n", label = "数量"}}}},
    detect = {labels = {"客船艘数" .. ("甲"):rep(count)}},
  }
  local text = line .. "\n\n| 项目 | 数量 |\n|---|---|\n| 客船艘数" .. ("甲"):rep(count) .. " | 3 |\n"
  local report = assert(govreport.parse(text))
  local found = {}
  for i, id in ipairs(fields) do
    local field = report.fields[id]
    found[i] = field and field.state .. " " .. tostring(field.value) or "-"
  end
  return found
end

local opened = "于" * named("opened", grammar.date + grammar.english_day) * "启用"
local berths = "泊位" * named("berths", grammar.number) * "个"

-- Name, line, what makes the reader, what the fields `opened` and `berths` hold.
local cases = {
  {"all that the pattern names", "本港于2016年3月1日启用,泊位18个",
   {{opened = "date", berths = "integer"}, opened * "," * berths},
   {"date 2016-03-01", "number 18"}},
  {"nothing where the pattern has another branch", "本港泊位18个", {{opened = "date", berths = "integer"}, opened + berths},
   {"-", "number 18"}},
  {"dates in English", "于 1st April 2016 启用", {{opened = "date"}, opened}, {"date 2016-04-01", "-"}},
  {"no day that is not in the calendar", "于 31 April 2016 启用", {{opened = "date"}, opened}, {"unreadable nil", "-"}},
  {"a whole number that a function makes", "泊位18个", {{berths = function(text) return 2 * text end}, berths},
   {"-", "number 36"}},
  {"a text that a function makes", "泊位18个", {{berths = function(text) return "共" .. text end}, berths},
   {"-", "text 共18"}},
  {"a date that a function makes", "泊位18个", {{berths = function() return "2018-01-01", "date" end}, berths},
   {"-", "date 2018-01-01"}},
  {"nothing that a function cannot make", "泊位18个", {{berths = function() end}, berths}, {"-", "unreadable nil"}},
  {"the first match", "泊位18个,泊位19个", {{berths = "integer"}, berths}, {"-", "number 18"}},
}

describe("a reader of several fields reads", function()
  for _, case in ipairs(cases) do
    it(case[1], function()
      assert.same(case[4], read(case[2], {"opened", "berths"}, {readers.fields(table.unpack(case[3]))}))
    end)
  end
end)

describe("a reader of its own", function()
  it("is for the head where it says no scope, and sees what others found", function()
    local seen
    local own = {
      find = lpeg.P"泊位" * grammar.range(grammar.number), fields = {"berths"},
      read = function(report, range, base, text)
        seen = {report.found.opened.value, text:sub(range[1], range[2] - 1)}
        report:field("berths", "integer", base + range[1], base + range[2], 7)
      end,
    }
    local list = {readers.fields({opened = "date"}, opened), own}
    assert.same({"date 2016-03-01", "number 7"}, read("于2016年3月1日启用,泊位18个", {"opened", "berths"}, list))
    assert.same({"2016-03-01", "18"}, seen)
  end)

  it("that matches is called once for the scope, with nil where it does not match", function()
    local calls = {}
    local function reader(pattern)
      return {match = pattern, read = function(_, captures, base) calls[#calls + 1] = {captures or false, base} end}
    end
    read("泊位18个", {"opened"}, {reader(lpeg.C"泊位"), reader(lpeg.P"码头")})
    assert.same({{"泊位", 0}, {false, 0}}, calls)
  end)
end)

describe("what readers say that their texts begin with", function()
  local forms = require "govreport.form"
  -- All that they look for, and what looks like it.
  local text = "自2020年1月1日起至2020年12月31日止,二〇二〇年一月一日至二〇二〇年十二月三十一日。\n(2021年1月)\v2021-01-01~2021-12-31"
    .. "\n本报告由六个部分、十二大部分、二十一部分组成,“统计期限”为2020年1月至12月;《统计 期间》2020年,(统计期间)2020年"
    .. "\n根据《中华人民共和国政府信息公开条例》、国办公开办函〔2019〕60号、[2020]7号、(2020)8号,零○一二年三月四日至五月六日\n"

  it("lets nothing of these be passed over", function()
    for _, id in ipairs(forms.list()) do
      local finders, any = forms.compiled(id).finders.head, lpeg.P(false)
      for number, reader in ipairs(finders) do any = any + lpeg.Ct(lpeg.Cc(number) * reader.find) end
      for _, own in ipairs{text, text:gsub("\n", ""), ("件"):rep(9) .. text:gsub("%p", "")} do
        assert.same(lpeg.match(lpeg.Ct((any + 1)^0), own), finders.pattern():match(own), id)
      end
    end
    local finders, met = forms.compiled("cn_disclosure_2021").finders.head, {}
    for _, found in ipairs(finders.pattern():match(text)) do met[found[1]] = true end
    assert.equal(6, #finders)
    assert.equal(6, #met)
  end)

  it("need not be said of every reader, of which the first counts", function()
    local list = {
      {find = lpeg.P"件于" + "舟", begins = "件舟", fields = {"opened"}},
      {find = lpeg.P"于一" + "舟", fields = {"opened"}},
      {find = lpeg.P"一", begins = "一", fields = {"opened"}},
    }
    local found = {}
    for i, reader in ipairs(list) do
      function reader.read(_, start) found[#found + 1] = i .. " at " .. start end
    end
    for _, reader in ipairs(list) do reader.find = lpeg.Cp() * reader.find end
    read("三件于一舟于一于,一", {"opened"}, list)
    assert.same({"1 at 4", "3 at 10", "1 at 13", "2 at 16", "3 at 26"}, found)
  end)

  it("is characters", function()
    for _, begins in ipairs{"", "\xE4"} do
      assert.error_matches(function()
        read("", {"opened"}, {{find = lpeg.P"于", begins = begins, fields = {"opened"}, read = print}})
      end, "'begins' must be the characters", 1, true)
    end
  end)
end)

describe("making a reader", function()
  local refused = {
    {"of an unknown kind", function() readers.fields({a = "datum"}, lpeg.P"a") end,
     "the kind 'datum' is none of date, integer, name, text"},
    {"of facts without braces", function() readers.titled("简报").metadata{a = "甲"} end, 'a = {"甲"}'},
    {"for an unknown scope", function() readers.fields({a = "date"}, lpeg.P"a", "tial") end, "did you mean 'tail'?"},
    {"of no pattern", function() readers.fields({a = "date"}, {}) end, "a pattern of LPeg is expected, not a table"},
    {"of one field for an unknown scope", function() readers.field("a", "text", "x", "meta") end,
     "the scope 'meta' is none of head, tail"},
    {"of facts of an unknown kind", function() readers.titled("简报").metadata{a = {"甲", kind = "dates"}} end,
     "did you mean 'date'?"},
    {"of a titled one that there is not", function() return readers.titled("简报").titles end, "did you mean 'title'?"},
  }
  for _, case in ipairs(refused) do
    it(case[1] .. " raises, at the caller", function()
      local ok, problem = pcall(case[2])
      assert.is_false(ok)
      assert.matches("^spec/form/readers_spec.lua:%d+: ", problem)
      assert.matches(case[3], problem, 1, true)
    end)
  end
end)

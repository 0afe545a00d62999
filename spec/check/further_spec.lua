--- Where very many findings of one kind pile up: what is told, and that the counts have the others.

local example = require "spec.support.example"
local further = require "govreport.check.further"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local waivers = require "govreport.waivers"

local most = further.most_told
local sentence = "本局按时答复了全部来信来访。"

-- The example with a text so many times in its second paragraph.
local function with(text, count)
  return example.edit(example.text, "（二）依申请公开\n\n", "（二）依申请公开\n\n" .. text:rep(count) .. "\n\n")
end

-- What a check says, how many numbers belong to nothing, and the JSON of the findings.
local function checked(text, options)
  local report <close> = assert(govreport.parse(text, {name = "report.txt"}))
  local result = govreport.check(report, options)
  return result, #report:unaccounted(), json_reader.decode(govreport.render(result, "json")).files[1]
end

-- The findings of a rule, and the one among them that stands for others.
local function of_rule(result, rule)
  local list, rest = {}, nil
  for found in result:findings() do
    if found.rule == rule then list[#list + 1] = found end
    if found.rule == rule and found.further then rest = found end
  end
  return list, rest
end

describe("very many findings of a rule", function()
  local rule = "wording.sentence_doubled"

  for _, case in ipairs{{most, nil}, {most + 1, 1}, {most + 234, 234}} do
    local count, left = case[1], case[2]
    it(("are %d: %s not told one by one"):format(count, left or "none"), function()
      local result, _, printed = checked(with(sentence, count + 1), {select = {rule}})
      local list, rest = of_rule(result, rule)
      assert.are.equal(most + (left and 1 or 0), #list)
      assert.are.equal(left, rest and rest.further)
      assert.are.equal(count, result.counts.warning)
      if left then
        assert.are.equal(rest, list[#list])   -- in document order, it stands where the first of them does
        assert.is_true(rest.byte > list[#list - 1].byte)
        assert.is_truthy(rest.messages.zh:find("另有" .. left .. "处", 1, true))
        assert.is_truthy(rest.messages.en:find(left .. " more of this kind", 1, true))
      end
      assert.are.equal(count, printed.counts.warning)
      assert.are.equal(left, printed.findings[#list].further)
    end)
  end

  it("are waived by a waiver of the rule, those too that are not told", function()
    local own = waivers.new{{rule = rule, reason = "已核实"}}
    local result = checked(with(sentence, most + 5), {select = {rule}, waivers = own})
    assert.are.equal(0, result.counts.warning)
    assert.are.equal(most + 1, #result.waived)
    assert.are.equal(4, result.waived[most + 1].finding.further)
  end)

  it("take nothing from those of other rules", function()
    local all, few = checked(with(sentence, most + 5)), checked(with(sentence, 2))
    assert.are.equal(few.counts.warning + most + 3, all.counts.warning)
    assert.are.equal(#few.list - #of_rule(few, rule), #all.list - #of_rule(all, rule))
  end)

  it("of a rule of one's own leave an open verdict open", function()
    local result = checked(example.text, {rules = {{
      id = "own.many", severity = "notice", message = "seen",
      check = function(own) for i = 1, most + 7 do own:finding{open = i > most} end end}}})
    local _, rest = of_rule(result, "own.many")
    assert.are.equal(7, rest.further)
    assert.are.equal("undecided", result.verdict)
  end)
end)

describe("a finding about very many places", function()
  it("names the first, and says how many they are", function()
    local text = with("本局公开,落实，推进，改进，完善，提高。", most + 20)
    local result = checked(text, {select = {"wording.punctuation"}})
    local list = of_rule(result, "wording.punctuation")
    assert.are.equal(1, #list)
    assert.are.equal(most, #list[1].places)
    assert.is_truthy(list[1].messages.zh:find(tostring(most + 20), 1, true), list[1].messages.zh)
  end)
end)

describe("very many clauses with numbers", function()
  local claims = require "govreport.claims"

  local function notice_of(count)
    local result, unaccounted = checked(with("全年收到政府信息公开申请48件。", count), {lang = "en"})
    return of_rule(result, "reading.claims")[1], result, unaccounted
  end

  it("are all set against the tables up to the bound", function()
    local found = notice_of(claims.most_clauses - 100)
    assert.is_nil(found)
  end)

  it("are told from where on they are not, and stay in the ledger", function()
    local found, result, unaccounted = notice_of(claims.most_clauses + 1)
    assert.are.equal("notice", found.severity)
    assert.is_truthy(found.message:find("more than 2000 clauses", 1, true), found.message)
    assert.is_true(found.byte > #with("", 0):match("^(.-)（二）依申请公开"))
    assert.are.equal(0, unaccounted)
    assert.is_true(result.counts.warning > claims.most_clauses)
  end)
end)

--- What is told of reports in forms of one's own: what their declaration says, and never as an error.

local fire_brigade = require "spec.support.fire_brigade"
local govreport = require "govreport"

-- Edits, and what is told; the surfaces on which it can be seen, both where they are left out.
local cases = {
  {"nothing", {}, {}},
  {"a part without its heading", {{"二、队伍建设情况\n", ""}},
   {"warning structure.section_missing: the heading of part 2 (队伍建设情况) is missing above its table; please add it."}},
  {"a part that is not there", {{"三、其他事项\n无其他需要说明的事项。", "青泽县消防救援大队"}},
   {"warning structure.section_missing: part 3 (其他事项) is missing; please add it."}},
  {"a part with another number", {{"二、队伍", "三、队伍"}},
   {"warning structure.section_ordinal: the heading “队伍建设情况” is numbered “三、”; it should be “二、”; please verify."}},
  {"a part without its number", {{"二、队伍", "队伍"}},
   {"warning structure.section_ordinal: the heading “队伍建设情况” has no ordinal; it should be “二、队伍建设情况”; please verify."}},
  {"parts of which none has a number", {{"一、接警", "接警"}, {"二、队伍", "队伍"}, {"三、其他", "其他"}}, {}},
  {"a heading worded otherwise", {{"队伍建设情况", "队伍建没情况"}},
   {"warning structure.section_title: the heading “队伍建没情况” should read “队伍建设情况”; please verify."}},
  {"a fraction that was not declared", {{"203", "203.5"}},
   {"warning cells.not_a_count: part 1, table, row “抢险救援”, column “出动次数”: “203.5” is not a whole number, as the form "
    .. "asks for; please verify."}},
  {"a fraction that was", {{"12.5", "13.25"}}, {}},
  {"a sign that was not declared", {{"203", "-3"}},
   {"warning cells.negative: part 1, table, row “抢险救援”, column “出动次数”: “-3” is negative, and the form has "
    .. "no sign there; please verify."}},
  {"a sign that was", {{"44|8|5", "44|8|-5"}}, {}},
  {"an empty cell", {{"203", ""}},
   {"info cells.blank: part 1, table: cells left empty: 1; if they were forgotten, please fill them in."}, "page"},
  {"a dash", {{"203", "—"}}, {}},
  {"a share where the form has money", {{"12.5", "12.5%"}},
   {"warning cells.unit: part 2, table, row “专职队员”, column “训练经费”: “%” in “12.5%” is not the unit "
    .. "of the column; please verify."}},
  {"money in another unit", {{"12.5", "125000元"}}, {}},
  {"a unit where the form has none", {{"203", "203次"}}, {}},
  {"no number", {{"311", "约3百"}},
   {"warning cells.unreadable: part 1, table, row “抢险救援”, column “出动车辆”: “约3百” cannot be understood; please verify."},
   "page"},
  {"a misprint that the form names", {{"志愿队员", "自愿队员"}},
   {"info form.label_wording: labels that differ from the form's wording: 1 (“自愿队员” for “志愿队员” (line %d)); please use "
    .. "the form's."}},
  {"a row that is not there", {{"社会救助|55|66|77\n", ""}},
   {"warning structure.row_missing: part 1, table: the row “社会救助” is missing; please add it."}},
}

-- Numbers of lines differ from surface to surface, and what belongs to nothing is told by its own rule.
local function told(source)
  local list = {}
  for _, text in ipairs(fire_brigade.findings(source)) do
    if not text:find(" ledger.", 1, true) then list[#list + 1] = text:gsub("line %d+", "line %%d") end
  end
  return list
end

describe("a form of one's own", function()
  for _, case in ipairs(cases) do
    for surface, source in pairs(fire_brigade.sources(case[2])) do
      if (case[4] or surface) == surface then
        it(("is checked for %s, %s"):format(case[1], surface), function() assert.same(case[3], told(source)) end)
      end
    end
  end
end)

describe("the forms of a rule", function()
  local function forms_of(id, own)
    for _, rule in ipairs(govreport.rules{rules = own}) do
      if rule.id == id then
        local ids = {}
        for i, form in ipairs(rule.forms) do ids[i] = form end
        return ids
      end
    end
  end

  it("are all forms for what any declaration says", function()
    for _, id in ipairs{"structure.row_missing", "structure.section_missing", "cells.blank", "cells.not_a_count"} do
      local ids = forms_of(id)
      assert.equal(#govreport.forms(), #ids, id)
      assert.same({"cn_disclosure_2021", "fire_brigade"}, {ids[1], ids[#ids]})
    end
  end)

  it("are the disclosure reports for what their official texts say", function()
    for _, id in ipairs{"cells.total_blank", "applications.row_total", "narrative.count"} do
      assert.same({"cn_disclosure_2021", "cn_disclosure_2019"}, forms_of(id))
    end
  end)

  it("are those that have what it is about", function()
    local own = {{id = "own.rescue", at_most = {"calls.rescue.times", "calls.total.times"}},
                 {id = "own.total", sum = {table = "applications", each = "row", total = "total"}},
                 {id = "own.facts", present = {"fields.agency", "sections.disputes"}},
                 {id = "own.free", check = function() end, message = "无"}}
    assert.same({"fire_brigade"}, forms_of("own.rescue", own))
    assert.same({"cn_disclosure_2021", "cn_disclosure_2019"}, forms_of("own.total", own))
    assert.equal("fire_brigade", table.concat(forms_of("own.facts", own), " "):match "%S+$")
    assert.equal(#govreport.forms(), #forms_of("own.free", own))
    assert.same({"cn_disclosure_2019"}, forms_of("own.rescue", {
      {id = "own.rescue", forms = {"cn_disclosure_2019"}, check = function() end, message = "无"}}))
  end)
end)

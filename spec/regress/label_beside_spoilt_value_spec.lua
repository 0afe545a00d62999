--- A row whose label had a wrong character, 抢险救圆 for 抢险救援, with 2O3 for its first value, was told to be missing, as
-- “it seems to stand as 2O3”: the text next to the values was taken for the label. Rows were told to be missing while
-- unknown labels with values stood in their place. By evidence a row is missing where nothing unexplained stands in the
-- gap; a page and a text say the same.

local fire_brigade = require "spec.support.fire_brigade"

-- Edits, the rule that tells of it, and the words that it must say.
local cases = {
  {"a wrong character and a spoilt value", {{"抢险救援|203", "抢险救圆|2O3"}}, "notice reading.rows", "“抢险救圆”", "“2O3”"},
  {"another label and a spoilt value", {{"抢险救援|203", "水上打捞|2O3"}}, "notice reading.rows", "“水上打捞”", "“2O3”"},
  {"two spoilt values", {{"抢险救援|203|311", "水上打捞|2O3|3l1"}}, "notice reading.rows", "“水上打捞”", "“3l1”"},
  {"spoilt values alone", {{"抢险救援|203|311|498", "抢险救圆|2O3|3l1|49B"}}, "notice reading.rows", "“抢险救圆”", "“49B”"},
  {"two other labels", {{"抢险救援", "水上打捞"}, {"社会救助", "动物救护"}}, "notice reading.table", "“水上打捞”", "“动物救护”"},
  {"two other labels, one with a spoilt value", {{"抢险救援|203", "水上打捞|2O3"}, {"社会救助", "动物救护"}},
   "notice reading.table", "“水上打捞”", "“动物救护”"},
  {"another label at the end of the table", {{"合计", "总量"}}, "notice reading.rows", "“合计”", "“总量”"},
  {"one other label between rows that were read", {{"抢险救援", "水上打捞"}}, "warning structure.row_missing", "“抢险救援”",
   "“水上打捞”"},
  {"a row that is not there", {{"抢险救援|203|311|498\n", ""}}, "warning structure.row_missing", "“抢险救援”"},
}

describe("a label that the form does not have", function()
  for _, case in ipairs(cases) do
    for surface, source in pairs(fire_brigade.sources(case[2])) do
      it(("is told as what it is: %s, %s"):format(case[1], surface), function()
        local told = {}
        for _, text in ipairs(fire_brigade.findings(source)) do
          if not text:find(" ledger.", 1, true) then told[#told + 1] = text end
        end
        assert.equal(1, #told, table.concat(told, "\n"))
        for i = 3, #case do assert.matches(case[i], told[1], 1, true) end
        assert.is_nil(told[1]:find("stand as “2O3”", 1, true))
      end)
    end
  end

  it("may hold digits and letters where nothing else stands in front of the values", function()
    local source = fire_brigade.sources{{"抢险救援", "G20"}}.page
    assert.matches("it seems to stand as “G20”", fire_brigade.findings(source)[1], 1, true)
  end)
end)

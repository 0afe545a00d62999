--- The account of numbers: what the tool could not place is said, not dropped.

local mask = require "govreport.text.mask"
local place_words = require "govreport.text.place_words"

local shown = 10

-- What nothing else tells of. The numbers of persons are the subject of rules of their own; those inside of texts that
-- could not be understood are told with these (data1, data2, …); so is what the end of the source cut, and tables that
-- lost their order.
local function own_places(context)
  local list, places = {}, context:unaccounted_numbers()
  if #places == 0 then return list end
  local numbers = context:has_gaps() and context:reading().survey.numbers
  local is_cut, is_disordered = context:cut() ~= nil, context:order().flow ~= nil
  for i, place in ipairs(places) do
    local raw = place.raw
    local told = numbers and numbers[i].inside or is_cut and context:is_byte_cut(place.byte)
                 or is_disordered and context:is_place_unordered(place)
                 or (#raw >= 15 and #mask.find(raw) > 0)
    if not told then list[#list + 1] = place end
  end
  return list
end

local function unaccounted(context)
  local places, zh, en = own_places(context), {}, {}
  if #places == 0 then return end
  for i = 1, math.min(#places, shown) do
    local where = place_words.both(places[i])
    zh[i] = ("%s（%s）"):format(places[i].raw, where.zh)
    en[i] = ("%s (%s)"):format(places[i].raw, where.en)
  end
  local more = #places > shown
  context:finding{places = places, fields = {count = #places, list = {
    zh = table.concat(zh, "、") .. (more and "等" or ""),
    en = table.concat(en, ", ") .. (more and ", …" or "")}}}
end

return {
  {
    id = "ledger.unaccounted", severity = "notice", basis = "提示", general = true,
    title = {zh = "每个数字都有归属", en = "every number is accounted for"},
    message = {zh = "有{count}个数字未能识别其含义，未参与核对：{list}。",
               en = "numbers that could not be placed and were not checked, {count}: {list}."},
    check = unaccounted,
  },
}

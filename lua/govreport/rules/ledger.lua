--- The account of numbers: what the tool could not place is said, not dropped.

local shown = 10

local function unaccounted(context)
  local places, zh, en = {}, {}, {}
  for _, entry in ipairs(context.report.ledger) do
    if entry.status == "unaccounted" then
      places[#places + 1] = entry
      if #places <= shown then
        zh[#zh + 1] = ("%s（第%d行）"):format(entry.raw, entry.line)
        en[#en + 1] = ("%s (line %d)"):format(entry.raw, entry.line)
      end
    end
  end
  if #places == 0 then return end
  local more = #places > shown
  context:finding{places = places, fields = {count = #places, list = {
    zh = table.concat(zh, "、") .. (more and "等" or ""),
    en = table.concat(en, ", ") .. (more and ", …" or "")}}}
end

return {
  {
    id = "ledger.unaccounted", severity = "notice", basis = "提示",
    title = {zh = "每个数字都有归属", en = "every number is accounted for"},
    message = {zh = "有{count}个数字未能识别其含义，未参与核对：{list}。",
               en = "{count} numbers could not be placed and were not checked: {list}."},
    check = unaccounted,
  },
}

--- Examples for 政府信息公开情况统计表.

local function example(fails)
  local cells = {}
  for row, value in pairs(fails) do cells["statistics." .. row .. ".count"] = value end
  return {form = "cn_disclosure_2014", fails = {cells = cells}, passes = {}}
end

return {
  ["statistics.received"] = example{received_online = 11},
  ["statistics.concluded"] = example{concluded_extended = 4},
  ["statistics.answered"] = example{referred = 5},
  ["statistics.denied"] = example{denied_privacy = 3},
  ["statistics.reconsideration"] = example{reconsideration_other = 1},
  ["statistics.litigation"] = example{litigation = 2},
  ["statistics.staff"] = example{staff = 2},
  ["statistics.disclosed_documents"] = example{disclosed_normative_documents = 700},
  ["statistics.issued_documents"] = example{issued_normative_documents = 3},
  ["statistics.channel"] = example{by_website = 700},
  ["statistics.channels"] = example{by_website = 12},
  ["statistics.press_conferences"] = example{press_conferences_by_head = 3},
  ["statistics.online_interviews"] = example{online_interviews_by_head = 4},
  ["statistics.concluded_received"] = example{concluded = 25, concluded_on_time = 23},
}

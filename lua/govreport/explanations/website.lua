--- Examples for 政府网站工作年度报表.

local function example(fails)
  local cells = {}
  for row, value in pairs(fails) do cells["website." .. row .. ".value"] = value end
  return {form = "cn_website_annual", fails = {cells = cells}, passes = {}}
end

return {
  ["website.updates"] = example{updates_total = 1300},
  ["website.cases"] = example{cases_natural_person = 312},
  ["website.online_services"] = example{service_items_online = 58},
  ["website.messages_concluded"] = example{messages_concluded = 88},
  ["website.messages_published"] = example{messages_published = 87},
  ["website.surveys_published"] = example{surveys_published = 9},
  ["website.problems_mended"] = example{problems_mended = 7},
  ["website.site_code"] = example{site_code = "390000001"},
  ["website.deadline"] = {
    form = "cn_website_annual",
    fails = {text = {{"填报日期：2024年1月24日", "填报日期：2024年2月24日"}}},
    passes = {},
  },
  ["website.mobile_media"] = example{mobile_media = "□是 ☑否"},
}

return {
  forms = "school_disclosure.lua",
  {
    name = "a sentence in place of a table", form = "school_disclosure", unaccounted = 0,
    text = [[
云岭师范学院2023年信息公开年度报告

一、概述

本学年学校信息公开工作平稳开展。

二、主动公开情况

通过校园网公开信息312条。

三、依申请公开和不予公开情况

本学年共收到信息公开申请47件，其中自然人31件、法人16件；予以公开40件，部分公开2件，不予公开5件。

四、其他需要报告的事项

无。
]],
    fields = {agency = "云岭师范学院", year = 2023},
    sections = {"overview", "proactive", "requests", "other"},
    cells = {["requests.received.value"] = 47, ["requests.persons.value"] = 31, ["requests.bodies.value"] = 16,
             ["requests.granted.value"] = 40, ["requests.partly.value"] = 2, ["requests.refused.value"] = 5},
  },
  {
    name = "other words; what is not stated is not there", form = "school_disclosure", unaccounted = 0,
    text = [[
松陵州职业学院2022年信息公开工作年度报告

一、工作概述

平稳开展。

三、依申请公开和不予公开情况

本学年收到申请3件（其中：自然人申请3件），予以公开3件。
]],
    fields = {agency = "松陵州职业学院", year = 2022},
    cells = {["requests.received.value"] = 3, ["requests.persons.value"] = 3, ["requests.bodies.value"] = false,
             ["requests.granted.value"] = 3, ["requests.refused.value"] = false},
  },
  {
    name = "a list of pairs, as some schools print it", form = "school_disclosure", unaccounted = 0,
    text = [[
清沅师范学院2021年信息公开年度报告

三、依申请公开和不予公开情况

| 收到信息公开申请 | 12 |
|---|---|
| 自然人申请 | 9 |
| 法人申请 | 3 |
]],
    cells = {["requests.received.value"] = 12, ["requests.persons.value"] = 9, ["requests.bodies.value"] = 3},
  },
}

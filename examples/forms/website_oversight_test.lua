return {
  forms = "website_oversight.lua",
  {
    name = "a page", file = "website_oversight.html", form = "website_oversight", unaccounted = 0,
    fields = {agency = "清沅县人民政府办公室", year = 2024, reviewer = "周明礼", reporter = "何小川"},
    cells = {
      ["sheet.reporting_unit.value"] = "清沅县人民政府办公室", ["sheet.filled_on.value"] = "2025-01-14",
      ["sheet.published.value"] = "☑是□否", ["sheet.phone.value"] = "0999-8000456",
      ["inspections.first_quarter.running"] = 12, ["inspections.first_quarter.share"] = 50,
      ["inspections.fourth_quarter.failed"] = "", ["inspections.year.inspected"] = 34, ["inspections.year.share"] = "—",
      ["inspections.third_quarter.notice"] = "www.example.cn/tb/3.html",
      ["sanctions.bodies.talks"] = 1, ["sanctions.bodies.reprimands"] = 2, ["sanctions.persons.reprimands"] = 1,
    },
  },
  {
    name = "text with bars, other wordings", form = "website_oversight", unaccounted = 0,
    text = [[
清沅县教育局2023年政府网站监管工作年度报表

| 填报单位 | 清沅县教育局 |
|---|---|
| 填表日期 | 2024-01-09 |
| 结果是否向社会公开 | □是 ☑否 |

| 季度 | 网站（个） | | | 抽查比例 | 通报网址 |
|---|---|---|---|---|---|
| | 运行 | 抽查 | 不合各 | | |
| 1季度 | 2 | 1 | 0 | 50.0 | 无 |
| 全年合计 | 2 | 1 | 0 | 50.0 | 无 |
]],
    fields = {agency = "清沅县教育局", year = 2023},
    cells = {["sheet.filled_on.value"] = "2024-01-09", ["sheet.published.value"] = "□是☑否",
             ["inspections.first_quarter.inspected"] = 1, ["inspections.year.failed"] = 0,
             ["inspections.second_quarter.running"] = false, ["sanctions.bodies.talks"] = false},
  },
}

--- What the presentation of findings says: extracts, rounds, statistics, letters.

return {
  ["excerpt.zeros"] = {zh = "（其余{count}行均为0）", en = "(the other rows, {count}, are 0)"},
  ["check.cells"] = {zh = "{cells}（{count}格）", en = "{cells} (cells: {count})"},
  ["rounds.new"] = {zh = "新增", en = "new"},
  ["rounds.open"] = {zh = "未改", en = "open"},
  ["rounds.changed"] = {zh = "已改仍不符", en = "open, changed"},
  ["rounds.resolved"] = {zh = "已解决", en = "resolved"},
}

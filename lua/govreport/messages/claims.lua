--- What `govreport show --claims` says of statements.

return {
  ["claims.none"] = {zh = "文中没有与表格对应的表述。", en = "no sentence says anything of the tables."},
  ["claims.agrees"] = {zh = "一致", en = "agrees"},
  ["claims.differs"] = {zh = "不一致", en = "differs"},
  ["claims.open"] = {zh = "无法比对", en = "open"},
  ["claims.soft"] = {zh = "仅供参考", en = "for orientation"},
  ["claims.growth"] = {zh = "增减", en = "growth"},
  ["claims.absent"] = {zh = "没有", en = "none"},
  ["claims.uniform"] = {zh = "一律", en = "all"},
  ["claims.table"] = {zh = "表格{value}", en = "table {value}"},
}

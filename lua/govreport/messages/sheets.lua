--- Names of the facts that stand around the tables of sheets.

return {
  ["field.responsible_person"] = {zh = "单位负责人", en = "responsible"},
  ["field.reviewer"] = {zh = "审核人", en = "reviewed by"},
  ["field.preparer"] = {zh = "填报人", en = "prepared by"},
  ["field.telephone"] = {zh = "联系电话", en = "telephone"},
  ["field.prepared_on"] = {zh = "填报日期", en = "prepared on"},
  ["field.amount_unit"] = {zh = "金额单位", en = "unit of amounts"},
}

--- What places are called. Fields: line; page; paragraph; table, row, column.

return {
  ["place.line"] = {zh = "第{line}行", en = "line {line}"},
  ["place.page"] = {zh = "第{page}页", en = "page {page}"},
  ["place.paragraph"] = {zh = "第{paragraph}段", en = "paragraph {paragraph}"},
  ["place.cell"] = {zh = "表{table}第{row}行第{column}列", en = "table {table}, row {row}, column {column}"},
}

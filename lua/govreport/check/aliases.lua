--- Ids under which findings were known before: a rule's id, and those of the rules that say such things now. What
-- people wrote with an old id (options, waivers, baselines, first rounds) keeps its meaning: see `formerly` there.

return {
  ["cells.row_incomplete"] = {"reading.rows"},
  ["structure.column_missing"] = {"reading.header"},
  ["structure.header"] = {"reading.header"},
  ["structure.label_unknown"] = {"reading.labels"},
  ["structure.row_inferred"] = {"reading.rows"},
  ["structure.row_missing"] = {"reading.cut", "reading.rows"},
  ["structure.table_missing"] = {"reading.cut", "reading.table"},
}

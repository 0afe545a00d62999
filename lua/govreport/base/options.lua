--- What the options of the functions of `govreport` itself may hold: types by key. Those of a check, a comparison and
-- the like stand in their modules.

return {
  read = {
    name = "string", lang = "string", encoding = "string", format = "string", max_input = "integer",
    max_memory = "integer",
  },
  decimal = {lang = "string"},
  rollup = {roster = "string|table", lost = "integer", name = "string", lang = "string", units = "string|table"},
}

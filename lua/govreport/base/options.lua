--- What the options of the functions of `govreport` itself may hold: types by key. Those of a check, a comparison and
-- the like stand in their modules.

return {
  -- How findings can be printed, each by a module of that name in render/findings; the severities that can make a check
  -- fail.
  formats = {"text", "concise", "json", "jsonl", "sarif", "junit", "github"},
  fail_on = {"error", "warning"},

  read = {
    name = "string", lang = "string", encoding = "string", format = "string", max_input = "integer",
    max_memory = "integer",
  },
  files = {lang = "string"},
  decimal = {lang = "string"},
  inspect = {lang = "string"},
  rollup = {roster = "string|table", lost = "integer", name = "string", lang = "string", units = "string|table",
            encoding = "string"},
  -- Beside those of a checker.
  check_files = {previous = "string|table|userdata", series = "boolean", since = "string|table", encoding = "string"},
  letter = {lang = "string", since = "string|table", name = "string", rounds = "table"},
  rules = {lang = "string", rules = "table", select = "table", ignore = "table", severity = "table"},
  explain = {lang = "string", rules = "table"},
  draft = {lang = "string", name = "string"},
  draft_rule = {form = "string", lang = "string"},
  similar = {encoding = "string", lang = "string"},
  same = {encoding = "string", lang = "string"},
}

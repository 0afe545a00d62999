--- Options of the functions of `govreport` itself: what those may hold that do not stand with what they are for, types
-- by key; and which values mean something.

local options = {
  -- How findings can be printed, each by a module of that name in render/findings; the severities that can make a check
  -- fail.
  formats = {"text", "concise", "json", "jsonl", "csv", "sarif", "junit", "github"},
  fail_on = {"error", "warning"}, sort = {"worst"},

  read = {
    name = "string", lang = "string", encoding = "string", format = "string", max_input = "integer",
    max_memory = "integer",
  },
  files = {lang = "string"},
  open_files = {lang = "string", encoding = "string", max_input = "integer", max_memory = "integer"},
  decimal = {lang = "string"},
  inspect = {lang = "string"},
  rollup = {roster = "string|table", lost = "integer", name = "string", lang = "string", units = "string|table",
            encoding = "string"},
  -- Beside those of a checker; `units` may be a path.
  check_files = {previous = "string|table|userdata", series = "boolean", since = "string|table", encoding = "string",
                 units = "string|table"},
  -- The same of a check.
  check = {units = "string|table", previous = "string|userdata"},
  letter = {lang = "string", since = "string|table", name = "string", rounds = "table", from = "string",
            contact = "string", deadline = "string", date = "string"},
  annotate = {lang = "string", suggest = "boolean"},
  rounds = {name = "string", lang = "string"},
  -- Beside those of `check_files`.
  review = {roster = "string|table", from = "string", contact = "string", deadline = "string", date = "string"},
  dataset = {output = "string", to = "string", update = "boolean", manifest = "string", jobs = "integer",
             seconds = "number", memory = "integer", cells = "boolean", progress = "function", before = "function",
             encoding = "string", units = "string|table"},
  worker = {jobs = "integer", seconds = "number", memory = "integer", before = "function", encoding = "string",
            units = "string|table"},
  plan = {shards = "integer", manifest = "string", encoding = "string", lang = "string"},
  merge = {output = "string", to = "string", jobs = "integer", cells = "boolean", progress = "function",
           lang = "string"},
  rules = {lang = "string", rules = "table", select = "table", ignore = "table", severity = "table"},
  explain = {lang = "string", rules = "table"},
  draft = {lang = "string", name = "string"},
  fill = {lang = "string", name = "string", tsv = "string", cells = "table", agency = "string", year = "integer",
          sections = "table", head = "table", tail = "table"},
  draft_rule = {form = "string", lang = "string"},
  similar = {encoding = "string", lang = "string"},
  same = {encoding = "string", lang = "string"},
}

--- The classes of options that are objects, or the paths of files that hold them.
options.classes = {
  units = "govreport.Units", roster = "govreport.Units", previous = "govreport.Report", since = "govreport.Rounds",
  waivers = "govreport.Waivers",
}

--- The only values of an option, where it does not take all of its type.
options.choices = {
  format = {"auto", "text", "html"}, years = {"relative", "literal"}, fail_on = options.fail_on,
  detail = {"brief", "full"}, sort = options.sort, to = {"sqlite", "csv", "jsonl", "xlsx"},
}

--- The options that are days, as ISO dates.
options.dates = {deadline = true, date = true, today = true}

--- The options that are numbers of bytes or of reports.
options.sizes = {max_input = true, max_memory = true, lost = true, memory = true, jobs = true}

return options

--- Rules: what a declaration may hold, what a rule function gets.

return {
  {
    title = "Writing rules",
    text = "How to write rules stands in [rules.md](rules.md); this is the list of everything.",
    functions = {
      {"rules(options?: RulesOptions): Rules", "The rules that a check with these options would run. Raises as `check` "
        .. "does.",
       example = [[
local list = govreport.rules{select = {"disputes"}, severity = {["disputes.total"] = "info"}}
print(list[1].id, list[1].severity, list[1].source) --> disputes.total	info	rock]]},
      {"explain(id: string, options?: ExplainOptions): Explanation",
       "What a rule means: its formula, what it stands on, an example that fails and one that passes, both checked.",
       fails = {"rule.unknown"},
       example = [[
local explained = govreport.explain("disputes.total", {lang = "en"})
print(explained.rule.severity, explained.formulas[1].each, #explained.fails.findings) --> error	row	1
print(select(3, govreport.explain("disputes.totals"))) --> rule.unknown]]},
    },
    classes = {
      {"RulesOptions", kind = "options", keys = "govreport.base.options rules", text = "Of `govreport.rules`: those of "
        .. "a check that choose and grade rules.",
       fields = {
         {"rules?: (string|Rule|Rule[]|RuleFunction)[]", "Rules to add."},
         {"select?: string[]", "Only these rules or families."}, {"ignore?: string[]", "Not these."},
         {"severity?: table<string, Severity>", "Other severities."}, {"lang?: Language", "Of what is raised."},
       }},
      {"Rules", kind = "view", text = "From `govreport.rules`, in the order in which they run.",
       fields = {{"[integer]: RuleInfo", "From 1."}}, operators = {{"__len", "How many.", result = "integer"}}},
      {"RuleInfo", kind = "view", text = "What is known of a rule. `tostring` gives one line for people.",
       fields = {
         {"id: string", "`family.name`."}, {"family: string", "The first part of the id."},
         {"severity: Severity", "That of the options where they give one."},
         {"basis: string", "The official text that it stands on; 提示 for a hint."},
         {"title: Messages", "What it is about, in one line."},
         {"forms: string[]", "Ids of the forms for which it runs: those that it is for and that have what it is "
           .. "about."},
         {"source: string", "`\"rock\"` for those of the project, else its file, or `\"program\"`."},
       }},
      {"ExplainOptions", kind = "options", keys = "govreport.base.options explain", text = "Of `govreport.explain`.",
       fields = {{"rules?: (string|Rule|Rule[]|RuleFunction)[]", "Rules to add to the project's."},
                 {"lang?: Language", "Of the message."}}},
      {"Explanation", kind = "view", text = "From `govreport.explain`.",
       fields = {
         {"rule: RuleInfo", "The rule."}, {"messages: Messages[]", "What it says, with fields in braces."},
         {"formulas: Formula[]", "What must hold, in the words of the forms; empty for what is no sum."},
         {"fails?: ExplainedReport", "The example that fails; nil for a rule without examples."},
         {"passes?: ExplainedReport", "The one that passes."}, {"lang: Language", "Of the options."},
       }},
      {"Formula", kind = "table", text = "A sum in words.",
       fields = {{"each: \"row\"|\"column\"|\"one\"", "Where it holds: in each row, in each column, in one place."},
                 {"text: string", "Like 一、本年新收…＋二、上年结转…＝（七）总计＋四、结转下年度继续办理."},
                 {"forms: string[]", "The names of the forms that have it."}}},
      {"ExplainedReport", kind = "table", text = "One half of an example.",
       fields = {
         {"report: Report", "The sample."}, {"result: Result", "Of its check by this rule."},
         {"findings: Finding[]", "Those of this rule."},
         {"places: {line: integer, column: integer, byte: integer, byte_end: integer, raw: string}[]", "Where the two "
           .. "halves differ outside of tables."},
         {"before: {address: string, value: any}[]", "The cells of the report of the year before that matter."},
       }},
      {"Rule", kind = "options", keys = "govreport.check.rule rule_keys",
       text = "A rule. One of `sum`, `balance`, `equal`, `at_most`, `same_as_previous`, `change`, `present`, "
         .. "`contains`, `matches`, `lacks`, `check` says what must hold. An *address* is `table.row.column`, "
         .. "`fields.id`, `sections.id` or `tables.id`; `*` stands for each row or column, `a..b` for a span that is "
         .. "added up; in sums `-` in front takes away, and `0.5*` multiplies.",
       fields = {
         {"id: string", "`family.name`, permanent."}, {"severity?: Severity", "`warning` where it is left out."},
         {"basis?: string", "The official text that it stands on; an error needs one."},
         {"title?: string|Text", "What it is about, in one line."},
         {"message?: string|Text|table<string, Text>", "What is said, with fields in braces; or several such "
           .. "messages by name. A declared rule has one of its own."},
         {"tables?: string[]", "Ids of tables without which it has nothing to say."},
         {"forms?: string[]", "Ids of the forms that it is for; all where it is left out."},
         {"needs?: RuleNeeds", "What a report must have for the function to be called."},
         {"sum?: RuleSum", "In each row (column) the others add up to one."},
         {"balance?: RuleBalance", "In each row (column) two groups add up to the same."},
         {"tolerance?: string", "Like `\"0.02\"`: by how much the two sides of a sum may differ, in the unit of the "
           .. "cells."},
         {"equal?: (string|string[])[]", "`{left, right}`: both sides, an address or a list of them, are the same "
           .. "number."},
         {"at_most?: (string|string[])[]", "`{left, right}`: the left side is not above the right one."},
         {"same_as_previous?: string[]", "`{now, before}`: a cell is what another was in the report of the year "
           .. "before."},
         {"change?: string[]", "`{address, limit}`: a cell is not further from its value of the year before than "
           .. "`\"50%\"` or `\"100\"`; `\"+50%\"` of increases alone, `\"-30%\"` of decreases."},
         {"present?: string|string[]", "Addresses of what must be there and say something."},
         {"contains?: string[]", "`{address, phrase, …}`: a part or a fact holds one of some phrases."},
         {"matches?: string[]", "`{address, pattern}`: a fact, a cell or a part matches a pattern of Lua."},
         {"lacks?: string[]", "`{address, pattern}`: none matches; the finding stands at the words that do."},
         {"check?: RuleFunction", "A function that looks for itself."},
         {"fields?: fun(report: RuleReport, sum: table): table", "Of `sum`, `balance`, `equal`, `at_most`: what "
           .. "fields the message has, instead of the usual ones."},
         {"general?: boolean", "Of the project's own rules: for all forms, not only for disclosure reports."},
         {"example?: table", "A report that fails and one that passes, for `explain`: `{fails = changes, passes = "
           .. "changes}`."},
       }},
      {"RuleNeeds", kind = "options", keys = "govreport.check.rule needs_keys",
       text = "`needs` of a rule: all of it must be met. See [rules.md](rules.md#what-a-function-needs).",
       fields = {
         {"words?: string[]", "One of these stands in the text."},
         {"cells?: CellOddity[]", "There are cells of one of these kinds."},
         {"deviations?: DeviationKind[]", "One of these was noted while the report was read."},
         {"gaps?: boolean", "True: something of a table was not read, is not there, or is written as the form does "
           .. "not have it."},
         {"previous?: boolean", "True: there is a report of the year before to compare with."},
       }},
      {"RuleSum", kind = "options", keys = "govreport.check.declaration sum_keys", text = "`sum` of a rule.",
       fields = {
         {"table: string", "Id of the table."},
         {"each: \"row\"|\"column\"", "What is added up: along each row, or column."},
         {"total: string", "Id of the column (row) that is the sum."},
         {"parts?: {first: string, last: string}", "The columns (rows) that are added; all others where it is left "
           .. "out."},
         {"factors?: table<string, any>", "By which columns (rows) count, decimals above 0: `{pending = "
           .. "\"0.5\"}`."},
       }},
      {"RuleBalance", kind = "options", keys = "govreport.check.declaration balance_keys",
       text = "`balance` of a rule.",
       fields = {
         {"table: string", "Id of the table."},
         {"each: \"row\"|\"column\"", "What is compared: along each row, or column."},
         {"left: string[]", "Ids of columns (rows)."}, {"right: string[]", "Ids of columns (rows)."},
         {"factors?: table<string, any>", "By which they count, as in `RuleSum`."},
       }},
      {"Text", kind = "table", text = "A text in both languages, with fields in braces: `{zh = \"共{count}件\", "
        .. "en = \"{count} in all\"}`.", fields = {{"zh: string", "Chinese."}, {"en: string", "English."}}},
      {"RuleReport", kind = "context", extends = "Report", called = "report",
       text = "What the function of a rule gets: everything that a [Report](#report) has but `close`, and this. Of "
         .. "`form` there is more than the id: `form.id`, and `form.declared`, the form as it was declared.",
       fields = {
         {"report: Report", "The Report itself."},
         {"previous?: Report", "That of the year before; nil where none was given, or one of another body or year."},
         {"year?: integer", "The year that it reports on, by all that was read of it; where its title is wrong, not "
           .. "the title's, which is `report.report.year`."},
         {"unit?: Unit", "The body in the register of units; nil where it is not in it, or there is none."},
         {"lang: Language", "Of the findings' `message`. A finding needs texts in both."},
       },
       -- The tools of the project's own rules, and what a check notes down.
       hidden = {
         "record", "protect", "lexis", "statements", "agreement", "stale_years", "corrected", "is_subtotal", "form",
         "compiled", "options", "set", "open", "reading", "is_unread", "units", "beside", "findings", "undecided",
         "guilty", "broken", "made", "rule", "every_sum", "usual", "cut", "is_cut_in", "is_part_cut", "is_table_cut",
         "is_byte_cut", "order", "is_unordered", "is_place_unordered", "year_vote", "other_bodies",
         "further", "tell_further", "unread_statements", "unread_pages", "unaccounted_numbers",
         "implied_values", "plane", "read_fields", "texts", "odd_cells_of", "cell_bytes", "has_gaps", "starts_of",
         "each_odd", "items", "vocabulary", "cells_at", "is_subtotal_at", "outline", "outline_of",
         "preface", "has_one_of", "each_of", "run", "rows_of",
       },
       methods = {
         {"finding(draft: FindingDraft)", "Records a finding of this rule, with its severity.",
          example = [[
local function check(report)
  local cell = report.tables.applications:cell("received", "total")
  if cell.value and cell.value > 40 then report:finding{cells = {cell}, message = "many", actual = cell.value} end
end
local report = govreport.open("examples/report.txt")
for found in govreport.check(report, {rules = {check}, select = {"program"}}):findings() do print(found) end
--> 180:1: warning [program.rule_1] many]]},
         {"part_name(section: string): Text", "第三部分."},
         {"table_name(table: string): Text", "第三部分表格, with the caption where a part has several."},
         {"row_label(table: string, row: string): string", "The label of a row as a reader finds it."},
         {"column_label(table: string, column: string): string", "The label of a column."},
         {"declared_column(table: string, column: string): table",
          "What the form says of a column: `signed` (may be below 0), `decimal` (may have a fraction)."},
         {"cells_of(table: string, row: string): Cell[]", "The cells of a row; of the whole table where `row` is "
           .. "`\"\"`."},
         {"odd_cells(): Cell[]", "As `Report.odd_cells`, made once for all rules."},
         {"deviations(kind: DeviationKind): Deviation[]", "The deviations of a kind. (The whole sequence is "
           .. "`report.report.deviations`.)"},
         {"implied(cell: Cell): integer|Decimal|nil",
          "The value of a cell as the sums of its table have it: its own, or for a blank the only one that is "
            .. "possible; nil where several are."},
         {"legible(cell: Cell): integer|Decimal|nil", "The value that an unreadable cell must have by the sums; nil "
           .. "where they do not tell."},
         {"is_guilty(cell: Cell): boolean", "Whether sums have named it as the cause of their failing already."},
         {"previous_cell(table: string, row: string, column: string): Cell?",
          "The cell of the year before; nil where there is no such report, or its form has no such cell."},
         {"previous_problem(): string?", "Why the report that was given for the year before is not compared; nil "
           .. "where it is, or none was given."},
         {"body(): Body?", "What the body is, by the register and by its name; nil where nothing is known."},
         {"place(start: integer, stop: integer): DraftPlace", "A range of the tape, for `places` of a finding."},
         {"folded(text: string): string", "A text as the tape has it: width and traditional characters folded."},
         {"containment(a: string, b: string): number", "How much of one text stands in another, 0 to 1; see "
           .. "[govreport.similarity](#the-module-govreportsimilarity)."},
         {"leave_open(what: any)", "Leaves the verdict undecided: something that the rule needs cannot be told."},
         {"once(name: string, make: fun(): any): any", "What `make` gives, made once for a check and kept under a "
           .. "name. Not for nil or false."},
       }},
      {"FindingDraft", kind = "table", text = "What `report:finding` takes.",
       fields = {
         {"cells?: Cell[]", "The cells that it is about, first the one to look at."},
         {"places?: Placed[]", "Whatever else has a place."},
         {"message?: string|Text", "Which of the rule's messages, by name, where it has several. A rule without "
           .. "messages gives its text here."},
         {"fields?: table<string, any>", "The fields of the message; a value may be a Text. One that is missing "
           .. "raises."},
         {"expected?: any", "What should be there."}, {"actual?: any", "What is there."},
         {"severity?: Severity", "Instead of the rule's."},
         {"repair?: {address: string, value: integer|Decimal}[]", "The changes that repair it, where that is certain."},
         {"related?: {report: string, cell: Cell}[]", "Cells of other reports that were compared, each with that "
           .. "report's name."},
       }},
      {"DraftPlace", kind = "table", text = "A place for a finding.",
       fields = {{"raw: string", "What stands there, on one line."},
                 {"byte: integer", "Its first byte in the file, from 1."},
                 {"place: Position", "Where it stands."}}},
      {"Body", kind = "table", text = "What is known of a body.",
       fields = {
         {"type?: BodyType", "What kind of body."}, {"level?: BodyLevel", "Its level."},
         {"deadline?: string", "The register's local deadline for this report, an ISO date."},
         {"known_by: \"register\"|\"name\"", "Who says so."},
       }},
    },
    aliases = {
      {"CellOddity", "Why a cell holds anything but a whole number that is 0 or more.",
       values = {{"unfilled", "it is blank, or holds a dash, 无 or 不适用"}, {"unreadable", "it holds what is no number"},
                 {"absent", "its row or column is not in the source"},
                 {"number", "its number is below 0, not whole, or has a unit"}}},
      {"Placed", "What a finding can point at.",
       type = "Field|Section|Claim|Deviation|LedgerEntry|DraftPlace"},
      {"RuleFunction", "Looks at a report and records findings. One that raises is a notice, and the others still run.",
       type = "fun(report: RuleReport)"},
    },
  },
  {
    title = "Settings of a folder",
    text = "The file `.govreport.lua` of a folder returns this table. The command line looks for it; a program reads "
      .. "it with `govreport.settings`. Paths are those from the file's own folder.",
    functions = {
      {"settings(path: string): Settings", "Reads a file of settings; its paths are resolved. Raises where it cannot "
        .. "be read or is not right, with file and line."},
    },
    classes = {
      {"Settings", kind = "options", keys = "govreport.batch.settings keys", text = "The settings of a folder.",
       fields = {
         {"forms?: string[]", "Files or folders of forms to add."}, {"rules?: string[]", "Files of rules to add."},
         {"select?: string[]", "Only these rules or families."},
         {"ignore?: string[]", "Not these."}, {"severity?: table<string, Severity>", "Other severities."},
         {"waivers?: string", "A file of waivers."}, {"units?: string", "A register of units (CSV)."},
         {"lang?: Language", "Of messages."}, {"format?: OutputFormat", "How `check` prints findings."},
         {"fail_on?: \"error\"|\"warning\"", "The least severity that makes exit code 1."},
       }},
    },
    aliases = {
      {"OutputFormat", "How findings are printed.",
       values = {{"text", "for people"}, {"concise", "one line each"}, {"json", "see [json.md](json.md)"},
                 {"jsonl", "one JSON object a line"}, {"csv", "one row each, for spreadsheets"},
                 {"sarif", "SARIF 2.1.0"}, {"junit", "JUnit's XML"},
                 {"github", "annotations of GitHub's workflows"}}},
    },
  },
}

--- Checking: options, results, findings, waivers, units.

local place_fields = {
  {"line?: integer", "Where it stands, from 1; nil for what is not in the source, as the following three."},
  {"column?: integer", "In characters, from 1."}, {"byte?: integer", "Its first byte in the file, from 1."},
  {"byte_end?: integer", "Its last byte."},
  {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
  {"raw?: string", "What stands there. Numbers of persons are masked in findings."},
}

local function place(name, extends, text, fields)
  return {name, kind = "view", runtime = "Place", extends = extends, text = text, fields = fields}
end

local function with_rules(fields)
  local list = {
    {"rules?: (string|Rule|Rule[]|RuleFunction)[]", "Rules to add: files, rules, lists of rules, functions over the "
      .. "report."},
    {"select?: string[]", "Only these rules: ids (`\"cells.blank\"`) or families (`\"cells\"`)."},
    {"ignore?: string[]", "Not these rules or families."},
    {"severity?: table<string, Severity>", "Another severity for a rule or a family; that of a rule goes first."},
    {"lang?: Language", "Of the findings' `message`; they have `messages` in both."},
    {"waivers?: string|Waivers", "Findings that are accepted: a file, or Waivers."},
    {"today?: string", "An ISO date; needed where a waiver expires. The library reads no clock."},
    {"search_steps?: number",
     "The longest search for the causes of failing sums, in steps, shorter where more than 12 fail; 750000 where it is "
     .. "left out."},
  }
  return table.move(fields, 1, #fields, #list + 1, list)
end

return {
  {
    title = "Checking",
    text = "`govreport.check` for one report, `govreport.checker` for many. A mistake gives one finding. Results "
      .. "and what is in them are read-only; they stay when the report is closed.",
    functions = {
      {"letter(result: Result, options?: LetterOptions): Letter",
       "The letter to the body whose report was checked (退改意见): what must be corrected, what is to be verified, what "
         .. "is worth knowing. The report must be open. `render` gives it as HTML, as a Word file and as Markdown.",
       fails = {"io.*", "limit.input", "since.*"}, params = {options = "`since` may be a path; only this can fail"},
       example = [[
local report = govreport.open("examples/report-with-errors.txt")
local letter = govreport.letter(govreport.check(report, {lang = "en", select = {"applications"}}))
local item = letter.groups[1].items[1]
print(letter.count, item.row, item.column) --> 1	（四）无法提供1.本机关不掌握相关政府信息	自然人]]},
      {"annotate(result: Result, source: string|Bytes, options?: AnnotateOptions): string",
       "The content of the Word file that was checked, with each finding as a comment on the cell or the sentence that "
         .. "it is about. Comments and proposed changes of an earlier call are replaced, those of others stay; the "
         .. "same file and findings give the same bytes. The report must be open. What it does to a file: "
         .. "[word.md](word.md).",
       fails = {"annotate.*", "docx.*", "io.*", "limit.input"},
       params = {source = "the file: its path, or what it holds"},
       example = [[
local report = govreport.open("examples/report.txt")
local made, message, code = govreport.annotate(govreport.check(report), "examples/report.txt")
print(made, code) --> nil	annotate.format]]},
      {"rounds(text: string, options?: RoundsOptions): Rounds",
       "Reads the JSON of a first round of checks, as `render(batch, \"json\")` gives it, for the option `since`.",
       fails = {"since.*"}, params = {text = "schema `govreport.findings/1`"},
       example = [[
local report = govreport.open("examples/report-with-errors.txt")
local result = govreport.check(report, {select = {"applications"}})
local first = govreport.rounds(govreport.render(result, "json"))
local letter = govreport.letter(result, {since = first, lang = "en"})
print(letter.groups[1].items[1].status) --> open]]},
    },
    classes = {
      {"CheckOptions", kind = "options",
       keys = {"govreport.check option_keys", "govreport.check beside_keys", "govreport.base.options check"},
       text = "Of `govreport.check`. With every check run all rules of the project that fit the form, unless some "
         .. "are chosen.",
       fields = with_rules{
         {"units?: string|Units", "The register of units, or its file: what kind of body this is, its deadline."},
         {"previous?: string|Report", "The report of the same body for the year before, or its file."},
         {"series?: table", "What is amiss with the years in a folder; for the command `check --series`."},
         {"rollup?: Rollup", "The comparison with the units below; `govreport.rollup` passes it on."},
       }},
      {"CheckerOptions", kind = "options", keys = "govreport.check option_keys", text = "Of `govreport.checker`.",
       fields = with_rules{{"units?: Units", "The register of units."}}},
      {"Beside", kind = "options", keys = "govreport.check beside_keys",
       text = "What stands beside a report, for a Checker: it differs from report to report.",
       fields = {
         {"previous?: Report", "The report of the same body for the year before. One of another body or year is not "
           .. "compared, and a finding says so."},
         {"series?: table", "What is amiss with the years in a folder; for the command `check --series`."},
         {"rollup?: Rollup", "The comparison with the units below."},
       }},
      {"Result", kind = "view", text = "From `govreport.check`.",
       fields = {
         {"verdict: Verdict", "The outcome in one word."}, {"counts: Counts", "How many findings of each severity."},
         {"undecided: integer", "How many sums and tables could not be decided."},
         {"open: Undecided[]", "Which."},
         {"unread: boolean", "Whether most cells that the form asks for could not be read; then nothing is said to be "
           .. "missing."},
         {"list: Findings", "The findings in document order; what has no place comes first."},
         {"waived: Waived[]", "What was found and is accepted; it counts nowhere."},
         {"lang: Language", "Of the messages."},
         {"report: Report", "What was checked; it may be closed by now."},
       },
       hidden = {"sums", "rules"},
       methods = {
         {"findings(): fun(): Finding?", "Iterates over the findings in document order."},
         {"verdict_text(lang?: Language): string", "The verdict as people read it, like 未发现错误."},
         {"exit_code(fail_on?: \"error\"|\"warning\"): integer", "What a command about this report alone exits with; "
           .. "see [conventions](conventions.md#exit-codes-of-the-command-line)."},
       }},
      {"Undecided", kind = "view", text = "Of `result.open`: what could not be decided.",
       fields = {
         {"kind: UndecidedKind", "What it is."}, {"rule?: string", "The id of the rule; nil for a table."},
         {"title?: Messages", "What would have been checked, by language; nil for a table."},
         {"table?: string", "The id of the table; nil where it is about none."},
         {"row?: string", "Of a sum over a row: which."}, {"column?: string", "Of a sum over a column: which."},
         {"cells: string[]", "Addresses: of a sum the cells that hold no number, all where each holds one; else those "
           .. "that were not read."},
       }},
      {"LetterOptions", kind = "options", keys = "govreport.base.options letter", text = "Of `govreport.letter`.",
       fields = {
         {"lang?: Language", "Of the letter; that of the result where it is left out."},
         {"since?: string|Rounds", "A first round, or the file of its JSON: items are told as open, changed or new."},
         {"name?: string", "The name of the report's file in the first round; that of the document where it is left "
           .. "out."},
         {"rounds?: RoundsResult", "Instead of `since`: what an entry of a Batch has of it."},
         {"from?: string", "Who sends the letter."},
         {"date?: string", "Its date, ISO: `2025-02-05`. The library has no clock; the command gives today."},
         {"deadline?: string", "The day by which it is to be answered, ISO."},
         {"contact?: string", "Whom to ask: a name, a telephone."},
       }},
      {"AnnotateOptions", kind = "options", keys = "govreport.base.options annotate", text = "Of `govreport.annotate`.",
       fields = {
         {"lang?: Language", "Of the comments; that of the result where it is left out."},
         {"suggest?: boolean", "Whether a number that only one other can replace is replaced, as a tracked change that "
           .. "Word offers to accept or to reject."},
       }},
      {"Letter", kind = "view", text = "From `govreport.letter`.",
       fields = {
         {"lang: Language", "Of its texts."}, {"title: string", "Of the letter."},
         {"agency?: string", "The body that it is for."}, {"report?: string", "The title of the report."},
         {"year?: integer", "The year of the report."}, {"verdict: string", "As people read it."},
         {"opening: string", "The first sentence."},
         {"closing?: string", "The last one: what to do, and by when; nil where there are no items."},
         {"from?: string", "As given."}, {"contact?: string", "As given."},
         {"date?: string", "As people read it: 2025年2月5日."}, {"deadline?: string", "As people read it."},
         {"count: integer", "How many items there are."},
         {"groups: LetterGroup[]", "What must be corrected, what is to be verified, what is worth knowing; empty ones "
           .. "are left out."},
         {"resolved: string[]", "What is resolved since the first round."},
       }},
      {"LetterGroup", kind = "table", text = "The items of a severity.",
       fields = {{"severity: Severity", "Of its items."}, {"title: string", "Of the group."},
                 {"items: LetterItem[]", "In document order."}}},
      {"LetterItem", kind = "table", text = "One finding in a letter.",
       fields = {
         {"number: integer", "From 1, through all groups."}, {"part: string", "The part of the report."},
         {"row: string", "The row or rows; `\"\"` for none."}, {"column: string", "The column or columns; `\"\"` for "
           .. "none."},
         {"where: string", "Part, row, column and how many cells, in one text."},
         {"problem: string", "The message."}, {"change: string", "What to do."},
         {"tables: LetterTable[]", "The repair of several cells, the choice of repairs, or the cells that are not "
           .. "filled in, as small tables; empty for all others."},
         {"finding: Finding", "What it was made of: its `repair`, `cells`, `rule`."},
         {"status?: string", "Where there is a first round: 未改, 已改动，仍不符 or 新增, in the language of the letter."},
       }},
      {"LetterTable", kind = "table", text = "A small table: its cells are texts.",
       fields = {
         {"head: string[]", "The header; `\"\"` above labels."},
         {"labels: integer", "So many columns, from the first, are labels."},
         {"rows: LetterCell[][]", "The rows."},
       }},
      {"LetterCell", kind = "table", text = "A cell of a small table.",
       fields = {{"text: string", "A label, what stands there, or `18→17` for what is to be changed."},
                 {"marked: boolean", "Whether it is to be changed or filled in."}}},
      {"RoundsOptions", kind = "options", keys = "govreport.base.options rounds", text = "Of `govreport.rounds`.",
       fields = {{"name?: string", "How messages call the text."}, {"lang?: Language", "Of messages."}}},
      {"Rounds", kind = "object", text = "A first round of checks, from `govreport.rounds`, for the options `since`.",
       hidden = {"files"},
       methods = {
         {"compare(name: string?, subject: string, result: Result): RoundsResult?",
          "What became of the findings of a report; nil where the first round did not have it.",
          params = {name = "the name of its file", subject = "`subject` of an entry of a Batch"}},
       }},
      {"RoundsResult", kind = "table", text = "What became of the findings of a first round.",
       fields = {
         {"status: table<Finding, \"open\"|\"changed\"|\"new\">", "Of each finding of now."},
         {"resolved: table[]", "The findings that are gone, as the JSON has them."},
       }},
      {"Counts", kind = "view", text = "How many findings there are of each severity.",
       fields = {{"error: integer", "Must be corrected."}, {"warning: integer", "To be verified."},
                 {"info: integer", "Hints."},
                 {"notice: integer", "What only the tool could not do."}}},
      {"Findings", kind = "view", text = "`result.list`.", fields = {{"[integer]: Finding", "From 1."}},
       operators = {{"__len", "How many.", result = "integer"}}},
      {"Waived", kind = "table", text = "A finding that a waiver accepts.",
       fields = {{"finding: Finding", "What was found."}, {"reason: string", "Why it is accepted, by the waiver."}}},
      {"Finding", kind = "view", text = "What a rule says about a report. `tostring(finding)` is one line for people.",
       fields = {
         {"rule: string", "The id of the rule, permanent."}, {"severity: Severity", "How grave it is."},
         {"message: string", "In the language of the check; fit to be sent to the body."},
         {"messages: Messages", "In all languages."},
         {"cells: CellPlace[]", "The cells that it names."},
         {"places: Place[]", "Sentences, headings, facts that it names."},
         {"related: RelatedCell[]", "What was compared with it in other reports."},
         {"expected?: any", "What should be there, where there are two sides."},
         {"actual?: any", "What is there, where there are two sides."},
         {"repair: Repair", "The smallest change that makes all sums hold; empty where there is none or more than "
           .. "one."},
         {"alternatives: Repair[]", "Where several changes are as small: the plausible ones first, at most eight."},
         {"alternatives_count: integer", "How many there are in all."},
         {"cause?: CauseKind", "Of sums that fail: what kind of mistake explains them."},
         {"also: string[]", "Ids of other rules that fail by the same cause."},
         {"formerly: Finding[]", "What it was told as before, under other ids: waivers and first rounds that name "
           .. "those still hold."},
         {"fingerprint: string", "`KEY.VALUE`: the key says what it is about, the value what stood there; the same "
           .. "wherever the finding stands."},
         {"further?: integer", "Of the last finding of a rule that has more than 1,000 in a report: how many others it "
           .. "stands for, which are not told one by one. The counts of the Result have them."},
         {"line?: integer", "The first of its places, from 1; nil for what is not in the source, as the following "
           .. "three."},
         {"column?: integer", "In characters, from 1."}, {"byte?: integer", "Its first byte in the file, from 1."},
         {"byte_end?: integer", "Its last byte."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
       },
       example = [[
local report = govreport.open("examples/report-with-errors.txt")
local result = govreport.check(report, {lang = "en", select = {"applications"}})
local finding = result.list[1]
print(finding.severity, #finding.cells, finding.cells[1].address, finding.cells[1].value)
--> error	1	applications.unavailable_not_held.natural_person	5
print(finding.actual, finding.expected) --> 5	4]]},
      {"Messages", kind = "view", text = "The texts of a message, by language.",
       fields = {{"zh: string", "Chinese."}, {"en: string", "English."}}},
      {"List", kind = "view", text = "The lists in results are read-only: `#list`, `list[i]`, `ipairs(list)`.",
       fields = {{"[integer]: any", "From 1."}}, operators = {{"__len", "How many.", result = "integer"}}},
      place("Place", nil, "A place that a finding names.",
            place_fields),
      place("CellPlace", "Place", "A cell that a finding names.",
            {{"address?: string", "`table.row.column`."}, {"state?: CellState", "What stands in it."},
             {"value?: CellValue", "Its value."}}),
      place("RelatedCell", "CellPlace", "A cell of another report that a finding compares with.",
            {{"report?: string", "Which report: its name."}}),
      place("Change", nil, "A change of a cell.",
            {{"address: string", "Of the cell."},
             {"value?: integer|Decimal", "What it must be; nil where only bounds are known."},
             {"at_least?: integer|Decimal", "The lower bound of a value that is not certain; nil for none."},
             {"at_most?: integer|Decimal", "Its upper bound; nil for none."}}),
      {"Repair", kind = "view", runtime = "List", extends = "List", text = "A list of changes that go together.",
       fields = {{"[integer]: Change", "From 1."}, {"kind?: RepairKind", "What kind of mistake it repairs."}}},
      {"Waivers", kind = "view", text = "Findings that are accepted: from `require \"govreport.waivers\"`, "
        .. "`load(path)` or `new(list)`. For the option `waivers`.",
       hidden = {"entries"},
       methods = {
         {"idle(): IdleWaiver[]", "The waivers about reports that were checked and that waive nothing any more."},
         {"valid(today: string?): Waiver[]", "Those that have not expired.",
          params = {today = "ISO date; nil for all"}},
         {"apply(findings: Finding[], report: Report, today: string?, ran: fun(rule: string): boolean): Finding[], "
           .. "Waived[]",
          "Parts findings into those that stand and those that are waived; `govreport.check` does it.",
          params = {today = "ISO date; needed where a waiver expires", ran = "whether a rule ran"}},
       }},
      {"Waiver", kind = "options", keys = "govreport.waivers entry_keys",
       text = "One waiver. It holds only as long as its value stands in the report.",
       fields = {
         {"rule: string", "The rule whose finding is accepted."}, {"reason: string", "Why."},
         {"agency?: string", "Only for reports of this body."}, {"year?: integer", "Only for reports of this year."},
         {"cell?: string", "The address of a cell that the finding names; needs `value`."},
         {"sentence?: string", "Words of a sentence that the finding names, instead of `cell`; needs `value`."},
         {"value?: any", "The value of the cell, its state (`\"blank\"`), or the number in the sentence that is "
           .. "wrong."},
         {"fingerprint?: string", "The fingerprint of the finding, instead of `cell` and `value`."},
         {"expires?: string", "The last day on which it holds, an ISO date."},
       }},
      {"IdleWaiver", kind = "table", text = "A waiver that waives nothing.",
       fields = {{"rule: string", "Its rule."}, {"agency?: string", "The body that it is for; nil for all."},
                 {"year?: integer", "The year that it is for; nil for all."}, {"reason: string", "Its reason."},
                 {"expires?: string", "Its last day."},
                 {"state: WaiverState", "Why it waives nothing."}}},
      {"Units", kind = "view", text = "A register of units, from `govreport.units`.",
       fields = {{"list: Unit[]", "All units, in the order of the file."}}, hidden = {"by_name", "by_short"},
       methods = {{"find(name: string?): Unit?", "The unit of a name or an alias, with or without the city or county "
         .. "in front; nil where there is none, or several may be meant."}}},
      {"Unit", kind = "view", text = "A body in a register. What is left blank there is nil.",
       fields = {
         {"name: string", "Its name."}, {"type?: BodyType", "What kind of body it is."},
         {"level?: BodyLevel", "Its level."},
         {"parent?: string", "The name of the unit above."},
         {"code?: string", "行政区划代码: 6, 9 or 12 digits."},
         {"deadline?: string", "The local deadline: `\"01-20\"`, or an ISO date."},
         {"aliases: string[]", "Names that it had before."}, {"line: integer", "Of the file."},
         {"year?: integer", "In a roster: the year that the entry is for."},
       },
       methods = {{"deadline_for(year: integer): string?",
                   "The local deadline of the report on a year, an ISO date; nil where the register gives none."}}},
      {"UnitsOptions", kind = "options", keys = "govreport.bodies.units option_keys", text = "Of `govreport.units`.",
       fields = {
         {"name?: string", "How messages call the file; its path where it is left out."},
         {"lang?: Language", "Of messages."},
         {"roster?: boolean", "Whether it is a list of expected reports: a column 年度 may be there, parents need "
           .. "not be."},
       }},
      {"UnitsProblem", kind = "table", text = "Something that is wrong in a register.",
       fields = {{"code: Code", "Permanent."}, {"line: integer", "Of the file; 0 for the file as a whole."},
                 {"message: string", "For people."}}},
    },
    aliases = {
      {"Severity", "How grave a finding is.",
       values = {{"error", "certain, on an official basis: must be corrected"}, {"warning", "doubtful: to be verified"},
                 {"info", "a hint"}, {"notice", "what only the tool could not do"}}},
      {"UndecidedKind", "What could not be decided.",
       values = {{"sum", "a sum of which cells are not known"},
                 {"table", "a table that could not be read, or has rows that could not"},
                 {"rule", "what a rule asks for"}}},
      {"Verdict", "The outcome of a check.",
       values = {{"pass", "nothing found but hints"}, {"review", "warnings to verify"}, {"fail", "errors"},
                 {"undecided", "no errors, but something needed could not be decided"}}},
      {"RepairKind", "What kind of mistake a change repairs.",
       values = {{"digit", "a digit too many or too few, or two neighbouring ones exchanged"},
                 {"swap", "two cells next to each other hold each other's value"},
                 {"totals", "totals were not added up"}, {"cells", "any other"},
                 {"rows", "neighbouring rows were exchanged"}, {"columns", "neighbouring columns were exchanged"},
                 {"shift", "the values of a row stand one column too far"}}},
      {"CauseKind", "What explains sums that fail.",
       type = "RepairKind|\"choice\"|\"unsearched\"",
       more = "A RepairKind where one change explains them, `\"choice\"` where several do, `\"unsearched\"` where "
         .. "the search was given up."},
      {"WaiverState", "Why a waiver waives nothing.",
       values = {{"expired", "its last day is past"}, {"changed", "another value stands there now"},
                 {"unused", "there is no such finding"}}},
      {"BodyType", "What kind of body a unit is.",
       values = {{"government", "人民政府, 乡镇 among them"}, {"office", "the office of a government"},
                 {"department", "部门"}, {"subdistrict", "街道办事处"}, {"institution", "事业单位"}}},
      {"BodyLevel", "The level of a unit.",
       values = {{"national", "国家"}, {"province", "省级"}, {"city", "市级"}, {"county", "县级"},
                 {"township", "乡镇"}}},
    },
  },
}

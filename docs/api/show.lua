--- Showing: objects as text, JSON and more.

return {
  {
    title = "Showing",
    text = "`govreport.render` makes a text of an object, in one of its formats. The first of each row is the usual "
      .. "one: Report `text`, `tsv`, `csv`, `json`, `jsonl`, `quantities`, `claims`, `ledger`; Collection `tsv`, "
      .. "`csv`, `json`, `jsonl`; Result and Batch `text`, `concise`, "
      .. "`json`, `jsonl`, `csv`, `sarif`, `junit`, `github`, `statistics`, `waivers`; Result also `page`; "
      .. "Trace, Difference, Copies, "
      .. "SimilarGroups, Rollup, Rules, Forms `text`, `json`; Explanation, FormChoice `text`; Letter `html`, "
      .. "`docx`, `md`; FilledForm `text`, `docx`, `html`; Draft `form`, `test`, `summary`; RuleDraft `rule`, `test`. "
      .. "What JSON holds is in [json.md](json.md).",
    functions = {
      {"render(object: any, format?: Format, options?: RenderOptions): string?",
       "Shows an object in one of its formats; nil where the option `write` takes the pieces. Raises for a format that "
         .. "it does not have, with those that it has. Only what is a Word file can fail.",
       fails = {"docx.missing"},
       params = {object = "one of those above", format = "the usual one where it is left out"},
       example = [[
local report = govreport.open("examples/report-with-errors.txt")
local result = govreport.check(report, {select = {"applications"}, lang = "en"})
print(govreport.render(result, "concise"):match("^[^ ]+ (%a+)")) --> error
print(govreport.render(report, "tsv"):match("[^\n]*")) --> table	row	column	state	value	unit	note	line	raw	inferred]]},
      {"printer(batch: Batch|Collection, format?: FindingsFormat, options?: PrinterOptions): Printer",
       "A printer of the findings of a Batch, or of a Collection as data, for programs that go through the entries "
         .. "themselves.",
       params = {format = "of a Collection `tsv`, `csv`, `json`, `jsonl`"},
       example = [[
local batch = govreport.check_files("examples/report.txt", {select = {"disputes"}})
local printer = govreport.printer(batch, "jsonl")
local text = printer:head()
for entry in batch:entries() do text = text .. printer:entry(entry) end
print(#(text .. printer:foot()), batch.files) --> 0	1]]},
      {"inspect(value: any, options?: InspectOptions): string",
       "Any value as the prompt of `govreport lua` shows it: a table of a report as a grid, a list line by line, "
         .. "everything else in one line.",
       example = [[
local report = govreport.open("examples/report.txt")
print((govreport.inspect(report:cell("disputes.reconsideration.total")):gsub("\n$", "")))
--> govreport.Cell: disputes.reconsideration.total number 2]]},
    },
    classes = {
      {"RenderOptions", kind = "options", keys = "govreport.render.formats option_keys", text = "Of "
        .. "`govreport.render`. What a format has no use for is passed over.",
       fields = {
         {"lang?: Language", "Of the text; that of the object, else Chinese, where it is left out."},
         {"color?: boolean", "Whether text has colours for a terminal."},
         {"name?: string", "What the file is called; that of the document where it is left out."},
         {"names?: table<string, string>", "Of a Difference the names of `a` and `b`; of a Draft or a RuleDraft those "
           .. "of the files: `form` or `rule`, `test`, and `from`, the example."},
         {"write?: fun(text: string)", "Takes the text in pieces."},
         {"detail?: \"brief\"|\"full\"", "Of findings as text: without tables and source lines; with all that there "
           .. "is."},
         {"addresses?: boolean", "Of findings as text: whether below each stand the addresses of its cells."},
         {"fail_on?: \"error\"|\"warning\"", "Of findings: the least severity that is a failure."},
         {"errors_only?: boolean", "Of findings as text: other findings are counted and not shown."},
         {"sort?: \"worst\"", "Of findings as text, concise, JSON lines, CSV or for GitHub: the files with the "
           .. "most severe findings first. All of them are kept until the last one was checked."},
         {"bom?: boolean", "Of CSV: whether a byte order mark stands in front, as spreadsheets want it "
           .. "of files."},
         {"all?: boolean", "Of a Trace as text: what was found as well, not only what was missed."},
         {"since?: Rounds", "Of a Result: a first round, to tell what is resolved, open and new."},
       }},
      {"PrinterOptions", kind = "options", keys = "govreport.render.printer option_keys", text = "Of "
        .. "`govreport.printer`. What a format has no use for is passed over.",
       fields = {
         {"lang?: Language", "Of the text; that of the Batch where it is left out."},
         {"color?: boolean", "Whether text has colours for a terminal."},
         {"detail?: \"brief\"|\"full\"", "Of text: without tables and source lines; with all that there is."},
         {"addresses?: boolean", "Of text: whether below each finding stand the addresses of its cells."},
         {"fail_on?: \"error\"|\"warning\"", "The least severity that is a failure."},
         {"errors_only?: boolean", "Of text: other findings are counted and not shown."},
         {"sort?: \"worst\"", "As text, concise, JSON lines, CSV or for GitHub: the files with the most severe "
           .. "findings first. All of them are kept until the last one was checked."},
         {"bom?: boolean", "Of CSV: whether a byte order mark stands in front, as spreadsheets want it of files."},
       }},
      {"InspectOptions", kind = "options", keys = "govreport.base.options inspect", text = "Of `govreport.inspect`.",
       fields = {{"lang?: Language", "Of the words in it."}}},
      {"Printer", kind = "object", text = "From `govreport.printer`: `head`, then `entry` for each entry, then `foot`. "
        .. "Each gives the text of its place, `\"\"` for nothing. With "
        .. "`sort` all entries are in the foot.",
       hidden = {"own", "batch", "fail_on", "kept", "kind", "bom", "count"},
       methods = {
         {"head(): string", "What stands in front of all entries."},
         {"entry(entry: BatchEntry|CollectionEntry): string", "The findings of an entry, or that it could not be read; "
           .. "of a Collection the report, nothing for what could not be read."},
         {"foot(): string", "What stands behind the last entry."},
       }},
    },
    aliases = {
      {"FindingsFormat", "How the findings of a Result or a Batch are shown.",
       type = "OutputFormat|\"statistics\"|\"waivers\"",
       more = "An OutputFormat; `\"statistics\"`: how many findings of each rule; `\"waivers\"`: a file of waivers for "
         .. "all of them."},
      {"Format", "How an object is shown; which it has is said above.",
       values = {
         {"text", "for people"}, {"json", "see [json.md](json.md)"},
         {"tsv", "of a Report or a Collection: one line for each cell"},
         {"quantities", "of a Report: the quantities and dates of its text"},
         {"claims", "of a Report: what its sentences say of its tables, and whether it agrees"},
         {"ledger", "of a Report: what became of every number"},
         {"concise", "of findings: one line each"}, {"jsonl", "of findings and of reports: one JSON object a line"},
         {"csv", "of findings: one row each, for spreadsheets; of a Report or a Collection: one row for each cell, "
           .. "with the file, the body, the year and the form in front, and page and spot behind"},
         {"sarif", "of findings: SARIF 2.1.0"}, {"junit", "of findings: JUnit's XML"},
         {"github", "of findings: annotations of GitHub's workflows"},
         {"statistics", "of findings: how many of each rule"}, {"waivers", "of findings: a file of waivers"},
         {"page", "of a Result: what was found beside the report, a page for a browser; see [review.md](review.md)"},
         {"html", "of a Letter or a FilledForm: a page that prints"}, {"md", "of a Letter: Markdown"},
         {"docx", "of a Letter or a FilledForm: a Word file"}, {"form", "of a Draft: the script of the form"},
         {"rule", "of a RuleDraft: the script of the rule"}, {"test", "of drafts: the test beside the script"},
         {"summary", "of a Draft: what was drafted, and how much of the example it reads"},
       }},
    },
  },
}

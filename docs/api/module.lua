--- The functions of `require "govreport"`, and what their options may hold.

local read_fails = {"io.*", "input.*", "limit.*"}
local open_fails = {"io.*", "input.*", "limit.*", "form.unknown", "form.failed"}

return {
  {
    title = "The module",
    text = "`local govreport = require \"govreport\"`. Functions that read something from outside give their "
      .. "result, or `nil`, a message for people and a permanent [code](#codes). Wrong use (a wrong type, an "
      .. "unknown option) raises where the call stands, with the name of the argument. The command line does nothing "
      .. "that a function here does not: [commands.md](commands.md) has which.",
    fields = {{"version: string", "The version of the library, like `\"0.1.0\"`."}},
    functions = {
      {"open(path: string, options?: ReadOptions): Report", "Reads and recognises a file: what most programs begin "
        .. "with.",
       params = {path = "of a text, Markdown or HTML file"},
       fails = open_fails,
       example = [[
local report, message, code = govreport.open("examples/report.txt", {lang = "en"})
print(report.agency, report.year, report.form) --> 云岭市水务局	2020	cn_disclosure_2019
print(select(3, govreport.open("no/such/file"))) --> io.missing]]},
      {"parse(bytes: string, options?: ReadOptions): Report", "The same for the content of a file that is in memory "
        .. "already.",
       params = {bytes = "in any encoding"}, fails = {"input.*", "limit.*", "form.unknown", "form.failed"}},
      {"read(path: string, options?: ReadOptions): Document",
       "Reads a file without asking what kind of report it is.", fails = read_fails,
       example = [[
local document = govreport.read("examples/report-2021.html")
for block in document:blocks() do
  if block.kind == "table" then print(block.rows, block.columns, block.line) break end
end --> 3	4	40]]},
      {"read_bytes(bytes: string, options?: ReadOptions): Document", "The same for content in memory.",
       fails = {"input.*", "limit.*"}},
      {"recognise(document: Document, options?: ReadOptions): Report",
       "Makes a Report of a Document: finds its form, then its facts, parts, tables and numbers. The document "
         .. "cannot be closed before the report is.", fails = {"form.unknown", "form.failed", "limit.memory"}},
      {"check(report: Report, options?: CheckOptions): Result",
       "Checks a report and gives the findings. Raises for an unknown rule, a rule or a waiver that is not right.",
       fails = {"units.*", "csv.*", "io.*", "input.*", "limit.*", "form.unknown", "form.failed"},
       params = {options = "`units` and `previous` may be paths here; only these can fail"},
       example = [[
local report = govreport.open("examples/report-with-errors.txt")
local result = govreport.check(report, {lang = "en", select = {"applications"}})
print(result.verdict, result.counts.error) --> fail	1
for finding in result:findings() do
  print(finding.rule, finding.line, finding.repair[1].address, finding.repair[1].value)
end --> applications.row_total	366	applications.unavailable_not_held.natural_person	4]]},
      {"checker(options?: CheckerOptions): Checker, Rule[]",
       "Makes a checker for many reports: rules are loaded and compiled once. Gives it, and the list of the rules "
         .. "that it runs. Raises as `check` does.",
       example = [[
local check = govreport.checker{select = {"disputes"}}
for _, path in ipairs{"examples/report.txt", "examples/report-with-errors.txt"} do
  local report <close> = govreport.open(path)
  print(check(report).verdict)
end --> pass
--> fail]]},
      {"call_scripts_with(caller?: fun)",
       "Sets how the scripts of forms and rules are called from now on, and documents read where a script declares a "
         .. "form: `caller(bytes, f, …)` gives true and what `f(…)` gives, or false and why it was stopped, as a text: "
         .. "then nothing of the call may be left. `bytes` is the size of the document, 0 for a call of one function. "
         .. "Without `caller` they are called here, on a [budget](security.md): the library starts no process.",
       example = [[
local calls = 0
govreport.call_scripts_with(function(_, f, ...)
  calls = calls + 1
  return true, f(...)
end)
govreport.load_forms("examples/forms/library.lua")
govreport.call_scripts_with()
print(calls) --> 1]]},
      {"diff(a: Report, b: Report, options?: DiffOptions): Difference",
       "What differs between two reports of any forms and years: facts, cells, titles, sentences. Both must stay "
         .. "open as long as the result is used."},
      {"same(list: (Report|string|Bytes)[], options?: SameOptions): Copies",
       "Whether several files carry the same report (a draft, the page, the file to download): each is compared with "
         .. "the first, years as printed. Where the first cannot be read, there is nothing to compare with.",
       fails = open_fails, params = {list = "two at least: Reports, paths, or contents"},
       example = [[
local copies = govreport.same{"examples/report.txt", "examples/report-with-errors.txt"}
print(copies:verdict(), #copies, copies[1].difference:count()) --> different	1	7]]},
      {"similar(list: (Report|string|Bytes)[], options?: SimilarOptions): SimilarGroups",
       "Near-identical parts among many reports: who copied from whom, or all from one text. The largest groups of "
         .. "a part come first. Of files one is open at a time.",
       params = {list = "Reports, paths, or contents"}},
      {"member(report: Report, name?: string): Member",
       "What `rollup` needs of a report, so that the report can be closed.",
       params = {name = "how messages call it; its body and year where it is left out"}},
      {"rollup(parent: Report, children: (Report|Member|string|Bytes)[], options?: RollupOptions): Rollup, Result",
       "Compares a report with those of the units below, of which it should be the sum, cell by cell. Gives also the "
         .. "Result of the rules about it. A child that cannot be read is an unknown number in every cell.",
       fails = {"rollup.parent", "units.*", "csv.*", "io.*", "limit.input"},
       params = {children = "Reports, what `member` gave of them, paths, or contents"}},
      {"units(path: string, options?: UnitsOptions): Units",
       "Reads a register of units: a CSV file with a column `name` (名称) and, as far as known, `type`, `level`, "
         .. "`parent`, `code`, `deadline`, `aliases`. Where it fails, the list of all problems comes as the fourth "
         .. "value.",
       fails = {"units.*", "csv.*", "io.*", "limit.input"}, problems = "UnitsProblem[]"},
      {"decimal(value: string|integer|Decimal, options?: DecimalOptions): integer|Decimal",
       "The exact number of a text. What is a number already is given back.", fails = {"number.*"},
       params = {value = "like `\"190.457379\"`: digits, a point, a minus; at most 15 significant digits"},
       example = [[
print(govreport.decimal("0.1") + govreport.decimal("0.2")) --> 0.3
print(govreport.decimal("12.50"), govreport.decimal("3.0")) --> 12.5	3
print((select(2, govreport.decimal("12a", {lang = "en"})))) --> '12a' is no number; write '12' or '190.45'.]]},
      {"ratio(a: integer|Decimal, b: integer|Decimal, places?: integer): integer|Decimal",
       "An exact quotient, rounded half away from zero. Raises for `b = 0`.",
       params = {places = "digits behind the point, 0 (where it is left out) to 15"},
       example = "print(govreport.ratio(1, 3, 4), govreport.ratio(6, 3)) --> 0.3333\t2"},
    },
    aliases = {
      {"Checker", "Checks one report. `beside` is what stands beside it.",
       type = "fun(report: Report, beside?: Beside): Result"},
      {"Language", "Of messages.", values = {{"zh", "Chinese; where nothing is said"}, {"en", "English"}}},
      {"InputFormat", "How bytes are read.",
       values = {{"auto", "found out by the content; where nothing is said"}, {"text", "plain text or Markdown"},
                 {"html", "a web page"}}},
    },
    classes = {
      {"ReadOptions", kind = "options", keys = "govreport.base.options read",
       text = "How a file is read. Unknown keys raise, as in all tables of options, and the nearest known key is "
         .. "named.",
       fields = {
         {"name?: string", "How messages call the input; the path where a file is read."},
         {"lang?: Language", "Of messages."},
         {"encoding?: string", "As iconv names it, like `\"GB18030\"`; found out where it is left out. Goes before "
           .. "what a page says of itself."},
         {"format?: InputFormat", "How bytes are read."},
         {"max_input?: integer", "The largest input in bytes; 268435456 (256 MiB) for files."},
         {"max_memory?: integer", "The bytes that one object of the core may hold."},
       }},
      {"DecimalOptions", kind = "options", keys = "govreport.base.options decimal", text = "Of `govreport.decimal`.",
       fields = {{"lang?: Language", "Of the message."}}},
    },
  },
}

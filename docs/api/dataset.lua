--- Datasets: very many documents as one dataset, on one machine or on many.

-- What decides how a report is read and checked, as of a checker.
local function checker_fields(list)
  local fields = {
    {"rules?: (string|Rule|Rule[]|RuleFunction)[]", "As of a checker, and so the next seven."},
    {"select?: string[]", "Only these rules or families."}, {"ignore?: string[]", "Not these."},
    {"severity?: table<string, Severity>", "Other severities."}, {"lang?: Language", "Of messages."},
    {"waivers?: string|Waivers", "Findings that are accepted."}, {"today?: string", "An ISO date, for waivers."},
    {"search_steps?: number", "The longest search for the causes of failing sums."},
    {"units?: string|Units", "The register of units, or its file: what kind of body each is, its level, its code."},
    {"encoding?: string", "Of the documents; found out where it is left out."},
    {"seconds?: number", "What a document may take on the clock, 60 where it is left out; of a processor at most 20."},
    {"memory?: integer", "What a document may take beside what the program has, in bytes; 1 GiB where it is left out."},
    {"before?: fun(file: string)", "Called in the process that reads a document, before it does."},
  }
  return table.move(list, 1, #list, #fields + 1, fields)
end

local output_fields = {
  {"output: string", "Where it goes: a file that ends with `.sqlite` (also `.sqlite3`, `.db`), `.jsonl` (`.ndjson`) or "
    .. "`.xlsx`, or a folder of CSV files, which ends with `/` or is there."},
  {"to?: \"sqlite\"|\"csv\"|\"jsonl\"|\"xlsx\"", "What is written, where the path does not say it."},
  {"cells?: boolean", "Of a workbook: false for no sheet of cells."},
  {"progress?: fun(summary: DatasetSummary)", "Called behind each document, in order."},
}

return {
  {
    title = "Datasets",
    text = "Very many documents as one dataset: a database of SQLite, CSV files, JSON lines or a workbook. "
      .. "[datasets.md](datasets.md) says what it holds, [worker.md](worker.md) how `worker`, `plan` and `merge` go "
      .. "together. Documents are read by processes of their own (where govreport.process is there), one at a time "
      .. "each, within limits: what ends such a process costs one document, and nothing else. The same documents, "
      .. "options and version give the same dataset, however many processes read.",
    functions = {
      {"dataset(paths: string|(string|Bytes)[], options: DatasetOptions): DatasetSummary",
       "Reads documents into one dataset: each report with its cells, parts, quantities and findings, and what could "
         .. "not be read with the reason. It is there as a whole or not at all; two programs cannot write one at the "
         .. "same time. Raises as `check` does, and where `output` says no kind of dataset.",
       params = {paths = "files, folders and archives as by `files`; an empty list for those of the manifest"},
       fails = {"dataset.*", "manifest.*", "units.*", "csv.*", "io.*", "limit.*"},
       example = [[
local path = os.tmpname()
local documents = {"examples/report.txt", "examples/report-2021.html", {name = "a.txt", bytes = "通知"}}
local summary = govreport.dataset(documents, {output = path, to = "jsonl"})
print(summary.files, summary.ok, summary.unread.not_a_report) --> 3	2	1
for _, failure in ipairs(summary.failures) do print(failure.name, failure.status, failure.code) end
--> a.txt	not_a_report	form.unknown
print(govreport.dataset_exit_code(summary)) --> 3
os.remove(path)]]},
      {"dataset_exit_code(summary: DatasetSummary): integer", "What a command about a dataset exits with: 3 where a "
        .. "document was not read, else 0."},
      {"worker(input: Lines, write: fun(line: string), options?: WorkerOptions): integer",
       "Answers records, each with one line of JSON, in their order: [worker.md](worker.md) says what both hold. "
         .. "Gives how many there were. Raises as `check` does.",
       params = {write = "gets each answer with its line end, as soon as those before it are written"},
       fails = {"units.*", "csv.*", "io.*", "limit.*"},
       example = [[
local lines, at = {"examples/report.txt", '{"id": "b", "name": "menu.txt", "text": "菜谱"}'}, 0
local input = {next = function() at = at + 1 return lines[at] end}
local function write(line) print(line:match '"id":([^,]+)', line:match '"status":("[^"]+")') end
print(govreport.worker(input, write)) --> 1	"ok"
--> "b"	"not_a_report"
--> 2]]},
      {"plan(paths: string|string[], options: PlanOptions): string[][], {path: string, message: string, code: Code}[]",
       "Plans documents for many machines: a list of files for a folder, each a name and its content. All but the "
         .. "last, `plan.json`, are shards: records for workers. Gives also what is not among them, as `files` does.",
       params = {paths = "as of `dataset`, without Bytes"},
       fails = {"manifest.*", "csv.*", "io.*", "limit.*"},
       example = [[
local files = govreport.plan({"examples/report.txt", "examples/report-2021.html"}, {shards = 2})
for _, file in ipairs(files) do print(file[1]) end --> 0001.jsonl
--> 0002.jsonl
--> plan.json]]},
      {"merge(plan: string, answers: string[], options: MergeOptions): DatasetSummary",
       "Puts the answers of workers together into one dataset, the same as `dataset` would have made of the "
         .. "documents. Every record of the plan has to be answered once, by workers of one version with the same "
         .. "rules and options; where that is not so nothing is written.",
       params = {plan = "the folder of the plan", answers = "the files of the answers, in any order"},
       fails = {"plan.*", "merge.*", "dataset.*", "io.*", "limit.*"}},
    },
    aliases = {
      {"DocumentStatus", "What became of a document; [datasets.md](datasets.md#what-cannot-be-read) has more.",
       values = {
         {"ok", "it was read as a report, and checked"}, {"not_a_report", "it is no report of a known form"},
         {"unreadable", "it could not be had, or is of a kind that is not read"},
         {"bad_input", "it is empty, or the record that asks for it is not right"},
         {"bad_encoding", "its text has no known encoding"}, {"too_large", "it is larger than what is read"},
         {"timeout", "it took longer than it may"}, {"memory", "it took more memory than it may"},
         {"crash", "it ended the process that read it"}, {"rule_error", "a rule, a form or the program failed on it"},
       }},
    },
    classes = {
      {"DatasetOptions", kind = "options",
       keys = {"govreport.check option_keys", "govreport.base.options dataset"}, text = "Of `govreport.dataset`.",
       fields = checker_fields{
         output_fields[1], output_fields[2],
         {"update?: boolean", "Whether what is in the dataset is kept: documents are read that are new or changed, "
           .. "all where the version, the rules or the options changed, and what is no more among them is taken out. "
           .. "Not of a workbook."},
         {"manifest?: string", "A CSV file that lists the documents, and what is known of each beside its content; see "
           .. "[datasets.md](datasets.md#a-manifest)."},
         {"jobs?: integer", "How many processes read, 2 where it is left out; 0 for this one alone, without limits."},
         output_fields[3], output_fields[4],
       }},
      {"WorkerOptions", kind = "options",
       keys = {"govreport.check option_keys", "govreport.base.options worker"}, text = "Of `govreport.worker`.",
       fields = checker_fields{
         {"jobs?: integer", "How many processes read, 1 where it is left out; 0 for this one alone, without limits."},
       }},
      {"PlanOptions", kind = "options", keys = "govreport.base.options plan", text = "Of `govreport.plan`.",
       fields = {
         {"shards: integer", "How many there are to be; no more than documents."},
         {"manifest?: string", "A CSV file that lists the documents."},
         {"encoding?: string", "Of the documents; found out where it is left out."},
         {"lang?: Language", "Of messages."},
       }},
      {"MergeOptions", kind = "options", keys = "govreport.base.options merge", text = "Of `govreport.merge`.",
       fields = {
         output_fields[1], output_fields[2],
         {"jobs?: integer", "How many processes convert, 2 where it is left out; 0 for this one alone."},
         output_fields[3], output_fields[4], {"lang?: Language", "Of messages."},
       }},
      {"Lines", kind = "table", text = "Where `govreport.worker` takes records from.",
       fields = {
         {"next: fun(may_wait: boolean): string?, boolean?", "Gives the next line, without its end; nil at the end; "
           .. "nil, true where none has come yet: only where it may not wait."},
       }},
      {"DatasetSummary", kind = "table", text = "What became of documents.",
       fields = {
         {"files: integer", "How many there are in all."}, {"done: integer", "How many were looked at so far."},
         {"ok: integer", "Reports that were read."},
         {"partly: integer", "Those of them with cells that are in the form and could not be read or are not there."},
         {"same: integer", "Documents that are in the dataset already as they are, and were not read again."},
         {"unread: table<DocumentStatus, integer>", "How many of each other status there are."},
         {"failures: DatasetFailure[]", "Those, in order."},
         {"peak?: integer", "The most memory that a process had that read, in bytes; nil from `merge`."},
       }},
      {"DatasetFailure", kind = "table", text = "A document that is in the dataset as one that was not read; or a "
        .. "folder or an archive of which nothing is.",
       fields = {
         {"name: string", "Its path."}, {"status: DocumentStatus", "What became of it."},
         {"message: string", "For people."}, {"code: Code", "Permanent."},
       }},
    },
  },
}

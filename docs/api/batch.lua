--- Many reports: files and folders, one report after the other.

return {
  {
    title = "Many reports",
    text = "A [Collection](#collection) opens files one after the other, a [Batch](#batch) checks them as well, all "
      .. "with the same rules: however many they are, one report is open at a time. Where a function takes paths, "
      .. "`{name, bytes}` stands for a file whose content is in memory; what could not be read is told beside the "
      .. "others.",
    functions = {
      {"files(paths: string|(string|Bytes)[], options?: FilesOptions): (string|Bytes)[], "
         .. "{path: string, message: string, code: Code}[]",
       "The files that some paths stand for: of a folder or a ZIP archive all whose names say that they are reports "
         .. "(`.txt`, `.text`, `.md`, `.markdown`, `.html`, `.htm`, `.xhtml`, `.shtml`, `.docx`, `.docm`, `.dotx`, "
         .. "`.mht`, `.mhtml`, `.eml`, `.pdf`), those of the folders and archives in it as well, in the order of their "
         .. "names, but for hidden ones. A file with several names, or named twice, is there once; one "
         .. "in an archive has the path `round.zip/a.html`, by which it is opened. Gives also what is not "
         .. "among them: folders without reports (`io.no_reports`), what the system refuses "
         .. "(`io.unreadable`), archives that are not right (`zip.*`), links to folders (`io.link`), and for "
         .. "each other kind of file that may be a report, like OFD, how many there are and what to do "
         .. "(`io.unsupported`).",
       example = [[
for _, path in ipairs((govreport.files{"examples/forms", "examples/report.txt"})) do print(path) end
--> examples/forms/library.html
--> examples/forms/website_oversight.html
--> examples/report.txt]]},
      {"open_files(paths: string|(string|Bytes)[], options?: OpenFilesOptions): Collection",
       "Opens files, and those of folders, when the Collection is asked for them.",
       fails = {"encoding.unknown"},
       example = [[
local collection = govreport.open_files({"examples/report.txt", "no/such/file"}, {lang = "en"})
for entry in collection:entries() do
  if entry.report then print(entry.name, entry.report.year) else print(entry.name, entry.code) end
end --> examples/report.txt	2020
---> no/such/file	io.missing
print(collection.files, collection.unread) --> 1	1
collection = govreport.open_files{"examples/report.txt", "examples/report-2021.html"}
print(govreport.render(collection, "csv"):match("[^\r\n]*"))
--> file,agency,year,form,table,row,column,state,value,unit,note,line,raw,inferred,page,spot]]},
      {"check_files(paths: string|(string|Bytes)[], options?: CheckFilesOptions): Batch",
       "Checks files, and those of folders, when the Batch is asked for them. Raises as `check` does.",
       fails = {"units.*", "csv.*", "io.*", "input.*", "limit.*", "since.*"},
       params = {options = "`units` and `since` may be paths here; only these can fail"},
       example = [[
local batch = govreport.check_files({"examples/report.txt", "no/such/file"}, {select = {"disputes"}, lang = "en"})
for entry in batch:entries() do
  if entry.result then print(entry.name, entry.result.verdict) else print(entry.name, entry.code) end
end --> examples/report.txt	pass
--> no/such/file	io.missing
print(batch.files, batch.unread, batch:exit_code()) --> 1	1	3]]},
      {"review(paths: string|(string|Bytes)[], options?: ReviewOptions): ReviewFolder",
       "Reviews reports for somebody who opens the result in a browser: a page on which the findings stand beside the "
         .. "report, and a letter, for each; a list of all; a table of all findings; the first round of the next. The "
         .. "reports are checked when the files are asked for. [review.md](review.md) says what they hold.",
       fails = {"units.*", "csv.*", "io.*", "input.*", "limit.*", "since.*"},
       params = {options = "`units`, `since` and `roster` may be paths here; only these can fail"},
       example = [[
local folder = govreport.review({"examples/report-with-errors.txt"}, {select = {"disputes"}, lang = "en"})
for path, content in folder:files() do print(path, #content > 0) end
--> pages/report-with-errors.html	true
--> letters/report-with-errors.html	true
--> index.html	true
--> 汇总.csv	true
--> round.json	true
print(folder:exit_code()) --> 1]]},
    },
    classes = {
      {"Bytes", kind = "table", text = "A file whose content is in memory, where a path would do.",
       fields = {{"name?: string", "How messages call it."}, {"bytes: string", "Its content."}}},
      {"FilesOptions", kind = "options", keys = "govreport.base.options files", text = "Of `govreport.files`.",
       fields = {{"lang?: Language", "Of messages."}}},
      {"OpenFilesOptions", kind = "options", keys = "govreport.base.options open_files", text = "Of "
        .. "`govreport.open_files`.",
       fields = {
         {"lang?: Language", "Of messages."}, {"encoding?: string", "Of the files; found out where it is left out."},
         {"max_input?: integer", "The most bytes that a file may have."},
         {"max_memory?: integer", "The most bytes of memory that a document may take."},
       }},
      {"CheckFilesOptions", kind = "options", extends = "CheckerOptions",
       keys = {"govreport.check option_keys", "govreport.base.options check_files"},
       text = "Of `govreport.check_files`.",
       fields = {
         {"rules?: (string|Rule|Rule[]|RuleFunction)[]", "As of a checker, and so the next six."},
         {"select?: string[]", "Only these rules or families."}, {"ignore?: string[]", "Not these."},
         {"severity?: table<string, Severity>", "Other severities."}, {"lang?: Language", "Of messages."},
         {"waivers?: string|Waivers", "Findings that are accepted."}, {"today?: string", "An ISO date, for waivers."},
         {"search_steps?: number", "The longest search for the causes of failing sums."},
         {"units?: string|Units", "The register of units, or its file."},
         {"previous?: string|Bytes|Report", "The report of the year before, of a single file."},
         {"series?: boolean", "Whether each report is compared with that of its body for the year before, body by body "
           .. "in the order of years; a body that the register knows by several names is one."},
         {"since?: string|Rounds", "A first round, or the file of its JSON: its findings are told as resolved, open, "
           .. "changed or new."},
         {"encoding?: string", "Of the files; found out where it is left out."},
       }},
      {"ReviewOptions", kind = "options", extends = "CheckFilesOptions",
       keys = {"govreport.check option_keys", "govreport.base.options check_files", "govreport.base.options review"},
       text = "Of `govreport.review`; those of `check_files`, and these.",
       fields = {
         {"rules?: (string|Rule|Rule[]|RuleFunction)[]", "As of a checker, and so the next six."},
         {"select?: string[]", "Only these rules or families."}, {"ignore?: string[]", "Not these."},
         {"severity?: table<string, Severity>", "Other severities."}, {"lang?: Language", "Of all texts."},
         {"waivers?: string|Waivers", "Findings that are accepted."}, {"today?: string", "An ISO date, for waivers."},
         {"search_steps?: number", "The longest search for the causes of failing sums."},
         {"units?: string|Units", "The register of units, or its file."},
         {"previous?: string|Bytes|Report", "The report of the year before, of a single file."},
         {"series?: boolean", "Whether each report is compared with that of its body for the year before."},
         {"since?: string|Rounds", "A first round, or the file of its JSON: what is resolved, open and new is told."},
         {"encoding?: string", "Of the files; found out where it is left out."},
         {"roster?: string|Units", "Who has to hand in, or the CSV file that says so: those of whom there is no report "
           .. "are listed."},
         {"from?: string", "Who sends the letters."}, {"date?: string", "Their date, ISO."},
         {"deadline?: string", "The day by which they are to be answered, ISO."},
         {"contact?: string", "Whom to ask: a name, a telephone."},
       }},
      {"ReviewFolder", kind = "object", text = "From `govreport.review`: files for a folder.",
       fields = {
         {"total: integer", "How many reports, and files that cannot be read, there are in all."},
         {"done: integer", "How many of them were read so far."},
         {"unread: Unread[]", "Those that could not be read, so far."},
       },
       hidden = {"batch", "options", "lang", "missing", "has_since", "queue", "rows", "page_name", "letter_name", "csv",
                 "printer", "json"},
       methods = {
         {"files(): fun(): string?, string?", "Iterates over the files, once: path in the folder, content. Reports are "
           .. "open one at a time, and the last is closed when the loop ends, also by `break`."},
         {"exit_code(fail_on?: \"error\"|\"warning\"): integer", "What the command line exits with, after the last "
           .. "file; see [conventions](conventions.md#exit-codes-of-the-command-line)."},
       }},
      {"Collection", kind = "view", text = "From `govreport.open_files`. What it counts is complete behind the last "
        .. "entry; `govreport.render` and `govreport.printer` show it as one table or list.",
       fields = {
         {"lang: Language", "Of messages."}, {"files: integer", "How many reports were read."},
         {"unread: integer", "How many entries could not be read: files, folders, and kinds of files in folders."},
         {"total: integer", "How many entries there are in all."},
         {"folder?: FolderCounts", "What became of the files of folders; nil where no path is one."},
       },
       hidden = {"next"},
       methods = {
         {"entries(): fun(): CollectionEntry?", "Iterates over the files, once. Each is read when it is asked for; its "
           .. "report is closed when the next one is, or the loop ends, also by `break`: another one goes on there."},
       }},
      {"CollectionEntry", kind = "table", text = "A file of a Collection. It has either `report`, or `message` and "
        .. "`code`.",
       fields = {
         {"name: string", "Its path."}, {"report?: Report", "Open until the next entry is asked for."},
         {"message?: string", "Why it could not be read."}, {"code?: Code", "The same, permanent."},
       }},
      {"Batch", kind = "view", text = "From `govreport.check_files`. What it counts is complete behind the last entry.",
       fields = {
         {"lang: Language", "Of messages."}, {"files: integer", "How many reports were checked."},
         {"unread: integer", "How many entries could not be read: files, folders, and kinds of files in folders."},
         {"total: integer", "How many entries there are in all."},
         {"folder?: FolderCounts", "What became of the files of folders; nil where no path is one."},
         {"counts: {error: integer, warning: integer, info: integer, notice: integer}", "How many findings of each "
           .. "severity."},
         {"verdicts: table<Verdict, integer>", "How many reports have each verdict."},
         {"tally: RuleCount[]", "How often each rule spoke, in the order in which they did first."},
       },
       hidden = {"next", "by_key", "rules", "first", "seen"},
       methods = {
         {"entries(): fun(): BatchEntry?", "Iterates over the files, once. Each is checked when it is asked for; its "
           .. "report is closed when the next one is, or the loop ends, also by `break`: another one goes on there."},
         {"exit_code(fail_on?: \"error\"|\"warning\"): integer", "What the command line exits with, after the last "
           .. "entry; see [conventions](conventions.md#exit-codes-of-the-command-line)."},
         {"absent(): AbsentReport[]?", "The reports of the first round that were not among the entries so far; nil "
           .. "without a first round, and where one file alone is checked."},
       }},
      {"AbsentReport", kind = "table", text = "A report of the first round that is not there in the second.",
       fields = {
         {"name: string", "Its path then."}, {"title?: string", "As printed."}, {"agency?: string", "The body."},
         {"year?: integer", "Of the report."},
       }},
      {"BatchEntry", kind = "table", text = "A file of a Batch. It has either `report` and `result`, or `message` and "
        .. "`code`.",
       fields = {
         {"name: string", "Its path."}, {"report?: Report", "Open until the next entry is asked for."},
         {"result?: Result", "Of its check."},
         {"subject?: string", "A hash of body and year: the same report in another file has the same."},
         {"rounds?: RoundsResult", "What became of the first round; nil without one, or where it did not have the "
           .. "report."},
         {"message?: string", "Why it could not be read."}, {"code?: Code", "The same, permanent."},
       }},
      {"FolderCounts", kind = "table", text = "What became of the files of the folders of a Batch or a Collection. "
        .. "`files` is the sum of the next four behind the last entry.",
       fields = {
         {"files: integer", "How many there are, but for hidden ones."},
         {"checked: integer", "Reports that were checked; of a Collection those that were read."},
         {"unread: integer", "Files that could not be read."},
         {"unsupported: integer", "Files whose names do not say that they are reports: those that may be (OFD, "
           .. "Word, archives, …) are told as entries (`io.unsupported`), all others are only counted."},
         {"repeated: integer", "Further names of files that were there already."},
         {"unopened: integer", "Folders and archives that could not be listed and links to folders; none of `files`."},
       }},
      {"RuleCount", kind = "table", text = "How often a rule spoke with a severity.",
       fields = {{"rule: string", "Its id."}, {"severity: Severity", "Of the findings."},
                 {"findings: integer", "How many there are."}, {"files: integer", "In how many reports."}}},
      {"Unread", kind = "table", text = "A file that could not be read, in a list beside the others.",
       fields = {{"name: string", "Its path."}, {"message: string", "For people."}, {"code: Code", "Permanent."}}},
    },
  },
}

--- Forms: adding them, telling why one was chosen, tracing a reading.

return {
  {
    title = "Forms",
    text = "A form says what a family of reports looks like: its parts, tables and facts, as one Lua table. Those "
      .. "of the project are there at once.",
    functions = {
      {"form(declared: table): table",
       "Adds a form; it is tried like those of the project from then on. Raises where the declaration is not right, "
         .. "with file, line and a proposal, and for an id that another form has. Gives the declaration, complete "
         .. "with what it takes from the form that it extends. Forms are added for the whole program.",
       params = {declared = "`id`, `name`, `detect`, `sections`, `tables`, `fields`, …; or `extends` and what is "
         .. "other"}},
      {"load_forms(paths: string[]): table[]",
       "Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as "
         .. "`form` does.", params = {paths = "scripts, each of which returns a form or a list of forms"}},
      {"why(document: Document): FormReason[], string?, integer?",
       "Which form a document is in, and why not the others: a reason for each form, in the order in which they are "
         .. "tried; the id of the chosen one, nil for none; the year of the report, nil where it was not found.",
       example = [[
local list, form, year = govreport.why(govreport.read("examples/report-2021.html"))
print(form, year, list[1].id, list[1].reason) --> cn_disclosure_2021	2024	cn_disclosure_2021	chosen]]},
      {"trace(source: Document|string, options?: TraceOptions): Trace",
       "Tells what happened when a document was read: what each heading, table, fact and number was taken for, and "
         .. "what was nearest where something was not found. It reads the document once more.",
       params = {source = "a Document, or the content of a file"},
       fails = {"input.*", "limit.*", "form.failed"},
       example = [[
local trace = govreport.trace(govreport.read("examples/report.txt"), {table = "disputes"})
print(trace.form, trace[1].outcome, trace[1].kind, trace[1].subject)
--> cn_disclosure_2019	matched	table_read	disputes]]},
    },
    classes = {
      {"FormReason", kind = "table", text = "Whether a form was chosen for a document.",
       fields = {
         {"id: string", "Of the form."}, {"reason: FormReasonKind", "Whether it was chosen, or why not."},
         {"of_year: boolean", "Whether it was made for the year of the report."},
         {"found?: {labels: string[], words: string[], sections: string[]}",
          "What was found of what tells the form; nil where it was not looked at."},
         {"wanted: {labels: integer, words: integer, sections: integer, least: integer, least_sections: integer}",
          "How many there are of each, and how many must be there."},
       }},
    },
    aliases = {
      {"FormReasonKind", "Why a form was chosen or not.",
       values = {{"chosen", "it was"}, {"too_few", "too little of what it must have was found"},
                 {"fewer", "less was found than of the chosen one"},
                 {"year", "as much was found, but the other is for this year"},
                 {"later", "as much was found, but the other is tried first"},
                 {"no_sign", "nothing of it is in the text"},
                 {"certain", "not looked at: another was certain before"}}},
    },
  },
}

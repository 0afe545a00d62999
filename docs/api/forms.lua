--- Forms: adding them, telling why one was chosen, tracing what was read.

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
       fails = {"input.*", "limit.*", "form.failed", "trace.unknown", "trace.unknown_near"},
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
      {"TraceOptions", kind = "options", keys = {"govreport.trace option_keys", "govreport.options read"},
       text = "Of `govreport.trace`. Those of reading are for a source that is text.",
       fields = {
         {"form?: string", "The id of the form to read by, instead of the one that is found."},
         {"table?: string", "Only what is about this table: its id."},
         {"section?: string", "Only what is about this part: its id."},
         {"cells?: boolean", "Tell of every cell as well."}, {"cell?: string", "Only of the cell of this address."},
         {"name?: string", "How messages call the input."}, {"lang?: Language", "Of messages."},
         {"encoding?: string", "As in ReadOptions."}, {"format?: InputFormat", "As in ReadOptions."},
         {"max_input?: integer", "As in ReadOptions."}, {"max_memory?: integer", "As in ReadOptions."},
       }},
      {"Trace", kind = "view", text = "A list of events, by group: form, page, parts, tables, fields, numbers, cells.",
       fields = {
         {"[integer]: TraceEvent", "From 1."}, {"form?: string", "The form that it was read by; nil for none."},
         {"report?: Report", "What was read; nil for no form."},
         {"why: \"detected\"|\"wanted\"|\"nearest\"",
          "Whether the form was found, asked for, or only the nearest of those that do not fit."},
       },
       operators = {{"__len", "How many.", result = "integer"}}},
      {"TraceEvent", kind = "view", text = "Something that happened. `tostring(event)` is one line.",
       fields = {
         {"group: string", "Which group it belongs to."}, {"kind: string", "What it tells, like `row_missing`."},
         {"outcome: TraceOutcome", "Whether it went well."},
         {"headline?: boolean", "true for the event that sums up its group."},
         {"subject?: string", "The id of the form, part, table or fact, or the address of the row or cell."},
         {"table?: string", "The id of the table that it belongs to."},
         {"section?: string", "The id of the part that it belongs to."},
         {"place?: Place", "Where it stands; nil where it stands nowhere."}, {"text?: string", "What stands there."},
         {"near?: TraceNear", "What is nearest to it; nil for nothing."},
         {"script?: string", "`path:line` of the script that declares it."},
         {"state?: CellState", "Of a cell."}, {"row_script?: string", "Of a cell: where its row is declared."},
         {"row_place?: Place", "Of a cell: where its row is named in print."},
         {"column_place?: Place", "Of a cell: where its column is named in print."},
         {"fields: TraceFields", "What the message of the event says, by name."},
       }},
      {"TraceNear", kind = "view", text = "A label of the form and a text that is like it.",
       fields = {
         {"nearest: string", "The official label."}, {"likeness: integer", "In per cent."},
         {"differences: integer", "How many characters differ."},
         {"difference: string", "Which: 予以公[幵→开]."},
         {"text?: string", "Where the label was looked for: the text that is like it."},
         {"place?: Place", "Where that text stands."},
       }},
      {"TraceFields", kind = "view", text = "The fields of a message: texts and numbers by name, for each kind others.",
       fields = {{"[string]: any", "By name."}}},
    },
    aliases = {
      {"FormReasonKind", "Why a form was chosen or not.",
       values = {{"chosen", "it was"}, {"too_few", "too little of what it must have was found"},
                 {"fewer", "less was found than of the chosen one"},
                 {"year", "as much was found, but the other is for this year"},
                 {"later", "as much was found, but the other is tried first"},
                 {"no_sign", "nothing of it is in the text"},
                 {"certain", "not looked at: another was certain before"}}},
      {"TraceOutcome", "Whether something went well.",
       values = {{"matched", "found and read"}, {"missed", "not found or not read"}, {"noted", "worth knowing"},
                 {"passed", "looked at, of no consequence"}}},
    },
  },
}

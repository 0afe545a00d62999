--- Forms: adding them, telling why one was chosen, tracing a reading.

return {
  {
    title = "Knowing and adding forms",
    text = "A form says what a family of reports looks like: its parts, tables and facts, as one Lua table. Those "
      .. "of the project are there at once.",
    functions = {
      {"form(declared: table): table",
       "Adds a form; it is tried like those of the project from then on. Raises where the declaration is not right, "
         .. "with file, line and a proposal, and for an id that another form has. Gives the declaration, complete "
         .. "with what it takes from the form that it extends. Forms are added for the whole program.",
       params = {declared = "`id`, `name`, `detect`, `sections`, `tables`, `fields`, …; or `extends` and what is "
         .. "other"}},
      {"load_forms(paths: string|string[]): table[]",
       "Adds the forms in some files, in any order; a file that was loaded before is not loaded again. Raises as "
         .. "`form` does.",
       params = {paths = "scripts, each of which returns a form or a list of forms, and folders of them"}},
      {"forms(): Forms", "The forms that are known, in the order in which a document is tried on them.",
       example = [[
local form = govreport.forms()[1]
print(form.id, form.source, form.declared.tables[1].rows[1].id) --> cn_disclosure_2021	rock	administrative_rules]]},
      {"why(document: Document): FormChoice, string?, integer?",
       "Which form a document is in, and why not the others: a reason for each form, in the order in which they are "
         .. "tried; the id of the chosen one, nil for none; the year of the report, nil where it was not found.",
       example = [[
local list, form, year = govreport.why(govreport.read("examples/report-2021.html"))
print(form, year, list[1].id, list[1].reason) --> cn_disclosure_2021	2024	cn_disclosure_2021	chosen]]},
      {"trace(source: Document|string, options?: TraceOptions): Trace",
       "Tells what happened when a document was read: what each heading, table, fact and number was taken for, and "
         .. "what was nearest where something was not found. It reads the document once more.",
       params = {source = "a Document, or the content of a file"},
       fails = {"input.*", "limit.*", "form.failed", "trace.*"},
       example = [[
local trace = govreport.trace(govreport.read("examples/report.txt"), {table = "disputes"})
print(trace.form, trace[1].outcome, trace[1].kind, trace[1].subject)
--> cn_disclosure_2019	matched	table_read	disputes]]},
      {"draft(document: Document, id: string, options?: DraftOptions): Draft",
       "Drafts a form from a document that is in it: parts, tables and facts as far as they can be told, and only what "
         .. "reads the document again. `render` writes it and its test as scripts.",
       fails = {"draft.empty", "draft.known"}, params = {id = "of the form: letters, digits and _"},
       example = [[
local page = "<h1>云岭市水务局2024年节水工作年报</h1><table><tr><th>项目</th><th>数量</th></tr>"
  .. "<tr><td>巡查次数</td><td>12</td></tr><tr><td>改造管网</td><td>7</td></tr></table>"
local draft = govreport.draft(govreport.read_bytes(page), "water")
print(draft.id, #draft.declared.tables, govreport.render(draft, "form"):match("id = %S+")) --> water	1	id = "water",]]},
      {"draft_rule(id: string, options?: DraftRuleOptions): RuleDraft",
       "Drafts a rule for a form, to begin with: two sides that can be compared. `render` writes it and its test as "
         .. "scripts. Raises for a form that is unknown.",
       fails = {"draft.no_rule"}, params = {id = "`family.name`"},
       example = [[
local draft = govreport.draft_rule("my.granted")
print(draft.left, draft.right) --> applications.partially_granted.*	applications.concluded.*]]},
    },
    classes = {
      {"Forms", kind = "view", text = "From `govreport.forms`.", fields = {{"[integer]: FormInfo", "From 1."}},
       operators = {{"__len", "How many.", result = "integer"}}},
      {"FormInfo", kind = "view", text = "A form that is known.",
       fields = {
         {"id: string", "Permanent."}, {"name: string", "As people call it."},
         {"notice?: string", "The number of the notice that prescribes it."},
         {"source: string", "`\"rock\"` for those of the project, else the place of its declaration."},
         {"root: string", "The id of the form that it extends in the end; its own where it extends none."},
         {"declared: View", "Its declaration, with what it takes from others; see [forms.md](forms.md)."},
       }},
      {"View", kind = "view", text = "A table that can only be read, and all tables in it: `pairs`, `ipairs` and `#` "
        .. "work.",
       fields = {{"[string]: any", "By key."}, {"[integer]: any", "From 1, of a list."}},
       operators = {{"__len", "How many.", result = "integer"}, {"__pairs", "Gives all keys."}}},
      {"FormChoice", kind = "view", text = "From `govreport.why`.",
       fields = {{"[integer]: FormReason", "From 1, one for each form."},
                 {"chosen?: string", "Id of the form that was chosen; nil for none."},
                 {"year?: integer", "Of the report; nil where it was not found."}},
       operators = {{"__len", "How many.", result = "integer"}}},
      {"DraftOptions", kind = "options", keys = "govreport.base.options draft", text = "Of `govreport.draft`.",
       fields = {{"lang?: Language", "Of the message."},
                 {"name?: string", "How the message calls the document; its own name where it is left out."}}},
      {"Draft", kind = "object", text = "From `govreport.draft`.",
       fields = {
         {"id: string", "Of the form."}, {"name?: string", "Of the document."},
         {"declared: table", "The declaration, as `govreport.form` takes it."},
         {"account: table", "`numbers`: how many numbers of the document are `bound`, `ignored`, `unaccounted`, `all`; "
           .. "`tables`: those that are not read in full, and why."},
       },
       hidden = {"facts", "tables", "title"}},
      {"DraftRuleOptions", kind = "options", keys = "govreport.base.options draft_rule",
       text = "Of `govreport.draft_rule`.",
       fields = {{"form?: string", "Id of the form; `cn_disclosure_2021` where it is left out."},
                 {"lang?: Language", "Of the message."}}},
      {"RuleDraft", kind = "view", text = "From `govreport.draft_rule`.",
       fields = {
         {"id: string", "Of the rule."}, {"form: string", "Id of the form."},
         {"source?: string", "The script of the form; nil for one of the project."},
         {"left: string", "One side: an address."}, {"right: string", "The other side."},
         {"left_cell: string", "A cell of that side, for the test."}, {"right_cell: string", "One of the other side."},
       },
       hidden = {"sensible"}},
      {"FormReason", kind = "table", text = "Whether a form was chosen for a document.",
       fields = {
         {"id: string", "Of the form."}, {"reason: FormReasonKind", "Whether it was chosen, or why not."},
         {"of_year: boolean", "Whether it was made for the year of the report."},
         {"found?: {labels: string[], words: string[], sections: string[]}",
          "What was found of what tells the form; nil where it was not looked at."},
         {"missing: {what: string, text: string, near?: string, differences?: integer}[]",
          "The own labels and words (`what`) that are not in the document, where anything of the form is, and the text "
            .. "that comes nearest."},
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

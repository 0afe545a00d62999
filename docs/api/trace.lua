--- The trace of a reading.

return {
  {
    title = "Tracing",
    text = "`govreport.trace` tells what happened when a document was read: what was found, what was not, and what was "
      .. "nearest to it. docs/trace.md shows it at work.",
    aliases = {
      {"TraceGroup", "What an event is about, in the order of a trace.",
       values = {{"form", "which form it is"}, {"page", "where the report lies"}, {"parts", "headings"},
                 {"tables", "tables, their rows and columns"}, {"fields", "facts"},
                 {"numbers", "those that belong to nothing"}, {"cells", "each cell, where that is asked for"}}},
      {"TraceOutcome", "How it went.",
       values = {{"matched", "found"}, {"missed", "not found, or not read"}, {"noted", "worth knowing"},
                 {"passed", "looked at, of no consequence"}}},
      {"TraceWhy", "Why a form was used.",
       values = {{"detected", "it fits"}, {"wanted", "the options ask for it"}, {"nearest", "no form fits"}}},
    },
    classes = {
      {"TraceOptions", kind = "options", keys = "govreport.trace option_keys", extends = "ReadOptions",
       text = "Of `govreport.trace`. Of an id that only other forms have there is nothing to tell; for one that no "
         .. "known form has the code is `trace.unknown`.",
       fields = {
         {"form?: string", "The form to read by, in place of the one that is found."},
         {"table?: string", "Only what is about this table."}, {"section?: string", "Only what is about this part."},
         {"cells?: boolean", "Tell of every cell as well."}, {"cell?: string", "Tell of this address alone."},
       }},
      {"Trace", kind = "view", text = "From `govreport.trace`.",
       fields = {{"[integer]: TraceEvent", "From 1, by group."}, {"form?: string", "The form it was read by."},
                 {"why: TraceWhy", "Why by this form."},
                 {"report?: Report", "As an ordinary reading gives it; nil where nothing of any form is there."}},
       operators = {{"__len", "How many events.", result = "integer"}}},
      {"TraceEvent", kind = "view", text = "What happened to one thing.",
       fields = {
         {"kind: string", "What it tells, like `\"row_missing\"`."}, {"group: TraceGroup", "What it is about."},
         {"outcome: TraceOutcome", "How it went."},
         {"subject?: string", "Id of the form, part, table or field, or address of the row or cell."},
         {"table?: string", "Id of the table that it belongs to."},
         {"section?: string", "Id of the part that it belongs to."},
         {"place?: TracePlace", "Where it stands."}, {"text?: string", "What stands there."},
         {"near?: TraceNear", "What is nearest, where it was not found."},
         {"script?: string", "`path:line` of the form's script that declares it; of a cell, its column."},
         {"row_script?: string", "Of a cell: the line that declares its row."},
         {"row_place?: TracePlace", "Of a cell: where its row is named in print."},
         {"column_place?: TracePlace", "Of a cell: where its column is named in print."},
         {"state?: CellState", "Of a cell."},
         {"headline?: boolean", "Whether it sums up its group."},
         {"in_headline?: boolean", "Whether the one that does so names it."},
         {"fields: table<string, any>", "What its message says, by name."},
       }},
      {"TraceNear", kind = "view", text = "A label and a text that are near to each other.",
       fields = {
         {"nearest: string", "The label, as the form has it."}, {"likeness: integer", "In per cent."},
         {"differences: integer", "How many characters differ."},
         {"difference: string", "Which: 予以公[幵→开] has 幵 where the form has 开."},
         {"text?: string", "The text, where the label was looked for; else it is the event's own."},
         {"place?: TracePlace", "Where that stands."},
       }},
      {"TracePlace", kind = "view", text = "A place in the file.",
       fields = {{"line: integer", "From 1."}, {"column: integer", "In characters, from 1."},
                 {"byte: integer", "The first byte, from 1."}, {"byte_end: integer", "The last one."}}},
    },
  },
}

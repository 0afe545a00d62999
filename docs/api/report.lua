--- The Report, its tables and their cells.

return {
  {
    title = "Reports",
    text = "What a document says, in the terms of its form. Read-only. Tables, rows, cells, fields, sections and "
      .. "the rest are *views*: cheap, made anew each time, equal (`==`) where they show the same thing, and alive "
      .. "as long as the report is open: then they raise, and `tostring` says `closed`. Ids are those of the form; an "
      .. "id that the form does not have raises, and the error names the nearest one that it has.",
    classes = {
      {"Report", kind = "core", text = "From `govreport.open`, `parse`, `recognise`. A fact of the form is a field "
        .. "as well: `report.agency` is the value of `report.fields.agency`, or nil where it was not found or says "
        .. "nothing.",
       fields = {
         {"form: string", "The id of the form, like `\"cn_disclosure_2021\"`."},
         {"document: Document", "What it was read from."},
         {"tables: Tables", "The tables of the form."},
         {"fields: Fields", "The facts that were found, with their places."},
         {"claims: Claims", "The quantities and dates in the sentences."},
         {"deviations: Deviations", "Where the report differs from its form, as met while reading."},
         {"ledger: Ledger", "What became of every number of the source."},
         {"memory: integer", "Bytes that it holds, without its document."},
         {"work: integer", "Steps that reading took: grows with the size, not with the machine."},
       },
       facts = {
         {"title?: string", "The title, as printed."}, {"agency?: string", "The body, as the title names it."},
         {"year?: integer", "The year that it reports on, by the title."},
         {"name?: string", "名称 or 标题, of the page's list of facts, as the following seven."},
         {"index_number?: string", "索引号."}, {"publisher?: string", "发布机构."},
         {"document_number?: string", "文号."},
         {"subject_terms?: string", "主题词."}, {"published_on?: string", "发布日期, an ISO date."},
         {"subject_category?: string", "主题分类."}, {"validity?: string", "有效性."},
         {"dated?: string", "The month or day below the title, an ISO date."},
         {"signatory?: string", "Who signs at the end."}, {"signed_on?: string", "The date at the end, an ISO date."},
         {"period_start?: string", "The first day of 统计期限, an ISO date."},
         {"period_end?: string", "Its last day, an ISO date."},
         {"parts_announced?: integer", "How many parts the introduction announces."},
         {"citations?: string", "The first law or notice that the introduction cites; `pairs(report.fields)` gives "
           .. "all."},
         {"processing_fee?: integer|Decimal", "信息处理费 in yuan; nil also where it is said that there was "
           .. "none."},
       },
       methods = {
         {"section(id: string): Section?", "The part of an id; nil where the report lacks it."},
         {"sections(): fun(): Section?", "Iterates over the parts, in document order; subsections are in their parts."},
         {"unaccounted(): LedgerEntry[]", "The numbers that were neither bound to anything nor set aside with a "
           .. "reason."},
         {"passages(): integer[]",
          "Where prose stands: a flat list of `start`, `stop` on the tape, in document order, without headings and "
            .. "tables."},
         {"odd_cells(): Cell[]", "The cells of all tables that hold anything but a whole number >= 0, with the "
           .. "absent ones."},
         {"cell(cell: integer|string, row?: string, column?: string): Cell",
          "The cell of a number (`cell.number`), of an address (`\"applications.granted.total\"`), or of a table, a "
          .. "row and a column, each by its id or its official name."},
         {"values(): (fun(): string?, CellValue?, CellState?)",
          "Iterates over address, value and state of the cells of all rows that count, in the form's order: much "
            .. "cheaper than Cells, for programs that add up or rank many reports. The value is nil for the states "
            .. "without one.",
          example = [[
local report = govreport.open("examples/report.txt")
local blank, sum = 0, 0
for address, value, state in report:values() do
  if address:find("^applications%..*%.total$") and value then sum = sum + value end
  if state == "blank" then blank = blank + 1 end
end
print(sum, blank) --> 148	0]]},
         {"to_table(): table<string, table<string, table<string, CellValue>>>",
          "All tables of the form as plain ones, by id; see `Table.to_table`."},
         {"sentences(options?: SentencesOptions): Quote[]",
          "The sentences of its prose, in document order, without headings, and without what is only a fact "
            .. "(`report.fields`).",
          example = [[
local report = govreport.open("examples/report.txt")
for _, sentence in ipairs(report:sentences{section = "problems"}) do
  if sentence.text:find("不足") then print(sentence.section, sentence.line) end
end --> problems	614]]},
         {"find(what: string|userdata): Quote[]",
          "Where a text stands in its sentences, headings and tables, in document order: in any width, in "
            .. "traditional or simplified characters, over the ends of lines, never over those of cells. Or where an "
            .. "LPeg pattern matches on the [tape](#documents), which crosses a mark only where it takes it; it has to "
            .. "take something. What the page hides, and facts about the page, are not looked at.",
          example = [[
local report = govreport.open("examples/report.txt")
local grammar = require "govreport.grammar"
print(#report:find("行政複議"), report:find("行政複議")[2].section) --> 3	disputes
print(report:find(grammar.digit^1 * "件")[1].text) --> 3件]]},
         {"close()", "Frees its memory now; everything that was taken from it raises afterwards. Raises itself where "
           .. "the report is in use and cannot be closed: a rule or a script of `govreport check` may not close the "
           .. "one that is checked."},
       },
       operators = {{"__close", "`local report <close> = …` closes it at the end of the block. Where the block ends by "
         .. "an error, that error arrives, also where the report cannot be closed."}},
       example = [[
local report <close> = govreport.open("examples/report.txt")
print(report.year, report.signed_on, report.fields.signed_on.line) --> 2020	2021-01-22	626
for part in report:sections() do
  if part.id == "disputes" then print(part.number, part.title) end
end --> 4	政府信息公开行政复议、行政诉讼情况]]},
      {"SentencesOptions", kind = "options", keys = "govreport.text.sentences list_keys", text = "`report:sentences`.",
       fields = {{"section?: string", "Only those of the part of this id."}}},
      {"Quote", kind = "table", text = "A piece of the report's text, with its place.",
       fields = {
         {"text: string", "The source as people read it, on one line."},
         {"section?: string", "The id of the part that it stands in; nil above the first and below the last."},
         {"line: integer", "Where it stands, from 1."}, {"column: integer", "In characters, from 1."},
         {"byte: integer", "Its first byte in the file, from 1."}, {"byte_end: integer", "Its last byte."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
         {"start: integer", "Its range on the tape."}, {"stop: integer", "One past its end on the tape."},
       }},
      {"Tables", kind = "core", text = "`report.tables`. `report.tables.applications` is a table by its id, or by its "
        .. "official caption where the form gives one: `report.tables[\"第二十条第（五）项\"]`; a name that the form does "
        .. "not have raises.",
       fields = {{"[string]: Table", "By id or caption."},
                 {"[integer]: Table?", "From 1, in the form's order; nil past the end, so that `ipairs` works."}},
       operators = {{"__len", "How many.", result = "integer"},
                    {"__pairs", "`for id, t in pairs(report.tables)` gives all tables of the form, in its order."},
                    {"__eq", "Those of the same report."}}},
      {"Table", kind = "core", text = "A table of the form, in the report or not.",
       fields = {
         {"id: string", "Permanent, like `\"applications\"`."},
         {"caption?: string", "What the form prints above it, or calls it; nil where it has no such name."},
         {"present: boolean", "Whether any of its cells is in the report."},
         {"first_cell: integer", "The number of its first cell among all cells."},
       },
       methods = {
         {"cell(row: string, column: string): Cell", "A cell, by ids or by the official labels. Raises for an "
           .. "unknown one.",
          example = [[
local report = govreport.open("examples/report.txt")
local applications = report.tables.applications
print(applications:cell("granted", "total").value) --> 26
print(applications:cell("（一）予以公开", "总计").value) --> 26]]},
         {"cells(): fun(): Cell?", "Iterates over the cells of the rows that `rows` gives, row by row."},
         {"to_table(): table<string, table<string, CellValue>>",
          "A plain table of its values, by the ids of row and column: the value of each cell, and where it has none, "
            .. "the name of its state (`\"blank\"`, `\"dash\"`, `\"absent\"`, …). So a blank is told from what is "
            .. "absent, and neither becomes 0 by an `or 0`: to calculate with a state raises. Every row of the form is "
            .. "there, so that a program may ask for the same cells of every report, but for headings without values. "
            .. "Where cells hold text, and more than the value is wanted, ask the Cell.",
          example = [[
local report = govreport.open("examples/report.txt")
local t = report.tables.applications:to_table()
print(t.granted.total, t.granted.natural_person) --> 26	17]]},
         {"row(row: string): Row", "A row, by its id or its official label."},
         {"columns(): fun(): string?, string?", "Iterates over the columns in the form's order: id, official label.",
          example = [[
local report = govreport.open("examples/report.txt")
local labels = {}
for _, label in report.tables.disputes:columns() do labels[#labels + 1] = label end
print(table.concat(labels, ",")) --> 结果维持,结果纠正,其他结果,尚未审结,总计]]},
         {"rows(): fun(): Row?",
          "Iterates over the rows in the form's order. Of a row and the rows that a form may print in its place, "
            .. "those come that this report prints."},
       },
       operators = {{"__eq", "The same table of the same report."}}},
      {"Row", kind = "core", text = "A row of a table, from `table:row` or `table:rows`.",
       fields = {{"id: string", "Permanent, like `\"granted\"`."},
                 {"label: string", "The official label, like `（一）予以公开`."}},
       methods = {
         {"cell(column: string): Cell", "A cell, by the id or the official label of its column."},
         {"cells(): fun(): Cell?", "Iterates over its cells in the form's order.", example = [[
local report = govreport.open("examples/report.txt")
for cell in report.tables.disputes:row("reconsideration"):cells() do
  if cell.column_id == "total" then print(cell.row_label, cell.column_label, cell.state, cell.value) end
end --> 行政复议	总计	number	2]]},
       },
       operators = {{"__eq", "The same row of the same report."}}},
      {"Cell", kind = "core", text = "One cell of a table of the form, whether the report prints it or not. Look at "
        .. "`state` before `value`: a cell without a number is unknown, not 0.",
       fields = {
         {"state: CellState", "What stands in it."},
         {"value?: CellValue", "The number, the text, the ISO date, true or false, or the option that is ticked, by "
           .. "the state; nil for the other states."},
         {"unit?: string", "As printed in the cell, else in the header or in a column of units, else as the form "
           .. "gives it for the row or column; nil where none has one. Never assumed."},
         {"sign?: string", "The word before the number: 增, 减, 持平, …; the value has the sign already."},
         {"note?: string", "What stands in brackets behind the number, without them."},
         {"raw?: string", "The source of the cell; nil where there is nothing."},
         {"inferred: boolean", "Whether its row or column was told by its place and not by its labels."},
         {"lost: boolean", "Whether its whole row could not be read; its place is that of the row's label then."},
         {"address: string", "`table.row.column`, permanent: `\"applications.granted.total\"`."},
         {"table: string", "The id of its table."}, {"row: string", "The id of its row."},
         {"row_label: string", "The official label of its row."}, {"column_id: string", "The id of its column."},
         {"column_label: string", "The official label of its column."},
         {"number: integer", "Its number among all cells of the form, from 0."},
         {"line?: integer", "Where it stands, from 1; nil for an absent cell, as the following four."},
         {"column?: integer", "In characters, from 1. The column of the table is `column_id`."},
         {"byte?: integer", "Its first byte in the file, from 1."}, {"byte_end?: integer", "Its last byte."},
         {"spot?: Spot", "Where that is in a Word document or a PDF; nil for text and pages of the web."},
         {"place?: Position", "These five as a table."},
       },
       operators = {{"__eq", "The same cell of the same report."}}},
      {"Fields", kind = "core", text = "`report.fields`. `report.fields.agency` is the first fact of that id, nil "
        .. "where none was found; an id that the form does not have raises.",
       fields = {{"[string]: Field?", "By id; the ids are those of the facts of a Report."},
                 {"[integer]: Field?", "All facts found, from 1, in document order; nil past the end, so that `ipairs` "
                   .. "works."}},
       operators = {{"__len", "How many were found.", result = "integer"},
                    {"__pairs", "`for id, field in pairs(report.fields)` gives all facts found, in document order; "
         .. "an id may come several times."},
                    {"__eq", "Those of the same report."}}},
      {"Field", kind = "core", text = "A fact, with its place.",
       fields = {
         {"id: string", "Like `\"agency\"`."}, {"state: FieldState", "What it is."},
         {"value?: string|integer|Decimal", "Text, ISO date or number; nil for the other states."}, parts = true,
       },
       operators = {{"__eq", "The same fact of the same report."}}},
      {"Section", kind = "core", text = "A part of the report, or a subsection. Its place is that of its title.",
       fields = {
         {"id?: string", "Of a part of the form, like `\"overview\"`; nil for a subsection."},
         {"level: integer", "1 for a part, more for subsections."},
         {"number?: integer", "The ordinal as printed (三、 is 3); nil where none is."},
         {"marker?: string", "The ordinal or bullet as printed; nil where none is."},
         {"title?: string", "As printed, without the ordinal."},
         {"text: string", "What stands below the title, as the source has it, with all subsections; `\"\"` for "
           .. "nothing."},
         {"state: SectionState", "Whether it says anything."},
         {"parent?: Section", "The one that it stands in; nil for a part."},
         {"body_start: integer", "Where its text begins on the tape."},
         {"body_stop: integer", "One past its end."}, parts = true,
       },
       methods = {{"sections(): fun(): Section?", "Iterates over its direct subsections."}},
       operators = {{"__eq", "The same section of the same report."}}},
      {"Decimal", kind = "core", text = "An exact number that is not whole, with at most 15 significant digits; "
        .. "whole numbers are integers of Lua. Results are exact, and integers again where they are whole. A result "
        .. "with more digits raises, and so does a float as operand.",
       operators = {
         {"__add", "Sum.", operand = "integer|Decimal", result = "integer|Decimal"},
         {"__sub", "Difference.", operand = "integer|Decimal", result = "integer|Decimal"},
         {"__mul", "Product.", operand = "integer|Decimal", result = "integer|Decimal"},
         {"__unm", "The number with the other sign.", result = "Decimal"},
         {"__div", "Raises: a quotient is not exact. Use `govreport.ratio`."},
         {"__concat", "Text: `value .. \"元\"`; with strings, numbers and Decimals.", operand = "string|number|Decimal",
          result = "string"},
         {"__eq", "Equal Decimals. An integer and a Decimal are never equal, for a whole number is no Decimal; nor are "
           .. "a float and a Decimal, whatever the float is, for Lua asks neither: write "
           .. "`value == govreport.decimal(\"0.5\")`."},
         {"__lt", "Also between integers and Decimals."}, {"__le", "Also between integers and Decimals."},
       }},
    },
    aliases = {
      {"CellValue", "What a cell says: its state tells which.", type = "integer|Decimal|string|boolean"},
      {"CellState", "What stands in a cell.",
       values = {{"number", "a number"}, {"blank", "nothing: an unknown number, not 0"},
                 {"dash", "`—` or `/`: unknown as well"}, {"none", "无: unknown as well"},
                 {"not_applicable", "不适用 or N/A: unknown as well"},
                 {"unreadable", "something that is no number, or a number whose column cannot be told"},
                 {"text", "a text, where the form asks for one"},
                 {"date", "an ISO date, where the form asks for one"}, {"flag", "true or false: a box, 是 or 否"},
                 {"choice", "the option that is ticked; where several may be, all of them with 、 between them"},
                 {"absent", "the row or the column is not in the report"}}},
      {"FieldState", "What a fact is.",
       values = {{"text", "a text"}, {"date", "an ISO date: `2021-01-29`, `2021-01` or `2021`"}, {"number", "a number"},
                 {"blank", "its label stands there without a value"}, {"none", "the text says that there is none"},
                 {"unreadable", "something stands there that is no such value"}}},
      {"SectionState", "Whether a section says anything.",
       values = {{"text", "it does"}, {"none", "only 无"}, {"blank", "nothing stands below the title"}}},
    },
  },
}

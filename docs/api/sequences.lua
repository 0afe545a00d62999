--- Claims, deviations, the ledger.

local function sequence(name, item, text)
  return {name, kind = "core", text = text,
          fields = {{"[integer]: " .. item .. "?", "From 1, in document order; nil past the end, so that `ipairs` "
            .. "works."}},
          operators = {{"__len", "How many.", result = "integer"}, {"__pairs", "As `ipairs`."},
                       {"__eq", "Those of the same report."}}}
end

return {
  {
    title = "Claims, deviations, ledger",
    text = "Sequences of a report: `#list`, `list[i]`, `ipairs(list)`, `pairs(list)`.",
    classes = {
      sequence("Claims", "Claim", "`report.claims`: the quantities and dates in sentences."),
      {"Claim", kind = "core", text = "A quantity or a date in a sentence.",
       fields = {
         {"kind: ClaimKind", "What it is."},
         {"value?: integer|Decimal", "Of a quantity, with 万 and 亿 multiplied out."},
         {"bound: Bound", "How exact the sentence is about it."},
         {"text: string", "Of a quantity the measure word (件, 万元, %). Of a date its ISO form; `--08-11` "
           .. "without a year, `2019/2020` for years, as printed where it is a range of days or months."},
         {"section?: Section", "The innermost section that it stands in; nil above the first."}, parts = true,
       },
       operators = {{"__eq", "The same claim of the same report."}},
       example = [[
local report = govreport.open("examples/report.txt")
local claim = report.claims[1]
print(claim.kind, claim.bound, claim.value, claim.text, claim.line) --> quantity	exact	3	件	18]]},
      sequence("Deviations", "Deviation", "`report.deviations`: where the report differs from its form."),
      {"Deviation", kind = "core", text = "A difference between report and form that was met while reading. Rules "
        .. "make findings of them.",
       fields = {
         {"kind: DeviationKind", "What is different."},
         {"subject: string", "What it is about: a label, or the id of a table or row."},
         {"detail: string", "What more there is to say, for each kind another thing; `\"\"` for "
           .. "nothing."}, parts = true,
       },
       operators = {{"__eq", "The same deviation of the same report."}}},
      sequence("Ledger", "LedgerEntry",
               "`report.ledger`: every run of digits of the source, once. Nothing is lost: what was not understood "
                 .. "is listed."),
      {"LedgerEntry", kind = "core", text = "What became of a run of digits.",
       fields = {
         {"status: LedgerStatus", "Whether it was understood."},
         {"reason?: string", "Where it went: `cell`, `field`, `claim`; or why it was set aside: `list_number`, "
           .. "`page_number`, `page_chrome`, `ordinal`, `document_number`, `title`, `name`, `telephone`, "
           .. "`postcode`, `time`, `repeated`, `hidden` by the page, or what a form calls it. nil where it is "
           .. "unaccounted."}, parts = true,
       },
       operators = {{"__eq", "The same entry of the same report."}},
       example = [[
local report = govreport.open("examples/report.txt")
print(#report.ledger, report.ledger[1].raw, report.ledger[1].status, #report:unaccounted()) --> 262	2020	bound	0]]},
    },
    aliases = {
      {"ClaimKind", "What a claim is.", values = {{"quantity", "a number with a measure word"},
                                                  {"date", "a date or a range of years"}}},
      {"Bound", "How exact a sentence is about a number.",
       values = {{"exact", "as it stands"}, {"about", "约, 左右"}, {"at_least", "超过, 余, 以上"},
                 {"at_most", "近, 不足, 以内"}}},
      {"LedgerStatus", "Whether a number was understood.",
       values = {{"bound", "part of a cell, a fact or a claim"}, {"ignored", "set aside, with a reason"},
                 {"unaccounted", "neither: a person should look at it"}}},
      {"DeviationKind", "How a report differs from its form.",
       values = {
         {"section_unread", "a line that may be the heading of a part that was not found, the subject its title"},
         {"title_unknown", "the title of a part, in words that the form does not have; the detail is what stands "
           .. "there"},
         {"label_misprint", "a label with a known mistake; the detail is what stands there"},
         {"label_unknown", "a text where a label should be; the detail is the nearest label"},
         {"row_unknown", "a row with numbers that no table has; the detail is the nearest label"},
         {"row_repeated", "a row stands twice, with the same numbers"},
         {"row_conflict", "a row stands twice, with others"},
         {"row_short", "a row has fewer values than columns; the detail is `found/wanted`"},
         {"row_long", "a row has more values than columns; the detail is `found/wanted`"},
         {"row_inferred", "rows without their labels, placed by their number and their sums"},
         {"column_missing", "a column is not in the header; the detail is the table"},
         {"columns_unknown", "the order of the columns cannot be told from the header"},
         {"columns_permuted", "the header is whole, in an order of its own that cannot be told"},
         {"header_missing", "a table without a header"},
         {"caption_missing", "a table without its caption; the detail is the table"},
         {"table_misplaced", "a table stands in another part"},
         {"grammar_left", "what a table's `grammar` captured and was not bound; the subject is the cell, the detail "
           .. "why: `capture`, `row`, `column`, `value`, `filled`, `values`, `shared`"},
         {"hidden_read", "what the page hides and shows nowhere else, which was read"},
       }},
    },
  },
}

--- Comparing reports: differences, near-identical parts, roll-ups.

return {
  {
    title = "Comparing",
    text = "`govreport.diff` for two reports, `similar` for many, `rollup` for one and those of which it should be "
      .. "the sum.",
    classes = {
      {"DiffOptions", kind = "options", keys = "govreport.compare.diff option_keys", text = "Of `govreport.diff`.",
       fields = {{"years?: \"relative\"|\"literal\"", "`relative`: each report's own year and its neighbours count "
         .. "as words (本年度, 上年度); where it is left out, so if the years differ."}}},
      {"Difference", kind = "table", text = "From `govreport.diff`. What it holds are views of the two reports. "
        .. "Width, white space, punctuation, brackets and traditional characters do not count.",
       fields = {
         {"a: Report", "The first."}, {"b: Report", "The second."}, {"facts: FactDifference[]", "Facts that differ."},
         {"cells: CellDifference[]", "Cells that differ. A blank is not a zero."},
         {"undecided: CellDifference[]", "Cells that are unreadable in one of them."},
         {"rows: RowDifference[]", "Tables, rows, columns that one alone has."},
         {"labels: LabelDifference[]", "Labels that are misprinted, or misprinted otherwise."},
         {"titles: TitleDifference[]", "Parts whose title or ordinal differs, that one lacks, or that stand "
           .. "elsewhere."},
         {"sentences: SentenceDifference[]", "Sentences, in the order of the text."},
         {"only: (FactDifference|SentenceDifference)[]", "No differences: facts and lines of the page that one "
           .. "alone has."},
         {"forms: boolean", "Whether the forms differ."},
         {"relative: boolean", "Whether years are compared relatively."},
       },
       methods = {
         {"count(): integer", "How many differences there are; `undecided` and `only` are none."},
         {"verdict(): DiffVerdict", "The outcome in one word."},
         {"years(): {a: integer, b: integer}?", "The years that count as the same one; nil where they are compared "
           .. "as printed."},
       },
       example = [[
local a = govreport.open("examples/report.txt")
local b = govreport.open("examples/report-with-errors.txt")
local difference = govreport.diff(a, b)
print(difference:verdict(), difference:count()) --> different	7
local cell = difference.cells[1]
print(cell.address, cell.a.value, cell.b.value) --> applications.unavailable_not_held.natural_person	4	5]]},
      {"FactDifference", kind = "table", text = "A fact that differs.",
       fields = {{"id: string", "Of the fact."}, {"a?: Field", "nil where it is not there."},
                 {"b?: Field", "nil where it is not there."}}},
      {"CellDifference", kind = "table", text = "A cell that differs.",
       fields = {{"address: string", "`table.row.column`."}, {"table: string", "Id."}, {"row: string", "Id."},
                 {"column: string", "Id."}, {"a: Cell", "In the first."}, {"b: Cell", "In the second."}}},
      {"RowDifference", kind = "table", text = "A table, row or column that one report alone has.",
       fields = {{"table: string", "Id."}, {"row?: string", "Id; nil for a column or a table."},
                 {"column?: string", "Id; nil for a row or a table."}, {"only: \"a\"|\"b\"", "Which report has it."},
                 {"place: Cell", "The first of its cells."}}},
      {"LabelDifference", kind = "table", text = "A label that one of them misprints.",
       fields = {{"label: string", "As the form has it."}, {"a?: Deviation", "nil where the first prints it right."},
                 {"b?: Deviation", "nil where the second prints it right."}}},
      {"TitleDifference", kind = "table", text = "A part whose title differs.",
       fields = {{"part: string", "Id of the part."}, {"a?: Section", "nil where the first lacks it."},
                 {"b?: Section", "nil where the second lacks it."}}},
      {"SentenceDifference", kind = "table", text = "A change of the text.",
       fields = {{"kind: ChangeKind", "What happened."},
                 {"part: string", "Id of the part; `\"head\"` and `\"tail\"` for what stands before and behind all "
                   .. "parts."},
                 {"a?: Sentence", "In the first; nil where it is added."},
                 {"b?: Sentence", "In the second; nil where it is removed."},
                 {"numbers?: {old: string, new: string}[]", "Of the kind `numbers`: those that differ."}}},
      {"Sentence", kind = "table", text = "A sentence of a report.",
       fields = {{"key: string", "What counts of its text when texts are compared."},
                 {"start: integer", "Its range on the tape."},
                 {"stop: integer", "One past its end."}, {"part: string", "Id of its part."},
                 {"report: Report", "Its report."},
                 {"whole: boolean", "false for a line without the end of a sentence."}}},
      {"SimilarOptions", kind = "options", keys = "govreport.compare.similar option_keys",
       text = "Of `govreport.similar`.",
       fields = {
         {"parts?: string[]", "Ids of the parts to compare; `{\"overview\", \"problems\", \"other\"}` where it is "
           .. "left out."},
         {"at_least?: number", "The least likeness, 0.3 to 1; 0.8."},
         {"shortest?: integer", "Parts with fewer characters are not compared; 100."},
         {"common?: number", "What more than this share of all reports have in common is a pattern, and weighs "
           .. "half; 0.2."},
       }},
      {"SimilarGroup", kind = "table", text = "Reports of which a part is nearly the same.",
       fields = {{"part: string", "Id of the part."}, {"members: SimilarMember[]", "The reports."}}},
      {"SimilarMember", kind = "table", text = "A report of a group.",
       fields = {
         {"report: integer", "Its number in the list that was given."}, {"name: integer", "The same number."},
         {"ratio: integer|Decimal", "Its likeness to the first member, rounded down to three places."},
         {"agency?: string", "The body."}, {"year?: integer", "The year."}, {"title?: string", "The title."},
         {"place?: TextPlace", "Where it has the sentence that most members share; nil where it has it in other "
           .. "words."},
       }},
      {"TextPlace", kind = "table", extends = "Position", text = "A place with its text.",
       fields = {{"text: string", "The source on one line."}}},
      {"Member", kind = "table", text = "What a roll-up needs of a report, from `govreport.member`. Keys of its "
        .. "maps are addresses.",
       fields = {
         {"name: string", "How messages call it."}, {"agency?: string", "The body."}, {"year?: integer", "The year."},
         {"form: string", "Id of the form."}, {"values: table<string, integer|Decimal>", "The numbers."},
         {"states: table<string, CellState>", "The states of the cells without one."},
         {"units: table<string, string>", "The units that are printed."},
         {"places: table<string, integer>", "How many digits stand behind the point."},
         {"split: table<string, boolean>", "By `table.row`: the rows that are printed in parts."},
       }},
      {"RollupOptions", kind = "options", keys = "govreport.base.options rollup", text = "Of `govreport.rollup`.",
       fields = {
         {"roster?: string|Units", "Who is expected: a CSV file, or Units."},
         {"lost?: integer", "How many reports could not be read: each is an unknown number in every cell."},
         {"name?: string", "How messages call the parent."}, {"lang?: Language", "Of messages."},
         {"units?: string|Units", "The register of units."},
       }},
      {"Rollup", kind = "view", text = "From `govreport.rollup`.",
       fields = {
         {"parent: RollupMember", "The report that should be the sum."},
         {"members: RollupMember[]", "All others, as they were given."},
         {"counted: RollupMember[]", "Those that are summed."},
         {"missing: string[]", "Bodies of the roster that have no report."},
         {"lost: integer", "How many reports could not be read."},
         {"open: integer", "How many cells cannot be decided."},
         {"lines: RollupLine[]", "Every cell that was compared."},
         {"causes: RollupCause[]", "What may explain the cells that differ."},
       }},
      {"RollupMember", kind = "view", text = "A report of a roll-up.",
       fields = {
         {"name: string", "How messages call it."}, {"agency?: string", "The body."}, {"year?: integer", "The year."},
         {"form: string", "Id of the form."}, {"status: MemberStatus", "Whether it is summed."},
         {"twin?: RollupMember", "The other report of its body."},
       }},
      {"RollupLine", kind = "view", text = "One cell of the parent beside those of the others. Money is compared in "
        .. "yuan where the printed units differ, to the precision that is printed.",
       fields = {
         {"address: string", "`table.row.column`."}, {"table: string", "Id."}, {"row: string", "Id."},
         {"column: string", "Id."},
         {"verdict: LineVerdict", "The outcome."}, {"value?: integer|Decimal", "The parent's number; nil for none."},
         {"sum: integer|Decimal", "Of what is known below."}, {"difference?: integer|Decimal", "Value less sum."},
         {"unit?: string", "The printed one; 元 where they differ."},
         {"unknown: integer", "How many of the counted hold no number here."},
         {"parts: (integer|Decimal|false)[]", "What each of the counted has, in their order; false for no number."},
         {"money: boolean", "Whether it is an amount."}, {"signed: boolean", "Whether it may be below 0."},
         {"comparable: boolean", "false where the units cannot be converted."},
         {"tolerance: integer|Decimal", "What the rounding of the printed amounts allows; 0 for counts."},
       }},
      {"RollupCause", kind = "view", text = "What may explain some cells that differ.",
       fields = {
         {"kind: RollupCauseKind", "What it is."}, {"addresses: string[]", "The cells."},
         {"children: integer[][]", "Which of the counted it may be: a list of alternatives, each a list of numbers."},
         {"table?: string", "Id; nil where it holds for several tables."},
       }},
    },
    aliases = {
      {"DiffVerdict", "The outcome of a comparison.",
       values = {{"same", "nothing differs"}, {"different", "something does"},
                 {"undecided", "nothing differs, but cells could not be read"}}},
      {"ChangeKind", "What happened to a sentence.",
       values = {{"changed", "its words differ"}, {"numbers", "nothing but numbers differs"},
                 {"removed", "only the first has it"},
                 {"added", "only the second has it"}}},
      {"MemberStatus", "Whether a report is summed.",
       values = {{"counted", "it is"}, {"parent", "it is the one that should be the sum"},
                 {"year", "it is of another year"},
                 {"body", "its body is not in the roster"}, {"itself", "it is of the parent's body"},
                 {"unknown", "it tells no body or no year"}, {"twice", "it is the second of its body"},
                 {"unclear", "it is the first of its body, and the second has other numbers"}}},
      {"LineVerdict", "Whether a cell is the sum.",
       values = {{"equal", "it is"}, {"differs", "it is not"}, {"open", "blanks or missing reports leave it open"},
                 {"blank", "the parent has no number there"}}},
      {"RollupCauseKind", "What explains differences.",
       values = {{"left_out", "one or two units were left out"}, {"twice", "a unit was counted twice"},
                 {"only", "the parent has the numbers of one unit"},
                 {"own", "the parent has more throughout: its own office may be missing"},
                 {"more", "the parent has more throughout: a report may be missing"}, {"none", "nothing was found"}}},
    },
  },
}

--- Filling forms in: reports that are written.

return {
  {
    title = "Filling forms in",
    text = "`govreport.fill` writes a report in its form: tables with the cells that are given and the totals that "
      .. "follow from them, and around them what is to be filled in by hand. `render` gives it as a Word file, as a "
      .. "page that prints on A4, and as text; each of them is read again with the same cells.",
    functions = {
      {"fill(form: string, options?: FillOptions): FilledForm",
       "Fills a form in. A cell that is given stays as it is; a total that is not given is added up where all that it "
         .. "adds up is known; every other cell is blank. Where a list of cells is not right, the fourth result lists "
         .. "all that is wrong with it. Raises for a form or a cell that is not known.",
       params = {form = "its id"}, fails = {"data.*"}, problems = "DataProblem[]",
       example = [[
local part, whole = "disputes.reconsideration.upheld", "disputes.reconsideration.total"
local cells = {[part] = 2, ["disputes.reconsideration.corrected"] = 1, ["disputes.reconsideration.other_outcome"] = 0,
               ["disputes.reconsideration.pending"] = 0}
local filled = govreport.fill("cn_disclosure_2021", {agency = "云岭市水务局", year = 2024, cells = cells})
print(filled.title, #filled.computed, filled.computed[1])
--> 云岭市水务局2024年政府信息公开工作年度报告	1	disputes.reconsideration.total
local report = govreport.parse(govreport.render(filled, "html"))
print(report:cell(part).value, report:cell(whole).value) --> 2	3]]},
    },
    classes = {
      {"FillOptions", kind = "options", keys = "govreport.base.options fill", text = "Of `govreport.fill`.",
       fields = {
         {"tsv?: string", "A list of cells, as `render(report, \"tsv\")` gives it: a line for each cell, under a line "
           .. "with the names of the columns. `table`, `row`, `column`, and `value` or `state` are needed."},
         {"name?: string", "What the list is called in messages."},
         {"cells?: table<string, any>", "Cells by their addresses, which go before the list: an integer or a Decimal; "
           .. "a text, which is printed as it is; or a table with `state` and `value`, `unit`, `note`."},
         {"agency?: string", "Who publishes the report."}, {"year?: integer", "The year that it is for."},
         {"sections?: table<string, any>", "The text of parts, by id; false leaves the part out. Without one "
           .. "stands what is to be written there."},
         {"head?: string[]", "Paragraphs above the first part."}, {"tail?: string[]", "Paragraphs below the last one."},
         {"lang?: Language", "Of messages."},
       }},
      {"FilledForm", kind = "view", text = "From `govreport.fill`.",
       fields = {
         {"form: string", "Its id."}, {"title: string", "Of the report."}, {"agency?: string", "As it was given."},
         {"year?: integer", "As it was given."},
         {"computed: List", "The addresses of the totals that were added up, in the order of the form."},
       },
       hidden = {"blocks"}},
      {"DataProblem", kind = "table", text = "Something that is wrong in a list of cells.",
       fields = {{"code: Code", "Permanent."}, {"line: integer", "Of the list."}, {"message: string", "For people."}}},
    },
  },
}

--- Modules beside `govreport` that programs and forms may require.

return {
  {
    title = "The module govreport.similarity", module = "govreport.similarity",
    text = "`local similarity = require \"govreport.similarity\"`: how alike two texts are, in time linear in both. "
      .. "Texts are compared as sets of runs of five characters; white space, punctuation, width, case and "
      .. "traditional characters do not matter, and every number counts as the same number.",
    functions = {
      {"containment(a: string|Shingles, b: string|Shingles): number",
       "The share of the first text that stands in the second as well: 1 for all of it, 0 for nothing.",
       example = [[
local similarity = require "govreport.similarity"
local one, other = "全年新增主动公开12条。", "本局全年新增主动公开30条，受理申请5件。"
print(similarity.containment(one, other)) --> 1.0]]},
      {"ratio(a: string|Shingles, b: string|Shingles): number", "What stands in both as a share of what stands in "
        .. "either, 0 to 1."},
      {"shingles(text: string): Shingles", "The set of a text; keep it where a text is compared more than once. "
        .. "Raises for text that is no UTF-8."},
    },
    classes = {
      {"Shingles", kind = "core", text = "The set of a text's runs of characters.",
       fields = {{"memory: integer", "Bytes that it holds."}, {"digest: integer", "A hash of the whole set."},
                 {"weight: integer", "The sum of the weights of its members."}},
       methods = {
         {"common(other: Shingles): integer", "How many are in both."},
         {"overlap(other: Shingles): integer, integer", "The weight of what is in both, of what is in either."},
         {"keys(rows: integer): integer[]", "Numbers of which sets that are alike share some: to find pairs among "
           .. "many without comparing all. `rows`, 1 to 128: the more, the more alike sets must be."},
         {"weigh(frequency: userdata, limit: integer)", "What more than `limit` texts have weighs half from now on; "
           .. "for `govreport.similar`."},
       },
       operators = {{"__len", "How many runs.", result = "integer"},
                    {"__close", "Frees its memory at the end of the block."}}},
    },
  },
  {
    title = "The module govreport.waivers", module = "govreport.waivers",
    text = "`local waivers = require \"govreport.waivers\"`: findings that were looked at and accepted; see "
      .. "[Waiver](#waiver). Both functions raise where something is not right, with its place.",
    hidden = {"entry_keys"},
    functions = {
      {"load(path: string): Waivers", "Reads a file: a script that returns a list of Waiver."},
      {"new(list: Waiver[], where?: fun(id: string?, key: string?): string): Waivers", "Makes Waivers of a list.",
       params = {where = "where an entry stands, for messages"},
       example = [[
local waivers = require "govreport.waivers"
local accepted = waivers.new{{rule = "applications.row_total", reason = "recounted",
                              cell = "applications.unavailable_not_held.natural_person", value = 5}}
local report = govreport.open("examples/report-with-errors.txt")
local result = govreport.check(report, {select = {"applications"}, waivers = accepted})
print(#result.list, #result.waived, result.waived[1].reason) --> 0	1	recounted]]},
    },
  },
  {
    title = "The module govreport.testing", module = "govreport.testing",
    text = "`local testing = require \"govreport.testing\"`: tests of rules and forms that people write, as data that "
      .. "`govreport rules test` and `govreport forms test` run, and as functions and assertions for programs and "
      .. "specs. "
      .. "How such tests are written is in [rules.md](rules.md) and [forms.md](forms.md).",
    functions = {
      {"run_rules(path: string, lang?: Language): TestCase[]", "Runs a file of tests of rules. Raises where it is not "
        .. "right, with its place.",
       params = {path = "of a script that returns a list of cases", lang = "of the findings"}},
      {"run_forms(path: string, lang?: string): TestCase[]", "Runs a file of tests of forms. Raises where it is not "
        .. "right, with its place.", params = {path = "of a script that returns a list of cases",
                                      lang = "of what is said of files that cannot be read"}},
      {"sample(options: SampleOptions): string", "Writes a sample report: a form filled in with the values given, and "
        .. "0 in every other cell. Gives a page, for `govreport.parse`.",
       example = [[
local testing = require "govreport.testing"
local page = testing.sample{form = "cn_disclosure_2021", cells = {["applications.granted.total"] = 5}}
print(govreport.parse(page):cell("applications.granted.total").value) --> 5]]},
      {"finds(rules: string|Rule|RuleFunction|(string|Rule|RuleFunction)[], case: table): boolean, string?",
       "Whether rules find in a report what they should and nothing else; if not, also what differs.",
       params = {rules = "a file of rules, a rule, a function, or a list of them",
                 case = "as in a test of rules: a sample (`form`, `cells`, …) or a `report` (a Report, or the path of "
                   .. "one), and `finds`, a list of ids or of `{id, address, …}`; `previous`; `lang`"}},
      {"reads(form: string, source: string|table, wanted: table): boolean, string?",
       "Whether a form reads in a file what stands there; if not, also what differs.",
       params = {form = "a file of forms, which is loaded, or the id of a form that is known",
                 source = "the path of a file, or `{text = …}`",
                 wanted = "as in a test of forms: `cells`, `fields`, `sections`, `unaccounted`; or cells by address "
                   .. "alone"}},
      {"install(assert: any)", "Adds the assertions `finds` and `reads` to luassert.",
       params = {assert = "what `require \"luassert\"` gives; in busted, `assert`"}},
    },
    classes = {
      {"TestCase", kind = "table", text = "What a case of a test gave.",
       fields = {{"name: string", "Of the case."}, {"problem?: string", "What differs; nil where it passed."}}},
      {"SampleOptions", kind = "table", text = "What a sample report holds.",
       fields = {
         {"form: string", "Id of the form."}, {"agency?: string", "The body."}, {"year?: integer", "The year."},
         {"cells?: table<string, any>", "What stands in cells, by address."},
         {"sections?: table<string, string|false>", "The text of parts, by id; false leaves the part out."},
         {"head?: string[]", "Paragraphs above the first part."}, {"tail?: string[]", "Paragraphs below the last one."},
         {"plain?: boolean", "Plain text instead of a page."},
         {"prose?: boolean", "Usual sentences wherever none are named, with a preface and a sign-off: the rules of the "
           .. "project find nothing in them."},
       }},
    },
  },
  {
    title = "The module govreport.grammar", module = "govreport.grammar", source = "lua/govreport/text/grammar.lua",
    text = "`local grammar = require \"govreport.grammar\"`: LPeg patterns and functions for what forms and rules "
      .. "look for on the [tape](#documents). A pattern stands with a sample of what it matches; patterns capture "
      .. "nothing unless it is said.",
    -- Types where the module's own text gives none.
    signatures = {
      "range(pattern: userdata): userdata", "named(id: string, pattern: userdata): userdata",
      "up_to(pattern: userdata): userdata", "first(pattern: userdata): userdata",
      "label(...: string): userdata", "cell(pattern?: userdata): userdata", "pair(...: string): userdata",
      "fill(row: string, column?: string, pattern?: userdata): userdata", "everywhere(pattern: userdata): userdata",
      "heading(...: string): userdata", "titles(...: string): userdata",
      "match(pattern: userdata, subject: string, meter: {steps: integer}, init?: integer): any",
      "skeleton(text: string, strip_ordinal?: boolean): string", "fold(text: string): string",
      "clean(text: string): string", "date_value(text: string): string?",
      "amount(digits_text: string, scale: string): integer|Decimal", "ordinal_of(text: string): string",
      "ordinal_class(ordinal: string): string|false", "number_of(ordinal: string): integer?",
      "expand(template: string): string[]", "template_fault(template: string): string?",
      "phrase(...: string): userdata", "words(list: string[]): userdata",
      "labels(labels: table<string, any>, printed: table<string, any>): userdata",
      "inline_labels(labels: table<string, any>, bare?: boolean): userdata",
      "lexicon(words: table<string, any>, accept: fun(value: any): userdata): userdata",
      "metadata(labels: table<string, string[]>): userdata",
    },
  },
  {
    title = "The module govreport.readers", module = "govreport.readers",
    text = "`local readers = require \"govreport.readers\"`: readers that many forms need, for their key `readers`. "
      .. "Each fills fields that the form names in `fields`; see [forms.md](forms.md).",
    fields = {
      {"dated: table", "Fills `dated`: the month in brackets under the title."},
      {"laws: table", "Fills `citations` with the names of laws."},
      {"notices: table", "Fills `citations` with the numbers of notices."},
      {"period: table", "Fills `period_start` and `period_end` from a period that stands somewhere in the head."},
      {"period_clause: table", "Fills them from the sentence that calls it 统计期限."},
      {"sign_off: table", "Fills `signatory` and `signed_on`, and ends the last part there."},
    },
    functions = {
      {"field(id: string, kind: \"text\"|\"date\"|\"integer\", pattern: userdata, scope?: string): table",
       "A reader of one field: what a pattern matches, or the first range that it captures.",
       params = {scope = "`\"head\"` where it is left out, or `\"tail\"`"},
       example = [[
local grammar, readers = require "govreport.grammar", require "govreport.readers"
local reader = readers.field("phone", "text", grammar.pair("联系电话"))
print(reader.scope, reader.once) --> head	true]]},
      {"fields(kinds: table<string, string|fun(text: string): any>, pattern: userdata, scope?: string): table",
       "A reader of several fields: those that the pattern names with `grammar.named`. A kind is `\"text\"`, "
         .. "`\"name\"`, `\"date\"`, `\"integer\"`, or a function that makes the value of the text.",
       params = {scope = "`\"head\"` where it is left out, or `\"tail\"`"},
       example = [[
local grammar, readers = require "govreport.grammar", require "govreport.readers"
local named = grammar.named
local reader = readers.fields({opened = "date", berths = "integer"},
                              named("opened", grammar.date) * "启用,泊位" * named("berths", grammar.number) * "个")
print(table.concat(reader.fields, " ")) --> berths opened]]},
      {"titled(...: string): table",
       "Readers for titles with these words, templates of `grammar.expand`: `title` fills `title`, `agency` and "
         .. "`year`; `page`, from what the page says of itself, these where the text lacks them, `published_on` and "
         .. "`publisher`; `elsewhere`, where no title has them, the body from the sign-off, the publisher or the "
         .. "preface, the year from the period or the preface; `metadata(labels)` the lines and tables of facts in the "
         .. "head.",
       example = [[
local readers = require "govreport.readers"
local head = readers.titled "政府网站工作年度报表"       -- 云岭市水务局2020年政府网站工作年度报表
print(head.title.scope, head.page.scope) --> head	meta]]},
    },
  },
}

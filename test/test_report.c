/* Reports: cells, the ledger, and the parts that are found in the text. */
#include <stdlib.h>

#include "check.h"

typedef struct fixture {
  char *text;
  gr_document *document;
  gr_schema *schema;
  gr_report *report;
  gr_slice tape;
} fixture;

/* A report on the text with one table of one row and 8 columns and one of one cell. */
static fixture start(const char *text) {
  static const gr_axis_entry entries[8] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙"), ENTRY("d", "丁"),
                                           ENTRY("e", "戊"), ENTRY("f", "己"), ENTRY("g", "庚"), ENTRY("h", "辛")};
  fixture f = {malloc(strlen(text)), NULL, NULL, NULL, {NULL, 0}};
  if (f.text == NULL) abort();
  memcpy(f.text, text, strlen(text));
  gr_status status = gr_document_parse((gr_slice){f.text, strlen(text)}, NULL, NULL, &f.document);
  if (status == GR_OK) status = gr_schema_new("form", NULL, &f.schema);
  if (status == GR_OK) status = gr_schema_table(f.schema, "t", entries, 1, entries, 8);
  if (status == GR_OK) status = gr_schema_table(f.schema, "u", entries, 1, entries, 1);
  if (status == GR_OK) status = gr_schema_field(f.schema, "year");
  if (status == GR_OK) status = gr_schema_section(f.schema, "overview");
  if (status == GR_OK) status = gr_report_new(f.document, f.schema, NULL, &f.report);
  if (status != GR_OK) abort();
  f.tape = gr_document_tape(f.document);
  return f;
}

static void finish(fixture *f) {
  gr_report_free(f->report);
  gr_schema_free(f->schema);
  gr_document_free(f->document);
  free(f->text);
}

/* Where a word stands on the tape. */
static gr_range find(const fixture *f, const char *word) {
  const char *at = strstr(f->tape.data, word);   /* a NUL ends the tape */
  if (at == NULL) abort();
  size_t from = (size_t)(at - f->tape.data);
  return (gr_range){from, from + strlen(word)};
}

static bool range_is(gr_range a, gr_range b) { return a.start == b.start && a.end == b.end; }

/* The ledger as a line: u, b or i for each run. */
static const char *ledger(const fixture *f) {
  static char out[64];
  size_t count = gr_report_ledger_count(f->report);
  for (size_t i = 0; i < count && i < 63; i++) out[i] = "ubi"[gr_report_ledger_at(f->report, i).status];
  out[count < 63 ? count : 63] = '\0';
  return out;
}

static void binds_cells(void) {
  fixture f = start("12\n减197件(其中3件)\n-\n\n5a\n1,234.5\n6\n");
  test("a report begins with nothing");
  for (size_t i = 0; i < 9; i++) {
    const gr_cell *cell = gr_report_cell_at(f.report, i);
    CHECK(cell->state == GR_ABSENT && cell->range.start == cell->range.end);
  }
  CHECK(!gr_report_table_present(f.report, 0) && !gr_report_table_present(f.report, 1));
  CHECK(gr_report_field_count(f.report) == 0 && gr_report_section_count(f.report) == 0);
  CHECK(gr_report_claim_count(f.report) == 0 && gr_report_deviation_count(f.report) == 0);
  CHECK_SLICE(slice(ledger(&f)), "uuuuuuuu");
  CHECK(gr_report_document(f.report) == f.document && gr_report_schema(f.report) == f.schema);

  test("a cell runs to the next mark");
  bool fresh = false;
  CHECK_STATUS(gr_report_cell(f.report, 0, gr_report_line(f.report, 0), false, &fresh), GR_OK);
  const gr_cell *cell = gr_report_cell_at(f.report, 0);
  CHECK(fresh && cell->state == GR_NUMBER && !cell->inferred && cell->value.mantissa == 12 && cell->value.scale == 0);
  CHECK(cell->range.start == 0 && cell->range.end == 2 && cell->unit.start == cell->unit.end);
  CHECK_SLICE(slice(ledger(&f)), "buuuuuuu");
  CHECK(strcmp(gr_report_ledger_at(f.report, 0).reason, "cell") == 0);
  CHECK(gr_report_ledger_at(f.report, 1).reason == NULL);
  CHECK(gr_report_table_present(f.report, 0) && !gr_report_table_present(f.report, 1));

  test("a cell with sign, unit and note");
  CHECK_STATUS(gr_report_cell(f.report, 1, gr_report_line(f.report, find(&f, "减").start), true, NULL), GR_OK);
  cell = gr_report_cell_at(f.report, 1);
  CHECK(cell->state == GR_NUMBER && cell->inferred && cell->value.mantissa == -197);
  CHECK(range_is(cell->range, find(&f, "减197件(其中3件)")));
  CHECK(range_is(cell->sign, find(&f, "减")) && range_is(cell->unit, find(&f, "件")));
  CHECK(range_is(cell->note, find(&f, "其中3件")));
  CHECK_SLICE(slice(ledger(&f)), "bbbuuuuu");

  test("a dash");
  CHECK_STATUS(gr_report_cell(f.report, 2, gr_report_line(f.report, find(&f, "-").start), false, NULL), GR_OK);
  CHECK(gr_report_cell_at(f.report, 2)->state == GR_DASH);
  test("a blank");
  CHECK_STATUS(gr_report_cell(f.report, 3, gr_report_line(f.report, 2), false, NULL), GR_OK);
  CHECK(gr_report_cell_at(f.report, 3)->state == GR_BLANK);
  test("an unreadable cell leaves its numbers unaccounted");
  CHECK_STATUS(gr_report_cell(f.report, 4, gr_report_line(f.report, find(&f, "5a").start), false, &fresh), GR_OK);
  CHECK(fresh && gr_report_cell_at(f.report, 4)->state == GR_UNREADABLE);
  CHECK(range_is(gr_report_cell_at(f.report, 4)->range, find(&f, "5a")));
  CHECK_SLICE(slice(ledger(&f)), "bbbuuuuu");
  test("a number of three runs");
  CHECK_STATUS(gr_report_cell(f.report, 5, gr_report_line(f.report, find(&f, "1,2").start), false, NULL), GR_OK);
  CHECK_SLICE(slice(ledger(&f)), "bbbubbbu");

  test("the first binding stays");
  fresh = true;
  CHECK_STATUS(gr_report_cell(f.report, 5, gr_report_line(f.report, find(&f, "6\n").start), true, &fresh), GR_OK);
  cell = gr_report_cell_at(f.report, 5);
  CHECK(!fresh && cell->value.mantissa == 12345 && cell->value.scale == 1 && !cell->inferred);
  CHECK_SLICE(slice(ledger(&f)), "bbbubbbu");
  test("a row that could not be read");
  gr_report_unreadable(f.report, 8, find(&f, "6\n"));
  CHECK(gr_report_cell_at(f.report, 8)->state == GR_UNREADABLE && gr_report_table_present(f.report, 1));
  CHECK(range_is(gr_report_cell_at(f.report, 8)->range, find(&f, "6\n")));
  CHECK_SLICE(slice(ledger(&f)), "bbbubbbu");
  test("a cell of which nothing was said");
  CHECK(gr_report_cell_at(f.report, 7)->state == GR_ABSENT);
  finish(&f);
}

/* The last cell of a file that may have been cut may have lost digits. */
static void distrusts_ends(void) {
  static const struct {
    const char *text;
    gr_state first, last;   /* of 12 and 34 */
  } cases[] = {
      {"12\n34\n", GR_NUMBER, GR_NUMBER},       {"12\r\n34\r\n", GR_NUMBER, GR_NUMBER},
      {"12\r34\r", GR_NUMBER, GR_NUMBER},       {"12\n34\n\n", GR_NUMBER, GR_NUMBER},
      {"12\n34", GR_NUMBER, GR_UNREADABLE},     {"12\n\n34", GR_NUMBER, GR_UNREADABLE},
      {"12\n34  ", GR_NUMBER, GR_UNREADABLE},   {"12\n34\xE4", GR_NUMBER, GR_UNREADABLE},
      {"12\n34\n  ", GR_NUMBER, GR_NUMBER},     {"12\n34\n\xE4\xB8", GR_NUMBER, GR_NUMBER},
      {"12\n34\n\n中", GR_NUMBER, GR_NUMBER},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("cells of [%s]", show(slice(cases[i].text)));
    fixture f = start(cases[i].text);
    CHECK_STATUS(gr_report_cell(f.report, 0, gr_report_line(f.report, find(&f, "12").start), false, NULL), GR_OK);
    CHECK_STATUS(gr_report_cell(f.report, 1, gr_report_line(f.report, find(&f, "34").start), false, NULL), GR_OK);
    gr_state first = gr_report_cell_at(f.report, 0)->state, last = gr_report_cell_at(f.report, 1)->state;
    CHECK_THAT(first == cases[i].first && last == cases[i].last, "%s, %s", gr_state_name(first), gr_state_name(last));
    CHECK_SLICE(slice(ledger(&f)), last == GR_NUMBER ? "bb" : "bu");
    finish(&f);
  }
}

/* The same of pages: where a cell ends with the page, it may be cut; where its end is only implied, it is not. */
static void distrusts_ends_of_pages(void) {
  static const struct {
    const char *page;
    gr_state first, last;   /* of 12 and 34 */
  } cases[] = {
      {"<table><tr><td>12</td><td>34</td></tr></table>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12</td><td>34</td></tr>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12</td><td>34</td>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12</td><td>34", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34\n", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34</t", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34<!-- ", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34\xE4", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34<b>", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34<br>", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td><p>34</p>", GR_NUMBER, GR_UNREADABLE},
      {"<table><tr><td>12<td>34</table>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12<td>34<tr>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12<tr><td>34<td>5", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12<td>34<td>", GR_NUMBER, GR_NUMBER},
      {"<table><tr><td>12<table><tr><td>34<td>5</table>", GR_NUMBER, GR_NUMBER},
      {"<p>12<p>34", GR_NUMBER, GR_UNREADABLE},
      {"<p>12</p><p>34</p>", GR_NUMBER, GR_NUMBER},
      {"<div>12<br><br>34</div>", GR_NUMBER, GR_NUMBER},
      {"<p>12<table><tr><td>34</table>", GR_NUMBER, GR_NUMBER},
      {"<p>12<table><tr><td>34", GR_NUMBER, GR_UNREADABLE},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("cells of [%s]", show(slice(cases[i].page)));
    fixture f = start(cases[i].page);
    CHECK(gr_document_format(f.document) == GR_FORMAT_HTML);
    CHECK_STATUS(gr_report_cell(f.report, 0, gr_report_line(f.report, find(&f, "12").start), false, NULL), GR_OK);
    CHECK_STATUS(gr_report_cell(f.report, 1, gr_report_line(f.report, find(&f, "34").start), false, NULL), GR_OK);
    gr_state first = gr_report_cell_at(f.report, 0)->state, last = gr_report_cell_at(f.report, 1)->state;
    CHECK_THAT(first == cases[i].first && last == cases[i].last, "%s, %s", gr_state_name(first), gr_state_name(last));
    finish(&f);
  }
}

static void gives_units(void) {
  fixture f = start("12\n3件\n-\n5a\n无\n增6\n万元\n个\n\n");
  static const char *const words[] = {"12", "3件", "-", "5a", "无", "增6"};
  for (size_t i = 0; i < COUNT(words); i++)
    CHECK_STATUS(gr_report_cell(f.report, i, gr_report_line(f.report, find(&f, words[i]).start), false, NULL), GR_OK);
  gr_range header = find(&f, "万元"), other = find(&f, "个");
  for (size_t i = 0; i < 8; i++) gr_report_unit(f.report, i, header);
  test("a number without a unit takes that of the header");
  CHECK(range_is(gr_report_cell_at(f.report, 0)->unit, header) && gr_report_cell_at(f.report, 0)->value.mantissa == 12);
  CHECK(range_is(gr_report_cell_at(f.report, 5)->unit, header));
  test("a number with a unit keeps it");
  CHECK(range_is(gr_report_cell_at(f.report, 1)->unit, find(&f, "件")));
  test("what is no number takes none");
  for (size_t i = 2; i < 8; i++) {
    const gr_cell *cell = gr_report_cell_at(f.report, i);
    CHECK_THAT(i == 5 || cell->unit.start == cell->unit.end, "cell %zu: %s", i, gr_state_name(cell->state));
  }
  test("the first unit stays");
  gr_report_unit(f.report, 0, other);
  CHECK(range_is(gr_report_cell_at(f.report, 0)->unit, header));
  test("a number with a unit is odd");
  CHECK(gr_report_cell_is_odd(f.report, 0));
  finish(&f);
}

/* A table of five rows and two columns, of which row 1 may be printed as rows 2 and 3. `present` has a letter for each
 * row: - for nothing, l and r for the left and the right cell, b for both, u for one that could not be read. */
static void uses_rows(const char *present, const char *used) {
  test("rows %s", present);
  static const gr_axis_entry entries[5] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙"), ENTRY("d", "丁"), ENTRY("e", "戊")};
  gr_document *document = NULL;
  gr_schema *schema = NULL;
  gr_report *report = NULL;
  gr_status status = gr_document_parse(slice("7\n"), NULL, NULL, &document);
  if (status == GR_OK) status = gr_schema_new("form", NULL, &schema);
  if (status == GR_OK) status = gr_schema_table(schema, "s", entries, 3, entries, 1);
  if (status == GR_OK) status = gr_schema_table(schema, "t", entries, 5, entries, 2);
  if (status == GR_OK) status = gr_schema_split(schema, 1, 2);
  if (status == GR_OK) status = gr_report_new(document, schema, NULL, &report);
  for (size_t row = 0; row < 5; row++)
    for (size_t column = 0; column < 2 && status == GR_OK; column++) {
      size_t cell = 3 + 2 * row + column;
      if (present[row] == 'b' || present[row] == "lr"[column])
        status = gr_report_cell(report, cell, (gr_range){0, 1}, false, NULL);
      else if (present[row] == 'u' && column == 0) gr_report_unreadable(report, cell, (gr_range){0, 1});
    }
  if (status != GR_OK) abort();
  char found[6] = "";
  for (size_t row = 0; row < 5; row++) {
    bool is_used = gr_report_row_used(report, 1, row);
    found[row] = is_used ? '+' : '.';
    for (size_t column = 0; column < 2; column++) {
      size_t cell = 3 + 2 * row + column;
      CHECK(gr_report_cell_used(report, cell) == is_used);
      bool is_number = gr_report_cell_at(report, cell)->state == GR_NUMBER;
      CHECK_THAT(gr_report_cell_is_odd(report, cell) == (is_used && !is_number), "cell %zu", cell);
    }
  }
  CHECK_SLICE(slice(found), used);
  for (size_t row = 0; row < 3; row++) CHECK(gr_report_row_used(report, 0, row));
  gr_report_free(report);
  gr_schema_free(schema);
  gr_document_free(document);
}

static void uses_all_rows(void) {
  static const struct {
    const char *present, *used;
  } cases[] = {
      /* neither: those in its place */
      {"-----", "+.+++"}, {"b---b", "+.+++"},
      /* the row itself */
      {"-b---", "++..+"}, {"bb--b", "++..+"}, {"-l---", "++..+"}, {"-r---", "++..+"}, {"-u---", "++..+"},
      /* those in its place, all or some */
      {"--bb-", "+.+++"}, {"--b--", "+.+++"}, {"---b-", "+.+++"}, {"--lr-", "+.+++"}, {"--u--", "+.+++"},
      /* both: all that are there */
      {"-bbb-", "+++++"}, {"-l-r-", "+++++"}, {"-bb--", "+++++"}, {"-ul--", "+++++"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) uses_rows(cases[i].present, cases[i].used);
}

static void keeps_the_ledger(void) {
  fixture f = start("1 a22b 333\n4444 中55\n第6页 7.8\n");
  gr_slice all = f.tape;
  test("runs of digits");
  static const char *const runs[] = {"1", "22", "333", "4444", "55", "6", "7", "8"};
  CHECK(gr_report_ledger_count(f.report) == COUNT(runs));
  for (size_t i = 0; i < COUNT(runs) && i < gr_report_ledger_count(f.report); i++) {
    gr_ledger_entry entry = gr_report_ledger_at(f.report, i);
    CHECK_SLICE(((gr_slice){all.data + entry.range.start, entry.range.end - entry.range.start}), runs[i]);
    CHECK(entry.status == GR_UNACCOUNTED && entry.reason == NULL);
  }
  test("a mark on several runs");
  CHECK_STATUS(gr_report_ignore(f.report, (gr_range){find(&f, "22").start, find(&f, "4444").end}, "page_chrome"),
               GR_OK);
  CHECK_SLICE(slice(ledger(&f)), "uiiiuuuu");
  CHECK_SLICE(slice(gr_report_ledger_at(f.report, 2).reason), "page_chrome");
  test("a mark that comes late");
  CHECK_STATUS(gr_report_ignore(f.report, find(&f, "第6页"), "page_number"), GR_OK);
  CHECK_STATUS(gr_report_ignore(f.report, (gr_range){0, 1}, "list_number"), GR_OK);
  CHECK_SLICE(slice(ledger(&f)), "iiiiuiuu");
  test("a mark on nothing");
  CHECK_STATUS(gr_report_ignore(f.report, find(&f, "a"), "law_number"), GR_OK);
  CHECK_STATUS(gr_report_ignore(f.report, (gr_range){0, 0}, "law_number"), GR_OK);
  CHECK_STATUS(gr_report_ignore(f.report, (gr_range){all.size, all.size}, "law_number"), GR_OK);
  CHECK_SLICE(slice(ledger(&f)), "iiiiuiuu");
  test("a mark on everything leaves what is accounted for");
  CHECK_STATUS(gr_report_ignore(f.report, (gr_range){0, all.size}, "rest"), GR_OK);
  CHECK_SLICE(slice(ledger(&f)), "iiiiiiii");
  CHECK_SLICE(slice(gr_report_ledger_at(f.report, 0).reason), "list_number");
  CHECK_SLICE(slice(gr_report_ledger_at(f.report, 5).reason), "page_number");
  CHECK_SLICE(slice(gr_report_ledger_at(f.report, 7).reason), "rest");
  finish(&f);

  test("random marks");
  f = start("1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0\n");
  static const char *const reasons[] = {"a", "b", "c"};
  uint64_t seed = 30;
  for (int round = 0; round < 300; round++) {
    const char *expected[30] = {NULL};
    gr_report *report = NULL;
    CHECK_STATUS(gr_report_new(f.document, f.schema, NULL, &report), GR_OK);
    for (int i = 0; i < 12; i++) {
      size_t from = random_below(&seed, 30), to = from + random_below(&seed, 30 - from),
             reason = random_below(&seed, 3);
      CHECK_STATUS(gr_report_ignore(report, (gr_range){2 * from, 2 * to}, reasons[reason]), GR_OK);
      for (size_t k = from; k < to; k++)
        if (expected[k] == NULL) expected[k] = reasons[reason];
      for (size_t k = 0; k < 30; k++) {
        gr_ledger_entry entry = gr_report_ledger_at(report, k);
        CHECK(entry.status == (expected[k] == NULL ? GR_UNACCOUNTED : GR_IGNORED));
        CHECK(expected[k] == NULL ? entry.reason == NULL : strcmp(entry.reason, expected[k]) == 0);
      }
    }
    gr_report_free(report);
  }
  finish(&f);
}

int main(void) {
  binds_cells();
  distrusts_ends();
  distrusts_ends_of_pages();
  gives_units();
  uses_all_rows();
  keeps_the_ledger();
  return check_finish();
}

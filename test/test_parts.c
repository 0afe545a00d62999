/* What a report holds beside its cells: fields, sections, claims, deviations, and their order. */
#include <stdlib.h>

#include "check.h"

static const char text[] = "1 a 22 b 333\n一、总体情况\n无。\n\n二、其他\n\n主动公开22件\n\n三、结尾\n 55 \n";

static gr_document *document;
static gr_schema *schema;
static gr_report *report;

static void start(void) {
  static const gr_axis_entry entries[2] = {ENTRY("a", "甲"), ENTRY("b", "乙")};
  gr_status status = gr_document_parse(slice(text), NULL, NULL, &document);
  if (status == GR_OK) status = gr_schema_new("form", NULL, &schema);
  if (status == GR_OK) status = gr_schema_table(schema, "t", entries, 2, entries, 2);
  for (size_t i = 0; i < 3 && status == GR_OK; i++) status = gr_schema_field(schema, "field");
  if (status == GR_OK) status = gr_schema_section(schema, "overview");
  if (status == GR_OK) status = gr_report_new(document, schema, NULL, &report);
  if (status != GR_OK) abort();
}

static void finish(void) {
  gr_report_free(report);
  gr_schema_free(schema);
  gr_document_free(document);
}

static gr_ledger_status run(size_t index) { return gr_report_ledger_at(report, index).status; }

static gr_range find(const char *word) {
  gr_slice tape = gr_document_tape(document);
  const char *at = strstr(tape.data, word);
  if (at == NULL) abort();
  size_t from = (size_t)(at - tape.data);
  return (gr_range){from, from + strlen(word)};
}

static void has_fields(void) {
  start();
  test("fields are copied and bind their numbers");
  char words[] = "三百三十三";
  gr_field last = {0, GR_NUMBER, GR_FIELD_TEXT, slice(words), {0, 0}, find("333")};
  gr_field first = {1, GR_NUMBER, GR_FIELD_INTEGER, slice(""), {1, 0}, {0, 1}};
  gr_field middle = {2, GR_NONE, GR_FIELD_AMOUNT, slice("无"), {0, 0}, find(" 22")};
  CHECK_STATUS(gr_report_field(report, &last), GR_OK);
  CHECK_STATUS(gr_report_field(report, &first), GR_OK);
  CHECK_STATUS(gr_report_field(report, &middle), GR_OK);
  memset(words, '?', strlen(words));
  CHECK(gr_report_field_count(report) == 3);
  for (size_t i = 0; i < gr_report_ledger_count(report); i++) {
    CHECK(run(i) == (i < 3 ? GR_BOUND : GR_UNACCOUNTED));
    if (i < 3) CHECK_SLICE(slice(gr_report_ledger_at(report, i).reason), "field");
  }
  test("fields come in document order");
  gr_report_seal(report);
  static const size_t order[] = {1, 2, 0};
  for (size_t i = 0; i < 3; i++) CHECK(gr_report_field_at(report, i)->field == order[i]);
  const gr_field *field = gr_report_field_at(report, 2);
  CHECK_SLICE(field->text, "三百三十三");
  CHECK(field->kind == GR_FIELD_TEXT && field->range.start == last.range.start && field->range.end == last.range.end);
  field = gr_report_field_at(report, 1);
  CHECK(field->state == GR_NONE && field->kind == GR_FIELD_AMOUNT);
  CHECK(gr_report_field_at(report, 0)->number.mantissa == 1);
  finish();
}

static void has_claims(void) {
  start();
  test("claims are copied and bind their numbers");
  char kind[] = "quantity", bound[] = "exact", unit[] = "件";
  gr_range place = find("主动公开22件");
  gr_claim late = {kind, true, {22, 0}, bound, slice(unit), place, 1};
  gr_claim early = {"date", false, {0, 0}, "about", slice("2021-01-29"), {0, 1}, GR_NO_INDEX};
  gr_claim again = {"quantity", true, {33, 1}, "exact", slice("条"), find("333"), 0};
  CHECK_STATUS(gr_report_claim(report, &late), GR_OK);
  CHECK_STATUS(gr_report_claim(report, &early), GR_OK);
  CHECK_STATUS(gr_report_claim(report, &again), GR_OK);
  memset(kind, '?', strlen(kind));
  memset(bound, '?', strlen(bound));
  memset(unit, '?', strlen(unit));
  CHECK(run(0) == GR_BOUND && run(1) == GR_UNACCOUNTED && run(2) == GR_BOUND && run(3) == GR_BOUND);
  CHECK_SLICE(slice(gr_report_ledger_at(report, 3).reason), "claim");
  test("claims come in document order");
  gr_report_seal(report);
  CHECK(gr_report_claim_count(report) == 3);
  const gr_claim *claim = gr_report_claim_at(report, 0);
  CHECK(strcmp(claim->kind, "date") == 0 && !claim->has_value && claim->section == GR_NO_INDEX);
  CHECK_SLICE(claim->text, "2021-01-29");
  CHECK(gr_report_claim_at(report, 1)->value.mantissa == 33 && gr_report_claim_at(report, 1)->section == 0);
  claim = gr_report_claim_at(report, 2);
  CHECK(strcmp(claim->kind, "quantity") == 0 && strcmp(claim->bound, "exact") == 0 && claim->value.mantissa == 22);
  CHECK_SLICE(claim->text, "件");
  test("kinds and bounds are interned");
  CHECK(claim->kind == gr_report_claim_at(report, 1)->kind && claim->bound == gr_report_claim_at(report, 1)->bound);
  CHECK(claim->kind != gr_report_claim_at(report, 0)->kind);
  finish();
}

static void has_sections(void) {
  start();
  test("sections keep their order and tree");
  gr_range end = {gr_document_tape(document).size, gr_document_tape(document).size};
  gr_section first = {0, GR_NO_INDEX, 1, 1, find("一、"), find("总体情况"),
                      {find("总体情况").end, find("二、").start}};
  gr_section second = {GR_NO_INDEX, GR_NO_INDEX, 1, 2, find("二、"), find("其他"), {find("其他").end, find("主动").start}};
  gr_section child = {GR_NO_INDEX, 1, 2, 0, {0, 0}, find("主动"), {find("主动").end, find("三、").start}};
  gr_section last = {GR_NO_INDEX, GR_NO_INDEX, 1, 3, find("三、"), find("结尾"), {find("结尾").end, end.end}};
  size_t index = 99;
  CHECK_STATUS(gr_report_section(report, &first, &index), GR_OK);
  CHECK(index == 0);
  CHECK_STATUS(gr_report_section(report, &second, &index), GR_OK);
  CHECK(index == 1);
  CHECK_STATUS(gr_report_section(report, &child, NULL), GR_OK);
  CHECK_STATUS(gr_report_section(report, &last, &index), GR_OK);
  CHECK(index == 3 && gr_report_section_count(report) == 4);
  gr_report_seal(report);
  CHECK(gr_report_section_at(report, 0)->section == 0 && gr_report_section_at(report, 1)->section == GR_NO_INDEX);
  CHECK(gr_report_section_at(report, 2)->parent == 1 && gr_report_section_at(report, 2)->level == 2);
  CHECK(gr_report_section_at(report, 3)->number == 3 &&
        gr_report_section_at(report, 3)->title.start == find("结尾").start);
  test("what stands below a title");
  static const gr_state states[] = {GR_NONE, GR_BLANK, GR_NUMBER, GR_NUMBER};
  for (size_t i = 0; i < 4; i++) {
    gr_state state = gr_report_section_state(report, i);
    CHECK_THAT(state == states[i], "section %zu: %s", i, gr_state_name(state));
  }
  finish();
}

static void has_deviations(void) {
  start();
  test("deviations are copied and come in document order");
  char subject[] = "t.a", detail[] = "总記", kind[] = "misprint";
  static const gr_range places[] = {{9, 12}, {2, 4}, {0, 1}, {2, 3}, {30, 30}, {5, 8}};
  for (size_t i = 0; i < COUNT(places); i++)
    CHECK_STATUS(gr_report_deviation(report, kind, slice(subject), slice(detail), places[i]), GR_OK);
  memset(subject, '?', strlen(subject));
  memset(detail, '?', strlen(detail));
  memset(kind, '?', strlen(kind));
  gr_report_seal(report);
  CHECK(gr_report_deviation_count(report) == COUNT(places));
  for (size_t i = 0; i < gr_report_deviation_count(report); i++) {
    const gr_deviation *d = gr_report_deviation_at(report, i);
    CHECK(i == 0 || gr_report_deviation_at(report, i - 1)->range.start <= d->range.start);
    CHECK(strcmp(d->kind, "misprint") == 0 && d->kind == gr_report_deviation_at(report, 0)->kind);
    CHECK_SLICE(d->subject, "t.a");
    CHECK_SLICE(d->detail, "总記");
  }
  CHECK(gr_report_deviation_at(report, 5)->range.end == 30);
  CHECK(run(0) == GR_UNACCOUNTED && run(1) == GR_UNACCOUNTED);
  finish();
}

/* Deviations that differ in place, kind or subject come out the same, in whatever order they were found. */
static void sorts(void) {
  test("the order of adding does not matter");
  static char seen[2][4096];
  for (size_t round = 0; round < 2; round++) {
    start();
    for (size_t i = 0; i < 60; i++) {
      size_t k = round == 0 ? i : 59 - i;
      char subject[8], detail[8];
      (void)snprintf(subject, sizeof subject, "s%zu", k / 2 % 5);
      (void)snprintf(detail, sizeof detail, "d%zu", k);
      gr_range place = {k % 3, 4 + k % 2};
      CHECK_STATUS(gr_report_deviation(report, k % 4 < 2 ? "x" : "y", slice(subject), slice(detail), place), GR_OK);
    }
    gr_report_seal(report);
    size_t n = 0;
    for (size_t i = 0; i < gr_report_deviation_count(report); i++) {
      const gr_deviation *d = gr_report_deviation_at(report, i);
      n += (size_t)snprintf(seen[round] + n, sizeof seen[round] - n, "%zu-%zu %s %s %s;", d->range.start, d->range.end,
                            d->kind, d->subject.data, d->detail.data);
    }
    finish();
  }
  size_t i = 0;
  while (seen[0][i] != '\0' && seen[0][i] == seen[1][i]) i++;
  CHECK_THAT(seen[0][i] == seen[1][i], "[%.40s] and [%.40s]", seen[0] + (i < 20 ? 0 : i - 20),
             seen[1] + (i < 20 ? 0 : i - 20));
}

static void counts_work(void) {
  start();
  test("work is counted");
  uint64_t before = gr_report_work(report);
  CHECK(before >= gr_document_work(document) && gr_document_work(document) > 0);
  gr_report_charge(report, 1000);
  CHECK(gr_report_work(report) == before + 1000);
  gr_field field = {0, GR_NUMBER, GR_FIELD_TEXT, slice("x"), {0, 0}, {0, 1}};
  gr_section section = {0, GR_NO_INDEX, 1, 1, {0, 0}, {0, 0}, {0, 0}};
  gr_claim claim = {"quantity", true, {1, 0}, "exact", slice(""), {0, 1}, GR_NO_INDEX};
  CHECK_STATUS(gr_report_field(report, &field), GR_OK);
  CHECK_STATUS(gr_report_section(report, &section, NULL), GR_OK);
  CHECK_STATUS(gr_report_claim(report, &claim), GR_OK);
  CHECK_STATUS(gr_report_deviation(report, "misprint", slice(""), slice(""), (gr_range){0, 1}), GR_OK);
  CHECK_THAT(gr_report_work(report) == before + 1004, "%llu", (unsigned long long)(gr_report_work(report) - before));
  finish();
}

static void knows_odd_cells(void) {
  static const struct {
    const char *text;
    bool odd;
  } cells[] = {{"0\n", false}, {"12件\n", true}, {"+3\n", false}, {"-3\n", true}, {"1.5\n", true}, {"—\n", true},
               {"无\n", true}, {"12a\n", true}, {"减3\n", true}, {"2.0\n", false}, {"12", true}};
  for (size_t i = 0; i < COUNT(cells); i++) {
    test("odd cell %s", show(slice(cells[i].text)));
    gr_document *other = NULL;
    gr_report *small = NULL;
    start();
    if (gr_document_parse(slice(cells[i].text), NULL, NULL, &other) != GR_OK) abort();
    if (gr_report_new(other, schema, NULL, &small) != GR_OK) abort();
    CHECK(gr_report_cell_is_odd(small, 0));   /* absent */
    CHECK_STATUS(gr_report_cell(small, 0, gr_report_line(small, 0), false, NULL), GR_OK);
    CHECK(gr_report_cell_is_odd(small, 0) == cells[i].odd);
    gr_report_free(small);
    gr_document_free(other);
    finish();
  }
}

int main(void) {
  has_fields();
  has_claims();
  has_sections();
  has_deviations();
  sorts();
  counts_work();
  knows_odd_cells();
  return check_finish();
}

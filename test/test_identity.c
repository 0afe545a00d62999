/* Sums that must be 0: what is known of them where cells are blank, unreadable or absent. */
#include <stdlib.h>

#include "check.h"

enum { CELLS = 8 };

typedef struct fixture {
  gr_document *document;
  gr_schema *schema;
  gr_report *report;
  gr_identities *identities;
} fixture;

/* A report whose cells hold these texts; NULL: absent, "?": said to be unreadable. */
static fixture start(const char *const *cells, size_t count) {
  static const gr_axis_entry entries[CELLS] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙"), ENTRY("d", "丁"),
                                               ENTRY("e", "戊"), ENTRY("f", "己"), ENTRY("g", "庚"), ENTRY("h", "辛")};
  static char text[1024];   /* the document borrows it */
  size_t size = 0, at[CELLS] = {0};
  size += (size_t)snprintf(text, sizeof text, "x\n");
  for (size_t i = 0; i < count; i++)
    if (cells[i] != NULL) {
      at[i] = size;
      size += (size_t)snprintf(text + size, sizeof text - size, "%s\n", *cells[i] == '\0' ? "x" : cells[i]);
      if (*cells[i] == '\0') at[i] = size - 1;   /* between the x and its mark */
    }
  fixture f = {NULL, NULL, NULL, NULL};
  gr_status status = gr_document_parse((gr_slice){text, size}, NULL, NULL, &f.document);
  if (status == GR_OK) status = gr_schema_new("form", NULL, &f.schema);
  if (status == GR_OK) status = gr_schema_table(f.schema, "t", entries, 1, entries, CELLS);
  if (status == GR_OK) status = gr_report_new(f.document, f.schema, NULL, &f.report);
  if (status == GR_OK) status = gr_identities_new(f.schema, NULL, &f.identities);
  for (size_t i = 0; i < count && status == GR_OK; i++) {
    if (cells[i] == NULL) continue;
    if (strcmp(cells[i], "?") == 0) gr_report_unreadable(f.report, i, (gr_range){at[i], at[i] + 1});
    else status = gr_report_cell(f.report, i, gr_report_line(f.report, at[i]), false, NULL);
  }
  if (status != GR_OK) abort();
  gr_report_seal(f.report);
  return f;
}

static void finish(fixture *f) {
  gr_identities_free(f->identities);
  gr_report_free(f->report);
  gr_schema_free(f->schema);
  gr_document_free(f->document);
}

typedef struct sum {
  const char *name, *signs;   /* + or - for each cell; < in front: at most 0 */
  const char *cells[CELLS];
  gr_status status;
  gr_verdict verdict;
  const char *residual;
  size_t unknown, missing;
} sum;

#define BIG "999999999999999"

static const sum sums[] = {
    {"true", "++-", {"12", "3", "15"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"false", "++-", {"12", "3", "16"}, GR_OK, GR_FAILS, "-1", 0, 0},
    {"surplus", "++-", {"12", "3", "11"}, GR_OK, GR_FAILS, "4", 0, 0},
    {"zeros", "+-", {"0", "0"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"fractions", "++-", {"0.1", "0.2", "0.3"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a fraction left", "++-", {"0.1", "0.2", "0.25"}, GR_OK, GR_FAILS, "0.05", 0, 0},
    {"signed cells", "++-", {"44", "减30", "14"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"no change", "++-", {"44", "持平", "44"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a negative number", "+-", {"-3", "-3"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"one cell that is 0", "+", {"0"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"one cell that is not", "-", {"7"}, GR_OK, GR_FAILS, "-7", 0, 0},
    /* blanks stand for some number >= 0 */
    {"a blank that must be 0", "++-", {"5", "", "5"}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"a dash that must be 0", "++-", {"5", "—", "5"}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"none that must be 0", "++-", {"5", "无", "5"}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"not applicable", "++-", {"5", "不适用", "5"}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"a blank that must be 2", "++-", {"5", "", "7"}, GR_OK, GR_UNDECIDED, "-2", 1, 0},
    {"a blank cannot be negative", "++-", {"5", "", "3"}, GR_OK, GR_FAILS, "2", 1, 0},
    {"a blank total", "++-", {"5", "3", ""}, GR_OK, GR_UNDECIDED, "8", 1, 0},
    {"a blank total of nothing", "++-", {"0", "0", ""}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"a blank total of less than nothing", "++-", {"-5", "3", ""}, GR_OK, GR_FAILS, "-2", 1, 0},
    {"blanks on one side", "+++-", {"1", "", "/", "1"}, GR_OK, GR_HOLDS, "0", 2, 0},
    {"blanks on one side that add something", "+++-", {"1", "", "-", "9"}, GR_OK, GR_UNDECIDED, "-8", 2, 0},
    {"blanks on both sides", "++-", {"5", "", ""}, GR_OK, GR_UNDECIDED, "5", 2, 0},
    {"blanks on both sides of 0", "+-", {"", ""}, GR_OK, GR_UNDECIDED, "0", 2, 0},
    {"only blanks on one side", "++", {"", "无"}, GR_OK, GR_HOLDS, "0", 2, 0},
    /* what is unreadable or absent may be anything */
    {"an unreadable cell", "++-", {"5", "1a", "6"}, GR_OK, GR_UNDECIDED, "-1", 0, 1},
    {"an unreadable cell, the rest is 0", "++-", {"5", "?", "5"}, GR_OK, GR_UNDECIDED, "0", 0, 1},
    {"an unreadable cell may be negative", "++-", {"5", "?", "3"}, GR_OK, GR_UNDECIDED, "2", 0, 1},
    {"an absent cell", "++-", {"5", NULL, "6"}, GR_OK, GR_UNDECIDED, "-1", 0, 1},
    {"an absent cell beside a blank", "++-", {"", NULL, "6"}, GR_OK, GR_UNDECIDED, "-6", 1, 1},
    {"only unreadable cells", "+-", {"?", "?"}, GR_OK, GR_UNDECIDED, "0", 0, 2},
    {"unreadable and absent", "+-", {"?", NULL}, GR_OK, GR_UNDECIDED, "0", 0, 2},
    {"only absent cells", "++-", {NULL, NULL, NULL}, GR_OK, GR_VACUOUS, "0", 0, 3},
    /* units */
    {"one unit", "++-", {"5件", "1件", "6件"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a unit and none", "++-", {"5件", "1", "6"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"two units", "++-", {"5件", "1", "6条"}, GR_UNIT_MIXED, GR_HOLDS, "0", 0, 0},
    {"units of one kind", "+-", {"1万元", "10000元"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a total in 元 of 万元", "++-", {"1260.5万元", "3867.18万元", "51276800元"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a total in 元 of 万元, off by a cent", "++-", {"1260.5万元", "3867.18万元", "51276800.01元"}, GR_OK, GR_FAILS,
     "-0.000001", 0, 0},
    {"the residual in the first unit", "+-", {"30000元", "2万元"}, GR_OK, GR_FAILS, "10000", 0, 0},
    {"yuan by sign and by name", "+-", {"¥20000", "2万元"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"every unit of money", "+++-", {"1亿元", "1万元", "1千元", "100011000元"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a unit and none beside another", "++-", {"1", "2万元", "30000元"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a blank in another unit", "++-", {"1万元", "", "9999元"}, GR_OK, GR_FAILS, "0.0001", 1, 0},
    {"at most in another unit", "<+-", {"9999.99元", "1万元"}, GR_OK, GR_HOLDS, "-0.01", 0, 0},
    {"counts in ten thousands", "++-", {"9210条", "3390条", "1.26万条"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"counts in ten thousands of another thing", "+-", {"10000件", "1万条"}, GR_UNIT_MIXED, GR_HOLDS, "0", 0, 0},
    {"a count in ten thousands beside plain ones", "++-", {"1.2万件", "5", "12005"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"money and a count", "+-", {"1万元", "10000件"}, GR_UNIT_MIXED, GR_HOLDS, "0", 0, 0},
    {"a conversion past the limit", "+-", {BIG "亿元", "1元"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0, 0},
    {"units that begin alike", "+-", {"1人", "1人次"}, GR_UNIT_MIXED, GR_HOLDS, "0", 0, 0},
    {"no unit between two", "+++", {"0元", "0", "0万条"}, GR_UNIT_MIXED, GR_HOLDS, "0", 0, 0},
    {"a unit in an unreadable cell", "++-", {"5件", "1万元a", "6件"}, GR_OK, GR_UNDECIDED, "-1", 0, 1},
    /* at most */
    {"less than the bound", "<+-", {"3", "5"}, GR_OK, GR_HOLDS, "-2", 0, 0},
    {"the bound itself", "<+-", {"5", "5"}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"past the bound", "<+-", {"6", "5"}, GR_OK, GR_FAILS, "1", 0, 0},
    {"a blank that may be past the bound", "<+-", {"", "5"}, GR_OK, GR_UNDECIDED, "-5", 1, 0},
    {"a blank bound", "<+-", {"6", ""}, GR_OK, GR_UNDECIDED, "6", 1, 0},
    {"a blank bound of nothing", "<+-", {"0", ""}, GR_OK, GR_HOLDS, "0", 1, 0},
    {"past the bound beside a blank", "<++-", {"6", "", "5"}, GR_OK, GR_FAILS, "1", 1, 0},
    {"a bound with an unreadable cell", "<+-", {"6", "?"}, GR_OK, GR_UNDECIDED, "6", 0, 1},
    /* limits */
    {"the largest sum", "++-", {"999999999999998", "1", BIG}, GR_OK, GR_HOLDS, "0", 0, 0},
    {"a sum past the limit", "++", {BIG, "1"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0, 0},
    {"a sum past the other limit", "--", {BIG, "1"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0, 0},
    {"too many places", "+-", {"100000000000000", "0.01"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0, 0},
    {"far past the limit", "++++++++", {BIG, BIG, BIG, BIG, BIG, BIG, BIG, BIG}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0, 0},
};

static const char *verdict_name(gr_verdict verdict) {
  static const char *const names[] = {"holds", "fails", "undecided", "vacuous"};
  return names[verdict];
}

static void evaluates(const sum *s) {
  test("sum: %s", s->name);
  gr_relation relation = s->signs[0] == '<' ? GR_AT_MOST : GR_EQUAL;
  const char *signs = s->signs + (relation == GR_AT_MOST);
  fixture f = start(s->cells, strlen(signs));
  gr_term terms[CELLS];
  for (size_t i = 0; i < strlen(signs); i++) terms[i] = (gr_term){i, signs[i] == '+' ? 1 : -1};
  CHECK_STATUS(gr_identities_add(f.identities, relation, terms, strlen(signs)), GR_OK);
  gr_outcome outcome = {GR_VACUOUS, {-77, 7}, 77, 77, false};
  gr_status status = gr_identities_evaluate(f.identities, 0, f.report, &outcome);
  CHECK_STATUS(status, s->status);
  if (s->status == GR_OK) {
    char residual[GR_DECIMAL_TEXT];
    (void)gr_decimal_format(outcome.residual, residual);
    CHECK_THAT(outcome.verdict == s->verdict, "%s, expected %s", verdict_name(outcome.verdict),
               verdict_name(s->verdict));
    CHECK_SLICE(slice(residual), s->residual);
    CHECK_THAT(outcome.unknown == s->unknown && outcome.missing == s->missing, "%zu unknown, %zu missing",
               outcome.unknown, outcome.missing);
  } else {
    CHECK(outcome.residual.mantissa == -77 && outcome.unknown == 77 && outcome.missing == 77);
  }
  finish(&f);
}

/* Sums whose terms have factors; `signs` as in `sum`, a factor for each term. */
static const struct {
  const char *name, *signs, *factors[CELLS], *cells[CELLS];
  gr_status status;
  gr_verdict verdict;
  const char *residual;
  size_t unknown;
} weighed[] = {
    {"twice", "+-", {"2", "1"}, {"3", "6"}, GR_OK, GR_HOLDS, "0", 0},
    {"twice, and off", "+-", {"2", "1"}, {"3", "7"}, GR_OK, GR_FAILS, "-1", 0},
    {"a tenth", "+-", {"1", "0.1"}, {"0.3", "3"}, GR_OK, GR_HOLDS, "0", 0},
    {"a tenth, and off by a hair", "+-", {"1", "0.1"}, {"0.3", "3.0000001"}, GR_OK, GR_FAILS, "-0.00000001", 0},
    {"at most a half", "<+-", {"1", "0.5"}, {"2", "4"}, GR_OK, GR_HOLDS, "0", 0},
    {"at most a half, and more", "<+-", {"1", "0.5"}, {"2", "3"}, GR_OK, GR_FAILS, "0.5", 0},
    {"at most three times", "<+-", {"1", "3"}, {"9", "3"}, GR_OK, GR_HOLDS, "0", 0},
    {"at most half of a blank", "<+-", {"1", "0.5"}, {"2", ""}, GR_OK, GR_UNDECIDED, "2", 1},
    {"at most half, beside a blank", "<++-", {"1", "2", "0.5"}, {"2", "", "3"}, GR_OK, GR_FAILS, "0.5", 1},
    {"a blank that can be a part", "+-", {"1", "2"}, {"5", ""}, GR_OK, GR_UNDECIDED, "5", 1},
    {"a blank that is too much", "+-+", {"1", "1", "0.001"}, {"5", "4", ""}, GR_OK, GR_FAILS, "1", 1},
    {"a blank of nothing", "++-", {"3", "7", "1"}, {"", "2", "14"}, GR_OK, GR_HOLDS, "0", 1},
    {"below 0", "+-", {"2", "1"}, {"-3", "-6"}, GR_OK, GR_HOLDS, "0", 0},
    {"tens that the places take up", "+-", {"0.001", "1"}, {"999999999999000", "999999999999"}, GR_OK, GR_HOLDS, "0", 0},
    {"a product past the limit", "+-", {"10000", "1"}, {BIG, "1"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0},
    {"a product of too many places", "+-", {"0.0000001", "1"}, {"0.000000001", "1"}, GR_NUMBER_RANGE, GR_HOLDS, "0", 0},
    {"a sum of products past the limit", "++", {"9", "9"}, {"99999999999999", "99999999999999"}, GR_NUMBER_RANGE,
     GR_HOLDS, "0", 0},
};

static gr_decimal decimal(const char *text) {
  gr_decimal value = {0, 0};
  CHECK_STATUS(gr_decimal_parse(slice(text), &value), GR_OK);
  return value;
}

static void multiplies(void) {
  for (size_t k = 0; k < COUNT(weighed); k++) {
    test("sum with factors: %s", weighed[k].name);
    gr_relation relation = weighed[k].signs[0] == '<' ? GR_AT_MOST : GR_EQUAL;
    const char *signs = weighed[k].signs + (relation == GR_AT_MOST);
    size_t count = strlen(signs);
    fixture f = start(weighed[k].cells, count);
    gr_term terms[CELLS];
    gr_decimal factors[CELLS];
    for (size_t i = 0; i < count; i++) {
      terms[i] = (gr_term){i, signs[i] == '+' ? 1 : -1};
      factors[i] = decimal(weighed[k].factors[i]);
    }
    /* Behind a sum without factors, so that theirs are found in the right place. */
    CHECK_STATUS(gr_identities_add(f.identities, GR_EQUAL, terms, count), GR_OK);
    CHECK_STATUS(gr_identities_add_times(f.identities, relation, terms, factors, count), GR_OK);
    CHECK_STATUS(gr_identities_add_times(f.identities, relation, terms, factors, count), GR_OK);
    for (size_t index = 1; index < 3; index++) {
      gr_outcome outcome = {GR_VACUOUS, {0, 0}, 0, 0, false};
      CHECK_STATUS(gr_identities_evaluate(f.identities, index, f.report, &outcome), weighed[k].status);
      if (weighed[k].status != GR_OK) continue;
      char residual[GR_DECIMAL_TEXT];
      (void)gr_decimal_format(outcome.residual, residual);
      CHECK_THAT(outcome.verdict == weighed[k].verdict, "%s, expected %s", verdict_name(outcome.verdict),
                 verdict_name(weighed[k].verdict));
      CHECK_SLICE(slice(residual), weighed[k].residual);
      CHECK(outcome.unknown == weighed[k].unknown);
    }
    finish(&f);
  }
  test("factors are above 0");
  static const char *const cells[] = {"1", "2"};
  fixture f = start(cells, 2);
  static const gr_term terms[] = {{0, 1}, {1, -1}};
  const gr_decimal none[] = {{1, 0}, {0, 0}}, below[] = {{-1, 0}, {1, 0}};
  CHECK_STATUS(gr_identities_add_times(f.identities, GR_EQUAL, terms, none, 2), GR_NUMBER_RANGE);
  CHECK_STATUS(gr_identities_add_times(f.identities, GR_EQUAL, terms, below, 2), GR_NUMBER_RANGE);
  CHECK(gr_identities_count(f.identities) == 0);
  finish(&f);
}

/* Nothing is added to the NULL of what has no items: for a sanitizer to see. */
static void has_no_terms(void) {
  test("a sum without terms");
  fixture f = start(NULL, 0);
  gr_outcome outcome = {GR_HOLDS, {0, 0}, 0, 0, false};
  size_t count = 1;
  CHECK_STATUS(gr_identities_add(f.identities, GR_EQUAL, NULL, 0), GR_OK);
  CHECK(gr_identities_terms(f.identities, 0, &count) == NULL);
  CHECK(count == 0);
  CHECK_STATUS(gr_identities_evaluate(f.identities, 0, f.report, &outcome), GR_OK);
  CHECK(outcome.verdict == GR_VACUOUS);
  finish(&f);
}

/* All values of small unknowns tried out. `kinds`: digits for numbers, b for blank, u for unreadable, a for absent. */
static gr_verdict try_all(const char *kinds, const int *signs, size_t count) {
  enum { MOST = 10 };
  size_t solutions = 0, absent = 0, missing = 0;
  bool all_zero = true;
  int values[4];
  for (size_t i = 0; i < count; i++) {
    if (kinds[i] == 'a') absent++;
    if (kinds[i] == 'a' || kinds[i] == 'u') missing++;
    values[i] = kinds[i] == 'b' ? 0 : kinds[i] >= '0' && kinds[i] <= '9' ? kinds[i] - '0' : -MOST;
  }
  if (absent == count) return GR_VACUOUS;
  for (;;) {
    int total = 0;
    bool zero = true;
    for (size_t i = 0; i < count; i++) {
      total += signs[i] * values[i];
      if (kinds[i] == 'b' && values[i] != 0) zero = false;
    }
    if (total == 0) {
      solutions++;
      if (!zero) all_zero = false;
    }
    size_t i = 0;
    for (; i < count; i++) {
      if (kinds[i] >= '0' && kinds[i] <= '9') continue;
      if (++values[i] <= MOST) break;
      values[i] = kinds[i] == 'b' ? 0 : -MOST;
    }
    if (i == count) break;
  }
  return solutions == 0 ? GR_FAILS : all_zero && missing == 0 ? GR_HOLDS : GR_UNDECIDED;
}

static void agrees_with_trying(void) {
  test("verdicts agree with trying all values");
  uint64_t seed = 60;
  for (int k = 0; k < 3000; k++) {
    static const char *const texts[] = {"0", "1", "2", "3", "", "—", "无", "?", NULL};
    static const char names[] = "0123bbbua";
    const char *cells[4];
    char kinds[5] = "";
    int signs[4];
    gr_term terms[4];
    size_t count = 1 + random_below(&seed, 4);
    for (size_t i = 0; i < count; i++) {
      size_t pick = random_below(&seed, random_below(&seed, 3) == 0 ? COUNT(texts) : 7);
      cells[i] = texts[pick];
      kinds[i] = names[pick];
      signs[i] = random_below(&seed, 2) == 0 ? 1 : -1;
      terms[i] = (gr_term){i, signs[i]};
    }
    fixture f = start(cells, count);
    gr_outcome outcome = {GR_VACUOUS, {0, 0}, 0, 0, false};
    CHECK_STATUS(gr_identities_add(f.identities, GR_EQUAL, terms, count), GR_OK);
    CHECK_STATUS(gr_identities_evaluate(f.identities, 0, f.report, &outcome), GR_OK);
    gr_verdict expected = try_all(kinds, signs, count);
    CHECK_THAT(outcome.verdict == expected, "%.4s with %+d...: %s, expected %s", kinds, signs[0],
               verdict_name(outcome.verdict), verdict_name(expected));
    finish(&f);
  }
}

static void keeps(void) {
  test("identities keep their terms");
  static const char *const cells[] = {"1", "2", "3", "4"};
  fixture f = start(cells, 4);
  gr_term sums_of[][3] = {{{0, 1}, {1, 1}, {2, -1}}, {{0, 1}, {2, 1}, {3, -1}}, {{3, 1}, {0, -1}, {1, -1}}};
  for (size_t i = 0; i < 40; i++) CHECK_STATUS(gr_identities_add(f.identities, GR_EQUAL, sums_of[i % 3], 3), GR_OK);
  gr_term first = sums_of[0][0];
  sums_of[0][0].cell = 99;
  CHECK(gr_identities_count(f.identities) == 40);
  static const int residuals[] = {0, 0, 1};
  for (size_t i = 0; i < 40; i++) {
    size_t count = 0;
    const gr_term *terms = gr_identities_terms(f.identities, i, &count);
    CHECK(count == 3 && terms[2].cell == sums_of[i % 3][2].cell && terms[2].sign == -1);
    CHECK(i % 3 != 0 || (terms[0].cell == first.cell && terms[0].sign == first.sign));
    gr_outcome outcome = {GR_VACUOUS, {0, 0}, 0, 0, false};
    CHECK_STATUS(gr_identities_evaluate(f.identities, i, f.report, &outcome), GR_OK);
    CHECK(outcome.residual.mantissa == residuals[i % 3] && (outcome.verdict == GR_HOLDS) == (residuals[i % 3] == 0));
  }
  finish(&f);
}

/* Row 0 is the sum of row 1, or of rows 2 and 3 in its place. `rows` has the text of each cell, as in start(). */
static const struct {
  const char *name, *rows[4];
  gr_verdict verdict;
  const char *residual;
  size_t unknown, missing;
} parted[] = {
    {"the whole row", {"10", "10"}, GR_HOLDS, "0", 0, 0},
    {"the whole row, and wrong", {"10", "9"}, GR_FAILS, "1", 0, 0},
    {"the whole row, blank", {"10", "—"}, GR_UNDECIDED, "10", 1, 0},
    {"the whole row, blank, in a sum of 0", {"0", "—"}, GR_HOLDS, "0", 1, 0},
    {"the whole row, unreadable", {"10", "?"}, GR_UNDECIDED, "10", 0, 1},
    {"the parts", {"10", NULL, "4", "6"}, GR_HOLDS, "0", 0, 0},
    {"the parts, and wrong", {"10", NULL, "4", "7"}, GR_FAILS, "-1", 0, 0},
    {"the parts, one blank", {"10", NULL, "10", "无"}, GR_HOLDS, "0", 1, 0},
    {"a part alone", {"10", NULL, "4"}, GR_UNDECIDED, "6", 0, 1},
    {"a part alone that would do", {"10", NULL, NULL, "10"}, GR_UNDECIDED, "0", 0, 1},
    {"an unreadable part alone", {"10", NULL, NULL, "?"}, GR_UNDECIDED, "10", 0, 2},
    {"neither", {"10"}, GR_UNDECIDED, "10", 0, 2},
    {"both", {"10", "10", "4", "6"}, GR_HOLDS, "0", 0, 0},
    {"both, and counted twice", {"20", "10", "4", "6"}, GR_FAILS, "10", 0, 0},
    {"both, with a part missing", {"20", "10", "4"}, GR_UNDECIDED, "16", 0, 1},
    {"the sum missing", {NULL, "10"}, GR_UNDECIDED, "-10", 0, 1},
    {"the sum missing, with parts", {NULL, NULL, "4", "6"}, GR_UNDECIDED, "-10", 0, 1},
    {"none of them", {NULL}, GR_VACUOUS, "0", 0, 3},
};

static void counts_rows_in_place_of_others(void) {
  static const gr_axis_entry rows[4] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙"), ENTRY("d", "丁")};
  static const gr_term terms[4] = {{0, 1}, {1, -1}, {2, -1}, {3, -1}};
  for (size_t i = 0; i < COUNT(parted); i++) {
    test("rows in place of others: %s", parted[i].name);
    fixture f = start(parted[i].rows, 4);   /* for its document */
    gr_schema *schema = NULL;
    gr_report *report = NULL;
    gr_identities *identities = NULL;
    gr_status status = gr_schema_new("form", NULL, &schema);
    if (status == GR_OK) status = gr_schema_table(schema, "t", rows, 4, rows, 1);
    if (status == GR_OK) status = gr_schema_split(schema, 1, 2);
    if (status == GR_OK) status = gr_report_new(f.document, schema, NULL, &report);
    if (status == GR_OK) status = gr_identities_new(schema, NULL, &identities);
    if (status == GR_OK) status = gr_identities_add(identities, GR_EQUAL, terms, 4);
    for (size_t k = 0; k < 4 && status == GR_OK; k++) {
      gr_range range = gr_report_cell_at(f.report, k)->range;
      if (parted[i].rows[k] == NULL) continue;
      if (*parted[i].rows[k] == '?') gr_report_unreadable(report, k, range);
      else status = gr_report_cell(report, k, range, false, NULL);
    }
    if (status != GR_OK) abort();
    gr_outcome outcome = {GR_VACUOUS, {0, 0}, 0, 0, false};
    CHECK_STATUS(gr_identities_evaluate(identities, 0, report, &outcome), GR_OK);
    char residual[GR_DECIMAL_TEXT];
    (void)gr_decimal_format(outcome.residual, residual);
    CHECK_THAT(outcome.verdict == parted[i].verdict, "%s, expected %s", verdict_name(outcome.verdict),
               verdict_name(parted[i].verdict));
    CHECK_SLICE(slice(residual), parted[i].residual);
    CHECK_THAT(outcome.unknown == parted[i].unknown && outcome.missing == parted[i].missing, "%zu unknown, %zu missing",
               outcome.unknown, outcome.missing);
    gr_identities_free(identities);
    gr_report_free(report);
    gr_schema_free(schema);
    finish(&f);
  }
}

/* Sums over the same cells, each as in `sum` with a space for a cell that it has not, and the values that follow. */
static const struct {
  const char *name, *signs[3], *cells[CELLS], *values[CELLS];
} implications[] = {
    {"one blank is the difference", {"++-"}, {"1", "", "5"}, {NULL, "4"}},
    {"and has the decimals of the others", {"++-"}, {"1.25", "-", "5"}, {NULL, "3.75"}},
    {"a total is the sum", {"++-"}, {"1", "2", ""}, {NULL, NULL, "3"}},
    {"several are 0 where nothing is left", {"+++-"}, {"5", "", "-", "5"}, {NULL, "0", "0"}},
    {"several of which something is left", {"+++-"}, {"1", "", "-", "5"}, {NULL}},
    {"less than nothing is left", {"++-"}, {"6", "", "5"}, {NULL}},
    {"unknowns on both sides", {"++-"}, {"", "1", ""}, {NULL}},
    {"nothing is unknown", {"++-"}, {"1", "4", "5"}, {NULL}},
    {"one that is unreadable", {"++-"}, {"?", "", "5"}, {NULL}},
    {"one that is absent", {"++-"}, {NULL, "", "5"}, {NULL}},
    {"one follows from another", {"  ++-", "++-", "  + -"}, {"1", "", "", "2", "6"}, {NULL, "3", "4"}},
    {"the first that says it", {"++-", "+ -"}, {"1", "", "5"}, {NULL, "4"}},
    {"two say otherwise: the first holds", {"+ -", " +-"}, {"", "", "5"}, {"5", "5"}},
    {"more than 15 digits", {"++-"}, {BIG, BIG, ""}, {NULL}},
    {"of one unit", {"++-"}, {"1万元", "", "5万元"}, {NULL, "4"}},
    {"of several units", {"++-"}, {"1万元", "", "5元"}, {NULL}},
};

static void implies(size_t k) {
  test("what follows: %s", implications[k].name);
  size_t cells = 0, sums_used[3] = {0, 1, 2}, count = 0;
  gr_decimal values[CELLS];
  bool known[CELLS] = {false};
  for (size_t i = 0; i < 3 && implications[k].signs[i] != NULL; i++)
    if (strlen(implications[k].signs[i]) > cells) cells = strlen(implications[k].signs[i]);
  fixture f = start(implications[k].cells, cells);
  for (size_t i = 0; i < 3 && implications[k].signs[i] != NULL; i++) {
    gr_term terms[CELLS];
    const char *signs = implications[k].signs[i];
    size_t size = 0;
    for (size_t c = 0; signs[c] != '\0'; c++)
      if (signs[c] != ' ') terms[size++] = (gr_term){c, signs[c] == '+' ? 1 : -1};
    CHECK_STATUS(gr_identities_add(f.identities, GR_EQUAL, terms, size), GR_OK);
    count++;
  }
  gr_identities_imply(f.identities, f.report, sums_used, count, values, known);
  for (size_t c = 0; c < cells; c++) {
    char text[GR_DECIMAL_TEXT] = "";
    if (known[c]) gr_decimal_format(values[c], text);
    const char *expected = implications[k].values[c] == NULL ? "" : implications[k].values[c];
    CHECK_THAT(strcmp(text, expected) == 0, "cell %zu is [%s], expected [%s]", c, text, expected);
  }
  finish(&f);
}

int main(void) {
  for (size_t i = 0; i < COUNT(implications); i++) implies(i);
  for (size_t i = 0; i < COUNT(sums); i++) evaluates(&sums[i]);
  multiplies();
  has_no_terms();
  agrees_with_trying();
  keeps();
  counts_rows_in_place_of_others();
  return check_finish();
}

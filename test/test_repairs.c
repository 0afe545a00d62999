/* The smallest changes with which sums hold. */
#include <stdlib.h>

#include "check.h"

enum { CELLS = 9, SUMS = 6 };

/* A table of 3 by 3 of which the last row and the last column are totals. Cells: a number, or NULL for an unknown one
 * from 0 on. */
static gr_repairs *table(const char *const *cells) {
  gr_repairs *repairs = NULL;
  gr_status status = gr_repairs_new(NULL, &repairs);
  for (size_t i = 0; i < CELLS && status == GR_OK; i++) {
    gr_variable cell = {cells[i] != NULL, true, cells[i] == NULL ? 0 : atoi(cells[i]), 0, 1};
    status = gr_repairs_cell(repairs, cell);
  }
  for (size_t i = 0; i < 3 && status == GR_OK; i++) {
    gr_term row[] = {{3 * i, 1}, {3 * i + 1, 1}, {3 * i + 2, -1}}, column[] = {{i, 1}, {i + 3, 1}, {i + 6, -1}};
    status = gr_repairs_sum(repairs, row, 3);
    if (status == GR_OK) status = gr_repairs_sum(repairs, column, 3);
  }
  if (status != GR_OK) abort();
  return repairs;
}

/* The repairs as "cell=low..high cell=…; …", bounds that are the same once. */
static const char *text_of(const gr_repairs *repairs) {
  static char text[2000];
  size_t size = 0;
  text[0] = '\0';
  for (size_t i = 0; i < gr_repairs_count(repairs); i++) {
    const gr_change *changes = gr_repairs_at(repairs, i);
    for (size_t k = 0; k < gr_repairs_size(repairs); k++) {
      const char *before = k > 0 ? " " : i > 0 ? "; " : "";
      size += (size_t)snprintf(text + size, sizeof text - size, "%s%zu=", before, changes[k].cell);
      if (changes[k].has_low && changes[k].has_high && changes[k].low == changes[k].high) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%d", (int)changes[k].low);
        continue;
      }
      if (changes[k].has_low) size += (size_t)snprintf(text + size, sizeof text - size, "%d", (int)changes[k].low);
      size += (size_t)snprintf(text + size, sizeof text - size, "..");
      if (changes[k].has_high) size += (size_t)snprintf(text + size, sizeof text - size, "%d", (int)changes[k].high);
    }
  }
  return text;
}

static const struct {
  const char *name, *cells[CELLS], *repairs;
  size_t count, size;
} tables[] = {
    {"nothing is wrong", {"1", "2", "3", "4", "5", "9", "5", "7", "12"}, "", 1, 0},
    {"a part", {"1", "3", "3", "4", "5", "9", "5", "7", "12"}, "1=2", 1, 1},
    {"a total", {"1", "2", "4", "4", "5", "9", "5", "7", "12"}, "2=3", 1, 1},
    {"the total of all", {"1", "2", "3", "4", "5", "9", "5", "7", "0"}, "8=12", 1, 1},
    {"two in a row", {"2", "4", "3", "4", "5", "9", "5", "7", "12"}, "0=1 1=2", 1, 2},
    {"two that can be two others", {"2", "2", "3", "4", "6", "9", "5", "7", "12"}, "0=1 4=5; 1=1 3=3", 2, 2},
    {"a part beside an unknown one", {NULL, "3", "3", "4", "5", "9", "5", "7", "12"}, "1=2", 1, 1},
    {"unknown totals", {"1", "2", NULL, "4", "5", NULL, "6", "7", NULL}, "0=2; 3=5; 6=5", 3, 1},
    {"two parts are unknown", {NULL, "2", "4", NULL, "5", "9", "5", "7", "12"}, "5=8; 2=3", 2, 1},
};

static void finds(void) {
  for (size_t i = 0; i < COUNT(tables); i++) {
    test("repairs: %s", tables[i].name);
    gr_repairs *repairs = table(tables[i].cells);
    bool complete = false;
    CHECK_STATUS(gr_repairs_find(repairs, 100000, CELLS, &complete), GR_OK);
    CHECK(complete);
    CHECK_THAT(gr_repairs_count(repairs) == tables[i].count, "%zu repairs", gr_repairs_count(repairs));
    CHECK(gr_repairs_size(repairs) == tables[i].size);
    CHECK_THAT(strcmp(text_of(repairs), tables[i].repairs) == 0, "%s", text_of(repairs));
    gr_repairs_free(repairs);
  }
}

/* Whether some values from 0 to 30 of `left` of the cells from `from` on make all rows and columns hold. */
static bool can_hold(int *cells, const int *printed, size_t from, size_t left) {
  if (left == 0 || from == CELLS) {
    for (size_t i = 0; i < 3; i++) {
      if (cells[3 * i] + cells[3 * i + 1] != cells[3 * i + 2]) return false;
      if (cells[i] + cells[i + 3] != cells[i + 6]) return false;
    }
    return true;
  }
  if (can_hold(cells, printed, from + 1, left)) return true;
  bool found = false;
  for (int value = 0; value <= 30 && !found; value++) {
    cells[from] = value;
    found = can_hold(cells, printed, from + 1, left - 1);
  }
  cells[from] = printed[from];
  return found;
}

static void are_smallest(void) {
  uint64_t seed = 20260101;
  test("repairs are as small as can be");
  for (size_t round = 0; round < 300; round++) {
    int printed[CELLS], cells[CELLS];
    char texts[CELLS][8];
    const char *pointers[CELLS];
    for (size_t i = 0; i < CELLS; i++) printed[i] = (int)random_below(&seed, 6);
    for (size_t i = 0; i < 3; i++) printed[3 * i + 2] = printed[3 * i] + printed[3 * i + 1];
    for (size_t i = 0; i < 3; i++) printed[i + 6] = printed[i] + printed[i + 3];
    for (size_t i = random_below(&seed, 4); i > 0; i--) {
      size_t cell = random_below(&seed, CELLS);
      printed[cell] = (int)random_below(&seed, 15);
    }
    for (size_t i = 0; i < CELLS; i++) {
      cells[i] = printed[i];
      (void)snprintf(texts[i], sizeof texts[i], "%d", printed[i]);
      pointers[i] = texts[i];
    }
    gr_repairs *repairs = table(pointers);
    bool complete = false;
    CHECK_STATUS(gr_repairs_find(repairs, 1000000, CELLS, &complete), GR_OK);
    size_t size = gr_repairs_size(repairs);
    CHECK(complete && gr_repairs_count(repairs) > 0);
    CHECK_THAT(can_hold(cells, printed, 0, size), "round %zu: %zu are not enough", round, size);
    CHECK_THAT(size == 0 || !can_hold(cells, printed, 0, size - 1), "round %zu: %zu are too many", round, size);
    gr_repairs_free(repairs);
  }
}

static void gives_up(void) {
  test("repairs: the budget is enough, or one step too small");
  static const char *const cells[] = {"2", "2", "3", "4", "6", "9", "5", "7", "12"};
  gr_repairs *repairs = table(cells);
  bool complete = false;
  CHECK_STATUS(gr_repairs_find(repairs, 100000, CELLS, &complete), GR_OK);
  uint64_t steps = gr_repairs_steps(repairs);
  gr_repairs_free(repairs);
  for (uint64_t less = 0; less < 2; less++) {
    repairs = table(cells);
    CHECK_STATUS(gr_repairs_find(repairs, steps - less, CELLS, &complete), GR_OK);
    CHECK(complete == (less == 0));
    gr_repairs_free(repairs);
  }
  test("repairs: none as small as asked for");
  repairs = table(cells);
  CHECK_STATUS(gr_repairs_find(repairs, 100000, 1, &complete), GR_OK);
  CHECK(complete && gr_repairs_count(repairs) == 0);
  gr_repairs_free(repairs);
}

static void has_limits(void) {
  test("repairs: numbers of 15 digits, sums of 4096 terms");
  gr_repairs *repairs = NULL;
  CHECK_STATUS(gr_repairs_new(NULL, &repairs), GR_OK);
  const int64_t largest = INT64_C(999999999999999);
  static gr_term terms[4097];
  for (size_t i = 0; i < COUNT(terms); i++) {
    CHECK_STATUS(gr_repairs_cell(repairs, (gr_variable){true, true, largest, 0, 1}), GR_OK);
    terms[i] = (gr_term){i, 1};
  }
  CHECK_STATUS(gr_repairs_cell(repairs, (gr_variable){true, true, largest + 1, 0, 1}), GR_NUMBER_RANGE);
  CHECK_STATUS(gr_repairs_cell(repairs, (gr_variable){false, true, 0, -largest - 1, 1}), GR_NUMBER_RANGE);
  CHECK_STATUS(gr_repairs_sum(repairs, terms, 4097), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_repairs_sum(repairs, terms, 4096), GR_OK);
  bool complete = false;
  CHECK_STATUS(gr_repairs_find(repairs, 1000000, 1, &complete), GR_OK);
  CHECK_THAT(complete && gr_repairs_count(repairs) == 0, "%zu repairs in %zu steps", gr_repairs_count(repairs),
             (size_t)gr_repairs_steps(repairs));
  gr_repairs_free(repairs);
  gr_repairs_free(NULL);
}

int main(void) {
  finds();
  are_smallest();
  gives_up();
  has_limits();
  return check_finish();
}

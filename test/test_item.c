/* Items of sentences and numbers with words behind them: where they end, what they are, the work of finding them. */
#include <stdlib.h>

#include "check.h"

static gr_words *words_of(const char *const *list, size_t count) {
  gr_words *words = NULL;
  if (gr_words_new(NULL, &words) != GR_OK) abort();
  for (size_t i = 0; i < count; i++)
    if (gr_words_add(words, slice(list[i]), (uint32_t)i + 1) != GR_OK) abort();
  return words;
}

#define WORDS_OF(list) words_of((list), COUNT(list))

static const char *const known[] = {"收到", "申请", ","}, *const units[] = {"件", "个月"}, *const listed[] = {"许可"},
                         *const bounding[] = {"约", "以上"};

static gr_item_words all_words(void) {
  return (gr_item_words){WORDS_OF(known), WORDS_OF(units), WORDS_OF(listed), WORDS_OF(bounding)};
}

static void free_words(gr_item_words all) {
  gr_words_free(all.words);
  gr_words_free(all.measures);
  gr_words_free(all.examples);
  gr_words_free(all.bounds);
}

static void finds_items(void) {
  static const struct {
    const char *text;
    gr_item_kind kind;
    uint32_t number;
    size_t digits_stop, stop;
  } cases[] = {
      {"", GR_ITEM_END, 0, 0, 0}, {"。", GR_ITEM_END, 0, 0, 0}, {"\x1D收到", GR_ITEM_END, 0, 0, 0}, {"?", GR_ITEM_END, 0, 0, 0},
      {"《收到", GR_ITEM_BREAK, 0, 0, 0}, {"收到申请", GR_ITEM_WORD, 1, 0, 6}, {",", GR_ITEM_WORD, 3, 0, 1},
      {"12件", GR_ITEM_NUMBER, 1, 2, 5}, {"3个月", GR_ITEM_NUMBER, 2, 1, 7}, {"1,204件", GR_ITEM_NUMBER, 1, 5, 8},
      {"1,2045件", GR_ITEM_OTHER, 0, 1, 1}, {"1,20件", GR_ITEM_OTHER, 0, 1, 1}, {"1.5件", GR_ITEM_NUMBER, 1, 3, 6},
      {"1.件", GR_ITEM_PASSED, 0, 0, 2},
      {"12、收", GR_ITEM_PASSED, 0, 0, 5}, {"3)1", GR_ITEM_OTHER, 0, 1, 1}, {"3,收", GR_ITEM_PASSED, 0, 0, 2},
      {"123.收", GR_ITEM_OTHER, 0, 3, 3}, {"3.", GR_ITEM_OTHER, 0, 1, 1}, {"1.2020年", GR_ITEM_OTHER, 0, 6, 6}, {"1,000,000.25%", GR_ITEM_PERCENT, 0, 12, 13}, {"7", GR_ITEM_OTHER, 0, 1, 1},
      {"7 件", GR_ITEM_OTHER, 0, 1, 1}, {"1,111,111,111,111,111,111,111件", GR_ITEM_OTHER, 0, 25, 25},
      {"答复、申请", GR_ITEM_UNKNOWN, 0, 0, 6}, {"答复3件,", GR_ITEM_UNKNOWN, 0, 0, 10}, {"答复。", GR_ITEM_UNKNOWN, 0, 0, 6},
      {"答\xE3(", GR_ITEM_UNKNOWN, 0, 0, 4}, {"\xE3\x80", GR_ITEM_UNKNOWN, 0, 0, 2}, {"、", GR_ITEM_OTHER, 0, 0, 0},
      {"答复、来访等许可", GR_ITEM_PASSED, 0, 0, 18}, {"答复等各类许可", GR_ITEM_PASSED, 0, 0, 15},
      {"答复等申请", GR_ITEM_UNKNOWN, 0, 0, 15}, {"答复3等许可", GR_ITEM_UNKNOWN, 0, 0, 16}, {"等许可", GR_ITEM_UNKNOWN, 0, 0, 9},
      {"答复,来访等许可", GR_ITEM_UNKNOWN, 0, 0, 6}, {"答复等", GR_ITEM_UNKNOWN, 0, 0, 9},
  };
  gr_item_words all = all_words();
  CHECK_STATUS(gr_words_break(all.words, slice("《")), GR_OK);
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the item [%s]", show(slice(cases[i].text)));
    size_t size = strlen(cases[i].text);
    char *copy = malloc(size + 1);   /* of just its size, so that a step too far is seen */
    if (copy == NULL) abort();
    memcpy(copy, cases[i].text, size);
    gr_item item = gr_words_item(all, (gr_slice){copy, size}, 0, true);
    CHECK_THAT(item.kind == cases[i].kind && item.number == cases[i].number, "%d with %u", (int)item.kind, item.number);
    CHECK_THAT(item.digits_stop == cases[i].digits_stop && item.stop == cases[i].stop, "to %zu, %zu", item.digits_stop, item.stop);
    free(copy);
  }
  test("values of numbers");
  CHECK(gr_words_item(all, slice("1,204件"), 0, true).value == 1204);
  CHECK(gr_words_item(all, slice("1.5件"), 0, true).value == UINT64_MAX);
  CHECK(gr_words_item(all, slice("9223372036854775808件"), 0, true).value == UINT64_MAX);
  test("values of numbers that may be bounded");
  CHECK(gr_words_item(all, slice("26件以上"), 0, true).value == UINT64_MAX);
  CHECK(gr_words_item(all, slice("26件以"), 0, true).value == 26);
  CHECK(gr_words_item(all, slice("约26件"), 3, true).value == UINT64_MAX);
  CHECK(gr_words_item(all, slice("约7"), 2, true).kind == GR_ITEM_UNKNOWN);
  CHECK(gr_words_item(all, slice("x7件"), 1, true).value == 7);
  CHECK(gr_words_item(all, slice("约(7件"), 4, true).value == 7);
  CHECK(gr_words_item(all, slice("约以上7件"), 9, true).value == 7);
  test("a list of 241 bytes in front of 等, and a longer one");
  char list[300];
  memset(list, 'x', sizeof list);
  memcpy(list + 241, "等许可", 9);
  CHECK(gr_words_item(all, (gr_slice){list, 250}, 0, true).kind == GR_ITEM_PASSED);
  memcpy(list + 241, "x等许可", 10);
  CHECK(gr_words_item(all, (gr_slice){list, 251}, 0, true).kind == GR_ITEM_UNKNOWN);
  test("a break where none may be");
  CHECK(gr_words_item(all, slice("《收到"), 0, false).kind == GR_ITEM_UNKNOWN);
  free_words(all);
}

static void finds_counted_numbers(void) {
  static const struct {
    const char *text;
    size_t from, to, start, stop;   /* the same where there is none */
    uint64_t value;
  } cases[] = {
      {"", 0, 0, 0, 0, 0}, {"12件", 0, 5, 0, 2, 12}, {"12件", 1, 5, 1, 2, 2}, {"12件", 0, 4, 0, 0, 0}, {"12项3件", 0, 9, 5, 6, 3},
      {"1,204 件", 0, 9, 0, 5, 1204}, {"7余件", 0, 7, 0, 1, 7}, {"7多件", 0, 7, 0, 1, 7}, {"7余多件", 0, 10, 0, 0, 0},
      {"9223372036854775807件", 0, 22, 0, 19, INT64_MAX}, {"9223372036854775808件", 0, 22, 0, 19, UINT64_MAX},
      {"件12", 0, 5, 0, 0, 0},
  };
  gr_words *measures = WORDS_OF(units);
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("counted in [%s] from %zu to %zu", show(slice(cases[i].text)), cases[i].from, cases[i].to);
    gr_counted number = gr_words_counted(measures, slice(cases[i].text), cases[i].from, cases[i].to);
    CHECK_THAT(number.found == (cases[i].start < cases[i].stop), "found: %d", number.found);
    if (!number.found) continue;
    CHECK_THAT(number.start == cases[i].start && number.stop == cases[i].stop, "%zu to %zu", number.start, number.stop);
    CHECK_THAT(number.value == cases[i].value, "%llu", (unsigned long long)number.value);
  }
  gr_words_free(measures);
}

/* The work of reading a text that is the unit over and over, item by item; what is none is passed over. */
static uint64_t work_on(const char *unit, size_t count) {
  gr_item_words known_words = all_words();
  size_t length = strlen(unit);
  char *text = malloc(length * count);
  if (text == NULL) abort();
  for (size_t i = 0; i < count; i++) memcpy(text + i * length, unit, length);
  gr_slice all = {text, length * count};
  for (size_t at = 0; at < all.size;) {
    gr_item item = gr_words_item(known_words, all, at, true);
    at = item.stop > at ? item.stop : at + 1;
  }
  gr_counted number = {false, 0, 0, 0};
  do number = gr_words_counted(known_words.measures, all, number.stop, all.size);
  while (number.found);
  uint64_t work = gr_words_work(known_words.words) + gr_words_work(known_words.measures)
                  + gr_words_work(known_words.examples) + gr_words_work(known_words.bounds);
  free(text);
  free_words(known_words);
  return work;
}

static void works_linearly(void) {
  static const char *const list[] = {"收到", "12件", "1,", "1,111", "9", "答", "答、", "答等", "1.", "\xE3", "12,", "(", "中3", "答、等", "答等许可"};
  for (size_t i = 0; i < COUNT(list); i++) {
    test("work on [%s]", show(slice(list[i])));
    uint64_t once = work_on(list[i], 500), twice = work_on(list[i], 1000);
    CHECK_THAT(twice * 10 <= once * 21, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
    CHECK_THAT(once >= 500, "%llu steps", (unsigned long long)once);
  }
}

int main(void) {
  finds_items();
  finds_counted_numbers();
  works_linearly();
  return check_finish();
}

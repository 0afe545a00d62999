/* Words: the longest at a place, gaps between their characters, what may stand around them, limits, work. */
#include <stdlib.h>

#include "base/gr_limits.h"
#include "check.h"

static const struct {
  const char *word;
  uint32_t number;
} known[] = {{"收到", 1}, {"收到申请", 2}, {"申请", 3}, {"申请人", 4}, {"a", 5}, {"ab", 6}, {"12月", 7}, {"港口", 8}};

static gr_words *some_words(void) {
  gr_words *words = NULL;
  if (gr_words_new(NULL, &words) != GR_OK) abort();
  for (size_t i = 0; i < COUNT(known); i++)
    if (gr_words_add(words, slice(known[i].word), known[i].number) != GR_OK) abort();
  return words;
}

/* A copy of just its size, so that a step too far is seen. */
static gr_slice copy_of(gr_slice text) {
  char *copy = malloc(text.size == 0 ? 1 : text.size);
  if (copy == NULL) abort();
  if (text.size != 0) memcpy(copy, text.data, text.size);
  return (gr_slice){copy, text.size};
}

static void check_match(gr_words *words, const char *text, gr_words_how how, uint32_t number, size_t stop) {
  gr_slice own = copy_of(slice(text));
  gr_match found = gr_words_at(words, own, 0, how);
  CHECK_THAT(found.number == number, "word %u, expected %u", found.number, number);
  CHECK_THAT(found.start == 0 && found.stop == stop, "%zu to %zu, expected %zu", found.start, found.stop, stop);
  free((void *)(uintptr_t)own.data);
}

static void finds_the_longest(void) {
  static const struct {
    const char *text;
    uint32_t number;
    size_t stop;
  } cases[] = {
      {"", 0, 0}, {"收", 0, 0}, {"收到", 1, 6}, {"收到申请", 2, 12}, {"收到申", 1, 6}, {"收到申请人", 2, 12}, {"申请人", 4, 9},
      {"abc", 6, 2}, {"ac", 5, 1}, {"(收到)", 0, 0}, {"收 到", 0, 0}, {"收到\xE7\x94", 1, 6}, {"\xE6\x94", 0, 0},
      {"\xE6收到", 0, 0}, {"12月", 7, 5},
  };
  gr_words *words = some_words();
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the longest word of [%s] as it is written", show(slice(cases[i].text)));
    check_match(words, cases[i].text, GR_WORDS_WRITTEN, cases[i].number, cases[i].stop);
  }
  gr_words_free(words);
}

static void skips_gaps(void) {
  static const struct {
    const char *text;
    gr_words_how how;
    uint32_t number;
    size_t stop;
  } cases[] = {
      {"收 到", GR_WORDS_BARE, 1, 7}, {"收\v到", GR_WORDS_BARE, 1, 7}, {"收(到)", GR_WORDS_BARE, 1, 7},
      {"收“到", GR_WORDS_BARE, 1, 9}, {"收、到", GR_WORDS_BARE, 1, 9}, {"收\x1F到", GR_WORDS_BARE, 1, 7},
      {"收\x1E到", GR_WORDS_BARE, 0, 0}, {"收件到", GR_WORDS_BARE, 0, 0}, {"收(shōu)到(dào)", GR_WORDS_BARE, 1, 13},
      {"收(2)到", GR_WORDS_BARE, 0, 0}, {"收(sh到", GR_WORDS_BARE, 0, 0}, {"收()到", GR_WORDS_BARE, 1, 8},
      {"收\v- 4 -\v到", GR_WORDS_BARE, 1, 13}, {"收— 12 —到", GR_WORDS_BARE, 1, 16}, {"收 4 到", GR_WORDS_BARE, 0, 0},
      {"收- 4到", GR_WORDS_BARE, 0, 0}, {"收4-到", GR_WORDS_BARE, 0, 0}, {"收\v-4\v—到", GR_WORDS_BARE, 1, 13},
      {"1 2月", GR_WORDS_BARE, 7, 6}, {"12 -月", GR_WORDS_BARE, 7, 7},
      {"(收到", GR_WORDS_BARE, 1, 7}, {"“(收到)”", GR_WORDS_BARE, 1, 10}, {"(((收到", GR_WORDS_BARE, 0, 0},
      {" 收到", GR_WORDS_BARE, 0, 0}, {"收到 申请", GR_WORDS_BARE, 2, 13}, {"收到 申人", GR_WORDS_BARE, 1, 6},
      {"收到 : 12", GR_WORDS_INLINE, 1, 9}, {"收到):申", GR_WORDS_INLINE, 1, 8}, {"收到\v", GR_WORDS_INLINE, 1, 6},
      {"收到”", GR_WORDS_INLINE, 1, 6},
  };
  gr_words *words = some_words();
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("with gaps: [%s], %d", show(slice(cases[i].text)), (int)cases[i].how);
    check_match(words, cases[i].text, cases[i].how, cases[i].number, cases[i].stop);
  }
  gr_words_free(words);
}

static void ends_lines(void) {
  static const struct {
    const char *text;
    gr_words_how how;
    uint32_t number;
    size_t stop;
  } cases[] = {
      {"收到", GR_WORDS_LINE, 1, 6}, {"收到\n", GR_WORDS_LINE, 1, 6}, {"收到\v申请", GR_WORDS_LINE, 2, 13},
      {"收到\v港口", GR_WORDS_LINE, 1, 6}, {"收到\x1F港", GR_WORDS_LINE, 1, 6}, {"收到3", GR_WORDS_LINE, 0, 0},
      {"收到(件)", GR_WORDS_LINE, 1, 11}, {"收到(单位:件)", GR_WORDS_LINE, 1, 18}, {"收到(单位万元):", GR_WORDS_LINE, 1, 21},
      {"收到(单位:)", GR_WORDS_LINE, 0, 0}, {"收到(人)", GR_WORDS_LINE, 0, 0}, {"收到：。；”'", GR_WORDS_LINE, 0, 0},
      {"收到:。；”'", GR_WORDS_LINE, 1, 17}, {"收到(件)(件)", GR_WORDS_LINE, 0, 0}, {"收到申请港", GR_WORDS_LINE, 0, 0},
      {"申请。\n人", GR_WORDS_LINE, 4, 13}, {"收到", GR_WORDS_PRINTED, 1, 6}, {"收到(件).\n", GR_WORDS_PRINTED, 1, 12},
      {"收到\v申请", GR_WORDS_PRINTED, 1, 6}, {"(收到", GR_WORDS_PRINTED, 0, 0}, {"收 到", GR_WORDS_PRINTED, 0, 0},
      {"收到申", GR_WORDS_PRINTED, 0, 0},
  };
  gr_words *words = some_words();
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("at the end of a line: [%s], %d", show(slice(cases[i].text)), (int)cases[i].how);
    check_match(words, cases[i].text, cases[i].how, cases[i].number, cases[i].stop);
  }
  gr_words_free(words);
}

static void looks_further(void) {
  test("the first word from a position on, and before another");
  gr_words *words = some_words();
  gr_slice text = slice("共收到申请人申请");   /* 收 at 3, 人 at 15, 申 at 18 */
  gr_match found = gr_words_find(words, text, 0, text.size, GR_WORDS_WRITTEN);
  CHECK(found.number == 2 && found.start == 3 && found.stop == 15);
  found = gr_words_find(words, text, found.stop, text.size, GR_WORDS_WRITTEN);
  CHECK(found.number == 3 && found.start == 18 && found.stop == 24);
  CHECK(gr_words_find(words, text, 19, text.size, GR_WORDS_WRITTEN).number == 0);
  CHECK(gr_words_find(words, text, 0, 3, GR_WORDS_WRITTEN).number == 0);
  CHECK(gr_words_find(words, text, 0, 4, GR_WORDS_WRITTEN).number == 2);
  CHECK(gr_words_at(words, text, text.size, GR_WORDS_LINE).number == 0);
  test("one word behind the other, also inside of each other");
  static const struct {
    uint32_t number;
    size_t start, stop;
  } all[] = {{1, 3, 9}, {2, 3, 15}, {3, 9, 15}, {4, 9, 18}, {3, 18, 24}, {0, 0, 0}};
  found = (gr_match){0, 0, 0};
  for (size_t i = 0; i < COUNT(all); i++) {
    found = gr_words_next(words, text, found);
    CHECK_THAT(found.number == all[i].number, "word %u, expected %u", found.number, all[i].number);
    CHECK(found.number == 0 || (found.start == all[i].start && found.stop == all[i].stop));
  }
  CHECK(gr_words_next(words, slice(""), (gr_match){0, 0, 0}).number == 0);
  test("what begins words, and goes on");
  CHECK(gr_words_go_on(words, slice("")) && gr_words_go_on(words, slice("收")) && gr_words_go_on(words, slice("收到")));
  CHECK(!gr_words_go_on(words, slice("收到申请")) && !gr_words_go_on(words, slice("请")));
  CHECK(!gr_words_go_on(words, slice("收到申请人")));
  test("characters that break a run are no words");
  CHECK_STATUS(gr_words_break(words, slice("。收,")), GR_OK);
  CHECK(gr_words_breaks(words, text, 3) && !gr_words_breaks(words, text, 0) && !gr_words_breaks(words, text, text.size));
  CHECK(gr_words_at(words, slice("。"), 0, GR_WORDS_WRITTEN).number == 0);
  CHECK(gr_words_at(words, slice("收到"), 0, GR_WORDS_WRITTEN).number == 1);
  test("characters that values may begin with, and those that end no number, are no words");
  CHECK_STATUS(gr_words_value(words, slice("增"), slice("年")), GR_OK);
  CHECK(gr_words_at(words, slice("增"), 0, GR_WORDS_WRITTEN).number == 0 && !gr_words_breaks(words, slice("年"), 0));
  CHECK(gr_words_ahead(words, words, slice("增长\n"), 0).kind == GR_AHEAD_OTHER);
  CHECK(gr_words_ahead(words, words, slice("2020年\n"), 0).kind == GR_AHEAD_TEXT);
  CHECK(gr_words_ahead(words, words, slice("上年\n2"), 0).word.stop == 6);
  gr_words_free(words);
}

static void is_empty(void) {
  test("a set without words");
  gr_words *words = NULL;
  CHECK_STATUS(gr_words_new(NULL, &words), GR_OK);
  CHECK(gr_words_at(words, slice("收到"), 0, GR_WORDS_LINE).number == 0);
  CHECK(!gr_words_go_on(words, slice("")) && !gr_words_breaks(words, slice("收"), 0));
  CHECK_STATUS(gr_words_break(words, slice("收")), GR_OK);
  CHECK(!gr_words_go_on(words, slice("")) && gr_words_at(words, slice("收"), 0, GR_WORDS_WRITTEN).number == 0);
  gr_words_free(words);
  gr_words_free(NULL);
}

static void keeps_limits(void) {
  static char text[GR_MAX_WORD + 1];
  gr_words *words = NULL;
  memset(text, 'x', sizeof text);
  test("a word of the largest size, and one byte more");
  CHECK_STATUS(gr_words_new(NULL, &words), GR_OK);
  CHECK_STATUS(gr_words_add(words, (gr_slice){text, GR_MAX_WORD}, 9), GR_OK);
  CHECK_STATUS(gr_words_add(words, (gr_slice){text, GR_MAX_WORD + 1}, 1), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_words_add(words, slice(""), 1), GR_LIMIT_ITEMS);
  gr_match found = gr_words_at(words, (gr_slice){text, sizeof text}, 0, GR_WORDS_WRITTEN);
  CHECK(found.number == 9 && found.stop == GR_MAX_WORD);
  test("as many characters as a set may have, and a word more");
  gr_status status = GR_OK;
  size_t count = GR_MAX_WORD;
  for (uint32_t i = 0; status == GR_OK && count < 2 * GR_MAX_WORD_CHARACTERS; i++, count += status == GR_OK ? GR_MAX_WORD - 3 : 0) {
    (void)snprintf(text, 5, "%04x", i & 0xFFFF);
    memset(text + 4, 'y', sizeof text - 4);
    status = gr_words_add(words, (gr_slice){text, GR_MAX_WORD}, 1);
  }
  CHECK_STATUS(status, GR_LIMIT_ITEMS);
  CHECK_THAT(count <= GR_MAX_WORD_CHARACTERS + GR_MAX_WORD_CHARACTERS / 100, "%zu", count);
  CHECK_STATUS(gr_words_add(words, slice("x"), 4), GR_OK);   /* its characters are there, and one more would fit */
  CHECK(gr_words_at(words, slice("x"), 0, GR_WORDS_WRITTEN).number == 4);
  gr_words_free(words);
}

/* A slow search beside the trie. */
static uint32_t slow(char (*words)[8], size_t count, gr_slice text, size_t at, size_t *stop) {
  uint32_t best = 0;
  *stop = at;
  for (size_t i = 0; i < count; i++) {
    size_t size = strlen(words[i]);
    if (text.size - at >= size && memcmp(text.data + at, words[i], size) == 0 && at + size > *stop) {
      best = (uint32_t)i + 1;
      *stop = at + size;
    }
  }
  return best;
}

static void agrees_with_a_slow_search(void) {
  test("random words in random texts");
  uint64_t state = 5;
  for (size_t round = 0; round < 200; round++) {
    char list[60][8], text[300];
    gr_words *words = NULL;
    CHECK_STATUS(gr_words_new(NULL, &words), GR_OK);
    for (size_t i = 0; i < COUNT(list); i++) {
      size_t size = 1 + random_below(&state, 6);
      for (size_t k = 0; k < size; k++) list[i][k] = (char)('a' + random_below(&state, 3));
      list[i][size] = '\0';
      size_t stop;   /* a word that is there already keeps its number */
      uint32_t number = slow(list, i, (gr_slice){list[i], size}, 0, &stop);
      CHECK_STATUS(gr_words_add(words, slice(list[i]), stop == size ? number : (uint32_t)i + 1), GR_OK);
    }
    for (size_t i = 0; i < sizeof text; i++) text[i] = (char)('a' + random_below(&state, 4));
    gr_match next = gr_words_next(words, (gr_slice){text, sizeof text}, (gr_match){0, 0, 0});
    for (size_t at = 0; at < sizeof text; at++) {
      size_t stop;
      for (size_t size = 1; size <= 6 && size <= sizeof text - at; size++) {
        gr_slice piece = {text + at, size};
        uint32_t own = slow(list, COUNT(list), piece, 0, &stop);
        if (own == 0 || stop != size) continue;
        CHECK(next.number == own && next.start == at && next.stop == at + size);
        next = gr_words_next(words, (gr_slice){text, sizeof text}, next);
      }
      uint32_t number = slow(list, COUNT(list), (gr_slice){text, sizeof text}, at, &stop);
      gr_match found = gr_words_at(words, (gr_slice){text, sizeof text}, at, GR_WORDS_WRITTEN);
      CHECK_THAT(found.number == number && found.stop == stop, "at %zu: %u to %zu, expected %u to %zu", at, found.number,
                 found.stop, number, stop);
    }
    CHECK(next.number == 0);
    gr_words_free(words);
  }
}

/* The work of looking for words at each character of a text that is the unit over and over. */
static uint64_t work_on(const char *unit, size_t count, gr_words_how how) {
  gr_words *words = some_words();
  size_t length = strlen(unit);
  char *text = malloc(length * count);
  if (text == NULL) abort();
  for (size_t i = 0; i < count; i++) memcpy(text + i * length, unit, length);
  gr_slice all = {text, length * count};
  gr_match found = {0, 0, 0};
  for (size_t from = 0; from < all.size; from = found.number == 0 ? all.size : found.start + 1)
    found = gr_words_find(words, all, from, all.size, how);
  uint64_t work = gr_words_work(words);
  free(text);
  gr_words_free(words);
  return work;
}

/* That of listing them all. */
static uint64_t work_of_all(const char *unit, size_t count) {
  gr_words *words = some_words();
  size_t length = strlen(unit);
  char *text = malloc(length * count);
  if (text == NULL) abort();
  for (size_t i = 0; i < count; i++) memcpy(text + i * length, unit, length);
  gr_slice all = {text, length * count};
  for (gr_match word = gr_words_next(words, all, (gr_match){0, 0, 0}); word.number != 0;)
    word = gr_words_next(words, all, word);
  uint64_t work = gr_words_work(words);
  free(text);
  gr_words_free(words);
  return work;
}

static void works_linearly(void) {
  static const char *const units[] = {"收", "收到申请", "收((((((((", "收\n", "收 1 1 1", "收-1-1-1", "收(abcdefgh", "(", "收到)))))))))",
                                      "中", "收到(单位:件", "a", "\xE6", "收- 1   1   1"};
  for (size_t i = 0; i < COUNT(units); i++) {
    for (int how = GR_WORDS_WRITTEN; how <= GR_WORDS_LINE; how++) {
      test("work on [%s], %d", show(slice(units[i])), how);
      uint64_t once = work_on(units[i], 500, (gr_words_how)how), twice = work_on(units[i], 1000, (gr_words_how)how);
      CHECK_THAT(twice * 10 <= once * 21, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
      CHECK_THAT(once >= 500, "%llu steps", (unsigned long long)once);
    }
    test("work on each word of [%s]", show(slice(units[i])));
    uint64_t once = work_of_all(units[i], 500), twice = work_of_all(units[i], 1000);
    CHECK_THAT(twice * 10 <= once * 21, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
  }
}

static void finds_doubled_words(void) {
  static const struct {
    const char *text;
    size_t from, longest, at;   /* SIZE_MAX: none */
  } cases[] = {
      {"", 0, 8, SIZE_MAX},
      {"公开公开", 0, 8, 0},
      {"公开公", 0, 8, SIZE_MAX},
      {"公公", 0, 8, SIZE_MAX},                      /* one character is no word */
      {"公公公公", 0, 8, 0},
      {"1,主动公开公开信息", 0, 8, 8},
      {"主动公开主动公开", 0, 3, SIZE_MAX},
      {"主动公开主动公开", 0, 4, 0},
      {"主动公开主动公开", 3, 4, SIZE_MAX},
      {"公开、公开", 0, 8, SIZE_MAX},
      {"abcabc", 0, 8, SIZE_MAX},
      {"公开公开公开", 3, 8, 3},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("a word twice: [%s] from %zu", show(slice(cases[i].text)), cases[i].from);
    gr_slice own = copy_of(slice(cases[i].text));
    size_t at = gr_text_doubled(own, cases[i].from, cases[i].longest);
    size_t wanted = cases[i].at == SIZE_MAX ? own.size : cases[i].at;
    CHECK_THAT(at == wanted, "at %zu, expected %zu", at, wanted);
    free((void *)(uintptr_t)own.data);
  }
}

static void finds_long_numbers(void) {
  static const struct {
    const char *text;
    size_t from, least, start, end;   /* SIZE_MAX: none */
  } cases[] = {
      {"", 0, 3, SIZE_MAX, 0},
      {"12", 0, 3, SIZE_MAX, 0},
      {"123", 0, 3, 0, 3},
      {"收1234件", 0, 3, 3, 7},
      {"12、345", 0, 3, 5, 8},
      {"1-2 3", 0, 3, 0, 5},
      {"1--2 3", 0, 3, SIZE_MAX, 0},
      {"-123-", 0, 3, 1, 4},
      {"１２３", 0, 3, 0, 9},
      {"１－2 ３，4", 0, 3, 0, 11},
      {"1２，3", 0, 3, SIZE_MAX, 0},
      {"123 a 456", 3, 3, 6, 9},
      {"12\xEF\xBC", 0, 3, SIZE_MAX, 0},
      {"12\xEF\xBC\x91", 0, 3, 0, 5},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("a long number: [%s] from %zu", show(slice(cases[i].text)), cases[i].from);
    gr_slice own = copy_of(slice(cases[i].text));
    gr_range range = gr_text_long_number(own, cases[i].from, cases[i].least);
    bool none = cases[i].start == SIZE_MAX;
    size_t start = none ? own.size : cases[i].start, end = none ? own.size : cases[i].end;
    CHECK_THAT(range.start == start && range.end == end, "%zu to %zu, expected %zu to %zu", range.start, range.end, start, end);
    free((void *)(uintptr_t)own.data);
  }
}

int main(void) {
  finds_doubled_words();
  finds_long_numbers();
  finds_the_longest();
  skips_gaps();
  ends_lines();
  looks_further();
  is_empty();
  keeps_limits();
  agrees_with_a_slow_search();
  works_linearly();
  return check_finish();
}

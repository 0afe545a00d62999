/* Shingles: what counts of a text, sets and what they have in common, weights, keys of signatures. */
#include <stdlib.h>

#include "check.h"
#include "alike/gr_frequency.h"
#include "alike/gr_shingle.h"

static gr_shingles *set_of(gr_slice text) {
  char *copy = malloc(text.size == 0 ? 1 : text.size);   /* of just its size, so that a step too far is seen */
  gr_shingles *shingles = NULL;
  if (copy == NULL) abort();
  memcpy(copy, text.data, text.size);
  if (gr_shingles_new((gr_slice){copy, text.size}, NULL, &shingles) != GR_OK) abort();
  free(copy);
  return shingles;
}

static void counts_what_is_read(void) {
  static const struct {
    const char *text, *same;
  } cases[] = {
      {"", " \v\n\x1F"}, {"", "，。、（）“”—…·"}, {"一二三四五六", "一 二，三\v四(五)六"}, {"一二三四五六", "【一】二《三》四……五六！"},
      {"报告全文公开", "報告全文公開"}, {"abcdefg", "ＡＢＣｄｅｆｇ"}, {"共收到5件申请", "共收到1,362件申请"},
      {"共收到5件申请", "共收到１２.5件申请"}, {"一二三四五", "一\xE2\x80\x8B二三四五"}, {"々〆〇〆々", "「々」〆〇〆々"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("[%s] and [%s] are the same", show(slice(cases[i].text)), show(slice(cases[i].same)));
    gr_shingles *a = set_of(slice(cases[i].text)), *b = set_of(slice(cases[i].same));
    CHECK(gr_shingles_count(a) == gr_shingles_count(b));
    CHECK(gr_shingles_common(a, b) == gr_shingles_count(a));
    CHECK(gr_shingles_digest(a) == gr_shingles_digest(b));
    gr_shingles_free(a);
    gr_shingles_free(b);
  }
}

static void counts_runs(void) {
  static const struct {
    const char *text;
    size_t count;
  } cases[] = {{"", 0}, {"一", 1}, {"一二三四", 1}, {"一二三四五", 1}, {"一二三四五六", 2}, {"一一一一一一一一", 1},
               {"一二一二一二一二一二", 2}, {"12345678", 1}, {"第1条第2条第3条", 3}, {"+-%", 0}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("%zu shingles in [%s]", cases[i].count, show(slice(cases[i].text)));
    gr_shingles *a = set_of(slice(cases[i].text));
    CHECK_THAT(gr_shingles_count(a) == cases[i].count, "%zu", gr_shingles_count(a));
    gr_shingles_free(a);
  }
}

static void refuses_other_encodings(void) {
  test("text that is no UTF-8");
  gr_shingles *untouched = (gr_shingles *)(uintptr_t)&refuses_other_encodings, *shingles = untouched;
  CHECK_STATUS(gr_shingles_new(slice("一二\xFF三"), NULL, &shingles), GR_INPUT_ENCODING);
  CHECK_STATUS(gr_shingles_new(slice("一二\xE4\xB8"), NULL, &shingles), GR_INPUT_ENCODING);
  CHECK(shingles == untouched);
}

/* A text of random characters of an alphabet. */
static size_t random_text(uint64_t *state, char *out, size_t characters, size_t alphabet) {
  size_t size = 0;
  for (size_t i = 0; i < characters; i++)
    size += gr_utf8_encode((uint32_t)(0x3400 + random_below(state, alphabet)), out + size);
  return size;
}

static void sorts_and_keeps_each_once(void) {
  test("hashes rise");
  uint64_t state = 7;
  static char text[8000];
  for (size_t length = 0; length < 2000; length += 37) {
    gr_shingles *a = set_of((gr_slice){text, random_text(&state, text, length, 1 + length % 9 * 100)});
    const uint64_t *hashes = gr_shingles_hashes(a);
    for (size_t i = 0; i < gr_shingles_count(a); i++) {
      CHECK_THAT(i == 0 || hashes[i - 1] < hashes[i], "at %zu of %zu", i, gr_shingles_count(a));
      CHECK((hashes[i] & 1) == 1);
    }
    CHECK(gr_shingles_weight(a) == 2 * gr_shingles_count(a));
    gr_shingles_free(a);
  }
}

static void weighs(void) {
  test("what is in more texts than the limit weighs half, and can be weighed anew");
  gr_shingles *a = set_of(slice("一二三四五六七八")), *b = set_of(slice("一二三四五六"));   /* 4 and 2, 2 in both */
  gr_frequency *frequency = NULL;
  CHECK_STATUS(gr_frequency_new(10, NULL, &frequency), GR_OK);
  size_t common = 0, all = 0;
  for (int i = 0; i < 3; i++) gr_frequency_add(frequency, b);
  gr_shingles_weigh(a, frequency, 2);
  gr_shingles_weigh(b, frequency, 2);
  CHECK(gr_shingles_weight(a) == 6 && gr_shingles_weight(b) == 2);
  gr_shingles_overlap(a, b, &common, &all);
  CHECK_THAT(common == 2 && all == 6, "%zu of %zu", common, all);
  CHECK(gr_shingles_common(a, b) == 2);
  uint64_t digest = gr_shingles_digest(a);
  gr_shingles_weigh(a, frequency, 3);
  CHECK(gr_shingles_weight(a) == 8 && gr_shingles_digest(a) == digest);
  gr_frequency_free(frequency);
  gr_shingles_free(a);
  gr_shingles_free(b);
}

static void never_counts_too_few(void) {
  test("a frequency is never too low, whatever the number of shingles");
  uint64_t state = 9;
  static char text[8000];
  gr_frequency *frequency = NULL;
  CHECK_STATUS(gr_frequency_new(0, NULL, &frequency), GR_OK);
  gr_shingles *known = set_of(slice("坚持问题导向持续改进"));
  for (size_t i = 0; i < 200; i++) {
    gr_shingles *other = set_of((gr_slice){text, random_text(&state, text, 1500, 3000)});
    gr_frequency_add(frequency, other);
    gr_shingles_free(other);
    if (i % 20 == 0) gr_frequency_add(frequency, known);
  }
  for (size_t i = 0; i < gr_shingles_count(known); i++)
    CHECK(gr_frequency_of(frequency, gr_shingles_hashes(known)[i]) >= 10);
  gr_shingles_free(known);
  gr_frequency_free(frequency);
}

static void makes_keys(void) {
  static const char *const texts[] = {"一", "一二三四五六七八九十", "全年共收到政府信息公开申请均在法定期限内答复申请人"};
  for (size_t i = 0; i < COUNT(texts); i++) {
    test("keys of [%s]", texts[i]);
    gr_shingles *a = set_of(slice(texts[i])), *b = set_of(slice(texts[i]));
    uint64_t first[GR_SIGNATURE], second[GR_SIGNATURE];
    for (size_t rows = 1; rows <= GR_SIGNATURE; rows++) {
      size_t count = gr_shingles_keys(a, rows, first);
      CHECK(count == GR_SIGNATURE / rows && gr_shingles_keys(b, rows, second) == count);
      CHECK(memcmp(first, second, count * sizeof *first) == 0);
    }
    gr_shingles_free(a);
    gr_shingles_free(b);
  }
  test("an empty set has none");
  uint64_t keys[GR_SIGNATURE];
  gr_shingles *none = set_of(slice(""));
  CHECK(gr_shingles_keys(none, 4, keys) == 0);
  gr_shingles_free(none);
}

/* Texts with runs that stand there several times, and ones too short for any. */
static void makes_keys_without_the_set(void) {
  static const char *const texts[] = {
      "", "，。", "一", "一二三四", "一二三四五", "一二三四五一二三四五一二三四五", "受理申请12件，受理申请34件，受理申请5件。",
      "全年共收到政府信息公开申请均在法定期限内答复申请人\n全年共收到政府信息公开申請均在法定期限内答複申请人",
  };
  for (size_t i = 0; i < COUNT(texts); i++) {
    test("keys of one row of the text [%s]", texts[i]);
    gr_shingles *set = set_of(slice(texts[i]));
    uint64_t of_set[GR_SIGNATURE], of_text[GR_SIGNATURE];
    size_t count, expected = gr_shingles_keys(set, 1, of_set);
    CHECK(gr_signature_of(slice(texts[i]), of_text, &count) == GR_OK && count == expected);
    CHECK(memcmp(of_set, of_text, expected * sizeof *of_set) == 0);
    gr_shingles_free(set);
  }
  test("no keys of bytes that are no UTF-8");
  uint64_t keys[GR_SIGNATURE];
  size_t count;
  CHECK(gr_signature_of(slice("公开\xFF公开"), keys, &count) == GR_INPUT_ENCODING);
}

/* Two texts of two thirds of a whole each, with one third in both: a likeness of 1/3. */
static void estimates(void) {
  test("keys of one row agree as often as sets are alike");
  uint64_t state = 11, a_keys[GR_SIGNATURE], b_keys[GR_SIGNATURE];
  static char text[24000];
  size_t agreed = 0, rounds = 40;
  for (size_t round = 0; round < rounds; round++) {
    size_t third = random_text(&state, text, 1000, 20000);
    size_t two = third + random_text(&state, text + third, 1000, 20000);
    size_t end = two + random_text(&state, text + two, 1000, 20000);
    gr_shingles *a = set_of((gr_slice){text, two}), *b = set_of((gr_slice){text + third, end - third});
    (void)gr_shingles_keys(a, 1, a_keys);
    (void)gr_shingles_keys(b, 1, b_keys);
    for (size_t i = 0; i < GR_SIGNATURE; i++) agreed += a_keys[i] == b_keys[i];
    gr_shingles_free(a);
    gr_shingles_free(b);
  }
  size_t all = rounds * GR_SIGNATURE;
  CHECK_THAT(agreed * 100 > all * 30 && agreed * 100 < all * 36, "%zu of %zu", agreed, all);
}

int main(void) {
  counts_what_is_read();
  counts_runs();
  refuses_other_encodings();
  sorts_and_keeps_each_once();
  weighs();
  never_counts_too_few();
  makes_keys();
  makes_keys_without_the_set();
  estimates();
  return check_finish();
}

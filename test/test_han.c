/* Traditional characters: the table against itself, what is folded and what stays, and the tape. */
#include "check.h"
#include "text/gr_char.h"
#include "text/gr_han.h"

/* The table itself, beside the one that is linked. */
#define gr_han_fold table_fold
#define gr_han_fold_run table_fold_run
#define gr_han_is_common table_is_common
#include "text/gr_han.c"
#undef gr_han_fold
#undef gr_han_fold_run
#undef gr_han_is_common

/* Each word of the bits that is wrong, with what it should be. */
static void has_right_bits(void) {
  static uint64_t bits[COUNT(folded)];
  uint32_t last = 0;
  test("the pairs rise, are full rows, and give what is not folded again");
  for (size_t row = 0; row < COUNT(rows); row++) {
    size_t count = 0;
    for (; count < PAIRS && rows[row][2 * count] != 0; count++) {
      uint32_t from = rows[row][2 * count], to = rows[row][2 * count + 1];
      CHECK_THAT(from > last && from >= 0x4E00 && from <= 0x9FFF, "U+%04X behind U+%04X", from, last);
      CHECK_THAT(to >= 0x3400 && to <= 0x9FFF, "U+%04X becomes U+%04X", from, to);
      CHECK_THAT(gr_han_fold(from) == to, "U+%04X becomes U+%04X", from, gr_han_fold(from));
      CHECK_THAT(gr_han_fold(to) == to, "U+%04X, then U+%04X, then U+%04X", from, to, gr_han_fold(to));
      bits[(from - 0x4000) >> 6] |= UINT64_C(1) << (from & 63);
      last = from;
    }
    CHECK_THAT(count == PAIRS || row + 1 == COUNT(rows), "row %zu has %zu pairs", row, count);
    CHECK(rows[row][2 * count] == 0);
  }
  for (size_t i = 0; i < COUNT(bits); i++) {
    if (bits[i] == folded[i]) continue;
    test("word 0x%zX of the bits", i);
    CHECK_THAT(false, "0x%016llX, expected 0x%016llX", (unsigned long long)folded[i], (unsigned long long)bits[i]);
  }
  test("characters without a pair stay");
  for (uint32_t c = 0; c < 0x110000; c++) {
    bool paired = c >= 0x4000 && c < 0xA000 && (bits[(c - 0x4000) >> 6] >> (c & 63) & 1) != 0;
    CHECK_THAT((gr_han_fold(c) != c) == paired, "U+%04X becomes U+%04X", c, gr_han_fold(c));
    if (c >= 0x4E00 && c <= 0x9FFF) CHECK_THAT(gr_char_fold(c) == gr_han_fold(c), "U+%04X", c);
  }
}

static void knows_common(void) {
  test("the common characters rise, and are simplified");
  for (size_t i = 0; i + 1 < COUNT(common); i++) {
    CHECK_THAT(i == 0 || common[i - 1] < common[i], "U+%04X", common[i]);
    CHECK_THAT(gr_han_is_common(common[i]) && gr_han_fold(common[i]) == common[i], "U+%04X", common[i]);
  }
  test("common characters are found in either script, and no others");
  size_t found = 0;
  for (uint32_t c = 0; c < 0x110000; c++) found += gr_han_fold(c) == c && gr_han_is_common(c);
  CHECK_THAT(found == COUNT(common) - 1, "%zu, expected %zu", found, COUNT(common) - 1);
  CHECK(gr_han_is_common(0x958B) && gr_han_is_common(0x5F00) && !gr_han_is_common(0x93C0));
}

static void folds_to(const char *text, const char *expected) {
  gr_document *document = NULL;
  test("%s", text);
  CHECK_STATUS(gr_document_parse(slice(text), NULL, NULL, &document), GR_OK);
  if (document == NULL) return;
  gr_slice tape = gr_document_tape(document);
  CHECK(tape.size > 0);
  tape.size--;   /* the mark */
  CHECK_SLICE(tape, expected);
  CHECK_SLICE(gr_document_source(document, 0, tape.size), text);
  gr_document_free(document);
}

int main(void) {
  static const char *const texts[][2] = {
      {"主動公開政府信息情況", "主动公开政府信息情况"},
      {"總計", "总计"},
      {"行政複議", "行政复议"},
      {"行政復議", "行政复议"},
      {"諮詢並製發麵向羣衆", "咨询并制发面向群众"},
      {"收到和處理政府信息公開申請情況", "收到和处理政府信息公开申请情况"},
      {"其它處理", "其它处理"},
      {"２０２３年１２月", "2023年12月"},
      {"徵求意見（于於餘）", "征求意见(于于余)"},
      {"規 範 性 文 件 a 總 1", "规范性文件a总1"},
      /* what simplified texts use too */
      {"乾隆著作瞭望覆盖昇", "乾隆著作瞭望覆盖昇"},
      {"收到和处理政府信息公开申请情况，其他处理，总计，结转下年度继续办理",
       "收到和处理政府信息公开申请情况,其他处理,总计,结转下年度继续办理"},
      {"予以公开部分公开不予公开国家秘密法律行政法规禁止危及三安全一稳定保护第三方合法权益内部事务过程性执法案卷",
       "予以公开部分公开不予公开国家秘密法律行政法规禁止危及三安全一稳定保护第三方合法权益内部事务过程性执法案卷"},
      {"㐀㑮䶵𠀀", "㐀㑮䶵𠀀"},
  };
  has_right_bits();
  knows_common();
  for (size_t i = 0; i < COUNT(texts); i++) folds_to(texts[i][0], texts[i][1]);
  test("a run of nothing");
  char none[1] = {'x'};
  gr_han_fold_run(none, 0);
  CHECK(none[0] == 'x');
  return check_finish();
}

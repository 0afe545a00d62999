/* Labels: what of a text counts, the ordinal in front, the register, and what the cells of a table are. */
#include <stdlib.h>

#include "check.h"

static gr_slice skeleton_of(gr_slice text, bool strip, gr_ordinal *ordinal) {
  static char out[GR_LABEL_SIZE];
  char *copy = malloc(text.size == 0 ? 1 : text.size);   /* of just its size, so that a step too far is seen */
  if (copy == NULL) abort();
  memcpy(copy, text.data, text.size);
  size_t size = gr_label_skeleton((gr_slice){copy, text.size}, strip, out, ordinal);
  free(copy);
  return (gr_slice){out, size};
}

static void has_skeletons(void) {
  static const struct {
    const char *text, *skeleton;
  } cases[] = {
      {"", ""},
      {"总计", "总计"},
      {"abc 12", "abc12"},
      {" \v\n\x1F()[]\"'.,:;-*#|", ""},
      {"a b\vc\nd\x1F" "e(5)g[h]i\"j'k.l,m:n;o-p*q#r|s", "abcde5ghijklmnopqrs"},
      {"a!b?c/d\\e_f+g=h<i>j%k&l~m", "a!b?c/d\\e_f+g=h<i>j%k&l~m"},
      {"a\x1C" "b\x1D" "c\x1E" "d", "a\x1C" "b\x1D" "c\x1E" "d"},   /* marks that stand between cells */
      {"‐‑‒–—―‖‗‘’‚‛“”„‟", ""},
      {"甲‐乙–丙—丁‘戊’己“庚”", "甲乙丙丁戊己庚"},
      {"†‡•…‰", "†‡•…‰"},
      {"、。〃〄々〆〇〈〉《》「」『』【】〒〓〔〕", ""},
      {"〖〗〘〙", "〖〗〘〙"},
      {"甲、乙。丙《丁》戊【己】〔庚〕", "甲乙丙丁戊己庚"},
      {"·（，", "·（，"},   /* the tape has no such brackets and commas */
      /* readings in brackets */
      {"數(shù)", "數"}, {"数(shu)量(liàng)", "数量"}, {"(ABCZabcz)数", "数"}, {"數( shu)", "數shu"}, {"數(shu4)", "數shu4"},
      {"數()", "數"}, {"數(shu", "數shu"}, {"數(shù、liàng)", "數shùliàng"}, {"(abcdefghijklmn)数", "数"},
      {"甲(乙)", "甲乙"}, {"甲(a乙)", "甲a乙"}, {"甲((a))", "甲"},
      {"(\xC3\x80\xC9\xBF)数", "数"}, {"(\xC2\xAA)数", "\xC2\xAA数"}, {"(\xCA\x80)数", "\xCA\x80数"},
      {"(\xC3", "\xC3"},
      /* bytes at the end that are no whole character */
      {"甲\xE2\x80", "甲\xE2\x80"}, {"甲\xE3", "甲\xE3"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("skeleton of [%s]", show(slice(cases[i].text)));
    CHECK_SLICE(skeleton_of(slice(cases[i].text), false, NULL), cases[i].skeleton);
    gr_ordinal ordinal = {GR_ORDINAL_PART, 9};
    (void)skeleton_of(slice(cases[i].text), false, &ordinal);
    CHECK(ordinal.kind == GR_ORDINAL_NONE && ordinal.number == 0);
  }
}

static const char *const kinds[] = {"none", "part", "section", "point", "detail"};

static const struct {
  const char *text, *skeleton;
  gr_ordinal_kind kind;
  int number;
} ordinals[] = {
    {"", "", GR_ORDINAL_NONE, 0},
    {" \v\n", "", GR_ORDINAL_NONE, 0},
    {"总计", "总计", GR_ORDINAL_NONE, 0},
    /* parts */
    {"一、总计", "总计", GR_ORDINAL_PART, 1},
    {"二、总计", "总计", GR_ORDINAL_PART, 2},
    {"九、总计", "总计", GR_ORDINAL_PART, 9},
    {"十、总计", "总计", GR_ORDINAL_PART, 10},
    {"十二、总计", "总计", GR_ORDINAL_PART, 12},
    {"二十、总计", "总计", GR_ORDINAL_PART, 20},
    {"二十一、总计", "总计", GR_ORDINAL_PART, 21},
    {"九十九、总计", "总计", GR_ORDINAL_PART, 99},
    {"一.总计", "总计", GR_ORDINAL_PART, 1},
    {"一,总计", "总计", GR_ORDINAL_PART, 1},
    {"一 、总计", "总计", GR_ORDINAL_PART, 1},
    {"一\v、 总计", "总计", GR_ORDINAL_PART, 1},
    {" \v\n一、总计", "总计", GR_ORDINAL_PART, 1},
    {"第一部分 总计", "总计", GR_ORDINAL_PART, 1},
    {"第一部分总计", "总计", GR_ORDINAL_PART, 1},
    {"第十二部分、总计", "总计", GR_ORDINAL_PART, 12},
    {"第三部分:总计", "总计", GR_ORDINAL_PART, 3},
    {"第三部分", "", GR_ORDINAL_PART, 3},
    {"第一部", "第一部", GR_ORDINAL_NONE, 0},
    {"第一、总计", "第一总计", GR_ORDINAL_NONE, 0},
    {"第部分", "第部分", GR_ORDINAL_NONE, 0},
    {"一总计", "一总计", GR_ORDINAL_NONE, 0},
    {"一是总计", "一是总计", GR_ORDINAL_NONE, 0},
    {"一:总计", "一总计", GR_ORDINAL_NONE, 0},
    {"一", "一", GR_ORDINAL_NONE, 0},
    {"百、总计", "百总计", GR_ORDINAL_NONE, 0},
    {"一二、总计", "一二总计", GR_ORDINAL_NONE, 0},
    {"十十、总计", "十十总计", GR_ORDINAL_NONE, 0},
    {"二〇二〇年", "二二年", GR_ORDINAL_NONE, 0},   /* 〇 stands among the punctuation */
    /* sections */
    {"(一)总计", "总计", GR_ORDINAL_SECTION, 1},
    {"(十)总计", "总计", GR_ORDINAL_SECTION, 10},
    {"(二十三)总计", "总计", GR_ORDINAL_SECTION, 23},
    {"(一)、总计", "总计", GR_ORDINAL_SECTION, 1},
    {"( 一\v) 总计", "总计", GR_ORDINAL_SECTION, 1},
    {"(一", "一", GR_ORDINAL_NONE, 0},
    {"(一总计)", "一总计", GR_ORDINAL_NONE, 0},
    {"()总计", "总计", GR_ORDINAL_NONE, 0},
    {"(总计)", "总计", GR_ORDINAL_NONE, 0},
    {"(", "", GR_ORDINAL_NONE, 0},
    /* points */
    {"1.总计", "总计", GR_ORDINAL_POINT, 1},
    {"1、总计", "总计", GR_ORDINAL_POINT, 1},
    {"1)总计", "总计", GR_ORDINAL_POINT, 1},
    {"1,总计", "总计", GR_ORDINAL_POINT, 1},
    {"12. 总计", "总计", GR_ORDINAL_POINT, 12},
    {"99.总计", "总计", GR_ORDINAL_POINT, 99},
    {"7.", "", GR_ORDINAL_POINT, 7},
    {"1、2", "2", GR_ORDINAL_POINT, 1},
    {"1\v.总计", "总计", GR_ORDINAL_POINT, 1},
    {"1.5", "15", GR_ORDINAL_NONE, 0},
    {"1,362", "1362", GR_ORDINAL_NONE, 0},
    {"1.5倍", "15倍", GR_ORDINAL_NONE, 0},
    {"123.总计", "123总计", GR_ORDINAL_NONE, 0},
    {"2020年", "2020年", GR_ORDINAL_NONE, 0},
    {"12", "12", GR_ORDINAL_NONE, 0},
    {"1总计", "1总计", GR_ORDINAL_NONE, 0},
    {"1:总计", "1总计", GR_ORDINAL_NONE, 0},
    {"1.2020年总计", "2020年总计", GR_ORDINAL_POINT, 1},
    {"1.2020 年总计", "2020年总计", GR_ORDINAL_POINT, 1},
    {"1.2020", "12020", GR_ORDINAL_NONE, 0},
    {"1.20205年", "120205年", GR_ORDINAL_NONE, 0},
    {"1.202年", "1202年", GR_ORDINAL_NONE, 0},
    {"1.2020\xE5\xB9", "12020\xE5\xB9", GR_ORDINAL_NONE, 0},
    /* details */
    {"(1)总计", "总计", GR_ORDINAL_DETAIL, 1},
    {"(12)总计", "总计", GR_ORDINAL_DETAIL, 12},
    {"( 1 )总计", "总计", GR_ORDINAL_DETAIL, 1},
    {"(123)总计", "123总计", GR_ORDINAL_NONE, 0},
    {"(1件)", "1件", GR_ORDINAL_NONE, 0},
    {"(2020)总计", "2020总计", GR_ORDINAL_NONE, 0},
    /* only the first one */
    {"一、(一)总计", "一总计", GR_ORDINAL_PART, 1},
    {"1.(2)总计", "2总计", GR_ORDINAL_POINT, 1},
};

static void strips_ordinals(void) {
  for (size_t i = 0; i < COUNT(ordinals); i++) {
    test("ordinal of [%s]", show(slice(ordinals[i].text)));
    gr_ordinal ordinal = {GR_ORDINAL_NONE, 77};
    gr_slice skeleton = skeleton_of(slice(ordinals[i].text), true, &ordinal);
    CHECK_SLICE(skeleton, ordinals[i].skeleton);
    CHECK_THAT(ordinal.kind == ordinals[i].kind && ordinal.number == ordinals[i].number, "%s %d, expected %s %d",
               kinds[ordinal.kind], ordinal.number, kinds[ordinals[i].kind], ordinals[i].number);
    CHECK_SLICE(skeleton_of(slice(ordinals[i].text), true, NULL), ordinals[i].skeleton);
  }
}

static void has_a_limit(void) {
  static char text[4 * GR_LABEL_SIZE];
  for (size_t size = GR_LABEL_SIZE - 1; size <= GR_LABEL_SIZE + 2; size++) {
    test("a skeleton of %zu bytes", size);
    memset(text, 'a', size);
    size_t expected = size <= GR_LABEL_SIZE ? size : 0;
    CHECK(skeleton_of((gr_slice){text, size}, true, NULL).size == expected);
    test("a skeleton of %zu bytes with gaps", size);
    for (size_t i = 0; i < size; i++) memcpy(text + 3 * i, ", a", 3);
    CHECK(skeleton_of((gr_slice){text, 3 * size}, true, NULL).size == expected);
  }
  test("a long text of gaps");
  memset(text, ',', sizeof text);
  CHECK(skeleton_of((gr_slice){text, sizeof text}, true, NULL).size == 0);
}

static void has_no_overread(void) {
  test("random bytes");
  static const char *const pieces[] = {"(", ")", "一", "十", "第", "部分", "、", "1", "2", ".", ",", " ", "\v", "年", "a",
                                       "ù", "\xE2", "\x80", "\x90", "\xE3", "\xC3", "\xE5\xB9", "甲", "\n"};
  uint64_t seed = 11;
  for (size_t round = 0; round < 20000; round++) {
    char text[64];
    size_t n = 0;
    for (size_t i = random_below(&seed, 12); i > 0; i--)
      n += (size_t)snprintf(text + n, sizeof text - n, "%s", pieces[random_below(&seed, COUNT(pieces))]);
    gr_ordinal ordinal;
    size_t plain = skeleton_of((gr_slice){text, n}, false, NULL).size;
    size_t stripped = skeleton_of((gr_slice){text, n}, true, &ordinal).size;
    CHECK_THAT(stripped <= plain && plain <= n, "[%s]", show((gr_slice){text, n}));
    CHECK_THAT(ordinal.number >= 0 && ordinal.number <= 99 && (ordinal.kind != GR_ORDINAL_NONE || stripped == plain),
               "[%s]: %s %d", show((gr_slice){text, n}), kinds[ordinal.kind], ordinal.number);
  }
}

/* ---- the register ------------------------------------------------------------------------------ */

static uint32_t find(const gr_labels *labels, const char *text) {
  gr_ordinal ordinal = {GR_ORDINAL_NONE, 0};
  return gr_labels_find(labels, slice(text), &ordinal);
}

static void finds_labels(void) {
  gr_labels *labels = NULL;
  gr_ordinal ordinal = {GR_ORDINAL_PART, 9};
  test("an empty register");
  CHECK_STATUS(gr_labels_new(NULL, &labels), GR_OK);
  CHECK(gr_labels_find(labels, slice("(一)甲"), &ordinal) == 0);
  CHECK(ordinal.kind == GR_ORDINAL_SECTION && ordinal.number == 1);
  test("a register");
  CHECK_STATUS(gr_labels_add(labels, slice("一、本年新收政府信息公开申请数量"), 1), GR_OK);
  CHECK_STATUS(gr_labels_add(labels, slice("(二)部分公开(区分处理的,只计这一情形,不计其他情形)"), 2), GR_OK);
  CHECK_STATUS(gr_labels_add(labels, slice("1.属于国家秘密"), UINT32_MAX), GR_OK);
  CHECK(find(labels, "一、本年新收政府信息公开申请数量") == 1 && find(labels, "本年新收\v政府信息 公开申请数量") == 1);
  CHECK(find(labels, "3.“属于”国家秘密。") == UINT32_MAX && find(labels, "属于国家秘密的") == 0);
  CHECK(find(labels, "属于国家秘") == 0 && find(labels, "") == 0 && find(labels, "、") == 0);
  test("the ordinal of what is found");
  CHECK(gr_labels_find(labels, slice("(2)属于国家秘密"), &ordinal) == UINT32_MAX);
  CHECK(ordinal.kind == GR_ORDINAL_DETAIL && ordinal.number == 2);
  CHECK(gr_labels_find(labels, slice("属于国家秘密"), &ordinal) == UINT32_MAX && ordinal.kind == GR_ORDINAL_NONE);
  test("the ordinal of what is not found");
  CHECK(gr_labels_find(labels, slice("十一、总计"), &ordinal) == 0);
  CHECK(ordinal.kind == GR_ORDINAL_PART && ordinal.number == 11);
  test("a label that is there takes the new number");
  CHECK_STATUS(gr_labels_add(labels, slice("属于 国家秘密"), 7), GR_OK);
  CHECK(find(labels, "1.属于国家秘密") == 7 && find(labels, "本年新收政府信息公开申请数量") == 1);
  test("a text without skeleton");
  CHECK_STATUS(gr_labels_add(labels, slice(""), 8), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_labels_add(labels, slice(" (),、"), 8), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_labels_add(labels, slice("1."), 8), GR_LIMIT_ITEMS);
  CHECK(find(labels, "") == 0 && find(labels, "1.") == 0);

  test("what stands in brackets at the end of a label");
  CHECK(find(labels, "部分公开(区分处理的,只计这一情形,不计其他情形)") == 2);
  CHECK(find(labels, "部分公开") == 0);   /* they may be missing in the register, not in the text */
  CHECK_STATUS(gr_labels_add(labels, slice("收费金额"), 3), GR_OK);
  CHECK(find(labels, "收费金额(单位:万元)") == 3 && find(labels, "(一)收费金额 (万元) \v") == 3);
  CHECK(find(labels, "收费金额(甲(乙)丙)") == 3 && find(labels, "收费金额((甲))") == 3);
  CHECK(find(labels, "收费(甲)金额") == 0 && find(labels, "收费金额(甲)乙") == 0);
  CHECK(find(labels, "收费金额甲)") == 0 && find(labels, "收费金额)甲)") == 0 && find(labels, "(收费金额)") == 3);
  CHECK(find(labels, "收费金额(甲)(乙)") == 0);
  CHECK(find(labels, ")") == 0 && find(labels, "()") == 0 && find(labels, "(甲)") == 0);
  CHECK_STATUS(gr_labels_add(labels, slice("收费金额(单位:万元)"), 4), GR_OK);
  CHECK(find(labels, "收费金额(单位:万元)") == 4 && find(labels, "收费金额(单位:元)") == 3);

  test("texts that are too long");
  static char text[4 * GR_LABEL_SIZE];
  memset(text, ',', sizeof text);
  memcpy(text, "一、收费金额", sizeof "一、收费金额" - 1);
  CHECK(gr_labels_find(labels, (gr_slice){text, 2 * GR_LABEL_SIZE}, &ordinal) == 3);
  CHECK(ordinal.kind == GR_ORDINAL_PART);
  CHECK(gr_labels_find(labels, (gr_slice){text, 2 * GR_LABEL_SIZE + 1}, &ordinal) == 0);
  CHECK(ordinal.kind == GR_ORDINAL_NONE && ordinal.number == 0);
  memset(text, 'a', sizeof text);
  CHECK_STATUS(gr_labels_add(labels, (gr_slice){text, GR_LABEL_SIZE}, 5), GR_OK);
  CHECK_STATUS(gr_labels_add(labels, (gr_slice){text, GR_LABEL_SIZE + 1}, 6), GR_LIMIT_ITEMS);
  CHECK(gr_labels_find(labels, (gr_slice){text, GR_LABEL_SIZE}, &ordinal) == 5);
  CHECK(gr_labels_find(labels, (gr_slice){text, GR_LABEL_SIZE + 1}, &ordinal) == 0);
  gr_labels_free(labels);
  gr_labels_free(NULL);
}

static void grows(void) {
  enum { MANY = 5000 };
  gr_labels *labels = NULL;
  char text[32];
  test("%d labels", MANY);
  CHECK_STATUS(gr_labels_new(NULL, &labels), GR_OK);
  for (unsigned i = 1; i <= MANY; i++) {
    (void)snprintf(text, sizeof text, "甲%u乙", i);
    CHECK(find(labels, text) == 0);
    CHECK_STATUS(gr_labels_add(labels, slice(text), i), GR_OK);
    CHECK(find(labels, text) == i);
  }
  for (unsigned i = 1; i <= MANY + 100; i++) {
    (void)snprintf(text, sizeof text, "甲 %u:乙", i);
    CHECK_THAT(find(labels, text) == (i <= MANY ? i : 0), "%u is %u", i, (unsigned)find(labels, text));
  }
  test("%d new numbers", MANY);
  for (unsigned i = 1; i <= MANY; i += 2) {
    (void)snprintf(text, sizeof text, "(三)甲%u乙", i);
    CHECK_STATUS(gr_labels_add(labels, slice(text), MANY + i), GR_OK);
  }
  for (unsigned i = 1; i <= MANY; i++) {
    (void)snprintf(text, sizeof text, "甲%u乙", i);
    CHECK(find(labels, text) == (i % 2 == 1 ? MANY + i : i));
  }
  gr_labels_free(labels);
}

typedef struct hashed {
  uint32_t hash, number;
} hashed;

static int compare_hashes(const void *a, const void *b) {
  const hashed *x = a, *y = b;
  if (x->hash != y->hash) return x->hash > y->hash ? 1 : -1;
  return (x->number > y->number) - (x->number < y->number);
}

static void write_name(uint32_t number, char out[8]) {
  for (size_t i = 0; i < 6; i++, number = number * 1664525u + 1013904223u) out[i] = (char)('a' + (number >> 27) % 26);
  out[6] = '\0';
}

/* Names of which two have the same hash are found by trying: FNV-1a of 32 bits. */
static void bears_collisions(void) {
  enum { TRIED = 1 << 18 };
  static hashed all[TRIED];
  test("labels of the same hash");
  for (uint32_t i = 0; i < TRIED; i++) {
    char name[8];
    write_name(i * 2654435761u, name);
    all[i] = (hashed){2166136261u, i};
    for (size_t k = 0; k < 6; k++) all[i].hash = (all[i].hash ^ (unsigned char)name[k]) * 16777619u;
  }
  qsort(all, TRIED, sizeof *all, compare_hashes);
  gr_labels *labels = NULL;
  CHECK_STATUS(gr_labels_new(NULL, &labels), GR_OK);
  size_t found = 0;
  for (size_t i = 1; i < TRIED; i++) {
    char first[8], second[8];
    write_name(all[i - 1].number * 2654435761u, first);
    write_name(all[i].number * 2654435761u, second);
    if (all[i].hash != all[i - 1].hash || strcmp(first, second) == 0) continue;
    found++;
    CHECK_STATUS(gr_labels_add(labels, slice(first), 1), GR_OK);
    CHECK_THAT(find(labels, second) == 0, "%s is found for %s", first, second);
    CHECK_STATUS(gr_labels_add(labels, slice(second), 2), GR_OK);
    CHECK_THAT(find(labels, first) == 1 && find(labels, second) == 2, "%s and %s", first, second);
  }
  CHECK_THAT(found > 0, "none was found");
  gr_labels_free(labels);
}

/* ---- cells ------------------------------------------------------------------------------------- */

static void names_slots(void) {
  static const struct {
    const char *cell;
    gr_slot slot;
  } cells[] = {
      {"", {GR_SLOT_BLANK, 0, {GR_ORDINAL_NONE, 0}}},
      {" &nbsp;<br>", {GR_SLOT_BLANK, 0, {GR_ORDINAL_NONE, 0}}},
      {"3", {GR_SLOT_VALUE, 0, {GR_ORDINAL_NONE, 0}}},
      {"１，２３４件", {GR_SLOT_VALUE, 0, {GR_ORDINAL_NONE, 0}}},
      {"—", {GR_SLOT_VALUE, 0, {GR_ORDINAL_NONE, 0}}},
      {"无", {GR_SLOT_VALUE, 0, {GR_ORDINAL_NONE, 0}}},
      {"不适用", {GR_SLOT_VALUE, 0, {GR_ORDINAL_NONE, 0}}},
      {"甲行", {GR_SLOT_LABEL, 41, {GR_ORDINAL_NONE, 0}}},
      {"（一）甲<br>行", {GR_SLOT_LABEL, 41, {GR_ORDINAL_SECTION, 1}}},
      {"<p>２．</p><p>甲行</p>", {GR_SLOT_LABEL, 41, {GR_ORDINAL_POINT, 2}}},
      {"甲行（件）", {GR_SLOT_LABEL, 41, {GR_ORDINAL_NONE, 0}}},
      {"甲1行", {GR_SLOT_TEXT, 0, {GR_ORDINAL_NONE, 0}}},
      {"十二、丙行", {GR_SLOT_TEXT, 0, {GR_ORDINAL_PART, 12}}},
      {"(3)丙行", {GR_SLOT_TEXT, 0, {GR_ORDINAL_DETAIL, 3}}},
      {"1a", {GR_SLOT_TEXT, 0, {GR_ORDINAL_NONE, 0}}},
      {"、", {GR_SLOT_TEXT, 0, {GR_ORDINAL_NONE, 0}}},
      {"乙", {GR_SLOT_LABEL, 42, {GR_ORDINAL_NONE, 0}}},
  };
  gr_labels *labels = NULL;
  CHECK_STATUS(gr_labels_new(NULL, &labels), GR_OK);
  CHECK_STATUS(gr_labels_add(labels, slice("甲行"), 41), GR_OK);
  CHECK_STATUS(gr_labels_add(labels, slice("乙"), 42), GR_OK);
  char page[4096];
  size_t n = (size_t)snprintf(page, sizeof page, "<title>甲行</title><p>乙</p><table><tr>");
  for (size_t i = 0; i < COUNT(cells); i++)
    n += (size_t)snprintf(page + n, sizeof page - n, "%s<td>%s</td>", i % 5 == 4 ? "</tr><tr>" : "", cells[i].cell);
  n += (size_t)snprintf(page + n, sizeof page - n, "</table>");
  gr_document *document = NULL;
  gr_options options = {.format = GR_FORMAT_HTML};
  if (gr_document_parse((gr_slice){page, n}, &options, NULL, &document) != GR_OK) abort();
  if (gr_document_block_count(document) != 3 || gr_document_block(document, 2).cells != COUNT(cells)) abort();
  for (size_t i = 0; i < COUNT(cells); i++) {
    test("slot of [%s]", cells[i].cell);
    gr_slot slot = gr_labels_slot(labels, document, 2, i), expected = cells[i].slot;
    CHECK_THAT(slot.kind == expected.kind && slot.label == expected.label, "kind %d, label %u, expected %d, %u",
               (int)slot.kind, (unsigned)slot.label, (int)expected.kind, (unsigned)expected.label);
    CHECK_THAT(slot.ordinal.kind == expected.ordinal.kind && slot.ordinal.number == expected.ordinal.number, "%s %d",
               kinds[slot.ordinal.kind], slot.ordinal.number);
  }
  gr_document_free(document);
  gr_labels_free(labels);
}

/* What is written is read, whatever stands before it; and nothing of it that is cut. */
static void signs_slots(void) {
  static const gr_grid_cell cells[] = {
      {.row = 0, .column = 0, .row_span = 1, .column_span = 1},  {.row = 0, .column = 1, .row_span = 2, .column_span = 3},
      {.row = 1, .column = 0, .row_span = 1, .column_span = 1},  {.row = 1, .column = 4, .row_span = 1, .column_span = 1},
      {.row = 7, .column = 0, .row_span = 1, .column_span = 300},
      {.row = SIZE_MAX, .column = SIZE_MAX - 1, .row_span = 1, .column_span = 1},
  };
  static const gr_slot slots[] = {
      {.kind = GR_SLOT_BLANK},
      {.kind = GR_SLOT_VALUE},
      {.kind = GR_SLOT_TEXT, .ordinal = {GR_ORDINAL_DETAIL, 99}},
      {.kind = GR_SLOT_LABEL, .label = 1, .ordinal = {GR_ORDINAL_PART, 1}},
      {.kind = GR_SLOT_LABEL, .label = UINT32_MAX},
      {.kind = GR_SLOT_TEXT, .label = 128},
  };
  char signature[COUNT(slots) * COUNT(cells) * GR_SLOT_SIZE];
  size_t size = 0, count = COUNT(slots) * COUNT(cells);
  test("slots as they are written");
  for (size_t i = 0; i < count; i++) {
    const gr_grid_cell *before = i == 0 ? NULL : &cells[(i - 1) % COUNT(cells)];
    size_t own = gr_slot_write(slots[i / COUNT(cells)], cells[i % COUNT(cells)], before, signature + size);
    CHECK(own >= 1 && own <= GR_SLOT_SIZE);
    size += own;
  }
  gr_slice rest = {signature, size};
  gr_grid_cell cell = {0};
  for (size_t i = 0; i < count; i++) {
    gr_slot slot, wanted = slots[i / COUNT(cells)];
    gr_grid_cell place = cells[i % COUNT(cells)];
    if (!gr_slot_read(&rest, &slot, &cell)) abort();
    CHECK(slot.kind == wanted.kind && slot.label == wanted.label);
    CHECK(slot.ordinal.kind == wanted.ordinal.kind && slot.ordinal.number == wanted.ordinal.number);
    CHECK(cell.row == place.row && cell.column == place.column);
    CHECK(cell.row_span == place.row_span && cell.column_span == place.column_span);
  }
  gr_slot slot;
  CHECK(rest.size == 0 && !gr_slot_read(&rest, &slot, &cell));
  test("slots that are cut");
  size = gr_slot_write(slots[3], cells[4], &cells[1], signature);
  for (size_t cut = 0; cut < size; cut++) {
    gr_slice part = {signature, cut};
    CHECK(!gr_slot_read(&part, &slot, &cell));
  }
}

int main(void) {
  has_skeletons();
  signs_slots();
  strips_ordinals();
  has_a_limit();
  has_no_overread();
  finds_labels();
  grows();
  bears_collisions();
  names_slots();
  return check_finish();
}

/* Sentences that may state a number of something: which they are, their paragraphs and headings, work. */
#include <stdlib.h>

#include "check.h"

static gr_words *words_of(const char *const *list, size_t count, const uint32_t *numbers) {
  gr_words *words = NULL;
  if (gr_words_new(NULL, &words) != GR_OK) abort();
  for (size_t i = 0; i < count; i++)
    if (gr_words_add(words, slice(list[i]), numbers == NULL ? 1 : numbers[i]) != GR_OK) abort();
  return words;
}

static gr_sentences sentences_of(gr_slice text) {
  static const char *const signs[] = {"件", "%", "次", "未", "没有"};
  static const uint32_t numbers[] = {GR_SIGN_SURE, GR_SIGN_SURE, GR_SIGN_COUNTS, GR_SIGN_DENIES, GR_SIGN_DENIES};
  static const char *const numerals[] = {"二", "十", "余"}, *const topics[] = {"申请", "答复"};
  return (gr_sentences){.signs = words_of(signs, COUNT(signs), numbers),
                        .numerals = words_of(numerals, COUNT(numerals), NULL),
                        .topics = words_of(topics, COUNT(topics), NULL),
                        .text = text};
}

static void done(gr_sentences *sentences) {
  gr_words_free(sentences->signs);
  gr_words_free(sentences->numerals);
  gr_words_free(sentences->topics);
}

/* A copy of just its size, so that a step too far is seen. */
static gr_slice copy_of(gr_slice text) {
  char *copy = malloc(text.size == 0 ? 1 : text.size);
  if (copy == NULL) abort();
  if (text.size != 0) memcpy(copy, text.data, text.size);
  return (gr_slice){copy, text.size};
}

static void finds_them(void) {
  static const struct {
    const char *text, *found;   /* the sentences, each in brackets */
  } cases[] = {
      {"", ""},
      {"共26件", "[共26件]"},
      {"共26 件。又26+件。", "[共26 件。][又26+件。]"},
      {"共二十件;十余件", "[共二十件;十余件]"},          /* one sentence */
      {"要件。十 件。6  件", ""},                          /* no number, or one too far in front */
      {"件6件", "[件6件]"},
      {"培训2次。申请2次。答复!", "[申请2次。]"},
      {"未答复。未见。没有申请?", "[未答复。][没有申请?]"},
      {"培训2次,其中3件", "[培训2次,其中3件]"},             /* no topic, but sure */
      {"申\n请2次", ""},                                   /* the topic in two lines */
      {"前。\n后3%\v共4%。", "[后3%][共4%。]"},
      {"答复、申请2次", "[答复、申请2次]"},                  /* E3 that is no full stop */
      {"2次申请人", "[2次申请人]"},
      {"2次申。请", ""},
      {"\xE3\x80", ""},
      {"3件\xE3\x80", "[3件\xE3\x80]"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the sentences of [%s]", show(slice(cases[i].text)));
    char found[200] = "";
    gr_slice own = copy_of(slice(cases[i].text));
    gr_sentences sentences = sentences_of(own);
    while (gr_sentences_next(&sentences)) {
      size_t size = strlen(found);
      (void)snprintf(found + size, sizeof found - size, "[%.*s]", (int)(sentences.stop - sentences.start),
                     own.data + sentences.start);
    }
    CHECK_THAT(strcmp(found, cases[i].found) == 0, "[%s]", found);
    done(&sentences);
    free((void *)(uintptr_t)own.data);
  }
}

static void knows_paragraphs(void) {
  static const struct {
    const char *text;
    size_t paragraph;     /* of the last sentence */
    const char *heading;
  } cases[] = {
      {"共3件。", 0, ""},
      {"(一)申请\n共3件。", 12, "(一)申请\n"},
      {"(一)申请\n前文。共3件。", 12, "(一)申请\n"},
      {"(一)申请\n前文3件。\n共3件。", 26, "前文3件。\n"},
      {"办\n\n\n共3件", 6, "办\n"},
      {"ab\n\n\n共3件", 5, ""},                                     /* too short */
      {"办\n1\n2\n3\n4\n5\n6\n7\n共3件", 18, "办\n"},
      {"办\n1\n2\n3\n4\n5\n6\n7\n8\n共3件", 20, ""},               /* too many lines below it */
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the paragraph and the heading of [%s]", show(slice(cases[i].text)));
    gr_sentences sentences = sentences_of(slice(cases[i].text)), last = sentences;
    while (gr_sentences_next(&sentences)) last = sentences;
    CHECK_THAT(last.paragraph == cases[i].paragraph, "at %zu", last.paragraph);
    CHECK_SLICE(last.heading, cases[i].heading);
    done(&sentences);
  }
}

static void looks_for_headings_near(void) {
  static const struct {
    size_t filling;
    bool is_found;
  } cases[] = {{1400, true}, {1490, true}, {1497, false}, {3000, false}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("a heading above %zu bytes", cases[i].filling);
    char text[4096];
    size_t size = (size_t)snprintf(text, sizeof text, "heading\n");
    memset(text + size, 'x', cases[i].filling);
    size += cases[i].filling;
    size += (size_t)snprintf(text + size, sizeof text - size, "\n3件");
    gr_sentences sentences = sentences_of((gr_slice){text, size});
    CHECK(gr_sentences_next(&sentences));
    CHECK_SLICE(sentences.heading, cases[i].is_found ? "heading\n" : "");
    done(&sentences);
  }
}

static void ends_sentences(void) {
  gr_slice text = slice("甲。乙!?\n丙、");
  static const size_t starts[] = {0, 3, 6, 10, 11, 12, 18}, stops[] = {6, 6, 10, 11, 11, 18, 18};
  for (size_t i = 0; i < COUNT(starts); i++) {
    test("the end of the sentence at %zu", starts[i]);
    CHECK_THAT(gr_sentence_stop(text, starts[i]) == stops[i], "%zu", gr_sentence_stop(text, starts[i]));
  }
}

/* Signs that are marks are no trouble either. */
static void goes_on(void) {
  static const char *const signs[] = {"\n"};
  static const uint32_t denies = GR_SIGN_DENIES;
  test("signs at the ends of lines");
  gr_sentences sentences = sentences_of(slice("申请\n\n答复\n"));
  gr_words_free(sentences.signs);
  sentences.signs = words_of(signs, 1, &denies);
  size_t count = 0;
  while (gr_sentences_next(&sentences)) count++;
  CHECK_THAT(count <= 3, "%zu", count);
  done(&sentences);
}

static uint64_t work_of(const char *piece, size_t times) {
  size_t size = strlen(piece);
  char *text = malloc(size * times);
  if (text == NULL) abort();
  for (size_t i = 0; i < times; i++) memcpy(text + size * i, piece, size);
  gr_sentences sentences = sentences_of((gr_slice){text, size * times});
  while (gr_sentences_next(&sentences)) {}
  uint64_t work = sentences.work + gr_words_work(sentences.signs) + gr_words_work(sentences.numerals) +
                  gr_words_work(sentences.topics);
  done(&sentences);
  free(text);
  return work;
}

static void works_linearly(void) {
  static const char *const pieces[] = {"未", "次", "2次", "件", "3件", "3件。", "3件\n", "x\n3件\n", "未\v", "申请", "\n", "未申请2次。"};
  for (size_t i = 0; i < COUNT(pieces); i++) {
    test("the work of many times [%s]", show(slice(pieces[i])));
    uint64_t once = work_of(pieces[i], 2000), twice = work_of(pieces[i], 4000);
    CHECK_THAT(twice <= 2 * once + once / 5, "%llu and %llu", (unsigned long long)once, (unsigned long long)twice);
  }
}

static void ends_paragraphs(void) {
  gr_slice text = slice("一\v二\n\x1F三");
  static const size_t starts[] = {0, 4, 7, 8, 9, 12}, stops[] = {7, 7, 7, 8, 12, 12};
  for (size_t i = 0; i < COUNT(starts); i++) {
    test("the paragraph at %zu", starts[i]);
    CHECK_THAT(gr_paragraph_stop(text, starts[i]) == stops[i], "%zu", gr_paragraph_stop(text, starts[i]));
  }
}

static void joins_lines(void) {
  static const struct {
    const char *text;
    gr_joint joint;
  } cases[] = {
      {"", {0, 0, false}},
      {"abc", {3, 3, false}},
      {"\v", {0, 1, false}},
      {"a\vb", {1, 2, true}},
      {"a\v b", {1, 2, false}},
      {"一\v- 3 -\n", {3, 9, false}},
      {"1\v 第3页 共5页\v2", {1, 18, false}},
      {"1\v1 / 20", {1, 8, false}},
      {"1\v1 / 2000", {1, 2, true}},
      {"x\vPage 3 of 9 —\x1F", {1, 17, false}},
      {"x\vp. 12", {1, 7, false}},
      {"x\v- 3", {1, 2, true}},
      {"x\v\xE7\xAC", {1, 2, false}},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("a joint of [%s]", show(slice(cases[i].text)));
    gr_slice own = copy_of(slice(cases[i].text));
    gr_joint joint = gr_text_joint(own, 0), wanted = cases[i].joint;
    CHECK_THAT(joint.at == wanted.at && joint.stop == wanted.stop && joint.is_apart == wanted.is_apart, "%zu to %zu, %d",
               joint.at, joint.stop, joint.is_apart);
    free((void *)(uintptr_t)own.data);
  }
}

int main(void) {
  finds_them();
  ends_paragraphs();
  joins_lines();
  knows_paragraphs();
  looks_for_headings_near();
  ends_sentences();
  goes_on();
  works_linearly();
  return check_finish();
}

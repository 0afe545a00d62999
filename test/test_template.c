/* Templates: how many texts they stand for, which these are, and brackets that are not right. */
#include <stdlib.h>

#include "check.h"

/* A copy of just its size, so that a step too far is seen. */
static gr_slice copy_of(const char *text) {
  size_t size = strlen(text);
  char *copy = malloc(size == 0 ? 1 : size);
  if (copy == NULL) abort();
  memcpy(copy, text, size);
  return (gr_slice){copy, size};
}

static void drop(gr_slice text) { free((void *)(uintptr_t)text.data); }

static void stands_for_texts(void) {
  static const struct {
    const char *template, *texts;   /* each ends with a slash */
  } cases[] = {
      {"", "/"}, {"港口", "港口/"}, {"[主要]问题", "主要问题/问题/"}, {"港口[]", "港口/港口/"}, {"[a|b]c", "a|bc/c/"},
      {"{政府|政务|}信息", "政府信息/政务信息/信息/"}, {"{a}{}b|c", "ab|c/"}, {"{|a}", "/a/"},
      {"[a]{b|c}-[d]", "ab-d/ab-/ac-d/ac-/b-d/b-/c-d/c-/"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("the texts of [%s]", cases[i].template);
    gr_slice template = copy_of(cases[i].template);
    char *out = malloc(template.size + 1), all[128] = "";
    if (out == NULL) abort();
    size_t count = gr_template_count(template);
    for (size_t number = 0; number < count; number++) {
      strncat(all, out, gr_template_text(template, number, count, out));
      strcat(all, "/");
    }
    CHECK_THAT(strcmp(all, cases[i].texts) == 0, "%s", all);
    free(out);
    drop(template);
  }
}

static void needs_its_brackets(void) {
  static const char *const cases[] = {"[", "]", "{", "}", "[a", "a]", "{a|b", "a}", "[a}", "{a]", "[[a]]", "{a|[b]}",
                                      "[a]]", "[a]{", "{a}[", "a[b]c}"};
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("brackets that are not right: %s", cases[i]);
    gr_slice template = copy_of(cases[i]);
    CHECK_THAT(gr_template_count(template) == 0, "it stands for %zu texts", gr_template_count(template));
    drop(template);
  }
}

static void has_a_limit(void) {
  static const struct {
    const char *part;
    size_t times, count;
  } cases[] = {{"[a]", 9, 512}, {"[a]", 10, 0}, {"{a|b|c|d|e|f|g|h|i|j}", 3, GR_TEMPLATE_TEXTS},
               {"{a|b|c|d|e|f|g|h|i|j}", 4, 0}, {"[a]", 400, 0}, {"{a}", 400, 1}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("%s so many times: %zu", cases[i].part, cases[i].times);
    char text[2000] = "";
    for (size_t k = 0; k < cases[i].times; k++) strcat(text, cases[i].part);
    gr_slice template = copy_of(text);
    size_t count = gr_template_count(template);
    CHECK_THAT(count == cases[i].count, "%zu texts", count);
    drop(template);
  }
}

int main(void) {
  stands_for_texts();
  needs_its_brackets();
  has_a_limit();
  return check_finish();
}

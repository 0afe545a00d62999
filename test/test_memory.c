/* Memory that runs out at every possible place: nothing leaks, nothing crashes, and what was asked fails cleanly. */
#include <stdlib.h>

#include "base/gr_slice.h"
#include "check.h"

/* Hands out blocks, keeps the account, and says no where it is told to. */
typedef struct keeper {
  size_t held, most, blocks, calls;
  size_t fail_at;   /* the call that fails, 1-based; 0: none */
  bool for_ever;    /* and all that come after it */
  bool wrong;       /* a block came back with another size than it was given */
} keeper;

typedef union header {
  size_t size;
  max_align_t align;
} header;

static void *resize(void *context, void *block, size_t old_size, size_t new_size) {
  keeper *k = context;
  header *old = block == NULL ? NULL : (header *)block - 1;
  if ((old == NULL ? 0 : old->size) != old_size) k->wrong = true;
  if (new_size == 0) {
    if (old != NULL) {
      k->held -= old_size;
      k->blocks--;
    }
    free(old);
    return NULL;
  }
  if (new_size > old_size) {
    k->calls++;
    if (k->fail_at != 0 && (k->calls == k->fail_at || (k->for_ever && k->calls > k->fail_at))) return NULL;
  }
  header *fresh = malloc(sizeof *fresh + new_size);   /* always moves */
  if (fresh == NULL) return NULL;
  fresh->size = new_size;
  if (old != NULL) memcpy(fresh + 1, old + 1, old_size < new_size ? old_size : new_size);
  else k->blocks++;
  k->held = k->held - old_size + new_size;
  if (k->most < k->held) k->most = k->held;
  free(old);
  return fresh + 1;
}

/* What is built; reports how much the objects say that they hold. Frees everything. */
typedef gr_status (*builder)(const gr_options *options, const keeper *k, size_t *memory);

static char utf8[6000], utf16[12000], gb18030[12000], page[60000], markdown[8000];
static size_t utf8_size, utf16_size, gb18030_size, page_size, markdown_size;

static gr_status parse(gr_slice text, const gr_options *options, const keeper *k, size_t *memory) {
  gr_error error = {GR_OK, 0, 0, 0, 0, NULL};
  gr_document *untouched = (gr_document *)(uintptr_t)&error, *document = untouched;
  gr_status status = gr_document_parse(text, options, &error, &document);
  if (status != GR_OK) {
    CHECK_STATUS(error.status, status);
    CHECK(document == untouched);
    if (options->max_memory != 0)
      CHECK_THAT(error.limit == options->max_memory, "limit %llu, expected %zu", (unsigned long long)error.limit,
                 options->max_memory);
    return status;
  }
  *memory = gr_document_memory(document);
  CHECK_THAT(k->held == *memory, "holds %zu, says %zu", k->held, *memory);
  gr_document_free(document);
  return GR_OK;
}

static gr_status build_utf8(const gr_options *options, const keeper *k, size_t *memory) {
  return parse((gr_slice){utf8, utf8_size}, options, k, memory);
}

/* Rows between bars, and tables of HTML in each other with divisions in their cells. */
static gr_status build_markdown(const gr_options *options, const keeper *k, size_t *memory) {
  return parse((gr_slice){markdown, markdown_size}, options, k, memory);
}

static gr_status build_utf16(const gr_options *options, const keeper *k, size_t *memory) {
  return parse((gr_slice){utf16, utf16_size}, options, k, memory);
}

/* With wrong bytes, on which the encoding is told. */
static gr_status build_gb18030(const gr_options *options, const keeper *k, size_t *memory) {
  return parse((gr_slice){gb18030, gb18030_size}, options, k, memory);
}

static gr_status build_page(const gr_options *options, const keeper *k, size_t *memory) {
  return parse((gr_slice){page, page_size}, options, k, memory);
}

static const gr_axis_entry rows[] = {ENTRY("first_row_of_a_table", "第一行"), ENTRY("second_row_of_a_table", "第二行")};

static gr_status fill_schema(gr_schema *schema) {
  gr_status status = GR_OK;
  for (size_t i = 0; i < 20 && status == GR_OK; i++) {
    size_t before = gr_schema_cell_count(schema);
    status = gr_schema_table(schema, "a_table_of_the_form", rows, 2, rows, 2);
    CHECK(gr_schema_cell_count(schema) == before + (status == GR_OK ? 4 : 0));
    if (status == GR_OK) status = gr_schema_field(schema, "a_field_of_the_form");
    if (status == GR_OK) status = gr_schema_section(schema, "a_section_of_the_form");
  }
  return status;
}

static gr_status build_schema(const gr_options *options, const keeper *k, size_t *memory) {
  gr_schema *schema = NULL;
  gr_status status = gr_schema_new("form", options, &schema);
  CHECK((schema != NULL) == (status == GR_OK));
  if (status == GR_OK) status = fill_schema(schema);
  *memory = k->held;   /* a schema does not tell */
  gr_schema_free(schema);
  return status;
}

static gr_document *document;   /* of memory that does not fail */
static gr_schema *schema;

static gr_status fill_report(gr_report *report) {
  gr_status status = GR_OK;
  for (size_t i = 0; i < 40 && status == GR_OK; i++) {
    gr_range place = {i, i + 1};
    char reason[16];
    (void)snprintf(reason, sizeof reason, "reason%zu", i);
    gr_field field = {0, GR_NUMBER, GR_FIELD_TEXT, slice("the text of a field"), {0, 0}, place};
    gr_section section = {0, GR_NO_INDEX, 1, 1, place, place, place};
    gr_claim claim = {"quantity", true, {1, 0}, "exact", slice("the text of a claim"), place, 0};
    bool fresh = false;
    size_t index = 777;
    status = gr_report_cell(report, i, gr_report_line(report, 3 * i), false, &fresh);
    CHECK_THAT(fresh == (status == GR_OK), "fresh written on failure");
    if (status == GR_OK) status = gr_report_field(report, &field);
    if (status == GR_OK) {
      status = gr_report_section(report, &section, &index);
      CHECK_THAT(index == (status == GR_OK ? i : 777), "index written on failure");
    }
    if (status == GR_OK) status = gr_report_claim(report, &claim);
    if (status == GR_OK) status = gr_report_ignore(report, place, reason);
    if (status == GR_OK) status = gr_report_deviation(report, reason, slice("subject"), slice("detail"), place);
    if (status == GR_OK) status = gr_report_passage(report, place);
  }
  return status;
}

static gr_status build_report(const gr_options *options, const keeper *k, size_t *memory) {
  gr_report *report = NULL;
  gr_status status = gr_report_new(document, schema, options, &report);
  CHECK((report != NULL) == (status == GR_OK));
  if (status == GR_OK) {
    status = fill_report(report);
    *memory = gr_report_memory(report);
    CHECK_THAT(k->held == *memory, "holds %zu, says %zu", k->held, *memory);
    gr_report_seal(report);   /* also of what was not finished */
  }
  gr_report_free(report);
  return status;
}

/* What failed to be added is not there, and what comes later is right. */
static gr_status build_identities(const gr_options *options, const keeper *k, size_t *memory) {
  gr_identities *identities = NULL;
  gr_status status = gr_identities_new(schema, options, &identities), first = status;
  CHECK((identities != NULL) == (status == GR_OK));
  if (status != GR_OK) return status;
  size_t added = 0;
  for (size_t i = 0; i < 30; i++) {
    gr_term terms[] = {{i, 1}, {i + 1, 1}, {i + 2, -1}};
    const gr_decimal factors[] = {{2, 0}, {1, 0}, {5, 1}};
    status = gr_identities_add_times(identities, GR_EQUAL, terms, i % 2 == 0 ? NULL : factors, 3);
    if (status == GR_OK) {
      size_t count = 0;
      const gr_term *kept = gr_identities_terms(identities, added++, &count);
      CHECK(count == 3 && kept[0].cell == i && kept[2].cell == i + 2 && kept[2].sign == -1);
    } else {
      first = status;
    }
    CHECK(gr_identities_count(identities) == added);
  }
  *memory = k->held;
  gr_identities_free(identities);
  return first;
}

/* As identities: what failed to be added is not there, and what comes later is right. */
static gr_status build_labels(const gr_options *options, const keeper *k, size_t *memory) {
  gr_labels *labels = NULL;
  gr_status status = gr_labels_new(options, &labels), first = status;
  CHECK((labels != NULL) == (status == GR_OK));
  if (status != GR_OK) return status;
  bool added[600] = {false};
  gr_ordinal ordinal;
  char text[64];
  for (uint32_t i = 0; i < COUNT(added); i++) {
    (void)snprintf(text, sizeof text, "(一)第%u个标签，以及更多的文字", (unsigned)i);
    status = gr_labels_add(labels, slice(text), i + 1);
    if (status == GR_OK) added[i] = true;
    else first = status;
  }
  for (uint32_t i = 0; i < COUNT(added); i++) {
    (void)snprintf(text, sizeof text, "第%u个标签，以及更多的文字", (unsigned)i);
    CHECK(gr_labels_find(labels, slice(text), &ordinal) == (added[i] ? i + 1 : 0));
  }
  *memory = k->held;
  gr_labels_free(labels);
  return first;
}

/* As identities. */
static gr_status build_words(const gr_options *options, const keeper *k, size_t *memory) {
  gr_words *untouched = (gr_words *)(uintptr_t)memory, *words = untouched;
  gr_status status = gr_words_new(options, &words), first = status;
  CHECK((words == untouched) == (status != GR_OK));
  if (status != GR_OK) return status;
  bool added[300] = {false};
  char text[64];
  for (uint32_t i = 0; i < COUNT(added); i++) {
    (void)snprintf(text, sizeof text, "%u个词，以及更多", (unsigned)i);
    status = gr_words_add(words, slice(text), i + 1);
    if (status == GR_OK) status = gr_words_break(words, slice(text));
    else CHECK(!gr_words_go_on(words, gr_slice_sub(slice(text), 0, strlen(text) - 3)));
    if (status == GR_OK) status = gr_words_value(words, slice(text), slice("年月"));
    added[i] = gr_words_at(words, slice(text), 0, GR_WORDS_WRITTEN).number == i + 1;
    if (status != GR_OK) first = status;
    CHECK(added[i] || status != GR_OK);
  }
  for (uint32_t i = 0; i < COUNT(added); i++) {
    (void)snprintf(text, sizeof text, "%u个词，以及更多", (unsigned)i);
    CHECK(gr_words_at(words, slice(text), 0, GR_WORDS_WRITTEN).number == (added[i] ? i + 1 : 0));
  }
  *memory = gr_words_memory(words);
  CHECK_THAT(k->held == *memory, "holds %zu, says %zu", k->held, *memory);
  gr_words_free(words);
  return first;
}

/* Sums of neighbours in a ring, some of which fail, with unknown cells between: several cells must change. */
static gr_status build_repairs(const gr_options *options, const keeper *k, size_t *memory) {
  gr_repairs *repairs = NULL;
  gr_status status = gr_repairs_new(options, &repairs);
  CHECK((repairs != NULL) == (status == GR_OK));
  if (status != GR_OK) return status;
  enum { RING = 40 };
  for (size_t i = 0; i < RING && status == GR_OK; i++) {
    gr_variable cell = {i % 4 != 0, true, i % 20 == 1 ? 30 : 10, 0, 1};
    status = gr_repairs_cell(repairs, cell);
  }
  for (size_t i = 0; i < RING && status == GR_OK; i++) {
    gr_term terms[] = {{i, 1}, {(i + 1) % RING, 1}, {(i + 2) % RING, -1}, {(i + 7) % RING, -1}};
    status = gr_repairs_sum(repairs, terms, COUNT(terms));
  }
  bool complete = false;
  if (status == GR_OK) status = gr_repairs_find(repairs, 20000, RING, &complete);
  *memory = k->held;
  gr_repairs_free(repairs);
  return status;
}

/* More rows, labels, groups, words, atoms, texts and values than the lists have room for at first. */
static gr_status fill_align(gr_align *align) {
  gr_status status = GR_OK;
  char text[64];
  for (size_t i = 0; i < 20 && status == GR_OK; i++) {
    status = gr_align_add_row(align, 2);
    (void)snprintf(text, sizeof text, "第%zu号渔港", i);
    if (status == GR_OK) status = gr_align_add_label(align, slice(text));
    if (status == GR_OK) status = gr_align_add_group(align, slice("沿海作业"));
    if (status == GR_OK) status = gr_align_add_header(align, slice("统计类别"));
  }
  return status;
}

static gr_status build_align(const gr_options *options, const keeper *k, size_t *memory) {
  static char text[4000];
  size_t n = (size_t)snprintf(text, sizeof text, "统计类别\n沿海作业\n");
  for (size_t i = 0; i < 20; i++)
    n += (size_t)snprintf(text + n, sizeof text - n, i % 5 == 3 ? "本年%zu无事\n" : "第%zu号渔港\n%zu\n7\n", i, i);
  gr_align *untouched = (gr_align *)(uintptr_t)memory, *align = untouched;
  gr_status status = gr_align_new(false, options, &align);
  CHECK((align == untouched) == (status != GR_OK));
  if (status != GR_OK) return status;
  bool complete = true;
  status = fill_align(align);
  if (status == GR_OK) {
    status = gr_align_run(align, (gr_slice){text, n}, (gr_range){0, n}, 10000000, &complete);
    CHECK(complete == (status == GR_OK));
  }
  if (status == GR_OK) CHECK(gr_align_value_count(align) == 32 && gr_align_text_count(align) > 16);
  *memory = k->held;   /* an alignment does not tell */
  gr_align_free(align);
  return status;
}

/* A word that failed to be added is not there, and what comes later is right. */
static gr_status build_align_words(const gr_options *options, const keeper *k, size_t *memory) {
  static const char text[] = "第一渔港\n1\n第二渔港\n2\n";
  gr_align *align = NULL;
  gr_status status = gr_align_new(false, options, &align), first = status;
  if (status != GR_OK) return status;
  bool complete = false, added[2] = {false, false};
  for (size_t i = 0; i < 2 && first == GR_OK; i++) {
    first = gr_align_add_row(align, 1);
    if (first != GR_OK) break;
    for (size_t n = 0; n < 20; n++) {
      status = gr_align_add_label(align, slice(n < 19 ? "渔港以外的其他各项" : i == 0 ? "第一渔港" : "第二渔港"));
      if (status != GR_OK) first = status;
      if (n == 19) added[i] = status == GR_OK;
    }
  }
  status = gr_align_run(align, slice(text), (gr_range){0, sizeof text - 1}, 1000000, &complete);
  for (size_t i = 0; i < 2 && status == GR_OK && complete && i < gr_align_row_count(align); i++)
    CHECK(gr_align_row_at(align, i).seen == added[i]);
  if (status == GR_OK && complete) CHECK(gr_align_value_count(align) == 2 && gr_align_text_count(align) == 2);
  if (status != GR_OK) first = status;
  *memory = k->held;
  gr_align_free(align);
  return first;
}

/* Tables, one of them with spans, tables in tables, divisions, facts, references, cells of paragraphs: more of each
 * than its list has room for at first. */
static void write_page(void) {
  static const char *const pieces[] = {
      "<meta name=\"n%zu\" content=\"c\"><title>t%zu</title>",
      "<div><section>甲%zu<p>乙<br>丙<br><br>丁%zu</p>",
      "<table><caption>表%zu</caption><tr><td rowspan=2>戊<td colspan=2><p>1<p>2<br>3<tr><td>%zu<td>&#50;&lt;</table>",
      "<table><tr><td><p>己%zu<p>庚<table><tr><td>１<td>%zu</table></td><td>辛</td></table>",
      "<span hidden>子%zu</span><div style='display:none'><p>丑%zu</div>"
      "<table><tfoot><tr><td><img><td>1<tbody><tr><td>2</table>",
      "<style>.a%zu,.b%zu{display:none}</style><p class=\"b7\">寅"
      "<span style='text-decoration:line-through'>卯</span><img>",
      "</section></div><main><article>壬%zu&nbsp;&hellip;<form>癸%zu",
  };
  for (size_t i = 0; i < 210; i++)
    page_size += (size_t)snprintf(page + page_size, sizeof page - page_size, pieces[i % COUNT(pieces)], i, i);
  page_size += (size_t)snprintf(page + page_size, sizeof page - page_size, "<table><tr><td colspan=200>a");
  for (size_t i = 0; i < 100; i++)
    page_size += (size_t)snprintf(page + page_size, sizeof page - page_size, "<table><tr><td>%zu<p>b<td>", i);
}

static gr_status build_shingles(const gr_options *options, const keeper *k, size_t *memory) {
  gr_shingles *untouched = (gr_shingles *)(uintptr_t)memory, *shingles = untouched;
  gr_status status = gr_shingles_new((gr_slice){utf8, utf8_size}, options, &shingles);
  CHECK((shingles == untouched) == (status != GR_OK));
  if (status != GR_OK) return status;
  *memory = gr_shingles_memory(shingles);
  CHECK_THAT(k->held == *memory, "holds %zu, says %zu", k->held, *memory);
  gr_shingles_free(shingles);
  return GR_OK;
}

static gr_status build_frequency(const gr_options *options, const keeper *k, size_t *memory) {
  gr_frequency *untouched = (gr_frequency *)(uintptr_t)memory, *frequency = untouched;
  gr_status status = gr_frequency_new(1000, options, &frequency);
  CHECK((frequency == untouched) == (status != GR_OK));
  if (status != GR_OK) return status;
  *memory = k->held;   /* a frequency does not tell */
  gr_frequency_free(frequency);
  return GR_OK;
}

static gr_status attempt(builder build, keeper *k, size_t budget, size_t *memory) {
  gr_allocator allocator = {resize, k};
  gr_options options = {.max_memory = budget, .allocator = &allocator};
  gr_status status = build(&options, k, memory);
  CHECK_THAT(k->held == 0 && k->blocks == 0, "%zu bytes in %zu blocks leak", k->held, k->blocks);
  CHECK(!k->wrong);
  return status;
}

static void exhausts(const char *name, builder build) {
  test("%s: all memory is given back", name);
  keeper k = {0};
  size_t memory = 0;
  CHECK_STATUS(attempt(build, &k, 0, &memory), GR_OK);
  size_t calls = k.calls, most = k.most;
  CHECK(calls > 0 && memory > 0 && most >= memory);
  for (int for_ever = 0; for_ever < 2; for_ever++) {
    test("%s: the allocator fails %s", name, for_ever ? "from some call on" : "once");
    for (size_t n = 1; n <= calls; n++) {
      size_t ignored = 0;
      k = (keeper){.fail_at = n, .for_ever = for_ever != 0};
      gr_status status = attempt(build, &k, 0, &ignored);
      CHECK_THAT(status == GR_LIMIT_MEMORY, "call %zu of %zu: %s", n, calls, gr_status_name(status));
    }
  }
  test("%s: a budget of what it takes", name);
  k = (keeper){0};
  size_t again = 0;
  CHECK_STATUS(attempt(build, &k, most, &again), GR_OK);
  CHECK(again == memory && k.most == most);
  test("%s: a smaller budget", name);
  for (size_t budget = most - 1; budget > 0; budget -= budget > 4000 ? budget / 16 : budget > 64 ? 16 : 1) {
    k = (keeper){0};
    gr_status status = attempt(build, &k, budget, &again);
    CHECK_THAT(status == GR_LIMIT_MEMORY, "budget %zu of %zu: %s", budget, most, gr_status_name(status));
  }
}

int main(void) {
  for (size_t i = 0; i < 200; i++)
    utf8_size += (size_t)snprintf(utf8 + utf8_size, sizeof utf8 - utf8_size, "%s%zu", i % 3 == 0 ? "ａ\n\n" : "\x01", i);
  utf8[utf8_size++] = '\n';
  for (size_t i = 0; i < 5000; i++) memcpy(utf16 + 2 * i, i % 7 == 0 ? "\n\0" : i % 7 == 6 ? "1\0" : "\x2D\x4E", 2);
  utf16_size = 10000;
  for (size_t i = 0; i < 200; i++)
    gb18030_size += (size_t)snprintf(gb18030 + gb18030_size, sizeof gb18030 - gb18030_size, "%s%zu\n%s",
                                     "\xB9\xAB\xBF\xAA\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6\xB9\xAB\xBF\xAA\xC4\xEA\xB6\xC8",
                                     i, i % 4 == 0 ? "\xFF" : "");
  for (size_t i = 0; i < 100; i++)
    markdown_size += (size_t)snprintf(markdown + markdown_size, sizeof markdown - markdown_size, "%s%zu\n",
                                      i % 3 == 0 ? "# a\n| a<br> | b | b |\n| c | 1 | 1 |\n"
                                                 : "<table><tr><td>a<td>1<td><div><table><td>b</table>", i);
  write_page();
  if (gr_document_parse((gr_slice){utf8, utf8_size}, NULL, NULL, &document) != GR_OK) return 1;
  if (gr_schema_new("form", NULL, &schema) != GR_OK || fill_schema(schema) != GR_OK) return 1;
  exhausts("UTF-8 document", build_utf8);
  exhausts("Markdown document", build_markdown);
  exhausts("UTF-16 document", build_utf16);
  exhausts("GB18030 document", build_gb18030);
  exhausts("page", build_page);
  exhausts("labels", build_labels);
  exhausts("words", build_words);
  exhausts("schema", build_schema);
  exhausts("report", build_report);
  exhausts("identities", build_identities);
  exhausts("repairs", build_repairs);
  exhausts("alignment", build_align);
  exhausts("words of an alignment", build_align_words);
  exhausts("shingles", build_shingles);
  exhausts("frequency", build_frequency);
  gr_schema_free(schema);
  gr_document_free(document);
  return check_finish();
}

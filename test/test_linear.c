/* Work and memory grow linearly with the input, whatever the input is. Counts are compared, and clocks only where a
 * count cannot tell: then by a factor that no noise explains. */
#include <stdlib.h>
#include <time.h>

#include "check.h"

static const struct {
  const char *name, *unit;   /* the text is the unit over and over, and one letter */
} inputs[] = {
    {"a table, one cell a line", "（一）予以公开\n12\n\n0\n\n0\n\n"},
    {"one long line", "a"},
    {"digits", "0123456789 "},
    {"one line of Han", "中"},
    {"only newlines", "\n"},
    {"only CR", "\r"},
    {"only CR LF", "\r\n"},
    {"only spaces", " "},
    {"only ideographic spaces", "　"},
    {"short lines", "a\n"},
    {"short lines that end with CR", "a\r"},
    {"short paragraphs", "a\n\n"},
    {"all full-width", "Ａ"},
    {"all control characters", "\x01"},
    {"control characters and letters", "a\x01"},
    {"all zero-width", "\xE2\x80\x8B"},
    {"zero-width and letters", "a\xE2\x80\x8B"},
    {"full-width and narrow", "aＡ"},
    {"Han and spaces", "中 "},
    {"Han, letters and all sorts of spaces", "a　中\t1 \xC2\xA0 ，"},
    {"brackets", "（"},
    {"characters of four bytes", "😀"},
    {"CR and LF the wrong way round", "\n\r"},
};

typedef struct measure {
  size_t input, memory;
  uint64_t work;
} measure;

/* `count` bytes at least, in UTF-8 or UTF-16LE. */
static gr_slice repeat(const char *unit, size_t count) {
  size_t length = strlen(unit), size = 0;
  char *text = malloc(count + length + 1);
  if (text == NULL) abort();
  for (; size < count; size += length) memcpy(text + size, unit, length);
  text[size++] = 'x';
  return (gr_slice){text, size};
}

static gr_slice to_utf16(gr_slice text) {
  char *out = malloc(2 * text.size + 2);
  size_t n = 2, i = 0;
  if (out == NULL) abort();
  memcpy(out, "\xFF\xFE", 2);
  while (i < text.size) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    uint32_t units[2] = {c, 0};
    if (c >= 0x10000) {
      units[0] = 0xD800 + ((c - 0x10000) >> 10);
      units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    for (size_t k = 0; k < (c >= 0x10000 ? 2 : 1); k++) {
      out[n++] = (char)units[k];
      out[n++] = (char)(units[k] >> 8);
    }
  }
  return (gr_slice){out, n};
}

static gr_document *parse(gr_slice text) {
  gr_document *document = NULL;
  gr_status status = gr_document_parse(text, NULL, NULL, &document);
  CHECK_STATUS(status, GR_OK);
  return status == GR_OK ? document : NULL;
}

static measure take(const char *unit, size_t count, bool utf16) {
  gr_slice text = repeat(unit, count);
  if (utf16) {
    gr_slice wide = to_utf16(text);
    free((void *)(uintptr_t)text.data);
    text = wide;
  }
  gr_document *document = parse(text);
  measure out = {text.size, 1, 1};
  if (document != NULL) out = (measure){text.size, gr_document_memory(document), gr_document_work(document)};
  gr_document_free(document);
  free((void *)(uintptr_t)text.data);
  return out;
}

static void grows(const char *name, const char *unit, bool utf16) {
  enum { SMALL = 1 << 13 };
  measure once = take(unit, SMALL, utf16), twice = take(unit, 2 * SMALL, utf16);
  const char *encoding = utf16 ? "UTF-16" : "UTF-8";
  test("%s in %s: work", name, encoding);
  CHECK_THAT(twice.work * 10 <= once.work * 21, "%llu steps, then %llu", (unsigned long long)once.work,
             (unsigned long long)twice.work);
  CHECK_THAT(once.work >= once.input / 4, "%llu steps for %zu bytes", (unsigned long long)once.work, once.input);
  test("%s in %s: memory grows linearly", name, encoding);
  CHECK_THAT(twice.memory * 10 <= once.memory * 25, "%zu bytes, then %zu", once.memory, twice.memory);
}

/* "At most about twice the input": three times is no longer that; where the text is decoded, there is a copy more. */
static void is_modest(bool utf16) {
  test("memory is about twice the input at most, %s", utf16 ? "UTF-16" : "UTF-8");
  size_t worst = 0, over = 0;
  double most = 0;
  for (size_t i = 0; i < COUNT(inputs); i++) {
    measure m = take(inputs[i].unit, 1 << 14, utf16);
    double times = (double)m.memory / (double)m.input;
    if (times > (utf16 ? 4 : 3)) over++;
    if (times > most) {
      most = times;
      worst = i;
    }
  }
  CHECK_THAT(over == 0, "%zu of %zu inputs take more; %s: %.1f times", over, COUNT(inputs), inputs[worst].name, most);
}

/* ---- by the clock -------------------------------------------------------------------------- */

/* Seconds of the processor, the best of three; what is very slow is not repeated. */
static double parse_time(const char *unit, size_t count) {
  double best = 1e9;
  gr_slice text = repeat(unit, count);
  for (int i = 0; i < 3 && (i == 0 || best < 0.1); i++) {
    clock_t from = clock();
    gr_document_free(parse(text));
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    if (seconds < best) best = seconds;
  }
  free((void *)(uintptr_t)text.data);
  return best;
}

/* Of 100 places at the end of a line of so many bytes. */
static double place_time(size_t count) {
  double best = 1e9;
  gr_slice text = repeat("a", count);
  gr_document *document = parse(text);
  for (int i = 0; i < 3 && document != NULL; i++) {
    clock_t from = clock();
    for (size_t k = 0; k < 100; k++) CHECK(gr_document_place(document, count - k, count).column == count - k + 1);
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    if (seconds < best) best = seconds;
  }
  gr_document_free(document);
  free((void *)(uintptr_t)text.data);
  return best;
}

int main(void) {
  for (size_t i = 0; i < COUNT(inputs); i++) {
    grows(inputs[i].name, inputs[i].unit, false);
    grows(inputs[i].name, inputs[i].unit, true);
  }
  is_modest(false);
  is_modest(true);
  test("lines that end with CR take no longer than those with LF");
  double cr = parse_time("\r", 1 << 16), lf = parse_time("\n", 1 << 16);
  CHECK_THAT(cr <= 5 * lf + 0.004, "%.4f s and %.4f s", cr, lf);
  test("a place in a long line takes no longer than in a short one");
  double near = place_time(1 << 12), far = place_time(1 << 20);
  CHECK_THAT(far <= 10 * near + 0.005, "%.4f s and %.4f s for 100 places", far, near);
  return check_finish();
}

/* Work and memory grow linearly with the input, whatever the input is. Counts are compared, and clocks only where a
 * count cannot tell: then by a factor that no noise explains. */
#include <stdlib.h>

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
    {"tables of HTML on one line", "中<table><td>1</table>"},
    {"tables of HTML on lines of their own", "中\n\n<table>\n<td>1\n</table>\n"},
    {"tables of HTML in each other", "|<br>|\n# a\n<table><td>"},
    {"tables of HTML that headings end", "# a\n<table>\n\n\n"},
    {"tags that do not end", "中<b <b x=' <!-- &#1 &a "},
    {"tags in lines", "中<b>a</b><br>b&nbsp;<!-- c -->\n"},
    {"cells that are repeated", "|a|b|b|\n|c|1|1|\n|x|x|x|\n"},
    {"one row of repeated cells", "|第二十条第（一）项"},
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

/* What the contract says of memory: thirty times the input at most. */
static void is_bounded(bool utf16) {
  test("memory is thirty times the input at most, %s", utf16 ? "UTF-16" : "UTF-8");
  for (size_t i = 0; i < COUNT(inputs); i++) {
    measure m = take(inputs[i].unit, 1 << 14, utf16);
    double times = (double)m.memory / (double)m.input;
    CHECK_THAT(times <= 30, "%s: %.1f times", inputs[i].name, times);
  }
}

int main(void) {
  for (size_t i = 0; i < COUNT(inputs); i++) {
    grows(inputs[i].name, inputs[i].unit, false);
    grows(inputs[i].name, inputs[i].unit, true);
  }
  is_bounded(false);
  is_bounded(true);
  return check_finish();
}

/* Word documents: the input is word/document.xml, and behind a zero byte each the parts for numbers of paragraphs, styles
 * and notes. They come in a package that is right, through the readers of the module, into the core. */
#include "docx/beside.h"
#include "document.h"
#include "pack.h"

enum { DOCUMENT, NUMBERING, STYLES, FOOTNOTES, ENDNOTES, PARTS };

static void split(gr_slice input, pack_part parts[PARTS]) {
  for (size_t i = 0; i < PARTS; i++) {
    const char *end = i + 1 < PARTS && input.size > 0 ? memchr(input.data, '\0', input.size) : NULL;
    size_t size = end == NULL ? input.size : (size_t)(end - input.data);
    parts[i].content = (gr_slice){input.data, size};
    input = end == NULL ? (gr_slice){NULL, 0} : (gr_slice){end + 1, input.size - size - 1};
  }
}

/* Where a text stands in its parts: paragraphs are counted from 1, bytes go forwards. */
static void hold_spots(const words *own) {
  for (size_t i = 0; i < own->text.count; i += 1 + own->text.count / 64) {
    gr_spot spot = words_spot(own, i, i + 1);
    hold(spot.byte <= spot.byte_end && (spot.table == 0 || (spot.row >= 1 && spot.column >= 1)));
  }
}

static void read_body(docx_package *package, body_parts *beside, words *text) {
  static const relations none;
  size_t byte = 0;
  if (package_read(package, "word/document.xml") != DOCX_OK) return;
  gr_slice part = package_take(package);
  docx_problem problem = beside_read(beside, package, "word/document.xml", part, &none, text);
  if (problem == DOCX_OK) problem = body_read(part.data, part.size, beside, text, &byte);
  hold(byte <= part.size);
  if (problem == DOCX_OK) {
    gr_reader reader = {GR_BUILDER_VERSION, "docx", words_read, words_spot, text};
    hold_spots(text);
    read_document((gr_slice){text->text.items, text->text.count}, (gr_options){.reader = &reader});
  }
  free((char *)part.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pack_part parts[PARTS] = {{.name = "word/document.xml"}, {.name = "word/numbering.xml"}, {.name = "word/styles.xml"},
                            {.name = "word/footnotes.xml"}, {.name = "word/endnotes.xml"}};
  split((gr_slice){(const char *)data, size}, parts);
  gr_slice bytes = pack_write(parts, PARTS);
  docx_package package;
  static body_parts beside;
  static words text;
  memset(&beside, 0, sizeof beside);
  memset(&text, 0, sizeof text);
  hold(package_open(&package, bytes) == DOCX_OK);
  read_body(&package, &beside, &text);
  beside_free(&beside);
  words_free(&text);
  package_close(&package);
  free((char *)bytes.data);
  return 0;
}

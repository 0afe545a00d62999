/* Word documents: the input is word/document.xml, behind a zero byte word/numbering.xml, behind another one
 * word/styles.xml. They come in a package that is right, through the readers of the module, into the core. */
#include "docx/body.h"
#include "document.h"
#include "pack.h"

enum { DOCUMENT, NUMBERING, STYLES, PARTS };

static void split(gr_slice input, pack_part parts[PARTS]) {
  for (size_t i = 0; i < PARTS; i++) {
    const char *end = i + 1 < PARTS && input.size > 0 ? memchr(input.data, '\0', input.size) : NULL;
    size_t size = end == NULL ? input.size : (size_t)(end - input.data);
    parts[i].content = (gr_slice){input.data, size};
    input = end == NULL ? (gr_slice){NULL, 0} : (gr_slice){end + 1, input.size - size - 1};
  }
}

/* The places of a text are those of its part: paragraphs are counted from 1, bytes stand within it. */
static void hold_places(const words *own, size_t part_size) {
  for (size_t i = 0; i <= own->text.count; i += 1 + own->text.count / 64) {
    words_place place = words_place_of(own, i);
    hold(own->places.count == 0 || place.paragraph >= 1 || place.table == 0);
    hold(words_byte_of(own, i) <= part_size);
  }
}

static void read_body(docx_package *package, numbering *lists) {
  words text = {.is_full = false};
  body_facts facts;
  size_t byte = 0;
  if (package_read(package, "word/document.xml") == DOCX_OK &&
      body_read(package->part, package->part_size, lists, &text, &facts, &byte) == DOCX_OK) {
    gr_reader reader = {GR_BUILDER_VERSION, "docx", words_read, &text};
    hold_places(&text, package->part_size);
    read_document((gr_slice){text.text.items, text.text.count}, (gr_options){.reader = &reader});
  }
  hold(byte <= package->part_size);
  words_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pack_part parts[PARTS] = {{.name = "word/document.xml"}, {.name = "word/numbering.xml"}, {.name = "word/styles.xml"}};
  split((gr_slice){(const char *)data, size}, parts);
  gr_slice bytes = pack_write(parts, PARTS);
  docx_package package;
  numbering lists = {.kinds = NULL};
  hold(package_open(&package, bytes) == DOCX_OK);
  hold(package_read(&package, "word/styles.xml") == DOCX_OK);
  (void)numbering_read_styles(&lists, package.part, package.part_size);
  hold(package_read(&package, "word/numbering.xml") == DOCX_OK);
  (void)numbering_read_lists(&lists, package.part, package.part_size);
  read_body(&package, &lists);
  numbering_free(&lists);
  package_close(&package);
  free((char *)bytes.data);
  return 0;
}

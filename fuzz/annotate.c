/* Comments and proposed changes in Word documents: three bytes each for up to four places of the text (where it begins, how
 * long it is, whether it is changed), then word/document.xml. What is written can be read, and writing it again changes
 * nothing. */
#include "docx/annotate.h"
#include "docx/beside.h"
#include "hold.h"
#include "pack.h"

enum { PLACES = 4, FACTS = 3 * PLACES };

/* The text in which the places stand; empty where there is none. */
static void read_text(gr_slice bytes, words *text) {
  static body_parts beside;
  docx_package package;
  size_t byte;
  memset(&beside, 0, sizeof beside);
  memset(text, 0, sizeof *text);
  hold(package_open(&package, bytes) == DOCX_OK && package_read(&package, "word/document.xml") == DOCX_OK);
  if (body_read(package.part, package.part_size, &beside, text, &byte) != DOCX_OK) text->text.count = 0;
  beside_free(&beside);
  package_close(&package);
}

/* The beginning of the character in which an offset of the text is; the end of the text for what is behind it. */
static size_t character_at(const store *text, size_t offset) {
  if (offset >= text->count) return text->count;
  while (offset > 0 && (((const char *)text->items)[offset] & 0xC0) == 0x80) offset--;
  return offset;
}

static void choose(const uint8_t *facts, const store *text, anchors_range comments[PLACES], anchors_change changes[PLACES],
                   annotate_request *request) {
  for (size_t i = 0; i < PLACES; i++, facts += 3) {
    size_t start = facts[0] % (text->count + 1);
    anchors_range range = {character_at(text, start), character_at(text, start + facts[1] % 16)};
    if (facts[2] % 4 == 0) continue;
    comments[request->comment_count++] = range;
    if (facts[2] % 4 == 2) changes[request->change_count++] = (anchors_change){.range = range, .text = {"12", 2}};
  }
}

static docx_problem write_again(const annotate_request *request, const writer *written) {
  annotate_request again = *request;
  annotate_result result = {.byte = 0};
  again.package = (gr_slice){written->bytes, written->size};
  docx_problem problem = annotate(&again, &result);
  if (problem == DOCX_OK && result.written.bytes != NULL) {
    hold(result.written.size == written->size && memcmp(result.written.bytes, written->bytes, written->size) == 0);
  }
  annotate_free(&result);
  return problem;
}

static void put_places(gr_slice package, const uint8_t *facts) {
  static const gr_slice texts[PLACES] = {{"一\n二", 7}, {"<&>", 3}, {"", 0}, {"3", 1}};
  anchors_range comments[PLACES];
  anchors_change changes[PLACES];
  annotate_request request = {.package = package, .comments = comments, .texts = texts, .changes = changes};
  annotate_result result = {.byte = 0};
  docx_package opened;
  static words text;
  read_text(package, &text);
  choose(facts, &text.text, comments, changes, &request);
  words_free(&text);
  if (annotate(&request, &result) == DOCX_OK && result.written.bytes != NULL) {
    hold(package_open(&opened, (gr_slice){result.written.bytes, result.written.size}) == DOCX_OK);
    package_close(&opened);
    hold(write_again(&request, &result.written) == DOCX_OK);
  }
  annotate_free(&result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char types[] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
  if (size < FACTS) return 0;
  const pack_part parts[] = {{"[Content_Types].xml", {types, sizeof types - 1}},
                             {"word/document.xml", {(const char *)data + FACTS, size - FACTS}}};
  gr_slice package = pack_write(parts, sizeof parts / sizeof *parts);
  put_places(package, data);
  free((char *)package.data);
  return 0;
}

/* Input that is no text: its status, and the place where reading failed. */
#include <stdlib.h>

#include "check.h"
#include "base/gr_limits.h"

typedef struct bad_input {
  const char *name, *bytes;
  size_t size;
  gr_status status;
  size_t offset, line;   /* line 0: not asked */
  const char *detail;    /* NULL: not asked */
} bad_input;

#define INPUT(name, bytes, status, offset, line, detail) {name, bytes, sizeof(bytes) - 1, status, offset, line, detail}

static const bad_input inputs[] = {
    INPUT("nothing", "", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("a space", " ", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("white space", " \t\r\n\n\r\f\v ", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("wide white space", "　\xC2\xA0\n　", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("zero-width characters", "\xE2\x80\x8B\n\xE2\x80\x8B", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("byte order mark", "\xEF\xBB\xBF", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("byte order mark and white space", "\xEF\xBB\xBF \n", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("white space in UTF-16LE", "\xFF\xFE \0\n\0\x00\x30", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("white space in UTF-16BE", "\xFE\xFF\0 \0\n\x30\x00", GR_INPUT_EMPTY, 0, 0, NULL),
    INPUT("one zero", "\0", GR_INPUT_ZEROS, 0, 0, NULL),
    INPUT("zeros", "\0\0\0\0\0\0\0\0", GR_INPUT_ZEROS, 0, 0, NULL),
    INPUT("JPEG", "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1", GR_INPUT_IMAGE, 0, 0, "JPEG"),
    INPUT("JPEG with Exif", "\xFF\xD8\xFF\xE1\0\x10" "Exif\0\0", GR_INPUT_IMAGE, 0, 0, "JPEG"),
    INPUT("PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", GR_INPUT_IMAGE, 0, 0, "PNG"),
    INPUT("GIF 87a", "GIF87a\1\0\1\0", GR_INPUT_IMAGE, 0, 0, "GIF"),
    INPUT("GIF 89a", "GIF89a\1\0\1\0", GR_INPUT_IMAGE, 0, 0, "GIF"),
    INPUT("TIFF, little endian", "II*\0\x08\0\0\0", GR_INPUT_IMAGE, 0, 0, "TIFF"),
    INPUT("TIFF, big endian", "MM\0*\0\0\0\x08", GR_INPUT_IMAGE, 0, 0, "TIFF"),
    INPUT("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", GR_INPUT_FORMAT, 0, 0, "PDF"),
    INPUT("ZIP", "PK\x03\x04\x14\0\x06\0\x08\0", GR_INPUT_FORMAT, 0, 0, "ZIP"),
    INPUT("OLE", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", GR_INPUT_FORMAT, 0, 0, "OLE"),
    INPUT("RTF", "{\\rtf1\\ansi abc}", GR_INPUT_FORMAT, 0, 0, "RTF"),
    INPUT("gzip", "\x1F\x8B\x08\0\0\0\0\0\0\x03", GR_INPUT_FORMAT, 0, 0, "gzip"),
    INPUT("a program", "\x7F" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0", GR_INPUT_BINARY, 7, 0, NULL),
    INPUT("zeros in the second line", "ab\n\0\0\0\0cd\0\1\2\3\4", GR_INPUT_BINARY, 3, 2, NULL),
    INPUT("FF", "ab\n\xFF" "c\xFF" "d", GR_INPUT_ENCODING, 3, 2, NULL),
    INPUT("FF after CR LF", "一\r\n二\r\n\xFF\xFF", GR_INPUT_ENCODING, 10, 3, NULL),
    INPUT("FF after CR", "一\r二\r\xFF\xFF", GR_INPUT_ENCODING, 8, 3, NULL),
    INPUT("FF at the start", "\xFF\xFF" "abcd", GR_INPUT_ENCODING, 0, 1, NULL),
    INPUT("continuation byte", "abc\x80\x80" "d\n", GR_INPUT_ENCODING, 3, 1, NULL),
    INPUT("cut characters inside", "中\xE4\xB8文\xE4\xB8文", GR_INPUT_ENCODING, 3, 1, NULL),
    INPUT("an overlong form", "中\n\xC0\x80", GR_INPUT_ENCODING, 4, 2, NULL),
    INPUT("an overlong form at the end", "中文\xE0\x80", GR_INPUT_ENCODING, 6, 1, NULL),
    INPUT("a surrogate", "中\n中\xED\xA0\x80", GR_INPUT_ENCODING, 7, 2, NULL),
    INPUT("past U+10FFFF", "中\xF4\x90\x80\x80", GR_INPUT_ENCODING, 3, 1, NULL),
    INPUT("after a byte order mark", "\xEF\xBB\xBF" "a\n\xFF" "b\xFF", GR_INPUT_ENCODING, 5, 2, NULL),
    INPUT("Latin-1", "caf\xE9s, caf\xE9s", GR_INPUT_ENCODING, 3, 1, NULL),
    INPUT("a long word in Latin-1", "donaudampfschifffahrtsgesellschaftskapit\xE4nsanw\xE4rter", GR_INPUT_ENCODING, 40,
          1, NULL),
    INPUT("lone surrogates in UTF-16LE", "\xFF\xFE" "a\0\n\0\0\xDC" "b\0\0\xDC" "b\0", GR_INPUT_ENCODING, 6, 2, NULL),
    INPUT("lone surrogates in UTF-16BE", "\xFE\xFF\0a\0\n\xDC\0\0b\xDC\0\0b", GR_INPUT_ENCODING, 6, 2, NULL),
    INPUT("surrogates without their second", "\xFE\xFF\xD8\x3D\0a\xD8\x3D\0a", GR_INPUT_ENCODING, 2, 1, NULL),
    INPUT("lone surrogates behind Han", "\xFF\xFE\x0A\x4E\x0A\x4E\0\xDC" "b\0\0\xDC", GR_INPUT_ENCODING, 6, 1, NULL),
};

/* The input as a block of its own size; `out` must stay as it was. */
static gr_error refuse(gr_slice text, const gr_options *options, gr_status expected) {
  char *copy = malloc(text.size);
  if (copy != NULL && text.size != 0) memcpy(copy, text.data, text.size);
  gr_error error;
  memset(&error, 0x77, sizeof error);
  gr_document *untouched = (gr_document *)(uintptr_t)&error, *document = untouched;
  gr_status status = gr_document_parse((gr_slice){copy, text.size}, options, &error, &document);
  CHECK_STATUS(status, expected);
  if (status == GR_OK) {
    gr_document_free(document);
    memset(&error, 0, sizeof error);
  } else {
    CHECK(document == untouched);
    CHECK_STATUS(error.status, expected);
  }
  free(copy);
  return error;
}

static void refuses(const bad_input *input) {
  test("input: %s", input->name);
  gr_error error = refuse((gr_slice){input->bytes, input->size}, NULL, input->status);
  CHECK_THAT(error.offset == input->offset, "at byte %zu, expected %zu", error.offset, input->offset);
  if (input->line != 0) CHECK_THAT(error.line == input->line, "line %zu, expected %zu", error.line, input->line);
  if (input->detail != NULL && error.detail != NULL)
    CHECK_THAT(strncmp(error.detail, input->detail, strlen(input->detail)) == 0, "detail %s", error.detail);
  CHECK((error.detail != NULL) == (input->detail != NULL));
}

static void has_limits(void) {
  static const size_t limits[] = {1, 2, 100};
  char text[101];
  memset(text, 'a', sizeof text);
  for (size_t i = 0; i < COUNT(limits); i++) {
    gr_options options = {.max_input = limits[i]};
    gr_document *document = NULL;
    test("input of %zu bytes, limit %zu", limits[i], limits[i]);
    CHECK_STATUS(gr_document_parse((gr_slice){text, limits[i]}, &options, NULL, &document), GR_OK);
    gr_document_free(document);
    test("input of %zu bytes, limit %zu", limits[i] + 1, limits[i]);
    gr_error error = refuse((gr_slice){text, limits[i] + 1}, &options, GR_LIMIT_INPUT);
    CHECK(error.actual == limits[i] + 1 && error.limit == limits[i]);
  }
  /* These sizes are refused before anything is read. */
  static const struct {
    size_t option, limit;
  } defaults[] = {{0, GR_MAX_INPUT}, {SIZE_MAX, GR_MAX_INPUT_HARD}};
  for (size_t i = 0; i < COUNT(defaults); i++) {
    test("default limit of %zu bytes", defaults[i].limit);
    gr_options options = {.max_input = defaults[i].option};
    gr_error error = {GR_OK, 0, 0, 0, 0, NULL};
    gr_document *document = NULL;
    CHECK_STATUS(gr_document_parse((gr_slice){text, defaults[i].limit + 1}, &options, &error, &document),
                 GR_LIMIT_INPUT);
    CHECK(error.actual == defaults[i].limit + 1 && error.limit == defaults[i].limit && document == NULL);
  }
}

int main(void) {
  for (size_t i = 0; i < COUNT(inputs); i++) refuses(&inputs[i]);
  test("4096 zeros");
  static const char zeros[4096];
  (void)refuse((gr_slice){zeros, sizeof zeros}, NULL, GR_INPUT_ZEROS);
  test("an encoding that does not exist");
  gr_options options = {.encoding = "no-such-encoding"};
  (void)refuse(slice("abc"), &options, GR_INPUT_ENCODING);
  test("a wrong encoding");
  options.encoding = "GB18030";
  gr_error error = refuse(slice("ab\xD6\xD0\n\xFF\xFF" "c"), &options, GR_INPUT_ENCODING);
  CHECK_THAT(error.offset == 5 && error.line == 2, "byte %zu, line %zu", error.offset, error.line);
  has_limits();
  test("parse without a place for the error");
  gr_document *document = NULL;
  CHECK_STATUS(gr_document_parse(slice(""), NULL, NULL, &document), GR_INPUT_EMPTY);
  CHECK_STATUS(gr_document_parse(slice("%PDF-1.4"), NULL, NULL, &document), GR_INPUT_FORMAT);
  CHECK(document == NULL);
  test("free accepts NULL");
  gr_document_free(NULL);
  gr_schema_free(NULL);
  gr_report_free(NULL);
  gr_identities_free(NULL);
  /* Nothing is decoded here: last, because a sanitizer may end the program. */
  static const bad_input marks[] = {
      INPUT("half a unit of UTF-16", "\xFE\xFF" "a", GR_INPUT_EMPTY, 0, 0, NULL),
      INPUT("byte order mark of UTF-16LE", "\xFF\xFE", GR_INPUT_EMPTY, 0, 0, NULL),
      INPUT("byte order mark of UTF-16BE", "\xFE\xFF", GR_INPUT_EMPTY, 0, 0, NULL),
  };
  for (size_t i = 0; i < COUNT(marks); i++) refuses(&marks[i]);
  return check_finish();
}

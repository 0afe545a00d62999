/* Documents: the tape, blocks, lines, and what is no text. */
#include <stdlib.h>

#include "check.h"

/* The input in a block of just its size, so that a step too far is seen. */
static gr_document *parse(gr_slice text, const gr_options *options, char **copy) {
  gr_document *document = NULL;
  *copy = malloc(text.size);
  if (*copy != NULL) memcpy(*copy, text.data, text.size);
  gr_error error;
  gr_status status = gr_document_parse((gr_slice){*copy, text.size}, options, &error, &document);
  CHECK_THAT(status == GR_OK && document != NULL, "%s at byte %zu", gr_status_name(status), error.offset);
  return status == GR_OK ? document : NULL;
}

/* Source, and the tape that it must give. */
static const struct {
  const char *name, *text, *tape;
} tapes[] = {
    {"one line", "abc\n", "abc\n"},
    {"one line without end", "abc", "abc\n"},
    {"two lines", "ab\ncd\n", "ab\vcd\n"},
    {"CR LF", "ab\r\ncd\r\n", "ab\vcd\n"},
    {"CR", "ab\rcd\r", "ab\vcd\n"},
    {"LF CR", "ab\n\rcd", "ab\ncd\n"},
    {"all line ends", "a\nb\r\nc\rd", "a\vb\vc\vd\n"},
    {"blank line", "ab\n\ncd\n", "ab\ncd\n"},
    {"several blank lines", "ab\n\n \n\t\n　\ncd", "ab\ncd\n"},
    {"blank lines of CR", "ab\r\rcd", "ab\ncd\n"},
    {"blank lines of CR LF", "ab\r\n\r\ncd", "ab\ncd\n"},
    {"blank lines at both ends", "\n\n \nab\n \n\n", "ab\n"},
    {"a line of zero-width characters is blank", "ab\n\xE2\x80\x8B\xEF\xBB\xBF\ncd", "ab\ncd\n"},
    {"byte order mark", "\xEF\xBB\xBF" "ab", "ab\n"},
    {"byte order mark inside", "a\xEF\xBB\xBF" "b", "ab\n"},
    /* white space */
    {"spaces around a line", "  ab  \n\tcd\t", "ab\vcd\n"},
    {"one space", "a b", "a b\n"},
    {"a run", "a \t\xC2\xA0　\xE2\x80\x83 b", "a b\n"},
    {"tab", "a\tb", "a b\n"},
    {"no-break space", "a\xC2\xA0" "b", "a b\n"},
    {"ideographic space", "a　b", "a b\n"},
    {"form feed and vertical tab", "a\f\vb", "a b\n"},
    {"between Han", "总 计", "总计\n"},
    {"after Han", "年 2024", "年2024\n"},
    {"before Han", "2024 年", "2024年\n"},
    {"runs beside Han", "名　　称 \t abc  件", "名称abc件\n"},
    {"beside CJK punctuation", "a 、 b 。 c 《 d 》", "a、b。c《d》\n"},
    {"beside Han of the second plane", "a 𠀀 b", "a𠀀b\n"},
    {"Latin letters", "é ñ", "é ñ\n"},
    {"digits", "1 362", "1 362\n"},
    {"digits over a tab", "共20\t23a", "共20 23a\n"},
    {"digits over a no-break space", "共20\xC2\xA0" "23a", "共20 23a\n"},
    {"digits over an ideographic space", "共２０　２３a", "共20 23a\n"},
    {"digits over a line end", "20\n23", "20\v23\n"},
    {"digits over white space and zero width", "共20\xE2\x80\x8B \xE2\x80\x8B" "23a", "共20 23a\n"},
    {"zero width inside of a run", "a \xE2\x80\x8B b", "a b\n"},
    {"zero width beside Han", "中 \xE2\x80\x8B 2", "中2\n"},
    {"zero width beside spaces and Han", "2 \xE2\x80\x8B中", "2中\n"},
    /* zero width */
    {"zero width between letters", "a\xE2\x80\x8B\xE2\x80\x8C\xE2\x80\x8D\xE2\x81\xA0" "b", "ab\n"},
    {"marks of direction", "\xE2\x80\x8E\xE2\x80\xAA" "a\xE2\x80\xAC", "a\n"},
    /* width */
    {"full-width digits", "０１２３４５６７８９", "0123456789\n"},
    {"full-width letters", "ＡＺａｚ", "AZaz\n"},
    {"full-width punctuation", "（一）：，．；？！％＋－／", "(一):,.;?!%+-/\n"},
    {"full-width number", "１，３６２．５％", "1,362.5%\n"},
    {"full-width yen", "￥100", "¥100\n"},
    {"punctuation without a narrow form", "、。“”《》【】", "、。“”《》【】\n"},
    {"folded first, then spaces", "１ ２ （ ３", "1 2 ( 3\n"},
    /* control bytes */
    {"control bytes", "a\x01" "b\x1B" "c\x7F" "d", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD" "d\n"},
    {"forged marks", "1\x1F" "2\x1E" "3\x1D" "4", "1\xEF\xBF\xBD" "2\xEF\xBF\xBD" "3\xEF\xBF\xBD" "4\n"},
    {"a vertical tab is no soft break", "a\v2b", "a 2b\n"},
    {"C1 controls", "a\xC2\x80" "b\xC2\x9F", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD\n"},
    {"a control byte alone", "\x01", "\xEF\xBF\xBD\n"},
    {"U+FFFD itself", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD\n"},
};

static void normalises(void) {
  for (size_t i = 0; i < COUNT(tapes); i++) {
    test("tape: %s", tapes[i].name);
    char *copy;
    gr_document *document = parse(slice(tapes[i].text), NULL, &copy);
    if (document != NULL) {
      gr_slice tape = gr_document_tape(document);
      CHECK_SLICE(tape, tapes[i].tape);
      CHECK(tape.data[tape.size] == '\0');
      CHECK_SLICE(slice(gr_document_encoding(document)), "UTF-8");
      CHECK(gr_document_bytes(document).data == copy && gr_document_dropped_tail(document) == 0);
    }
    gr_document_free(document);
    free(copy);
  }
  test("a stray zero byte in a long text");
  char text[1000], *copy;
  memset(text, 'a', sizeof text);
  text[500] = '\0';
  gr_document *document = parse((gr_slice){text, sizeof text}, NULL, &copy);
  if (document != NULL) CHECK(memcmp(gr_document_tape(document).data + 499, "a\xEF\xBF\xBD" "a", 5) == 0);
  gr_document_free(document);
  free(copy);
}

static void has_blocks(void) {
  test("blocks");
  static const char *const expected[] = {"一\v1", "二", "三\v3\v3"};
  char *copy;
  gr_document *document = parse(slice("\n一\n1\n\n\n二 \n \n三\n3\n3"), NULL, &copy);
  if (document != NULL) {
    gr_slice tape = gr_document_tape(document);
    CHECK(gr_document_block_count(document) == 3);
    for (size_t i = 0, at = 0; i < 3 && i < gr_document_block_count(document); i++) {
      gr_block block = gr_document_block(document, i);
      CHECK(block.kind == GR_PARAGRAPH && block.tape_start == at);
      CHECK_SLICE(((gr_slice){tape.data + block.tape_start, block.tape_end - block.tape_start}), expected[i]);
      CHECK(tape.data[block.tape_end] == GR_PARAGRAPH_END);
      at = block.tape_end + 1;
      CHECK(i != 2 || at == tape.size);
    }
  }
  gr_document_free(document);
  free(copy);
}

/* Where the first x stands. */
static void has_places(void) {
  static const struct {
    const char *name, *text;
    gr_place place;
  } cases[] = {
      {"first byte", "x", {1, 1, 1, 1}},
      {"LF", "a\nbx", {4, 4, 2, 2}},
      {"CR LF", "a\r\nbx", {5, 5, 2, 2}},
      {"CR", "a\rbx", {4, 4, 2, 2}},
      {"after blank lines", "a\n\n\n  x", {7, 7, 4, 3}},
      {"after blank lines of CR", "a\r\r\rx", {5, 5, 4, 1}},
      {"mixed", "\n\r\r\n\rx", {6, 6, 5, 1}},
      {"columns count characters", "中é😀x", {10, 10, 1, 4}},
      {"columns count what is dropped", "　\xE2\x80\x8B \x01x", {9, 9, 1, 5}},
      {"full width", "\nａｘ", {5, 7, 2, 2}},
      {"byte order mark", "\xEF\xBB\xBF" "ax", {5, 5, 1, 2}},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("place: %s", cases[i].name);
    char *copy;
    gr_document *document = parse(slice(cases[i].text), NULL, &copy);
    if (document != NULL) {
      gr_slice tape = gr_document_tape(document);
      const char *found = memchr(tape.data, 'x', tape.size);
      size_t at = found == NULL ? 0 : (size_t)(found - tape.data);
      gr_place p = gr_document_place(document, at, at + 1), e = cases[i].place;
      CHECK_THAT(p.byte == e.byte && p.byte_end == e.byte_end && p.line == e.line && p.column == e.column,
                 "bytes %zu to %zu, %zu:%zu, expected %zu to %zu, %zu:%zu", p.byte, p.byte_end, p.line, p.column,
                 e.byte, e.byte_end, e.line, e.column);
      gr_place empty = gr_document_place(document, at, at);
      CHECK_THAT(empty.byte == e.byte && empty.byte_end + 1 == e.byte, "empty range: %zu to %zu", empty.byte,
                 empty.byte_end);
      CHECK(gr_document_source(document, at, at).size == 0);
    }
    gr_document_free(document);
    free(copy);
  }
}

static void ends(void) {
  static const struct {
    const char *text;
    bool terminated;
    size_t dropped;
    const char *tape;
  } cases[] = {
      {"12\n", true, 0, "12\n"}, {"12\r\n", true, 0, "12\n"}, {"12\r", true, 0, "12\n"}, {"12\n\n", true, 0, "12\n"},
      {"12", false, 0, "12\n"}, {"1\n2", false, 0, "1\v2\n"}, {"12 ", false, 0, "12\n"}, {"12\n ", false, 0, "12\n"},
      {"12中", false, 0, "12中\n"}, {"12\xE4", false, 1, "12\n"}, {"12\xE4\xB8", false, 2, "12\n"},
      {"12\n\xE4\xB8", false, 2, "12\n"}, {"12\xF0\x9F\x98", false, 3, "12\n"}, {"12\xC3", false, 1, "12\n"},
      {"中\xF4\x8F", false, 2, "中\n"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("end: %s", show(slice(cases[i].text)));
    char *copy;
    gr_document *document = parse(slice(cases[i].text), NULL, &copy);
    if (document != NULL) {
      CHECK_SLICE(gr_document_tape(document), cases[i].tape);
      CHECK(gr_document_terminated(document) == cases[i].terminated);
      CHECK(gr_document_dropped_tail(document) == cases[i].dropped);
      CHECK(gr_document_text(document).size + cases[i].dropped == strlen(cases[i].text));
    }
    gr_document_free(document);
    free(copy);
  }
}

/* What the end of the input cuts, as a place of the bytes. */
static void finds_cuts(void) {
  static const struct {
    const char *text;
    size_t byte, line, column;   /* byte 0: nothing was cut */
  } cases[] = {
      {"中\n|a|1|\n|中|2", 11, 3, 1}, {"中\n|a|1|\n|b|2|\n", 0, 0, 0},  {"12\xE4\xB8", 3, 1, 3},
      {"<html><p>中</p>\n<p>a", 21, 2, 4}, {"<html><p>中</p></html>", 0, 0, 0}, {"# a\n<table><td>中", 16, 2, 12},
      {"\xEF\xBB\xBF|a|1|\n|b|2", 10, 2, 1}, {"12", 0, 0, 0},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("cut: %s", show(slice(cases[i].text)));
    char *copy;
    gr_document *document = parse(slice(cases[i].text), NULL, &copy);
    gr_place place = {0, 0, 0, 0};
    if (document != NULL) {
      CHECK(gr_document_cut(document, &place) == (cases[i].byte != 0));
      CHECK_THAT(place.byte == cases[i].byte && place.line == cases[i].line && place.column == cases[i].column,
                 "byte %zu, line %zu, column %zu", place.byte, place.line, place.column);
    }
    gr_document_free(document);
    free(copy);
  }
}

/* Half a unit, half a pair, half a character of two bytes. */
static void ends_in_other_encodings(void) {
  static const struct {
    const char *name, *text, *encoding;
    size_t dropped;
  } cases[] = {
      {"UTF-16LE", "\xFF\xFE\x2D\x4E\x87\x65", NULL, 0},
      {"half a unit of UTF-16LE", "\xFF\xFE\x2D\x4E\x87\x65\x2D", NULL, 1},
      {"half a unit of UTF-16BE", "\xFE\xFF\x4E\x2D\x65\x87\x4E", NULL, 1},
      {"half a pair", "\xFF\xFE\x2D\x4E\x87\x65\x3D\xD8", NULL, 2},
      {"a pair without its last byte", "\xFE\xFF\x4E\x2D\x65\x87\xD8\x3D\xDE", NULL, 3},
      {"GB18030", "\xD6\xD0\xCE\xC4\xD6", "GB18030", 1},
      {"three of four bytes of GB18030", "\xD6\xD0\xCE\xC4\x94\x39\xDA", "GB18030", 3},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("end: %s", cases[i].name);
    char *copy;
    gr_options options = {.encoding = cases[i].encoding};
    gr_document *document = parse(slice(cases[i].text), &options, &copy);
    if (document != NULL) {
      size_t whole = strlen(cases[i].text) - cases[i].dropped;
      CHECK_SLICE(gr_document_tape(document), "中文\n");
      CHECK_THAT(gr_document_dropped_tail(document) == cases[i].dropped, "%zu dropped",
                 gr_document_dropped_tail(document));
      CHECK(!gr_document_terminated(document));
      gr_place place = gr_document_place(document, 3, 6);
      CHECK_THAT(place.byte == whole - 1 && place.byte_end == whole, "bytes %zu to %zu", place.byte, place.byte_end);
    }
    gr_document_free(document);
    free(copy);
  }
}

static void has_lines(void) {
  static const struct {
    const char *name;
    size_t line, first, last;
    const char *text;
  } cases[] = {
      {"whole", 1, 1, SIZE_MAX, "水务a"},  {"a part", 1, 2, 3, "务a"}, {"one character", 2, 1, 1, "中"},
      {"last line", 3, 1, 9, "末"},         {"blank", 4, 1, 9, ""},     {"no such line", 0, 1, 9, ""},
      {"nothing", 1, 3, 2, ""},             {"past its end", 2, 3, 9, ""},
  };
  char *copy;
  gr_document *document = parse(slice("\xEF\xBB\xBF水务a\r\n中文\r末"), NULL, &copy);
  for (size_t i = 0; document != NULL && i < COUNT(cases); i++) {
    test("line: %s", cases[i].name);
    CHECK_SLICE(gr_document_line(document, cases[i].line, cases[i].first, cases[i].last), cases[i].text);
  }
  gr_document_free(document);
  free(copy);
}

int main(void) {
  normalises();
  has_lines();
  has_blocks();
  has_places();
  ends();
  ends_in_other_encodings();
  finds_cuts();
  return check_finish();
}

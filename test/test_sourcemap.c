/* The tape of random texts in several encodings, and the way back from each of its characters, against a slow reference
 * that keeps for every character all that there is to know. */
#include <iconv.h>
#include <stdlib.h>

#include "base/gr_limits.h"
#include "check.h"
#include "text/gr_utf8.h"

enum { MOST = 16000 };

/* Characters of the text; the entry behind the last one is the end. */
static struct source {
  size_t count, size, text_size;
  uint32_t c[MOST];
  size_t byte[MOST + 1], text[MOST + 1], line[MOST + 1], column[MOST + 1];
  char bytes[4 * MOST + 4], utf8[4 * MOST + 4];
} source;

/* Characters of the tape, each made from the characters [first, last) of the text. */
static struct tape {
  size_t count, size;
  size_t at[2 * MOST], first[2 * MOST], last[2 * MOST];
  char bytes[6 * MOST];
} tape;

typedef enum kind { WIDE, OTHER, SPACE, ZERO, CONTROL, LINE_END } kind;

static const struct {
  uint32_t c, folded;
  kind kind;
} alphabet[] = {
    {'\n', 0, LINE_END}, {'\r', 0, LINE_END}, {' ', 0, SPACE}, {'q', 'q', OTHER}, {'z', 'z', OTHER}, {'(', '(', OTHER},
    {0x4E2D, 0x4E2D, WIDE}, {0x4E0A, 0x4E0A, WIDE}, {0x9FA5, 0x9FA5, WIDE}, {0x3001, 0x3001, WIDE},
    {0x3002, 0x3002, WIDE}, {0x3000, 0, SPACE}, {0xFF08, '(', OTHER}, {0xFF31, 'Q', OTHER}, {0xFF21, 'A', OTHER},
    {0xFF0C, ',', OTHER}, {0x7E3D, 0x603B, WIDE}, {0x958B, 0x5F00, WIDE}, {0x8907, 0x590D, WIDE},
    /* from here on what a text in UTF-16 cannot be guessed by */
    {'\v', 0, SPACE}, {0xA0, 0, SPACE}, {0x2003, 0, SPACE}, {0x200B, 0, ZERO}, {0xFEFF, 0, ZERO}, {0x2060, 0, ZERO},
    {0x01, 0xFFFD, CONTROL}, {0x1F, 0xFFFD, CONTROL}, {0x7F, 0xFFFD, CONTROL}, {0x9F, 0xFFFD, CONTROL},
    {0xE9, 0xE9, OTHER}, {0x1F600, 0x1F600, OTHER}, {0x20000, 0x20000, WIDE}, {0x3400, 0x3400, WIDE},
    {0x300A, 0x300A, WIDE}, {0xFFE5, 0xA5, OTHER},
};
enum { TAME = 19 };

static size_t entry(uint32_t c) {
  size_t i = 0;
  while (alphabet[i].c != c) i++;
  return i;
}

static kind kind_of(size_t i) { return alphabet[entry(source.c[i])].kind; }

static size_t encode_utf16(uint32_t c, bool little, char *out) {
  uint32_t units[2] = {c, 0};
  size_t count = 1, size = 0;
  if (c >= 0x10000) {
    units[0] = 0xD800 + ((c - 0x10000) >> 10);
    units[count++] = 0xDC00 + ((c - 0x10000) & 0x3FF);
  }
  for (size_t i = 0; i < count; i++) {
    out[size++] = (char)(little ? units[i] : units[i] >> 8);
    out[size++] = (char)(little ? units[i] >> 8 : units[i]);
  }
  return size;
}

static size_t encode_iconv(uint32_t c, iconv_t converter, char *out) {
  char utf8[4], *from = utf8, *to = out;
  size_t left = gr_utf8_encode(c, utf8), room = 4;
  CHECK(iconv(converter, &from, &left, &to, &room) == 0 && left == 0);
  return 4 - room;
}

typedef struct encoding {
  const char *name, *expected, *option, *mark;
  size_t letters;
} encoding;

static void make(uint64_t *seed, size_t count, const encoding *in) {
  iconv_t converter = in->option == NULL ? (iconv_t)-1 : iconv_open(in->option, "UTF-8");
  size_t line = 1, column = 1;
  source.count = count;
  source.size = strlen(in->mark);
  source.text_size = 0;
  memcpy(source.bytes, in->mark, source.size);
  for (size_t i = 0; i <= count; i++) {
    uint32_t c = i == count ? 0 : alphabet[random_below(seed, in->letters)].c;
    if (c == 0xFEFF && i == 0) c = ' ';   /* would be a byte order mark */
    source.byte[i] = source.size;
    source.text[i] = source.text_size;
    source.line[i] = line;
    source.column[i] = column;
    if (i == count) break;
    source.c[i] = c;
    char *out = source.bytes + source.size;
    source.size += converter != (iconv_t)-1                ? encode_iconv(c, converter, out)
                   : strncmp(in->expected, "UTF-16", 6) == 0 ? encode_utf16(c, in->expected[6] == 'L', out)
                                                             : gr_utf8_encode(c, out);
    source.text_size += gr_utf8_encode(c, source.utf8 + source.text_size);
    /* A line begins behind LF and behind a CR that no LF follows: the LF moves to the line of its CR. */
    if (c == '\n' && i > 0 && source.c[i - 1] == '\r') {
      source.line[i] = source.line[i - 1];
      source.column[i] = source.column[i - 1] + 1;
    } else if (c == '\n' || c == '\r') {
      line++;
    }
    column = c == '\n' || c == '\r' ? 1 : column + 1;
  }
  if (converter != (iconv_t)-1) iconv_close(converter);
}

static void put(uint32_t c, size_t first, size_t last) {
  tape.at[tape.count] = tape.size;
  tape.first[tape.count] = first;
  tape.last[tape.count++] = last;
  tape.size += gr_utf8_encode(c, tape.bytes + tape.size);
}

static void put_line(size_t start, size_t end) {
  kind before = SPACE;
  size_t space = end, space_end = end;
  for (size_t i = start; i < end; i++) {
    kind k = kind_of(i);
    if (k == ZERO) continue;
    if (k == SPACE) {
      if (space == end) space = i;
      space_end = i + 1;
      continue;
    }
    if (space != end && before != SPACE && before != WIDE && k != WIDE) put(' ', space, space_end);
    space = end;
    before = k;
    put(alphabet[entry(source.c[i])].folded, i, i + 1);
  }
}

static void normalise(void) {
  size_t last_end = 0, last_next = 0;
  bool open = false;
  tape.count = tape.size = 0;
  for (size_t i = 0; i < source.count;) {
    size_t end = i, next;
    bool blank = true;
    for (; end < source.count && kind_of(end) != LINE_END; end++)
      if (kind_of(end) != SPACE && kind_of(end) != ZERO) blank = false;
    next = end == source.count ? end : end + 1;
    if (next < source.count && source.c[end] == '\r' && source.c[next] == '\n') next++;
    if (open) put(blank ? GR_PARAGRAPH_END : GR_SOFT_BREAK, last_end, last_next);
    if (!blank) put_line(i, end);
    open = !blank;
    last_end = end;
    last_next = i = next;
  }
  if (open) put(GR_PARAGRAPH_END, last_end, last_next);
}

static void check_range(const gr_document *document, size_t start, size_t end, size_t first, size_t last) {
  gr_slice text = gr_document_text(document), part = gr_document_source(document, start, end);
  size_t from = (size_t)(part.data - text.data);
  CHECK_THAT(from == source.text[first] && from + part.size == source.text[last],
             "tape %zu to %zu: source %zu to %zu, expected %zu to %zu", start, end, from, from + part.size,
             source.text[first], source.text[last]);
  gr_place p = gr_document_place(document, start, end);
  CHECK_THAT(p.byte == source.byte[first] + 1 && p.byte_end == source.byte[last],
             "tape %zu to %zu: bytes %zu to %zu, expected %zu to %zu", start, end, p.byte, p.byte_end,
             source.byte[first] + 1, source.byte[last]);
  CHECK_THAT(p.line == source.line[first] && p.column == source.column[first],
             "tape %zu: place %zu:%zu, expected %zu:%zu", start, p.line, p.column, source.line[first],
             source.column[first]);
}

/* Every character, every byte of it, and some ranges of many characters. */
static void check_map(const gr_document *document, uint64_t *seed, size_t step) {
  gr_slice text = gr_document_text(document);
  for (size_t i = 0; i < tape.count; i++) {
    size_t at = tape.at[i], end = i + 1 < tape.count ? tape.at[i + 1] : tape.size;
    size_t near = source.byte[tape.first[i]] % GR_CHECKPOINT;
    if (i % step != 0 && near > 8 && near < GR_CHECKPOINT - 8) continue;
    check_range(document, at, end, tape.first[i], tape.last[i]);
    check_range(document, at, at, tape.first[i], tape.first[i]);
    for (size_t k = at; k < end; k++) {
      gr_slice part = gr_document_source(document, k, k + 1);
      CHECK(part.data >= text.data + source.text[tape.first[i]]);
      CHECK(part.data + part.size <= text.data + source.text[tape.last[i]]);
    }
    size_t j = i + random_below(seed, tape.count - i);
    check_range(document, at, j + 1 < tape.count ? tape.at[j + 1] : tape.size, tape.first[i], tape.last[j]);
  }
}

/* The places of characters that stand so in the source, and are not folded from others. */
static void check_copied(const gr_document *document) {
  size_t found = gr_document_copied(document, 0, tape.size, "(Q");
  for (size_t i = 0; i < tape.count; i++) {
    char c = tape.bytes[tape.at[i]];
    if ((c != '(' && c != 'Q') || source.text[tape.last[i]] - source.text[tape.first[i]] != 1) continue;
    CHECK_THAT(found == tape.at[i], "copied at %zu, expected %zu", found, tape.at[i]);
    found = gr_document_copied(document, tape.at[i] + 1, tape.size, "(Q");
  }
  CHECK_THAT(found == tape.size, "copied at %zu, and no more expected", found);
}

/* What is printed of the whole is what is printed of its characters, one by one: as they were before they were folded, and
 * not a byte from behind the text, which ends with a block of memory. */
static void check_printed(const gr_document *document) {
  static char whole[3 * sizeof tape.bytes], one[3 * 4 + 1];
  size_t size = gr_document_printed(document, 0, tape.size, whole, sizeof whole), at = 0;
  for (size_t i = 0; i < tape.count; i++) {
    size_t stop = i + 1 < tape.count ? tape.at[i + 1] : tape.size;
    size_t own = gr_document_printed(document, tape.at[i], stop, one, sizeof one);
    bool is_same = at + own <= size && memcmp(whole + at, one, own) == 0;
    CHECK_THAT(is_same, "printed at %zu: [%s], of all [%s]", tape.at[i], show((gr_slice){one, own}),
               show((gr_slice){whole + at, size - at}));
    size_t from = tape.first[i], to = tape.last[i];
    if (to - from == 1 && kind_of(from) <= OTHER) {
      gr_slice expected = {source.utf8 + source.text[from], source.text[to] - source.text[from]};
      CHECK_SLICE(((gr_slice){one, own}), show(expected));
    }
    at += own;
    if (!is_same) return;
  }
  CHECK_THAT(at == size, "%zu bytes printed of the characters, %zu of all", at, size);
}

static void run(uint64_t *seed, size_t count, size_t step, const encoding *in) {
  make(seed, count, in);
  normalise();
  char *copy = malloc(source.size);   /* a block of just its size */
  if (copy == NULL) return;
  memcpy(copy, source.bytes, source.size);
  gr_options options = {.encoding = in->option};
  gr_document *document = NULL;
  gr_status status = gr_document_parse((gr_slice){copy, source.size}, &options, NULL, &document);
  CHECK_STATUS(status, tape.count == 0 ? GR_INPUT_EMPTY : GR_OK);
  if (status == GR_OK) {
    CHECK_SLICE(slice(gr_document_encoding(document)), in->expected);
    bool same_text = same(gr_document_text(document), (gr_slice){source.utf8, source.text_size});
    bool same_tape = same(gr_document_tape(document), (gr_slice){tape.bytes, tape.size});
    CHECK(same_text);
    CHECK_THAT(same_tape, "tape [%s], expected [%s]", show(gr_document_tape(document)),
               show((gr_slice){tape.bytes, tape.size}));
    if (same_text && same_tape) check_map(document, seed, step);
    if (same_text && same_tape) check_copied(document);
    if (same_text && same_tape) check_printed(document);
    uint32_t last = source.c[source.count - 1];
    CHECK(gr_document_terminated(document) == (last == '\n' || last == '\r'));
    gr_document_free(document);
  }
  free(copy);
}

/* Encodings with shift states are refused: no place in them could be found again. */
static void has_state(void) {
  static const char *const names[] = {"UTF-7", "ISO-2022-JP", "iso-2022-cn", "HZ"};
  for (size_t i = 0; i < COUNT(names); i++) {
    test("%s is refused", names[i]);
    gr_options options = {.encoding = names[i]};
    gr_error error;
    gr_document *document = NULL;
    CHECK_STATUS(gr_document_parse((gr_slice){"abc\n", 4}, &options, &error, &document), GR_INPUT_ENCODING);
    gr_document_free(document);
  }
}

int main(void) {
  static const encoding encodings[] = {
      {"UTF-8", "UTF-8", NULL, "", COUNT(alphabet)},
      {"UTF-8 with a byte order mark", "UTF-8", NULL, "\xEF\xBB\xBF", COUNT(alphabet)},
      {"UTF-16LE with a byte order mark", "UTF-16LE", NULL, "\xFF\xFE", COUNT(alphabet)},
      {"UTF-16BE with a byte order mark", "UTF-16BE", NULL, "\xFE\xFF", COUNT(alphabet)},
      {"UTF-16LE", "UTF-16LE", NULL, "", TAME},
      {"UTF-16BE", "UTF-16BE", NULL, "", TAME},
      {"GB18030", "GB18030", "GB18030", "", COUNT(alphabet)},
  };
  uint64_t seed = 2019;
  for (size_t i = 0; i < COUNT(encodings); i++) {
    bool guessed = encodings[i].letters == TAME;
    test("short texts in %s", encodings[i].name);
    for (int k = i < 2 ? 2000 : 300; k > 0; k--)
      run(&seed, (guessed ? 40 : 1) + random_below(&seed, 40), 1, &encodings[i]);
    test("long texts in %s", encodings[i].name);
    for (size_t k = 0; k < 2; k++) run(&seed, 9000 + k * 6999, 29, &encodings[i]);
  }
  has_state();
  return check_finish();
}

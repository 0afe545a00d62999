/* iconv for the browser, in place of musl's, which decodes some of GB18030 and BIG5-HKSCS otherwise and encodes neither. It
 * knows the encodings that the core asks for of itself; all else is unknown. The tables are made where the page is built, of
 * the iconv there, so that a file is read as on the command line: test/test_iconv.c compares every sequence. */
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <charset_tables.h>   /* made of page/charsets.c */

/* One sequence of the input: how many bytes, and the character, or two: see page/charsets.c. */
typedef struct sequence {
  size_t size;
  uint32_t character;
} sequence;

/* What a decoder says in place of a size. */
enum { CUT = 0, WRONG = SIZE_MAX };
static const sequence cut = {CUT, 0}, wrong = {(size_t)WRONG, 0};

typedef struct charset {
  const char *name;
  sequence (*next)(const unsigned char *bytes, size_t left);
} charset;

/* ---- decoding -------------------------------------------------------------------------------- */

static sequence in_pairs(const uint32_t (*pairs)[191], const unsigned char *bytes) {
  uint32_t c = pairs[bytes[0] - 0x81][bytes[1] - 0x40];
  return c == 0 ? wrong : (sequence){2, c};
}

static sequence in_runs(uint32_t number) {
  size_t low = 0, high = sizeof gb18030_runs / sizeof *gb18030_runs;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (gb18030_runs[middle].first <= number) low = middle;
    else high = middle;
  }
  uint32_t first = gb18030_runs[low].first;
  if (number < first || number - first >= gb18030_runs[low].count) return wrong;
  return (sequence){4, gb18030_runs[low].character + (number - first)};
}

static sequence next_gb18030(const unsigned char *bytes, size_t left) {
  if (bytes[0] < 0x80) return (sequence){1, bytes[0]};
  if (bytes[0] == 0x80 || bytes[0] == 0xFF) return wrong;
  if (left < 2) return cut;
  if (bytes[1] >= 0x40) return bytes[1] == 0xFF ? wrong : in_pairs(gb18030_pairs, bytes);
  if (bytes[1] < 0x30 || bytes[1] > 0x39) return wrong;
  if (left < 4) return cut;
  if (bytes[2] < 0x81 || bytes[2] == 0xFF || bytes[3] < 0x30 || bytes[3] > 0x39) return wrong;
  return in_runs(((bytes[0] - 0x81u) * 10 + (bytes[1] - 0x30u)) * 1260 + (bytes[2] - 0x81u) * 10 + (bytes[3] - 0x30u));
}

static sequence next_big5(const unsigned char *bytes, size_t left) {
  if (bytes[0] <= 0x80) return (sequence){1, bytes[0]};
  if (bytes[0] == 0xFF) return wrong;
  if (left < 2) return cut;
  return bytes[1] < 0x40 || bytes[1] == 0xFF ? wrong : in_pairs(big5_pairs, bytes);
}

static uint32_t unit16(const unsigned char *bytes, bool is_big) {
  return is_big ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

static sequence next_utf16(const unsigned char *bytes, size_t left, bool is_big) {
  if (left < 2) return cut;
  uint32_t high = unit16(bytes, is_big);
  if (high < 0xD800 || high > 0xDFFF) return (sequence){2, high};
  if (high > 0xDBFF) return wrong;
  if (left < 4) return cut;
  uint32_t low = unit16(bytes + 2, is_big);
  if (low < 0xDC00 || low > 0xDFFF) return wrong;
  return (sequence){4, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)};
}

static sequence next_utf16le(const unsigned char *bytes, size_t left) { return next_utf16(bytes, left, false); }
static sequence next_utf16be(const unsigned char *bytes, size_t left) { return next_utf16(bytes, left, true); }

static sequence next_utf32(const unsigned char *bytes, size_t left, bool is_big) {
  if (left < 4) return cut;
  uint32_t c = is_big ? unit16(bytes, true) << 16 | unit16(bytes + 2, true)
                      : unit16(bytes + 2, false) << 16 | unit16(bytes, false);
  return c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? wrong : (sequence){4, c};
}

static sequence next_utf32le(const unsigned char *bytes, size_t left) { return next_utf32(bytes, left, false); }
static sequence next_utf32be(const unsigned char *bytes, size_t left) { return next_utf32(bytes, left, true); }

/* Of valid UTF-8 alone: the core converts from it what it has decoded. */
static sequence next_utf8(const unsigned char *bytes, size_t left) {
  if (bytes[0] < 0x80) return (sequence){1, bytes[0]};
  size_t size = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
  if (left < size) return cut;
  uint32_t c = bytes[0] & (0x7Fu >> size);
  for (size_t i = 1; i < size; i++) c = c << 6 | (bytes[i] & 0x3F);
  return (sequence){size, c};
}

/* ---- encoding -------------------------------------------------------------------------------- */

static size_t to_utf8(uint32_t c, unsigned char out[4]) {
  if (c < 0x80) return out[0] = (unsigned char)c, 1;
  size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = size; i-- > 1; c >>= 6) out[i] = (unsigned char)(0x80 | (c & 0x3F));
  out[0] = (unsigned char)(0xF00 >> size | c);
  return size;
}

typedef struct encoded {
  uint32_t character;
  unsigned char bytes[2];
} encoded;

static int by_character(const void *a, const void *b) {
  uint32_t x = ((const encoded *)a)->character, y = ((const encoded *)b)->character;
  return (x > y) - (x < y);
}

static encoded backwards[126 * 191];
static size_t backwards_count;

static void turn_round(void) {
  for (unsigned lead = 0; lead < 126 && backwards_count < sizeof backwards / sizeof *backwards; lead++)
    for (unsigned trail = 0; trail < 191; trail++)
      if (gb18030_pairs[lead][trail] != 0)
        backwards[backwards_count++] = (encoded){
            gb18030_pairs[lead][trail], {(unsigned char)(lead + 0x81), (unsigned char)(trail + 0x40)}};
  qsort(backwards, backwards_count, sizeof *backwards, by_character);
}

/* 0 for a character that the encoding has not. */
static size_t to_gb18030(uint32_t c, unsigned char out[4]) {
  if (c < 0x80) return out[0] = (unsigned char)c, 1;
  encoded key = {c, {0, 0}};
  const encoded *found = bsearch(&key, backwards, backwards_count, sizeof *backwards, by_character);
  if (found != NULL) return memcpy(out, found->bytes, 2), 2;
  for (size_t i = 0; i < sizeof gb18030_runs / sizeof *gb18030_runs; i++) {
    uint32_t ahead = c - gb18030_runs[i].character, number = gb18030_runs[i].first + ahead;
    if (c < gb18030_runs[i].character || ahead >= gb18030_runs[i].count) continue;
    out[0] = (unsigned char)(0x81 + number / 12600);
    out[1] = (unsigned char)(0x30 + number / 1260 % 10);
    out[2] = (unsigned char)(0x81 + number / 10 % 126);
    out[3] = (unsigned char)(0x30 + number % 10);
    return 4;
  }
  return 0;
}

/* ---- the functions --------------------------------------------------------------------------- */

static const charset charsets[] = {
    {"GB18030", next_gb18030}, {"BIG5-HKSCS", next_big5}, {"UTF-16", next_utf16le}, {"UTF-16LE", next_utf16le},
    {"UTF-16BE", next_utf16be}, {"UTF-32LE", next_utf32le}, {"UTF-32BE", next_utf32be},
};
static const charset utf8 = {"UTF-8", next_utf8};

iconv_t iconv_open(const char *to, const char *from) {
  if (strcmp(to, "GB18030") == 0 && strcmp(from, "UTF-8") == 0) {
    if (backwards_count == 0) turn_round();
    return (iconv_t)(uintptr_t)&utf8;
  }
  for (size_t i = 0; i < sizeof charsets / sizeof *charsets && strcmp(to, "UTF-8") == 0; i++)
    if (strcmp(from, charsets[i].name) == 0) return (iconv_t)(uintptr_t)&charsets[i];
  errno = EINVAL;
  return (iconv_t)-1;
}

int iconv_close(iconv_t converter) {
  (void)converter;
  return 0;
}

/* The bytes of what was decoded, in UTF-8, or in GB18030 where it was that. */
static size_t encode(const charset *own, uint32_t c, unsigned char out[8]) {
  if (own == &utf8) return to_gb18030(c, out);
  if (c < UINT32_C(0x80000000)) return to_utf8(c, out);
  size_t size = to_utf8(c >> 16 & 0x7FFF, out);
  return size + to_utf8(c & 0xFFFF, out + size);
}

static size_t fail(int error) {
  errno = error;
  return (size_t)-1;
}

size_t iconv(iconv_t converter, char **restrict from, size_t *restrict left, char **restrict to, size_t *restrict room) {
  const charset *own = (const charset *)converter;
  while (from != NULL && *from != NULL && *left != 0) {
    sequence read = own->next((const unsigned char *)*from, *left);
    if (read.size == CUT) return fail(EINVAL);
    unsigned char out[8];
    size_t size = read.size == (size_t)WRONG ? 0 : encode(own, read.character, out);
    if (size == 0) return fail(EILSEQ);
    if (size > *room) return fail(E2BIG);
    memcpy(*to, out, size);
    *to += size;
    *room -= size;
    *from += read.size;
    *left -= read.size;
  }
  return 0;
}

/* The iconv of the browser (csrc/wasm/iconv.c) beside this machine's: every sequence of bytes of the encodings that pages
 * come in, and every character. */
#include <errno.h>
#include <iconv.h>

/* What stands here in place of the system's functions is called otherwise. */
#define iconv_open own_open
#define iconv_close own_close
#define iconv own_iconv
iconv_t own_open(const char *to, const char *from);
int own_close(iconv_t converter);
size_t own_iconv(iconv_t converter, char **restrict from, size_t *restrict left, char **restrict to, size_t *restrict room);
#include "wasm/iconv.c"
#undef iconv_open
#undef iconv_close
#undef iconv

#include "check.h"

typedef size_t converting(iconv_t, char **restrict, size_t *restrict, char **restrict, size_t *restrict);

typedef struct outcome {
  char out[32];
  size_t written, read;
  int error;
} outcome;

static outcome run(converting *convert, iconv_t converter, const unsigned char *bytes, size_t size) {
  outcome made = {.error = 0};
  char in[16], *from = in, *to = made.out;
  memcpy(in, bytes, size);
  size_t left = size, room = sizeof made.out;
  convert(converter, NULL, NULL, NULL, NULL);
  if (convert(converter, &from, &left, &to, &room) == (size_t)-1) made.error = errno;
  convert(converter, NULL, NULL, &to, &room);
  made.written = sizeof made.out - room;
  made.read = size - left;
  return made;
}

/* Two converters of one kind, and in how many sequences they differ. */
typedef struct pair {
  iconv_t own, system;
  size_t differences;
} pair;

static pair open_pair(const char *to, const char *from) {
  pair both = {own_open(to, from), iconv_open(to, from), 0};
  CHECK(both.own != (iconv_t)-1 && both.system != (iconv_t)-1);
  return both;
}

static void compare(pair *both, const unsigned char *bytes, size_t size) {
  outcome a = run(own_iconv, both->own, bytes, size), b = run(iconv, both->system, bytes, size);
  if (a.error == b.error && a.read == b.read && a.written == b.written && memcmp(a.out, b.out, a.written) == 0) return;
  if (both->differences++ < 8)
    fprintf(stderr, "%02X %02X %02X %02X (%zu): own error %d, read %zu, written %zu; system's %d, %zu, %zu\n", bytes[0],
            bytes[1], bytes[2], bytes[3], size, a.error, a.read, a.written, b.error, b.read, b.written);
}

static void compare_short(pair *both) {
  for (unsigned first = 0; first < 256; first++) {
    unsigned char bytes[4] = {(unsigned char)first, 0, 'A', 'B'};
    compare(both, bytes, 1);
    for (unsigned second = 0; second < 256; second++) {
      bytes[1] = (unsigned char)second;
      compare(both, bytes, 2);
      compare(both, bytes, 4);
    }
  }
}

static void compare_pairs(const char *encoding) {
  test("every two bytes of %s", encoding);
  pair both = open_pair("UTF-8", encoding);
  compare_short(&both);
  CHECK(both.differences == 0);
  iconv_close(both.system);
}

static void compare_four_bytes(void) {
  test("every four bytes of GB18030");
  pair both = open_pair("UTF-8", "GB18030");
  for (unsigned i = 0; i < 126 * 10 * 126 * 10; i++) {
    unsigned char bytes[4] = {(unsigned char)(0x81 + i / 12600), (unsigned char)(0x30 + i / 1260 % 10),
                              (unsigned char)(0x81 + i / 10 % 126), (unsigned char)(0x30 + i % 10)};
    compare(&both, bytes, 4);
    if (i % 97 == 0) compare(&both, bytes, 3);
  }
  CHECK(both.differences == 0);
  iconv_close(both.system);
}

static void compare_units(const char *encoding, size_t unit) {
  test("every unit of %s", encoding);
  static const uint32_t ends[] = {0x0041, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFD};
  bool is_big = encoding[6] == 'B';
  pair both = open_pair("UTF-8", encoding);
  for (uint32_t c = unit == 2 ? 0 : 0xD000; c < (unit == 2 ? 0x10000u : 0x120000u); c++)
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
      unsigned char bytes[8];
      for (size_t k = 0; k < unit; k++) {
        size_t shift = 8 * (is_big ? unit - 1 - k : k);
        bytes[k] = (unsigned char)(c >> shift);
        bytes[unit + k] = (unsigned char)(ends[i] >> shift);
      }
      compare(&both, bytes, 2 * unit);
      if (i == 0) compare(&both, bytes, 2 * unit - 1);
      if (i == 0) compare(&both, bytes, unit);
    }
  CHECK(both.differences == 0);
  iconv_close(both.system);
}

static void compare_encoding(void) {
  test("every character in GB18030");
  pair both = open_pair("GB18030", "UTF-8");
  for (uint32_t c = 0; c < 0x110000; c++) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    unsigned char bytes[4] = {0, 0, 0, 0};
    compare(&both, bytes, to_utf8(c, bytes));
  }
  CHECK(both.differences == 0);
  iconv_close(both.system);
}

static void stops(void) {
  test("stops where there is no room; knows no other encodings");
  iconv_t converter = own_open("UTF-8", "GB18030");
  char in[] = "\xD6\xD0\xB9\xFA", out[5], *from = in, *to = out;
  size_t left = 4, room = sizeof out;
  CHECK(own_iconv(converter, &from, &left, &to, &room) == (size_t)-1 && errno == E2BIG);
  CHECK(left == 2 && room == 2 && memcmp(out, "中", 3) == 0);
  CHECK(own_open("UTF-8", "EUC-KR") == (iconv_t)-1 && own_open("UTF-16", "GB18030") == (iconv_t)-1);
}

int main(void) {
  compare_pairs("GB18030");
  compare_pairs("BIG5-HKSCS");
  compare_four_bytes();
  compare_units("UTF-16LE", 2);
  compare_units("UTF-16BE", 2);
  compare_units("UTF-32LE", 4);
  compare_units("UTF-32BE", 4);
  compare_encoding();
  stops();
  return check_finish();
}

/* Writes the tables of csrc/wasm/iconv.c as C, as the iconv of the machine that builds has them: GB18030 and BIG5-HKSCS. */
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { LEADS = 126, TRAILS = 191, FOURS = 126 * 10 * 126 * 10 };

static iconv_t open_or_end(const char *encoding) {
  iconv_t converter = iconv_open("UTF-32LE", encoding);
  if (converter != (iconv_t)-1) return converter;
  fprintf(stderr, "charsets: this machine does not know %s\n", encoding);
  exit(1);
}

/* A sequence of bytes as what the table holds: 0 for none; two characters as the second with the first above it. */
static uint32_t decode(iconv_t converter, unsigned char *bytes, size_t size) {
  uint32_t out[4] = {0, 0, 0, 0};
  char *from = (char *)bytes, *to = (char *)out;
  size_t left = size, room = sizeof out;
  iconv(converter, NULL, NULL, NULL, NULL);
  if (iconv(converter, &from, &left, &to, &room) == (size_t)-1 || left != 0) return 0;
  iconv(converter, NULL, NULL, &to, &room);
  return out[1] == 0 ? out[0] : UINT32_C(0x80000000) | out[0] << 16 | out[1];
}

static void write_pairs(const char *name, const char *encoding) {
  iconv_t converter = open_or_end(encoding);
  printf("static const uint32_t %s[%d][%d] = {\n", name, LEADS, TRAILS);
  for (int lead = 0; lead < LEADS; lead++) {
    printf("{");
    for (int trail = 0; trail < TRAILS; trail++) {
      unsigned char bytes[2] = {(unsigned char)(lead + 0x81), (unsigned char)(trail + 0x40)};
      printf("%u,", (unsigned)decode(converter, bytes, 2));
    }
    printf("},\n");
  }
  printf("};\n");
  iconv_close(converter);
}

/* The four-byte sequences, numbered in their order, as runs of characters that go up by one. */
static void write_runs(void) {
  iconv_t converter = open_or_end("GB18030");
  printf("static const struct { uint32_t first, count, character; } gb18030_runs[] = {\n");
  uint32_t first = 0, character = 0;
  for (uint32_t i = 0; i <= FOURS; i++) {
    unsigned char bytes[4] = {(unsigned char)(0x81 + i / 12600), (unsigned char)(0x30 + i / 1260 % 10),
                              (unsigned char)(0x81 + i / 10 % 126), (unsigned char)(0x30 + i % 10)};
    uint32_t c = i == FOURS ? 0 : decode(converter, bytes, 4);
    if (character != 0 && c == character + (i - first)) continue;
    if (character != 0) printf("{%u, %u, %u},\n", (unsigned)first, (unsigned)(i - first), (unsigned)character);
    first = i;
    character = c;
  }
  printf("};\n");
  iconv_close(converter);
}

int main(void) {
  write_pairs("gb18030_pairs", "GB18030");
  write_pairs("big5_pairs", "BIG5-HKSCS");
  write_runs();
  return 0;
}

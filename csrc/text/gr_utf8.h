/* UTF-8: validation and decoding. */
#ifndef GR_UTF8_H
#define GR_UTF8_H

#include "govreport.h"

/* The offset, at or behind `i`, of the first byte that is not ASCII; the text's end where all are. */
size_t gr_utf8_skip_ascii(gr_slice text, size_t i);

/* Whether the text, which has no valid character at its start, is a character cut short by its end. */
bool gr_utf8_is_cut(gr_slice text);

/* Bytes at the start of the text, which has no valid character there, that go together as one wrong piece: those that
 * begin a character, as far as they go; else one byte. At least 1; the text must not be empty. */
size_t gr_utf8_wrong(gr_slice text);

/* Decodes one character of valid text; returns its length. */
static inline size_t gr_utf8_decode(const char *text, uint32_t *out) {
  const unsigned char *s = (const unsigned char *)text;
  if (s[0] < 0x80) {
    *out = s[0];
    return 1;
  }
  if (s[0] < 0xE0) {
    *out = (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    return 2;
  }
  if (s[0] < 0xF0) {
    *out = (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    return 3;
  }
  *out = (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
  return 4;
}

/* Writes one character; returns its length, at most 4. */
size_t gr_utf8_encode(uint32_t character, char out[4]);

#endif

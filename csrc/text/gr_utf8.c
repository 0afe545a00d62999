#include "text/gr_utf8.h"

#include <string.h>

/* Bounds of the second byte by the first: they exclude overlong forms, surrogates and values past U+10FFFF. */
static size_t sequence(unsigned char lead, unsigned char *low, unsigned char *high) {
  *low = 0x80;
  *high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (lead == 0xE0) *low = 0xA0;
    if (lead == 0xED) *high = 0x9F;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (lead == 0xF0) *low = 0x90;
    if (lead == 0xF4) *high = 0x8F;
    return 4;
  }
  return 0;
}

size_t gr_utf8_skip_ascii(gr_slice text, size_t i) {
  while (text.size - i >= 8) {
    uint64_t word;
    memcpy(&word, text.data + i, 8);
    if ((word & UINT64_C(0x8080808080808080)) != 0) break;
    i += 8;
  }
  while (i < text.size && (unsigned char)text.data[i] < 0x80) i++;
  return i;
}

size_t gr_utf8_valid(gr_slice text) {
  const unsigned char *s = (const unsigned char *)text.data;
  size_t i = 0;
  while (i < text.size) {
    if (s[i] < 0x80) {
      i = gr_utf8_skip_ascii(text, i);
      continue;
    }
    /* Most of what is read is Han: three bytes, the first of them E4 to E9. */
    while (text.size - i >= 3 && s[i] >= 0xE1 && s[i] <= 0xEC && (s[i + 1] & 0xC0) == 0x80 &&
           (s[i + 2] & 0xC0) == 0x80)
      i += 3;
    if (i == text.size || s[i] < 0x80) continue;
    unsigned char low, high;
    size_t length = sequence(s[i], &low, &high);
    if (length == 0 || length > text.size - i || s[i + 1] < low || s[i + 1] > high) return i;
    for (size_t k = 2; k < length; k++)
      if ((s[i + k] & 0xC0) != 0x80) return i;
    i += length;
  }
  return i;
}

bool gr_utf8_is_cut(gr_slice text) {
  const unsigned char *s = (const unsigned char *)text.data;
  unsigned char low, high;
  if (text.size == 0 || text.size > 3) return false;
  size_t length = sequence(s[0], &low, &high);
  if (length <= text.size) return false;
  if (text.size > 1 && (s[1] < low || s[1] > high)) return false;
  return text.size < 3 || (s[2] & 0xC0) == 0x80;
}

size_t gr_utf8_wrong(gr_slice text) {
  const unsigned char *s = (const unsigned char *)text.data;
  unsigned char low, high;
  size_t length = sequence(s[0], &low, &high), i = 1;
  if (length < 2 || text.size < 2 || s[1] < low || s[1] > high) return 1;
  do i++;
  while (i < length && i < text.size && (s[i] & 0xC0) == 0x80);
  return i;
}

size_t gr_utf8_encode(uint32_t character, char out[4]) {
  if (character < 0x80) {
    out[0] = (char)character;
    return 1;
  }
  if (character < 0x800) {
    out[0] = (char)(0xC0 | character >> 6);
    out[1] = (char)(0x80 | (character & 0x3F));
    return 2;
  }
  if (character < 0x10000) {
    out[0] = (char)(0xE0 | character >> 12);
    out[1] = (char)(0x80 | (character >> 6 & 0x3F));
    out[2] = (char)(0x80 | (character & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | character >> 18);
  out[1] = (char)(0x80 | (character >> 12 & 0x3F));
  out[2] = (char)(0x80 | (character >> 6 & 0x3F));
  out[3] = (char)(0x80 | (character & 0x3F));
  return 4;
}

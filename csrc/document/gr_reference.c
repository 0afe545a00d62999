#include "document/gr_reference.h"

#include "base/gr_slice.h"
#include "document/gr_entity.h"

/* The number behind "&#": where it ends, or 0 where none stands. Too large a number stays too large. */
static size_t read_code(const char *s, size_t at, size_t end, uint32_t *out) {
  bool is_hexadecimal = at < end && gr_tag_lower(s[at]) == 'x';
  if (is_hexadecimal) at++;
  size_t start = at;
  for (*out = 0; at < end; at++) {
    char c = gr_tag_lower(s[at]);
    uint32_t digit = gr_is_digit(c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
    if (!gr_is_digit(c) && !(is_hexadecimal && c >= 'a' && c <= 'f')) break;
    if (*out <= 0x10FFFF) *out = *out * (is_hexadecimal ? 16 : 10) + digit;
  }
  if (at == start) return 0;
  return at < end && s[at] == ';' ? at + 1 : at;
}

/* Codes of the C1 range are meant as windows-1252. */
static uint32_t mend(uint32_t code) {
  static const uint16_t windows_1252[32] = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (code >= 0x80 && code <= 0x9F) return windows_1252[code - 0x80];
  return code == 0 || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF ? 0xFFFD : code;
}

size_t gr_reference_read(gr_markup *page, size_t at, size_t end, size_t *next, uint32_t out[2]) {
  size_t count = 0, length;
  if (end - at > 1 && page->s[at + 1] == '#') {
    *next = read_code(page->s, at + 2, end, out);
    if (*next != 0) out[0] = mend(out[0]);
    count = *next != 0;
  } else {
    count = gr_entity_find((gr_slice){page->s + at + 1, end - at - 1}, &length, out);
    if (count != 0) *next = at + 1 + length;
  }
  page->work += count == 0 ? 1 : *next - at;
  return count;
}

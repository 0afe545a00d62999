/* Numbers of many digits, as persons and their accounts have. */
#include "base/gr_slice.h"

/* ０ to ９ and － */
enum { WIDE = 3 };

static bool is_wide(gr_slice text, size_t at, unsigned char first, unsigned char last) {
  const unsigned char *s = (const unsigned char *)text.data + at;
  return text.size - at >= WIDE && s[0] == 0xEF && s[1] == 0xBC && s[2] >= first && s[2] <= last;
}

/* Bytes of the digit at a position; 0 for none. */
static size_t digit_size(gr_slice text, size_t at) {
  if (at == text.size) return 0;
  if (gr_is_digit(text.data[at])) return 1;
  return is_wide(text, at, 0x90, 0x99) ? WIDE : 0;
}

/* Bytes of the space or hyphen at a position; 0 for none. */
static size_t separator_size(gr_slice text, size_t at) {
  if (at == text.size) return 0;
  if (text.data[at] == ' ' || text.data[at] == '-') return 1;
  return is_wide(text, at, 0x8D, 0x8D) ? WIDE : 0;
}

/* The digits from the one at a position on, with what parts them, and how many they are. */
static gr_range digits_at(gr_slice text, size_t position, size_t *count) {
  gr_range range = {position, position};
  size_t at = position, size;
  for (*count = 0; (size = digit_size(text, at)) > 0; at = range.end + separator_size(text, range.end)) {
    range.end = at + size;
    ++*count;
  }
  return range;
}

/* Whether a byte may be one of a digit, a space or a hyphen, of whatever width. */
static bool may_be_part(char byte) {
  unsigned char c = (unsigned char)byte;
  return gr_is_digit(byte) || c == ' ' || c == '-' || c == 0xEF || c == 0xBC || c == 0x8D || (c >= 0x90 && c <= 0x99);
}

/* A stretch has as many bytes as digits, and more: where the last of so many bytes is none of it, none begins in them. */
gr_range gr_text_long_number(gr_slice text, size_t from, size_t least) {
  size_t at = from, count;
  while (at < text.size && least <= text.size - at) {
    gr_range range = {at, at};
    if (!may_be_part(text.data[at + least - 1])) {
      range.end = at + least;
    } else if (digit_size(text, at) == 0) {
      range.end = at + 1;
    } else {
      range = digits_at(text, at, &count);
      if (count >= least) return range;
    }
    at = range.end;
  }
  return (gr_range){text.size, text.size};
}

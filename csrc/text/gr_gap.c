#include "text/gr_gap.h"

#include "base/gr_slice.h"

size_t gr_gap_character(gr_slice text) {
  unsigned char c = (unsigned char)*text.data;
  if (c < 0x80) return c != '\0' && strchr(" \v\n\x1F()[]\"'.,:;-*#|", c) != NULL ? 1 : 0;
  if (text.size < 3) return 0;
  unsigned char second = (unsigned char)text.data[1], third = (unsigned char)text.data[2];
  bool quote = c == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0x9F;
  bool punctuation = c == 0xE3 && second == 0x80 && third >= 0x81 && third <= 0x95;
  return quote || punctuation ? 3 : 0;
}

/* Bytes of a letter of a reading; 0 for none. */
static size_t letter(gr_slice text) {
  unsigned char c = (unsigned char)*text.data;
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
  bool accented = c >= 0xC3 && c <= 0xC9 && text.size > 1 && ((unsigned char)text.data[1] & 0xC0) == 0x80;
  return accented ? 2 : 0;
}

size_t gr_gap_reading(gr_slice text, size_t limit) {
  if (*text.data != '(') return 0;
  size_t i = 1;
  while (i < text.size && i < limit) {
    if (text.data[i] == ')') return i > 1 ? i + 1 : 0;
    size_t size = letter(gr_slice_sub(text, i, text.size));
    if (size == 0) return 0;
    i += size;
  }
  return 0;
}

static const gr_slice dashes[] = {GR_LITERAL_INIT("-"), GR_LITERAL_INIT("—"), GR_LITERAL_INIT("–"), GR_LITERAL_INIT("―"),
                                  GR_LITERAL_INIT("─"), GR_LITERAL_INIT("~"), GR_LITERAL_INIT("−")};
enum { DASHES = sizeof dashes / sizeof *dashes };

static bool begins_with_dash(gr_slice text) {
  for (size_t i = 0; i < DASHES; i++)
    if (gr_slice_begins(text, dashes[i])) return true;
  return false;
}

static bool ends_with_dash(gr_slice text) {
  for (size_t i = 0; i < DASHES; i++) {
    size_t size = dashes[i].size;
    if (text.size >= size && memcmp(text.data + text.size - size, dashes[i].data, size) == 0) return true;
  }
  return false;
}

/* Bytes of the number of a page at a position: behind a dash or a space, a dash behind it. */
static size_t page_number(gr_slice text, size_t position) {
  if (!gr_is_digit(text.data[position]) || position == 0) return 0;
  if (text.data[position - 1] != ' ' && !ends_with_dash(gr_slice_sub(text, 0, position))) return 0;
  size_t stop = position;
  while (stop < text.size && gr_is_digit(text.data[stop])) stop++;
  size_t ahead = stop;
  while (ahead < text.size && (text.data[ahead] == ' ' || text.data[ahead] == GR_SOFT_BREAK)) ahead++;
  return begins_with_dash(gr_slice_sub(text, ahead, text.size)) ? stop - position : 0;
}

size_t gr_gap_stop(gr_slice text, size_t position) {
  while (position < text.size && gr_gap_may_begin(text.data[position])) {
    gr_slice rest = gr_slice_sub(text, position, text.size);
    size_t size = gr_gap_reading(rest, SIZE_MAX);
    if (size == 0) size = gr_gap_character(rest);
    if (size == 0) size = page_number(text, position);
    if (size == 0) break;
    position += size;
  }
  return position;
}

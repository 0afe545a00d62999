/* Text as people read it on one line: that of a source, that of a tape. */
#include "base/gr_slice.h"

/* A space, a line end, a space of Chinese width, one that does not break; bytes of it, 0 for anything else. */
static size_t white_space(gr_slice text, size_t at) {
  char c = text.data[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c != '\xE3' && c != '\xC2') return 0;
  gr_slice rest = gr_slice_sub(text, at, text.size);
  return gr_slice_begins(rest, GR_LITERAL("\xE3\x80\x80")) ? 3 : gr_slice_begins(rest, GR_LITERAL("\xC2\xA0")) ? 2 : 0;
}

/* A digit or letter of Chinese width as ASCII; 0 for anything else. */
static char half_width(gr_slice text, size_t at) {
  if (text.data[at] != '\xEF' || text.size - at < 3) return 0;
  unsigned char middle = (unsigned char)text.data[at + 1], last = (unsigned char)text.data[at + 2];
  if ((middle != 0xBC && middle != 0xBD) || last < 0x80 || last > 0xBF) return 0;
  int c = (middle - 0xBC) * 0x40 + (last - 0x80) + ' ';   /* U+FF00, the first of them, would be a space */
  bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return is_letter || (c >= '0' && c <= '9') ? (char)c : '\0';
}

static bool is_ascii(char c) { return (unsigned char)c < 0x80; }

size_t gr_printed_line(gr_slice text, bool is_narrow, char *out) {
  size_t size = 0;
  bool after_space = false;
  for (size_t at = 0; at < text.size;) {
    size_t space = white_space(text, at);
    at += space;
    if (space != 0) {
      after_space = true;
      continue;
    }
    char narrow = is_narrow ? half_width(text, at) : '\0', c = narrow != '\0' ? narrow : text.data[at];
    if (after_space && is_ascii(c) && (size == 0 || is_ascii(out[size - 1]))) out[size++] = ' ';
    after_space = false;
    out[size++] = c;
    at += narrow != '\0' ? 3 : 1;
  }
  if (after_space && (size == 0 || is_ascii(out[size - 1]))) out[size++] = ' ';
  return size;
}

size_t gr_printed_unmarked(gr_slice tape, char *out) {
  size_t size = 0;
  for (size_t i = 0; i < tape.size; i++)
    if (!gr_is_mark(tape.data[i])) out[size++] = tape.data[i];
  return size;
}

size_t gr_line_stop(gr_slice tape, size_t position) {
  while (position < tape.size && !gr_is_mark(tape.data[position])) position++;
  return position;
}

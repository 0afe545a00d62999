#include "document/gr_piece.h"

#include "text/gr_char.h"
#include "base/gr_limits.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

/* words that one value is printed in at most: `22 （其中修订 16 件）`, `增 3 件`. */
#define VALUE_WORDS 4

static bool is_space(uint32_t c) { return gr_char_classify(c) == GR_CHAR_SPACE; }

static bool is_nothing(uint32_t c) {
  gr_char_class class = gr_char_classify(c);
  return class == GR_CHAR_SPACE || class == GR_CHAR_ZERO;
}

/* Decodes the character that ends at `end`; returns where it begins. */
static size_t decode_before(gr_slice text, size_t end, uint32_t *c) {
  do end--;
  while (((unsigned char)text.data[end] & 0xC0) == 0x80);
  (void)gr_utf8_decode(text.data + end, c);
  return end;
}

gr_range gr_piece_trim(gr_slice text, gr_range r) {
  uint32_t c;
  while (r.start < r.end && !gr_is_plain(text.data[r.start])) {
    size_t length = gr_utf8_decode(text.data + r.start, &c);
    if (!is_nothing(c)) break;
    r.start += length;
  }
  while (r.end > r.start && !gr_is_plain(text.data[r.end - 1])) {
    size_t at = decode_before(text, r.end, &c);
    if (gr_is_plain(text.data[at]) || !is_nothing(c)) break;
    r.end = at;
  }
  return r;
}

/* Two or three stars at both ends, and none in pairs between them; a masked name such as `****` is left alone. */
static gr_range without_emphasis(gr_slice text, gr_range r) {
  const char *s = text.data;
  size_t stars = 0;
  while (stars < gr_range_size(r) && s[r.start + stars] == '*') stars++;
  if (stars < 2 || stars > 3 || gr_range_size(r) <= 2 * stars) return r;
  gr_range inner = {r.start + stars, r.end - stars};
  if (memcmp(s + r.start, s + inner.end, stars) != 0 || s[inner.end - 1] == '*') return r;
  for (size_t i = inner.start; i + 1 < inner.end; i++)
    if (s[i] == '*' && s[i + 1] == '*') return r;
  inner = gr_piece_trim(text, inner);
  return gr_range_size(inner) == 0 ? r : inner;
}

gr_range gr_piece_content(gr_slice text, gr_range range) { return without_emphasis(text, gr_piece_trim(text, range)); }

/* The text as the tape will have it. What is no number may come out as anything. */
static gr_slice fold(gr_slice text, gr_range r, char out[GR_MAX_CELL]) {
  size_t n = 0;
  bool space = false, wide = true;
  for (size_t i = r.start; i < r.end;) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    gr_char_class class = gr_char_classify(c);
    if (class == GR_CHAR_SPACE) space = true;
    if (class == GR_CHAR_SPACE || class == GR_CHAR_ZERO) continue;
    if (space && !wide && class != GR_CHAR_WIDE) out[n++] = ' ';
    space = false;
    wide = class == GR_CHAR_WIDE;
    n += gr_utf8_encode(gr_char_fold(c), out + n);   /* never longer than what it stands for */
  }
  return (gr_slice){out, n};
}

static bool has_digits_alone(gr_slice text, gr_range r) {
  size_t i = r.start;
  while (i < r.end && gr_is_digit(text.data[i])) i++;
  return i == r.end && i != r.start;
}

/* Whether a value may begin, or end, with a character: what most text is told by before gr_number_read is asked. */
static bool begins_value(uint32_t c) {
  switch (gr_char_fold(c)) {
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
    case '(': case '+': case '-': case '/': case '\\': case 'N': case 'n': case 0xA5:
    case u'−': case u'—': case u'–': case u'―': case u'─': case u'╱':
    case u'无': case u'無': case u'不': case u'增': case u'减': case u'持':
      return true;
    default:
      return false;
  }
}

static bool ends_value(uint32_t c) {
  switch (gr_char_fold(c)) {
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
    case ')': case '%': case '-': case '/': case '\\': case 'A': case 'a':
    case u'−': case u'—': case u'–': case u'―': case u'─': case u'╱':
    case u'无': case u'無': case u'用': case u'平':
    case u'元': case u'次': case u'件': case u'项': case u'条': case u'个': case u'份': case u'人': case u'篇':
    case u'宗': case u'起': case u'部':
      return true;
    default:
      return false;
  }
}

static gr_state state_of(gr_slice text, gr_range range, uint64_t *work) {
  char folded[GR_MAX_CELL];
  if (gr_range_size(range) <= GR_MAX_DIGITS && has_digits_alone(text, range)) {   /* most are */
    *work += gr_range_size(range);
    return GR_NUMBER;
  }
  range = gr_piece_content(text, range);
  if (gr_range_size(range) == 0) return GR_BLANK;
  uint32_t first, last;
  (void)gr_utf8_decode(text.data + range.start, &first);
  (void)decode_before(text, range.end, &last);
  if (gr_range_size(range) > GR_MAX_CELL || !begins_value(first) || !ends_value(last)) return GR_UNREADABLE;
  *work += gr_range_size(range);
  if (gr_range_size(range) <= GR_MAX_DIGITS && has_digits_alone(text, range)) return GR_NUMBER;
  return gr_number_read(fold(text, range, folded)).state;
}

bool gr_piece_is_value(gr_slice text, gr_range range, uint64_t *work) {
  gr_state state = state_of(text, range, work);
  return state != GR_UNREADABLE && state != GR_BLANK;
}

/* The last word of a range that begins with one; empty where it is too long for a value. */
static gr_range last_word(gr_slice text, gr_range r, uint64_t *work) {
  size_t before = r.end;
  r = gr_piece_trim(text, r);
  size_t at = r.end;
  while (at > r.start) {
    uint32_t c;
    size_t previous = at - 1;
    if (!gr_is_plain(text.data[previous])) {
      previous = decode_before(text, at, &c);
      if (!gr_is_plain(text.data[previous]) && is_space(c)) break;
    }
    at = previous;
    if (r.end - at > GR_MAX_CELL) return (gr_range){r.end, r.end};
  }
  *work += before - at;
  return (gr_range){at, r.end};
}

static gr_range first_word(gr_slice text, gr_range r, uint64_t *work) {
  size_t before = r.start;
  r = gr_piece_trim(text, r);
  size_t at = r.start;
  while (at < r.end) {
    uint32_t c;
    size_t length = 1;
    if (!gr_is_plain(text.data[at])) {
      length = gr_utf8_decode(text.data + at, &c);
      if (is_space(c)) break;
    }
    at += length;
  }
  *work += at - before;
  return (gr_range){r.start, at};
}

/* Where the last value of a range begins; its end where none does. A word that is no value alone, such as 增 or 件,
 * belongs to the value that it makes with its neighbours. gr_piece_value_end takes the same words from the front. */
static size_t value_start(gr_slice text, gr_range r, uint64_t *work) {
  size_t best = r.end, from = r.end;
  for (int words = 0; words < VALUE_WORDS && from > r.start; words++) {
    gr_range word = last_word(text, (gr_range){r.start, from}, work);
    if (gr_range_size(word) == 0 || (words > 0 && from == best && gr_piece_is_value(text, word, work))) break;
    from = word.start;
    if (gr_piece_is_value(text, (gr_range){from, r.end}, work)) best = from;
  }
  return best;
}

size_t gr_piece_value_end(gr_slice text, size_t start, size_t end, uint64_t *work) {
  size_t first = start, best = start, to = start;
  for (int words = 0; words < VALUE_WORDS && to < end; words++) {
    gr_range word = first_word(text, (gr_range){to, end}, work);
    if (gr_range_size(word) == 0 || (words > 0 && to == best && gr_piece_is_value(text, word, work))) break;
    to = word.end;
    if (words == 0) first = to;
    if (gr_piece_is_value(text, (gr_range){start, to}, work)) best = to;
  }
  return best == start ? first : best;
}

/* `- 3 -`, `- 3` and `3 / 12`: the rows of two or three values that a page number looks like. */
static bool is_page_number(gr_slice text, gr_range r, size_t count, uint64_t *work) {
  gr_range word[3];
  gr_state state[3];
  if (count > 3) return false;
  for (size_t i = 0; i < 3; i++) {
    word[i] = first_word(text, r, work);
    state[i] = state_of(text, word[i], work);
    r.start = word[i].end;
  }
  if (state[0] == GR_DASH) return state[1] == GR_NUMBER && (count == 2 || state[2] == GR_DASH);
  char folded[GR_MAX_CELL];
  return state[0] == GR_NUMBER && state[1] == GR_DASH && state[2] == GR_NUMBER &&
         gr_slice_equal(fold(text, word[1], folded), GR_LITERAL("/"));
}

bool gr_piece_has_values(gr_slice text, gr_range row, size_t *values, uint64_t *work) {
  gr_range rest = row;
  size_t count = 0, start;
  uint32_t last;
  (void)decode_before(text, row.end, &last);
  if (last != '*' && !ends_value(last)) return false;
  while ((start = value_start(text, rest, work)) != rest.end) {
    rest.end = start;
    count++;
  }
  *values = rest.end;
  if (count < 2) return false;
  if (rest.end != row.start) return true;
  if (count == 2 && gr_piece_is_value(text, row, work)) return false;
  return !is_page_number(text, row, count, work);
}

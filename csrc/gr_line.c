#include "gr_line.h"

#include "gr_char.h"
#include "gr_limits.h"
#include "gr_slice.h"
#include "gr_utf8.h"

/* bytes of the right side of `a | 1`: a longer one is prose, and the bar is punctuation. */
#define SHORT_VALUE 24

/* words that one value is printed in at most: `22 （其中修订 16 件）`, `增 3 件`. */
#define VALUE_WORDS 4

static size_t size_of(gr_range range) { return range.end - range.start; }

/* Most characters, known by their first byte: graphic ASCII, and U+4000 to U+9FFF. They are no white space. */
static bool is_plain(char lead) {
  unsigned char c = (unsigned char)lead;
  return (c > 0x20 && c < 0x7F) || (c >= 0xE4 && c <= 0xE9);
}

static bool is_space(uint32_t c) { return gr_char_classify(c) == GR_CHAR_SPACE; }

static bool is_nothing(uint32_t c) { return is_space(c) || gr_char_classify(c) == GR_CHAR_ZERO; }

/* Decodes the character that ends at `end`; returns where it begins. */
static size_t decode_before(gr_slice text, size_t end, uint32_t *c) {
  do end--;
  while (((unsigned char)text.data[end] & 0xC0) == 0x80);
  (void)gr_utf8_decode(text.data + end, c);
  return end;
}

gr_range gr_line_trim(gr_slice text, gr_range r) {
  uint32_t c;
  while (r.start < r.end && !is_plain(text.data[r.start])) {
    size_t length = gr_utf8_decode(text.data + r.start, &c);
    if (!is_nothing(c)) break;
    r.start += length;
  }
  while (r.end > r.start) {
    size_t at = decode_before(text, r.end, &c);
    if (is_plain(text.data[at]) || !is_nothing(c)) break;
    r.end = at;
  }
  return r;
}

/* Two or three stars at both ends, and none in pairs between them; a masked name such as `****` is left alone. */
static gr_range without_emphasis(gr_slice text, gr_range r) {
  const char *s = text.data;
  size_t stars = 0;
  while (stars < size_of(r) && s[r.start + stars] == '*') stars++;
  if (stars < 2 || stars > 3 || size_of(r) <= 2 * stars) return r;
  gr_range inner = {r.start + stars, r.end - stars};
  if (memcmp(s + r.start, s + inner.end, stars) != 0 || s[inner.end - 1] == '*') return r;
  for (size_t i = inner.start; i + 1 < inner.end; i++)
    if (s[i] == '*' && s[i + 1] == '*') return r;
  inner = gr_line_trim(text, inner);
  return size_of(inner) == 0 ? r : inner;
}

gr_range gr_line_content(gr_slice text, gr_range range) { return without_emphasis(text, gr_line_trim(text, range)); }

/* ---- values ---------------------------------------------------------------------------------- */

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
  range = gr_line_content(text, range);
  if (size_of(range) == 0) return GR_BLANK;
  uint32_t first;
  (void)gr_utf8_decode(text.data + range.start, &first);
  if (size_of(range) > GR_MAX_CELL || !begins_value(first)) return GR_UNREADABLE;
  *work += size_of(range);
  if (size_of(range) <= GR_MAX_DIGITS && has_digits_alone(text, range)) return GR_NUMBER;
  return gr_number_read(fold(text, range, folded)).state;
}

static bool is_value(gr_slice text, gr_range range, uint64_t *work) {
  gr_state state = state_of(text, range, work);
  return state != GR_UNREADABLE && state != GR_BLANK;
}

/* The last word of a range that begins with one; empty where it is too long for a value. */
static gr_range last_word(gr_slice text, gr_range r, uint64_t *work) {
  size_t before = r.end;
  r = gr_line_trim(text, r);
  size_t at = r.end;
  while (at > r.start) {
    uint32_t c;
    size_t previous = decode_before(text, at, &c);
    if (!is_plain(text.data[previous]) && is_space(c)) break;
    at = previous;
    if (r.end - at > GR_MAX_CELL) return (gr_range){r.end, r.end};
  }
  *work += before - at;
  return (gr_range){at, r.end};
}

static gr_range first_word(gr_slice text, gr_range r, uint64_t *work) {
  size_t before = r.start;
  r = gr_line_trim(text, r);
  size_t at = r.start;
  while (at < r.end) {
    uint32_t c;
    size_t length = gr_utf8_decode(text.data + at, &c);
    if (!is_plain(text.data[at]) && is_space(c)) break;
    at += length;
  }
  *work += at - before;
  return (gr_range){r.start, at};
}

/* Where the last value of a range begins; its end where none does. A word that is no value alone, such as 增 or 件,
 * belongs to the value that it makes with its neighbours. gr_line_value_end takes the same words from the front. */
static size_t value_start(gr_slice text, gr_range r, uint64_t *work) {
  size_t best = r.end, from = r.end;
  for (int words = 0; words < VALUE_WORDS && from > r.start; words++) {
    gr_range word = last_word(text, (gr_range){r.start, from}, work);
    if (size_of(word) == 0 || (words > 0 && from == best && is_value(text, word, work))) break;
    from = word.start;
    if (is_value(text, (gr_range){from, r.end}, work)) best = from;
  }
  return best;
}

size_t gr_line_value_end(gr_slice text, size_t start, size_t end, uint64_t *work) {
  size_t first = start, best = start, to = start;
  for (int words = 0; words < VALUE_WORDS && to < end; words++) {
    gr_range word = first_word(text, (gr_range){to, end}, work);
    if (size_of(word) == 0 || (words > 0 && to == best && is_value(text, word, work))) break;
    to = word.end;
    if (words == 0) first = to;
    if (is_value(text, (gr_range){start, to}, work)) best = to;
  }
  return best == start ? first : best;
}

/* `- 3 -` and `3 / 12`, the only rows of three values that a page number looks like. */
static bool is_page_number(gr_slice text, gr_range r, uint64_t *work) {
  gr_range word[3];
  gr_state state[3];
  for (size_t i = 0; i < 3; i++) {
    word[i] = first_word(text, r, work);
    state[i] = state_of(text, word[i], work);
    r.start = word[i].end;
  }
  if (state[0] == GR_DASH) return state[1] == GR_NUMBER && state[2] == GR_DASH;
  char folded[GR_MAX_CELL];
  return state[0] == GR_NUMBER && state[1] == GR_DASH && state[2] == GR_NUMBER &&
         gr_slice_equal(fold(text, word[1], folded), GR_LITERAL("/"));
}

/* Values up to the end of the line, two at least. `1 362` may as well be one number, and nobody knows which. */
static bool has_values(gr_slice text, gr_line *line, uint64_t *work) {
  gr_range rest = line->row;
  size_t count = 0, start;
  uint32_t last;
  (void)decode_before(text, rest.end, &last);
  if (last != '*' && !ends_value(last)) return false;
  while ((start = value_start(text, rest, work)) != rest.end) {
    rest.end = start;
    count++;
  }
  line->values = rest.end;
  if (count < 2) return false;
  if (size_of(gr_line_trim(text, rest)) != 0) return true;
  if (count == 2) return !is_value(text, line->row, work);
  return count != 3 || !is_page_number(text, line->row, work);
}

/* ---- bars ------------------------------------------------------------------------------------ */

size_t gr_line_bar(gr_slice text, size_t at) {
  static const char *const wide[] = {"｜", "│", "┃"};
  if (at >= text.size) return 0;
  if (text.data[at] == '|') return 1;
  for (size_t i = 0; (unsigned char)text.data[at] >= 0xE2 && i < sizeof wide / sizeof *wide; i++)
    if (text.size - at >= 3 && memcmp(text.data + at, wide[i], 3) == 0) return 3;
  return 0;
}

size_t gr_line_cell_end(gr_slice text, size_t start) {
  size_t first = gr_line_trim(text, (gr_range){start, text.size}).start;
  for (size_t i = first; i < text.size; i++)
    if (gr_line_bar(text, i) != 0 && (i < first + 2 || text.data[i - 1] != '\\')) return i;
  return text.size;
}

/* What a line with bars is; GR_LINE_TEXT where all of them are escaped. `text` ends with the row. */
static gr_line_kind read_bars(gr_slice text, gr_line *line, uint64_t *work) {
  gr_range row = line->row, side = {row.end, row.end};   /* the last cell that is not blank */
  size_t bar = gr_line_bar(text, row.start), bars = bar != 0;
  for (size_t i = row.start + bar; i < row.end; i += bar) {
    size_t end = gr_line_cell_end(text, i);
    bar = gr_line_bar(text, end);
    bars += bar != 0;
    line->cells++;
    if (size_of(gr_line_trim(text, (gr_range){i, end})) != 0) side = (gr_range){i, end};
    i = end;
  }
  if (bars == 0) return GR_LINE_TEXT;
  if (size_of(side) == 0) return bars == 1 ? GR_LINE_BREAK : GR_LINE_MAYBE_EMPTY;
  if (bars > 1) return GR_LINE_BARS;
  if (line->cells == 1) {
    line->content = gr_line_content(text, side);
    return GR_LINE_ALONE;
  }
  side = gr_line_trim(text, side);
  return size_of(side) <= SHORT_VALUE && is_value(text, side, work) ? GR_LINE_BARS : GR_LINE_MAYBE_BARS;
}

typedef struct delimiter {
  size_t marks, cells, dashes;       /* bars and corners; cells with dashes; all dashes */
  size_t shortest, in_cell;          /* dashes of the shortest cell without a colon, of the cell at hand */
  bool corner, plus, space, colon, gap;
} delimiter;

/* Ends a cell; false where it holds no dashes, unless it is the empty place in front of the border. */
static bool end_cell(delimiter *d) {
  bool whole = d->in_cell != 0;
  if (!whole && (d->colon || d->marks != 0)) return false;
  if (whole) {
    d->cells++;
    if (!d->colon && d->in_cell < d->shortest) d->shortest = d->in_cell;
  }
  d->in_cell = 0;
  d->colon = d->gap = false;
  return true;
}

static bool read_delimiter_mark(delimiter *d, uint32_t c) {
  bool box = c >= 0x2500 && c <= 0x257F;
  if (c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550) {
    if (d->gap && d->in_cell != 0) return false;
    d->gap = false;
    d->in_cell++;
    d->dashes++;
  } else if (c == '|' || c == '+' || box) {
    if (!end_cell(d)) return false;
    d->marks++;
    d->plus = d->plus || c == '+';
    d->corner = d->corner || (box && c != 0x2502 && c != 0x2503);
  } else if (c == ':') {
    d->colon = true;
  } else {
    d->gap = d->space = true;
    return is_nothing(c);
  }
  return true;
}

/* Three dashes in each cell are a delimiter whatever stands around; fewer may be a row of dashes, which are values. */
static gr_line_kind read_delimiter(gr_slice text, gr_range row) {
  char lead = text.data[row.start];
  if (is_plain(lead) && lead != '|' && lead != '+' && lead != '-' && lead != '=' && lead != ':') return GR_LINE_TEXT;
  delimiter d = {.shortest = SIZE_MAX};
  for (size_t i = row.start; i < row.end;) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    if (!read_delimiter_mark(&d, gr_char_fold(c))) return GR_LINE_TEXT;
  }
  bool open = d.in_cell != 0 || d.colon;
  if (d.marks == 0 || (open && !end_cell(&d)) || d.cells == 0) return GR_LINE_TEXT;
  if (d.corner || (d.plus && d.dashes >= 3)) return GR_LINE_GRID;
  if (d.plus) return GR_LINE_TEXT;
  if (d.shortest >= 3) return GR_LINE_DELIMITER;
  return d.space ? GR_LINE_TEXT : GR_LINE_MAYBE_DELIMITER;
}

/* ---- the rest -------------------------------------------------------------------------------- */

static bool is_rule(gr_slice text, gr_range r) {
  char c = text.data[r.start];
  if (size_of(r) < 3 || (c != '-' && c != '*' && c != '=')) return false;
  for (size_t i = r.start; i < r.end; i++)
    if (text.data[i] != c) return false;
  return true;
}

/* Takes `## ` from the front of the content. */
static bool take_heading(gr_slice text, gr_line *line) {
  size_t i = line->row.start;
  uint32_t c;
  while (i < line->row.end && text.data[i] == '#') i++;
  if (i == line->row.start || i > line->row.start + 6 || i == line->all.end) return false;
  (void)gr_utf8_decode(text.data + i, &c);
  if (!is_space(c)) return false;
  line->content = gr_line_content(text, (gr_range){i, line->row.end});
  return true;
}

/* Tabs before the text are an indent. A field beside the first that is a value, or is left blank, makes a row. */
static gr_line_kind read_tabs(gr_slice text, const gr_line *line, uint64_t *work) {
  gr_range row = line->row;
  const char *tab = memchr(text.data + row.start, '\t', size_of(row));
  if (tab == NULL) {
    bool behind = memchr(text.data + row.end, '\t', line->all.end - row.end) != NULL;
    return behind ? GR_LINE_MAYBE_TABS : GR_LINE_TEXT;
  }
  while (tab != NULL) {
    size_t start = (size_t)(tab - text.data) + 1;
    tab = memchr(text.data + start, '\t', row.end - start);
    gr_range field = gr_line_trim(text, (gr_range){start, tab == NULL ? row.end : (size_t)(tab - text.data)});
    if (size_of(field) == 0 || is_value(text, field, work)) return GR_LINE_TABS;
  }
  return GR_LINE_MAYBE_TABS;
}

static bool has_bar(gr_slice text, gr_range r) {
  static const char leads[] = {'|', '\xE2', '\xEF'};
  for (size_t i = 0; i < sizeof leads; i++) {
    const char *at = text.data + r.start, *end = text.data + r.end;
    while ((at = memchr(at, leads[i], (size_t)(end - at))) != NULL) {
      if (gr_line_bar(text, (size_t)(at - text.data)) != 0) return true;
      at++;
    }
  }
  return false;
}

static gr_line_kind classify(gr_slice text, gr_line *line, uint64_t *work) {
  gr_range row = line->row;
  gr_slice cut = {text.data, row.end};
  if (size_of(row) == 0) return GR_LINE_BLANK;
  if (is_rule(text, row)) return GR_LINE_BREAK;
  if (take_heading(text, line)) return size_of(line->content) == 0 ? GR_LINE_BREAK : GR_LINE_ALONE;
  gr_line_kind kind = read_delimiter(text, row), bars = GR_LINE_TEXT;
  if (kind == GR_LINE_DELIMITER || kind == GR_LINE_GRID) return kind;
  if (has_bar(text, row)) bars = read_bars(cut, line, work);
  if (bars != GR_LINE_TEXT) return kind == GR_LINE_MAYBE_DELIMITER && bars == GR_LINE_BARS ? kind : bars;
  kind = read_tabs(text, line, work);
  return kind != GR_LINE_TABS && has_values(cut, line, work) ? GR_LINE_VALUES : kind;
}

void gr_line_read(gr_slice text, gr_range all, size_t next, uint64_t *work, gr_line *out) {
  *out = (gr_line){.next = next, .all = all, .row = gr_line_trim(text, all), .content = all};
  gr_range inner = without_emphasis(text, out->row);
  if (size_of(inner) != size_of(out->row)) out->content = inner;
  *work += size_of(all);
  out->kind = classify(text, out, work);
}

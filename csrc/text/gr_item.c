/* The items of a sentence: words, numbers with their measure words, and what is neither. Also the numbers of a text that
 * have certain words behind them. */
#include "base/gr_slice.h"
#include "text/gr_words.h"

/* Most bytes of a text are told by the first one. */
static inline bool begins_with(gr_slice text, size_t at, gr_slice literal) {
  return at < text.size && text.data[at] == literal.data[0] && gr_slice_begins(gr_slice_sub(text, at, text.size), literal);
}

static size_t skip(gr_slice text, size_t at, gr_slice literal) {
  return begins_with(text, at, literal) ? at + literal.size : at;
}

/* All bytes of a text are asked: what is no mark is told by its first byte. */
static bool ends_sentence(gr_slice text, size_t at) {
  switch (text.data[at]) {
  case '!': case '?': return true;
  case GR_SOFT_BREAK: case GR_PARAGRAPH_END: case GR_BLOCK_START: case GR_TABLE_END: case GR_ROW_END: case GR_CELL_END:
    return true;
  case '\xE3': return begins_with(text, at, GR_LITERAL("。"));
  default: return false;
  }
}

/* Whether a mark or a bracket stands at a position, other than 、 */
static bool is_mark(gr_slice text, size_t at) {
  switch (text.data[at]) {
  case ',': case ':': case ';': case '(': case ')': return true;
  default: return ends_sentence(text, at);
  }
}

/* ---- numbers ------------------------------------------------------------------------------------ */

static size_t digits_stop(gr_slice text, size_t at) {
  while (at < text.size && gr_is_digit(text.data[at])) at++;
  return at;
}

enum { MOST_GROUPS = 6, GROUP = 3 };   /* 15 digits are read; what has more groups is a list, not one number */

/* Digits with commas between groups of three, and a fraction: 1,204.5. */
static size_t number_stop(gr_slice text, size_t at) {
  at = digits_stop(text, at);
  for (int i = 0; i < MOST_GROUPS && at < text.size && text.data[at] == ','; i++) {
    size_t stop = digits_stop(text, at + 1);
    if (stop - at != 1 + GROUP) break;
    at = stop;
  }
  if (at < text.size && text.data[at] == '.') {
    size_t stop = digits_stop(text, at + 1);
    if (stop > at + 1) return stop;
  }
  return at;
}

/* The digits between two positions as a number, commas left out; UINT64_MAX where they are too many or no whole number. */
static uint64_t value_of(gr_slice text, size_t start, size_t stop) {
  uint64_t value = 0;
  for (size_t i = start; i < stop; i++) {
    if (text.data[i] == ',') continue;
    if (text.data[i] == '.') return UINT64_MAX;
    uint64_t digit = (uint64_t)(text.data[i] - '0');
    if (value > (INT64_MAX - digit) / 10) return UINT64_MAX;
    value = 10 * value + digit;
  }
  return value;
}

/* Where the number of a list ends that stands at a position, with the mark behind it: 1. or 12、 The position for none. */
static size_t ordinal_stop(gr_slice text, size_t position) {
  size_t at = position + 1;
  if (at < text.size && gr_is_digit(text.data[at])) at++;
  if (at == text.size) return position;
  size_t stop = skip(text, at, GR_LITERAL("、"));
  if (text.data[at] == '.' || text.data[at] == ',' || text.data[at] == ')') stop = at + 1;
  return stop > at && stop < text.size && !gr_is_digit(text.data[stop]) ? stop : position;
}

enum { LAST_CHARACTER = 3 };   /* bytes of a Chinese one, which ends a word in front of a number */

/* Whether a word may bound the number between two positions: 约26件, 26件以上. */
static bool is_bounded(gr_words *bounds, gr_slice text, size_t start, size_t stop) {
  if (gr_words_at(bounds, text, stop, GR_WORDS_WRITTEN).number != 0) return true;
  return start >= LAST_CHARACTER && gr_words_at(bounds, text, start - LAST_CHARACTER, GR_WORDS_WRITTEN).stop == start;
}

static gr_item number_at(gr_item_words known, gr_slice text, size_t position) {
  gr_item item = {GR_ITEM_PASSED, 0, position, position, ordinal_stop(text, position), 0};
  if (item.stop > position) return item;
  item.kind = GR_ITEM_NUMBER;
  item.digits_stop = number_stop(text, position);
  item.stop = item.digits_stop;
  if (item.stop < text.size && text.data[item.stop] == '%') {
    item.kind = GR_ITEM_PERCENT;
    item.stop++;
    return item;
  }
  gr_match measure = gr_words_at(known.measures, text, item.stop, GR_WORDS_WRITTEN);
  item.number = measure.number;
  item.stop = measure.stop;
  bool is_exact = !is_bounded(known.bounds, text, position, item.stop);
  item.value = is_exact ? value_of(text, position, item.digits_stop) : UINT64_MAX;
  if (measure.number == 0) item.kind = GR_ITEM_OTHER;
  return item;
}

/* ---- what is unknown ---------------------------------------------------------------------------- */

static size_t unknown_stop(gr_slice text, size_t at) {
  while (at < text.size && !is_mark(text, at) && !begins_with(text, at, GR_LITERAL("、"))) at++;
  return at;
}

enum { LONGEST_LIST = 240 };   /* bytes in front of 等, after the first */

/* Where a list ends that stands at a position in front of what it has examples of: 取水许可、排污许可等 in front of 行政许可.
 * No mark but 、 and no digit stands in it. The position for none. */
static size_t examples_stop(gr_words *examples, gr_slice text, size_t position) {
  size_t at = position, last = text.size - position > LONGEST_LIST + 1 ? position + LONGEST_LIST + 1 : text.size - 1;
  while (at <= last && !is_mark(text, at) && !gr_is_digit(text.data[at]) && !begins_with(text, at, GR_LITERAL("等"))) at++;
  gr_words_count(examples, at - position);
  if (at == position || at > last || !begins_with(text, at, GR_LITERAL("等"))) return position;
  size_t stop = skip(text, skip(text, at, GR_LITERAL("等")), GR_LITERAL("各类"));
  return gr_words_at(examples, text, stop, GR_WORDS_WRITTEN).number != 0 ? stop : position;
}

static gr_item unknown_at(gr_words *examples, gr_slice text, size_t position) {
  gr_item item = {GR_ITEM_PASSED, 0, position, position, examples_stop(examples, text, position), 0};
  if (item.stop > position) return item;
  item.stop = unknown_stop(text, position);
  item.kind = item.stop > position ? GR_ITEM_UNKNOWN : GR_ITEM_OTHER;
  return item;
}

/* ---- items -------------------------------------------------------------------------------------- */

static gr_item item_at(gr_item_words known, gr_slice text, size_t position, bool may_break) {
  gr_item item = {GR_ITEM_END, 0, position, position, position, 0};
  if (position == text.size || ends_sentence(text, position)) return item;
  item.kind = GR_ITEM_BREAK;
  if (may_break && gr_words_breaks(known.words, text, position)) return item;
  gr_match word = gr_words_at(known.words, text, position, GR_WORDS_WRITTEN);
  if (word.number != 0) return (gr_item){GR_ITEM_WORD, word.number, position, position, word.stop, 0};
  if (gr_is_digit(text.data[position])) return number_at(known, text, position);
  return unknown_at(known.examples, text, position);
}

gr_item gr_words_item(gr_item_words known, gr_slice text, size_t position, bool may_break) {
  gr_item item = item_at(known, text, position, may_break);
  gr_words_count(known.words, item.stop - position);
  return item;
}

/* ---- numbers of a text -------------------------------------------------------------------------- */

gr_counted gr_words_counted(gr_words *words, gr_slice text, size_t from, size_t to) {
  gr_counted number = {false, from, from, 0};
  text.size = to;
  while (!number.found && number.stop < to) {
    number.start = number.stop;
    while (number.start < to && !gr_is_digit(text.data[number.start])) number.start++;
    number.stop = number.start;
    while (number.stop < to && (gr_is_digit(text.data[number.stop]) || text.data[number.stop] == ',')) number.stop++;
    size_t at = skip(text, number.stop, GR_LITERAL(" "));
    size_t behind = skip(text, at, GR_LITERAL("余"));
    if (behind == at) behind = skip(text, at, GR_LITERAL("多"));
    number.found = gr_words_at(words, text, behind, GR_WORDS_WRITTEN).number != 0;
  }
  number.value = number.found ? value_of(text, number.start, number.stop) : 0;
  gr_words_count(words, number.stop - from);
  return number;
}

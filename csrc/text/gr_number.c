/* What the text of a cell says: the grammar of numbers as officials write them. Works on tape text, in which width is
 * folded already and spaces next to Han characters are gone. */
#include "base/gr_limits.h"
#include "base/gr_slice.h"

typedef struct gr_word {
  gr_slice text;
  int sign;
} gr_word;

#define WORD(text, sign) {GR_LITERAL_INIT(text), (sign)}

/* Longer words stand before those that begin them. */
static const gr_word sign_words[] = {
    WORD("增加", 1), WORD("增", 1), WORD("减少", -1), WORD("减", -1), WORD("+", 1), WORD("-", -1), WORD("−", -1),
};

static const gr_word units[] = {
    WORD("万元", 0), WORD("亿元", 0), WORD("千元", 0), WORD("元", 0), WORD("万件", 0), WORD("万条", 0), WORD("件次", 0),
    WORD("人次", 0), WORD("件", 0),   WORD("项", 0),   WORD("条", 0), WORD("个", 0),   WORD("份", 0),   WORD("人", 0),
    WORD("次", 0),   WORD("篇", 0),   WORD("宗", 0),   WORD("起", 0), WORD("部", 0),   WORD("%", 0),
};

#undef WORD

static bool is_one_of(gr_slice text, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gr_slice_equal(text, gr_slice_of(words[i]))) return true;
  return false;
}

#define IS_ONE_OF(text, words) is_one_of((text), (words), sizeof(words) / sizeof *(words))

static const gr_word *take_word(gr_slice *text, const gr_word *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gr_slice_take(text, words[i].text)) return &words[i];
  return NULL;
}

static gr_slice trim(gr_slice s) {
  while (s.size > 0 && (*s.data == ' ' || *s.data == GR_SOFT_BREAK)) s = gr_slice_sub(s, 1, s.size);
  while (s.size > 0 && (s.data[s.size - 1] == ' ' || s.data[s.size - 1] == GR_SOFT_BREAK)) s.size--;
  return s;
}

static bool is_dashes(gr_slice s) {
  static const char *const dashes[] = {"-", "—", "–", "―", "─", "−"};
  size_t before = s.size;
  for (size_t i = 0; i < sizeof dashes / sizeof *dashes;) {
    i = gr_slice_take(&s, gr_slice_of(dashes[i])) ? 0 : i + 1;
  }
  return s.size == 0 && before != 0;
}

/* Digits with an optional fraction; thousands apart by commas or spaces in groups of three, or not at all. Takes what
 * it reads from the front and writes the digits without separators. */
static bool take_digits(gr_slice *text, char *out, size_t capacity, size_t *length) {
  const char *s = text->data;
  size_t i = 0, n = 0, group = 0;
  char separator = 0;
  for (; i < text->size; i++) {
    if (gr_is_digit(s[i])) {
      if (n == capacity) return false;
      out[n++] = s[i];
      group++;
    } else if ((s[i] == ',' || s[i] == ' ') && i + 1 < text->size && gr_is_digit(s[i + 1])) {
      bool first = separator == 0;
      if (first ? group == 0 || group > 3 : group != 3 || s[i] != separator) return false;
      separator = s[i];
      group = 0;
    } else {
      break;
    }
  }
  if (n == 0 || (separator != 0 && group != 3)) return false;
  if (i + 1 < text->size && s[i] == '.' && gr_is_digit(s[i + 1])) {
    if (n == capacity) return false;
    out[n++] = s[i++];
    for (; i < text->size && gr_is_digit(s[i]); i++) {
      if (n == capacity) return false;
      out[n++] = s[i];
    }
  }
  *text = gr_slice_sub(*text, i, text->size);
  *length = n;
  return true;
}

/* `(...)` up to the end of the text, with brackets in pairs. */
static bool take_note(gr_slice *text, gr_slice *note) {
  if (text->size < 3 || text->data[0] != '(' || text->data[text->size - 1] != ')') return false;
  int depth = 0;
  for (size_t i = 0; i < text->size; i++) {
    if (text->data[i] == '(') depth++;
    if (text->data[i] == ')' && --depth == 0 && i + 1 != text->size) return false;
  }
  if (depth != 0) return false;
  *note = trim(gr_slice_sub(*text, 1, text->size - 1));
  *text = gr_slice_sub(*text, text->size, text->size);
  return true;
}

static bool read_value(gr_slice text, gr_number *out) {
  char digits[1 + GR_MAX_CELL];
  size_t length = 0;
  gr_slice start = text;
  int sign = 1;
  const gr_word *word = take_word(&text, sign_words, sizeof sign_words / sizeof *sign_words);
  if (word != NULL) {
    sign = word->sign;
    if (word->text.size > 1 && word->text.data[0] != (char)0xE2) out->sign = gr_slice_sub(start, 0, word->text.size);
    text = trim(text);
  }
  bool currency = gr_slice_take(&text, GR_LITERAL("¥"));
  if (currency) out->unit = gr_slice_sub(start, (size_t)(text.data - start.data) - 2, (size_t)(text.data - start.data));
  text = trim(text);
  digits[0] = '-';
  if (!take_digits(&text, digits + 1, GR_MAX_CELL, &length)) return false;
  gr_slice number = sign < 0 ? (gr_slice){digits, length + 1} : (gr_slice){digits + 1, length};
  if (gr_decimal_parse(number, &out->value) != GR_OK) return false;
  text = trim(text);
  gr_slice before = text;
  const gr_word *unit = currency ? NULL : take_word(&text, units, sizeof units / sizeof *units);
  if (unit != NULL) out->unit = gr_slice_sub(before, 0, unit->text.size);
  text = trim(text);
  (void)take_note(&text, &out->note);
  return text.size == 0;
}

/* Most cells hold nothing but digits. */
static bool read_digits(gr_slice text, gr_number *out) {
  if (text.size == 0 || text.size > GR_MAX_DIGITS) return false;
  int64_t value = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (!gr_is_digit(text.data[i])) return false;
    value = value * 10 + (text.data[i] - '0');
  }
  out->state = GR_NUMBER;
  out->value = (gr_decimal){value, 0};
  return true;
}

gr_number gr_number_read(gr_slice text) {
  static const char *const slashes[] = {"/", "\\", "╱"};
  static const char *const none[] = {"无", "(无)", "無", "(無)"};
  static const char *const not_applicable[] = {"不适用", "不適用", "N/A", "n/a", "NA"};
  static const char *const same[] = {"持平"};
  static const char *const bars[] = {"|", "│", "┃"};   /* the border of a cell that was copied as a line */
  gr_number out = {GR_UNREADABLE, {0, 0}, {text.data, 0}, {text.data, 0}, {text.data, 0}};
  if (read_digits(text, &out)) return out;
  text = trim(text);
  if (text.size > GR_MAX_CELL) return out;
  if (text.size == 0 || IS_ONE_OF(text, bars)) {
    out.state = GR_BLANK;
  } else if (is_dashes(text) || IS_ONE_OF(text, slashes)) {
    out.state = GR_DASH;
  } else if (IS_ONE_OF(text, none)) {
    out.state = GR_NONE;
  } else if (IS_ONE_OF(text, not_applicable)) {
    out.state = GR_NOT_APPLICABLE;
  } else if (IS_ONE_OF(text, same)) {
    out.state = GR_NUMBER;
    out.sign = text;
  } else if (read_value(text, &out)) {
    out.state = GR_NUMBER;
  } else {
    out = (gr_number){GR_UNREADABLE, {0, 0}, {text.data, 0}, {text.data, 0}, {text.data, 0}};
  }
  return out;
}

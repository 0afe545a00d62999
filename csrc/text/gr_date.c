/* Whole numbers in Chinese numerals, and dates. */
#include "base/gr_limits.h"
#include "base/gr_slice.h"

static const struct {
  gr_slice text;
  int value;
} numerals[] = {
#define NUMERAL(text, value) {GR_LITERAL_INIT(text), (value)}
    NUMERAL("〇", 0), NUMERAL("○", 0), NUMERAL("零", 0), NUMERAL("一", 1),   NUMERAL("二", 2),    NUMERAL("两", 2),
    NUMERAL("三", 3), NUMERAL("四", 4), NUMERAL("五", 5), NUMERAL("六", 6),   NUMERAL("七", 7),    NUMERAL("八", 8),
    NUMERAL("九", 9), NUMERAL("十", 10), NUMERAL("百", 100), NUMERAL("千", 1000), NUMERAL("万", 10000),
#undef NUMERAL
};

/* The value of the numeral at the front, which is dropped; -1, and no change, where none stands there. */
static int take_numeral(gr_slice *text) {
  for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
    if (gr_slice_take(text, numerals[i].text)) return numerals[i].value;
  return -1;
}

/* 二〇二〇: digit by digit. */
static gr_status read_positional(gr_slice text, int64_t *out) {
  int64_t value = 0;
  size_t count = 0;
  while (text.size > 0) {
    int digit = take_numeral(&text);
    if (digit < 0 || digit > 9) return GR_NUMBER_SYNTAX;
    if (++count > GR_MAX_DIGITS) return GR_NUMBER_RANGE;
    value = value * 10 + digit;
  }
  *out = value;
  return GR_OK;
}

/* 一千二百三十四, 十二, 三万零五: each unit at most once, in falling order within a group of ten thousand. */
static gr_status read_with_units(gr_slice text, int64_t *out) {
  int64_t total = 0, group = 0;
  int digit = -1, last_unit = 10000;
  bool ten_thousands = false, after_zero = false;
  while (text.size > 0) {
    int value = take_numeral(&text);
    if (value < 0) return GR_NUMBER_SYNTAX;
    if (value < 10) {
      if (digit > 0) return GR_NUMBER_SYNTAX;
      after_zero = digit == 0;
      digit = value;
    } else if (value == 10000) {
      if (ten_thousands || (digit < 0 && group == 0)) return GR_NUMBER_SYNTAX;
      total = (group + (digit > 0 ? digit : 0)) * 10000;
      group = 0;
      digit = -1;
      last_unit = 10000;
      ten_thousands = true;
    } else {
      if (value >= last_unit || digit == 0 || (digit < 0 && value != 10)) return GR_NUMBER_SYNTAX;
      group += (int64_t)(digit > 0 ? digit : 1) * value;
      digit = -1;
      last_unit = value;
    }
  }
  /* 一百二 may mean 120 or be cut: a last digit follows 十 or 零. */
  if (digit > 0 && !after_zero && (last_unit > 10)) return GR_NUMBER_SYNTAX;
  *out = total + group + (digit > 0 ? digit : 0);
  return GR_OK;
}

gr_status gr_numeral_read(gr_slice text, int64_t *out) {
  gr_slice rest = text;
  bool units = false;
  size_t count = 0;
  while (rest.size > 0) {
    int value = take_numeral(&rest);
    if (value < 0) return GR_NUMBER_SYNTAX;
    if (value >= 10) units = true;
    count++;
  }
  if (count == 0) return GR_NUMBER_SYNTAX;
  return units ? read_with_units(text, out) : read_positional(text, out);
}

/* Digits or numerals up to a number of four digits; false, and no change, where none stands there. */
static bool take_number(gr_slice *text, int64_t *out) {
  size_t n = 0;
  int64_t value = 0;
  while (n < text->size && n < 5 && gr_is_digit(text->data[n])) value = value * 10 + (text->data[n++] - '0');
  if (n == 5) return false;
  if (n > 0) {
    *text = gr_slice_sub(*text, n, text->size);
    *out = value;
    return true;
  }
  gr_slice rest = *text;
  while (take_numeral(&rest) >= 0) {
  }
  gr_slice numeral = gr_slice_sub(*text, 0, text->size - rest.size);
  if (numeral.size == 0 || gr_numeral_read(numeral, out) != GR_OK) return false;
  *text = rest;
  return true;
}

static void drop_breaks(gr_slice *text) {
  while (text->size > 0 && (*text->data == ' ' || *text->data == GR_SOFT_BREAK)) {
    text->data++;
    text->size--;
  }
}

static int days_in(int64_t year, int64_t month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/* Nothing, `15:52` or `15:52:07`. */
static bool is_time(gr_slice text) {
  static const int limits[] = {24, 60, 60};
  if (text.size == 0) return true;
  size_t part = 0, i = 0;
  for (; part < 3; part++) {
    size_t start = i;
    int value = 0;
    while (i < text.size && i - start < 2 && gr_is_digit(text.data[i])) value = value * 10 + (text.data[i++] - '0');
    if (i == start || value >= limits[part]) return false;
    if (i == text.size) break;
    if (text.data[i++] != ':') return false;
  }
  return i == text.size && (part == 1 || part == 2);
}

gr_status gr_date_read(gr_slice text, gr_date *out) {
  static const char *const points[] = {"-", "/", "."};
  int64_t part[3] = {0, 0, 0};
  size_t count = 0;
  drop_breaks(&text);
  const char *point = NULL;
  bool pending = false;
  for (; count < 3 && take_number(&text, &part[count]); count++) {
    static const char *const marks[3][2] = {{"年", "年"}, {"月", "月"}, {"日", "号"}};
    drop_breaks(&text);
    if (gr_slice_take(&text, gr_slice_of(marks[count][0])) || gr_slice_take(&text, gr_slice_of(marks[count][1]))) {
      drop_breaks(&text);
      continue;
    }
    if (count == 0)
      for (size_t i = 0; i < 3 && point == NULL; i++)
        if (gr_slice_begins(text, gr_slice_of(points[i]))) point = points[i];
    if (point == NULL) return GR_DATE_SYNTAX;
    if (count < 2) {
      pending = gr_slice_take(&text, gr_slice_of(point));
      if (!pending) {
        count++;
        break;
      }
    } else {
      pending = false;
    }
  }
  if (pending && count < 3) return GR_DATE_SYNTAX;   /* 2021-: a number belongs behind the point */
  drop_breaks(&text);
  if (count == 0 || !is_time(text) || (text.size != 0 && count != 3)) return GR_DATE_SYNTAX;
  if (part[0] < 1000 || part[0] > 9999) return GR_DATE_RANGE;
  if (count > 1 && (part[1] < 1 || part[1] > 12)) return GR_DATE_RANGE;
  if (count > 2 && (part[2] < 1 || part[2] > days_in(part[0], part[1]))) return GR_DATE_RANGE;
  *out = (gr_date){(int16_t)part[0], (int8_t)part[1], (int8_t)part[2]};
  return GR_OK;
}

static size_t put_padded(char *out, int value, size_t width) {
  for (size_t i = width; i > 0; i--) {
    out[i - 1] = (char)('0' + value % 10);
    value /= 10;
  }
  return width;
}

size_t gr_date_format(gr_date date, char out[GR_DATE_TEXT]) {
  size_t n = put_padded(out, date.year, 4);
  if (date.month != 0) {
    out[n++] = '-';
    n += put_padded(out + n, date.month, 2);
  }
  if (date.day != 0) {
    out[n++] = '-';
    n += put_padded(out + n, date.day, 2);
  }
  out[n] = '\0';
  return n;
}

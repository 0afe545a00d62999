/* Exact decimals of at most 15 digits. No floating point. */
#include "base/gr_limits.h"
#include "base/gr_slice.h"

static bool fits(int64_t mantissa) { return mantissa >= -GR_MAX_MANTISSA && mantissa <= GR_MAX_MANTISSA; }

/* Takes any mantissa and 0 <= scale; leaves the one form in which a value is kept. */
static gr_status normalise(int64_t mantissa, int32_t scale, gr_decimal *out) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    scale--;
  }
  if (!fits(mantissa) || scale > GR_MAX_DIGITS) return GR_NUMBER_RANGE;
  *out = (gr_decimal){mantissa, scale};
  return GR_OK;
}

static bool times_ten(int64_t *value) {
  if (*value > INT64_MAX / 10 || *value < INT64_MIN / 10) return false;
  *value *= 10;
  return true;
}

gr_status gr_decimal_parse(gr_slice text, gr_decimal *out) {
  if (text.size == 0) return GR_NUMBER_SYNTAX;
  bool negative = gr_slice_take(&text, GR_LITERAL("-"));
  int64_t mantissa = 0;
  int32_t scale = 0;
  size_t digits = 0;
  bool point = false;
  size_t end = text.size;
  if (memchr(text.data, '.', text.size) != NULL)
    while (end > 0 && text.data[end - 1] == '0') end--;
  for (size_t i = 0; i < end; i++) {
    if (text.data[i] == '.') {
      if (point || i == 0 || i + 1 == text.size) return GR_NUMBER_SYNTAX;
      point = true;
      continue;
    }
    if (!gr_is_digit(text.data[i])) return GR_NUMBER_SYNTAX;
    digits++;
    if (mantissa > GR_MAX_MANTISSA / 10) return GR_NUMBER_RANGE;
    mantissa = mantissa * 10 + (text.data[i] - '0');
    if (point && ++scale > GR_MAX_DIGITS) return GR_NUMBER_RANGE;
  }
  if (digits == 0) return GR_NUMBER_SYNTAX;
  return normalise(negative ? -mantissa : mantissa, scale, out);
}

/* Brings both to one scale. False where that does not fit, and then no sum of the two fits in 15 digits: the one with
 * the larger scale ends in a digit that is not 0, some 19 places behind the other's first. */
static bool align(gr_decimal *a, gr_decimal *b) {
  gr_decimal *small = a->scale < b->scale ? a : b;
  int32_t scale = a->scale < b->scale ? b->scale : a->scale;
  while (small->scale < scale) {
    if (!times_ten(&small->mantissa)) return false;
    small->scale++;
  }
  return true;
}

gr_status gr_decimal_add(gr_decimal a, gr_decimal b, gr_decimal *out) {
  if (!align(&a, &b)) return GR_NUMBER_RANGE;
  if (b.mantissa > 0 ? a.mantissa > INT64_MAX - b.mantissa : a.mantissa < INT64_MIN - b.mantissa)
    return GR_NUMBER_RANGE;
  return normalise(a.mantissa + b.mantissa, a.scale, out);
}

gr_status gr_decimal_subtract(gr_decimal a, gr_decimal b, gr_decimal *out) {
  b.mantissa = -b.mantissa;
  return gr_decimal_add(a, b, out);
}

gr_status gr_decimal_multiply(gr_decimal a, gr_decimal b, gr_decimal *out) {
  int32_t scale = a.scale + b.scale;
  /* Tens that the scale can take up are divided out first, so that only a product that does not fit overflows. */
  while (scale > 0 && a.mantissa % 10 == 0 && a.mantissa != 0) {
    a.mantissa /= 10;
    scale--;
  }
  while (scale > 0 && b.mantissa % 10 == 0 && b.mantissa != 0) {
    b.mantissa /= 10;
    scale--;
  }
  while (scale > 0 && a.mantissa % 5 == 0 && b.mantissa % 2 == 0 && a.mantissa != 0) {
    a.mantissa /= 5;
    b.mantissa /= 2;
    scale--;
  }
  while (scale > 0 && a.mantissa % 2 == 0 && b.mantissa % 5 == 0 && b.mantissa != 0) {
    a.mantissa /= 2;
    b.mantissa /= 5;
    scale--;
  }
  int64_t size = b.mantissa < 0 ? -b.mantissa : b.mantissa;
  if (size != 0 && (a.mantissa > INT64_MAX / size || a.mantissa < -(INT64_MAX / size))) return GR_NUMBER_RANGE;
  return normalise(a.mantissa * b.mantissa, a.mantissa * b.mantissa == 0 ? 0 : scale, out);
}

/* The value of some digits, the last `scale` of them behind the point. */
static gr_status from_digits(const char *digits, size_t count, int32_t scale, bool negative, gr_decimal *out) {
  while (scale > 0 && count > 0 && digits[count - 1] == 0) {
    count--;
    scale--;
  }
  int64_t mantissa = 0;
  for (size_t i = 0; i < count; i++) {
    if (mantissa > GR_MAX_MANTISSA / 10) return GR_NUMBER_RANGE;
    mantissa = mantissa * 10 + digits[i];
  }
  return normalise(negative ? -mantissa : mantissa, scale, out);
}

/* Long division: 15 digits of the dividend, and at most 30 behind them. */
gr_status gr_decimal_ratio(gr_decimal a, gr_decimal b, int places, gr_decimal *out) {
  char digits[1 + 15 + 30];
  if (b.mantissa == 0) return GR_NUMBER_INEXACT;
  bool negative = (a.mantissa < 0) != (b.mantissa < 0);
  int64_t dividend = a.mantissa < 0 ? -a.mantissa : a.mantissa;
  int64_t divisor = b.mantissa < 0 ? -b.mantissa : b.mantissa;
  int32_t shift = b.scale + places - a.scale;   /* between -15 and 30 */
  for (; shift < 0; shift++)
    if (!times_ten(&divisor)) return normalise(0, 0, out);   /* below 10^15 / 10^18: rounds to 0 */
  size_t count = 16;
  int64_t quotient = dividend / divisor, rest = dividend % divisor;
  for (size_t i = count; i > 0; i--) {
    digits[i - 1] = (char)(quotient % 10);
    quotient /= 10;
  }
  for (; shift > 0; shift--) {   /* here rest < divisor < 10^15 */
    digits[count++] = (char)(rest * 10 / divisor);
    rest = rest * 10 % divisor;
  }
  size_t i = count;
  bool carry = rest >= divisor - rest;
  while (carry && i > 0) {   /* the first digit is 0 and takes up the last carry */
    i--;
    carry = digits[i] == 9;
    digits[i] = carry ? 0 : (char)(digits[i] + 1);
  }
  return from_digits(digits, count, places, negative, out);
}

int gr_decimal_compare(gr_decimal a, gr_decimal b) {
  if ((a.mantissa < 0) != (b.mantissa < 0)) return a.mantissa < 0 ? -1 : 1;
  if (!align(&a, &b)) {
    /* The one that could not be brought to the larger scale is the larger in size. */
    bool a_larger = a.scale < b.scale;
    return a_larger == (a.mantissa > 0) ? 1 : -1;
  }
  return a.mantissa < b.mantissa ? -1 : a.mantissa > b.mantissa;
}

size_t gr_decimal_format(gr_decimal value, char out[GR_DECIMAL_TEXT]) {
  char digits[GR_DECIMAL_TEXT];
  size_t count = 0;
  int64_t rest = value.mantissa < 0 ? -value.mantissa : value.mantissa;
  do {
    digits[count++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0 || count <= (size_t)value.scale);
  size_t length = 0;
  if (value.mantissa < 0) out[length++] = '-';
  while (count > 0) {
    out[length++] = digits[--count];
    if (count == (size_t)value.scale && count != 0) out[length++] = '.';
  }
  out[length] = '\0';
  return length;
}

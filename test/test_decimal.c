/* Decimals: limits, exactness, rounding, order and text. */
#include "check.h"

static const int64_t largest = INT64_C(999999999999999);

static gr_decimal decimal(const char *text) {
  gr_decimal out = {0, 0};
  if (gr_decimal_parse(slice(text), &out) != GR_OK) check_fail(__LINE__, "cannot parse %s", text);
  return out;
}

static const char *written(gr_decimal value) {
  static char buffers[4][GR_DECIMAL_TEXT];
  static unsigned turn;
  char *out = buffers[turn++ % 4];
  (void)gr_decimal_format(value, out);
  return out;
}

static bool equal(gr_decimal a, gr_decimal b) { return a.mantissa == b.mantissa && a.scale == b.scale; }

static void parses(void) {
  static const struct {
    const char *text;
    int64_t mantissa;
    int32_t scale;
  } good[] = {
      {"0", 0, 0}, {"-0", 0, 0}, {"-0.00", 0, 0}, {"0.0000000000000000000", 0, 0}, {"7", 7, 0}, {"-7", -7, 0},
      {"007", 7, 0}, {"100", 100, 0}, {"1.00", 1, 0}, {"1.50", 15, 1}, {"-1.5", -15, 1}, {"0.5", 5, 1},
      {"-0.05", -5, 2}, {"10.10", 101, 1}, {"190.457379", 190457379, 6}, {"59237.2449", 592372449, 4},
      {"999999999999999", 999999999999999, 0}, {"-999999999999999", -999999999999999, 0},
      {"100000000000000", 100000000000000, 0}, {"12345678901234.5", 123456789012345, 1},
      {"123456789012345.0", 123456789012345, 0}, {"999999999999999.000000000000000000", 999999999999999, 0},
      {"0.123456789012345", 123456789012345, 15}, {"0.000000000000001", 1, 15}, {"-0.000000000000001", -1, 15},
      {"0.1000000000000000000000", 1, 1}, {"0.0000000000000010", 1, 15}, {"000000000000000000000012", 12, 0},
      {"0000000000000000000.5", 5, 1},
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    test("parse %s", good[i].text);
    gr_decimal out = {-77, 7};
    CHECK_STATUS(gr_decimal_parse(slice(good[i].text), &out), GR_OK);
    CHECK_THAT(out.mantissa == good[i].mantissa && out.scale == good[i].scale, "%lld / 10^%d", (long long)out.mantissa,
               (int)out.scale);
  }
  static const char *const range[] = {
      "1000000000000000", "-1000000000000000", "1234567890123456", "123456789012345.6", "1.000000000000001",
      "0.0000000000000001", "-0.0000000000000001", "0.1234567890123456", "1000000000000000.0",
      "99999999999999999999999999999999999999999999", "0.00000000000000000000000000000000000000001",
  };
  for (size_t i = 0; i < COUNT(range); i++) {
    test("parse out of range %s", range[i]);
    gr_decimal out = {-77, 7};
    CHECK_STATUS(gr_decimal_parse(slice(range[i]), &out), GR_NUMBER_RANGE);
    CHECK(out.mantissa == -77 && out.scale == 7);
  }
  static const char *const syntax[] = {
      "", "-", "+", "+1", "--1", ".", "-.", ".5", "-.5", "5.", "-5.", "1..2", "1.2.3", "1.0.0", "1..0", "1.00.", "0.",
      "1 2", " 1", "1 ", "1\n", "1,234", "1e3", "0x1", "a", "1a", "1.a", "1.5a", "1-", "1.-2", "NaN", "inf", "１", "一",
      "1%",
  };
  for (size_t i = 0; i < COUNT(syntax); i++) {
    test("parse syntax error [%s]", show(slice(syntax[i])));
    gr_decimal out = {-77, 7};
    CHECK_STATUS(gr_decimal_parse(slice(syntax[i]), &out), GR_NUMBER_SYNTAX);
    CHECK(out.mantissa == -77 && out.scale == 7);
  }
  test("parse keeps to the slice");
  gr_decimal out = {0, 0};
  CHECK_STATUS(gr_decimal_parse((gr_slice){"12345", 3}, &out), GR_OK);
  CHECK(out.mantissa == 123 && out.scale == 0);
  CHECK_STATUS(gr_decimal_parse((gr_slice){"1.50", 2}, &out), GR_NUMBER_SYNTAX);
  CHECK_STATUS(gr_decimal_parse((gr_slice){"1\0", 2}, &out), GR_NUMBER_SYNTAX);
}

typedef gr_status (*operation)(gr_decimal, gr_decimal, gr_decimal *);

/* `expected` NULL: out of range. */
static void calculates(void) {
  static const struct {
    const char *name;
    operation run;
    const char *a, *b, *expected;
  } cases[] = {
      {"add", gr_decimal_add, "0.1", "0.2", "0.3"},
      {"add", gr_decimal_add, "0.5", "0.5", "1"},
      {"add", gr_decimal_add, "1", "-1", "0"},
      {"add", gr_decimal_add, "-1.25", "0.25", "-1"},
      {"add", gr_decimal_add, "999999999999998", "1", "999999999999999"},
      {"add", gr_decimal_add, "999999999999999", "1", NULL},
      {"add", gr_decimal_add, "-999999999999999", "-1", NULL},
      {"add", gr_decimal_add, "999999999999999", "-999999999999999", "0"},
      {"add", gr_decimal_add, "99999999999999.9", "0.1", "100000000000000"},
      {"add", gr_decimal_add, "99999999999999.9", "0.2", NULL},
      {"add", gr_decimal_add, "99999999999999", "0.9", "99999999999999.9"},
      {"add", gr_decimal_add, "100000000000000", "0.1", NULL},
      {"add", gr_decimal_add, "0", "0.000000000000001", "0.000000000000001"},
      {"add", gr_decimal_add, "1", "0.000000000000001", NULL},
      {"add", gr_decimal_add, "1", "-0.000000000000001", "0.999999999999999"},
      {"add", gr_decimal_add, "999999999999999", "0.000000000000001", NULL},
      {"subtract", gr_decimal_subtract, "0.3", "0.1", "0.2"},
      {"subtract", gr_decimal_subtract, "197", "197", "0"},
      {"subtract", gr_decimal_subtract, "0", "5", "-5"},
      {"subtract", gr_decimal_subtract, "-999999999999998", "1", "-999999999999999"},
      {"subtract", gr_decimal_subtract, "-999999999999999", "1", NULL},
      {"subtract", gr_decimal_subtract, "999999999999999", "-1", NULL},
      {"multiply", gr_decimal_multiply, "0.5", "0.2", "0.1"},
      {"multiply", gr_decimal_multiply, "-1.5", "4", "-6"},
      {"multiply", gr_decimal_multiply, "-3", "-7", "21"},
      {"multiply", gr_decimal_multiply, "999999999999999", "1", "999999999999999"},
      {"multiply", gr_decimal_multiply, "999999999999999", "-1", "-999999999999999"},
      {"multiply", gr_decimal_multiply, "0", "-999999999999999", "0"},
      {"multiply", gr_decimal_multiply, "31622776", "31622776", "999999961946176"},
      {"multiply", gr_decimal_multiply, "100000000", "10000000", NULL},
      {"multiply", gr_decimal_multiply, "10000000", "10000000", "100000000000000"},
      {"multiply", gr_decimal_multiply, "0.0000001", "0.00000001", "0.000000000000001"},
      {"multiply", gr_decimal_multiply, "0.00000001", "0.00000001", NULL},
      {"multiply", gr_decimal_multiply, "0.000000000000005", "0.2", "0.000000000000001"},
      {"multiply", gr_decimal_multiply, "999999999999999", "999999999999999", NULL},
      {"multiply", gr_decimal_multiply, "500000000000000", "0.000000000000002", "1"},
      {"multiply", gr_decimal_multiply, "107362800", "0.0001", "10736.28"},
      {"multiply", gr_decimal_multiply, "100000000000000", "0.123456789012345", "12345678901234.5"},
      {"multiply", gr_decimal_multiply, "0.00000000123456", "10000000000000", "12345.6"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("%s %s, %s", cases[i].name, cases[i].a, cases[i].b);
    gr_decimal out = {-77, 7};
    gr_status status = cases[i].run(decimal(cases[i].a), decimal(cases[i].b), &out);
    CHECK_STATUS(status, cases[i].expected == NULL ? GR_NUMBER_RANGE : GR_OK);
    gr_decimal expected = cases[i].expected == NULL ? (gr_decimal){-77, 7} : decimal(cases[i].expected);
    CHECK_THAT(equal(out, expected), "%s, expected %s", written(out), written(expected));
  }
}

static void divides(void) {
  static const struct {
    const char *a, *b;
    int places;
    const char *expected;
  } cases[] = {
      {"1", "2", 0, "1"}, {"-1", "2", 0, "-1"}, {"1", "-2", 0, "-1"}, {"-1", "-2", 0, "1"}, {"3", "2", 0, "2"},
      {"5", "2", 0, "3"}, {"-5", "2", 0, "-3"}, {"1", "3", 0, "0"}, {"-1", "3", 0, "0"}, {"2", "3", 0, "1"},
      {"1", "3", 4, "0.3333"}, {"2", "3", 4, "0.6667"}, {"-2", "3", 4, "-0.6667"}, {"1", "8", 2, "0.13"},
      {"-1", "8", 2, "-0.13"}, {"35", "805", 4, "0.0435"}, {"207", "312", 3, "0.663"}, {"1", "4", 15, "0.25"},
      {"1", "3", 15, "0.333333333333333"}, {"0", "-3", 2, "0"}, {"0.5", "0.25", 0, "2"}, {"0.001", "2", 3, "0.001"},
      {"0.0009", "2", 3, "0"}, {"0.000000000000001", "999999999999999", 15, "0"},
      {"999999999999999", "1", 0, "999999999999999"}, {"999999999999999", "0.1", 0, NULL}, {"1000000", "3", 15, NULL},
      {"99999999999999.5", "1", 0, "100000000000000"}, {"999999999999999", "2", 0, "500000000000000"},
      {"9", "1", 15, "9"}, {"12345", "1", 15, "12345"}, {"100000000000000", "1", 15, "100000000000000"},
      {"1", "0", 2, ""}, {"0", "0", 2, ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("ratio %s / %s to %d places", cases[i].a, cases[i].b, cases[i].places);
    const char *text = cases[i].expected;
    gr_status expected = text == NULL ? GR_NUMBER_RANGE : *text == '\0' ? GR_NUMBER_INEXACT : GR_OK;
    gr_decimal out = {-77, 7};
    CHECK_STATUS(gr_decimal_ratio(decimal(cases[i].a), decimal(cases[i].b), cases[i].places, &out), expected);
    gr_decimal value = expected == GR_OK ? decimal(text) : (gr_decimal){-77, 7};
    CHECK_THAT(equal(out, value), "%s, expected %s", written(out), written(value));
  }
}

/* ---- against integers of 128 bits ---------------------------------------------------------- */

__extension__ typedef __int128 wide;

static wide power(int exponent) {
  wide out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

/* The decimal of mantissa / 10^scale, by the definition in the header. */
static gr_status reference(wide mantissa, int scale, gr_decimal *out) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    scale--;
  }
  if (mantissa > largest || mantissa < -largest || scale > 15) return GR_NUMBER_RANGE;
  *out = (gr_decimal){(int64_t)mantissa, scale};
  return GR_OK;
}

static wide at_scale_15(gr_decimal value) { return value.mantissa * power(15 - value.scale); }

static gr_status reference_ratio(gr_decimal a, gr_decimal b, int places, gr_decimal *out) {
  if (b.mantissa == 0) return GR_NUMBER_INEXACT;
  bool negative = (a.mantissa < 0) != (b.mantissa < 0);
  wide top = a.mantissa < 0 ? -a.mantissa : a.mantissa, bottom = b.mantissa < 0 ? -b.mantissa : b.mantissa;
  int shift = b.scale + places - a.scale;
  if (shift < 0) bottom *= power(-shift);
  wide quotient = top / bottom, rest = top % bottom;
  for (int i = 0; i < shift; i++) {
    quotient = quotient * 10 + rest * 10 / bottom;
    rest = rest * 10 % bottom;
    if (quotient > power(32)) return GR_NUMBER_RANGE;
  }
  if (2 * rest >= bottom) quotient++;
  return reference(negative ? -quotient : quotient, places, out);
}

/* 1 to 15 digits, often few of them and zeros behind, with any scale. */
static gr_decimal any(uint64_t *seed) {
  int digits = 1 + (int)random_below(seed, 15);
  int zeros = random_below(seed, 2) == 0 ? 0 : (int)random_below(seed, (size_t)digits);
  wide mantissa = (wide)(next_random(seed) >> 1) % power(digits - zeros) * power(zeros);
  if (random_below(seed, 20) == 0) mantissa = largest - (wide)random_below(seed, 3);
  if (random_below(seed, 2) == 0) mantissa = -mantissa;
  gr_decimal out = {0, 0};
  (void)reference(mantissa, random_below(seed, 3) == 0 ? 0 : (int)random_below(seed, 16), &out);
  return out;
}

static void agree(const char *name, gr_decimal a, gr_decimal b, gr_status status, gr_decimal out, gr_status expected,
                  gr_decimal value) {
  CHECK_THAT(status == expected && (status != GR_OK || equal(out, value)), "%s of %s and %s is %s %s, expected %s %s",
             name, written(a), written(b), gr_status_name(status), status == GR_OK ? written(out) : "",
             gr_status_name(expected), expected == GR_OK ? written(value) : "");
}

int main(void) {
  parses();
  calculates();
  divides();
  static const struct {
    const char *name;
    operation run;
  } operations[] = {{"add", gr_decimal_add}, {"subtract", gr_decimal_subtract}, {"multiply", gr_decimal_multiply}};
  uint64_t seed = 20200131;
  for (size_t k = 0; k < COUNT(operations); k++) {
    test("%s agrees with 128 bits", operations[k].name);
    for (int i = 0; i < 60000; i++) {
      gr_decimal a = any(&seed), b = any(&seed), out = {0, 0}, value = {0, 0};
      wide sum = k == 0 ? at_scale_15(a) + at_scale_15(b) : at_scale_15(a) - at_scale_15(b);
      gr_status expected = k == 2 ? reference((wide)a.mantissa * b.mantissa, a.scale + b.scale, &value)
                                  : reference(sum, 15, &value);
      gr_status status = operations[k].run(a, b, &out);
      agree(operations[k].name, a, b, status, out, expected, value);
    }
  }
  test("ratio agrees with long division");
  for (int i = 0; i < 60000; i++) {
    gr_decimal a = any(&seed), b = any(&seed), out = {0, 0}, value = {0, 0};
    int places = (int)random_below(&seed, 16);
    gr_status expected = reference_ratio(a, b, places, &value);
    agree("ratio", a, b, gr_decimal_ratio(a, b, places, &out), out, expected, value);
  }
  test("compare agrees with 128 bits");
  for (int i = 0; i < 60000; i++) {
    gr_decimal a = any(&seed), b = random_below(&seed, 8) == 0 ? a : any(&seed);
    wide x = at_scale_15(a), y = at_scale_15(b);
    int order = gr_decimal_compare(a, b), back = gr_decimal_compare(b, a);
    int expected = (x > y) - (x < y);
    CHECK_THAT((order > 0) - (order < 0) == expected && (back > 0) - (back < 0) == -expected, "%s against %s is %d, %d",
               written(a), written(b), order, back);
  }
  test("format and parse give the value back");
  for (int i = 0; i < 60000; i++) {
    gr_decimal a = any(&seed), b = {0, 0};
    char text[GR_DECIMAL_TEXT];
    size_t length = gr_decimal_format(a, text);
    CHECK_THAT(length == strlen(text) && length < GR_DECIMAL_TEXT, "length %zu of %s", length, text);
    CHECK_THAT(gr_decimal_parse(slice(text), &b) == GR_OK && equal(a, b), "%s came back as %s", text, written(b));
  }
  test("format writes the shortest form");
  static const char *const forms[] = {"0", "-1", "100", "1.5", "-0.5", "0.000000000000001", "-0.999999999999999",
                                      "10.01", "999999999999999", "-99999999999999.9"};
  for (size_t i = 0; i < COUNT(forms); i++) CHECK_SLICE(slice(written(decimal(forms[i]))), forms[i]);
  return check_finish();
}

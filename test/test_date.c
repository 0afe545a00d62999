/* Dates and Chinese numerals. */
#include "check.h"

static const struct {
  const char *text, *iso;
} dates[] = {
    {"2021年1月29日", "2021-01-29"},
    {"2021年01月29日", "2021-01-29"},
    {"2021-01-29", "2021-01-29"},
    {"2021-1-29", "2021-01-29"},
    {"2024/01/17", "2024-01-17"},
    {"2021/1/29", "2021-01-29"},
    {"2021.1.29", "2021-01-29"},
    {"2021.01.29", "2021-01-29"},
    {"二〇二一年一月二十九日", "2021-01-29"},
    {"二〇二一年十月十日", "2021-10-10"},
    {"二○二〇年十二月三十一日", "2020-12-31"},
    {"二零二一年二月二日", "2021-02-02"},
    {"二〇二一年十一月二十日", "2021-11-20"},
    /* the time of day behind it */
    {"2022年01月30日 15:52", "2022-01-30"},
    {"2022年01月30日15:52", "2022-01-30"},
    {"2022-01-30 15:52", "2022-01-30"},
    {"2022-01-30 15:52:07", "2022-01-30"},
    {"2022-01-30 00:00:00", "2022-01-30"},
    {"2022-01-30 9:05", "2022-01-30"},
    {"2022/01/30 23:59", "2022-01-30"},
    /* the precision printed */
    {"2021年1月", "2021-01"},
    {"2021-01", "2021-01"},
    {"2021/12", "2021-12"},
    {"2021.9", "2021-09"},
    {"二〇二一年一月", "2021-01"},
    {"2021年", "2021"},
    {"二〇二一年", "2021"},
    /* the calendar */
    {"2020年2月29日", "2020-02-29"},
    {"2000-02-29", "2000-02-29"},
    {"2021-02-28", "2021-02-28"},
    {"2021-04-30", "2021-04-30"},
    {"2021-12-31", "2021-12-31"},
    {"2021-01-01", "2021-01-01"},
};

static const char *const no_such_day[] = {
    "2021年2月30日", "2021-02-30", "2021-02-29", "1900-02-29", "2020-02-30", "2021-04-31", "2021/06/31", "2021.11.31",
    "2021-01-32", "2021-01-00", "2021-00-10", "2021-13-01", "2021年13月", "2021年0月", "2021-13", "2021年1月32日",
    "二〇二一年二月三十日", "二〇二一年十三月一日",
};

static const char *const no_date[] = {
    "", " ", "年", "年月日", "年1月29日", "月29日", "1月29日", "12", "abc", "无", "2021年年", "2021年月29日", "2021年1月日",
    "2021-01-29-1", "2021-01/29", "2021/01-29", "2021.01-29", "2021年1-29", "2021--01", "2021-", "2021/", "2021.",
    "2021-01-", "2021/01/", "2021.01.", "-2021", "2021-a", "2021-01-a", "2021-01-29a", "a2021-01-29", "2021年1月29日止",
    "至2021年1月29日",
    "2021年1月29日2021年1月30日", "2021年1月1日至12月31日", "2021,01,29", "2021 01 29", "20210129", "202020年12月31日",
    "201711日", "2021-01-29 ::::", "2021-01-29 15:", "2021-01-29 :15", "2021-01-29 1552", "2021-01-29 abc",
    "2021年 15:52", "２０２１-01-29",
};

/* Not a date; which of the two statuses says so is not laid down. */
static const char *const refused[] = {
    "2021-01-29 25:00", "2021-01-29 12:60", "2021-01-29 99:99", "21年1月29日", "201年1月29日", "0000-01-01", "2021-123-01",
    "2021-01-123", "2021-01-2915:52", "99999-01-01",
};

static const struct {
  const char *text;
  int64_t value;
} numerals[] = {
    {"零", 0}, {"〇", 0}, {"一", 1}, {"九", 9}, {"十", 10}, {"十一", 11}, {"十九", 19}, {"二十", 20}, {"二十九", 29},
    {"一十二", 12}, {"九十九", 99}, {"一百", 100}, {"一百零五", 105}, {"一百一十", 110}, {"一百二十三", 123}, {"三百〇六", 306},
    {"一千", 1000}, {"两千", 2000}, {"一千零一", 1001}, {"一千零一十", 1010}, {"一千一百", 1100}, {"二千零二十一", 2021},
    {"九千九百九十九", 9999}, {"一万", 10000}, {"十万", 100000}, {"三万零五", 30005}, {"一万零一百", 10100},
    {"一百万", 1000000}, {"三百五十万", 3500000}, {"一千二百三十四万五千六百七十八", 12345678}, {"九千九百九十九万", 99990000},
    {"二〇二〇", 2020}, {"二零二一", 2021}, {"二○一九", 2019}, {"一二三四五", 12345}, {"一零零零", 1000},
};

static const char *const no_numeral[] = {
    "", " ", "a", "12", "一a", "a一", "二〇二〇年", "第一", "十十", "二十二十", "一二百", "百", "千", "万", "百一", "万五",
    "零百", "零十", "十二百", "一千千", "一百千", "一万万", "一万一万", "二〇二十〇年", "一 二", "一,二", "一百。", "-一", "一点五",
};

static const char *date_text(gr_date date) {
  static char out[GR_DATE_TEXT];
  (void)gr_date_format(date, out);
  return out;
}

static void reads_dates(void) {
  for (size_t i = 0; i < COUNT(dates); i++) {
    test("date %s", dates[i].text);
    gr_date date = {0, 0, 0};
    CHECK_STATUS(gr_date_read(slice(dates[i].text), &date), GR_OK);
    CHECK_SLICE(slice(date_text(date)), dates[i].iso);
  }
  static const struct {
    const char *const *texts;
    size_t count;
    gr_status status;
  } bad[] = {{no_such_day, COUNT(no_such_day), GR_DATE_RANGE}, {no_date, COUNT(no_date), GR_DATE_SYNTAX},
             {refused, COUNT(refused), GR_OK}};
  for (size_t k = 0; k < COUNT(bad); k++) {
    for (size_t i = 0; i < bad[k].count; i++) {
      test("no date %s", show(slice(bad[k].texts[i])));
      gr_date date = {77, 7, 7};
      gr_status status = gr_date_read(slice(bad[k].texts[i]), &date);
      if (bad[k].status != GR_OK) CHECK_STATUS(status, bad[k].status);
      else CHECK_THAT(status == GR_DATE_RANGE || status == GR_DATE_SYNTAX, "read as %s", date_text(date));
      CHECK(status == GR_OK || (date.year == 77 && date.month == 7 && date.day == 7));
    }
  }
}

/* Every day of four centuries, against a calendar that counts on. */
static void knows_the_calendar(void) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  test("the calendar of 1800 to 2199");
  for (int year = 1800; year < 2200; year++) {
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    for (int month = 0; month <= 13; month++) {
      int length = month < 1 || month > 12 ? 0 : lengths[month - 1] + (month == 2 && leap ? 1 : 0);
      for (int day = 0; day <= 32; day++) {
        char text[40];
        (void)snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        gr_date date = {0, 0, 0};
        gr_status status = gr_date_read(slice(text), &date);
        bool good = day >= 1 && day <= length;
        CHECK_THAT(status == (good ? GR_OK : GR_DATE_RANGE), "%s: %s", text, gr_status_name(status));
        if (good) CHECK_THAT(strcmp(date_text(date), text) == 0, "%s read as %s", text, date_text(date));
      }
    }
  }
}

static void writes_dates(void) {
  static const struct {
    gr_date date;
    const char *text;
  } forms[] = {{{2021, 1, 29}, "2021-01-29"}, {{2021, 12, 1}, "2021-12-01"}, {{2021, 1, 0}, "2021-01"},
               {{2021, 0, 0}, "2021"}, {{9999, 12, 31}, "9999-12-31"}};
  for (size_t i = 0; i < COUNT(forms); i++) {
    test("format %s", forms[i].text);
    char out[GR_DATE_TEXT];
    memset(out, 'x', sizeof out);
    size_t length = gr_date_format(forms[i].date, out);
    CHECK(length == strlen(forms[i].text) && strcmp(out, forms[i].text) == 0);
  }
}

static void reads_numerals(void) {
  for (size_t i = 0; i < COUNT(numerals); i++) {
    test("numeral %s", numerals[i].text);
    int64_t value = -77;
    CHECK_STATUS(gr_numeral_read(slice(numerals[i].text), &value), GR_OK);
    CHECK_THAT(value == numerals[i].value, "%lld, expected %lld", (long long)value, (long long)numerals[i].value);
  }
  for (size_t i = 0; i < COUNT(no_numeral); i++) {
    test("no numeral %s", show(slice(no_numeral[i])));
    int64_t value = -77;
    CHECK_STATUS(gr_numeral_read(slice(no_numeral[i]), &value), GR_NUMBER_SYNTAX);
    CHECK(value == -77);
  }
  test("numeral of 16 digits");
  int64_t value = -77;
  CHECK_STATUS(gr_numeral_read(slice("一二三四五六七八九一二三四五六七"), &value), GR_NUMBER_RANGE);
  CHECK(value == -77);
  /* 一百二 is 120 and 三万五 is 35000, never 102 and 30005: those have a 零. */
  static const struct {
    const char *text;
    int64_t wrong;
  } short_forms[] = {{"一百二", 102}, {"三千五", 3005}, {"三万五", 30005}};
  for (size_t i = 0; i < COUNT(short_forms); i++) {
    test("numeral %s is not %lld", short_forms[i].text, (long long)short_forms[i].wrong);
    value = -77;
    (void)gr_numeral_read(slice(short_forms[i].text), &value);
    CHECK(value != short_forms[i].wrong);
  }
}

/* The proper form of 0 to 9999, and of so many ten thousands. */
static void spells_numerals(void) {
  static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static const char *const units[] = {"千", "百", "十", ""};
  test("numerals from 1 to 9999");
  for (int n = 1; n < 10000; n++) {
    char text[64] = "";
    int divisor = 1000;
    bool gap = false;
    for (size_t i = 0; i < 4; i++, divisor /= 10) {
      int digit = n / divisor % 10;
      if (digit == 0) {
        gap = text[0] != '\0';
        continue;
      }
      if (gap) strcat(text, digits[0]);
      gap = false;
      strcat(text, digits[digit]);
      strcat(text, units[i]);
    }
    int64_t value = -77;
    gr_status status = gr_numeral_read(slice(text), &value);
    CHECK_THAT(status == GR_OK && value == n, "%s: %s, %lld", text, gr_status_name(status), (long long)value);
    strcat(text, "万");
    status = gr_numeral_read(slice(text), &value);
    CHECK_THAT(status == GR_OK && value == n * INT64_C(10000), "%s: %s, %lld", text, gr_status_name(status),
               (long long)value);
  }
}

int main(void) {
  reads_dates();
  knows_the_calendar();
  writes_dates();
  reads_numerals();
  spells_numerals();
  return check_finish();
}

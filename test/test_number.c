/* The grammar of cells: what officials write where the form asks for a number. */
#include "check.h"
#include "base/gr_limits.h"

typedef struct row {
  const char *text;
  const char *value;   /* as gr_decimal_format writes it */
  const char *unit, *sign, *note;
} row;

static const row numbers[] = {
    {"0", "0", "", "", ""},
    {"7", "7", "", "", ""},
    {"1362", "1362", "", "", ""},
    {"107362800", "107362800", "", "", ""},
    {"999999999999999", "999999999999999", "", "", ""},
    {"-999999999999999", "-999999999999999", "", "", ""},
    {"123456789012345.0", "123456789012345", "", "", ""},
    {"0.123456789012345", "0.123456789012345", "", "", ""},
    /* thousands */
    {"1,234", "1234", "", "", ""},
    {"1 362", "1362", "", "", ""},
    {"12,345,678", "12345678", "", "", ""},
    {"12 345 678", "12345678", "", "", ""},
    {"123,456.75", "123456.75", "", "", ""},
    {"1 234 567.5万元", "1234567.5", "万元", "", ""},
    {"-1,234", "-1234", "", "", ""},
    {"增1,234", "1234", "", "增", ""},
    /* fractions */
    {"190.457379", "190.457379", "", "", ""},
    {"59237.2449", "59237.2449", "", "", ""},
    {"0.092", "0.092", "", "", ""},
    {"0.00", "0", "", "", ""},
    {"3.10", "3.1", "", "", ""},
    /* signs */
    {"+14", "14", "", "", ""},
    {"+1036", "1036", "", "", ""},
    {"-3", "-3", "", "", ""},
    {"+0", "0", "", "", ""},
    {"-0", "0", "", "", ""},
    {"−3", "-3", "", "", ""},
    {"增30", "30", "", "增", ""},
    {"增加3", "3", "", "增加", ""},
    {"减197", "-197", "", "减", ""},
    {"减少2", "-2", "", "减少", ""},
    {"减0", "0", "", "减", ""},
    {"增0", "0", "", "增", ""},
    {"持平", "0", "", "持平", ""},
    {"增30项", "30", "项", "增", ""},
    {"减少1.5万元", "-1.5", "万元", "减少", ""},
    /* units */
    {"251000元", "251000", "元", "", ""},
    {"10736.28万元", "10736.28", "万元", "", ""},
    {"2.5亿元", "2.5", "亿元", "", ""},
    {"12件", "12", "件", "", ""},
    {"312条", "312", "条", "", ""},
    {"5项", "5", "项", "", ""},
    {"3个", "3", "个", "", ""},
    {"1人", "1", "人", "", ""},
    {"2070人次", "2070", "人次", "", ""},
    {"4次", "4", "次", "", ""},
    {"18篇", "18", "篇", "", ""},
    {"58.1%", "58.1", "%", "", ""},
    {"7.7 %", "7.7", "%", "", ""},
    /* notes */
    {"22(其中修订16件)", "22", "", "", "其中修订16件"},
    {"55(含自然失效29件)", "55", "", "", "含自然失效29件"},
    {"22件(其中修订16件)", "22", "件", "", "其中修订16件"},
    {"8 (a)", "8", "", "", "a"},
    {"9(含(一)、(二))", "9", "", "", "含(一)、(二)"},
    {"增3项(新)", "3", "项", "增", "新"},
    {"251000元(约数)", "251000", "元", "", "约数"},
    /* white space around */
    {" 12 ", "12", "", "", ""},
    {"\v12\v", "12", "", "", ""},
};

static const struct {
  const char *text;
  gr_state state;
} words[] = {
    {"", GR_BLANK},       {" ", GR_BLANK},     {"\v", GR_BLANK},
    {"-", GR_DASH},       {"—", GR_DASH},      {"——", GR_DASH},     {"–", GR_DASH},
    {"--", GR_DASH},      {"----", GR_DASH},   {" - ", GR_DASH},    {"/", GR_DASH},
    {"无", GR_NONE},      {"無", GR_NONE},     {" 无 ", GR_NONE},
    {"不适用", GR_NOT_APPLICABLE}, {"N/A", GR_NOT_APPLICABLE},
};

static const char *const unreadable[] = {
    /* separators that are not of thousands, numbers that were torn apart */
    "12,34", "1,2345", "1234,567", "1,23", ",123", "123,", "1,,234", "1,234,56", "1,234 567", "1 234,567", "1 2",
    "20 23",
    "1 23", "1 2345", "1234 567", "1, 234", "12\v345", "1 362 12", "1.234.567", "1,234.567,8",
    /* points */
    "1.2.3", ".5", "5.", "1.", "1..2", "1. 5", ".", "1.5.", "-.5",
    /* too many digits */
    "1234567890123456", "1000000000000000", "-1000000000000000", "1,234,567,890,123,456", "0.1234567890123456",
    "123456789012345.6", "0.0000000000000001", "1234567890123456件",
    /* signs */
    "+", "--3", "++3", "+-3", "-+3", "3-", "3+", "-3-", "- 3 -", "1-2", "增", "增加", "减", "减少", "增减3", "增-3", "减-3",
    "+增3", "-减3", "3增", "持平3", "3持平", "增加加3", "增约3", "±3",
    /* words in front or behind */
    "约20", "20多", "20余件", "近百", "12a", "a12", "第1", "共12件", "其中2", "12件次数", "12件13", "12件件", "12件3", "2件/次",
    "12。", "12、", "12:30", "2021年", "1/2", "/3", "12/", "无3", "3无", "12无", "12-", "12—", "—12", "#12", "****", "待定",
    "见附件", "一", "十二", "万元", "件", "元12", "12元元",
    /* other notations */
    "1e5", "0x10", "1E3", "inf", "NaN", "1'234", "1_000", "１２", "٣", "½", "12%%", "%12", "=1+2", "1+2",
    /* brackets */
    "(12", "12)", "12(", "12(abc", "12abc)", "12((a)", "12(a))", "12)a(", "12(a)b", "12(a)3", "(12)3", "12[a]",
};

static const char *value_of(gr_number number) {
  static char out[GR_DECIMAL_TEXT];
  (void)gr_decimal_format(number.value, out);
  return out;
}

static bool lies_in(gr_slice part, gr_slice text) {
  return part.data >= text.data && part.data + part.size <= text.data + text.size;
}

static bool is_plain(gr_number n) {
  return n.value.mantissa == 0 && n.value.scale == 0 && n.unit.size == 0 && n.sign.size == 0 && n.note.size == 0;
}

static void check_state(gr_number number, gr_state expected) {
  CHECK_THAT(number.state == expected, "%s, expected %s", gr_state_name(number.state), gr_state_name(expected));
}

int main(void) {
  for (size_t i = 0; i < COUNT(numbers); i++) {
    const row *r = &numbers[i];
    gr_slice text = slice(r->text);
    test("number %s", show(text));
    gr_number number = gr_number_read(text);
    check_state(number, GR_NUMBER);
    CHECK_SLICE(slice(value_of(number)), r->value);
    CHECK_SLICE(number.unit, r->unit);
    CHECK_SLICE(number.sign, r->sign);
    CHECK_SLICE(number.note, r->note);
    CHECK(lies_in(number.unit, text) && lies_in(number.sign, text) && lies_in(number.note, text));
  }
  for (size_t i = 0; i < COUNT(words); i++) {
    test("%s [%s]", gr_state_name(words[i].state), show(slice(words[i].text)));
    gr_number number = gr_number_read(slice(words[i].text));
    check_state(number, words[i].state);
    CHECK(is_plain(number));
  }
  for (size_t i = 0; i < COUNT(unreadable); i++) {
    test("unreadable %s", show(slice(unreadable[i])));
    gr_number number = gr_number_read(slice(unreadable[i]));
    check_state(number, GR_UNREADABLE);
    CHECK(is_plain(number));
  }

  test("a cell ends with its slice");
  CHECK_SLICE(slice(value_of(gr_number_read((gr_slice){"12345", 2}))), "12");
  check_state(gr_number_read((gr_slice){"5.5", 2}), GR_UNREADABLE);
  check_state(gr_number_read((gr_slice){"5件", 2}), GR_UNREADABLE);   /* a third of the unit */
  check_state(gr_number_read((gr_slice){"0\0", 2}), GR_UNREADABLE);

  /* 12(xxx...x), and digits that only say 1. */
  static char text[4 * GR_MAX_CELL];
  for (size_t size = GR_MAX_CELL; size <= GR_MAX_CELL + 1; size++) {
    gr_state expected = size <= GR_MAX_CELL ? GR_NUMBER : GR_UNREADABLE;
    test("note in a cell of %zu bytes", size);
    memset(text, 'x', size);
    memcpy(text, "12(", 3);
    text[size - 1] = ')';
    check_state(gr_number_read((gr_slice){text, size}), expected);
    test("zeros in a cell of %zu bytes", size);
    memset(text, '0', size);
    memcpy(text, "1.", 2);
    gr_number number = gr_number_read((gr_slice){text, size});
    check_state(number, expected);
    if (expected == GR_NUMBER) CHECK_SLICE(slice(value_of(number)), "1");
  }
  test("digits in a cell of 1024 bytes");
  memset(text, '9', sizeof text);
  check_state(gr_number_read((gr_slice){text, sizeof text}), GR_UNREADABLE);
  check_state(gr_number_read((gr_slice){text, GR_MAX_CELL}), GR_UNREADABLE);

  /* Any bytes give some state, and slices inside of the text; digits are never lost from a number without note. */
  test("random cells");
  static const char *const pieces[] = {"0", "1", "9", "12", "345", ",", " ", ".", "+", "-", "增", "减少", "持平", "件", "万元",
                                       "%", "(", ")", "/", "无", "—", "\v", "中", "¥", "\xE4", "N/A"};
  uint64_t seed = 49;
  for (int i = 0; i < 200000; i++) {
    size_t size = 0, digits = 0, seen = 0;
    for (size_t k = random_below(&seed, 6); k > 0; k--) {
      const char *piece = pieces[random_below(&seed, COUNT(pieces))];
      memcpy(text + size, piece, strlen(piece));
      size += strlen(piece);
    }
    gr_slice cell = {text, size};
    gr_number n = gr_number_read(cell);
    CHECK(lies_in(n.unit, cell) && lies_in(n.sign, cell) && lies_in(n.note, cell));
    CHECK(n.state != GR_ABSENT && (n.state == GR_NUMBER || is_plain(n)));
    if (n.state == GR_BLANK || n.state == GR_DASH || n.state == GR_NONE || n.state == GR_NOT_APPLICABLE ||
        n.note.size > 0)
      continue;
    if (n.state != GR_NUMBER || n.value.scale != 0) continue;
    bool zeros = true;   /* leading zeros and those of a fraction do not come back */
    for (size_t k = 0; k < size && text[k] != '.'; k++) {
      if (text[k] < '0' || text[k] > '9' || (zeros && text[k] == '0')) continue;
      zeros = false;
      digits++;
    }
    for (const char *c = value_of(n); *c != '\0'; c++)
      if (*c >= '0' && *c <= '9' && !(c[1] == '\0' && n.value.mantissa == 0)) seen++;
    CHECK_THAT(digits == seen, "%s read as %s", show(cell), value_of(n));
  }
  return check_finish();
}

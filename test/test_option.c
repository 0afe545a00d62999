/* Options with boxes: flags and choices. */
#include "check.h"

static void reads_flags(void) {
  static const struct {
    const char *text;
    gr_state state;
    bool value;
  } cases[] = {
      {"☑是 □否", GR_FLAG, true},    {"□是 ☑否", GR_FLAG, false},   {"□是☑否", GR_FLAG, false},
      {"√是 □否", GR_FLAG, true},    {"■是 □否", GR_FLAG, true},    {"●是 ○否", GR_FLAG, true},
      {"[x]是 [ ]否", GR_FLAG, true}, {"是☑ 否□", GR_FLAG, true},    {"是(√) 否( )", GR_FLAG, true},
      {"是□ 否√", GR_FLAG, false},   {"□有 ☑无", GR_FLAG, false},   {"是", GR_FLAG, true},
      {"否", GR_FLAG, false},        {"无", GR_FLAG, false},        {"有", GR_FLAG, true},
      {"☑", GR_FLAG, true},          {"√", GR_FLAG, true},          {"□", GR_FLAG, false},
      {"×", GR_FLAG, false},         {"□是 □否", GR_BLANK, false},  {"", GR_BLANK, false},
      {"☑是 ☑否", GR_UNREADABLE, false}, {"☑大概", GR_UNREADABLE, false}, {"12", GR_UNREADABLE, false},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("flag %s", cases[i].text);
    bool value = false;
    CHECK(gr_flag_read(slice(cases[i].text), &value) == cases[i].state);
    CHECK(value == cases[i].value);
  }
}

static void reads_choices(void) {
  static const struct {
    const char *text;
    bool many;
    gr_state state;
    const char *first;
  } cases[] = {
      {"□政府门户网站 ☑部门网站 □专项网站", false, GR_CHOICE, "部门网站"},
      {"政府门户网站□、部门网站√、专项网站□", false, GR_CHOICE, "部门网站"},
      {"部门网站", false, GR_CHOICE, "部门网站"},
      {"□政府门户网站 □部门网站", false, GR_BLANK, ""},
      {"☑甲 ☑乙", false, GR_UNREADABLE, "甲"},
      {"☑甲 □乙 ☑其他____", true, GR_CHOICE, "甲"},
      {"□甲 ☑其他_视频_", false, GR_CHOICE, "其他_视频"},
      {"☑", false, GR_UNREADABLE, ""},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("choice %s", cases[i].text);
    gr_slice first = {"", 0};
    CHECK(gr_choice_read(slice(cases[i].text), cases[i].many, &first) == cases[i].state);
    CHECK_SLICE(first, cases[i].first);
  }
}

static void reads_options(void) {
  static const struct {
    const char *label;
    bool ticked;
  } wanted[] = {{"搜索即服务", true}, {"多语言版本", false}, {"其他", true}};
  test("options one after the other");
  gr_options_reader reader = gr_option_begin(slice(" ☑搜索即服务\v□多语言版本 ■其他_____ "));
  gr_option option;
  size_t count = 0;
  while (gr_option_next(&reader, &option)) {
    CHECK(count < COUNT(wanted));
    CHECK_SLICE(option.label, wanted[count].label);
    CHECK(option.ticked == wanted[count].ticked);
    count++;
  }
  CHECK(count == COUNT(wanted));
}

int main(void) {
  reads_flags();
  reads_choices();
  reads_options();
  return check_finish();
}

/* Plain text: its paragraphs, and the rows of tables that copies of pages keep. */
#include <stdlib.h>

#include "check.h"
#include "document/gr_text.h"

#define RANGES SIZE_MAX

/* What a reader hands over, written down: text as it is, ↵ soft break, ¶ end of a paragraph, {} a table, § a row,
 * [] a cell, [×2 ] one of two columns. */
typedef struct record {
  gr_slice source;
  char *out;
  size_t size, capacity;
  size_t last;              /* end of the last range */
  size_t events, fail_at;   /* fail_at 0: never; RANGES: never, and ranges are written down */
  size_t rows, cells;
  bool table, row, cell, paragraph, row_has_cell;
  const char *broken;       /* what the reader did wrong */
  size_t digits;            /* bytes of digits in text events */
  size_t cut;               /* SIZE_MAX: nowhere */
} record;

/* Text without markup, all of whose numbers and no line end are handed over. */
static bool is_plain = true;

static void put(record *r, const char *bytes, size_t size) {
  if (size > r->capacity - r->size) {
    r->capacity = 2 * r->capacity + size + 64;
    r->out = realloc(r->out, r->capacity);
    if (r->out == NULL) abort();
  }
  if (size != 0) memcpy(r->out + r->size, bytes, size);
  r->size += size;
}

static void expect(record *r, bool condition, const char *what) {
  if (!condition && r->broken == NULL) r->broken = what;
}

/* Bytes of ASCII and full-width digits. */
static size_t digits(gr_slice s) {
  size_t count = 0;
  for (size_t i = 0; i < s.size; i++) {
    if (s.data[i] >= '0' && s.data[i] <= '9') count++;
    if (s.size - i >= 3 && memcmp(s.data + i, "\xEF\xBC", 2) == 0 && (unsigned char)s.data[i + 2] >= 0x90 &&
        (unsigned char)s.data[i + 2] <= 0x99)
      count += 3;
  }
  return count;
}

static gr_status event(record *r, const char *name, size_t start, size_t end) {
  expect(r, start >= r->last && start <= end && end <= r->source.size, "ranges do not rise");
  expect(r, r->fail_at == 0 || r->events < r->fail_at, "goes on after a failure");
  r->last = end;
  if (r->fail_at == RANGES) {
    char range[48];
    put(r, range, (size_t)snprintf(range, sizeof range, "%zu-%zu", start, end));
  }
  put(r, name, strlen(name));
  if (r->fail_at == RANGES && *name == '\0') put(r, r->source.data + start, end - start);
  if (r->fail_at == RANGES) put(r, " ", 1);
  return ++r->events == r->fail_at ? GR_LIMIT_ITEMS : GR_OK;
}

static gr_status on_text(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, start < end, "empty text");
  expect(r, !r->table || r->cell, "text beside cells");
  gr_status status = event(r, "", start, end);
  gr_slice text = {r->source.data + start, end - start};
  bool has_end = memchr(text.data, '\n', text.size) != NULL || memchr(text.data, '\r', text.size) != NULL;
  expect(r, !is_plain || !has_end, "line ends");
  if (r->fail_at != RANGES) put(r, text.data, text.size);
  r->digits += digits(text);
  if (!r->table) r->paragraph = true;
  return status;
}

static gr_status on_soft_break(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, r->table ? r->cell : r->paragraph, "a soft break outside of a paragraph");
  return event(r, "↵", start, end);
}

static gr_status on_paragraph_end(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, r->paragraph && !r->table, "the end of no paragraph");
  r->paragraph = false;
  return event(r, "¶", start, end);
}

static gr_status on_table_start(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, !r->paragraph && !r->table, "a table inside of something");
  r->table = true;
  r->row = false;
  return event(r, "{", start, end);
}

static gr_status on_table_end(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, r->table && r->row && r->row_has_cell && !r->cell, "the end of no table");
  r->table = false;
  return event(r, "}", start, end);
}

static gr_status on_row_start(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, r->table && !r->cell && (!r->row || r->row_has_cell), "a row at the wrong place");
  r->row = true;
  r->row_has_cell = false;
  r->rows++;
  return event(r, "§", start, end);
}

static gr_status on_cell_start(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  record *r = context;
  char name[40] = "[";
  expect(r, r->row && !r->cell && row_span == 1 && column_span >= 1, "a cell at the wrong place");
  r->cell = r->row_has_cell = true;
  r->cells++;
  if (column_span > 1) (void)snprintf(name, sizeof name, "[×%zu ", column_span);
  return event(r, name, start, end);
}

static gr_status on_cell_end(void *context, size_t start, size_t end) {
  record *r = context;
  expect(r, r->cell, "the end of no cell");
  r->cell = false;
  return event(r, "]", start, end);
}

static gr_status on_character(void *context, uint32_t character, size_t start, size_t end) {
  record *r = context;
  char name[16];
  expect(r, !r->table || r->cell, "a character beside cells");
  if (!r->table) r->paragraph = true;
  (void)snprintf(name, sizeof name, "&%X;", (unsigned)character);
  return event(r, name, start, end);
}

static gr_status on_rows_end(void *context, size_t start, size_t end) { return event(context, "_", start, end); }

/* No other event has to do with text and the tables in it: their members stay NULL. */
static gr_status read_text(gr_slice text, size_t fail_at, record *r, uint64_t *work) {
  *r = (record){.source = text, .fail_at = fail_at};
  gr_builder builder = {.version = GR_BUILDER_VERSION, .context = r, .text = on_text, .soft_break = on_soft_break,
                        .paragraph_end = on_paragraph_end, .table_start = on_table_start, .table_end = on_table_end,
                        .row_start = on_row_start, .cell_start = on_cell_start, .cell_end = on_cell_end,
                        .character = on_character, .rows_end = on_rows_end};
  *work = 0;
  gr_memory memory;
  gr_memory_init(&memory, NULL);
  gr_status status = gr_text_read(&memory, text, &builder, &r->cut, work);
  expect(r, memory.used == 0, "memory that is not given back");
  gr_memory_close(&memory);
  return status;
}

static void check_record(const record *r) {
  CHECK_THAT(r->broken == NULL, "%s", r->broken);
  CHECK(!r->table && !r->paragraph && !r->cell);
  CHECK_THAT(!is_plain || r->digits == digits(r->source), "%zu of %zu digits", r->digits, digits(r->source));
}

/* In a block of just its size, so that a step too far is seen. */
static char *copy_of(gr_slice text) {
  char *copy = malloc(text.size == 0 ? 1 : text.size);
  if (copy == NULL) abort();
  if (text.size != 0) memcpy(copy, text.data, text.size);
  return copy;
}

static const struct {
  const char *name, *text, *events;
} cases[] = {
    /* prose is as it was */
    {"nothing", "", ""},
    {"lines", "ab\ncd\n", "ab↵cd¶"},
    {"a blank line", "ab\n\n \ncd", "ab¶cd¶"},
    {"white space stays with the text", "  ab \n\tcd\t\n", "  ab ↵\tcd\t¶"},
    {"line ends", "a\r\nb\rc\n\rd", "a↵b↵c¶d¶"},
    {"a form feed is white space", "a\n\fb\n\f\nc", "a↵\fb¶c¶"},
    /* bars */
    {"borders", "| a | b |\n", "{§[a][b]}"},
    {"no borders", "a | b | c", "{§[a][b][c]}"},
    {"one border", "a | b |\n| c | d\n", "{§[a][b]§[c][d]}"},
    {"one cell", "| a |\n", "{§[a]}"},
    {"without white space", "|规章|1|2|", "{§[规章][1][2]}"},
    {"rows", "|a|b|\n|1|2|\r\n|3|4|", "{§[a][b]§[1][2]§[3][4]}"},
    {"an indent", " \f　| a | 1 |  \n", "{§[a][1]}"},
    {"a byte order mark", "\xEF\xBB\xBF| a | b |\n", "{§[a][b]}"},
    {"full-width bars", "｜规章｜１｜\n", "{§[规章][１]}"},
    {"box drawing", "│规章│1│\n┃规章┃1┃", "{§[规章][1]§[规章][1]}"},
    {"a blank line ends the table", "|a|1|\n\n|b|2|", "{§[a][1]}{§[b][2]}"},
    {"a line ends the table", "x\n|a|1|\ny\nz\n|b|2|\n", "x¶{§[a][1]}y↵z¶{§[b][2]}"},
    {"blank cells", "| a |  | 1 | |\n", "{§[a][][1][]}"},
    {"a blank first cell", "| | 1 | 2 |", "{§[][1][2]}"},
    {"a row of blanks", "|a|b|\n| | |\n|1|2|", "{§[a][b]§[][]§[1][2]}"},
    {"blanks alone", "a\n| | |\nb", "a¶b¶"},
    {"white space in cells", "|\t规 章　|\xC2\xA0 1 | 1 362 |", "{§[规 章][1][1 362]}"},
    {"zero width in cells", "|\xE2\x80\x8B|a\xE2\x80\x8B| 1 |", "{§[][a][1]}"},
    /* one bar */
    {"one bar before a number", "行政许可 | 0", "{§[行政许可][0]}"},
    {"one bar before a blank's sign",
     "a | -\nb|无\nc | /\nd | —\ne | 1,362.5 万元",
     "{§[a][-]§[b][无]§[c][/]§[d][—]§[e][1,362.5 万元]}"},
    {"one bar in prose", "首页 | 公开\n", "首页 | 公开¶"},
    {"one bar before a long value", "a | 22（其中修订 1 件）\n", "a | 22（其中修订 1 件）¶"},
    {"one bar before 24 bytes", "a | 1234567890123（2 件）", "{§[a][1234567890123（2 件）]}"},
    {"one bar before 25 bytes", "a | 12345678901234（2 件）", "a | 12345678901234（2 件）¶"},
    {"one bar behind a number", "0 | 行政许可\n", "0 | 行政许可¶"},
    {"one bar, a header", "信息内容 | 数量\n---|---\n行政许可 | 0\n", "{§[信息内容][数量]§[行政许可][0]}"},
    {"one bar, a header without delimiter", "信息内容 | 数量\n行政许可 | 0\n", "{§[信息内容][数量]§[行政许可][0]}"},
    {"one bar between rows", "a | 1\nb | c\n|d|2|", "{§[a][1]§[b][c]§[d][2]}"},
    {"one bar beside rows of three", "a | b\n|1|2|3|\nc | d", "a | b¶{§[1][2][3]}c | d¶"},
    {"one bar at the start", "a\n| 行政许可\n| 0\nb\n", "a¶行政许可¶0¶b¶"},
    {"one bar at the end", "a\n13 |\nb", "a¶13¶b¶"},
    {"one bar a line", "行政许可\n|\n0\n　｜ \n行政处罚\n|\n", "行政许可¶0¶行政处罚¶"},
    {"a bar ends the table", "|a|1|\n|\n|b|2|", "{§[a][1]}{§[b][2]}"},
    /* escapes */
    {"an escaped bar", "| a \\| b | 1 |", "{§[a | b][1]}"},
    {"escaped bars", "| a\\|\\|b\\| | 1 |", "{§[a||b|][1]}"},
    {"an escaped bar at the end", "| a | b \\|", "{§[a][b |]}"},
    {"escaped bars alone", "a \\| b \\| c", "a \\| b \\| c¶"},
    {"a backslash for a blank", "|a|\\|\\ | \\|1|", "{§[a][\\][\\][\\][1]}"},
    /* delimiters */
    {"Markdown", "| a | b |\n|---|:--:|\n| 1 | 2 |\n", "{§[a][b]§[1][2]}"},
    {"delimiters of all kinds", "a|b\n---|---\n1|2\n\n|a|\n| :-- |\n|1|", "{§[a][b]§[1][2]}{§[a]§[1]}"},
    {"colons", "|a|b|\n|:-|-:|\n|1|2|", "{§[a][b]§[1][2]}"},
    {"single dashes behind the header", "|a|b|\n|-|-|\n|1|2|\n|-|-|", "{§[a][b]§[1][2]§[-][-]}"},
    {"single dashes apart are values", "|a|b|\n| - | - |\n|—|—|\n|——|——|", "{§[a][b]§[-][-]§[—][—]§[——][——]}"},
    {"a dash behind a bar", "|-\n| -", "-¶-¶"},
    {"dashes with a blank are values", "|a|b|\n|---| |\n", "{§[a][b]§[---][]}"},
    {"a delimiter alone", "a\n|---|---|\nb", "a¶b¶"},
    {"a delimiter in front", "a\n|---|---|\n|1|2|", "a¶{§[1][2]}"},
    {"a grid", "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+\nx",
     "{§[a][b]§[1][2]§[3][4]}x¶"},
    {"a full-width grid", "＋－－－＋\n｜规章｜１｜\n＋－－－＋", "{§[规章][１]}"},
    {"a grid of box drawing", "┌──┬──┐\n│ a │ b │\n├──┼──┤\n│ 1 │ ─ │\n└──┴──┘", "{§[a][b]§[1][─]}"},
    {"a table of psql", " a | b \n---+---\n 1 | 2 \n", "{§[a][b]§[1][2]}"},
    {"pasted pieces", "|a|b|\n|---|---|\n|1|2|\n|c|d|\n|---|---|\n|3|4|", "{§[a][b]§[1][2]}{§[c][d]§[3][4]}"},
    {"pieces of a row each", "|1|\n|---|\n|2|\n|---|\n|3|\n|---|\n", "{§[1]}{§[2]}{§[3]}"},
    {"two delimiters together", "|a|\n|---|\n|---|\n|1|", "{§[a]§[1]}"},
    {"a delimiter behind later rows", "|1|\n|2|\n|---|\n|3|\n|4|", "{§[1]§[2]§[3]§[4]}"},
    /* spans */
    {"a span", "| 信息内容 |||| 总计 |", "{§[×4 信息内容][总计]}"},
    {"a span at the end", "| a | b |||", "{§[a][×3 b]}"},
    {"a blank after a span", "|a|| |b|", "{§[×2 a][][b]}"},
    {"blanks beside a number", "| a |||| 0 |", "{§[a][][][][0]}"},
    {"blanks beside a full-width number", "| a || ０ |", "{§[a][][０]}"},
    {"no cell before", "|||a|", "{§[×2 ][a]}"},
    /* tabs */
    {"a value behind a tab", "规章\t0\n", "{§[规章][0]}"},
    {"values", "规章\t1\t-\t无\n办法\t\t2", "{§[规章][1][-][无]§[办法][][2]}"},
    {"a header before", "x\n信息内容\t数量\n行政许可\t0\n", "x¶{§[信息内容][数量]§[行政许可][0]}"},
    {"labels behind", "行政许可\t0\n行政处罚\t\n备注\t见表\n另\t见\n", "{§[行政许可][0]§[行政处罚][]§[备注][见表]§[另][见]}"},
    {"two lines of text with tabs", "甲\t乙\n丙\t丁\n戊\t1", "甲\t乙¶{§[丙][丁]§[戊][1]}"},
    {"a blank field", "行政复议\t\t行政诉讼\n", "{§[行政复议][][行政诉讼]}"},
    {"leading tabs", "\t\t规章\t1\n", "{§[][][规章][1]}"},
    {"an empty cell in front of a bar", "甲 | 乙 | 丙\n | 丁 | 1\n", "{§[甲][乙][丙]§[][丁][1]}"},
    {"an empty cell behind a bar", "甲 | 乙 | 丙\n丁 | 1 | \n", "{§[甲][乙][丙]§[丁][1][]}"},
    {"a border behind a row", "甲 | 乙 | 丙\n丁 | 1 |\n", "{§[甲][乙][丙]§[丁][1]}"},
    {"a border in front of a row", "甲 | 乙 | 丙\n| 丁 | 1 |\n", "{§[甲][乙][丙]§[丁][1]}"},
    {"borders behind an indent", "  | 甲 | 乙 |\n  | 丙 | 1 |\n", "{§[甲][乙]§[丙][1]}"},
    {"a row that ran into a delimiter", "| 甲 | 乙 |\n|---|---| | 丙 | 1 |\n", "{§[甲][乙]§[丙][1]}"},
    {"a row that ran into a delimiter, closely", "| 甲 | 乙 |\n|---|:-:|---|| 丙 | 1 | 2 |\n", "{§[甲][乙]§[丙][1][2]}"},
    {"a row behind the bar of a delimiter", "| 甲 | 乙 |\n|---|---| 丙 | 1 |\n", "{§[甲][乙]§[丙][1]}"},
    {"a row of two dashes and a value", "| 甲 | 乙 | 丙 |\n| --- | 1 | 2 |\n", "{§[甲][乙][丙]§[---][1][2]}"},
    {"trailing tabs", "规章\t1\t\t\n", "{§[规章][1][][]}"},
    {"tabs in prose", "名称：甲\t索引号：乙\n", "名称：甲\t索引号：乙¶"},
    {"an indent of a tab", "\t正文 \n\t1\n", "\t正文 ↵\t1¶"},
    {"an indent beside rows", "规章\t1\n\t三、情况\n", "{§[规章][1]}\t三、情况¶"},
    {"a number in front is no value", "1.\t规章\n2024\t年度\n", "1.\t规章↵2024\t年度¶"},
    {"a date behind a tab", "发布日期\t2021-01-25\n", "发布日期\t2021-01-25¶"},
    /* a label and values */
    {"a label and values", "规章 0 0 0\n", "{§[规章][0][0][0]}"},
    {"rows of values", "x\n规章 1 2\n办 法　3 \xC2\xA0 4  \n5 6 7\ny", "x¶{§[规章][1][2]§[办 法][3][4]§[5][6][7]}y¶"},
    {"a tab between values", "规章\t0 0\n办法\t1", "{§[规章][0][0]§[办法][1]}"},
    {"two labels", "（四）无法提供 1.本机关不掌握 31 0 0", "{§[（四）无法提供 1.本机关不掌握][31][0][0]}"},
    {"values as cells hold them", "甲 1,362 -3 +5 ０ 0.5 增197 减2件 251000元 22（其中修订16件） 无 — / 不适用",
     "{§[甲][1,362][-3][+5][０][0.5][增197][减2件][251000元][22（其中修订16件）][无][—][/][不适用]}"},
    {"words of one value apart", "甲 12 增 3 件 251000 元 22 （其中修订 16 件） 0",
     "{§[甲][12][增 3 件][251000 元][22 （其中修订 16 件）][0]}"},
    {"one value", "行政许可 0\n行政许可 增 3 件\n", "行政许可 0↵行政许可 增 3 件¶"},
    {"one value alone", "0\n\n1,362\n", "0¶1,362¶"},
    {"a number with spaces", "1 362\n", "1 362¶"},
    {"two numbers", "20 23\n", "{§[20][23]}"},
    {"a label and a number with spaces", "规章 22 235\n", "{§[规章][22][235]}"},
    {"values and a word", "规章 1 2 件次数\n1 2 x", "规章 1 2 件次数↵1 2 x¶"},
    {"glued to the label", "规章0 0\n", "规章0 0¶"},
    {"dates", "2021 年 1 月\n2021-01-25 15:52\n（2021 年 1 月 1 日）\n至 12 月 31 日",
     "2021 年 1 月↵2021-01-25 15:52↵（2021 年 1 月 1 日）↵至 12 月 31 日¶"},
    {"sentences", "公开 22 件、34 件；\n受理 1295 件，办结 1191 件。\n大道 90\n2024 年 1 2 3。",
     "公开 22 件、34 件；↵受理 1295 件，办结 1191 件。↵大道 90↵2024 年 1 2 3。¶"},
    {"page numbers", "- 3 -\n— 4 —\n-5-\n3 / 12\n第 3 页\n－ 6 －\n— 7",
     "- 3 -↵— 4 —↵-5-↵3 / 12↵第 3 页↵－ 6 －↵— 7¶"},
    {"rows beside what a page number looks like", "- 3 - 0\n3 - 12\n3 -\n- -\n",
     "{§[-][3][-][0]§[3][-][12]§[3][-]§[-][-]}"},
    {"dashes beside a label", "规章 - 3 -\n办法 3 / 12", "{§[规章][-][3][-]§[办法][3][/][12]}"},
    {"a form feed in front", "\f规章 0 0\n", "{§[规章][0][0]}"},
    {"bars behind values", "规章 1 2\n|a|1|\n办法\t3\n", "{§[规章][1][2]}{§[a][1]}{§[办法][3]}"},
    /* Markdown */
    {"headings", "a\n# 一、总体情况\n###### b \nc", "a¶一、总体情况¶b¶c¶"},
    {"a heading with an indent", " \f##　表二 1 2\n", "表二 1 2¶"},
    {"no headings", "#a\n####### b\n#\n", "#a↵####### b↵#¶"},
    {"an empty heading", "a\n## \nb", "a¶b¶"},
    {"a heading ends the table", "|a|1|\n## 表二\n|b|2|", "{§[a][1]}表二¶{§[b][2]}"},
    {"a heading with bars", "# a | b | c", "a | b | c¶"},
    {"emphasis", "**一、总体情况**\n** a **\n***b***\nc **d**", "一、总体情况↵a↵b↵c **d**¶"},
    {"no emphasis", "**a** b **c**\n**\n**a*\n****a****\n** **\n张****", "**a** b **c**↵**↵**a*↵****a****↵** **↵张****¶"},
    {"a masked name in a cell", "| **** | *** | 1 |", "{§[****][***][1]}"},
    {"emphasis in cells", "| **a** | **1** |\n**规章**\t**2**\n## **b**", "{§[a][1]}{§[规章][2]}b¶"},
    {"rules", "a\n---\nb\n ***** \nc\n===\nd", "a¶b¶c¶d¶"},
    {"no rules", "--\n-*-\n———\n___", "--↵-*-↵———↵___¶"},
    {"a rule ends the table", "|a|1|\n---\n|b|2|", "{§[a][1]}{§[b][2]}"},
};

static void reads_cases(void) {
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("text: %s", cases[i].name);
    gr_slice text = slice(cases[i].text);
    char *copy = copy_of(text);
    record r;
    uint64_t work;
    CHECK_STATUS(read_text((gr_slice){copy, text.size}, 0, &r, &work), GR_OK);
    CHECK_SLICE(((gr_slice){r.out, r.size}), cases[i].events);
    check_record(&r);
    free(r.out);
    free(copy);
  }
}

/* Markup of pages in Markdown, and what converters repeat. */
static const struct {
  const char *name, *text, *events;
} markup[] = {
    {"a table of a page", "# a\n\n<table><tr><td colspan=2>b</td></tr><tr><td>1</td><td>2</td></tr></table>\n\nc\n",
     "a¶{§[×2 b]§[1][2]}c¶"},
    {"over several lines", "a\n<TABLE\n border='1'>\n\n<tr>\n<td>b\nc</td></tr>\n</TABLE >\nd", "a¶{§[b\nc]}d¶"},
    {"text on its line", "a<table><td>b</table>c\nd", "a¶{§[b]}c↵d¶"},
    {"tables on one line", "<table><td>a</table><table><td>b</table> <table><td>c</table>", "{§[a]}{§[b]}{§[c]}"},
    {"text, bars, a table, bars", "| a | 1 |\n<table><td>b</table>\n| c | 2 |\n", "{§[a][1]}{§[b]}{§[c][2]}"},
    {"a table without its end", "a\n<table><td>b\n\n## c\nd", "a¶{§[b\n\n]}c¶d¶"},
    {"a table that the text ends in", "a\n<table><td>b\n", "a¶{§[b\n]}"},
    {"an end of no table", "a</table>b\nc", "a¶b↵c¶"},
    {"a table around its page", "<html><body><table><td>a</table></body></html>\nb", "{§[a]}b¶"},
    {"a tag like it", "a <tables> b <table-x> c", "a <tables> b <table-x> c¶"},
    {"a table in bars", "| <table> | 1 |\n", "{§[][1]}"},
    {"breaks", "a<br>b<br/>\nc<BR />", "a↵b↵↵c↵¶"},
    {"breaks in cells", "| 结果<br>维持 | 总<br/>计 |\n| 1 | 2 |", "{§[结果↵维持][总↵计]§[1][2]}"},
    {"breaks alone", "<br>\na\n<br>\nb", "a↵↵↵b¶"},
    {"inline tags", "<b>a</b> <font color=\"red\">b</font><!-- c -->d", "a bd¶"},
    {"blocks", "<p align=\"center\">a</p>\n<center>b</center>c\n<div>\nd", "a¶b¶c↵¶d¶"},
    {"a heading with tags", "## <a id=\"x\"></a>a<br>b\n", "a↵b¶"},
    {"a heading of tags", "# <br>\nb", "b¶"},
    {"no tags", "a <b c> <1> <名称> <http://x> a<b 1 <p", "a <b c> <1> <名称> <http://x> a<b 1 <p¶"},
    {"no comment", "a <!-- b\n<!- c -->", "a <!-- b↵<!- c -->¶"},
    {"references", "a&nbsp;b &lt;&#x4e2d;&amp &x; R&D\n| &nbsp; | 1 |", "a&A0;b &3C;&4E2D;&amp &x; R&D¶{§[&A0;][1]}"},
    /* what is repeated */
    {"a header over columns", "|a|b|b|\n|---|---|---|\n|c|1|1|\n|d|2|3|", "{§[a][×2 b]§[c][×2 1]§[d][2][3]}"},
    {"equal numbers of two columns", "|a|b|c|\n|d|1|1|\n", "{§[a][b][c]§[d][1][1]}"},
    {"a caption", "|a|b|c|\n|d|1|1|\n|x|x|x|\n|a|b|b|\n|d|1|1|", "{§[a][b][c]§[d][1][1]§[×3 x]§[a][×2 b]§[d][×2 1]}"},
    {"a caption alone", "|x|x|x|\n|d|1|1|", "{§[×3 x]§[d][1][1]}"},
    {"groups of columns", "|a|b|b|c|c|\n|a|d|d|d|e|\n|f|1|1|1|1|", "{§[a][×2 b][×2 c]§[a][×2 d][d][e]§[f][×2 1][1][1]}"},
    {"one column in each of two groups", "|a|b|c|\n|a|d|d|\n|f|1|1|", "{§[a][b][c]§[a][d][d]§[f][1][1]}"},
    {"a label over columns", "|a|a|b|\n|c|c|1|\n|c|d|1|\n|e||1|", "{§[×2 a][b]§[×2 c][1]§[c][d][1]§[e][][1]}"},
    {"a label under two words", "|a|b|c|d|\n|x|x|1|1|\n|无|无|1|1|", "{§[a][b][c][d]§[×2 x][1][1]§[无][无][1][1]}"},
    {"only some of a span", "|a|b|b|b|\n|c|1|1|2|\n|c|1|1|1|\n|c|1|1| |", "{§[a][×3 b]§[c][1][1][2]§[c][×3 1]§[c][1][1][]}"},
    {"no header", "|1|1|2|\n|1|1|1|", "{§[1][1][2]§[1][1][1]}"},
    {"blanks", "| | | a | a |\n|b|b|1|1|\n| | | | |\n|c|c|2|2|", "{§[][][×2 a]§[×2 b][×2 1]§[][][][]§[×2 c][×2 2]}"},
    {"a row of texts", "|a|b|c|\n|x|x|y|\n|z|1|1|", "{§[a][b][c]§[x][x][y]§[z][1][1]}"},
    {"tabs", "a\tb\tb\nc\t1\t1\n", "{§[a][×2 b]§[c][×2 1]}"},
    {"words apart by spaces", "a 1 1\n", "{§[a][1][1]}"},
    {"emphasis", "|a|**b**|b|\n|c|1|**1**|", "{§[a][×2 b]§[c][×2 1]}"},
};

static void reads_markup(void) {
  is_plain = false;
  for (size_t i = 0; i < COUNT(markup); i++) {
    test("text with markup: %s", markup[i].name);
    gr_slice text = slice(markup[i].text);
    char *copy = copy_of(text);
    record r;
    uint64_t work;
    CHECK_STATUS(read_text((gr_slice){copy, text.size}, 0, &r, &work), GR_OK);
    CHECK_SLICE(((gr_slice){r.out, r.size}), markup[i].events);
    check_record(&r);
    free(r.out);
    free(copy);
  }
  is_plain = true;
}

/* Where the end of a text cuts something. */
static void finds_cuts(void) {
  static const struct {
    const char *text;
    size_t cut;
  } cuts[] = {
      {"a\n|b|1|\n|c|2", 8},     {"|b|1|\n|c|", SIZE_MAX},    {"|b|1|\n|c|2\n", 6},
      {"|b|1|\n|c|2\n\n \n", 6}, {"|b|1|\n|c|2\nd", SIZE_MAX}, {"|b|1|\n|c|2\n|d|3|", SIZE_MAX},
      {"b|1\nc|2", SIZE_MAX},     {"|b|1", SIZE_MAX},           {"|b|1|\n|c|2\n|d|3", SIZE_MAX},
      {"a<table><td>b", 12},      {"a<table><td>b</table>", SIZE_MAX}, {"a<table><tr><td col", 12},
      {"a<table><td>b\n# c\n", SIZE_MAX}, {"a", SIZE_MAX}, {"", SIZE_MAX}, {"｜b｜1｜\n｜c｜2", 12},
  };
  for (size_t i = 0; i < COUNT(cuts); i++) {
    test("cut: %s", show(slice(cuts[i].text)));
    record r;
    uint64_t work;
    CHECK_STATUS(read_text(slice(cuts[i].text), 0, &r, &work), GR_OK);
    CHECK_THAT(r.cut == cuts[i].cut, "%zu, expected %zu", r.cut, cuts[i].cut);
    free(r.out);
  }
}

/* The marks stand for what they are made of; what is left out is an empty range. */
static void has_ranges(void) {
  static const struct {
    const char *text, *events;
  } ranges[] = {
      {"x\n\n", "0-1x 1-2¶ "},
      {"x\n| ab |1|\n\n", "0-1x 1-2¶ 2-2{ 2-3§ 3-3[ 4-6ab 6-8] 8-8[ 8-91 9-10] 10-11} "},
      {"a\t 1 \t\nb", "0-0{ 0-0§ 0-0[ 0-1a 1-2] 2-2[ 3-41 4-6] 6-6[ 6-6] 6-7} 7-8b 8-8¶ "},
      {"a 1  2 ", "0-0{ 0-0§ 0-0[ 0-1a 1-2] 2-2[ 2-31 3-5] 5-5[ 5-62 6-6] 7-7} "},
      {"a\n## **b**\n\nc|", "0-1a 1-2¶ 7-8b 8-11¶ 12-13c 13-14¶ "},
      {"|a|\n|-|\n", "0-0{ 0-1§ 1-1[ 1-2a 2-3] 7-8} "},
  };
  for (size_t i = 0; i < COUNT(ranges); i++) {
    test("ranges: %s", show(slice(ranges[i].text)));
    record r;
    uint64_t work;
    CHECK_STATUS(read_text(slice(ranges[i].text), RANGES, &r, &work), GR_OK);
    CHECK_SLICE(((gr_slice){r.out, r.size}), ranges[i].events);
    check_record(&r);
    free(r.out);
  }
}

static void passes_failures_on(void) {
  gr_slice text = slice("# a\nb\nc\n|d|e||\n|---|---|---|\n|f\\|g|1||\nh\t2\ni 3 4\n| j\n");
  record r;
  uint64_t work;
  CHECK_STATUS(read_text(text, 0, &r, &work), GR_OK);
  size_t events = r.events;
  free(r.out);
  for (size_t i = 1; i <= events; i++) {
    test("failure of event %zu", i);
    CHECK_STATUS(read_text(text, i, &r, &work), GR_LIMIT_ITEMS);
    CHECK_THAT(r.broken == NULL && r.events == i, "%s after %zu events", r.broken == NULL ? "" : r.broken, r.events);
    free(r.out);
  }
}

static const char *const pieces[] = {
    "|", "|", "|", "｜", "│", "\\", "\\|", "||", "\t", "\t", " ", " ", "　", "\xC2\xA0", "\n", "\n", "\n", "\r\n", "\r",
    "\f", "0", "12", "1,362", "３", "0.5", "-", "---", "—", "/", "无", "增", "件", "万元", "规章", "a", "#", "## ", "**",
    "*", "===", "+", "+---+", "|---|", ":", "├", "─", "（", "）", "。", "年", "\xE2\x80\x8B", "\xEF\xBB\xBF", "😀", "\x01",
};

/* Lines of anything: no digit is lost, and the events are well formed. */
static void holds_for_random_lines(void) {
  uint64_t seed = 20240131;
  for (int round = 0; round < 40; round++) {
    test("random lines %d", round + 1);
    for (int i = 0; i < 500; i++) {
      char text[1024];
      size_t size = 0, count = random_below(&seed, 60), kinds = 4 + random_below(&seed, COUNT(pieces) - 4);
      size_t from = random_below(&seed, COUNT(pieces));
      for (size_t k = 0; k < count; k++) {
        const char *piece = pieces[(from + random_below(&seed, kinds)) % COUNT(pieces)];
        memcpy(text + size, piece, strlen(piece));
        size += strlen(piece);
      }
      char *copy = copy_of((gr_slice){text, size});
      record r;
      uint64_t work;
      gr_status status = read_text((gr_slice){copy, size}, 0, &r, &work);
      CHECK_THAT(status == GR_OK && r.broken == NULL && r.digits == digits(r.source), "%s in %s",
                 r.broken == NULL ? "lost digits" : r.broken, show(r.source));
      size_t events = r.events;
      free(r.out);
      if (events != 0) {
        size_t at = 1 + random_below(&seed, events);
        status = read_text((gr_slice){copy, size}, at, &r, &work);
        CHECK_THAT(status == GR_LIMIT_ITEMS && r.broken == NULL && r.events == at, "event %zu of %s", at,
                   show(r.source));
        free(r.out);
      }
      free(copy);
    }
  }
}

/* What the reader gives for text without any mark: nothing else changes. */
static size_t plain(gr_slice text, char *out) {
  size_t n = 0, i = 0;
  bool open = false;
  while (i < text.size) {
    size_t end = i, next;
    bool blank = true;
    for (; end < text.size && text.data[end] != '\n' && text.data[end] != '\r'; end++)
      if (strchr(" \f", text.data[end]) == NULL) blank = false;
    next = end + (end < text.size) + (end + 1 < text.size && memcmp(text.data + end, "\r\n", 2) == 0);
    const char *mark = !open ? "" : blank ? "¶" : "↵";
    memcpy(out + n, mark, strlen(mark));
    n += strlen(mark);
    if (!blank) {
      memcpy(out + n, text.data + i, end - i);
      n += end - i;
    }
    open = !blank;
    i = next;
  }
  if (open) memcpy(out + n, "¶", strlen("¶"));
  return n + (open ? strlen("¶") : 0);
}

static void leaves_prose_alone(void) {
  static const char *const prose[] = {" ", "\f", "\n", "\n", "\r\n", "\r", "2024 年", "1 月", "12 件，", "规章",
                                      "行政许可 0", "（一", "ab", "。", "13、", "1.", "2021-", "15:52。"};
  uint64_t seed = 7;
  test("prose");
  for (int i = 0; i < 20000; i++) {
    char text[512], expected[2048];
    size_t size = 0, count = random_below(&seed, 20);
    for (size_t k = 0; k < count; k++) {
      const char *piece = prose[random_below(&seed, COUNT(prose))];
      memcpy(text + size, piece, strlen(piece));
      size += strlen(piece);
    }
    gr_slice source = {text, size};
    record r;
    uint64_t work;
    CHECK_STATUS(read_text(source, 0, &r, &work), GR_OK);
    size_t length = plain(source, expected);
    CHECK_THAT(same((gr_slice){r.out, r.size}, (gr_slice){expected, length}), "%s gives %s", show(source),
               show((gr_slice){r.out, r.size}));
    free(r.out);
  }
}

static void is_row_of(const char *value) {
  char line[128];
  record r;
  uint64_t work;
  (void)snprintf(line, sizeof line, "甲 %s %s", value, value);
  CHECK_STATUS(read_text(slice(line), 0, &r, &work), GR_OK);
  CHECK_THAT(r.cells == 3, "%s: %zu cells", line, r.cells);
  free(r.out);
}

/* Whatever character a cell's text may begin or end with, it may in a row: rows know all that cells hold. */
static void knows_all_values(void) {
  static const char *const sides[][2] = {{"", ""}, {"1", ""}, {"", "1"}, {"1", "1"}};
  static const char *const words[] = {"增加3", "减少3", "持平", "不适用", "不適用", "N/A", "n/a", "NA", "(无)", "（無）",
                                      "¥3", "￥3", "3万元", "3亿元", "3千元", "3件次", "3（增3）", "＋３", "1,362"};
  test("all values");
  for (size_t i = 0; i < COUNT(words); i++) is_row_of(words[i]);
  for (uint32_t c = 0x21; c < 0x10000; c++) {
    if ((c >= 0x7F && c < 0xA1) || (c >= 0xD800 && c <= 0xDFFF) || c == '|') continue;
    for (size_t i = 0; i < COUNT(sides); i++) {
      char letter[5] = "", value[16];
      (void)gr_utf8_encode(c, letter);
      (void)snprintf(value, sizeof value, "%s%s%s", sides[i][0], letter, sides[i][1]);
      gr_state state = gr_number_read(slice(value)).state;
      if (state != GR_UNREADABLE && state != GR_BLANK) is_row_of(value);
    }
  }
}

static void repeats(const char *unit, size_t count, char *out, gr_slice *text) {
  size_t length = strlen(unit);
  for (size_t i = 0; i < count; i += length) memcpy(out + i, unit, length);
  *text = (gr_slice){out, (count + length - 1) / length * length};
}

static void is_linear(void) {
  static const char *const units[] = {
      "|", "||", "| ", "\\|", "\\", "a|", "1|", "｜", "│", "\t", "a\t", "1\t", " \t", "1 ", "增 ", "+ ", "件 ", "1 件 ",
      "1", " ", "　", "- ", "*", "**", "**a", "#", "# ", "-", "---|", "+---", "|-", ":", "─", "├", "（", "22 （其中 1 件） ",
      "a | b\n", "a\tb\n", "|a|\n|---|\n", "|\n", "| | |\n", "a 1 2\n", "1 2\n", "---\n", "|-|-|\n", "\xE2\x80\x8B",
  };
  enum { SMALL = 1 << 16 };
  char *out = malloc(2 * SMALL + 64);
  if (out == NULL) abort();
  for (size_t i = 0; i < COUNT(units); i++) {
    uint64_t once, twice;
    gr_slice text;
    record r;
    test("work: %s", show(slice(units[i])));
    repeats(units[i], SMALL, out, &text);
    CHECK_STATUS(read_text(text, 0, &r, &once), GR_OK);
    check_record(&r);
    free(r.out);
    repeats(units[i], 2 * SMALL, out, &text);
    CHECK_STATUS(read_text(text, 0, &r, &twice), GR_OK);
    check_record(&r);
    free(r.out);
    CHECK_THAT(twice * 10 <= once * 21, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
    CHECK_THAT(twice <= 40 * text.size, "%llu steps for %zu bytes", (unsigned long long)twice, text.size);
  }
  free(out);
}

/* Ten million bytes in a line, and every cell of them. */
static void reads_long_lines(void) {
  static const struct {
    const char *unit;
    size_t cells;   /* for each unit */
    size_t last;    /* and behind them */
  } lines[] = {{"1|", 1, 0}, {"1 ", 1, 0}, {"1\t", 1, 1}, {"a|", 1, 0}, {"||1", 2, 0}};
  enum { LONG = 9999999 };
  char *out = malloc(LONG + 64);
  if (out == NULL) abort();
  for (size_t i = 0; i < COUNT(lines); i++) {
    gr_slice text;
    record r;
    uint64_t work;
    test("a long line: %s", show(slice(lines[i].unit)));
    repeats(lines[i].unit, LONG, out, &text);
    CHECK_STATUS(read_text(text, 0, &r, &work), GR_OK);
    check_record(&r);
    size_t units = text.size / strlen(lines[i].unit);
    CHECK_THAT(r.rows == 1 && r.cells == units * lines[i].cells + lines[i].last, "%zu rows, %zu cells of %zu units",
               r.rows, r.cells, units);
    free(r.out);
  }
  free(out);
}

int main(void) {
  reads_cases();
  reads_markup();
  finds_cuts();
  has_ranges();
  passes_failures_on();
  holds_for_random_lines();
  leaves_prose_alone();
  knows_all_values();
  is_linear();
  reads_long_lines();
  return check_finish();
}

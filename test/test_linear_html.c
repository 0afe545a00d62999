/* Work and memory grow linearly with a page, whatever its markup is; a budget that is too small ends its reading. */
#include <stdlib.h>

#include "check.h"

static const struct {
  const char *name;
  size_t count;                          /* of units; 0: MANY */
  const char *before, *unit, *after;     /* the page is a letter, `before`, the units, a letter, `after` and */
  const char *closing;                   /* as many of these as there are units */
} pages[] = {
    {"nested divs, never closed", 0, "", "<div>", "", ""},
    {"nested divs", 0, "", "<div>", "", "</div>"},
    {"nested divs with text", 0, "", "<div>a", "", "</div>b"},
    {"nested divisions of several kinds, closed in the wrong order", 0, "", "<div><section><main>", "", "</div>"},
    {"nested pre", 0, "", "<pre>\n", "", "</pre>"},
    {"nested tables, never closed", 0, "", "<table><tr><td>", "", ""},
    {"nested tables", 0, "", "<table><tr><td>", "", "</td></tr></table>"},
    {"nested tables with text on both sides", 0, "", "<table><tr><td>a<td>b", "", "<td>c</table>d"},
    {"tables in tables, outside of cells", 0, "", "<table><tr>", "", "</table>"},
    {"nested inline elements", 0, "<p>", "<b>", "", "</b>"},
    {"nested templates", 0, "", "<template>", "", "</template>"},
    {"nested drawings", 0, "", "<svg>", "", "</svg>"},
    {"attributes in one tag", 0, "<p", " a=\"1\"", ">", ""},
    {"attributes without values in one tag", 0, "<p", " a", ">", ""},
    {"the same span over and over in one tag", 0, "<table><tr><td", " colspan=2", ">b<td>c</table>", ""},
    {"slashes in one tag", 0, "<p", "/", ">", ""},
    {"a long name of a tag", 0, "<p", "b", ">", ""},
    {"a long number in an attribute", 0, "<table><tr><td colspan=1", "1", ">b<td>c</table>", ""},
    {"one long line", 10000000, "<p>", "a", "</p>", ""},
    {"one long line of Han in a cell", 1000000, "<table><tr><td>", "中", "</table>", ""},
    {"one long line with breaks", 0, "<p>", "a<br>", "</p>", ""},
    {"breaks alone", 0, "<p>a", "<br>", "</p>", ""},
    {"short lines in pre", 0, "<pre>", "a\r\n", "</pre>", ""},
    {"white space between tags", 0, "", "<p> \n\t ", "", ""},
    {"white space between cells", 0, "<table><tr>", "<td> \n ", "</table>", ""},
    {"paragraphs, never closed", 0, "", "<p>a", "", ""},
    {"tags without an end", 0, "", "<p ", "", ""},
    {"tags without an end, and text", 0, "", "<p a ", "", ""},
    {"end tags without an end", 0, "a", "</p ", "", ""},
    {"less-than signs", 0, "<p>", "<", "", ""},
    {"less-than signs and slashes", 0, "<p>", "</", "", ""},
    {"comments without an end", 0, "", "<!--", "", ""},
    {"almost ends of a comment", 0, "<!--", "-> -- > --!", "", ""},
    {"short comments", 0, "", "a<!---->", "", ""},
    {"declarations without an end", 0, "", "<!a", "", ""},
    {"processing instructions", 0, "", "<?a?>b", "", ""},
    {"quotes without an end", 0, "", "<p a=\"", "", ""},
    {"quotes without an end, of two sorts", 0, "", "<p a='\"b=\"", "", ""},
    {"scripts without an end", 0, "", "<script>", "", ""},
    {"scripts in comments of a script", 0, "<script>", "<!--<script></script>", "</script>", ""},
    {"ends of comments in a script", 0, "<script><!--", "<-->", "</script>", ""},
    {"short scripts", 0, "", "<script></script>a", "", ""},
    {"styles without an end", 0, "", "<style></styl", "", ""},
    {"titles", 0, "", "<title>b</title>", "", ""},
    {"titles without an end", 0, "", "<title>b</titl", "", ""},
    {"facts", 0, "", "<meta name=a content=b>", "", ""},
    {"stray ends of divisions", 0, "", "</div>", "", ""},
    {"stray ends of divisions among open ones", 0, "<section>", "<div>a</section></main></p>", "", ""},
    {"stray ends of divisions in a cell", 0, "<div><table><tr><td>", "a</div>", "</table>", ""},
    {"stray ends of tables", 0, "", "a</td></tr></tbody></table>", "", ""},
    {"stray ends in a table", 0, "<table><tr><td>b<td>", "</th></thead></caption>", "</table>", ""},
    {"parts of tables without a table", 0, "", "<tr><td>a", "", ""},
    {"references by name", 0, "<p>", "&amp;", "", ""},
    {"the longest reference", 0, "<p>", "&CounterClockwiseContourIntegral;", "", ""},
    {"references by number", 0, "<p>", "&#20013;", "", ""},
    {"references that are none", 0, "<p>", "&a", "", ""},
    {"ampersands", 0, "<p>", "&", "", ""},
    {"starts of references by number", 0, "<p>", "&#x", "", ""},
    {"a long number in a reference", 0, "<p>&#1", "1", ";", ""},
    {"a long name in a reference", 0, "<p>&am", "p", ";", ""},
    {"references to white space", 0, "<p>b", "&nbsp;&ensp;", "", ""},
    {"cells in one row", 0, "<table><tr>", "<td>a", "</table>", ""},
    {"cells in one row with colspan=1000", 0, "<table><tr>", "<td colspan=1000>a", "</table>", ""},
    {"rows", 0, "<table>", "<tr><td>a<td>b", "</table>", ""},
    {"rows without cells", 0, "<table><tr><td>a<td>b", "<tr>", "</table>", ""},
    {"rows with rowspan", 0, "<table>", "<tr><td rowspan=3>a<td>b", "</table>", ""},
    {"rows with the largest rowspan", 0, "<table>", "<tr><td rowspan=65534>a<td>b", "</table>", ""},
    {"rows with rowspan=0 and colspan=255", 0, "<table>", "<tr><td rowspan=0 colspan=255>a<td>b", "</table>", ""},
    {"paragraphs in one cell", 0, "<table><tr><td>b<td>", "<p>a", "</table>", ""},
    {"paragraphs in cells", 0, "<table>", "<tr><td><p>a</p><p>b</p><td><div>c</div>d", "</table>", ""},
    {"text between cells", 0, "<table><tr><td>a<td>b", "<tr>c<td>d</td>e</tr>f", "</table>", ""},
    {"bodies of one table", 0, "<table>", "<tbody><tr><td>a<td>b</tbody>", "</table>", ""},
    {"tables of one cell", 0, "", "<table><tr><td>a</table>", "", ""},
    {"tables without cells", 0, "", "<table></table>a", "", ""},
    {"a layout with a table in every cell", 0, "<table><tr>", "<td>a<table><tr><td>b<td>c</table>d", "</table>", ""},
    {"hidden pieces in a line", 0, "<p>", "a<b hidden>1</b>", "</p>", ""},
    {"hidden pieces, never closed", 0, "", "<p>a<span style=\"display:none\">1", "", ""},
    {"nested hidden elements", 0, "<p>", "<b hidden>a", "</p>", "</b>"},
    {"nested hidden divisions", 0, "", "<div hidden>a", "", "</div>"},
    {"nested hidden divisions, never closed", 0, "", "<div style='display:none'><p>b</p><p>c", "", ""},
    {"hidden divisions with the same lines", 0, "", "<div hidden><p>b</p><p>c</p></div>", "", ""},
    {"hidden rows and cells", 0, "<table><tr><td>a<td>b", "<tr hidden><td>1<tr><td hidden>2<td>c", "</table>", ""},
    {"hidden tables", 0, "", "<table hidden><tr><td>a<td>b</table>c", "", ""},
    {"hidden tables in tables", 0, "", "<table hidden><tr><td>a<td>b", "", "</table>"},
    {"a hidden list without ends", 0, "<ul hidden>", "<li hidden>a<ul>", "</ul>", ""},
    {"hidden elements struck out", 0, "<p>", "<b style='text-decoration:line-through'>a<i hidden>b</i></b>", "</p>",
     ""},
    {"rules of a style sheet", 0, "<style>", ".a{display:none}", "</style><p class=a>b", ""},
    {"rules, and classes of one element", 0, "<style>.a{display:none}</style><p class='", "b a ", "'>c</p>", ""},
    {"style sheets with a rule each", 0, "", "<style>.a.b{display:none}</style><p class='b a'>c", "", ""},
    {"selectors of one rule", 0, "<style>", "a,.b,", "c{display:none}</style><p class=b>d", ""},
    {"blocks of a style sheet, never closed", 0, "<style>", "@media screen{", ".a{display:none}</style><p class=a>b",
     ""},
    {"blocks for print, never closed", 0, "<style>", "@media print{", ".a{display:none}</style><p class=a>b", ""},
    {"comments of a style sheet", 0, "<style>", "/*a*/", ".a{display:none}</style><p class=a>b", ""},
    {"comments of a style sheet, never closed", 0, "<style>", "/*", "</style><p class=a>b", ""},
    {"declarations of one style", 0, "<p style='", "display:none;/**/", "'>a</p>", ""},
    {"style sheets without an end, in pieces", 0, "", "<style>a{", "", ""},
    {"feet of one table", 0, "<table>", "<tfoot><tr><td>a<td>b", "</table>", ""},
    {"tables with a foot in front", 0, "", "<table><tfoot><tr><td>a<td>b<tbody><tr><td>c</table>", "", ""},
    {"pictures", 0, "", "<img src=a>b", "", ""},
    {"pictures in cells", 0, "<table><tr>", "<td><img src=a><img src=b>", "</table>", ""},
    {"pictures in tables that dissolve", 0, "", "<table><tr><td><img src=a></table>", "", ""},
    {"input boxes with values", 0, "<p>", "<input value='a&amp;b'>", "</p>", ""},
    {"text fields without an end", 0, "", "<textarea>a", "", ""},
    {"tables as they are", 2000, "<html><head><title>b</title></head><body><div class=\"main\">",
     "<p style=\"text-indent: 2em;\">二、主动公开政府信息情况</p>\n"
     "<table border=\"1\" cellspacing=\"0\" style=\"width: 100%;\"><tbody>\n"
     "<tr><td colspan=\"4\" style=\"text-align: center;\"><p>第二十条&nbsp;第（一）项</p></td></tr>\n"
     "<tr><td nowrap>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\n"
     "<tr><td>规章</td><td align=center>3</td><td align=center>0</td><td align=center>21</td></tr>\n"
     "<tr><td rowspan=\"2\">行政规范性文件</td><td>12</td><td><span> 5 </span></td><td><br></td></tr>\n"
     "<tr><td colspan=3><p class=\"MsoNormal\"><span lang=\"EN-US\">174</span></p></td></tr>\n"
     "</tbody></table>\n",
     "</div></body></html>", ""},
};

enum { MANY = 100000 };

typedef struct measure {
  size_t input, memory;
  uint64_t work;
} measure;

static char *put(char *at, const char *text, size_t times) {
  size_t size = strlen(text);
  for (size_t i = 0; i < times; i++, at += size) memcpy(at, text, size);
  return at;
}

static gr_slice build(size_t page, size_t times) {
  const char *before = pages[page].before, *unit = pages[page].unit, *after = pages[page].after;
  const char *closing = pages[page].closing;
  size_t size = strlen(before) + strlen(after) + times * (strlen(unit) + strlen(closing)) + 2;
  char *text = malloc(size);
  if (text == NULL) abort();
  char *at = put(put(put(text, "x", 1), before, 1), unit, times);
  (void)put(put(put(at, "x", 1), after, 1), closing, times);
  return (gr_slice){text, size};
}

static size_t count_of(size_t page) { return pages[page].count == 0 ? MANY : pages[page].count; }

static gr_status parse(gr_slice text, size_t budget, gr_error *error, gr_document **out) {
  gr_options options = {.max_memory = budget, .format = GR_FORMAT_HTML};
  return gr_document_parse(text, &options, error, out);
}

static bool take(size_t page, size_t times, measure *out) {
  gr_slice text = build(page, times);
  gr_document *document = NULL;
  gr_status status = parse(text, 0, NULL, &document);
  *out = (measure){.input = text.size};
  CHECK_STATUS(status, GR_OK);
  if (status == GR_OK) {
    out->memory = gr_document_memory(document);
    out->work = gr_document_work(document);
  }
  gr_document_free(document);
  free((void *)(uintptr_t)text.data);
  return status == GR_OK;
}

static void grows_linearly(size_t page) {
  measure once, twice;
  test("%s: work", pages[page].name);
  if (!take(page, count_of(page), &once) || !take(page, 2 * count_of(page), &twice)) return;
  CHECK_THAT(twice.work * 10 <= once.work * 21, "%llu steps, then %llu", (unsigned long long)once.work,
             (unsigned long long)twice.work);
  test("%s: memory", pages[page].name);
  CHECK_THAT(twice.memory * 10 <= once.memory * 25, "%zu bytes, then %zu", once.memory, twice.memory);
  CHECK_THAT(once.memory <= 30 * once.input, "%zu bytes for %zu", once.memory, once.input);
}

/* Every budget below what the document holds in the end is too small, wherever it runs out. */
static void stops_at_budget(size_t page) {
  measure whole;
  test("%s: too small a budget", pages[page].name);
  if (!take(page, 1000, &whole)) return;
  gr_slice text = build(page, 1000);
  for (size_t eighths = 0; eighths <= 8; eighths++) {
    size_t budget = eighths == 0 ? 1 : eighths == 8 ? whole.memory - 1 : whole.memory / 8 * eighths;
    gr_error error;
    gr_document *document = NULL;
    CHECK_STATUS(parse(text, budget, &error, &document), GR_LIMIT_MEMORY);
    CHECK(document == NULL);
    CHECK_STATUS(error.status, GR_LIMIT_MEMORY);
    CHECK(error.limit == budget);
    gr_document_free(document);
  }
  free((void *)(uintptr_t)text.data);
}

int main(void) {
  for (size_t page = 0; page < COUNT(pages); page++) grows_linearly(page);
  for (size_t page = 0; page < COUNT(pages); page++) stops_at_budget(page);
  return check_finish();
}

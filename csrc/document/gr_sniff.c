#include "document/gr_sniff.h"

#include "base/gr_slice.h"
#include "document/gr_line.h"
#include "document/gr_tag.h"
#include "document/gr_text.h"

/* How far a page is looked for, and how far the name of a tag that begins there may reach: bytes. */
enum { SNIFF = 4096, LONGEST_TAG = 10 };

static bool is_named(const gr_markup *page, const gr_tag *tag, const char (*names)[6], size_t count) {
  size_t start = tag->name.start, size = tag->name.end - start;
  for (size_t i = 0; i < count; i++)
    if (strlen(names[i]) == size && gr_markup_stands(page, start, names[i], size)) return true;
  return false;
}

/* What a page begins with; the tag, where it is one. */
typedef enum opening { PLAIN, TAG, DOCTYPE } opening;

static opening begin(gr_markup *page, gr_tag *tag) {
  size_t at = gr_slice_begins((gr_slice){page->s, page->size}, GR_LITERAL("\xEF\xBB\xBF")) ? 3 : 0;
  for (;;) {
    while (at < page->size && gr_tag_is_space(page->s[at])) at++;
    if (page->size - at < 3 || page->s[at] != '<') return PLAIN;
    if (page->s[at + 1] != '?' && !gr_markup_stands(page, at, "<!--", 4)) break;
    at = gr_markup_skip(page, at);
  }
  if (gr_markup_stands(page, at, "<!doctype", 9)) return DOCTYPE;
  return gr_tag_opens(page, at, tag) ? TAG : PLAIN;
}

/* The head of a text, line by line: what only Markdown has and what only pages have. */
typedef struct survey {
  gr_markup head;
  bool plain;          /* it begins without a tag */
  bool markdown, page;
} survey;

static bool is_raw(const gr_tag *tag) {
  return tag->element == GR_TAG_RAW || tag->element == GR_TAG_STYLE || tag->element == GR_TAG_TEXTAREA ||
         tag->element == GR_TAG_SCRIPT || tag->element == GR_TAG_PRE;
}

/* Looks at the tags of a line; `blank`: the line before was. Returns where to go on: behind raw text, else `next`. */
static size_t look_at_tags(survey *s, gr_range line, size_t next, bool blank) {
  static const char parts[][6] = {"html", "head", "body", "table", "div", "p", "td", "br"};
  static const char table[][6] = {"table"};
  gr_tag tag;
  for (size_t at = line.start; at < line.end && at < SNIFF;) {
    at = gr_markup_find(&s->head, '<', at);
    if (at >= line.end || at >= SNIFF) break;
    bool opens = gr_tag_opens(&s->head, at, &tag) && tag.name.start == at + 1;
    if (opens && is_raw(&tag) && gr_tag_read(&s->head, at, &tag)) return gr_tag_raw_end(&s->head, &tag);
    if (opens && is_named(&s->head, &tag, parts, sizeof parts / sizeof *parts)) {
      if (s->plain && blank && at == line.start && is_named(&s->head, &tag, table, 1) && !s->page)
        s->markdown = true;
      else
        s->page = true;
    }
    size_t end = gr_markup_skip(&s->head, at);
    at = end > at ? end : at + 1;
    if (at > next) return at;   /* a comment of several lines */
  }
  return next;
}

static void look(survey *s) {
  gr_slice head = {s->head.s, s->head.size};
  bool blank = false;
  for (size_t start = 0, next; start < head.size && start < SNIFF && !s->markdown; start = next) {
    size_t end = gr_text_line(head, start, &next, &s->head.work);
    gr_line line;
    gr_line_read(head, (gr_range){start, end}, next, &s->head.work, &line);
    bool heading = head.data[start] == '#' && line.kind == GR_LINE_ALONE;
    if (heading || line.kind == GR_LINE_DELIMITER) s->markdown = true;
    else if (line.kind != GR_LINE_BARS) next = look_at_tags(s, line.all, next, blank);
    blank = line.kind == GR_LINE_BLANK;
  }
}

bool gr_sniff_page(gr_slice text) {
  static const char whole[][6] = {"html", "head", "body"};
  survey s = {.head = {.s = text.data, .size = text.size}};
  gr_tag tag;
  opening first = begin(&s.head, &tag);
  if (first == DOCTYPE) return true;
  if (first == TAG && is_named(&s.head, &tag, whole, sizeof whole / sizeof *whole)) return true;
  s.plain = first == PLAIN;
  if (s.head.size > SNIFF + LONGEST_TAG + 2) s.head.size = SNIFF + LONGEST_TAG + 2;
  while (s.head.size < text.size && ((unsigned char)text.data[s.head.size] & 0xC0) == 0x80) s.head.size++;
  if (s.plain && memchr(s.head.s, '<', s.head.size) == NULL) return false;
  look(&s);
  return !s.markdown && (first == TAG || s.page);
}

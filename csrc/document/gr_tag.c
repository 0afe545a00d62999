#include "document/gr_tag.h"

#include "base/gr_slice.h"

enum { LONGEST_TAG = 10 };

typedef struct named_element {
  char name[15];
  uint8_t element;
} named_element;

#define E(name, tag) {name, GR_TAG_##tag}

/* By length; frequent ones first. What is struck out or set above the line must not grow together with the number beside
 * it: 348<sup>1</sup>. Inline ones stand here for gr_html_sniff: they act as any unknown tag does. */
static const named_element elements[LONGEST_TAG + 1][22] = {
    [1] = {E("p", BLOCK), E("a", INLINE), E("b", INLINE), E("i", INLINE), E("u", INLINE), E("s", BREAK)},
    [2] = {E("td", TD), E("tr", ROW), E("br", BREAK), E("li", BLOCK), E("th", TH), E("ul", BLOCK), E("dd", BLOCK),
           E("dl", BLOCK), E("dt", BLOCK), E("h1", BLOCK), E("h2", BLOCK), E("h3", BLOCK), E("h4", BLOCK),
           E("h5", BLOCK), E("h6", BLOCK), E("hr", BLOCK), E("ol", BLOCK), E("em", INLINE), E("tt", INLINE)},
    [3] = {E("div", DIV), E("img", PICTURE), E("pre", PRE), E("nav", NAV), E("col", COLUMN), E("svg", SVG),
           E("dir", BLOCK), E("xmp", RAW), E("big", INLINE), E("sub", BREAK), E("sup", BREAK), E("ins", INLINE),
           E("del", BREAK), E("wbr", VOID)},
    [4] = {E("span", INLINE), E("font", INLINE), E("meta", META), E("link", VOID), E("form", FORM),
           E("body", BODY), E("html", BLOCK), E("head", BLOCK), E("main", MAIN), E("menu", BLOCK),
           E("base", VOID), E("area", VOID)},
    [5] = {E("table", TABLE), E("tbody", TBODY), E("thead", THEAD), E("tfoot", TFOOT), E("style", STYLE),
           E("title", TITLE), E("aside", ASIDE), E("input", INPUT), E("label", INLINE), E("small", INLINE),
           E("embed", PICTURE), E("param", VOID), E("track", VOID)},
    [6] = {E("strong", INLINE), E("strike", BREAK), E("script", SCRIPT), E("header", HEADER), E("footer", FOOTER), E("center", CENTER),
           E("option", BLOCK), E("select", BLOCK), E("iframe", RAW), E("figure", BLOCK), E("legend", BLOCK),
           E("dialog", BLOCK), E("object", PICTURE), E("canvas", PICTURE), E("button", INLINE), E("source", VOID)},
    [7] = {E("section", SECTION), E("article", ARTICLE), E("caption", CAPTION), E("address", BLOCK),
           E("details", BLOCK), E("summary", BLOCK), E("noembed", RAW), E("listing", BLOCK)},
    [8] = {E("colgroup", COLUMN), E("noscript", RAW), E("template", TEMPLATE), E("textarea", TEXTAREA),
           E("fieldset", BLOCK), E("optgroup", BLOCK), E("noframes", RAW)},
    [10] = {E("blockquote", BLOCK), E("figcaption", BLOCK)},
};

#undef E

static const struct {
  char name[15];
  uint8_t size;
} attributes[GR_TAG_ATTRIBUTES] = {{"rowspan", 7}, {"colspan", 7}, {"name", 4},  {"property", 8}, {"content", 7},
                                   {"hidden", 6},  {"class", 5},   {"id", 2},    {"style", 5},    {"media", 5},
                                   {"type", 4},    {"value", 5},   {"width", 5}, {"height", 6}};

enum { SPACE = 1, TAG_END = 2, EQUALS = 4, STOP = 8 };

static const uint8_t classes[256] = {[' '] = SPACE,  ['\n'] = SPACE,  ['\t'] = SPACE,         ['\r'] = SPACE,
                                     ['\f'] = SPACE, ['/'] = TAG_END, ['>'] = TAG_END | STOP, ['='] = EQUALS | STOP};

static bool is(char c, int of) { return (classes[(unsigned char)c] & of) != 0; }

static bool ends_name(char c) { return is(c, SPACE | TAG_END); }

size_t gr_markup_find(gr_markup *page, char c, size_t at) {
  const char *found = memchr(page->s + at, c, page->size - at);
  size_t place = found == NULL ? page->size : (size_t)(found - page->s);
  page->work += place - at + 1;
  return place;
}

bool gr_markup_stands(const gr_markup *page, size_t at, const char *name, size_t size) {
  if (size > page->size - at) return false;
  for (size_t i = 0; i < size; i++)
    if (gr_tag_lower(page->s[at + i]) != name[i]) return false;
  return true;
}

/* The end of a comment that begins at a place. Its own dashes may be those of its end: <!-->. */
static size_t comment_end(gr_markup *page, size_t start) {
  const char *s = page->s;
  for (size_t at = gr_markup_find(page, '>', start + 4); at < page->size; at = gr_markup_find(page, '>', at + 1)) {
    if (s[at - 1] == '-' && s[at - 2] == '-') return at + 1;
    if (at >= start + 7 && s[at - 1] == '!' && s[at - 2] == '-' && s[at - 3] == '-') return at + 1;
  }
  return page->size;
}

size_t gr_markup_skip(gr_markup *page, size_t at) {
  size_t left = page->size - at;
  char next = left > 1 ? page->s[at + 1] : ' ';
  if (next == '/' ? left < 3 : next != '!' && next != '?') return at;
  if (left >= 4 && memcmp(page->s + at, "<!--", 4) == 0) return comment_end(page, at);
  size_t end = gr_markup_find(page, '>', at + 1);
  return end < page->size ? end + 1 : end;
}

/* Reads one attribute and leaves `*at` behind it: at the end of the tag, false. */
static bool next_attribute(gr_markup *page, size_t *at, gr_range *name, gr_range *value) {
  const char *s = page->s;
  size_t i = *at, size = page->size;
  while (i < size && (gr_tag_is_space(s[i]) || s[i] == '/')) i++;
  page->work += i - *at;
  name->start = *at = i;
  if (i == size || s[i] == '>') return false;
  do i++;   /* the first may even be an equals sign */
  while (i < size && !is(s[i], SPACE | TAG_END | EQUALS));
  name->end = value->start = value->end = i;
  while (i < size && gr_tag_is_space(s[i])) i++;
  if (i < size && s[i] == '=') {
    do i++;
    while (i < size && gr_tag_is_space(s[i]));
    value->start = i;
    if (i < size && (s[i] == '"' || s[i] == '\'')) {
      value->start = i + 1;
      value->end = gr_markup_find(page, s[i], i + 1);
      i = value->end < size ? value->end + 1 : size;
    } else {
      while (i < size && s[i] != '>' && !gr_tag_is_space(s[i])) i++;
      value->end = i;
    }
  }
  page->work += i - *at;
  *at = i;
  return true;
}

static void keep_attribute(const gr_markup *page, gr_tag *tag, gr_range name, gr_range value) {
  for (size_t i = 0; i < GR_TAG_ATTRIBUTES; i++) {
    if (name.end - name.start != attributes[i].size) continue;
    if (!gr_markup_stands(page, name.start, attributes[i].name, attributes[i].size)) continue;
    if (tag->values[i].end == 0) tag->values[i] = value;
  }
}

/* What the attributes of a tag may be. BARE: some have no value. */
enum { SPANS = 1, STYLES = 2, NAMES = 4, BARE = 8 };

/* What an attribute may be whose equals sign stands at a place. */
static unsigned kind_of(const char *s, size_t equals) {
  char last = gr_tag_lower(s[equals - 1]), before = gr_tag_lower(s[equals - 2]);
  if (last == 'n') return before == 'a' ? SPANS : before == 'e' ? BARE : 0;   /* hidden="" is as hidden */
  return last == 'e' && before == 'l' ? STYLES
         : (last == 's' && before == 's') || (last == 'd' && before == 'i') ? NAMES : 0;
}

/* Whether a declaration in a style may be one of display, visibility or text-decoration. */
static bool may_matter(const char *s, size_t at, size_t end) {
  for (; at < end; at++) {
    while (at < end && gr_tag_is_space(s[at])) at++;
    char c = at < end ? gr_tag_lower(s[at]) : '\0';
    if (c == 'd' || c == 'v' || c == '/' || (c == 't' && end - at > 5 && gr_tag_lower(s[at + 5]) == 'd')) return true;
    const char *next = at < end ? memchr(s + at, ';', end - at) : NULL;
    if (next == NULL) return false;
    at = (size_t)(next - s);
  }
  return false;
}

/* Passes over attributes as they are mostly written, a value directly behind its equals sign, and leaves `*at` at the
 * end of the tag. False, and `*at` anywhere, where one is written otherwise; `kinds` tells what they may be. */
static bool skip_attributes(gr_markup *page, size_t *at, unsigned *kinds) {
  const char *s = page->s;
  size_t i = *at, size = page->size;
  while (i < size && is(s[i], SPACE)) i++;
  size_t before = i;   /* where the name that is read begins */
  while (i < size) {
    if (!is(s[i], STOP | SPACE)) {
      i++;
      continue;
    }
    bool ends_bare = i > before && s[i] != '=' && !is(s[i - 1], SPACE | TAG_END);
    if (ends_bare) *kinds |= BARE;
    if (s[i] == '>') break;
    if (is(s[i], SPACE)) {
      i++;
      continue;
    }
    if (is(s[i - 1], SPACE | TAG_END | EQUALS) || i + 1 == size) return false;
    unsigned kind = kind_of(s, i);
    i++;
    size_t start = i;
    if (s[i] == '"' || s[i] == '\'') {
      start = i + 1;
      i = gr_markup_find(page, s[i], i + 1);
      if (kind == STYLES && may_matter(s, start, i)) *kinds |= STYLES;
      if (i < size) i++;
    } else if (gr_tag_is_space(s[i])) {
      return false;
    } else {
      while (i < size && s[i] != '>' && !gr_tag_is_space(s[i])) i++;
      if (kind == STYLES && may_matter(s, start, i)) *kinds |= STYLES;
    }
    *kinds |= kind & (SPANS | NAMES | BARE);
    while (i < size && is(s[i], SPACE)) i++;
    before = i;
  }
  page->work += i - *at;
  *at = i;
  return true;
}

/* Whether the attributes of a tag are looked at more closely. */
static bool keeps_attributes(const gr_markup *page, const gr_tag *tag, unsigned kinds) {
  if (tag->is_end) return false;
  if (tag->element == GR_TAG_META || tag->element == GR_TAG_STYLE || tag->element == GR_TAG_PICTURE ||
      tag->element == GR_TAG_INPUT)
    return true;
  return (kinds & (SPANS | STYLES | BARE)) != 0 || ((kinds & NAMES) != 0 && page->styled);
}

static void name_tag(const gr_markup *page, gr_tag *tag) {
  size_t start = tag->name.start, size = tag->name.end - start;
  tag->element = GR_TAG_INLINE;
  tag->is_known = false;
  if (size > LONGEST_TAG) return;
  for (const named_element *known = elements[size]; known->name[0] != '\0'; known++) {
    if (known->name[0] != gr_tag_lower(page->s[start]) || !gr_markup_stands(page, start, known->name, size)) continue;
    tag->element = (gr_element)known->element;
    tag->is_known = true;
    return;
  }
}

bool gr_tag_opens(const gr_markup *page, size_t at, gr_tag *tag) {
  tag->name.start = at + 1;
  if (at + 1 < page->size && page->s[at + 1] == '/') tag->name.start++;
  size_t at_end = tag->name.start;
  while (at_end < page->size && at_end - tag->name.start <= LONGEST_TAG && !ends_name(page->s[at_end])) at_end++;
  tag->name.end = at_end;
  if (at_end == page->size || !ends_name(page->s[at_end])) return false;
  name_tag(page, tag);
  return tag->is_known;
}

bool gr_tag_read(gr_markup *page, size_t start, gr_tag *tag) {
  tag->start = start;
  tag->is_end = page->s[start + 1] == '/';
  size_t at = start + 1 + tag->is_end;
  tag->name.start = at;
  while (at < page->size && !ends_name(page->s[at])) at++;
  tag->name.end = at;
  page->work += at - start;
  name_tag(page, tag);
  unsigned kinds = 0;
  size_t end = at;
  tag->has_values = !skip_attributes(page, &end, &kinds) || keeps_attributes(page, tag, kinds);
  if (!tag->has_values) {
    at = end;
  } else {
    gr_range name, value;
    memset(tag->values, 0, sizeof tag->values);
    while (next_attribute(page, &at, &name, &value)) keep_attribute(page, tag, name, value);
  }
  if (at == page->size) return false;
  tag->is_empty = page->s[at - 1] == '/';
  tag->end = at + 1;
  return true;
}

/* Whether a place in raw text begins a tag of that name. `from` is where the name would stand. */
static bool is_raw_tag(const gr_markup *page, size_t from, gr_slice name) {
  size_t end = from + name.size;
  return gr_markup_stands(page, from, name.data, name.size) && end < page->size && ends_name(page->s[end]);
}

size_t gr_tag_raw_end(gr_markup *page, const gr_tag *tag) {
  char name[LONGEST_TAG];
  gr_slice wanted = {name, tag->name.end - tag->name.start};
  for (size_t i = 0; i < wanted.size; i++) name[i] = gr_tag_lower(page->s[tag->name.start + i]);
  size_t at = gr_markup_find(page, '<', tag->end);
  while (at < page->size && !(page->size - at > 2 && page->s[at + 1] == '/' && is_raw_tag(page, at + 2, wanted)))
    at = gr_markup_find(page, '<', at + 1);
  return at;
}

static bool holds_comment_end(gr_markup *page, size_t at, size_t end) {
  page->work += end - at;
  for (const char *s = page->s; end - at >= 3; at++) {
    const char *found = memchr(s + at + 2, '>', end - at - 2);
    if (found == NULL) return false;
    at = (size_t)(found - s) - 2;
    if (s[at] == '-' && s[at + 1] == '-') return true;
  }
  return false;
}

size_t gr_tag_script_end(gr_markup *page, const gr_tag *tag) {
  static const gr_slice script = GR_LITERAL_INIT("script");
  bool in_comment = false, in_script = false;
  size_t at = tag->end, next;
  for (; (next = gr_markup_find(page, '<', at)) < page->size; at = next + 1) {
    if (in_comment && holds_comment_end(page, at, next)) in_comment = in_script = false;
    if (page->size - next > 2 && page->s[next + 1] == '/' && is_raw_tag(page, next + 2, script)) {
      if (!in_script) return next;
      in_script = false;
    } else if (in_comment) {
      in_script = in_script || is_raw_tag(page, next + 1, script);
    } else if (gr_markup_stands(page, next, "<!--", 4)) {
      in_comment = true;
      next++;   /* the dashes may be those of its end */
    }
  }
  return page->size;
}

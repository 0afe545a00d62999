#include "gr_html.h"

#include "gr_entity.h"
#include "gr_slice.h"

/* What a tag does. The first are kinds of divisions: an end tag closes only one of its own kind. */
typedef enum element {
  DIV, SECTION, ARTICLE, MAIN, ASIDE, NAV, HEADER, FOOTER, CENTER, FORM, BODY,
  PRE,        /* on the stack of divisions, because it must be closed as they are, but no division */
  KINDS,
  INLINE = KINDS, BLOCK, BREAK, TABLE, THEAD, TBODY, TFOOT, CAPTION, COLUMN, ROW, TD, TH,
  META, TITLE, RAW, SCRIPT, TEMPLATE, SVG
} element;

enum { LONGEST_TAG = 10, SNIFF = 4096 };

typedef struct named_element {
  char name[15];
  uint8_t element;
} named_element;

/* By length; frequent ones first. Inline ones stand here for gr_html_sniff: they act as any unknown tag does. */
static const named_element elements[LONGEST_TAG + 1][22] = {
    [1] = {{"p", BLOCK}, {"a", INLINE}, {"b", INLINE}, {"i", INLINE}, {"u", INLINE}, {"s", INLINE}},
    [2] = {{"td", TD}, {"tr", ROW}, {"br", BREAK}, {"li", BLOCK}, {"th", TH}, {"ul", BLOCK}, {"dd", BLOCK},
           {"dl", BLOCK}, {"dt", BLOCK}, {"h1", BLOCK}, {"h2", BLOCK}, {"h3", BLOCK}, {"h4", BLOCK}, {"h5", BLOCK},
           {"h6", BLOCK}, {"hr", BLOCK}, {"ol", BLOCK}, {"em", INLINE}, {"tt", INLINE}},
    [3] = {{"div", DIV}, {"img", INLINE}, {"pre", PRE}, {"nav", NAV}, {"col", COLUMN}, {"svg", SVG}, {"dir", BLOCK},
           {"xmp", RAW}, {"big", INLINE}, {"sub", INLINE}, {"sup", INLINE}, {"ins", INLINE}, {"del", INLINE}},
    [4] = {{"span", INLINE}, {"font", INLINE}, {"meta", META}, {"link", INLINE}, {"form", FORM}, {"body", BODY},
           {"html", BLOCK}, {"head", BLOCK}, {"main", MAIN}, {"menu", BLOCK}, {"base", INLINE}},
    [5] = {{"table", TABLE}, {"tbody", TBODY}, {"thead", THEAD}, {"tfoot", TFOOT}, {"style", RAW}, {"title", TITLE},
           {"aside", ASIDE}, {"input", INLINE}, {"label", INLINE}, {"small", INLINE}},
    [6] = {{"strong", INLINE}, {"script", SCRIPT}, {"header", HEADER}, {"footer", FOOTER}, {"center", CENTER},
           {"option", BLOCK}, {"select", BLOCK}, {"iframe", RAW}, {"figure", BLOCK}, {"legend", BLOCK},
           {"dialog", BLOCK}, {"object", INLINE}, {"button", INLINE}},
    [7] = {{"section", SECTION}, {"article", ARTICLE}, {"caption", CAPTION}, {"address", BLOCK}, {"details", BLOCK},
           {"summary", BLOCK}, {"noembed", RAW}, {"listing", BLOCK}},
    [8] = {{"colgroup", COLUMN}, {"noscript", RAW}, {"template", TEMPLATE}, {"textarea", RAW}, {"fieldset", BLOCK},
           {"optgroup", BLOCK}, {"noframes", RAW}},
    [10] = {{"blockquote", BLOCK}, {"figcaption", BLOCK}},
};

/* The attributes that are read, and only of cells and of meta. */
enum { ROW_SPAN, COLUMN_SPAN, NAME, PROPERTY, CONTENT, ATTRIBUTES };

static const struct {
  char name[15];
  uint8_t size;
} attributes[ATTRIBUTES] = {{"rowspan", 7}, {"colspan", 7}, {"name", 4}, {"property", 8}, {"content", 7}};

typedef struct html_tag {
  size_t start, end;
  gr_range name;
  gr_range values[ATTRIBUTES];   /* the end is 0: no such attribute */
  element element;
  bool is_known, is_end, is_empty;   /* empty: ends in "/>" */
} html_tag;

typedef struct open_division {
  size_t below;          /* the next open one of its kind: its index + 1, or 0 */
  element kind;
} open_division;

typedef struct open_table {
  size_t base;           /* the height of the stack of divisions at its start: what is below, nothing in it closes */
  element group, cell;   /* THEAD to TFOOT or CAPTION, TD or TH; INLINE: none open */
  bool in_row;
} open_table;

typedef struct reader {
  const char *s;
  size_t size;
  uint64_t work;
  const gr_builder *builder;
  void *context;         /* of the builder */
  gr_memory *memory;
  gr_vector divisions, tables;
  size_t latest[KINDS];  /* the innermost open division of each kind: its index + 1, or 0 */
  size_t templates;      /* open ones: nothing in them is read */
  size_t drawings;       /* open svg elements: there tags that end in "/>" are empty */
  bool written;          /* whether text or breaks were given since the last end of a paragraph, cell or table */
} reader;

#define EVENT(r, name, ...) (r)->builder->name((r)->context, __VA_ARGS__)

/* ---- the tokenizer ---------------------------------------------------------------------------- */

enum { SPACE = 1, TAG_END = 2, EQUALS = 4, STOP = 8 };

static const uint8_t classes[256] = {[' '] = SPACE,  ['\n'] = SPACE,  ['\t'] = SPACE,         ['\r'] = SPACE,
                                     ['\f'] = SPACE, ['/'] = TAG_END, ['>'] = TAG_END | STOP, ['='] = EQUALS | STOP};

static bool is(char c, int of) { return (classes[(unsigned char)c] & of) != 0; }

static bool is_space(char c) { return is(c, SPACE); }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

static bool ends_name(char c) { return is(c, SPACE | TAG_END); }

/* The next place of a character, or the end. */
static size_t find(reader *r, char c, size_t at) {
  const char *found = memchr(r->s + at, c, r->size - at);
  size_t place = found == NULL ? r->size : (size_t)(found - r->s);
  r->work += place - at + 1;
  return place;
}

/* Whether `name`, which is lower case, stands at a place, in any case. */
static bool stands(const reader *r, size_t at, const char *name, size_t size) {
  if (size > r->size - at) return false;
  for (size_t i = 0; i < size; i++)
    if (lower(r->s[at + i]) != name[i]) return false;
  return true;
}

/* The end of a comment that begins at a place. Its own dashes may be those of its end: <!-->. */
static size_t comment_end(reader *r, size_t start) {
  const char *s = r->s;
  for (size_t at = find(r, '>', start + 4); at < r->size; at = find(r, '>', at + 1)) {
    if (s[at - 1] == '-' && s[at - 2] == '-') return at + 1;
    if (at >= start + 7 && s[at - 1] == '!' && s[at - 2] == '-' && s[at - 3] == '-') return at + 1;
  }
  return r->size;
}

/* The end of what a `<` begins if that is no tag; `at` if it is plain text. */
static size_t skip_markup(reader *r, size_t at) {
  size_t left = r->size - at;
  char next = left > 1 ? r->s[at + 1] : ' ';
  if (next == '/' ? left < 3 : next != '!' && next != '?') return at;
  if (left >= 4 && memcmp(r->s + at, "<!--", 4) == 0) return comment_end(r, at);
  size_t end = find(r, '>', at + 1);
  return end < r->size ? end + 1 : end;
}

/* Reads one attribute and leaves `*at` behind it: at the end of the tag, false. */
static bool next_attribute(reader *r, size_t *at, gr_range *name, gr_range *value) {
  const char *s = r->s;
  size_t i = *at, size = r->size;
  while (i < size && (is_space(s[i]) || s[i] == '/')) i++;
  r->work += i - *at;
  name->start = *at = i;
  if (i == size || s[i] == '>') return false;
  do i++;   /* the first may even be an equals sign */
  while (i < size && !is(s[i], SPACE | TAG_END | EQUALS));
  name->end = value->start = value->end = i;
  while (i < size && is_space(s[i])) i++;
  if (i < size && s[i] == '=') {
    do i++;
    while (i < size && is_space(s[i]));
    value->start = i;
    if (i < size && (s[i] == '"' || s[i] == '\'')) {
      value->start = i + 1;
      value->end = find(r, s[i], i + 1);
      i = value->end < size ? value->end + 1 : size;
    } else {
      while (i < size && s[i] != '>' && !is_space(s[i])) i++;
      value->end = i;
    }
  }
  r->work += i - *at;
  *at = i;
  return true;
}

static void keep_attribute(const reader *r, html_tag *tag, gr_range name, gr_range value) {
  for (size_t i = 0; i < ATTRIBUTES; i++) {
    if (name.end - name.start != attributes[i].size) continue;
    if (!stands(r, name.start, attributes[i].name, attributes[i].size)) continue;
    if (tag->values[i].end == 0) tag->values[i] = value;
  }
}

/* Passes over attributes as they are mostly written, a value directly behind its equals sign, and leaves `*at` at the end
 * of the tag. False, and `*at` anywhere, where one is written otherwise; `spans` tells whether one may be a span. */
static bool skip_attributes(reader *r, size_t *at, bool *spans) {
  const char *s = r->s;
  size_t i = *at, size = r->size;
  while (i < size) {
    if (!is(s[i], STOP)) {
      i++;
      continue;
    }
    if (s[i] == '>') break;
    if (is(s[i - 1], SPACE | TAG_END | EQUALS) || i + 1 == size) return false;
    if (lower(s[i - 1]) == 'n' && lower(s[i - 2]) == 'a') *spans = true;
    i++;
    if (s[i] == '"' || s[i] == '\'') {
      i = find(r, s[i], i + 1);
      if (i < size) i++;
    } else if (is_space(s[i])) {
      return false;
    } else {
      while (i < size && s[i] != '>' && !is_space(s[i])) i++;
    }
  }
  r->work += i - *at;
  *at = i;
  return true;
}

static void name_tag(const reader *r, html_tag *tag) {
  size_t start = tag->name.start, size = tag->name.end - start;
  tag->element = INLINE;
  tag->is_known = false;
  if (size > LONGEST_TAG) return;
  for (const named_element *known = elements[size]; known->name[0] != '\0'; known++) {
    if (known->name[0] != lower(r->s[start]) || !stands(r, start, known->name, size)) continue;
    tag->element = (element)known->element;
    tag->is_known = true;
    return;
  }
}

/* Reads the tag whose `<` stands at a place; false where the text ends before it. */
static bool read_tag(reader *r, size_t start, html_tag *tag) {
  tag->start = start;
  tag->is_end = r->s[start + 1] == '/';
  size_t at = start + 1 + tag->is_end;
  tag->name.start = at;
  while (at < r->size && !ends_name(r->s[at])) at++;
  tag->name.end = at;
  r->work += at - start;
  name_tag(r, tag);
  bool keeps = tag->element == TD || tag->element == TH || tag->element == META, spans = tag->element == META;
  if (keeps) memset(tag->values, 0, sizeof tag->values);
  size_t end = at;
  if (skip_attributes(r, &end, &spans) && !(keeps && spans)) {
    at = end;
  } else {
    gr_range name, value;
    while (next_attribute(r, &at, &name, &value))
      if (keeps) keep_attribute(r, tag, name, value);
  }
  if (at == r->size) return false;
  tag->is_empty = r->s[at - 1] == '/';
  tag->end = at + 1;
  return true;
}

/* Whether a place in raw text begins a tag of that name. `from` is where the name would stand. */
static bool is_raw_tag(const reader *r, size_t from, gr_slice name) {
  return stands(r, from, name.data, name.size) && from + name.size < r->size && ends_name(r->s[from + name.size]);
}

/* Where the end tag of a raw element begins. */
static size_t raw_end(reader *r, const html_tag *tag) {
  char name[LONGEST_TAG];
  gr_slice wanted = {name, tag->name.end - tag->name.start};
  for (size_t i = 0; i < wanted.size; i++) name[i] = lower(r->s[tag->name.start + i]);
  size_t at = find(r, '<', tag->end);
  while (at < r->size && !(r->size - at > 2 && r->s[at + 1] == '/' && is_raw_tag(r, at + 2, wanted)))
    at = find(r, '<', at + 1);
  return at;
}

static bool holds_comment_end(reader *r, size_t at, size_t end) {
  r->work += end - at;
  for (const char *s = r->s; end - at >= 3; at++) {
    const char *found = memchr(s + at + 2, '>', end - at - 2);
    if (found == NULL) return false;
    at = (size_t)(found - s) - 2;
    if (s[at] == '-' && s[at + 1] == '-') return true;
  }
  return false;
}

/* Where the end tag of a script begins. In a comment a script may stand in it, with an end tag of its own. */
static size_t script_end(reader *r, const html_tag *tag) {
  static const gr_slice script = GR_LITERAL_INIT("script");
  bool in_comment = false, in_script = false;
  size_t at = tag->end, next;
  for (; (next = find(r, '<', at)) < r->size; at = next + 1) {
    if (in_comment && holds_comment_end(r, at, next)) in_comment = in_script = false;
    if (r->size - next > 2 && r->s[next + 1] == '/' && is_raw_tag(r, next + 2, script)) {
      if (!in_script) return next;
      in_script = false;
    } else if (in_comment) {
      in_script = in_script || is_raw_tag(r, next + 1, script);
    } else if (stands(r, next, "<!--", 4)) {
      in_comment = true;
      next++;   /* the dashes may be those of its end */
    }
  }
  return r->size;
}

/* ---- text ------------------------------------------------------------------------------------- */

static gr_status boundary(reader *r, size_t start, size_t end) {
  if (!r->written) return GR_OK;
  r->written = false;
  return EVENT(r, paragraph_end, start, end);
}

static gr_status plain(reader *r, size_t start, size_t end) {
  return start == end ? GR_OK : EVENT(r, text, start, end);
}

/* The number behind "&#": where it ends, or 0 where none stands. Too large a number stays too large. */
static size_t read_code(const reader *r, size_t at, size_t end, uint32_t *out) {
  bool is_hexadecimal = at < end && lower(r->s[at]) == 'x';
  if (is_hexadecimal) at++;
  size_t start = at;
  for (*out = 0; at < end; at++) {
    char c = lower(r->s[at]);
    uint32_t digit = gr_is_digit(c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
    if (!gr_is_digit(c) && !(is_hexadecimal && c >= 'a' && c <= 'f')) break;
    if (*out <= 0x10FFFF) *out = *out * (is_hexadecimal ? 16 : 10) + digit;
  }
  if (at == start) return 0;
  return at < end && r->s[at] == ';' ? at + 1 : at;
}

/* Codes of the C1 range are meant as windows-1252. */
static uint32_t mend(uint32_t code) {
  static const uint16_t windows_1252[32] = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (code >= 0x80 && code <= 0x9F) return windows_1252[code - 0x80];
  return code == 0 || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF ? 0xFFFD : code;
}

/* The reference at an ampersand: how many characters it stands for, and where it ends. */
static size_t read_reference(reader *r, size_t at, size_t end, size_t *next, uint32_t out[2]) {
  size_t count = 0, length;
  if (end - at > 1 && r->s[at + 1] == '#') {
    *next = read_code(r, at + 2, end, out);
    if (*next != 0) out[0] = mend(out[0]);
    count = *next != 0;
  } else {
    count = gr_entity_find((gr_slice){r->s + at + 1, end - at - 1}, &length, out);
    if (count != 0) *next = at + 1 + length;
  }
  r->work += count == 0 ? 1 : *next - at;
  return count;
}

static gr_status put_text(reader *r, size_t start, size_t end) {
  size_t from = start;
  for (;;) {
    const char *found = memchr(r->s + from, '&', end - from);
    size_t at = found == NULL ? end : (size_t)(found - r->s), next = 0;
    r->work += at - from;
    if (at == end) return plain(r, start, end);
    uint32_t characters[2];
    size_t count = read_reference(r, at, end, &next, characters);
    from = at + 1;
    if (count == 0) continue;
    GR_TRY(plain(r, start, at));
    GR_TRY(EVENT(r, character, characters[0], at, next));
    if (count == 2) GR_TRY(EVENT(r, character, characters[1], next, next));
    start = from = next;
  }
}

static gr_status put_lines(reader *r, size_t start, size_t end) {
  for (size_t at = start; at < end; at++) {
    if (r->s[at] != '\n' && r->s[at] != '\r') continue;
    if (at > start) GR_TRY(put_text(r, start, at));
    size_t size = r->s[at] == '\r' && at + 1 < end && r->s[at + 1] == '\n' ? 2 : 1;
    GR_TRY(EVENT(r, soft_break, at, at + size));
    at += size - 1;
    start = at + 1;
  }
  r->work += end - start;
  return start < end ? put_text(r, start, end) : GR_OK;
}

static open_table *innermost(const reader *r) {
  return r->tables.count == 0 ? NULL : GR_AT(open_table, &r->tables, r->tables.count - 1);
}

/* What stands between two tags. White space is nothing where no text can stand or nothing stands yet. */
static gr_status put_run(reader *r, size_t start, size_t end) {
  if (start == end || r->templates != 0) return GR_OK;
  const open_table *table = innermost(r);
  bool outside = table != NULL && table->cell == INLINE && table->group != CAPTION;
  if (!r->written || outside) {
    size_t at = start;
    while (at < end && is_space(r->s[at])) at++;
    r->work += at - start;
    if (at == end) return GR_OK;
  }
  r->written = true;
  return r->latest[PRE] != 0 ? put_lines(r, start, end) : put_text(r, start, end);
}

/* ---- divisions -------------------------------------------------------------------------------- */

/* How many open divisions are out of reach of an end tag. */
static size_t base(const reader *r) {
  const open_table *table = innermost(r);
  return table == NULL ? 0 : table->base;
}

static gr_status close_division(reader *r, size_t start, size_t end) {
  open_division division = *GR_AT(open_division, &r->divisions, --r->divisions.count);
  r->latest[division.kind] = division.below;
  return division.kind == PRE ? GR_OK : EVENT(r, division_end, start, end);
}

/* Closes divisions until so many are left. */
static gr_status close_divisions(reader *r, size_t height, size_t at) {
  if (r->divisions.count > height) GR_TRY(boundary(r, at, at));
  while (r->divisions.count > height) GR_TRY(close_division(r, at, at));
  return GR_OK;
}

static gr_status start_division(reader *r, const html_tag *tag) {
  /* As in the standard, no form stands in a form, and a body begins only a page. */
  bool is_void = (tag->element == FORM && r->latest[FORM] != 0) ||
                 (tag->element == BODY && r->divisions.count + r->tables.count != 0);
  if (is_void || tag->element == PRE) GR_TRY(boundary(r, tag->start, tag->end));
  if (is_void) return GR_OK;
  GR_TRY(boundary(r, tag->start, tag->start));
  open_division division = {r->latest[tag->element], tag->element};
  GR_TRY(gr_vector_push(r->memory, &r->divisions, &division, sizeof division));
  r->latest[tag->element] = r->divisions.count;
  return tag->element == PRE ? GR_OK : EVENT(r, division_start, tag->start, tag->end);
}

/* What follows </body> still belongs to the body: it may be the end of a page that was pasted into this one. */
static gr_status end_division(reader *r, const html_tag *tag) {
  if (tag->element == BODY) return boundary(r, tag->start, tag->end);
  size_t height = r->latest[tag->element];
  if (height <= base(r)) return GR_OK;
  GR_TRY(close_divisions(r, height, tag->start));
  size_t end = tag->element == PRE ? tag->end : tag->start;
  GR_TRY(boundary(r, tag->start, end));
  return close_division(r, tag->start, tag->end);
}

/* ---- tables ----------------------------------------------------------------------------------- */

/* Ends what is open in the table but its row: the cell, or what stands outside of cells. */
static gr_status end_cell(reader *r, open_table *table, size_t start, size_t end) {
  GR_TRY(close_divisions(r, table->base, start));
  if (table->cell == INLINE) return boundary(r, start, start);
  table->cell = INLINE;
  r->written = false;
  return EVENT(r, cell_end, start, end);
}

static gr_status close_table(reader *r, size_t start, size_t end) {
  GR_TRY(end_cell(r, innermost(r), start, start));
  r->tables.count--;
  return EVENT(r, table_end, start, end);
}

static gr_status start_table(reader *r, const html_tag *tag) {
  open_table table = {.group = INLINE, .cell = INLINE}, *outer = innermost(r);
  if (outer != NULL && outer->cell == INLINE) GR_TRY(close_table(r, tag->start, tag->start));
  GR_TRY(boundary(r, tag->start, tag->start));
  table.base = r->divisions.count;
  GR_TRY(gr_vector_push(r->memory, &r->tables, &table, sizeof table));
  return EVENT(r, table_start, tag->start, tag->end);
}

static gr_status start_row(reader *r, open_table *table, size_t start, size_t end) {
  table->in_row = true;
  if (table->group == INLINE || table->group == CAPTION) table->group = TBODY;
  return EVENT(r, row_start, start, end);
}

/* HTML's rules for parsing integers; what is none, or negative, is 1. */
static size_t read_span(const reader *r, gr_range value, size_t largest) {
  size_t at = value.start, out = 0;
  while (at < value.end && is_space(r->s[at])) at++;
  bool is_negative = at < value.end && r->s[at] == '-';
  if (is_negative || (at < value.end && r->s[at] == '+')) at++;
  if (at == value.end || !gr_is_digit(r->s[at])) return 1;
  for (; at < value.end && gr_is_digit(r->s[at]); at++)
    if (out <= largest) out = out * 10 + (size_t)(r->s[at] - '0');
  if (is_negative && out != 0) return 1;
  return out < largest ? out : largest;
}

static gr_status start_cell(reader *r, open_table *table, const html_tag *tag) {
  size_t row_span = read_span(r, tag->values[ROW_SPAN], 65534);
  size_t column_span = read_span(r, tag->values[COLUMN_SPAN], 1000);
  if (!table->in_row) GR_TRY(start_row(r, table, tag->start, tag->start));
  table->cell = tag->element;
  return EVENT(r, cell_start, row_span, column_span == 0 ? 1 : column_span, tag->start, tag->end);
}

/* A start tag that stands only in tables. */
static gr_status start_part(reader *r, open_table *table, const html_tag *tag) {
  if (table == NULL) return boundary(r, tag->start, tag->end);
  GR_TRY(end_cell(r, table, tag->start, tag->start));
  if (tag->element == TD || tag->element == TH) return start_cell(r, table, tag);
  if (tag->element == ROW) return start_row(r, table, tag->start, tag->end);
  table->in_row = false;
  table->group = tag->element == COLUMN ? INLINE : tag->element;
  return EVENT(r, rows_end, tag->start, tag->start);
}

/* An end tag that stands only in tables. */
static gr_status end_part(reader *r, open_table *table, const html_tag *tag) {
  if (table == NULL) return boundary(r, tag->start, tag->end);
  if (tag->element == TD || tag->element == TH)
    return table->cell == tag->element ? end_cell(r, table, tag->start, tag->end) : GR_OK;
  if (tag->element == ROW ? !table->in_row : tag->element != table->group) return GR_OK;
  table->in_row = false;
  GR_TRY(end_cell(r, table, tag->start, tag->start));
  if (tag->element == ROW) return GR_OK;
  table->group = INLINE;
  return EVENT(r, rows_end, tag->start, tag->start);
}

/* ---- tags ------------------------------------------------------------------------------------- */

static gr_status put_meta(reader *r, const html_tag *tag) {
  gr_range name = tag->values[NAME].end != 0 ? tag->values[NAME] : tag->values[PROPERTY];
  if (name.end == name.start || tag->values[CONTENT].end == 0) return GR_OK;
  return EVENT(r, meta, name, tag->values[CONTENT]);
}

static gr_status put_end(reader *r, const html_tag *tag) {
  switch (tag->element) {
    case BLOCK: return boundary(r, tag->start, tag->end);
    case BREAK: r->written = true; return EVENT(r, soft_break, tag->start, tag->end);   /* </br> is <br> */
    case TABLE: return r->tables.count == 0 ? GR_OK : close_table(r, tag->start, tag->end);
    case THEAD: case TBODY: case TFOOT: case CAPTION: case COLUMN: case ROW: case TD: case TH:
      return end_part(r, innermost(r), tag);
    default: return tag->element < KINDS ? end_division(r, tag) : GR_OK;
  }
}

static gr_status put_start(reader *r, const html_tag *tag) {
  switch (tag->element) {
    case BLOCK: return boundary(r, tag->start, tag->end);
    case BREAK: r->written = true; return EVENT(r, soft_break, tag->start, tag->end);
    case META: return put_meta(r, tag);
    case TABLE: return start_table(r, tag);
    case THEAD: case TBODY: case TFOOT: case CAPTION: case COLUMN: case ROW: case TD: case TH:
      return start_part(r, innermost(r), tag);
    default: return tag->element < KINDS ? start_division(r, tag) : GR_OK;
  }
}

/* Keeps count of the elements that make what is in them something else. */
static void count_tag(reader *r, const html_tag *tag) {
  if (tag->element == TEMPLATE && !tag->is_end) r->templates++;
  else if (tag->element == TEMPLATE && r->templates > 0) r->templates--;
  else if (tag->element == SVG && !tag->is_end && !tag->is_empty) r->drawings++;
  else if (tag->element == SVG && tag->is_end && r->drawings > 0) r->drawings--;
  else if (tag->element < KINDS || (tag->element > INLINE && tag->element < META)) r->drawings = 0;
}

/* Acts on a tag and on the raw text behind it; `*next` is where reading goes on. */
static gr_status put_tag(reader *r, const html_tag *tag, size_t *next) {
  *next = tag->end;
  count_tag(r, tag);
  bool is_raw = !tag->is_end && !(tag->is_empty && r->drawings != 0);
  if (is_raw && tag->element == SCRIPT) *next = script_end(r, tag);
  else if (is_raw && (tag->element == RAW || tag->element == TITLE)) *next = raw_end(r, tag);
  if (r->templates != 0) return GR_OK;
  if (tag->element == TITLE && is_raw && r->drawings == 0)
    return EVENT(r, meta, tag->name, ((gr_range){tag->end, *next}));
  if (tag->element == PRE && !tag->is_end) {   /* a line feed directly behind <pre> is none of its text */
    if (*next < r->size && r->s[*next] == '\r') ++*next;
    if (*next < r->size && r->s[*next] == '\n') ++*next;
  }
  return tag->is_end ? put_end(r, tag) : put_start(r, tag);
}

static gr_status read_page(reader *r) {
  html_tag tag;
  size_t start = gr_slice_begins((gr_slice){r->s, r->size}, GR_LITERAL("\xEF\xBB\xBF")) ? 3 : 0, at = start;
  while (at < r->size) {
    size_t open = r->s[at] == '<' ? at : find(r, '<', at);
    size_t name = open + 1 < r->size && r->s[open + 1] == '/' ? open + 2 : open + 1;
    bool is_tag = name < r->size && is_letter(r->s[name]);
    size_t next = open == r->size || is_tag ? r->size : skip_markup(r, open);
    at = open + 1;
    if (next == open) continue;   /* a character of the text */
    GR_TRY(put_run(r, start, open));
    if (is_tag && read_tag(r, open, &tag)) GR_TRY(put_tag(r, &tag, &next));
    start = at = next;
  }
  if (start < r->size) GR_TRY(put_run(r, start, r->size));
  while (r->tables.count != 0) GR_TRY(close_table(r, r->size, r->size));
  GR_TRY(boundary(r, r->size, r->size));
  return close_divisions(r, 0, r->size);
}

gr_status gr_html_read(gr_memory *memory, gr_slice text, const gr_builder *builder, uint64_t *work) {
  reader r = {.s = text.data, .size = text.size, .builder = builder, .context = builder->context, .memory = memory};
  gr_status status = read_page(&r);
  *work += r.work;
  gr_vector_release(memory, &r.divisions, sizeof(open_division));
  gr_vector_release(memory, &r.tables, sizeof(open_table));
  return status;
}

/* ---- is it a page? ---------------------------------------------------------------------------- */

/* Whether an element's tag stands at a place: <http://example.com> is none. */
static bool opens_element(const reader *r, size_t at, html_tag *tag) {
  tag->name.start = at + 1;
  if (at + 1 < r->size && r->s[at + 1] == '/') tag->name.start++;
  tag->name.end = tag->name.start;
  while (tag->name.end < r->size && tag->name.end - tag->name.start <= LONGEST_TAG && !ends_name(r->s[tag->name.end]))
    tag->name.end++;
  if (tag->name.end == r->size || !ends_name(r->s[tag->name.end])) return false;
  name_tag(r, tag);
  return tag->is_known;
}

static bool begins_page(reader *r) {
  size_t at = gr_slice_begins((gr_slice){r->s, r->size}, GR_LITERAL("\xEF\xBB\xBF")) ? 3 : 0;
  for (;;) {
    while (at < r->size && is_space(r->s[at])) at++;
    if (r->size - at < 3 || r->s[at] != '<') return false;
    if (r->s[at + 1] != '?' && !stands(r, at, "<!--", 4)) break;
    at = skip_markup(r, at);
  }
  html_tag tag;
  return stands(r, at, "<!doctype", 9) || opens_element(r, at, &tag);
}

static bool makes_page(const reader *r, const html_tag *tag) {
  static const char names[][6] = {"html", "head", "body", "table", "div", "p", "td", "br"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t size = strlen(names[i]);
    if (tag->name.end - tag->name.start == size && stands(r, tag->name.start, names[i], size)) return true;
  }
  return false;
}

bool gr_html_sniff(gr_slice text) {
  reader r = {.s = text.data, .size = text.size};
  if (begins_page(&r)) return true;
  if (r.size > SNIFF + LONGEST_TAG + 2) r.size = SNIFF + LONGEST_TAG + 2;
  html_tag tag;
  for (size_t at = 0; at < r.size;) {
    at = find(&r, '<', at);
    if (at >= r.size || at >= SNIFF) break;
    if (opens_element(&r, at, &tag) && tag.name.start == at + 1 && makes_page(&r, &tag)) return true;
    size_t end = skip_markup(&r, at);
    at = end > at ? end : at + 1;
  }
  return false;
}

#include "document/gr_html.h"

#include "document/gr_cover.h"
#include "document/gr_reference.h"
#include "base/gr_slice.h"
#include "document/gr_seen.h"
#include "document/gr_sheet.h"

/* Bytes at the end of a page in which the ends of its body and of itself may stand, whatever was read around them. */
enum { TAIL = 1024 };

typedef struct open_division {
  size_t below;          /* the next open one of its kind: its index + 1, or 0 */
  gr_element kind;
} open_division;

typedef struct open_table {
  size_t base;           /* the height of the stack of divisions at its start: what is below, nothing in it closes */
  gr_element group;      /* GR_TAG_THEAD to GR_TAG_CAPTION; GR_TAG_INLINE: none open */
  gr_element cell;       /* GR_TAG_TD or GR_TAG_TH; GR_TAG_INLINE: none open */
  bool in_row;
} open_table;

typedef struct reader {
  gr_markup in;
  const gr_builder *builder;
  void *context;         /* of the builder */
  gr_memory *memory;
  gr_vector divisions, tables;
  gr_vector covers;      /* gr_cover: what hides or strikes out what is being read, the innermost last */
  gr_sheet sheet;
  gr_look look;          /* of the start tag that is acted on */
  size_t latest[GR_TAG_KINDS];  /* the innermost open division of each kind: its index + 1, or 0 */
  size_t templates;      /* open ones: nothing in them is read */
  size_t drawings;       /* open svg elements: there tags that end in "/>" are empty */
  size_t cut;            /* where what the end of the input cuts begins; SIZE_MAX: nothing */
  bool began, ended;     /* <html> was met; the end of it, or of the body */
  bool written;          /* whether text or breaks were given since the last end of a paragraph, cell or table */
} reader;

#define EVENT(r, name, ...) (r)->builder->name((r)->context, __VA_ARGS__)

/* ---- text ------------------------------------------------------------------------------------- */

static gr_status boundary(reader *r, size_t start, size_t end) {
  if (!r->written) return GR_OK;
  r->written = false;
  return EVENT(r, paragraph_end, start, end);
}

static gr_status plain(reader *r, size_t start, size_t end) {
  return start == end ? GR_OK : EVENT(r, text, start, end);
}

static gr_status put_text(reader *r, size_t start, size_t end) {
  size_t from = start;
  for (;;) {
    const char *found = memchr(r->in.s + from, '&', end - from);
    size_t at = found == NULL ? end : (size_t)(found - r->in.s), next = 0;
    r->in.work += at - from;
    if (at == end) return plain(r, start, end);
    uint32_t characters[2];
    size_t count = gr_reference_read(gr_slice_sub((gr_slice){r->in.s, end}, at, end), &next, characters);
    next += at;
    r->in.work += count == 0 ? 1 : next - at;
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
    if (r->in.s[at] != '\n' && r->in.s[at] != '\r') continue;
    if (at > start) GR_TRY(put_text(r, start, at));
    size_t size = r->in.s[at] == '\r' && at + 1 < end && r->in.s[at + 1] == '\n' ? 2 : 1;
    GR_TRY(EVENT(r, soft_break, at, at + size));
    at += size - 1;
    start = at + 1;
  }
  r->in.work += end - start;
  return start < end ? put_text(r, start, end) : GR_OK;
}

static open_table *innermost(const reader *r) {
  return r->tables.count == 0 ? NULL : GR_AT(open_table, &r->tables, r->tables.count - 1);
}

/* What stands between two tags. White space is nothing where no text can stand or nothing stands yet. */
static gr_status put_run(reader *r, size_t start, size_t end) {
  if (start == end || r->templates != 0) return GR_OK;
  const open_table *table = innermost(r);
  bool outside = table != NULL && table->cell == GR_TAG_INLINE && table->group != GR_TAG_CAPTION;
  if (!r->written || outside) {
    size_t at = start;
    while (at < end && gr_tag_is_space(r->in.s[at])) at++;
    r->in.work += at - start;
    if (at == end) return GR_OK;
  }
  r->written = true;
  return r->latest[GR_TAG_PRE] != 0 ? put_lines(r, start, end) : put_text(r, start, end);
}

/* ---- covers ----------------------------------------------------------------------------------- */

static gr_cover *top_cover(const reader *r) {
  return r->covers.count == 0 ? NULL : GR_AT(gr_cover, &r->covers, r->covers.count - 1);
}

/* The start tag's element hides or strikes out what follows, where its look says so. */
static gr_status open_cover(reader *r, const gr_tag *tag) {
  if (r->look == GR_LOOK_PLAIN) return GR_OK;
  gr_cover cover = {.look = r->look, .element = tag->element, .name = tag->name, .depth = 1,
                    .divisions = r->divisions.count, .tables = r->tables.count};
  r->look = GR_LOOK_PLAIN;
  GR_TRY(gr_vector_push(r->memory, &r->covers, &cover, sizeof cover));
  if (cover.look != GR_LOOK_STRUCK)
    return EVENT(r, hidden_start, tag->element <= GR_TAG_PRE || tag->element == GR_TAG_TABLE, tag->start, tag->end);
  if (tag->element != GR_TAG_INLINE) return GR_OK;
  r->written = true;
  return EVENT(r, soft_break, tag->start, tag->end);
}

static gr_status close_cover(reader *r, size_t start, size_t end) {
  gr_cover cover = *top_cover(r);
  r->covers.count--;
  if (cover.look != GR_LOOK_STRUCK) return EVENT(r, hidden_end, start, end);
  if (cover.element != GR_TAG_INLINE || start == end) return GR_OK;
  r->written = true;
  return EVENT(r, soft_break, start, end);
}

/* Ends the loose covers that stand directly in a division or cell which ends. */
static gr_status close_loose(reader *r, size_t divisions, size_t tables, size_t at) {
  for (const gr_cover *cover = top_cover(r); cover != NULL && gr_cover_is_loose(cover); cover = top_cover(r)) {
    if (cover->divisions < divisions || cover->tables < tables) break;
    GR_TRY(close_cover(r, at, at));
  }
  return GR_OK;
}

/* Ends the cover that a part of the innermost table is, or a table or division that has ended. */
static gr_status close_own(reader *r, gr_element first, gr_element last, size_t height, size_t start, size_t end) {
  const gr_cover *cover = top_cover(r);
  if (cover == NULL || cover->element < first || cover->element > last) return GR_OK;
  if ((last < GR_TAG_KINDS ? cover->divisions : cover->tables) != height) return GR_OK;
  return close_cover(r, start, end);
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
  if (division.kind != GR_TAG_PRE) GR_TRY(EVENT(r, division_end, start, end));
  return close_own(r, GR_TAG_DIV, GR_TAG_PRE, r->divisions.count + 1, start, end);
}

/* Closes divisions until so many are left. */
static gr_status close_divisions(reader *r, size_t height, size_t at) {
  while (r->divisions.count > height) {
    GR_TRY(close_loose(r, r->divisions.count, r->tables.count, at));
    GR_TRY(boundary(r, at, at));
    GR_TRY(close_division(r, at, at));
  }
  return GR_OK;
}

static gr_status start_division(reader *r, const gr_tag *tag) {
  /* As in the standard, no form stands in a form, and a body begins only a page. */
  bool is_void = (tag->element == GR_TAG_FORM && r->latest[GR_TAG_FORM] != 0) ||
                 (tag->element == GR_TAG_BODY && r->divisions.count + r->tables.count != 0);
  if (is_void || tag->element == GR_TAG_PRE) GR_TRY(boundary(r, tag->start, tag->end));
  if (is_void) return GR_OK;
  GR_TRY(boundary(r, tag->start, tag->start));
  open_division division = {r->latest[tag->element], tag->element};
  GR_TRY(gr_vector_push(r->memory, &r->divisions, &division, sizeof division));
  r->latest[tag->element] = r->divisions.count;
  GR_TRY(open_cover(r, tag));
  return tag->element == GR_TAG_PRE ? GR_OK : EVENT(r, division_start, tag->start, tag->end);
}

/* What follows </body> still belongs to the body: it may be the end of a page that was pasted into this one. */
static gr_status end_division(reader *r, const gr_tag *tag) {
  if (tag->element == GR_TAG_BODY) return boundary(r, tag->start, tag->end);
  size_t height = r->latest[tag->element];
  if (height <= base(r)) return GR_OK;
  GR_TRY(close_divisions(r, height, tag->start));
  GR_TRY(close_loose(r, height, r->tables.count, tag->start));
  size_t end = tag->element == GR_TAG_PRE ? tag->end : tag->start;
  GR_TRY(boundary(r, tag->start, end));
  return close_division(r, tag->start, tag->end);
}

/* ---- tables ----------------------------------------------------------------------------------- */

/* Ends what is open in the table but its row: the cell, or what stands outside of cells. */
static gr_status end_cell(reader *r, open_table *table, size_t start, size_t end) {
  GR_TRY(close_divisions(r, table->base, start));
  GR_TRY(close_loose(r, table->base, r->tables.count, start));
  if (table->cell == GR_TAG_INLINE) return boundary(r, start, start);
  const gr_cover *cover = top_cover(r);
  if (cover != NULL && cover->look == GR_LOOK_INVISIBLE)   /* such a cell keeps its place */
    GR_TRY(close_own(r, GR_TAG_TD, GR_TAG_TH, r->tables.count, start, start));
  table->cell = GR_TAG_INLINE;
  r->written = false;
  GR_TRY(EVENT(r, cell_end, start, end));
  return close_own(r, GR_TAG_TD, GR_TAG_TH, r->tables.count, start, end);
}

/* Ends the covers that the open row is, or the open group of rows and its row. */
static gr_status close_rows(reader *r, bool group, size_t start, size_t end) {
  GR_TRY(close_own(r, GR_TAG_ROW, GR_TAG_ROW, r->tables.count, start, end));
  return group ? close_own(r, GR_TAG_THEAD, GR_TAG_CAPTION, r->tables.count, start, end) : GR_OK;
}

static gr_status close_table(reader *r, size_t start, size_t end) {
  GR_TRY(end_cell(r, innermost(r), start, start));
  GR_TRY(close_rows(r, true, start, start));
  r->tables.count--;
  GR_TRY(EVENT(r, table_end, start, end));
  return close_own(r, GR_TAG_TABLE, GR_TAG_TABLE, r->tables.count + 1, start, end);
}

static gr_status start_table(reader *r, const gr_tag *tag) {
  open_table table = {.group = GR_TAG_INLINE, .cell = GR_TAG_INLINE}, *outer = innermost(r);
  if (outer != NULL && outer->cell == GR_TAG_INLINE) GR_TRY(close_table(r, tag->start, tag->start));
  GR_TRY(boundary(r, tag->start, tag->start));
  table.base = r->divisions.count;
  GR_TRY(gr_vector_push(r->memory, &r->tables, &table, sizeof table));
  GR_TRY(open_cover(r, tag));
  return EVENT(r, table_start, tag->start, tag->end);
}

static gr_status start_row(reader *r, open_table *table, size_t start, size_t end) {
  table->in_row = true;
  if (table->group == GR_TAG_INLINE || table->group == GR_TAG_CAPTION) table->group = GR_TAG_TBODY;
  return EVENT(r, row_start, start, end);
}

/* HTML's rules for parsing integers; what is none, or negative, is 1. */
static size_t read_span(const reader *r, gr_range value, size_t largest) {
  size_t at = value.start, out = 0;
  while (at < value.end && gr_tag_is_space(r->in.s[at])) at++;
  bool is_negative = at < value.end && r->in.s[at] == '-';
  if (is_negative || (at < value.end && r->in.s[at] == '+')) at++;
  if (at == value.end || !gr_is_digit(r->in.s[at])) return 1;
  for (; at < value.end && gr_is_digit(r->in.s[at]); at++)
    if (out <= largest) out = out * 10 + (size_t)(r->in.s[at] - '0');
  if (is_negative && out != 0) return 1;
  return out < largest ? out : largest;
}

static gr_status start_cell(reader *r, open_table *table, const gr_tag *tag) {
  size_t row_span = read_span(r, gr_tag_value(tag, GR_TAG_ROW_SPAN), 65534);
  size_t column_span = read_span(r, gr_tag_value(tag, GR_TAG_COLUMN_SPAN), 1000);
  if (!table->in_row) GR_TRY(start_row(r, table, tag->start, tag->start));
  table->cell = tag->element;
  if (r->look != GR_LOOK_INVISIBLE) GR_TRY(open_cover(r, tag));
  GR_TRY(EVENT(r, cell_start, row_span, column_span == 0 ? 1 : column_span, tag->start, tag->end));
  return open_cover(r, tag);
}

/* A start tag that stands only in tables. */
static gr_status start_part(reader *r, open_table *table, const gr_tag *tag) {
  if (table == NULL) return boundary(r, tag->start, tag->end);
  GR_TRY(end_cell(r, table, tag->start, tag->start));
  if (tag->element == GR_TAG_TD || tag->element == GR_TAG_TH) return start_cell(r, table, tag);
  GR_TRY(close_rows(r, tag->element != GR_TAG_ROW, tag->start, tag->start));
  if (tag->element == GR_TAG_ROW) {
    GR_TRY(open_cover(r, tag));
    return start_row(r, table, tag->start, tag->end);
  }
  table->in_row = false;
  table->group = tag->element == GR_TAG_COLUMN ? GR_TAG_INLINE : tag->element;
  GR_TRY(EVENT(r, rows_end, tag->start, tag->start));
  if (tag->element != GR_TAG_COLUMN) GR_TRY(open_cover(r, tag));
  return tag->element == GR_TAG_TFOOT ? EVENT(r, foot_start, tag->start, tag->end) : GR_OK;
}

/* An end tag that stands only in tables. */
static gr_status end_part(reader *r, open_table *table, const gr_tag *tag) {
  if (table == NULL) return boundary(r, tag->start, tag->end);
  if (tag->element == GR_TAG_TD || tag->element == GR_TAG_TH)
    return table->cell == tag->element ? end_cell(r, table, tag->start, tag->end) : GR_OK;
  if (tag->element == GR_TAG_ROW ? !table->in_row : tag->element != table->group) return GR_OK;
  table->in_row = false;
  GR_TRY(end_cell(r, table, tag->start, tag->start));
  GR_TRY(close_rows(r, tag->element != GR_TAG_ROW, tag->start, tag->start));
  if (tag->element == GR_TAG_ROW) return GR_OK;
  table->group = GR_TAG_INLINE;
  return EVENT(r, rows_end, tag->start, tag->start);
}

/* ---- tags ------------------------------------------------------------------------------------- */

static gr_status put_meta(reader *r, const gr_tag *tag) {
  gr_range name = gr_tag_value(tag, GR_TAG_NAME), content = gr_tag_value(tag, GR_TAG_CONTENT);
  if (name.end == 0) name = gr_tag_value(tag, GR_TAG_PROPERTY);
  if (name.end == name.start || content.end == 0) return GR_OK;
  return EVENT(r, meta, name, content);
}

/* The text that an input box or a text field is filled with, or the box. */
static gr_status put_box(reader *r, gr_range filled, const gr_tag *tag) {
  while (filled.start < filled.end && gr_tag_is_space(r->in.s[filled.start])) filled.start++;
  r->in.work += filled.end - filled.start + 1;
  if (filled.start >= filled.end) return EVENT(r, picture, tag->start, tag->end);
  r->written = true;
  return put_text(r, filled.start, filled.end);
}

static gr_status put_input(reader *r, const gr_tag *tag) {
  gr_range filled;
  return gr_seen_input(&r->in, tag, &filled) ? put_box(r, filled, tag) : GR_OK;
}

static gr_status put_picture(reader *r, const gr_tag *tag) {
  return gr_seen_picture(&r->in, tag) ? EVENT(r, picture, tag->start, tag->end) : GR_OK;
}

static gr_status put_end(reader *r, const gr_tag *tag) {
  switch (tag->element) {
    case GR_TAG_BLOCK: return boundary(r, tag->start, tag->end);
    case GR_TAG_BREAK: r->written = true; return EVENT(r, soft_break, tag->start, tag->end);   /* </br> is <br> */
    case GR_TAG_TABLE: return r->tables.count == 0 ? GR_OK : close_table(r, tag->start, tag->end);
    case GR_TAG_THEAD: case GR_TAG_TBODY: case GR_TAG_TFOOT: case GR_TAG_CAPTION: case GR_TAG_COLUMN: case GR_TAG_ROW:
    case GR_TAG_TD: case GR_TAG_TH:
      return end_part(r, innermost(r), tag);
    default: return tag->element < GR_TAG_KINDS ? end_division(r, tag) : GR_OK;
  }
}

static gr_status put_start(reader *r, const gr_tag *tag) {
  switch (tag->element) {
    case GR_TAG_BLOCK: GR_TRY(boundary(r, tag->start, tag->end)); return open_cover(r, tag);
    case GR_TAG_BREAK:
      GR_TRY(open_cover(r, tag));
      r->written = true;
      return EVENT(r, soft_break, tag->start, tag->end);
    case GR_TAG_INLINE: return open_cover(r, tag);
    case GR_TAG_SVG: GR_TRY(open_cover(r, tag)); return r->drawings > 1 ? GR_OK : put_picture(r, tag);
    case GR_TAG_PICTURE: return put_picture(r, tag);
    case GR_TAG_INPUT: return put_input(r, tag);
    case GR_TAG_META: return put_meta(r, tag);
    case GR_TAG_TABLE: return start_table(r, tag);
    case GR_TAG_THEAD: case GR_TAG_TBODY: case GR_TAG_TFOOT: case GR_TAG_CAPTION: case GR_TAG_COLUMN: case GR_TAG_ROW:
    case GR_TAG_TD: case GR_TAG_TH:
      return start_part(r, innermost(r), tag);
    default: return tag->element < GR_TAG_KINDS ? start_division(r, tag) : GR_OK;
  }
}

/* Remembers where a page begins and ends. */
static void note_page(reader *r, const gr_tag *tag) {
  bool html = tag->element == GR_TAG_BLOCK && tag->name.end - tag->name.start == 4 &&
              gr_markup_stands(&r->in, tag->name.start, "html", 4);
  if (html && !tag->is_end) r->began = true;
  if (tag->is_end && (html || tag->element == GR_TAG_BODY)) r->ended = true;
}

/* Keeps count of the elements that make what is in them something else. */
static void count_tag(reader *r, const gr_tag *tag) {
  if (tag->element == GR_TAG_TEMPLATE && !tag->is_end) r->templates++;
  else if (tag->element == GR_TAG_TEMPLATE && r->templates > 0) r->templates--;
  else if (tag->element == GR_TAG_SVG && !tag->is_end && !tag->is_empty) r->drawings++;
  else if (tag->element == GR_TAG_SVG && tag->is_end && r->drawings > 0) r->drawings--;
  else if (tag->element < GR_TAG_KINDS || (tag->element > GR_TAG_INLINE && tag->element < GR_TAG_META)) r->drawings = 0;
}

static bool is_raw_text(const gr_tag *tag) {
  return tag->element == GR_TAG_RAW || tag->element == GR_TAG_STYLE || tag->element == GR_TAG_TITLE ||
         tag->element == GR_TAG_TEXTAREA;
}

/* How an element shows what is in it; one of a drawing, or in something that is hidden anyway, is like those
 * around it. */
static gr_look look_of(reader *r, const gr_tag *tag) {
  bool may = tag->has_values || r->sheet.has_tags;
  if (!may || !gr_cover_may(&r->in, tag) || r->drawings > (tag->element == GR_TAG_SVG)) return GR_LOOK_PLAIN;
  gr_look look = gr_sheet_look(&r->sheet, &r->in, tag);
  return look == GR_LOOK_STRUCK && tag->element != GR_TAG_INLINE ? GR_LOOK_PLAIN : look;
}

/* Acts on a tag, and on the ends of covers that it brings. */
static gr_status put_covered(reader *r, const gr_tag *tag) {
  gr_cover *cover = top_cover(r);
  while (cover != NULL && gr_cover_is_loose(cover) && gr_cover_before(cover, &r->in, tag)) {
    GR_TRY(close_cover(r, tag->start, tag->start));
    cover = top_cover(r);
  }
  if (!tag->is_end) {
    r->look = look_of(r, tag);
    GR_TRY(put_start(r, tag));
    r->look = GR_LOOK_PLAIN;
    return GR_OK;
  }
  GR_TRY(put_end(r, tag));
  bool ends = true;
  for (cover = top_cover(r); ends && cover != NULL && gr_cover_is_loose(cover); cover = top_cover(r)) {
    ends = gr_cover_behind(cover, &r->in, tag);
    if (ends) GR_TRY(close_cover(r, tag->start, tag->end));
  }
  return GR_OK;
}

/* Acts on a tag and on the raw text behind it; `*next` is where reading goes on. */
static gr_status put_tag(reader *r, const gr_tag *tag, size_t *next) {
  *next = tag->end;
  note_page(r, tag);
  count_tag(r, tag);
  bool is_raw = !tag->is_end && !(tag->is_empty && r->drawings != 0);
  if (is_raw && tag->element == GR_TAG_SCRIPT) *next = gr_tag_script_end(&r->in, tag);
  else if (is_raw && is_raw_text(tag)) *next = gr_tag_raw_end(&r->in, tag);
  if (*next == r->in.size && *next != tag->end) r->cut = tag->start;
  if (r->templates != 0) return GR_OK;
  if (tag->element == GR_TAG_TITLE && is_raw && r->drawings == 0)
    return EVENT(r, meta, tag->name, ((gr_range){tag->end, *next}));
  if (tag->element == GR_TAG_TEXTAREA && is_raw) return put_box(r, (gr_range){tag->end, *next}, tag);
  if (tag->element == GR_TAG_PRE && !tag->is_end) {   /* a line feed directly behind <pre> is none of its text */
    if (*next < r->in.size && r->in.s[*next] == '\r') ++*next;
    if (*next < r->in.size && r->in.s[*next] == '\n') ++*next;
  }
  return put_covered(r, tag);
}

static bool ends_page(const reader *r) {
  size_t at = r->in.size > TAIL ? r->in.size - TAIL : 0;
  for (; at < r->in.size && !r->ended; at++)
    if (r->in.s[at] == '<' &&
        (gr_markup_stands(&r->in, at, "</html", 6) || gr_markup_stands(&r->in, at, "</body", 6)))
      return true;
  return r->ended;
}

/* A page that is whole ends its body or itself, a part of one ends its tables and tags. `start`: of the text behind the
 * last tag. */
static void find_cut(reader *r, size_t start) {
  if (ends_page(r)) r->cut = SIZE_MAX;
  else if (r->cut == SIZE_MAX && (r->began || r->tables.count != 0)) {
    while (start < r->in.size && gr_tag_is_space(r->in.s[start])) start++;
    r->cut = start;
  }
}

/* From a place on. */
static gr_status read_page(reader *r, size_t start) {
  gr_tag tag;
  size_t at = start;
  while (at < r->in.size) {
    size_t open = r->in.s[at] == '<' ? at : gr_markup_find(&r->in, '<', at);
    if (open == r->in.size) break;
    size_t name = open + 1 < r->in.size && r->in.s[open + 1] == '/' ? open + 2 : open + 1;
    bool is_tag = name < r->in.size && gr_tag_is_letter(r->in.s[name]);
    size_t next = is_tag ? r->in.size : gr_markup_skip(&r->in, open);
    at = open + 1;
    if (next == open) continue;   /* a character of the text */
    GR_TRY(put_run(r, start, open));
    if (is_tag && gr_tag_read(&r->in, open, &tag)) GR_TRY(put_tag(r, &tag, &next));
    else if (next == r->in.size && (is_tag || r->in.s[next - 1] != '>')) r->cut = open;
    start = at = next;
  }
  if (start < r->in.size) GR_TRY(put_run(r, start, r->in.size));
  find_cut(r, start);
  while (r->tables.count != 0) GR_TRY(close_table(r, r->in.size, r->in.size));
  GR_TRY(close_loose(r, r->divisions.count, 0, r->in.size));
  GR_TRY(boundary(r, r->in.size, r->in.size));
  GR_TRY(close_divisions(r, 0, r->in.size));
  while (r->covers.count != 0) GR_TRY(close_cover(r, r->in.size, r->in.size));
  return GR_OK;
}

static size_t behind_mark(gr_slice text) { return gr_slice_begins(text, GR_LITERAL("\xEF\xBB\xBF")) ? 3 : 0; }

gr_status gr_html_read(gr_memory *memory, gr_slice text, size_t start, const gr_builder *builder, size_t *cut,
                       uint64_t *work) {
  reader r = {.in = {.s = text.data, .size = text.size}, .builder = builder, .context = builder->context,
              .memory = memory, .cut = SIZE_MAX};
  gr_status status = gr_sheet_collect(&r.sheet, memory, &r.in, start);
  r.in.styled = r.sheet.hides;
  if (status == GR_OK) status = read_page(&r, start == 0 ? behind_mark(text) : start);
  *work += r.in.work;
  *cut = r.cut;
  gr_sheet_release(&r.sheet, memory);
  gr_vector_release(memory, &r.covers, sizeof(gr_cover));
  gr_vector_release(memory, &r.divisions, sizeof(open_division));
  gr_vector_release(memory, &r.tables, sizeof(open_table));
  return status;
}

#include "document/gr_text.h"

#include "document/gr_html.h"
#include "document/gr_inline.h"
#include "document/gr_line.h"
#include "document/gr_piece.h"
#include "document/gr_rows.h"
#include "document/gr_tag.h"
#include "base/gr_slice.h"

/* Looks in windows that grow: the time is that of the line, however far away the next line feed is. */
size_t gr_text_line(gr_slice text, size_t start, size_t *next, uint64_t *work) {
  size_t from = start, window = 256;
  while (from < text.size) {
    size_t span = text.size - from < window ? text.size - from : window;
    const char *feed = memchr(text.data + from, '\n', span);
    size_t limit = feed == NULL ? from + span : (size_t)(feed - text.data);
    *work += limit - from + 1;
    const char *carriage = memchr(text.data + from, '\r', limit - from);
    if (carriage != NULL) {
      size_t end = (size_t)(carriage - text.data);
      *next = end + 1 < text.size && text.data[end + 1] == '\n' ? end + 2 : end + 1;
      return end;
    }
    if (feed != NULL) {
      *next = limit + 1;
      return limit;
    }
    from += span;
    window *= 2;
  }
  *next = text.size;
  return text.size;
}

typedef struct reader {
  gr_memory *memory;
  gr_slice text;
  const gr_builder *to;
  uint64_t *work;
  size_t cut;
  gr_range line;           /* the line that was looked for last: a table of HTML parts it in several pieces */
  size_t next_line;
  size_t last_end;         /* of the line before */
  bool paragraph;          /* one is open */
  bool bar;                /* the line before ends with the bar of one cell */
  /* Of the open table; `rows` 0: none is open. */
  size_t rows;
  gr_line_kind last_row;
  size_t cells;            /* of its last row, between bars */
  bool delimited;          /* a |---| was met in it */
  bool bordered;           /* every row so far ends with a bar */
  bool open;               /* its first row begins without one */
  gr_spread spread;
} reader;

static bool is_row(gr_line_kind kind) {
  return kind == GR_LINE_BARS || kind == GR_LINE_TABS || kind == GR_LINE_VALUES;
}

static bool is_delimiter(gr_line_kind kind) { return kind == GR_LINE_DELIMITER || kind == GR_LINE_GRID; }

/* The kind of a line by the lines beside it. */
static gr_line_kind resolve(const reader *r, const gr_line *line, const gr_line *next) {
  bool in_bars = r->rows != 0 && r->last_row == GR_LINE_BARS, in_tabs = r->rows != 0 && r->last_row == GR_LINE_TABS;
  switch (line->kind) {
    case GR_LINE_MAYBE_DELIMITER:
      return in_bars && r->rows == 1 && !r->delimited ? GR_LINE_DELIMITER : GR_LINE_BARS;
    case GR_LINE_MAYBE_EMPTY:
      return in_bars ? GR_LINE_BARS : GR_LINE_BREAK;
    case GR_LINE_MAYBE_CELL:
      return r->bar ? GR_LINE_ALONE : GR_LINE_BREAK;
    case GR_LINE_MAYBE_BARS:   /* a header of two columns */
      if (in_bars && r->cells == 2) return GR_LINE_BARS;
      if (is_delimiter(next->kind) || (next->kind == GR_LINE_BARS && next->cells == 2)) return GR_LINE_BARS;
      return GR_LINE_TEXT;
    case GR_LINE_MAYBE_TABS:
      return in_tabs || next->kind == GR_LINE_TABS ? GR_LINE_TABS : GR_LINE_TEXT;
    default:
      return line->kind;
  }
}

/* Ends what is open: behind its last line, and up to `end`. */
static gr_status end_block(reader *r, size_t end) {
  gr_status status = GR_OK;
  if (r->paragraph) status = r->to->paragraph_end(r->to->context, r->last_end, end);
  else if (r->rows != 0) status = r->to->table_end(r->to->context, r->last_end, end);
  r->paragraph = r->delimited = false;
  r->rows = 0;
  return status;
}

static bool ends_with_bar(const reader *r, const gr_line *line) {
  size_t end = line->row.end;
  return r->text.data[end - 1] == '|' || (gr_range_size(line->row) >= 3 && gr_line_bar(r->text, end - 3) == 3);
}

/* The last row of a text was cut where it does not end in a bar and all rows above it do. */
static void find_cut(reader *r, const gr_line *line) {
  bool bordered = ends_with_bar(r, line);
  if (!bordered && r->bordered && r->rows > 0) r->cut = line->all.start;
  r->bordered = r->bordered && bordered;
}

/* In a table whose first row begins without a bar, one at either end of a row with white space beyond it stands beside
 * an empty cell. */
static void take_outer_cells(reader *r, gr_line *line) {
  bool bar = gr_line_bar(r->text, line->row.start) != 0;
  if (r->rows == 0) r->open = !bar;
  if (!r->open) return;
  if (ends_with_bar(r, line)) line->row.end = line->all.end;
  if (bar) line->row.start = line->all.start;
}

/* Bars make tables of their own; a delimiter behind the second row or a later one shows that it is a header, and that
 * two tables stand here without a line between them. */
static gr_status put_row(reader *r, gr_line *line, const gr_line *next) {
  size_t start = line->all.start;
  bool goes_on = r->rows != 0 && (line->kind == GR_LINE_BARS) == (r->last_row == GR_LINE_BARS) &&
                 !(r->delimited && next->kind == GR_LINE_DELIMITER);
  if (!goes_on) {
    GR_TRY(end_block(r, start));
    GR_TRY(r->to->table_start(r->to->context, start, start));
    r->bordered = true;
    memset(&r->spread, 0, sizeof r->spread);
  }
  if (line->kind == GR_LINE_BARS) {
    find_cut(r, line);
    take_outer_cells(r, line);
  }
  r->rows++;
  r->last_row = line->kind;
  r->cells = line->cells;
  return gr_rows_put(r->text, line, &r->spread, r->to, r->work);
}

static gr_status put_text(reader *r, const gr_line *line) {
  size_t start = line->all.start;
  bool alone = line->kind == GR_LINE_ALONE;
  if (alone || r->rows != 0) GR_TRY(end_block(r, start));
  if (r->paragraph) GR_TRY(r->to->soft_break(r->to->context, r->last_end, start));
  GR_TRY(gr_inline_put(r->text, line->content, false, &r->paragraph, r->to, r->work));
  if (!alone || !r->paragraph) return GR_OK;
  r->paragraph = false;
  return r->to->paragraph_end(r->to->context, line->content.end, line->next);
}

static gr_status put_html(reader *r, const gr_line *line) {
  size_t cut;
  GR_TRY(end_block(r, line->all.start));
  gr_slice text = gr_slice_sub(r->text, 0, line->next);
  GR_TRY(gr_html_read(r->memory, text, line->all.start, r->to, &cut, r->work));
  if (line->next == r->text.size) r->cut = cut;
  return GR_OK;
}

/* Whether a line ends one cell of a table that was copied a cell a line: `a |`, or `|` below it. */
static bool ends_cell(const reader *r, const gr_line *line) {
  return line->kind == GR_LINE_MAYBE_CELL || (line->kind == GR_LINE_ALONE && ends_with_bar(r, line));
}

static gr_status put_line(reader *r, gr_line *line, const gr_line *next) {
  if (line->kind != GR_LINE_BLANK) r->cut = SIZE_MAX;   /* it is not the end of the text */
  if (is_row(line->kind)) return put_row(r, line, next);
  if (line->kind == GR_LINE_TEXT || line->kind == GR_LINE_ALONE) return put_text(r, line);
  if (line->kind == GR_LINE_HTML) return put_html(r, line);
  if (is_delimiter(line->kind) && r->rows != 0 && r->last_row == GR_LINE_BARS) {
    if (line->kind == GR_LINE_DELIMITER) r->delimited = true;
    return GR_OK;
  }
  return end_block(r, line->all.start);
}

/* ---- tables of HTML -------------------------------------------------------------------------- */

static bool is_heading(gr_slice text, size_t start, size_t end) {
  size_t at = start;
  while (at < end && text.data[at] == '#') at++;
  return at > start && at <= start + 6 && at < end && text.data[at] == ' ';
}

static bool is_table(const gr_markup *page, size_t at, gr_tag *tag) {
  return gr_tag_opens(page, at, tag) && tag->element == GR_TAG_TABLE;
}

/* Where the first table of HTML in a line begins; its end where none does. */
static size_t find_table(const reader *r, gr_range line) {
  gr_markup page = {.s = r->text.data, .size = r->text.size};
  gr_tag tag;
  const char *at = r->text.data + line.start, *end = r->text.data + line.end;
  for (; (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++) {
    size_t place = (size_t)(at - r->text.data);
    if (is_table(&page, place, &tag) && tag.name.start == place + 1) return place;
  }
  return line.end;
}

/* Where the table of HTML that begins at a place of the line ends: with its end tag, else in front of a heading, else
 * with the text. */
static size_t table_end(const reader *r, size_t start) {
  gr_markup page = {.s = r->text.data, .size = r->text.size};
  gr_tag tag;
  size_t depth = 0, at = start, line = start, end = r->line.end, next = r->next_line, found = r->text.size;
  while (line < r->text.size && found == r->text.size) {
    if (line > start && is_heading(r->text, line, end)) found = line;
    for (; at < end && found == r->text.size; at = gr_markup_find(&page, '<', at + 1)) {
      if (!is_table(&page, at, &tag)) continue;
      if (tag.name.start == at + 1) depth++;
      else if (--depth == 0) found = gr_markup_find(&page, '>', at) + 1;
    }
    line = next;
    if (line < r->text.size) end = gr_text_line(r->text, line, &next, r->work);
  }
  *r->work += page.work;
  return found < r->text.size ? found : r->text.size;
}

/* ---- lines ------------------------------------------------------------------------------------ */

/* The piece of a line that begins at a place: up to its end, or to a table of HTML; or such a table. */
static void read_line(reader *r, size_t start, gr_line *out) {
  if (start >= r->next_line || start == 0) {
    r->line = (gr_range){start, start};
    r->next_line = start;
    if (start < r->text.size) r->line.end = gr_text_line(r->text, start, &r->next_line, r->work);
  }
  gr_range piece = {start, r->line.end < start ? start : r->line.end};
  size_t table = gr_line_bar(r->text, gr_piece_trim(r->text, piece).start) != 0 ? piece.end : find_table(r, piece);
  if (table == start && table < piece.end) {
    size_t end = table_end(r, start);
    *out = (gr_line){.kind = GR_LINE_HTML, .next = end, .all = {start, end}};
    return;
  }
  size_t next = table < piece.end ? table : r->next_line;
  gr_line_read(r->text, (gr_range){start, table}, next, r->work, out);
}

gr_status gr_text_read(gr_memory *memory, gr_slice text, const gr_builder *builder, size_t *cut, uint64_t *work) {
  reader r = {.memory = memory, .text = text, .to = builder, .work = work, .cut = SIZE_MAX};
  gr_line lines[2], *line = lines, *next = lines + 1;
  read_line(&r, 0, line);
  while (line->all.start < text.size) {
    read_line(&r, line->next, next);
    bool bar = line->kind == GR_LINE_BLANK ? r.bar : ends_cell(&r, line);
    line->kind = resolve(&r, line, next);
    GR_TRY(put_line(&r, line, next));
    r.bar = bar;
    r.last_end = line->all.end;
    gr_line *done = line;
    line = next;
    next = done;
  }
  *cut = r.cut;
  return end_block(&r, text.size);
}

#include "document/gr_rows.h"

#include "base/gr_memory.h"
#include "document/gr_inline.h"
#include "document/gr_piece.h"
#include "base/gr_slice.h"

typedef struct row {
  gr_slice text;
  const gr_builder *to;
  uint64_t *work;
  gr_spread *spread;       /* NULL: cells are handed over as they are */
  bool bars;
  size_t count;
  gr_spread_cell cells[GR_MAX_COLUMNS];   /* those that were not handed over yet */
} row;

static gr_status put_cell(const row *r, const gr_spread_cell *cell) {
  bool written = false;
  GR_TRY(r->to->cell_start(r->to->context, 1, cell->span, cell->range.start, cell->range.start));
  GR_TRY(gr_inline_put(r->text, cell->content, r->bars, &written, r->to, r->work));
  return r->to->cell_end(r->to->context, cell->content.end, cell->next);
}

static gr_status flush(row *r) {
  size_t count = r->count;
  if (r->spread != NULL) count = gr_spread_join(r->spread, r->text, r->cells, count, r->work);
  r->count = 0;
  for (size_t i = 0; i < count; i++) GR_TRY(put_cell(r, r->cells + i));
  return GR_OK;
}

/* Takes one cell; what ends it, a bar or a tab, goes up to `next`. In a row with too many of them none are joined. */
static gr_status take_cell(row *r, gr_range cell, size_t next, size_t span) {
  if (r->count == GR_MAX_COLUMNS) {
    r->spread = NULL;
    GR_TRY(flush(r));
  }
  gr_range content = gr_piece_content(r->text, cell);
  bool is_value = r->spread != NULL && gr_piece_is_value(r->text, content, r->work);
  r->cells[r->count++] = (gr_spread_cell){cell, content, next, span, is_value};
  return GR_OK;
}

static bool has_digit(gr_slice text, gr_range r) {
  for (size_t i = r.start; i < r.end; i++) {
    if (gr_is_digit(text.data[i])) return true;
    if (r.end - i >= 3 && memcmp(text.data + i, "\xEF\xBC", 2) == 0 && (unsigned char)text.data[i + 2] >= 0x90 &&
        (unsigned char)text.data[i + 2] <= 0x99)   /* ０ to ９ */
      return true;
  }
  return false;
}

/* In a row of headers, which has no digit, bars without anything between them are a span of the cell before them; in a
 * row of data they are blanks. A bar at either end is a border. */
static gr_status put_bars(row *r, gr_range line) {
  bool spans = !has_digit(r->text, line);
  size_t i = line.start + gr_line_bar(r->text, line.start);
  GR_TRY(r->to->row_start(r->to->context, line.start, i));
  while (i < line.end) {
    size_t end = gr_line_cell_end(r->text, i), span = 1, next = end + gr_line_bar(r->text, end), bar;
    for (; spans && (bar = gr_line_bar(r->text, next)) != 0; next += bar) span++;
    GR_TRY(take_cell(r, (gr_range){i, end}, next, span));
    i = next;
  }
  return flush(r);
}

/* A tab at the end of the line stands in front of a blank cell. */
static gr_status put_tabs(row *r, gr_range line) {
  const char *s = r->text.data, *tab = s;
  GR_TRY(r->to->row_start(r->to->context, line.start, line.start));
  for (size_t i = line.start; tab != NULL;) {
    tab = memchr(s + i, '\t', line.end - i);
    size_t end = tab == NULL ? line.end : (size_t)(tab - s), next = tab == NULL ? line.end : end + 1;
    GR_TRY(take_cell(r, (gr_range){i, end}, next, 1));
    i = next;
  }
  return flush(r);
}

static gr_status put_values(row *r, const gr_line *line) {
  gr_range rest = line->row;
  GR_TRY(r->to->row_start(r->to->context, rest.start, rest.start));
  if (line->values > rest.start) GR_TRY(take_cell(r, (gr_range){rest.start, line->values}, line->values, 1));
  for (size_t i = line->values; i < rest.end;) {
    size_t end = gr_piece_value_end(r->text, i, rest.end, r->work);
    size_t next = gr_piece_trim(r->text, (gr_range){end, rest.end}).start;
    GR_TRY(take_cell(r, (gr_range){i, end}, next, 1));
    i = next;
  }
  return flush(r);
}

gr_status gr_rows_put(gr_slice text, const gr_line *line, gr_spread *spread, const gr_builder *builder, uint64_t *work) {
  row r;   /* its cells are written as they come */
  r.text = (gr_slice){text.data, line->kind == GR_LINE_TABS ? line->all.end : line->row.end};
  r.to = builder;
  r.work = work;
  r.spread = line->kind == GR_LINE_VALUES ? NULL : spread;
  r.bars = line->kind == GR_LINE_BARS;
  r.count = 0;
  *work += line->all.end - line->all.start;
  if (line->kind == GR_LINE_BARS) return put_bars(&r, line->row);
  if (line->kind == GR_LINE_TABS) return put_tabs(&r, line->all);
  return put_values(&r, line);
}

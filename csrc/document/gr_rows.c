#include "document/gr_rows.h"

#include "base/gr_memory.h"
#include "document/gr_piece.h"
#include "base/gr_slice.h"

/* The text of a cell between bars, without the backslashes that escape bars. */
static gr_status put_text(gr_slice text, gr_range r, bool bars, const gr_builder *to) {
  for (size_t i = r.start; bars && i + 1 < r.end; i++) {
    if (text.data[i] != '\\' || i == r.start || gr_line_bar(text, i + 1) == 0) continue;
    GR_TRY(to->text(to->context, r.start, i));
    r.start = i + 1;
  }
  return r.start == r.end ? GR_OK : to->text(to->context, r.start, r.end);
}

/* One cell; what ends it, a bar or a tab, goes up to `next`. */
static gr_status put_cell(gr_slice text, gr_range cell, size_t next, size_t span, bool bars, const gr_builder *to) {
  gr_range content = gr_piece_content(text, cell);
  GR_TRY(to->cell_start(to->context, 1, span, cell.start, cell.start));
  GR_TRY(put_text(text, content, bars, to));
  return to->cell_end(to->context, content.end, next);
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
static gr_status put_bars(gr_slice text, gr_range row, const gr_builder *to) {
  bool spans = !has_digit(text, row);
  size_t i = row.start + gr_line_bar(text, row.start);
  GR_TRY(to->row_start(to->context, row.start, i));
  while (i < row.end) {
    size_t end = gr_line_cell_end(text, i), span = 1, next = end + gr_line_bar(text, end), bar;
    for (; spans && (bar = gr_line_bar(text, next)) != 0; next += bar) span++;
    GR_TRY(put_cell(text, (gr_range){i, end}, next, span, true, to));
    i = next;
  }
  return GR_OK;
}

static gr_status put_tabs(gr_slice text, gr_range row, const gr_builder *to) {
  GR_TRY(to->row_start(to->context, row.start, row.start));
  for (size_t i = row.start, next; i < row.end; i = next) {
    const char *tab = memchr(text.data + i, '\t', row.end - i);
    size_t end = tab == NULL ? row.end : (size_t)(tab - text.data);
    next = tab == NULL ? row.end : end + 1;
    GR_TRY(put_cell(text, (gr_range){i, end}, next, 1, false, to));
  }
  return GR_OK;
}

static gr_status put_values(gr_slice text, const gr_line *line, const gr_builder *to, uint64_t *work) {
  gr_range rest = line->row;
  GR_TRY(to->row_start(to->context, rest.start, rest.start));
  if (line->values > rest.start)
    GR_TRY(put_cell(text, (gr_range){rest.start, line->values}, line->values, 1, false, to));
  for (size_t i = line->values; i < rest.end;) {
    size_t end = gr_piece_value_end(text, i, rest.end, work);
    size_t next = gr_piece_trim(text, (gr_range){end, rest.end}).start;
    GR_TRY(put_cell(text, (gr_range){i, end}, next, 1, false, to));
    i = next;
  }
  return GR_OK;
}

gr_status gr_rows_put(gr_slice text, const gr_line *line, const gr_builder *builder, uint64_t *work) {
  gr_slice cut = {text.data, line->row.end};
  *work += line->all.end - line->all.start;
  if (line->kind == GR_LINE_BARS) return put_bars(cut, line->row, builder);
  if (line->kind == GR_LINE_TABS) return put_tabs(cut, (gr_range){line->all.start, line->row.end}, builder);
  return put_values(cut, line, builder, work);
}

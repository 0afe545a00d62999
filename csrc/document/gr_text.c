#include "document/gr_text.h"

#include "document/gr_line.h"
#include "base/gr_memory.h"
#include "document/gr_rows.h"
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
  gr_slice text;
  const gr_builder *to;
  uint64_t *work;
  size_t last_end;         /* of the line before */
  bool paragraph;          /* one is open */
  /* Of the open table; `rows` 0: none is open. */
  size_t rows;
  gr_line_kind last_row;
  size_t cells;            /* of its last row, between bars */
  bool delimited;          /* a |---| was met in it */
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

/* Bars make tables of their own; a delimiter behind the second row or a later one shows that it is a header, and that
 * two tables stand here without a line between them. */
static gr_status put_row(reader *r, const gr_line *line, const gr_line *next) {
  size_t start = line->all.start;
  bool goes_on = r->rows != 0 && (line->kind == GR_LINE_BARS) == (r->last_row == GR_LINE_BARS) &&
                 !(r->delimited && next->kind == GR_LINE_DELIMITER);
  if (!goes_on) {
    GR_TRY(end_block(r, start));
    GR_TRY(r->to->table_start(r->to->context, start, start));
  }
  r->rows++;
  r->last_row = line->kind;
  r->cells = line->cells;
  return gr_rows_put(r->text, line, r->to, r->work);
}

static gr_status put_text(reader *r, const gr_line *line) {
  size_t start = line->all.start;
  bool alone = line->kind == GR_LINE_ALONE;
  if (alone || r->rows != 0) GR_TRY(end_block(r, start));
  if (r->paragraph) GR_TRY(r->to->soft_break(r->to->context, r->last_end, start));
  GR_TRY(r->to->text(r->to->context, line->content.start, line->content.end));
  r->paragraph = !alone;
  return alone ? r->to->paragraph_end(r->to->context, line->content.end, line->next) : GR_OK;
}

static gr_status put_line(reader *r, const gr_line *line, const gr_line *next) {
  if (is_row(line->kind)) return put_row(r, line, next);
  if (line->kind == GR_LINE_TEXT || line->kind == GR_LINE_ALONE) return put_text(r, line);
  if (is_delimiter(line->kind) && r->rows != 0 && r->last_row == GR_LINE_BARS) {
    if (line->kind == GR_LINE_DELIMITER) r->delimited = true;
    return GR_OK;
  }
  return end_block(r, line->all.start);
}

static void read_line(const reader *r, size_t start, gr_line *out) {
  size_t next = start, end = start;
  if (start < r->text.size) end = gr_text_line(r->text, start, &next, r->work);
  gr_line_read(r->text, (gr_range){start, end}, next, r->work, out);
}

gr_status gr_text_read(gr_slice text, const gr_builder *builder, uint64_t *work) {
  reader r = {.text = text, .to = builder, .work = work};
  gr_line lines[2], *line = lines, *next = lines + 1;
  read_line(&r, 0, line);
  while (line->all.start < text.size) {
    read_line(&r, line->next, next);
    line->kind = resolve(&r, line, next);
    GR_TRY(put_line(&r, line, next));
    r.last_end = line->all.end;
    gr_line *done = line;
    line = next;
    next = done;
  }
  return end_block(&r, text.size);
}

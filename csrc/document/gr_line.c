#include "document/gr_line.h"

#include "text/gr_char.h"
#include "document/gr_piece.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

/* bytes of the right side of `a | 1`: a longer one is prose, and the bar is punctuation. */
#define SHORT_VALUE 24

/* ---- bars ------------------------------------------------------------------------------------ */

size_t gr_line_bar(gr_slice text, size_t at) {
  static const char *const wide[] = {"｜", "│", "┃"};
  if (at >= text.size) return 0;
  if (text.data[at] == '|') return 1;
  for (size_t i = 0; (unsigned char)text.data[at] >= 0xE2 && i < sizeof wide / sizeof *wide; i++)
    if (text.size - at >= 3 && memcmp(text.data + at, wide[i], 3) == 0) return 3;
  return 0;
}

size_t gr_line_cell_end(gr_slice text, size_t start) {
  size_t first = gr_piece_trim(text, (gr_range){start, text.size}).start;
  for (size_t i = first; i < text.size; i++)
    if (gr_line_bar(text, i) != 0 && (i < first + 2 || text.data[i - 1] != '\\')) return i;
  return text.size;
}

/* What a line with bars is; GR_LINE_TEXT where all of them are escaped. `text` ends with the row. */
static gr_line_kind read_bars(gr_slice text, gr_line *line, uint64_t *work) {
  gr_range row = line->row, side = {row.end, row.end};   /* the last cell that is not blank */
  size_t bar = gr_line_bar(text, row.start), bars = bar != 0;
  for (size_t i = row.start + bar; i < row.end; i += bar) {
    size_t end = gr_line_cell_end(text, i);
    bar = gr_line_bar(text, end);
    bars += bar != 0;
    line->cells++;
    if (gr_range_size(gr_piece_trim(text, (gr_range){i, end})) != 0) side = (gr_range){i, end};
    i = end;
  }
  if (bars == 0) return GR_LINE_TEXT;
  if (gr_range_size(side) == 0) return bars == 1 ? GR_LINE_MAYBE_CELL : GR_LINE_MAYBE_EMPTY;
  if (bars > 1) return GR_LINE_BARS;
  if (line->cells == 1) {
    line->content = gr_piece_content(text, side);
    return GR_LINE_ALONE;
  }
  side = gr_piece_trim(text, side);
  return gr_range_size(side) <= SHORT_VALUE && gr_piece_is_value(text, side, work) ? GR_LINE_BARS : GR_LINE_MAYBE_BARS;
}

typedef struct delimiter {
  size_t marks, cells, dashes;       /* bars and corners; cells with dashes; all dashes */
  size_t shortest, in_cell;          /* dashes of the shortest cell without a colon, of the cell at hand */
  bool corner, plus, space, colon, gap;
} delimiter;

/* Ends a cell; false where it holds no dashes, unless it is the empty place in front of the border. */
static bool end_cell(delimiter *d) {
  bool whole = d->in_cell != 0;
  if (!whole && (d->colon || d->marks != 0)) return false;
  if (whole) {
    d->cells++;
    if (!d->colon && d->in_cell < d->shortest) d->shortest = d->in_cell;
  }
  d->in_cell = 0;
  d->colon = d->gap = false;
  return true;
}

static bool read_delimiter_mark(delimiter *d, uint32_t c) {
  bool box = c >= 0x2500 && c <= 0x257F;
  if (c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550) {
    if (d->gap && d->in_cell != 0) return false;
    d->gap = false;
    d->in_cell++;
    d->dashes++;
  } else if (c == '|' || c == '+' || box) {
    if (!end_cell(d)) return false;
    d->marks++;
    d->plus = d->plus || c == '+';
    d->corner = d->corner || (box && c != 0x2502 && c != 0x2503);
  } else if (c == ':') {
    d->colon = true;
  } else {
    d->gap = d->space = true;
    gr_char_class class = gr_char_classify(c);
    return class == GR_CHAR_SPACE || class == GR_CHAR_ZERO;
  }
  return true;
}

/* Three dashes in each cell are a delimiter whatever stands around; fewer may be a row of dashes, which are values. */
static gr_line_kind read_delimiter(gr_slice text, gr_range row) {
  char lead = text.data[row.start];
  if (gr_is_plain(lead) && lead != '|' && lead != '+' && lead != '-' && lead != '=' && lead != ':') return GR_LINE_TEXT;
  delimiter d = {.shortest = SIZE_MAX};
  for (size_t i = row.start; i < row.end;) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    if (!read_delimiter_mark(&d, gr_char_fold(c))) return GR_LINE_TEXT;
  }
  bool open = d.in_cell != 0 || d.colon;
  if (d.marks == 0 || (open && !end_cell(&d)) || d.cells == 0) return GR_LINE_TEXT;
  if (d.corner || (d.plus && d.dashes >= 3)) return GR_LINE_GRID;
  if (d.plus) return GR_LINE_TEXT;
  if (d.shortest >= 3) return GR_LINE_DELIMITER;
  return d.space ? GR_LINE_TEXT : GR_LINE_MAYBE_DELIMITER;
}

/* Where the row begins that ran into the delimiter above it, |---|---| | a | b |; the start of the line for others. */
static size_t behind_delimiter(gr_slice text, gr_range row) {
  size_t bar = row.start, cells = 0;
  if (text.data[bar] != '|') return row.start;
  for (;;) {
    size_t i = bar + 1, dashes = 0;
    bool colon = false;
    for (; i < row.end && (text.data[i] == '-' || text.data[i] == ':' || text.data[i] == ' '); i++) {
      dashes += text.data[i] == '-';
      colon = colon || text.data[i] == ':';
    }
    if (i == row.end || text.data[i] != '|' || dashes < (colon ? 1 : 3)) break;
    bar = i;
    cells++;
  }
  gr_range rest = gr_piece_trim(text, (gr_range){bar + 1, row.end});
  if (cells < 2 || gr_range_size(rest) == 0) return row.start;
  return text.data[rest.start] == '|' ? rest.start : bar;
}

/* ---- the rest -------------------------------------------------------------------------------- */

static bool is_rule(gr_slice text, gr_range r) {
  char c = text.data[r.start];
  if (gr_range_size(r) < 3 || (c != '-' && c != '*' && c != '=')) return false;
  for (size_t i = r.start; i < r.end; i++)
    if (text.data[i] != c) return false;
  return true;
}

/* Takes `## ` from the front of the content. */
static bool take_heading(gr_slice text, gr_line *line) {
  size_t i = line->row.start;
  uint32_t c;
  while (i < line->row.end && text.data[i] == '#') i++;
  if (i == line->row.start || i > line->row.start + 6 || i == line->all.end) return false;
  (void)gr_utf8_decode(text.data + i, &c);
  if (gr_char_classify(c) != GR_CHAR_SPACE) return false;
  line->content = gr_piece_content(text, (gr_range){i, line->row.end});
  return true;
}

/* Tabs before the text are an indent. A field beside the first that is a value, or is left blank, makes a row. */
static gr_line_kind read_tabs(gr_slice text, const gr_line *line, uint64_t *work) {
  gr_range row = line->row;
  const char *tab = memchr(text.data + row.start, '\t', gr_range_size(row));
  if (tab == NULL) {
    bool behind = memchr(text.data + row.end, '\t', line->all.end - row.end) != NULL;
    return behind ? GR_LINE_MAYBE_TABS : GR_LINE_TEXT;
  }
  while (tab != NULL) {
    size_t start = (size_t)(tab - text.data) + 1;
    tab = memchr(text.data + start, '\t', row.end - start);
    gr_range field = gr_piece_trim(text, (gr_range){start, tab == NULL ? row.end : (size_t)(tab - text.data)});
    if (gr_range_size(field) == 0 || gr_piece_is_value(text, field, work)) return GR_LINE_TABS;
  }
  return GR_LINE_MAYBE_TABS;
}

static bool has_bar(gr_slice text, gr_range r) {
  static const char leads[] = {'|', '\xE2', '\xEF'};
  for (size_t i = 0; i < sizeof leads; i++) {
    const char *at = text.data + r.start, *end = text.data + r.end;
    while ((at = memchr(at, leads[i], (size_t)(end - at))) != NULL) {
      if (gr_line_bar(text, (size_t)(at - text.data)) != 0) return true;
      at++;
    }
  }
  return false;
}

static gr_line_kind classify(gr_slice text, gr_line *line, uint64_t *work) {
  gr_range row = line->row;
  gr_slice cut = {text.data, row.end};
  if (gr_range_size(row) == 0) return GR_LINE_BLANK;
  if (is_rule(text, row)) return GR_LINE_BREAK;
  if (take_heading(text, line)) return gr_range_size(line->content) == 0 ? GR_LINE_BREAK : GR_LINE_ALONE;
  gr_line_kind kind = read_delimiter(text, row), bars = GR_LINE_TEXT;
  if (kind == GR_LINE_DELIMITER || kind == GR_LINE_GRID) return kind;
  if (has_bar(text, row)) bars = read_bars(cut, line, work);
  if (bars != GR_LINE_TEXT) return kind == GR_LINE_MAYBE_DELIMITER && bars == GR_LINE_BARS ? kind : bars;
  kind = read_tabs(text, line, work);
  return kind != GR_LINE_TABS && gr_piece_has_values(cut, row, &line->values, work) ? GR_LINE_VALUES : kind;
}

void gr_line_read(gr_slice text, gr_range all, size_t next, uint64_t *work, gr_line *out) {
  *out = (gr_line){.next = next, .all = all, .row = gr_piece_trim(text, all), .content = all};
  if (gr_range_size(out->row) > 0) out->row.start = behind_delimiter(text, out->row);
  gr_range inner = gr_piece_content(text, out->row);
  if (gr_range_size(inner) != gr_range_size(out->row)) out->content = inner;
  *work += gr_range_size(all);
  out->kind = classify(text, out, work);
}

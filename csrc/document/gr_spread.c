#include "document/gr_spread.h"

#include "base/gr_slice.h"
#include "document/gr_piece.h"

static bool is_blank(const gr_spread_cell *cell) { return gr_range_size(cell->content) == 0; }

static bool is_same(gr_slice text, const gr_spread_cell *a, const gr_spread_cell *b, uint64_t *work) {
  if (is_blank(a) || gr_range_size(a->content) != gr_range_size(b->content)) return false;
  *work += gr_range_size(a->content);
  return memcmp(text.data + a->content.start, text.data + b->content.start, gr_range_size(a->content)) == 0;
}

typedef struct row {
  gr_spread_cell *cells;
  size_t count;
  bool same[GR_MAX_COLUMNS];      /* as the cell before it */
  size_t column[GR_MAX_COLUMNS];
  size_t first_value;             /* `count` where there is none */
  size_t texts;                   /* labels, those that are repeated side by side counted once */
  bool repeats;                   /* one of them is repeated */
} row;

static void survey(row *r, gr_slice text, uint64_t *work) {
  size_t column = 0;
  r->first_value = r->count;
  r->texts = 0;
  r->repeats = false;
  for (size_t i = 0; i < r->count; i++) {
    gr_spread_cell *cell = r->cells + i;
    r->column[i] = column < GR_MAX_COLUMNS ? column : GR_MAX_COLUMNS - 1;
    column += cell->span;
    r->same[i] = i > 0 && is_same(text, cell - 1, cell, work);
    if (cell->is_value && r->first_value == r->count) r->first_value = i;
    r->repeats = r->repeats || (r->same[i] && !cell->is_value);
    r->texts += !cell->is_value && !is_blank(cell) && !r->same[i];
  }
}

static bool is_caption(const row *r, bool is_first) {
  if (r->first_value != r->count || r->count < (is_first ? 2 : 3)) return false;
  for (size_t i = 1; i < r->count; i++)
    if (!r->same[i]) return false;
  return true;
}

/* What a header tells: one label above two columns, two labels, or nothing, where both are blank. */
static void learn(gr_spread *spread, row *r) {
  for (size_t i = 0; i < r->count; i++) {
    size_t at = r->column[i];
    if (i > 0) {
      r->same[i] = r->same[i] && !spread->apart[at];
      bool blank = is_blank(r->cells + i - 1) && is_blank(r->cells + i);
      spread->one[at] = r->same[i];
      spread->apart[at] = spread->apart[at] || !(r->same[i] || blank);
    }
    bool names = !is_blank(r->cells + i);   /* a run of bars behind the last cell spans nothing */
    for (size_t k = at + 1; names && k < at + r->cells[i].span && k < GR_MAX_COLUMNS; k++)
      spread->one[k] = !spread->apart[k];
  }
}

/* Of the values below one label, all are the same or none is. */
static void choose_values(const gr_spread *spread, row *r) {
  for (size_t i = 0, next; i < r->count; i = next) {
    bool all = true;
    for (next = i + 1; next < r->count && spread->one[r->column[next]]; next++)
      all = all && r->same[next] && r->cells[next].is_value;
    if (i < r->first_value) {   /* labels */
      next = i + 1;
      continue;
    }
    for (size_t k = i + 1; k < next; k++) r->same[k] = all;
    if (next < r->count) r->same[next] = false;
  }
}

static size_t join(const row *r) {
  size_t count = 0;
  for (size_t i = 0; i < r->count; i++) {
    gr_spread_cell *cell = r->cells + i;
    if (i == 0 || !r->same[i]) {
      r->cells[count++] = *cell;
    } else {
      r->cells[count - 1].span += cell->span;
      r->cells[count - 1].next = cell->next;
    }
  }
  return count;
}

size_t gr_spread_join(gr_spread *spread, gr_slice text, gr_spread_cell *cells, size_t count, uint64_t *work) {
  row r;
  r.cells = cells;
  r.count = count;
  survey(&r, text, work);
  *work += count;
  bool caption = is_caption(&r, !spread->begun), values = r.first_value != count;
  spread->begun = true;
  if (caption) {
    memset(spread->one, 0, sizeof spread->one);
    memset(spread->apart, 0, sizeof spread->apart);
  } else if (values) {
    choose_values(spread, &r);
    if (r.first_value < count) r.same[r.first_value] = false;
  } else if (r.texts > 1 || r.repeats) {
    learn(spread, &r);
  } else {
    memset(spread->apart, 0, sizeof spread->apart);   /* the label of a row without values, or of the rows below */
  }
  return join(&r);
}

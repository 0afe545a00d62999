/* Tables that go on behind the end of a page: the last thing on one page and the first on the next, between the same outer
 * edges. Rows that say again what the table begins with go; a cell that the end of the page has cut in two is one again,
 * and so is a row. Where the two parts of a cell may be two cells, they stay two. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_slice.h"

enum {
  SAME = 400,       /* edges of one column on two pages */
  MOST = 512,       /* bytes of a cell that are compared */
  PADDING = 1200    /* what a line may leave free of a cell's width beside the room of characters */
};

/* ---- cells ------------------------------------------------------------------------------------- */

static size_t letters_of(const gr_boxes *boxes, const gr_panel_cell *cell, char out[MOST]) {
  size_t size = 0;
  for (uint32_t i = cell->first_strip; i < cell->strip_end; i++) size += gr_strip_letters(boxes, i, out + size, MOST - size);
  return size;
}

static bool is_blank(const gr_panel_cell *cell) { return cell->first_strip == cell->strip_end; }

/* Whether a cell holds a number, a dash, or a word for none; nothing that a label is made of. */
static bool is_value(const gr_boxes *boxes, const gr_panel_cell *cell) {
  char letters[MOST];
  size_t size = letters_of(boxes, cell, letters);
  if (is_blank(cell)) return false;
  if (size == 3 && memcmp(letters, "\xE6\x97\xA0", 3) == 0) return true;   /* 无 */
  for (size_t i = 0; i < size; i++) {
    if (!gr_is_digit(letters[i]) && strchr(".,+%/", letters[i]) == NULL) return false;
  }
  return true;
}

static bool is_text(const gr_boxes *boxes, const gr_panel_cell *cell) { return !is_blank(cell) && !is_value(boxes, cell); }

static bool begins_item(const gr_boxes *boxes, const gr_panel_cell *cell) {
  char letters[MOST];
  return gr_begins_item((gr_slice){letters, letters_of(boxes, cell, letters)});
}

static gr_box box_of(const gr_panel *panel, const gr_panel_cell *cell) {
  return (gr_box){panel->xs[cell->column], panel->ys[cell->row], panel->xs[cell->column + cell->column_span],
                  panel->ys[cell->row + cell->row_span]};
}

/* The same with all that it goes on. */
static bool is_silent(const gr_panel_cell *cell) { return is_blank(cell) && !cell->is_said; }

static bool near(int32_t a, int32_t b) { return a - b <= SAME && b - a <= SAME; }

/* Whether the last line of a cell leaves no room for two more characters, one that a line must not begin with and the one
 * in front of it: then its text may go on. */
static bool is_full(const gr_boxes *boxes, const gr_panel *panel, const gr_panel_cell *cell) {
  gr_box own = box_of(panel, cell);
  const gr_strip *line = gr_strip_at(boxes, cell->strip_end - 1);
  return (own.right - own.left) - (line->box.right - line->box.left) <= 2 * line->em + PADDING;
}

/* ---- rows that come again ---------------------------------------------------------------------- */

/* The cell of a panel that begins at a place; NULL where none does. */
static const gr_panel_cell *begins_at(const gr_boxes *boxes, const gr_panel *panel, uint32_t row, uint32_t column) {
  const gr_panel_cell *cell = gr_cell_in(boxes, panel->owners[row * panel->columns + column]);
  return cell->row == row && cell->column == column ? cell : NULL;
}

static bool same_text(const gr_boxes *boxes, const gr_panel_cell *a, const gr_panel_cell *b) {
  char of_a[MOST], of_b[MOST];
  size_t size = letters_of(boxes, a, of_a);
  return size == letters_of(boxes, b, of_b) && memcmp(of_a, of_b, size) == 0;
}

/* Whether a row of two panels with the same columns is the same; `reach` grows to where its cells end. */
static bool same_row(const gr_boxes *boxes, const gr_panel *a, const gr_panel *b, uint32_t row, uint32_t *reach,
                     bool *is_said) {
  for (uint32_t column = 0; column < a->columns; column++) {
    const gr_panel_cell *x = begins_at(boxes, a, row, column), *y = begins_at(boxes, b, row, column);
    if ((x == NULL) != (y == NULL)) return false;
    if (x == NULL) continue;
    if (x->row_span != y->row_span || x->column_span != y->column_span || is_value(boxes, x)) return false;
    if (!same_text(boxes, x, y)) return false;
    if (x->row + x->row_span > *reach) *reach = x->row + x->row_span;
    *is_said = *is_said || !is_blank(x);
  }
  return true;
}

/* How many rows at the top of a panel are those at the top of another one. */
static uint32_t repeated_rows(const gr_boxes *boxes, const gr_panel *first, const gr_panel *own) {
  uint32_t reach = 0, whole = 0, rows = first->rows < own->rows ? first->rows : own->rows;
  bool is_said = false;
  if (first->columns != own->columns) return 0;
  for (uint32_t i = 0; i <= own->columns; i++) {
    if (!near(first->xs[i] - first->xs[0], own->xs[i] - own->xs[0])) return 0;
  }
  for (uint32_t row = 0; row < rows && same_row(boxes, first, own, row, &reach, &is_said); row++) {
    if (reach <= row + 1 && is_said) whole = row + 1;
  }
  return whole < own->rows ? whole : 0;
}

/* ---- the seam ---------------------------------------------------------------------------------- */

/* A cell at the end of a page and the one below it on the next, between the same edges. */
typedef struct pair {
  gr_panel_cell *above, *below;
} pair;

typedef struct seam {
  const gr_panel *above, *below;
  pair *pairs;
  size_t count;
  bool is_even;   /* each cell on one side has one on the other */
} seam;

static gr_status find_pairs(gr_boxes *boxes, seam *own) {
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, own->below->columns, sizeof(pair), &memory));
  own->pairs = memory;
  own->is_even = true;
  const gr_panel *a = own->above, *b = own->below;
  uint32_t last = a->rows - 1, i = 0;
  int32_t shift = b->xs[0] - a->xs[0];
  for (uint32_t k = 0; k < b->columns;) {
    gr_panel_cell *below = gr_cell_in(boxes, b->owners[b->repeated * b->columns + k]);
    gr_box own_box = box_of(b, below);
    gr_panel_cell *match = NULL;
    while (i < a->columns && match == NULL) {
      gr_panel_cell *above = gr_cell_in(boxes, a->owners[last * a->columns + i]);
      gr_box other = box_of(a, above);
      if (other.left + shift > own_box.left + SAME) break;
      if (near(other.left + shift, own_box.left) && near(other.right + shift, own_box.right)) match = above;
      else own->is_even = false;
      i = above->column + above->column_span;
    }
    if (match == NULL) own->is_even = false;
    else own->pairs[own->count++] = (pair){match, below};
    k = below->column + below->column_span;
  }
  own->is_even = own->is_even && i == a->columns;
  return GR_OK;
}

/* Whether the text of the lower cell may go on that of the upper one. */
static bool may_go_on(const gr_boxes *boxes, const seam *own, const pair *cells) {
  if (begins_item(boxes, cells->below) || !is_text(boxes, cells->below)) return false;
  if (is_blank(cells->above)) return cells->above->is_said;
  return is_text(boxes, cells->above) && is_full(boxes, own->above, cells->above);
}

static bool is_single(const pair *cells) { return cells->above->row_span == 1 && cells->below->row_span == 1; }

/* Whether the last row on a page and the first on the next are one: no cell of them has something of its own on both
 * sides, and a text goes on, or one side has the label and the other the values, or the lower side has nothing. */
static bool is_row_split(const gr_boxes *boxes, const seam *own) {
  size_t going_on = 0, text[2] = {0, 0}, values[2] = {0, 0};
  if (!own->is_even) return false;
  for (size_t i = 0; i < own->count; i++) {
    const pair *cells = &own->pairs[i];
    if (!is_single(cells)) continue;
    bool above = !is_blank(cells->above), below = !is_blank(cells->below);
    if (above && below && !may_go_on(boxes, own, cells)) return false;
    going_on += above && below;
    if (above != below) {
      const gr_panel_cell *cell = above ? cells->above : cells->below;
      if (is_value(boxes, cell)) values[below]++;
      else text[below]++;
    }
  }
  if (going_on > 0) return values[0] == 0 || values[1] == 0;
  if (values[1] == 0 && text[1] == 0) return true;
  return text[0] > 0 && values[1] > 0 && values[0] == 0 && text[1] == 0;
}

/* Whether a label stands on the lower side to the right of a pair: then a blank cell there is not the row's own label. */
static bool has_label_behind(const gr_boxes *boxes, const seam *own, size_t number) {
  for (size_t i = number + 1; i < own->count; i++) {
    if (is_text(boxes, own->pairs[i].below)) return true;
  }
  return false;
}

/* Whether a line is drawn between two cells. */
static bool is_drawn(const seam *own, const pair *cells) {
  return own->above->bottom[cells->above->column] || (own->below->repeated == 0 && own->below->top[cells->below->column]);
}

/* Whether a line is drawn below some cells at a seam and not below others: then it tells which of them end there. */
static bool is_told_by_lines(const seam *own) {
  uint32_t drawn = 0;
  for (uint32_t i = 0; i < own->above->columns; i++) drawn += own->above->bottom[i];
  return drawn > 0 && drawn < own->above->columns;
}

/* Whether two cells at a seam are one where the row is not: a label that runs down along several rows. */
static bool is_cell_split(const gr_boxes *boxes, const seam *own, size_t number) {
  const pair *cells = &own->pairs[number];
  if (is_told_by_lines(own) && !is_drawn(own, cells)) return true;
  if (is_value(boxes, cells->above) || is_value(boxes, cells->below)) return false;
  if (is_single(cells)) return is_text(boxes, cells->above) && is_blank(cells->below) && has_label_behind(boxes, own, number);
  if (is_blank(cells->below) || is_silent(cells->above)) return true;
  return may_go_on(boxes, own, cells);
}

static gr_status join(gr_boxes *boxes, uint32_t first, uint32_t above, uint32_t below) {
  gr_panel *upper = gr_panel_at(boxes, above), *lower = gr_panel_at(boxes, below);
  seam own = {.above = upper, .below = lower};
  upper->next = below;
  lower->is_inner = true;
  lower->repeated = repeated_rows(boxes, gr_panel_at(boxes, first), lower);
  GR_TRY(find_pairs(boxes, &own));
  bool split = is_row_split(boxes, &own);
  lower->row = upper->row + upper->rows - upper->repeated - split;
  for (size_t i = 0; i < own.count; i++) {
    if (!split && !is_cell_split(boxes, &own, i)) continue;
    if (split && !is_single(&own.pairs[i]) && !is_cell_split(boxes, &own, i)) continue;
    own.pairs[i].above->next = (uint32_t)(own.pairs[i].below - gr_cell_in(boxes, 0));
    own.pairs[i].below->inner = true;
    own.pairs[i].below->is_said = !is_silent(own.pairs[i].above);
  }
  for (uint32_t i = lower->first_cell; i < lower->cell_end; i++) {
    if (gr_cell_in(boxes, i)->row < lower->repeated) gr_cell_in(boxes, i)->inner = true;
  }
  return GR_OK;
}

/* ---- pages ------------------------------------------------------------------------------------- */

/* The panel that is the first or the last of a page's pieces, but for its margins; GR_NOWHERE where it is a line. */
static uint32_t outer_panel(const gr_boxes *boxes, const gr_page *page, bool last) {
  for (uint32_t i = 0; i < page->piece_end - page->first_piece; i++) {
    const gr_piece *piece = gr_piece_at(boxes, last ? page->piece_end - 1 - i : page->first_piece + i);
    if (!piece->is_margin) return piece->is_panel ? piece->number : GR_NOWHERE;
  }
  return GR_NOWHERE;
}

static bool fits(const gr_panel *a, const gr_panel *b) {
  return near(a->xs[0], b->xs[0]) && near(a->xs[a->columns], b->xs[b->columns]);
}

gr_status gr_seams_join(gr_boxes *boxes) {
  uint32_t first = GR_NOWHERE, above = GR_NOWHERE;
  for (size_t i = 0; i < boxes->pages.count; i++) {
    const gr_page *page = gr_page_at(boxes, i);
    uint32_t below = outer_panel(boxes, page, false), last = outer_panel(boxes, page, true);
    bool joined = above != GR_NOWHERE && below != GR_NOWHERE && fits(gr_panel_at(boxes, above), gr_panel_at(boxes, below));
    if (joined) GR_TRY(join(boxes, first, above, below));
    if (!joined || below != last) first = last;
    above = last;
  }
  return GR_OK;
}

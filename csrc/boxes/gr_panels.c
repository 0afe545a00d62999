/* Tables by the lines that are drawn around their cells. Lines that cross or meet go together; each such set is a grid of
 * places, and places between which no line is drawn are one cell. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>

#include "base/gr_limits.h"

enum {
  SAME = 350,          /* edges that are closer are one: double lines, corners drawn apart; a line of text has 600 at least */
  GAP = 300,           /* pieces of one line, drawn cell by cell */
  REACH = 300,         /* a line that ends so close to another one meets it */
  SHORTEST = 300,      /* what is shorter is a dot or a corner */
  OVERHANG = 600,      /* a line that goes so far beyond the last one across has an open end */
  NEARBY = 64          /* tables of a page that begin at one height */
};

typedef struct stroke {
  int32_t at, from, to;
  uint32_t set;        /* the stroke that stands for all that it meets */
} stroke;

typedef struct strokes {
  stroke *items;
  size_t count;
} strokes;

static int by_from(const void *a, const void *b) {
  const stroke *x = a, *y = b;
  return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : (x->set > y->set) - (x->set < y->set);
}

static int by_place(const void *a, const void *b) {
  const stroke *x = a, *y = b;
  if (x->at != y->at) return x->at < y->at ? -1 : 1;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  return (x->to > y->to) - (x->to < y->to);
}

/* Lines of one direction, those that lie on each other as one, without what stays short. */
static void unite(strokes *list) {
  qsort(list->items, list->count, sizeof *list->items, by_place);
  for (size_t i = 1, first = 0; i < list->count; i++) {   /* edges that nearly coincide get one place */
    stroke *own = &list->items[i];
    if (own->at - list->items[first].at <= SAME) own->at = list->items[first].at;
    else first = i;
  }
  qsort(list->items, list->count, sizeof *list->items, by_place);
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++) {
    stroke own = list->items[i], *last = kept == 0 ? NULL : &list->items[kept - 1];
    if (last != NULL && last->at == own.at && own.from - last->to <= GAP) {
      if (own.to > last->to) last->to = own.to;
    } else {
      list->items[kept++] = own;
    }
  }
  list->count = 0;
  for (size_t i = 0; i < kept; i++) {
    if (list->items[i].to - list->items[i].from >= SHORTEST) list->items[list->count++] = list->items[i];
  }
}

static gr_status collect(gr_boxes *boxes, const gr_page *page, bool upright, strokes *out) {
  size_t count = page->rule_end - page->first_rule;
  void *items = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, count + 1, sizeof(stroke), &items));
  *out = (strokes){items, 0};
  for (size_t i = page->first_rule; i < page->rule_end; i++) {
    gr_box box = *GR_AT(gr_box, &boxes->rules, i);
    int32_t width = box.right - box.left, height = box.bottom - box.top;
    bool is_dot = width < SHORTEST && height < SHORTEST;   /* a corner, or one of a dotted line in either direction */
    if ((height > width) != upright && !is_dot) continue;
    out->items[out->count++] = upright ? (stroke){gr_middle(box.left, box.right), box.top, box.bottom, 0}
                                       : (stroke){gr_middle(box.top, box.bottom), box.left, box.right, 0};
  }
  unite(out);
  return GR_OK;
}

/* ---- lines that meet --------------------------------------------------------------------------- */

static uint32_t leader(uint32_t *sets, uint32_t i) {
  while (sets[i] != i) i = sets[i] = sets[sets[i]];
  return i;
}

static bool meet(const stroke *flat, const stroke *upright) {
  return upright->at >= flat->from - REACH && upright->at <= flat->to + REACH && flat->at >= upright->from - REACH &&
         flat->at <= upright->to + REACH;
}

static void put_together(uint32_t *sets, uint32_t a, uint32_t b) {
  a = leader(sets, a);
  b = leader(sets, b);
  if (a < b) sets[b] = a;
  else sets[a] = b;
}

/* How far the lines of each set reach down in which any of them is flat, in order of where they begin. */
static gr_status find_reaches(gr_boxes *boxes, const strokes *flat, const strokes *upright, uint32_t *sets, strokes *out) {
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, flat->count + 1, sizeof(stroke), &memory));
  stroke *reaches = memory;
  for (uint32_t k = 0; k < upright->count; k++) {
    uint32_t set = leader(sets, (uint32_t)flat->count + k);
    if (set >= flat->count) continue;
    const stroke *line = &upright->items[k];
    stroke *own = &reaches[set];
    bool is_first = own->from == own->to;   /* a line has a length */
    if (is_first || line->from < own->from) own->from = line->from;
    if (is_first || line->to > own->to) own->to = line->to;
    own->set = set;
  }
  *out = (strokes){reaches, 0};
  for (uint32_t i = 0; i < flat->count; i++) {
    if (reaches[i].from < reaches[i].to) reaches[out->count++] = reaches[i];
  }
  if (out->count > 1) qsort(reaches, out->count, sizeof *reaches, by_from);
  return GR_OK;
}

/* The first that begins and ends beside the ends of a line, of at most NEARBY that begin there; NULL: none does. */
static const stroke *reach_of(const strokes *reaches, const stroke *line) {
  size_t low = 0, high = reaches->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (reaches->items[middle].from < line->from - OVERHANG) low = middle + 1;
    else high = middle;
  }
  for (size_t i = low; i < reaches->count && i - low < NEARBY; i++) {
    const stroke *own = &reaches->items[i];
    if (own->from > line->from + OVERHANG) break;
    if (own->to <= line->to + OVERHANG && own->to >= line->to - OVERHANG) return own;
  }
  return NULL;
}

/* An upright line that meets no flat one is the side of a table in which a cell reaches down over all rows of the page:
 * of the one that reaches down as far as the line. */
static gr_status add_sides(gr_boxes *boxes, const strokes *flat, const strokes *upright, uint32_t *sets) {
  strokes reaches;
  GR_TRY(find_reaches(boxes, flat, upright, sets, &reaches));
  for (uint32_t k = 0; k < upright->count; k++) {
    if (leader(sets, (uint32_t)flat->count + k) < flat->count) continue;
    const stroke *found = reach_of(&reaches, &upright->items[k]);
    if (found != NULL) put_together(sets, found->set, (uint32_t)flat->count + k);
  }
  return GR_OK;
}

static gr_status group(gr_boxes *boxes, strokes *flat, strokes *upright) {
  void *memory = NULL;
  size_t all = flat->count + upright->count;
  GR_TRY(gr_memory_zeroed(&boxes->memory, all + 1, sizeof(uint32_t), &memory));
  uint32_t *sets = memory;
  for (size_t i = 0; i < all; i++) sets[i] = (uint32_t)i;
  for (uint32_t i = 0; i < flat->count; i++) {
    for (uint32_t k = 0; k < upright->count; k++) {
      if (meet(&flat->items[i], &upright->items[k])) put_together(sets, i, (uint32_t)flat->count + k);
    }
  }
  GR_TRY(add_sides(boxes, flat, upright, sets));
  for (uint32_t i = 0; i < flat->count; i++) flat->items[i].set = leader(sets, i);
  for (uint32_t k = 0; k < upright->count; k++) upright->items[k].set = leader(sets, (uint32_t)flat->count + k);
  return GR_OK;
}

/* ---- the grid of a set ------------------------------------------------------------------------- */

typedef struct edges {
  int32_t *items;
  size_t count;
} edges;

/* The places of the lines of a set, and those of the ends of the lines across where these reach farther. */
static gr_status find_edges(gr_boxes *boxes, const strokes *own, const strokes *across, uint32_t set, edges *out) {
  void *items = NULL;
  int32_t low = INT32_MAX, high = INT32_MIN;
  GR_TRY(gr_memory_zeroed(&boxes->memory, own->count + 2, sizeof(int32_t), &items));
  *out = (edges){items, 1};   /* the first is kept free for an open side */
  for (size_t i = 0; i < own->count; i++) {
    const stroke *line = &own->items[i];
    if (line->set != set || (out->count > 1 && out->items[out->count - 1] == line->at)) continue;
    out->items[out->count++] = line->at;
  }
  for (size_t i = 0; i < across->count; i++) {
    if (across->items[i].set != set) continue;
    if (across->items[i].from < low) low = across->items[i].from;
    if (across->items[i].to > high) high = across->items[i].to;
  }
  if (out->count == 1) return GR_OK;
  if (low < out->items[1] - OVERHANG) {
    out->items[0] = low;
  } else {
    out->items++;
    out->count--;
  }
  if (high > out->items[out->count - 1] + OVERHANG) out->items[out->count++] = high;
  return GR_OK;
}

static size_t edge_of(const edges *list, int32_t at) {
  size_t low = 0, high = list->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (list->items[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/* Notes the walls that a line puts in front of places: walls[k * stride + edge * step] for the k-th place along it, where
 * it covers half of that. */
static void put_wall(bool *walls, const stroke *line, size_t at, const edges *along, size_t stride, size_t step) {
  for (size_t k = edge_of(along, line->from); k + 1 < along->count && along->items[k] < line->to; k++) {
    int32_t from = along->items[k] > line->from ? along->items[k] : line->from;
    int32_t to = along->items[k + 1] < line->to ? along->items[k + 1] : line->to;
    if (2 * (to - from) >= along->items[k + 1] - along->items[k]) walls[k * stride + at * step] = true;
  }
}

typedef struct grid {
  edges xs, ys;
  size_t columns, rows;
  bool *left, *above;   /* (columns + 1) * rows, columns * (rows + 1): whether a line is drawn there */
  uint32_t *places;     /* columns * rows: the place that stands for the cell; then the cell */
} grid;

static gr_status draw(gr_boxes *boxes, const strokes *flat, const strokes *upright, uint32_t set, grid *own) {
  void *left = NULL, *above = NULL, *places = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, (own->columns + 1) * own->rows, 1, &left));
  GR_TRY(gr_memory_zeroed(&boxes->memory, own->columns * (own->rows + 1), 1, &above));
  GR_TRY(gr_memory_zeroed(&boxes->memory, own->columns * own->rows, sizeof(uint32_t), &places));
  own->left = left;
  own->above = above;
  own->places = places;
  for (size_t i = 0; i < upright->count; i++) {
    const stroke *line = &upright->items[i];
    if (line->set == set) put_wall(own->left, line, edge_of(&own->xs, line->at), &own->ys, own->columns + 1, 1);
  }
  for (size_t i = 0; i < flat->count; i++) {
    const stroke *line = &flat->items[i];
    if (line->set == set) put_wall(own->above, line, edge_of(&own->ys, line->at), &own->xs, 1, own->columns);
  }
  return GR_OK;
}

static void merge_places(grid *own) {
  for (uint32_t i = 0; i < own->columns * own->rows; i++) own->places[i] = i;
  for (uint32_t row = 0; row < own->rows; row++) {
    for (uint32_t column = 0; column < own->columns; column++) {
      uint32_t i = row * (uint32_t)own->columns + column;
      uint32_t before[2] = {GR_NOWHERE, GR_NOWHERE};
      if (column > 0 && !own->left[row * (own->columns + 1) + column]) before[0] = i - 1;
      if (row > 0 && !own->above[i]) before[1] = i - (uint32_t)own->columns;
      for (int k = 0; k < 2; k++) {
        if (before[k] == GR_NOWHERE) continue;
        uint32_t a = leader(own->places, before[k]), b = leader(own->places, i);
        if (a < b) own->places[b] = a;
        else own->places[a] = b;
      }
    }
  }
  for (uint32_t i = 0; i < own->columns * own->rows; i++) own->places[i] = leader(own->places, i);
}

/* The cell of which a place is the first: as far as its places go to the right and down. */
static gr_panel_cell extent(const grid *own, uint32_t first) {
  uint32_t columns = (uint32_t)own->columns, rows = (uint32_t)own->rows;
  gr_panel_cell cell = {.row = first / columns, .column = first % columns, .next = GR_NOWHERE};
  while (cell.column + cell.column_span < columns && own->places[first + cell.column_span] == first) cell.column_span++;
  while (cell.row + cell.row_span < rows && own->places[first + cell.row_span * columns] == first) cell.row_span++;
  return cell;
}

/* Whether all places of a cell are its own; they are no more than it has. */
static bool is_rectangle(const grid *own, gr_panel_cell cell, uint32_t first, uint32_t size) {
  if (cell.column_span * cell.row_span != size) return false;
  for (uint32_t row = cell.row; row < cell.row + cell.row_span; row++) {
    for (uint32_t column = cell.column; column < cell.column + cell.column_span; column++) {
      if (own->places[row * own->columns + column] != first) return false;
    }
  }
  return true;
}

/* Places whose walls make no rectangle are cells by themselves: nobody can tell what they are one of. */
static gr_status break_up(gr_boxes *boxes, grid *own) {
  void *memory = NULL;
  uint32_t count = (uint32_t)(own->columns * own->rows);
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(uint32_t), &memory));
  uint32_t *sizes = memory;
  for (uint32_t i = 0; i < count; i++) sizes[own->places[i]]++;
  for (uint32_t i = 0; i < count; i++) {
    if (own->places[i] != i) continue;
    if (!is_rectangle(own, extent(own, i), i, sizes[i])) sizes[i] = 0;
  }
  for (uint32_t i = 0; i < count; i++) {   /* the first place itself comes first, and is not changed */
    if (sizes[own->places[i]] == 0) own->places[i] = i;
  }
  return GR_OK;
}

static gr_status put_cells(gr_boxes *boxes, grid *own, gr_panel *panel) {
  panel->first_cell = (uint32_t)boxes->cells.count;
  for (uint32_t i = 0; i < own->columns * own->rows; i++) {
    uint32_t first = own->places[i];
    if (first == i) {
      gr_panel_cell cell = extent(own, i);
      GR_TRY(gr_vector_push(&boxes->memory, &boxes->cells, &cell, sizeof cell));
    }
  }
  panel->cell_end = (uint32_t)boxes->cells.count;
  for (uint32_t k = panel->first_cell; k < panel->cell_end; k++) {
    const gr_panel_cell *cell = gr_cell_in(boxes, k);
    for (uint32_t row = cell->row; row < cell->row + cell->row_span; row++) {
      for (uint32_t column = cell->column; column < cell->column + cell->column_span; column++) {
        own->places[row * own->columns + column] = k;
      }
    }
  }
  return GR_OK;
}

static gr_status put_panel(gr_boxes *boxes, uint32_t page, const strokes *flat, const strokes *upright, uint32_t set) {
  grid own = {.columns = 0};
  GR_TRY(find_edges(boxes, upright, flat, set, &own.xs));
  GR_TRY(find_edges(boxes, flat, upright, set, &own.ys));
  if (own.xs.count < 3 || own.ys.count < 2) return GR_OK;   /* a frame, an underline */
  own.columns = own.xs.count - 1;
  own.rows = own.ys.count - 1;
  if (own.columns > GR_MAX_COLUMNS || own.columns * own.rows > GR_MAX_PLACES) return GR_OK;
  GR_TRY(draw(boxes, flat, upright, set, &own));
  merge_places(&own);
  GR_TRY(break_up(boxes, &own));
  gr_panel panel = {.page = page, .columns = (uint32_t)own.columns, .rows = (uint32_t)own.rows, .xs = own.xs.items,
                    .ys = own.ys.items, .next = GR_NOWHERE,
                    .top = own.above, .bottom = own.above + own.rows * own.columns};
  GR_TRY(put_cells(boxes, &own, &panel));
  panel.owners = own.places;
  return gr_vector_push(&boxes->memory, &boxes->panels, &panel, sizeof panel);
}

gr_status gr_panels_find(gr_boxes *boxes, uint32_t number) {
  const gr_page *page = gr_page_at(boxes, number);
  strokes flat, upright;
  GR_TRY(collect(boxes, page, false, &flat));
  GR_TRY(collect(boxes, page, true, &upright));
  if (flat.count > GR_MAX_STROKES || upright.count > GR_MAX_STROKES) return GR_OK;   /* a drawing */
  GR_TRY(group(boxes, &flat, &upright));
  for (uint32_t i = 0; i < flat.count; i++) {
    if (flat.items[i].set == i) GR_TRY(put_panel(boxes, number, &flat, &upright, i));
  }
  return GR_OK;
}

/* The text of all pages, a line for each line of a paragraph and for each row of a table, and the events that say what it
 * is. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/gr_slice.h"

enum {
  SPACE = 20,       /* hundredths of a letter's size between two words from which on a space stands there */
  EDGE = 400,       /* edges of one column on several pages */
};

/* ---- putting ----------------------------------------------------------------------------------- */

static uint32_t here(const gr_boxes *boxes) { return (uint32_t)boxes->text.count; }

static gr_status note(gr_boxes *boxes, gr_box_event event) {
  return gr_vector_push(&boxes->memory, &boxes->events, &event, sizeof event);
}

/* An event for a character that parts lines or cells in the text. */
static gr_status part(gr_boxes *boxes, gr_box_event_kind kind, char separator) {
  uint32_t start = here(boxes);
  GR_TRY(gr_vector_push(&boxes->memory, &boxes->text, &separator, 1));
  return note(boxes, (gr_box_event){kind, start, start + 1, 0, 0});
}

static gr_status mark(gr_boxes *boxes, gr_box_event_kind kind) {
  return note(boxes, (gr_box_event){kind, here(boxes), here(boxes), 0, 0});
}

static gr_status put_bytes(gr_boxes *boxes, const char *bytes, size_t size) {
  gr_vector *text = &boxes->text;
  if (text->count + size > GR_NOWHERE / 2) return GR_LIMIT_INPUT;
  for (size_t i = 0; i < size; i++) GR_TRY(gr_vector_push(&boxes->memory, text, bytes + i, 1));
  return GR_OK;
}

/* The gap in front of a word, in hundredths of the size of its letters. */
static int64_t gap_before(const gr_boxes *boxes, uint32_t seat) {
  const gr_word *word = gr_seated(boxes, seat);
  return ((int64_t)word->box.left - gr_seated(boxes, seat - 1)->box.right) * 100 / word->em;
}

/* From which gap on a space stands between words of a line. In one that is spread over its width, 商 业 企 业, each letter
 * is a word, and a space is what is wider than the gaps between most of them. */
static int64_t space_of(const gr_boxes *boxes, uint32_t first, uint32_t end) {
  int64_t sum = 0, widest = 0, single = 0, count = (int64_t)end - first - 1;
  for (uint32_t i = first + 1; i < end; i++) {
    int64_t gap = gap_before(boxes, i);
    sum += gap;
    if (gap > widest) widest = gap;
    single += gr_seated(boxes, i)->size == 3;
  }
  if (count < 4 || 3 * single < 2 * count || (sum - widest) / count <= SPACE) return SPACE;
  return 3 * (sum - widest) / (2 * count);
}

/* Words of a strip, from a place in the order on. Two numbers stay apart in any line. */
static gr_status put_words(gr_boxes *boxes, const gr_strip *strip, uint32_t first, uint32_t end) {
  uint32_t start = here(boxes);
  int64_t space = space_of(boxes, first, end);
  for (uint32_t i = first; i < end; i++) {
    uint32_t index = *GR_AT(uint32_t, &boxes->order, i);
    const gr_word *word = gr_word_at(boxes, index);
    bool are_plain = i > first && (unsigned char)gr_last_byte(boxes, i - 1) < 0x80 && (unsigned char)gr_first_byte(boxes, i) < 0x80;
    if (i > first && gap_before(boxes, i) > (are_plain ? SPACE : space)) GR_TRY(put_bytes(boxes, " ", 1));
    gr_box_mark place = {here(boxes), index, strip->page, boxes->standing};
    GR_TRY(gr_vector_push(&boxes->memory, &boxes->marks, &place, sizeof place));
    GR_TRY(put_bytes(boxes, GR_AT(const char, &boxes->bytes, word->text), word->size));
  }
  return note(boxes, (gr_box_event){GR_BOX_TEXT, start, here(boxes), 0, 0});
}

static gr_status put_strip(gr_boxes *boxes, uint32_t number) {
  const gr_strip *strip = gr_strip_at(boxes, number);
  return put_words(boxes, strip, strip->first, strip->end);
}

/* ---- tables ------------------------------------------------------------------------------------ */

static int by_value(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

/* The edges of the columns of a table that stands on one page or several. */
typedef struct edges {
  int32_t *items;
  size_t count;
} edges;

static gr_status find_columns(gr_boxes *boxes, uint32_t first, edges *out) {
  size_t all = 0;
  void *memory = NULL;
  for (uint32_t i = first; i != GR_NOWHERE; i = gr_panel_at(boxes, i)->next) all += gr_panel_at(boxes, i)->columns + 1;
  GR_TRY(gr_memory_zeroed(&boxes->memory, all, sizeof(int32_t), &memory));
  out->items = memory;
  all = 0;
  for (uint32_t i = first; i != GR_NOWHERE; i = gr_panel_at(boxes, i)->next) {
    const gr_panel *panel = gr_panel_at(boxes, i);
    for (uint32_t k = 0; k <= panel->columns; k++) out->items[all++] = panel->xs[k];
  }
  qsort(out->items, all, sizeof *out->items, by_value);
  out->count = 0;
  for (size_t i = 0; i < all; i++) {
    if (out->count > 0 && out->items[i] - out->items[out->count - 1] <= EDGE) continue;
    out->items[out->count++] = out->items[i];
  }
  return GR_OK;
}

static uint32_t column_of(const edges *own, int32_t edge) {
  size_t low = 0, high = own->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (own->items[middle] <= edge) low = middle;
    else high = middle;
  }
  return (uint32_t)low;
}

static uint32_t row_in_table(const gr_panel *panel, uint32_t row) { return panel->row + row - panel->repeated; }

/* The lines of a cell, and of what it goes on in. Returns in `last` the row of the table behind its end. */
static gr_status put_lines(gr_boxes *boxes, uint32_t number, bool *has_text) {
  for (; number != GR_NOWHERE; number = gr_cell_in(boxes, number)->next) {
    for (uint32_t i = gr_cell_in(boxes, number)->first_strip; i < gr_cell_in(boxes, number)->strip_end; i++) {
      if (*has_text) GR_TRY(part(boxes, GR_BOX_SOFT_BREAK, '\n'));
      *has_text = true;
      GR_TRY(put_strip(boxes, i));
    }
  }
  return GR_OK;
}

/* The row behind the end of a cell, wherever it goes on. */
static uint32_t last_row(const gr_boxes *boxes, uint32_t panel, uint32_t number) {
  while (gr_cell_in(boxes, number)->next != GR_NOWHERE) {
    number = gr_cell_in(boxes, number)->next;
    while (number >= gr_panel_at(boxes, panel)->cell_end || number < gr_panel_at(boxes, panel)->first_cell) {
      panel = gr_panel_at(boxes, panel)->next;
    }
  }
  const gr_panel_cell *cell = gr_cell_in(boxes, number);
  return row_in_table(gr_panel_at(boxes, panel), cell->row + cell->row_span);
}

static gr_status put_cell(gr_boxes *boxes, const edges *own, uint32_t panel_number, uint32_t number) {
  const gr_panel *panel = gr_panel_at(boxes, panel_number);
  const gr_panel_cell *cell = gr_cell_in(boxes, number);
  uint32_t left = column_of(own, panel->xs[cell->column]);
  uint32_t right = column_of(own, panel->xs[cell->column + cell->column_span]);
  uint32_t rows = last_row(boxes, panel_number, number) - row_in_table(panel, cell->row);
  bool has_text = false;
  boxes->standing = (gr_standing){0, boxes->tables, row_in_table(panel, cell->row) + 1, left + 1};
  GR_TRY(note(boxes, (gr_box_event){GR_BOX_CELL_START, here(boxes), here(boxes), rows, right > left ? right - left : 1}));
  GR_TRY(put_lines(boxes, number, &has_text));
  return part(boxes, GR_BOX_CELL_END, '\t');
}

static gr_status put_row(gr_boxes *boxes, const edges *own, uint32_t panel_number, uint32_t row) {
  const gr_panel *panel = gr_panel_at(boxes, panel_number);
  for (uint32_t column = 0; column < panel->columns;) {
    uint32_t number = panel->owners[row * panel->columns + column];
    const gr_panel_cell *cell = gr_cell_in(boxes, number);
    column = cell->column + cell->column_span;
    if (cell->row == row && !cell->inner) GR_TRY(put_cell(boxes, own, panel_number, number));
  }
  return GR_OK;
}

static gr_status put_table(gr_boxes *boxes, uint32_t first) {
  edges own;
  boxes->tables++;
  GR_TRY(find_columns(boxes, first, &own));
  GR_TRY(mark(boxes, GR_BOX_TABLE_START));
  uint32_t begun = GR_NOWHERE;   /* the last row that was begun */
  for (uint32_t i = first; i != GR_NOWHERE; i = gr_panel_at(boxes, i)->next) {
    for (uint32_t row = gr_panel_at(boxes, i)->repeated; row < gr_panel_at(boxes, i)->rows; row++) {
      if (row_in_table(gr_panel_at(boxes, i), row) != begun) {
        begun = row_in_table(gr_panel_at(boxes, i), row);
        GR_TRY(mark(boxes, GR_BOX_ROW_START));
      }
      GR_TRY(put_row(boxes, &own, i, row));
      GR_TRY(put_bytes(boxes, "\n", 1));
    }
  }
  return mark(boxes, GR_BOX_TABLE_END);
}

/* ---- clumps ------------------------------------------------------------------------------------ */

/* All lines of a clump as one. */
static gr_status put_clump(gr_boxes *boxes, uint32_t number) {
  uint32_t last = GR_NOWHERE;   /* the seat of the word that was put last */
  for (; number != GR_NOWHERE; number = gr_shred_at(boxes, number)->next) {
    gr_shred *shred = gr_shred_at(boxes, number);
    if (shred->is_put) continue;
    shred->is_put = true;
    if (last != GR_NOWHERE && gr_lines_apart(boxes, last, shred->first)) GR_TRY(part(boxes, GR_BOX_SOFT_BREAK, '\n'));
    else if (last != GR_NOWHERE) GR_TRY(put_bytes(boxes, "\n", 1));
    GR_TRY(put_words(boxes, gr_strip_at(boxes, shred->strip), shred->first, shred->end));
    last = shred->end - 1;
  }
  return GR_OK;
}

static gr_status put_space(gr_boxes *boxes) {
  uint32_t start = here(boxes);
  GR_TRY(put_bytes(boxes, " ", 1));
  return note(boxes, (gr_box_event){GR_BOX_TEXT, start, start + 1, 0, 0});
}

/* ---- records ----------------------------------------------------------------------------------- */

/* What stands in front of the values of a record: the clump that is its label, else all clumps that begin there. */
static gr_status put_label(gr_boxes *boxes, const gr_record *record) {
  const gr_piece *piece = gr_piece_at(boxes, record->piece);
  bool is_first = true;
  if (record->label != GR_NOWHERE) return put_clump(boxes, record->label);
  for (uint32_t i = piece->first_shred; i < piece->shred_end; i++) {
    if (gr_shred_at(boxes, i)->is_put || gr_shred_at(boxes, gr_shred_at(boxes, i)->head)->is_label) continue;
    if (!is_first) GR_TRY(put_space(boxes));
    is_first = false;
    GR_TRY(put_clump(boxes, i));
  }
  return GR_OK;
}

/* A cell of a record: a clump, or words of its strip, or none. */
static gr_status put_seats(gr_boxes *boxes, const gr_strip *strip, uint32_t first, uint32_t end, uint32_t label,
                           uint32_t column) {
  boxes->standing.column = column;
  GR_TRY(note(boxes, (gr_box_event){GR_BOX_CELL_START, here(boxes), here(boxes), 1, 1}));
  if (label != GR_NOWHERE) GR_TRY(put_clump(boxes, label));
  else if (first < end) GR_TRY(put_words(boxes, strip, first, end));
  return part(boxes, GR_BOX_CELL_END, '\t');
}

/* Columns in front of the values. */
static uint32_t labels_of(const gr_stack *stack) { return stack->depth + stack->has_labels; }

static gr_status put_header(gr_boxes *boxes, gr_stack *stack) {
  if (stack->headers == NULL || stack->is_begun) return GR_OK;
  stack->is_begun = true;
  boxes->standing.row++;
  GR_TRY(mark(boxes, GR_BOX_ROW_START));
  uint32_t before = labels_of(stack);
  for (uint32_t i = 0; i < before; i++) GR_TRY(put_seats(boxes, NULL, 0, 0, GR_NOWHERE, i + 1));
  for (uint32_t i = 0; i < stack->columns; i++) GR_TRY(put_seats(boxes, NULL, 0, 0, stack->headers[i], before + i + 1));
  return put_bytes(boxes, "\n", 1);
}

/* Cells for the groups that a record begins, the innermost beside its label; how far down each goes nobody can tell. */
static gr_status put_groups(gr_boxes *boxes, uint32_t clump, uint32_t depth) {
  if (depth == 0) return GR_OK;
  GR_TRY(put_groups(boxes, clump == GR_NOWHERE ? clump : gr_shred_at(boxes, clump)->group, depth - 1));
  return put_seats(boxes, NULL, 0, 0, clump, depth);
}

/* A record as a row: its label, then a cell for each column, blank where it has no value. */
static gr_status put_record(gr_boxes *boxes, const gr_record *record) {
  const gr_strip *strip = gr_strip_at(boxes, record->strip);
  const gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, record->stack);
  bool is_grid = stack->is_grid;
  uint32_t seat = record->first_value, columns = is_grid ? stack->columns : strip->end - seat;
  boxes->standing.row++;
  GR_TRY(mark(boxes, GR_BOX_ROW_START));
  GR_TRY(put_groups(boxes, record->label == GR_NOWHERE ? GR_NOWHERE : gr_shred_at(boxes, record->label)->group, stack->depth));
  if (stack->has_labels) {
    boxes->standing.column = stack->depth + 1;
    GR_TRY(note(boxes, (gr_box_event){GR_BOX_CELL_START, here(boxes), here(boxes), 1, 1}));
    GR_TRY(put_label(boxes, record));
    GR_TRY(part(boxes, GR_BOX_CELL_END, '\t'));
  }
  for (uint32_t column = 0; column < columns; column++) {
    bool is_here = seat < strip->end && (!is_grid || gr_column_of(boxes, stack, seat) == column);
    GR_TRY(put_seats(boxes, strip, seat, seat + is_here, GR_NOWHERE, labels_of(stack) + column + 1));
    seat += is_here;
  }
  return put_bytes(boxes, "\n", 1);
}

/* ---- paragraphs -------------------------------------------------------------------------------- */

typedef struct flow {
  const gr_strip *open;   /* the line that was put last, and may go on */
  gr_bounds bounds;
  uint32_t stack;         /* of the records whose table is open; GR_NOWHERE: none is */
} flow;

static gr_status close_records(gr_boxes *boxes, flow *own) {
  if (own->stack == GR_NOWHERE) return GR_OK;
  own->stack = GR_NOWHERE;
  return mark(boxes, GR_BOX_TABLE_END);
}

static gr_status close_paragraph(gr_boxes *boxes, flow *own) {
  if (own->open == NULL) return GR_OK;
  own->open = NULL;
  return part(boxes, GR_BOX_PARAGRAPH_END, '\n');
}

static gr_status put_line(gr_boxes *boxes, flow *own, const gr_piece *piece, gr_bounds of_page) {
  uint32_t number = piece->number;
  const gr_strip *strip = gr_strip_at(boxes, number);
  bool is_next = own->open != NULL && gr_line_goes_on(boxes, own->open, own->bounds, strip, of_page);
  if (!is_next) GR_TRY(close_paragraph(boxes, own));
  else if (gr_lines_apart(boxes, own->open->end - 1, strip->first)) GR_TRY(part(boxes, GR_BOX_SOFT_BREAK, '\n'));
  else GR_TRY(put_bytes(boxes, "\n", 1));
  boxes->paragraphs += own->open == NULL;
  boxes->standing = (gr_standing){boxes->paragraphs, 0, 0, 0};
  GR_TRY(put_strip(boxes, number));
  for (uint32_t i = piece->first_shred; i < piece->shred_end; i++) gr_shred_at(boxes, i)->is_put = true;
  own->open = strip;
  own->bounds = of_page;
  return GR_OK;
}

/* A clump by itself, as a paragraph. */
static gr_status put_alone(gr_boxes *boxes, flow *own, uint32_t clump) {
  GR_TRY(close_paragraph(boxes, own));
  GR_TRY(close_records(boxes, own));
  boxes->standing = (gr_standing){++boxes->paragraphs, 0, 0, 0};
  GR_TRY(put_clump(boxes, clump));
  return part(boxes, GR_BOX_PARAGRAPH_END, '\n');
}

/* A clump by the place of its first word in the source. */
typedef struct seed {
  uint32_t word, clump;
} seed;

static int by_word(const void *a, const void *b) {
  const seed *x = a, *y = b;
  return (x->word > y->word) - (x->word < y->word);
}

/* Lines that stand in cells, from a piece up to another one: their clumps in the order of the source, which is that of
 * the cells, but for labels and headers. */
static gr_status put_clumps(gr_boxes *boxes, flow *own, uint32_t first, uint32_t end) {
  uint32_t from = gr_piece_at(boxes, first)->first_shred, to = gr_piece_at(boxes, end - 1)->shred_end, count = 0;
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, to - from + 1, sizeof(seed), &memory));
  seed *seeds = memory;
  for (uint32_t i = from; i < to; i++) {
    const gr_shred *shred = gr_shred_at(boxes, i);
    if (!shred->is_put && !gr_shred_at(boxes, shred->head)->is_label && shred->head == i) seeds[count++] = (seed){gr_first_word(boxes, i), i};
  }
  if (count > 1) qsort(seeds, count, sizeof *seeds, by_word);
  for (uint32_t i = 0; i < count; i++) GR_TRY(put_alone(boxes, own, seeds[i].clump));
  for (uint32_t i = from; i < to; i++) {   /* what goes on a clump that did not stand in cells */
    const gr_shred *shred = gr_shred_at(boxes, i);
    if (!shred->is_put && !gr_shred_at(boxes, shred->head)->is_label) GR_TRY(put_alone(boxes, own, i));
  }
  return GR_OK;
}

static gr_status put_row_of(gr_boxes *boxes, flow *own, const gr_record *record) {
  GR_TRY(close_paragraph(boxes, own));
  if (own->stack != record->stack) {
    GR_TRY(close_records(boxes, own));
    boxes->tables++;
    boxes->standing = (gr_standing){0, boxes->tables, 0, 0};
    own->stack = record->stack;
    GR_TRY(mark(boxes, GR_BOX_TABLE_START));
    GR_TRY(put_header(boxes, GR_AT(gr_stack, &boxes->stacks, record->stack)));
  }
  return put_record(boxes, record);
}

static bool is_record(const gr_piece *piece) { return piece->record != GR_NOWHERE; }

/* The end of the pieces from one on that go together: lines that stand in cells, or one piece. */
static uint32_t run_end(const gr_boxes *boxes, const gr_page *page, uint32_t first) {
  uint32_t end = first + 1;
  if (is_record(gr_piece_at(boxes, first)) || !gr_in_cells(boxes, gr_piece_at(boxes, first))) return end;
  while (end < page->piece_end && !gr_piece_at(boxes, end)->is_margin && !is_record(gr_piece_at(boxes, end)) &&
         gr_in_cells(boxes, gr_piece_at(boxes, end))) {
    end++;
  }
  return end;
}

/* The record that is a row of a table; NULL for another piece, and for values without label and without columns. Where
 * several records have no columns, nobody can tell which values of them are blank: they stay lines of text. */
static const gr_record *row_of(const gr_boxes *boxes, const gr_piece *piece) {
  if (!is_record(piece)) return NULL;
  const gr_record *record = gr_record_at(boxes, piece->record);
  const gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, record->stack);
  bool has_label = record->label != GR_NOWHERE || record->first_value > gr_strip_at(boxes, record->strip)->first;
  return stack->is_grid || (has_label && stack->record_end - stack->first_record == 1) ? record : NULL;
}

/* The clumps of groups, outermost first, each as a paragraph. */
static gr_status put_groups_alone(gr_boxes *boxes, flow *own, uint32_t clump) {
  if (clump == GR_NOWHERE) return GR_OK;
  GR_TRY(put_groups_alone(boxes, own, gr_shred_at(boxes, clump)->group));
  return put_alone(boxes, own, clump);
}

/* A record that is no row: its label and its values as a line. */
static gr_status put_record_line(gr_boxes *boxes, flow *own, const gr_record *record) {
  const gr_strip *strip = gr_strip_at(boxes, record->strip);
  GR_TRY(close_paragraph(boxes, own));
  GR_TRY(close_records(boxes, own));
  if (record->label != GR_NOWHERE) GR_TRY(put_groups_alone(boxes, own, gr_shred_at(boxes, record->label)->group));
  boxes->standing = (gr_standing){++boxes->paragraphs, 0, 0, 0};
  GR_TRY(put_label(boxes, record));
  GR_TRY(put_space(boxes));
  GR_TRY(put_words(boxes, strip, record->first_value, strip->end));
  return part(boxes, GR_BOX_PARAGRAPH_END, '\n');
}

static gr_status put_run(gr_boxes *boxes, flow *own, uint32_t first, uint32_t end, gr_bounds of_page) {
  const gr_piece *piece = gr_piece_at(boxes, first);
  const gr_record *record = row_of(boxes, piece);
  bool is_known = is_record(piece) && gr_record_at(boxes, piece->record)->label != GR_NOWHERE;
  if (is_known) GR_TRY(put_clumps(boxes, own, first, end));
  if (record != NULL) return put_row_of(boxes, own, record);
  if (is_record(piece)) return put_record_line(boxes, own, gr_record_at(boxes, piece->record));
  if (gr_in_cells(boxes, piece)) return put_clumps(boxes, own, first, end);
  GR_TRY(close_records(boxes, own));
  if (!piece->is_panel) return put_line(boxes, own, piece, of_page);
  if (gr_panel_at(boxes, piece->number)->is_inner) return GR_OK;
  GR_TRY(close_paragraph(boxes, own));
  return put_table(boxes, piece->number);
}

/* A page without words: a line of its own in the text, which is no text of the document. */
static gr_status put_picture(gr_boxes *boxes, uint32_t page) {
  gr_box_mark place = {here(boxes), GR_NOWHERE, page, {0, 0, 0, 0}};
  GR_TRY(gr_vector_push(&boxes->memory, &boxes->marks, &place, sizeof place));
  GR_TRY(put_bytes(boxes, "\xEF\xBF\xBC", 3));
  GR_TRY(note(boxes, (gr_box_event){GR_BOX_PICTURE, place.start, here(boxes), 0, 0}));
  return put_bytes(boxes, "\n", 1);
}

static gr_status put_page(gr_boxes *boxes, uint32_t number, flow *own, gr_bounds of_page) {
  const gr_page *page = gr_page_at(boxes, number);
  if (page->has_picture && page->first_word == page->word_end) {
    GR_TRY(close_paragraph(boxes, own));
    GR_TRY(put_picture(boxes, number));
  }
  for (uint32_t i = page->first_piece, end; i < page->piece_end; i = end) {
    end = run_end(boxes, page, i);
    if (!gr_piece_at(boxes, i)->is_margin) GR_TRY(put_run(boxes, own, i, end, of_page));
  }
  return GR_OK;
}

gr_status gr_projection_make(gr_boxes *boxes) {
  flow own = {NULL, {0, 0, 0}, GR_NOWHERE};
  gr_bounds of_pages = {0, 0, 0};
  for (uint32_t i = 0, end = 0; i < boxes->pages.count; i++) {
    if (i == end) GR_TRY(gr_bounds_find(boxes, i, &end, &of_pages));
    GR_TRY(put_page(boxes, i, &own, of_pages));
  }
  GR_TRY(close_records(boxes, &own));
  return close_paragraph(boxes, &own);
}

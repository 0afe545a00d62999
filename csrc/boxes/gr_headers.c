/* The header of columns that values show: above the first record of a stack, a clump for each column and no other one. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>

#include "base/gr_limits.h"

static gr_box box_of(const gr_boxes *boxes, uint32_t head) {
  gr_box box = gr_word_at(boxes, gr_first_word(boxes, head))->box;
  for (uint32_t i = head; i != GR_NOWHERE; i = gr_shred_at(boxes, i)->next) {
    const gr_shred *shred = gr_shred_at(boxes, i);
    for (uint32_t k = shred->first; k < shred->end; k++) {
      gr_box_widen(&box, gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, k))->box);
    }
  }
  return box;
}

/* Where a column ends to the right: in the middle between its values and those of the next one. */
static int32_t edge_behind(const gr_stack *stack, uint32_t column) {
  return column + 1 == stack->columns ? INT32_MAX : gr_middle(stack->rights[column], stack->lefts[column + 1]);
}

/* The column above which a box stands; the number of columns where it is above none, or above more than one: it reaches
 * farther than to the middle of the next. */
static uint32_t column_below(const gr_stack *stack, gr_box box, int32_t first_edge) {
  int32_t middle = gr_middle(box.left, box.right);
  uint32_t column = 0;
  while (column < stack->columns && middle >= edge_behind(stack, column)) column++;
  if (column == stack->columns || (column == 0 && box.left < first_edge)) return stack->columns;
  bool is_wide = (column > 0 && box.left < gr_middle(stack->lefts[column - 1], stack->rights[column - 1])) ||
                 (column + 1 < stack->columns && box.right > gr_middle(stack->lefts[column + 1], stack->rights[column + 1]));
  return is_wide ? stack->columns : column;
}

/* How far to the right the labels of a stack's records reach: headers of columns stand behind that. */
static int32_t labels_end(const gr_boxes *boxes, const gr_stack *stack) {
  int32_t right = INT32_MIN;
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    if (gr_record_at(boxes, i)->label == GR_NOWHERE) continue;
    gr_box box = box_of(boxes, gr_record_at(boxes, i)->label);
    if (box.right > right) right = box.right;
  }
  return right;
}

/* Puts the clumps of a piece above their columns; false where a column has one already. */
static bool seat_clumps(gr_boxes *boxes, const gr_stack *stack, const gr_piece *piece, int32_t first_edge) {
  for (uint32_t i = piece->first_shred; i < piece->shred_end; i++) {
    const gr_shred *shred = gr_shred_at(boxes, i);
    if (shred->head != i || shred->is_label) continue;
    uint32_t column = column_below(stack, box_of(boxes, i), first_edge);
    if (column == stack->columns) continue;
    if (stack->headers[column] != GR_NOWHERE) return false;
    stack->headers[column] = i;
  }
  return true;
}

static bool seat_all(gr_boxes *boxes, const gr_stack *stack) {
  uint32_t piece = gr_record_at(boxes, stack->first_record)->piece;
  int32_t first_edge = labels_end(boxes, stack);
  while (piece-- > 0) {   /* the header may stand on the page before */
    const gr_piece *above = gr_piece_at(boxes, piece);
    if (above->is_margin) continue;
    if (above->record != GR_NOWHERE || !gr_in_cells(boxes, above)) break;
    if (!seat_clumps(boxes, stack, above, first_edge)) return false;
  }
  for (uint32_t i = 0; i < stack->columns; i++) {
    if (stack->headers[i] == GR_NOWHERE) return false;
  }
  return true;
}

/* What stands above the first record belongs to the header as far as it stands in cells. */
gr_status gr_headers_find(gr_boxes *boxes, uint32_t number) {
  gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, number);
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, stack->columns, sizeof(uint32_t), &memory));
  stack->headers = memory;
  for (uint32_t i = 0; i < stack->columns; i++) stack->headers[i] = GR_NOWHERE;
  if (!seat_all(boxes, stack)) stack->headers = NULL;
  return GR_OK;
}

/* ---- columns by headers alone ------------------------------------------------------------------ */

/* A clump above the records. */
typedef struct hat {
  gr_box box;
  uint32_t page, clump;
} hat;

static int by_left(const void *a, const void *b) {
  const hat *x = a, *y = b;
  if (x->box.left != y->box.left) return x->box.left < y->box.left ? -1 : 1;
  return (x->clump > y->clump) - (x->clump < y->clump);
}

/* The clumps above a stack, from left to right; none where there are too many to be headers. */
static size_t collect(const gr_boxes *boxes, const gr_stack *stack, hat out[2 * GR_MAX_COLUMNS]) {
  uint32_t piece = gr_record_at(boxes, stack->first_record)->piece;
  size_t count = 0;
  while (piece-- > 0) {   /* the header may stand on the page before */
    const gr_piece *above = gr_piece_at(boxes, piece);
    if (above->is_margin) continue;
    if (above->record != GR_NOWHERE || !gr_in_cells(boxes, above)) break;
    for (uint32_t i = above->first_shred; i < above->shred_end; i++) {
      if (gr_shred_at(boxes, i)->head != i || gr_shred_at(boxes, i)->is_label) continue;
      if (count == 2 * GR_MAX_COLUMNS) return 0;
      out[count++] = (hat){box_of(boxes, i), gr_strip_at(boxes, gr_shred_at(boxes, i)->strip)->page, i};
    }
  }
  if (count > 1) qsort(out, count, sizeof *out, by_left);
  return count;
}

/* Whether one stands below another one. */
static bool is_below(const hat *own, const hat *other) {
  if (own->box.left >= other->box.right || other->box.left >= own->box.right) return false;
  return own->page != other->page ? own->page > other->page : own->box.top > other->box.top;
}

/* Keeps those that have none below them, and stand behind the labels. */
static size_t keep_lowest(hat *hats, size_t count, int32_t first_edge) {
  bool is_lowest[2 * GR_MAX_COLUMNS];
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    is_lowest[i] = hats[i].box.left >= first_edge;
    for (size_t k = 0; k < count; k++) {
      if (is_below(&hats[k], &hats[i])) is_lowest[i] = false;
    }
  }
  for (size_t i = 0; i < count; i++) {
    if (is_lowest[i]) hats[kept++] = hats[i];
  }
  return kept;
}

gr_status gr_headers_as_columns(gr_boxes *boxes, uint32_t number) {
  gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, number);
  hat hats[2 * GR_MAX_COLUMNS];
  size_t count = collect(boxes, stack, hats);
  count = keep_lowest(hats, count, labels_end(boxes, stack));
  void *lefts = NULL, *rights = NULL, *headers = NULL;
  if (count < 2 || count > GR_MAX_COLUMNS || count < stack->columns) return GR_OK;
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(int32_t), &lefts));
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(int32_t), &rights));
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(uint32_t), &headers));
  stack->columns = (uint32_t)count;
  stack->lefts = lefts;
  stack->rights = rights;
  stack->headers = headers;
  for (size_t i = 0; i < count; i++) {   /* each reaches to the middle between it and the next */
    stack->lefts[i] = i == 0 ? hats[i].box.left : gr_middle(hats[i - 1].box.right, hats[i].box.left);
    stack->rights[i] = i + 1 == count ? hats[i].box.right : gr_middle(hats[i].box.right, hats[i + 1].box.left);
    stack->headers[i] = hats[i].clump;
  }
  return GR_OK;
}

void gr_headers_take(gr_boxes *boxes, const gr_stack *stack) {
  for (uint32_t i = 0; i < stack->columns && stack->headers != NULL; i++) {
    gr_shred_at(boxes, stack->headers[i])->is_label = true;
  }
}

/* The header of columns that values show: above the first record of a stack, a clump for each column and no other one. */
#include "boxes/gr_boxes.h"

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
  const gr_page *page = gr_page_at(boxes, gr_strip_at(boxes, gr_record_at(boxes, stack->first_record)->strip)->page);
  int32_t first_edge = labels_end(boxes, stack);
  while (piece-- > page->first_piece) {
    const gr_piece *above = gr_piece_at(boxes, piece);
    if (above->is_margin || above->record != GR_NOWHERE || !gr_in_cells(boxes, above)) break;
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
  for (uint32_t i = 0; i < stack->columns && stack->headers != NULL; i++) {
    gr_shred_at(boxes, stack->headers[i])->is_label = true;
  }
  return GR_OK;
}

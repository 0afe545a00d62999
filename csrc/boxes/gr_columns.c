/* The columns in which the values of records stand: values of several records that lie below each other are one column. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>

#include "base/gr_limits.h"

/* From where to where a value reaches. */
typedef struct reach {
  int32_t left, right;
} reach;

static gr_box box_of(const gr_boxes *boxes, uint32_t seat) {
  return gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, seat))->box;
}

static int by_left(const void *a, const void *b) {
  const reach *x = a, *y = b;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return (x->right > y->right) - (x->right < y->right);
}

/* Values that overlap are one column; nothing where there are too many. */
static gr_status find_columns(gr_boxes *boxes, gr_stack *stack) {
  void *memory = NULL, *lefts = NULL, *rights = NULL;
  size_t count = 0, columns = 0;
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    count += gr_strip_at(boxes, gr_record_at(boxes, i)->strip)->end - gr_record_at(boxes, i)->first_value;
  }
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(reach), &memory));
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(int32_t), &lefts));
  GR_TRY(gr_memory_zeroed(&boxes->memory, count, sizeof(int32_t), &rights));
  reach *reaches = memory;
  stack->lefts = lefts;
  stack->rights = rights;
  count = 0;
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    const gr_record *record = gr_record_at(boxes, i);
    for (uint32_t seat = record->first_value; seat < gr_strip_at(boxes, record->strip)->end; seat++) {
      reaches[count++] = (reach){box_of(boxes, seat).left, box_of(boxes, seat).right};
    }
  }
  if (count > 1) qsort(reaches, count, sizeof *reaches, by_left);
  for (size_t i = 0; i < count; i++) {
    if (columns > 0 && reaches[i].left < stack->rights[columns - 1]) {
      if (reaches[i].right > stack->rights[columns - 1]) stack->rights[columns - 1] = reaches[i].right;
    } else {
      stack->lefts[columns] = reaches[i].left;
      stack->rights[columns++] = reaches[i].right;
    }
  }
  stack->columns = columns > GR_MAX_COLUMNS ? 0 : (uint32_t)columns;
  return GR_OK;
}

uint32_t gr_column_of(const gr_boxes *boxes, const gr_stack *stack, uint32_t seat) {
  gr_box box = box_of(boxes, seat);
  int32_t middle = gr_middle(box.left, box.right);
  uint32_t low = 0, high = stack->columns;
  while (high - low > 1) {
    uint32_t half = low + (high - low) / 2;
    if (stack->lefts[half] <= middle) low = half;
    else high = half;
  }
  return low;
}

static bool has_labels(const gr_boxes *boxes, const gr_stack *stack) {
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    const gr_record *record = gr_record_at(boxes, i);
    if (record->label != GR_NOWHERE || record->first_value > gr_strip_at(boxes, record->strip)->first) return true;
  }
  return false;
}

/* Whether each value stands in a column, and no record has two in one. */
static bool is_orderly(const gr_boxes *boxes, const gr_stack *stack, uint32_t *shown) {
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    const gr_record *record = gr_record_at(boxes, i);
    uint32_t last = GR_NOWHERE;
    for (uint32_t seat = record->first_value; seat < gr_strip_at(boxes, record->strip)->end; seat++) {
      uint32_t column = gr_column_of(boxes, stack, seat);
      gr_box box = box_of(boxes, seat);
      if (column == last || box.right <= stack->lefts[column] || box.left >= stack->rights[column]) return false;
      last = column;
      shown[column]++;
    }
  }
  return true;
}

/* A column is shown by the values of two records, or by its header. */
static gr_status judge(gr_boxes *boxes, gr_stack *stack) {
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, stack->columns, sizeof(uint32_t), &memory));
  uint32_t *shown = memory;
  stack->is_grid = is_orderly(boxes, stack, shown);
  for (uint32_t i = 0; i < stack->columns && stack->headers == NULL; i++) stack->is_grid = stack->is_grid && shown[i] > 1;
  return GR_OK;
}

static uint32_t depth_of(const gr_boxes *boxes, const gr_stack *stack) {
  uint32_t most = 0;
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    uint32_t depth = 0, clump = gr_record_at(boxes, i)->label;
    while (clump != GR_NOWHERE && (clump = gr_shred_at(boxes, clump)->group) != GR_NOWHERE) depth++;
    if (depth > most) most = depth;
  }
  return most;
}

static gr_status find(gr_boxes *boxes, uint32_t number) {
  gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, number);
  GR_TRY(find_columns(boxes, stack));
  stack->depth = depth_of(boxes, stack);
  stack->has_labels = has_labels(boxes, stack);
  if (stack->columns == 0) return GR_OK;
  if (stack->record_end - stack->first_record > 1) {
    GR_TRY(gr_headers_find(boxes, number));
    GR_TRY(judge(boxes, stack));
  }
  if (!stack->is_grid) {
    GR_TRY(gr_headers_as_columns(boxes, number));
    if (stack->headers != NULL) GR_TRY(judge(boxes, stack));
  }
  if (!stack->is_grid) stack->headers = NULL;
  gr_headers_take(boxes, stack);
  return GR_OK;
}

gr_status gr_columns_find(gr_boxes *boxes) {
  for (uint32_t i = 0; i < boxes->stacks.count; i++) GR_TRY(find(boxes, i));
  return GR_OK;
}

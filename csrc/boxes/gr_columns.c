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
  uint32_t low = 0, high = stack->columns;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (stack->lefts[middle] <= box.left) low = middle;
    else high = middle;
  }
  return low;
}

/* Whether no record has two values in a column, and each column is shown: by two records, or by its header. */
static bool is_shown(const gr_boxes *boxes, const gr_stack *stack, uint32_t *shown) {
  for (uint32_t i = stack->first_record; i < stack->record_end; i++) {
    const gr_record *record = gr_record_at(boxes, i);
    uint32_t last = GR_NOWHERE;
    for (uint32_t seat = record->first_value; seat < gr_strip_at(boxes, record->strip)->end; seat++) {
      uint32_t column = gr_column_of(boxes, stack, seat);
      if (column == last) return false;
      last = column;
      shown[column]++;
    }
  }
  for (uint32_t i = 0; i < stack->columns && stack->headers == NULL; i++) {
    if (shown[i] < 2) return false;
  }
  return true;
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

gr_status gr_columns_find(gr_boxes *boxes) {
  for (uint32_t i = 0; i < boxes->stacks.count; i++) {
    gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, i);
    void *shown = NULL;
    GR_TRY(find_columns(boxes, stack));
    stack->depth = depth_of(boxes, stack);
    if (stack->columns == 0 || stack->record_end - stack->first_record < 2) continue;
    GR_TRY(gr_memory_zeroed(&boxes->memory, stack->columns, sizeof(uint32_t), &shown));
    GR_TRY(gr_headers_find(boxes, i));
    stack->is_grid = is_shown(boxes, stack, shown);
  }
  return GR_OK;
}

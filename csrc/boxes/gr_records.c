/* Tables around which no lines are drawn: lines with values at their end are records, and where the values of several
 * records stand below each other, they show columns. A record that has fewer of them is blank in the others. What else
 * belongs together, labels on several lines, header words, positions alone do not say: it stays lines of text. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_limits.h"
#include "base/gr_slice.h"

enum {
  APART = 120,   /* hundredths of a letter's size from a label to the only value of its record at least */
  ASIDE = 100    /* and by which a value may stand beside its column */
};

static const gr_word *word_of(const gr_boxes *boxes, uint32_t seat) {
  return gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, seat));
}

/* A number, a dash, 无: no label has such a word by itself at its end. */
static bool is_value(const gr_boxes *boxes, const gr_word *word) {
  static const char *const whole[] = {"\xE6\x97\xA0", "\xE2\x80\x94", "\xE2\x80\x94\xE2\x80\x94", "\xE2\x80\x93", "N/A", NULL};
  gr_slice text = {GR_AT(const char, &boxes->bytes, word->text), word->size};
  for (int i = 0; whole[i] != NULL; i++) {
    if (gr_slice_equal(text, gr_slice_of(whole[i]))) return true;
  }
  for (size_t i = 0; i < text.size; i++) {
    if (!gr_is_digit(text.data[i]) && strchr(".,+-/%", text.data[i]) == NULL) return false;
  }
  return true;
}

/* The strip of a piece as a record; false where it is none. */
static bool read_record(const gr_boxes *boxes, uint32_t number, gr_record *out) {
  const gr_strip *strip = gr_strip_at(boxes, number);
  uint32_t first = strip->end;
  while (first > strip->first && is_value(boxes, word_of(boxes, first - 1))) first--;
  *out = (gr_record){.strip = number, .first_value = first, .stack = GR_NOWHERE, .label = GR_NOWHERE};
  uint32_t count = strip->end - first;
  if (count == 0 || count > GR_MAX_COLUMNS) return false;
  if (count > 1) return true;
  if (first == strip->first) return false;
  int64_t gap = word_of(boxes, first)->box.left - word_of(boxes, first - 1)->box.right;
  return gap * 100 >= (int64_t)strip->em * APART;
}

/* ---- columns ----------------------------------------------------------------------------------- */

/* The column of a stack in which a value stands, from `from` on; the number of columns where it is in none. */
static uint32_t column_of(const gr_stack *stack, const gr_word *word, uint32_t from) {
  int64_t middle = gr_middle(word->box.left, word->box.right), aside = (int64_t)word->em * ASIDE / 100;
  for (; from < stack->columns; from++) {
    if (middle >= stack->lefts[from] - aside && middle <= stack->rights[from] + aside) break;
  }
  return from;
}

/* Whether each value of a record stands in a column of its own. */
static bool fits(const gr_boxes *boxes, const gr_stack *stack, const gr_record *record) {
  uint32_t column = 0;
  for (uint32_t i = record->first_value; i < gr_strip_at(boxes, record->strip)->end; i++, column++) {
    column = column_of(stack, word_of(boxes, i), column);
    if (column >= stack->columns) return false;
  }
  return true;
}

static uint32_t count_of(const gr_boxes *boxes, const gr_record *record) {
  return gr_strip_at(boxes, record->strip)->end - record->first_value;
}

/* A stack with the columns of one record. */
static gr_status begin_stack(gr_boxes *boxes, const gr_record *record, gr_stack *out) {
  void *lefts = NULL, *rights = NULL;
  *out = (gr_stack){.columns = count_of(boxes, record)};
  GR_TRY(gr_memory_zeroed(&boxes->memory, out->columns, sizeof(int32_t), &lefts));
  GR_TRY(gr_memory_zeroed(&boxes->memory, out->columns, sizeof(int32_t), &rights));
  out->lefts = lefts;
  out->rights = rights;
  for (uint32_t i = 0; i < out->columns; i++) {
    gr_box box = word_of(boxes, record->first_value + i)->box;
    out->lefts[i] = box.left;
    out->rights[i] = box.right;
  }
  return GR_OK;
}

/* Columns grow by the values of full records, as long as they stay apart. */
static void add_full(const gr_boxes *boxes, gr_stack *stack, const gr_record *record) {
  stack->full++;
  for (uint32_t i = 0; i < stack->columns; i++) {
    gr_box box = word_of(boxes, record->first_value + i)->box;
    if (box.left < stack->lefts[i] && (i == 0 || box.left > stack->rights[i - 1])) stack->lefts[i] = box.left;
    if (box.right > stack->rights[i] && (i + 1 == stack->columns || box.right < stack->lefts[i + 1])) stack->rights[i] = box.right;
  }
}

/* ---- stacks ------------------------------------------------------------------------------------ */

/* Records that follow each other, numbered from `first`, those with fewer values before the first full one among them. */
typedef struct run {
  gr_stack stack;
  uint32_t first;
  bool is_open;
} run;

static gr_status close_run(gr_boxes *boxes, run *own) {
  if (!own->is_open) return GR_OK;
  own->is_open = false;
  for (uint32_t i = own->first; i < boxes->records.count; i++) {
    GR_AT(gr_record, &boxes->records, i)->stack = (uint32_t)boxes->stacks.count;
  }
  return gr_vector_push(&boxes->memory, &boxes->stacks, &own->stack, sizeof own->stack);
}

/* Whether the records of a run, all of which have fewer values, stand in the columns of a new one. */
static bool holds_all(const gr_boxes *boxes, const gr_stack *wider, const run *own) {
  for (uint32_t i = own->first; i < boxes->records.count; i++) {
    if (!fits(boxes, wider, GR_AT(gr_record, &boxes->records, i))) return false;
  }
  return true;
}

static gr_status add_record(gr_boxes *boxes, run *own, gr_record *record) {
  uint32_t count = count_of(boxes, record);
  gr_stack wider;
  if (own->is_open && count > own->stack.columns) {
    GR_TRY(begin_stack(boxes, record, &wider));
    if (holds_all(boxes, &wider, own)) own->stack = wider;
    else GR_TRY(close_run(boxes, own));
  } else if (own->is_open && !fits(boxes, &own->stack, record)) {
    GR_TRY(close_run(boxes, own));
  }
  if (!own->is_open) {
    GR_TRY(begin_stack(boxes, record, &own->stack));
    own->first = (uint32_t)boxes->records.count;
    own->is_open = true;
  }
  if (count == own->stack.columns) add_full(boxes, &own->stack, record);
  return gr_vector_push(&boxes->memory, &boxes->records, record, sizeof *record);
}

/* A line between records goes on a label where it does not reach to the columns. */
static bool parts(const gr_boxes *boxes, const run *own, uint32_t strip) {
  return gr_strip_at(boxes, strip)->box.right > own->stack.lefts[0];
}

gr_status gr_records_find(gr_boxes *boxes) {
  run own = {.is_open = false};
  for (size_t page = 0; page < boxes->pages.count; page++) {
    for (uint32_t i = gr_page_at(boxes, page)->first_piece; i < gr_page_at(boxes, page)->piece_end; i++) {
      gr_piece *piece = gr_piece_at(boxes, i);
      gr_record record;
      piece->record = GR_NOWHERE;
      if (piece->is_margin) continue;
      if (!piece->is_panel && read_record(boxes, piece->number, &record)) {
        GR_TRY(add_record(boxes, &own, &record));
        piece->record = (uint32_t)boxes->records.count - 1;
      } else if (own.is_open && (piece->is_panel || parts(boxes, &own, piece->number))) {
        GR_TRY(close_run(boxes, &own));
      }
    }
    GR_TRY(close_run(boxes, &own));
  }
  return GR_OK;
}

uint32_t gr_record_column(const gr_boxes *boxes, const gr_record *record, uint32_t seat, uint32_t from) {
  const gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, record->stack);
  uint32_t column = column_of(stack, word_of(boxes, seat), from);
  return column < stack->columns ? column : from;
}

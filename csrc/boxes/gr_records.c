/* Tables around which no lines are drawn: lines with values at their end are records, and those that follow each other on a
 * page are a stack. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_limits.h"
#include "base/gr_slice.h"

/* Hundredths of a letter's size from a label to the only value of its record at least. */
enum { APART = 120 };

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

/* ---- stacks ------------------------------------------------------------------------------------ */

/* Records that follow each other. */
typedef struct run {
  uint32_t first;
  int32_t left;      /* where their values begin */
  bool is_open;
} run;

static gr_status close_run(gr_boxes *boxes, run *own) {
  if (!own->is_open) return GR_OK;
  own->is_open = false;
  for (uint32_t i = own->first; i < boxes->records.count; i++) gr_record_at(boxes, i)->stack = (uint32_t)boxes->stacks.count;
  gr_stack stack = {.first_record = own->first, .record_end = (uint32_t)boxes->records.count};
  return gr_vector_push(&boxes->memory, &boxes->stacks, &stack, sizeof stack);
}

static gr_status add_record(gr_boxes *boxes, run *own, gr_record *record) {
  int32_t left = word_of(boxes, record->first_value)->box.left;
  if (!own->is_open) *own = (run){(uint32_t)boxes->records.count, left, true};
  if (left < own->left) own->left = left;
  return gr_vector_push(&boxes->memory, &boxes->records, record, sizeof *record);
}

/* A line between records goes on a label where it does not reach to the values; else it is a header, or none of theirs. */
static bool parts(const gr_boxes *boxes, const run *own, uint32_t strip) {
  return gr_strip_at(boxes, strip)->box.right > own->left;
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
        record.piece = i;
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


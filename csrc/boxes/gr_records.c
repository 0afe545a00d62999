/* Tables around which no lines are drawn: lines with values at their end are records, and those that follow each other are
 * a stack. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_limits.h"
#include "base/gr_slice.h"

/* Hundredths of a letter's size from a label to the only value of its record at least. */
enum { APART = 120 };

static const gr_word *word_of(const gr_boxes *boxes, uint32_t seat) {
  return gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, seat));
}

/* Takes one of some texts from the front; false where none stands there. */
static bool take_any(gr_slice *text, const char *const *list) {
  for (; *list != NULL; list++) {
    if (gr_slice_take(text, gr_slice_of(*list))) return true;
  }
  return false;
}

/* A number with its sign and unit, a dash, 无: no label has such a word by itself at its end. */
static bool is_value(const gr_boxes *boxes, const gr_word *word) {
  static const char *const whole[] = {"无", "——", "—", "–", "N/A", "持平", NULL};
  static const char *const signs[] = {"增加", "减少", "增", "减", "＋", "－", NULL};
  static const char *const units[] = {"亿元", "万元", "元", "件", "条", "项", "个", "次", "篇", "人次", "人", NULL};
  gr_slice text = {GR_AT(const char, &boxes->bytes, word->text), word->size};
  gr_slice rest = text;
  if (take_any(&rest, whole)) return rest.size == 0;
  (void)take_any(&text, signs);
  size_t digits = 0, plain = 0;
  while (plain < text.size && (gr_is_digit(text.data[plain]) || strchr(".,+-/%", text.data[plain]) != NULL)) {
    digits += gr_is_digit(text.data[plain++]);
  }
  if (plain == 0) return false;
  text = gr_slice_sub(text, plain, text.size);
  return text.size == 0 || (digits > 0 && take_any(&text, units) && text.size == 0);
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
  for (size_t page = 0; page < boxes->pages.count; page++) {   /* a stack goes on behind the end of a page */
    if (page > 0 && gr_page_at(boxes, page)->width != gr_page_at(boxes, page - 1)->width) GR_TRY(close_run(boxes, &own));
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
  }
  return close_run(boxes, &own);
}


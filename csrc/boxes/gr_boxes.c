/* Words with boxes: what is handed over, the steps from it to a text, and what can be asked. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_limits.h"
#include "text/gr_utf8.h"

gr_status gr_boxes_new(const char *format, const gr_options *options, gr_boxes **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_boxes), &object));
  gr_boxes *boxes = (gr_boxes *)object;
  size_t size = strlen(format);
  if (size >= sizeof boxes->format) size = sizeof boxes->format - 1;
  memcpy(boxes->format, format, size);
  *out = boxes;
  return GR_OK;
}

void gr_boxes_free(gr_boxes *boxes) {
  if (boxes == NULL) return;
  const struct { gr_vector *vector; size_t size; } all[] = {
      {&boxes->bytes, 1}, {&boxes->words, sizeof(gr_word)}, {&boxes->rules, sizeof(gr_box)},
      {&boxes->pages, sizeof(gr_page)}, {&boxes->order, sizeof(uint32_t)}, {&boxes->strips, sizeof(gr_strip)},
      {&boxes->cells, sizeof(gr_panel_cell)}, {&boxes->panels, sizeof(gr_panel)}, {&boxes->pieces, sizeof(gr_piece)},
      {&boxes->records, sizeof(gr_record)}, {&boxes->stacks, sizeof(gr_stack)}, {&boxes->shreds, sizeof(gr_shred)},
      {&boxes->text, 1}, {&boxes->events, sizeof(gr_box_event)}, {&boxes->marks, sizeof(gr_box_mark)}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) gr_vector_release(&boxes->memory, all[i].vector, all[i].size);
  gr_memory_free_object(&boxes->memory, sizeof *boxes);
}

/* ---- handing over ------------------------------------------------------------------------------ */

static int32_t bounded(int32_t at) {
  return at > GR_MAX_PLACE ? GR_MAX_PLACE : at < -GR_MAX_PLACE ? -GR_MAX_PLACE : at;
}

static gr_box bounded_box(gr_box box) {
  return (gr_box){bounded(box.left), bounded(box.top), bounded(box.right), bounded(box.bottom)};
}

gr_status gr_boxes_page(gr_boxes *boxes, int32_t width, int32_t height) {
  gr_page page = {.width = bounded(width), .height = bounded(height)};
  page.first_word = page.word_end = (uint32_t)boxes->words.count;
  page.first_rule = page.rule_end = (uint32_t)boxes->rules.count;
  if (boxes->pages.count >= GR_MAX_PAGES) return GR_LIMIT_ITEMS;
  return gr_vector_push(&boxes->memory, &boxes->pages, &page, sizeof page);
}

static gr_page *last_page(const gr_boxes *boxes) {
  return boxes->pages.count == 0 ? NULL : gr_page_at(boxes, boxes->pages.count - 1);
}

/* A letter of Chinese is as wide as high, one of the others half of that. */
static int32_t em_of(gr_slice text, gr_box box) {
  int64_t halves = 0, height = box.bottom - box.top;
  for (size_t i = 0; i < text.size; i++) {
    unsigned char byte = (unsigned char)text.data[i];
    if (byte < 0x80) halves++;
    else if (byte >= 0xC0) halves += 2;
  }
  int64_t em = halves == 0 ? height : 2 * (int64_t)(box.right - box.left) / halves;
  return (int32_t)(em < 1 || em > height ? height : em);
}

gr_status gr_boxes_word(gr_boxes *boxes, gr_slice text, gr_box box) {
  gr_page *page = last_page(boxes);
  gr_word word = {bounded_box(box), 0, (uint32_t)boxes->bytes.count, (uint32_t)text.size};
  word.em = em_of(text, word.box);
  if (page == NULL || text.size == 0 || word.box.left > word.box.right || word.box.top >= word.box.bottom) return GR_OK;
  if (boxes->words.count >= GR_MAX_BOXES || boxes->bytes.count + text.size > GR_MAX_INPUT) return GR_LIMIT_ITEMS;
  if (gr_utf8_valid(text) != text.size) return GR_INPUT_ENCODING;
  for (size_t i = 0; i < text.size; i++) GR_TRY(gr_vector_push(&boxes->memory, &boxes->bytes, text.data + i, 1));
  GR_TRY(gr_vector_push(&boxes->memory, &boxes->words, &word, sizeof word));
  page->word_end++;
  return GR_OK;
}

gr_status gr_boxes_rule(gr_boxes *boxes, gr_box box) {
  gr_page *page = last_page(boxes);
  box = bounded_box(box);
  if (page == NULL || box.left > box.right || box.top > box.bottom) return GR_OK;
  if (boxes->rules.count >= GR_MAX_BOXES) return GR_LIMIT_ITEMS;
  GR_TRY(gr_vector_push(&boxes->memory, &boxes->rules, &box, sizeof box));
  page->rule_end++;
  return GR_OK;
}

void gr_boxes_picture(gr_boxes *boxes) {
  if (boxes->pages.count > 0) last_page(boxes)->has_picture = true;
}

/* ---- reading ----------------------------------------------------------------------------------- */

static gr_status give(const gr_box_event *event, const gr_builder *to) {
  size_t start = event->start, end = event->end;
  switch ((gr_box_event_kind)event->kind) {
    case GR_BOX_TEXT: return to->text(to->context, start, end);
    case GR_BOX_SOFT_BREAK: return to->soft_break(to->context, start, end);
    case GR_BOX_PARAGRAPH_END: return to->paragraph_end(to->context, start, end);
    case GR_BOX_TABLE_START: return to->table_start(to->context, start, end);
    case GR_BOX_TABLE_END: return to->table_end(to->context, start, end);
    case GR_BOX_ROW_START: return to->row_start(to->context, start, end);
    case GR_BOX_CELL_START: return to->cell_start(to->context, event->row_span, event->column_span, start, end);
    case GR_BOX_CELL_END: return to->cell_end(to->context, start, end);
    case GR_BOX_PICTURE: return to->picture(to->context, start, end);
  }
  return GR_OK;
}

static gr_status read_events(void *context, const gr_builder *builder) {
  const gr_boxes *boxes = context;
  for (size_t i = 0; i < boxes->events.count; i++) GR_TRY(give(GR_AT(gr_box_event, &boxes->events, i), builder));
  return GR_OK;
}

/* The last mark at an offset or in front of it. */
static size_t mark_before(const gr_boxes *boxes, size_t offset) {
  size_t low = 0, high = boxes->marks.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (GR_AT(gr_box_mark, &boxes->marks, middle)->start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/* The box holds all words of the range that stand on the page of the first. */
static gr_spot spot(const void *context, size_t start, size_t end) {
  const gr_boxes *boxes = context;
  if (boxes->marks.count == 0) return (gr_spot){.page = 1};
  size_t first = mark_before(boxes, start);
  const gr_box_mark *mark = GR_AT(gr_box_mark, &boxes->marks, first);
  gr_standing at = mark->standing;
  if (mark->word == GR_NOWHERE) {
    const gr_page *page = gr_page_at(boxes, mark->page);
    return (gr_spot){.page = mark->page + 1, .right = page->width, .bottom = page->height};
  }
  gr_box box = gr_word_at(boxes, mark->word)->box;
  for (size_t i = first + 1; i < boxes->marks.count; i++) {
    const gr_box_mark *next = GR_AT(gr_box_mark, &boxes->marks, i);
    if (next->start >= end || next->page != mark->page || next->word == GR_NOWHERE) break;
    gr_box_widen(&box, gr_word_at(boxes, next->word)->box);
  }
  return (gr_spot){.page = mark->page + 1, .left = box.left, .top = box.top, .right = box.right, .bottom = box.bottom,
                   .paragraph = at.paragraph, .table = at.table, .row = at.row, .column = at.column};
}

gr_status gr_boxes_seal(gr_boxes *boxes) {
  for (uint32_t i = 0; i < boxes->pages.count; i++) {
    size_t first_panel = boxes->panels.count;
    GR_TRY(gr_panels_find(boxes, i));
    GR_TRY(gr_strips_find(boxes, i, first_panel));
  }
  GR_TRY(gr_margins_find(boxes));
  GR_TRY(gr_records_find(boxes));
  GR_TRY(gr_clumps_find(boxes));
  GR_TRY(gr_gutters_find(boxes));
  GR_TRY(gr_columns_find(boxes));
  GR_TRY(gr_seams_join(boxes));
  GR_TRY(gr_projection_make(boxes));
  boxes->reader = (gr_reader){GR_BUILDER_VERSION, boxes->format, read_events, spot, boxes};
  return GR_OK;
}

/* ---- what can be asked ------------------------------------------------------------------------- */

gr_slice gr_boxes_text(const gr_boxes *boxes) {
  return (gr_slice){boxes->text.count == 0 ? "" : boxes->text.items, boxes->text.count};
}

const gr_reader *gr_boxes_reader(const gr_boxes *boxes) { return &boxes->reader; }

size_t gr_boxes_page_count(const gr_boxes *boxes) { return boxes->pages.count; }

bool gr_boxes_page_has_text(const gr_boxes *boxes, size_t page) {
  return gr_page_at(boxes, page)->word_end > gr_page_at(boxes, page)->first_word;
}

bool gr_boxes_page_is_parted(const gr_boxes *boxes, size_t page) { return gr_page_at(boxes, page)->is_parted; }

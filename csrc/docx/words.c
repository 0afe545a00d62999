#include "docx/words.h"

#include <string.h>

/* Adds items; NULL where there is no room. Offsets are kept in 32 bits. */
static void *add(words *own, store *to, size_t more, size_t size) {
  void *items = own->is_full || to->count > UINT32_MAX - more ? NULL : store_add(to, more, size);
  own->is_full = items == NULL;
  return items;
}

static void push(words *own, store *to, const void *item, size_t size) {
  void *place = add(own, to, 1, size);
  if (place != NULL) memcpy(place, item, size);
}

uint32_t words_end(const words *own) { return (uint32_t)own->text.count; }

void words_put(words *own, const char *text, size_t length, size_t byte, size_t size) {
  words_piece piece = {words_end(own), (uint32_t)byte, (uint32_t)size, own->part};
  words_event event = {WORDS_TEXT, piece.start, piece.start + (uint32_t)length, 0, 0};
  void *end = length == 0 ? NULL : add(own, &own->text, length, 1);
  if (end == NULL) return;
  memcpy(end, text, length);
  push(own, &own->pieces, &piece, sizeof piece);
  push(own, &own->events, &event, sizeof event);
}

size_t words_note(words *own, words_kind kind) {
  words_event event = {kind, words_end(own), words_end(own), 1, 1};
  push(own, &own->events, &event, sizeof event);
  return own->events.count - 1;
}

size_t words_part(words *own, words_kind kind, const char *sign) {
  size_t number = words_note(own, kind), length = strlen(sign);
  char *end = add(own, &own->text, length, 1);
  if (end == NULL) return number;
  memcpy(end, sign, length);
  words_at(own, number)->end = words_end(own);
  return number;
}

void words_stand(words *own, words_place place) {
  place.start = words_end(own);
  own->part = place.part;
  push(own, &own->places, &place, sizeof place);
}

void words_state(words *own, const char *name, const char *content, size_t length) {
  size_t named = strlen(name);
  words_event event = {WORDS_FACT, words_end(own), words_end(own) + (uint32_t)named, 0, 0};
  words_stand(own, (words_place){.part = WORDS_FACTS});
  char *line = add(own, &own->text, named + length + 2, 1);
  if (line == NULL) return;
  memcpy(line, name, named);
  line[named] = '\t';
  for (size_t i = 0; i < length; i++) {
    line[named + 1 + i] = content[i] == '\t' || content[i] == '\n' || content[i] == '\r' ? ' ' : content[i];
  }
  line[named + 1 + length] = '\n';
  event.row_span = event.end + 1;
  event.column_span = event.row_span + (uint32_t)length;
  push(own, &own->events, &event, sizeof event);
}

words_event *words_at(words *own, size_t event) { return (words_event *)own->events.items + event; }

static gr_status give(const words_event *event, const gr_builder *to) {
  size_t start = event->start, end = event->end;
  switch (event->kind) {
    case WORDS_TEXT: return to->text(to->context, start, end);
    case WORDS_SOFT_BREAK: return to->soft_break(to->context, start, end);
    case WORDS_PARAGRAPH_END: return to->paragraph_end(to->context, start, end);
    case WORDS_TABLE_START: return to->table_start(to->context, start, end);
    case WORDS_TABLE_END: return to->table_end(to->context, start, end);
    case WORDS_ROW_START: return to->row_start(to->context, start, end);
    case WORDS_CELL_START: return to->cell_start(to->context, event->row_span, event->column_span, start, end);
    case WORDS_CELL_END: return to->cell_end(to->context, start, end);
    case WORDS_HIDDEN_START: return to->hidden_start(to->context, false, start, end);
    case WORDS_HIDDEN_END: return to->hidden_end(to->context, start, end);
    case WORDS_PICTURE: return to->picture(to->context, start, end);
    case WORDS_FACT:
      return to->meta(to->context, (gr_range){start, end}, (gr_range){event->row_span, event->column_span});
    case WORDS_DROPPED: return GR_OK;
  }
  return GR_OK;
}

gr_status words_read(void *context, const gr_builder *builder) {
  const words *own = context;
  for (size_t i = 0; i < own->events.count; i++) {
    gr_status status = give((const words_event *)own->events.items + i, builder);
    if (status != GR_OK) return status;
  }
  return GR_OK;
}

/* The last of some items, each with its start as its first member, that starts at an offset or before it. */
static size_t last_before(const store *of, size_t size, size_t offset) {
  size_t low = 0, high = of->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    uint32_t start;
    memcpy(&start, (const char *)of->items + middle * size, sizeof start);
    if (start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

words_place words_place_of(const words *own, size_t offset) {
  if (own->places.count == 0) return (words_place){0};
  return ((const words_place *)own->places.items)[last_before(&own->places, sizeof(words_place), offset)];
}

size_t words_byte_of(const words *own, size_t offset) {
  if (own->pieces.count == 0) return 0;
  words_piece piece = ((const words_piece *)own->pieces.items)[last_before(&own->pieces, sizeof piece, offset)];
  size_t within = offset < piece.start ? 0 : offset - piece.start;
  return piece.byte + (within < piece.size ? within : piece.size);
}

gr_spot words_spot(const void *context, size_t start, size_t end) {
  const words *own = context;
  words_place place = words_place_of(own, start);
  if (place.part == WORDS_FACTS) return (gr_spot){0};
  gr_spot spot = {.part = own->parts[place.part], .byte = words_byte_of(own, start) + 1, .table = place.table};
  /* The end is that of the last byte: the piece behind it may stand far away. */
  spot.byte_end = end > start ? words_byte_of(own, end - 1) + 1 : spot.byte - 1;
  if (place.table == 0) spot.paragraph = place.paragraph;
  else {
    spot.row = place.row;
    spot.column = place.column;
  }
  return spot;
}

void words_free(words *own) {
  store *all[] = {&own->text, &own->events, &own->pieces, &own->places};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) store_free(all[i]);
  own->is_full = false;
}

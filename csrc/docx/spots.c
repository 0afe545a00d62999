#include "docx/spots.h"

bool spots_begin(spots *own, gr_slice document, const layout *places, const words *text) {
  *own = (spots){document, places, text, {.items = NULL}};
  for (size_t i = 0; i < text->pieces.count; i++) {
    const words_piece *piece = (const words_piece *)text->pieces.items + i;
    if (piece->size == 0 || piece->part != WORDS_DOCUMENT) continue;
    words_piece *item = store_add(&own->pieces, 1, sizeof *item);
    if (item == NULL) return false;
    *item = *piece;
  }
  return true;
}

const words_piece *spots_piece(const spots *own, size_t number) {
  return (const words_piece *)own->pieces.items + number;
}

/* The number of the first piece that ends behind an offset. */
static size_t first_behind(const spots *own, size_t offset) {
  size_t low = 0, high = own->pieces.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const words_piece *piece = spots_piece(own, middle);
    if ((size_t)piece->start + piece->size <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

void spots_find(const spots *own, size_t start, size_t stop, size_t *first, size_t *end) {
  *first = first_behind(own, start);
  *end = *first;
  if (stop <= start) return;
  size_t last = first_behind(own, stop - 1);
  if (last < own->pieces.count && spots_piece(own, last)->start < stop) last++;
  if (last > *first) *end = last;
}

static spot beside_run(const spots *own, uint32_t run, bool is_stop) {
  const layout_run *at = layout_run_of(own->layout, run);
  return (spot){is_stop ? at->end : at->start, AMONG_RUNS, run, LAYOUT_NONE, NULL};
}

/* A byte between the texts of a run, or at its edge: there it stands among runs. */
static spot in_run(const spots *own, uint32_t run, uint32_t byte) {
  const layout_run *at = layout_run_of(own->layout, run);
  if (byte <= at->first) return beside_run(own, run, false);
  if (byte >= at->last) return beside_run(own, run, true);
  return (spot){byte, IN_RUN, run, LAYOUT_NONE, NULL};
}

/* A byte at which a character begins: the one in front, or behind. */
static uint32_t whole_character(const spots *own, uint32_t byte, bool is_stop) {
  const char *data = own->document.data;
  while (byte > 0 && byte < own->document.size && (data[byte] & 0xC0) == 0x80) byte = is_stop ? byte + 1 : byte - 1;
  return byte;
}

spot spots_in_piece(const spots *own, const words_piece *piece, size_t within, bool is_stop) {
  uint32_t run = layout_run_at(own->layout, piece->byte);
  if (run == LAYOUT_NONE) return (spot){LAYOUT_NONE, AMONG_RUNS, run, LAYOUT_NONE, NULL};
  const layout_piece *at = layout_piece_at(own->layout, piece->byte);
  if (layout_run_of(own->layout, run)->is_whole || at == NULL) return beside_run(own, run, is_stop);
  bool is_reference = at->end - at->start != at->length;
  bool is_behind = within >= at->length || (is_reference && is_stop && within > 0);
  uint32_t byte = is_behind ? at->end : is_reference ? at->start
                  : whole_character(own, at->start + (uint32_t)within, is_stop);
  const layout_text *text = layout_text_of(own->layout, at->text);
  if (byte <= text->first) return in_run(own, run, text->start);
  if (byte >= text->last) return in_run(own, run, text->end);
  return (spot){byte, at->is_in_cdata ? IN_CDATA : IN_TEXT, run, at->text, NULL};
}

spot spots_in_paragraph(const spots *own, size_t offset, bool is_stop) {
  size_t byte = words_place_of(own->words, offset).byte;
  uint32_t run = layout_run_at(own->layout, byte);
  if (run != LAYOUT_NONE) return beside_run(own, run, is_stop);
  const layout_paragraph *at = layout_paragraph_at(own->layout, byte);
  if (at == NULL && own->layout->paragraphs.count > 0) at = own->layout->paragraphs.items;
  if (at == NULL) return (spot){LAYOUT_NONE, AMONG_RUNS, LAYOUT_NONE, LAYOUT_NONE, NULL};
  if (at->is_empty) return (spot){at->close, IN_EMPTY, LAYOUT_NONE, LAYOUT_NONE, at};
  return (spot){is_stop ? at->close : at->content, AMONG_RUNS, LAYOUT_NONE, LAYOUT_NONE, NULL};
}

void spots_free(spots *own) { store_free(&own->pieces); }

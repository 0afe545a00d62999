/* What all targets that make a Document share: whatever was read, the Document keeps what govreport.h says of it. */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include <stdlib.h>

#include "govreport.h"
#include "hold.h"

/* A limit that no input of a target comes near: a reader that passes it spends without a bound. */
#define FUZZ_MEMORY ((size_t)64 << 20)

/* A range of the tape stands within another one, and its place within the input. */
static inline void hold_range(const gr_document *document, gr_range range, gr_range around) {
  hold(around.start <= range.start && range.start <= range.end && range.end <= around.end);
  gr_place place = gr_document_place(document, range.start, range.end);
  hold(place.byte >= 1 && place.byte <= place.byte_end + 1 && place.byte_end <= gr_document_bytes(document).size);
  hold(place.line >= 1 && place.column >= 1);
  gr_slice source = gr_document_source(document, range.start, range.end), text = gr_document_text(document);
  hold(source.size <= text.size);
  size_t capacity = 3 * (range.end - range.start) + 1;
  char *printed = malloc(capacity);
  if (printed == NULL) return;
  hold(gr_document_printed(document, range.start, range.end, printed, capacity) < capacity);
  free(printed);
}

static inline void hold_cells(const gr_document *document, size_t index, gr_block block) {
  for (size_t i = 0; i < block.cells; i++) {
    gr_grid_cell cell = gr_document_cell(document, index, i);
    hold(cell.row_span >= 1 && cell.row + cell.row_span <= block.rows);
    hold(cell.column_span >= 1 && cell.column + cell.column_span <= block.columns);
    hold_range(document, (gr_range){cell.tape_start, cell.tape_end}, (gr_range){block.tape_start, block.tape_end});
  }
}

/* Blocks follow each other on the tape. */
static inline void hold_document(const gr_document *document) {
  size_t size = gr_document_tape(document).size, at = 0;
  hold(gr_document_tape(document).data[size] == '\0');
  for (size_t i = 0; i < gr_document_block_count(document); i++) {
    gr_block block = gr_document_block(document, i);
    hold_range(document, (gr_range){block.tape_start, block.tape_end}, (gr_range){at, size});
    if (block.kind == GR_TABLE) hold_cells(document, i, block);
    at = block.tape_end;
  }
  gr_place cut;
  if (gr_document_cut(document, &cut)) hold(cut.byte >= 1 && cut.byte <= gr_document_bytes(document).size + 1);
  (void)gr_document_line(document, 1, 1, SIZE_MAX);
}

static inline void read_document(gr_slice input, gr_options options) {
  options.max_memory = FUZZ_MEMORY;
  gr_error error;
  gr_document *document;
  if (gr_document_parse(input, &options, &error, &document) != GR_OK) {
    hold(error.status != GR_OK && error.status != GR_LIMIT_MEMORY && error.offset <= input.size);
    return;
  }
  hold_document(document);
  gr_document_free(document);
}

#endif

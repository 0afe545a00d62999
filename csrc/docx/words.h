/* What a document is found to hold: the text that people see, what it is by the events of a builder, and where it stands in
 * its part. All three grow together. */
#ifndef GR_DOCX_WORDS_H
#define GR_DOCX_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "docx/store.h"
#include "docx/package.h"

/* The order is that of the events of gr_builder. */
typedef enum words_kind {
  WORDS_TEXT, WORDS_SOFT_BREAK, WORDS_PARAGRAPH_END, WORDS_TABLE_START, WORDS_TABLE_END, WORDS_ROW_START, WORDS_CELL_START,
  WORDS_CELL_END, WORDS_HIDDEN_START, WORDS_HIDDEN_END, WORDS_PICTURE, WORDS_FACT, WORDS_DROPPED
} words_kind;

typedef struct words_event {
  words_kind kind;
  uint32_t start, end;              /* of the text */
  uint32_t row_span, column_span;   /* of a cell; of a fact the range of what it says */
} words_event;

/* The parts in which text stands; of facts it is not told. */
typedef enum words_part_kind { WORDS_DOCUMENT, WORDS_FOOTNOTES, WORDS_ENDNOTES, WORDS_FACTS, WORDS_PART_COUNT } words_part_kind;

/* A piece of the text that stands so in a part; the size in the part is 0 for what the part does not hold, a number
 * in front of a paragraph for one. */
typedef struct words_piece {
  uint32_t start, byte, size;
  words_part_kind part;
} words_piece;

/* Where a paragraph stands: counted from 1, those with text outside of tables; table 0: in none. Of tables in each other
 * the inner one. `byte` is that of its start tag in the document; of a note that of the paragraph that refers to it. */
typedef struct words_place {
  uint32_t start;
  uint32_t paragraph, table, row, column;
  uint32_t byte;
  words_part_kind part;
} words_place;

typedef struct words {
  store text;      /* char */
  store events;    /* words_event */
  store pieces;    /* words_piece */
  store places;    /* words_place */
  char parts[WORDS_PART_COUNT][DOCX_MAX_NAME + 1];   /* their names */
  words_part_kind part;   /* in which what is put stands */
  bool is_full;           /* there was no memory: nothing more is taken */
} words;

/* The size of the text so far. */
uint32_t words_end(const words *own);
/* Text that stands at `byte` of the part; `size` bytes of it there. */
void words_put(words *own, const char *text, size_t length, size_t byte, size_t size);
/* An event with an empty range at the end of the text. The number of the event. */
size_t words_note(words *own, words_kind kind);
/* The same, for what stands in the text for something that is none: an end, a break, a picture. It is the event's range. */
size_t words_part(words *own, words_kind kind, const char *sign);
void words_stand(words *own, words_place place);
/* A fact about the document, of a name that is made by the reader; what stands in its text counts. */
void words_state(words *own, const char *name, const char *content, size_t length);
words_event *words_at(words *own, size_t event);

/* For gr_reader: drives the builder by the events. */
gr_status words_read(void *context, const gr_builder *builder);
/* The place and the byte of its part for an offset of the text. */
words_place words_place_of(const words *own, size_t offset);
size_t words_byte_of(const words *own, size_t offset);
/* For gr_reader: the part, its bytes and the paragraph or the cell of a range of the text. */
gr_spot words_spot(const void *context, size_t start, size_t end);
void words_free(words *own);

#endif

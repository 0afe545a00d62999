/* The normalised text on which grammars match, and the map from it back to the source. */
#ifndef GR_TAPE_H
#define GR_TAPE_H

#include "text/gr_char.h"
#include "base/gr_memory.h"

typedef struct gr_tape {
  gr_memory *memory;
  gr_slice source;
  gr_vector bytes;       /* char */
  gr_vector segments;    /* gr_segment, by rising tape offset */
  size_t space_start, space_end;   /* white space seen, not yet written; empty where there is none */
  gr_char_class before;  /* of the last character; GR_CHAR_SPACE at the start of a line */
} gr_tape;

/* `source` is UTF-8, at most GR_MAX_INPUT_HARD bytes, and outlives the tape. */
gr_status gr_tape_init(gr_tape *tape, gr_memory *memory, gr_slice source);
void gr_tape_release(gr_tape *tape);

/* Adds a range of the source, normalised: width and traditional characters are folded; white space becomes one space
 * where neither neighbour is wide, and nothing otherwise; characters without width go; control characters become
 * U+FFFD. */
gr_status gr_tape_text(gr_tape *tape, size_t start, size_t end);
/* Adds one character that the source spells otherwise, normalised as well. */
gr_status gr_tape_character(gr_tape *tape, uint32_t character, size_t start, size_t end);
/* Adds a mark that stands for a range of the source. */
gr_status gr_tape_mark(gr_tape *tape, char mark, size_t start, size_t end);

/* Moves all of another tape of the same source to the end of this one. */
gr_status gr_tape_take(gr_tape *tape, gr_tape *other);

/* The range of the source from which a range of the tape was made. */
void gr_tape_origin(const gr_tape *tape, size_t start, size_t end, size_t *source_start, size_t *source_end);

/* The first place from `start` on and before `end` at which one of some ASCII characters stands as the source has it, not
 * folded from another one; `end` for none. Linear in the range. */
size_t gr_tape_copied(const gr_tape *tape, size_t start, size_t end, const char *characters);

/* The text of a range of the tape as the source prints it, without the markup around it: characters as they were before
 * they were folded, references decoded, marks as white space. Writes at most `capacity` bytes and returns their number;
 * three times the range is always enough. */
size_t gr_tape_printed(const gr_tape *tape, size_t start, size_t end, char *out, size_t capacity);

#endif

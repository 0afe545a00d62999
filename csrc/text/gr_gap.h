/* What may stand between two characters of a label, or be missing there. */
#ifndef GR_GAP_H
#define GR_GAP_H

#include "govreport.h"

/* Whether a gap may begin with a byte: most characters are told by it to be in none. */
static inline bool gr_gap_may_begin(char byte) {
  return (unsigned char)byte < 0x80 || (unsigned char)byte == 0xE2 || (unsigned char)byte == 0xE3;
}

/* Bytes of white space, a line end, a bracket, a quote or a comma at the start of a text that is not empty; 0 where the
 * first character counts. */
size_t gr_gap_character(gr_slice text);

/* Bytes of a reading in brackets, 數(shù), at the start of a text that is not empty; 0 for none, or where it does not
 * end within the first `limit` bytes. */
size_t gr_gap_reading(gr_slice text, size_t limit);

/* Where the gap ends that begins at a position of a text, which is there where nothing is missing. A gap is any number of
 * such characters and readings, and of numbers behind a dash or space and before a dash: a page cuts the label, - 4 -.
 * Reads at most twice what it takes, and what it looks at behind it. */
size_t gr_gap_stop(gr_slice text, size_t position);

#endif

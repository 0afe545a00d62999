/* Pieces of a line of plain text: what is in them, and whether that is what a cell holds. */
#ifndef GR_PIECE_H
#define GR_PIECE_H

#include "govreport.h"

static inline size_t gr_range_size(gr_range range) { return range.end - range.start; }

/* Most characters, known by their first byte: graphic ASCII, and U+4000 to U+9FFF. They are no white space. */
static inline bool gr_is_plain(char lead) {
  unsigned char c = (unsigned char)lead;
  return (c > 0x20 && c < 0x7F) || (c >= 0xE4 && c <= 0xE9);
}

/* The piece without the white space and zero-width characters at its ends; one of them alone shrinks to its end. */
gr_range gr_piece_trim(gr_slice text, gr_range piece);
/* The same without `**` around it. */
gr_range gr_piece_content(gr_slice text, gr_range piece);

/* Whether it is a number, or what stands for a blank: what gr_number_read knows, but not an empty one. `work` counts
 * the bytes that were looked at, here and below. */
bool gr_piece_is_value(gr_slice text, gr_range piece, uint64_t *work);

/* Whether a trimmed line ends with values, two at least, with white space between them; `values` is where the first
 * of them begins. False for values alone that a page number looks like, and for `1 362`, which may as well be one
 * number: nobody knows which. */
bool gr_piece_has_values(gr_slice text, gr_range row, size_t *values, uint64_t *work);
/* Where the value that begins at `start` ends; where none does, the end of the word. */
size_t gr_piece_value_end(gr_slice text, size_t start, size_t end, uint64_t *work);

#endif

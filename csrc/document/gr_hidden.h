/* What a page hides: what of it is read, and reading without the rest.
 *
 * A piece of a shown line or table is not read. Neither is a copy of what is shown elsewhere, as pages have them for
 * small screens, whatever its figures are. What stands by itself and is shown nowhere else is read: a script would show
 * it (tabs, folded parts). It stands by itself where it is a division or a table or has several lines. It is a copy
 * where at least half of its lines follow each other like shown ones do, or like those of something hidden before it
 * that is read; of lines only the letters count, and lines without letters do not. A single short line is no
 * evidence. */
#ifndef GR_HIDDEN_H
#define GR_HIDDEN_H

#include "document/gr_blocks.h"

/* Fills `dropped` of what blocks->hidden holds; `drops` tells whether anything is not read. Linear in the tape. */
gr_status gr_hidden_decide(gr_blocks *blocks, bool *drops, uint64_t *work);

/* Passes events on to blocks, and sets aside what is dropped. */
typedef struct gr_veil {
  gr_vector decided;       /* gr_hidden32 */
  gr_blocks *blocks;
  gr_builder to;
  size_t next, dropping;   /* the next of the decided; how many are open of which nothing is read */
  char mark;               /* what stands in front of the text that follows: a mark, or 0 */
} gr_veil;

/* `decided` is filled; the veil and the blocks must outlive the builder. */
gr_builder gr_veil_builder(gr_veil *veil, gr_blocks *blocks);

#endif

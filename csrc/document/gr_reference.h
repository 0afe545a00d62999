/* Character references, by name and by number. */
#ifndef GR_REFERENCE_H
#define GR_REFERENCE_H

#include "document/gr_tag.h"

/* The reference at an ampersand, of text that ends at `end`: how many characters it stands for, 0 where it is none, and
 * where it ends. */
size_t gr_reference_read(gr_markup *page, size_t at, size_t end, size_t *next, uint32_t out[2]);

#endif

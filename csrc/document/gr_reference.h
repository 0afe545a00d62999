/* Character references, as pages and Markdown write them: `&nbsp;`, `&#20013;`, `&#x4e2d;`. */
#ifndef GR_REFERENCE_H
#define GR_REFERENCE_H

#include "govreport.h"

/* The reference with which a text begins, at its ampersand: how many characters it stands for, 0 where it is none, and
 * its length. */
size_t gr_reference_read(gr_slice text, size_t *length, uint32_t out[2]);

#endif

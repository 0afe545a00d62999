/* What sums leave to the cells whose values are open: bounds. */
#ifndef GR_NARROW_H
#define GR_NARROW_H

#include "sums/gr_system.h"

/* Narrows the open cells of the live sums, from what is given on, until nothing changes: the sum that cannot hold, or
 * GR_NO_SUM. The rounds are limited, since bounds may creep up for ever: what is left is too wide then, never too
 * narrow. Afterwards gr_narrow_explain gives the sums from which it follows that this one cannot hold: those that
 * narrowed its cells, and so on, in `reached`. */
size_t gr_narrow(gr_repairs *r);
gr_status gr_narrow_explain(gr_repairs *r, size_t sum);

/* Whether there are values within the bounds with which all live sums hold; the bounds are as before. They are necessary
 * only: here values are tried. */
gr_status gr_narrow_has_values(gr_repairs *r, bool *out);

#endif

/* Whether the live sums of a search for repairs can all hold. */
#ifndef GR_SIMPLEX_H
#define GR_SIMPLEX_H

#include "sums/gr_system.h"

typedef enum gr_feasible {
  GR_IMPOSSIBLE,   /* no values, not even fractions */
  GR_POSSIBLE,     /* values that are multiples of the cells' steps were found */
  GR_OPEN          /* fractions were found, or the numbers grew too large */
} gr_feasible;

/* Takes the open cells from their `low` on, those without one up to their `high`; other bounds are left aside. Writes down
 * the cells whose values were fractions. */
gr_status gr_simplex(gr_repairs *r, gr_feasible *out);

#endif

/* Tables without spans, whose converters wrote what a merged cell held into each of the cells that it covered. What is
 * one cell is told by labels alone: equal numbers beside each other may as well be two. */
#ifndef GR_SPREAD_H
#define GR_SPREAD_H

#include "govreport.h"
#include "base/gr_limits.h"

/* A cell of a row: its text without white space and emphasis, whether it is a value, and the columns that it takes. */
typedef struct gr_spread_cell {
  gr_range range, content;
  size_t next;      /* where what follows its end begins */
  size_t span;
  bool is_value;
} gr_spread_cell;

/* What the header of a table has told so far, for each column beside the one before it. */
typedef struct gr_spread {
  bool apart[GR_MAX_COLUMNS];   /* two labels of the header stand above them */
  bool one[GR_MAX_COLUMNS];     /* one label stands above both */
  bool begun;
} gr_spread;

/* Joins the cells of a row, at most GR_MAX_COLUMNS, that are one, and learns what it tells of the rows below; returns how
 * many are left. A label that all of the row repeats is a caption. In a header, a label that is repeated stands above all
 * of these columns, but not where the labels above it are different ones. In a row of values a label that is repeated in
 * front of them is one label, and a value that stands in every column below one label of the header is one value.
 * Linear. */
size_t gr_spread_join(gr_spread *spread, gr_slice text, gr_spread_cell *cells, size_t count, uint64_t *work);

#endif

/* Hands over the cells of a line that is a row of a table. */
#ifndef GR_ROWS_H
#define GR_ROWS_H

#include "govreport.h"
#include "document/gr_line.h"
#include "document/gr_spread.h"

/* The line is of kind GR_LINE_BARS, GR_LINE_TABS or GR_LINE_VALUES. Gives row_start and all cells, blank ones too; those
 * that are one cell are joined. `spread` is that of the table, all zero before its first row. */
gr_status gr_rows_put(gr_slice text, const gr_line *line, gr_spread *spread, const gr_builder *builder, uint64_t *work);

#endif

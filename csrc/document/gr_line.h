/* What a line of plain text is: prose, or a row of cells as copies of pages keep them. */
#ifndef GR_LINE_H
#define GR_LINE_H

#include "govreport.h"

typedef enum gr_line_kind {
  GR_LINE_BLANK,
  GR_LINE_TEXT,
  GR_LINE_ALONE,        /* a paragraph of its own: `# a`, `| a`, `a |` */
  GR_LINE_BREAK,        /* no text, ends the paragraph: `---`, `***`, `===` */
  GR_LINE_DELIMITER,    /* no text, inside of a table: `|---|:-:|` */
  GR_LINE_GRID,         /* no text, between all rows of a table: `+---+---+`, `├──┼──┤` */
  GR_LINE_BARS,         /* rows: `| a | b |`, `a | 1` */
  GR_LINE_TABS,         /* a, 1 with a tab between */
  GR_LINE_VALUES,       /* `a 1 2` */
  GR_LINE_HTML,         /* no line: all of a table of HTML, from <table> to its </table> */
  /* What the lines beside it decide; text where they do not. */
  GR_LINE_MAYBE_DELIMITER,   /* `|-|-|`, else a row of dashes */
  GR_LINE_MAYBE_EMPTY,       /* `| | |`: a row of blanks, else a break */
  GR_LINE_MAYBE_CELL,        /* `|` below `a |` or `|`: a blank cell, else a break */
  GR_LINE_MAYBE_BARS,        /* `a | b` */
  GR_LINE_MAYBE_TABS         /* a, b with a tab between; a with a tab behind it */
} gr_line_kind;

/* All ranges are offsets in the text. */
typedef struct gr_line {
  gr_line_kind kind;
  size_t next;         /* where the next line begins */
  gr_range all;        /* without its line end */
  gr_range row;        /* without white space at its ends */
  gr_range content;    /* what to hand over where the line is text: without its markup */
  size_t values;       /* where the first value begins, for GR_LINE_VALUES */
  size_t cells;        /* between bars */
} gr_line;

/* `text` is valid UTF-8; `all` is the line in it without its line end. `work` counts the bytes looked at. Linear. */
void gr_line_read(gr_slice text, gr_range all, size_t next, uint64_t *work, gr_line *out);

/* Bytes of the bar at an offset; 0 where none is. */
size_t gr_line_bar(gr_slice text, size_t at);
/* Where the cell that begins at an offset ends: at the first bar that no backslash escapes, or at the end of the text.
 * A backslash that is all a cell holds is a value and escapes nothing. */
size_t gr_line_cell_end(gr_slice text, size_t start);

#endif

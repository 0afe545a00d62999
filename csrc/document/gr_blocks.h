/* What the events of a reader add up to: the tape, and on it paragraphs, tables with resolved spans, facts about the
 * page, and its divisions. */
#ifndef GR_BLOCKS_H
#define GR_BLOCKS_H

#include "govreport.h"
#include "document/gr_tape.h"

/* On the tape. */
typedef struct gr_range32 {
  uint32_t start, end;
} gr_range32;

typedef struct gr_block32 {
  gr_range32 range;
  uint32_t kind;
  uint32_t first_cell, cell_count, rows, columns;   /* of a table */
} gr_block32;

typedef struct gr_cell32 {
  gr_range32 range;
  uint32_t row, row_span;
  uint16_t column, column_span;
} gr_cell32;

/* A table dissolves into its paragraphs when it turns out to lay out the page: when it holds another table, is a single
 * cell, or has a cell with more text than any cell of data. */
typedef struct gr_open_table {
  bool dissolved, layout;
  bool in_row;
  uint32_t start;          /* of its mark on the tape, once it has a cell */
  uint32_t first_cell, first_break;
  uint32_t first_open_cell;   /* the first of its group of rows */
  uint32_t first_foot, last_foot, foot_row, foot_rows;   /* cells and rows of its foot */
  bool has_foot, in_foot;
  uint32_t row, column;    /* of the next cell */
  uint32_t rows, columns;
} gr_open_table;

/* What a page hides, where it is read as if it were shown. */
typedef struct gr_hidden32 {
  gr_range32 range;        /* on the tape */
  bool alone;              /* a division or a table */
  bool dropped;            /* decided by gr_hidden_decide: to be set aside */
} gr_hidden32;

typedef struct gr_blocks {
  gr_memory *memory;
  gr_tape tape;
  gr_vector blocks;        /* gr_block32 */
  gr_vector cells;         /* gr_cell32, those of a table together */
  gr_vector divisions;     /* gr_range32, by rising start */
  gr_vector open_divisions;/* uint32_t: numbers of divisions */
  gr_vector tables;        /* gr_open_table, the innermost last: only that one may be undissolved */
  gr_vector until;         /* uint32_t: the first row in which each column of the innermost table is free again */
  gr_vector hidden;        /* gr_hidden32, in the order in which they begin */
  gr_vector open_hidden;   /* uint32_t: numbers of those that are open */
  gr_tape aside;           /* text that is hidden and not read, until the page ends */
  uint32_t hidden_start;   /* where it then begins on the tape */
  gr_vector pictures;      /* uint32_t: where pictures stand, outside of tables */
  size_t seen_start, seen_end;   /* the first picture of the open cell; the end is 0 where there is none */
  gr_vector breaks;        /* uint32_t: ends of paragraphs inside of cells, which stand on the tape as soft breaks */
  uint32_t start;          /* of the open paragraph or cell, on the tape */
  bool in_cell;
  gr_cell32 cell;          /* the open one */
  char pending;            /* a break that is written when text follows: GR_SOFT_BREAK, GR_PARAGRAPH_END or 0 */
  size_t pending_start, pending_end;
} gr_blocks;

gr_status gr_blocks_init(gr_blocks *blocks, gr_memory *memory, gr_slice source);
void gr_blocks_release(gr_blocks *blocks);

/* The events, with `blocks` for their context. */
gr_builder gr_blocks_builder(gr_blocks *blocks);
/* Closes what the reader left open. */
gr_status gr_blocks_finish(gr_blocks *blocks);

#endif

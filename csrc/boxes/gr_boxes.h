/* What words with boxes are on their way to a text: words, strips of them, panels with cells, pieces of a page in reading
 * order. All lists belong to the gr_boxes and refer to each other by numbers. Lengths are hundredths of a point. */
#ifndef GR_BOXES_H
#define GR_BOXES_H

#include "base/gr_memory.h"

#define GR_NOWHERE UINT32_MAX

/* `em` is the size of its letters as their widths tell it: boxes of some fonts are twice as high. */
typedef struct gr_word {
  gr_box box;
  int32_t em;
  uint32_t text, size;   /* in the bytes of all words */
} gr_word;

typedef struct gr_page {
  int32_t width, height;
  uint32_t first_word, word_end, first_rule, rule_end;
  uint32_t first_piece, piece_end;
  bool has_picture, is_parted;   /* two texts stand side by side */
} gr_page;

/* Words on one line, from left to right: a range of the order. */
typedef struct gr_strip {
  gr_box box;
  int32_t em;            /* that of its longest word in Chinese; where there is none, the largest */
  uint32_t page, first, end;
} gr_strip;

/* A cell of a panel. What goes on in another one, behind the end of a page, names it in `next`; that one is `inner`, and
 * `is_said` where any of those in front of it has text. */
typedef struct gr_panel_cell {
  uint32_t row, column, row_span, column_span;   /* in its panel */
  uint32_t first_strip, strip_end;
  uint32_t next;
  bool inner, is_said;
} gr_panel_cell;

/* A table, as far as it stands on one page: xs and ys are the edges of its columns and rows. */
typedef struct gr_panel {
  uint32_t page;
  uint32_t columns, rows;
  const int32_t *xs, *ys;           /* columns + 1, rows + 1 */
  const uint32_t *owners;           /* columns * rows: the cell that covers a place, of all cells */
  uint32_t first_cell, cell_end;
  uint32_t next;                    /* the panel that it goes on in */
  uint32_t row;                     /* of its table in which its first row stands */
  uint32_t repeated;                /* rows at its top that say again what the table begins with */
  bool is_inner;                    /* it goes on another one */
  const bool *top, *bottom;         /* of each column: whether a line is drawn there */
} gr_panel;

/* Records one below the other. Where their values stand in columns that several of them show, or that have headers, it is a
 * grid; else each keeps the values that it has. */
typedef struct gr_stack {
  uint32_t first_record, record_end;
  uint32_t columns;
  uint32_t depth;            /* how many groups a label stands in at most */
  bool is_grid, has_labels, is_begun;
  int32_t *lefts, *rights;   /* of each column */
  uint32_t *headers;         /* the clump above each column; NULL where they are not known */
} gr_stack;

/* A strip that ends in values: a label or none, then the values from a place in the order on. `label` is the clump that
 * is known for its label, by its first shred; GR_NOWHERE: what stands in front of the values on the line. */
typedef struct gr_record {
  uint32_t strip, first_value, piece, stack, label;
} gr_record;

/* Words of a strip that stand apart from the others of it, a range of the order; shreds one below the other that are the
 * text of one cell make a clump. */
typedef struct gr_shred {
  uint32_t strip, first, end;
  uint32_t next, head;      /* the one below and the first of the clump */
  uint32_t group;           /* of the first: the clump of a group in which it is the first label; GR_NOWHERE: none */
  bool is_put;              /* it stands in the text: no word stands there twice */
  bool is_beside, is_cell, is_label;   /* of the first: the clump stands beside others; in a table; it is a label or a header */
} gr_shred;

/* A strip outside of panels, or a panel. */
typedef struct gr_piece {
  int32_t top;
  uint32_t number, record;   /* GR_NOWHERE: it is none */
  uint32_t first_shred, shred_end;
  bool is_panel, is_margin;   /* page numbers and running heads are margin */
} gr_piece;

typedef enum gr_box_event_kind {
  GR_BOX_TEXT, GR_BOX_SOFT_BREAK, GR_BOX_PARAGRAPH_END, GR_BOX_TABLE_START, GR_BOX_TABLE_END, GR_BOX_ROW_START,
  GR_BOX_CELL_START, GR_BOX_CELL_END, GR_BOX_PICTURE
} gr_box_event_kind;

typedef struct gr_box_event {
  uint32_t kind, start, end, row_span, column_span;
} gr_box_event;

/* Where text stands in its document, all from 1: in a paragraph, or in a cell of a table. */
typedef struct gr_standing {
  uint32_t paragraph, table, row, column;
} gr_standing;

/* Where in the text a word begins; GR_NOWHERE for the word: where a page stands that has none. */
typedef struct gr_box_mark {
  uint32_t start, word, page;
  gr_standing standing;
} gr_box_mark;

struct gr_boxes {
  gr_memory memory;
  gr_vector bytes;      /* char: the text of all words */
  gr_vector words;      /* gr_word, page by page */
  gr_vector rules;      /* gr_box, page by page */
  gr_vector pages;      /* gr_page */
  gr_vector order;      /* uint32_t: words, strip by strip */
  gr_vector strips;     /* gr_strip */
  gr_vector cells;      /* gr_panel_cell */
  gr_vector panels;     /* gr_panel */
  gr_vector records;    /* gr_record */
  gr_vector shreds;     /* gr_shred */
  uint32_t *recorded;   /* for each word the record whose values begin with it, plus 1 */
  gr_vector stacks;     /* gr_stack */
  gr_vector pieces;     /* gr_piece, page by page, from top to bottom */
  gr_vector text;       /* char */
  gr_vector events;     /* gr_box_event */
  gr_vector marks;      /* gr_box_mark */
  gr_standing standing; /* of what is put next */
  uint32_t paragraphs, tables;   /* that were put so far */
  gr_reader reader;
  char format[16];
};

static inline const gr_word *gr_word_at(const gr_boxes *b, size_t i) { return GR_AT(gr_word, &b->words, i); }
static inline gr_strip *gr_strip_at(const gr_boxes *b, size_t i) { return GR_AT(gr_strip, &b->strips, i); }
static inline gr_panel *gr_panel_at(const gr_boxes *b, size_t i) { return GR_AT(gr_panel, &b->panels, i); }
static inline gr_page *gr_page_at(const gr_boxes *b, size_t i) { return GR_AT(gr_page, &b->pages, i); }
static inline gr_panel_cell *gr_cell_in(const gr_boxes *b, size_t i) { return GR_AT(gr_panel_cell, &b->cells, i); }
static inline gr_piece *gr_piece_at(const gr_boxes *b, size_t i) { return GR_AT(gr_piece, &b->pieces, i); }

static inline gr_record *gr_record_at(const gr_boxes *b, size_t i) { return GR_AT(gr_record, &b->records, i); }
static inline gr_shred *gr_shred_at(const gr_boxes *b, size_t i) { return GR_AT(gr_shred, &b->shreds, i); }

/* The first word of a shred. */
static inline uint32_t gr_first_word(const gr_boxes *b, size_t shred) {
  return *GR_AT(uint32_t, &b->order, gr_shred_at(b, shred)->first);
}

static inline int32_t gr_middle(int32_t a, int32_t b) { return a + (b - a) / 2; }
static inline void gr_box_widen(gr_box *box, gr_box by) {
  if (by.left < box->left) box->left = by.left;
  if (by.right > box->right) box->right = by.right;
  if (by.top < box->top) box->top = by.top;
  if (by.bottom > box->bottom) box->bottom = by.bottom;
}

/* ---- steps of gr_boxes_seal, in this order ----------------------------------------------------- */

/* gr_panels.c: the tables that lines are drawn around, page by page. */
gr_status gr_panels_find(gr_boxes *boxes, uint32_t page);
/* gr_strips.c: the words of a page as strips, in the cells of its panels and outside; then the page's pieces. */
gr_status gr_strips_find(gr_boxes *boxes, uint32_t page, size_t first_panel);
/* gr_margins.c: page numbers, running heads. */
gr_status gr_margins_find(gr_boxes *boxes);
/* gr_records.c: lines that end in values. */
gr_status gr_records_find(gr_boxes *boxes);
/* gr_clumps.c: the text of cells without lines around them. */
gr_status gr_clumps_find(gr_boxes *boxes);
/* Whether a line that is no panel stands in cells. */
bool gr_in_cells(const gr_boxes *boxes, const gr_piece *piece);
/* gr_columns.c: the columns that the values of records show. */
gr_status gr_columns_find(gr_boxes *boxes);
/* The column in which the value at a place in the order stands. */
uint32_t gr_column_of(const gr_boxes *boxes, const gr_stack *stack, uint32_t seat);
/* gr_headers.c: the headers of the columns of a stack; its columns as its headers show them; that these are no others'. */
gr_status gr_headers_find(gr_boxes *boxes, uint32_t stack);
gr_status gr_headers_as_columns(gr_boxes *boxes, uint32_t stack);
void gr_headers_take(gr_boxes *boxes, const gr_stack *stack);
/* gr_gutters.c: whether two texts stand side by side on a page. */
gr_status gr_gutters_find(gr_boxes *boxes);
/* gr_seams.c: tables that go on behind the end of a page. */
gr_status gr_seams_join(gr_boxes *boxes);
/* gr_projection.c: the text and its events. */
gr_status gr_projection_make(gr_boxes *boxes);

/* gr_strips.c: the word at a place in the order, its last and its first byte. */
const gr_word *gr_seated(const gr_boxes *boxes, uint32_t place);
char gr_last_byte(const gr_boxes *boxes, uint32_t place);
char gr_first_byte(const gr_boxes *boxes, uint32_t place);
/* The text of a strip as it stands in the words, without what is white or a dash; at most `capacity` bytes.
 * Returns how many. */
size_t gr_strip_letters(const gr_boxes *boxes, size_t strip, char *out, size_t capacity);
/* Whether a text begins as an item of a list: 1. （一） 一、 */
bool gr_begins_item(gr_slice text);

/* gr_lines.c: which lines go on. How far lines reach to the left and to the right outside of tables, on pages of one width
 * that follow each other. */
typedef struct gr_bounds {
  int32_t left, right;
  int32_t em;   /* the size of letters of most lines */
} gr_bounds;

/* The bounds of pages from one on, and in `end` where they end. */
gr_status gr_bounds_find(gr_boxes *boxes, uint32_t first, uint32_t *end, gr_bounds *out);
/* Whether a line goes on in the next one; both stand on the same page, or the second is the first of the next page. */
bool gr_line_goes_on(const gr_boxes *boxes, const gr_strip *a, gr_bounds of_a, const gr_strip *b, gr_bounds of_b);
/* Whether a line that goes on is parted from the next one by more than the end of the line: see there. */
bool gr_lines_apart(const gr_boxes *boxes, uint32_t last, uint32_t first);
#endif

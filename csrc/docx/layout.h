/* Where the paragraphs, runs and texts of a document stand in its part: where anchors can be put and runs be parted. */
#ifndef GR_DOCX_LAYOUT_H
#define GR_DOCX_LAYOUT_H

#include "docx/xml.h"

#define LAYOUT_NONE UINT32_MAX

/* A paragraph that stands in no text box. */
typedef struct layout_paragraph {
  uint32_t start;      /* of its start tag */
  uint32_t content;    /* behind its properties */
  uint32_t close;      /* of its end tag; of the "/>" of one that is empty */
  bool is_empty;
} layout_paragraph;

/* A run, or what else stands in its place; of runs in each other the outermost. */
typedef struct layout_run {
  uint32_t start, end;
  uint32_t tag_end;                      /* behind its start tag */
  uint32_t properties, properties_end;   /* equal where it has none */
  uint32_t first, last;                  /* the start of what stands first in it behind those, the end of the last */
  bool is_whole;   /* it cannot be parted: it is no run, or is wrong, or its properties are a change with an id */
  bool is_fixed;   /* nothing in it is to be changed: what others insert, what a field gives */
} layout_run;

/* A w:t in a run. */
typedef struct layout_text {
  uint32_t start, close, end;   /* of its start tag, of its end tag, behind that */
  uint32_t first, last;         /* of its text */
  bool keeps_space;
} layout_text;

/* A piece of the text in one: characters that stand in the part as they are, or a reference, which is longer there. */
typedef struct layout_piece {
  uint32_t start, end, length;   /* bytes of the part; of the text */
  uint32_t run, text;
  bool is_in_cdata;
} layout_piece;

typedef struct layout {
  store paragraphs, runs, texts, pieces;
  xml_root root;
} layout;

docx_problem layout_read(layout *own, gr_slice document, size_t *byte);
/* The last paragraph that begins at a byte or before it; NULL where there is none. */
const layout_paragraph *layout_paragraph_at(const layout *own, size_t byte);
/* The number of the run in which a byte stands; LAYOUT_NONE: in none. */
uint32_t layout_run_at(const layout *own, size_t byte);
const layout_run *layout_run_of(const layout *own, uint32_t number);
const layout_text *layout_text_of(const layout *own, uint32_t number);
/* The piece that begins at a byte, NULL: none does. */
const layout_piece *layout_piece_at(const layout *own, size_t byte);
void layout_free(layout *own);

#endif

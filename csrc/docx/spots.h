/* From ranges of the text to places in the part where something can be put. */
#ifndef GR_DOCX_SPOTS_H
#define GR_DOCX_SPOTS_H

#include "docx/layout.h"
#include "docx/words.h"

/* What surrounds a place, and is to be closed in front of what is put there and opened behind it. */
typedef enum spots_around {
  AMONG_RUNS,    /* nothing */
  IN_RUN,        /* a run, between two texts of it */
  IN_TEXT,       /* a run and a text of it */
  IN_CDATA,      /* these and a section of CDATA */
  IN_EMPTY       /* a paragraph that is an empty element */
} spots_around;

typedef struct spot {
  uint32_t byte;
  spots_around in;
  uint32_t run, text;                  /* where there are any */
  const layout_paragraph *paragraph;   /* of IN_EMPTY */
} spot;

typedef struct spots {
  gr_slice document;
  const layout *layout;
  const words *words;
  store pieces;      /* words_piece: those that the part holds, without numbers in front of paragraphs, notes … */
} spots;

/* Borrows all that it is given; false where there is no memory. */
bool spots_begin(spots *own, gr_slice document, const layout *places, const words *text);
const words_piece *spots_piece(const spots *own, size_t number);
/* The pieces that a range of the text touches: the first, and the one behind the last. */
void spots_find(const spots *own, size_t start, size_t stop, size_t *first, size_t *end);
/* The place so many bytes into a piece, rounded to the whole of what cannot be parted: outwards, to where something
 * starts or, with `is_stop`, stops. Its byte is LAYOUT_NONE where the piece stands in no paragraph. */
spot spots_in_piece(const spots *own, const words_piece *piece, size_t within, bool is_stop);
/* The start or the end of the paragraph at an offset of the text, or of the run that holds it. Its byte is LAYOUT_NONE
 * where there is no paragraph at all. */
spot spots_in_paragraph(const spots *own, size_t offset, bool is_stop);
void spots_free(spots *own);

#endif

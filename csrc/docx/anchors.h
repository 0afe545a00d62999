/* Puts the anchors of comments and proposed changes into the part that is the document. Nothing else of it changes: a
 * run is parted where one begins or ends in it. */
#ifndef GR_DOCX_ANCHORS_H
#define GR_DOCX_ANCHORS_H

#include "docx/layout.h"
#include "docx/words.h"

/* A range of the text of the document: offsets, the second behind it. */
typedef struct anchors_range {
  size_t start, stop;
} anchors_range;

typedef struct anchors_change {
  anchors_range range;
  gr_slice text;         /* what is to stand there */
} anchors_change;

typedef struct anchors {
  gr_slice document;
  const layout *layout;
  const words *words;
  const anchors_range *comments;    /* their ids count on from first_id */
  size_t comment_count;
  anchors_change *changes;          /* are sorted */
  size_t change_count;
  long first_id;
} anchors;

/* Copies the document with the anchors; how many comments have found a place (all, but where there is no paragraph)
 * and how many changes were proposed. A change is proposed where its range is text of runs alone, where none of them is
 * a field's or inserted by others, and where it meets no other one: the first stands. A range without text of its own,
 * and one in a text box, is anchored at the paragraph, or at the run that holds the box. */
docx_problem anchors_put(const anchors *own, output *out, size_t *placed, size_t *proposed);

#endif

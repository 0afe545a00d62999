/* The numbers in front of paragraphs, which stand in no text: a paragraph names a list and a level, itself or by its style,
 * and the parts word/numbering.xml and word/styles.xml say how they look. ECMA-376-1:2016, 17.9 and 17.7. */
#ifndef GR_DOCX_NUMBERING_H
#define GR_DOCX_NUMBERING_H

#include "docx/xml.h"

enum { NUMBERING_LEVELS = 9, NUMBERING_TEXT = 64, NUMBERING_NAME = 64, NUMBERING_MOST = 2048 };

typedef struct numbering_level {
  char format[32];               /* w:numFmt: "decimal", "chineseCounting", … */
  char text[NUMBERING_TEXT];     /* w:lvlText: "%1、", "（%2）" */
  long start;
} numbering_level;

typedef struct numbering_list {
  long id;                       /* w:abstractNumId, or w:numId */
  size_t order;                  /* in the part: of two with one id the first counts */
  long base;                     /* of a w:num the index of its w:abstractNum */
  numbering_level levels[NUMBERING_LEVELS];
  long counts[NUMBERING_LEVELS]; /* of the paragraphs so far, -1: none yet */
} numbering_list;

typedef struct numbering_style {
  char id[NUMBERING_NAME], based_on[NUMBERING_NAME];
  size_t order;                  /* as that of a list */
  long list, level;              /* -1: it names none */
  bool is_settled;               /* they are those of the styles that it is based on, too */
} numbering_style;

typedef struct numbering {
  numbering_list *kinds, *lists; /* w:abstractNum, w:num; lists by their ids, once the part was read */
  size_t kind_count, list_count;
  numbering_style *styles;       /* by their ids, once the part was read */
  size_t style_count;
} numbering;

/* Reads a part of either kind into it; of more than NUMBERING_MOST entries the others are passed over. */
docx_problem numbering_read_lists(numbering *own, docx_package *package);
docx_problem numbering_read_styles(numbering *own, docx_package *package);
/* The number of the next paragraph of a list and a level as it is printed; its length. The list may come from the style:
 * `list` or `level` -1. 0 for a paragraph without one. */
size_t numbering_next(numbering *own, long list, long level, const char *style, char out[NUMBERING_TEXT * 4]);
void numbering_free(numbering *own);

#endif

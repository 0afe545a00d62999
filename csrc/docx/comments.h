/* The part with the comments of a document. ECMA-376-1:2016, 17.13.4. */
#ifndef GR_DOCX_COMMENTS_H
#define GR_DOCX_COMMENTS_H

#include "docx/xml.h"

/* What this program puts into a document bears its name: so a later run knows it. */
#define DOCX_AUTHOR "govreport"

/* Ids are numbers below; greater ones, which some programs take at random, are not counted on from. */
#define COMMENTS_MOST_ID 1000000000L

typedef struct comments {
  output part;     /* the part as it is without those of this program */
  xml_root root;   /* of that */
  store own;       /* long: the ids of those, in order */
  long greatest;   /* id of the others, -1: there is none */
} comments;

/* Reads a part. */
docx_problem comments_read(comments *own, gr_slice part, size_t *byte);
/* Begins a part without a comment, of the namespace of the document. */
docx_problem comments_begin(comments *own, const char *word);
/* Whether a comment is one of this program. */
bool comments_has_own(const comments *own, long id);
/* Puts a comment of this program, a paragraph for each line of its text. */
void comments_put(const comments *own, output *to, long id, gr_slice text);
void comments_free(comments *own);

#endif

/* A package with comments and proposed changes in it. */
#ifndef GR_DOCX_ANNOTATE_H
#define GR_DOCX_ANNOTATE_H

#include "docx/anchors.h"
#include "docx/writer.h"

typedef struct annotate_request {
  gr_slice package;
  const anchors_range *comments;   /* of the text that body_read gives of it */
  const gr_slice *texts;           /* of the comments, a paragraph for each line */
  size_t comment_count;
  anchors_change *changes;         /* are sorted */
  size_t change_count;
} annotate_request;

typedef struct annotate_result {
  writer written;                 /* its bytes are NULL where nothing changes */
  char name[DOCX_MAX_NAME + 1];   /* of the part that a problem is about, */
  size_t byte;                    /* and where in it */
  size_t placed, proposed;        /* comments and changes, see anchors_put */
} annotate_result;

/* Puts comments and changes into a copy of a package, in place of those that an earlier run put there. The document,
 * its comments and what names these change; all else is copied packed. The same request gives the same bytes, and so
 * does the same one of the package that it gave. The result is freed, whatever came of it. */
docx_problem annotate(const annotate_request *request, annotate_result *result);
void annotate_free(annotate_result *result);

#endif

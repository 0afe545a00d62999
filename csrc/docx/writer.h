/* Packages that are written, in memory. Nothing in them changes from run to run: entries stand in the order in which they
 * are given and bear the first day that a ZIP archive knows. */
#ifndef GR_DOCX_WRITER_H
#define GR_DOCX_WRITER_H

#include "docx/package.h"

/* A part to be written; all is borrowed. */
typedef struct writer_part {
  gr_slice name, bytes;
} writer_part;

typedef struct writer {
  char *bytes;                    /* of the package that was written last */
  size_t size;
  char name[DOCX_MAX_NAME + 1];   /* of the entry that a problem is about */
} writer;

/* Makes a package of parts, of which there must be one at least, each packed. What package_open would refuse is not made. */
docx_problem writer_make(writer *own, const writer_part *parts, size_t count);
/* Changes a package: parts that it has are replaced where they stand, others are put behind them in the order of their
 * names' bytes, for which `parts` is sorted. All else is copied as it is, packed. It is looked at as by package_open. */
docx_problem writer_change(writer *own, gr_slice package, writer_part *parts, size_t count);
void writer_free(writer *own);

#endif

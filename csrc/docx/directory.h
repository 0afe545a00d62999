/* The central directory of a ZIP archive, as far as safety asks: libzip does not say where entries stand. */
#ifndef GR_DOCX_DIRECTORY_H
#define GR_DOCX_DIRECTORY_H

#include "docx/package.h"

/* Looks through all entries, at their names only where it is the package of a document: those of other archives may be in
 * any encoding. `name` gets the one that a problem is about, cut and with its NUL. Time is that of sorting them. */
docx_problem directory_check(gr_slice bytes, bool is_document, char name[DOCX_MAX_NAME + 1]);

#endif

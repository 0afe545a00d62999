/* The central directory of a ZIP archive, as far as safety asks: libzip does not say where entries stand. */
#ifndef GR_DOCX_DIRECTORY_H
#define GR_DOCX_DIRECTORY_H

#include "docx/package.h"

/* Looks through all entries; `name` gets the one that a problem is about, cut and with its NUL. Time is that of sorting
 * them. */
docx_problem directory_check(gr_slice bytes, char name[DOCX_MAX_NAME + 1]);
/* The same of an archive with documents in it, which may have more entries; their names may be in any encoding and are not
 * looked at. */
docx_problem directory_check_archive(gr_slice bytes, char name[DOCX_MAX_NAME + 1]);

#endif

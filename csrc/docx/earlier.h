/* What an earlier run put into a document: taken out, the document is what it was, but for runs that stay parted. */
#ifndef GR_DOCX_EARLIER_H
#define GR_DOCX_EARLIER_H

#include "docx/comments.h"

/* Whether a change bears this program's name: nobody has accepted or refused what it proposed. */
bool earlier_is_own(const char **attributes);
/* Copies the document without the anchors of this program's comments and without the changes that it proposed;
 * `greatest` gets the greatest id of what others left in it, where that is greater. */
docx_problem earlier_remove(gr_slice document, const comments *own, output *out, long *greatest, size_t *byte);

#endif

/* Text that was decoded wrongly, and saved so. */
#ifndef GR_MOJIBAKE_H
#define GR_MOJIBAKE_H

#include "govreport.h"

/* The encoding that Chinese text was taken for before it was saved as what it then seemed to say: "GBK" for text in UTF-8,
 * "windows-1252", which stands for Latin-1 too, for text in UTF-8 or GBK; and the offset of its first character that says
 * so. NULL for text that is none. `text` is valid UTF-8. Looks at the first GR_MOJIBAKE_SAMPLE characters beyond ASCII,
 * and in Chinese text at some twenty of them. */
const char *gr_mojibake_find(gr_slice text, size_t *offset);

#endif

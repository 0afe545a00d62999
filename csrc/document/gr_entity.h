/* The named character references of HTML: &nbsp; and 2,230 others. */
#ifndef GR_ENTITY_H
#define GR_ENTITY_H

#include "govreport.h"

/* The longest name with which the text, that of a page behind an ampersand, begins: how many characters it stands for
 * (1 or 2; 0: the text begins with no name), and its length with the semicolon where one belongs to it. 106 old names
 * need no semicolon. Looks at 32 bytes at most. */
size_t gr_entity_find(gr_slice text, size_t *length, uint32_t out[2]);

#endif

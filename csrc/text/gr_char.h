/* What a character is for the tape. */
#ifndef GR_CHAR_H
#define GR_CHAR_H

#include "govreport.h"

typedef enum gr_char_class {
  GR_CHAR_WIDE,      /* Han, and the punctuation that is set with it: white space beside it means nothing */
  GR_CHAR_OTHER,
  GR_CHAR_SPACE,
  GR_CHAR_ZERO,      /* takes no room: dropped */
  GR_CHAR_CONTROL    /* becomes U+FFFD */
} gr_char_class;

gr_char_class gr_char_classify(uint32_t character);

/* Full-width letters, digits and punctuation become ASCII, traditional characters simplified ones. */
uint32_t gr_char_fold(uint32_t character);

/* Columns in a terminal: 0, 1 or 2. */
int gr_char_width(uint32_t character);

/* Whether UTF-8 text holds nothing but white space and characters without width. */
bool gr_char_is_blank(gr_slice text);

#endif

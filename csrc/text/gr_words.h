/* What the units that look for words have in common. */
#ifndef GR_WORDS_H
#define GR_WORDS_H

#include "govreport.h"

/* Counts so many more characters as looked at. */
void gr_words_count(gr_words *words, size_t steps);

#endif

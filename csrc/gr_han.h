/* Traditional Han characters, and variants, as the simplified ones that stand for them. */
#ifndef GR_HAN_H
#define GR_HAN_H

#include <stddef.h>
#include <stdint.h>

/* The simplified form; the character itself where it has none, or more than one. Both are U+3400 to U+9FFF, and the
 * simplified form is its own. */
uint32_t gr_han_fold(uint32_t character);

/* Folds each of a run of characters from U+4000 to U+9FFF in its place: all take three bytes. */
void gr_han_fold_run(char *run, size_t size);

#endif

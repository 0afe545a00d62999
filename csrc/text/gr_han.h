/* Han characters: traditional ones and variants as the simplified ones that stand for them, and the most frequent. */
#ifndef GR_HAN_H
#define GR_HAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The simplified form; the character itself where it has none, or more than one. Both are U+3400 to U+9FFF, and the
 * simplified form is its own. */
uint32_t gr_han_fold(uint32_t character);

/* Folds each of a run of characters from U+4000 to U+9FFF in its place: all take three bytes. */
void gr_han_fold_run(char *run, size_t size);

/* Whether the character, in either script, is one of those that make up more than half of any Chinese text: the most
 * frequent four hundred and their punctuation. Text in another encoding or language has one in twenty of them. */
bool gr_han_is_common(uint32_t character);

#endif

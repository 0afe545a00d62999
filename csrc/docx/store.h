/* Lists of items of one size, which grow. */
#ifndef GR_DOCX_STORE_H
#define GR_DOCX_STORE_H

#include <stddef.h>

typedef struct store {
  void *items;
  size_t count, capacity;   /* in items */
} store;

/* Adds items, which are the caller's to fill; the first one, or where it would stand. NULL where there is no memory: the list
 * is as it was. */
void *store_add(store *own, size_t more, size_t size);
void store_free(store *own);

#endif

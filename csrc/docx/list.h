/* Lists of items of one size, which grow. */
#ifndef GR_DOCX_LIST_H
#define GR_DOCX_LIST_H

#include <stddef.h>

typedef struct list {
  void *items;
  size_t count, capacity;   /* in items */
} list;

/* Adds items, which are the caller's to fill; the first one. NULL where there is no memory, and the list is as it was. */
void *list_add(list *own, size_t more, size_t size);
void list_free(list *own);

#endif

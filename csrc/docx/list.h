/* A list that grows. */
#ifndef GR_DOCX_LIST_H
#define GR_DOCX_LIST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct docx_list {
  void *items;
  size_t count, capacity;   /* in items */
} docx_list;

/* Adds `count` items of `size` bytes; false where there is no memory, or more than 32 bits can count: it is as it was. */
bool list_add(docx_list *own, const void *items, size_t count, size_t size);
void list_free(docx_list *own);

#endif

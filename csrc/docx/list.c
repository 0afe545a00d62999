#include "docx/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(docx_list *own, size_t more, size_t size) {
  if (own->capacity - own->count >= more) return true;
  size_t wanted = own->capacity < 64 ? 64 : own->capacity;
  while (wanted - own->count < more && wanted <= UINT32_MAX / 2) wanted *= 2;
  if (wanted - own->count < more || wanted > SIZE_MAX / size) return false;
  void *items = realloc(own->items, wanted * size);
  if (items == NULL) return false;
  own->items = items;
  own->capacity = wanted;
  return true;
}

bool list_add(docx_list *own, const void *items, size_t count, size_t size) {
  if (!reserve(own, count, size)) return false;
  if (count > 0) memcpy((char *)own->items + own->count * size, items, count * size);
  own->count += count;
  return true;
}

void list_free(docx_list *own) {
  free(own->items);
  *own = (docx_list){NULL, 0, 0};
}

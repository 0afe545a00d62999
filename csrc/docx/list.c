#include "docx/list.h"

#include <stdint.h>
#include <stdlib.h>

void *list_add(list *own, size_t more, size_t size) {
  if (own->capacity - own->count < more) {
    size_t wanted = own->capacity < 64 ? 64 : own->capacity;
    while (wanted - own->count < more && wanted <= SIZE_MAX / 2) wanted *= 2;
    void *items = wanted - own->count < more || wanted > SIZE_MAX / size ? NULL : realloc(own->items, wanted * size);
    if (items == NULL) return NULL;
    own->items = items;
    own->capacity = wanted;
  }
  own->count += more;
  return (char *)own->items + (own->count - more) * size;
}

void list_free(list *own) {
  free(own->items);
  *own = (list){.items = NULL};
}

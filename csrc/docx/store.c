#include "docx/store.h"

#include <stdint.h>
#include <stdlib.h>

void *store_add(store *own, size_t more, size_t size) {
  if (own->items == NULL || own->capacity - own->count < more) {
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

void store_free(store *own) {
  free(own->items);
  *own = (store){.items = NULL};
}

/* Memory of one object: an allocator with a budget, and an arena on top of it whose blocks live as long as the object. */
#ifndef GR_MEMORY_H
#define GR_MEMORY_H

#include <string.h>

#include "govreport.h"

typedef struct gr_memory {
  gr_allocator allocator;
  size_t used, budget;             /* bytes */
  struct gr_arena_chunk *chunks;   /* newest first */
  size_t chunk_used;               /* bytes of the newest */
} gr_memory;

void gr_memory_init(gr_memory *memory, const gr_options *options);
/* Frees the arena. Vectors must have been released before. */
void gr_memory_close(gr_memory *memory);

/* As realloc. Fails, with the block as it was, when the budget or the allocator is exhausted. */
gr_status gr_memory_resize(gr_memory *memory, void **block, size_t old_size, size_t new_size);

/* Zeroed storage for `count` items, aligned for any type; freed by gr_memory_close. */
gr_status gr_memory_zeroed(gr_memory *memory, size_t count, size_t size, void **out);
/* A copy of the text with a NUL behind it. */
gr_status gr_memory_copy(gr_memory *memory, gr_slice text, gr_slice *out);

/* An object whose memory is its own: it is allocated from the gr_memory that lies at its start. */
gr_status gr_memory_object(const gr_options *options, size_t size, gr_memory **out);
void gr_memory_free_object(gr_memory *object, size_t size);

/* A growing array. Zero-initialise it; items are moved when it grows. */
typedef struct gr_vector {
  void *items;
  size_t count, capacity;          /* items */
} gr_vector;

gr_status gr_vector_reserve(gr_memory *memory, gr_vector *vector, size_t capacity, size_t size);
/* Makes room for half as many items again. */
gr_status gr_vector_grow(gr_memory *memory, gr_vector *vector, size_t size);
/* Appends a copy of an item. Inline, so that its size is a constant. */
static inline gr_status gr_vector_push(gr_memory *memory, gr_vector *vector, const void *item, size_t size) {
  if (vector->count == vector->capacity) {
    gr_status status = gr_vector_grow(memory, vector, size);
    if (status != GR_OK) return status;
  }
  memcpy((char *)vector->items + vector->count * size, item, size);
  vector->count++;
  return GR_OK;
}
void gr_vector_release(gr_memory *memory, gr_vector *vector, size_t size);

#define GR_AT(type, vector, index) (((type *)(vector)->items) + (index))
/* The items from one on, none of them or more: to the NULL of a vector without items nothing may be added, not even 0. */
#define GR_FROM(type, vector, index) ((vector)->items == NULL ? NULL : GR_AT(type, vector, index))

/* Leaves the calling function with the status of a step that failed. */
#define GR_TRY(step)                               \
  do {                                             \
    gr_status gr_try_status = (step);              \
    if (gr_try_status != GR_OK) return gr_try_status; \
  } while (0)

#endif

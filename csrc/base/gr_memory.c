#include "base/gr_memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/gr_limits.h"

typedef struct gr_arena_chunk {
  struct gr_arena_chunk *next;
  size_t size;                     /* bytes of data */
  max_align_t data[];
} gr_arena_chunk;

enum { FIRST_CHUNK = 2048, LARGEST_CHUNK = 1 << 20 };

static void *resize_with_libc(void *context, void *block, size_t old_size, size_t new_size) {
  (void)context;
  (void)old_size;
  if (new_size == 0) {
    free(block);
    return NULL;
  }
  return realloc(block, new_size);
}

void gr_memory_init(gr_memory *memory, const gr_options *options) {
  memset(memory, 0, sizeof *memory);
  memory->allocator.resize = resize_with_libc;
  memory->budget = GR_MAX_MEMORY;
  if (options != NULL && options->allocator != NULL) memory->allocator = *options->allocator;
  if (options != NULL && options->max_memory != 0) memory->budget = options->max_memory;
}

gr_status gr_memory_resize(gr_memory *memory, void **block, size_t old_size, size_t new_size) {
  if (new_size > old_size && new_size - old_size > memory->budget - memory->used) return GR_LIMIT_MEMORY;
  void *moved = memory->allocator.resize(memory->allocator.context, *block, old_size, new_size);
  if (moved == NULL && new_size != 0) return GR_LIMIT_MEMORY;
  memory->used = memory->used - old_size + new_size;
  *block = moved;
  return GR_OK;
}

void gr_memory_close(gr_memory *memory) {
  while (memory->chunks != NULL) {
    gr_arena_chunk *chunk = memory->chunks;
    memory->chunks = chunk->next;
    void *block = chunk;
    (void)gr_memory_resize(memory, &block, sizeof *chunk + chunk->size, 0);
  }
}

static gr_status add_chunk(gr_memory *memory, size_t need) {
  size_t size = memory->chunks == NULL ? FIRST_CHUNK : memory->chunks->size * 2;
  if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
  if (size < need) size = need;
  if (size > SIZE_MAX - sizeof(gr_arena_chunk)) return GR_LIMIT_MEMORY;
  void *block = NULL;
  GR_TRY(gr_memory_resize(memory, &block, 0, sizeof(gr_arena_chunk) + size));
  gr_arena_chunk *chunk = block;
  chunk->next = memory->chunks;
  chunk->size = size;
  memory->chunks = chunk;
  memory->chunk_used = 0;
  return GR_OK;
}

gr_status gr_memory_zeroed(gr_memory *memory, size_t count, size_t size, void **out) {
  const size_t align = sizeof(max_align_t);
  if (size != 0 && count > (SIZE_MAX - align) / size) return GR_LIMIT_MEMORY;
  size_t bytes = (count * size + align - 1) / align * align;
  if (memory->chunks == NULL || bytes > memory->chunks->size - memory->chunk_used) GR_TRY(add_chunk(memory, bytes));
  char *place = (char *)memory->chunks->data + memory->chunk_used;
  memory->chunk_used += bytes;
  memset(place, 0, bytes);
  *out = place;
  return GR_OK;
}

gr_status gr_memory_copy(gr_memory *memory, gr_slice text, gr_slice *out) {
  if (text.size == SIZE_MAX) return GR_LIMIT_MEMORY;
  void *copy = NULL;
  GR_TRY(gr_memory_zeroed(memory, text.size + 1, 1, &copy));
  if (text.size != 0) memcpy(copy, text.data, text.size);
  out->data = copy;
  out->size = text.size;
  return GR_OK;
}

gr_status gr_memory_object(const gr_options *options, size_t size, gr_memory **out) {
  gr_memory memory;
  gr_memory_init(&memory, options);
  void *block = NULL;
  GR_TRY(gr_memory_resize(&memory, &block, 0, size));
  memset(block, 0, size);
  *out = block;
  **out = memory;
  return GR_OK;
}

void gr_memory_free_object(gr_memory *object, size_t size) {
  gr_memory memory = *object;
  gr_memory_close(&memory);
  void *block = object;
  (void)gr_memory_resize(&memory, &block, size, 0);
}

gr_status gr_vector_reserve(gr_memory *memory, gr_vector *vector, size_t capacity, size_t size) {
  if (capacity <= vector->capacity) return GR_OK;
  if (capacity > SIZE_MAX / size) return GR_LIMIT_MEMORY;
  GR_TRY(gr_memory_resize(memory, &vector->items, vector->capacity * size, capacity * size));
  vector->capacity = capacity;
  return GR_OK;
}

gr_status gr_vector_grow(gr_memory *memory, gr_vector *vector, size_t size) {
  size_t more = vector->capacity < 16 ? 16 : vector->capacity / 2;
  if (vector->capacity > SIZE_MAX - more) return GR_LIMIT_MEMORY;
  return gr_vector_reserve(memory, vector, vector->capacity + more, size);
}

void gr_vector_release(gr_memory *memory, gr_vector *vector, size_t size) {
  (void)gr_memory_resize(memory, &vector->items, vector->capacity * size, 0);
  memset(vector, 0, sizeof *vector);
}

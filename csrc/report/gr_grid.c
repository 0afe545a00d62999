/* The register of the labels of all forms, and what it makes of the cells of a table. */
#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "base/gr_slice.h"

typedef struct gr_entry {
  gr_slice skeleton;     /* empty: the place is free */
  uint32_t hash, label;
} gr_entry;

struct gr_labels {
  gr_memory memory;      /* first: see gr_memory_object */
  gr_entry *entries;     /* open addressing; the capacity is a power of 2, and at most half of it is taken */
  size_t capacity, count;
};

gr_status gr_labels_new(const gr_options *options, gr_labels **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_labels), &object));
  *out = (gr_labels *)object;
  return GR_OK;
}

void gr_labels_free(gr_labels *labels) {
  if (labels != NULL) gr_memory_free_object(&labels->memory, sizeof *labels);
}

/* FNV-1a */
static uint32_t hash_of(gr_slice text) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < text.size; i++) hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
  return hash;
}

/* The entry of a skeleton, or the free one where it would stand. */
static gr_entry *place_of(gr_entry *entries, size_t capacity, gr_slice skeleton, uint32_t hash) {
  size_t i = hash & (capacity - 1);
  while (entries[i].skeleton.size != 0 && !(entries[i].hash == hash && gr_slice_equal(entries[i].skeleton, skeleton)))
    i = (i + 1) & (capacity - 1);
  return &entries[i];
}

/* The old entries stay in the arena: all of them together are smaller than the new ones. */
static gr_status grow(gr_labels *labels) {
  size_t capacity = labels->capacity == 0 ? 256 : labels->capacity * 2;
  void *block = NULL;
  GR_TRY(gr_memory_zeroed(&labels->memory, capacity, sizeof(gr_entry), &block));
  gr_entry *entries = block;
  for (size_t i = 0; i < labels->capacity; i++) {
    const gr_entry *old = &labels->entries[i];
    if (old->skeleton.size != 0) *place_of(entries, capacity, old->skeleton, old->hash) = *old;
  }
  labels->entries = entries;
  labels->capacity = capacity;
  return GR_OK;
}

gr_status gr_labels_add(gr_labels *labels, gr_slice text, uint32_t label) {
  char skeleton[GR_LABEL_SIZE];
  gr_slice own = {skeleton, gr_label_skeleton(text, true, skeleton, NULL)};
  if (own.size == 0) return GR_LIMIT_ITEMS;
  if ((labels->count + 1) * 2 > labels->capacity) GR_TRY(grow(labels));
  gr_entry *entry = place_of(labels->entries, labels->capacity, own, hash_of(own));
  if (entry->skeleton.size == 0) {
    gr_slice copy;
    GR_TRY(gr_memory_copy(&labels->memory, own, &copy));
    *entry = (gr_entry){copy, hash_of(own), label};
    labels->count++;
  }
  entry->label = label;
  return GR_OK;
}

static uint32_t find(const gr_labels *labels, gr_slice text, gr_ordinal *ordinal) {
  char skeleton[GR_LABEL_SIZE];
  gr_slice own = {skeleton, gr_label_skeleton(text, true, skeleton, ordinal)};
  if (own.size == 0 || labels->capacity == 0) return 0;
  return place_of(labels->entries, labels->capacity, own, hash_of(own))->label;
}

/* Where the brackets at the end of a text open; 0 where it ends with none or is nothing else. */
static size_t tail_start(gr_slice text) {
  size_t end = text.size;
  while (end > 0 && (text.data[end - 1] == ' ' || text.data[end - 1] == GR_SOFT_BREAK)) end--;
  if (end == 0 || text.data[end - 1] != ')') return 0;
  size_t depth = 0;
  for (size_t i = end; i > 0; i--) {
    if (text.data[i - 1] == ')') depth++;
    if (text.data[i - 1] == '(' && --depth == 0) return i - 1;
  }
  return 0;
}

uint32_t gr_labels_find(const gr_labels *labels, gr_slice text, gr_ordinal *ordinal) {
  if (text.size > 2 * GR_LABEL_SIZE) {
    *ordinal = (gr_ordinal){GR_ORDINAL_NONE, 0};
    return 0;
  }
  uint32_t label = find(labels, text, ordinal);
  size_t tail = label == 0 ? tail_start(text) : 0;
  return tail == 0 ? label : find(labels, gr_slice_sub(text, 0, tail), ordinal);
}

gr_slot gr_labels_slot(const gr_labels *labels, const gr_document *document, size_t block, size_t index) {
  gr_grid_cell cell = gr_document_cell(document, block, index);
  gr_slot slot = {.kind = GR_SLOT_BLANK};
  if (cell.tape_end == cell.tape_start) return slot;
  gr_slice text = gr_slice_sub(gr_document_tape(document), cell.tape_start, cell.tape_end);
  gr_state state = gr_number_read(text).state;
  if (state == GR_UNREADABLE) slot.label = gr_labels_find(labels, text, &slot.ordinal);
  if (state == GR_BLANK) return slot;
  bool is_picture = gr_slice_equal(text, GR_LITERAL("\xEF\xBF\xBC"));   /* of a value, as a rule */
  slot.kind = state != GR_UNREADABLE || is_picture ? GR_SLOT_VALUE : slot.label != 0 ? GR_SLOT_LABEL : GR_SLOT_TEXT;
  return slot;
}

/* Shingles: the runs of a few characters that a text consists of, as a set of hashes. Two texts are alike as far as
 * their sets are. Only what is read counts: no white space, no punctuation; width, case and script are folded, and
 * every number is the same number. */
#include "alike/gr_shingle.h"

#include "text/gr_char.h"
#include "text/gr_han.h"
#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

struct gr_shingles {
  gr_memory memory;
  gr_vector hashes;   /* uint64_t */
};

/* ---- characters -------------------------------------------------------------------------------- */

static bool between(uint32_t c, uint32_t low, uint32_t high) { return c >= low && c <= high; }

static bool is_punctuation(uint32_t c) {
  if (c < 0x80) return !between(c, '0', '9') && !between(c, 'a', 'z');
  return between(c, 0xA1, 0xBF) || c == 0xD7 || c == 0xF7 || between(c, 0x2010, 0x205E) || between(c, 0x2190, 0x27BF) ||
         (between(c, 0x3001, 0x303F) && !between(c, 0x3005, 0x3007)) || c == 0x30FB || between(c, 0xFE30, 0xFE4F) ||
         c == 0xFFFD;
}

/* What a character counts as; 0 for one that does not count. */
static uint32_t counted(uint32_t c) {
  if (between(c, 0x3400, 0x9FFF)) return gr_han_fold(c);   /* most of them */
  c = gr_char_fold(c);
  gr_char_class class = gr_char_classify(c);
  if (class != GR_CHAR_WIDE && class != GR_CHAR_OTHER) return 0;
  if (between(c, 'A', 'Z')) c += 'a' - 'A';
  if (is_punctuation(c)) return 0;
  return between(c, '0', '9') ? '0' : c;
}

/* The next character that counts, at or behind `i`, which moves past it; 0 at the end. A number counts as one 0, also
 * with separators in it. */
static uint32_t next_counted(gr_slice text, size_t *i, uint32_t before) {
  while (*i < text.size) {
    uint32_t character;
    *i += gr_utf8_decode(text.data + *i, &character);
    character = counted(character);
    if (character != 0 && !(character == '0' && before == '0')) return character;
  }
  return 0;
}

static size_t count_characters(gr_slice text) {
  size_t count = 0, i = 0;
  uint32_t c = 0;
  while ((c = next_counted(text, &i, c)) != 0) count++;
  return count;
}

/* ---- hashes ------------------------------------------------------------------------------------ */

#define BASE UINT64_C(0x9E3779B97F4A7C15)
/* By how much the first character of a run counts in it when the next one comes. */
#define FIRST (BASE * BASE * BASE * BASE * BASE)
_Static_assert(GR_SHINGLE == 5, "the power of the first character");

bool gr_shingler_next(gr_shingler *shingler, gr_slice text, uint64_t *hash) {
  uint32_t c;
  while ((c = next_counted(text, &shingler->at, shingler->before)) != 0) {
    uint32_t *slot = &shingler->ring[shingler->seen % GR_SHINGLE];
    shingler->rolling = shingler->rolling * BASE + c - *slot * FIRST;
    *slot = shingler->before = c;
    if (++shingler->seen < GR_SHINGLE) continue;
    *hash = gr_shingle_hash(gr_shingle_mix(shingler->rolling));
    return true;
  }
  if (shingler->seen == 0 || shingler->seen >= GR_SHINGLE) return false;
  *hash = gr_shingle_hash(gr_shingle_mix(shingler->rolling));
  shingler->seen = 0;
  return true;
}

/* The hashes of all shingles of a text; room for them is there. */
static size_t hash_all(gr_slice text, uint64_t *out) {
  gr_shingler shingler = {0};
  size_t count = 0;
  while (gr_shingler_next(&shingler, text, &out[count])) count++;
  return count;
}

/* Sorts by bytes from the lowest; linear. The result is in `items` again: the number of passes is even. */
static void sort(uint64_t *items, uint64_t *other, size_t count) {
  for (int shift = 0; shift < 64; shift += 8) {
    size_t starts[256] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++) starts[items[i] >> shift & 0xFF]++;
    for (int byte = 0; byte < 256; byte++) {
      size_t size = starts[byte];
      starts[byte] = sum;
      sum += size;
    }
    for (size_t i = 0; i < count; i++) other[starts[items[i] >> shift & 0xFF]++] = items[i];
    uint64_t *swap = items;
    items = other;
    other = swap;
  }
}

static size_t unique(uint64_t *items, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (i == 0 || items[i] != items[i - 1]) items[kept++] = items[i];
  return kept;
}

/* ---- the set ----------------------------------------------------------------------------------- */

static gr_status fill(gr_shingles *shingles, gr_slice text) {
  gr_memory *memory = &shingles->memory;
  gr_vector other = {0};
  size_t characters = count_characters(text);
  if (characters == 0) return GR_OK;
  GR_TRY(gr_vector_reserve(memory, &shingles->hashes, characters, sizeof(uint64_t)));
  GR_TRY(gr_vector_reserve(memory, &other, characters, sizeof(uint64_t)));
  uint64_t *hashes = shingles->hashes.items;
  size_t count = hash_all(text, hashes);
  sort(hashes, other.items, count);
  gr_vector_release(memory, &other, sizeof(uint64_t));
  shingles->hashes.count = unique(hashes, count);
  size_t kept = shingles->hashes.count;
  GR_TRY(gr_memory_resize(memory, &shingles->hashes.items, characters * sizeof(uint64_t), kept * sizeof(uint64_t)));
  shingles->hashes.capacity = kept;
  return GR_OK;
}

gr_status gr_shingles_new(gr_slice text, const gr_options *options, gr_shingles **out) {
  if (gr_utf8_valid(text) != text.size) return GR_INPUT_ENCODING;
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_shingles), &object));
  gr_shingles *shingles = (gr_shingles *)object;
  gr_status status = fill(shingles, text);
  if (status != GR_OK) gr_shingles_free(shingles);
  else *out = shingles;
  return status;
}

void gr_shingles_free(gr_shingles *shingles) {
  if (shingles == NULL) return;
  gr_vector_release(&shingles->memory, &shingles->hashes, sizeof(uint64_t));
  gr_memory_free_object(&shingles->memory, sizeof *shingles);
}

size_t gr_shingles_count(const gr_shingles *shingles) { return shingles->hashes.count; }

size_t gr_shingles_memory(const gr_shingles *shingles) { return shingles->memory.used; }

const uint64_t *gr_shingles_hashes(const gr_shingles *shingles) { return shingles->hashes.items; }
uint64_t *gr_shingles_weights(gr_shingles *shingles) { return shingles->hashes.items; }

uint64_t gr_shingles_digest(const gr_shingles *shingles) {
  const uint64_t *items = shingles->hashes.items;
  uint64_t digest = shingles->hashes.count;
  for (size_t i = 0; i < shingles->hashes.count; i++) digest = gr_shingle_mix(digest + gr_shingle_hash(items[i]));
  return digest;
}

size_t gr_shingles_weight(const gr_shingles *shingles) {
  const uint64_t *items = shingles->hashes.items;
  size_t weight = 0;
  for (size_t i = 0; i < shingles->hashes.count; i++) weight += gr_shingle_weight(items[i]);
  return weight;
}

/* Counts the shingles in both sets, and their weight by the first one. */
static size_t meet(const gr_shingles *a, const gr_shingles *b, size_t *weight) {
  const uint64_t *x = a->hashes.items, *y = b->hashes.items;
  size_t i = 0, k = 0, count = 0, sum = 0;
  while (i < a->hashes.count && k < b->hashes.count) {
    uint64_t first = gr_shingle_hash(x[i]), second = gr_shingle_hash(y[k]);
    size_t equal = first == second;
    count += equal;
    sum += equal * gr_shingle_weight(x[i]);
    i += first <= second;
    k += second <= first;
  }
  *weight = sum;
  return count;
}

size_t gr_shingles_common(const gr_shingles *a, const gr_shingles *b) {
  size_t weight;
  return meet(a, b, &weight);
}

void gr_shingles_overlap(const gr_shingles *a, const gr_shingles *b, size_t *common, size_t *all) {
  size_t weight;
  (void)meet(a, b, &weight);
  *common = weight;
  *all = gr_shingles_weight(a) + gr_shingles_weight(b) - weight;
}

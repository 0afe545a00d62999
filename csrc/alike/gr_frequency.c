/* In how many texts each shingle occurs: every shingle has two counters, which it shares with others by its hash; the
 * lesser one is its count. With more shingles than counters every count is a little too high, and what many texts have
 * in common still stands out. */
#include "alike/gr_frequency.h"

#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "alike/gr_shingle.h"

struct gr_frequency {
  gr_memory memory;
  uint32_t *counters;
  int shift;   /* the counter of a hash: its highest bits */
};

static uint32_t *first_counter(const gr_frequency *frequency, uint64_t hash) {
  return &frequency->counters[gr_shingle_hash(hash) >> frequency->shift];
}

static uint32_t *second_counter(const gr_frequency *frequency, uint64_t hash) {
  return &frequency->counters[gr_shingle_mix(gr_shingle_hash(hash)) >> frequency->shift];
}

static void count(uint32_t *counter) {
  if (*counter < UINT32_MAX) ++*counter;
}

#define LEAST_BITS 16

/* Four times as many counters as shingles: few share both of theirs. */
static int bits_for(size_t shingles) {
  int bits = LEAST_BITS;
  while (((size_t)1 << bits) < GR_MAX_COUNTERS && ((size_t)1 << bits) / 4 < shingles) bits++;
  return bits;
}

gr_status gr_frequency_new(size_t shingles, const gr_options *options, gr_frequency **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_frequency), &object));
  gr_frequency *frequency = (gr_frequency *)object;
  int bits = bits_for(shingles);
  frequency->shift = 64 - bits;
  void *counters = NULL;
  gr_status status = gr_memory_zeroed(&frequency->memory, (size_t)1 << bits, sizeof(uint32_t), &counters);
  frequency->counters = counters;
  if (status != GR_OK) gr_frequency_free(frequency);
  else *out = frequency;
  return status;
}

void gr_frequency_free(gr_frequency *frequency) {
  if (frequency != NULL) gr_memory_free_object(&frequency->memory, sizeof *frequency);
}

void gr_frequency_add(gr_frequency *frequency, const gr_shingles *shingles) {
  const uint64_t *items = gr_shingles_hashes(shingles);
  for (size_t i = 0; i < gr_shingles_count(shingles); i++) {
    count(first_counter(frequency, items[i]));
    count(second_counter(frequency, items[i]));
  }
}

uint32_t gr_frequency_of(const gr_frequency *frequency, uint64_t hash) {
  uint32_t first = *first_counter(frequency, hash), second = *second_counter(frequency, hash);
  return first < second ? first : second;
}

void gr_shingles_weigh(gr_shingles *shingles, const gr_frequency *frequency, uint32_t limit) {
  uint64_t *items = gr_shingles_weights(shingles);
  for (size_t i = 0; i < gr_shingles_count(shingles); i++) {
    items[i] = gr_shingle_hash(items[i]);
    if (gr_frequency_of(frequency, items[i]) > limit) items[i] ^= 1;
  }
}

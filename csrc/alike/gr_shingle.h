/* Hashes of shingles, for the files that count and compare them. */
#ifndef GR_SHINGLE_H
#define GR_SHINGLE_H

#include "base/gr_limits.h"
#include "govreport.h"

/* The hashes of a set: each once, rising. The lowest bit is no part of a hash: it is 0 for a shingle that weighs half. */
const uint64_t *gr_shingles_hashes(const gr_shingles *shingles);
/* The same, for the weights in their lowest bits; nothing else of them may change. */
uint64_t *gr_shingles_weights(gr_shingles *shingles);

static inline uint64_t gr_shingle_hash(uint64_t item) { return item | 1; }
static inline size_t gr_shingle_weight(uint64_t item) { return 1 + (size_t)(item & 1); }

/* A bijection that spreads the bits of a number over all of them (the finaliser of SplitMix64). */
static inline uint64_t gr_shingle_mix(uint64_t x) {
  x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
  return x ^ x >> 31;
}

/* A text that is read shingle by shingle; all zero at its start. */
typedef struct gr_shingler {
  size_t at, seen;              /* bytes of the text; characters that count */
  uint32_t ring[GR_SHINGLE], before;
  uint64_t rolling;
} gr_shingler;

/* The hash of the next run of GR_SHINGLE characters of valid UTF-8, of the whole where there are fewer; false at the end. */
bool gr_shingler_next(gr_shingler *shingler, gr_slice text, uint64_t *hash);

#endif

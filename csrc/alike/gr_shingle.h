/* Hashes of shingles, for the files that count and compare them. */
#ifndef GR_SHINGLE_H
#define GR_SHINGLE_H

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

#endif

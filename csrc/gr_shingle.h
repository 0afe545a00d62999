/* Hashes of shingles, for the files that count and compare them. */
#ifndef GR_SHINGLE_H
#define GR_SHINGLE_H

#include "govreport.h"

/* The hashes of a set: each once, rising. */
const uint64_t *gr_shingles_hashes(const gr_shingles *shingles);

/* A bijection that spreads the bits of a number over all of them (the finaliser of SplitMix64). */
static inline uint64_t gr_shingle_mix(uint64_t x) {
  x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
  return x ^ x >> 31;
}

#endif

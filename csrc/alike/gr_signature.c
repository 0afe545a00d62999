/* MinHash by one permutation: every shingle falls into one of GR_SIGNATURE bins, and the least of a bin is the number
 * of the signature; a bin that is empty takes the number of another one, chosen by the bin alone, so that two sets fill
 * it alike. A shingle of double weight falls twice. */
#include "alike/gr_shingle.h"

#define BINS_BITS 7
_Static_assert(GR_SIGNATURE == 1 << BINS_BITS, "a bin for each number of a signature");

static void throw_in(uint64_t least[GR_SIGNATURE], uint64_t hash) {
  uint64_t *bin = &least[hash >> (64 - BINS_BITS)], value = hash << BINS_BITS | 1;   /* 0 is the empty bin */
  if (*bin == 0 || value < *bin) *bin = value;
}

/* Fills the empty bins; at least one is not. */
static void fill(const uint64_t least[GR_SIGNATURE], uint64_t signature[GR_SIGNATURE]) {
  for (size_t i = 0; i < GR_SIGNATURE; i++) {
    uint64_t chosen = i, turn = i;
    while (least[chosen] == 0) {
      turn = gr_shingle_mix(turn + UINT64_C(0x9E3779B97F4A7C15));
      chosen = turn >> (64 - BINS_BITS);
    }
    signature[i] = least[chosen];
  }
}

/* The keys of bins, at least one of which is not empty. */
static size_t keys_of(const uint64_t least[GR_SIGNATURE], size_t rows, uint64_t keys[GR_SIGNATURE]) {
  uint64_t signature[GR_SIGNATURE];
  fill(least, signature);
  size_t bands = GR_SIGNATURE / rows;
  for (size_t band = 0; band < bands; band++) {
    uint64_t key = band;
    for (size_t i = 0; i < rows; i++) key = gr_shingle_mix(key ^ signature[band * rows + i]);
    keys[band] = key;
  }
  return bands;
}

size_t gr_shingles_keys(const gr_shingles *shingles, size_t rows, uint64_t keys[GR_SIGNATURE]) {
  uint64_t least[GR_SIGNATURE] = {0};
  const uint64_t *items = gr_shingles_hashes(shingles);
  size_t count = gr_shingles_count(shingles);
  for (size_t i = 0; i < count; i++) {
    uint64_t hash = gr_shingle_hash(items[i]);
    throw_in(least, gr_shingle_mix(hash));
    if (gr_shingle_weight(items[i]) == 2) throw_in(least, gr_shingle_mix(~hash));
  }
  return count == 0 ? 0 : keys_of(least, rows, keys);
}

/* What stands in a text several times falls into the same bin as the same number: no set is needed. */
gr_status gr_signature_of(gr_slice text, uint64_t keys[GR_SIGNATURE], size_t *count) {
  if (gr_utf8_valid(text) != text.size) return GR_INPUT_ENCODING;
  uint64_t least[GR_SIGNATURE] = {0}, hash;
  gr_shingler shingler = {0};
  bool is_empty = true;
  while (gr_shingler_next(&shingler, text, &hash)) {
    throw_in(least, gr_shingle_mix(hash));
    throw_in(least, gr_shingle_mix(~hash));
    is_empty = false;
  }
  *count = is_empty ? 0 : keys_of(least, 1, keys);
  return GR_OK;
}

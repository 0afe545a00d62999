/* SHA-256 as FIPS 180-4 defines it: what tells whether two files hold the same bytes. */
#include <string.h>

#include "govreport.h"

enum { BLOCK = 64, WORDS = 8, ROUNDS = 64, LENGTH = 8 };

/* The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t word, int bits) { return word >> bits | word << (32 - bits); }

static uint32_t word_at(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The word of the schedule for a round; the last sixteen are kept, each is needed no longer. */
static uint32_t scheduled(uint32_t schedule[16], int round) {
  uint32_t *word = &schedule[round & 15];
  if (round >= 16) {
    uint32_t early = schedule[(round + 1) & 15], late = schedule[(round + 14) & 15];
    *word += (turn(early, 7) ^ turn(early, 18) ^ early >> 3) + schedule[(round + 9) & 15]
             + (turn(late, 17) ^ turn(late, 19) ^ late >> 10);
  }
  return *word;
}

static void take_block(uint32_t state[WORDS], const unsigned char *bytes) {
  uint32_t schedule[16], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6],
           h = state[7];
  for (int i = 0; i < 16; i++) schedule[i] = word_at(bytes + 4 * i);
  for (int i = 0; i < ROUNDS; i++) {
    uint32_t first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i]
                     + scheduled(schedule, i);
    uint32_t second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + first;
    d = c, c = b, b = a, a = first + second;
  }
  const uint32_t own[WORDS] = {a, b, c, d, e, f, g, h};
  for (int i = 0; i < WORDS; i++) state[i] += own[i];
}

void gr_digest_sha256(gr_slice bytes, unsigned char out[GR_SHA256]) {
  uint32_t state[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  const unsigned char *at = (const unsigned char *)bytes.data;
  size_t left = bytes.size;
  for (; left >= BLOCK; left -= BLOCK, at += BLOCK) take_block(state, at);

  unsigned char last[2 * BLOCK] = {0};
  size_t size = left < BLOCK - LENGTH ? BLOCK : 2 * BLOCK;
  if (left > 0) memcpy(last, at, left);
  last[left] = 0x80;
  uint64_t bits = (uint64_t)bytes.size * 8;
  for (size_t i = 0; i < LENGTH; i++) last[size - 1 - i] = (unsigned char)(bits >> (8 * i));
  for (size_t i = 0; i < size; i += BLOCK) take_block(state, last + i);

  for (size_t i = 0; i < GR_SHA256; i++) out[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}

/* Writes a ZIP archive without compression whose sizes and checksums are right, so that what is fuzzed is what stands in
 * its parts. */
#ifndef FUZZ_PACK_H
#define FUZZ_PACK_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "govreport.h"

typedef struct pack_part {
  const char *name;
  gr_slice content;
} pack_part;

static uint32_t pack_checksum(gr_slice bytes) {
  uint32_t crc = UINT32_MAX;
  for (size_t i = 0; i < bytes.size; i++) {
    crc ^= (unsigned char)bytes.data[i];
    for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ UINT32_C(0xEDB88320) : crc >> 1;
  }
  return ~crc;
}

/* `count` bytes of a number, the lowest first. */
static char *pack_number(char *at, size_t value, size_t count) {
  for (size_t i = 0; i < count; i++, value >>= 8) *at++ = (char)(value & 0xFF);
  return at;
}

/* What the local header and the directory say alike of a part: versions, flags, method, time and date; sizes. */
static char *pack_facts(char *at, const pack_part *part) {
  at = pack_number(at, 20, 2);
  at = pack_number(at, 0, 6);
  at = pack_number(at, 33, 2);
  at = pack_number(at, pack_checksum(part->content), 4);
  at = pack_number(at, part->content.size, 4);
  at = pack_number(at, part->content.size, 4);
  at = pack_number(at, strlen(part->name), 2);
  return pack_number(at, 0, 2);
}

static char *pack_bytes(char *at, const char *bytes, size_t size) {
  if (size > 0) memcpy(at, bytes, size);
  return at + size;
}

/* The archive, to be freed; its size is the slice's. */
static gr_slice pack_write(const pack_part *parts, size_t count) {
  size_t size = 22;
  for (size_t i = 0; i < count; i++) size += 30 + 46 + 2 * strlen(parts[i].name) + parts[i].content.size;
  char *out = malloc(size), *at = out;
  if (out == NULL) abort();
  for (size_t i = 0; i < count; i++) {
    at = pack_facts(pack_number(at, 0x04034b50, 4), &parts[i]);
    at = pack_bytes(at, parts[i].name, strlen(parts[i].name));
    at = pack_bytes(at, parts[i].content.data, parts[i].content.size);
  }
  size_t start = (size_t)(at - out), local = 0;
  for (size_t i = 0; i < count; i++) {
    at = pack_facts(pack_number(pack_number(at, 0x02014b50, 4), 20, 2), &parts[i]);
    at = pack_number(pack_number(at, 0, 10), local, 4);
    at = pack_bytes(at, parts[i].name, strlen(parts[i].name));
    local += 30 + strlen(parts[i].name) + parts[i].content.size;
  }
  size_t directory = (size_t)(at - out) - start;
  at = pack_number(pack_number(at, 0x06054b50, 4), 0, 4);
  at = pack_number(pack_number(at, count, 2), count, 2);
  at = pack_number(pack_number(at, directory, 4), start, 4);
  at = pack_number(at, 0, 2);
  return (gr_slice){out, (size_t)(at - out)};
}

#endif

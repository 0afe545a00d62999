#include "document/gr_hidden.h"

#include "base/gr_slice.h"

/* PROBES: places that are looked at for a hash; where all are taken, it is not kept. SHORT: bytes of a line that alone
 * is no evidence. */
enum { PROBES = 32, SHORT = 36 };
#define SHOWN UINT32_MAX   /* the owner of what is shown */

typedef struct entry {
  uint64_t hash;           /* 0: the place is free */
  uint32_t owner;
} entry;

/* What is found out about something hidden. */
typedef struct finding {
  uint64_t last, alone;    /* hashes of the last line, and of one that stands alone */
  uint32_t lines, pairs, known, inner;
  bool begun, closed, in_table, holds_table;
} finding;

typedef struct judge {
  gr_blocks *blocks;
  gr_hidden32 *hidden;
  finding *findings;
  entry *entries;
  size_t capacity;         /* of the entries: a power of 2 */
  uint64_t shown_last;     /* the hash of the last shown line */
  bool compares;           /* else shown lines are taken down */
  uint64_t work;
} judge;

/* ---- lines ------------------------------------------------------------------------------------ */

static bool counts(unsigned char c) {
  return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The letters of a line; 0 where it has none. Han punctuation is among them: it stands in copies as well. */
static uint64_t hash_line(const char *s, size_t start, size_t end) {
  uint64_t hash = 0;
  for (size_t i = start; i < end; i++)
    if (counts((unsigned char)s[i]))
      hash = (hash + (unsigned char)s[i] + 1) * UINT64_C(0x9E3779B97F4A7C15) ^ hash >> 29;
  return hash;
}

static uint64_t pair(uint64_t first, uint64_t second) {
  uint64_t hash = (first ^ second >> 32) * UINT64_C(0xC2B2AE3D27D4EB4F) + second;
  return (hash ^ hash >> 31) | 1;
}

static entry *place_of(const judge *j, uint64_t hash) {
  for (size_t i = 0; i < PROBES; i++) {
    entry *e = &j->entries[(hash * UINT64_C(0x9E3779B97F4A7C15) >> 17 & (j->capacity - 1)) ^ i];
    if (e->hash == hash || e->hash == 0) return e;
  }
  return NULL;
}

/* Whether two lines are known to follow each other in what is shown, or hidden and read. */
static bool is_known(judge *j, uint64_t hash, uint32_t owner) {
  entry *e = place_of(j, hash);
  if (e == NULL) return false;
  if (e->hash == 0) *e = (entry){hash, owner};
  if (e->owner == SHOWN) return true;
  bool is_read = j->findings[e->owner].closed && !j->hidden[e->owner].dropped;
  if (e->owner != owner && !is_read) e->owner = owner;
  return e->owner != owner && is_read;
}

static void take_shown(judge *j, uint64_t line) {
  entry *e = place_of(j, pair(j->shown_last, line)), *alone = place_of(j, pair(1, line));
  if (e != NULL) *e = (entry){pair(j->shown_last, line), SHOWN};
  if (alone != NULL) *alone = (entry){pair(1, line), SHOWN};
  j->shown_last = line;
}

static void take_line(judge *j, size_t owner, size_t start, size_t end) {
  uint64_t line = hash_line((const char *)j->blocks->tape.bytes.items, start, end);
  j->work += end - start;
  if (line == 0) return;
  if (owner == SHOWN) {
    if (!j->compares) take_shown(j, line);
    return;
  }
  finding *f = &j->findings[owner];
  if (!j->compares) return;
  f->lines++;
  if (f->begun) {
    f->pairs++;
    f->known += is_known(j, pair(f->last, line), (uint32_t)owner);
  } else {
    f->alone = end - start < SHORT ? 0 : pair(1, line);
  }
  f->last = line;
  f->begun = true;
}

/* ---- decisions -------------------------------------------------------------------------------- */

static bool is_copy(judge *j, finding *f, uint32_t owner) {
  if (f->pairs > 0) return f->known * 2 >= f->pairs;
  return f->lines == 1 && f->alone != 0 && is_known(j, f->alone, owner);
}

static void decide(judge *j, uint32_t number) {
  finding *f = &j->findings[number];
  gr_hidden32 *hidden = &j->hidden[number];
  bool stands = !f->in_table && (hidden->alone || f->lines > 1 || f->holds_table);
  bool is_empty = f->lines == 0 && f->inner == 0;
  hidden->dropped = !stands || is_empty || is_copy(j, f, number);
  f->closed = true;
}

static bool is_mark(char c) { return c == GR_PARAGRAPH_END || (c >= GR_BLOCK_START && c <= GR_CELL_END); }

/* Walks over the lines of the tape, each of which belongs to the innermost hidden thing around its start. */
static void walk(judge *j) {
  const gr_vector *tape = &j->blocks->tape.bytes;
  const char *s = tape->items;
  uint32_t *open = j->blocks->open_hidden.items;
  size_t next = 0, depth = 0, count = j->blocks->hidden.count;
  for (size_t at = 0, end; at <= tape->count; at = end + 1) {
    for (;;) {
      bool ends = depth > 0 && j->hidden[open[depth - 1]].range.end <= at;
      bool starts = next < count && j->hidden[next].range.start <= at;
      if (ends && !(starts && j->hidden[next].range.start < j->hidden[open[depth - 1]].range.end)) {
        depth--;
        if (j->compares) decide(j, open[depth]);
      } else if (starts) {
        if (depth > 0) j->findings[open[depth - 1]].inner++;
        open[depth++] = (uint32_t)next++;
      } else {
        break;
      }
    }
    for (end = at; end < tape->count && !is_mark(s[end]);) end++;
    if (end > at) take_line(j, depth == 0 ? SHOWN : open[depth - 1], at, end);
  }
  while (j->compares && depth > 0) decide(j, open[--depth]);
}

/* What lies in a table, and what holds one. */
static void find_tables(judge *j) {
  const gr_vector *blocks = &j->blocks->blocks;
  size_t block = 0;
  for (size_t i = 0; i < j->blocks->hidden.count; i++) {
    gr_range32 range = j->hidden[i].range;
    while (block < blocks->count && GR_AT(gr_block32, blocks, block)->range.end < range.start) block++;
    for (size_t k = block; k < blocks->count && k < block + 2; k++) {
      const gr_block32 *b = GR_AT(gr_block32, blocks, k);
      if (b->kind != GR_TABLE || b->range.start > range.end) continue;
      bool holds = range.start < b->range.start && range.end > b->range.end;
      j->findings[i].in_table |= !holds && b->range.start <= range.end && range.start <= b->range.end;
      j->findings[i].holds_table |= holds;
    }
  }
}

static size_t lines_of(const gr_blocks *blocks) {
  size_t count = 1;
  for (size_t i = 0; i < blocks->tape.bytes.count; i++) count += is_mark(((const char *)blocks->tape.bytes.items)[i]);
  return count;
}

gr_status gr_hidden_decide(gr_blocks *blocks, bool *drops, uint64_t *work) {
  gr_memory *memory = blocks->memory;
  gr_vector entries = {0}, findings = {0};
  size_t capacity = 64, count = blocks->hidden.count;
  for (size_t wanted = 4 * lines_of(blocks); capacity < wanted;) capacity *= 2;
  gr_status status = gr_vector_reserve(memory, &findings, count, sizeof(finding));
  if (status == GR_OK) status = gr_vector_reserve(memory, &entries, capacity, sizeof(entry));
  if (status == GR_OK) status = gr_vector_reserve(memory, &blocks->open_hidden, count, sizeof(uint32_t));
  if (status == GR_OK) {
    memset(entries.items, 0, capacity * sizeof(entry));
    memset(findings.items, 0, count * sizeof(finding));
    judge j = {.blocks = blocks, .hidden = blocks->hidden.items, .findings = findings.items, .entries = entries.items,
               .capacity = capacity, .work = blocks->tape.bytes.count};
    find_tables(&j);
    walk(&j);
    j.compares = true;
    walk(&j);
    for (size_t i = 0; i < count; i++) *drops |= j.hidden[i].dropped;
    *work += j.work + count;
  }
  gr_vector_release(memory, &entries, sizeof(entry));
  gr_vector_release(memory, &findings, sizeof(finding));
  return status;
}

#include "docx/directory.h"

#include <stdlib.h>
#include <string.h>

/* APPNOTE.TXT 6.3: 4.3.7 local file header, 4.3.12 central directory header, 4.3.16 its end. */
enum {
  LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22,
  MOST_COMMENT = 0xFFFF,
};
#define LOCAL_MARK UINT32_C(0x04034b50)
#define CENTRAL_MARK UINT32_C(0x02014b50)
#define END_MARK UINT32_C(0x06054b50)

typedef struct entry {
  size_t start, end;        /* of its local header and its data, in the archive */
  const char *name;
  size_t name_size;
} entry;

static uint32_t get16(const char *at) { return (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8; }

static uint32_t get32(const char *at) { return get16(at) | get16(at + 2) << 16; }

/* The end of the directory, behind which only its comment stands; SIZE_MAX where there is none. */
static size_t find_end(gr_slice bytes) {
  if (bytes.size < END_SIZE) return SIZE_MAX;
  size_t lowest = bytes.size > END_SIZE + MOST_COMMENT ? bytes.size - END_SIZE - MOST_COMMENT : 0;
  for (size_t at = bytes.size - END_SIZE + 1; at-- > lowest;) {
    if (get32(bytes.data + at) == END_MARK && get16(bytes.data + at + 20) <= bytes.size - at - END_SIZE) return at;
  }
  return SIZE_MAX;
}

/* Whether a name stays within the package: no drive, no root, no step up. */
static bool is_inside(const char *name, size_t size) {
  if (size == 0 || name[0] == '/') return false;
  for (size_t i = 0, start = 0; i <= size; i++) {
    if (i < size && (name[i] == '\\' || name[i] == '\0' || name[i] == ':')) return false;
    if (i < size && name[i] != '/') continue;
    if (i - start == 2 && name[start] == '.' && name[start + 1] == '.') return false;
    start = i + 1;
  }
  return true;
}

static void keep_name(char out[DOCX_MAX_NAME + 1], const char *name, size_t size) {
  size_t kept = size < DOCX_MAX_NAME ? size : DOCX_MAX_NAME;
  memcpy(out, name, kept);
  out[kept] = '\0';
}

/* The entry whose header stands at an offset of the directory; the next one's offset, 0 where it is wrong. */
static size_t read_entry(gr_slice bytes, size_t at, size_t stop, entry *out) {
  if (stop - at < CENTRAL_SIZE || get32(bytes.data + at) != CENTRAL_MARK) return 0;
  const char *header = bytes.data + at;
  size_t size = get16(header + 28), rest = size + get16(header + 30) + get16(header + 32);
  if (stop - at - CENTRAL_SIZE < rest) return 0;
  size_t packed = get32(header + 20), start = get32(header + 42);
  if (start > bytes.size || bytes.size - start < LOCAL_SIZE || get32(bytes.data + start) != LOCAL_MARK) return 0;
  size_t local = LOCAL_SIZE + get16(bytes.data + start + 26) + get16(bytes.data + start + 28);
  if (bytes.size - start < local || bytes.size - start - local < packed) return 0;
  *out = (entry){start, start + local + packed, header + CENTRAL_SIZE, size};
  return at + CENTRAL_SIZE + rest;
}

static int by_start(const void *a, const void *b) {
  const entry *one = a, *other = b;
  return one->start < other->start ? -1 : one->start > other->start;
}

static int by_name(const void *a, const void *b) {
  const entry *one = a, *other = b;
  size_t size = one->name_size < other->name_size ? one->name_size : other->name_size;
  int order = memcmp(one->name, other->name, size);
  return order != 0 ? order : one->name_size < other->name_size ? -1 : one->name_size > other->name_size;
}

/* Entries side by side that share bytes, or a name. */
static docx_problem check_pairs(entry *entries, size_t count, size_t directory, char name[DOCX_MAX_NAME + 1]) {
  qsort(entries, count, sizeof *entries, by_start);
  for (size_t i = 0; i < count; i++) {
    size_t limit = i + 1 < count ? entries[i + 1].start : directory;
    if (entries[i].end <= limit) continue;
    keep_name(name, entries[i].name, entries[i].name_size);
    return DOCX_OVERLAP;
  }
  qsort(entries, count, sizeof *entries, by_name);
  for (size_t i = 1; i < count; i++) {
    if (by_name(&entries[i - 1], &entries[i]) != 0) continue;
    keep_name(name, entries[i].name, entries[i].name_size);
    return DOCX_TWICE;
  }
  return DOCX_OK;
}

static docx_problem check(gr_slice bytes, bool is_document, char name[DOCX_MAX_NAME + 1]) {
  name[0] = '\0';
  size_t end = find_end(bytes);
  if (end == SIZE_MAX) return DOCX_BROKEN;
  const char *header = bytes.data + end;
  size_t count = get16(header + 10), size = get32(header + 12), start = get32(header + 16);
  /* 0xFFFF stands for more, in an archive of another kind. */
  if (count > (is_document ? DOCX_MAX_ENTRIES : ARCHIVE_MAX_ENTRIES)) return DOCX_ENTRIES;
  if (get16(header + 4) != 0 || get16(header + 8) != count || start > end || end - start != size) return DOCX_BROKEN;
  entry *entries = malloc((count + 1) * sizeof *entries);
  if (entries == NULL) return DOCX_MEMORY;
  docx_problem problem = DOCX_OK;
  size_t at = start;
  for (size_t i = 0; i < count && problem == DOCX_OK; i++) {
    at = read_entry(bytes, at, end, &entries[i]);
    if (at == 0) problem = DOCX_BROKEN;
    else if (is_document && !is_inside(entries[i].name, entries[i].name_size)) {
      keep_name(name, entries[i].name, entries[i].name_size);
      problem = DOCX_NAME;
    }
  }
  if (problem == DOCX_OK && at != end) problem = DOCX_BROKEN;
  if (problem == DOCX_OK) problem = check_pairs(entries, count, start, name);
  free(entries);
  return problem;
}

docx_problem directory_check(gr_slice bytes, char name[DOCX_MAX_NAME + 1]) { return check(bytes, true, name); }

docx_problem directory_check_archive(gr_slice bytes, char name[DOCX_MAX_NAME + 1]) { return check(bytes, false, name); }

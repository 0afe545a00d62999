/* Views of text. */
#ifndef GR_SLICE_H
#define GR_SLICE_H

#include <string.h>

#include "govreport.h"

/* A string constant as a slice: in an expression, and as an initialiser of static data. */
#define GR_LITERAL(text) ((gr_slice)GR_LITERAL_INIT(text))
#define GR_LITERAL_INIT(text) {(text), sizeof(text) - 1}

static inline gr_slice gr_slice_of(const char *text) { return (gr_slice){text, strlen(text)}; }

/* To a slice without data nothing may be added, not even 0. */
static inline gr_slice gr_slice_sub(gr_slice s, size_t start, size_t end) {
  return s.data == NULL ? s : (gr_slice){s.data + start, end - start};
}

static inline bool gr_slice_equal(gr_slice a, gr_slice b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool gr_slice_begins(gr_slice s, gr_slice with) {
  return s.size >= with.size && memcmp(s.data, with.data, with.size) == 0;
}

/* Drops a literal from the front; false, and no change, where it does not stand there. */
static inline bool gr_slice_take(gr_slice *s, gr_slice literal) {
  if (!gr_slice_begins(*s, literal)) return false;
  s->data += literal.size;
  s->size -= literal.size;
  return true;
}

static inline bool gr_is_digit(char c) { return c >= '0' && c <= '9'; }

/* What ends a line or a cell of a tape. */
static inline bool gr_is_mark(char c) {
  return c == GR_SOFT_BREAK || c == GR_PARAGRAPH_END || (c >= GR_BLOCK_START && c <= GR_CELL_END);
}

#endif

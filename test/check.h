/* Checks for the C tests. A case has a name, holds any number of checks and prints one line, `ok NAME` or
 * `not ok NAME: DETAILS` with its first failure. */
#ifndef GR_TEST_CHECK_H
#define GR_TEST_CHECK_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/gr_utf8.h"

static struct {
  char name[256], details[512];
  bool open;
  int passed, failed;
} check_now;

static inline void check_end(void) {
  if (!check_now.open) return;
  bool failed = check_now.details[0] != '\0';
  if (failed) printf("not ok %s: %s\n", check_now.name, check_now.details);
  else printf("ok %s\n", check_now.name);
  fflush(stdout);
  if (failed) check_now.failed++;
  else check_now.passed++;
  check_now.open = false;
}

/* Begins a case and ends the one before. */
__attribute__((format(printf, 1, 2))) static inline void test(const char *format, ...) {
  check_end();
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(check_now.name, sizeof check_now.name, format, arguments);
  va_end(arguments);
  check_now.details[0] = '\0';
  check_now.open = true;
}

__attribute__((format(printf, 2, 3))) static inline void check_fail(int line, const char *format, ...) {
  if (check_now.details[0] != '\0') return;
  int n = snprintf(check_now.details, sizeof check_now.details, "line %d: ", line);
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(check_now.details + n, sizeof check_now.details - (size_t)n, format, arguments);
  va_end(arguments);
}

/* CHECK shows the condition itself; CHECK_THAT takes a format and what belongs to it. */
#define CHECK(condition) CHECK_THAT((condition), "%s", #condition)
#define CHECK_THAT(condition, ...) ((condition) ? (void)0 : check_fail(__LINE__, __VA_ARGS__))
#define CHECK_STATUS(actual, expected) check_status((actual), (expected), __LINE__)
#define CHECK_SLICE(actual, expected) check_slice((actual), (expected), __LINE__)

/* Ends the last case; the value for main to return. */
static inline int check_finish(void) {
  check_end();
  printf("%d passed, %d failed\n", check_now.passed, check_now.failed);
  return check_now.failed == 0 ? 0 : 1;
}

static inline gr_slice slice(const char *text) { return (gr_slice){text, strlen(text)}; }

static inline bool same(gr_slice a, gr_slice b) {
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* The text for messages, with control bytes escaped, and all but ASCII where it is not UTF-8; the last four results
 * stay valid. */
static inline const char *show(gr_slice text) {
  static char buffers[4][200];
  static unsigned turn;
  char *out = buffers[turn++ % 4];
  size_t n = 0;
  bool valid = gr_utf8_valid(text) == text.size;
  for (size_t i = 0; i < text.size; i++) {
    unsigned char c = (unsigned char)text.data[i];
    if (n >= 180 && (!valid || (c & 0xC0) != 0x80)) break;
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && !valid)) n += (size_t)snprintf(out + n, 5, "\\x%02X", c);
    else out[n++] = (char)c;
  }
  out[n] = '\0';
  return out;
}

static inline void check_status(gr_status actual, gr_status expected, int line) {
  if (actual != expected) check_fail(line, "%s, expected %s", gr_status_name(actual), gr_status_name(expected));
}

static inline void check_slice(gr_slice actual, const char *expected, int line) {
  if (!same(actual, slice(expected))) check_fail(line, "[%s], expected [%s]", show(actual), show(slice(expected)));
}

/* The same numbers on every run. */
static inline uint64_t next_random(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static inline size_t random_below(uint64_t *state, size_t limit) {
  return (size_t)((next_random(state) >> 11) % limit);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))
/* A row or column of numbers. */
#define ENTRY(own_id, own_label) {.id = (own_id), .label = (own_label)}

#endif

/* Packed rows, read from Lua: the values of a row one behind the other, row behind row, each after a byte that says what
 * it is: 0 nothing; 1 an integer of 8 bytes; 2 a double of 8 bytes; 3 a text behind its size in 4 bytes; all with the
 * lowest byte first. Shared by the modules of their own that write them; the core makes them, and sees its interface alone. */
#ifndef GR_PACKED_H
#define GR_PACKED_H

#include <lauxlib.h>
#include <lua.h>
#include <stdint.h>
#include <string.h>

enum { PACKED_NOTHING, PACKED_INTEGER, PACKED_DOUBLE, PACKED_TEXT };

typedef struct packed {
  const char *start, *at, *end;
} packed;

/* The packed rows at `arg`, which has to stay on the stack. Raises where there is no string. [-0, +0] */
static inline packed packed_at(lua_State *L, int arg) {
  size_t size;
  const char *bytes = luaL_checklstring(L, arg, &size);
  return (packed){bytes, bytes, bytes + size};
}

/* ---- checking: before any of them is read ------------------------------------------------------ */

static inline const char *packed_take(lua_State *L, packed *from, size_t size) {
  const char *at = from->at;
  if ((size_t)(from->end - at) < size) luaL_error(L, "packed rows end in a row, at byte %I", (lua_Integer)(at - from->start) + 1);
  from->at += size;
  return at;
}

/* Written so that compilers make one load of it. */
static inline uint64_t packed_four(const char *bytes) {
  const unsigned char *at = (const unsigned char *)bytes;
  return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24;
}

static inline void packed_check_value(lua_State *L, packed *from) {
  char kind = *packed_take(L, from, 1);
  if (kind < PACKED_NOTHING || kind > PACKED_TEXT) {
    luaL_error(L, "packed rows: no value begins so, at byte %I", (lua_Integer)(from->at - from->start));
  }
  size_t size = kind == PACKED_NOTHING ? 0 : 8;
  if (kind == PACKED_TEXT) size = (size_t)packed_four(packed_take(L, from, 4));
  (void)packed_take(L, from, size);
}

/* Raises where the rows are not whole. */
static inline void packed_check(lua_State *L, packed from, lua_Integer columns) {
  while (from.at < from.end) {
    for (lua_Integer i = 0; i < columns; i++) packed_check_value(L, &from);
  }
}

/* ---- reading: of rows that were checked -------------------------------------------------------- */

typedef struct packed_value {
  int kind;
  union {
    int64_t integer;
    double real;
    struct {
      const char *bytes;
      size_t size;
    } text;
  } as;
} packed_value;

/* The value that begins at `from`, which goes behind it. */
static inline packed_value packed_next(packed *from) {
  packed_value value = {.kind = *from->at++};
  const char *at = from->at;
  uint64_t bits;
  switch (value.kind) {
  case PACKED_NOTHING: break;
  case PACKED_TEXT:
    value.as.text.bytes = at + 4;
    value.as.text.size = (size_t)packed_four(at);
    from->at += 4 + value.as.text.size;
    break;
  default:
    bits = packed_four(at) | packed_four(at + 4) << 32;
    memcpy(&value.as, &bits, sizeof bits);
    from->at += 8;
  }
  return value;
}

#endif

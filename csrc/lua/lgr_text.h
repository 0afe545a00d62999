/* A text that grows, in a userdata on the stack: unlike luaL_Buffer it lets values stand above it. Sizes are checked; what
 * does not fit into memory raises. */
#ifndef LGR_TEXT_H
#define LGR_TEXT_H

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

typedef struct lgr_text {
  lua_State *L;
  int at;   /* stack index of its bytes */
  char *bytes;
  size_t size, capacity;
} lgr_text;

/* [-0, +1] */
void lgr_text_begin(lua_State *L, lgr_text *text);
/* Makes room for `size` more bytes. [-0, +0] */
void lgr_text_grow(lgr_text *text, size_t size);
/* [-0, +1] */
void lgr_text_push(const lgr_text *text);

/* Room for `size` more bytes, which the caller adds to the size as far as it writes them. */
static inline char *lgr_text_room(lgr_text *text, size_t size) {
  if (text->capacity - text->size < size) lgr_text_grow(text, size);
  return text->bytes + text->size;
}

static inline void lgr_text_char(lgr_text *text, char c) {
  *lgr_text_room(text, 1) = c;
  text->size++;
}

static inline void lgr_text_add(lgr_text *text, const char *bytes, size_t size) {
  char *room = lgr_text_room(text, size);
  if (size > 0) memcpy(room, bytes, size);
  text->size += size;
}

#endif

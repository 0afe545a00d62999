/* A text that grows: like a luaL_Buffer, but values may stand above it on the stack. Sizes are checked; what does not fit
 * into memory raises. */
#ifndef LGR_TEXT_H
#define LGR_TEXT_H

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

typedef struct lgr_text {
  lua_State *L;
  struct lgr_text_box *box;   /* a userdata on the stack, which frees the bytes whatever happens */
  char *bytes;
  size_t size, capacity;
} lgr_text;

/* [-0, +1] */
void lgr_text_begin(lua_State *L, lgr_text *text);
/* Makes room for `size` more bytes. [-0, +0] */
void lgr_text_grow(lgr_text *text, size_t size);
/* The whole, and its bytes are freed. [-0, +1] */
void lgr_text_end(lgr_text *text);

/* Room for `size` more bytes; the caller adds to the size what it writes. */
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

/* The class of the boxes. [-0, +0] */
void lgr_open_text(lua_State *L);

#endif

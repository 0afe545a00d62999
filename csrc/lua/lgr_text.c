#include "lua/lgr_text.h"

#include <stdint.h>

enum { BEGINNING = 1024 };

void lgr_text_begin(lua_State *L, lgr_text *text) {
  char *bytes = lua_newuserdatauv(L, BEGINNING, 0);
  *text = (lgr_text){L, lua_gettop(L), bytes, 0, BEGINNING};
}

/* Doubled each time: linear in the whole. The bytes before stay until the collector comes. */
void lgr_text_grow(lgr_text *text, size_t size) {
  if (text->size > SIZE_MAX / 2 - size) luaL_error(text->L, "not enough memory");
  size_t capacity = 2 * (text->size + size);
  char *bytes = lua_newuserdatauv(text->L, capacity, 0);
  memcpy(bytes, text->bytes, text->size);
  lua_replace(text->L, text->at);
  text->bytes = bytes;
  text->capacity = capacity;
}

void lgr_text_push(const lgr_text *text) { lua_pushlstring(text->L, text->bytes, text->size); }

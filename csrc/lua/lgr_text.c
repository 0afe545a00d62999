#include "lua/lgr_text.h"

#include <stdbool.h>
#include <stdint.h>

#define TEXT "govreport.Text"

enum { BEGINNING = 1024 };

typedef struct lgr_text_box {
  void *bytes;
  size_t capacity;
} lgr_text_box;

/* Frees where `capacity` is 0. False where there is no memory, and then all is as it was. */
static bool resize(lua_State *L, lgr_text_box *box, size_t capacity) {
  void *context;
  lua_Alloc allocate = lua_getallocf(L, &context);
  void *bytes = allocate(context, box->bytes, box->capacity, capacity);
  if (bytes == NULL && capacity > 0) return false;
  *box = (lgr_text_box){bytes, capacity};
  return true;
}

void lgr_text_begin(lua_State *L, lgr_text *text) {
  lgr_text_box *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = (lgr_text_box){NULL, 0};
  luaL_setmetatable(L, TEXT);
  *text = (lgr_text){L, box, NULL, 0, 0};
  lgr_text_grow(text, BEGINNING);
}

/* Doubled each time: linear in the whole. */
void lgr_text_grow(lgr_text *text, size_t size) {
  bool fits = size <= SIZE_MAX / 2 && text->size <= SIZE_MAX / 2 - size;
  if (!fits || !resize(text->L, text->box, 2 * (text->size + size))) luaL_error(text->L, "not enough memory");
  text->bytes = text->box->bytes;
  text->capacity = text->box->capacity;
}

void lgr_text_end(lgr_text *text) {
  lua_pushlstring(text->L, text->bytes, text->size);
  (void)resize(text->L, text->box, 0);
}

/* [-1, +0] */
static int collect(lua_State *L) {
  (void)resize(L, luaL_checkudata(L, 1, TEXT), 0);
  return 0;
}

void lgr_open_text(lua_State *L) {
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {NULL, NULL}};
  if (luaL_newmetatable(L, TEXT)) luaL_setfuncs(L, metamethods, 0);
  lua_pop(L, 1);
}

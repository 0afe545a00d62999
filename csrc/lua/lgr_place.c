/* Places as tables: lines and bytes, and what stands for them in files without lines. */
#include "lua/lgr_class.h"

/* Sets a number of the table at the top, if it is one. [-0, +0] */
static void set_count(lua_State *L, const char *name, size_t value) {
  if (value == 0) return;
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, name);
}

gr_decimal lgr_points(int32_t hundredths) {
  gr_decimal points = {hundredths, 2};
  for (; points.scale > 0 && points.mantissa % 10 == 0; points.scale--) points.mantissa /= 10;
  return points;
}

/* [-0, +0] */
static void set_box(lua_State *L, const gr_spot *at) {
  const int32_t sides[] = {at->left, at->top, at->right, at->bottom};
  lua_createtable(L, 4, 0);
  for (int i = 0; i < 4; i++) {
    lgr_push_decimal(L, lgr_points(sides[i]));
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "box");
}

void lgr_push_spot_at(lua_State *L, const gr_spot *at) {
  lua_createtable(L, 0, 6);
  if (at->part != NULL) {
    lua_pushstring(L, at->part);
    lua_setfield(L, -2, "part");
  }
  if (at->page != 0) set_box(L, at);
  set_count(L, "byte", at->byte);
  set_count(L, "byte_end", at->byte_end);
  set_count(L, "page", at->page);
  set_count(L, "paragraph", at->paragraph);
  set_count(L, "table", at->table);
  set_count(L, "row", at->row);
  set_count(L, "column", at->column);
}

void lgr_push_spot(lua_State *L, const gr_document *document, gr_place place) {
  gr_spot at;
  if (gr_document_spot(document, place.byte, place.byte_end, &at)) lgr_push_spot_at(L, &at);
  else lua_pushnil(L);
}

void lgr_set_lines(lua_State *L, gr_place place) {
  lua_pushinteger(L, (lua_Integer)place.line);
  lua_setfield(L, -2, "line");
  lua_pushinteger(L, (lua_Integer)place.column);
  lua_setfield(L, -2, "column");
  lua_pushinteger(L, (lua_Integer)place.byte);
  lua_setfield(L, -2, "byte");
  lua_pushinteger(L, (lua_Integer)place.byte_end);
  lua_setfield(L, -2, "byte_end");
}

void lgr_set_place(lua_State *L, const gr_document *document, gr_place place) {
  lgr_set_lines(L, place);
  lgr_push_spot(L, document, place);
  lua_setfield(L, -2, "spot");
}

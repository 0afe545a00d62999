/* govreport.Shingles: the set of the runs of characters of a text. */
#include "lgr_class.h"

/* core.shingles(text) -> Shingles; raises for text that is no UTF-8. [-1, +1] */
int lgr_shingles_new(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  lgr_box *box = lgr_new_box(L, LGR_SHINGLES, 0);
  gr_shingles *shingles;
  gr_status status = gr_shingles_new(text, NULL, &shingles);
  luaL_argcheck(L, status != GR_INPUT_ENCODING, 1, "no UTF-8");
  lgr_require(L, status);
  box->object = shingles;
  return 1;
}

static const gr_shingles *check(lua_State *L, int arg) { return lgr_check(L, arg, LGR_SHINGLES); }

/* #shingles [-1, +1] */
static int length(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_shingles_count(check(L, 1)));
  return 1;
}

/* Bytes that the set keeps. [-1, +1] */
static int memory(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_shingles_memory(check(L, 1)));
  return 1;
}

/* shingles:common(other) -> number of those that are in both [-2, +1] */
static int common(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_shingles_common(check(L, 1), check(L, 2)));
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_SHINGLES);
  gr_shingles_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_shingles(lua_State *L) {
  static const luaL_Reg getters[] = {{"memory", memory}, {NULL, NULL}};
  static const luaL_Reg methods[] = {{"common", common}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__len", length}, {"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_SHINGLES, getters, methods, metamethods);
}

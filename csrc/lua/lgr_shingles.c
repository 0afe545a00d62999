/* govreport.Shingles: the set of the runs of characters of a text; govreport.Frequency: how many texts have them. */
#include "lua/lgr_class.h"

#define FREQUENCY "govreport.Frequency"

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

/* shingles:overlap(other) -> weight of what is in both, weight of what is in either [-2, +2] */
static int overlap(lua_State *L) {
  size_t both, all;
  gr_shingles_overlap(check(L, 1), check(L, 2), &both, &all);
  lua_pushinteger(L, (lua_Integer)both);
  lua_pushinteger(L, (lua_Integer)all);
  return 2;
}

/* shingles:keys(rows) -> list of integers: sets that share one are worth comparing [-2, +1] */
static int keys(lua_State *L) {
  const gr_shingles *shingles = check(L, 1);
  lua_Integer rows = luaL_checkinteger(L, 2);
  luaL_argcheck(L, rows >= 1 && rows <= GR_SIGNATURE, 2, "1 to 128 rows");
  uint64_t list[GR_SIGNATURE];
  size_t count = gr_shingles_keys(shingles, (size_t)rows, list);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer)list[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* Getters [-1, +1] each. `digest` is that of the whole set, `weight` the sum over its members. */
static int digest(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_shingles_digest(check(L, 1)));
  return 1;
}

static int weight(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_shingles_weight(check(L, 1)));
  return 1;
}

/* shingles:weigh(frequency, limit): what occurs in more than `limit` texts weighs half from now on [-3, +0] */
static int weigh(lua_State *L) {
  gr_shingles *shingles = lgr_check(L, 1, LGR_SHINGLES);
  const gr_frequency *frequency = lgr_check(L, 2, FREQUENCY);
  lua_Integer limit = luaL_checkinteger(L, 3);
  luaL_argcheck(L, limit >= 0 && limit <= UINT32_MAX, 3, "a number of texts");
  gr_shingles_weigh(shingles, frequency, (uint32_t)limit);
  return 0;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_SHINGLES);
  gr_shingles_free(box->object);
  box->object = NULL;
  return 0;
}

/* ---- Frequency --------------------------------------------------------------------------------- */

/* core.frequency(shingles) -> Frequency, for about so many shingles in all texts [-1, +1] */
int lgr_frequency_new(lua_State *L) {
  lua_Integer shingles = luaL_checkinteger(L, 1);
  luaL_argcheck(L, shingles >= 0, 1, "a number of shingles");
  lgr_box *box = lgr_new_box(L, FREQUENCY, 0);
  gr_frequency *frequency;
  lgr_require(L, gr_frequency_new((size_t)shingles, NULL, &frequency));
  box->object = frequency;
  return 1;
}

/* frequency:add(shingles): one more text has them [-2, +0] */
static int add(lua_State *L) {
  gr_frequency *frequency = lgr_check(L, 1, FREQUENCY);
  gr_frequency_add(frequency, check(L, 2));
  return 0;
}

/* [-1, +0] */
static int collect_frequency(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, FREQUENCY);
  gr_frequency_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_shingles(lua_State *L) {
  static const luaL_Reg getters[] = {{"memory", memory}, {"digest", digest}, {"weight", weight}, {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"common", common}, {"overlap", overlap}, {"keys", keys}, {"weigh", weigh}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {{"__len", length}, {"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  static const luaL_Reg frequency_methods[] = {{"add", add}, {NULL, NULL}};
  static const luaL_Reg frequency_meta[] = {{"__gc", collect_frequency}, {"__close", collect_frequency}, {NULL, NULL}};
  lgr_class(L, LGR_SHINGLES, getters, methods, metamethods);
  lgr_class(L, FREQUENCY, NULL, frequency_methods, frequency_meta);
}

/* The search for the smallest changes with which sums hold. */
#include "lua/lgr_class.h"

/* The integer under a name of the table on top; false where there is none. [-0, +0] */
static bool integer_of(lua_State *L, const char *name, int64_t *out) {
  int is_integer;
  lua_getfield(L, -1, name);
  lua_Integer value = lua_tointegerx(L, -1, &is_integer);
  bool absent = lua_isnil(L, -1);
  lua_pop(L, 1);
  if (!absent && !is_integer) luaL_error(L, "repairs: '%s' is no integer", name);
  *out = absent ? 0 : value;
  return !absent;
}

/* Reads the cells at `arg`; how many there are. [-0, +0] */
static size_t add_cells(lua_State *L, int arg, gr_repairs *repairs) {
  size_t count = 0;
  for (; lua_rawgeti(L, arg, (lua_Integer)count + 1) == LUA_TTABLE; count++) {
    gr_variable cell;
    cell.known = integer_of(L, "value", &cell.value);
    cell.bounded = integer_of(L, "low", &cell.low);
    if (!integer_of(L, "step", &cell.step)) cell.step = 1;
    if (cell.step < 1) luaL_error(L, "repairs: 'step' is not above 0");
    lua_pop(L, 1);
    lgr_require(L, gr_repairs_cell(repairs, cell));
  }
  lua_pop(L, 1);
  return count;
}

static void add_sums(lua_State *L, int arg, gr_repairs *repairs, size_t cells) {
  for (lua_Integer i = 1; lua_rawgeti(L, arg, i) == LUA_TTABLE; i++) {
    size_t count = (size_t)lua_rawlen(L, -1) / 2;
    gr_term *terms = lua_newuserdatauv(L, (count + 1) * sizeof *terms, 0);
    for (size_t k = 0; k < count; k++) {
      lua_rawgeti(L, -2, (lua_Integer)(2 * k + 1));
      lua_rawgeti(L, -3, (lua_Integer)(2 * k + 2));
      lua_Integer cell = luaL_checkinteger(L, -2), sign = luaL_checkinteger(L, -1);
      if (cell < 1 || (size_t)cell > cells || (sign != 1 && sign != -1)) luaL_error(L, "repairs: no such term");
      terms[k] = (gr_term){(size_t)cell - 1, (int)sign};
      lua_pop(L, 2);
    }
    lgr_require(L, gr_repairs_sum(repairs, terms, count));
    lua_pop(L, 2);
  }
  lua_pop(L, 1);
}

/* [-0, +1] */
static void push_repair(lua_State *L, const gr_change *changes, size_t size) {
  lua_createtable(L, (int)size, 0);
  for (size_t i = 0; i < size; i++) {
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, (lua_Integer)changes[i].cell + 1);
    lua_setfield(L, -2, "cell");
    if (changes[i].has_low) {
      lua_pushinteger(L, changes[i].low);
      lua_setfield(L, -2, "low");
    }
    if (changes[i].has_high) {
      lua_pushinteger(L, changes[i].high);
      lua_setfield(L, -2, "high");
    }
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

/* core.repairs(cells, sums, budget, largest) -> list of repairs, steps; nil, steps where the budget was not enough. A
 * cell is `{value, low, step}`: without a value it is unknown, without `low` not bounded; a sum is
 * `{cell, sign, cell, sign, …}`, cells from 1; a repair is a list of `{cell, low, high}`. `largest` may be left out.
 * [-4, +2] */
int lgr_repairs_find(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer budget = luaL_checkinteger(L, 3), largest = luaL_optinteger(L, 4, LUA_MAXINTEGER);
  luaL_argcheck(L, budget >= 0, 3, "below 0");
  luaL_argcheck(L, largest >= 0, 4, "below 0");
  lgr_box *box = lgr_new_box(L, LGR_REPAIRS, 0);
  gr_repairs *repairs;
  lgr_require(L, gr_repairs_new(NULL, &repairs));
  box->object = repairs;
  size_t cells = add_cells(L, 1, repairs);
  add_sums(L, 2, repairs, cells);
  bool complete;
  lgr_require(L, gr_repairs_find(repairs, (uint64_t)budget, (size_t)largest, &complete));
  if (complete) {
    lua_newtable(L);
    for (size_t i = 0; i < gr_repairs_count(repairs); i++) {
      push_repair(L, gr_repairs_at(repairs, i), gr_repairs_size(repairs));
      lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
  } else {
    lua_pushnil(L);
  }
  lua_pushinteger(L, (lua_Integer)gr_repairs_steps(repairs));
  return 2;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_REPAIRS);
  gr_repairs_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_repairs(lua_State *L) {
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {NULL, NULL}};
  lgr_class(L, LGR_REPAIRS, NULL, NULL, metamethods);
}

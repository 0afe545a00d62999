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

/* The cells of a system that a search is about, renumbered: those that stand in the chosen sums, in order. */
typedef struct cell_map {
  size_t cells;       /* in the system */
  size_t *place_of;   /* by cell of the system: its place in the search from 1; 0 for none */
  size_t *cell_at;    /* by place in the search from 0: the cell of the system */
  size_t count;       /* in the search */
} cell_map;

/* [-0, +1] A sum: of the chosen ones, or of all where `chosen` is 0. */
static void push_sum(lua_State *L, int sums, int chosen, size_t i) {
  lua_Integer sum = (lua_Integer)i + 1;
  if (chosen != 0) {
    lua_rawgeti(L, chosen, sum);
    sum = luaL_checkinteger(L, -1);
    lua_pop(L, 1);
  }
  if (lua_rawgeti(L, sums, sum) != LUA_TTABLE) luaL_error(L, "repairs: no such sum");
}

/* [-0, +0] One term of the sum on top; its cell counted from 1. */
static gr_term term_at(lua_State *L, size_t k, size_t cells) {
  lua_rawgeti(L, -1, (lua_Integer)(2 * k + 1));
  lua_rawgeti(L, -2, (lua_Integer)(2 * k + 2));
  lua_Integer cell = luaL_checkinteger(L, -2), sign = luaL_checkinteger(L, -1);
  if (cell < 1 || (size_t)cell > cells || (sign != 1 && sign != -1)) luaL_error(L, "repairs: no such term");
  lua_pop(L, 2);
  return (gr_term){(size_t)cell, (int)sign};
}

/* [-0, +1] The cells that stand in the chosen sums; all where none are chosen. */
static cell_map push_map(lua_State *L, int cells, int sums, int chosen, size_t sum_count) {
  cell_map map = {(size_t)lua_rawlen(L, cells), NULL, NULL, 0};
  map.place_of = lua_newuserdatauv(L, 2 * (map.cells + 1) * sizeof *map.place_of, 0);
  map.cell_at = map.place_of + map.cells + 1;
  for (size_t cell = 0; cell <= map.cells; cell++) map.place_of[cell] = chosen == 0;
  for (size_t i = 0; i < sum_count && chosen != 0; i++) {
    push_sum(L, sums, chosen, i);
    for (size_t k = 0; k < (size_t)lua_rawlen(L, -1) / 2; k++) map.place_of[term_at(L, k, map.cells).cell] = 1;
    lua_pop(L, 1);
  }
  for (size_t cell = 1; cell <= map.cells; cell++) {
    if (map.place_of[cell] == 0) continue;
    map.cell_at[map.count] = cell;
    map.place_of[cell] = ++map.count;
  }
  return map;
}

static void add_cells(lua_State *L, int arg, gr_repairs *repairs, const cell_map *map) {
  for (size_t i = 0; i < map->count; i++) {
    gr_variable cell;
    lua_rawgeti(L, arg, (lua_Integer)map->cell_at[i]);
    if (!lua_istable(L, -1)) luaL_error(L, "repairs: a cell is no table");
    cell.known = integer_of(L, "value", &cell.value);
    cell.bounded = integer_of(L, "low", &cell.low);
    if (!integer_of(L, "step", &cell.step)) cell.step = 1;
    if (cell.step < 1) luaL_error(L, "repairs: 'step' is not above 0");
    lua_pop(L, 1);
    lgr_require(L, gr_repairs_cell(repairs, cell));
  }
}

static void add_sums(lua_State *L, int sums, int chosen, size_t sum_count, gr_repairs *repairs, const cell_map *map) {
  for (size_t i = 0; i < sum_count; i++) {
    push_sum(L, sums, chosen, i);
    size_t count = (size_t)lua_rawlen(L, -1) / 2;
    gr_term *terms = lua_newuserdatauv(L, (count + 1) * sizeof *terms, 0);
    lua_insert(L, -2);
    for (size_t k = 0; k < count; k++) {
      terms[k] = term_at(L, k, map->cells);
      terms[k].cell = map->place_of[terms[k].cell] - 1;
    }
    lgr_require(L, gr_repairs_sum(repairs, terms, count));
    lua_pop(L, 2);
  }
}

/* [-0, +1] */
static void push_repair(lua_State *L, const gr_change *changes, size_t size, const cell_map *map) {
  lua_createtable(L, (int)size, 0);
  for (size_t i = 0; i < size; i++) {
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, (lua_Integer)map->cell_at[changes[i].cell]);
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

/* core.repairs(cells, sums, budget, largest, chosen) -> list of repairs, steps; nil, steps where the budget was not
 * enough. A cell is `{value, low, step}`: without a value it is unknown, without `low` not bounded; a sum is
 * `{cell, sign, cell, sign, …}`, cells from 1; a repair is a list of `{cell, low, high}`. `largest` may be left out;
 * `chosen` lists the numbers of the sums that must hold, all where it is left out. [-5, +2] */
int lgr_repairs_find(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer budget = luaL_checkinteger(L, 3), largest = luaL_optinteger(L, 4, LUA_MAXINTEGER);
  luaL_argcheck(L, budget >= 0, 3, "below 0");
  luaL_argcheck(L, largest >= 0, 4, "below 0");
  int chosen = lua_isnoneornil(L, 5) ? 0 : 5;
  if (chosen != 0) luaL_checktype(L, chosen, LUA_TTABLE);
  size_t sum_count = (size_t)lua_rawlen(L, chosen != 0 ? chosen : 2);
  cell_map map = push_map(L, 1, 2, chosen, sum_count);
  lgr_box *box = lgr_new_box(L, LGR_REPAIRS, 0);
  gr_repairs *repairs;
  lgr_require(L, gr_repairs_new(NULL, &repairs));
  box->object = repairs;
  add_cells(L, 1, repairs, &map);
  add_sums(L, 2, chosen, sum_count, repairs, &map);
  bool complete;
  lgr_require(L, gr_repairs_find(repairs, (uint64_t)budget, (size_t)largest, &complete));
  if (complete) {
    lua_newtable(L);
    for (size_t i = 0; i < gr_repairs_count(repairs); i++) {
      push_repair(L, gr_repairs_at(repairs, i), gr_repairs_size(repairs), &map);
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

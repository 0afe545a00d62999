/* Alignment of a stretch of the tape with the rows that a form expects there. */
#include "lua/lgr_class.h"

#include <string.h>

/* [-0, +0] The text at the top of the stack. */
static gr_slice text_at_top(lua_State *L) {
  gr_slice text;
  text.data = luaL_checklstring(L, -1, &text.size);
  return text;
}

typedef gr_status (*adder)(gr_align *align, gr_slice text);

/* Adds the texts of the list under a key of the table on top. [-0, +0] */
static void add_texts(lua_State *L, const char *key, gr_align *align, adder add) {
  if (lua_getfield(L, -1, key) == LUA_TTABLE) {
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
      lgr_require(L, add(align, text_at_top(L)));
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void add_rows(lua_State *L, gr_align *align) {
  luaL_argcheck(L, lua_getfield(L, 1, "rows") == LUA_TTABLE, 1, "rows expected");
  for (lua_Integer i = 1; lua_rawgeti(L, -1, i) == LUA_TTABLE; i++) {
    lua_getfield(L, -1, "values");
    lua_Integer values = luaL_checkinteger(L, -1);
    luaL_argcheck(L, values > 0, 1, "a row without values");
    lua_pop(L, 1);
    lgr_require(L, gr_align_add_row(align, (size_t)values));
    add_texts(L, "labels", align, gr_align_add_label);
    add_texts(L, "groups", align, gr_align_add_group);
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
}

static void set_costs(lua_State *L, gr_align *align) {
  if (lua_getfield(L, 1, "costs") == LUA_TTABLE) {
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
      const char *name = luaL_checkstring(L, -2);
      lua_Integer cost = luaL_checkinteger(L, -1);
      size_t index = 0;
      while (gr_align_cost_name(index) != NULL && strcmp(gr_align_cost_name(index), name) != 0) index++;
      if (gr_align_cost_name(index) == NULL) luaL_error(L, "align: no cost '%s'", name);
      if (cost < 0 || cost > 100000) luaL_error(L, "align: the cost '%s' is not between 0 and 100000", name);
      gr_align_set_cost(align, index, (int32_t)cost);
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
}

static void set_number(lua_State *L, const char *key, size_t value) {
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, key);
}

/* Numbers from 1; nothing for none. */
static void set_index(lua_State *L, const char *key, size_t index) {
  if (index != GR_ALIGN_NONE) set_number(L, key, index + 1);
}

static void set_range(lua_State *L, gr_range range, size_t record) {
  set_number(L, "start", range.start + 1);
  set_number(L, "stop", range.end + 1);
  set_number(L, "record", record + 1);
}

static void push_values(lua_State *L, const gr_align *align) {
  size_t count = gr_align_value_count(align);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    gr_align_value value = gr_align_value_at(align, i);
    lua_createtable(L, 0, 8);
    set_range(L, value.range, value.record);
    set_index(L, "row", value.row);
    set_index(L, "column", value.column);
    set_index(L, "rival", value.rival);
    set_number(L, "margin", (size_t)(value.margin < 0 ? 0 : value.margin));
    lua_pushboolean(L, value.is_number);
    lua_setfield(L, -2, "is_number");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

static void push_texts(lua_State *L, const gr_align *align) {
  size_t count = gr_align_text_count(align);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    gr_align_text text = gr_align_text_at(align, i);
    lua_createtable(L, 0, 6);
    set_range(L, text.range, text.record);
    set_index(L, "row", text.row);
    set_number(L, "letters", text.letters);
    set_number(L, "unexplained", text.unexplained);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

static void push_rows(lua_State *L, const gr_align *align) {
  size_t count = gr_align_row_count(align);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    gr_align_row row = gr_align_row_at(align, i);
    lua_createtable(L, 0, 5);
    set_number(L, "values", row.values);
    set_number(L, "letters", row.letters);
    set_number(L, "matched", row.matched);
    set_number(L, "before", row.before);
    lua_pushboolean(L, row.seen);
    lua_setfield(L, -2, "seen");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

/* core.align_costs() -> map from the name of each cost to what it is where nothing else is said. [-n, +1] */
int lgr_align_costs(lua_State *L) {
  lua_newtable(L);
  for (size_t i = 0; gr_align_cost_name(i) != NULL; i++) {
    lua_pushinteger(L, gr_align_usual_cost(i));
    lua_setfield(L, -2, gr_align_cost_name(i));
  }
  return 1;
}

/* core.align(problem, tape, start, stop, budget, reach) -> what each value, text and row was taken for; nil where the
 * budget was not enough; and the steps. `problem` is `{rows = {{values, labels, groups}, …}, headers, across, costs}`;
 * without `reach` all other readings are weighed; the result is `{cost, rows, values, texts}`: see gr_align in
 * govreport.h, with numbers from 1. [-6, +2] */
int lgr_align(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  gr_slice tape;
  tape.data = luaL_checklstring(L, 2, &tape.size);
  lua_Integer start = luaL_checkinteger(L, 3), stop = luaL_checkinteger(L, 4), budget = luaL_checkinteger(L, 5);
  lua_Integer reach = luaL_optinteger(L, 6, -1);
  luaL_argcheck(L, start >= 1 && start <= stop && (size_t)stop <= tape.size + 1, 3, "not on the tape");
  luaL_argcheck(L, budget >= 0, 5, "below 0");
  luaL_argcheck(L, reach >= -1 && reach <= 100000, 6, "not between 0 and 100000");
  lua_settop(L, 5);
  lgr_box *box = lgr_new_box(L, LGR_ALIGN, 0);
  lua_getfield(L, 1, "across");
  gr_align *align;
  lgr_require(L, gr_align_new(lua_toboolean(L, -1), NULL, &align));
  box->object = align;
  lua_pop(L, 1);
  set_costs(L, align);
  if (reach >= 0) gr_align_set_reach(align, (int32_t)reach);
  add_rows(L, align);
  lua_pushvalue(L, 1);
  add_texts(L, "headers", align, gr_align_add_header);
  bool complete;
  gr_range range = {(size_t)start - 1, (size_t)stop - 1};
  lgr_require(L, gr_align_run(align, tape, range, (uint64_t)budget, &complete));
  if (complete) {
    lua_createtable(L, 0, 4);
    set_number(L, "cost", (size_t)gr_align_cost(align));
    push_rows(L, align);
    lua_setfield(L, -2, "rows");
    push_values(L, align);
    lua_setfield(L, -2, "values");
    push_texts(L, align);
    lua_setfield(L, -2, "texts");
  } else {
    lua_pushnil(L);
  }
  lua_pushinteger(L, (lua_Integer)gr_align_steps(align));
  gr_align_free(align);
  box->object = NULL;
  return 2;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_ALIGN);
  gr_align_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_align(lua_State *L) {
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {NULL, NULL}};
  lgr_class(L, LGR_ALIGN, NULL, NULL, metamethods);
}

/* What a script finds in place of what everybody has: the methods of strings and the operators of patterns belong to
 * metatables that all of Lua shares, so they are exchanged when a script begins and when it ends, when it calls a
 * function of ours and when that comes back (lgr_budget.c): in C, around a pcall, so that no error, not even one for want
 * of room on the stack, comes between. */
#include "lua/lgr_class.h"

/* Keys in the registry: the list of what is exchanged; whether scripts have it. */
static const char guards = 0, guest = 0;

/* core.guards{{object, key, value}, …}: while a script runs, object[key] is that value; there must be one now.
 * [-1, +0] */
int lgr_guards(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, 1); i++) {
    lua_rawgeti(L, 1, i);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_rawgeti(L, -1, 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    lua_rawgeti(L, -2, 2);
    if (lua_rawget(L, -2) == LUA_TNIL) return luaL_argerror(L, 1, "there is nothing to exchange");
    lua_settop(L, 1);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &guards);
  return 0;
}

/* Neither object nor key is new, so nothing is allocated. [-0, +0] */
static void exchange(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &guards);
  int list = lua_gettop(L);
  lua_Integer count = lua_istable(L, list) ? (lua_Integer)lua_rawlen(L, list) : 0;
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, list, i);
    lua_rawgeti(L, list + 1, 1);
    lua_rawgeti(L, list + 1, 2);
    lua_pushvalue(L, -1);
    lua_rawget(L, list + 2);            /* entry object key before */
    lua_insert(L, -2);                  /* entry object before key */
    lua_rawgeti(L, list + 1, 3);
    lua_rawset(L, list + 2);
    lua_rawseti(L, list + 1, 3);
    lua_settop(L, list);
  }
  lua_settop(L, list - 1);
}

bool lgr_is_guest(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &guest);
  bool is = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return is;
}

bool lgr_set_guest(lua_State *L, bool is_guest) {
  bool before = lgr_is_guest(L);
  if (before == is_guest) return before;
  exchange(L);
  lua_pushboolean(L, is_guest);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &guest);
  return before;
}

/* [-0, +0] */
void lgr_open_guest(lua_State *L) {
  lua_pushboolean(L, lgr_is_guest(L));
  lua_rawsetp(L, LUA_REGISTRYINDEX, &guest);   /* the key is there from now on */
}

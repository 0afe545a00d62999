/* Runs a function with a budget of instructions: for scripts that people write, which may loop by accident. What a
 * single C function does, string.rep or a pattern, is one instruction. */
#include "lua/lgr_class.h"

#include <limits.h>

/* Its address is the error that a spent budget raises: nothing else can be equal to it. */
static const char spent = 0;

/* So many calls are noted: the script stands behind some of ours. */
enum { NOTED = 30 };

/* Notes where the script stands: the functions that are Lua's, the innermost first. [-0, +0] */
static void note_place(lua_State *L) {
  lua_Debug frame;
  lua_pushliteral(L, "");
  for (int level = 0; level < NOTED && lua_getstack(L, level, &frame); level++) {
    if (!lua_getinfo(L, "Sl", &frame) || frame.currentline < 0) continue;
    const char *path = frame.source[0] == '@' ? frame.source + 1 : frame.short_src;
    lua_pushfstring(L, "%s%s:%d\n", lua_tostring(L, -1), path, frame.currentline);
    lua_remove(L, -2);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &spent);
}

/* Who catches the error meets it again at once, up to the end of the function that has the budget. */
static void stop(lua_State *L, lua_Debug *activation) {
  (void)activation;
  if (lua_gethookcount(L) > 1) note_place(L);
  lua_sethook(L, stop, LUA_MASKCOUNT, 1);
  lua_pushlightuserdata(L, (void *)&spent);
  lua_error(L);
}

/* core.spent: the error that a spent budget raises; who catches it has to raise it again. [-0, +1] */
void lgr_push_spent(lua_State *L) { lua_pushlightuserdata(L, (void *)&spent); }

/* core.limited(budget, f, …) -> like pcall(f, …); the error is core.spent where f needs more instructions than that, and
 * behind it stand the places where it was spent, `path:line`, the innermost first, one a line. A hook that was set is out
 * of work meanwhile. [-n, +m] */
int lgr_limited(lua_State *L) {
  lua_Integer budget = luaL_checkinteger(L, 1);
  luaL_argcheck(L, budget > 0 && budget <= INT_MAX, 1, "a number of instructions is expected");
  luaL_checkany(L, 2);
  lua_Hook hook = lua_gethook(L);
  int mask = lua_gethookmask(L), count = lua_gethookcount(L);
  lua_pushboolean(L, 1);
  lua_replace(L, 1);
  lua_sethook(L, stop, LUA_MASKCOUNT, (int)budget);
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  lua_sethook(L, hook, mask, count);
  if (status == LUA_OK) return lua_gettop(L);
  lua_pushboolean(L, 0);
  lua_replace(L, 1);
  if (lua_touserdata(L, 2) != (const void *)&spent) return 2;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &spent);
  return 3;
}

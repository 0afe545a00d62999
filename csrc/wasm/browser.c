/* What the page calls: Lua with the core and LPeg inside, and a stack of texts in and out. No file is opened, nothing is
 * fetched: the modules come with gr_browser_start, the documents with gr_browser_push. */
#include <emscripten.h>
#include <lauxlib.h>
#include <lualib.h>
#include <stdint.h>
#include <string.h>

int luaopen_govreport_core(lua_State *L);
int luaopen_govreport_docx(lua_State *L);
int luaopen_lpeg(lua_State *L);

/* The state; at 1 of its stack stands the table of the module page.browser, behind it a call or what it gave. */
static lua_State *state;

/* ---- modules --------------------------------------------------------------------------------- */

/* loader(name): compiles a module when it is first asked for; upvalues: its source, the name of its file [-1, +1] */
static int load_module(lua_State *L) {
  size_t size;
  const char *source = lua_tolstring(L, lua_upvalueindex(1), &size);
  if (luaL_loadbufferx(L, source, size, lua_tostring(L, lua_upvalueindex(2)), "t") != LUA_OK) return lua_error(L);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static uint32_t take_size(const char **at) {
  const unsigned char *bytes = (const unsigned char *)*at;
  *at += 4;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* [-0, +1] The next text of the packed modules. */
static void push_text(lua_State *L, const char **at) {
  size_t size = take_size(at);
  lua_pushlstring(L, *at, size);
  *at += size;
}

/* Name, file and source of each module, each behind its size; see page/pack.lua [-0, +0] */
static void preload_sources(lua_State *L, const char *at, const char *end) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
  while (at < end) {
    push_text(L, &at);   /* name */
    push_text(L, &at);   /* file */
    push_text(L, &at);   /* source */
    lua_insert(L, -2);
    lua_pushcclosure(L, load_module, 2);
    lua_settable(L, -3);
  }
  lua_pop(L, 1);
}

static void preload_libraries(lua_State *L) {
  static const luaL_Reg libraries[] = {{"govreport.core", luaopen_govreport_core},
                                       {"govreport.docx", luaopen_govreport_docx},
                                       {"lpeg", luaopen_lpeg},
                                       {NULL, NULL}};
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
  luaL_setfuncs(L, libraries, 0);
  lua_pop(L, 1);
}

/* start(modules, end) -> the module page.browser [-2, +1] */
static int start(lua_State *L) {
  const char *modules = lua_touserdata(L, 1), *end = lua_touserdata(L, 2);
  luaL_openlibs(L);
  preload_libraries(L);
  preload_sources(L, modules, end);
  lua_getglobal(L, "require");
  lua_pushliteral(L, "page.browser");
  lua_call(L, 1, 1);
  return 1;
}

/* message(what) -> text: where the fault stands, for who mends it [-1, +1] */
static int message(lua_State *L) {
  luaL_traceback(L, L, luaL_tolstring(L, 1, NULL), 1);
  return 1;
}

/* ---- what the page calls --------------------------------------------------------------------- */

/* Makes the state anew of packed modules. 0; -1 where that failed, and result 0 says why. */
EMSCRIPTEN_KEEPALIVE int gr_browser_start(const char *modules, size_t size) {
  if (state != NULL) lua_close(state);
  state = luaL_newstate();
  if (state == NULL) return -1;
  lua_pushcfunction(state, message);
  lua_pushcfunction(state, start);
  lua_pushlightuserdata(state, (void *)(uintptr_t)modules);
  lua_pushlightuserdata(state, (void *)(uintptr_t)(modules + size));
  int status = lua_pcall(state, 2, 1, 1);
  lua_remove(state, 1);
  if (status == LUA_OK) return 0;
  lua_pushnil(state);
  lua_insert(state, 1);
  return -1;
}

/* Begins the call of a function of page.browser, whose arguments are pushed next. */
EMSCRIPTEN_KEEPALIVE void gr_browser_begin(const char *name) {
  lua_settop(state, 1);
  lua_pushcfunction(state, message);
  lua_getfield(state, 1, name);
}

/* 0; -1 where there is no room. */
EMSCRIPTEN_KEEPALIVE int gr_browser_push(const char *bytes, size_t size) {
  if (!lua_checkstack(state, 1)) return -1;
  lua_pushlstring(state, bytes, size);
  return 0;
}

/* The number of results, all of them texts; -1 where the function raised an error, which is result 0. */
EMSCRIPTEN_KEEPALIVE int gr_browser_call(void) {
  int status = lua_pcall(state, lua_gettop(state) - 3, LUA_MULTRET, 2);
  lua_remove(state, 2);
  return status == LUA_OK ? lua_gettop(state) - 1 : -1;
}

/* A result of the last call, good until the next begins. */
EMSCRIPTEN_KEEPALIVE const char *gr_browser_result(int i) { return lua_tostring(state, i + 2); }
EMSCRIPTEN_KEEPALIVE size_t gr_browser_result_size(int i) {
  size_t size = 0;
  (void)lua_tolstring(state, i + 2, &size);
  return size;
}

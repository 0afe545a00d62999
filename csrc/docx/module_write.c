#include "docx/module.h"
#include "docx/writer.h"

#define WRITER_CLASS "govreport.docx.Writer"

static int free_writer(lua_State *L) {
  writer_free(luaL_checkudata(L, 1, WRITER_CLASS));
  return 0;
}

/* Lua collects it, whatever raises. [-0, +1] */
static writer *push_writer(lua_State *L) {
  writer *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (writer){.bytes = NULL};
  luaL_setmetatable(L, WRITER_CLASS);
  return own;
}

/* A string of a table, which keeps it. [-0, +0] */
static gr_slice check_string(lua_State *L, int index, const char *what) {
  gr_slice text;
  if (lua_type(L, index) != LUA_TSTRING) luaL_error(L, "%s of an entry is a string", what);
  text.data = lua_tolstring(L, index, &text.size);
  return text;
}

/* The bytes; or nil, a code, {part, byte} [-0, +1 or +3] */
static int push_written(lua_State *L, writer *own, docx_problem problem) {
  if (problem != DOCX_OK) return module_fail(L, own->name, problem, 0);
  lua_pushlstring(L, own->bytes, own->size);
  writer_free(own);
  return 1;
}

/* docx.write{{name, bytes}, …} -> the bytes of a package of these entries, in this order; or nil, a code, {part, byte}
 * [-1, +1 or +3] */
int module_write(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  size_t count = (size_t)lua_rawlen(L, 1);
  luaL_argcheck(L, count >= 1 && count <= DOCX_MAX_ENTRIES, 1, "a package has one entry at least, and 4096 at most");
  writer *own = push_writer(L);
  writer_part *parts = lua_newuserdatauv(L, count * sizeof *parts, 0);
  for (size_t i = 0; i < count; i++) {
    if (lua_rawgeti(L, 1, (lua_Integer)i + 1) != LUA_TTABLE) return luaL_argerror(L, 1, "a list of {name, bytes} is expected");
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, -2, 2);
    parts[i] = (writer_part){check_string(L, -2, "the name"), check_string(L, -1, "the content")};
    lua_pop(L, 3);
  }
  return push_written(L, own, writer_make(own, parts, count));
}

/* docx.rewrite(bytes, {[name] = new bytes}) -> the bytes of the package with these entries replaced, or added behind the
 * others; or nil, a code, {part, byte} [-2, +1 or +3] */
int module_rewrite(lua_State *L) {
  gr_slice package;
  package.data = luaL_checklstring(L, 1, &package.size);
  luaL_checktype(L, 2, LUA_TTABLE);
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) count++;
  luaL_argcheck(L, count <= DOCX_MAX_ENTRIES, 2, "a package has 4096 entries at most");
  writer *own = push_writer(L);
  writer_part *parts = lua_newuserdatauv(L, (count + 1) * sizeof *parts, 0);
  size_t filled = 0;
  for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) {
    parts[filled++] = (writer_part){check_string(L, -2, "the name"), check_string(L, -1, "the content")};
  }
  return push_written(L, own, writer_change(own, package, parts, count));
}

void module_begin_write(lua_State *L) {
  if (luaL_newmetatable(L, WRITER_CLASS)) {
    lua_pushcfunction(L, free_writer);
    lua_setfield(L, -2, "__gc");
  }
  lua_pop(L, 1);
}

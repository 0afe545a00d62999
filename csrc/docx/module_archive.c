/* govreport.docx.Archive: a ZIP archive with documents in it. User value: the Lua string that holds the bytes. */
#include "docx/module.h"

#define ARCHIVE_CLASS "govreport.docx.Archive"

static docx_package *check(lua_State *L) { return luaL_checkudata(L, 1, ARCHIVE_CLASS); }

static int free_archive(lua_State *L) {
  package_close(check(L));
  return 0;
}

int module_archive(lua_State *L) {
  gr_slice bytes;
  bytes.data = luaL_checklstring(L, 1, &bytes.size);
  docx_package *own = lua_newuserdatauv(L, sizeof *own, 1);
  *own = (docx_package){.archive = NULL};
  luaL_setmetatable(L, ARCHIVE_CLASS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  docx_problem problem = package_open_archive(own, bytes);
  return problem == DOCX_OK ? 1 : module_fail(L, own->name, problem, 0);
}

/* archive:names() -> list of the names of its entries, in the bytes that they have [-1, +1] */
static int names(lua_State *L) {
  const docx_package *own = check(L);
  zip_int64_t count = own->archive == NULL ? 0 : zip_get_num_entries(own->archive, 0);
  lua_createtable(L, (int)count, 0);
  for (zip_int64_t i = 0; i < count; i++) {
    const char *name = zip_get_name(own->archive, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
    lua_pushstring(L, name == NULL ? "" : name);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* archive:read(index) -> what the entry of that name holds; or nil, a code, {part, byte} [-2, +1 or +3] */
static int read_entry(lua_State *L) {
  docx_package *own = check(L);
  lua_Integer index = luaL_checkinteger(L, 2);
  zip_int64_t count = own->archive == NULL ? 0 : zip_get_num_entries(own->archive, 0);
  luaL_argcheck(L, index >= 1 && index <= (lua_Integer)count, 2, "the number of an entry is expected");
  docx_problem problem = package_read_entry(own, (zip_uint64_t)index - 1);
  if (problem != DOCX_OK) return module_fail(L, own->name, problem, 0);
  lua_pushlstring(L, own->part, own->part_size);
  package_forget(own);
  return 1;
}

void module_begin_archive(lua_State *L) {
  static const luaL_Reg methods[] = {{"names", names}, {"read", read_entry}, {NULL, NULL}};
  if (luaL_newmetatable(L, ARCHIVE_CLASS)) {
    lua_pushcfunction(L, free_archive);
    lua_setfield(L, -2, "__gc");
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
}

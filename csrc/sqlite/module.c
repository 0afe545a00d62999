/* The module: opening, closing, statements without results, copies of whole files. */
#include "sqlite/database.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* ---- failures ---------------------------------------------------------------------------------- */

static const struct {
  int result;
  const char *code;
} codes[] = {
    {SQLITE_BUSY, "sqlite.busy"},         {SQLITE_LOCKED, "sqlite.busy"},
    {SQLITE_NOTADB, "sqlite.not_a_database"}, {SQLITE_CORRUPT, "sqlite.corrupt"},
    {SQLITE_FULL, "sqlite.full"},         {SQLITE_CANTOPEN, "sqlite.cannot_open"},
    {SQLITE_READONLY, "sqlite.read_only"}, {SQLITE_PERM, "sqlite.read_only"},
    {SQLITE_IOERR, "sqlite.io"},          {SQLITE_CONSTRAINT, "sqlite.constraint"},
    {SQLITE_NOMEM, "sqlite.memory"},      {SQLITE_TOOBIG, "sqlite.too_big"},
};

static const char *code_of(int result) {
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    if (codes[i].result == (result & 0xFF)) return codes[i].code;
  }
  return "sqlite.failed";
}

int database_fail(lua_State *L, sqlite3 *handle, int result) {
  luaL_pushfail(L);
  lua_pushstring(L, handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(result));
  lua_pushstring(L, code_of(result));
  return 3;
}

static int succeed(lua_State *L) {
  lua_pushboolean(L, 1);
  return 1;
}

/* ---- the box ----------------------------------------------------------------------------------- */

database *database_check(lua_State *L, int arg) {
  database *own = luaL_checkudata(L, arg, SQLITE_DATABASE);
  if (own->handle == NULL) luaL_error(L, "the database is closed");
  return own;
}

/* Finishes all statements that were kept. [-0, +0] */
static void finish_statements(lua_State *L, int arg) {
  if (lua_getiuservalue(L, arg, 1) == LUA_TTABLE) {
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) (void)sqlite3_finalize(lua_touserdata(L, -1));
  }
  lua_pop(L, 1);
  lua_pushnil(L);
  lua_setiuservalue(L, arg, 1);
}

/* db:close() -> true. What an iterator still holds ends with it. [-1, +1] */
static int close_database(lua_State *L) {
  database *own = luaL_checkudata(L, 1, SQLITE_DATABASE);
  if (own->handle != NULL) {
    finish_statements(L, 1);
    (void)sqlite3_close_v2(own->handle);   /* closes when the last iterator has ended */
    own->handle = NULL;
  }
  return succeed(L);
}

static double seconds_option(lua_State *L, int arg, const char *name) {
  int is_number = 1;
  double seconds = lua_getfield(L, arg, name) == LUA_TNIL ? 0 : lua_tonumberx(L, -1, &is_number);
  luaL_argcheck(L, is_number && seconds >= 0 && seconds < 1e6, arg, "a number of seconds is expected");
  lua_pop(L, 1);
  return seconds;
}

/* A path, as SQLite takes it: Debian's library understands "file:…" as an address with options; here it is the name of a
 * file like any other. [-0, +1] */
static const char *push_path(lua_State *L, int arg) {
  size_t size;
  const char *path = luaL_checklstring(L, arg, &size);
  luaL_argcheck(L, strlen(path) == size, arg, "a zero byte in a path");
  luaL_argcheck(L, size > 0, arg, "a path is expected");
  return lua_pushfstring(L, "%s%s", strncmp(path, "file:", 5) == 0 ? "./" : "", path);
}

/* sqlite.open(path[, {readonly, busy_seconds}]) -> Database, which is made where there is none; nil, message, code.
 * `busy_seconds`: how long it is waited for others who write. [-2, +1 or +3] */
static int open_database(lua_State *L) {
  lua_settop(L, 2);
  if (lua_isnil(L, 2)) {
    lua_newtable(L);
    lua_replace(L, 2);
  }
  luaL_checktype(L, 2, LUA_TTABLE);
  int milliseconds = (int)(seconds_option(L, 2, "busy_seconds") * 1000);
  lua_getfield(L, 2, "readonly");
  int flags = lua_toboolean(L, -1) ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const char *path = push_path(L, 1);
  database *own = lua_newuserdatauv(L, sizeof *own, 1);
  *own = (database){0};
  luaL_setmetatable(L, SQLITE_DATABASE);
  lua_newtable(L);
  lua_setiuservalue(L, -2, 1);
  int result = sqlite3_open_v2(path, &own->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (result == SQLITE_OK) result = packed_table_add(own->handle, &own->rows);
  if (result != SQLITE_OK) {
    int count = database_fail(L, own->handle, result);
    (void)sqlite3_close_v2(own->handle);
    own->handle = NULL;
    return count;
  }
  (void)sqlite3_extended_result_codes(own->handle, 1);
  (void)sqlite3_busy_timeout(own->handle, milliseconds);
  return 1;
}

/* ---- statements -------------------------------------------------------------------------------- */

const char *database_check_sql(lua_State *L, int arg, size_t *size) {
  const char *sql = luaL_checklstring(L, arg, size);
  luaL_argcheck(L, *size < INT_MAX, arg, "the statement is too long");
  luaL_argcheck(L, strlen(sql) == *size, arg, "a zero byte in a statement");
  return sql;
}

int database_is_whole(const char *rest) { return rest[strspn(rest, " \t\r\n;")] == '\0'; }

sqlite3_stmt *database_statement(lua_State *L, database *own, int arg, int *result) {
  size_t size;
  const char *sql = database_check_sql(L, arg, &size), *rest = NULL;
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, arg);
  lua_rawget(L, -2);
  sqlite3_stmt *statement = lua_touserdata(L, -1);
  lua_pop(L, 1);
  *result = SQLITE_OK;
  if (statement == NULL) {   /* its place is made first: then nothing can raise before the map has the statement */
    lua_pushvalue(L, arg);
    lua_pushboolean(L, 0);
    lua_rawset(L, -3);
  }
  lua_pop(L, 1);
  if (statement != NULL) return statement;
  *result = sqlite3_prepare_v3(own->handle, sql, (int)size + 1, SQLITE_PREPARE_PERSISTENT, &statement, &rest);
  if (*result != SQLITE_OK) return NULL;
  if (statement == NULL || !database_is_whole(rest)) {
    (void)sqlite3_finalize(statement);
    luaL_argerror(L, arg, "one statement is expected");
  }
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, arg);
  lua_pushlightuserdata(L, statement);
  lua_rawset(L, -3);
  lua_pop(L, 1);
  return statement;
}

int database_bind(lua_State *L, sqlite3_stmt *statement, int first, int last) {
  int count = sqlite3_bind_parameter_count(statement), given = last - first + 1, result = SQLITE_OK;
  if (given != count) luaL_error(L, "the statement has %d parameters, not %d", count, given);
  for (int i = 1; i <= given && result == SQLITE_OK; i++) {
    int at = first + i - 1;
    size_t size;
    switch (lua_type(L, at)) {
    case LUA_TNIL: result = sqlite3_bind_null(statement, i); break;
    case LUA_TBOOLEAN: result = sqlite3_bind_int64(statement, i, lua_toboolean(L, at)); break;
    case LUA_TNUMBER:
      result = lua_isinteger(L, at) ? sqlite3_bind_int64(statement, i, lua_tointeger(L, at))
                                    : sqlite3_bind_double(statement, i, lua_tonumber(L, at));
      break;
    case LUA_TSTRING: {
      const char *text = lua_tolstring(L, at, &size);
      result = sqlite3_bind_text64(statement, i, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
      break;
    }
    default: luaL_argerror(L, at, "a text, a number, a boolean or nil is expected");
    }
  }
  return result;
}

/* db:exec(sql) -> true: one statement or several, whose rows nobody wants. [-2, +1 or +3] */
static int exec(lua_State *L) {
  database *own = database_check(L, 1);
  size_t size;
  int result = sqlite3_exec(own->handle, database_check_sql(L, 2, &size), NULL, NULL, NULL);
  return result == SQLITE_OK ? succeed(L) : database_fail(L, own->handle, result);
}

/* db:changes() -> how many rows the last statement changed. [-1, +1] */
static int changes(lua_State *L) {
  lua_pushinteger(L, sqlite3_changes(database_check(L, 1)->handle));
  return 1;
}

/* db:is_moved() -> whether its file has no more the name with which it was opened. [-1, +1] */
static int is_moved(lua_State *L) {
  int moved = 0;
  (void)sqlite3_file_control(database_check(L, 1)->handle, NULL, SQLITE_FCNTL_HAS_MOVED, &moved);
  lua_pushboolean(L, moved);
  return 1;
}

/* db:copy_from(path) -> true: all that the database at a path holds becomes what is here, or nothing does. [-2, +1 or +3] */
static int copy_from(lua_State *L) {
  database *own = database_check(L, 1);
  const char *path = push_path(L, 2);
  sqlite3 *from = NULL;
  int result = sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY, NULL);
  sqlite3_backup *backup = result == SQLITE_OK ? sqlite3_backup_init(own->handle, "main", from, "main") : NULL;
  if (backup != NULL) {
    result = sqlite3_backup_step(backup, -1);
    int end = sqlite3_backup_finish(backup);
    if (result == SQLITE_DONE) result = end;
  } else if (result == SQLITE_OK) {
    result = sqlite3_errcode(own->handle);
  }
  int count = result == SQLITE_OK ? succeed(L) : database_fail(L, NULL, result);
  (void)sqlite3_close_v2(from);
  return count;
}

static int to_string(lua_State *L) {
  const database *own = luaL_checkudata(L, 1, SQLITE_DATABASE);
  const char *path = own->handle != NULL ? sqlite3_db_filename(own->handle, "main") : NULL;
  lua_pushfstring(L, "%s: %s", SQLITE_DATABASE, own->handle == NULL ? "closed" : path != NULL ? path : "");
  return 1;
}

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_sqlite(lua_State *L);

int luaopen_govreport_sqlite(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"exec", exec},                /* exec(sql) -> true */
      {"insert", database_insert},   /* insert(sql, packed, columns) -> number of rows */
      {"query", database_query},     /* query(sql, …) -> list of rows */
      {"each", database_each},       /* each(sql, …) -> iterator over rows */
      {"copy_from", copy_from},      /* copy_from(path) -> true */
      {"changes", changes},
      {"is_moved", is_moved},        /* is_moved() -> whether the file is no more at its path */
      {"close", close_database},
      {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {
      {"__gc", close_database}, {"__close", close_database}, {"__tostring", to_string}, {NULL, NULL}};
  static const luaL_Reg functions[] = {
      {"open", open_database},   /* open(path, options) -> Database, or nil, message, code */
      {NULL, NULL},
  };
  luaL_checkversion(L);
  if (luaL_newmetatable(L, SQLITE_DATABASE)) {
    luaL_setfuncs(L, metamethods, 0);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  database_open_rows(L);
  luaL_newlib(L, functions);
  lua_pushstring(L, sqlite3_libversion());
  lua_setfield(L, -2, "version");
  return 1;
}

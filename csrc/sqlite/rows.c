/* Rows into a database, from packed strings; and out of one, as tables. */
#include "sqlite/database.h"

/* ---- in ---------------------------------------------------------------------------------------- */

/* db:insert(sql, packed, columns) -> number of rows: a statement for which they are the table `packed` with the columns c1,
 * c2, … . All are taken in or none is. nil, message, code, number of the row that was refused. Raises where the packed rows are
 * not whole. [-4, +1 or +4] */
int database_insert(lua_State *L) {
  database *own = database_check(L, 1);
  packed all = packed_at(L, 3);
  lua_Integer columns = luaL_checkinteger(L, 4);
  luaL_argcheck(L, columns > 0 && columns <= PACKED_MOST_COLUMNS, 4, "a number of columns is expected");
  int result;
  sqlite3_stmt *statement = database_statement(L, own, 2, &result);
  if (statement == NULL) return database_fail(L, own->handle, result);
  luaL_argcheck(L, sqlite3_bind_parameter_count(statement) == 0, 2, "the statement has parameters");
  packed_check(L, all, columns);
  own->rows = (packed_rows){.all = all, .columns = (int)columns};
  do result = sqlite3_step(statement); while (result == SQLITE_ROW);
  lua_Integer number = own->rows.number;
  own->rows = (packed_rows){.columns = 0};
  int pushed = result == SQLITE_DONE ? 0 : database_fail(L, own->handle, result);
  (void)sqlite3_reset(statement);
  lua_pushinteger(L, number);
  return pushed + 1;
}

/* ---- out --------------------------------------------------------------------------------------- */

void database_push_column(lua_State *L, sqlite3_stmt *statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
  case SQLITE_INTEGER: lua_pushinteger(L, sqlite3_column_int64(statement, column)); break;
  case SQLITE_FLOAT: lua_pushnumber(L, sqlite3_column_double(statement, column)); break;
  case SQLITE_TEXT: {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    lua_pushlstring(L, text != NULL ? text : "", (size_t)sqlite3_column_bytes(statement, column));
    break;
  }
  case SQLITE_BLOB: {
    const char *bytes = sqlite3_column_blob(statement, column);
    lua_pushlstring(L, bytes != NULL ? bytes : "", (size_t)sqlite3_column_bytes(statement, column));
    break;
  }
  default: lua_pushnil(L);
  }
}

/* The row that a statement stands at, as a list with `n`, which says how many values it has. [-0, +1] */
static void push_row(lua_State *L, sqlite3_stmt *statement) {
  int count = sqlite3_column_count(statement);
  lua_createtable(L, count, 1);
  for (int i = 0; i < count; i++) {
    database_push_column(L, statement, i);
    lua_rawseti(L, -2, i + 1);
  }
  lua_pushinteger(L, count);
  lua_setfield(L, -2, "n");
}

/* An iterator owns its statement: several may be on their way with the same text. */
typedef struct rows {
  sqlite3_stmt *statement;   /* NULL at the end */
  sqlite3 *handle;
} rows;

static int end_rows(lua_State *L) {
  rows *own = luaL_checkudata(L, 1, SQLITE_ROWS);
  (void)sqlite3_finalize(own->statement);
  own->statement = NULL;
  return 0;
}

/* The statement of the text at 2 with what stands behind it as parameters, in a box on the stack; NULL where it cannot be
 * had, and the result. [-0, +1] */
static rows *begin(lua_State *L, database *own, int *result) {
  size_t size;
  const char *sql = database_check_sql(L, 2, &size), *rest = NULL;
  int last = lua_gettop(L);
  rows *made = lua_newuserdatauv(L, sizeof *made, 1);
  *made = (rows){NULL, own->handle};
  luaL_setmetatable(L, SQLITE_ROWS);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  *result = sqlite3_prepare_v2(own->handle, sql, (int)size + 1, &made->statement, &rest);
  if (*result != SQLITE_OK) return NULL;
  luaL_argcheck(L, made->statement != NULL && database_is_whole(rest), 2, "one statement is expected");
  *result = database_bind(L, made->statement, 3, last);
  return *result == SQLITE_OK ? made : NULL;
}

/* db:query(sql, …) -> list of rows, each a list of values with `n`. [-n, +1 or +3] */
int database_query(lua_State *L) {
  database *own = database_check(L, 1);
  int result;
  rows *made = begin(L, own, &result);
  if (made == NULL) return database_fail(L, own->handle, result);
  lua_newtable(L);
  for (lua_Integer i = 1; (result = sqlite3_step(made->statement)) == SQLITE_ROW; i++) {
    push_row(L, made->statement);
    lua_rawseti(L, -2, i);
  }
  if (result != SQLITE_DONE) return database_fail(L, own->handle, result);
  (void)sqlite3_finalize(made->statement);
  made->statement = NULL;
  return 1;
}

/* The step of db:each(): the next row; nil at the end. Raises what SQLite says: nobody asks a loop. [-n, +1] */
static int next_row(lua_State *L) {
  rows *own = luaL_checkudata(L, lua_upvalueindex(1), SQLITE_ROWS);
  if (own->statement == NULL) return 0;
  int result = sqlite3_step(own->statement);
  if (result == SQLITE_ROW) {
    push_row(L, own->statement);
    return 1;
  }
  if (result != SQLITE_DONE) lua_pushstring(L, sqlite3_errmsg(own->handle));
  (void)sqlite3_finalize(own->statement);   /* the handle as well, where the database was closed before */
  own->statement = NULL;
  return result == SQLITE_DONE ? 0 : lua_error(L);
}

/* db:each(sql, …) -> what a generic `for` takes: an iterator over the rows, and what is closed at its end. Or nil,
 * message, code. [-n, +4 or +3] */
int database_each(lua_State *L) {
  database *own = database_check(L, 1);
  int result;
  if (begin(L, own, &result) == NULL) return database_fail(L, own->handle, result);
  lua_pushvalue(L, -1);
  lua_pushcclosure(L, next_row, 1);
  lua_pushnil(L);
  lua_pushnil(L);
  lua_rotate(L, -4, 3);   /* the box behind them */
  return 4;
}

void database_open_rows(lua_State *L) {
  if (luaL_newmetatable(L, SQLITE_ROWS)) {
    lua_pushcfunction(L, end_rows);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, end_rows);
    lua_setfield(L, -2, "__close");
  }
  lua_pop(L, 1);
}

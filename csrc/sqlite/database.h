/* The module govreport.sqlite: databases of SQLite, written from packed rows. It knows nothing of reports. */
#ifndef GR_SQLITE_DATABASE_H
#define GR_SQLITE_DATABASE_H

#include <lauxlib.h>
#include <lua.h>
#include <sqlite3.h>

#include "sqlite/packed_table.h"

#define SQLITE_DATABASE "govreport.sqlite.Database"
#define SQLITE_ROWS "govreport.sqlite.Rows"

/* The user value of the box is a map from SQL to its statement, a light userdata: they are prepared once. */
typedef struct database {
  sqlite3 *handle;    /* NULL when closed */
  packed_rows rows;   /* what a statement sees as the table `packed`: none but while `insert` runs */
} database;

/* The database at `arg`; raises where there is none, or it is closed. */
database *database_check(lua_State *L, int arg);
/* nil, what SQLite says, a code. [-0, +3] */
int database_fail(lua_State *L, sqlite3 *handle, int result);
/* A text of SQL at `arg`, and its size; raises where it cannot be one. */
const char *database_check_sql(lua_State *L, int arg, size_t *size);
/* The statement of a text at `arg`, prepared once; NULL where it cannot be, and the result. Raises where it is none, or
 * several. [-0, +0] */
sqlite3_stmt *database_statement(lua_State *L, database *own, int arg, int *result);
/* Whether nothing but space stands behind a statement. */
int database_is_whole(const char *rest);
/* Gives a statement its parameters: the values from `first` to `last`. Raises where there are more or fewer, and for a value
 * that no column can hold. [-0, +0] */
int database_bind(lua_State *L, sqlite3_stmt *statement, int first, int last);
/* A column of the row that a statement stands at. [-0, +1] */
void database_push_column(lua_State *L, sqlite3_stmt *statement, int column);

/* Methods. [-args, +results] */
int database_insert(lua_State *L);
int database_query(lua_State *L);
int database_each(lua_State *L);

/* Registers the class of iterators. [-0, +0] */
void database_open_rows(lua_State *L);

#endif

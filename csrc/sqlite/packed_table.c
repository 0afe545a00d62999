/* Packed rows as a table of SQL, so that one statement can take in all of them: it is begun and ended once, and goes on in
 * the tables it writes where the row before was. */
#include "sqlite/packed_table.h"

#include <stdio.h>

/* The table `packed` of a database: at any time it shows what `rows` says. */
typedef struct packed_table {
  sqlite3_vtab base;
  packed_rows *rows;
} packed_table;

typedef struct packed_cursor {
  sqlite3_vtab_cursor base;
  packed from;   /* behind the row */
  bool is_row;   /* false at the end */
  packed_value values[PACKED_MOST_COLUMNS];
} packed_cursor;

/* ---- the table --------------------------------------------------------------------------------- */

/* What SQLite frees is to be what it made. */
static void *allocate(size_t size) {
  void *made = sqlite3_malloc64(size);
  if (made != NULL) memset(made, 0, size);
  return made;
}

static int connect_table(sqlite3 *handle, void *rows, int count, const char *const *names, sqlite3_vtab **made, char **message) {
  (void)count;
  (void)names;
  (void)message;
  char sql[sizeof "CREATE TABLE packed ()" + PACKED_MOST_COLUMNS * sizeof "c00,"];
  int size = snprintf(sql, sizeof sql, "CREATE TABLE packed (c1");
  for (int i = 2; i <= PACKED_MOST_COLUMNS; i++) size += snprintf(sql + size, sizeof sql - (size_t)size, ",c%d", i);
  (void)snprintf(sql + size, sizeof sql - (size_t)size, ")");
  int result = sqlite3_declare_vtab(handle, sql);
  packed_table *own = result == SQLITE_OK ? allocate(sizeof *own) : NULL;
  if (own == NULL) return result == SQLITE_OK ? SQLITE_NOMEM : result;
  own->rows = rows;
  *made = &own->base;
  return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

/* There is one way to go through it: from the first row to the last. */
static int plan(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  (void)info;
  return SQLITE_OK;
}

/* ---- a cursor ---------------------------------------------------------------------------------- */

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **made) {
  (void)table;
  packed_cursor *own = allocate(sizeof *own);
  if (own == NULL) return SQLITE_NOMEM;
  *made = &own->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static packed_rows *rows_of(sqlite3_vtab_cursor *cursor) { return ((packed_table *)cursor->pVtab)->rows; }

static int next_row(sqlite3_vtab_cursor *cursor) {
  packed_cursor *own = (packed_cursor *)cursor;
  packed_rows *rows = rows_of(cursor);
  own->is_row = own->from.at < own->from.end;
  if (!own->is_row) return SQLITE_OK;
  for (int i = 0; i < rows->columns; i++) own->values[i] = packed_next(&own->from);
  rows->number++;
  return SQLITE_OK;
}

static int first_row(sqlite3_vtab_cursor *cursor, int plan_number, const char *plan_text, int count, sqlite3_value **values) {
  (void)plan_number;
  (void)plan_text;
  (void)count;
  (void)values;
  packed_rows *rows = rows_of(cursor);
  ((packed_cursor *)cursor)->from = rows->all;
  rows->number = 0;
  return next_row(cursor);
}

static int is_at_end(sqlite3_vtab_cursor *cursor) { return !((packed_cursor *)cursor)->is_row; }

/* Texts are not copied: the packed string outlives the statement. */
static int give_column(sqlite3_vtab_cursor *cursor, sqlite3_context *to, int column) {
  if (column >= rows_of(cursor)->columns) return SQLITE_OK;
  const packed_value *value = &((packed_cursor *)cursor)->values[column];
  switch (value->kind) {
  case PACKED_INTEGER: sqlite3_result_int64(to, value->as.integer); break;
  case PACKED_DOUBLE: sqlite3_result_double(to, value->as.real); break;
  case PACKED_TEXT: sqlite3_result_text64(to, value->as.text.bytes, value->as.text.size, SQLITE_STATIC, SQLITE_UTF8); break;
  }
  return SQLITE_OK;
}

static int give_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number) {
  *number = rows_of(cursor)->number;
  return SQLITE_OK;
}

int packed_table_add(sqlite3 *handle, packed_rows *rows) {
  static const sqlite3_module module = {
      .xConnect = connect_table, .xDisconnect = disconnect_table, .xBestIndex = plan, .xOpen = open_cursor,
      .xClose = close_cursor, .xFilter = first_row, .xNext = next_row, .xEof = is_at_end, .xColumn = give_column,
      .xRowid = give_number};
  return sqlite3_create_module_v2(handle, "packed", &module, rows, NULL);
}

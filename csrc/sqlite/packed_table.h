/* The table `packed` of a database: rows of a packed string, with the columns c1, c2, … . */
#ifndef GR_SQLITE_PACKED_TABLE_H
#define GR_SQLITE_PACKED_TABLE_H

#include <sqlite3.h>
#include <stdbool.h>

#include "packed/packed.h"

enum { PACKED_MOST_COLUMNS = 64 };

/* What the table shows: rows that were checked, none where all is 0. */
typedef struct packed_rows {
  packed all;
  int columns;
  lua_Integer number;   /* of the row that a statement stands at, from 1 */
} packed_rows;

/* Gives a database the table, as long as it is open; `rows` outlives it. What SQLite says. */
int packed_table_add(sqlite3 *handle, packed_rows *rows);

#endif

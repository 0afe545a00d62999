/* govreport.Tables, Table, Row. A view's index is the table; its second the row. */
#include "lua/lgr_class.h"

#include <string.h>

#define TABLE "govreport.Table"
#define ROW "govreport.Row"

void lgr_push_tables(lua_State *L, int report) { lgr_push_view(L, report, LGR_TABLES, 0, 0); }

void lgr_push_table(lua_State *L, int report, size_t table) { lgr_push_view(L, report, TABLE, table, 0); }

/* The view at argument 1, its report and schema. */
typedef struct context {
  const lgr_view *view;
  const gr_report *report;
  const gr_schema *schema;
} context;

static context check(lua_State *L, const char *class_name) {
  context c;
  c.view = lgr_check_view(L, 1, class_name, &c.report);
  c.schema = gr_report_schema(c.report);
  return c;
}

/* ---- by id or official name ------------------------------------------------------------------- */

static bool is_named(const char *id, const char *official, const char *name) {
  return strcmp(id, name) == 0 || (official != NULL && strcmp(official, name) == 0);
}

size_t lgr_find_table(lua_State *L, const gr_schema *schema, const char *name, const char *argument) {
  size_t count = gr_schema_table_count(schema);
  for (size_t i = 0; i < count; i++)
    if (is_named(gr_schema_table_id(schema, i), gr_schema_table_caption(schema, i), name)) return i;
  lgr_nearest nearest;
  lgr_nearest_begin(&nearest, name);
  for (size_t i = 0; i < count; i++) {
    lgr_nearest_try(&nearest, gr_schema_table_id(schema, i));
    if (gr_schema_table_caption(schema, i) != NULL) lgr_nearest_try(&nearest, gr_schema_table_caption(schema, i));
  }
  lgr_bad_argument(L, argument, "the form %s has no table '%s'%s", gr_schema_form(schema), name,
                   lgr_push_nearest(L, &nearest));
  return 0;
}

typedef const gr_axis_entry *(*axis)(const gr_schema *, size_t, size_t);

static size_t find_entry(lua_State *L, const gr_schema *schema, size_t table, axis entry_at, size_t count,
                         const char *what, const char *name, const char *argument) {
  for (size_t i = 0; i < count; i++)
    if (is_named(entry_at(schema, table, i)->id, entry_at(schema, table, i)->label, name)) return i;
  lgr_nearest nearest;
  lgr_nearest_begin(&nearest, name);
  for (size_t i = 0; i < count; i++) {
    lgr_nearest_try(&nearest, entry_at(schema, table, i)->id);
    lgr_nearest_try(&nearest, entry_at(schema, table, i)->label);
  }
  lgr_bad_argument(L, argument, "the table '%s' has no %s '%s'%s", gr_schema_table_id(schema, table), what, name,
                   lgr_push_nearest(L, &nearest));
  return 0;
}

size_t lgr_find_row(lua_State *L, const gr_schema *schema, size_t table, const char *name, const char *argument) {
  return find_entry(L, schema, table, gr_schema_row, gr_schema_rows(schema, table), "row", name, argument);
}

size_t lgr_find_column(lua_State *L, const gr_schema *schema, size_t table, const char *name, const char *argument) {
  return find_entry(L, schema, table, gr_schema_column, gr_schema_columns(schema, table), "column", name, argument);
}

size_t lgr_cell_number(const gr_schema *schema, size_t table, size_t row, size_t column) {
  return gr_schema_first_cell(schema, table) + row * gr_schema_columns(schema, table) + column;
}

/* ---- Tables ---------------------------------------------------------------------------------- */

/* [-0, +1] A table of the report of the view at argument 1. */
static int push_table_of(lua_State *L, size_t table) {
  lgr_push_report(L, 1);
  lgr_push_table(L, lua_gettop(L), table);
  return 1;
}

/* tables.ID, tables[caption], tables[i] -> Table; nil past the last number [-2, +1] */
static int tables_index(lua_State *L) {
  context c = check(L, LGR_TABLES);
  if (!lua_isinteger(L, 2)) return push_table_of(L, lgr_find_table(L, c.schema, lgr_push_key(L, 2), NULL));
  lua_Integer i = lua_tointeger(L, 2);
  if (i < 1 || (size_t)i > gr_schema_table_count(c.schema)) {
    lua_pushnil(L);
    return 1;
  }
  return push_table_of(L, (size_t)i - 1);
}

/* [-1, +1] */
static int tables_length(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_schema_table_count(check(L, LGR_TABLES).schema));
  return 1;
}

/* [-1, +1] */
static int tables_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_TABLES)) return 1;
  lua_pushfstring(L, "%s: %d", LGR_TABLES, (int)gr_schema_table_count(check(L, LGR_TABLES).schema));
  return 1;
}

/* The step of pairs(tables): id, Table in the form's order. [-2, +2] */
static int tables_next(lua_State *L) {
  context c = check(L, LGR_TABLES);
  size_t next = 0, count = gr_schema_table_count(c.schema);
  if (!lua_isnil(L, 2)) {
    const char *id = luaL_checkstring(L, 2);
    while (next < count && strcmp(gr_schema_table_id(c.schema, next), id) != 0) next++;
    next++;
  }
  if (next >= count) return 0;
  lua_pushstring(L, gr_schema_table_id(c.schema, next));
  push_table_of(L, next);
  lua_remove(L, -2);
  return 2;
}

/* [-1, +3] */
static int tables_pairs(lua_State *L) {
  lua_pushcfunction(L, tables_next);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

/* ---- Table ----------------------------------------------------------------------------------- */

/* [-0, +1] The cell of a row and a column. */
static void push_cell_of(lua_State *L, context c, size_t row, size_t column) {
  lgr_push_report(L, 1);
  lgr_push_cell(L, lua_gettop(L), lgr_cell_number(c.schema, c.view->index, row, column));
}

/* The row or the column that the argument `row` or `column` names. */
static size_t check_row(lua_State *L, int arg, context c) {
  return lgr_find_row(L, c.schema, c.view->index, lgr_check_text(L, arg, "row"), "row");
}

static size_t check_column(lua_State *L, int arg, context c) {
  return lgr_find_column(L, c.schema, c.view->index, lgr_check_text(L, arg, "column"), "column");
}

/* [-1, +1] each */
static int table_id(lua_State *L) {
  context c = check(L, TABLE);
  lua_pushstring(L, gr_schema_table_id(c.schema, c.view->index));
  return 1;
}

/* nil where it has none */
static int table_caption(lua_State *L) {
  context c = check(L, TABLE);
  lua_pushstring(L, gr_schema_table_caption(c.schema, c.view->index));
  return 1;
}

static int table_present(lua_State *L) {
  context c = check(L, TABLE);
  lua_pushboolean(L, gr_report_table_present(c.report, c.view->index));
  return 1;
}

static int table_first_cell(lua_State *L) {
  context c = check(L, TABLE);
  lua_pushinteger(L, (lua_Integer)gr_schema_first_cell(c.schema, c.view->index));
  return 1;
}

/* table:cell(row, column) -> Cell; ids or official labels. [-3, +1] */
static int table_cell(lua_State *L) {
  context c = check(L, TABLE);
  size_t row = check_row(L, 2, c);
  push_cell_of(L, c, row, check_column(L, 3, c));
  return 1;
}

/* table:row(id or label) -> Row [-2, +1] */
static int table_row(lua_State *L) {
  context c = check(L, TABLE);
  size_t row = check_row(L, 2, c);
  lgr_push_report(L, 1);
  lgr_push_view(L, lua_gettop(L), ROW, c.view->index, row);
  return 1;
}

/* The step of table:rows(). Upvalues: report, table, next row. [-0, +1] */
static int next_row(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  size_t table = (size_t)lua_tointeger(L, lua_upvalueindex(2)), row = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  size_t rows = gr_schema_rows(gr_report_schema(report), table);
  while (row < rows && !gr_report_row_used(report, table, row)) row++;
  if (row == rows) return 0;
  lua_pushinteger(L, (lua_Integer)row + 1);
  lua_replace(L, lua_upvalueindex(3));
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_view(L, lua_gettop(L), ROW, table, row);
  return 1;
}

/* table:rows() -> iterator over the form's rows, those that count. [-1, +1] */
static int table_rows(lua_State *L) {
  context c = check(L, TABLE);
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)c.view->index);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_row, 3);
  return 1;
}

/* The step of table:columns(). Upvalues: report, table, next column. [-0, +2] */
static int next_column(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  size_t table = (size_t)lua_tointeger(L, lua_upvalueindex(2)), column = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  const gr_schema *schema = gr_report_schema(report);
  if (column == gr_schema_columns(schema, table)) return 0;
  lua_pushinteger(L, (lua_Integer)column + 1);
  lua_replace(L, lua_upvalueindex(3));
  lua_pushstring(L, gr_schema_column(schema, table, column)->id);
  lua_pushstring(L, gr_schema_column(schema, table, column)->label);
  return 2;
}

/* table:columns() -> iterator over id and official label of the form's columns. [-1, +1] */
static int table_columns(lua_State *L) {
  context c = check(L, TABLE);
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)c.view->index);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_column, 3);
  return 1;
}

/* The step of row:cells() and table:cells(). Upvalues: report, next cell, end, whether rows that do not count are left
 * out. [-0, +1] */
static int next_cell(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  lua_Integer cell = lua_tointeger(L, lua_upvalueindex(2)), end = lua_tointeger(L, lua_upvalueindex(3));
  bool used_only = lua_toboolean(L, lua_upvalueindex(4));
  while (used_only && cell < end && !gr_report_cell_used(report, (size_t)cell)) cell++;
  if (cell >= end) return 0;
  lua_pushinteger(L, cell + 1);
  lua_replace(L, lua_upvalueindex(2));
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_cell(L, lua_gettop(L), (size_t)cell);
  return 1;
}

/* [-0, +1] An iterator over the cells of some rows of the table of the view at argument 1. */
static int push_cells(lua_State *L, context c, size_t first_row, size_t rows, bool used_only) {
  size_t first = lgr_cell_number(c.schema, c.view->index, first_row, 0);
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)first);
  lua_pushinteger(L, (lua_Integer)(first + rows * gr_schema_columns(c.schema, c.view->index)));
  lua_pushboolean(L, used_only);
  lua_pushcclosure(L, next_cell, 4);
  return 1;
}

/* table:cells() -> iterator over the cells of the rows that count, row by row. [-1, +1] */
static int table_cells(lua_State *L) {
  context c = check(L, TABLE);
  return push_cells(L, c, 0, gr_schema_rows(c.schema, c.view->index), true);
}

/* table:to_table() -> map from row to map from column to value, or state where there is none [-1, +1] */
static int table_to_table(lua_State *L) {
  context c = check(L, TABLE);
  lgr_push_plain_table(L, c.report, c.view->index);
  return 1;
}

/* [-1, +1] */
static int table_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, TABLE)) return 1;
  context c = check(L, TABLE);
  lua_pushfstring(L, "%s: %s, %d x %d", TABLE, gr_schema_table_id(c.schema, c.view->index),
                  (int)gr_schema_rows(c.schema, c.view->index), (int)gr_schema_columns(c.schema, c.view->index));
  return 1;
}

/* ---- Row ------------------------------------------------------------------------------------- */

/* [-1, +1] each */
static int row_id(lua_State *L) {
  context c = check(L, ROW);
  lua_pushstring(L, gr_schema_row(c.schema, c.view->index, c.view->second)->id);
  return 1;
}

static int row_label(lua_State *L) {
  context c = check(L, ROW);
  lua_pushstring(L, gr_schema_row(c.schema, c.view->index, c.view->second)->label);
  return 1;
}

/* row:cell(column) -> Cell; id or official label. [-2, +1] */
static int row_cell(lua_State *L) {
  context c = check(L, ROW);
  push_cell_of(L, c, c.view->second, check_column(L, 2, c));
  return 1;
}

/* row:cells() -> iterator over its cells. [-1, +1] */
static int row_cells(lua_State *L) {
  context c = check(L, ROW);
  return push_cells(L, c, c.view->second, 1, false);
}

/* [-1, +1] */
static int row_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, ROW)) return 1;
  context c = check(L, ROW);
  lua_pushfstring(L, "%s: %s.%s", ROW, gr_schema_table_id(c.schema, c.view->index),
                  gr_schema_row(c.schema, c.view->index, c.view->second)->id);
  return 1;
}

void lgr_open_table(lua_State *L) {
  static const luaL_Reg tables_meta[] = {
      {"__index", tables_index}, {"__len", tables_length}, {"__pairs", tables_pairs},
      {"__eq", lgr_view_equal}, {"__tostring", tables_tostring}, {NULL, NULL},
  };
  static const luaL_Reg table_getters[] = {
      {"id", table_id}, {"caption", table_caption}, {"present", table_present}, {"first_cell", table_first_cell}, {NULL, NULL},
  };
  static const luaL_Reg table_methods[] = {
      {"cell", table_cell},   {"row", table_row}, {"rows", table_rows}, {"columns", table_columns},
      {"cells", table_cells}, {"to_table", table_to_table}, {NULL, NULL},
  };
  static const luaL_Reg table_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", table_tostring}, {NULL, NULL}};
  static const luaL_Reg row_getters[] = {{"id", row_id}, {"label", row_label}, {NULL, NULL}};
  static const luaL_Reg row_methods[] = {{"cell", row_cell}, {"cells", row_cells}, {NULL, NULL}};
  static const luaL_Reg row_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", row_tostring}, {NULL, NULL}};
  lgr_class(L, LGR_TABLES, NULL, NULL, tables_meta);
  lgr_class(L, TABLE, table_getters, table_methods, table_meta);
  lgr_class(L, ROW, row_getters, row_methods, row_meta);
}

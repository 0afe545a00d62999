/* govreport.Tables, Table, Row. A view's index is the table; its second the row. */
#include "lua/lgr_class.h"

#include <string.h>

#define TABLES "govreport.Tables"
#define TABLE "govreport.Table"
#define ROW "govreport.Row"

void lgr_push_tables(lua_State *L, int report) { lgr_push_view(L, report, TABLES, 0, 0); }

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

/* ---- Tables ---------------------------------------------------------------------------------- */

/* tables.ID -> Table [-2, +1] */
static int tables_index(lua_State *L) {
  context c = check(L, TABLES);
  const char *id = luaL_checkstring(L, 2);
  for (size_t i = 0; i < gr_schema_table_count(c.schema); i++) {
    if (strcmp(gr_schema_table_id(c.schema, i), id) != 0) continue;
    lgr_push_report(L, 1);
    lgr_push_table(L, lua_gettop(L), i);
    return 1;
  }
  return luaL_error(L, "the form %s has no table '%s'", gr_schema_form(c.schema), id);
}

/* The step of pairs(tables): id, Table in the form's order. [-2, +2] */
static int tables_next(lua_State *L) {
  context c = check(L, TABLES);
  size_t next = 0, count = gr_schema_table_count(c.schema);
  if (!lua_isnil(L, 2)) {
    const char *id = luaL_checkstring(L, 2);
    while (next < count && strcmp(gr_schema_table_id(c.schema, next), id) != 0) next++;
    next++;
  }
  if (next >= count) return 0;
  lua_pushstring(L, gr_schema_table_id(c.schema, next));
  lgr_push_report(L, 1);
  lgr_push_table(L, lua_gettop(L), next);
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

typedef const gr_axis_entry *(*axis)(const gr_schema *, size_t, size_t);

/* Number of the entry that has this id or this official label; raises where none has. */
static size_t find_entry(lua_State *L, int arg, context c, axis entry_at, size_t count, const char *what) {
  const char *name = luaL_checkstring(L, arg);
  for (size_t i = 0; i < count; i++) {
    const gr_axis_entry *entry = entry_at(c.schema, c.view->index, i);
    if (strcmp(entry->id, name) == 0 || strcmp(entry->label, name) == 0) return i;
  }
  luaL_error(L, "the table '%s' has no %s '%s'", gr_schema_table_id(c.schema, c.view->index), what, name);
  return 0;
}

static size_t find_row(lua_State *L, int arg, context c) {
  return find_entry(L, arg, c, gr_schema_row, gr_schema_rows(c.schema, c.view->index), "row");
}

static size_t find_column(lua_State *L, int arg, context c) {
  return find_entry(L, arg, c, gr_schema_column, gr_schema_columns(c.schema, c.view->index), "column");
}

/* [-0, +1] The cell of a row and a column. */
static void push_cell_of(lua_State *L, context c, size_t row, size_t column) {
  size_t cell = gr_schema_first_cell(c.schema, c.view->index) + row * gr_schema_columns(c.schema, c.view->index) + column;
  lgr_push_report(L, 1);
  lgr_push_cell(L, lua_gettop(L), cell);
}

/* [-1, +1] each */
static int table_id(lua_State *L) {
  context c = check(L, TABLE);
  lua_pushstring(L, gr_schema_table_id(c.schema, c.view->index));
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
  size_t row = find_row(L, 2, c);
  push_cell_of(L, c, row, find_column(L, 3, c));
  return 1;
}

/* table:row(id or label) -> Row [-2, +1] */
static int table_row(lua_State *L) {
  context c = check(L, TABLE);
  size_t row = find_row(L, 2, c);
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

/* [-1, +1] */
static int table_tostring(lua_State *L) {
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
  push_cell_of(L, c, c.view->second, find_column(L, 2, c));
  return 1;
}

/* The step of row:cells(). Upvalues: report, next cell, end. [-0, +1] */
static int next_cell(lua_State *L) {
  lua_Integer cell = lua_tointeger(L, lua_upvalueindex(2));
  (void)lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  if (cell == lua_tointeger(L, lua_upvalueindex(3))) return 0;
  lua_pushinteger(L, cell + 1);
  lua_replace(L, lua_upvalueindex(2));
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_cell(L, lua_gettop(L), (size_t)cell);
  return 1;
}

/* row:cells() -> iterator over its cells. [-1, +1] */
static int row_cells(lua_State *L) {
  context c = check(L, ROW);
  size_t columns = gr_schema_columns(c.schema, c.view->index);
  size_t first = gr_schema_first_cell(c.schema, c.view->index) + c.view->second * columns;
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)first);
  lua_pushinteger(L, (lua_Integer)(first + columns));
  lua_pushcclosure(L, next_cell, 3);
  return 1;
}

/* [-1, +1] */
static int row_tostring(lua_State *L) {
  context c = check(L, ROW);
  lua_pushfstring(L, "%s: %s.%s", ROW, gr_schema_table_id(c.schema, c.view->index),
                  gr_schema_row(c.schema, c.view->index, c.view->second)->id);
  return 1;
}

void lgr_open_table(lua_State *L) {
  static const luaL_Reg tables_meta[] = {
      {"__index", tables_index}, {"__pairs", tables_pairs}, {"__eq", lgr_view_equal}, {NULL, NULL},
  };
  static const luaL_Reg table_getters[] = {
      {"id", table_id}, {"present", table_present}, {"first_cell", table_first_cell}, {NULL, NULL},
  };
  static const luaL_Reg table_methods[] = {
      {"cell", table_cell}, {"row", table_row}, {"rows", table_rows}, {NULL, NULL},
  };
  static const luaL_Reg table_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", table_tostring}, {NULL, NULL}};
  static const luaL_Reg row_getters[] = {{"id", row_id}, {"label", row_label}, {NULL, NULL}};
  static const luaL_Reg row_methods[] = {{"cell", row_cell}, {"cells", row_cells}, {NULL, NULL}};
  static const luaL_Reg row_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", row_tostring}, {NULL, NULL}};
  lgr_class(L, TABLES, NULL, NULL, tables_meta);
  lgr_class(L, TABLE, table_getters, table_methods, table_meta);
  lgr_class(L, ROW, row_getters, row_methods, row_meta);
}

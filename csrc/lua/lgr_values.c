/* The cells of a report as plain values, without a view of each: for programs that read many reports. */
#include "lua/lgr_class.h"

/* [-0, +1] What the cell of a plain table is: its value; where it has none, the name of its state. */
static void push_plain(lua_State *L, const gr_report *report, size_t cell) {
  lgr_push_cell_value(L, report, cell);
  if (!lua_isnil(L, -1)) return;
  lua_pop(L, 1);
  lua_pushstring(L, gr_state_name(gr_report_cell_at(report, cell)->state));
}

void lgr_push_plain_table(lua_State *L, const gr_report *report, size_t table) {
  const gr_schema *schema = gr_report_schema(report);
  size_t rows = gr_schema_rows(schema, table), columns = gr_schema_columns(schema, table);
  size_t first = gr_schema_first_cell(schema, table);   /* of the row */
  lua_createtable(L, 0, (int)rows);
  for (size_t row = 0; row < rows; row++, first += columns) {
    if (gr_schema_row(schema, table, row)->heading) continue;
    lua_createtable(L, 0, (int)columns);
    for (size_t column = 0; column < columns; column++) {
      push_plain(L, report, first + column);
      lua_setfield(L, -2, gr_schema_column(schema, table, column)->id);
    }
    lua_setfield(L, -2, gr_schema_row(schema, table, row)->id);
  }
}

int lgr_report_to_table(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  const gr_schema *schema = gr_report_schema(report);
  size_t count = gr_schema_table_count(schema);
  lua_createtable(L, 0, (int)count);
  for (size_t i = 0; i < count; i++) {
    lgr_push_plain_table(L, report, i);
    lua_setfield(L, -2, gr_schema_table_id(schema, i));
  }
  return 1;
}

/* The step of report:values(): address, value, state. Upvalues: report, next cell. [-0, +0 or +3] */
static int next_value(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  const gr_schema *schema = gr_report_schema(report);
  size_t cell = (size_t)lua_tointeger(L, lua_upvalueindex(2)), count = gr_schema_cell_count(schema);
  while (cell < count && !gr_report_cell_used(report, cell)) cell++;
  lua_pushinteger(L, (lua_Integer)cell + 1);
  lua_replace(L, lua_upvalueindex(2));
  if (cell >= count) return 0;
  size_t table, row, column;
  gr_schema_locate(schema, cell, &table, &row, &column);
  lua_pushfstring(L, "%s.%s.%s", gr_schema_table_id(schema, table), gr_schema_row(schema, table, row)->id,
                  gr_schema_column(schema, table, column)->id);
  lgr_push_cell_value(L, report, cell);
  lua_pushstring(L, gr_state_name(gr_report_cell_at(report, cell)->state));
  return 3;
}

int lgr_report_values(lua_State *L) {
  (void)lgr_check(L, 1, LGR_REPORT);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_value, 2);
  return 1;
}

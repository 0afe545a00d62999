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

/* ---- the plane --------------------------------------------------------------------------------- */

/* The tables of a plane, in the order in which they stand on the stack. */
enum { STATE, VALUE, UNIT, LOST, BYTE, BYTE_END, MEMBERS };
static const char *const members[MEMBERS] = {"state", "value", "unit", "lost", "byte", "byte_end"};

/* [-0, +0] Where a cell stands. */
static void set_place(lua_State *L, int first, const gr_report *report, size_t cell) {
  gr_range range = gr_report_cell_at(report, cell)->range;
  gr_place place = gr_document_bytes_of(gr_report_document(report), range.start, range.end);
  lua_pushinteger(L, (lua_Integer)place.byte);
  lua_rawseti(L, first + BYTE, (lua_Integer)cell);
  lua_pushinteger(L, (lua_Integer)place.byte_end);
  lua_rawseti(L, first + BYTE_END, (lua_Integer)cell);
}

/* [-0, +0] What a cell holds. */
static void set_cell(lua_State *L, int first, const gr_report *report, size_t cell) {
  const gr_cell *own = gr_report_cell_at(report, cell);
  lua_pushstring(L, gr_state_name(own->state));
  lua_rawseti(L, first + STATE, (lua_Integer)cell);
  if (own->state == GR_NUMBER) lgr_push_decimal(L, own->value);
  else lgr_push_cell_value(L, report, cell);
  lua_rawseti(L, first + VALUE, (lua_Integer)cell);
  lgr_push_cell_unit(L, report, cell);
  lua_rawseti(L, first + UNIT, (lua_Integer)cell);
  if (own->lost) {
    lua_pushboolean(L, true);
    lua_rawseti(L, first + LOST, (lua_Integer)cell);
  }
  if (own->state != GR_ABSENT) set_place(L, first, report, cell);
}

/* core.plane(report) -> tables by cell number: `state`, `value`, `unit`, `lost`, `byte`, `byte_end`, each as
 * the Cell has it. Cells that are absent because others are printed in their place are in none of them. [-1, +1] */
int lgr_plane(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  lua_settop(L, 1);
  lua_createtable(L, 0, MEMBERS);
  int first = lua_gettop(L) + 1;
  luaL_checkstack(L, MEMBERS, NULL);
  for (int i = 0; i < MEMBERS; i++) lua_createtable(L, i == UNIT || i == LOST ? 0 : (int)count, 0);
  for (size_t cell = 0; cell < count; cell++) {
    bool is_absent = gr_report_cell_at(report, cell)->state == GR_ABSENT;
    if (!is_absent || gr_report_cell_used(report, cell)) set_cell(L, first, report, cell);
  }
  for (int i = MEMBERS - 1; i >= 0; i--) lua_setfield(L, 2, members[i]);
  return 1;
}

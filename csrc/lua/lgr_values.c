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
  lgr_push_address(L, schema, cell);
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

/* The tables of a plane, in the order in which they stand on the stack; behind them the names of all states. */
enum { STATE, VALUE, UNIT, LOST, PLUS, ODD, MEMBERS };
static const char *const members[MEMBERS] = {"state", "value", "unit", "lost", "plus", "odd"};

/* Lists of cells that hold anything but a whole number >= 0, by why. */
enum { ODD_NUMBER, ODD_UNREADABLE, ODD_ABSENT, ODD_UNFILLED, ODD_KINDS };
static const char *const odd_kinds[ODD_KINDS] = {"number", "unreadable", "absent", "unfilled"};

/* The list that a cell of a state belongs in; ODD_KINDS for none. */
static int odd_kind_of(gr_state state) {
  switch (state) {
  case GR_NUMBER: return ODD_NUMBER;
  case GR_UNREADABLE: return ODD_UNREADABLE;
  case GR_ABSENT: return ODD_ABSENT;
  case GR_BLANK: case GR_DASH: case GR_NONE: case GR_NOT_APPLICABLE: return ODD_UNFILLED;
  default: return ODD_KINDS;
  }
}

/* [-0, +0] Adds a cell to the list at the top. */
static void append_cell(lua_State *L, size_t cell) {
  lua_pushinteger(L, (lua_Integer)cell);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

/* [-0, +0] Adds a cell to the list of its kind, of those in the table at the stack's index `odd`. */
static void add_odd(lua_State *L, int odd, gr_state state, size_t cell) {
  int kind = odd_kind_of(state);
  if (kind == ODD_KINDS) return;
  lua_getfield(L, odd, odd_kinds[kind]);
  append_cell(L, cell);
  lua_pop(L, 1);
}

/* Whether a number is printed with a plus in front. */
static bool has_plus(gr_slice tape, const gr_cell *cell) {
  size_t start = cell->range.start;
  return cell->state == GR_NUMBER && cell->range.end - start > 1 && tape.data[start] == '+' &&
         tape.data[start + 1] >= '0' && tape.data[start + 1] <= '9';
}

/* [-0, +0] What a cell holds. */
static void set_cell(lua_State *L, int first, const gr_report *report, size_t cell) {
  const gr_cell *own = gr_report_cell_at(report, cell);
  lua_pushvalue(L, first + MEMBERS + (int)own->state);
  lua_rawseti(L, first + STATE, (lua_Integer)cell);
  if (own->state == GR_NUMBER) lgr_push_decimal(L, own->value);
  else lgr_push_cell_value(L, report, cell);
  lua_rawseti(L, first + VALUE, (lua_Integer)cell);
  gr_slice unit = lgr_cell_unit(report, cell);
  if (unit.size != 0) {
    lgr_push_slice(L, unit);
    lua_rawseti(L, first + UNIT, (lua_Integer)cell);
  }
  if (own->lost) {
    lua_pushboolean(L, true);
    lua_rawseti(L, first + LOST, (lua_Integer)cell);
  }
  if (gr_report_cell_is_odd(report, cell)) add_odd(L, first + ODD, own->state, cell);
  if (has_plus(gr_document_tape(gr_report_document(report)), own)) {
    lua_pushvalue(L, first + PLUS);
    append_cell(L, cell);
    lua_pop(L, 1);
  }
}

/* [-0, +MEMBERS + GR_STATES] */
static void push_empty_plane(lua_State *L, size_t count) {
  luaL_checkstack(L, MEMBERS + GR_STATES + LUA_MINSTACK, NULL);
  for (int i = 0; i < MEMBERS; i++) lua_createtable(L, i == STATE || i == VALUE ? (int)count : 0, 0);
  for (int i = 0; i < ODD_KINDS; i++) {
    lua_newtable(L);
    lua_setfield(L, -2, odd_kinds[i]);
  }
  for (int i = 0; i < GR_STATES; i++) lua_pushstring(L, gr_state_name((gr_state)i));
}

/* core.plane(report) -> tables by cell number: `state`, `value`, `unit`, `lost`, each as the Cell has it; `odd`, lists of the
 * numbers of the cells that hold anything but a whole number >= 0: "number", "unreadable", "absent", "unfilled"; and `plus`,
 * those of the cells whose number has a plus in front. Cells that are absent because others are printed in their place are
 * in none of them. [-1, +1] */
int lgr_plane(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  lua_settop(L, 1);
  lua_createtable(L, 0, MEMBERS);
  int first = lua_gettop(L) + 1;
  push_empty_plane(L, count);
  for (size_t cell = 0; cell < count; cell++) {
    bool is_absent = gr_report_cell_at(report, cell)->state == GR_ABSENT;
    if (!is_absent || gr_report_cell_used(report, cell)) set_cell(L, first, report, cell);
  }
  lua_pop(L, GR_STATES);
  for (int i = MEMBERS - 1; i >= 0; i--) lua_setfield(L, 2, members[i]);
  return 1;
}

/* core.cell_bytes(report) -> where the cells stand in the source, two tables by cell number: the first byte of each and
 * the last; absent cells are in neither. [-1, +2] */
int lgr_cell_bytes(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  lua_createtable(L, (int)count, 0);
  lua_createtable(L, (int)count, 0);
  for (size_t cell = 0; cell < count; cell++) {
    const gr_cell *own = gr_report_cell_at(report, cell);
    if (own->state == GR_ABSENT) continue;
    gr_place place = gr_document_line_and_bytes(gr_report_document(report), own->range.start, own->range.end);
    lua_pushinteger(L, (lua_Integer)place.byte);
    lua_rawseti(L, -3, (lua_Integer)cell);
    lua_pushinteger(L, (lua_Integer)place.byte_end);
    lua_rawseti(L, -2, (lua_Integer)cell);
  }
  return 2;
}

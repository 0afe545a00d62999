/* govreport.Report: its facts, and the ways to its parts. User values: document, schema. */
#include "lua/lgr_class.h"

#include <string.h>

static const gr_report *check(lua_State *L) { return lgr_check(L, 1, LGR_REPORT); }

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_REPORT);
  if (box->object == NULL) return 0;
  gr_report_free(box->object);
  box->object = NULL;
  lua_getiuservalue(L, 1, 1);
  ((lgr_box *)lua_touserdata(L, -1))->pins--;
  return 0;
}

/* report:close() [-1, +0] */
static int close_report(lua_State *L) {
  (void)lgr_check_closing(L, LGR_REPORT);
  return collect(L);
}

/* [-2, +0] */
static int end_block(lua_State *L) { return lgr_ends_block(L, LGR_REPORT) ? collect(L) : 0; }

/* [-1, +1] each */
static int form(lua_State *L) {
  lua_pushstring(L, gr_schema_form(gr_report_schema(check(L))));
  return 1;
}

static int document(lua_State *L) {
  (void)check(L);
  lua_getiuservalue(L, 1, 1);
  return 1;
}

static int tables(lua_State *L) {
  (void)check(L);
  lgr_push_tables(L, 1);
  return 1;
}

static int fields(lua_State *L) {
  (void)check(L);
  lgr_push_fields(L, 1);
  return 1;
}

static int claims(lua_State *L) {
  (void)check(L);
  lgr_push_sequence(L, 1, LGR_CLAIMS);
  return 1;
}

static int deviations(lua_State *L) {
  (void)check(L);
  lgr_push_sequence(L, 1, LGR_DEVIATIONS);
  return 1;
}

static int ledger(lua_State *L) {
  (void)check(L);
  lgr_push_sequence(L, 1, LGR_LEDGER);
  return 1;
}

static int memory(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_report_memory(check(L)));
  return 1;
}

static int work(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_report_work(check(L)));
  return 1;
}

/* Index of a section that the form names; GR_NO_INDEX where the report lacks it. Raises for an unknown id. */
static size_t find_section(lua_State *L, const gr_report *report, const char *id) {
  const gr_schema *schema = gr_report_schema(report);
  size_t number = 0, count = gr_schema_section_count(schema);
  while (number < count && strcmp(gr_schema_section_id(schema, number), id) != 0) number++;
  if (number == count) {
    lgr_nearest nearest;
    lgr_nearest_begin(&nearest, id);
    for (size_t i = 0; i < count; i++) lgr_nearest_try(&nearest, gr_schema_section_id(schema, i));
    lgr_bad_argument(L, "id", "the form %s has no section '%s'%s", gr_schema_form(schema), id,
                     lgr_push_nearest(L, &nearest));
  }
  for (size_t i = 0; i < gr_report_section_count(report); i++)
    if (gr_report_section_at(report, i)->section == number) return i;
  return GR_NO_INDEX;
}

/* report:section(id) -> Section, or nil where the report lacks it. [-2, +1] */
static int section(lua_State *L) {
  const gr_report *report = check(L);
  size_t index = find_section(L, report, lgr_check_text(L, 2, "id"));
  if (index == GR_NO_INDEX) lua_pushnil(L);
  else lgr_push_section(L, 1, index);
  return 1;
}

/* The step of report:sections(). Upvalues: report, index. [-0, +1] */
static int next_section(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  size_t count = gr_report_section_count(report);
  while (index < count && gr_report_section_at(report, index)->parent != GR_NO_INDEX) index++;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(2));
  if (index >= count) return 0;
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_section(L, lua_gettop(L), index);
  return 1;
}

/* report:sections() -> iterator over the parts of the report, in document order. [-1, +1] */
static int sections(lua_State *L) {
  (void)check(L);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_section, 2);
  return 1;
}

/* [-0, +3] The table, the row and the column of the address at argument 2: `applications.granted.total`. */
static void push_address(lua_State *L) {
  const char *address = lua_tostring(L, 2), *start = address, *dot = NULL;
  for (int part = 0; part < 3; part++, start = dot + 1) {
    dot = strchr(start, '.');
    if ((dot == NULL) != (part == 2))
      lgr_bad_argument(L, "address", "'%s' is no table.row.column, like applications.granted.total", address);
    if (dot == NULL) lua_pushstring(L, start);
    else lua_pushlstring(L, start, (size_t)(dot - start));
    if (dot == NULL) return;
  }
}

/* The cell that the argument `address` names, or the arguments `table`, `row` and `column`. */
static size_t named_cell(lua_State *L, const gr_schema *schema) {
  const char *arguments[] = {"table", "row", "column"}, *names[3];
  bool is_address = lua_isnoneornil(L, 3) && lua_isnoneornil(L, 4);
  if (is_address) {
    lua_settop(L, 2);
    push_address(L);
  }
  for (int i = 0; i < 3; i++) {
    if (is_address) arguments[i] = "address";
    names[i] = lgr_check_text(L, is_address ? 3 + i : 2 + i, arguments[i]);
  }
  size_t table = lgr_find_table(L, schema, names[0], arguments[0]);
  size_t row = lgr_find_row(L, schema, table, names[1], arguments[1]);
  return lgr_cell_number(schema, table, row, lgr_find_column(L, schema, table, names[2], arguments[2]));
}

/* report:cell(number | address | table, row, column) -> Cell; the numbers are those of the identities; tables, rows and
 * columns by id or official label. [-n, +1] */
static int cell(lua_State *L) {
  const gr_schema *schema = gr_report_schema(check(L));
  if (lua_type(L, 2) == LUA_TSTRING) {
    lgr_push_cell(L, 1, named_cell(L, schema));
    return 1;
  }
  if (lua_type(L, 2) != LUA_TNUMBER)
    lgr_bad_argument(L, "cell", "a number, an address or a table is expected, got %s", lgr_type_name(L, 2));
  lua_Integer number = lgr_check_integer(L, 2, "cell"), last = (lua_Integer)gr_schema_cell_count(schema) - 1;
  if (number < 0 || number > last) lgr_bad_argument(L, "cell", "there is no such cell: 0 to %I, got %I", last, number);
  lgr_push_cell(L, 1, (size_t)number);
  return 1;
}

/* report:odd_cells() -> list of the Cells of all tables that hold anything but a whole number >= 0. [-1, +1] */
static int odd_cells(lua_State *L) {
  const gr_report *report = check(L);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  lua_Integer found = 0;
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    if (!gr_report_cell_is_odd(report, i)) continue;
    lgr_push_cell(L, 1, i);
    lua_rawseti(L, -2, ++found);
  }
  return 1;
}

/* report:passages() -> flat list of start, stop: where the prose stands on the tape, in document order [-1, +1] */
static int passages(lua_State *L) {
  const gr_report *report = check(L);
  size_t count = gr_report_passage_count(report);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    gr_range range = gr_report_passage_at(report, i);
    lua_pushinteger(L, (lua_Integer)range.start + 1);
    lua_rawseti(L, -2, (lua_Integer)(2 * i + 1));
    lua_pushinteger(L, (lua_Integer)range.end + 1);
    lua_rawseti(L, -2, (lua_Integer)(2 * i + 2));
  }
  return 1;
}

/* report:unaccounted() -> list of the ledger's entries that are unaccounted. [-1, +1] */
static int unaccounted(lua_State *L) {
  const gr_report *report = check(L);
  lua_Integer found = 0;
  lua_newtable(L);
  for (size_t i = 0; i < gr_report_ledger_count(report); i++) {
    if (gr_report_ledger_at(report, i).status != GR_UNACCOUNTED) continue;
    lgr_push_entry(L, 1, i);
    lua_rawseti(L, -2, ++found);
  }
  return 1;
}

/* [-0, +1] The value of the first field of that number; nil where none was found. */
static int push_fact(lua_State *L, const gr_report *report, size_t number) {
  for (size_t i = 0; i < gr_report_field_count(report); i++) {
    const gr_field *field = gr_report_field_at(report, i);
    if (field->field != number) continue;
    lgr_push_field_value(L, field);
    return 1;
  }
  lua_pushnil(L);
  return 1;
}

/* report.NAME: a part of the report, or the value of the field of that id; nil where the field was not found.
 * [-2, +1] */
static int index_report(lua_State *L) {
  if (lgr_lookup(L)) return 1;
  const gr_report *report = check(L);
  const gr_schema *schema = gr_report_schema(report);
  const char *name = lgr_push_key(L, 2);
  size_t number = lgr_find_field(schema, name);
  if (number != GR_NO_INDEX) return push_fact(L, report, number);
  if (lgr_is_common_field(name)) {
    lua_pushnil(L);
    return 1;
  }
  lgr_nearest nearest;
  lgr_nearest_fields(&nearest, schema, name);
  return lgr_unknown_near(L, LGR_REPORT, &nearest);
}

/* [-1, +1] */
static int to_string(lua_State *L) {
  if (lgr_push_closed_box(L, LGR_REPORT)) return 1;
  const gr_report *report = check(L);
  lua_pushfstring(L, "%s: %s, %d sections", LGR_REPORT, gr_schema_form(gr_report_schema(report)),
                  (int)gr_report_section_count(report));
  return 1;
}

void lgr_open_report(lua_State *L) {
  static const luaL_Reg getters[] = {
      {"form", form},     {"document", document},     {"tables", tables}, {"fields", fields}, {"claims", claims},
      {"ledger", ledger}, {"deviations", deviations}, {"memory", memory}, {"work", work}, {NULL, NULL},
  };
  static const luaL_Reg methods[] = {
      {"section", section}, {"sections", sections}, {"cell", cell}, {"odd_cells", odd_cells}, {"unaccounted", unaccounted},
      {"passages", passages}, {"to_table", lgr_report_to_table}, {"values", lgr_report_values},
      {"close", close_report}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {
      {"__index", index_report}, {"__gc", collect}, {"__close", end_block}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_REPORT, getters, methods, metamethods);
}

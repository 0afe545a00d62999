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
  if (number == count) luaL_error(L, "the form %s has no section '%s'", gr_schema_form(schema), id);
  for (size_t i = 0; i < gr_report_section_count(report); i++)
    if (gr_report_section_at(report, i)->section == number) return i;
  return GR_NO_INDEX;
}

/* report:section(id) -> Section, or nil where the report lacks it. [-2, +1] */
static int section(lua_State *L) {
  const gr_report *report = check(L);
  size_t index = find_section(L, report, luaL_checkstring(L, 2));
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

/* [-0, +3] The table, the row and the column of an address: `applications.granted.total`. */
static void push_address(lua_State *L, int arg) {
  const char *start = lua_tostring(L, arg), *dot;
  for (int part = 0; part < 2; part++, start = dot + 1) {
    dot = strchr(start, '.');
    luaL_argcheck(L, dot != NULL, arg, "an address is table.row.column");
    lua_pushlstring(L, start, (size_t)(dot - start));
  }
  luaL_argcheck(L, strchr(start, '.') == NULL, arg, "an address is table.row.column");
  lua_pushstring(L, start);
}

/* [-0, +1] The cell of the table, the row and the column that stand on the stack from `parts` on. */
static void push_named_cell(lua_State *L, int parts) {
  lgr_push_tables(L, 1);
  lua_pushvalue(L, parts);
  lua_gettable(L, -2);
  lua_getfield(L, -1, "cell");
  lua_insert(L, -2);
  lua_pushvalue(L, parts + 1);
  lua_pushvalue(L, parts + 2);
  lua_call(L, 3, 1);
}

/* report:cell(number | address | table, row, column) -> Cell; the numbers are those of the identities; rows and columns
 * by id or official label, tables by id. [-n, +1] */
static int cell(lua_State *L) {
  const gr_report *report = check(L);
  if (lua_type(L, 2) == LUA_TSTRING) {
    bool is_address = lua_isnoneornil(L, 3);
    lua_settop(L, is_address ? 2 : 4);
    if (is_address) push_address(L, 2);
    else for (int arg = 3; arg <= 4; arg++) (void)luaL_checkstring(L, arg);
    push_named_cell(L, is_address ? 3 : 2);
    return 1;
  }
  luaL_argexpected(L, lua_type(L, 2) == LUA_TNUMBER, 2, "number or address");
  lua_Integer number = luaL_checkinteger(L, 2);
  luaL_argcheck(L, number >= 0 && (size_t)number < gr_schema_cell_count(gr_report_schema(report)), 2, "no such cell");
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

/* report.NAME: a part of the report, or the value of the field of that id; nil where the field was not found. */
static int index_report(lua_State *L) {
  if (lgr_lookup(L)) return 1;
  const gr_report *report = check(L);
  const gr_schema *schema = gr_report_schema(report);
  const char *name = luaL_checkstring(L, 2);
  for (size_t i = 0; i < gr_schema_field_count(schema); i++) {
    if (strcmp(gr_schema_field_id(schema, i), name) != 0) continue;
    for (size_t k = 0; k < gr_report_field_count(report); k++) {
      const gr_field *field = gr_report_field_at(report, k);
      if (field->field != i) continue;
      lgr_push_field_value(L, field);
      return 1;
    }
    lua_pushnil(L);
    return 1;
  }
  if (!lgr_is_common_field(name)) return lgr_unknown(L, LGR_REPORT, name);
  lua_pushnil(L);
  return 1;
}

/* [-1, +1] */
static int to_string(lua_State *L) {
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
      {"passages", passages},
      {"close", collect}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {
      {"__index", index_report}, {"__gc", collect}, {"__close", collect}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_REPORT, getters, methods, metamethods);
}

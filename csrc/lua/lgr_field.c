/* govreport.Fields and Field. */
#include <string.h>

#include "lua/lgr_part.h"

#define FIELDS "govreport.Fields"

void lgr_push_fields(lua_State *L, int report) { lgr_push_view(L, report, FIELDS, 0, 0); }

void lgr_push_field_value(lua_State *L, const gr_field *field) {
  if (field->state != GR_NUMBER) lua_pushnil(L);
  else if (field->kind == GR_FIELD_TEXT || field->kind == GR_FIELD_DATE) lgr_push_slice(L, field->text);
  else lgr_push_decimal(L, field->number);
}

bool lgr_is_common_field(const char *name) {
  return strcmp(name, "title") == 0 || strcmp(name, "agency") == 0 || strcmp(name, "year") == 0;
}

size_t lgr_find_field(const gr_schema *schema, const char *id) {
  for (size_t i = 0; i < gr_schema_field_count(schema); i++)
    if (strcmp(gr_schema_field_id(schema, i), id) == 0) return i;
  return GR_NO_INDEX;
}

void lgr_nearest_fields(lgr_nearest *nearest, const gr_schema *schema, const char *id) {
  lgr_nearest_begin(nearest, id);
  for (size_t i = 0; i < gr_schema_field_count(schema); i++) lgr_nearest_try(nearest, gr_schema_field_id(schema, i));
}

/* [-0, +1] The field of an index, of the report of the view at argument 1; nil where there is none. */
static int push_field(lua_State *L, const gr_report *report, size_t index) {
  if (index >= gr_report_field_count(report)) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_view(L, lua_gettop(L), LGR_FIELD, index, LGR_PART_FIELD);
  return 1;
}

/* fields.ID -> the first Field of that id, fields[i] -> the i-th of all; nil where there is none. [-2, +1] */
static int fields_index(lua_State *L) {
  const gr_report *report;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  if (lua_isinteger(L, 2)) return push_field(L, report, (size_t)lua_tointeger(L, 2) - 1);
  const gr_schema *schema = gr_report_schema(report);
  const char *id = lgr_push_key(L, 2);
  size_t number = lgr_find_field(schema, id), index = 0;
  if (number == GR_NO_INDEX && !lgr_is_common_field(id)) {
    lgr_nearest nearest;
    lgr_nearest_fields(&nearest, schema, id);
    return luaL_error(L, "the form %s has no field '%s'%s", gr_schema_form(schema), id, lgr_push_nearest(L, &nearest));
  }
  while (index < gr_report_field_count(report) && gr_report_field_at(report, index)->field != number) index++;
  return push_field(L, report, index);
}

/* core.fields_of(report, id) -> list of all Fields of an id, in document order [-2, +1] */
int lgr_fields_of(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  size_t number = lgr_find_field(gr_report_schema(report), luaL_checkstring(L, 2));
  lua_settop(L, 2);
  lua_newtable(L);
  for (size_t i = 0; i < gr_report_field_count(report); i++) {
    if (number == GR_NO_INDEX || gr_report_field_at(report, i)->field != number) continue;
    lgr_push_view(L, 1, LGR_FIELD, i, LGR_PART_FIELD);
    lua_rawseti(L, 3, (lua_Integer)lua_rawlen(L, 3) + 1);
  }
  return 1;
}

/* [-1, +1] */
static int fields_length(lua_State *L) {
  const gr_report *report;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  lua_pushinteger(L, (lua_Integer)gr_report_field_count(report));
  return 1;
}

/* [-1, +1] */
static int fields_tostring(lua_State *L) {
  const gr_report *report;
  if (lgr_push_closed_view(L, FIELDS)) return 1;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  lua_pushfstring(L, "%s: %d", FIELDS, (int)gr_report_field_count(report));
  return 1;
}

/* The step of pairs(fields): Upvalue: index. [-2, +2] */
static int fields_next(lua_State *L) {
  const gr_report *report;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(1));
  if (index == gr_report_field_count(report)) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(1));
  lua_pushstring(L, gr_schema_field_id(gr_report_schema(report), gr_report_field_at(report, index)->field));
  (void)push_field(L, report, index);
  lua_remove(L, -2);
  return 2;
}

/* pairs(fields) -> id, Field for every field found, in document order; an id can come several times. [-1, +3] */
static int fields_pairs(lua_State *L) {
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, fields_next, 1);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

static const gr_field *check_field(lua_State *L, const gr_report **report) {
  const lgr_view *view = lgr_check_view(L, 1, LGR_FIELD, report);
  return gr_report_field_at(*report, view->index);
}

/* [-1, +1] each */
static int field_id(lua_State *L) {
  const gr_report *report;
  const gr_field *field = check_field(L, &report);
  lua_pushstring(L, gr_schema_field_id(gr_report_schema(report), field->field));
  return 1;
}

static int field_value(lua_State *L) {
  const gr_report *report;
  lgr_push_field_value(L, check_field(L, &report));
  return 1;
}

const char *lgr_field_state(const gr_field *field) {
  static const char *const kinds[] = {"text", "number", "date", "number"};
  return field->state == GR_NUMBER ? kinds[field->kind] : gr_state_name(field->state);
}

static int field_state(lua_State *L) {
  const gr_report *report;
  lua_pushstring(L, lgr_field_state(check_field(L, &report)));
  return 1;
}

static int field_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_FIELD)) return 1;
  const gr_report *report;
  const gr_field *field = check_field(L, &report);
  lgr_push_field_value(L, field);
  gr_slice value;
  value.data = luaL_tolstring(L, -1, &value.size);
  lua_pushfstring(L, "%s: %s %s", LGR_FIELD, gr_schema_field_id(gr_report_schema(report), field->field),
                  lgr_push_line(L, value));
  return 1;
}

void lgr_open_field(lua_State *L) {
  static const luaL_Reg fields_meta[] = {
      {"__index", fields_index}, {"__len", fields_length}, {"__pairs", fields_pairs},
      {"__eq", lgr_view_equal}, {"__tostring", fields_tostring}, {NULL, NULL},
  };
  static const luaL_Reg field_getters[] = {
      {"id", field_id}, {"value", field_value}, {"state", field_state}, LGR_PART_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg field_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", field_tostring}, {NULL, NULL}};
  lgr_class(L, FIELDS, NULL, NULL, fields_meta);
  lgr_class(L, LGR_FIELD, field_getters, NULL, field_meta);
}

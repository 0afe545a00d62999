/* govreport.Schema: made of a plain table, then only read.
 *   core.schema{form = id, sections = {id, …}, fields = {id, …},
 *               tables = {{id = id, caption = text or nil, rows = {{id = id, label = text, parts = number or nil, type = name of a type or nil,
 *                                            unit = text or nil, heading = boolean}, …}, columns = {…}}, …}} */
#include "lua/lgr_class.h"

/* [-0, +1] The string in a field of the table at `index`. */
static const char *field_text(lua_State *L, int index, const char *name) {
  if (lua_getfield(L, index, name) != LUA_TSTRING) luaL_error(L, "schema: '%s' must be a string", name);
  return lua_tostring(L, -1);
}

/* [-0, +1] The table in a field of the table at `index`; returns its length. */
static size_t field_list(lua_State *L, int index, const char *name) {
  if (lua_getfield(L, index, name) != LUA_TTABLE) luaL_error(L, "schema: '%s' must be a table", name);
  return (size_t)lua_rawlen(L, -1);
}

typedef gr_status (*adder)(gr_schema *, const char *);

/* [-0, +0] */
static void add_names(lua_State *L, gr_schema *schema, const char *list, adder add) {
  size_t count = field_list(L, 1, list);
  for (size_t i = 1; i <= count; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i);
    lgr_require(L, add(schema, luaL_checkstring(L, -1)));
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* [-0, +0] What an entry, the table at the top, may say; its strings stay there. */
static void read_options(lua_State *L, gr_axis_entry *entry) {
#define TYPE_NAME(symbol, name) name,
  static const char *const types[] = {GR_TYPE_TABLE(TYPE_NAME) NULL};
#undef TYPE_NAME
  entry->type = GR_TYPE_NUMBER;
  if (lua_getfield(L, -1, "type") != LUA_TNIL) entry->type = (gr_type)luaL_checkoption(L, -1, NULL, types);
  entry->unit = lua_getfield(L, -2, "unit") == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
  lua_getfield(L, -3, "heading");
  entry->heading = lua_toboolean(L, -1);
  lua_pop(L, 3);
}

/* [-0, +1] A userdata with the entries; the strings stay in the table at `index`. */
static gr_axis_entry *read_axis(lua_State *L, int index, const char *list, size_t *count) {
  *count = field_list(L, index, list);
  gr_axis_entry *entries = lua_newuserdatauv(L, (*count + 1) * sizeof *entries, 0);
  lua_insert(L, -2);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    entries[i].id = field_text(L, -1, "id");
    entries[i].label = field_text(L, -2, "label");
    lua_pop(L, 2);
    read_options(L, &entries[i]);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return entries;
}

/* [-0, +0] */
static void read_splits(lua_State *L, gr_schema *schema, int table) {
  size_t count = field_list(L, table, "rows");
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    lua_getfield(L, -1, "parts");
    lua_Integer parts = luaL_optinteger(L, -1, 0);
    if (parts < 0) luaL_error(L, "schema: 'parts' must be a number of rows");
    if (parts > 0) lgr_require(L, gr_schema_split(schema, i, (size_t)parts));
    lua_pop(L, 2);
  }
  lua_pop(L, 1);
}

int lgr_schema_new(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  const char *form = field_text(L, 1, "form");
  lgr_box *box = lgr_new_box(L, LGR_SCHEMA, 0);
  gr_schema *schema;
  lgr_require(L, gr_schema_new(form, NULL, &schema));
  box->object = schema;
  add_names(L, schema, "sections", gr_schema_section);
  add_names(L, schema, "fields", gr_schema_field);
  size_t tables = field_list(L, 1, "tables");
  for (size_t i = 1; i <= tables; i++) {
    size_t rows, columns;
    lua_rawgeti(L, -1, (lua_Integer)i);
    luaL_checktype(L, -1, LUA_TTABLE);
    int table = lua_gettop(L);
    const char *id = field_text(L, table, "id");
    const gr_axis_entry *row_entries = read_axis(L, table, "rows", &rows);
    const gr_axis_entry *column_entries = read_axis(L, table, "columns", &columns);
    lgr_require(L, gr_schema_table(schema, id, row_entries, rows, column_entries, columns));
    read_splits(L, schema, table);
    if (lua_getfield(L, table, "caption") == LUA_TSTRING) lgr_require(L, gr_schema_caption(schema, lua_tostring(L, -1)));
    lua_settop(L, table - 1);
  }
  lua_settop(L, 3);
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_SCHEMA);
  gr_schema_free(box->object);
  box->object = NULL;
  return 0;
}

/* [-1, +1] */
static int to_string(lua_State *L) {
  lua_pushfstring(L, "%s: %s", LGR_SCHEMA, gr_schema_form(lgr_check(L, 1, LGR_SCHEMA)));
  return 1;
}

void lgr_open_schema(lua_State *L) {
  static const luaL_Reg metamethods[] = {
      {"__gc", collect}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_SCHEMA, NULL, NULL, metamethods);
}

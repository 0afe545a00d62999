/* Values of Lua's as JSON: see `govreport.base.json`. */
#include "lua/lgr_json.h"

/* Stack indexes: the metatables of objects and of lists, and the value that stands for null. */
enum { OBJECT = 3, LIST = 4, NULL_VALUE = 5 };

static void write_value(lgr_json *json);

static int refuse(lgr_json *json) {
  return luaL_error(json->out.L, "json: cannot write a %s", luaL_typename(json->out.L, -1));
}

/* The pair at the top of the stack: a key and a value. [-0, +0] */
static void write_pair(lgr_json *json) {
  lua_State *L = json->out.L;
  gr_slice key;
  if (!lua_istable(L, -1)) luaL_error(L, "json: an object is a list of pairs");
  lua_rawgeti(L, -1, 1);
  if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "json: a key is a text");
  key.data = lua_tolstring(L, -1, &key.size);
  lgr_json_key(json, key);
  lua_pop(L, 1);
  lua_rawgeti(L, -1, 2);
  write_value(json);
  lua_pop(L, 1);
}

/* The table at the top of the stack. [-0, +0] */
static void write_entries(lgr_json *json, bool is_object) {
  lua_State *L = json->out.L;
  lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
  luaL_checkstack(L, LUA_MINSTACK, "json");
  lgr_json_open(json, is_object ? '{' : '[');
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, -1, i);
    if (is_object) {
      write_pair(json);
    } else {
      lgr_json_next(json);
      write_value(json);
    }
    lua_pop(L, 1);
  }
  lgr_json_close(json, is_object ? '}' : ']');
}

static void write_table(lgr_json *json) {
  lua_State *L = json->out.L;
  if (lua_rawequal(L, -1, NULL_VALUE)) {
    lgr_json_word(json, "null");
    return;
  }
  bool has_class = lua_getmetatable(L, -1) != 0;
  bool is_object = has_class && lua_rawequal(L, -1, OBJECT), is_list = has_class && lua_rawequal(L, -1, LIST);
  if (has_class) lua_pop(L, 1);
  if (is_object || is_list) write_entries(json, is_object);
  else (void)refuse(json);
}

/* The value at the top of the stack. [-0, +0] */
static void write_value(lgr_json *json) {
  lua_State *L = json->out.L;
  gr_slice text;
  switch (lua_type(L, -1)) {
  case LUA_TNIL: lgr_json_word(json, "null"); break;
  case LUA_TBOOLEAN: lgr_json_word(json, lua_toboolean(L, -1) ? "true" : "false"); break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, -1)) lgr_json_integer(json, lua_tointeger(L, -1));
    else (void)refuse(json);
    break;
  case LUA_TSTRING:
    text.data = lua_tolstring(L, -1, &text.size);
    lgr_json_text(json, text);
    break;
  case LUA_TTABLE: write_table(json); break;
  default:
    if (luaL_testudata(L, -1, LGR_DECIMAL) != NULL) lgr_json_decimal(json, lgr_check_decimal(L, lua_gettop(L)));
    else if (!lgr_json_part(json)) (void)refuse(json);
  }
}

/* core.write_json(value, indent, object, array, null) -> text: of texts, integers, Decimals, truth values, nil, parts of
 * reports, and tables: lists with the metatable `array`, lists of {key, value} with the metatable `object`, and `null`.
 * `indent` stands in front of each line, before two spaces a level; nil for all on one line. Linear in the text. [-5, +1] */
int lgr_write_json(lua_State *L) {
  lgr_json json = {.is_first = true};
  lua_settop(L, 5);
  json.indent = luaL_optlstring(L, 2, NULL, &json.indent_size);
  if (json.indent == NULL) json.indent_size = 0;
  luaL_checktype(L, OBJECT, LUA_TTABLE);
  luaL_checktype(L, LIST, LUA_TTABLE);
  lgr_text_begin(L, &json.out);
  lua_pushvalue(L, 1);
  write_value(&json);
  lgr_text_push(&json.out);
  return 1;
}

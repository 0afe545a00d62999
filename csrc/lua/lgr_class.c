/* Classes, boxes, views, errors. */
#include "lua/lgr_class.h"

#include <string.h>

/* [-2, +0] */
static int read_only(lua_State *L) {
  const char *name = luaL_getmetafield(L, 1, "__name") == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, 1);
  return luaL_error(L, "%s is read-only", name);
}

int lgr_unknown_near(lua_State *L, const char *class_name, lgr_nearest *nearest) {
  for (int members = LGR_GETTERS; members <= LGR_METHODS; members++) {
    lua_pushnil(L);
    while (lua_next(L, lua_upvalueindex(members)) != 0) {
      lua_pop(L, 1);
      lgr_nearest_try(nearest, lua_tostring(L, -1));
    }
  }
  return luaL_error(L, "%s has no field '%s'%s", class_name, nearest->wanted, lgr_push_nearest(L, nearest));
}

int lgr_unknown(lua_State *L, const char *class_name, const char *name) {
  lgr_nearest nearest;
  lgr_nearest_begin(&nearest, name);
  return lgr_unknown_near(L, class_name, &nearest);
}

int lgr_lookup(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(LGR_METHODS)) != LUA_TNIL) return 1;
  lua_pop(L, 1);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(LGR_GETTERS)) == LUA_TNIL) {
    lua_pop(L, 1);
    return 0;
  }
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

/* `__tostring` of classes without one of their own: no address. Upvalue: class name. [-1, +1] */
static int name_only(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  return 1;
}

const char *lgr_push_key(lua_State *L, int arg) {
  if (lua_isstring(L, arg) || lua_isnoneornil(L, arg) || lua_isboolean(L, arg)) return luaL_tolstring(L, arg, NULL);
  return lua_pushfstring(L, "a %s value", luaL_typename(L, arg));
}

/* [-2, +1] */
static int index_or_raise(lua_State *L) {
  if (lgr_lookup(L)) return 1;
  return lgr_unknown(L, lua_tostring(L, lua_upvalueindex(3)), lgr_push_key(L, 2));
}

void lgr_class(lua_State *L, const char *name, const luaL_Reg *getters, const luaL_Reg *methods,
               const luaL_Reg *metamethods) {
  luaL_newmetatable(L, name);
  lua_CFunction index = index_or_raise;
  lua_pushstring(L, name);
  lua_pushcclosure(L, name_only, 1);
  lua_setfield(L, -2, "__tostring");
  for (const luaL_Reg *r = metamethods; r != NULL && r->name != NULL; r++) {
    if (strcmp(r->name, "__index") == 0) {
      index = r->func;
      continue;
    }
    lua_pushcfunction(L, r->func);
    lua_setfield(L, -2, r->name);
  }
  lua_newtable(L);
  if (getters != NULL) luaL_setfuncs(L, getters, 0);
  lua_newtable(L);
  if (methods != NULL) luaL_setfuncs(L, methods, 0);
  lua_pushstring(L, name);
  lua_pushcclosure(L, index, 3);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, read_only);
  lua_setfield(L, -2, "__newindex");
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}

/* ---- methods written in Lua ------------------------------------------------------------------ */

/* A method of lgr_extend. Upvalues: class, function. [-n, +m] */
static int call_method(lua_State *L) {
  (void)lgr_check(L, 1, lua_tostring(L, lua_upvalueindex(1)));
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

int lgr_extend(lua_State *L) {
  const char *class_name = luaL_checkstring(L, 1);
  bool is_box = strcmp(class_name, LGR_REPORT) == 0 || strcmp(class_name, LGR_DOCUMENT) == 0;
  luaL_argcheck(L, is_box, 1, "a class that can be closed is expected");
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  luaL_getmetatable(L, class_name);
  lua_getfield(L, 3, "__index");
  lua_getupvalue(L, 4, LGR_GETTERS);   /* 5 */
  lua_getupvalue(L, 4, LGR_METHODS);   /* 6 */
  lua_pushnil(L);
  while (lua_next(L, 2) != 0) {        /* 7: name, 8: function */
    luaL_checktype(L, 7, LUA_TSTRING);
    luaL_checktype(L, 8, LUA_TFUNCTION);
    const char *name = lua_tostring(L, 7);
    bool taken = lua_getfield(L, 5, name) != LUA_TNIL;
    if (lua_getfield(L, 6, name) != LUA_TNIL) taken = lua_tocfunction(L, -1) != call_method;
    if (taken) return luaL_error(L, "%s has '%s' already", class_name, name);
    lua_settop(L, 8);
    lua_pushvalue(L, 1);
    lua_insert(L, 8);
    lua_pushcclosure(L, call_method, 2);
    lua_setfield(L, 6, name);
  }
  return 0;
}

/* ---- what classes have ----------------------------------------------------------------------- */

/* [-0, +1] A list of the names in the table on top, which is popped; those of functions alone. */
static void list_names(lua_State *L) {
  lua_Integer count = 0;
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, -3) != 0) {
    if (lua_isfunction(L, -1)) {
      lua_pushvalue(L, -2);
      lua_rawseti(L, -4, ++count);
    }
    lua_pop(L, 1);
  }
  lua_remove(L, -2);
}

int lgr_classes(lua_State *L) {
  lua_settop(L, 0);
  lua_newtable(L);
  lua_pushnil(L);
  while (lua_next(L, LUA_REGISTRYINDEX) != 0) {   /* 2: name, 3: metatable */
    bool own = lua_type(L, 2) == LUA_TSTRING && strncmp(lua_tostring(L, 2), "govreport.", 10) == 0 && lua_istable(L, 3);
    if (own && lua_getfield(L, 3, "__index") == LUA_TFUNCTION) {   /* 4 */
      lua_createtable(L, 0, 3);                                     /* 5 */
      static const char *const members[] = {"getters", "methods"};
      for (int i = 0; i < 2; i++) {
        if (lua_getupvalue(L, 4, i + 1) == NULL || !lua_istable(L, -1)) return luaL_error(L, "no class of lgr_class");
        list_names(L);
        lua_setfield(L, 5, members[i]);
      }
      lua_pushvalue(L, 3);
      list_names(L);
      lua_setfield(L, 5, "metamethods");
      lua_pushvalue(L, 2);
      lua_insert(L, 5);
      lua_rawset(L, 1);
    }
    lua_settop(L, 2);
  }
  return 1;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

lgr_box *lgr_new_box(lua_State *L, const char *class_name, int values) {
  lgr_box *box = lua_newuserdatauv(L, sizeof *box, values);
  box->object = NULL;
  box->pins = 0;
  luaL_setmetatable(L, class_name);
  return box;
}

static lgr_box *check_box(lua_State *L, int arg, const char *class_name) {
  lgr_box *box = luaL_testudata(L, arg, class_name);
  if (box == NULL) lgr_bad_object(L, arg, class_name);
  return box;
}

void *lgr_check(lua_State *L, int arg, const char *class_name) {
  lgr_box *box = check_box(L, arg, class_name);
  if (box->object == NULL) luaL_error(L, "%s is closed", class_name);
  return box->object;
}

lgr_box *lgr_check_closing(lua_State *L, const char *class_name) {
  lgr_box *box = check_box(L, 1, class_name);
  if (lgr_is_guest(L)) luaL_error(L, "%s is in use: it cannot be closed here", class_name);
  if (box->pins > 0) luaL_error(L, "%s is in use by a report", class_name);
  return box;
}

bool lgr_ends_block(lua_State *L, const char *class_name) {
  const lgr_box *box = check_box(L, 1, class_name);
  bool is_used = lgr_is_guest(L) || box->pins > 0;
  if (is_used && !lua_isnoneornil(L, 2)) return false;
  (void)lgr_check_closing(L, class_name);
  return true;
}

/* [-0, +0 or +1] */
static bool push_closed(lua_State *L, const lgr_box *box, const char *class_name) {
  if (box->object != NULL) return false;
  lua_pushfstring(L, "%s: closed", class_name);
  return true;
}

bool lgr_push_closed_box(lua_State *L, const char *class_name) {
  return push_closed(L, check_box(L, 1, class_name), class_name);
}

/* ---- views ----------------------------------------------------------------------------------- */

static const lgr_view *view_at(lua_State *L, int arg, const char *class_name) {
  const lgr_view *view = luaL_testudata(L, arg, class_name);
  if (view == NULL) lgr_bad_object(L, arg, class_name);
  return view;
}

bool lgr_push_closed_view(lua_State *L, const char *class_name) {
  return push_closed(L, view_at(L, 1, class_name)->report, class_name);
}

lgr_view *lgr_push_view(lua_State *L, int report, const char *class_name, size_t index, size_t second) {
  lgr_view *view = lua_newuserdatauv(L, sizeof *view, 1);
  view->report = lua_touserdata(L, report);
  view->index = index;
  view->second = second;
  lua_pushvalue(L, report);
  lua_setiuservalue(L, -2, 1);
  luaL_setmetatable(L, class_name);
  return view;
}

const lgr_view *lgr_check_view(lua_State *L, int arg, const char *class_name, const gr_report **report) {
  const lgr_view *view = view_at(L, arg, class_name);
  if (view->report->object == NULL) luaL_error(L, "%s is closed", LGR_REPORT);
  *report = view->report->object;
  return view;
}

void lgr_push_report(lua_State *L, int arg) { lua_getiuservalue(L, arg, 1); }

int lgr_view_equal(lua_State *L) {
  bool same = false;
  if (lua_getmetatable(L, 1) && lua_getmetatable(L, 2) && lua_rawequal(L, -1, -2)) {
    const lgr_view *a = lua_touserdata(L, 1), *b = lua_touserdata(L, 2);
    same = a->report == b->report && a->index == b->index && a->second == b->second;
  }
  lua_pushboolean(L, same);
  return 1;
}

/* ---- errors, texts, places ------------------------------------------------------------------- */

void lgr_require(lua_State *L, gr_status status) {
  if (status != GR_OK) luaL_error(L, "%s: %s", gr_status_name(status), gr_status_message(status));
}

int lgr_failure(lua_State *L, const gr_error *error) {
  lua_pushnil(L);
  lua_pushstring(L, gr_status_name(error->status));
  lua_createtable(L, 0, 5);
  lua_pushinteger(L, (lua_Integer)error->offset + 1);
  lua_setfield(L, -2, "byte");
  lua_pushinteger(L, (lua_Integer)error->line);
  lua_setfield(L, -2, "line");
  lua_pushinteger(L, (lua_Integer)error->actual);
  lua_setfield(L, -2, "actual");
  lua_pushinteger(L, (lua_Integer)error->limit);
  lua_setfield(L, -2, "limit");
  lua_pushstring(L, error->detail == NULL ? "" : error->detail);
  lua_setfield(L, -2, "detail");
  return 3;
}

gr_slice lgr_check_slice(lua_State *L, int arg) {
  gr_slice slice;
  slice.data = luaL_checklstring(L, arg, &slice.size);
  return slice;
}

void lgr_push_slice(lua_State *L, gr_slice slice) { lua_pushlstring(L, slice.data, slice.size); }

void lgr_push_source(lua_State *L, const gr_document *document, gr_range range) {
  if (gr_document_format(document) != GR_FORMAT_HTML) {
    lgr_push_slice(L, gr_document_source(document, range.start, range.end));
    return;
  }
  luaL_Buffer buffer;
  size_t capacity = 3 * (range.end - range.start);
  char *out = luaL_buffinitsize(L, &buffer, capacity + 1);
  luaL_pushresultsize(&buffer, gr_document_printed(document, range.start, range.end, out, capacity));
}

/* What is unsafe in a line for people, as `govreport.base.unsafe` has it: characters as bytes, from one to another. */
static const struct {
  size_t size;
  unsigned char low[4], high[4];
} unsafe[] = {
  {1, {0x00}, {0x1F}}, {1, {0x7F}, {0x7F}}, {2, {0xC2, 0x80}, {0xC2, 0x9F}}, {2, {0xD8, 0x9C}, {0xD8, 0x9C}},
  {3, {0xE1, 0xA0, 0x8E}, {0xE1, 0xA0, 0x8E}}, {3, {0xE2, 0x80, 0x8B}, {0xE2, 0x80, 0x8F}},
  {3, {0xE2, 0x80, 0xA8}, {0xE2, 0x80, 0xAE}}, {3, {0xE2, 0x81, 0xA0}, {0xE2, 0x81, 0xAF}},
  {3, {0xEF, 0xB7, 0x90}, {0xEF, 0xB7, 0xAF}}, {3, {0xEF, 0xBB, 0xBF}, {0xEF, 0xBB, 0xBF}},
  {3, {0xEF, 0xBF, 0xBE}, {0xEF, 0xBF, 0xBF}}, {4, {0xF3, 0xA0, 0x80, 0x80}, {0xF3, 0xA0, 0x81, 0xBF}},
  {4, {0xF0, 0x9F, 0xBF, 0xBE}, {0xF4, 0x9F, 0xBF, 0xBF}}, {4, {0xF0, 0xAF, 0xBF, 0xBE}, {0xF4, 0xAF, 0xBF, 0xBF}},
  {4, {0xF0, 0xBF, 0xBF, 0xBE}, {0xF4, 0xBF, 0xBF, 0xBF}}, {4, {0xF0, 0x8F, 0xBF, 0xBE}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

static bool lies_between(const unsigned char *s, size_t size, const unsigned char *low, const unsigned char *high) {
  for (size_t i = 0; i < size; i++)
    if (s[i] < low[i] || s[i] > high[i]) return false;
  return true;
}

size_t lgr_unsafe_length(const char *text, size_t left) {
  const unsigned char *s = (const unsigned char *)text;
  for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
    if (left >= unsafe[i].size && lies_between(s, unsafe[i].size, unsafe[i].low, unsafe[i].high)) return unsafe[i].size;
  return 0;
}

const char *lgr_push_line(lua_State *L, gr_slice text) {
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  bool spaced = false;
  size_t i = 0;
  while (i < text.size) {
    size_t length = lgr_unsafe_length(text.data + i, text.size - i);
    if (length == 0) luaL_addchar(&buffer, text.data[i]);
    else if (!spaced) luaL_addchar(&buffer, ' ');
    spaced = length > 0;
    i += spaced ? length : 1;
  }
  luaL_pushresult(&buffer);
  return lua_tostring(L, -1);
}

/* An LPeg position in a text of that size, from `least` on. */
static lua_Integer check_position(lua_State *L, int arg, const char *argument, lua_Integer least, size_t size) {
  lua_Integer position = lgr_check_integer(L, arg, argument);
  if (position < least || (lua_Unsigned)position > size + 1)
    lgr_bad_argument(L, argument, "%I is a position outside of the tape: %I to %I", position, least, (lua_Integer)size + 1);
  return position;
}

gr_range lgr_check_range(lua_State *L, int arg, size_t size) {
  lua_Integer start = check_position(L, arg, "start", 1, size), stop = check_position(L, arg + 1, "stop", start, size);
  return (gr_range){(size_t)start - 1, (size_t)stop - 1};
}

void lgr_push_hexadecimal(lua_State *L, const unsigned char *bytes, size_t size) {
  static const char digits[] = "0123456789abcdef";
  luaL_Buffer out;
  char *text = luaL_buffinitsize(L, &out, 2 * size);
  for (size_t i = 0; i < size; i++) {
    text[2 * i] = digits[bytes[i] >> 4];
    text[2 * i + 1] = digits[bytes[i] & 15];
  }
  luaL_pushresultsize(&out, 2 * size);
}

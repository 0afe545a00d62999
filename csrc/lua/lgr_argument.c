/* Arguments and names that are wrong: told by the name of the argument, with the nearest name that there is. */
#include <string.h>

#include "lua/lgr_class.h"

/* ---- nearest names --------------------------------------------------------------------------- */

enum { LONGEST_NAME = 256 };   /* bytes; the longest label of a form has some 120 */

/* Letters that must be changed, added or dropped to make one of the other; both are at most LONGEST_NAME long. */
static size_t edit_distance(const char *a, size_t a_size, const char *b, size_t b_size) {
  size_t row[LONGEST_NAME + 1];
  for (size_t j = 0; j <= b_size; j++) row[j] = j;
  for (size_t i = 1; i <= a_size; i++) {
    size_t before = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b_size; j++) {
      size_t least = before + (a[i - 1] == b[j - 1] ? 0 : 1);
      before = row[j];
      if (row[j] + 1 < least) least = row[j] + 1;
      if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
      row[j] = least;
    }
  }
  return row[b_size];
}

enum { SHORTEST_BEGINNING = 3 };   /* bytes */

static bool begins(const char *beginning, const char *name) {
  size_t size = strlen(beginning);
  return size >= SHORTEST_BEGINNING && strncmp(beginning, name, size) == 0;
}

/* Near is what differs in two letters, or in a third of a long name; never in all of them. A name that goes on where the
 * wanted one ends is as near as one letter: col is column, not row. */
void lgr_nearest_begin(lgr_nearest *nearest, const char *wanted) {
  size_t size = strlen(wanted), limit = size / 3 > 2 ? size / 3 : 2;
  nearest->wanted = wanted;
  nearest->best = nearest->second = NULL;
  nearest->distance = size <= limit ? size : limit + 1;
}

void lgr_nearest_try(lgr_nearest *nearest, const char *known) {
  size_t a = strlen(nearest->wanted), b = strlen(known);
  if (a > LONGEST_NAME || b > LONGEST_NAME) return;
  bool goes_on = begins(nearest->wanted, known);
  size_t distance = goes_on ? 1 : edit_distance(nearest->wanted, a, known, b);
  if (distance < nearest->distance) {
    nearest->best = known;
    nearest->second = NULL;
    nearest->distance = distance;
    return;
  }
  if (distance > nearest->distance || nearest->best == NULL || strcmp(known, nearest->best) == 0) return;
  if (strcmp(known, nearest->best) < 0) {
    const char *later = nearest->best;
    nearest->best = known;
    known = later;
  }
  if (!begins(nearest->wanted, nearest->best) || !begins(nearest->wanted, known)) return;
  if (nearest->second == NULL || strcmp(known, nearest->second) < 0) nearest->second = known;
}

const char *lgr_push_nearest(lua_State *L, const lgr_nearest *nearest) {
  if (nearest->best == NULL) return lua_pushliteral(L, "");
  if (nearest->second == NULL) return lua_pushfstring(L, ", did you mean '%s'?", nearest->best);
  return lua_pushfstring(L, ", did you mean '%s' or '%s'?", nearest->best, nearest->second);
}

/* ---- names of functions ---------------------------------------------------------------------- */

/* [-0, +0] What the running function is called among the methods of a class, whatever it was called as; NULL where it is
 * none of them. */
static const char *method_name(lua_State *L, const char *class_name) {
  int top = lua_gettop(L);
  const char *name = NULL;
  lua_Debug info;
  if (lua_getstack(L, 0, &info) == 0 || lua_getinfo(L, "f", &info) == 0) return NULL;
  if (luaL_getmetatable(L, class_name) == LUA_TTABLE && lua_getfield(L, -1, "__index") == LUA_TFUNCTION &&
      lua_getupvalue(L, -1, LGR_METHODS) != NULL) {
    lua_pushnil(L);
    while (name == NULL && lua_next(L, top + 4) != 0) {   /* top + 1: the function, + 4: the methods */
      if (lua_rawequal(L, -1, top + 1)) name = lua_tostring(L, -2);
      lua_pop(L, 1);
    }
  }
  lua_settop(L, top);
  return name;
}

/* [-0, +0] The name of the running function, for messages. */
static const char *running_name(lua_State *L) {
  const char *name = NULL;
  lua_Debug info;
  if (luaL_getmetafield(L, 1, "__name") == LUA_TSTRING) {
    name = method_name(L, lua_tostring(L, -1));
    lua_pop(L, 1);
  }
  if (name == NULL && lua_getstack(L, 0, &info) != 0 && lua_getinfo(L, "n", &info) != 0) name = info.name;
  return name == NULL ? "?" : name;
}

/* ---- errors ---------------------------------------------------------------------------------- */

int lgr_bad_argument(lua_State *L, const char *argument, const char *format, ...) {
  va_list values;
  luaL_where(L, 1);
  if (argument == NULL) lua_pushliteral(L, "");
  else lua_pushfstring(L, "bad argument '%s' to '%s': ", argument, running_name(L));
  va_start(values, format);
  lua_pushvfstring(L, format, values);
  va_end(values);
  lua_concat(L, 3);
  return lua_error(L);
}

const char *lgr_type_name(lua_State *L, int arg) {
  if (lua_type(L, arg) == LUA_TUSERDATA && luaL_getmetafield(L, arg, "__name") == LUA_TSTRING) return lua_tostring(L, -1);
  return luaL_typename(L, arg);
}

int lgr_bad_object(lua_State *L, int arg, const char *class_name) {
  bool may_lack_colon = arg == 1 && lua_type(L, arg) != LUA_TUSERDATA;
  const char *method = may_lack_colon ? method_name(L, class_name) : NULL;
  if (method == NULL) return luaL_typeerror(L, arg, class_name);
  return luaL_error(L, "'%s' is a method of %s and got %s for it: write object:%s(…), with a colon", method,
                    class_name, luaL_typename(L, arg), method);
}

const char *lgr_check_text(lua_State *L, int arg, const char *argument) {
  if (lua_type(L, arg) != LUA_TSTRING)
    lgr_bad_argument(L, argument, "a string is expected, got %s", lgr_type_name(L, arg));
  return lua_tostring(L, arg);
}

lua_Integer lgr_check_integer(lua_State *L, int arg, const char *argument) {
  int is_integer;
  lua_Integer value = lua_tointegerx(L, arg, &is_integer);
  if (!is_integer) {
    bool is_number = lua_type(L, arg) == LUA_TNUMBER;
    lgr_bad_argument(L, argument, "an integer is expected, got %s",
                     is_number ? lua_tostring(L, arg) : lgr_type_name(L, arg));
  }
  return value;
}

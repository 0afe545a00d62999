/* govreport.Decimal: exact, immutable; only values that are not whole are ones. */
#include "lua/lgr_class.h"

/* [-0, +1] */
static void push_decimal(lua_State *L, gr_decimal value) {
  gr_decimal *box = lua_newuserdatauv(L, sizeof *box, 0);
  *box = value;
  luaL_setmetatable(L, LGR_DECIMAL);
}

void lgr_push_decimal(lua_State *L, gr_decimal value) {
  if (value.scale == 0) lua_pushinteger(L, value.mantissa);
  else push_decimal(L, value);
}

/* Raises: what no exact number can be made of without a word of the program, with that word. */
static int not_exact(lua_State *L, int arg) {
  int type = lua_type(L, arg);
  const char *text = luaL_tolstring(L, arg, NULL);
  if (type == LUA_TNUMBER)
    return luaL_error(L, "a float is not exact: write an integer or govreport.decimal(\"…\") in place of %s", text);
  if (type == LUA_TSTRING)
    return luaL_error(L, "an integer or a %s is expected, got a string: write govreport.decimal(\"%s\")", LGR_DECIMAL, text);
  return luaL_error(L, "an integer or a %s is expected, got %s", LGR_DECIMAL, lgr_type_name(L, arg));
}

gr_decimal lgr_check_decimal(lua_State *L, int arg) {
  if (lua_isinteger(L, arg)) {
    lua_Integer integer = lua_tointeger(L, arg);
    luaL_argcheck(L, integer > -1000000000000000 && integer < 1000000000000000, arg, "more than 15 digits");
    return (gr_decimal){integer, 0};
  }
  const gr_decimal *value = luaL_testudata(L, arg, LGR_DECIMAL);
  if (value == NULL) not_exact(L, arg);
  return *value;
}

int lgr_decimal_new(lua_State *L) {
  if (lua_type(L, 1) != LUA_TSTRING) {
    lgr_push_decimal(L, lgr_check_decimal(L, 1));
    return 1;
  }
  gr_decimal value;
  gr_status status = gr_decimal_parse(lgr_check_slice(L, 1), &value);
  if (status != GR_OK) {
    gr_error error = {.status = status};
    return lgr_failure(L, &error);
  }
  lgr_push_decimal(L, value);
  return 1;
}

int lgr_decimal_ratio(lua_State *L) {
  gr_decimal value;
  lua_Integer places = luaL_optinteger(L, 3, 0);
  luaL_argcheck(L, places >= 0 && places <= 15, 3, "0 to 15 places");
  lgr_require(L, gr_decimal_ratio(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2), (int)places, &value));
  lgr_push_decimal(L, value);
  return 1;
}

/* core.product(a, b): their exact product, also of two integers, which Lua would wrap around; raises where it has more
 * than 15 digits. [-2, +1] */
int lgr_decimal_product(lua_State *L) {
  gr_decimal value;
  lgr_require(L, gr_decimal_multiply(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2), &value));
  lgr_push_decimal(L, value);
  return 1;
}

typedef gr_status (*operation)(gr_decimal, gr_decimal, gr_decimal *);

/* [-2, +1] */
static int calculate(lua_State *L, operation run) {
  gr_decimal value;
  lgr_require(L, run(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2), &value));
  lgr_push_decimal(L, value);
  return 1;
}

/* [-2, +1] each */
static int add(lua_State *L) { return calculate(L, gr_decimal_add); }
static int subtract(lua_State *L) { return calculate(L, gr_decimal_subtract); }
static int multiply(lua_State *L) { return calculate(L, gr_decimal_multiply); }

/* [-2, +0] */
static int divide(lua_State *L) { return luaL_error(L, "a quotient is not exact: use govreport.ratio(a, b, places)"); }

/* [-1, +1] */
static int negate(lua_State *L) {
  gr_decimal value = lgr_check_decimal(L, 1);
  value.mantissa = -value.mantissa;
  lgr_push_decimal(L, value);
  return 1;
}

/* [-2, +1] */
static int equal(lua_State *L) {
  lua_pushboolean(L, gr_decimal_compare(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2)) == 0);
  return 1;
}

/* [-2, +1] */
static int less(lua_State *L) {
  lua_pushboolean(L, gr_decimal_compare(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2)) < 0);
  return 1;
}

/* [-2, +1] */
static int less_or_equal(lua_State *L) {
  lua_pushboolean(L, gr_decimal_compare(lgr_check_decimal(L, 1), lgr_check_decimal(L, 2)) <= 0);
  return 1;
}

/* [-1, +1] */
static int to_string(lua_State *L) {
  char text[GR_DECIMAL_TEXT];
  size_t length = gr_decimal_format(lgr_check_decimal(L, 1), text);
  lua_pushlstring(L, text, length);
  return 1;
}

/* a .. b, one of which is a Decimal: as text, with numbers and strings. [-2, +1] */
static int concatenate(lua_State *L) {
  for (int arg = 1; arg <= 2; arg++) {
    if (!lua_isstring(L, arg) && luaL_testudata(L, arg, LGR_DECIMAL) == NULL)
      return luaL_error(L, "attempt to concatenate a %s value", lgr_type_name(L, arg));
    luaL_tolstring(L, arg, NULL);
  }
  lua_concat(L, 2);
  return 1;
}

void lgr_open_decimal(lua_State *L) {
  static const luaL_Reg metamethods[] = {
      {"__add", add},       {"__sub", subtract}, {"__mul", multiply}, {"__div", divide}, {"__unm", negate},
      {"__eq", equal},      {"__lt", less},      {"__le", less_or_equal}, {"__concat", concatenate}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_DECIMAL, NULL, NULL, metamethods);
}

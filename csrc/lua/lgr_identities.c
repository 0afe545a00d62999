/* govreport.Identities: the sums of a form's rules, evaluated in one call. User value: schema. */
#include "lua/lgr_class.h"

#include <string.h>

/* The factors of `count` terms from the table `factors` of the list at `arg`, by the number of the term, 1 where there is
 * none; NULL where there is no such table. [-0, +1] */
static const gr_decimal *push_factors(lua_State *L, int arg, size_t count) {
  arg = lua_absindex(L, arg);
  if (lua_getfield(L, arg, "factors") != LUA_TTABLE) return NULL;
  gr_decimal *factors = lua_newuserdatauv(L, (count + 1) * sizeof *factors, 0);
  for (size_t k = 0; k < count; k++) {
    factors[k] = (gr_decimal){1, 0};
    if (lua_rawgeti(L, -2, (lua_Integer)k + 1) != LUA_TNIL) factors[k] = lgr_check_decimal(L, -1);
    lua_pop(L, 1);
  }
  lua_remove(L, -2);
  return factors;
}

/* core.identities(schema, {{cell, sign, cell, sign, …}, …}) -> Identities. Each list is a sum that must be 0, or with a
 * true `at_most` 0 or less; its `factors` are decimals above 0, by the number of the term. [-2, +1] */
int lgr_identities_new(lua_State *L) {
  const gr_schema *schema = lgr_check(L, 1, LGR_SCHEMA);
  luaL_checktype(L, 2, LUA_TTABLE);
  lgr_box *box = lgr_new_box(L, LGR_IDENTITIES, 1);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  gr_identities *identities;
  lgr_require(L, gr_identities_new(schema, NULL, &identities));
  box->object = identities;
  size_t cells = gr_schema_cell_count(schema);
  for (lua_Integer i = 1; lua_rawgeti(L, 2, i) == LUA_TTABLE; i++) {
    size_t count = (size_t)lua_rawlen(L, -1) / 2;
    gr_term *terms = lua_newuserdatauv(L, (count + 1) * sizeof *terms, 0);
    for (size_t k = 0; k < count; k++) {
      lua_rawgeti(L, -2, (lua_Integer)(2 * k + 1));
      lua_rawgeti(L, -3, (lua_Integer)(2 * k + 2));
      lua_Integer cell = luaL_checkinteger(L, -2), sign = luaL_checkinteger(L, -1);
      if (cell < 0 || (size_t)cell >= cells || (sign != 1 && sign != -1)) return luaL_error(L, "identities: no such term");
      terms[k] = (gr_term){(size_t)cell, (int)sign};
      lua_pop(L, 2);
    }
    lua_getfield(L, -2, "at_most");
    gr_relation relation = lua_toboolean(L, -1) ? GR_AT_MOST : GR_EQUAL;
    const gr_decimal *factors = push_factors(L, -3, count);
    lgr_require(L, gr_identities_add_times(identities, relation, terms, factors, count));
    lua_pop(L, 4);
  }
  lua_pop(L, 1);
  return 1;
}

/* identities:evaluate(report) -> list of {index, verdict, residual, unknown, missing, converted} for those that neither
 * hold nor are vacuous, for those that hold by conversion of units, and the number of vacuous ones. A sum that cannot be formed (units, overflow) is "undecided" and has
 * `reason`. [-2, +2] */
static int evaluate(lua_State *L) {
  static const char *const verdicts[] = {"holds", "fails", "undecided", "vacuous"};
  const gr_identities *identities = lgr_check(L, 1, LGR_IDENTITIES);
  const gr_report *report = lgr_check(L, 2, LGR_REPORT);
  lua_newtable(L);
  lua_Integer found = 0, vacuous = 0;
  for (size_t i = 0; i < gr_identities_count(identities); i++) {
    gr_outcome outcome;
    gr_status status = gr_identities_evaluate(identities, i, report, &outcome);
    if (status != GR_OK) outcome = (gr_outcome){GR_UNDECIDED, {0, 0}, 0, 1, false};
    if (outcome.verdict == GR_VACUOUS) vacuous++;
    if (outcome.verdict == GR_VACUOUS || (outcome.verdict == GR_HOLDS && !outcome.converted)) continue;
    lua_createtable(L, 0, 7);
    lua_pushinteger(L, (lua_Integer)i + 1);
    lua_setfield(L, -2, "index");
    lua_pushstring(L, verdicts[outcome.verdict]);
    lua_setfield(L, -2, "verdict");
    lgr_push_decimal(L, outcome.residual);
    lua_setfield(L, -2, "residual");
    lua_pushinteger(L, (lua_Integer)outcome.unknown);
    lua_setfield(L, -2, "unknown");
    lua_pushinteger(L, (lua_Integer)outcome.missing);
    lua_setfield(L, -2, "missing");
    lua_pushboolean(L, outcome.converted);
    lua_setfield(L, -2, "converted");
    if (status != GR_OK) {
      lua_pushstring(L, gr_status_name(status));
      lua_setfield(L, -2, "reason");
    }
    lua_rawseti(L, -2, ++found);
  }
  lua_pushinteger(L, vacuous);
  return 2;
}

/* identities:implied(report, sums) -> the values that follow for cells that hold none from some of the sums, given as a
 * list of their indexes: a table by cell number; see gr_identities_imply [-3, +1] */
static int implied(lua_State *L) {
  const gr_identities *identities = lgr_check(L, 1, LGR_IDENTITIES);
  const gr_report *report = lgr_check(L, 2, LGR_REPORT);
  luaL_checktype(L, 3, LUA_TTABLE);
  size_t count = (size_t)lua_rawlen(L, 3), cells = gr_schema_cell_count(gr_report_schema(report));
  size_t *sums = lua_newuserdatauv(L, (count + 1) * sizeof *sums, 0);
  gr_decimal *values = lua_newuserdatauv(L, (cells + 1) * sizeof *values, 0);
  bool *known = memset(lua_newuserdatauv(L, cells + 1, 0), 0, cells + 1);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 3, (lua_Integer)i + 1);
    lua_Integer index = luaL_checkinteger(L, -1);
    bool is_one = index >= 1 && (size_t)index <= gr_identities_count(identities);
    if (!is_one) return luaL_error(L, "identities: no such sum");
    sums[i] = (size_t)index - 1;
    lua_pop(L, 1);
  }
  gr_identities_imply(identities, report, sums, count, values, known);
  lua_newtable(L);
  for (size_t cell = 0; cell < cells; cell++) {
    if (!known[cell]) continue;
    lgr_push_decimal(L, values[cell]);
    lua_rawseti(L, -2, (lua_Integer)cell);
  }
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_IDENTITIES);
  gr_identities_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_identities(lua_State *L) {
  static const luaL_Reg methods[] = {{"evaluate", evaluate}, {"implied", implied}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_IDENTITIES, NULL, methods, metamethods);
}

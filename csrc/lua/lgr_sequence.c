/* govreport.Claim, Deviation, LedgerEntry, and the sequences of them. */
#include <string.h>

#include "lua/lgr_part.h"

/* ---- Claim ----------------------------------------------------------------------------------- */

static const gr_claim *check_claim(lua_State *L, const gr_report **report) {
  const lgr_view *view = lgr_check_view(L, 1, LGR_CLAIM, report);
  return gr_report_claim_at(*report, view->index);
}

/* [-1, +1] each */
static int claim_kind(lua_State *L) {
  const gr_report *report;
  lua_pushstring(L, check_claim(L, &report)->kind);
  return 1;
}

static int claim_value(lua_State *L) {
  const gr_report *report;
  const gr_claim *claim = check_claim(L, &report);
  if (claim->has_value) lgr_push_decimal(L, claim->value);
  else lua_pushnil(L);
  return 1;
}

static int claim_bound(lua_State *L) {
  const gr_report *report;
  lua_pushstring(L, check_claim(L, &report)->bound);
  return 1;
}

static int claim_text(lua_State *L) {
  const gr_report *report;
  lgr_push_slice(L, check_claim(L, &report)->text);
  return 1;
}

static int claim_section(lua_State *L) {
  const gr_report *report;
  size_t section = check_claim(L, &report)->section;
  if (section == GR_NO_INDEX) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_section(L, lua_gettop(L), section);
  return 1;
}

static int claim_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_CLAIM)) return 1;
  const gr_report *report;
  const gr_claim *claim = check_claim(L, &report);
  char value[GR_DECIMAL_TEXT];
  gr_decimal_format(claim->value, value);
  lua_pushfstring(L, "%s: %s %s %s %s", LGR_CLAIM, claim->kind, claim->bound, claim->has_value ? value : "",
                  lgr_push_line(L, claim->text));
  return 1;
}

/* ---- Deviation, LedgerEntry ------------------------------------------------------------------ */

static const gr_deviation *check_deviation(lua_State *L) {
  const gr_report *report;
  const lgr_view *view = lgr_check_view(L, 1, LGR_DEVIATION, &report);
  return gr_report_deviation_at(report, view->index);
}

/* [-1, +1] each */
static int deviation_kind(lua_State *L) {
  lua_pushstring(L, check_deviation(L)->kind);
  return 1;
}

static int deviation_subject(lua_State *L) {
  lgr_push_slice(L, check_deviation(L)->subject);
  return 1;
}

static int deviation_detail(lua_State *L) {
  lgr_push_slice(L, check_deviation(L)->detail);
  return 1;
}

static int deviation_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_DEVIATION)) return 1;
  const gr_deviation *deviation = check_deviation(L);
  lua_pushfstring(L, "%s: %s %s", LGR_DEVIATION, deviation->kind, lgr_push_line(L, deviation->subject));
  return 1;
}

void lgr_push_entry(lua_State *L, int report, size_t index) { lgr_push_view(L, report, LGR_ENTRY, index, LGR_PART_ENTRY); }

static gr_ledger_entry check_entry(lua_State *L) {
  const gr_report *report;
  const lgr_view *view = lgr_check_view(L, 1, LGR_ENTRY, &report);
  return gr_report_ledger_at(report, view->index);
}

static int entry_status(lua_State *L) {
  lua_pushstring(L, gr_ledger_status_name(check_entry(L).status));
  return 1;
}

static int entry_reason(lua_State *L) {
  lua_pushstring(L, check_entry(L).reason);
  return 1;
}

static int entry_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_ENTRY)) return 1;
  gr_ledger_entry entry = check_entry(L);
  lua_pushfstring(L, "%s: %s %s", LGR_ENTRY, lgr_part_push_line(L), gr_ledger_status_name(entry.status));
  return 1;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static const struct {
  const char *name, *item;
  enum lgr_part_class class;
  size_t (*count)(const gr_report *);
} sequences[] = {
    {LGR_CLAIMS, LGR_CLAIM, LGR_PART_CLAIM, gr_report_claim_count},
    {LGR_DEVIATIONS, LGR_DEVIATION, LGR_PART_DEVIATION, gr_report_deviation_count},
    {LGR_LEDGER, LGR_ENTRY, LGR_PART_ENTRY, gr_report_ledger_count},
};

void lgr_push_sequence(lua_State *L, int report, const char *class_name) {
  size_t which = 0;
  while (strcmp(sequences[which].name, class_name) != 0) which++;
  lgr_push_view(L, report, class_name, which, 0);
}

/* The class of the sequence at argument 1; that of the last one where it is none. */
static const char *sequence_name(lua_State *L) {
  size_t i = 0;
  while (i < 2 && luaL_testudata(L, 1, sequences[i].name) == NULL) i++;
  return sequences[i].name;
}

static size_t check_sequence(lua_State *L, const gr_report **report) {
  return lgr_check_view(L, 1, sequence_name(L), report)->index;
}

/* sequence[i]: nil past the end, so that ipairs stops. [-2, +1] */
static int sequence_index(lua_State *L) {
  const gr_report *report;
  size_t which = check_sequence(L, &report);
  if (!lua_isinteger(L, 2)) return lgr_unknown(L, sequences[which].name, lgr_push_key(L, 2));
  lua_Integer i = lua_tointeger(L, 2);
  if (i < 1 || (size_t)i > sequences[which].count(report)) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_view(L, lua_gettop(L), sequences[which].item, (size_t)i - 1, sequences[which].class);
  return 1;
}

/* [-1, +1] */
static int sequence_length(lua_State *L) {
  const gr_report *report;
  size_t which = check_sequence(L, &report);
  lua_pushinteger(L, (lua_Integer)sequences[which].count(report));
  return 1;
}

/* [-1, +1] */
static int sequence_tostring(lua_State *L) {
  const gr_report *report;
  if (lgr_push_closed_view(L, sequence_name(L))) return 1;
  size_t which = check_sequence(L, &report);
  lua_pushfstring(L, "%s: %d", sequences[which].name, (int)sequences[which].count(report));
  return 1;
}

/* The step of pairs(sequence). [-2, +1 or +2] */
static int sequence_next(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2) + 1;
  lua_settop(L, 1);
  lua_pushinteger(L, i);
  (void)sequence_index(L);
  if (lua_isnil(L, -1)) return 1;
  lua_pushinteger(L, i);
  lua_insert(L, -2);
  return 2;
}

/* pairs(sequence): like ipairs. [-1, +3] */
static int sequence_pairs(lua_State *L) {
  lua_pushcfunction(L, sequence_next);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void lgr_open_sequence(lua_State *L) {
  static const luaL_Reg claim_getters[] = {
      {"kind", claim_kind}, {"value", claim_value},     {"bound", claim_bound},
      {"text", claim_text}, {"section", claim_section}, LGR_PART_GETTERS,
      {NULL, NULL},
  };
  static const luaL_Reg claim_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", claim_tostring}, {NULL, NULL}};
  static const luaL_Reg deviation_getters[] = {
      {"kind", deviation_kind}, {"subject", deviation_subject}, {"detail", deviation_detail}, LGR_PART_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg deviation_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", deviation_tostring}, {NULL, NULL}};
  static const luaL_Reg entry_getters[] = {
      {"status", entry_status}, {"reason", entry_reason}, LGR_PART_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg entry_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", entry_tostring}, {NULL, NULL}};
  static const luaL_Reg sequence_meta[] = {
      {"__index", sequence_index}, {"__len", sequence_length}, {"__pairs", sequence_pairs},
      {"__eq", lgr_view_equal}, {"__tostring", sequence_tostring}, {NULL, NULL},
  };
  lgr_class(L, LGR_CLAIM, claim_getters, NULL, claim_meta);
  lgr_class(L, LGR_DEVIATION, deviation_getters, NULL, deviation_meta);
  lgr_class(L, LGR_ENTRY, entry_getters, NULL, entry_meta);
  for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
    lgr_class(L, sequences[i].name, NULL, NULL, sequence_meta);
}

/* What a dataset knows of a report as a whole: what tells how alike two of them are, and how much of it was read. */
#include "lua/lgr_class.h"

#define DIGEST 8   /* bytes of the digest of the values: enough for the reports of one body and year */

/* ---- values ------------------------------------------------------------------------------------ */

/* The value of a cell as a text; of one without a value its state. [-0, +0] */
static void add_value(lua_State *L, luaL_Buffer *out, const gr_report *report, size_t number) {
  const gr_cell *cell = gr_report_cell_at(report, number);
  if (cell->state == GR_NUMBER) {
    char text[GR_DECIMAL_TEXT];
    luaL_addlstring(out, text, gr_decimal_format(cell->value, text));
    return;
  }
  lgr_push_cell_value(L, report, number);
  if (lua_isnil(L, -1)) lua_pushstring(L, gr_state_name(cell->state));
  else if (lua_isboolean(L, -1)) lua_pushstring(L, lua_toboolean(L, -1) ? "true" : "false");
  else lua_pushvalue(L, -1);
  lua_remove(L, -2);
  luaL_addvalue(out);
}

/* The first digits of the digest of the form and the values of all cells that count, in their order. [-0, +1] */
static void push_digest(lua_State *L, const gr_report *report) {
  size_t count = gr_schema_cell_count(gr_report_schema(report)), size;
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  luaL_addstring(&out, gr_schema_form(gr_report_schema(report)));
  for (size_t cell = 0; cell < count; cell++) {
    if (!gr_report_cell_used(report, cell)) continue;
    luaL_addchar(&out, ';');
    add_value(L, &out, report, cell);
  }
  luaL_pushresult(&out);
  unsigned char digest[GR_SHA256];
  const char *text = lua_tolstring(L, -1, &size);
  gr_digest_sha256((gr_slice){text, size}, digest);
  lgr_push_hexadecimal(L, digest, DIGEST);
  lua_remove(L, -2);
}

/* ---- text -------------------------------------------------------------------------------------- */

/* The highest byte of each number of the signature of a text: the share of bytes that two reports have in common tells how
 * alike they are. "" for a text without shingles. [-0, +1] */
static void push_signature(lua_State *L, gr_slice text) {
  uint64_t keys[GR_SIGNATURE];
  unsigned char bytes[GR_SIGNATURE];
  size_t count;
  lgr_require(L, gr_signature_of(text, keys, &count));
  for (size_t i = 0; i < count; i++) bytes[i] = (unsigned char)(keys[i] >> 56);
  lgr_push_hexadecimal(L, bytes, count);
}

/* ---- cells ------------------------------------------------------------------------------------- */

/* How many cells count, and how many of them were read. [-0, +2] */
static void push_counts(lua_State *L, const gr_report *report) {
  size_t wanted = 0, lost = 0;
  for (size_t cell = 0; cell < gr_schema_cell_count(gr_report_schema(report)); cell++) {
    if (!gr_report_cell_used(report, cell)) continue;
    gr_state state = gr_report_cell_at(report, cell)->state;
    wanted++;
    lost += state == GR_UNREADABLE || state == GR_ABSENT;
  }
  lua_pushinteger(L, (lua_Integer)wanted);
  lua_pushinteger(L, (lua_Integer)(wanted - lost));
}

/* core.traits(report, text) -> digest of its form and all values and states, signature of its text, see core.pack_sections,
 * both in hexadecimal digits; number of cells that the form asks for, of those that were read. [-2, +4] */
int lgr_traits(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  gr_slice text = lgr_check_slice(L, 2);
  push_digest(L, report);
  push_signature(L, text);
  push_counts(L, report);
  return 4;
}

/* The places of the parts of a report. */
#include "lua/lgr_part.h"

typedef struct part {
  const lgr_view *view;
  const gr_report *report;
  const gr_document *document;
  gr_range range;
} part;

/* The view at argument 1, of any class of this file. Only getters call this: their caller has seen the metatable. The
 * view's second index is its class. */
static part check_part(lua_State *L) {
  part p = {lua_touserdata(L, 1), NULL, NULL, {0, 0}};
  if (p.view->report->object == NULL) luaL_error(L, "%s is closed", LGR_REPORT);
  p.report = p.view->report->object;
  p.document = gr_report_document(p.report);
  switch ((enum lgr_part_class)p.view->second) {
  case LGR_PART_FIELD: p.range = gr_report_field_at(p.report, p.view->index)->range; break;
  case LGR_PART_SECTION: p.range = gr_report_section_at(p.report, p.view->index)->title; break;
  case LGR_PART_CLAIM: p.range = gr_report_claim_at(p.report, p.view->index)->range; break;
  case LGR_PART_DEVIATION: p.range = gr_report_deviation_at(p.report, p.view->index)->range; break;
  case LGR_PART_ENTRY: p.range = gr_report_ledger_at(p.report, p.view->index).range; break;
  }
  return p;
}

static gr_place place_of(lua_State *L) {
  part p = check_part(L);
  return gr_document_place(p.document, p.range.start, p.range.end);
}

/* [-1, +1] each */
int lgr_part_line(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).line);
  return 1;
}

int lgr_part_column(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).column);
  return 1;
}

int lgr_part_byte(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).byte);
  return 1;
}

int lgr_part_byte_end(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).byte_end);
  return 1;
}

/* `place`: line, column, byte, byte_end as a table: one look-up for all four. */
int lgr_part_place(lua_State *L) {
  gr_place place = place_of(L);
  lua_createtable(L, 0, 5);
  lgr_set_place(L, check_part(L).document, place);
  return 1;
}

int lgr_part_spot(lua_State *L) {
  gr_place place = place_of(L);
  lgr_push_spot(L, check_part(L).document, place);
  return 1;
}

int lgr_part_raw(lua_State *L) {
  part p = check_part(L);
  lgr_push_source(L, p.document, p.range);
  return 1;
}

/* The part's range on the tape, as LPeg positions. */
int lgr_part_start(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_part(L).range.start + 1);
  return 1;
}

int lgr_part_stop(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_part(L).range.end + 1);
  return 1;
}

const char *lgr_part_push_line(lua_State *L) {
  part p = check_part(L);
  lgr_push_source(L, p.document, p.range);
  (void)lgr_push_line(L, lgr_check_slice(L, -1));
  lua_remove(L, -2);
  return lua_tostring(L, -1);
}

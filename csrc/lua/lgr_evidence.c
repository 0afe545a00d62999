/* govreport.Evidence: what findings show of cells, kept without the report until somebody reads it. User values: the
 * schema; a table with what is kept of each cell as Lua has it. */
#include "lua/lgr_class.h"

#define EVIDENCE "govreport.Evidence"

/* What the table has of each cell: its raw text; its value, but of a number; the part of the file that it stands in. */
enum { RAW, VALUE, PART, KEPT };

/* So many cells are more than any form has, and small enough for all that is counted here. */
static const size_t most_cells = 1 << 20;

typedef struct shown_cell {
  size_t number;
  gr_state state;
  gr_decimal value;   /* of a number */
  gr_place place;     /* where it is not absent */
  bool has_spot;
  gr_spot spot;       /* its part is in the table */
} shown_cell;

typedef struct evidence {
  size_t count;
  shown_cell cells[];
} evidence;

/* [-1, +0] Keeps the value at the top of the stack, of the cell `i`. */
static void keep(lua_State *L, int table, size_t i, int what) {
  lua_rawseti(L, table, (lua_Integer)(KEPT * i) + what + 1);
}

/* [-0, +1] */
static void push_kept(lua_State *L, int table, size_t i, int what) {
  lua_rawgeti(L, table, (lua_Integer)(KEPT * i) + what + 1);
}

/* [-0, +0] */
static void keep_cell(lua_State *L, shown_cell *own, const gr_report *report, int table, size_t i) {
  const gr_document *document = gr_report_document(report);
  const gr_cell *cell = gr_report_cell_at(report, own->number);
  own->state = cell->state;
  own->value = cell->value;
  own->has_spot = false;
  lgr_push_cell_raw(L, report, own->number);
  keep(L, table, i, RAW);
  if (cell->state == GR_NUMBER) lua_pushnil(L);
  else lgr_push_cell_value(L, report, own->number);
  keep(L, table, i, VALUE);
  if (cell->state == GR_ABSENT) return;
  own->place = gr_document_place(document, cell->range.start, cell->range.end);
  own->has_spot = gr_document_spot(document, own->place.byte, own->place.byte_end, &own->spot);
  if (!own->has_spot || own->spot.part == NULL) return;
  lua_pushstring(L, own->spot.part);
  keep(L, table, i, PART);
}

/* The first byte at which one of the cells stands; 0 where all are absent. */
static size_t first_byte(const evidence *own) {
  size_t first = 0;
  for (size_t i = 0; i < own->count; i++) {
    size_t byte = own->cells[i].state == GR_ABSENT ? 0 : own->cells[i].place.byte;
    if (byte != 0 && (first == 0 || byte < first)) first = byte;
  }
  return first;
}

/* Lists the cells at argument 1; their report, NULL where they are not all Cells of one. [-0, +0] */
static const gr_report *list_cells(lua_State *L, evidence *own) {
  const gr_report *report = NULL;
  for (size_t i = 0; i < own->count; i++) {
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    const gr_report *other = lgr_test_cell(L, -1, &own->cells[i].number);
    lua_pop(L, 1);
    if (other == NULL || (report != NULL && report != other)) return NULL;
    report = other;
  }
  return report;
}

/* [-0, +1] The schema of the first cell at argument 1. */
static void push_schema(lua_State *L) {
  lua_rawgeti(L, 1, 1);
  lgr_push_report(L, -1);
  lua_getiuservalue(L, -1, 2);
  lua_replace(L, -3);
  lua_pop(L, 1);
}

/* core.evidence(cells) -> Evidence, the first byte at which one of them stands, nil where all are absent; nil where the
 * list is empty, or not all are Cells of one report. [-1, +1 or +2] */
int lgr_evidence_new(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  size_t count = (size_t)lua_rawlen(L, 1);
  luaL_argcheck(L, count <= most_cells, 1, "too many cells");
  evidence *own = lua_newuserdatauv(L, sizeof *own + count * sizeof own->cells[0], 2);
  own->count = count;
  const gr_report *report = list_cells(L, own);
  if (report == NULL) {
    lua_pushnil(L);
    return 1;
  }
  push_schema(L);
  lua_setiuservalue(L, 2, 1);
  lua_createtable(L, (int)(KEPT * count), 0);
  for (size_t i = 0; i < count; i++) keep_cell(L, &own->cells[i], report, 3, i);
  lua_setiuservalue(L, 2, 2);
  luaL_setmetatable(L, EVIDENCE);
  if (first_byte(own) == 0) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)first_byte(own));
  return 2;
}

/* [-0, +1] */
static void push_cell(lua_State *L, const gr_schema *schema, shown_cell *own, int table, size_t i) {
  lua_createtable(L, 0, 9);
  lgr_push_address(L, schema, own->number);
  lua_setfield(L, -2, "address");
  lua_pushstring(L, gr_state_name(own->state));
  lua_setfield(L, -2, "state");
  if (own->state == GR_NUMBER) lgr_push_decimal(L, own->value);
  else push_kept(L, table, i, VALUE);
  lua_setfield(L, -2, "value");
  push_kept(L, table, i, RAW);
  lua_setfield(L, -2, "raw");
  if (own->state == GR_ABSENT) return;
  lgr_set_lines(L, own->place);
  if (!own->has_spot) return;
  push_kept(L, table, i, PART);
  own->spot.part = lua_tostring(L, -1);
  lua_pop(L, 1);
  lgr_push_spot_at(L, &own->spot);
  lua_setfield(L, -2, "spot");
}

/* evidence:shown() -> list of tables, of each cell its `address`, `state`, `value` and `raw`, and the members of its
 * place. [-1, +1] */
static int shown(lua_State *L) {
  evidence *own = luaL_checkudata(L, 1, EVIDENCE);
  lua_settop(L, 1);
  lua_getiuservalue(L, 1, 1);
  const gr_schema *schema = lgr_check(L, 2, LGR_SCHEMA);
  lua_getiuservalue(L, 1, 2);
  lua_createtable(L, (int)own->count, 0);
  for (size_t i = 0; i < own->count; i++) {
    push_cell(L, schema, &own->cells[i], 3, i);
    lua_rawseti(L, 4, (lua_Integer)i + 1);
  }
  return 1;
}

void lgr_open_evidence(lua_State *L) {
  static const luaL_Reg methods[] = {{"shown", shown}, {NULL, NULL}};
  lgr_class(L, EVIDENCE, NULL, methods, NULL);
}

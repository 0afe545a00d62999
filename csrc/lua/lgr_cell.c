/* govreport.Cell. A view's index is the table; its second the number among all cells. */
#include "lua/lgr_class.h"

#include <string.h>

#define CELL "govreport.Cell"

void lgr_push_cell(lua_State *L, int report, size_t cell) {
  lgr_view *view = lgr_push_view(L, report, CELL, 0, cell);
  size_t row, column;
  gr_schema_locate(gr_report_schema(view->report->object), cell, &view->index, &row, &column);
}

const gr_report *lgr_test_cell(lua_State *L, int arg, size_t *number) {
  const lgr_view *view = luaL_testudata(L, arg, CELL);
  if (view == NULL) return NULL;
  if (view->report->object == NULL) luaL_error(L, "%s is closed", LGR_REPORT);
  *number = view->second;
  return view->report->object;
}

int lgr_is_cell_of(lua_State *L) {
  (void)lgr_check(L, 1, LGR_REPORT);
  const lgr_view *view = luaL_testudata(L, 2, CELL);
  lua_pushboolean(L, view != NULL && view->report == lua_touserdata(L, 1));
  return 1;
}

typedef struct cell_context {
  const gr_report *report;
  const gr_document *document;
  const gr_cell *cell;
  const char *table;
  const gr_axis_entry *row, *column;
  size_t number;
} cell_context;

static cell_context context_of(const gr_report *report, size_t number) {
  const gr_schema *schema = gr_report_schema(report);
  size_t table, row, column;
  gr_schema_locate(schema, number, &table, &row, &column);
  return (cell_context){report,
                        gr_report_document(report),
                        gr_report_cell_at(report, number),
                        gr_schema_table_id(schema, table),
                        gr_schema_row(schema, table, row),
                        gr_schema_column(schema, table, column),
                        number};
}

static cell_context check_cell(lua_State *L) {
  const gr_report *report;
  const lgr_view *view = lgr_check_view(L, 1, CELL, &report);
  return context_of(report, view->second);
}

/* [-0, +1] The source text of a range, nil for an empty one. */
static int push_source(lua_State *L, cell_context c, gr_range range) {
  if (range.end == range.start) lua_pushnil(L);
  else lgr_push_source(L, c.document, range);
  return 1;
}

/* [-1, +1] each */
static int cell_state(lua_State *L) {
  lua_pushstring(L, gr_state_name(check_cell(L).cell->state));
  return 1;
}

/* [-0, +1] The labels of all options that are ticked, with 、 between them. */
static void push_choices(lua_State *L, gr_slice text) {
  gr_options_reader reader = gr_option_begin(text);
  gr_option option;
  bool first = true;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  while (gr_option_next(&reader, &option)) {
    if (!option.ticked) continue;
    if (!first) luaL_addstring(&buffer, "、");
    luaL_addlstring(&buffer, option.label.data, option.label.size);
    first = false;
  }
  luaL_pushresult(&buffer);
}

/* Bytes of a white space at the front: ASCII, no-break, ideographic; 0 for none. */
static size_t blank_size(const char *s, size_t left) {
  if (*s == ' ' || (*s >= '\t' && *s <= '\r')) return 1;
  if (left >= 2 && memcmp(s, "\xC2\xA0", 2) == 0) return 2;
  return left >= 3 && memcmp(s, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

/* [-0, +1] The source of the range on one line: white space counts only between two ASCII characters. */
static void push_text(lua_State *L, cell_context c) {
  luaL_Buffer buffer;
  size_t size;
  push_source(L, c, c.cell->range);
  const char *s = lua_tolstring(L, -1, &size);
  luaL_buffinit(L, &buffer);
  bool gap = false, after_ascii = false;
  for (size_t i = 0; i < size;) {
    size_t blank = blank_size(s + i, size - i);
    i += blank;
    gap |= blank > 0;
    if (blank > 0 || i >= size) continue;
    bool is_ascii = (s[i] & 0x80) == 0;
    if (gap && after_ascii && is_ascii) luaL_addchar(&buffer, ' ');
    gap = false;
    after_ascii = is_ascii;
    luaL_addchar(&buffer, s[i++]);
  }
  luaL_pushresult(&buffer);
  lua_remove(L, -2);
}

static void push_date(lua_State *L, gr_slice text) {
  gr_date date;
  char iso[GR_DATE_TEXT];
  if (gr_date_read(text, &date) != GR_OK) lua_pushnil(L);
  else lua_pushlstring(L, iso, gr_date_format(date, iso));
}

void lgr_push_cell_value(lua_State *L, const gr_report *report, size_t cell) {
  cell_context c = context_of(report, cell);
  gr_slice tape = gr_document_tape(c.document), chosen;
  gr_slice text = {tape.data + c.cell->range.start, c.cell->range.end - c.cell->range.start};
  switch (c.cell->state) {
  case GR_NUMBER: lgr_push_decimal(L, c.cell->value); break;
  case GR_TEXT: push_text(L, c); break;
  case GR_DATE: push_date(L, text); break;
  case GR_FLAG: lua_pushboolean(L, c.cell->value.mantissa != 0); break;
  case GR_CHOICE:
    if (gr_schema_type(gr_report_schema(c.report), c.number) == GR_TYPE_CHOICES) push_choices(L, text);
    else if (gr_choice_read(text, false, &chosen) == GR_CHOICE) lgr_push_slice(L, chosen);
    else lua_pushnil(L);
    break;
  default: lua_pushnil(L);
  }
}

static int cell_value(lua_State *L) {
  cell_context c = check_cell(L);
  lgr_push_cell_value(L, c.report, c.number);
  return 1;
}

gr_slice lgr_cell_unit(const gr_report *report, size_t number) {
  const gr_cell *cell = gr_report_cell_at(report, number);
  const char *declared = cell->state == GR_NUMBER ? gr_schema_unit(gr_report_schema(report), number) : NULL;
  if (cell->unit.end > cell->unit.start) {
    return (gr_slice){gr_document_tape(gr_report_document(report)).data + cell->unit.start, cell->unit.end - cell->unit.start};
  }
  return declared == NULL ? (gr_slice){NULL, 0} : (gr_slice){declared, strlen(declared)};
}

void lgr_push_cell_unit(lua_State *L, const gr_report *report, size_t cell) {
  gr_slice unit = lgr_cell_unit(report, cell);
  if (unit.size == 0) lua_pushnil(L);
  else lgr_push_slice(L, unit);
}

static int cell_unit(lua_State *L) {
  cell_context c = check_cell(L);
  lgr_push_cell_unit(L, c.report, c.number);
  return 1;
}

static int cell_sign(lua_State *L) {
  cell_context c = check_cell(L);
  return push_source(L, c, c.cell->sign);
}

static int cell_note(lua_State *L) {
  cell_context c = check_cell(L);
  return push_source(L, c, c.cell->note);
}

void lgr_push_cell_raw(lua_State *L, const gr_report *report, size_t cell) {
  cell_context c = context_of(report, cell);
  push_source(L, c, c.cell->lost ? (gr_range){0, 0} : c.cell->range);
}

static int cell_raw(lua_State *L) {
  cell_context c = check_cell(L);
  lgr_push_cell_raw(L, c.report, c.number);
  return 1;
}

static int cell_lost(lua_State *L) {
  lua_pushboolean(L, check_cell(L).cell->lost);
  return 1;
}

static int cell_inferred(lua_State *L) {
  lua_pushboolean(L, check_cell(L).cell->inferred);
  return 1;
}

static int cell_number(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_cell(L).number);
  return 1;
}

static int cell_table(lua_State *L) {
  lua_pushstring(L, check_cell(L).table);
  return 1;
}

static int cell_row(lua_State *L) {
  lua_pushstring(L, check_cell(L).row->id);
  return 1;
}

static int cell_row_label(lua_State *L) {
  lua_pushstring(L, check_cell(L).row->label);
  return 1;
}

static int cell_column_id(lua_State *L) {
  lua_pushstring(L, check_cell(L).column->id);
  return 1;
}

static int cell_column_label(lua_State *L) {
  lua_pushstring(L, check_cell(L).column->label);
  return 1;
}

void lgr_push_address(lua_State *L, const gr_schema *schema, size_t cell) {
  size_t table, row, column;
  gr_schema_locate(schema, cell, &table, &row, &column);
  lua_pushfstring(L, "%s.%s.%s", gr_schema_table_id(schema, table), gr_schema_row(schema, table, row)->id,
                  gr_schema_column(schema, table, column)->id);
}

static int cell_address(lua_State *L) {
  cell_context c = check_cell(L);
  lgr_push_address(L, gr_report_schema(c.report), c.number);
  return 1;
}

/* `place`: line, column, byte, byte_end as a table; nil for an absent cell. [-1, +1] */
static int cell_place(lua_State *L) {
  cell_context c = check_cell(L);
  if (c.cell->state == GR_ABSENT) {
    lua_pushnil(L);
    return 1;
  }
  lua_createtable(L, 0, 5);
  lgr_set_place(L, c.document, gr_document_place(c.document, c.cell->range.start, c.cell->range.end));
  return 1;
}

/* [-0, +1] A member of the cell's place; nil where it has none. */
static int push_place(lua_State *L, size_t member) {
  cell_context c = check_cell(L);
  if (c.cell->state == GR_ABSENT) {
    lua_pushnil(L);
    return 1;
  }
  gr_place place = gr_document_place(c.document, c.cell->range.start, c.cell->range.end);
  const size_t members[] = {place.line, place.column, place.byte, place.byte_end};
  lua_pushinteger(L, (lua_Integer)members[member]);
  return 1;
}

/* [-1, +1] each */
static int cell_line(lua_State *L) { return push_place(L, 0); }
static int cell_column(lua_State *L) { return push_place(L, 1); }
static int cell_byte(lua_State *L) { return push_place(L, 2); }
static int cell_byte_end(lua_State *L) { return push_place(L, 3); }

/* [-1, +1] */
static int cell_spot(lua_State *L) {
  cell_context c = check_cell(L);
  if (c.cell->state == GR_ABSENT) lua_pushnil(L);
  else lgr_push_spot(L, c.document, gr_document_place(c.document, c.cell->range.start, c.cell->range.end));
  return 1;
}

/* [-1, +1] */
static int cell_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, CELL)) return 1;
  cell_context c = check_cell(L);
  char value[GR_DECIMAL_TEXT] = "";
  if (c.cell->state == GR_NUMBER) gr_decimal_format(c.cell->value, value);
  lua_pushfstring(L, "%s: %s.%s.%s %s %s", CELL, c.table, c.row->id, c.column->id, gr_state_name(c.cell->state), value);
  return 1;
}

void lgr_open_cell(lua_State *L) {
  static const luaL_Reg cell_getters[] = {
      {"state", cell_state},
      {"value", cell_value},
      {"unit", cell_unit},
      {"sign", cell_sign},
      {"note", cell_note},
      {"raw", cell_raw},
      {"lost", cell_lost},
      {"inferred", cell_inferred},
      {"number", cell_number},
      {"table", cell_table},
      {"row", cell_row},
      {"row_label", cell_row_label},
      {"column_id", cell_column_id},
      {"column_label", cell_column_label},
      {"address", cell_address},
      {"place", cell_place},
      {"line", cell_line},
      {"column", cell_column},
      {"byte", cell_byte},
      {"byte_end", cell_byte_end},
      {"spot", cell_spot},
      {NULL, NULL},
  };
  static const luaL_Reg cell_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", cell_tostring}, {NULL, NULL}};
  lgr_class(L, CELL, cell_getters, NULL, cell_meta);
}
